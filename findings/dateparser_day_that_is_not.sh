#!/usr/bin/env bash
# dateparser reads "31 Feb" as a day of the year 2031, "30 February" as no date, and "on" as a Wednesday.
#
# Versions: dateparser==1.5.0, tzdata==2026.6
# Source: dateparser's documentation of parse(): it returns None where the text is no date; the year that is
# missing comes from RELATIVE_BASE.
# Behaviour: a day that the month lacks is taken as a year of two digits, with the day taken from
# RELATIVE_BASE, or not, by how the month is written; a short English word is read in another language. With
# languages=["en"] all of these are None.
# Seen:
#   '31 Feb' -> 2031-02-15 | English only: None
#   '31 April' -> 2031-04-15 | English only: None
#   '30 February' -> None | English only: None
#   'on' -> 2026-06-10 | English only: None
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check dateparser==1.5.0 tzdata==2026.6
"$room/env/bin/python" - "$room" <<'EOF'
from datetime import datetime

import dateparser

base = {"RELATIVE_BASE": datetime(2026, 6, 15)}
expected = {"31 Feb": "2031-02-15", "31 April": "2031-04-15", "30 February": None, "on": "2026-06-10"}
for text, date in expected.items():
    read = dateparser.parse(text, settings=base)
    english = dateparser.parse(text, languages=["en"], settings=base)
    print(repr(text), "->", read and read.date().isoformat(), "| English only:", english)
    assert (read and read.date().isoformat()) == date
    assert english is None
EOF
