"""A colour as six digits: typed with or without its mark, told only when it is one."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.read_line import ReadLine

_HEX = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


def colour_of(text: str) -> str | None:
    """The colour as the table keeps it, from six or three digits with or without their mark; "" for nothing, None for
    what is no colour."""
    bare = text.strip()
    if not bare:
        return ""
    found = _HEX.fullmatch(bare)
    if found is None:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(2 * each for each in found[1])
    return f"#{digits.upper()}"


class ColourField(ReadLine):
    """Signals `coloured(colour)` when the field is left or Enter pressed; `refused(sentence)` when it is none."""

    coloured = Signal(str)

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hint, parent)
        self._value = ""

    def colour(self) -> str:
        return self._value

    def show_colour(self, colour: str) -> None:
        """Show a colour; what is being typed now stays."""
        other, self._value = colour != self._value, colour
        self._show(other=other)

    def words(self) -> str:
        return self._value

    def _read(self) -> None:
        if not self.isModified():
            return
        found = colour_of(self.text())
        if found is None:
            self._refuse(self.tr("A colour has six digits, 0 to 9 and A to F."))
            return
        changed, self._value = found != self._value, found
        self._accept(found)
        if changed:
            self.coloured.emit(found)
