#!/usr/bin/env bash
# python-docx: Paragraph.text of a tracked change gives a sentence that neither the old nor the new text had.
#
# Versions: python-docx==1.2.0
# Source: python-docx's docstrings: Paragraph.text is the textual content of the paragraph, hyperlinks
# included; Document.paragraphs warns that whole paragraphs within revision marks are not in its list, and
# nothing speaks of words within them.
# Behaviour: a word replaced with track changes on is missing in both forms, without an error; so is the
# result of a simple field such as AUTHOR or a date (w:fldSimple).
# Seen:
#   ['Price  EUR', 'Written by ']
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check python-docx==1.2.0
"$room/env/bin/python" - "$room" <<'EOF'
import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NAMES = nsdecls("w")
document = docx.Document()
price = document.add_paragraph("Price ")
price._p.append(parse_xml(f'<w:del {NAMES} w:id="1" w:author="A"><w:r><w:delText>100</w:delText></w:r></w:del>'))
price._p.append(parse_xml(f'<w:ins {NAMES} w:id="2" w:author="A"><w:r><w:t>200</w:t></w:r></w:ins>'))
price.add_run(" EUR")
field = document.add_paragraph("Written by ")
field._p.append(parse_xml(f'<w:fldSimple {NAMES} w:instr="AUTHOR"><w:r><w:t>Ann</w:t></w:r></w:fldSimple>'))
file = io.BytesIO()
document.save(file)
texts = [paragraph.text for paragraph in docx.Document(file).paragraphs]
print(texts)
assert texts == ["Price  EUR", "Written by "]
EOF
