"""The packs on the Documents screen: for whom, what goes in, what stays, what a stranger would ask, and the way out."""

import zipfile
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Deliverable, Person, Vendor
from app.change import Put
from app.field import Doc, Pack
from tests.ui.documents.conftest import Opening, settled
from tests.ui.documents.conftest import Person as Somebody
from tests.ui.paper.desk import winter
from ui.bridge import Bridge
from ui.documents.briefing import Briefing
from ui.documents.formats import Formats
from ui.documents.shelf import shelf
from ui.documents.stranger_panel import StrangerPanel
from ui.documents.view import DocumentsView
from ui.where import Screen, Where, at

TWO = Campaign(
    title="Autumn open days",
    execution="external",
    people=(
        Person(id="printer", role="Printer", side="vendor"),
        Person(id="filmer", role="Film maker", name="Ada", side="vendor"),
    ),
    deliverables=(
        Deliverable(id="d1", name="Poster", owner="printer"),
        Deliverable(id="d2", name="Teaser", owner="filmer"),
    ),
    vendor=Vendor(background="Ask Maria before anything is printed."),
)


def only(bridge: Bridge) -> str:
    return bridge.rows()[0].id


def press(widget: QWidget, words: str) -> None:
    """The button that is called so, with the keyboard."""
    button = next(
        each for each in widget.findChildren(QPushButton) if each.accessibleName().startswith(words)
    )
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)


def to(view: DocumentsView, kind: Pack, qtbot: QtBot) -> None:
    view.tabs.setCurrentIndex([*Doc, *Pack].index(kind))
    settled(view, qtbot)


# --- tabs --------------------------------------------------------------------------------------------------------
def test_packs_have_tabs_where_somebody_could_receive_them() -> None:
    assert shelf(Campaign(title="Autumn")) == tuple(Doc)
    assert shelf(Campaign(execution="internal")) == (*Doc, Pack.INTERNAL)
    assert shelf(Campaign(execution="external")) == (*Doc, Pack.VENDOR)
    assert shelf(winter()) == (*Doc, *Pack)


def test_a_tab_comes_with_the_choice_who_executes(opened: Opening, bridge: Bridge, qtbot: QtBot) -> None:
    view = opened(Campaign(title="Autumn open days"))
    assert view.tabs.kinds == tuple(Doc)
    bridge.apply(only(bridge), Put(("execution",), "external"))
    settled(view, qtbot)
    assert view.tabs.kinds == (*Doc, Pack.VENDOR)
    to(view, Pack.VENDOR, qtbot)
    bridge.apply(only(bridge), Put(("execution",), ""))
    settled(view, qtbot)
    assert view.kind is Doc.BRIEF
    assert view.tabs.kinds == tuple(Doc)


def test_the_pages_of_a_pack_are_those_of_its_file(opened: Opening, person: Somebody, qtbot: QtBot) -> None:
    view = opened(winter())
    to(view, Pack.INTERNAL, qtbot)
    assert view.tabs.words(Pack.INTERNAL) == f"Internal pack {view.pages.count} pages"
    view.export.formats.boxes["zip"].setChecked(False)
    choose(view.export.formats, "PDF")
    assert view.export.about == f"One PDF with everything, {view.pages.count} pages."
    with qtbot.waitSignal(view.said, timeout=30_000) as caught:
        view.export.one.click()
    assert caught.args[0] == "Exported 1 document."
    assert person.to is not None
    assert [
        path.name.endswith("internal-handoff-pack-complete-v1.0.pdf") for path in person.to.iterdir()
    ] == [True]


def test_few_words_where_there_is_little_room(opened: Opening, qtbot: QtBot) -> None:
    view = opened(winter())
    wide = view.tabs.sizeHint().width()
    view.resize(760, 640)
    qtbot.waitUntil(lambda: view.tabs.sizeHint().width() < wide)
    assert view.tabs.accessibleTabName(4).startswith("Vendor pack, ")


# --- what goes in ------------------------------------------------------------------------------------------------
def test_each_part_says_its_page_and_leads_there(opened: Opening, qtbot: QtBot) -> None:
    view = opened(winter())
    to(view, Pack.VENDOR, qtbot)
    words = view.column.contents.words
    assert words[0] == "Background and audience: page 1"
    assert [each.partition(":")[0] for each in words] == [
        "Background and audience",
        "Brand guidelines",
        "One point of contact",
        "Dates and milestones",
        "Reviews and revisions",
        "How we communicate",
        "Specification",
        "Who does what",
    ]
    assert not [each for each in words if "missing" in each or "not in it" in each]
    press(view.column.contents, "How we communicate: page")
    assert view.pages.page_shown() > 0


