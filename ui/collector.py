"""Python's garbage is collected in the window's thread only: a worker that collects would take Qt's widgets apart there."""

import gc
from functools import cache

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

EVERY = 1000
"""Milliseconds between looks; a look without enough to collect costs nothing."""


PATIENCE = 30
"""Looks for which the older generations wait while a worker works: they hold what it makes, none of it garbage yet, and
to go through all of that would stop the window."""
MUCH = 60_000
"""Objects made since the last look that are a campaign or its pages: they are put aside unseen, which costs nothing."""
SPELLS = 20
"""Times that something is put aside until all of it is gone through in a rest, though somebody is looking."""
TOO_MANY = 4 * SPELLS
"""Times after which nobody is waited for: what is put aside must not grow while somebody, or a program, never rests."""
REST = 4000
"""Milliseconds without a key or the pointer until whoever looks at the window is reading or thinking."""


@cache
def _touches() -> frozenset[object]:
    """Asked for when the window stands: PySide makes all the types of events when the first is named."""
    types = QEvent.Type
    pointer = (types.MouseButtonPress, types.MouseMove, types.Wheel, types.TouchBegin, types.TouchUpdate)
    return frozenset((types.KeyPress, types.InputMethod, *pointer))


class Collector(QObject):
    """Takes over from Python's own collector while it lives.

    What has lived long is put aside: a campaign of thousands of rows would stop the window at each look. To go through
    it takes a tenth of a second or more, so that is done while another program has the screen, or in a rest between
    two keys; what refers to nothing that refers back is freed at once anyway.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._patience = PATIENCE
        self._aside = 0
        self._touched = QElapsedTimer()
        self._touched.start()
        self._watched: QWindow | None = None
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collects the oldest generation that is due, as Python would have."""
        self._watch(QGuiApplication.focusWindow())
        counts = gc.get_count()
        busy = QThreadPool.globalInstance().activeThreadCount() > 0
        due = self._aside >= TOO_MANY or (self._aside >= SPELLS and self._rests())
        if not busy and self._aside and (_away() or due):
            self._go_through_all()
            return
        if counts[0] > MUCH:
            self._put_aside()
            return
        self._patience = self._patience - 1 if busy else PATIENCE
        waits = busy and self._patience >= 0
        for generation in (0,) if waits else (2, 1, 0):
            if counts[generation] > self._limits[generation]:
                gc.collect(generation)
                if generation == len(counts) - 1:
                    self._put_aside()
                return

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _touches():
            self._touched.restart()
        return False

    def stop(self) -> None:
        """Gives the work back to Python."""
        self._timer.stop()
        self._watch(None)
        gc.unfreeze()
        gc.enable()

    def _watch(self, window: QWindow | None) -> None:
        """Keys and the pointer arrive at the window that has the focus, whatever in it they are for."""
        if window is self._watched:
            return
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            self._touched.restart()
            window.installEventFilter(self)

    def _rests(self) -> bool:
        """Whether nobody has touched the window for a while."""
        return self._touched.hasExpired(REST)

    def _put_aside(self) -> None:
        gc.freeze()
        self._aside += 1

    def _go_through_all(self) -> None:
        self._aside = 0
        gc.unfreeze()
        gc.collect(2)
        gc.freeze()


def _away() -> bool:
    """Whether nobody looks at the window."""
    return QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive
