"""A file that somebody else wrote or marked up is asked about before an export takes its place: one file or a whole set."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Client
from app.field import Pack
from exporters.delivery import Occupied, Taken
from tests.ui.documents.conftest import Opening, Person, settled
from tests.ui.documents.test_batch import Opened, finished, sheet
from tests.ui.paper.desk import winter
from ui.bridge import Bridge
from ui.documents.occupied import Elsewhere, ask_occupied
from ui.trouble import Trouble

__all__ = ["sheet"]

THEIRS = b"marked up by the client"


def inside(folder: Path | None) -> dict[str, bytes]:
    assert folder is not None
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_its_own_files_are_replaced_without_a_question(opened: Opening, person: Person, qtbot: QtBot) -> None:
    view = opened(winter())
    for _ in range(2):
        with qtbot.waitSignal(view.said, timeout=30_000):
            view.export.all.click()
        settled(view, qtbot)
    assert person.asked == []


@pytest.mark.parametrize("formats", [("pdf",), ("pdf", "docx", "md", "ics", "csv", "json", "zip")])
def test_a_whole_set_is_asked_about_once(
    formats: tuple[str, ...], opened: Opening, person: Person, qtbot: QtBot
) -> None:
    view = opened(winter())
    view.export.formats.show_value(formats)
    with qtbot.waitSignal(view.said, timeout=60_000):
        view.export.all.click()
    settled(view, qtbot)
    first = inside(person.to)
    assert person.to is not None
    for name in first:
        (person.to / name).write_bytes(THEIRS)
    person.about_taken = [None]
    view.export.all.click()
    settled(view, qtbot)
    assert set(inside(person.to).values()) == {THEIRS}
    assert len(person.asked) == 1
    person.about_taken = [Taken.BESIDE]
    with qtbot.waitSignal(view.said, timeout=60_000):
        view.export.all.click()
    settled(view, qtbot)
    after = inside(person.to)
    assert {name: after[name] for name in first} == dict.fromkeys(first, THEIRS)
    assert len(after) == 2 * len(first)
    assert sum(" (2)." in name for name in after) == len(first)
    person.about_taken = [Taken.REPLACE]
    with qtbot.waitSignal(view.said, timeout=60_000):
        view.export.all.click()
    settled(view, qtbot)
    assert THEIRS not in inside(person.to).values()


def test_another_folder_is_asked_for(
    opened: Opening, person: Person, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = opened(winter())
    with qtbot.waitSignal(view.said, timeout=30_000):
        view.export.one.click()
    settled(view, qtbot)
    assert person.to is not None
    (name,) = [name for name in inside(person.to) if name.endswith(".pdf")]
    (person.to / name).write_bytes(THEIRS)
    before = person.to
    answers = iter([before, tmp_path / "elsewhere"])
    monkeypatch.setattr(person, "folder", lambda _parent: next(answers))
    person.about_taken = [Elsewhere.ANOTHER_FOLDER]
    with qtbot.waitSignal(view.said, timeout=30_000):
        view.export.one.click()
    settled(view, qtbot)
    assert f"“{name}” is already there" in person.asked[0]
    assert (before / name).read_bytes() == THEIRS
    assert name in inside(tmp_path / "elsewhere")


@pytest.mark.parametrize("answer", [None, Taken.BESIDE, Taken.REPLACE])
def test_several_campaigns_are_asked_about_once(
    answer: Taken | None, sheet: Opened, bridge: Bridge, person: Person, qtbot: QtBot
) -> None:
    ids = [
        bridge.add(Campaign(title=title, client=Client(name="Oatmoor Vets")))
        for title in ("Spring", "Autumn")
    ]
    shown = sheet(*ids)
    shown.start()
    finished(shown, qtbot)
    first = inside(person.to)
    assert person.to is not None
    spoiled = sorted(first)[-1]
    (person.to / spoiled).write_bytes(THEIRS)
    (person.to / sorted(first)[0]).unlink()
    person.about_taken = [answer]
    shown.start()
    finished(shown, qtbot)
    assert len(person.asked) == 1
    after = inside(person.to)
    assert (after[spoiled] == THEIRS) is (answer is not Taken.REPLACE)
    assert len(after) == len(first) + {None: -1, Taken.BESIDE: 1, Taken.REPLACE: 0}[answer]
    assert shown.told == ([] if answer is None else ["Exported 2 campaigns."])
    shown.close()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Keep both", Taken.BESIDE),
        ("Replace", Taken.REPLACE),
        ("Another folder…", Elsewhere.ANOTHER_FOLDER),
        ("Cancel", None),
    ],
)
def test_the_question_as_it_is_asked(
    words: str, meant: Taken | Elsewhere | None, look: QApplication, qtbot: QtBot
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    texts: list[str] = []
    press = _pressing(words, texts)
    QTimer.singleShot(0, press)
    error = Occupied(tuple(Path("out") / f"brief-{number}.pdf" for number in range(5)))
    assert ask_occupied(host, error) is meant
    assert "“brief-0.pdf”, “brief-1.pdf”, “brief-2.pdf” and 2 more are already there" in texts[0]
    assert "“brief-0 (2).pdf”" in texts[0]


def _pressing(words: str, texts: list[str]) -> Callable[[], None]:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Trouble):
            QTimer.singleShot(20, press)
            return
        texts.append(dialog.text())
        next(each for each in dialog.findChildren(QPushButton) if each.text() == words).click()

    return press


def test_a_vendors_pack_is_asked_about_too(opened: Opening, person: Person, qtbot: QtBot) -> None:
    view = opened(winter())
    assert Pack.VENDOR in view.tabs.kinds
    view.tabs.show_kind(Pack.VENDOR)
    settled(view, qtbot)
    view.export.formats.show_value(("zip",))
    with qtbot.waitSignal(view.said, timeout=30_000):
        view.export_documents((Pack.VENDOR,))
    settled(view, qtbot)
    assert person.to is not None
    (name,) = inside(person.to)
    (person.to / name).write_bytes(THEIRS)
    person.about_taken = [None]
    view.export_documents((Pack.VENDOR,))
    settled(view, qtbot)
    assert name in person.asked[0]
    assert inside(person.to) == {name: THEIRS}
