"""In which formats: PDF, Word or both, and quietly below what else a campaign can leave as."""

from collections.abc import Iterable

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.field import Pack
from exporters.order import FORMATS
from ui.documents.panel import flush
from ui.paper import Shown
from ui.widgets.button import Button
from ui.widgets.choice import ChoiceField
from ui.widgets.label import Label
from ui.widgets.segments import Segments
from ui.widgets.tick import CheckBox

_SETS = {"pdf": frozenset({"pdf"}), "docx": frozenset({"docx"}), "both": frozenset({"pdf", "docx"})}
_MORE = ("zip", "md", "ics", "csv", "json")
"""Shown when somebody asks for more, or has ticked one; the zip of a pack always."""
_USUAL = {False: frozenset({"pdf"}), True: frozenset({"zip"})}
FORMS = (
    ("plain", "Plain"),
    ("asana", "Asana"),
    ("trello", "Trello"),
    ("clickup", "ClickUp"),
    ("jira", "Jira"),
)


class Formats(QWidget):
    """What is exported; packs remember theirs apart from documents. `kept`: under which name this computer remembers it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, kept: str = "") -> None:
        super().__init__(parent)
        self._name = kept
        self._kept = {pack: self._remembered(pack) for pack in (False, True)}
        self._pack = self._vendor = self._open = False
        self.main = self._segments()
        self.boxes = {key: CheckBox(words, self) for key, words in self._named().items()}
        self.form = ChoiceField(FORMS, parent=self, select=True)
        self.form.show_value("plain")
        self.form.setAccessibleName(self.tr("Columns of the task list"))
        self._more = Button("", "link", small=True)
        self._lay_out()
        self._listen()
        self._show()

    def _segments(self) -> Segments:
        sets = (("pdf", "PDF", ""), ("docx", self.tr("Word"), ""), ("both", self.tr("Both"), ""))
        made = Segments(sets, self.tr("Format"), self, clearable=True)
        for each in (made, *made.findChildren(QToolButton)):
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made

    def _named(self) -> dict[str, str]:
        return {
            "zip": self.tr("Zip"),
            "md": "Markdown",
            "ics": self.tr("Calendar file"),
            "csv": self.tr("Task list"),
            "json": self.tr("Campaign file"),
        }

    # --- what is chosen ---
    def value(self) -> tuple[str, ...]:
        """The chosen ones that make sense for what is shown."""
        chosen = self._chosen()
        return tuple(key for key in FORMATS if key in chosen and self._fits(key))

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

    def _chosen(self) -> frozenset[str]:
        ticked = frozenset(key for key, box in self.boxes.items() if box.isChecked())
        return _SETS.get(self.main.value(), frozenset()) | ticked

    def _folds(self, key: str) -> bool:
        return not (key == "zip" and self._pack)

    def _show(self) -> None:
        chosen = self._kept[self._pack]
        asked = any(key in chosen and self._folds(key) for key in _MORE)
        opened = self._open or asked
        self.main.show_value(next((key for key, keys in _SETS.items() if keys == chosen & _SETS["both"]), ""))
        for key, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(key in chosen)
            box.blockSignals(False)
            box.setVisible(self._fits(key) and (opened or not self._folds(key)))
        self._columns.setVisible(opened and self.boxes["csv"].isChecked())
        words = self.tr("Fewer formats") if opened else self.tr("More formats")
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(not asked)

    def _decided(self) -> None:
        self._kept[self._pack] = self._chosen()
        if self._name:
            QSettings().setValue(self._key(self._pack), " ".join(sorted(self._kept[self._pack])))
        self._show()
        self.changed.emit()

    def _remembered(self, pack: bool) -> frozenset[str]:
        said = QSettings().value(self._key(pack), "") if self._name else ""
        return frozenset(str(said).split()).intersection(FORMATS) or _USUAL[pack]

    def _key(self, pack: bool) -> str:
        return f"{self._name} of packs" if pack else f"{self._name} of documents"

    def _toggle(self) -> None:
        self._open = not self._open
        self._show()

    def _listen(self) -> None:
        self._more.clicked.connect(self._toggle)
        self.main.edited.connect(lambda _value: self._decided())
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self._decided())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.main)
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