def test_what_is_missing_leads_to_its_field(opened: Opening, bridge: Bridge, qtbot: QtBot) -> None:
    view = opened(TWO)
    to(view, Pack.VENDOR, qtbot)
    assert "One point of contact: missing" in view.column.contents.words
    with qtbot.waitSignal(view.going) as caught:
        press(view.column.contents, "One point of contact")
    assert caught.args == [at(only(bridge), ("vendor", "contact"))]


def test_the_success_criteria_go_in_when_they_are_ticked(
    opened: Opening, person: Somebody, qtbot: QtBot
) -> None:
    view = opened(winter())
    to(view, Pack.VENDOR, qtbot)
    count = view.pages.count
    view.column.contents.criteria.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.column.contents.criteria, Qt.Key.Key_Space)
    settled(view, qtbot)
    assert view.pages.count > count
    with qtbot.waitSignal(view.said, timeout=60_000):
        view.export.one.click()
    assert person.to is not None
    with zipfile.ZipFile(next(person.to.glob("*.zip"))) as packed:
        criteria = [name for name in packed.namelist() if "success-criteria" in name]
        readme = packed.read("README.txt").decode()
    assert len(criteria) == 2
    assert "Success Criteria Definition" in readme


def test_each_vendor_has_a_pack(opened: Opening, person: Somebody, qtbot: QtBot) -> None:
    view = opened(TWO)
    to(view, Pack.VENDOR, qtbot)
    choice = view.column.receiver.vendors
    assert [choice.itemText(at) for at in range(choice.count())] == ["Printer", "Film maker"]
    assert choice.value() == "printer"
    theirs = {each.place for each in view.pages.landings}
    assert ("deliverables", "d1") in theirs
    assert ("deliverables", "d2") not in theirs
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    choice.activated.emit(choice.currentIndex())
    settled(view, qtbot)
    theirs = {each.place for each in view.pages.landings}
    assert ("deliverables", "d2") in theirs
    assert ("deliverables", "d1") not in theirs
    with qtbot.waitSignal(view.said, timeout=30_000):
        view.export.one.click()
    assert person.to is not None
    assert ["for-film-maker" in path.name for path in person.to.iterdir()] == [True]


def test_all_is_a_pack_for_each_vendor(opened: Opening, person: Somebody, qtbot: QtBot) -> None:
    view = opened(TWO)
    to(view, Pack.VENDOR, qtbot)
    with qtbot.waitSignal(view.said, timeout=60_000) as caught:
        view.export.all.click()
    assert person.to is not None
    assert caught.args[0] == "Exported 3 files."
    names = sorted(path.name for path in person.to.iterdir())
    assert [
        sum(words in name for name in names) for words in ("documents", "for-printer", "for-film-maker")
    ] == [1, 1, 1]


# --- what stays --------------------------------------------------------------------------------------------------
def test_something_is_shared_and_kept_again_by_keyboard_and_by_undo(
    opened: Opening, bridge: Bridge, qtbot: QtBot
) -> None:
    view = opened(winter())
    to(view, Pack.VENDOR, qtbot)
    panel = view.column.left_out
    assert panel.words.startswith(
        "Competitive landscape, quantitative metrics, your team’s own standards and "
    )
    press(panel, "Choose what is shared")
    box = panel.boxes[("context", "competitive_landscape")]
    assert box.accessibleName() == "Share with vendors: Competitive landscape"
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert bridge.campaign(only(bridge)).shared == ("context.competitive_landscape",)
    settled(view, qtbot)
    assert panel.boxes[("context", "competitive_landscape")] is box
    assert panel.words.startswith("Quantitative metrics, ")
    bridge.undo(only(bridge))
    settled(view, qtbot)
    assert not box.isChecked()
    assert bridge.campaign(only(bridge)).shared == ()


def test_what_is_kept_is_in_no_file_for_the_vendor(opened: Opening, person: Somebody, qtbot: QtBot) -> None:
    secret = "zanzibar quarry"
    campaign = winter()
    view = opened(replace(campaign, context=replace(campaign.context, competitive_landscape=secret)))
    to(view, Pack.VENDOR, qtbot)
    view.export.formats.show_value(("md", "ics", "csv", "json", "zip"))
    assert "json" not in view.export.formats.value()
    with qtbot.waitSignal(view.said, timeout=60_000):
        view.export.one.click()
    assert person.to is not None
    texts = [path.read_bytes() for path in person.to.iterdir() if path.suffix != ".zip"]
    with zipfile.ZipFile(next(person.to.glob("*.zip"))) as packed:
        assert not [name for name in packed.namelist() if "campaign.json" in name]
        texts += [packed.read(name) for name in packed.namelist()]
    assert texts
    assert not [text for text in texts if secret.encode() in text]


