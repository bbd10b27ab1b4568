"""Working hours: two times of the 24-hour clock, typed as people write them or stepped with the arrows."""

from datetime import time

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.errors import UserError
from app.hours import Hours, clock, parse_time
from ui.theme import current
from ui.widgets.label import Label
from ui.widgets.text import LineField

STEP = 15
"""Minutes that an arrow key moves a time; with Shift an hour."""
WIDE = 76
"""Pixels of a time field at 100 % text."""
_BETWEEN = " – "
_STEPS = {Qt.Key.Key_Up.value: STEP, Qt.Key.Key_Down.value: -STEP}


class TimeField(LineField):
    """A time of day. `left` comes when it was typed and left, or stepped."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("09:00", parent)
        self.setAccessibleName(name)
        self.setFixedWidth(current().px(WIDE))
        self.editingFinished.connect(self.left)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setFixedWidth(current().px(WIDE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key(), 0)
        if not step:
            super().keyPressEvent(event)
            return
        hourly = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._step(step * 60 // STEP if hourly else step)

    def _step(self, minutes: int) -> None:
        try:
            moment = parse_time(self.text())
        except UserError:
            return
        total = (moment.hour * 60 + moment.minute + minutes) % (24 * 60)
        self.setText(clock(time(total // 60, total % 60)))
        self.left.emit()


class HoursField(QWidget):
    """Signals `edited(Hours)` for hours that make sense, `refused(sentence)` for others; "" takes a refusal back."""

    edited = Signal(object)
    refused = Signal(str)
    worded = Signal(str)
    """Both times as they are being typed, and were not read yet; "" when they were. `show_words` takes them back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = TimeField(self.tr("Work starts at"))
        self.end = TimeField(self.tr("Work ends at"))
        self._length = Label("", "caption")
        self._value = Hours()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.start)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for each in (self.start, Label(self.tr("to"), "caption"), self.end, self._length):
            row.addWidget(each)
        row.addStretch()
        for field in (self.start, self.end):
            field.left.connect(self._read)
            field.edited.connect(lambda _words: self.worded.emit(self._words()))
        self.show_value(Hours())

    def value(self) -> Hours:
        """The last hours that made sense."""
        return self._value

    def show_value(self, hours: Hours) -> None:
        self._value = hours
        self.start.show_value(clock(hours.start))
        self.end.show_value(clock(hours.end))
        for field in (self.start, self.end):
            field.show_problem(False)
        hour, minute = divmod(hours.minutes, 60)
        self._length.setText(
            self.tr("{hours} h {minutes} min a day").format(hours=hour, minutes=minute)
            if minute
            else self.tr("{hours} h a day").format(hours=hour)
        )

    def show_words(self, words: str) -> None:
        """What was typed here at another time and could not be read."""
        if words and words != self._words():
            for field, typed in zip((self.start, self.end), words.split(_BETWEEN), strict=False):
                field.show_value(typed)
            QTimer.singleShot(0, self, self._read)  # who shows something writes nothing

    def _words(self) -> str:
        return _BETWEEN.join((self.start.text(), self.end.text()))

    def _read(self) -> None:
        read: list[time] = []
        for field in (self.start, self.end):
            try:
                read.append(parse_time(field.text()))
            except UserError as fault:
                self._refuse(fault, field)
                return
        try:
            hours = Hours(*read)
        except UserError as fault:
            self._refuse(fault, self.end)
            return
        changed = hours != self._value
        self.show_value(hours)
        self.refused.emit("")
        self.worded.emit("")
        if changed:
            self.edited.emit(hours)

    def _refuse(self, fault: UserError, field: TimeField) -> None:
        for each in (self.start, self.end):
            each.show_problem(each is field)
        self._length.setText("")
        self.refused.emit(str(fault))
