"""What holds for the whole workspace and for this computer: agency, documents, working time, text size, theme."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.settings import AGENCY, DEFAULTS, LANGUAGE, LANGUAGES, PAPER
from ui.bridge import Bridge
from ui.look import MODES, SIZES, dress
from ui.settings.together import TogetherCard
from ui.settings.working_time import WorkingTime
from ui.theme import current
from ui.view import View
from ui.where import Where
from ui.widgets.card import Card
from ui.widgets.field_frame import Framed
from ui.widgets.label import Label
from ui.widgets.segments import Segments
from ui.widgets.text import LineField

PAPERS = (("A4", "A4"), ("Letter", "US Letter"))


class SettingsView(View):
    """Every answer is kept at once; there is nothing to confirm."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self.agency = LineField(self.tr("such as Lantern Street"))
        self.agency.editingFinished.connect(lambda: self._keep(AGENCY, self.agency.value()))
        self.language = Segments(
            [(code, name, "") for code, name in LANGUAGES.items()], self.tr("Language of documents")
        )
        self.language.edited.connect(lambda value: self._keep(LANGUAGE, value))
        self.time = WorkingTime(bridge)
        self.together = TogetherCard(bridge)
        self.paper = Segments([(value, words, "") for value, words in PAPERS], self.tr("Paper"))
        self.paper.edited.connect(lambda value: self._keep(PAPER, value))
        self.theme = Segments([(mode, self.tr(words), "") for mode, words in MODES], self.tr("Theme"))
        self.theme.edited.connect(lambda value: self._wear("theme", value))
        sizes = [(str(size), f"{round(size * 100)} %", "") for size in SIZES]
        self.size_of_text = Segments(sizes, self.tr("Text size"))
        self.size_of_text.edited.connect(lambda value: self._wear("text size", value))
        self._lay_out()

    def arrive(self, where: Where) -> None:
        settings = QSettings()
        self.agency.show_value(self.bridge.setting(AGENCY))
        self.language.show_value(self.bridge.setting(LANGUAGE, DEFAULTS[LANGUAGE]))
        self.paper.show_value(self.bridge.setting(PAPER, DEFAULTS[PAPER]))
        self.time.arrive()
        self.together.arrive()
        self.theme.show_value(str(settings.value("theme", "system")))
        self.size_of_text.show_value(str(float(str(settings.value("text size", "1")))))
        self.agency.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self._keep(AGENCY, self.agency.value())
        self.time.leave()
        self.together.leave()

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
            Framed(
                self.tr("Language of documents"),
                self.language,
                self.tr("headings, labels and dates; your own words stay as you write them"),
            )
        )
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
        for card in (workspace, self.time, self.together, here, privacy):
            column.addWidget(card)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
