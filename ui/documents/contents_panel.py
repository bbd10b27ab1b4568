"""Whom a vendor's pack is for, and what goes in: each part with the page it stands on, or the way to what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.place import Place
from app.stranger import Part
from ui.documents.briefing import Briefing, Entry, Extra, Key
from ui.documents.panel import Panel
from ui.widgets.button import Button
from ui.widgets.choice import ChoiceField
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label
from ui.widgets.laid import empty
from ui.widgets.tick import CheckBox


class ReceiverPanel(Panel):
    """`chosen` brings the id of another vendor."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("For"))
        self.heading.setWordWrap(False)
        self.vendors = ChoiceField((), self.tr("Whoever executes it"), parent=self, select=True)
        self.vendors.setAccessibleName(self.tr("Vendor the pack is for"))
        self.vendors.edited.connect(self.chosen)
        self.head.addWidget(self.vendors, 4)

    def show_vendors(self, vendors: Sequence[tuple[str, str]], vendor_id: str) -> None:
        """(id, role) of each; without any the pack is for whoever executes the campaign."""
        self.vendors.show_choices(vendors)
        self.vendors.show_value(vendor_id)
        self.vendors.setEnabled(bool(vendors))


class ContentsPanel(Panel):
    """`wanted`: the place of what is missing. `turned`: the page, from 0, of a part.

    `criteria_wanted`: whether the success criteria go in too.
    """

    wanted = Signal(object)
    turned = Signal(int)
    criteria_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("What goes in"))
        self._shown: tuple[Entry, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(7)
        self.criteria = CheckBox(self.tr("Success criteria, if needed"))
        self.criteria.toggled.connect(self.criteria_wanted)
        self.body.addLayout(self._list)
        self.body.addWidget(self.criteria)

    def show_criteria(self, on: bool) -> None:
        """Whether they go with the pack."""
        self.criteria.blockSignals(True)
        self.criteria.setChecked(on)
        self.criteria.blockSignals(False)

    def show_briefing(self, briefing: Briefing | None) -> None:
        """None while it is being made: what was there stays until then."""
        if briefing is None or briefing.entries == self._shown:
            return
        self._shown = briefing.entries
        empty(self._list)
        for entry in briefing.entries:
            self._list.addWidget(self._line(entry))

    @property
    def words(self) -> list[str]:
        """What each line says: "Background and audience: page 1"."""
        return [f"{name_of(each.part)}: {_where(each)}" for each in self._shown]

    def _line(self, entry: Entry) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        sign = Glyph("circle-dashed", "warn") if entry.missing else Glyph("check", "ok")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(name_of(entry.part), wraps=True), 1)
        row.addWidget(self._end(entry))
        return line

    def _end(self, entry: Entry) -> QWidget:
        if entry.page is None and not entry.missing:
            return Label(_where(entry), "caption")
        link = Button(_where(entry), "link", small=True)
        link.setStyleSheet("padding: 0")
        link.setAccessibleName(f"{name_of(entry.part)}: {_where(entry)}")
        link.clicked.connect(lambda: self._take(entry.missing, entry.page))
        return link

    def _take(self, missing: Place, page: int | None) -> None:
        if missing:
            self.wanted.emit(missing)
        elif page is not None:
            self.turned.emit(page)


def name_of(part: Key) -> str:
    """ "Background and audience"."""
    names: dict[Key, str] = {
        Part.BACKGROUND: _tr("Background and audience"),
        Part.BRAND: _tr("Brand guidelines"),
        Part.CONTACT: _tr("One point of contact"),
        Part.TIMELINE: _tr("Dates and milestones"),
        Part.REVIEW: _tr("Reviews and revisions"),
        Part.COMMUNICATION: _tr("How we communicate"),
        Part.WORK: _tr("Specification"),
        Extra.RACI: _tr("Who does what"),
    }
    return names[part]


def _where(entry: Entry) -> str:
    if entry.missing:
        return _tr("missing")
    return _tr("page {n}").format(n=entry.page + 1) if entry.page is not None else _tr("not in it")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ContentsPanel", text)
