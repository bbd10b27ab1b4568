"""Campaigns to be planned, and a solver that knows nothing of the app's: it walks the calendar day by day."""

from datetime import date as Day
from datetime import timedelta
from math import ceil

from hypothesis import strategies as st

from app.calendar import Calendar
from app.campaign import Campaign, Deliverable, Stage
from app.campaign_file import read_campaign
from tests.shared import ROOT

TODAY = Day(2026, 9, 1)
UK = Calendar(days_off=frozenset({Day(2026, 8, 31), Day(2026, 12, 25), Day(2026, 12, 28)}))
_FIRST = Day(2026, 10, 1)
_STAGES = ("s0", "s1", "s2", "s3", "s4")


def sample() -> Campaign:
    return read_campaign((ROOT / "resources" / "winter-service-weeks.json").read_bytes())


# --- campaigns ---------------------------------------------------------------------------------------------------
def days(first: Day = _FIRST, span: int = 90) -> st.SearchStrategy[Day]:
    return st.integers(0, span).map(lambda ahead: first + timedelta(days=ahead))


def calendars() -> st.SearchStrategy[Calendar]:
    return st.builds(
        Calendar,
        st.sampled_from((frozenset({5, 6}), frozenset({4, 5}), frozenset({6}), frozenset({0, 1, 2, 3, 5}))),
        st.frozensets(days(_FIRST - timedelta(days=60), 200), max_size=25),
    )


def chains() -> st.SearchStrategy[tuple[Stage, ...]]:
    hours = st.none() | st.sampled_from((0, 1, 24, 25, 48, 72, 100))
    stage = st.tuples(hours, st.booleans(), st.booleans())
    return st.lists(stage, max_size=5).map(
        lambda made: tuple(
            Stage(id=row, name=row, max_hours=limit, parallel=beside, if_applicable=maybe)
            for row, (limit, beside, maybe) in zip(_STAGES, made, strict=False)
        )
    )


def deliverables() -> st.SearchStrategy[Deliverable]:
    def count(most: int) -> st.SearchStrategy[int | None]:
        return st.none() | st.integers(0, most)

    return st.builds(
        Deliverable,
        name=st.sampled_from(("Poster", "Reel", "")),
        type=st.sampled_from(("Print", " landing page", "Video", "Zeppelin", "")),
        due=st.none() | days(),
        effort_days=count(12),
        rounds=count(3),
        lead_days=count(6),
        without=st.lists(st.sampled_from(_STAGES), max_size=3, unique=True).map(tuple),
    )


def campaigns(most: int = 3) -> st.SearchStrategy[Campaign]:
    """With a launch; kickoff, approval and start may be missing, and no order of dates is promised."""
    rows = st.lists(deliverables(), min_size=1, max_size=most).map(
        lambda made: tuple(_named(row, f"d{at}") for at, row in enumerate(made))
    )
    return st.builds(
        Campaign,
        launch_date=days(),
        planned_kickoff=st.none() | days(),
        approved_on=st.none() | days(),
        start_date=st.none() | days(),
        deliverables=rows,
        approval=chains(),
    )


def _named(row: Deliverable, row_id: str) -> Deliverable:
    return Deliverable(
        id=row_id, name=row.name, type=row.type, due=row.due, effort_days=row.effort_days,
        rounds=row.rounds, lead_days=row.lead_days, without=row.without,
    )  # fmt: skip


# --- the other solver --------------------------------------------------------------------------------------------
USUAL = {"print": (6, 5), "landing page": (7, 3), "video": (6, 0)}


def lengths(made: Deliverable, chain: tuple[Stage, ...]) -> list[int]:
    """How many days each part takes, in order, from the rules as they are told: parts that take none are there too."""
    effort, lead = USUAL.get(made.type.strip().lower(), (5, 0))
    effort = effort if made.effort_days is None else made.effort_days
    lead = lead if made.lead_days is None else made.lead_days
    open_ = [stage for stage in chain if stage.id not in made.without]
    always = [stage for stage in open_ if not stage.if_applicable] or open_
    rounds = (1 if open_ else 0) if made.rounds is None else made.rounds
    revision = rounds * max(1, int(effort / 4 + 0.5))
    parts, revised, at = [effort], False, 0
    while at < len(chain):
        end = at + 1
        while end < len(chain) and chain[end].parallel:
            end += 1
        shared = [stage for stage in chain[at:end] if stage in open_]
        if always and always[-1] in shared:
            parts.append(revision)
            revised = True
        if shared:
            parts.append(max(2 if s.max_hours is None else ceil(s.max_hours / 24) for s in shared))
        at = end
    return [*parts, *([] if revised else [revision]), lead]


def latest(parts: list[int], end: Day, calendar: Calendar) -> list[tuple[Day, Day]]:
    """First and last day of each part that takes a day, for the latest start that is done by `end`; tries them all."""
    start = end
    while True:
        found = _walked([part for part in parts if part], start, calendar)
        if calendar.is_business_day(start) and (not found or found[-1][1] <= end):
            return found
        start -= timedelta(days=1)


def _walked(parts: list[int], day: Day, calendar: Calendar) -> list[tuple[Day, Day]]:
    found: list[tuple[Day, Day]] = []
    for part in parts:
        worked: list[Day] = []
        while len(worked) < part:
            if calendar.is_business_day(day):
                worked.append(day)
            day += timedelta(days=1)
        found.append((worked[0], worked[-1]))
    return found
