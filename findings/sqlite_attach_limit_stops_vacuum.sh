#!/usr/bin/env bash
# A connection that allows no ATTACH (SQLITE_LIMIT_ATTACHED 0) cannot VACUUM either.
#
# Versions: the sqlite3 module of Python; seen with CPython 3.13.0 and SQLite 3.40.1
# Source: SQLite's documentation: the limit is the number of attached databases; that of VACUUM names an open
# transaction and running statements as what makes it fail, and a temporary file that it needs, but no
# attached database.
# Behaviour: VACUUM attaches its temporary database itself and counts against the limit, so it fails with "too
# many attached databases", as VACUUM INTO does; with a limit of 1 both work. PRAGMA incremental_vacuum is not
# touched.
# Seen:
#   vacuum | limit 0: too many attached databases - max 0 | limit 1: done
#   vacuum into | limit 0: too many attached databases - max 0 | limit 1: done
#   pragma incremental_vacuum | limit 0: done | limit 1: done
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" - "$room" <<'EOF'
import sqlite3
import sys

connection = sqlite3.connect(sys.argv[1] + "/some.db")
connection.executescript("pragma auto_vacuum = incremental; create table t (x); insert into t values (1);")


def outcome(statement, limit):
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, limit)
    try:
        connection.execute(statement).fetchall()
    except sqlite3.OperationalError as error:
        return str(error)
    return "done"


for statement in ("vacuum", f"vacuum into '{sys.argv[1]}/copy.db'", "pragma incremental_vacuum"):
    none, one = outcome(statement, 0), outcome(statement, 1)
    print(" ".join(statement.split()[:2]), "| limit 0:", none, "| limit 1:", one)
    assert one == "done"
    assert none == ("done" if "pragma" in statement else "too many attached databases - max 0")
EOF
