"""The pictures and files of all deliverables in one table: each says what it is used for (S2)."""

from dataclasses import dataclass, replace
from typing import Any

from app.campaign import Asset, Campaign, Deliverable
from app.change import Batch, Change, Insert, Move, Remove
from app.field import Kind, identity, row
from app.finding import Level
from app.place import Place
from ui.pages.item import Findings
from ui.pages.pen import Pen
from ui.pages.rows_item import RowsItem
from ui.where import at
from ui.widgets.cells import Pasted


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
        self.table.grid.closed = True
        self.finding.acted.connect(self._begin)

    def _show_roles(self, campaign: Campaign) -> None:
        """A deliverable by its name, and in what is pasted by its number in the documents too."""
        made = campaign.deliverables
        numbers = tuple((each.id, f"D{number}") for number, each in enumerate(made, start=1))
        self.table.show_roles(tuple((each.id, each.name or each.type) for each in made), also=numbers)

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
        if self.draft.begun:
            self.pen.lift()
        if self.draft.is_row(row_id):
            if value:
                self.draft.begin(len(self.model.rows), self._started(self.draft.row, str(value)))
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
        if row == _Used(id=row.id):
            self.draft.begin(index, self._started(row, owner.id))
            return
        asset = self._fresh(row)
        place = ("deliverables", owner.id, "assets")
        self.table.grid.expect(_joined(owner, asset))
        self.pen.do(Insert(place, len(owner.assets), asset))

    def _started(self, row: Any, owner: str) -> Any:
        """A row that is begun, for that deliverable."""
        return replace(row, id=f"{owner}{_JOINT}{self.pen.bridge.new_id()}", used_for=owner)

    def born(self, index: int, row: Any) -> Change:
        owner, _, asset = row.id.partition(_JOINT)
        held = next(each for each in self.pen.campaign.deliverables if each.id == owner).assets
        return Insert(("deliverables", owner, "assets"), len(held), replace(self._fresh(row), id=asset))

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
        if self.draft.dropped(row_id):
            return
        self.pen.do(Remove(self.cell(row_id, "")))
        self.written(self.tr("Asset deleted"), self.tr("Undo"))

    def _move(self, row_id: str, index: int) -> None:
        """Within its deliverable; further away it is "used for" that moves it."""
        owner, shown = self._owner(row_id), self.rows(self.pen.campaign)
        if owner is None or not 0 <= index < len(shown) or shown[index].used_for != owner.id:
            return
        first = next(number for number, each in enumerate(shown) if each.used_for == owner.id)
        self.pen.do(Move(self.cell(row_id, ""), index - first))

    def _paste(self, index: int, pasted: Pasted) -> None:
        """Each row to the deliverable it names; where it names none that is there, to the one at hand, and that is said."""
        if not pasted.rows:
            self._say_pasted(pasted)
            return
        if self.draft.row is not None and self.draft.dropped(self.draft.row.id):
            index -= 1
        home = self._home(index, _Used())
        if home is None:
            self.said.emit(self.tr("Nothing was pasted: add a deliverable first."), "", None)
            return
        counts = {each.id: len(each.assets) for each in self.pen.campaign.deliverables}
        new: list[Insert] = []
        for each in pasted.rows:
            owner = each.used_for or home.id
            new.append(Insert(("deliverables", owner, "assets"), counts[owner], self._fresh(each)))
            counts[owner] += 1
        self.pen.do(Batch(self.tr("Paste"), tuple(new)))
        self.focus_place((*new[0].place, new[0].row.id, "name"))
        self._say_placed(pasted, home)

    def _say_placed(self, pasted: Pasted, home: Deliverable) -> None:
        """Which rows named no deliverable that is there, and where they are now."""
        lost = [each.name or self.tr("An asset") for each in pasted.rows if not each.used_for]
        if not (lost and pasted.unread):
            self._say_pasted(pasted)
            return
        words = self.tr("Not read: {cells}. Now used for “{home}”: {names}.")
        self.said.emit(
            words.format(
                cells=", ".join(pasted.unread),
                home=home.name or home.type,
                names=", ".join(f"“{name}”" for name in lost),
            ),
            "",
            None,
        )

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
