"""A page that is longer than its window: what one looks at stays where it is, whatever grows above it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from ui.theme import current

DEEP = 10
"""Widgets from a table up to the page it scrolls in: Qt hands a wish for room on by one each time."""


class PageScroll(QScrollArea):
    """Holds an anchor: a widget and the height at which it stands in sight, until somebody scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor: tuple[QWidget, int] | None = None
        self._kept: QWidget | None = None
        """What had the focus when a page was put back as it was seen: it is not brought into view."""
        self._holding = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._hold)
        bar.valueChanged.connect(self._scrolled)

    def marks(self) -> Iterable[QWidget]:
        """What can be held, from top to bottom."""
        raise NotImplementedError

    def top_of(self, widget: QWidget) -> int:
        """How far below the top of what is in sight a widget stands, in pixels; of the anchor, where it should stand."""
        if self._anchor and self._anchor[0] is widget:
            return self._anchor[1]
        return self._at(widget) - self.verticalScrollBar().value()

    def stand(self, widget: QWidget, top: int, *, kept: bool = False) -> None:
        """Bring a widget to a height and hold it there. `kept`: the focus may be out of sight, as it was."""
        self._anchor = widget, top
        self._kept = self.focusWidget() if kept else None
        self.settle()
        self._hold()

    def start(self) -> None:
        """At the top of another page."""
        self._anchor = self._kept = None
        self._set(0)

    def settle(self) -> None:
        """See `settle`."""
        settle()

    def come_into_view(self) -> None:
        """What has the focus now."""
        focused = self.focusWidget()
        if focused is None or focused is self._kept:
            return
        self._kept = None
        with self._quietly():
            self.ensureWidgetVisible(focused, 20, current().px(40))
        self._take_anchor(focused)

    def focusNextPrevChild(self, forth: bool) -> bool:
        with self._quietly():
            return super().focusNextPrevChild(forth)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Of its body and of the pages in it. By then the layout has moved the parts, the scroll area has the new height.
        done = super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._hold()
        return done

    # --- inside ---
    def _at(self, widget: QWidget) -> int:
        body = self.widget()
        assert body is not None
        return widget.mapTo(body, QPoint(0, 0)).y()

    def _hold(self) -> None:
        if self._holding or self._anchor is None:
            return
        widget, top = self._anchor
        body = self.widget()
        if body is not None and isValid(widget) and body.isAncestorOf(widget):
            self._set(self._at(widget) - top)
        else:
            self._anchor = None

    def _set(self, value: int) -> None:
        with self._quietly():
            self.verticalScrollBar().setValue(value)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What scrolls in here was not scrolled by a person."""
        before, self._holding = self._holding, True
        yield
        self._holding = before

    def _scrolled(self, _value: int) -> None:
        if not self._holding:
            self._kept = None
            self._take_anchor(None)

    def _take_anchor(self, focused: QWidget | None) -> None:
        """What has the focus, else the first thing in sight; at the top of the page nothing needs holding."""
        value = self.verticalScrollBar().value()
        seen = [each for each in self.marks() if each.isVisible() and self._at(each) + each.height() > value]
        at_hand = [each for each in seen if focused is not None and each.isAncestorOf(focused)]
        found = next(iter([*at_hand, *seen]), None)
        self._anchor = (found, self._at(found) - value) if found is not None and value else None


def settle() -> None:
    """Everything takes its place now, not when there is time: until then what grew lies over what is below it."""
    for _level in range(DEEP):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
