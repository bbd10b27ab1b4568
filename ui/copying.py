"""A copy of the open workspace, made in the background over a connection of its own."""

from functools import partial
from pathlib import Path

from storage.workspace import Workspace
from ui.exports import underway
from ui.workers import Task


class _GivenUpError(Exception):
    """Cancel was pressed."""


def copy_to(workspace: Workspace, target: Path, task: Task) -> Path | None:
    """For a worker. The copy; None when it was cancelled, and then there is nothing of it."""
    try:
        with underway().at([target.parent]):
            return workspace.copy_to(target, partial(_watch, task, target.name, []))
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
