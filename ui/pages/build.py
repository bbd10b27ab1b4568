"""Which item asks what: from the kind of a field, except where a page has a form of its own."""

from collections.abc import Callable

from app.campaign import Campaign
from app.change import forget_person
from app.field import Kind
from app.place import Place, field_at
from app.presets import PRESETS
from ui.pages.field_item import FieldItem
from ui.pages.item import Item
from ui.pages.lines_item import LinesItem
from ui.pages.pen import Pen
from ui.pages.rows_item import RowsItem
from ui.widgets.table import Preset

_GLYPHS = {
    "blog-post": "pen-line",
    "social-image": "image",
    "email": "mail",
    "landing-page": "monitor",
    "print": "printer",
    "video": "video",
}


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


def _deliverables(pen: Pen, place: Place) -> Item:
    presets = [
        Preset(
            each.name or pen.tr("Something else…"),
            each.made(pen.bridge.new_id),
            _GLYPHS.get(each.key, "plus"),
        )
        for each in PRESETS
    ]
    columns = ("name", "specs", "owner", "due")
    return RowsItem(pen, place, columns=columns, presets=presets, opens=True, titled=False)


def _people(pen: Pen, place: Place) -> Item:
    columns = ("role", "name", "email", "side")
    return RowsItem(pen, place, columns=columns, titled=False, forget=forget_person)


_OWN: dict[Place, Callable[[Pen, Place], Item]] = {
    ("deliverables",): _deliverables,
    ("people",): _people,
}
