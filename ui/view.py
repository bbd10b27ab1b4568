"""What the window needs of each of its screens."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.where import Where


class View(QWidget):
    """A screen of the window. It is made when it is first gone to, and shows what `bridge` holds."""

    stays = True
    """Whether it is kept when the look changes while it is in sight. One that can come back exactly as it stood is made
    anew instead, which is faster."""
    going = Signal(object)
    """Asks the window to go to a `Where`."""
    moved = Signal(object)
    """Tells the `Where` that a person came to inside this screen, by scrolling or with the focus."""
    said = Signal(str, str, object)
    """Asks for a toast: message, words of its action ("Undo") or "", and what the action does or None."""

    spread = Signal()
    """`spreads` is another now."""
    asked = Signal(str, str)
    """Asks for an action of the table (`ui/actions.py`): its key, and the campaign (or the client) it is for or ""."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge

    @property
    def spreads(self) -> bool:
        """Whether it needs the room of the sidebar, which is the rail meanwhile."""
        return False

    def arrive(self, where: Where) -> None:
        """Show this place and take the focus where the user will want it."""
        raise NotImplementedError

    def here(self, where: Where) -> Where:
        """The place one arrived at, as exactly as it takes to come back to what is seen now."""
        return where

    def asides(self) -> tuple[QWidget, ...]:
        """The parts of it that F6 goes to after the page: what stands beside it, the foot."""
        return ()

    def set_aside(self) -> None:
        """What is pointed out where the keyboard is does not matter here."""

    def back(self) -> None:
        """One page back where nothing was seen before this one."""

    def foot(self) -> int:
        """Pixels at the bottom that no message covers."""
        return 0

    def leave(self) -> None:
        """Another screen comes, or the window closes: what was typed goes to the disk now."""
