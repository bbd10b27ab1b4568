"""A scroll area of pages: a click goes to the field that is printed there, the focused field is lit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.place import Place
from ui.paper.sheets import Sheets
from ui.theme import current

MARGIN, GAP = 24, 16
CLOSEST = 3.0


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a field is printed: page from 0, rectangle in points from the page's top left."""

    place: Place
    page: int
    rect: QRectF


class Pages(QAbstractScrollArea):
    """Shows a PDF, page under page, as wide as the view (`zoom` 1) or closer. `toned`: in the window's colours."""

    picked = Signal(object)
    """The place whose print was clicked."""

    def __init__(self, parent: QWidget | None = None, *, toned: bool = False) -> None:
        super().__init__(parent)
        self._sheets = Sheets(self)
        self._landings: Sequence[Landing] = ()
        self._lit: Place = ()
        self._toned = toned
        self._zoom = 1.0
        self._tops: list[int] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Pages"))

    # --- what is shown ---
    def show_pdf(self, pdf: bytes, landings: Sequence[Landing], name: str) -> None:
        """Another PDF; the place in the page stays where the eye was."""
        self._sheets.load(pdf)
        self._landings = landings
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("%n page(s)", "", self._sheets.count))
        self._lay_out()
        self.viewport().update()

    @property
    def count(self) -> int:
        return self._sheets.count

    def light(self, place: Place) -> None:
        """Lights the print of a field and brings it into view."""
        self._lit = place
        lit = [landing for landing in self._landings if _covers(place, landing.place)]
        if lit:
            self._reveal(self._on_screen(lit[0]))
        self.viewport().update()

    def zoom_by(self, factor: float) -> None:
        self._zoom = min(max(self._zoom * factor, 0.5), CLOSEST)
        self._lay_out()
        self.viewport().update()

    # --- layout ---
    def _lay_out(self) -> None:
        self._tops = []
        top = MARGIN
        for page in range(self._sheets.count):
            self._tops.append(top)
            top += self._size(page).height() + GAP
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, top - GAP + MARGIN - self.viewport().height()))
        wide = max((self._size(page).width() for page in range(self._sheets.count)), default=0) + 2 * MARGIN
        across = self.horizontalScrollBar()
        across.setPageStep(self.viewport().width())
        across.setRange(0, max(0, wide - self.viewport().width()))

    def _size(self, page: int) -> QSize:
        points = self._sheets.size(page)
        if points.isEmpty():
            return QSize(1, 1)
        width = max(self.viewport().width() - 2 * MARGIN, 120) * self._zoom
        return QSize(round(width), round(width * points.height() / points.width()))

    def _rect(self, page: int) -> QRect:
        """A page in the coordinates of the viewport."""
        size = self._size(page)
        left = max(MARGIN, (self.viewport().width() - size.width()) // 2) - self.horizontalScrollBar().value()
        return QRect(QPoint(left, self._tops[page] - self.verticalScrollBar().value()), size)

    def _on_screen(self, landing: Landing) -> QRectF:
        page = self._rect(landing.page)
        scale = page.width() / self._sheets.size(landing.page).width()
        rect = landing.rect
        return QRectF(
            page.left() + rect.left() * scale,
            page.top() + rect.top() * scale,
            rect.width() * scale,
            rect.height() * scale,
        )

    def _reveal(self, rect: QRectF) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < 0 or rect.bottom() > height:
            bar.setValue(bar.value() + round(rect.center().y() - height / 3))

    # --- events ---
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), current().colour("canvas"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in range(self._sheets.count):
            rect = self._rect(page)
            if rect.intersects(event.rect()):
                self._paint_page(painter, page, rect)
        for landing in self._landings:
            if self._lit and _covers(self._lit, landing.place):
                self._paint_light(painter, self._on_screen(landing))

    def _paint_page(self, painter: QPainter, page: int, rect: QRect) -> None:
        look = current()
        toned = self._toned and look.dark
        colours = (look.colour("paper"), look.colour("paper_ink")) if toned else (None, None)
        picture = self._sheets.picture(page, rect.size() * self.devicePixelRatioF(), *colours)
        painter.drawImage(rect, picture)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def _paint_light(self, painter: QPainter, rect: QRectF) -> None:
        tint = QColor(current().colour("pri"))
        tint.setAlphaF(0.13)
        around = rect.adjusted(-4, -2, 4, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(around, 3, 3)
        painter.setBrush(current().colour("pri"))
        painter.drawRoundedRect(QRectF(around.left() - 6, around.top(), 3, around.height()), 1.5, 1.5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.text():
            case "+":
                self.zoom_by(1.25)
            case "-":
                self.zoom_by(0.8)
            case _:
                super().keyPressEvent(event)

    def _at(self, point: QPointF) -> Place | None:
        """The innermost field under a point: the last that landed there."""
        found = [
            landing.place
            for landing in self._landings
            if landing.place and self._on_screen(landing).contains(point)
        ]
        return found[-1] if found else None


def _covers(lit: Place, printed: Place) -> bool:
    """Whether the print belongs to the lit field: itself, or a row of the lit list."""
    return bool(lit) and printed[: len(lit)] == lit
