"""What holds for the whole workspace and for this computer: agency, documents, working time, text size, theme."""

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.place import SETTINGS, WORKSPACE, Place
from app.settings import AGENCY, LANGUAGE, LANGUAGES, PAPER, YOURS
from ui.bridge import Bridge
from ui.look import MODES, SIZES, dress, text_size
from ui.pages.pen import Pen
from ui.settings.kept import chosen, typed
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
    """Every answer is written as those of a campaign are; there is nothing to confirm."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self._pen = Pen(bridge, WORKSPACE, self)
        self.agency = LineField(self.tr("such as Lantern Street"))
        self.yours = LineField(self.tr("such as Strategist, Content lead"))
        self.language = Segments(
            [(code, name, "") for code, name in LANGUAGES.items()], self.tr("Language of documents")
        )
        self.time = WorkingTime(self._pen)
        self.together = TogetherCard(self._pen)
        self.paper = Segments([(value, words, "") for value, words in PAPERS], self.tr("Paper"))
        self._kept = [
            typed(self._pen, AGENCY, self.agency),
            typed(self._pen, YOURS, self.yours),
            chosen(self._pen, LANGUAGE, self.language),
            chosen(self._pen, PAPER, self.paper),
            *self.time.kept,
            *self.together.kept,
        ]
        self.theme = Segments([(mode, self.tr(words), "") for mode, words in MODES], self.tr("Theme"))
        self.theme.edited.connect(lambda value: self._wear("theme", value))
        sizes = [(str(size), f"{round(size * 100)} %", "") for size in SIZES]
        self.size_of_text = Segments(sizes, self.tr("Text size"))
        self.size_of_text.edited.connect(lambda value: self._wear("text size", value))
        self._scroll = QScrollArea()
        self._lay_out()
        bridge.changed.connect(self._changed)

    def arrive(self, where: Where) -> None:
        """`where.place` is that of a setting, which takes the focus."""
        for kept in self._kept:
            kept.show()
        self._show_look()
        asked = next((kept for kept in self._kept if kept.key in where.place), None)
        if asked is None:
            self.agency.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            asked.focus()
            self._scroll.ensureWidgetVisible(asked.widget)

    def leave(self) -> None:
        self.time.leave()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._show_look()

    def _changed(self, campaign_id: str, place: Place) -> None:
        if campaign_id != WORKSPACE or place[0] != SETTINGS:
            return
        self._pen.heard(place)
        for kept in self._kept:
            if kept.key == place[-1]:
                kept.show()

    def _show_look(self) -> None:
        self.theme.show_value(str(QSettings().value("theme", "system")))
        self.size_of_text.show_value(str(text_size()))

    def _wear(self, key: str, value: str) -> None:
        QSettings().setValue(key, value)
        dress()

    def _lay_out(self) -> None:
        workspace = Card(self.tr("This workspace"), self.tr("kept in the file, the same on every computer"))
        workspace.body.addWidget(
            Framed(self.tr("Agency"), self.agency, self.tr("stands at the top right of every page"))
        )
        workspace.body.addWidget(
            Framed(self.tr("Your roles"), self.yours, self.tr("what waits for them is with you"))
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
        if self.bridge.readonly:
            words = self.tr(
                "The workspace is open for reading only. Its settings are shown and cannot be changed."
            )
            column.addWidget(Label(words, "lead", wraps=True))
        for card in (workspace, self.time, self.together, here, privacy):
            column.addWidget(card)
        column.addStretch()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(page)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
