#!/usr/bin/env bash
# icalendar writes a datetime with a fixed offset so that it cannot read the offset back.
#
# Versions: icalendar==7.3.2
# Source: icalendar's documentation: times with tzinfo can be added, and add_missing_timezones() adds what the
# file lacks. datetime.fromisoformat('2026-01-01T09:00:00+01:00') gives such a tzinfo.
# Behaviour: the event says TZID="UTC+01:00", add_missing_timezones() adds no VTIMEZONE for it, and
# from_ical() gives 9:00 without any zone: the moment is lost, without an error.
# Seen:
#   DTSTART;TZID="UTC+01:00":20260101T090000
#   datetime.datetime(2026, 1, 1, 9, 0) errors: []
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check icalendar==7.3.2
"$room/env/bin/python" - "$room" <<'EOF'
from datetime import datetime

from icalendar import Calendar, Event

calendar, event = Calendar(), Event()
start = datetime.fromisoformat("2026-01-01T09:00:00+01:00")
event.add("dtstart", start)
calendar.add_component(event)
calendar.add_missing_timezones()
text = calendar.to_ical()
read = Calendar.from_ical(text).walk("VEVENT")[0]["dtstart"].dt
print(next(line for line in text.decode().splitlines() if line.startswith("DTSTART")))
print(repr(read), "errors:", Calendar.from_ical(text).walk("VEVENT")[0].errors)
assert b"VTIMEZONE" not in text
assert read == datetime(2026, 1, 1, 9) and read.tzinfo is None
EOF
