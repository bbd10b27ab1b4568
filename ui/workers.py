"""Work in the background: a function over a snapshot and what to do with its result; callers see no thread."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

from app.errors import UserError


class _Courier(QObject):
    """Brings a result from the worker's thread to the window's."""

    arrived = Signal(object)
    failed = Signal(object)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object], courier: _Courier) -> None:
        super().__init__()
        self._work = work
        self._courier = courier

    def run(self) -> None:
        signal: SignalInstance = self._courier.arrived
        try:
            result: object = self._work()
        except BaseException as error:  # noqa: BLE001 - handed over: the window's thread raises or shows it
            signal, result = self._courier.failed, error
        try:
            signal.emit(result)
        except RuntimeError:
            # The window was closed while we worked: nobody waits for the result any more.
            return


class Latest(QObject):
    """One job at a time; of those asked for meanwhile only the newest is done (a preview while somebody types)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[Callable[[], object], Callable[[object], None]] | None = None
        self._then: Callable[[object], None] | None = None
        self._courier = _Courier(self)
        self._courier.arrived.connect(self._arrived)
        self._courier.failed.connect(self._failed)

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
        QThreadPool.globalInstance().start(_Job(work, self._courier))

    def _arrived(self, result: object) -> None:
        then = self._ended()
        then(result)

    def _failed(self, error: object) -> None:
        self._ended()
        assert isinstance(error, BaseException)
        raise error

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
        self._courier = _Courier(self)
        self._courier.arrived.connect(self.finished)
        self._courier.failed.connect(self._failed)

    def start(self, work: Callable[["Task"], object]) -> None:
        QThreadPool.globalInstance().start(_Job(lambda: work(self), self._courier))

    def cancel(self) -> None:
        self._stop.set()

    def cancelled(self) -> bool:
        return self._stop.is_set()

    def step(self, done: int, total: int, name: str) -> None:
        self.stepped.emit(done, total, name)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.refused.emit(error)
        else:
            raise error
