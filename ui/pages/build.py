"""Which item asks what: from the kind of a field, except where a page has a form of its own."""

from collections.abc import Callable

from app.campaign import Campaign, Question, Standards
from app.change import forget_person
from app.field import Kind, fields_of
from app.place import Place, field_at
from ui.pages.assets_item import AssetsItem
from ui.pages.checkpoints_item import CheckpointsItem
from ui.pages.client_item import ClientItem
from ui.pages.deliverables_item import DeliverablesItem
from ui.pages.executed_by import ExecutedBy
from ui.pages.field_item import FieldItem
from ui.pages.item import Item
from ui.pages.kickoff_items import AttendeesItem, HeldItem, agenda_item, teach_back_item
from ui.pages.lines_item import LinesItem
from ui.pages.pen import Pen
from ui.pages.raci_item import RaciItem
from ui.pages.rows_item import RowsItem
from ui.pages.stages_item import StagesItem
from ui.pages.standard_item import StandardItem
from ui.pages.timeline_item import TimelineItem
from ui.widgets.table import Preset


def item_for(pen: Pen, place: Place) -> Item:
    """The widget that asks for what is written at a place."""
    if place in _OWN:
        return _OWN[place](pen, place)
    match field_at(Campaign, place).kind:
        case Kind.LINES:
            return LinesItem(pen, place)
        case Kind.ROWS:
            return RowsItem(pen, place)
        case _:
            return FieldItem(pen, place)


def _people(pen: Pen, place: Place) -> Item:
    columns = ("role", "name", "email", "side")
    return RowsItem(pen, place, columns=columns, titled=False, forget=forget_person)


def _questions(pen: Pen, place: Place) -> Item:
    at_kickoff = Question(asked_at="kickoff", asked_on=pen.bridge.today())
    later = Question(asked_at="execution", asked_on=pen.bridge.today())
    presets = [
        Preset(pen.tr("Raised at the kickoff"), at_kickoff, "message-circle-question-mark"),
        Preset(pen.tr("Raised later"), later, "plus"),
    ]
    columns = ("question", "asked_of", "answer")
    return RowsItem(pen, place, columns=columns, presets=presets, opens=True)


def _metrics(pen: Pen, place: Place) -> Item:
    """What is counted is in sight, beside the margin too; unit, source and day are in the opened row."""
    found = RowsItem(pen, place, columns=("name", "baseline", "target"), opens=True)
    found.wide = False
    return found


def _beside(make: Callable[[Pen, Place], Item], row: str) -> Callable[[Pen, Place], Item]:
    """The same item, next to its neighbours of that row."""

    def made(pen: Pen, place: Place) -> Item:
        item = make(pen, place)
        item.beside = row
        return item

    return made


def _list(glyph: str, tone: str) -> Callable[[Pen, Place], Item]:
    return lambda pen, place: LinesItem(pen, place, glyph=glyph, tone=tone)


_OWN: dict[Place, Callable[[Pen, Place], Item]] = {
    ("deliverables",): DeliverablesItem,
    ("people",): _people,
    ("raci",): RaciItem,
    ("approval",): StagesItem,
    ("deliverables", "assets"): AssetsItem,
    ("checkpoints",): CheckpointsItem,
    ("milestones",): TimelineItem,
    ("kickoff", "attendees"): AttendeesItem,
    ("kickoff", "agenda"): agenda_item,
    ("kickoff", "teach_back"): teach_back_item,
    ("kickoff", "held_on"): HeldItem,
    ("questions",): _questions,
    **{(("kickoff", key)): _beside(FieldItem, "dates") for key in ("time", "minutes")},
    **{("standards", field.key): StandardItem for field in fields_of(Standards)},
    ("execution",): ExecutedBy,
    ("metrics",): _metrics,
    ("client", "name"): _beside(ClientItem, "about"),
    ("project_type",): _beside(FieldItem, "about"),
    ("guardrails", "dos"): _beside(_list("check", "ok"), "messaging"),
    ("guardrails", "donts"): _beside(_list("x", "bad"), "messaging"),
    ("technical_requirements",): _list("check", "ok"),
    **{
        (key,): _beside(FieldItem, "dates")
        for key in ("approved_on", "start_date", "planned_kickoff", "launch_date")
    },
}
