"""Answers become print: one way for every kind of field, with the missing ones said and every one anchored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Day
from typing import Any

from app.campaign import Campaign, Person, Spec
from app.document import Bullets, Cell, Inlines, Item, Marker, Para, Text, Voice, words
from app.documents.edition import Edition
from app.documents.gaps import Gap, gaps, unanswered
from app.documents.wording import Words, day_of, fields_for, words_for
from app.documents.wording.table import Spoken, SpokenTable
from app.documents.wording.words import capital, typeset
from app.field import Doc, Field, Kind, Template
from app.place import Place, label
from app.text import blank, clean

_LISTS = (Kind.ROWS, Kind.LINES, Kind.SPECS)


@dataclass(frozen=True, slots=True)
class Composer:
    """What every part of a document needs to know while it is written."""

    campaign: Campaign
    kind: Doc
    edition: Edition
    template: SpokenTable
    """The field table in the language of the document."""
    words: Words
    people: Mapping[str, Person]
    year: int | None
    """The year the facts name: dates in it are printed without. None where they name two: every date has its own then."""
    open: tuple[Gap, ...]
    """Every required answer that is not there."""

    def printed(self, field: Field, value: Any, year: int | None = None) -> str:
        """One answer as text, "" when there is none; dates of `year` without their year."""
        return "" if unanswered(field, value) else self._printed(field, value, year)

    def _printed(self, field: Field, value: Any, year: int | None) -> str:
        match field.kind:
            case Kind.DATE:
                return self.words.date_in(value, year)
            case Kind.WHEN:
                day = day_of(value)
                return self.words.date_in(day, year) if day else clean(value).strip()
            case Kind.FLAG:
                return field.label if value else ""
            case Kind.CHOICE:
                return dict(field.choices).get(value, clean(value))
            case Kind.PERSON:
                return self.role(value)
            case Kind.PEOPLE:
                return ", ".join(self.role(each) for each in value if not blank(each))
            case Kind.NUMBER:
                return str(value)
            case Kind.NAMES:
                return ", ".join(clean(each) for each in value)
            case Kind.PICTURE | Kind.PART:
                return ""
            case Kind.ROWS | Kind.LINES | Kind.SPECS:
                return "; ".join(self.line(row) for row in value)
            case _:
                return clean(value).strip()

    def role(self, person_id: str) -> str:
        """The role behind an id; the name where there is no role, the id where there is no person."""
        person = self.people.get(person_id)
        if person is None:
            return clean(person_id).strip()
        return next(
            (clean(each).strip() for each in (person.role, person.name) if not blank(each)), person_id
        )

    def line(self, row: Any) -> str:
        """A row of a list in one line: its answers, the name and value of a specification with a colon."""
        parts = [self.printed(field, getattr(row, field.key)) for field in self.fields(type(row))]
        joint = ": " if isinstance(row, Spec) else ", "
        return joint.join(part for part in parts if part)

    def fields(self, cls: type) -> tuple[Spoken, ...]:
        """The fields of a class that this document prints."""
        return tuple(field for field in self.template.fields(cls) if self.kind in field.documents)

    # --- blocks --------------------------------------------------------------------------------------------------
    def paragraphs(self, text: str, place: Place, voice: Voice = Voice.BODY) -> tuple[Para, ...]:
        """Text as paragraphs, one for each that a blank line sets apart."""
        if text.isprintable():
            return (Para(words(text), voice, place),) if text.strip() else ()
        parts = [part.strip("\n") for part in clean(text).split("\n\n")]
        return tuple(Para(words(part), voice, place) for part in parts if part.strip())

    def missing(self, field: Spoken, place: Place) -> Para:
        """ "Missing: owner"; of a list that none of it is there."""
        if field.kind in _LISTS:
            return Para((Text(self.none(self.words.not_listed, field)),), Voice.MISSING, place)
        said = self.words.missing.format(label=self.words.inside(field.label))
        return Para((Text(said),), Voice.MISSING, place)

    def none(self, pattern: str, field: Spoken) -> str:
        """What a pattern says of a list without rows: "No deliverables are listed yet."."""
        return capital(pattern.format(none=typeset(field.none)))

    def empty(self, field: Spoken, place: Place) -> Para:
        """The one sentence of a section that misses its answer: what, and who to ask."""
        said = "".join(each.text for each in self.missing(field, place).inlines if isinstance(each, Text))
        ended = said if said.endswith(".") else f"{said}."
        return Para((Text(f"{ended} {self.ask()}"),), Voice.MISSING, place)

    def ask(self) -> str:
        person = self.contact()
        return self.words.ask.format(role=self.role(person.id)) if person else self.words.ask_nobody

    def contact(self) -> Person | None:
        """Who answers questions: the first of the own team, else the first of all."""
        named = [each for each in self.campaign.people if not blank(each.role + each.name)]
        return next((each for each in named if each.side == "internal"), named[0] if named else None)

    def bullets(
        self, rows: Iterable[Any], place: Place, marker: Marker = Marker.TIGHT
    ) -> tuple[Bullets, ...]:
        """The rows of a list, one item each; blank ones are left out; () when nothing is left."""
        items = tuple(
            Item(words(text), (*place, row.id)) for row in rows for text in (self.line(row),) if text
        )
        return (Bullets(items, marker),) if items else ()

    def body(self, field: Spoken, value: Any, place: Place, year: int | None) -> tuple[Para | Bullets, ...]:
        """An answer as it stands in a cell; the missing sentence when it is required and not there."""
        if unanswered(field, value):
            return (self.missing(field, place),) if field.required else ()
        if field.kind in _LISTS:
            return self.bullets(value, place)
        return self.paragraphs(self._printed(field, value, year), place)

    def cell(self, field: Spoken, value: Any, place: Place, year: int | None = None) -> Cell:
        return Cell(self.body(field, value, place, year), place)


def composer_for(campaign: Campaign, kind: Doc, edition: Edition, template: Template) -> Composer:
    launch = campaign.launch_date or edition.day
    year = launch.year if launch.year == edition.day.year else None
    table = fields_for(edition.language, template)
    found = gaps(campaign, kind, table)
    people = {person.id: person for person in campaign.people}
    return Composer(campaign, kind, edition, table, words_for(edition.language), people, year, found)


def strong(text: str) -> Inlines:
    return words(text, bold=True)


def tag(place: Place) -> str:
    """The stable id of a tick box."""
    return f"{label(place)}.done"


def shared_year(days: Iterable[Day | None], year: int | None) -> int | None:
    """The year to leave out in a table: `year` when every date of the table is in it, else None."""
    return year if all(day is None or day.year == year for day in days) else None
