"""A copy of the open workspace as it is on the screen: what the file has, and over it what waits for the disk.

It is made in the background. Where the file was moved, replaced or deleted only the open connection still has it; where
even that no longer answers, the campaigns that are in memory are what there is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from app.campaign import Campaign
from app.errors import UserError
from app.place import WORKSPACE
from app.session import Session
from app.unread import Read, answered
from app.waiting import Waiter
from app.words import where
from storage.lock import Lock
from storage.making import making_name
from storage.store import Store
from storage.workspace import Workspace
from ui.exports import underway
from ui.workers import Task


@dataclass(frozen=True, slots=True)
class Kept:
    """What only the window has: what waits for the disk, and the campaigns in memory without it."""

    waiting: tuple[Waiter, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    gone: bool = False
    """Whether the file is no longer the one of its name."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy, how many edits that waited are in it, which are not, and the titles if it holds only what memory had."""

    path: Path
    kept: Kept
    left: tuple[str, ...] = ()
    rescued: tuple[str, ...] = ()

    @property
    def taken(self) -> int:
        return len(self.kept.waiting) - len(self.left)


class _GivenUpError(Exception):
    """Cancel was pressed."""


def copy_to(workspace: Workspace, target_path: Path, kept: Kept, task: Task) -> Copied | None:
    """For a worker. The copy; None when it was cancelled, and then there is nothing of it."""
    left: list[str] = []

    def revise(making: Path) -> None:
        left[:] = lay_over(making, kept.waiting)

    def made(watch: Callable[[float], None]) -> Copied:
        try:
            workspace.copy_to(target_path, watch, revise)
        except UserError:
            if not kept.gone or workspace.answers() or not kept.campaigns:
                raise
            _rescue(target_path, kept, watch, revise)
            return Copied(target_path, kept, tuple(left), tuple(each.title for each in kept.campaigns))
        return Copied(target_path, kept, tuple(left))

    with underway().at([target_path.parent]):
        return _unless_given_up(made, target_path.name, task)


def automatic_backup(workspace: Workspace, folder: Path, now: datetime, task: Task) -> bool | None:
    """See `Workspace.automatic_backup`; as `copy_to`, but of the file alone."""
    return _unless_given_up(partial(workspace.automatic_backup, folder, now), "", task)


def _unless_given_up[Made](
    work: Callable[[Callable[[float], None]], Made], name: str, task: Task
) -> Made | None:
    try:
        return work(partial(_watch, task, name, []))
    except _GivenUpError:
        return None


def lay_over(path: Path, waiting: Sequence[Waiter]) -> list[str]:
    """Make these changes in a closed workspace; in words those that no disk would take."""
    if not waiting:
        return []
    left = []
    with Workspace.open(path) as workspace:
        session = Session(Store(workspace), str)
        for waiter in waiting:
            try:
                session.apply(waiter.change, waiter.campaign_id)
            except UserError as error:
                left.append(f"{_name(session, waiter)}: {error.message}")
            except KeyError:  # its row is gone, on the screen too
                continue
    return left


def _name(session: Session, waiter: Waiter) -> str:
    change = waiter.change.change if isinstance(waiter.change, Read) else waiter.change
    place = answered(change)
    if waiter.campaign_id == WORKSPACE:
        return ", ".join(place)
    campaign = session.campaign(waiter.campaign_id)
    return f"{campaign.title}, {where(campaign, place)}"


def _rescue(
    target_path: Path, kept: Kept, watch: Callable[[float], None], revise: Callable[[Path], None]
) -> None:
    """A workspace of the campaigns in memory, and a copy of it."""
    making = making_name(target_path)
    try:
        with _made(making, target_path) as made:
            Store(made).add_all(kept.campaigns)
            made.copy_to(target_path, watch, revise)
    finally:
        making.unlink(missing_ok=True)


def _made(making: Path, target_path: Path) -> Workspace:
    """A new workspace, which nobody sweeps away while it is opened."""
    lock = Lock(target_path)
    try:
        return Workspace.create(making)
    finally:
        lock.release()


def _watch(task: Task, name: str, told: list[int], share: float) -> None:
    """Each whole per cent is told once."""
    if task.cancelled():
        raise _GivenUpError
    done = int(share * 100)
    if done not in told:
        told.append(done)
        task.step(done, 100, name)
