"""The column at the right: what the document at hand lacks, how it looks, and the way out; for a vendor what goes in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.field import Doc, Pack
from ui.bridge import Bridge
from ui.documents.asking import Asking
from ui.documents.contents_panel import ContentsPanel, ReceiverPanel
from ui.documents.export_panel import ExportPanel
from ui.documents.gaps_panel import GapsPanel
from ui.documents.kickoff_panel import KickoffPanel
from ui.documents.left_out_panel import LeftOutPanel
from ui.documents.look_panel import LookPanel
from ui.documents.room_panel import RoomPanel
from ui.documents.stranger_panel import StrangerPanel
from ui.paper import Shown
from ui.theme import current
from ui.widgets.label import hairline

WIDE = 300
"""Width at 100 % text."""
WIDEST = 400
ROOMY = 450
"""Height at 100 % text from which all of the export stays in sight, not only its button."""


class Column(QWidget):
    """Its panels; which of them are seen depends on the document. The way out stays in sight."""

    def __init__(self, bridge: Bridge, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gaps = GapsPanel()
        self.room = RoomPanel()
        self.look = LookPanel(bridge, asking)
        self.receiver = ReceiverPanel()
        self.contents = ContentsPanel()
        self.left_out = LeftOutPanel()
        self.stranger = StrangerPanel()
        self.kickoff = KickoffPanel()
        self.export = ExportPanel()
        self._scroll = QScrollArea()
        self._panels = QVBoxLayout()
        self._foot = QVBoxLayout()
        self._roomy = True
        self._theirs: Sequence[QWidget] = (
            self.receiver,
            self.contents,
            self.left_out,
            self.stranger,
            self.kickoff,
        )
        self._lay_out()
        self.show_kind(Doc.BRIEF)

    def show_kind(self, kind: Shown) -> None:
        """The panels of that document."""
        vendor = kind is Pack.VENDOR
        for panel in self._theirs:
            panel.setVisible(vendor)
        self.gaps.setVisible(not vendor)
        self.look.setVisible(not isinstance(kind, Pack))

    def _pin(self) -> None:
        """The export below the others; where they need the room, only its button."""
        roomy = self.height() >= current().px(ROOMY)
        if roomy == self._roomy:
            return
        self._roomy = roomy
        if roomy:
            self.export.take_back()
            self._foot.addWidget(self.export)
        else:
            self._panels.insertWidget(self._panels.count() - 1, self.export)
            self._foot.addWidget(self.export.way_out)
        beside = 0 if roomy else 18
        self._foot.setContentsMargins(beside, 10 if beside else 0, beside, 12 if beside else 0)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "page")
        inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = self._panels
        inner.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for panel in (self.gaps, self.room, self.look, *self._theirs):
            column.addWidget(panel)
        self._foot.addWidget(self.export)
        column.addStretch()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(hairline())
        outer.addLayout(self._foot)
        self._take_room()

    def _take_room(self) -> None:
        self.setFixedWidth(min(current().px(WIDE), WIDEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pin()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_room()
            self._pin()
