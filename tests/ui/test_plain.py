"""What others wrote is only words in the window: no label, tip or menu of any screen reads it as markup (I7)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.change import Batch, Put
from app.field import Kind
from app.place import answers
from tests.ui.rounds import sample_window
from tests.ui.test_accessible import places
from ui.widgets.finding import FindingLine
from ui.window import Window

PROBE = ' <img src="file:///nowhere/probe.png"><b>&amp;</b>'


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    for made in sample_window(qtbot, tmp_path):
        campaign_id = made.bridge.rows(archived=None)[0].id
        campaign = made.bridge.campaign(campaign_id)
        puts = [
            Put(place, f"{text}{PROBE}")
            for place, field, text in answers(campaign)
            if field.kind in (Kind.LINE, Kind.TEXT) and isinstance(text, str) and not field.choices
        ]
        made.bridge.apply(campaign_id, Batch("", tuple(puts)))
        assert made.bridge.campaign(campaign_id).title.endswith(PROBE)
        yield made


def test_no_screen_reads_words_as_markup(window: Window, qtbot: QtBot) -> None:
    seen = False
    for where in places(window):
        window.go(where)
        qtbot.wait(10)
        for widget in window.findChildren(QWidget):
            assert "<img" not in widget.toolTip(), widget
            if isinstance(widget, QLabel) and "probe.png" in widget.text():
                seen = True
                ours = isinstance(widget.parent(), FindingLine) and "<img" not in widget.text()
                assert ours or widget.textFormat() == Qt.TextFormat.PlainText, (where, widget.text()[:80])
            if isinstance(widget, QTextEdit):
                assert "<img" not in widget.toHtml(), where
        assert all("<img" not in action.toolTip() for action in window.findChildren(QAction))
    assert seen
