"""One setting of the workspace under its widget, written with the pen that writes campaigns."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from app.place import SETTINGS
from app.settings import DEFAULTS
from ui.pages.pen import Pen
from ui.widgets.segments import Segments
from ui.widgets.text import LineField, TextField


class Kept(QObject):
    """Lives as long as its widget, which can be written in only where the workspace can."""

    def __init__(self, pen: Pen, key: str, widget: QWidget, show: Callable[[str], None]) -> None:
        """`show` shows what is kept, or the default."""
        super().__init__(widget)
        self.key, self.widget = key, widget
        self._pen, self._show = pen, show
        self._place = (SETTINGS, key)
        if isinstance(widget, LineField | TextField):
            widget.setReadOnly(pen.bridge.readonly)
            widget.installEventFilter(self)
        else:
            widget.setEnabled(not pen.bridge.readonly)

    def show(self) -> None:
        """Only shows, and leaves what is being typed alone."""
        if not self._pen.held(self._place):
            self._show(self._pen.bridge.setting(self.key, DEFAULTS[self.key]))

    def type(self, value: str) -> None:
        """Somebody is typing; an empty field keeps nothing."""
        self._pen.type(self._place, value or None)

    @property
    def words(self) -> str:
        """What was typed and cannot be read yet."""
        return self._pen.words(self._place)

    def word(self, words: str) -> None:
        """Somebody is typing what is no answer yet; "" when it was read."""
        self._pen.word(self._place, words)

    def put(self, value: str) -> None:
        """An answer that is whole."""
        self._pen.put(self._place, value or None)

    def focus(self) -> None:
        """The keyboard goes to what Tab would reach."""
        stops = (each for each in self.widget.findChildren(QWidget) if _is_stop(each))
        target = self.widget if _is_stop(self.widget) else next(stops, self.widget)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._pen.lift()
        return False


def typed(pen: Pen, key: str, field: LineField | TextField) -> Kept:
    """A text, kept as it is typed."""
    made = Kept(pen, key, field, field.show_value)
    field.edited.connect(made.type)
    return made


def chosen(pen: Pen, key: str, segments: Segments) -> Kept:
    """One of a few."""
    made = Kept(pen, key, segments, segments.show_value)
    segments.edited.connect(made.put)
    return made


def _is_stop(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
