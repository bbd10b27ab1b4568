"""The RACI table and the approval stages under the keyboard."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QFontMetrics, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Deliverable, Person, Stage, Task
from app.change import Batch, Put
from app.raci import broken
from tests.ui.pages.conftest import OpenPage
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage
from ui.pages.raci_delegate import fix_rect
from ui.pages.raci_frozen import Frozen, lines_of
from ui.pages.raci_item import RaciItem
from ui.pages.raci_model import FIX_ROLE
from ui.pages.roles import add_role
from ui.pages.stages_item import StagesItem
from ui.tab_order import stops
from ui.theme import Mode, apply_theme, current
from ui.widgets.button import Button
from ui.widgets.finding import FindingLine
from ui.widgets.number import NumberField

SHIFT, ALT, CONTROL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
type Disk = Callable[[str], Campaign]


def people(bridge: Bridge, campaign: str, tasks: int = 2) -> None:
    roles = tuple(Person(id=f"p{each}", role=f"Role {each}") for each in range(3))
    rows = tuple(Task(id=f"t{each}", task=f"Task {each}") for each in range(tasks))
    bridge.apply(campaign, Batch("Set", (Put(("people",), roles), Put(("raci",), rows))))


def raci(page: CampaignPage) -> RaciItem:
    item = page.item_at(("raci",))
    assert isinstance(item, RaciItem)
    page.focus_place(("raci",))
    return item


def stages(page: CampaignPage) -> StagesItem:
    item = page.item_at(("approval",))
    assert isinstance(item, StagesItem)
    return item


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def button(inside: QWidget, words: str) -> Button:
    return next(each for each in inside.findChildren(Button) if each.accessibleName() == words)


def test_letters_are_typed(open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk) -> None:
    people(bridge, empty)
    grid = raci(open_page(empty, "raci")).grid
    QTest.keyClick(grid, Qt.Key.Key_A)
    QTest.keyClick(grid, Qt.Key.Key_R, SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_C)
    QTest.keyClick(grid, Qt.Key.Key_I)
    task = on_disk(empty).raci[0]
    assert (task.R, task.A, task.C, task.I) == (("p0",), ("p0",), (), ("p1",))
    assert not broken(task)
    QTest.keyClick(grid, Qt.Key.Key_I)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    task = on_disk(empty).raci[0]
    assert (task.R, task.A, task.C, task.I) == ((), (), (), ())
    bridge.undo(empty)
    assert on_disk(empty).raci[0].A == ("p0",)


def test_a_row_says_its_rule_in_words_and_f8_goes_there(
    open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    people(bridge, empty, tasks=3)
    for row in (0, 1):
        bridge.apply(empty, Put(("raci", f"t{row}", "R"), ("p0",)))
        bridge.apply(empty, Put(("raci", f"t{row}", "A"), ("p1",)))
    item = raci(open_page(empty, "raci"))
    rule = item.model.index(2, item.model.rule_column)
    assert rule.data() == "No A: who answers for it?"
    assert "who answers" in rule.data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.keyClick(item.grid, Qt.Key.Key_F8)
    assert item.grid.currentIndex().row() == 2
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    assert item.grid.event(override), "inside the table F8 is not the window's"


def test_a_screen_reader_hears_whole_sentences(open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    people(bridge, empty)
    bridge.apply(empty, Put(("raci", "t0", "A"), ("p1",)))
    item = raci(open_page(empty, "raci"))
    said = item.model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Task 0, Role 1: Accountable"


def test_tasks_are_named_moved_copied_and_deleted(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    people(bridge, empty)
    item = raci(open_page(empty, "raci"))
    QTest.keyClick(item.grid, Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "Brief")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert on_disk(empty).raci[0].task == "Brief"
    QTest.keyClick(item.grid, Qt.Key.Key_Up, ALT)
    assert [task.task for task in on_disk(empty).raci] == ["Task 1", "Brief"]
    assert item.grid.currentIndex().row() == 0
    QTest.keyClick(item.grid, Qt.Key.Key_Delete, CONTROL)
    assert [task.task for task in on_disk(empty).raci] == ["Brief"]
    assert item.grid.currentIndex().isValid()
    QTest.keyClick(item.grid, Qt.Key.Key_D, CONTROL)
    QTest.keyClicks(focused(), "Copy")
    item.flush()
    item.pen.lift()
    assert [task.task for task in on_disk(empty).raci] == ["Brief", "Copy"]


def test_tasks_are_offered_from_what_is_made(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    people(bridge, empty, tasks=0)
    made = (Deliverable(id="a", name="Blog post"), Deliverable(id="b", name="Reel"))
    bridge.apply(empty, Put(("deliverables",), made))
    page = open_page(empty, "raci")
    button(page, "Blog post").click()
    assert [task.task for task in on_disk(empty).raci] == ["Blog post"]
    assert raci(page).grid.hasFocus()
    button(page, "Reel").click()
    assert [task.task for task in on_disk(empty).raci] == ["Blog post", "Reel"]


def test_offered_rows_bring_their_letters_all_at_once(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    people(bridge, empty, tasks=0)
    made = (Deliverable(id="a", name="Blog post", owner="p0"), Deliverable(id="b", name="Reel", owner="p1"))
    final = Stage(id="f", name="Final sign-off", reviewer=("p2",), max_hours=48, on_timeout="escalate")
    bridge.apply(empty, Batch("Set", (Put(("deliverables",), made), Put(("approval",), (final,)))))
    page = open_page(empty, "raci")
    button(page, "Add all 3").click()
    table = on_disk(empty).raci
    assert [(task.task, task.R, task.A, task.about) for task in table[:2]] == [
        ("Blog post", ("p0",), ("p2",), ("a",)),
        ("Reel", ("p1",), ("p2",), ("b",)),
    ]
    assert not any(broken(task) for task in table)
    bridge.undo(empty)
    assert on_disk(empty).raci == (), "one step"


def test_a_rule_is_mended_by_its_link_by_enter_and_taken_back(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk, qtbot: QtBot
) -> None:
    people(bridge, empty)
    bridge.apply(empty, Put(("raci", "t0", "R"), ("p0",)))
    bridge.apply(empty, Put(("raci", "t0", "A"), ("p1", "p2")))
    item = raci(open_page(empty, "raci"))
    rule = item.model.index(0, item.model.rule_column)
    qtbot.waitUntil(lambda: rule.data(FIX_ROLE) == "Fix", timeout=5000)
    assert rule.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Task 0, rules: Two A: choose one. Enter: Keep Role 1, consult the other"
    )
    item.grid.scrollTo(rule)
    link = fix_rect(item.grid.visualRect(rule), "Fix").center()
    QTest.mouseClick(item.grid.viewport(), Qt.MouseButton.LeftButton, pos=link)
    task = on_disk(empty).raci[0]
    assert (task.A, task.C) == (("p1",), ("p2",))
    assert not rule.data(FIX_ROLE), "what was found before is old"
    bridge.undo(empty)
    qtbot.waitUntil(lambda: rule.data(FIX_ROLE) == "Fix", timeout=5000)
    item.grid.stand(0, item.model.rule_column)
    QTest.keyClick(item.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: on_disk(empty).raci[0].A == ("p1",))


def test_a_row_follows_a_deliverable_to_its_new_name(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk, qtbot: QtBot
) -> None:
    people(bridge, empty, tasks=1)
    bridge.apply(empty, Put(("deliverables",), (Deliverable(id="d", name="Task 0"),)))
    item = raci(open_page(empty, "raci"))
    QTest.keyClick(item.grid, Qt.Key.Key_A)
    QTest.keyClick(item.grid, Qt.Key.Key_R, SHIFT)
    assert on_disk(empty).raci[0].about == ("d",), "it remembers what it is about"
    bridge.apply(empty, Put(("deliverables", "d", "name"), "Microsite"))
    rule = item.model.index(0, item.model.rule_column)
    qtbot.waitUntil(lambda: rule.data() == "Is called “Microsite” now", timeout=5000)
    item.grid.stand(0, item.model.rule_column)
    QTest.keyClick(item.grid, Qt.Key.Key_Return)
    assert on_disk(empty).raci[0].task == "Microsite"
    item.grid.rename(0)
    QTest.keyClicks(focused(), "Something of its own")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert on_disk(empty).raci[0].about == ()


def test_who_decides_is_said_under_the_table(open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    people(bridge, empty)
    final = Stage(id="f", name="Final sign-off", reviewer=("p2",), max_hours=48, on_timeout="escalate")
    bridge.apply(empty, Batch("Set", (Put(("raci", "t1", "A"), ("p1",)), Put(("approval",), (final,)))))
    page = open_page(empty, "raci")
    item = raci(page)
    item.grid.stand(1, 1)
    said = [each.text() for each in item.findChildren(QLabel)]
    assert "Task 1: Role 1 answers for it, Role 2 has the last word." in said


@contextmanager
def scrolling(page: CampaignPage) -> Iterator[QScrollArea]:
    """The page as a frame shows it, and out of it again."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(1000, 640)
    area.show()
    QApplication.processEvents()
    yield area
    area.takeWidget()
    area.hide()
    area.deleteLater()


