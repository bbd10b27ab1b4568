"""A short message at the foot of the window with one way back; it waits while somebody is on it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label

SECONDS = 8
_RISE = 20


class Toast(QFrame):
    """One a window, over its `host`. `say` replaces what was there; the action runs once."""

    def __init__(self, host: QWidget, seconds: float = SECONDS) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("role", "toast")
        self._words = Label()
        self._button = Button("", "link")
        self._button.clicked.connect(self._act)
        self._action: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(10)
        row.addWidget(Glyph("check", "surface", 16))
        row.addWidget(self._words)
        row.addSpacing(24)
        row.addStretch()
        row.addWidget(self._button)
        host.installEventFilter(self)
        self._button.installEventFilter(self)
        self.hide()

    @property
    def message(self) -> str:
        return self._words.text()

    def say(self, message: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a message, with "Undo" or another single action."""
        self._words.setText(message)
        self._action = act
        self._button.setText(action.replace("&", "&&"))
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(message)
        self.show()
        self.raise_()
        self._settle()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self._settle()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._wait_or_go(event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._wait_or_go(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wait_or_go(self._button.hasFocus())

    @property
    def waiting(self) -> bool:
        """Shown, and not going by itself because somebody is on it."""
        return self.isVisible() and not self._timer.isActive()

    def _wait_or_go(self, wait: bool) -> None:
        if wait:
            self._timer.stop()
        elif self.isVisible():
            self._timer.start()

    def _act(self) -> None:
        act, self._action = self._action, None
        self.hide()
        if act is not None:
            act()

    def _settle(self) -> None:
        host = self._host
        self.adjustSize()
        wide = min(max(self.width(), current().px(360)), host.width() - 2 * _RISE)
        self.resize(wide, max(self.height(), current().px(40)))
        self.move((host.width() - wide) // 2, host.height() - self.height() - _RISE)
