"""What stays in the house, in words; and a list where each of it is shared or kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.campaign import Campaign
from app.disclosure import decisions, is_internal, said
from app.place import Place
from ui.documents.naming import and_joined, inside
from ui.documents.panel import Panel, flush
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.tick import CheckBox


class LeftOutPanel(Panel):
    """`decided(place, internal)`: somebody shares something or keeps it."""

    decided = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("Left out for vendors"))
        self._words = Label("", "lead", wraps=True)
        self._choose = Button("", "link", small=True)
        self._choose.clicked.connect(self._toggle)
        self._open = False
        self._hint = Label(self.tr("What is ticked is shared with vendors"), "caption", wraps=True)
        self.boxes: dict[Place, CheckBox] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addWidget(self._words)
        self.body.addLayout(flush(self._choose))
        self.body.addWidget(self._hint)
        self.body.addLayout(self._list)

    def show_campaign(self, campaign: Campaign, *, readonly: bool = False) -> None:
        places = decisions(campaign)
        names = {place: said(campaign, place) for place in places}
        kept = [inside(names[place]) for place in places if is_internal(campaign, place)]
        self._words.setText(self._sentence(kept))
        self._arrange(names)
        for place, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(not is_internal(campaign, place))
            box.setEnabled(not readonly)
            box.blockSignals(False)
        self._appear()

    @property
    def words(self) -> str:
        return self._words.text()

    def _sentence(self, kept: list[str]) -> str:
        always = [
            self.tr("your team’s own standards"),
            self.tr("names and addresses of everybody but the contact"),
        ]
        words = and_joined([*kept, *always])
        return f"{words[:1].upper()}{words[1:]}."

    def _arrange(self, names: dict[Place, str]) -> None:
        """Boxes that stay keep the focus."""
        for place in [each for each in self.boxes if each not in names]:
            gone = self.boxes.pop(place)
            gone.hide()
            gone.deleteLater()
        for place, name in names.items():
            if place not in self.boxes:
                self.boxes[place] = self._box(place, name)
            self.boxes[place].setText(name.replace("&", "&&"))
            self.boxes[place].setAccessibleName(self.tr("Share with vendors: {name}").format(name=name))

    def _box(self, place: Place, name: str) -> CheckBox:
        box = CheckBox(name, self)
        box.toggled.connect(lambda on: self.decided.emit(place, not on))
        self._list.addWidget(box)
        return box

    def _toggle(self) -> None:
        self._open = not self._open
        self._appear()

    def _appear(self) -> None:
        words = self.tr("Hide the list") if self._open else self.tr("Choose what is shared")
        self._choose.setText(words)
        self._choose.setAccessibleName(words)
        self._choose.setVisible(bool(self.boxes))
        shown = self._open and bool(self.boxes)
        self._hint.setVisible(shown)
        for box in self.boxes.values():
            box.setVisible(shown)
