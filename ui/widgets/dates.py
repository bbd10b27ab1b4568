"""A date as people type it: 9 Nov, 9.11.2026, 2026-11-09; or picked from a calendar; or none yet."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QEvent,
    QLocale,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from ui.theme import current, icon
from ui.theme.icons import draw_icon
from ui.widgets.cut_line import CutLine
from ui.widgets.read_line import ReadLine, Unreadable

type DayOff = Callable[[date], str]
"""The name of a day on which nobody works ("Christmas Day", "Weekend"), or "" for a working day."""

_LONG = date(2026, 9, 30)
"""Wed 30 Sep 2026."""
_SPLIT = re.compile(r"[\s.,/-]+")
_TARGET = 26
"""Pixels of what is clicked."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_date(text: str, today: date, locale: QLocale | None = None) -> date | None:
    """The date in a person's words, None for an empty text; without a year the next such day from `today` on.

    Day stands before month, as everywhere in Baton. Unreadable says what is wrong.
    """
    words = text.strip().lower()
    if not words:
        return None
    if iso := _ISO.fullmatch(words):
        return _day(int(iso[3]), int(iso[2]), int(iso[1]))
    parts = [part for part in _SPLIT.split(words) if part]
    months = _months(locale or QLocale())
    if parts and not parts[0].isdigit() and parts[0] not in months:
        parts = parts[1:]
    return _from_parts(parts, months, today)


def show_date(day: date | None, locale: QLocale | None = None) -> str:
    """ "Mon 9 Nov 2026" in the person's language; "" for None."""
    if day is None:
        return ""
    return (locale or QLocale()).toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")


def short_date(day: date, today: date | None = None) -> str:
    """ "Mon 9 Nov", with its year where that is not the one of `today`."""
    form = "ddd d MMM" if today is not None and today.year == day.year else "ddd d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def day_of(words: str) -> date | None:
    """The day that is stored in words where a day or words may stand; None for words."""
    iso = _ISO.fullmatch(words.strip())
    try:
        return date(int(iso[1]), int(iso[2]), int(iso[3])) if iso else None
    except ValueError:
        return None


def _from_parts(parts: list[str], months: dict[str, int], today: date) -> date:
    if len(parts) not in (2, 3):
        raise Unreadable(_tr("Not a day: such as 9 Nov, or 30 Apr 2027."))
    first, second = parts[:2]
    if first in months:
        first, second = second, first
    if not first.isdigit() or not (second.isdigit() or second in months):
        raise Unreadable(_tr("Not a day: such as 9 Nov, or 30 Apr 2027."))
    month = months[second] if second in months else int(second)
    if len(parts) == 2:
        return _next(int(first), month, today)
    if not parts[2].isdigit() or len(parts[2]) not in (2, 4):
        raise Unreadable(_tr("A year has four digits."))
    return _day(int(first), month, int(parts[2]) + (2000 if len(parts[2]) == 2 else 0))


def _next(day: int, month: int, today: date) -> date:
    this_year = _day(day, month, today.year) if (day, month) != (29, 2) else None
    if this_year is not None and this_year >= today:
        return this_year
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise Unreadable(_tr("No such day."))


