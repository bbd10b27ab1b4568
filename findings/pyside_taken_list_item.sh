#!/usr/bin/env bash
# Whether QListWidget.takeItem() leaks in Python is decided by how the item was put in.
#
# Versions: PySide6-Essentials==6.12.0
# Source: the Qt documentation of takeItem(): the item taken is the caller's to delete, so one expects
# takeItem() to hand it to Python, as it hands over items made in Python.
# Behaviour: an item added as addItem(QListWidgetItem(text)) belongs to Python once taken and goes with its
# last reference; one added as addItem(text) still does not (shiboken6.ownedByPython), so each leaks its text
# unless shiboken6.delete() is called. QLayout.takeAt() of an addWidget() is of the same kind.
# Seen:
#   belongs to Python: {'as_item': True, 'as_text': False}
#   40 MB of text: added as items, or deleted: under 10 MB; as text: over 30 MB
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
import resource

import shiboken6
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

application = QApplication([])
rows = QListWidget()


def as_item(text):
    rows.addItem(QListWidgetItem(text))
    return rows.takeItem(0)


def as_text(text):
    rows.addItem(text)
    return rows.takeItem(0)


def grows(take, done=lambda item: None):
    """By how many megabytes the process grows when 1,000 items of 40 kB are taken out and dropped."""
    done(take("x"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(1000):
        done(take(f"{number:020000}"))
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1000


owned = {take.__name__: shiboken6.ownedByPython(take("x")) for take in (as_item, as_text)}
print("belongs to Python:", owned)
assert owned == {"as_item": True, "as_text": False}
few = [grows(as_item), grows(as_text, shiboken6.delete)]
leaked = grows(as_text)
print("40 MB of text: added as items, or deleted:", max(few) < 10 and "under 10 MB;", "as text:", leaked > 30 and "over 30 MB")
assert max(few) < 10 and leaked > 30
page = QWidget()
column = QVBoxLayout(page)
column.addWidget(QLabel("x"))
assert not shiboken6.ownedByPython(column.takeAt(0))
EOF
