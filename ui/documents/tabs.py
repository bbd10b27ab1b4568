"""One tab a document, with how many pages it has."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from app.field import Doc
from ui.documents.naming import gaps, pages, short_name, too_long
from ui.paper import Proof
from ui.theme import current

_AIR, _GAP, _BETWEEN, _HIGH = 12, 8, 6, 34


class DocumentTabs(QTabBar):
    """Arrows move; `chosen` speaks of what the person does only."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = tuple(Doc)
        self._counts = dict.fromkeys(self._kinds, "")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setAccessibleName(self.tr("Documents"))
        for kind in self._kinds:
            self.addTab(short_name(kind))
        self.currentChanged.connect(lambda index: self.chosen.emit(self._kinds[index]))

    def kind(self) -> Doc:
        return self._kinds[self.currentIndex()]

    def show_kind(self, kind: Doc) -> None:
        self.blockSignals(True)
        self.setCurrentIndex(self._kinds.index(kind))
        self.blockSignals(False)

    def show_proof(self, proof: Proof) -> None:
        """The page count, and the whole state of the document for a screen reader."""
        self._counts[proof.kind] = pages(proof.pages)
        index = self._kinds.index(proof.kind)
        self.setAccessibleTabName(index, described(proof))
        self.setTabText(index, short_name(proof.kind))
        self.update()

    def words(self, kind: Doc) -> str:
        """What a tab says."""
        return f"{short_name(kind)} {self._counts[kind]}".strip()

    def tabSizeHint(self, index: int) -> QSize:
        look, kind = current(), self._kinds[index]
        wide = QFontMetrics(look.font(13, 600)).horizontalAdvance(short_name(kind))
        count = self._counts[kind]
        if count:
            wide += look.px(_GAP) + QFontMetrics(look.font(12)).horizontalAdvance(count)
        return QSize(wide + 2 * look.px(_AIR) + _BETWEEN + 2, look.px(_HIGH))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, kind in enumerate(self._kinds):
            box = QRectF(self.tabRect(index)).adjusted(0.5, 0.5, -_BETWEEN - 0.5, -0.5)
            self._paint(painter, box, kind, index == self.currentIndex())

    def _paint(self, painter: QPainter, box: QRectF, kind: Doc, on: bool) -> None:
        look = current()
        if on:
            painter.setPen(QPen(look.colour("line2"), 1))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(box, 7, 7)
        air = look.px(_AIR)
        inside = box.adjusted(air, 0, -air, 0)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(13, 600 if on else 500))
        painter.setPen(look.colour("ink" if on else "ink2"))
        painter.drawText(inside, leading, short_name(kind))
        painter.setFont(look.font(12, tabular=True))
        painter.setPen(look.colour("ink3"))
        painter.drawText(inside, trailing, self._counts[kind])


def described(proof: Proof) -> str:
    """ "Context brief, 1 page, fits, 2 gaps"."""
    parts = [short_name(proof.kind), pages(proof.pages)]
    if proof.room is not None:
        over = proof.room.over
        parts.append(too_long(over) if over else QCoreApplication.translate("Documents", "fits"))
    return ", ".join([*parts, gaps(proof.missing)] if proof.missing else parts)
