"""The pictures and files of all deliverables in one table: each says what it is used for (S2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.campaign import Asset, Campaign, Deliverable
from app.change import Batch, Insert, Move, Remove
from app.field import Kind, identity, row
from app.finding import Level
from app.place import Place
from ui.pages.item import Findings
from ui.pages.pen import Pen
from ui.pages.rows_item import RowsItem
from ui.where import at


@dataclass(frozen=True, slots=True)
class _Used:
    """An asset with its deliverable, as one row of this page. The deliverables stand in for the roles of a table."""

    id: str = identity()
    name: str = row(Kind.LINE, "Asset", column=1.5)
    used_for: str = row(Kind.PERSON, "Used for", column=1.4)
    dimensions: str = row(Kind.LINE, "Dimensions", required=True, column=1.5)
    format: str = row(Kind.LINE, "Format", required=True, column=1.2)
    file_type: str = row(Kind.LINE, "File type", required=True, column=1.1)
    limit: str = row(Kind.LINE, "Limit", column=1.1)


_JOINT = " "
"""Between the ids of a deliverable and its asset: assets are numbered within their deliverable only."""
_OWN = ("name", "dimensions", "format", "file_type", "limit")


class AssetsItem(RowsItem):
    """Rows come and go in the list of their deliverable; "used for" moves one to another."""

    reads = (("deliverables",),)

    def __init__(self, pen: Pen, place: Place) -> None:
        super().__init__(pen, place, cls=_Used, titled=False, hint=True)
        self.finding.acted.connect(self._begin)

    def show_campaign(self, campaign: Campaign) -> None:
        super().show_campaign(campaign)
        self.table.show_roles(tuple((each.id, each.name or each.type) for each in campaign.deliverables))

    def rows(self, campaign: Campaign) -> tuple[Any, ...]:
        return tuple(
            _Used(id=_joined(each, asset), used_for=each.id, **{key: getattr(asset, key) for key in _OWN})
            for each in campaign.deliverables
            for asset in each.assets
        )

    def is_open(self, campaign: Campaign) -> bool:
        return not any(each.assets for each in campaign.deliverables)

    def covers(self, place: Place) -> bool:
        return place[:1] == ("deliverables",) and "assets" in (place[1:2] + place[2:3])

    def show_findings(self, findings: Findings, *, missing: bool) -> None:
        super().show_findings(findings, missing=missing)
        self._say_start()

    def cell(self, row_id: str, key: str) -> Place:
        owner, _, asset = row_id.partition(_JOINT)
        whole = ("deliverables", owner, "assets", asset)
        return (*whole, key) if key in _OWN else whole

    # --- inside ---
    def row_at(self, place: Place) -> int:
        owner, asset = (*place, "", "", "")[1], (*place, "", "", "", "")[3]
        ids = [row.id for row in self.model.rows]
        return ids.index(f"{owner}{_JOINT}{asset}") if f"{owner}{_JOINT}{asset}" in ids else 0

    def _owner(self, row_id: str) -> Deliverable | None:
        wanted = row_id.partition(_JOINT)[0]
        return next((each for each in self.pen.campaign.deliverables if each.id == wanted), None)

    def _put(self, row_id: str, key: str, value: object) -> None:
        if key != "used_for":
            super()._put(row_id, key, value)
            return
        before, after = self._owner(row_id), str(value)
        if before is None or not after or before.id == after:
            return
        asset = next(each for each in before.assets if _joined(before, each) == row_id)
        goal = next(each for each in self.pen.campaign.deliverables if each.id == after)
        self.pen.do(
            Batch(
                self.tr("Use for another deliverable"),
                (
                    Remove(self.cell(row_id, "")),
                    Insert(("deliverables", after, "assets"), len(goal.assets), self._fresh(asset)),
                ),
            )
        )

    def _insert(self, index: int, row: Any) -> None:
        """Into the list of the deliverable above it, or the one it names; without deliverables there is no list."""
        owner = self._home(index, row)
        if owner is None:
            return
        asset = self._fresh(row)
        place = ("deliverables", owner.id, "assets")
        self.pen.do(Insert(place, len(owner.assets), asset))
        self.focus_place((*place, asset.id, "name"))
        self.table.grid.edit(self.table.grid.currentIndex())

    def _home(self, index: int, row: Any) -> Deliverable | None:
        made = self.pen.campaign.deliverables
        named = next((each for each in made if each.id == row.used_for), None)
        shown = self.rows(self.pen.campaign)
        above = self._owner(shown[min(index, len(shown)) - 1].id) if shown and index else None
        without = next((each for each in made if not each.assets), None)
        return named or (without if index >= len(shown) else None) or above or (made[0] if made else None)

    def _fresh(self, row: Any) -> Asset:
        return Asset(id=self.pen.bridge.new_id(), **{key: getattr(row, key) for key in _OWN})

    def _remove(self, row_id: str) -> None:
        self.pen.do(Remove(self.cell(row_id, "")))
        self.written(self.tr("Asset deleted"), self.tr("Undo"))

    def _move(self, row_id: str, index: int) -> None:
        """Within its deliverable; further away it is "used for" that moves it."""
        owner, shown = self._owner(row_id), self.rows(self.pen.campaign)
        if owner is None or not 0 <= index < len(shown) or shown[index].used_for != owner.id:
            return
        first = next(number for number, each in enumerate(shown) if each.used_for == owner.id)
        self.pen.do(Move(self.cell(row_id, ""), index - first))

    def _paste(self, index: int, rows: Sequence[Any]) -> None:
        owner = self._home(index, rows[0]) if rows else None
        if owner is not None:
            start = len(owner.assets)
            made = [self._fresh(each) for each in rows]
            place = ("deliverables", owner.id, "assets")
            changes = tuple(Insert(place, start + number, each) for number, each in enumerate(made))
            self.pen.do(Batch(self.tr("Paste"), changes))

    def _begin(self) -> None:
        if not self.pen.campaign.deliverables:
            self.going.emit(at(self.pen.campaign_id, ("deliverables",)))

    def _say_start(self) -> None:
        if not self.pen.campaign.deliverables:
            self.finding.say(
                Level.SUGGESTION,
                self.tr("A picture belongs to a deliverable."),
                self.tr("Add a deliverable first"),
            )


def _joined(owner: Deliverable, asset: Asset) -> str:
    return f"{owner.id}{_JOINT}{asset.id}"
