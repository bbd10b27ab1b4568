#!/usr/bin/env bash
# QSettings gives a list of one back as a list in the process that wrote it, and as a str in every later one.
#
# Versions: PySide6-Essentials==6.12.0
# Source: the Qt documentation of QSettings.setValue()/value(): what is stored is a QVariant, and a
# QStringList is expected to come back as one; a round trip tested in one process, even through a second
# QSettings object after sync(), agrees with that.
# Behaviour: the INI file has no mark for a list of one, so the next process reads "one=a" as text. Within the
# writing process the value comes from memory that outlives the QSettings object, so a test of the round trip
# passes, and `for entry in settings.value(...)` walks over letters after the next start.
# Seen:
#   same process: ['spring.txt']
#   next process: 'spring.txt'
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check PySide6-Essentials==6.12.0
"$room/env/bin/python" - "$room" <<'EOF'
import subprocess
import sys

path = sys.argv[1] + "/settings.ini"
read = "QSettings(path, QSettings.Format.IniFormat).value('recent')"
again = f"import sys; path = sys.argv[1]; from PySide6.QtCore import QSettings; print({read!s})"

from PySide6.QtCore import QSettings

settings = QSettings(path, QSettings.Format.IniFormat)
settings.setValue("recent", ["spring.txt"])
settings.sync()
del settings
here = eval(read)
later = subprocess.run([sys.executable, "-c", again, path], capture_output=True, text=True, check=True).stdout.strip()
print("same process:", repr(here))
print("next process:", repr(later))
assert here == ["spring.txt"]
assert later == "spring.txt"
EOF
