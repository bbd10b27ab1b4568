"""When typing is written: at a rest between two keys, and without one soon all the same. All that is typed waits for it."""

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

REST = 400
"""Milliseconds after the last key until what was typed is written (UX, section 5)."""
LONGEST = 650
"""Milliseconds after the first key that is not written yet: with the time of the disk it is there within a second (D1)."""


class Pause(QTimer):
    """`timeout` comes when it is time to write; `begin` with every key, `stop` when it is written."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._since = QElapsedTimer()

    def begin(self) -> None:
        """A key: the rest begins anew, as far as what was typed first can wait."""
        if not self.isActive():
            self._since.start()
        self.start(max(min(REST, LONGEST - self._since.elapsed()), 0))
