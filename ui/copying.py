"""Copies of the open workspace, made in the background over a connection of their own."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from storage.workspace import Workspace
from ui.workers import Task


class _GivenUpError(Exception):
    """Cancel was pressed."""


def copy_to(workspace: Workspace, target: Path, task: Task) -> Path | None:
    """For a worker. The copy; None when it was cancelled, and then there is nothing of it."""
    return _unless_given_up(partial(workspace.copy_to, target), target.name, task)


def automatic_backup(workspace: Workspace, folder: Path, now: datetime, task: Task) -> bool | None:
    """As `copy_to`; see `Workspace.automatic_backup`."""
    return _unless_given_up(partial(workspace.automatic_backup, folder, now), "", task)


def _unless_given_up[Made](
    work: Callable[[Callable[[float], None]], Made], name: str, task: Task
) -> Made | None:
    try:
        return work(partial(_watch, task, name, []))
    except _GivenUpError:
        return None


def _watch(task: Task, name: str, told: list[int], share: float) -> None:
    """Each whole per cent is told once."""
    if task.cancelled():
        raise _GivenUpError
    done = int(share * 100)
    if done not in told:
        told.append(done)
        task.step(done, 100, name)
