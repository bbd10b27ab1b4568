"""Where somebody writes in a text, to go on there in another frame."""

from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget


def caret_of(widget: QWidget | None) -> tuple[int, int] | None:
    """Where the selection begins and where it ends, as letters; None where there is no text."""
    match widget:
        case QTextEdit():
            cursor = widget.textCursor()
            return cursor.anchor(), cursor.position()
        case QLineEdit():
            end = widget.cursorPosition()
            return (
                widget.selectionStart() + widget.selectionEnd() - end if widget.hasSelectedText() else end
            ), end
    return None


def put_caret(widget: QWidget | None, caret: tuple[int, int]) -> None:
    """The same in another widget for the same text."""
    begin, end = caret
    match widget:
        case QTextEdit():
            cursor = widget.textCursor()
            last = max(widget.document().characterCount() - 1, 0)
            cursor.setPosition(min(begin, last))
            cursor.setPosition(min(end, last), cursor.MoveMode.KeepAnchor)
            widget.setTextCursor(cursor)
        case QLineEdit():
            widget.setSelection(begin, end - begin)
            if begin == end:
                widget.setCursorPosition(end)
