"""The report of an error of ours, on the screen."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from ui.saving import Saving
from ui.widgets.button import Button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.window import Window


class CrashDialog(QDialog):
    """Says what is safe, now and while it is read; shows the report, copies it."""

    def __init__(self, text: str, window: "Window | None" = None, *, ended: bool = False) -> None:
        super().__init__(window)
        self.setWindowTitle(
            self.tr("Baton closed unexpectedly") if ended else self.tr("Something went wrong in Baton")
        )
        self._bridge = window.bridge if window is not None else None
        self._words = Label("", "section", wraps=True)
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
        for widget in (self._words, more, shown, buttons):
            column.addWidget(widget)
        self.resize(560, 380)
        self._say_what_is_safe()
        if self._bridge is not None:
            self._bridge.save_state.connect(self._say_what_is_safe)

    @property
    def words(self) -> str:
        return self._words.text()

    def _say_what_is_safe(self) -> None:
        go_on = self.tr("You can go on working.")
        state = self._bridge.state.state if self._bridge else None
        match state:
            case Saving.SAVED:
                self._words.setText(f"{self.tr('Everything you wrote is saved.')} {go_on}")
            case Saving.PENDING:
                self._words.setText(
                    self.tr("What you wrote last may not be saved yet. Everything before it is.")
                )
            case Saving.REFUSED:
                self._words.setText(self._refused())
            case _:
                self._words.setText(go_on)

    def _refused(self) -> str:
        assert self._bridge is not None
        error = str(self._bridge.state.error or "")
        words = self.tr("Some of what you wrote is not saved yet: {error}").format(error=error)
        return (
            f"{words} {self.tr('Baton tries again while it stays open.')}" if self._bridge.unsaved else words
        )
