"""What does not fit, and what would help: choosing shows it in the chart, Apply makes it one step (L6)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.schedule import Plan, Remedy, Track, detail, headline
from ui.theme import current
from ui.timeline.options import Option
from ui.timeline.saying import tr
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label

OFFERED = 3
_NARROW = 230


class RemedyPanel(Card):
    """`tried(remedy)` when one is chosen, None when none is; `taken(remedy)` by Apply."""

    tried = Signal(object)
    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="bad", parent=parent)
        self._remedies: tuple[Remedy, ...] = ()
        self._title = Label("", "section", wraps=True)
        self._why = Label("", "caption", wraps=True)
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._toggled)
        self._options: list[Option] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._apply = Button(tr("Apply"), "primary")
        self._apply.clicked.connect(self._take)
        self._lay_out()
        self.hide()

    def show_remedies(self, track: Track | None, plan: Plan, remedies: Sequence[Remedy]) -> None:
        """For a track that does not fit; hidden for None."""
        self.setVisible(track is not None)
        if track is None:
            self._show_options(())
            return
        self._title.setText(headline(track))
        self.setAccessibleName(self._title.text())
        self._why.setText(detail(track, plan))
        self._show_options(tuple(remedies[:OFFERED]))

    @property
    def chosen(self) -> Remedy | None:
        at = self._group.checkedId()
        return self._remedies[at] if 0 <= at < len(self._remedies) else None

    def focus_first(self) -> None:
        (self._options[0] if self._options else self._apply).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _show_options(self, remedies: tuple[Remedy, ...]) -> None:
        if remedies == self._remedies:
            return
        for option in self._options:
            self._group.removeButton(option)
            self._grid.removeWidget(option)
            option.hide()
            option.deleteLater()
        self._remedies = remedies
        self._options = [Option(remedy.title, remedy.consequence) for remedy in remedies]
        for number, option in enumerate(self._options):
            self._group.addButton(option, number)
        self._arrange()
        self._apply.setEnabled(False)
        self._apply.setVisible(bool(remedies))

    def _arrange(self) -> None:
        """Side by side as far as they stay readable."""
        room = self._field.width() or current().px(3 * _NARROW)
        across = max(1, min(len(self._options), room // current().px(_NARROW)))
        for number, option in enumerate(self._options):
            self._grid.addWidget(option, number // across, number % across)
        for column in range(OFFERED):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _toggled(self, _number: int, _on: bool) -> None:
        self._apply.setEnabled(self.chosen is not None)
        self.tried.emit(self.chosen)

    def _take(self) -> None:
        if self.chosen is not None:
            self.taken.emit(self.chosen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Glyph("circle-alert", "bad", 17), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._why)
        head.addLayout(words, 1)
        self._field = QWidget()
        self._field.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._field.installEventFilter(self)
        choice = QHBoxLayout()
        choice.setSpacing(14)
        choice.addWidget(self._field, 1)
        choice.addWidget(self._apply, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(head)
        self.body.addLayout(choice)
