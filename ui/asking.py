"""What is asked when a workspace cannot simply be opened: before there is a window, or instead of one."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.errors import InUse, UserError
from ui.deeds import WORKSPACES


def agreed(error: InUse) -> str:
    """How to open what is open elsewhere: "read", "take over" (where only another computer's mark is left), or ""."""
    box = _box(error)
    reading = box.addButton(_tr("Open for reading"), QMessageBox.ButtonRole.AcceptRole)
    anyway = (
        box.addButton(_tr("Open anyway"), QMessageBox.ButtonRole.DestructiveRole) if error.elsewhere else None
    )
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    clicked = box.clickedButton()
    return "read" if clicked is reading else "take over" if anyway is not None and clicked is anyway else ""


def another(error: UserError) -> Path | None:
    """What is wrong with a workspace, and which one to open instead; None to end."""
    box = _box(error)
    other = box.addButton(_tr("Open another…"), QMessageBox.ButtonRole.AcceptRole)
    new = box.addButton(_tr("New workspace…"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(_tr("Quit"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    name = ""
    if box.clickedButton() is other:
        name, _ = QFileDialog.getOpenFileName(None, _tr("Open workspace"), "", WORKSPACES)
    elif box.clickedButton() is new:
        name, _ = QFileDialog.getSaveFileName(None, _tr("New workspace"), "", WORKSPACES)
    return Path(name) if name else None


def _box(error: UserError) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Information, "Baton", error.message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(error.hint)
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("Start", text)
