"""F6 goes through the panes of the window, and in each to what had the focus there last."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from ui.tab_order import stops


class Panes(QObject):
    """`panes` gives them in their order; one may stand in another: what is in it belongs to the inner one."""

    def __init__(
        self, window: QWidget, panes: Callable[[], Sequence[QWidget]], first: dict[QWidget, QWidget]
    ) -> None:
        """`first` tells what is gone to where nothing had the focus yet, if not the first stop."""
        super().__init__(window)
        self._panes = panes
        self._first = first
        self._last: dict[QWidget, QWidget] = {}
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._remember)

    def begin(self) -> None:
        """Another place is shown: nobody was anywhere in it yet."""
        self._last = {}

    def go(self, step: int) -> None:
        """To the next one that has anything to go to, or the one before."""
        panes = [pane for pane in self._panes() if self._stops(pane)]
        here = self._pane_of(QApplication.focusWidget())
        at = panes.index(here) + step if here in panes else 0
        self._enter(panes[at % len(panes)])

    def _enter(self, pane: QWidget) -> None:
        found, last = self._stops(pane), self._last.get(pane, self._first.get(pane))
        target = last if last is not None and last in found else found[0]
        # What is written in a line would be selected as a whole.
        line = isinstance(target, QLineEdit)
        target.setFocus(Qt.FocusReason.OtherFocusReason if line else Qt.FocusReason.ShortcutFocusReason)

    def _stops(self, pane: QWidget) -> list[QWidget]:
        return [stop for stop in stops(pane) if self._pane_of(stop) is pane]

    def _pane_of(self, widget: QWidget | None) -> QWidget | None:
        around = [pane for pane in self._panes() if widget is not None and pane.isAncestorOf(widget)]
        return around[-1] if around else None

    def _remember(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and isValid(now):
            pane = self._pane_of(now)
            if pane is not None:
                self._last[pane] = now
