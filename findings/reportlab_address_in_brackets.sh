#!/usr/bin/env bash
# A reportlab Paragraph drops an e-mail address in angle brackets without a word, though it raises for a bare <br>.
#
# Versions: reportlab==5.1.0
# Source: reportlab's user guide on paragraph markup, a small XML; one expects an unknown tag either to be an
# error, as a tag left open is, or to be shown.
# Behaviour: "Ann <ann@example.org>" shows "Ann " and unknown tags vanish, closed or not, while "a<br>b" is a
# ValueError; "x < 3" and an unknown &entity; are shown as they stand.
# Seen:
#   'Ann <ann@example.org>' -> 'Ann '
#   'a <foo>b</foo>' -> 'a b'
#   'a<br>b' -> <class 'ValueError'>
#   'x < 3' -> 'x < 3'
#   'a &nope; b' -> 'a &nope; b'
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check reportlab==5.1.0
"$room/env/bin/python" - "$room" <<'EOF'
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph

style = getSampleStyleSheet()["Normal"]


def shown(text):
    try:
        return Paragraph(text, style).getPlainText()
    except ValueError:
        return ValueError


for text in ("Ann <ann@example.org>", "a <foo>b</foo>", "a<br>b", "x < 3", "a &nope; b"):
    print(repr(text), "->", repr(shown(text)))
assert shown("Ann <ann@example.org>") == "Ann "
assert shown("a <foo>b</foo>") == "a b"
assert shown("a<br>b") is ValueError
assert shown("x < 3") == "x < 3"
assert shown("a &nope; b") == "a &nope; b"
EOF
