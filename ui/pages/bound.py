"""An editor bound to its place in a campaign, without anything around it: shows what stands there and writes it."""

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from app.campaign import Campaign
from app.field import Field, Kind
from app.place import Place, get
from ui.pages.pen import Pen
from ui.pages.roles import ask_role, roles
from ui.widgets.dates import DateField
from ui.widgets.editors import Editor
from ui.widgets.people import PeopleField
from ui.widgets.text import LineField, TextField

TYPED = (Kind.LINE, Kind.TEXT, Kind.WHEN)


class Bound(QObject):
    """Lives as long as its editor."""

    def __init__(self, pen: Pen, place: Place, field: Field, editor: Editor) -> None:
        super().__init__(editor)
        self.pen, self.place, self.field, self.editor = pen, place, field, editor
        _ask_inside(editor.widget, field)
        if pen.bridge.readonly:
            _only_show(editor.widget)
        editor.edited.connect(self._write)
        editor.worded.connect(lambda words: pen.word(place, words))
        if isinstance(editor.widget, PeopleField):
            editor.widget.role_wanted.connect(self._new_role)

    def show_campaign(self, campaign: Campaign) -> None:
        """Only shows, and leaves what is being typed alone."""
        if self.pen.held(self.place):
            return
        if isinstance(self.editor.widget, PeopleField):
            self.editor.widget.show_roles(roles(campaign))
        value = get(campaign, self.place)
        if value != self.editor.value():
            self.editor.show_value(value)
        self.editor.show_words(self.pen.words(self.place))

    def focus(self) -> None:
        """The keyboard goes into the editor, to the end of what is written."""
        widget = self.editor.widget
        inner = widget.findChild(QWidget) if isinstance(widget, PeopleField) else widget
        (inner or widget).setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(widget, TextField):
            widget.moveCursor(QTextCursor.MoveOperation.End)

    def _write(self, value: Any) -> None:
        if self.field.kind in TYPED:
            self.pen.type(self.place, value)
        else:
            self.pen.put(self.place, value)

    def _new_role(self) -> None:
        ask_role(self.pen, self.place, self.editor.widget, several=self.field.kind is Kind.PEOPLE)


def _only_show(widget: QWidget) -> None:
    """What nobody can save nobody can write."""
    if isinstance(widget, LineField | TextField):
        widget.setReadOnly(True)
    else:
        widget.setEnabled(False)


def _ask_inside(widget: QWidget, field: Field) -> None:
    """The question stands where the answer goes, until there is one."""
    if isinstance(widget, LineField | TextField) and not isinstance(widget, DateField):
        widget.setPlaceholderText(field.question or widget.placeholderText())