def _day(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        raise Unreadable(_tr("A year has 12 months."))
    if not 1900 <= year <= 9999:
        raise Unreadable(_tr("A year has four digits."))
    last = QDate(year, month, 1).daysInMonth()
    if not 1 <= day <= last:
        month_name = QLocale().standaloneMonthName(month)
        raise Unreadable(_tr("{month} has {days} days.").format(month=month_name, days=last))
    return date(year, month, day)


def _months(locale: QLocale) -> dict[str, int]:
    kinds = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    names: dict[str, int] = {}
    for each in (QLocale.c(), locale):
        for number in range(1, 13):
            for kind in kinds:
                names[each.monthName(number, kind).lower().rstrip(".")] = number
                names[each.standaloneMonthName(number, kind).lower().rstrip(".")] = number
    names["sept"] = 9
    return names


def _weekdays(locale: QLocale) -> set[str]:
    kinds = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    found = (
        each.dayName(number, kind)
        for each in (QLocale.c(), locale)
        for number in range(1, 8)
        for kind in kinds
    )
    return {name.lower().rstrip(".") for name in found}


def _tr(text: str) -> str:
    return QCoreApplication.translate("DateField", text)


class Calendar(QCalendarWidget):
    """One month; days off are grey and say why."""

    def __init__(self, day_off: DayOff, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day_off = day_off
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)
        self.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self._dress()

    def _dress(self) -> None:
        """Qt brings black arrows and red weekends of its own."""
        quiet = QTextCharFormat()
        quiet.setForeground(current().colour("ink3"))
        quiet.setBackground(current().colour("surface"))
        self.setHeaderTextFormat(quiet)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, quiet)
        arrows = (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for (name, _), (_, glyph) in zip(arrows, reversed(arrows) if mirrored else arrows, strict=True):
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icon(glyph, "ink2", button.iconSize()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        found = day if isinstance(day, date) else date(day.year(), day.month(), day.day())
        look = current()
        chosen = self.selectedDate() == QDate(found.year, found.month, found.day)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("pri"))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 6, 6)
        away = found.month != self.monthShown() or self._day_off(found)
        painter.setPen(look.colour("on_pri" if chosen else "disabled" if away else "ink"))
        painter.setFont(look.font(12, 600 if chosen else 400, tabular=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(found.day))
        painter.restore()


def weekend(day: date) -> str:
    """The days off that need no calendar of holidays."""
    return _tr("Weekend") if day.weekday() >= 5 else ""


class WhenField(CutLine):
    """A day or words: "Every Monday". A day is shown as people write it and stored as a day again.

    Words stay as they are typed, a day without its year among them.
    """

    def value(self) -> str:
        return self._stored(self.text())

    def show_value(self, value: str) -> None:
        if value == self.value():
            return
        day = day_of(value)
        super().show_value(show_date(day) if day else value)

    def _stored(self, words: str) -> str:
        first = next(iter(_SPLIT.split(words.strip().lower())), "")
        named = first[:1].isdigit() or first in _months(self.locale()) or first in _weekdays(self.locale())
        if not named or not _YEAR.search(words):
            return words
        try:
            day = read_date(words, date.min, self.locale())
        except Unreadable:
            return words
        return day.isoformat() if day else words


class DateField(ReadLine):
    """Signals `picked(date | None)` when a date was typed and left, or chosen; `refused(sentence)` when it is none."""

    picked = Signal(object)

    def __init__(
        self,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
        day_off: DayOff = weekend,
    ) -> None:
        super().__init__(hint or _tr("such as 9 Nov"), parent)
        self._today, self._day_off = today, day_off
        self._value: date | None = None
        self._popup: QFrame | None = None
        self._open = QAction(self.tr("Open the calendar"), self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, ReadLine.ActionPosition.TrailingPosition)

    def minimumSizeHint(self) -> QSize:
        """A whole date is read in any case."""
        least, metrics = super().minimumSizeHint(), self.fontMetrics()
        words = metrics.horizontalAdvance(show_date(_LONG))
        return QSize(least.width() - metrics.maxWidth() + words, least.height())

    def day(self) -> date | None:
        return self._value

    def show_day(self, day: date | None) -> None:
        """Show a date; what is being typed now stays."""
        if day == self._value and not self.isModified():
            self.setText(show_date(day))
            return
        other, self._value = day != self._value, day
        self._show(other=other)

    def words(self) -> str:
        return show_date(self._value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's button is too small to be hit."""
        super().resizeEvent(event)
        button = self._button()
        if button is None:
            return
        side = min(max(current().px(_TARGET), _TARGET), self.height())
        box = button.geometry()
        left = box.left() if self.isRightToLeft() else box.right() + 1 - side
        button.setGeometry(left, (self.height() - side) // 2, side, side)

    def _button(self) -> QToolButton | None:
        """That of the calendar, named; Qt makes it more than once."""
        button = self.findChild(QToolButton)
        if isinstance(button, QToolButton) and not button.accessibleName():
            button.setAccessibleName(self._open.text())
        return button if isinstance(button, QToolButton) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = event.key() == Qt.Key.Key_Down
        if down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif down or event.key() == Qt.Key.Key_Up:
            self._pick((self._value or self._today()) + timedelta(days=-1 if down else 1))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's icon in a field has one size; ours grows with the text."""
        super().paintEvent(event)
        button = self._button()
        if button is not None:
            side = current().px(16)
            middle = QRectF(button.geometry()).center()
            box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            draw_icon(QPainter(self), box, "calendar", "ink3")

    def open_calendar(self) -> None:
        """A month under the field; Esc closes it, Enter or a click takes the day."""
        self._popup = popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("role", "popover")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = Calendar(self._day_off, popup)
        day = self._value or self._today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        QVBoxLayout(popup).addWidget(calendar)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        calendar.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setText(show_date(self._value))

    def _take(self, day: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self._pick(date(day.year(), day.month(), day.day()))
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _read(self) -> None:
        if not self.isModified():
            return
        try:
            found = read_date(self.text(), self._today(), self.locale())
        except Unreadable as fault:
            self._refuse(str(fault))
        else:
            self._pick(found)

    def _pick(self, day: date | None) -> None:
        other, self._value = day != self._value, day
        self._accept(self.words())
        if other:
            self.picked.emit(day)
