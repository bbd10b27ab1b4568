"""Folders: the one of the last time, for whoever chooses a file, and one in the system's own window of files."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

_KEY = "folder"


def last_folder() -> str:
    """Where a file was chosen last; the user's documents, or home, where that is not there any more."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    known = (str(QSettings().value(_KEY, "")), documents)
    return next((folder for folder in known if folder and Path(folder).is_dir()), str(Path.home()))


def kept(name: str) -> Path:
    """The file somebody chose; its folder is the one of the last time from now on."""
    path = Path(name)
    QSettings().setValue(_KEY, str(path.parent))
    return path


def show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
