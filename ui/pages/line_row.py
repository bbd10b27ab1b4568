"""One line of a list of sentences, with the keys that make a list."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.field import Field
from app.finding import Finding
from app.place import Place
from app.text import MOST_IN_LINE
from ui.pages.pen import Pen
from ui.pages.pointer import Pointer
from ui.pages.remedy import sentence
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.finding import FindingLine
from ui.widgets.glyph import Glyph
from ui.widgets.text import TextField


class LineText(TextField):
    """A text whose Enter, Backspace and arrows belong to the list it stands in."""

    entered = Signal()
    stepped = Signal(int)
    moved = Signal(int)
    emptied = Signal()
    pasted = Signal(list)

    def __init__(self, hint: str) -> None:
        super().__init__(hint, least=1, holds=MOST_IN_LINE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}.get(key, 0)
        if step and alt:
            self.moved.emit(step)
        elif step and not shift and self._at_edge(step):
            self.stepped.emit(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift and not self._with_control(event):
            self.entered.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not self.value():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        lines = [line.strip().lstrip("•-–* \t") for line in source.text().splitlines() if line.strip()]
        if len(lines) > 1:
            self.pasted.emit(lines)
        else:
            super().insertFromMimeData(source)

    def _at_edge(self, step: int) -> bool:
        cursor = QTextCursor(self.textCursor())
        way = QTextCursor.MoveOperation.Up if step < 0 else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(way)

    def _with_control(self, event: QKeyEvent) -> bool:
        """Ctrl+Enter is the window's."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return True
        return False


class LineRow(QWidget):
    """Signals of the text, and `removed` by its button."""

    typed = Signal(str)
    entered = Signal()
    stepped = Signal(int)
    moved = Signal(int)
    removed = Signal()
    pasted = Signal(list)

    def __init__(self, pen: Pen, place: Place, field: Field, glyph: str, tone: str) -> None:
        super().__init__()
        self.pen, self.place, self.field = pen, place, field
        self._text = LineText("")
        self._text.setReadOnly(pen.bridge.readonly)
        self._pointer: Pointer | None = None
        self._bin = Button(self.tr("Delete"), "quiet", glyph="x", small=True, bare=True)
        self._lay_out(glyph, tone)
        self._text.edited.connect(self.typed)
        self._text.edited.connect(self._changed)
        self._text.entered.connect(self.entered)
        self._text.stepped.connect(self.stepped)
        self._text.moved.connect(self.moved)
        self._text.emptied.connect(self.removed)
        self._text.pasted.connect(self.pasted)
        self._bin.clicked.connect(self.removed)

    @property
    def line(self) -> str:
        return self.place[-2]

    def text(self) -> str:
        return self._text.value()

    def show_text(self, text: str) -> None:
        self._text.show_value(text)

    def show_finding(self, finding: Finding | None) -> None:
        if self.pen.held(self.place):
            return
        if finding is not None:
            pointer = self._pointer or self._point()
            pointer.show(finding)
            pointer.line.pass_by(False)
            pointer.line.say(finding.level, sentence(finding.message))
        elif self._pointer is not None:
            self._pointer.show(None)
            self._pointer.line.clear()

    def number(self, number: int, *, last: bool) -> None:
        """Its position, said to whoever cannot see it; the last one asks for more."""
        name = f"{self.field.label} {number}"
        self._text.setAccessibleName(name)
        self._text.setPlaceholderText(self._asking() if last else "")
        self._bin.setAccessibleName(self.tr("Delete {name}").format(name=name))
        self._mark.show_glyph(*(("plus", "ink3") if last else self._look))
        self._bin.setVisible(not last)
        self._room.setVisible(last)

    def focus(self) -> None:
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.moveCursor(QTextCursor.MoveOperation.End)

    def _changed(self, _text: str) -> None:
        """What was found here is older than what stands here now."""
        if self._pointer is not None:
            self._pointer.line.pass_by(True)

    def _asking(self) -> str:
        return self.tr("Add {one}").format(one=self.field.one)

    def _lay_out(self, glyph: str, tone: str) -> None:
        look = current()
        self._room = QWidget()
        self._room.setFixedWidth(look.px(24) + 2)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._mark, self._look = Glyph(glyph or "minus", tone), (glyph or "minus", tone)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self._bin)
        row.addWidget(self._room)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(row)

    def _point(self) -> Pointer:
        """The line under it; most rows never need one."""
        line = FindingLine()
        self._column.addWidget(line)
        self._pointer = Pointer(line, self.pen, lambda _found: self.focus())
        return self._pointer

    @property
    def said(self) -> str:
        """What is pointed out here."""
        return self._pointer.line.message if self._pointer else ""
