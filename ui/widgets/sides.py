"""The edge where reading begins. Painters flip alignments by themselves; these flags are already what they say."""

from PySide6.QtCore import Qt


def leading(mirrored: bool) -> Qt.AlignmentFlag:
    """Left, or right where the language runs from right to left; in the middle of the height."""
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def trailing(mirrored: bool) -> Qt.AlignmentFlag:
    """The other edge."""
    return leading(not mirrored)
