"""The campaign's roles as a menu shows them, and a new one without leaving the question that needs it."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.campaign import Campaign, Person
from app.change import Batch, Change, Insert, Put
from app.place import Place, get
from ui.pages.pen import Pen
from ui.widgets.field_frame import Framed
from ui.widgets.text import LineField


def role_words(person: Person) -> str:
    """Roles, not names: people change (UX, section 6)."""
    return person.role or person.name or _tr("Role without a name")


def roles(campaign: Campaign) -> tuple[tuple[str, str], ...]:
    return tuple((person.id, role_words(person)) for person in campaign.people)


def add_role(pen: Pen, place: Place, words: str, *, several: bool) -> None:
    """A role of that name (an existing one is taken as it is), named at the place: one step."""
    people = pen.campaign.people
    known = next((each.id for each in people if each.role.casefold() == words.casefold()), "")
    person = known or pen.bridge.new_id()
    changes: list[Change] = []
    if not known:
        changes.append(Insert(("people",), len(people), Person(id=person, role=words)))
    chosen = get(pen.campaign, place)
    if not several:
        changes.append(Put(place, person))
    elif person not in chosen:
        changes.append(Put(place, (*chosen, person)))
    if changes:
        pen.do(Batch(_tr("Add role"), tuple(changes)))


def ask_role(pen: Pen, place: Place, below: QWidget, *, several: bool) -> None:
    """A line for the role's name under the question; Enter takes it, Esc leaves everything as it was."""
    popup = QFrame(below, Qt.WindowType.Popup)
    popup.setProperty("role", "popover")
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    line = LineField(_tr("Content lead"))
    QVBoxLayout(popup).addWidget(Framed(_tr("New role"), line))

    def take() -> None:
        words = line.value().strip()
        popup.close()
        if words:
            add_role(pen, place, words, several=several)

    line.returnPressed.connect(take)
    popup.move(below.mapToGlobal(QPoint(0, below.height() + 2)))
    popup.show()
    line.setFocus()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Roles", text)
