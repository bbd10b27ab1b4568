"""The campaign's roles as a menu shows them, and a new one without leaving the question that needs it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.calling import called
from app.campaign import Campaign, Person
from app.change import Batch, Change, Insert, Put
from app.place import Place, get
from ui.pages.pen import Pen
from ui.widgets.asked import Asked
from ui.widgets.text import LineField


def role_words(person: Person) -> str:
    """Roles, not names: people change (UX, section 6)."""
    return person.role or person.name or _tr("Role without a name")


def roles(campaign: Campaign) -> tuple[tuple[str, str], ...]:
    return tuple((person.id, role_words(person)) for person in campaign.people)


def role_named(pen: Pen, words: str) -> tuple[str, tuple[Change, ...]]:
    """The id of the role of that name, and what makes it where there is none yet."""
    known = called(words, [(each.id, each.role) for each in pen.campaign.people])
    if known is not None:
        return known, ()
    person = pen.bridge.new_id()
    return person, new_roles(pen.campaign, ((person, words),))


def new_roles(campaign: Campaign, made: Sequence[tuple[str, str]]) -> tuple[Change, ...]:
    """Roles, (id, words), after those that are there."""
    first = len(campaign.people)
    return tuple(
        Insert(("people",), first + number, Person(id=person, role=words))
        for number, (person, words) in enumerate(made)
    )


def add_role(pen: Pen, place: Place, words: str, *, several: bool) -> None:
    """A role of that name (an existing one is taken as it is), named at the place: one step."""
    person, made = role_named(pen, words)
    changes: list[Change] = [*made]
    chosen = get(pen.campaign, place)
    if not several:
        changes.append(Put(place, person))
    elif person not in chosen:
        changes.append(Put(place, (*chosen, person)))
    if changes:
        pen.do(Batch(_tr("Add role"), tuple(changes)))


def ask_role(pen: Pen, place: Place, below: QWidget, *, several: bool) -> None:
    """A new role at the place, asked below a field."""
    ask_name(pen, place, below, lambda words: add_role(pen, place, words, several=several))


def ask_name(pen: Pen, place: Place, below: QWidget, named: Callable[[str], None]) -> None:
    """A line for the role's name under the question; a role is made of what stands there when it is left."""
    line = LineField(_tr("Content lead"))
    line.show_value(pen.words(place))
    asked = Asked(_tr("New role"), line, below)

    def take() -> None:
        words = line.value().strip()
        if words:
            named(words)

    line.edited.connect(lambda words: pen.word(place, words))
    asked.left.connect(take)
    asked.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Roles", text)
