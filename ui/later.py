"""What is loaded after the first paint: the one place that puts imports off, because start-up is measured (docs/bench.md).

Before the window is painted only Qt, the protocol and the list are loaded. The rest follows in the background, where the
interpreter changes hands often enough for the window to stay awake; whoever needs it sooner loads it by asking.
"""

from collections.abc import Callable
from datetime import date as Day
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from ui.workers import Task

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from app.campaign import Campaign
    from app.documents import Edition
    from app.errors import Broken
    from app.finding import Finding
    from app.readiness import Score
    from storage.purging import Gone
    from storage.workspace import Workspace
    from ui.backups.timer import BackupTimer
    from ui.bridge import Bridge
    from ui.deeds import Deeds
    from ui.opening import Opening
    from ui.quick import Deed
    from ui.taking_back import TakingBack
    from ui.where import Where
    from ui.widgets.search import QuickSearch
    from ui.widgets.toast import Toast
    from ui.window import Window
    from ui.working import Working

HEAVY = (
    "app.session",
    "app.waiting",
    "storage.store",
    "sqlite_utils",
    "holidays",
    "app.readiness",
    "app.documents",
    "app.campaign_file",
    "app.pages",
    "app.progress",
    "app.stranger",
    "app.next_finding",
    "app.formats",
    "app.pasting",
    "storage.backup",
    "exporters.fit",
    "exporters.pdf",
    "exporters.docx",
    "exporters.export",
)
"""Nothing of Qt: widgets are made by the window's thread alone."""


def check(campaign: "Campaign", today: Day, settings: "Mapping[str, str]") -> "tuple[Finding, ...]":
    """See `app.readiness.check`; with the calendar of the workspace's settings, as far as they make sense."""
    from app.readiness import check as checked  # noqa: PLC0415
    from app.settings import known_calendar  # noqa: PLC0415

    calendar = known_calendar(campaign, settings.__getitem__)
    return checked(with_standards(campaign, settings), today, calendar=calendar)


def with_standards(campaign: "Campaign", settings: "Mapping[str, str]") -> "Campaign":
    """See `app.standards.with_standards`."""
    from app.standards import with_standards as effective  # noqa: PLC0415

    return effective(campaign, lambda key: settings.get(key, ""))


def score(campaign: "Campaign", findings: "tuple[Finding, ...]") -> "Score":
    """See `app.readiness.score`."""
    from app.readiness import score as scored  # noqa: PLC0415

    return scored(campaign, findings)


def edition(**told: Any) -> "Edition":
    """See `app.documents.Edition`."""
    from app.documents import Edition  # noqa: PLC0415

    return Edition(**told)


def read_campaign(data: bytes) -> "Campaign":
    """See `app.campaign_file.read_campaign`."""
    from app.campaign_file import read_campaign as read  # noqa: PLC0415

    return read(data)


def deeds(window: "Window") -> "Deeds":
    """What the actions do; see `ui.deeds`."""
    from ui.deeds import Deeds  # noqa: PLC0415

    return Deeds(window)


def tell(error: UserError, window: QWidget | None) -> None:
    """See `ui.trouble.tell`."""
    from ui.trouble import tell as told  # noqa: PLC0415

    told(error, window)


def instead(error: UserError, path: "Path", window: QWidget | None, now: datetime) -> "Opening | None":
    """See `ui.asking.instead`."""
    from ui.asking import instead as asked  # noqa: PLC0415

    return asked(error, path, window, now)


def backup_timer(bridge: "Bridge", parent: QObject) -> "BackupTimer | None":
    """See `ui.backups.timer.timer_for`."""
    from ui.backups.timer import timer_for  # noqa: PLC0415

    return timer_for(bridge, parent)


def restored(opening: "Opening", now: datetime) -> "tuple[str, Path | None]":
    """See `ui.asking.restored`."""
    from ui.asking import restored as done  # noqa: PLC0415

    return done(opening, now)


