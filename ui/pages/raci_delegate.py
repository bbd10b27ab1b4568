"""Paints the letters of the RACI table: shape and letter first, colour last, so that it reads in grey too."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.pages.raci_model import BROKEN_ROLE, FIX_ROLE, LETTERS_ROLE, RaciModel
from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.text import LineField

type Index = QModelIndex | QPersistentModelIndex

ROW = 35
SIGN = 48
"""Pixels at 100 % text for a rule that is a sign without words."""
_SIDE, _CAPSULE, _HIGH = 26, 32, 24


def letter_width(letter: str) -> int:
    return current().px(_CAPSULE if letter == "A" else _SIDE)


def draw_letter(painter: QPainter, box: QRectF, letter: str, *, wrong: bool = False) -> None:
    """A: a dark capsule; R: a tinted square; C: outlined; I: dotted. `wrong` puts a ring around it."""
    look = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill, ink, edge = {
        "A": ("ink", "surface", None),
        "R": ("pri_t2", "pri_ink", None),
        "C": ("surface", "ink2", Qt.PenStyle.SolidLine),
        "I": ("surface", "ink3", Qt.PenStyle.DotLine),
    }[letter]
    radius = box.height() / 2 if letter == "A" else 5
    painter.setBrush(look.colour(fill))
    painter.setPen(QPen(look.colour("control"), 1, edge) if edge else Qt.PenStyle.NoPen)
    inset = 0.5 if edge else 0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
    if wrong:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("warn"), 2))
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)
    painter.setFont(look.font(12, 600))
    painter.setPen(look.colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


def fix_rect(rect: QRect, words: str) -> QRect:
    """Where in the cell of a rule its link stands; of no width where it has none, or no room."""
    words = words if _worded(rect) else ""
    wide = QFontMetrics(current().font(12, 600)).horizontalAdvance(words) + 16 if words else 0
    return QRect(rect.left() if _mirrored() else rect.right() - wide, rect.top(), wide, rect.height())


class RaciDelegate(QStyledItemDelegate):
    """Task names are edited in place; letters are typed straight into the grid."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn: Any = option
        rect, look = QRect(drawn.rect), current()
        model = index.model()
        assert isinstance(model, RaciModel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, index, model)
        view = drawn.widget
        focused = (
            drawn.state & QStyle.StateFlag.State_HasFocus and isinstance(view, QWidget) and view.hasFocus()
        )
        if focused:
            painter.fillRect(rect.adjusted(1, 2, -1, -1), look.colour("pri_t"))
        if index.column() == 0:
            self._name(painter, rect, index)
        elif index.column() == model.rule_column:
            self._rule(painter, rect, index)
        else:
            self._letters(painter, rect, index)
        if focused:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -1), 4, 4)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(current().px(84), current().px(ROW))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        line = LineField(parent=parent)
        line.setProperty("slim", True)
        line.setAccessibleName(self.tr("Task"))
        line.edited.connect(lambda _words: self.commitData.emit(line))
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes, and loses no words: undo takes them back."""
        esc = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if esc and event.type() == QEvent.Type.KeyPress and isinstance(watched, LineField):
            self.commitData.emit(watched)
        return super().eventFilter(watched, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, LineField) and not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.setText(str(index.data() or ""))
            editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        drawn: Any = option
        editor.setGeometry(QRect(drawn.rect).adjusted(2, 2, -2, -1))

    # --- parts of a cell ---
    def _ground(self, painter: QPainter, rect: QRect, index: Index, model: RaciModel) -> None:
        look = current()
        wrong = bool(index.data(BROKEN_ROLE)) and index.column() == model.rule_column
        painter.fillRect(rect, look.colour("warn_t" if wrong else "surface"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        if index.column() == model.rule_column:
            rtl = _mirrored()
            edge = rect.right() if rtl else rect.left()
            painter.drawLine(edge, rect.top(), edge, rect.bottom())

    def _name(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look = current()
        name = str(index.data() or "")
        painter.setFont(look.font(13, 500))
        painter.setPen(look.colour("ink" if name.strip() else "warn"))
        self._write(painter, rect.adjusted(16, 0, -8, 0), name if name.strip() else self.tr("Name the task"))

    def _rule(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look = current()
        words, side = str(index.data() or ""), look.px(15)
        rtl = _mirrored()
        left = rect.right() - 12 - side if rtl else rect.left() + 12
        left = left if _worded(rect) else rect.center().x() - side // 2
        box = QRectF(left, rect.center().y() - side // 2, side, side)
        draw_icon(painter, box, "triangle-alert" if words else "check", "warn" if words else "ok")
        if not _worded(rect):
            return
        gap = 12 + side + 6
        painter.setFont(look.font(12))
        painter.setPen(look.colour("warn"))
        link = fix_rect(rect, str(index.data(FIX_ROLE) or ""))
        room = (
            rect.adjusted(link.width() + 8, 0, -gap, 0)
            if rtl
            else rect.adjusted(gap, 0, -link.width() - 8, 0)
        )
        self._write(painter, room, words)
        if link.width():
            painter.setFont(look.font(12, 600))
            painter.setPen(look.colour("pri_ink"))
            painter.drawText(link, Qt.AlignmentFlag.AlignCenter, str(index.data(FIX_ROLE)))

    def _letters(self, painter: QPainter, rect: QRect, index: Index) -> None:
        held: tuple[str, ...] = index.data(LETTERS_ROLE)
        if not held:
            return
        high = current().px(_HIGH)
        widths = [letter_width(letter) for letter in held]
        x = rect.center().x() - (sum(widths) + 4 * (len(held) - 1)) / 2
        for letter, wide in zip(held, widths, strict=True):
            box = QRectF(round(x), rect.center().y() - high // 2 + 1, wide, high)
            draw_letter(painter, box, letter, wrong=bool(index.data(BROKEN_ROLE)) and letter in "AC")
            x += wide + 4

    def _write(self, painter: QPainter, room: QRect, text: str) -> None:
        rtl = _mirrored()
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        line = " ".join(text.split())
        words = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)


def _worded(cell: QRect) -> bool:
    """Whether the cell of a rule has room for its words."""
    return cell.width() > current().px(SIGN)


def _mirrored() -> bool:
    return QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
