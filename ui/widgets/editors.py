"""Which widget edits which kind of field: the one place that knows, so that a new field needs no new form.

An editor tells only what the reader of campaign files takes back.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.campaign_file import NUMBERS
from app.field import Field, Kind
from ui.widgets.choice import ChoiceField
from ui.widgets.colour import ColourField
from ui.widgets.cut_line import CutLine
from ui.widgets.dates import DateField, DayOff, WhenField, weekend
from ui.widgets.number import NumberField
from ui.widgets.people import PeopleField
from ui.widgets.read_line import ReadLine
from ui.widgets.text import LineField, TextField
from ui.widgets.tick import CheckBox


class Editor(QObject):
    """A widget with one way to ask, show and listen. `edited(value)`: a person's doing; `refused(sentence)`: unreadable;
    `worded(words)`: letters that are no value yet."""

    edited = Signal(object)
    refused = Signal(str)
    worded = Signal(str)

    def __init__(self, widget: QWidget, value: Callable[[], Any], show: Callable[[Any], None]) -> None:
        super().__init__(widget)
        self.widget = widget
        self.value = value
        self.show_value = show
        if isinstance(widget, ReadLine):
            widget.worded.connect(self.worded)
            widget.refused.connect(self.refused)

    def show_words(self, words: str) -> None:
        """Words of another time that are no value, where such can be written; see `ReadLine`."""
        if isinstance(self.widget, ReadLine):
            self.widget.show_words(words)


def editor_for(field: Field, *, roles: tuple[tuple[str, str], ...] = (), day_off: DayOff = weekend) -> Editor:
    """The editor of a field that is one answer; KeyError for lists and parts, which have tables and pages."""
    match field.kind:
        case Kind.LINE:
            return _text(CutLine(field.guidance))
        case Kind.WHEN:
            return _text(WhenField(field.guidance))
        case Kind.COLOUR:
            return _colour(ColourField(field.guidance))
        case Kind.TEXT:
            return _text(TextField(field.guidance))
        case Kind.DATE:
            return _date(DateField(day_off=day_off))
        case Kind.NUMBER:
            return _number(NumberField(least=NUMBERS[0], most=NUMBERS[-1], unit=field.unit))
        case Kind.CHOICE:
            return _choice(ChoiceField(field.choices))
        case Kind.FLAG:
            return _flag(CheckBox(field.label))
        case Kind.NAMES if field.refers:
            return _people(PeopleField(several=True, add=_tr("Choose"), known=True), roles)
        case Kind.PERSON | Kind.PEOPLE:
            return _people(PeopleField(several=field.kind is Kind.PEOPLE), roles)
        case _:
            raise KeyError(field.kind)


def _text(widget: LineField | TextField) -> Editor:
    editor = Editor(widget, widget.value, widget.show_value)
    widget.edited.connect(lambda _words: editor.edited.emit(widget.value()))
    widget.refused.connect(editor.refused)
    return editor


def _date(widget: DateField) -> Editor:
    editor = Editor(widget, widget.day, widget.show_day)
    widget.picked.connect(editor.edited.emit)
    return editor


def _number(widget: NumberField) -> Editor:
    editor = Editor(widget, widget.number, widget.show_number)
    widget.counted.connect(editor.edited.emit)
    return editor


def _colour(widget: ColourField) -> Editor:
    editor = Editor(widget, widget.colour, widget.show_colour)
    widget.coloured.connect(editor.edited.emit)
    return editor


def _choice(widget: ChoiceField) -> Editor:
    editor = Editor(widget, widget.value, widget.show_value)
    widget.edited.connect(editor.edited.emit)
    return editor


def _flag(widget: CheckBox) -> Editor:
    editor = Editor(widget, widget.isChecked, widget.setChecked)
    widget.clicked.connect(editor.edited.emit)
    return editor


def _people(widget: PeopleField, roles: tuple[tuple[str, str], ...]) -> Editor:
    widget.show_roles(roles)
    editor = Editor(widget, widget.value, widget.show_value)
    widget.edited.connect(editor.edited.emit)
    return editor


def _tr(text: str) -> str:
    return QCoreApplication.translate("Editor", text)
