"""Where the next export starts: in the folder of the last one, as long as it is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings

from ui.folders import EXPORTS, keep_folder, last_folder


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, qapp: QCoreApplication) -> Iterator[None]:
    names, kind = (qapp.organizationName(), qapp.applicationName()), QSettings.defaultFormat()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    qapp.setOrganizationName("Baton test")
    qapp.setApplicationName("Baton test")
    yield
    QSettings.setDefaultFormat(kind)
    qapp.setOrganizationName(names[0])
    qapp.setApplicationName(names[1])


def test_the_folder_of_the_last_export_is_remembered_while_it_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    first = last_folder(EXPORTS)
    assert first != str(folder)
    keep_folder(folder, EXPORTS)
    assert last_folder(EXPORTS) == str(folder)
    assert last_folder() == first, "files are remembered apart"
    folder.rmdir()
    assert last_folder(EXPORTS) == first
