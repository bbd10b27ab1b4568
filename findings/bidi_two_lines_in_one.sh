#!/usr/bin/env bash
# bidi.get_display() of two Hebrew lines puts the line break in front of both, so they show as one line.
#
# Versions: python-bidi==0.6.12
# Source: python-bidi's README: get_display gives the display layout of a str, and bidi.get_display stands
# beside bidi.algorithm.get_display as the newer of two that take the same. By Unicode UAX 9 (L1, L2) a line
# is reordered within itself.
# Behaviour: the newer (Rust) one turns each right-to-left paragraph together with its line break, which lands
# before its words; the older one keeps the break between the lines. Left-to-right text shows nothing of it.
# Seen:
#   bidi.get_display           '\n\u05d2\u05d1\u05d0\u05d5\u05d4\u05d3'
#   bidi.algorithm.get_display '\u05d2\u05d1\u05d0\n\u05d5\u05d4\u05d3'
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check python-bidi==0.6.12
"$room/env/bin/python" - "$room" <<'EOF'
import bidi
import bidi.algorithm

first, second = "\u05d0\u05d1\u05d2", "\u05d3\u05d4\u05d5"
newer = bidi.get_display(f"{first}\n{second}")
older = bidi.algorithm.get_display(f"{first}\n{second}")
print("bidi.get_display          ", ascii(newer))
print("bidi.algorithm.get_display", ascii(older))
assert newer == "\n" + first[::-1] + second[::-1]
assert older.count("\n") == 1 and not older.startswith("\n")
assert bidi.get_display("ab\ncd") == "ab\ncd"
EOF
