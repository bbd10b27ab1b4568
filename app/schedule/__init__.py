"""The plan back from launch (L6, S3, S4, K1): when each deliverable has to start, what does not fit, what would help."""

from app.schedule.gap import HEALTHY, Gap, Verdict
from app.schedule.plan import Mark, MarkKind, Plan, Segment, Track, plan
from app.schedule.remarks import Reason, Remark
from app.schedule.segments import SegmentKind

__all__ = [
    "HEALTHY",
    "Gap",
    "Mark",
    "MarkKind",
    "Plan",
    "Reason",
    "Remark",
    "Segment",
    "SegmentKind",
    "Track",
    "Verdict",
    "plan",
]
