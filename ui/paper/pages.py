"""A scroll area of pages: a click goes to the field that is printed there, the focused field is lit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.place import Place
from ui.paper.landing import Landing, belonging
from ui.paper.sheets import Sheets
from ui.theme import current

GAP = 16
CLOSEST, FARTHEST = 3.0, 0.5
_LEAST = 120


class Pages(QAbstractScrollArea):
    """Shows a PDF, page under page. At `zoom` 1 a page is as wide as the view; with `whole` one page is seen whole.

    `toned`: in the window's colours when they are dark.
    """

    picked = Signal(object)
    """The place whose print was clicked."""

    def __init__(
        self, parent: QWidget | None = None, *, toned: bool = False, whole: bool = False, margin: int = 24
    ) -> None:
        super().__init__(parent)
        self._sheets = Sheets(self)
        self._landings: Sequence[Landing] = ()
        self._lit: Place = ()
        self._toned, self._whole, self._margin = toned, whole, margin
        self._zoom = 1.0
        self._tops: list[int] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Pages"))

    # --- what is shown ---
    def show_pdf(self, pdf: bytes, landings: Sequence[Landing], name: str) -> None:
        """Another PDF; the place in the page stays where the eye was. UserError when it cannot be drawn."""
        self._landings = ()
        try:
            self._sheets.load(pdf)
            self._landings = landings
        finally:
            self.setAccessibleName(name)
            self.setAccessibleDescription(self._counted())
            self._lay_out()
            self.viewport().update()

    @property
    def count(self) -> int:
        return self._sheets.count

    @property
    def landings(self) -> Sequence[Landing]:
        return self._landings

    @property
    def sheets(self) -> Sheets:
        return self._sheets

    @property
    def zoom(self) -> float:
        return self._zoom

    def _counted(self) -> str:
        count = self._sheets.count
        return self.tr("1 page") if count == 1 else self.tr("{n} pages").format(n=count)

    def light(self, place: Place) -> None:
        """Lights the print of a field and brings it into view; () lights nothing."""
        self._lit = place
        lit = belonging(self._landings, place)
        if lit:
            self._reveal(self.on_screen(lit[0]))
        self.viewport().update()

    def zoom_by(self, factor: float) -> None:
        self.zoom_to(self._zoom * factor)

    def zoom_to(self, zoom: float) -> None:
        """The same line stays in the middle."""
        before, self._zoom = self._zoom, min(max(zoom, FARTHEST), CLOSEST)
        half = self.viewport().height() / 2
        middle = (self.verticalScrollBar().value() + half) * self._zoom / before
        self._lay_out()
        self.verticalScrollBar().setValue(round(middle - half))
        across = self.horizontalScrollBar()
        across.setValue(across.maximum() // 2)
        self.viewport().update()

    def go_to_page(self, page: int) -> None:
        """The top of a page, from 0, comes to the top of the view."""
        if self._tops:
            at = min(max(page, 0), len(self._tops) - 1)
            self.verticalScrollBar().setValue(self._tops[at] - self._margin)

    def page_shown(self) -> int:
        """The page, from 0, that takes the upper half of the view."""
        at = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max((page for page, top in enumerate(self._tops) if top <= at), default=0)

    # --- layout ---
    def _lay_out(self) -> None:
        self._tops = []
        top = self._margin
        for page in range(self._sheets.count):
            self._tops.append(top)
            top += self._size(page).height() + GAP
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, top - GAP + self._margin - self.viewport().height()))
        widest = max((self._size(page).width() for page in range(self._sheets.count)), default=0)
        across = self.horizontalScrollBar()
        across.setPageStep(self.viewport().width())
        across.setRange(0, max(0, widest + 2 * self._margin - self.viewport().width()))

    def _size(self, page: int) -> QSize:
        points = self._sheets.size(page)
        if points.isEmpty():
            return QSize(1, 1)
        width = self._wide(points) * self._zoom
        return QSize(round(width), round(width * points.height() / points.width()))

    def _wide(self, points: QSizeF) -> float:
        """Width of a page at zoom 1, in pixels. Scroll bars that come and go must not change it."""
        inside = self.contentsRect().size() - QSize(2 * self._margin, 2 * self._margin)
        wide = inside.width() - self.verticalScrollBar().sizeHint().width()
        if self._whole:
            wide = min(wide, round(inside.height() * points.width() / points.height()))
        return max(wide, _LEAST)

    def page_rect(self, page: int) -> QRect:
        """A page in the coordinates of the viewport."""
        size = self._size(page)
        left = max(self._margin, (self.viewport().width() - size.width()) // 2)
        top = self._tops[page] - self.verticalScrollBar().value()
        return QRect(QPoint(left - self.horizontalScrollBar().value(), top), size)

    def on_screen(self, landing: Landing) -> QRectF:
        """The print of a field in the coordinates of the viewport."""
        page = self.page_rect(landing.page)
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
            rect = self.page_rect(page)
            if rect.intersects(event.rect()):
                self._paint_page(painter, page, rect)
        for landing in belonging(self._landings, self._lit):
            self._paint_light(painter, self.on_screen(landing))
        self.paint_beside(painter)

    def paint_beside(self, painter: QPainter) -> None:
        """For who has something to say beside the pages."""

    def _paint_page(self, painter: QPainter, page: int, rect: QRect) -> None:
        look = current()
        toned = self._toned and look.dark
        colours = (look.colour("paper"), look.colour("paper_ink")) if toned else (None, None)
        picture = self._sheets.picture(page, rect.size() * self.devicePixelRatioF(), *colours)
        painter.drawImage(rect, picture)
        painter.setPen(QPen(look.colour("line2"), 1))
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
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
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
        key = event.key()
        if event.text() in ("+", "-"):
            self.zoom_by(1.25 if event.text() == "+" else 0.8)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to_page(0 if key == Qt.Key.Key_Home else self.count - 1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and self._whole and self._zoom == 1:
            self.go_to_page(self.page_shown() + (1 if key == Qt.Key.Key_PageDown else -1))
        else:
            super().keyPressEvent(event)

    def _at(self, point: QPointF) -> Place | None:
        """The innermost field under a point: the last that landed there."""
        found = [
            landing.place
            for landing in self._landings
            if landing.place and self.on_screen(landing).contains(point)
        ]
        return found[-1] if found else None
