"""The chart as rectangles: what stands where, apart from how it is painted. Pixels, from the chart's own corner."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF

from app.schedule import Plan, Segment, SegmentKind, Track
from ui.timeline.axis import Axis


class Shape(StrEnum):
    """How a bar is drawn: filled, outlined, tinted or hatched, so that colour is never the only sign."""

    DRAFT = "draft"
    REVIEW = "review"
    REVISION = "revision"
    SIGN_OFF = "sign_off"
    LEAD = "lead"
    SHORT = "short"
    SPARE = "spare"


_SHAPES = {
    SegmentKind.DRAFT: Shape.DRAFT,
    SegmentKind.REVIEW: Shape.REVIEW,
    SegmentKind.REVISION: Shape.REVISION,
    SegmentKind.SIGN_OFF: Shape.SIGN_OFF,
    SegmentKind.LEAD: Shape.LEAD,
}
_INSET = 1.5


@dataclass(frozen=True, slots=True)
class Bar:
    """One piece of a row; `segment` is its number in the track, -1 for what is none."""

    shape: Shape
    rect: QRectF
    label: str = ""
    segment: int = -1


def bars(track: Track, plan: Plan, axis: Axis, top: float, height: float) -> Iterator[Bar]:
    """Everything in one row, `top` and `height` of the bars given: spare days first, then segment after segment."""
    begins = plan.begins
    if track.spare and begins is not None:
        left, right = axis.left(begins), axis.left(track.starts)
        yield Bar(Shape.SPARE, QRectF(left + 4, top, max(right - left - 10, 0), height))
    for number, segment in enumerate(track.segments):
        box = _box(axis, segment, top, height)
        if begins is None or segment.first >= begins:
            yield Bar(_SHAPES[segment.kind], box, segment.label, number)
            continue
        cut = min(axis.left(begins) - _INSET, box.right())
        yield Bar(Shape.SHORT, QRectF(box.left(), top, cut - box.left(), height), "", number)
        if cut < box.right():
            rest = QRectF(cut + 2 * _INSET, top, box.right() - cut - 2 * _INSET, height)
            yield Bar(_SHAPES[segment.kind], rest, segment.label, number)


def _box(axis: Axis, segment: Segment, top: float, height: float) -> QRectF:
    left, right = axis.left(segment.first) + _INSET, axis.right(segment.last) - _INSET
    return QRectF(left, top, max(right - left, 3.0), height)
