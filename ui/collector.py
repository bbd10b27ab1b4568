"""Python's garbage is collected in the window's thread only: a worker that collects would take Qt's widgets apart there."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between looks; a look without enough to collect costs nothing."""


class Collector(QObject):
    """Takes over from Python's own collector while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collects the oldest generation that is due, as Python would have."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._limits[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Gives the work back to Python."""
        self._timer.stop()
        gc.enable()
