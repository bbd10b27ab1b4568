"""Space on a campaign: what it is about, without opening it. Any key or click closes it again."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.campaign import Campaign
from app.standing import Standing
from app.text import blank
from ui.theme import current
from ui.widgets.label import Label
from ui.widgets.paragraph import Paragraph
from ui.widgets.relay import Relay

_WIDE, _GAP, _EDGE = 440, 6, 8
"""Pixels at 100 % text: the sheet, its distance from the row, and from the edge of the window."""
_LONGEST = 280


class QuickLook(QFrame):
    """A small sheet inside the window, which keeps its corners round on every system."""

    def __init__(self, campaign: Campaign, standing: Standing, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "popover")
        self.setWindowTitle(campaign.title)
        self.setAccessibleName(campaign.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(current().px(_WIDE))
        self._opener: QWidget | None = None
        self._lay_out(campaign, standing)

    def open_beside(self, row: QRect) -> None:
        """Under the row, or over it where there is no room; the row stays in sight as long as the window is high enough."""
        layout = self.layout()
        assert layout is not None
        self.ensurePolished()
        parent, gap, edge = self.parentWidget(), current().px(_GAP), current().px(_EDGE)
        assert parent is not None
        for each in self.findChildren(QWidget):
            each.ensurePolished()
        tall = layout.totalHeightForWidth(self.width())
        self.setFixedHeight(tall)
        lowest = parent.height() - tall - edge
        below, above = row.bottom() + 1 + gap, row.top() - gap - tall
        top = below if below <= lowest else above if above >= edge else max(lowest, edge)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = row.right() - gap - self.width() if mirrored else row.left() + gap
        self.move(QPoint(left, top))
        self._opener = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._close()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click anywhere closes it, and is nothing else; so does leaving the window or the list."""
        if self.isHidden():
            return False
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self._close()
            return True
        if event.type() in (QEvent.Type.Resize, QEvent.Type.WindowDeactivate) and watched is self.window():
            self._close()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._opener is not None:
            self._close()

    # --- inside ---
    def _close(self) -> None:
        app, opener = QApplication.instance(), self._opener
        self._opener = None
        if app is not None:
            app.removeEventFilter(self)
        self.hide()
        if opener is not None and opener.isVisible():
            opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def _lay_out(self, campaign: Campaign, standing: Standing) -> None:
        look = current()
        column = QVBoxLayout(self)
        side = look.px(20)
        column.setContentsMargins(side, look.px(16), side, look.px(18))
        column.setSpacing(0)
        column.addWidget(Label(campaign.title, "campaign", wraps=True))
        column.addWidget(Label(campaign.client.name, "caption"))
        column.addSpacing(look.px(12))
        relay = Relay()
        relay.show_step(
            standing.step, standing.within, self.tr("Step {step} of 5").format(step=standing.step)
        )
        column.addWidget(relay)
        for label, text in self._parts(campaign):
            column.addSpacing(look.px(12))
            column.addWidget(Label(label, "label"))
            column.addSpacing(look.px(2))
            column.addWidget(Paragraph(text if len(text) < _LONGEST else f"{text[: _LONGEST - 1]}…"))

    def _parts(self, campaign: Campaign) -> list[tuple[str, str]]:
        names = "; ".join(each.name for each in campaign.deliverables[:8] if each.name)
        parts = [
            (self.tr("Objective"), campaign.strategy.objective),
            (self.tr("Key message"), campaign.strategy.key_message),
            (self.tr("Deliverables"), names),
        ]
        return [(label, text) for label, text in parts if not blank(text)]
