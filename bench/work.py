"""What a person does in a session, for measuring memory: export everything, look at the preview, type on."""

import resource
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize

from app.campaign import Campaign
from app.documents import Edition
from app.field import Doc
from bench.workspaces import TODAY, sample
from exporters.export import Order, export
from ui.paper.proof import prove
from ui.paper.sheets import Sheets

PAGE = QSize(472, 668)
EDITION = Edition(day=TODAY)
_WARM, _MANY = 30, 300


def export_and_preview() -> None:
    with tempfile.TemporaryDirectory() as folder:
        export(sample(), EDITION, Order(allow_overflow=True), Path(folder), lambda _: None)
    sheets = Sheets()
    for kind in Doc:
        preview(sheets, sample(), kind)


def preview(sheets: Sheets, campaign: Campaign, kind: Doc) -> None:
    """A document from its campaign to the picture of page one."""
    sheets.load(prove(campaign, kind, EDITION, "A4").pdf)
    sheets.picture(0, PAGE)


def growth() -> float:
    """Megabytes that rebuilds after the first thirty took, each with another text."""
    sheets = Sheets()
    before = 0.0
    for number in range(_MANY):
        if number == _WARM:
            before = resident()
        preview(sheets, reworded(number), Doc.BRIEF)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return resident() - before


def reworded(number: int) -> Campaign:
    """The sample with another objective."""
    campaign = sample()
    objective = f"Fill {number} of the quiet weeks of the workshop with paid services."
    return replace(campaign, strategy=replace(campaign.strategy, objective=objective))


def resident() -> float:
    """Megabytes of memory in use now; the peak where the system tells nothing else."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
