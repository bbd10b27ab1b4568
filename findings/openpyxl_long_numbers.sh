#!/usr/bin/env bash
# openpyxl writes a Python int of 17 digits or more with 16 digits, so an account number changes in the file.
#
# Versions: openpyxl==3.1.5
# Source: the openpyxl documentation: int is a type that cells take as it is. The file holds decimal text, and
# a writer is expected to put an int's digits into it; Excel's limit of 15 digits concerns Excel.
# Behaviour: the number is formatted as a float with 16 significant digits, without an error or a warning, in
# the XML already: an advertising account id of 18 digits comes back as a float of another value. Only a str
# keeps it.
# Seen:
#   1234567890123456 -> 1234567890123456 1234567890123456
#   12345678901234567 -> 1.234567890123457e+16 1.234567890123457e+16
#   120210000000012345 -> 1.202100000000124e+17 1.202100000000124e+17
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check openpyxl==3.1.5
"$room/env/bin/python" - "$room" <<'EOF'
import io
import re
import zipfile

from openpyxl import Workbook, load_workbook


def written(value):
    book, file = Workbook(), io.BytesIO()
    book.active["A1"] = value
    book.save(file)
    sheet = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml").decode()
    return re.findall("<v>(.*?)</v>", sheet)[0], load_workbook(file).active["A1"].value


for number in (1234567890123456, 12345678901234567, 120210000000012345):
    print(number, "->", *written(number))
assert written(1234567890123456)[1] == 1234567890123456
assert written(12345678901234567) == ("1.234567890123457e+16", 12345678901234570.0)
assert written(120210000000012345)[1] == 120210000000012400.0
EOF
