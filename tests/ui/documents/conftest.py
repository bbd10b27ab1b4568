"""The Documents screen over a real workspace, and a person whose answers are known beforehand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign
from exporters.delivery import Occupied, Taken
from tests.ui.paper.desk import bridge_over
from ui.bridge import Bridge
from ui.documents.occupied import Elsewhere, asked
from ui.documents.view import DocumentsView
from ui.where import Screen, Where


@dataclass
class Person:
    """Answers what is asked, and remembers what was shown."""

    to: Path | None = None
    picture: Path | None = None
    accent: str | None = None
    paper: QPrinter | None = None
    shown: list[Path] = field(default_factory=list)
    about_taken: list[Taken | Elsewhere | None] = field(default_factory=list)
    """What becomes of files of others, an answer each time it is asked."""
    asked: list[str] = field(default_factory=list)

    def folder(self, parent: QWidget) -> Path | None:
        return self.to

    def logo(self, parent: QWidget) -> Path | None:
        return self.picture

    def colour(self, parent: QWidget, now: str) -> str | None:
        return self.accent

    def printer(self, parent: QWidget) -> QPrinter | None:
        return self.paper

    def occupied(self, parent: QWidget, error: Occupied) -> Taken | Elsewhere | None:
        self.asked.append(str(asked(error)))
        return self.about_taken.pop(0)

    def show_folder(self, folder: Path) -> None:
        self.shown.append(folder)


type Opening = Callable[[Campaign], DocumentsView]


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    """What this computer remembers is kept in a folder of its own."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QSettings().clear()


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(to=tmp_path / "out")


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Bridge]:
    with bridge_over(tmp_path) as opened:
        yield opened


@pytest.fixture
def opened(bridge: Bridge, person: Person, look: QApplication, qtbot: QtBot) -> Opening:
    def open_(campaign: Campaign) -> DocumentsView:
        view = DocumentsView(bridge, asking=person)
        qtbot.addWidget(view)
        view.resize(1056, 800)
        view.show()
        view.arrive(Where(Screen.DOCUMENTS, bridge.add(campaign)))
        settled(view, qtbot)
        return view

    return open_


def settled(view: DocumentsView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not view.busy, timeout=30_000)
