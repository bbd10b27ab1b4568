"""The foot of a stage's card: how long it may take and what happens then, with the menu that sets both (S3)."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from app.campaign import Stage
from app.field import Field, fields_of
from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.asked import Asked
from ui.widgets.number import NumberField

USUAL_HOURS = (24, 48, 72)
_HIGH, _ICON, _GAP = 26, 14, 6


class StageFoot(QPushButton):
    """ "48 h, then moves forward". `put(key, value)`: one answer of the stage, chosen in the menu."""

    put = Signal(str, object)
    worded = Signal(str, str)
    """(key, words): what is being typed as another time, and cannot be read yet."""

    def __init__(self, fill: Callable[[QMenu], None], parent: QWidget | None = None) -> None:
        """`fill` adds the card's own entries to the end of the menu."""
        super().__init__(parent)
        self._fill = fill
        self.setProperty("role", "quiet")
        self.setProperty("small", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._table = {field.key: field for field in fields_of(Stage)}
        self._stage, self._first = Stage(id=""), True
        self.unread = ""
        """What was typed as another time and cannot be read."""
        self.setAccessibleDescription(self.tr("Opens time, what happens then, and more"))
        self.clicked.connect(self.open_menu)

    def show_stage(self, stage: Stage, *, first: bool) -> None:
        """`first`: there is no stage before it that it could share its time with."""
        self._stage, self._first = stage, first
        self.setAccessibleName(f"{self._hours(whole=True)}{self._then()}")
        self.updateGeometry()
        self.update()

    def menu_of_stage(self) -> QMenu:
        """Time, what happens then, when it applies, and what the card adds."""
        menu = QMenu(self)
        hours = QActionGroup(menu)
        for each in USUAL_HOURS:
            self._choice(menu, hours, self._words(each, whole=True), "max_hours", each)
        other = self._choice(menu, hours, self.tr("Another time…"), "", None)
        other.setChecked(self._stage.max_hours not in (*USUAL_HOURS, None))
        other.triggered.connect(self.ask_hours)
        menu.addSeparator()
        outcomes = QActionGroup(menu)
        for value, words in self._table["on_timeout"].choices:
            said = self.tr("Then {words}").format(words=_lower(words))
            self._choice(menu, outcomes, said, "on_timeout", value)
        menu.addSeparator()
        self._tick(menu, self._table["if_applicable"])
        self._tick(menu, self._table["parallel"]).setEnabled(not self._first)
        self._fill(menu)
        return menu

    def open_menu(self) -> None:
        """Under the foot."""
        menu = self.menu_of_stage()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def ask_hours(self) -> None:
        """A line for another number of hours."""
        line = NumberField(least=1, most=9999)
        line.show_number(self._stage.max_hours)
        line.show_words(self.unread)
        line.counted.connect(lambda hours: self.put.emit("max_hours", hours))
        line.worded.connect(lambda words: self.worded.emit("max_hours", words))
        asked = Asked(self.tr("Business hours; 24 are one day"), line, self)
        asked.left.connect(line.editingFinished)
        asked.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open the menu, as Space does."""
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
        if (
            opens
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        ):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        look = current()
        self.ensurePolished()
        return QSize(look.px(120), look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, middle = look.px(_ICON), self.height() / 2
        ends = (self.width() - side - 1, 1) if rtl else (1, self.width() - side - 1)
        for x, name in zip(ends, ("timer", "chevron-down"), strict=True):
            draw_icon(painter, QRectF(x, middle - side / 2, side, side), name, "ink3")
        x, room = side + look.px(_GAP), float(self.width() - 2 * side - 2 * look.px(_GAP))
        for words, weight, token in ((self._hours(), 600, "ink"), (self._then(), 400, "ink2")):
            painter.setFont(look.font(12, weight))
            painter.setPen(look.colour(token))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            wide = painter.fontMetrics().horizontalAdvance(shown)
            left = self.width() - x - wide if rtl else x
            painter.drawText(QRectF(left, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            x, room = x + wide, room - wide
        painter.end()

    # --- inside ---
    def _hours(self, *, whole: bool = False) -> str:
        return self._words(self._stage.max_hours, whole=whole)

    def _words(self, hours: int | None, *, whole: bool = False) -> str:
        if hours is None:
            return self.tr("No time set")
        pattern = self.tr("{hours} hours") if whole else self.tr("{hours} h")
        return pattern.format(hours=hours)

    def _then(self) -> str:
        choices = dict(self._table["on_timeout"].choices)
        words = _lower(choices.get(self._stage.on_timeout, self._stage.on_timeout))
        return self.tr(", then {words}").format(words=words)

    def _choice(self, menu: QMenu, group: QActionGroup, words: str, key: str, value: object) -> QAction:
        action = QAction(words, menu, checkable=True)
        group.addAction(action)
        menu.addAction(action)
        if key:
            action.setChecked(getattr(self._stage, key) == value)
            action.triggered.connect(lambda: self.put.emit(key, value))
        return action

    def _tick(self, menu: QMenu, field: Field) -> QAction:
        action = QAction(field.label, menu, checkable=True)
        action.setChecked(getattr(self._stage, field.key))
        action.toggled.connect(lambda on: self.put.emit(field.key, on))
        menu.addAction(action)
        return action


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
