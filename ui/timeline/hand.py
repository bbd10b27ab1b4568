"""The mouse on the timeline: rows and bars are chosen, the beginning of a bar and the flag of a checkpoint are dragged.

Only the beginning moves: the end of a bar is fixed by what follows it, back from the launch.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from app.schedule import Mark, MarkKind
from ui.theme import current
from ui.timeline.figures import Shape
from ui.timeline.furniture import HEAD

if TYPE_CHECKING:
    from ui.timeline.chart import Chart

_GRIP, _FLAG, _LINE = 5, 22, 20


class Hand:
    """What it holds lasts from press to release."""

    def __init__(self, chart: "Chart") -> None:
        self._chart = chart
        self._held: tuple[str, int] | None = None
        self._point: Mark | None = None

    def press(self, at: QPointF) -> None:
        self._point = self._flag(at)
        row = self._chart.row_at(at)
        if self._point is not None or row is None:
            return
        self._held = self._grip(at, row)
        bar = next((each for each in self._chart.bars(row) if each.rect.contains(at)), None)
        self._chart.stand(row, self._held[1] if self._held else bar.segment if bar else -1)

    def move(self, at: QPointF) -> bool:
        """Whether something is held here, or could be."""
        if self._held is not None:
            self._chart.tried.emit(*self._held, self._days(at))
            return True
        row = self._chart.row_at(at)
        grips = row is not None and self._grip(at, row) is not None
        return grips or self._point is not None or self._flag(at) is not None

    def release(self, at: QPointF) -> None:
        held, self._held = self._held, None
        point, self._point = self._point, None
        if held is not None:
            days = self._days_of(held, at)
            self._chart.tried.emit(*held, 0)
            track = self._chart.plan.track(held[0])
            segments = track.segments[held[1] :] if track is not None else ()
            if segments and days != segments[0].days:
                self._chart.resized.emit(*held, days)
        elif point is not None:
            axis = self._chart.axis
            by = axis.index_at(self._chart.axis_x(at)) - axis.index_at(axis.middle(point.day))
            if by:
                self._chart.shifted.emit(point, by)

    def _grip(self, at: QPointF, row: int) -> tuple[str, int] | None:
        """Deliverable and segment whose beginning is under the mouse."""
        for bar in self._chart.bars(row):
            edge = bar.rect.right() if self._chart.mirrored else bar.rect.left()
            level = bar.rect.top() <= at.y() <= bar.rect.bottom()
            if bar.segment >= 0 and level and abs(at.x() - edge) <= _GRIP and bar.shape is not Shape.SHORT:
                return self._chart.plan.tracks[row].deliverable, bar.segment
        return None

    def _days(self, at: QPointF) -> int:
        assert self._held is not None
        return self._days_of(self._held, at)

    def _days_of(self, held: tuple[str, int], at: QPointF) -> int:
        """Business days of the held segment when it begins under the mouse; at least one."""
        track = self._chart.plan.track(held[0])
        if track is None or held[1] >= len(track.segments):
            return 1
        axis = self._chart.axis
        last = axis.index_at(axis.middle(track.segments[held[1]].last))
        return max(last - axis.index_at(self._chart.axis_x(at)) + 1, 1)

    def _flag(self, at: QPointF) -> Mark | None:
        """The checkpoint whose flag is under the mouse."""
        look = current()
        if not look.px(HEAD - _LINE) <= at.y() <= look.px(HEAD):
            return None
        x, axis = self._chart.axis_x(at), self._chart.axis
        points = (mark for mark in self._chart.plan.marks if mark.kind is MarkKind.CHECKPOINT)
        return next((mark for mark in points if abs(x - axis.middle(mark.day)) <= look.px(_FLAG)), None)
