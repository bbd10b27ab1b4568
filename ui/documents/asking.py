"""What has to be asked of the person: folders, pictures, colours, printers. Tests bring answers of their own."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QColorDialog, QFileDialog, QWidget

from exporters.delivery import Occupied, Taken
from ui.documents.occupied import Elsewhere, ask_occupied
from ui.folders import EXPORTS, keep_folder, kept, last_folder, show_folder


class Asking(Protocol):
    """None always means that the person changed their mind."""

    def folder(self, parent: QWidget) -> Path | None: ...
    def logo(self, parent: QWidget) -> Path | None: ...
    def colour(self, parent: QWidget, now: str) -> str | None: ...
    def printer(self, parent: QWidget) -> QPrinter | None: ...
    def occupied(self, parent: QWidget, error: Occupied) -> Taken | Elsewhere | None: ...
    def show_folder(self, folder: Path) -> None: ...


class Dialogs:
    """The system's own dialogs; the folder of the last export is where the next one starts."""

    def folder(self, parent: QWidget) -> Path | None:
        title = _tr("Export to folder")
        chosen = QFileDialog.getExistingDirectory(parent, title, last_folder(EXPORTS))
        if not chosen:
            return None
        keep_folder(Path(chosen), EXPORTS)
        return Path(chosen)

    def logo(self, parent: QWidget) -> Path | None:
        kinds = _tr("Pictures (*.png *.jpg *.jpeg)")
        chosen, _ = QFileDialog.getOpenFileName(parent, _tr("Logo of the client"), last_folder(), kinds)
        return kept(chosen) if chosen else None

    def colour(self, parent: QWidget, now: str) -> str | None:
        chosen = QColorDialog.getColor(QColor(now), parent, _tr("Accent of the client"))
        return chosen.name().upper() if chosen.isValid() else None

    def printer(self, parent: QWidget) -> QPrinter | None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if agreed else None

    def occupied(self, parent: QWidget, error: Occupied) -> Taken | Elsewhere | None:
        return ask_occupied(parent, error)

    def show_folder(self, folder: Path) -> None:
        show_folder(folder)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)
