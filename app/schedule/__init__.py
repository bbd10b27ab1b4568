"""The plan back from launch (L6, S3, S4, K1): when each deliverable has to start, what does not fit, what would help."""

from app.schedule.dragging import move_checkpoint, resize
from app.schedule.gap import HEALTHY, Gap, Verdict
from app.schedule.levers import RemedyKind
from app.schedule.plan import Mark, MarkKind, Plan, Segment, Track, plan
from app.schedule.remarks import Reason, Remark
from app.schedule.remedies import Remedy, remedies, remedies_for_all
from app.schedule.segments import SegmentKind
from app.schedule.shortfall import detail, headline

__all__ = [
    "HEALTHY",
    "Gap",
    "Mark",
    "MarkKind",
    "Plan",
    "Reason",
    "Remark",
    "Remedy",
    "RemedyKind",
    "Segment",
    "SegmentKind",
    "Track",
    "Verdict",
    "detail",
    "headline",
    "move_checkpoint",
    "plan",
    "remedies",
    "remedies_for_all",
    "resize",
]
