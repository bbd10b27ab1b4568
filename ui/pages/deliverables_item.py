"""The deliverables: each with the icon of its type, and with its format in a column of its own.

A campaign has no field for the format; `app/formats.py` says where it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from app.campaign import Campaign, Deliverable
from app.field import Kind, row
from app.formats import format_of, is_format, with_format
from app.place import Place
from app.presets import PRESETS, usual
from ui.pages.pen import Pen
from ui.pages.rows_item import RowsItem
from ui.widgets.table import Preset
from ui.widgets.table_model import Dress

_GLYPHS = {
    "blog-post": "pen-line",
    "social-image": "image",
    "email": "mail",
    "landing-page": "monitor",
    "print": "printer",
    "video": "video",
}
_COLUMNS = ("name", "specs", "format", "owner", "due")


@dataclass(frozen=True, slots=True)
class _Shown(Deliverable):
    """A deliverable as a row of this page."""

    format: str = row(Kind.LINE, "Format", column=1.2)


class DeliverablesItem(RowsItem):
    """Writing a format writes the specification of that name."""

    def __init__(self, pen: Pen, place: Place) -> None:
        presets = [
            Preset(
                each.name or pen.tr("Something else…"),
                each.made(pen.bridge.new_id),
                _GLYPHS.get(each.key, "plus"),
            )
            for each in PRESETS
        ]
        super().__init__(
            pen,
            place,
            cls=_Shown,
            columns=_COLUMNS,
            presets=presets,
            opens=True,
            titled=False,
            hint=True,
            dress=Dress(_glyph, _sentence, _chips, frozenset({"format"})),
        )

    def rows(self, campaign: Campaign) -> tuple[Any, ...]:
        return tuple(
            _Shown(
                **{field.name: getattr(each, field.name) for field in fields(each)}, format=format_of(each)
            )
            for each in campaign.deliverables
        )

    def cell(self, row_id: str, key: str) -> Place:
        return super().cell(row_id, "specs" if key == "format" else key)

    # --- inside ---
    def _put(self, row_id: str, key: str, value: object) -> None:
        if key != "format":
            super()._put(row_id, key, value)
            return
        shown = self.model.rows[self.model.row_of(row_id)]
        super()._put(row_id, "specs", with_format(shown.specs, str(value), self.pen.bridge.new_id))

    def bare(self, row: Any) -> Deliverable:
        if not isinstance(row, _Shown):
            assert isinstance(row, Deliverable)
            return row
        made = Deliverable(**{field.name: getattr(row, field.name) for field in fields(Deliverable)})
        if row.format == format_of(made):
            return made
        return replace(made, specs=with_format(made.specs, row.format, self.pen.bridge.new_id))


def _glyph(shown: Any) -> str:
    return _GLYPHS.get(usual(shown.type).key, "package")


def _sentence(shown: Any) -> str:
    return " ".join(shown.serves.split())


def _chips(shown: Any) -> Sequence[Any]:
    return [spec for spec in shown.specs if not is_format(spec)]
