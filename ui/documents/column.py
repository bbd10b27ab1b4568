"""The column at the right: what the document at hand lacks, how it looks, and the way out; for a vendor what goes in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
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

ATTENTION = 300
"""Milliseconds in which the column may still move towards what it has to say."""
WIDE = 300
"""Width at 100 % text."""
WIDEST = 400


class Column(QScrollArea):
    """Its panels; which of them are seen depends on the document."""

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
        self._theirs: Sequence[QWidget] = (
            self.receiver,
            self.contents,
            self.left_out,
            self.stranger,
            self.kickoff,
        )
        self._attention = QTimer(self, singleShot=True, interval=ATTENTION)
        self._attention.timeout.connect(self._reveal_end)
        self.export.refused.connect(self._attention.start)
        self.verticalScrollBar().rangeChanged.connect(self._reveal_end)
        self._lay_out()
        self.show_kind(Doc.BRIEF)

    def show_kind(self, kind: Shown) -> None:
        """The panels of that document."""
        vendor = kind is Pack.VENDOR
        for panel in self._theirs:
            panel.setVisible(vendor)
        self.gaps.setVisible(not vendor)
        self.look.setVisible(not isinstance(kind, Pack))

    def _reveal_end(self) -> None:
        """What stood in the way is said at the end of the column, which grows in more than one step."""
        if self._attention.isActive():
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "page")
        inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for panel in (self.gaps, self.room, self.look, *self._theirs, self.export):
            column.addWidget(panel)
        column.addStretch()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self._take_room()

    def _take_room(self) -> None:
        self.setFixedWidth(min(current().px(WIDE), WIDEST))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_room()
