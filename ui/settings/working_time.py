"""When people work, for the whole workspace: hours, public holidays of a country or its region, own days off."""

from datetime import date
from itertools import islice

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.calendar import named_holidays, regions
from app.errors import UserError
from app.finding import Level
from app.settings import COUNTRY, DAYS_OFF, HOURS, hours_of, named_days_off, write_days_off
from ui.pages.pen import Pen
from ui.settings.days_off import read_days_off, show_days_off
from ui.settings.kept import Kept
from ui.widgets.card import Card
from ui.widgets.choice import ChoiceField
from ui.widgets.dates import show_date
from ui.widgets.field_frame import Framed
from ui.widgets.hours import HoursField
from ui.widgets.label import Label
from ui.widgets.read_line import Unreadable
from ui.widgets.text import TextField

_CODES = (
    "AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR LT LU LV "
    "MA MT MX MY NG NL NO NZ PE PH PK PL PT RO RS SA SE SG SI SK TH TR TW UA US UY VN ZA"
)
COUNTRIES = tuple(_CODES.split(" "))
"""Countries whose public holidays can be chosen here, as ISO 3166 codes; the list of `holidays` is slow to load."""
SOON = 3
"""Public holidays that are named under the choice, so that it is seen to be the right one."""


class WorkingTime(Card):
    """Every answer is kept, but none that makes no sense."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("WorkingTime", "Working time")
        note = QCoreApplication.translate("WorkingTime", "plans and calendars count with it")
        super().__init__(title, note, parent=parent)
        self._pen = pen
        self._shown = ""
        self._written = ""
        """The days off that the text stands for, as they are kept; a line that cannot be read stands for none."""
        self._astray = False
        """Whether a line stands there that cannot be read."""
        self.hours = HoursField()
        self.hours_frame = Framed(
            self.tr("Working hours"), self.hours, self.tr("for calendar entries, kickoffs and reply times")
        )
        names = sorted(((code, country_name(code)) for code in COUNTRIES), key=lambda pair: pair[1])
        self.country = ChoiceField((("", self.tr("No public holidays")), *names))
        self.region = ChoiceField(())
        self.region_frame = Framed(self.tr("Region"), self.region)
        self.soon = Label("", "caption", wraps=True)
        self.days_off = TextField(self.tr("one a line, such as 24 Dec 2026 to 1 Jan 2027: Office closed"))
        self.days_off_frame = Framed(
            self.tr("Own days off"), self.days_off, self.tr("besides weekends and public holidays")
        )
        self._lay_out()
        self._hours = Kept(pen, HOURS, self.hours, self._show_hours)
        self._country = Kept(pen, COUNTRY, self.country, self._show_country)
        self.region.setEnabled(self.country.isEnabled())
        self._days_off = Kept(pen, DAYS_OFF, self.days_off, self._show_days_off)
        self.kept = [self._hours, self._country, self._days_off]
        self._listen()

    def leave(self) -> None:
        """What was typed is written; a line of days off that cannot be read is said, and stays."""
        self._pen.lift()
        days = self._say_unread()
        if days is not None:
            self.days_off.show_value(show_days_off(days))

    def _say_unread(self) -> dict[date, str] | None:
        """The days that stand there, or None and why not."""
        try:
            return read_days_off(self.days_off.value(), self._pen.bridge.today())
        except Unreadable as fault:
            self.days_off_frame.say(Level.PROBLEM, str(fault))
            return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.days_off and event.type() == QEvent.Type.FocusOut:
            self.leave()
        return False

    def _type_days_off(self, text: str) -> None:
        """Days are kept while every line can be read, else the words as they are; what cannot be read is said when the
        field is left, not while one writes."""
        try:
            days = read_days_off(text, self._pen.bridge.today())
        except Unreadable:
            self._astray = True
            self._days_off.word(text)
            return
        self._astray = False
        self.days_off_frame.quiet()
        self._written = write_days_off(days)
        self._days_off.word("")
        self._days_off.type(self._written)

    def _show_days_off(self, kept: str) -> None:
        """Other days than those of the text: the same ones stay as somebody wrote them, and so do lines without a day."""
        words = self._days_off.words
        if words:
            self._written = kept
            self._astray = True
            self.days_off.show_value(words)
            if not self.days_off.hasFocus():
                self._say_unread()
        elif kept != self._written or self._astray:
            self._astray = False
            self._written = kept
            self.days_off.show_value(show_days_off(named_days_off(kept)))
            self.days_off_frame.quiet()

    def _show_hours(self, kept: str) -> None:
        self.hours.show_value(hours_of(lambda _key: kept))
        self.hours_frame.quiet()
        self.hours.show_words(self._hours.words)

    def _refuse_hours(self, sentence: str) -> None:
        if sentence:
            self.hours_frame.say(Level.PROBLEM, sentence)
        else:
            self.hours_frame.quiet()

    def _choose(self) -> None:
        """A region belongs to the country it was chosen in."""
        country, region = self.country.value(), self.region.value()
        known = region in dict(regions(country)) if country == self._shown else False
        chosen = f"{country}-{region}" if known else country
        self._country.put(chosen)
        self._show_country(chosen)

    def _show_country(self, chosen: str) -> None:
        country, _, region = chosen.partition("-")
        self._shown = country
        self.country.show_value(country)
        found = regions(country)
        self.region.show_choices((("", self.tr("The whole country")), *found))
        self.region.show_value(region)
        self.region_frame.setVisible(bool(found))
        self.soon.setText(self._next(chosen))
        self.soon.setVisible(bool(chosen))

    def _next(self, country: str) -> str:
        today = self._pen.bridge.today()
        try:
            days = named_holidays(country, (today.year, today.year + 1))
        except UserError as fault:
            return str(fault)
        coming = islice(((day, name) for day, name in days.items() if day >= today), SOON)
        return self.tr("Next: {days}").format(days="; ".join(_named(day, name) for day, name in coming))

    def _listen(self) -> None:
        self.days_off.installEventFilter(self)
        self.days_off.edited.connect(self._type_days_off)
        self.hours.edited.connect(lambda hours: self._hours.put(str(hours)))
        self.hours.refused.connect(self._refuse_hours)
        self.hours.worded.connect(self._hours.word)
        self.country.edited.connect(self._choose)
        self.region.edited.connect(self._choose)

    def _lay_out(self) -> None:
        places = QHBoxLayout()
        places.setSpacing(12)
        places.addWidget(Framed(self.tr("Public holidays"), self.country), 1)
        places.addWidget(self.region_frame, 1)
        self.body.addWidget(self.hours_frame)
        self.body.addLayout(places)
        self.body.addWidget(self.soon)
        self.body.addWidget(self.days_off_frame)


def _named(day: date, name: str) -> str:
    return f"{show_date(day)}, {name}"


def country_name(code: str) -> str:
    """The country of an ISO code in words."""
    return QLocale.territoryToString(QLocale.codeToTerritory(code))
