"""Calendar files: read back by a strict reader of our own, exact, folded right, and updating instead of doubling (E7)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from datetime import date as Day
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.campaign import Campaign, Milestone
from app.happenings import Happening, HappeningKind, happenings
from app.text import clean
from exporters.ics import PRODID, render
from tests.app.test_happenings import CAMPAIGN, EDITION
from tests.campaigns import any_text

NOW = datetime(2026, 10, 7, 9, 30, tzinfo=UTC)
HOSTILE = "a\r\nBEGIN:VEVENT\rEND:VCALENDAR\n;,\\n \\, \x00\x85\u2028\u2029 “é” 🧵" + "ü" * 200


class _Broken(AssertionError):
    """The file is not what RFC 5545 says."""


def _lines(data: bytes) -> Iterator[bytes]:
    """Unfolded content lines; every physical line ends with CRLF, has at most 75 octets and is UTF-8 by itself."""
    whole = b""
    if not data.endswith(b"\r\n"):
        raise _Broken("no CRLF at the end")
    for line in data[:-2].split(b"\r\n"):
        if len(line) > 75 or b"\r" in line or b"\n" in line or b"\0" in line:
            raise _Broken(line)
        line.decode("utf-8")
        if line[:1] in (b" ", b"\t"):
            whole += line[1:]
        else:
            if whole:
                yield whole
            whole = line
    yield whole


def _text(value: str) -> str:
    """A TEXT value without its escapes; any other backslash, comma or semicolon is a fault."""
    if re.sub(r"\\[\\;,nN]", "", value).strip() and re.search(r"[\\;,]", re.sub(r"\\[\\;,nN]", "", value)):
        raise _Broken(value)
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], value)


def read(data: bytes) -> list[dict[str, Any]]:
    """The events; what is not TEXT is kept with its parameters."""
    stack: list[str] = []
    events: list[dict[str, Any]] = []
    for raw in _lines(data):
        name, sep, value = raw.decode().partition(":")
        if not sep or not re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[A-Za-z0-9/-]+)*", name):
            raise _Broken(raw)
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            if stack.pop() != value:
                raise _Broken(raw)
        elif stack == ["VCALENDAR", "VEVENT"]:
            if name in events[-1]:
                raise _Broken(raw)
            events[-1][name] = value if name.startswith("DT") else _text(value)
        elif stack != ["VCALENDAR"]:
            raise _Broken(raw)
    if stack:
        raise _Broken(stack)
    return events


def _rendered(campaign: Campaign, now: datetime = NOW) -> bytes:
    return render(campaign, happenings(campaign, EDITION), now)


def test_every_entry_comes_back_exactly() -> None:
    told = happenings(CAMPAIGN, EDITION)
    events = read(_rendered(CAMPAIGN))
    assert [event["SUMMARY"] for event in events] == [each.title for each in told]
    assert PRODID.encode() in _rendered(CAMPAIGN)


def test_whole_days_end_on_the_day_after() -> None:
    (drafts,) = [event for event in read(_rendered(CAMPAIGN)) if event["SUMMARY"].startswith("Drafts")]
    assert drafts["DTSTART;VALUE=DATE"] == "20261020"
    assert drafts["DTEND;VALUE=DATE"] == "20261021"


def test_the_kickoff_is_at_its_local_time() -> None:
    (call,) = [event for event in read(_rendered(CAMPAIGN)) if event["SUMMARY"].startswith("Kickoff")]
    assert (call["DTSTART"], call["DTEND"]) == ("20261012T103000", "20261012T111500")
    assert call["LOCATION"] == "Room 2"
    assert "ATTENDEE" not in call
    assert "ann@agency.example" in call["DESCRIPTION"]


def test_a_second_export_updates_what_the_first_brought() -> None:
    moved = replace(
        CAMPAIGN,
        milestones=(*CAMPAIGN.milestones[:1], replace(CAMPAIGN.milestones[1], date=Day(2026, 10, 21))),
    )
    first = {event["UID"]: event for event in read(_rendered(CAMPAIGN))}
    second = {event["UID"]: event for event in read(_rendered(moved, NOW + timedelta(seconds=1)))}
    assert set(first) == set(second)
    assert len(first) == len(happenings(CAMPAIGN, EDITION))
    for uid, event in second.items():
        assert int(event["SEQUENCE"]) > int(first[uid]["SEQUENCE"])
        assert event["LAST-MODIFIED"] > first[uid]["LAST-MODIFIED"]
        assert event["DTSTAMP"] > first[uid]["DTSTAMP"]


def test_two_campaigns_never_share_an_entry() -> None:
    def uids(campaign: Campaign) -> set[str]:
        return {event["UID"] for event in read(_rendered(campaign))}

    assert not uids(CAMPAIGN) & uids(replace(CAMPAIGN, id="c2"))
    unsaved = replace(CAMPAIGN, id="")
    assert uids(unsaved) == uids(replace(unsaved, source="Elsewhere"))
    assert not uids(unsaved) & uids(replace(unsaved, title="Autumn"))


def test_the_same_moment_gives_the_same_bytes() -> None:
    assert _rendered(CAMPAIGN) == _rendered(CAMPAIGN)


def test_lines_cannot_be_injected() -> None:
    milestone = Milestone(id="m", name="Day", date=Day(2026, 10, 20), done_when=HOSTILE)
    campaign = Campaign(id="c", title=HOSTILE, milestones=(milestone,))
    (event,) = read(_rendered(campaign))
    assert event["DESCRIPTION"] == f"Reached when:\n{clean(HOSTILE)}"
    assert event["SUMMARY"] == f"Day · {' '.join(clean(HOSTILE).split())}"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_text(), any_text(), st.lists(st.tuples(any_text(), any_text()), max_size=2), any_text())
def test_any_text_comes_back(title: str, location: str, details: list[tuple[str, str]], key: str) -> None:
    entry = Happening(
        key, HappeningKind.MILESTONE, Day(2026, 1, 1), Day(2026, 1, 2), title, tuple(details), location
    )
    (event,) = read(render(Campaign(title=title), (entry,), NOW))
    assert event.get("SUMMARY", "") == clean(title)
    assert event.get("LOCATION", "") == clean(location)
    for label, text in details:
        assert clean(label) in event["DESCRIPTION"]
        assert clean(text) in event["DESCRIPTION"]


@pytest.mark.parametrize("day", [Day.min, Day.max])
def test_the_ends_of_the_calendar(day: Day) -> None:
    campaign = Campaign(title="x", milestones=(Milestone(id="m", name="x", date=day),))
    (event,) = read(_rendered(campaign))
    assert event["DTSTART;VALUE=DATE"] == day.strftime("%Y%m%d").zfill(8)
    assert event.get("DTEND;VALUE=DATE", "") != event["DTSTART;VALUE=DATE"]
