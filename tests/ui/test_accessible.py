"""What a screen reader meets: every control of every page has a name and a role, and the keyboard reaches it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.pages import PAGES
from tests.ui.rounds import sample_window
from ui.where import Screen, Where
from ui.window import Window

CONTROLS = QComboBox | QAbstractItemView | QLineEdit | QAbstractButton
NAMED = (
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Table,
    QAccessible.Role.List,
    QAccessible.Role.Tree,
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def places(window: Window) -> list[Where]:
    campaign_id = window.bridge.rows(archived=None)[0].id
    pages = [Where(Screen.PAGE, campaign_id, page.key) for page in PAGES]
    guided = [Where(Screen.PAGE, campaign_id, page.key, guided=True) for page in PAGES]
    others = [Where(screen) for screen in (Screen.HOME, Screen.CLIENTS, Screen.SETTINGS)]
    documents = [Where(Screen.DOCUMENTS, campaign_id, key) for key in ("brief", "internal", "vendor")]
    return [*others, *pages, *guided, *documents]


def tree(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """The visible part of the accessibility tree; cells of tables are their delegate's affair."""
    yield node
    if node.role() in (QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List):
        return
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from tree(child)


def test_every_control_has_a_name(window: Window, qtbot: QtBot) -> None:
    nameless = set()
    for where in places(window):
        window.go(where)
        qtbot.wait(10)
        root = QAccessible.queryAccessibleInterface(window)
        for node in tree(root):
            if node.role() in NAMED and not node.text(QAccessible.Text.Name):
                widget = node.object()
                parent = widget.parent() if widget else None
                nameless.add(
                    f"{where.screen} {where.page}: {type(widget).__name__} in {type(parent).__name__}"
                )
    assert not sorted(nameless)


def test_the_keyboard_reaches_every_control(window: Window, qtbot: QtBot) -> None:
    unreached = set()
    for where in places(window):
        window.go(where)
        qtbot.wait(10)
        chain = set()
        start: QWidget = window.focusWidget() or window
        widget = start.nextInFocusChain()
        while widget is not None and widget is not start:
            chain.add(widget)
            widget = widget.nextInFocusChain()
        chain.add(start)
        for control in controls(window):
            if control not in chain or not control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                unreached.add(
                    f"{where.screen} {where.page}: {type(control).__name__} {control.accessibleName()}"
                )
    assert not sorted(unreached)


def controls(window: Window) -> Iterator[QWidget]:
    """Visible, enabled, and meant to be used on their own: not what is a part of a field, a list or a row of segments."""
    for widget in window.findChildren(QWidget):
        usable = (
            widget.isVisible() and widget.isEnabled() and widget.window() is window and not barren(widget)
        )
        if usable and isinstance(widget, CONTROLS) and not any(map(holds, ancestors(widget))):
            yield widget


def barren(widget: QWidget) -> bool:
    """An empty table has nothing to go to: its button is what is reached."""
    return isinstance(widget, QAbstractItemView) and (widget.model() is None or not widget.model().rowCount())


def holds(parent: QWidget) -> bool:
    """Whether what stands in it is reached through it."""
    return (
        isinstance(parent, QComboBox | QAbstractItemView | QLineEdit) or parent.property("role") == "segments"
    )


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def test_the_page_opens_where_one_would_write(window: Window, qtbot: QtBot) -> None:
    lost = []
    for where in places(window):
        window.go(where)
        qtbot.wait(10)
        focused = window.focusWidget()
        if focused is None or focused is window.middle or window.sidebar.isAncestorOf(focused):
            lost.append(f"{where.screen} {where.page}{' guided' if where.guided else ''}")
    assert not lost
