"""Work in the background: a function over a snapshot and what to do with its result; callers see no thread."""

from collections.abc import Callable
from functools import cache, partial
from itertools import count
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

from app.errors import UserError

type _Deliver = Callable[[object, BaseException | None], None]


class _Post(QObject):
    """Carries results to the window's thread. There is one for the whole run: windows come and go while workers work."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._hand_over)

    @Slot(object)
    def _hand_over(self, deliver: Callable[[], None]) -> None:
        deliver()


@cache
def _post() -> _Post:
    """Made by the window's thread, which alone asks for work."""
    return _Post()


_asked: dict[int, tuple[Callable[[], object], _Deliver]] = {}
"""What is to be done, by number, and who waits. Kept here until the window's thread has the result: Qt ends a job in the
worker's thread, and what that held last, widgets perhaps, would end there too."""
_numbers = count()


class _Job(QRunnable):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._post = number, _post()

    def run(self) -> None:
        result: object = None
        failed: BaseException | None = None
        try:
            result = _asked[self._number][0]()
        except BaseException as error:  # noqa: BLE001 - handed over: the window's thread raises or shows it
            failed = error
        self._post.arrived.emit(partial(_deliver, self._number, result, failed))


def _start(work: Callable[[], object], deliver: _Deliver) -> None:
    number = next(_numbers)
    _asked[number] = work, deliver
    QThreadPool.globalInstance().start(_Job(number))


def finish(milliseconds: int) -> bool:
    """At the end of the program: nothing more is begun, what is at work is waited for. Whether all is done."""
    pool = QThreadPool.globalInstance()
    pool.clear()
    return pool.waitForDone(milliseconds)


def _deliver(number: int, result: object, failed: BaseException | None) -> None:
    """In the window's thread."""
    _, deliver = _asked.pop(number)
    deliver(result, failed)


class Latest(QObject):
    """One job at a time; of those asked for meanwhile only the newest is done (a preview while somebody types)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[Callable[[], object], Callable[[object], None]] | None = None
        self._then: Callable[[object], None] | None = None

    @property
    def busy(self) -> bool:
        return self._then is not None

    def ask(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        """`work` runs elsewhere and must not touch widgets; `then` gets its result here. Our own errors are raised here."""
        self._waiting = work, then
        if not self.busy:
            self._next()

    def _next(self) -> None:
        if self._waiting is None:
            return
        (work, self._then), self._waiting = self._waiting, None
        _start(work, self._arrived)

    def _arrived(self, result: object, failed: BaseException | None) -> None:
        if not isValid(self):
            return  # the window was closed while we worked: nobody waits for the result any more
        then = self._ended()
        if failed is not None:
            raise failed
        then(result)

    def _ended(self) -> Callable[[object], None]:
        then, self._then = self._then, None
        assert then is not None
        self._next()
        return then


class Task(QObject):
    """One long piece of work with progress and Cancel; `work` asks `cancelled` and reports through `step`."""

    stepped = Signal(int, int, str)
    finished = Signal(object)
    refused = Signal(object)
    """A UserError: to be shown. Any other error is raised in the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()

    def start(self, work: Callable[["Task"], object]) -> None:
        _start(lambda: work(self), self._arrived)

    def cancel(self) -> None:
        self._stop.set()

    def cancelled(self) -> bool:
        return self._stop.is_set()

    def step(self, done: int, total: int, name: str) -> None:
        """For the worker: said in the window's thread."""
        _post().arrived.emit(partial(self._say, done, total, name))

    def _say(self, done: int, total: int, name: str) -> None:
        if isValid(self):
            self.stepped.emit(done, total, name)

    def _arrived(self, result: object, failed: BaseException | None) -> None:
        if not isValid(self):
            return
        if isinstance(failed, UserError):
            self.refused.emit(failed)
        elif failed is not None:
            raise failed
        else:
            self.finished.emit(result)
