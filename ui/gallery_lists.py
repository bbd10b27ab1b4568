"""The lists and tables of the gallery, with rows to fill them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.campaign import Deliverable, Spec
from app.field import fields_of
from app.finding import Level
from ui.theme import Tone, current
from ui.widgets.campaign_delegate import CampaignHead
from ui.widgets.campaigns import CampaignList, CampaignRow
from ui.widgets.card import Card, EmptyState
from ui.widgets.dates import DateField
from ui.widgets.field_frame import FieldFrame, Framed
from ui.widgets.label import Label, key_cap
from ui.widgets.nav import NavList
from ui.widgets.nav_entries import Gap, Heading, Place, Step
from ui.widgets.number import NumberField
from ui.widgets.paint import NodeState
from ui.widgets.people import PeopleField
from ui.widgets.search import Group, Hit
from ui.widgets.table import EditingTable, Preset

DAY = date(2026, 10, 30)
ROLES = (
    ("strategist", "Strategist"),
    ("writer", "Content lead"),
    ("designer", "Designer"),
    ("web", "Web developer"),
)
PRESETS = (("Blog post", "pen-line"), ("Social image", "image"), ("Email", "mail"), ("Video", "video"))


def row_of(widgets: Sequence[QWidget]) -> QHBoxLayout:
    """Side by side, from the leading edge."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


def sidebar() -> Card:
    card = Card("Sidebar and rail")
    entries = (
        Place("campaigns", "Campaigns", "flag"),
        Place("today", "Today", "calendar-check", "3", "3 due"),
        Place("insights", "Insights", "chart-column"),
        Gap(),
        Heading("Winter Service Weeks", "Wrenfield Cycles"),
        Step("1", "Strategy", 1, NodeState.DONE, 1.0),
        Step("2", "Execution brief", 2, NodeState.WORK, 0.85, "85%"),
        Step("3", "Approvals & RACI", 3, NodeState.BEGUN, 0.5, "50%"),
        Step("4", "Checkpoints", 4, NodeState.LATER, 0.0, "later"),
        Step("5", "Feedback", 5, NodeState.OPEN),
    )
    row = QHBoxLayout()
    for folded, wide in ((False, round(224 * current().scale)), (True, 56)):
        side = QFrame()
        side.setProperty("role", "sidebar")
        side.setFixedWidth(wide)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 10, 0, 10)
        nav = NavList("Places")
        nav.fold(folded)
        nav.show_entries(entries, "2")
        nav.setFixedHeight(round(380 * current().scale))
        column.addWidget(nav)
        row.addWidget(side)
    row.addStretch()
    card.body.addLayout(row)
    return card


def framed_fields() -> Card:
    card = Card("Fields of the table")
    table = {field.key: field for field in fields_of(Deliverable)}
    frame = FieldFrame(table["name"])
    frame.show_value("Blog post")
    frame.say(Level.SUGGESTION, "A name, but no number of pieces.", "Add one")
    card.body.addWidget(frame)
    due = DateField(today=lambda: DAY)
    due.show_day(DAY)
    card.body.addWidget(Framed("Due", due, "when it must be finished"))
    who = PeopleField(several=True)
    who.show_roles(ROLES)
    who.show_value(("strategist", "designer"))
    card.body.addWidget(Framed("Reviewers", who))
    count = NumberField()
    count.show_number(1200)
    card.body.addWidget(Framed("Words", count))
    card.body.addWidget(EmptyState("Nothing is due today.", "Show this week"))
    card.body.addStretch()
    return card


def campaigns() -> Card:
    card = Card()
    card.body.setContentsMargins(1, 1, 1, 1)
    card.body.setSpacing(0)
    rows = (
        ("Winter Service Weeks", "Wrenfield Cycles", 4, "Checkpoints", 0.05, 97, "Ready", Tone.OK),
        ("Course Vouchers", "Tallow & Thyme Cookery School", 3, "Approvals", 0.5, 81, "2 gaps", Tone.WARN),
        ("Studio Open Days", "Saltmere Pottery", 1, "Strategy", 0.0, 28, "Draft", Tone.NEUTRAL),
    )
    dues = (("25% checkpoint", "Today", Tone.BAT), ("Approve copy", "Today, 16:30", Tone.WARN))
    found = CampaignList()
    shown = []
    for at, row in enumerate(rows):
        due = dues[at] if at < len(dues) else ("Target number", "Asked Fri 16 Oct", Tone.NEUTRAL)
        shown.append(
            CampaignRow(str(at), *row, *due, "You" if at < 2 else "Client sponsor", at < 2, "handshake")
        )
    found.show_rows(shown)
    found.setFixedHeight(3 * round(66 * current().scale))
    card.body.addWidget(CampaignHead())
    card.body.addWidget(found)
    return card


def table() -> EditingTable:
    specs = (Spec("s1", "Words", "1,200"), Spec("s2", "Headers", "5"), Spec("s3", "Examples", "3"))
    page = (Spec("s1", "Words", "450–600"), Spec("s2", "", "1 form, 5 fields"))
    rows = (
        Deliverable("d1", "Landing page", "Landing page", specs=page, owner="web", due=DAY),
        Deliverable("d2", "Blog post", "Blog post", specs=specs, owner="writer", due=DAY),
        Deliverable("d3", "Reel", "Video", specs=(), owner="", due=None),
    )
    presets = [Preset(words, Deliverable(name=words), glyph) for words, glyph in PRESETS]
    found = EditingTable(Deliverable, "deliverable", presets=presets, opens=True, today=lambda: DAY)
    found.show_roles(ROLES)
    found.show_rows(rows)
    found.grid.open_row(1)
    return found


def keys() -> QWidget:
    box = QWidget()
    said = (("Tab", "next cell"), ("Enter", "next row"), ("Ctrl D", "duplicate"), ("Alt ↑↓", "move"))
    shown: list[QWidget] = []
    for cap, words in said:
        shown += [key_cap(cap), Label(words, "caption")]
    row = row_of(shown)
    row.setContentsMargins(12, 0, 0, 0)
    box.setLayout(row)
    return box


def answers(words: str) -> tuple[Group, ...]:
    """What the quick search of the gallery finds."""
    hits = (
        Hit("poster", "Shop-window poster × 4", "Winter Service Weeks", "printer", "Enter"),
        Hit("clinic", "Clinic poster × 2", "Puppy Club Launch", "printer"),
    )
    found = tuple(hit for hit in hits if words.casefold() in hit.text.casefold())
    return Group("Deliverables", found), Group(
        "Do something", (Hit("new", "New campaign", icon="flag", keys="Ctrl N"),)
    )
