#!/usr/bin/env bash
# QDateTime made of a Python datetime with a time zone drops the zone and names another moment.
#
# Versions: PySide6-Essentials==6.12.0
# Source: the PySide6 documentation: a QDateTime argument may be a datetime.datetime; one expects the moment
# to be kept, or a refusal, as Python itself refuses to compare a time with a zone to one without.
# Behaviour: 10:00 UTC becomes 10:00 local time, in the constructor and in every signal or method that takes a
# QDateTime; toPython() of a QDateTime in UTC is without a zone too. Where the computer runs in UTC, as
# servers do, nothing shows.
# Seen:
#   moved by 18000 seconds; time spec LocalTime
#   back from UTC: datetime.datetime(2026, 7, 1, 12, 0)
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check PySide6-Essentials==6.12.0
TZ=EST5 "$room/env/bin/python" - "$room" <<'EOF'
from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, Qt

noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
made = QDateTime(noon)
print("moved by", made.toSecsSinceEpoch() - int(noon.timestamp()), "seconds; time spec", made.timeSpec().name)
back = QDateTime.fromString("2026-07-01T12:00:00Z", Qt.DateFormat.ISODate)
print("back from UTC:", repr(back.toPython()))
assert made.timeSpec() == Qt.TimeSpec.LocalTime
assert made.toSecsSinceEpoch() - noon.timestamp() == 5 * 3600
assert back.timeSpec() == Qt.TimeSpec.UTC and back.toPython().tzinfo is None
EOF
