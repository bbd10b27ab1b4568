#!/usr/bin/env bash
# Connection.backup() gives the bytes of its source after one commit to it, and other bytes after two.
#
# Versions: the sqlite3 module of Python; seen with CPython 3.13.0 and SQLite 3.40.1
# Source: SQLite says of the finished copy that it is a bit-wise identical one of the source
# (sqlite.org/backup.html).
# Behaviour: three counters of the header start at 1 in a new copy: the file change counter, the schema cookie
# and the version-valid-for number (from bytes 24, 40 and 92). So a checksum does not prove a backup against
# its source, though a test with a source written once says that it does; two backups of one state are equal,
# and serialize() equals the file.
# Seen:
#   bytes that differ after one commit: [] after two: [27, 43, 95]
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
source = sqlite3.connect(room / "source.db", isolation_level=None)


def backup(name):
    copy = sqlite3.connect(room / name)
    source.backup(copy)
    copy.close()
    return (room / name).read_bytes()


def different(name):
    original = (room / "source.db").read_bytes()
    assert source.serialize() == original
    return [place for place, (a, b) in enumerate(zip(original, backup(name), strict=True)) if a != b]


source.execute("create table first (x)")
once = different("1.db")
source.execute("create table second (x)")
twice = different("2.db")
print("bytes that differ after one commit:", once, "after two:", twice)
assert once == []
assert twice == [27, 43, 95]
assert backup("3.db") == backup("4.db")
EOF
