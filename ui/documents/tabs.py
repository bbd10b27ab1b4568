"""One tab a document and a pack, with how many pages it has."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from app.field import Doc, Pack
from ui.documents.naming import gaps, pages, short_name, too_long
from ui.paper import Proof, Shown
from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.tip import tip

_AIR, _TIGHT, _LEAST, _GAP, _BETWEEN, _HIGH, _SIDE = 12, 8, 3, 8, 6, 34, 16
_GLYPHS = {Pack.VENDOR: "package"}


class DocumentTabs(QTabBar):
    """Arrows move; `chosen` speaks of what the person does only."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: tuple[Shown, ...] = (*Doc, *Pack)
        self._counts: dict[Shown, str] = dict.fromkeys(self._kinds, "")
        self._lean = False
        """Too little room: only the chosen one says how many pages it has."""
        self._dense = False
        """Still too little: nothing but the names, with hardly any air beside them."""
        self._cut = 0
        """Pixels that are lacking even so: names are cut, and are whole in the tooltip."""
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(self.tr("Documents"))
        self.setProperty("ring", True)
        for kind in self._kinds:
            self.addTab(short_name(kind))
        self.show_kinds(tuple(Doc))
        self.currentChanged.connect(self._changed)

    def kind(self) -> Shown:
        return self._kinds[self.currentIndex()]

    @property
    def kinds(self) -> tuple[Shown, ...]:
        """What is on show."""
        return tuple(kind for index, kind in enumerate(self._kinds) if self.isTabVisible(index))

    def show_kinds(self, kinds: Sequence[Shown]) -> None:
        """What this campaign has; the first is chosen where the chosen one is gone."""
        if self.kind() not in kinds:
            self.show_kind(kinds[0])
        self.blockSignals(True)
        for index, kind in enumerate(self._kinds):
            self.setTabVisible(index, kind in kinds)
        self.blockSignals(False)
        self._measure()

    def show_kind(self, kind: Shown) -> None:
        self.blockSignals(True)
        self.setCurrentIndex(self._kinds.index(kind))
        self.blockSignals(False)
        self._measure()

    def forget(self) -> None:
        """Another campaign: nothing is known of its pages."""
        self._counts = dict.fromkeys(self._kinds, "")
        self._measure()

    def show_proof(self, proof: Proof) -> None:
        """The page count, and the whole state of the document for a screen reader."""
        index = self._kinds.index(proof.kind)
        self.setAccessibleTabName(index, described(proof))
        self.setTabToolTip(index, tip(described(proof)))
        if self._counts[proof.kind] != pages(proof.pages):
            self._counts[proof.kind] = pages(proof.pages)
            self._measure()

    def words(self, kind: Shown) -> str:
        """What a tab says where there is room."""
        return f"{short_name(kind)} {self._counts[kind]}".strip()

    # --- measures ---
    def tabSizeHint(self, index: int) -> QSize:
        kind = self._kinds[index]
        return QSize(self._wide(kind, lean=self._lean) - self._short_by(kind), current().px(_HIGH))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(120), current().px(_HIGH))

    def _wide(self, kind: Shown, *, lean: bool) -> int:
        look = current()
        wide = QFontMetrics(look.font(13, 600)).horizontalAdvance(short_name(kind))
        count = self._counted(kind, lean=lean)
        if count:
            wide += look.px(_GAP) + QFontMetrics(look.font(12, tabular=True)).horizontalAdvance(count)
        if kind in _GLYPHS and not lean:
            wide += look.px(_SIDE + _GAP)
        return wide + 2 * self._air(lean=lean) + _BETWEEN + 2

    def _air(self, *, lean: bool) -> int:
        return current().px(_LEAST if self._dense and lean else _TIGHT if lean else _AIR)

    def _all(self, *, lean: bool) -> int:
        return sum(self._wide(kind, lean=lean) for kind in self.kinds)

    def _short_by(self, kind: Shown) -> int:
        """Pixels that a tab lacks: the chosen one none, the others alike."""
        others = [each for each in self.kinds if each is not self.kind()]
        return -(-self._cut // len(others)) if self._cut and kind in others else 0

    def _counted(self, kind: Shown, *, lean: bool) -> str:
        return "" if lean and (self._dense or kind is not self.kind()) else self._counts[kind]

    def _measure(self) -> None:
        """Setting a text is what makes a tab bar measure its tabs again."""
        self._dense = False
        self._lean = self._all(lean=False) > self.width()
        self._dense = self._lean and self._all(lean=True) > self.width()
        self._cut = max(self._all(lean=True) - self.width(), 0) if self._dense else 0
        for index, kind in enumerate(self._kinds):
            self.setTabText(index, short_name(kind))
        self.update()

    def _changed(self, index: int) -> None:
        self._measure()
        self.chosen.emit(self._kinds[index])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    # --- paint ---
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, kind in enumerate(self._kinds):
            if self.isTabVisible(index):
                box = QRectF(self.tabRect(index)).adjusted(0.5, 0.5, -_BETWEEN - 0.5, -0.5)
                self._paint(painter, box, kind, index == self.currentIndex())

    def _paint(self, painter: QPainter, box: QRectF, kind: Shown, on: bool) -> None:
        look = current()
        if on:
            painter.setPen(QPen(look.colour("line2"), 1))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(box, 7, 7)
        air = self._air(lean=self._lean)
        within = box.adjusted(air, 0, -air, 0)
        if kind in _GLYPHS and not self._lean:
            within = self._glyph(painter, within, kind)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(13, 600 if on else 500))
        painter.setPen(look.colour("ink" if on else "ink2"))
        words = short_name(kind)
        if self._short_by(kind):
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(within.width()))
        painter.drawText(within, leading, words)
        painter.setFont(look.font(12, tabular=True))
        painter.setPen(look.colour("ink3"))
        painter.drawText(within, trailing, self._counted(kind, lean=self._lean))

    def _glyph(self, painter: QPainter, room: QRectF, kind: Shown) -> QRectF:
        """Its icon; what is left of the room."""
        side, gap = current().px(_SIDE), current().px(_SIDE + _GAP)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = room.right() - side if mirrored else room.left()
        draw_icon(
            painter, QRectF(left, room.center().y() - side / 2, side, side), _GLYPHS[Pack(kind)], "ink2"
        )
        return room.adjusted(0, 0, -gap, 0) if mirrored else room.adjusted(gap, 0, 0, 0)


def described(proof: Proof) -> str:
    """ "Context brief, 1 page, fits, 2 gaps"."""
    parts = [short_name(proof.kind), pages(proof.pages)]
    if proof.room is not None:
        over = proof.room.over
        parts.append(too_long(over) if over else QCoreApplication.translate("Documents", "fits"))
    return ", ".join([*parts, gaps(proof.missing)] if proof.missing else parts)
