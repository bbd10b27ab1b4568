"""What a screen reader meets: every control of every page has a name and a role, and the keyboard reaches it."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.pages import PAGES
from tests.ui.rounds import sample_window
from ui.documents.view import DocumentsView
from ui.guide.view import GuideView
from ui.pages.section_view import CampaignView
from ui.where import Screen, Where
from ui.window import Window

CONTROLS = QComboBox | QAbstractItemView | QLineEdit | QAbstractButton
MANY = 300
"""Keys after which one has gone round any page, cell by cell."""
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


def test_tab_goes_round_the_whole_window_as_it_is_read(window: Window, qtbot: QtBot) -> None:
    """From every page through all that can be used, each once, and back to where it began; Shift+Tab likewise."""
    wrong = []
    for where in places(window):
        window.go(where)
        qtbot.wait(10)
        name = f"{where.screen} {where.page}{' guided' if where.guided else ''}"
        forth, back = round_trip(window, Qt.Key.Key_Tab), round_trip(window, Qt.Key.Key_Backtab)
        wanted = [*stops(window), *controls(window)]
        for walk, keys in ((forth, "Tab"), (back, "Shift+Tab")):
            missed = [each for each in wanted if each not in walk]
            wrong += [f"{name}: {keys} never reaches {told(each)}" for each in missed]
            if walk[0] is not walk[-1]:
                wrong.append(f"{name}: {keys} does not come round, it ends at {told(walk[-1])}")
        wrong += [f"{name}: {fault}" for fault in disorder(window, forth)]
    assert not wrong


def round_trip(window: Window, key: Qt.Key) -> list[QWidget]:
    """Where the key stops, until it comes to something a second time, which is the last one told.

    In a table it goes from cell to cell first.
    """
    walk = [focused(window)]
    for _key in range(MANY):
        if walk[-1] in walk[:-1]:
            break
        QTest.keyClick(walk[-1], key)
        if focused(window) is not walk[-1]:
            walk.append(focused(window))
    return walk


def focused(window: Window) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def stops(window: Window) -> list[QWidget]:
    """Everything Tab has to stop at, in no order."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.window() is window
        and each.focusProxy() is None
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def disorder(window: Window, walk: list[QWidget]) -> Iterator[str]:
    """Steps that go up or back in the window, or from one part of it to one that is read before."""
    known = [each for each in walk[:-1] if isValid(each) and each.isVisible()]
    begins = (at for at, each in enumerate(known) if part(window, each) < part(window, known[at - 1]))
    begin = next(begins, 0)
    known = known[begin:] + known[:begin]
    for before, after in pairwise(known):
        if part(window, after) < part(window, before):
            yield f"{told(after)} after {told(before)}"
        elif (
            part(window, after) == part(window, before)
            and scrolled(after) is scrolled(before)  # what is pinned stands below what scrolls behind it
            and reads_before(window, after, before)
        ):
            yield f"{told(before)} is passed before {told(after)}"


def part(window: Window, widget: QWidget) -> int:
    """Sidebar, what stands above the page, the page, what stands beside it, the foot."""
    view = window.view
    if window.sidebar.isAncestorOf(widget):
        return 0
    if isinstance(view, GuideView):
        order: list[QWidget] = [view.header, view.form, view.preview, view.footer]
    elif isinstance(view, CampaignView):
        order = [view.tabs, view.area, view.preview]
    elif isinstance(view, DocumentsView):
        order = [view.tabs, view.pages, view.column]
    else:
        order = []
    return next((at for at, each in enumerate(order, 1) if each is widget or each.isAncestorOf(widget)), 1)


def scrolled(widget: QWidget) -> QWidget | None:
    """What scrolls with it."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    return above


def reads_before(window: Window, one: QWidget, other: QWidget) -> bool:
    """Whether it stands right above the other, or in its line further to the left."""
    mine, theirs = (QRect(each.mapTo(window, QPoint()), each.size()) for each in (one, other))
    above = mine.bottom() <= theirs.top() and mine.left() < theirs.right() and theirs.left() < mine.right()
    left = mine.right() <= theirs.left() and mine.top() < theirs.bottom() and theirs.top() < mine.bottom()
    return above or left


def told(widget: QWidget) -> str:
    if not isValid(widget):
        return "what is gone"
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"


def test_no_area_that_only_scrolls_is_a_stop(window: Window, qtbot: QtBot) -> None:
    for where in places(window):
        window.go(where)
        qtbot.wait(10)
        areas = [each for each in window.findChildren(QScrollArea) if each.isVisible()]
        stops = [each for each in areas if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert not [each for each in stops if not each.accessibleName()], where


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
