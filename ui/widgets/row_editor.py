"""The opened row: its exact specifications in named fields, and the answers that are no columns."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.field import Field, Kind, fields_of
from app.finding import Level
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.cells import Lists, Roles, opened
from ui.widgets.cut_line import CutLine
from ui.widgets.dates import DayOff
from ui.widgets.editors import Editor, editor_for
from ui.widgets.finding import FindingLine
from ui.widgets.flow import Across, Flow
from ui.widgets.label import Label
from ui.widgets.laid import empty
from ui.widgets.people import PeopleField
from ui.widgets.read_line import ReadLine
from ui.widgets.spec_name import SpecName
from ui.widgets.text import LineField

_ACROSS = 4
_NAME, _VALUE, _CLOSE = 22, 30, 2
"""Pixels at 100 % text of the name and the value of a specification without their borders, and what is between them."""
_SHORT, _WORDY = 180, 240
"""Pixels at 100 % text of a short answer, and the least of a paragraph."""


class RowEditor(QWidget):
    """`edited(key, value)` of the row it shows; `left` by Esc. Height follows the width it is given."""

    edited = Signal(str, object)
    worded = Signal(str, str)
    """(key, words): letters that are no answer yet."""
    left = Signal()
    entered = Signal(QWidget)
    """Enter in a field that has no other use for it."""
    grown = Signal()
    """It needs another height."""
    role_wanted = Signal(str, QWidget)

    def __init__(
        self,
        fields: Sequence[Field],
        roles: Roles,
        lists: Lists,
        new_id: Callable[[], str],
        day_off: DayOff,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._day_off, self._lists, self._fields = day_off, lists, tuple(fields)
        self._editors: dict[str, Editor] = {}
        self._specs: dict[str, SpecsField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 12, 12)
        column.setSpacing(10)
        for field in fields:
            if field.kind is Kind.SPECS:
                column.addWidget(self._specs_of(field, new_id))
        rest = [field for field in fields if opened(field) and field.kind is not Kind.SPECS]
        for start in range(0, len(rest), _ACROSS):
            column.addWidget(self._line(rest[start : start + _ACROSS], roles))

    def show_row(self, row: Any, unread: Callable[[str, str], str]) -> None:
        """Only shows; what is being typed stays. `unread`: the words that cannot be read yet, by row id and key."""
        for key, specs in self._specs.items():
            specs.show_value(getattr(row, key))
        for key, editor in self._editors.items():
            editor.show_value(getattr(row, key))
            editor.show_words(unread(row.id, key))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        field = self.window().focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(field, LineField):
            self.entered.emit(field)
        else:
            super().keyPressEvent(event)

    def show_roles(self, roles: Roles, lists: Lists) -> None:
        self._lists = lists
        for field in self._fields:
            editor = self._editors.get(field.key)
            if editor is not None and isinstance(editor.widget, PeopleField):
                editor.widget.show_roles(lists.get(field.refers, ()) if field.refers else roles)

    def unread(self) -> QWidget | None:
        """The first field whose words could not be read."""
        lines = (each.widget for each in self._editors.values())
        return next((each for each in lines if isinstance(each, ReadLine) and each.unread), None)

    def stops(self) -> list[QWidget]:
        """Where Tab stops in here, in the order of reading."""
        found = [
            each
            for each in self.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and not each.focusProxy()
        ]
        return sorted(found, key=self._reading)

    def _reading(self, widget: QWidget) -> tuple[int, int]:
        at = widget.mapTo(self, widget.rect().center())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return at.y() // current().px(24), -at.x() if rtl else at.x()

    def focus_field(self, key: str) -> None:
        """The field of that key, else the first."""
        if key in self._editors:
            self._editors[key].widget.setFocus()
            return
        for specs in self._specs.values():
            specs.focus_first()
            return
        for editor in self._editors.values():
            editor.widget.setFocus()
            return

    def key_of(self, widget: QWidget) -> str:
        """The field that a widget in here answers; "" for none."""
        boxes = {key: editor.widget for key, editor in self._editors.items()} | dict(self._specs)
        return next((key for key, box in boxes.items() if box is widget or box.isAncestorOf(widget)), "")

    def _specs_of(self, field: Field, new_id: Callable[[], str]) -> "SpecsField":
        specs = SpecsField(field, new_id)
        specs.edited.connect(lambda value: self.edited.emit(field.key, value))
        self._specs[field.key] = specs
        return specs

    def _line(self, fields: Sequence[Field], roles: Roles) -> QWidget:
        """Short answers side by side; paragraphs take the room that is left."""
        line = QWidget()
        row = Across(line, 8)
        for field in fields:
            row.addWidget(_broad(self._answer(field, roles), wordy=field.kind is Kind.TEXT))
        return line

    def _answer(self, field: Field, roles: Roles) -> QWidget:
        shown = self._lists.get(field.refers, ()) if field.refers else roles
        editor = editor_for(field, roles=shown, day_off=self._day_off)
        editor.edited.connect(lambda value: self.edited.emit(field.key, value))
        editor.worded.connect(lambda words: self.worded.emit(field.key, words))
        editor.widget.setProperty("slim", True)
        self._editors[field.key] = editor
        if isinstance(editor.widget, PeopleField):
            editor.widget.role_wanted.connect(lambda: self.role_wanted.emit(field.key, editor.widget))
        box = _under(field.label, editor.widget)
        if field.unit:
            editor.widget.setAccessibleName(f"{field.label}, {field.unit}")
        self._say_under(box, editor)
        return box

    def _say_under(self, box: QWidget, editor: Editor) -> None:
        """What cannot be read is said right below it."""
        trouble = FindingLine(box)
        column = box.layout()
        assert column is not None
        column.addWidget(trouble)

        def say(sentence: str) -> None:
            trouble.say(Level.PROBLEM, sentence)
            editor.widget.setAccessibleDescription(sentence)
            self.grown.emit()

        editor.refused.connect(say)


class SpecsField(QWidget):
    """Name and value side by side, as many as there are; `edited` brings the whole tuple."""

    edited = Signal(object)

    def __init__(self, field: Field, new_id: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field, self._new_id = field, new_id
        self._value: tuple[Any, ...] = ()
        self._lines: dict[str, tuple[SpecName, LineField]] = {}
        self._flow = Flow(self, 8)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build()

    def value(self) -> tuple[Any, ...]:
        return self._value

    def show_value(self, value: Sequence[Any]) -> None:
        fresh = tuple(value)
        rebuild = [spec.id for spec in fresh] != [spec.id for spec in self._value]
        self._value = fresh
        if rebuild:
            self._build()
        if self._value is not fresh:
            return  # what had the focus wrote its words while it was taken out, and newer values are shown already
        for spec in fresh:
            name, exact = self._lines[spec.id]
            name.show_value(spec.name)
            exact.show_value(spec.value)

    def focus_first(self) -> None:
        lines = list(self._lines.values())
        target: QWidget = lines[0][1] if lines else self._add
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 at a value renames what it says."""
        name = next((name for name, exact in self._lines.values() if exact.hasFocus()), None)
        if event.key() == Qt.Key.Key_F2 and name is not None:
            name.rename()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        empty(self._flow)
        self._lines = {}
        for spec in self._value:
            self._flow.addWidget(self._pair(spec))
        self._add = Button(
            self.tr("Add {one}").format(one=self._field.one), "quiet", glyph="plus", parent=self
        )
        self._add.clicked.connect(self._grow)
        self._flow.addWidget(self._last())
        self._flow.invalidate()
        self.updateGeometry()

    def _last(self) -> QWidget:
        """The button that adds one, level with the values."""
        look = current()
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, look.px(_NAME) + 2 + _CLOSE, 0, 0)
        column.addWidget(self._add)
        self._add.setFixedHeight(look.px(_VALUE) + 2)
        box.show()
        return box

    def _pair(self, spec: Any) -> QWidget:
        name, exact = SpecName(self.tr("Name")), CutLine()
        name.left.connect(exact.setFocus)
        name.setAccessibleName(self.tr("Name of the specification"))
        exact.setProperty("slim", True)
        exact.setAccessibleName(spec.name or self.tr("Exact value"))
        wide = exact.fontMetrics().horizontalAdvance(spec.value + "mmmm")
        box = QWidget(self)
        look = current()
        box.setFixedWidth(min(max(wide, look.px(96)), look.px(560)))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_CLOSE)
        column.addWidget(name)
        column.addWidget(exact)
        name.edited.connect(lambda text: self._put(spec.id, "name", text))
        exact.edited.connect(lambda text: self._put(spec.id, "value", text))
        self._lines[spec.id] = (name, exact)
        box.show()
        return box

    def _put(self, spec_id: str, key: str, text: str) -> None:
        self._tell(
            tuple(replace(spec, **{key: text}) if spec.id == spec_id else spec for spec in self._value)
        )

    def _grow(self) -> None:
        cls: Any = self._field.rows
        spec = cls(id=self._new_id())
        self._tell((*self._value, spec))
        if spec.id in self._lines:
            self._lines[spec.id][0].rename()

    def _tell(self, value: tuple[Any, ...]) -> None:
        self.edited.emit(value)


def _under(words: str, widget: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = Label(words, "caption")
    if words.strip():
        label.setBuddy(widget)
        widget.setAccessibleName(words)
    column.addWidget(label)
    column.addWidget(widget)
    return box


def _broad(box: QWidget, *, wordy: bool) -> QWidget:
    """As wide as a short answer, or with all the room there is."""
    policy = QSizePolicy.Policy.Expanding if wordy else QSizePolicy.Policy.Fixed
    box.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
    if wordy:
        box.setMinimumWidth(current().px(_WORDY))
    else:
        box.setFixedWidth(current().px(_SHORT))
    return box


def rest_of(cls: type, columns: tuple[Field, ...]) -> tuple[Field, ...]:
    """What the opened row edits: lists of specifications, and answers that are no columns."""
    shown = {field.key for field in columns}
    return tuple(
        field
        for field in fields_of(cls)
        if field.kind is Kind.SPECS or (field.key not in shown and opened(field))
    )
