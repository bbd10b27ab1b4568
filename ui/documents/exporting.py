"""An export in the background: one order, what came of it."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.campaign import Campaign
from app.documents import Edition
from app.field import Doc
from ui.paper import prove
from ui.workers import Task

if TYPE_CHECKING:
    from exporters.export import Report


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be exported from which snapshot, and where to."""

    campaign: Campaign
    edition: Edition
    documents: tuple[Doc, ...]
    formats: tuple[str, ...]
    paper: str
    folder: Path
    allow_overflow: bool = False


@dataclass(frozen=True, slots=True)
class Exceeded:
    """Nothing was written: the brief is so many lines too long for its page."""

    over: int


def run(errand: Errand, task: Task) -> "Report | Exceeded | None":
    """For a worker. None when it was cancelled; UserError when the folder cannot be written."""
    # The document libraries are heavy and loaded by whoever first makes a document.
    from exporters.export import Cancelled, Order, Watch, export  # noqa: PLC0415

    over = 0 if errand.allow_overflow else _over(errand)
    if over:
        return Exceeded(over)
    order = Order(errand.documents, errand.formats, errand.paper, errand.allow_overflow)
    watch = Watch(task.step, task.cancelled)
    try:
        return export(errand.campaign, errand.edition, order, errand.folder, time.sleep, watch)
    except Cancelled:
        return None


def _over(errand: Errand) -> int:
    if Doc.BRIEF not in errand.documents:
        return 0
    room = prove(errand.campaign, Doc.BRIEF, errand.edition, errand.paper).room
    return room.over if room else 0
