#!/usr/bin/env bash
# QTextDocument.toMarkdown() escapes *, #, -, ` and [ of plain text, but not ~~ or >, so words change on the way back.
#
# Versions: PySide6-Essentials==6.12.0
# Source: the Qt documentation of QTextDocument.toMarkdown() and setMarkdown(): plain text set and written as
# Markdown is expected to be read back the same, as the escapes of the other marks show.
# Behaviour: "> q" loses its mark and becomes a quotation, "~~a~~" becomes struck through, and a closing tag
# such as </b> vanishes, since of tags only the opening ones are escaped.
# Seen:
#   '* a' -> '* a'
#   '# a' -> '# a'
#   '1. a' -> '1. a'
#   '`a`' -> '`a`'
#   '[a](b)' -> '[a](b)'
#   'a &amp; b' -> 'a &amp; b'
#   '> a' -> 'a'
#   '~~a~~' -> 'a'
#   '<b>a</b>' -> '<b>a'
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check PySide6-Essentials==6.12.0
QT_QPA_PLATFORM=offscreen "$room/env/bin/python" - "$room" <<'EOF'
from PySide6.QtGui import QGuiApplication, QTextDocument

application = QGuiApplication([])


def there_and_back(text):
    written, read = QTextDocument(), QTextDocument()
    written.setPlainText(text)
    read.setMarkdown(written.toMarkdown())
    return read.toPlainText()


for text in ("* a", "# a", "1. a", "`a`", "[a](b)", "a &amp; b", "> a", "~~a~~", "<b>a</b>"):
    print(repr(text), "->", repr(there_and_back(text)))
for text in ("* a", "# a", "1. a", "`a`", "[a](b)", "a &amp; b"):
    assert there_and_back(text) == text
assert there_and_back("> a") == "a"
assert there_and_back("~~a~~") == "a"
assert there_and_back("<b>a</b>") == "<b>a"
EOF
