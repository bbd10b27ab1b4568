"""Buttons by what they are for: primary (one a view), secondary, quiet, link, destructive."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme import current, icon
from ui.widgets.label import set_property

_ICON_TOKENS = {"primary": "on_pri", "link": "pri_ink", "destructive": "bad"}
_TURNED = {"arrow-left": "arrow-right", "arrow-right": "arrow-left"}
"""Icons that point the way, and what they are where reading goes the other way."""
_AIR = 4
_DRESSED = (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange, QEvent.Type.EnabledChange)
"""After these its icon has another colour, size or direction."""
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Button(QPushButton):
    """`role` is "" (secondary), primary, quiet, link, destructive, pill or role; `glyph` the name of an icon.

    With `bare` the text is not shown: it is the tooltip and what a screen reader says.
    """

    def __init__(
        self,
        text: str,
        role: str = "",
        *,
        glyph: str = "",
        small: bool = False,
        bare: bool = False,
        trailing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._glyph, self._small = glyph, small
        super().__init__("" if bare else text.replace("&", "&&"), parent)
        self.setProperty("role", role)
        self.setProperty("small", small)
        self.setProperty("bare", bare)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        if bare:
            self.setToolTip(text)
        if trailing:
            self.setLayoutDirection(_opposite(self.layoutDirection()))
        if glyph:
            self._show_glyph()

    def show_role(self, role: str) -> None:
        """Take another role: the primary button of a page may change."""
        set_property(self, "role", role)
        if self._glyph:
            self._show_glyph()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CHORD:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DRESSED and self._glyph:
            self._show_glyph()

    def _show_glyph(self) -> None:
        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._dress(
            _TURNED.get(self._glyph, self._glyph) if mirrored else self._glyph,
            _ICON_TOKENS.get(str(self.property("role")), "ink2"),
            14 if self._small or self.property("role") == "pill" else 15,
        )

    def _dress(self, glyph: str, token: str, size: int) -> None:
        """`size` at the usual text size."""
        side = current().px(size)
        whole = QSize(side if self.property("bare") else side + _AIR, side)
        self.setIconSize(whole)
        self.setIcon(icon(glyph, token if self.isEnabled() else "disabled", whole))


def _opposite(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    if direction == Qt.LayoutDirection.LeftToRight:
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight
