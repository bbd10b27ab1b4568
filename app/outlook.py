"""What the calendar and the task list of a campaign are both made from: who, which words, which dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day

from app.campaign import TEMPLATE, Campaign, Person
from app.documents import Edition
from app.documents.composer import Composer, composer_for
from app.documents.wording import day_of
from app.field import Doc
from app.place import Place
from app.plan_words import PlanWords, plan_words
from app.schedule import Plan, plan
from app.spoken_dates import Spoken, spoken_dates
from app.text import clean

type Detail = tuple[str, str]
"""A label and what it says."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """A campaign seen by its dates, in the language of its edition.

    `plan` may be that of a fuller campaign than the one that is told: a vendor's dates are those of the whole plan.
    """

    campaign: Campaign
    composer: Composer
    plan: Plan
    words: PlanWords

    def label(self, *keys: str) -> str:
        """What a field is called."""
        return clean(self.composer.template.field(*keys).label)

    def said(self, place: Place, text: str) -> tuple[Detail, ...]:
        """A field's label and answer; () when nothing is said."""
        found = clean(text).strip()
        return ((self.label(*place), found),) if found else ()

    def named(self, text: str, *keys: str) -> str:
        """The text on one line; what the field is called where nothing is said."""
        return " ".join(clean(text).split()) or self.label(*keys)

    def titled(self, title: str) -> str:
        """A title with the campaign behind it: a calendar and a task list hold several."""
        name = " ".join(clean(self.campaign.title).split())
        return f"{title} · {name}" if name else title

    def person(self, person_id: str) -> Person | None:
        return self.composer.people.get(person_id)

    def people(self, ids: tuple[str, ...]) -> str:
        """Roles with names and addresses, one a line."""
        return "\n".join(filter(None, (self._introduced(each) for each in ids)))

    def _introduced(self, person_id: str) -> str:
        person = self.person(person_id)
        if person is None:
            return ""
        parts = [clean(each).strip() for each in (person.role, person.name, person.email)]
        return ", ".join(dict.fromkeys(filter(None, parts)))


def outlook(campaign: Campaign, edition: Edition, whole: Plan | None = None) -> Outlook:
    """A campaign by its dates; `whole`: the plan, where it is that of a fuller campaign."""
    composer = composer_for(campaign, Doc.CHECKLIST, edition, TEMPLATE)
    found = plan(campaign, edition.calendar) if whole is None else whole
    return Outlook(campaign, composer, found, plan_words(composer.words.code))


def days_in(text: str, near: Day | None) -> tuple[Day, ...]:
    """The exact days a WHEN field names, each once; a day without its year is the one nearest to `near`."""
    written = day_of(text)
    if written:
        return (written,)
    found = (_day(each, near) for each in spoken_dates(clean(text)))
    return tuple(dict.fromkeys(day for day in found if day))


def _day(said: Spoken, near: Day | None) -> Day | None:
    if said.year is not None:
        return next(_on((said.year,), said), None)
    if near is None:
        return None
    years = (near.year - 1, near.year, near.year + 1)
    return min(_on(years, said), key=lambda day: abs((day - near).days), default=None)


def _on(years: tuple[int, ...], said: Spoken) -> Iterator[Day]:
    for year in years:
        try:
            yield Day(year, said.month, said.day)
        except ValueError:
            continue
