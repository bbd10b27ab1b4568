"""A chip: a few words on a tint, with an icon where the tone means something."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Tone, current
from ui.theme.icons import draw_icon
from ui.widgets.paint import draw_baton
from ui.widgets.sides import leading, write_each

_GLYPHS = {Tone.OK: "check", Tone.WARN: "triangle-alert", Tone.BAD: "circle-alert", Tone.BAT: "baton"}
_COLOURS = {
    Tone.NEUTRAL: ("ink2", "hover"),
    Tone.OUTLINE: ("ink2", ""),
    Tone.OK: ("ok", "ok_t"),
    Tone.WARN: ("warn", "warn_t"),
    Tone.BAD: ("bad", "bad_t"),
    Tone.BAT: ("bat_ink", "bat_t"),
    Tone.PRI: ("pri_ink", "pri_t"),
}
HEIGHT = 22


def chip_width(text: str, tone: Tone = Tone.NEUTRAL, glyph: str | None = None) -> int:
    """Pixels a chip needs now."""
    look = current()
    words = QFontMetrics(look.font(12, 500)).horizontalAdvance(text)
    return words + 2 * look.px(8) + (look.px(13) + look.px(5) if _glyph(tone, glyph) else 0)


def draw_chip(
    painter: QPainter,
    box: QRectF,
    text: str,
    tone: Tone = Tone.NEUTRAL,
    *,
    glyph: str | None = None,
    ink: str = "",
    mirrored: bool = False,
) -> None:
    """Paint a chip, for delegates too. The text is cut with an ellipsis where the box is too narrow."""
    look = current()
    front, back = _COLOURS[tone]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    write_each(painter)
    painter.setPen(Qt.PenStyle.NoPen if back else QPen(look.colour("line2"), 1))
    painter.setBrush(look.colour(back) if back else QColor(Qt.GlobalColor.transparent))
    inset = 0.0 if back else 0.5
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 5, 5)
    room = box.adjusted(look.px(8), 0, -look.px(8), 0)
    name = _glyph(tone, glyph)
    if name:
        room = _draw_glyph(painter, room, name, front, back or "surface", mirrored)
    painter.setFont(look.font(12, 500))
    painter.setPen(look.colour(ink or front))
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room.width()) + 1)
    painter.drawText(room, leading(mirrored) | Qt.TextFlag.TextDontClip, words)
    painter.restore()


class Chip(QWidget):
    """`glyph` is an icon's name; None: the one of the tone; "": none."""

    def __init__(
        self, text: str, tone: Tone = Tone.NEUTRAL, *, glyph: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._glyph = text, tone, glyph
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        return self._text

    def show_text(self, text: str, tone: Tone) -> None:
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._text, self._tone, self._glyph), current().px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = QRectF(self.rect())
        draw_chip(QPainter(self), box, self._text, self._tone, glyph=self._glyph, mirrored=mirrored)


def _glyph(tone: Tone, glyph: str | None) -> str:
    return _GLYPHS.get(tone, "") if glyph is None else glyph


def _draw_glyph(painter: QPainter, room: QRectF, name: str, front: str, back: str, mirrored: bool) -> QRectF:
    side = current().px(13)
    step = side + current().px(5)
    left = room.right() - side if mirrored else room.left()
    box = QRectF(round(left), round(room.center().y() - side / 2), side, side)
    if name == "baton":
        draw_baton(painter, box, back)
    else:
        draw_icon(painter, box, name, front)
    return room.adjusted(0, 0, -step, 0) if mirrored else room.adjusted(step, 0, 0, 0)
