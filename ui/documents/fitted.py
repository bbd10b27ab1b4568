"""The true pages, white as paper, with a bar beside the one page that says how much room is left."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from exporters.style import BOTTOM, TOP
from ui.documents.naming import lines, too_long
from ui.paper import Pages, Proof, Room
from ui.theme import current

_WIDE, _AWAY = 3, 12


class FittedPages(Pages):
    """Pages of a proof; the bar stands beside a document that has to fit one page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, whole=True, margin=16)
        self._room: Room | None = None

    def show_proof(self, proof: Proof, name: str) -> None:
        """UserError when the pages cannot be drawn."""
        self._room = proof.room
        self.show_pdf(proof.pdf, proof.landings, proof.title)
        self.setAccessibleDescription(name)

    @property
    def beside(self) -> str:
        """What stands beside the page: "2 lines to spare", "5 lines too long"."""
        if self._room is None:
            return ""
        if self._room.over:
            return too_long(self._room.over)
        return self.tr("{lines} to spare").format(lines=lines(self._room.free))

    def paint_beside(self, painter: QPainter) -> None:
        if self._room is None or not self.count:
            return
        page, high = self.page_rect(0), self.sheets.size(0).height()
        scale = page.height() / high
        top, bottom = page.top() + TOP * scale, page.top() + (high - BOTTOM) * scale
        last = max((each.rect.bottom() for each in self.landings if each.page == 0), default=TOP)
        end = bottom if self._room.over else min(page.top() + last * scale, bottom)
        tone = "bad" if self._room.over else "ok"
        left = page.left() - _AWAY - _WIDE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._bar(painter, QRectF(left, top, _WIDE, end - top), tone)
        if bottom - end > 2 * _WIDE:
            self._bar(painter, QRectF(left, end + 4, _WIDE, bottom - end - 4), "control")
        self._words(painter, page.right() + _AWAY, (end + bottom) / 2, tone)

    def _bar(self, painter: QPainter, box: QRectF, tone: str) -> None:
        painter.setBrush(current().colour(tone))
        painter.drawRoundedRect(box, 1.5, 1.5)

    def _words(self, painter: QPainter, left: float, middle: float, tone: str) -> None:
        """Only where there is room for them: the column at the right says the same."""
        look = current()
        painter.setFont(look.font(12, 600))
        painter.setPen(look.colour(tone))
        two = self.beside.split(" ", 2)
        said = "\n".join([" ".join(two[:2]), *two[2:]])
        needed = painter.fontMetrics().size(0, said)
        box = QRectF(left, middle - needed.height() / 2, needed.width() + 2, needed.height())
        if box.right() < self.viewport().width():
            painter.drawText(box, Qt.AlignmentFlag.AlignLeading, said)