def test_forty_rows_of_fifteen_people_stay_under_their_heads(
    open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    roles = tuple(Person(id=f"p{each}", role=f"Communications role {each}") for each in range(15))
    rows = tuple(Task(id=f"t{each}", task=f"Task {each}") for each in range(40))
    bridge.apply(empty, Batch("Set", (Put(("people",), roles), Put(("raci",), rows))))
    page = open_page(empty, "raci")
    with scrolling(page) as area:
        grid = raci(page).grid
        assert grid.verticalScrollBar().maximum() == 0, "only the page scrolls"
        area.activateWindow()
        QApplication.processEvents()
        grid.setFocus()
        for _ in range(40):
            QTest.keyClick(grid, Qt.Key.Key_Down)
        for _ in range(14):
            QTest.keyClick(grid, Qt.Key.Key_Right)
        here = grid.visualRect(grid.currentIndex())
        assert grid.currentIndex().row() == 39
        assert grid.viewport().rect().contains(here)
        assert here.left() >= grid.columnWidth(0), "not under the names that stay"
        assert here.right() <= grid.viewport().width() - grid.columnWidth(16), "nor under the rules"
        seen = area.viewport().rect()
        assert seen.contains(grid.viewport().mapTo(area.viewport(), here.center()))
        heads = grid.horizontalHeader()
        assert seen.contains(heads.mapTo(area.viewport(), heads.rect().center()))
        rules = [each for each in grid.findChildren(Frozen) if not each.isColumnHidden(16)]
        assert [each.geometry().right() for each in rules] == [grid.width() - 2]
        widths = {grid.columnWidth(column) for column in range(1, 16)}
        words = QFontMetrics(current().font(12, 500)).horizontalAdvance("Communications")
        assert min(widths) >= words, "no role is cut"


def test_a_page_that_moves_to_another_frame_takes_its_table_along(
    open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    people(bridge, empty, tasks=40)
    page = open_page(empty, "raci")
    with scrolling(page):
        QApplication.processEvents()
    with scrolling(page) as second:
        second.verticalScrollBar().setValue(500)
        heads = raci(page).grid.horizontalHeader()
        assert heads.mapTo(second.viewport(), heads.rect().topLeft()).y() >= 0


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_broken_rule_is_seen_however_many_roles_there_are(
    look: QApplication, open_page: OpenPage, bridge: Bridge, empty: str, scale: float
) -> None:
    apply_theme(look, Mode.LIGHT, scale)
    roles = tuple(Person(id=f"p{each}", role=f"Communications role {each}") for each in range(15))
    bridge.apply(empty, Batch("Set", (Put(("people",), roles), Put(("raci",), (Task(id="t", task="Page"),)))))
    page = open_page(empty, "raci")
    with scrolling(page) as area:
        area.resize(848, 500)
        QApplication.processEvents()
        grid = raci(page).grid
        rules = next(each for each in grid.findChildren(Frozen) if not each.isColumnHidden(16))
        assert rules.isVisible()
        assert rules.geometry().right() < grid.width()
        letters = grid.viewport().width() - grid.columnWidth(0) - grid.columnWidth(16)
        assert letters >= 4 * current().px(62), "and there is room for letters"


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Designer", ["Designer"]),
        ("Content lead", ["Content lead"]),
        ("Donaudampfschifffahrtskapitän of the northern workshops", ["Donau…", "of the…"]),
        ("One two three four five six seven", ["One two", "three…"]),
    ],
)
def test_the_beginning_of_a_role_is_read(look: QApplication, words: str, lines: list[str]) -> None:
    metrics = QFontMetrics(current().font(12, 500))
    room = metrics.horizontalAdvance("Content lead")
    found = lines_of(words, metrics, room)
    assert [each[:4] for each in found] == [each[:4] for each in lines]
    assert all(metrics.horizontalAdvance(each) <= room for each in found)


