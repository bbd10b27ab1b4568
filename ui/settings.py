"""What holds for the whole workspace and for this computer: agency, holidays, paper, text size, theme."""

from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.finding import Level
from ui.bridge import Bridge
from ui.look import MODES, SIZES, dress
from ui.theme import current
from ui.view import View
from ui.where import Where
from ui.widgets.card import Card
from ui.widgets.choice import ChoiceField
from ui.widgets.dates import Unreadable, read_date, show_date
from ui.widgets.field_frame import Framed
from ui.widgets.label import Label
from ui.widgets.segments import Segments
from ui.widgets.text import LineField, TextField

_CODES = (
    "AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR LT LU LV "
    "MA MT MX MY NG NL NO NZ PE PH PK PL PT RO RS SA SE SG SI SK TH TR TW UA US UY VN ZA"
)
COUNTRIES = tuple(_CODES.split(" "))
"""Countries whose public holidays can be chosen here, as ISO 3166 codes; the list of `holidays` is slow to load."""
PAPERS = (("A4", "A4"), ("Letter", "US Letter"))


class SettingsView(View):
    """Every answer is kept at once; there is nothing to confirm."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self.agency = LineField(self.tr("Lantern Street"))
        self.agency.editingFinished.connect(lambda: self._keep("agency", self.agency.value()))
        names = sorted(((code, country_name(code)) for code in COUNTRIES), key=lambda pair: pair[1])
        self.country = ChoiceField((("", self.tr("No public holidays")), *names))
        self.country.edited.connect(lambda value: self._keep("country", value))
        self.days_off = TextField(self.tr("one a line, such as 24 Dec 2026"))
        self.days_off_frame = Framed(
            self.tr("Own days off"), self.days_off, self.tr("besides weekends and public holidays")
        )
        self.paper = Segments([(value, words, "") for value, words in PAPERS], self.tr("Paper"))
        self.paper.edited.connect(lambda value: self._keep("paper", value))
        self.theme = Segments([(mode, self.tr(words), "") for mode, words in MODES], self.tr("Theme"))
        self.theme.edited.connect(lambda value: self._wear("theme", value))
        sizes = [(str(size), f"{round(size * 100)} %", "") for size in SIZES]
        self.size_of_text = Segments(sizes, self.tr("Text size"))
        self.size_of_text.edited.connect(lambda value: self._wear("text size", value))
        self._lay_out()

    def arrive(self, where: Where) -> None:
        settings = QSettings()
        self.agency.show_value(self.bridge.setting("agency"))
        self.country.show_value(self.bridge.setting("country"))
        self.paper.show_value(self.bridge.setting("paper", "A4"))
        self.theme.show_value(str(settings.value("theme", "system")))
        self.size_of_text.show_value(str(float(str(settings.value("text size", "1")))))
        self.days_off.show_value("\n".join(show_date(day) for day in self.bridge.days_off()))
        self.days_off_frame.quiet()
        self.agency.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self._keep("agency", self.agency.value())
        self._keep_days_off()

    def _keep_days_off(self) -> None:
        """One ISO date a line in the workspace; nothing is kept while a line cannot be read."""
        lines = [line for line in self.days_off.value().splitlines() if line.strip()]
        try:
            days = {read_date(line, self.bridge.today()) for line in lines}
        except Unreadable as fault:
            self.days_off_frame.say(Level.PROBLEM, str(fault))
            return
        self.days_off_frame.quiet()
        self._keep("days off", "\n".join(sorted(day.isoformat() for day in days if day)))

    def _keep(self, key: str, value: str) -> None:
        if value != self.bridge.setting(key):
            self.bridge.put_setting(key, value)

    def _wear(self, key: str, value: str) -> None:
        QSettings().setValue(key, value)
        dress()

    def _lay_out(self) -> None:
        workspace = Card(self.tr("This workspace"), self.tr("kept in the file, the same on every computer"))
        workspace.body.addWidget(
            Framed(self.tr("Agency"), self.agency, self.tr("stands at the top right of every page"))
        )
        workspace.body.addWidget(
            Framed(self.tr("Public holidays"), self.country, self.tr("no work is planned on these days"))
        )
        workspace.body.addWidget(self.days_off_frame)
        workspace.body.addWidget(Framed(self.tr("Paper"), self.paper))
        here = Card(self.tr("This computer"))
        here.body.addWidget(Framed(self.tr("Theme"), self.theme))
        here.body.addWidget(Framed(self.tr("Text size"), self.size_of_text))
        privacy = Card(self.tr("Privacy"))
        privacy.body.addWidget(
            Label(
                self.tr(
                    "Everything you write stays in one file on this computer. Baton never uses the network. The file is "
                    "not encrypted; a synced folder sends it to whoever runs that service."
                ),
                "lead",
                wraps=True,
            )
        )
        self._path = Label(str(self.bridge.workspace.path), "caption", wraps=True)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        privacy.body.addWidget(self._path)
        page = QWidget()
        page.setProperty("role", "page")
        page.setMaximumWidth(current().px(720))
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(16)
        column.addWidget(Label(self.tr("Settings"), "title"))
        for card in (workspace, here, privacy):
            column.addWidget(card)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)


def country_name(code: str) -> str:
    """The country of an ISO code in words."""
    return QLocale.territoryToString(QLocale.codeToTerritory(code))
