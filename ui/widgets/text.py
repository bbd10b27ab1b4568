"""Where a person writes: one line, or paragraphs. `edited` speaks of typing only; `show_value` never answers back.

What is longer than can be written in (`app.text.MOST`) is shown from its beginning, for reading only, and kept whole.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
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
from ui.widgets.pieces import begin_of, divide, is_joined, units, written
from ui.widgets.pour import AT_ONCE, Pour

LINE = 20
"""Pixels from one line of a text to the next at 100 % text."""
_TYPED_OVER = 2_000
"""Characters over what an answer holds that somebody may have typed at its end: those are still written in."""
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
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
        self._coming: str | None = None
        """The text as it will be when all of it has come."""
        self._read = -1, ""
        """The text as it was read last, and when."""
        self._pieced = False
        """Whether a paragraph may stand in several blocks."""
        self._at = -1
        self._pour = Pour(self)
        self._pour.done.connect(self._poured)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While a long text comes in, keys wait for its end, but for those that leave it."""
        if self._pour.busy and event.key() not in _LEAVING:
            self._pour.keys.append(event.clone())
            return
        self._over_the_joint(event.key())
        super().keyPressEvent(event)

    def take_keys(self) -> None:
        """The field is left: keys that wait for the end of a long text are letters of it now."""
        if self._pour.keys:
            self._pour.finish()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.take_keys()
        super().focusOutEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._pour.finish()
        super().inputMethodEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        if not self._pieced:
            return super().createMimeDataFromSelection()
        cursor, data = self.textCursor(), QMimeData()
        data.setText(written(cursor.selectedText(), self.document(), cursor.selectionStart()))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not source.hasText() or self.isReadOnly():
            return
        self._pour.finish()
        cursor, text = self.textCursor(), _one_kind_of_break(source.text())
        room = self._holds - units(self.value()) + units(cursor.selectedText())
        fits = begin_of(text, max(room, 0))
        self._insert(cursor, fits)
        self.refused.emit(_too_much(self._holds) if len(fits) < len(text) else "")

    def value(self) -> str:
        if self._whole is not None:
            return self._whole
        return self._text() if self._coming is None else self._coming

    def show_value(self, value: str) -> None:
        """Show a text; the cursor stays where it was, as far as the text reaches."""
        if value == self.value():
            return
        self._whole = _kept_whole(self, value, self._holds + _TYPED_OVER, self._whole)
        self._pour.stop()
        self._coming, self._pieced = None, False
        shown = value if self._whole is None else begin_of(value, self._holds)
        self._at = self.textCursor().position()
        with self._quietly():
            self.setPlainText("" if len(shown) > AT_ONCE else shown)
        self._space()
        if len(shown) > AT_ONCE:
            self._coming = shown
            self._begin(QTextCursor(self.document()), shown)
        else:
            self._stand()

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
        with self._quietly():
            whole.mergeBlockFormat(spaced)

    def _typed(self) -> None:
        if self._showing or self._coming is not None:
            return
        with self._quietly():
            self._pieced = divide(self.document(), self.textCursor().block()) or self._pieced
        self.edited.emit(self.value())

    # --- long texts ---
    def _text(self) -> str:
        """Read once for each letter, whoever asks."""
        revision = self.document().revision()
        if self._read[0] != revision:
            raw = self.document().toRawText().removesuffix("\u2029")
            self._read = revision, written(raw, self.document() if self._pieced else None)
        return self._read[1]

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        """A long text is told at once, and comes little by little."""
        if len(text) <= AT_ONCE:
            cursor.insertText(text)
            return
        with self._quietly():
            cursor.removeSelectedText()
        here, document = cursor.position(), self.document()
        raw = document.toRawText().removesuffix("\u2029")
        before = begin_of(raw, here)
        self._coming = written(before, document) + text + written(raw[len(before) :], document, here)
        self._at = -1
        self._begin(cursor, text)
        self.edited.emit(self.value())

    def _begin(self, cursor: QTextCursor, text: str) -> None:
        self._pieced = True
        self._pour.begin(QTextCursor(cursor), text)

    def _poured(self) -> None:
        self._coming = None
        if self._at >= 0:
            self._stand()
        keys, self._pour.keys = self._pour.keys, []
        for each in keys:
            QCoreApplication.sendEvent(self, each)

    def _stand(self) -> None:
        """The cursor where it was, as far as the text reaches."""
        cursor = self.textCursor()
        cursor.setPosition(min(self._at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _over_the_joint(self, key: int) -> None:
        """Between two blocks of one paragraph stands nothing that could be deleted."""
        cursor = self.textCursor()
        if not self._pieced or cursor.hasSelection():
            return
        back = key == Qt.Key.Key_Backspace and cursor.atBlockStart() and is_joined(cursor.block())
        forth = key == Qt.Key.Key_Delete and cursor.atBlockEnd() and is_joined(cursor.block().next())
        if back or forth:
            step = (
                QTextCursor.MoveOperation.PreviousCharacter
                if back
                else QTextCursor.MoveOperation.NextCharacter
            )
            cursor.movePosition(step)
            self.setTextCursor(cursor)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What changes is nobody's typing."""
        self._showing, before = True, self._showing
        try:
            yield
        finally:
            self._showing = before


def _kept_whole(field: QLineEdit | QTextEdit, value: str, holds: int, before: str | None) -> str | None:
    """A text that is too long to be written in, else None; the field is for reading only as long as it shows one."""
    whole = value if units(value) > holds else None
    if (whole is None) != (before is None):
        field.setReadOnly(whole is not None)
    return whole


def _one_kind_of_break(text: str) -> str:
    """As Qt breaks what is inserted."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")


def _too_much(holds: int) -> str:
    text = QCoreApplication.translate("Text", "One answer holds {count} characters. The rest was left out.")
    return text.format(count=f"{holds:,}")
