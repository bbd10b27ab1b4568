"""The advice where there is no margin for it: a line under the field that opens, for the keyboard with F1."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.field import Field
from ui.guide.advice import Advice
from ui.theme import current
from ui.widgets.button import Button


class Inline(QWidget):
    """`toggled`: whether it is open now."""

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_open: bool = False
        self._button = Button(self.tr("Show example"), "link", glyph="lightbulb", small=True)
        self._button.clicked.connect(lambda: self.open(not self.is_open))
        self._button.setToolTip("F1")
        self._advice = Advice(key=False)
        self._advice.setMaximumWidth(current().px(640))
        self._advice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._advice)

    def show_field(self, field: Field) -> bool:
        return self._advice.show_field(field)

    def open(self, wanted: bool) -> None:
        if wanted != self.is_open:
            self.is_open = wanted
            self._advice.setVisible(wanted)
            self._button.setText(self.tr("Hide example") if wanted else self.tr("Show example"))
            self.toggled.emit(wanted)
