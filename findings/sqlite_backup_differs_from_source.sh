#!/usr/bin/env bash
# The copy that Connection.backup() makes never has the bytes of its source; Connection.serialize() has.
#
# Versions: the sqlite3 module of CPython 3.12 to 3.14 (seen: 3.13.0 with SQLite 3.40.1)
# Source: Python's and SQLite's documentation: the backup copies the database page by page and SQLite says of
# the finished copy that it is a bit-wise identical one (sqlite.org/backup.html, section 1).
# Behaviour: two counters in the header (bytes 24 to 27 and 92 to 95, the file change counter and the version-
# valid-for number) start anew in the copy, so no checksum proves a backup against its source; two backups of
# one state do equal one another, and serialize() equals the file.
# Seen:
#   bytes that differ: [27, 95]
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
from pathlib import Path

room = Path(sys.argv[1])
source = sqlite3.connect(room / "source.db")
with source:
    source.execute("create table t (x)")
for number in range(5):
    with source:
        source.execute("insert into t values (?)", (number,))


def backup(name):
    copy = sqlite3.connect(room / name)
    source.backup(copy)
    copy.close()
    return (room / name).read_bytes()


first, second, original = backup("1.db"), backup("2.db"), (room / "source.db").read_bytes()
different = [place for place, (a, b) in enumerate(zip(original, first, strict=True)) if a != b]
print("bytes that differ:", different)
assert different and all(24 <= place < 28 or 92 <= place < 100 for place in different)
assert first == second
assert source.serialize() == original
EOF
