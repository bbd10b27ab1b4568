"""Focus is shown by a ring, and only to the keyboard; the mouse never brings it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from ui.theme.frame import Ring

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QObject):
    """Puts the ring around buttons and whatever has the property `ring`; fields show focus themselves.

    Why the focus moves is told to the widget that loses it, so only that one is listened to, not the application.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: Ring | None = None
        self._reason = Qt.FocusReason.OtherFocusReason
        self._left: QObject | None = None
        app.focusChanged.connect(self._follow)

    @property
    def target(self) -> QWidget | None:
        """What the ring surrounds now."""
        return self._ring.widget() if self._ring is not None and isValid(self._ring) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._remember(watched, event.reason())
        return super().eventFilter(watched, event)

    def _remember(self, loser: QObject, reason: Qt.FocusReason) -> None:
        self._left = loser
        if reason != Qt.FocusReason.ActiveWindowFocusReason:
            self._reason = reason

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if self._left is not None and not isValid(self._left):
            # With the one that had the focus went the reason why it moves.
            self._reason = Qt.FocusReason.OtherFocusReason
        if now is None:
            return
        now.installEventFilter(self)
        rings = isinstance(now, QAbstractButton) or bool(now.property("ring"))
        if rings and self._reason in _BY_KEYBOARD:
            self._ring = _ring()
            self._ring.setWidget(now)


def _ring() -> "Ring":
    from ui.theme.frame import Ring  # noqa: PLC0415  (start-up time: see there)

    return Ring()
