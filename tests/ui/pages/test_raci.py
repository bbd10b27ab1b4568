"""The RACI table and the approval stages under the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.campaign import Campaign, Deliverable, Person, Task
from app.change import Batch, Put
from app.raci import broken
from tests.ui.pages.conftest import OpenPage
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage
from ui.pages.raci_item import RaciItem
from ui.pages.roles import add_role
from ui.pages.stages_item import StagesItem
from ui.widgets.button import Button

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
