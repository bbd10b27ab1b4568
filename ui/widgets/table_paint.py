"""What stands in a cell of an editing table, drawn and measured: chips, words, an open question."""

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from app.field import Field, Kind
from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.cells import CHIPS
from ui.widgets.chip import HEIGHT, chip_width, draw_chip
from ui.widgets.sides import leading
from ui.widgets.table_model import (
    FIELD_ROLE,
    GAP_ROLE,
    GLYPH_ROLE,
    OFFER_ROLE,
    PIECES_ROLE,
    SENTENCE_ROLE,
    UNREAD_ROLE,
)

type Index = QModelIndex | QPersistentModelIndex

PAD = 8
"""Pixels at 100 % text between the edge of a cell and what stands in it."""
_GAP = 5
_SEEN = 1_000
"""Letters that no cell is wide enough for: what stands behind them is neither measured nor drawn."""
_LEAST_CHIP = 96
"""A chip that is cut still says what it is about."""


def draw_cell(painter: QPainter, room: QRect, index: Index, *, opened: bool, mirrored: bool) -> None:
    """`room` is without the padding."""
    field: Field = index.data(FIELD_ROLE)
    if index.data(GAP_ROLE):
        _ask(painter, room, field, "warn", mirrored)
    elif index.data(OFFER_ROLE):
        _ask(painter, room, field, "ink3", mirrored)
    elif field.kind in CHIPS:
        sentence = index.data(SENTENCE_ROLE) if opened and field.kind is Kind.SPECS else ""
        if sentence:
            painter.setFont(current().font())
            painter.setPen(current().colour("ink2"))
            _write(painter, room, sentence, mirrored)
        else:
            _chips(painter, room, index.data(PIECES_ROLE), mirrored)
    else:
        _words(painter, room, index, field, mirrored)


def need(index: Index) -> int:
    """Pixels the cell takes to show all it says, with its padding."""
    field: Field = index.data(FIELD_ROLE)
    around = 2 * current().px(PAD) + 2
    if index.data(GAP_ROLE) or index.data(OFFER_ROLE):
        return around + _beside_glyph() + _wide(_add(field), 400, tabular=False)
    if field.kind in CHIPS:
        return around + sum(chip_width(piece) + _GAP for piece in index.data(PIECES_ROLE))
    glyph = _before_words() if index.data(GLYPH_ROLE) else 0
    return around + glyph + _wide(index.data(), *_hand(index, field))


def is_cut(index: Index, wide: int) -> bool:
    """Whether a cell of that width says less than there is to say."""
    return index.data(FIELD_ROLE) is not None and need(index) > wide + 2


def all_of(index: Index) -> str:
    """What the cell says in full, a chip a line."""
    return "\n".join(index.data(PIECES_ROLE) or [str(index.data() or "")])


def fitting(wides: list[int], room: int, more: int, gap: int) -> int:
    """How many chips of these widths stand in the room whole, with a last one of width `more` where some do not."""
    if sum(wides) + gap * (len(wides) - 1) <= room:
        return len(wides)
    taken, fit = more, 0
    for wide in wides:
        taken += wide + gap
        if taken > room:
            break
        fit += 1
    return fit


def _chips(painter: QPainter, room: QRect, pieces: list[str], mirrored: bool) -> None:
    """What does not fit is counted: "+2". The last one in sight may be cut where enough of it is left."""
    wides = [chip_width(piece) for piece in pieces]
    more = chip_width(f"+{len(pieces)}")
    whole = fitting(wides, room.width(), more, _GAP)
    x = 0
    for piece, wide in zip(pieces[:whole], wides, strict=False):
        _chip(painter, room, x, wide, piece, mirrored)
        x += wide + _GAP
    left = pieces[whole:]
    if not left:
        return
    beside = room.width() - x - (more + _GAP if left[1:] else 0)
    if not whole and beside < current().px(_LEAST_CHIP):
        _chip(painter, room, 0, min(wides[0], room.width()), left[0], mirrored)
        return
    if beside >= current().px(_LEAST_CHIP):
        wide = min(wides[whole], beside)
        _chip(painter, room, x, wide, left[0], mirrored)
        x += wide + _GAP
        left = left[1:]
    if left:
        _chip(painter, room, x, more, f"+{len(left)}", mirrored)


def _chip(painter: QPainter, room: QRect, x: int, wide: int, words: str, mirrored: bool) -> None:
    tall = current().px(HEIGHT)
    left = room.right() + 1 - x - wide if mirrored else room.left() + x
    box = QRectF(left, room.center().y() - tall // 2 + 1, wide, tall)
    draw_chip(painter, box, words, ink="ink", mirrored=mirrored)


def _words(painter: QPainter, room: QRect, index: Index, field: Field, mirrored: bool) -> None:
    look = current()
    glyph = index.data(GLYPH_ROLE)
    if glyph:
        side = look.px(16)
        left = room.right() + 1 - side if mirrored else room.left()
        draw_icon(painter, QRectF(left, room.center().y() - side // 2, side, side), glyph, "ink3")
        room = _after(room, _before_words(), mirrored)
    weight, tabular = _hand(index, field)
    painter.setFont(look.font(13, weight, tabular=tabular))
    painter.setPen(look.colour("bad" if index.data(UNREAD_ROLE) else "ink"))
    _write(painter, room, str(index.data()), mirrored)


def _ask(painter: QPainter, room: QRect, field: Field, tone: str, mirrored: bool) -> None:
    """An answer that is not there, and what to do."""
    look = current()
    side = look.px(14)
    left = room.right() + 1 - side if mirrored else room.left()
    draw_icon(painter, QRectF(left, room.center().y() - side // 2, side, side), "circle-dashed", tone)
    painter.setFont(look.font())
    painter.setPen(look.colour(tone))
    beside = _after(room, _beside_glyph(), mirrored)
    for words in (_add(field), _tr("Add")):
        if painter.fontMetrics().horizontalAdvance(words) <= beside.width():
            _write(painter, beside, words, mirrored)
            return


def _write(painter: QPainter, room: QRect, text: str, mirrored: bool) -> None:
    shown = text if len(text) <= _SEEN else f"{text[:_SEEN]}…"
    words = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, leading(mirrored) | Qt.TextFlag.TextSingleLine, words)


def _after(room: QRect, step: int, mirrored: bool) -> QRect:
    return room.adjusted(0, 0, -step, 0) if mirrored else room.adjusted(step, 0, 0, 0)


def _before_words() -> int:
    return current().px(16) + current().px(9)


def _beside_glyph() -> int:
    return current().px(14) + 5


def _hand(index: Index, field: Field) -> tuple[int, bool]:
    """Weight, and whether figures are alike in width."""
    return 600 if index.column() == 0 else 400, field.kind in (Kind.DATE, Kind.NUMBER)


def _wide(words: str, weight: int, tabular: bool) -> int:
    return _measured(words[:_SEEN], weight, tabular, current().scale)


@lru_cache(4096)
def _measured(words: str, weight: int, tabular: bool, _scale: float) -> int:
    return QFontMetrics(current().font(13, weight, tabular=tabular)).horizontalAdvance(words)


def _add(field: Field) -> str:
    return _tr("Add {name}").format(name=_lower(field.label))


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _tr(text: str) -> str:
    return QCoreApplication.translate("CellDelegate", text)
