"""In which formats: those a document is set in, and what else a campaign can leave as."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.field import Pack
from exporters.order import FORMATS
from ui.documents.panel import flush
from ui.paper import Shown
from ui.widgets.button import Button
from ui.widgets.choice import ChoiceField
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.tick import CheckBox

_MORE = ("md", "ics", "csv", "json")
"""Shown when somebody asks for more, or has ticked one."""
_ZIP = frozenset({"zip"})
FORMS = (
    ("plain", "Plain"),
    ("asana", "Asana"),
    ("trello", "Trello"),
    ("clickup", "ClickUp"),
    ("jira", "Jira"),
)


class Formats(QWidget):
    """Ticks for what is exported; packs remember theirs apart from documents."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[bool, frozenset[str]] = {False: frozenset({"pdf"}), True: _ZIP}
        self._pack = self._vendor = self._open = False
        self.boxes = {key: CheckBox(words, self) for key, words in self._named().items()}
        self.form = ChoiceField(FORMS, parent=self, select=True)
        self.form.show_value("plain")
        self.form.setAccessibleName(self.tr("Columns of the task list"))
        self._more = Button("", "link", small=True)
        self._lay_out()
        self._listen()
        self._show()

    def _named(self) -> dict[str, str]:
        return {
            "pdf": "PDF",
            "docx": self.tr("Word"),
            "zip": self.tr("Zip"),
            "md": "Markdown",
            "ics": self.tr("Calendar file"),
            "csv": self.tr("Task list"),
            "json": self.tr("Campaign file"),
        }

    # --- what is chosen ---
    def value(self) -> tuple[str, ...]:
        """The ticked ones that make sense for what is shown."""
        return tuple(key for key in FORMATS if self.boxes[key].isChecked() and self._fits(key))

    @property
    def csv_form(self) -> str:
        return self.form.value()

    def show_value(self, formats: Iterable[str]) -> None:
        self._kept[self._pack] = frozenset(formats)
        self._show()

    def show_kind(self, kind: Shown) -> None:
        """What a vendor gets never has the campaign file in it."""
        self._pack, self._vendor = isinstance(kind, Pack), kind is Pack.VENDOR
        self._show()

    # --- inside ---
    def _fits(self, key: str) -> bool:
        return not (self._vendor and key == "json")

    def _show(self) -> None:
        ticked = self._kept[self._pack]
        opened = self._open or not ticked.isdisjoint(_MORE)
        for key, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(key in ticked)
            box.blockSignals(False)
            box.setVisible(self._fits(key) and (key not in _MORE or opened))
        self._columns.setVisible(opened and self.boxes["csv"].isChecked())
        words = self.tr("Fewer formats") if opened else self.tr("More formats")
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(ticked.isdisjoint(_MORE))

    def _ticked(self) -> None:
        self._kept[self._pack] = frozenset(key for key, box in self.boxes.items() if box.isChecked())
        self._show()
        self.changed.emit()

    def _toggle(self) -> None:
        self._open = not self._open
        self._show()

    def _listen(self) -> None:
        self._more.clicked.connect(self._toggle)
        for box in self.boxes.values():
            box.toggled.connect(self._ticked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        first = QWidget()
        row = Flow(first, 14)
        for key in ("pdf", "docx", "zip"):
            row.addWidget(self.boxes[key])
        column.addWidget(first)
        for key in _MORE:
            column.addWidget(self.boxes[key])
            if key == "csv":
                column.addWidget(self._form_row())
        column.addLayout(flush(self._more))

    def _form_row(self) -> QWidget:
        self._columns = QWidget(self)
        row = QHBoxLayout(self._columns)
        row.setContentsMargins(26, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(self.tr("Columns for"), "lead"))
        row.addWidget(self.form, 1)
        return self._columns
