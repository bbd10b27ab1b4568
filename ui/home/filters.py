"""Over the list of campaigns: which of them, for whom, and in which order; for those in *Deleted* what can be done."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.home.deleted import DeletedBar
from ui.widgets.choice import ChoiceField
from ui.widgets.segments import Segments


class Filters(QObject):
    """`edited`: other campaigns are wanted. Its fields are laid out with what stands around them: see `row`."""

    edited = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        kinds = (
            ("active", self.tr("Active")),
            ("archived", self.tr("Archived")),
            ("deleted", self.tr("Deleted")),
        )
        self.kind = Segments([(key, words, "") for key, words in kinds], self.tr("Which campaigns"))
        self.kind.show_value("active")
        self.client = ChoiceField((("", self.tr("All clients")),), select=True, glyph="building-2")
        self.client.setAccessibleName(self.tr("Client"))
        orders = (
            ("due", self.tr("Next due")),
            ("recent", self.tr("Last changed")),
            ("title", self.tr("Title")),
        )
        self.order = ChoiceField(orders, select=True, lead=self.tr("Sort"))
        self.order.setAccessibleName(self.tr("Sort by"))
        self.order.show_value("due")
        self.bar = DeletedBar()
        for field in (self.kind, self.client, self.order):
            field.edited.connect(lambda _: self.edited.emit())

    def row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addStretch()
        for each in (self.client, self.order, self.bar):
            row.addWidget(each)
        return row

    @property
    def archived(self) -> bool:
        return self.kind.value() == "archived"

    @property
    def deleted(self) -> bool:
        return self.kind.value() == "deleted"

    def wanted(self) -> dict[str, Any]:
        """As `Board.rows` takes it."""
        return {"archived": self.archived, "client": self.client.value(), "order": self.order.value()}

    def show_clients(self, names: Sequence[str]) -> None:
        kept = self.client.value()
        self.client.show_choices([("", self.tr("All clients")), *((name, name) for name in names)])
        self.client.show_value(kept if kept in names else "")

    def show_counts(self, counts: dict[bool, int], deleted: int) -> None:
        """*Deleted* is there while something is in it."""
        for key, count in (("active", counts[False]), ("archived", counts[True]), ("deleted", deleted)):
            self.kind.show_count(key, QLocale().toString(count))
        self.kind.offer("deleted", deleted > 0)
        if self.deleted and not deleted:
            self.kind.show_value("active")
        self.client.setVisible(not self.deleted)
        self.order.setVisible(not self.deleted)
        self.bar.setVisible(self.deleted)
