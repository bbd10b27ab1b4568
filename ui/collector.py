"""Python's garbage is collected in the window's thread only: a worker that collects would take Qt's widgets apart there."""

import gc

from PySide6.QtCore import QObject, QThreadPool, QTimer

EVERY = 1000
"""Milliseconds between looks; a look without enough to collect costs nothing."""


PATIENCE = 30
"""Looks for which the older generations wait while a worker works: they hold what it makes, none of it garbage yet, and
to go through all of that would stop the window."""


class Collector(QObject):
    """Takes over from Python's own collector while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._patience = PATIENCE
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collects the oldest generation that is due, as Python would have."""
        counts = gc.get_count()
        busy = QThreadPool.globalInstance().activeThreadCount() > 0
        self._patience = self._patience - 1 if busy else PATIENCE
        waits = busy and self._patience >= 0
        for generation in (0,) if waits else (2, 1, 0):
            if counts[generation] > self._limits[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Gives the work back to Python."""
        self._timer.stop()
        gc.enable()
