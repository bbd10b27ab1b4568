#!/usr/bin/env bash
# Babel and Qt, both made from the Unicode CLDR, write 1234 differently in Spanish, Polish and Portuguese of Portugal.
#
# Versions: babel==2.19.0, PySide6-Essentials==6.12.0
# Source: Unicode CLDR, minimumGroupingDigits: 2 for es, pl and pt_PT, so a number of four digits has no
# separator. Babel says that its number formats come from CLDR.
# Behaviour: Babel puts a separator in the four digits, QLocale does not; from five digits on they agree. A
# document by the one and a window by the other show two forms of one amount.
# Seen:
#   es babel ['1.234', '12.345'] qt ['1234', '12.345']
#   pl babel ['1\xa0234', '12\xa0345'] qt ['1234', '12\xa0345']
#   pt_PT babel ['1\xa0234', '12\xa0345'] qt ['1234', '12\xa0345']
#   de babel ['1.234', '12.345'] qt ['1.234', '12.345']
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check babel==2.19.0 PySide6-Essentials==6.12.0
"$room/env/bin/python" - "$room" <<'EOF'
from babel.numbers import format_decimal
from PySide6.QtCore import QLocale

for name in ("es", "pl", "pt_PT", "de"):
    by_babel = [format_decimal(number, locale=name) for number in (1234, 12345)]
    by_qt = [QLocale(name).toString(number) for number in (1234, 12345)]
    print(name, "babel", ascii(by_babel), "qt", ascii(by_qt))
    assert (by_babel[0] == by_qt[0]) == (name == "de")
    assert by_babel[1] == by_qt[1]
    assert len(by_babel[0]) == 5
EOF
