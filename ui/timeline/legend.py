"""What the forms of the bars mean."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import current
from ui.timeline.figures import Bar, Shape
from ui.timeline.saying import tr
from ui.timeline.strokes import draw_bar
from ui.widgets.flow import Flow
from ui.widgets.label import Label


class Legend(QWidget):
    """One sample and one word each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(self)
        flow.setContentsMargins(16, 0, 16, 0)
        for shape, words in (
            (Shape.DRAFT, tr("Draft")),
            (Shape.REVIEW, tr("Review")),
            (Shape.REVISION, tr("Revise")),
            (Shape.SIGN_OFF, tr("Sign-off")),
            (Shape.LEAD, tr("Lead time")),
            (Shape.SPARE, tr("Spare")),
            (Shape.SHORT, tr("Does not fit")),
        ):
            flow.addWidget(_entry(shape, words))


def _entry(shape: Shape, words: str) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 10, 0)
    row.setSpacing(6)
    row.addWidget(_Sample(shape))
    row.addWidget(Label(words, "caption"))
    return entry


class _Sample(QWidget):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self._shape = shape
        self.setFixedSize(current().px(18), current().px(12))

    def sizeHint(self) -> QSize:
        return QSize(current().px(18), current().px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_bar(QPainter(self), Bar(self._shape, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)))
