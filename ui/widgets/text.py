"""Where a person writes: one line, or paragraphs. `edited` speaks of typing only; `show_value` never answers back.

What is longer than can be written in (`app.text.MOST`) is shown from its beginning, for reading only, and kept whole.
"""

from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit, QWidget

from app.text import MOST, MOST_IN_LINE
from ui.theme import current
from ui.widgets.label import set_property

LINE = 20
"""Pixels from one line of a text to the next at 100 % text."""
_TYPED_OVER = 2_000
"""Characters over what an answer holds that somebody may have typed at its end: those are still written in."""
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_LETTERS = (Qt.Key.Key_E, Qt.Key.Key_K)
"""Export and find. Some systems have a field's own end of line, and delete to the end of it, on these keys with Ctrl."""


def belongs_to_window(event: QEvent) -> bool:
    """Undo and redo are the campaign's, never the field's, and finding deletes nothing: the field lets those keys pass."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return any(event.matches(key) for key in _UNDO) or (control and event.key() in _LETTERS)


class LineField(QLineEdit):
    """One line of text. `refused(sentence)` when more was pasted than it holds; "" when all is well again."""

    edited = Signal(str)
    refused = Signal(str)

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole: str | None = None
        self._over = False
        self.setMaxLength(MOST_IN_LINE)
        self.setPlaceholderText(hint)
        self.textEdited.connect(self._typed)
        self.inputRejected.connect(self._reject)

    def event(self, event: QEvent) -> bool:
        if belongs_to_window(event):
            event.ignore()
            return False
        return super().event(event)

    def value(self) -> str:
        return self.text() if self._whole is None else self._whole

    def show_value(self, value: str) -> None:
        """Show a text; the cursor stays where it was, as far as the text reaches."""
        if value == self.value():
            return
        self._whole = _kept_whole(self, value, MOST_IN_LINE, self._whole)
        at = self.cursorPosition()
        self.setText(value[:MOST_IN_LINE])
        self.setCursorPosition(at if self.hasFocus() else 0)

    def show_problem(self, wrong: bool) -> None:
        set_property(self, "state", "problem" if wrong else "")

    def _typed(self, text: str) -> None:
        if self._over and len(text) < MOST_IN_LINE:
            self._over = False
            self.refused.emit("")
        self.edited.emit(text)

    def _reject(self) -> None:
        if not self.isReadOnly() and len(self.text()) >= MOST_IN_LINE:
            self._over = True
            self.refused.emit(_too_much(MOST_IN_LINE))


class TextField(QTextEdit):
    """Paragraphs without any format; grows from `least` lines to `most`, then scrolls. Tab leaves it.

    `refused(sentence)` when more was pasted than it holds; "" when all is well again.
    """

    edited = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        least: int = 2,
        most: int = 8,
        line: int = LINE,
        room: int = 7,
        holds: int = MOST,
    ) -> None:
        """`line`: pixels from one line to the next; `room`: above and below the text, as the style sheet has it;
        `holds`: characters that are written in."""
        super().__init__(parent)
        self._least, self._most = least, most
        self._holds = holds
        self._whole: str | None = None
        self._line, self._room = line, room
        self._showing = False
        self._hint = hint
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self._space()
        self.fit()

    def setPlaceholderText(self, hint: str) -> None:
        """What stands here while nothing does; drawn by ourselves, because Qt cuts it after one line."""
        self._hint = hint
        self.viewport().update()

    def placeholderText(self) -> str:
        return self._hint

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._hint or not self.document().isEmpty():
            return
        painter, line = QPainter(self.viewport()), current().px(self._line)
        painter.setFont(self.font())
        painter.setPen(current().colour("ink3"))
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        for at, words in enumerate(self._hint_lines()):
            room = QRect(0, at * line, self.viewport().width(), line)
            painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, words)

    def _hint_lines(self) -> list[str]:
        """The hint in as many lines as the smallest field has; what does not fit ends in an ellipsis."""
        metrics, wide, lines = self.fontMetrics(), self.viewport().width(), [""]
        for word in self._hint.split():
            longer = f"{lines[-1]} {word}".strip()
            if metrics.horizontalAdvance(longer) <= wide or not lines[-1] or len(lines) == self._least:
                lines[-1] = longer
            else:
                lines.append(word)
        return [metrics.elidedText(each, Qt.TextElideMode.ElideRight, wide) for each in lines]

    def event(self, event: QEvent) -> bool:
        if belongs_to_window(event):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._space()
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            cursor, text = self.textCursor(), source.text()
            room = self._holds - (self.document().characterCount() - len(cursor.selectedText()))
            cursor.insertText(text[: max(room, 0)])
            self.refused.emit(_too_much(self._holds) if len(text) > room else "")

    def value(self) -> str:
        return self.toPlainText() if self._whole is None else self._whole

    def show_value(self, value: str) -> None:
        """Show a text; the cursor stays where it was, as far as the text reaches."""
        if value == self.value():
            return
        self._whole = _kept_whole(self, value, self._holds + _TYPED_OVER, self._whole)
        at = self.textCursor().position()
        self._showing = True
        self.setPlainText(value if self._whole is None else value[: self._holds])
        self._showing = False
        self._space()
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def show_problem(self, wrong: bool) -> None:
        set_property(self, "state", "problem" if wrong else "")

    def fit(self) -> None:
        """Take the height that the text needs, within its limits."""
        line = current().px(self._line)
        lines = ceil(self.document().size().height() / line)
        scrolls = lines > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        around = 2 * (current().px(self._room) + 1)
        self.setFixedHeight(min(max(lines, self._least), self._most) * line + around)

    def _space(self) -> None:
        """Every line as high as the design has it; what is typed later inherits that."""
        spaced = QTextBlockFormat()
        spaced.setLineHeight(current().px(self._line), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        self._showing, before = True, self._showing
        whole.mergeBlockFormat(spaced)
        self._showing = before

    def _typed(self) -> None:
        if not self._showing:
            self.edited.emit(self.toPlainText())


def _kept_whole(field: QLineEdit | QTextEdit, value: str, holds: int, before: str | None) -> str | None:
    """A text that is too long to be written in, else None; the field is for reading only as long as it shows one."""
    whole = value if _units(value) > holds else None
    if (whole is None) != (before is None):
        field.setReadOnly(whole is not None)
    return whole


def _units(text: str) -> int:
    """As Qt counts: what lies beyond the first plane, an emoji for one, counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _too_much(holds: int) -> str:
    text = QCoreApplication.translate("Text", "One answer holds {count} characters. The rest was left out.")
    return text.format(count=f"{holds:,}")
