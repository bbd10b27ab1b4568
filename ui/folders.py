"""Folders: the one of the last time, for whoever chooses a file, and one in the system's own window of files."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

FILES, EXPORTS = "folder", "export folder"
"""What is remembered apart."""


def last_folder(kind: str = FILES) -> str:
    """Where something was chosen last; the user's documents, or home, where that is not there any more."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    known = (str(QSettings().value(kind, "")), documents)
    return next((folder for folder in known if folder and Path(folder).is_dir()), str(Path.home()))


def kept(name: str) -> Path:
    """The file somebody chose; its folder is the one of the last time from now on."""
    path = Path(name)
    keep_folder(path.parent)
    return path


def keep_folder(folder: Path, kind: str = FILES) -> None:
    """It is the one of the last time from now on."""
    QSettings().setValue(kind, str(folder))


def show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
