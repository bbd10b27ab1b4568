"""Two clients become one: the other is chosen, then each answer in which they differ."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.campaign import Client
from app.clients import Difference, differences, merged
from app.place import Place, label
from ui.documents.brand import described
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.choice import ChoiceField
from ui.widgets.label import Label
from ui.widgets.laid import empty

_EDGE = 40
"""Pixels of the window that stay in sight."""
_LONGEST = 60
"""Characters of an answer that are shown."""
_OURS, _THEIRS = "ours", "theirs"


class Merging(QDialog):
    """`chosen` tells the client that comes of both, and the id of the one that is no more."""

    chosen = Signal(object, str)

    def __init__(self, kept: Client, others: Sequence[Client], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge clients"))
        self._kept, self._others = kept, {client.id: client for client in others}
        names = [(client.id, _name(client, self.tr("No name yet"))) for client in others]
        self.other = ChoiceField(names, self.tr("Choose a client"), select=True)
        self.other.setAccessibleName(self.tr("The other client"))
        self.other.edited.connect(lambda _: self._compare())
        self.fields: dict[Place, ChoiceField] = {}
        """By place: which of both answers stays."""
        self._lead = Label("", wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.merge = Button(self.tr("Merge"), "primary")
        self.merge.clicked.connect(self._merge)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self._compare()

    # --- inside ---
    def _compare(self) -> None:
        """Only what differs is asked; what one of them alone has answered stays."""
        empty(self._rows)
        self.fields = {}
        other = self._others.get(self.other.value())
        self.merge.setEnabled(other is not None)
        if other is None:
            self._lead.setText(self.tr("Its campaigns come to “{name}”.").format(name=self._kept.name))
            return
        for each in differences(self._kept, other):
            self._ask(each)
        words = self.tr("Which answers stay?") if self.fields else self.tr("They differ in no answer.")
        moved = self.tr("The campaigns of “{other}” come to “{name}”.")
        names = {
            "other": _name(other, self.tr("No name yet")),
            "name": _name(self._kept, self.tr("No name yet")),
        }
        self._lead.setText(f"{moved.format(**names)} {words}")
        self._order()

    def _ask(self, each: Difference) -> None:
        """Which of the two stays; the one that goes is seen below it."""
        both = {_OURS: _shown(each.ours), _THEIRS: _shown(each.theirs)}
        field = ChoiceField(tuple(both.items()), select=True)
        field.setAccessibleName(each.field.label)
        field.setObjectName(label(each.place))
        goes = Label("", "caption", wraps=True)

        def show_what_goes() -> None:
            words = both[_THEIRS if field.value() == _OURS else _OURS]
            goes.setText(self.tr("Goes: {words}").format(words=words))
            field.setAccessibleDescription(goes.text())

        field.show_value(_OURS)
        field.edited.connect(lambda _: show_what_goes())
        show_what_goes()
        self.fields[each.place] = field
        for widget in (Label(each.field.label, "label"), field, goes):
            self._rows.addWidget(widget)

    def _merge(self) -> None:
        other = self._others.get(self.other.value())
        if other is not None:
            theirs = {place for place, field in self.fields.items() if field.value() == _THEIRS}
            self.chosen.emit(merged(self._kept, other, theirs), other.id)
            self.accept()

    def _order(self) -> None:
        """Tab goes as it is read."""
        stops: list[QWidget] = [self.other, *self.fields.values(), self.merge, self.cancel]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "page")
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(10)
        lines.addWidget(self._lead)
        lines.addLayout(self._rows)
        lines.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.merge)
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 20)
        column.setSpacing(12)
        words = self.tr("Merge another client into “{name}”").format(
            name=_name(self._kept, self.tr("No name yet"))
        )
        column.addWidget(Label(words, "section", wraps=True))
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        parent = self.parentWidget()
        wanted = QSize(current().px(520), current().px(460))
        self.resize(
            wanted if parent is None else wanted.boundedTo(parent.window().size() - QSize(_EDGE, _EDGE))
        )


def _name(client: Client, nameless: str) -> str:
    return client.name.strip() or nameless


def _shown(value: object) -> str:
    """An answer on one line; a logo by its size."""
    words = described(value) if isinstance(value, bytes) else " ".join(str(value).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
