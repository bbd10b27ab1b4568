#!/usr/bin/env bash
# vobject.serialize() changes the object it writes, and puts the computer's name into the calendar.
#
# Versions: vobject==0.9.9
# Source: vobject's docstring of serialize() tells of writing to a buffer or returning a string; one expects
# the event to be left as it was, and a UID that tells nothing.
# Behaviour: an event without a UID gets one in the object itself, made of the time, a random number and
# socket.gethostname(), and a DTSTAMP, so the file given away tells the name of the computer it was made on.
# Seen:
#   ['dtstart', 'summary'] -> ['dtstamp', 'dtstart', 'summary', 'uid']
#   the computer's name is in the text: True
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check vobject==0.9.9
"$room/env/bin/python" - "$room" <<'EOF'
import socket
from datetime import datetime

import vobject

socket.gethostname = lambda: "name-of-this-computer"
calendar = vobject.iCalendar()
event = calendar.add("vevent")
event.add("summary").value = "Launch"
event.add("dtstart").value = datetime(2026, 1, 1, 9)
before = sorted(event.contents)
text = calendar.serialize()
print(before, "->", sorted(event.contents))
print("the computer's name is in the text:", "name-of-this-computer" in text)
assert before == ["dtstart", "summary"]
assert sorted(event.contents) == ["dtstamp", "dtstart", "summary", "uid"]
assert event.uid.value.endswith("@name-of-this-computer")
EOF
