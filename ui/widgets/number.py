"""A whole number, written or counted with the arrow keys; where business days are asked, weeks are read too."""

import re

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.amounts import BUSINESS_DAYS, business_days
from app.campaign_file import NUMBERS
from ui.widgets.read_line import ReadLine, Unreadable

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
    bare = "".join(_THOUSANDS.sub("", text).replace(spoken.groupSeparator(), "").split())
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
        super().__init__(hint, parent)
        self._least, self._most, self._unit = least, most, unit
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

    def _read(self) -> None:
        if not self.isModified():
            return
        try:
            found = read_number(self.text(), self._unit, self.locale(), least=self._least, most=self._most)
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
