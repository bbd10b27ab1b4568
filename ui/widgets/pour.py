"""A long text comes into a document a little at a time, so that the window answers meanwhile (D12)."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from ui.widgets.pieces import mark, pieces, units

AT_ONCE = 4_000
"""Letters that nobody waits for."""
_TURN = 0.02
"""Seconds that one turn may take."""
_LEAST, _MOST = 500, 20_000
"""Letters of one turn: how many fit in depends on the script, so each turn learns from the one before."""


class Pour(QObject):
    """`done` when all is there. Keys that came meanwhile are pressed again then."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cursor = QTextCursor()
        self._rest: Iterator[tuple[str, bool]] = iter(())
        self._first, self._most = True, AT_ONCE // 2
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._next)
        self.keys: list[QKeyEvent] = []

    @property
    def busy(self) -> bool:
        return self._turn.isActive()

    def begin(self, cursor: QTextCursor, text: str) -> None:
        """At a cursor of its own."""
        self._cursor, self._rest, self._first, self._most = cursor, pieces(text), True, AT_ONCE // 2
        self._turn.start()
        self._next()

    def finish(self) -> None:
        """All of it now."""
        while self.busy:
            self._next()

    def stop(self) -> None:
        """Nothing more of it: another text comes."""
        self._turn.stop()
        self._cursor, self._rest, self.keys = QTextCursor(), iter(()), []

    def _next(self) -> None:
        begun, came = perf_counter(), 0
        self._cursor.beginEditBlock()
        for text, joined in self._rest:
            if not self._first:
                self._cursor.insertBlock()
                mark(self._cursor.block(), joined=joined)
            self._first = False
            self._cursor.insertText(text)
            came += units(text) + 1
            if came >= self._most:
                break
        else:
            self._turn.stop()
        self._cursor.endEditBlock()
        taken = max(perf_counter() - begun, 0.0005)
        self._most = round(min(max(came * _TURN / taken, _LEAST), _MOST))
        if not self.busy:
            self._cursor = QTextCursor()
            self.done.emit()