def test_a_long_name_of_a_task_is_told_whole(open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    name = "A window display with the opening hours of every shop"
    people(bridge, empty)
    bridge.apply(empty, Put(("raci",), (Task(id="t", task=name),)))
    model = raci(open_page(empty, "raci")).model
    assert name in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_without_roles_it_asks_for_them_first(open_page: OpenPage, empty: str) -> None:
    page = open_page(empty, "raci")
    asked: list[object] = []
    page.going.connect(asked.append)
    page.focus_first_open()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert [getattr(each, "page", "") for each in asked] == ["people"]


# --- stages ---
def test_the_usual_four_stages_for_a_start(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    page = open_page(empty, "stages")
    page.focus_first_open()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    chain = on_disk(empty).approval
    assert [stage.max_hours for stage in chain] == [24, 48, 48, 48]
    assert chain[-1].on_timeout == "escalate"
    bridge.undo(empty)
    assert on_disk(empty).approval == ()


def test_a_stage_is_filled_in_moved_and_deleted(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    page = open_page(empty, "stages")
    item = stages(page)
    item.begin()
    item.cards[0].focus_place((*item.cards[0].place, "name"))
    QTest.keyClick(focused(), Qt.Key.Key_End)
    QTest.keyClicks(focused(), "!")
    QTest.keyClick(focused(), Qt.Key.Key_Down, ALT)
    chain = on_disk(empty).approval
    assert [stage.name for stage in chain[:2]] == ["Strategic alignment", "Self-review!"]
    assert page.at == ("approval", chain[1].id, "name"), "the card that moved keeps the focus"
    said: list[tuple[object, ...]] = []
    page.said.connect(lambda *words: said.append(words))
    item.cards[1].menu().actions()[-1].trigger()
    assert [stage.name for stage in on_disk(empty).approval] == [
        "Strategic alignment",
        "Accuracy",
        "Final sign-off",
    ]
    assert page.isAncestorOf(focused())
    assert said[0][:2] == ("Stage deleted", "Undo")


def test_a_card_is_carried_by_the_mouse_to_anothers_place(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt's own drag waits for a real pointer; what it would bring is brought by hand."""
    item = stages(open_page(empty, "stages"))
    item.begin()
    carried: list[QMimeData] = []

    def exec_drag(drag: QDrag, _action: Qt.DropAction) -> Qt.DropAction:
        mime = drag.mimeData()
        carried.append(QMimeData())
        carried[0].setData(mime.formats()[0], mime.data(mime.formats()[0]))
        return Qt.DropAction.MoveAction

    monkeypatch.setattr(QDrag, "exec", exec_drag)
    first, third = item.cards[0], item.cards[2]
    at = QPoint(20, first.height() - 60)
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(first, at + QPoint(3, 0))
    assert not carried, "a click is not a drag"
    QTest.mouseMove(first, at + QPoint(60, 0))
    assert len(carried) == 1
    actions, buttons = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    here = QPointF(third.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(here, actions, carried[0], buttons, none)
    QApplication.sendEvent(third, entered)
    assert entered.isAccepted()
    assert third.property("target") is True
    QApplication.sendEvent(third, QDropEvent(here, actions, carried[0], buttons, none))
    assert third.property("target") is False
    names = [stage.name for stage in on_disk(empty).approval]
    assert names == ["Strategic alignment", "Accuracy", "Self-review", "Final sign-off"]
    assert first.isAncestorOf(focused()), "the card that was carried has the focus"
    bridge.undo(empty)
    assert on_disk(empty).approval[0].name == "Self-review"


def test_the_foot_says_and_sets_time_and_what_happens_then(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    page = open_page(empty, "stages")
    item = stages(page)
    item.begin()
    foot = item.cards[1].foot
    assert foot.accessibleName() == "48 hours, then moves forward"

    def choose(words: str) -> None:
        menu = foot.menu_of_stage()
        next(each for each in menu.actions() if each.text() == words).trigger()
        menu.deleteLater()

    choose("72 hours")
    choose("Then reminds daily")
    choose("If applicable")
    choose("At the same time as the one before")
    stage = on_disk(empty).approval[1]
    assert (stage.max_hours, stage.on_timeout, stage.if_applicable, stage.parallel) == (
        72,
        "escalate",
        True,
        True,
    )
    assert foot.accessibleName() == "72 hours, then reminds daily"
    QApplication.processEvents()
    said = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert "If applicable. At the same time as the one before" in said
    assert "Longest wait: 7 business days" in said, "the two share the longer window"
    first = item.cards[0].foot.menu_of_stage()
    together = next(each for each in first.actions() if each.text().startswith("At the same"))
    assert not together.isEnabled(), "there is none before the first"
    first.deleteLater()


def test_enter_opens_the_menu_of_the_foot(open_page: OpenPage, empty: str, on_disk: Disk) -> None:
    item = stages(open_page(empty, "stages"))
    item.begin()
    foot = item.cards[0].foot
    foot.setFocus()
    QTest.keyClick(foot, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(2):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert on_disk(empty).approval[0].max_hours == 48


def test_another_time_is_typed(open_page: OpenPage, empty: str, on_disk: Disk) -> None:
    item = stages(open_page(empty, "stages"))
    item.begin()
    item.cards[0].foot.ask_hours()
    line = item.cards[0].foot.findChild(NumberField)
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "36")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert on_disk(empty).approval[0].max_hours == 36


def test_alt_and_an_arrow_moves_the_card_also_sideways(
    open_page: OpenPage, empty: str, on_disk: Disk
) -> None:
    item = stages(open_page(empty, "stages"))
    item.begin()
    item.cards[0].focus_place((*item.cards[0].place, "name"))
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Left, ALT)
    override.ignore()
    QApplication.sendEvent(item.cards[0], override)
    assert override.isAccepted(), "in a card Alt and an arrow is the card's"
    QTest.keyClick(focused(), Qt.Key.Key_Right, ALT)
    assert on_disk(empty).approval[1].name == "Self-review"
    QTest.keyClick(focused(), Qt.Key.Key_Left, ALT)
    assert on_disk(empty).approval[0].name == "Self-review"


def test_a_card_says_its_warning_and_mends_it_in_one_step(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk, qtbot: QtBot
) -> None:
    people(bridge, empty)
    page = open_page(empty, "stages")
    item = stages(page)
    item.begin()
    place = (*item.cards[1].place, "reviewer")
    bridge.apply(empty, Put(place, ("p0", "p1", "p2")))
    line = item.cards[1].findChild(FindingLine)
    assert line is not None
    qtbot.waitUntil(lambda: line.message == "Three reviewers slow this stage.", timeout=5000)
    assert "Keep one, consult two" in item.cards[1].accessibleDescription()
    line.acted.emit()
    campaign = on_disk(empty)
    assert campaign.approval[1].reviewer == ("p0",)
    assert all(task.C == ("p1", "p2") for task in campaign.raci)
    bridge.undo(empty)
    assert on_disk(empty).approval[1].reviewer == ("p0", "p1", "p2")
    assert all(task.C == () for task in on_disk(empty).raci)


def test_one_person_decides(open_page: OpenPage, bridge: Bridge, empty: str, qtbot: QtBot) -> None:
    people(bridge, empty)
    item = stages(open_page(empty, "stages"))
    item.begin()
    bridge.apply(empty, Put((*item.cards[3].place, "reviewer"), ("p0",)))
    line = item.cards[3].findChild(FindingLine)
    assert line is not None
    qtbot.waitUntil(lambda: line.message == "One person decides", timeout=5000)


def test_cards_stand_below_each_other_where_it_is_narrow(
    open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    page = open_page(empty, "stages")
    item = stages(page)
    item.begin()
    tops = []
    for wide in (1200, 320):
        page.resize(wide, 900)
        QApplication.processEvents()
        tops.append(len({card.y() for card in item.cards}))
    assert tops == [1, 4]


def test_a_new_role_where_it_is_needed(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    page = open_page(empty, "stages")
    item = stages(page)
    item.begin()
    place = (*item.cards[0].place, "reviewer")
    add_role(page.pen, place, "Strategist", several=True)
    campaign = on_disk(empty)
    assert [person.role for person in campaign.people] == ["Strategist"]
    assert campaign.approval[0].reviewer == (campaign.people[0].id,)
    add_role(page.pen, (*item.cards[1].place, "reviewer"), "strategist", several=True)
    assert len(on_disk(empty).people) == 1, "the same role is not made twice"
    bridge.undo(empty)
    bridge.undo(empty)
    assert on_disk(empty).people == ()


def test_tab_goes_through_the_cards_as_they_stand(
    open_page: OpenPage, bridge: Bridge, empty: str, qtbot: QtBot
) -> None:
    people(bridge, empty)
    page = open_page(empty, "stages")
    item = stages(page)
    item.begin()
    item.add()
    bridge.apply(empty, Put((*item.cards[0].place, "reviewer"), ("p0",)))
    line = item.cards[2].findChild(FindingLine)
    assert line is not None
    qtbot.waitUntil(line.isVisible, timeout=5000)
    cards = [at for stop in stops(page) for at, card in enumerate(item.cards) if card.isAncestorOf(stop)]
    assert cards == sorted(cards)
    assert set(cards) == {0, 1, 2, 3, 4}
    assert cards.count(0) == 5, "name, purpose, the reviewer, one more, the foot"


def test_without_tasks_the_focus_is_on_what_brings_them(
    open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    bridge.apply(empty, Put(("people",), (Person(id="p", role="Writer"),)))
    bridge.apply(
        empty, Put(("deliverables",), tuple(Deliverable(id=each, name=f"Piece {each}") for each in "ab"))
    )
    page = open_page(empty, "raci")
    page.focus_first_open()
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    assert focused.isVisible()
    assert focused.text().startswith("Add all")
