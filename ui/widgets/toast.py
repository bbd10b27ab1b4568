"""A short message at the foot of the window with one way back; it waits while somebody is on it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.glyph import Glyph
from ui.widgets.paragraph import Paragraph

SECONDS = 8
_RISE = 20


class Toast(QFrame):
    """One a window, over its `host`. `say` replaces what was there; the action runs once."""

    def __init__(self, host: QWidget, seconds: float = SECONDS) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("role", "toast")
        self._words = Paragraph()
        self._button = Button("", "link")
        self._button.clicked.connect(self._act)
        self._action: Callable[[], None] | None = None
        self._opener: QWidget | None = None
        """What had the focus before the button."""
        self._seen = False
        self.above = 0
        """Pixels at the foot of its host that stay free."""
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(10)
        row.addWidget(Glyph("check", "surface", 16))
        row.addWidget(self._words, 1)
        row.addSpacing(24)
        row.addWidget(self._button)
        host.installEventFilter(self)
        self.hide()

    @property
    def message(self) -> str:
        return self._words.text()

    @property
    def is_new(self) -> bool:
        """Whether it offers something and nobody was on it yet."""
        return self._button.isVisible() and not self._seen

    def say(self, message: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a message, with "Undo" or another single action."""
        self._words.setText(message)
        self._action, self._seen = act, False
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
        return super().eventFilter(watched, event)

    def take_focus(self) -> None:
        """By key: to what it offers."""
        self._button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Esc, or its time is over: nothing is done, and the focus is where it was."""
        if self._button.hasFocus() and self._opener is not None and isValid(self._opener):
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

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
        self.dismiss()
        if act is not None:
            act()

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self._button:
            self._opener, self._seen = before, True
            self._wait_or_go(True)
        elif before is self._button:
            self._wait_or_go(False)

    def _settle(self) -> None:
        """On one line if there is room, else as many as it takes."""
        host, layout = self._host, self.layout()
        assert layout is not None
        one_line = self._words.fontMetrics().horizontalAdvance(self.message) + layout.spacing()
        asked = self.sizeHint().width() - self._words.sizeHint().width() + one_line
        wide = min(max(asked, current().px(360)), host.width() - 2 * _RISE)
        self.resize(wide, max(layout.totalHeightForWidth(wide), current().px(40)))
        self.move((host.width() - wide) // 2, host.height() - self.height() - _RISE - self.above)
