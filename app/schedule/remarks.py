"""What a plan cannot do, and what looks odd about its dates: said calmly, in place of tracks or beside them (L6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from app.calendar import Calendar
from app.campaign import Campaign, Deliverable
from app.place import Place
from app.saying import day_and_year
from app.schedule.ruler import YEARS
from app.schedule.saying import name_in_words


class Reason(StrEnum):
    """Why something is said. Those in `UNPLANNED` mean that tracks are missing."""

    NO_LAUNCH = "no_launch"
    NOTHING_TO_MAKE = "nothing_to_make"
    NO_DAY_LEFT = "no_day_left"
    TOO_LONG = "too_long"
    LAUNCH_PAST = "launch_past"
    LAUNCH_DAY_OFF = "launch_day_off"
    KICKOFF_LATE = "kickoff_late"
    DUE_LATE = "due_late"


UNPLANNED = frozenset({Reason.NO_LAUNCH, Reason.NOTHING_TO_MAKE, Reason.NO_DAY_LEFT, Reason.TOO_LONG})


_STEPS = {
    Reason.NO_LAUNCH: ("Add a launch date", ("launch_date",)),
    Reason.NOTHING_TO_MAKE: ("Add a deliverable", ("deliverables",)),
    Reason.NO_DAY_LEFT: ("Check the days off", ()),
    Reason.LAUNCH_PAST: ("Choose another launch date", ("launch_date",)),
    Reason.LAUNCH_DAY_OFF: ("Choose another launch date", ("launch_date",)),
    Reason.KICKOFF_LATE: ("Move the kickoff", ("planned_kickoff",)),
}
_STEPS_OF_ONE = {
    Reason.NO_LAUNCH: ("Give it a date", "due"),
    Reason.TOO_LONG: ("Check its numbers", "effort_days"),
    Reason.DUE_LATE: ("Change its date", "due"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence. `deliverable` is the id of the one it is about, "" for the campaign."""

    reason: Reason
    message: str
    deliverable: str = ""

    @property
    def unplanned(self) -> bool:
        """Whether there is no track because of it."""
        return self.reason in UNPLANNED

    @property
    def next_step(self) -> tuple[str, Place]:
        """What to do about it, and where; () for what is set for the whole workspace."""
        if self.deliverable:
            words, key = _STEPS_OF_ONE[self.reason]
            return words, ("deliverables", self.deliverable, key)
        return _STEPS[self.reason]


def about_campaign(campaign: Campaign, calendar: Calendar, today: Day | None) -> Iterator[Remark]:
    """What is odd about launch and kickoff, and whether there is anything to plan at all."""
    launch, kickoff = campaign.launch_date, campaign.planned_kickoff
    if not campaign.deliverables:
        yield Remark(
            Reason.NOTHING_TO_MAKE, "Nothing is made yet. Each deliverable you add gets its days here."
        )
    if launch is None:
        yield Remark(Reason.NO_LAUNCH, "There is no launch date yet. The plan is counted back from it.")
        return
    if today is not None and launch < today:
        yield Remark(Reason.LAUNCH_PAST, f"The launch on {day_and_year(launch)} is past.")
    if not calendar.is_business_day(launch):
        yield Remark(Reason.LAUNCH_DAY_OFF, f"The launch is on {day_and_year(launch)}, a day off.")
    if kickoff is not None and kickoff >= launch:
        yield Remark(Reason.KICKOFF_LATE, f"The kickoff on {day_and_year(kickoff)} is not before the launch.")


def no_day_left() -> Remark:
    return Remark(
        Reason.NO_DAY_LEFT, "No business day is left to plan with. Check the dates and the days off."
    )


def too_long(deliverable: Deliverable) -> Remark:
    message = f"{name_in_words(deliverable.name)} does not fit into {YEARS} years around the launch. Check its numbers."
    return Remark(Reason.TOO_LONG, message, deliverable.id)


def without_end(deliverable: Deliverable) -> Remark:
    message = f"{name_in_words(deliverable.name)} has no end to count back from: give it a date, or the campaign a launch."
    return Remark(Reason.NO_LAUNCH, message, deliverable.id)


def due_late(deliverable: Deliverable, due: Day) -> Remark:
    message = f"{name_in_words(deliverable.name)} is ready on {day_and_year(due)}, after the launch."
    return Remark(Reason.DUE_LATE, message, deliverable.id)
