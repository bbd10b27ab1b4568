#!/usr/bin/env bash
# In sqlite-utils 4, `with db.conn:` around table.insert() undoes nothing when the block fails; only db.atomic() does.
#
# Versions: sqlite-utils==4.2.1
# Source: Python's documentation of sqlite3: a connection used with `with` rolls back when the block raises,
# and db.conn of sqlite-utils is such a connection. What the upgrading page of sqlite-utils says of 4.0 is
# that raw writes commit by themselves unless a transaction is open, which `with` seems to be.
# Behaviour: every insert is a transaction of its own that is committed before the block ends, so the rows
# stay; so do those of a raw db.execute().
# Seen:
#   rows left after the exception: {'with db.conn': 2, 'with db.atomic()': 0}
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check sqlite-utils==4.2.1
"$room/env/bin/python" - "$room" <<'EOF'
import sqlite3

import sqlite_utils

db = sqlite_utils.Database(memory=True)
assert type(db.conn) is sqlite3.Connection and db.conn.isolation_level == ""
left = {}
for name, block in (("with db.conn", lambda: db.conn), ("with db.atomic()", db.atomic)):
    db["rows"].drop(ignore=True)
    db["rows"].create({"id": int})
    try:
        with block():
            db["rows"].insert({"id": 1})
            db.execute("insert into rows values (2)")
            raise InterruptedError
    except InterruptedError:
        left[name] = db["rows"].count
print("rows left after the exception:", left)
assert left == {"with db.conn": 2, "with db.atomic()": 0}
EOF