def reading(taken: datetime, now: datetime) -> str:
    """See `ui.asking.reading`."""
    from ui.asking import reading as words  # noqa: PLC0415

    return words(taken, now)


def mend(window: "Window", error: "Broken", now: datetime) -> None:
    """See `ui.mending.mend`."""
    from ui.mending import mend as asked  # noqa: PLC0415

    asked(window, error, now)


def look_through(window: "Window", now: datetime, but: "Collection[str]") -> None:
    """See `ui.mending.look_through`."""
    from ui.mending import look_through as begun  # noqa: PLC0415

    begun(window, now, but)


def taking_back(bridge: "Bridge", owner: str, *, again: bool) -> "TakingBack":
    """See `ui.taking_back`."""
    from ui.taking_back import TakingBack  # noqa: PLC0415

    return TakingBack(bridge, owner, again=again)


def collect(parent: QObject) -> None:
    """See `ui.collector.Collector`."""
    from ui.collector import Collector  # noqa: PLC0415

    Collector(parent)


def toast(host: QWidget) -> "Toast":
    """See `ui.widgets.toast`."""
    from ui.widgets.toast import Toast  # noqa: PLC0415

    return Toast(host)


def working(host: QWidget) -> "Working":
    """See `ui.working`."""
    from ui.working import Working  # noqa: PLC0415

    return Working(host)


def quick_search(window: "Window") -> "QuickSearch":
    """Ctrl+K over a window; see `ui.quick`."""
    from ui.quick import groups, more  # noqa: PLC0415
    from ui.widgets.search import QuickSearch  # noqa: PLC0415

    bridge = window.bridge
    return QuickSearch(
        window.middle, lambda words: groups(bridge, words, window.where), lambda hit: more(bridge, hit)
    )


def chosen(key: str) -> "Where | Deed":
    """See `ui.quick.chosen`."""
    from ui.quick import chosen as target  # noqa: PLC0415

    return target(key)


def version() -> str:
    """Of the Baton that is installed."""
    from importlib.metadata import PackageNotFoundError  # noqa: PLC0415
    from importlib.metadata import version as installed  # noqa: PLC0415

    try:
        return installed("baton")
    except PackageNotFoundError:
        return "in development"


class AfterPaint(QObject):
    """When the window has been painted: examine the workspace, then load the rest; `refused` gets a UserError."""

    painted = Signal()

    def __init__(self, window: QWidget, workspace: "Workspace", refused: Callable[[UserError], None]) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._task = Task(self)
        self._task.refused.connect(refused)
        self.finished = self._task.finished
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._begin)
        return False

    def _begin(self) -> None:
        workspace = self._workspace
        self.painted.emit()
        self._task.start(lambda _: tend(workspace))


def load(workspace: "Workspace") -> None:
    """The check of the workspace and the imports that were put off; for a background thread. UserError if damaged."""
    workspace.examine()
    for name in HEAVY:
        import_module(name)
    from storage.loading import loader_of  # noqa: PLC0415

    loader_of(workspace.schema)


def tend(workspace: "Workspace") -> None:
    """`load`, and away with what a Baton that was killed left half made in other folders."""
    from ui.exports import sweep_left  # noqa: PLC0415

    load(workspace)
    sweep_left()


def expire(bridge: "Bridge") -> None:
    """What was in *Deleted* for thirty days goes, in the background, after a backup."""
    if bridge.readonly:
        return
    task = Task(bridge)
    task.finished.connect(bridge.expired)
    task.finished.connect(task.deleteLater)
    workspace, now = bridge.workspace, bridge.now()
    task.start(lambda _: expired(workspace, now))


def expired(workspace: "Workspace", now: datetime) -> "Gone":
    """See `storage.purging.expire`; for a background thread."""
    from storage.backup_folder import Why  # noqa: PLC0415
    from storage.location import backups_of  # noqa: PLC0415
    from storage.purging import expire as gone  # noqa: PLC0415

    folder = backups_of(workspace.path)
    return gone(workspace, now.date(), before=partial(workspace.backup, folder, now, Why.DELETION))
