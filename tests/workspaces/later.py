"""Campaigns of a later Baton: fields of every kind that an old file does not have."""

from dataclasses import dataclass

from app.campaign import TEMPLATE, Campaign, Line
from app.campaign import Deliverable as OldDeliverable
from app.field import Kind, Template, identity, row

NEXT = TEMPLATE.version + 1
"""The first version after this one."""


@dataclass(frozen=True, slots=True)
class Risk:
    """A list that came later, with people in it."""

    id: str = identity()
    text: str = row(Kind.TEXT, "Risk")
    owners: tuple[str, ...] = row(Kind.PEOPLE, "Owners")


@dataclass(frozen=True, slots=True)
class Deliverable(OldDeliverable):
    """Fields of each kind on a row that is old."""

    reviewer: str = row(Kind.PERSON, "Reviewer", since=NEXT)
    state: str = row(
        Kind.CHOICE, "State", required=True, choices=(("new", "New"), ("done", "Done")), since=NEXT
    )
    helpers: tuple[str, ...] = row(Kind.PEOPLE, "Helpers", since=NEXT + 1)


@dataclass(frozen=True, slots=True)
class Later(Campaign):
    """The campaign of a later Baton."""

    deliverables: tuple[Deliverable, ...] = row(Kind.ROWS, "Deliverables", rows=Deliverable)
    budget: str = row(Kind.LINE, "Budget", since=NEXT)
    sponsor: str = row(Kind.PERSON, "Sponsor", since=NEXT)
    guests: tuple[str, ...] = row(Kind.PEOPLE, "Guests", since=NEXT + 1)
    risks: tuple[Risk, ...] = row(Kind.ROWS, "Risks", rows=Risk, since=NEXT + 1)
    slogans: tuple[Line, ...] = row(Kind.LINES, "Slogans", rows=Line, since=NEXT + 1)


@dataclass(frozen=True, slots=True)
class OneMore(Campaign):
    """One row more in the table, nothing else."""

    budget: str = row(Kind.LINE, "Budget", since=NEXT)


LATER = Template(Later)
ONE_MORE = Template(OneMore)
