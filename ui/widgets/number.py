"""A whole number, written or counted with the arrow keys; where business days are asked, weeks are read too."""

import re

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.amounts import BUSINESS_DAYS, business_days
from app.campaign_file import NUMBERS
from ui.theme import current
from ui.widgets.read_line import ReadLine, Unreadable
from ui.widgets.sides import trailing

_EDGE = 9
"""Pixels at 100 % text from the end of the field to its unit."""
_DIGITS = 18
"""More make a number that nobody means."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")


def read_number(
    text: str,
    unit: str = "",
    locale: QLocale | None = None,
    *,
    least: int = NUMBERS[0],
    most: int = NUMBERS[-1],
) -> int | None:
    """The number in a person's words, None for an empty text. Unreadable says what is wrong."""
    spoken = locale or QLocale()
    between = rf"(?<=\d){re.escape(spoken.groupSeparator())}(?=\d{{3}}(?!\d))"
    bare = "".join(re.sub(between, "", _THOUSANDS.sub("", text)).split())
    if not bare:
        return None
    days = business_days(text) if unit == BUSINESS_DAYS else None
    if days is None and not bare.removeprefix("-").isdecimal():
        raise Unreadable(_expected(unit))
    if days is None and len(bare) <= _DIGITS:
        days = int(bare)
    if days is None or not least <= days <= most:
        ends = {"least": spoken.toString(least), "most": spoken.toString(most)}
        raise Unreadable(_tr("A whole number from {least} to {most}.").format(**ends))
    return days


def _expected(unit: str) -> str:
    if unit == BUSINESS_DAYS:
        return _tr("Not a number of business days: such as 5, or 1 week.")
    return _tr("A whole number, such as 240.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("NumberField", text)


class NumberField(ReadLine):
    """A whole number or none yet; Up and Down count. Signals `counted(int | None)`."""

    counted = Signal(object)

    def __init__(
        self,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        least: int = 0,
        most: int = 1_000_000_000,
        unit: str = "",
    ) -> None:
        """`unit` is what is counted; it stands at the end of the field."""
        super().__init__(hint, parent)
        self.unit = unit
        self._make_room()
        self._least, self._most = least, most
        self._value: int | None = None

    def number(self) -> int | None:
        return self._value

    def show_number(self, number: int | None) -> None:
        """Show a number; what is being typed now stays."""
        other, self._value = number != self._value, number
        self._show(other=other)

    def words(self) -> str:
        return "" if self._value is None else self.locale().toString(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}
        if event.key() in steps:
            self._count((self._value or 0) + steps[event.key()])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "unit"):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.unit:
            return
        painter, look, mirrored = QPainter(self), current(), self.isRightToLeft()
        painter.setFont(look.font(12))
        painter.setPen(look.colour("ink3"))
        room = self.rect().adjusted(look.px(_EDGE), 0, -look.px(_EDGE), 0)
        painter.drawText(room, trailing(mirrored) | Qt.TextFlag.TextSingleLine, self.unit)

    def _make_room(self) -> None:
        """What is typed ends before the unit."""
        look = current()
        wide = QFontMetrics(look.font(12)).horizontalAdvance(self.unit) + look.px(4) if self.unit else 0
        mirrored = self.isRightToLeft()
        self.setTextMargins(wide if mirrored else 0, 0, 0 if mirrored else wide, 0)

    def _read(self) -> None:
        if not self.isModified():
            return
        try:
            found = read_number(self.text(), self.unit, self.locale(), least=self._least, most=self._most)
        except Unreadable as fault:
            self._refuse(str(fault))
        else:
            self._count(found)

    def _count(self, number: int | None) -> None:
        if number is not None:
            number = min(max(number, self._least), self._most)
        other, self._value = number != self._value, number
        self._accept(self.words())
        if other:
            self.counted.emit(number)
