"""The same workspace and campaigns as for the pages, and a guide that goes where it asks to, as the window does."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from tests.ui.pages.conftest import bridge, empty, on_disk, path, sample
from ui.actions import ACTIONS
from ui.bridge import Bridge
from ui.guide.view import GuideView
from ui.pages.frame import Frame
from ui.pages.section_view import CampaignView
from ui.view import View
from ui.where import Screen, Where

__all__ = ["bridge", "empty", "on_disk", "path", "sample"]

type Opened[V: View] = Callable[..., tuple[V, list[Where]]]


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is folded and shown is remembered by the computer: here, by a folder of its own."""
    folder = str(tmp_path_factory.mktemp("settings"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    QSettings().clear()
    yield
    QSettings().clear()
    QSettings.setDefaultFormat(QSettings.Format.NativeFormat)


@pytest.fixture
def open_guide(qtbot: QtBot, bridge: Bridge) -> Opened[GuideView]:
    kept: list[GuideView] = []

    def opened(campaign_id: str, page: str = "", wide: int = 1280) -> tuple[GuideView, list[Where]]:
        view = GuideView(bridge)
        kept.append(view)
        return view, _shown(qtbot, view, Where(Screen.PAGE, campaign_id, page, guided=True), wide)

    return opened


@pytest.fixture
def open_free(qtbot: QtBot, bridge: Bridge) -> Opened[CampaignView]:
    kept: list[CampaignView] = []

    def opened(campaign_id: str, page: str = "", wide: int = 1280) -> tuple[CampaignView, list[Where]]:
        view = CampaignView(bridge)
        kept.append(view)
        return view, _shown(qtbot, view, Where(Screen.PAGE, campaign_id, page), wide)

    return opened


def _bind_keys(view: View) -> None:
    """The window's part: the keys of the table."""
    deeds: dict[str, Callable[[], None]] = {}
    if isinstance(view, Frame):
        deeds |= {"preview": view.turn_preview, "guidance": view.turn_advice}
    if isinstance(view, GuideView):
        deeds |= {"next_page": view.forth, "all_pages": view.header.open_pages}
    for action in (each for each in ACTIONS if each.key in deeds):
        made = QAction(view)
        made.setShortcuts(QKeySequence.listFromString(action.keys))
        made.triggered.connect(deeds[action.key])
        view.addAction(made)


def _shown(qtbot: QtBot, view: View, where: Where, wide: int) -> list[Where]:
    """The window's part: where the view asks to go in its own frame, it arrives."""
    asked: list[Where] = []

    def go(target: Where) -> None:
        asked.append(target)
        if target.screen is Screen.PAGE and target.guided == where.guided:
            view.leave()
            view.arrive(target)

    qtbot.addWidget(view)
    _bind_keys(view)
    view.going.connect(go)
    view.resize(wide, 800)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.arrive(where)
    return asked
