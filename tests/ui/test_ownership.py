"""Who owns what: what Qt ends without a word never comes to Python. `tests/soak` looks for it in the living window too."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import ui
from app.pages import PAGES
from tests.soak.drive import orphans
from tests.ui.rounds import sample_window
from ui.tab_order import stops
from ui.where import Screen, Where
from ui.widgets.flow import Across, Flow
from ui.widgets.laid import empty, laid
from ui.window import Window

UNOWNED = {"itemAt", "takeAt", "itemAtPosition", "QStandardItem", "QStandardItemModel"}
"""They give Python items that Qt ends without a word."""
ENDED_BY_QT = {"QIconEngine", "QLayoutItem", "QLayout", "QSpacerItem", "QWidgetItem", "QTextObjectInterface"}
"""Qt copies or ends these itself, or asks them for what it ends: none is written in Python."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def sample(window: Window) -> str:
    return window.bridge.rows()[0].id


def test_no_item_of_a_layout_comes_to_python() -> None:
    found = [
        f"{path.name}:{node.lineno} {name}"
        for path, node in _nodes()
        if isinstance(node, ast.Attribute | ast.Name)
        for name in [node.attr if isinstance(node, ast.Attribute) else node.id]
        if name in UNOWNED
    ]
    assert not found


def test_nothing_that_qt_ends_itself_is_written_in_python() -> None:
    found = [
        f"{path.name}:{node.lineno} {node.name}"
        for path, node in _nodes()
        if isinstance(node, ast.ClassDef)
        and {ast.unparse(base).rsplit(".", 1)[-1] for base in node.bases} & ENDED_BY_QT
    ]
    assert not found


def test_what_stands_in_a_layout_is_told_in_its_order_without_spacers(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column, row = QVBoxLayout(host), QHBoxLayout()
    one, two, three = QLabel("1"), QLabel("2"), QLabel("3")
    column.addWidget(two)
    column.addStretch()
    column.addLayout(row)
    row.addWidget(three)
    column.insertWidget(0, one)
    assert laid(column) == [one, two, row]
    assert laid(row) == [three]
    empty(column)
    assert laid(column) == []
    assert {one.parent(), two.parent(), three.parent()} == {None}
    assert not orphans(), "asking leaves nothing behind"


@pytest.mark.parametrize("kind", [Flow, Across])
def test_a_flow_forgets_what_was_ended(qtbot: QtBot, kind: type[Flow]) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = kind(host)
    labels = [QLabel(str(number)) for number in range(5)]
    for label in labels:
        flow.addWidget(label)
    host.show()
    labels[2].deleteLater()
    qtbot.waitUntil(lambda: flow.count() == 4)
    host.resize(30, 200)
    flow.activate()
    assert labels[3].geometry().top() > labels[0].geometry().top(), "what is left is laid out"
    assert not orphans()


@pytest.mark.parametrize("guided", [False, True])
def test_a_walk_by_tab_through_every_page_leaves_nothing_behind(window: Window, guided: bool) -> None:
    for page in PAGES:
        window.go(Where(Screen.PAGE, sample(window), page.key, guided=guided))
        assert list(stops(window.middle))
    assert not orphans()


def test_another_look_ends_no_screen_under_an_open_dialog(
    window: Window, qtbot: QtBot, look: QApplication
) -> None:
    """What opened the dialog waits in the middle of its work, and is a part of the screen."""
    window.go(Where(Screen.PAGE, sample(window), "why"))
    before, dialog = window.view, QDialog(window)

    def meanwhile() -> None:
        window.deeds.wear("dark")
        QTimer.singleShot(200, dialog, dialog.accept)

    QTimer.singleShot(0, dialog, meanwhile)
    dialog.exec()
    assert window.view is before


def _nodes() -> list[tuple[Path, ast.AST]]:
    paths = sorted(Path(ui.__file__).parent.rglob("*.py"))
    return [(path, node) for path in paths for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