# --- the stranger and the call -----------------------------------------------------------------------------------
def test_the_questions_of_a_stranger_lead_to_their_places(
    opened: Opening, bridge: Bridge, qtbot: QtBot
) -> None:
    view = opened(TWO)
    to(view, Pack.VENDOR, qtbot)
    panel = view.column.stranger
    assert "questions" in panel.heading.text()
    press(panel, "Show all")
    assert any("Maria" in each for each in panel.shown)
    with qtbot.waitSignal(view.going) as caught:
        press(panel, "Go to Working together")
    assert caught.args[0].place[0] == "vendor"


def test_nothing_is_claimed_of_a_stranger_before_the_pack_is_read(qtbot: QtBot, look: object) -> None:
    panel = StrangerPanel()
    qtbot.addWidget(panel)
    assert panel.heading.text() == "What would a stranger ask?"
    panel.show_briefing(Briefing((), ()))
    assert panel.heading.text() == "A stranger has nothing to ask"


def test_the_call_says_when_it_is_or_what_is_not_fixed(
    opened: Opening, bridge: Bridge, person: Somebody, qtbot: QtBot
) -> None:
    view = opened(winter())
    to(view, Pack.VENDOR, qtbot)
    panel = view.column.kickoff
    assert panel.heading.text() == "Kickoff call is planned"
    assert panel.words == "Tue 13 Oct, 10:00, 30 minutes"
    panel.agenda.click()
    assert view.pages.page_shown() > 0
    with qtbot.waitSignal(view.said, timeout=30_000) as caught:
        panel.calendar.click()
    assert caught.args[0] == "Exported 1 file."
    assert person.to is not None
    assert [path.suffix for path in person.to.iterdir()] == [".ics"]
    bridge.apply(only(bridge), Put(("kickoff", "time"), ""))
    settled(view, qtbot)
    assert panel.heading.text() == "Kickoff call is not fixed yet"
    with qtbot.waitSignal(view.going) as going:
        press(panel, "Set the time")
    assert going.args == [at(only(bridge), ("kickoff", "time"))]


def test_the_pack_can_be_gone_to(opened: Opening, bridge: Bridge, qtbot: QtBot) -> None:
    view = opened(winter())
    view.arrive(Where(Screen.DOCUMENTS, only(bridge), Pack.VENDOR.value))
    settled(view, qtbot)
    assert view.kind is Pack.VENDOR
    assert view.gaps.isHidden()
    assert view.export.one.accessibleName() == "Export vendor pack"


# --- formats -----------------------------------------------------------------------------------------------------
def choose(formats: Formats, words: str) -> None:
    """Press one of PDF, Word and Both."""
    button = next(each for each in formats.main.findChildren(QToolButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_a_format_nothing_can_be_exported(opened: Opening) -> None:
    export = opened(Campaign(title="Autumn open days")).export
    choose(export.formats, "PDF")
    assert not export.one.isEnabled()
    assert export.about == "Choose a format first"
    choose(export.formats, "Word")
    assert export.one.isEnabled()


def test_both_is_remembered_by_the_computer(opened: Opening) -> None:
    formats = opened(winter()).export.formats
    choose(formats, "Both")
    assert formats.value() == ("pdf", "docx")
    again = Formats(kept="formats")
    assert again.value() == ("pdf", "docx")
    assert again.main.value() == "both"
    again.deleteLater()


def test_more_formats_and_the_columns_of_the_task_list(
    opened: Opening, person: Somebody, qtbot: QtBot
) -> None:
    view = opened(winter())
    formats = view.export.formats
    assert formats.boxes["csv"].isHidden()
    press(formats, "More formats")
    assert not formats.boxes["csv"].isHidden()
    assert not formats.form.isVisible()
    formats.boxes["csv"].setChecked(True)
    assert formats.form.isVisible()
    formats.form.show_value("jira")
    formats.boxes["json"].setChecked(True)
    with qtbot.waitSignal(view.said, timeout=30_000) as caught:
        view.export.one.click()
    assert caught.args[0] == "Exported 3 files."
    assert person.to is not None
    names = sorted(path.name for path in person.to.iterdir())
    assert [name.rpartition(".")[2] for name in names] == ["json", "pdf", "csv"]
    assert "tasks-jira" in names[2]


def test_packs_remember_their_formats_apart(opened: Opening, qtbot: QtBot) -> None:
    view = opened(winter())
    assert view.export.formats.value() == ("pdf",)
    to(view, Pack.VENDOR, qtbot)
    assert view.export.formats.value() == ("zip",)
    choose(view.export.formats, "PDF")
    view.tabs.setCurrentIndex(0)
    assert view.export.formats.value() == ("pdf",)
