"""The report of an error of ours, on the screen."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label


class CrashDialog(QDialog):
    """Says what is safe, shows the report, copies it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in Baton"))
        words = Label(self.tr("Everything you wrote is saved. You can go on working."), "section", wraps=True)
        more = Label(
            self.tr("This report names places in Baton's code and nothing of yours. It is sent nowhere."),
            wraps=True,
        )
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = Button(self.tr("Copy report"))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for widget in (words, more, shown, buttons):
            column.addWidget(widget)
        self.resize(560, 380)
