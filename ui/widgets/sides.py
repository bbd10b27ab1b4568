"""The edge where reading begins. Painters flip alignments by themselves; these flags are already what they say."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter


def leading(mirrored: bool) -> Qt.AlignmentFlag:
    """Left, or right where the language runs from right to left; in the middle of the height."""
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def write_each(painter: QPainter) -> None:
    """Each text from now on runs in its own direction, whatever the interface's: 1080 × 1350 px stays as it is. The
    edge where it begins is still told by the alignment."""
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def trailing(mirrored: bool) -> Qt.AlignmentFlag:
    """The other edge."""
    return leading(not mirrored)
