"""Much text, many rows, every script: shown, edited and written without losing a letter."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Distribution, Line, Person, Task
from app.change import Batch, Put
from app.pages import page as page_of_key
from app.text import MOST
from tests.ui.pages.conftest import OpenPage
from tests.ui.pages.test_typing import OBJECTIVE, text_of
from ui.bridge import Bridge
from ui.pages.field_item import FieldItem

SCRIPTS = "Ärger 日本語 العربية עברית हिन्दी ไทย 👩‍🚀 Zażółć ﬁ <b>&amp;</b>"
type Disk = Callable[[str], Campaign]


def test_a_megabyte_of_text_is_kept_and_its_finding_makes_it_writable(
    qtbot: QtBot, open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    text = "A long sentence about winter. " * 35_000
    bridge.apply(empty, Put(OBJECTIVE, text))
    page = open_page(empty, "why")
    page.focus_place(OBJECTIVE)
    field = text_of(page, OBJECTIVE)
    QTest.keyClicks(field, "!")
    page.flush()
    assert on_disk(empty).strategy.objective == text
    item = page.item_at(OBJECTIVE)
    assert isinstance(item, FieldItem)
    qtbot.waitUntil(lambda: "1,050,000 characters" in item.answer.finding.message)
    page.pen.take(next(each for each in bridge.findings(empty) if each.rule == "wording.too-long"))
    qtbot.waitUntil(lambda: on_disk(empty).strategy.objective == text[:MOST])
    QTest.keyClicks(field, "!")
    page.focus_place(("strategy", "audience"))
    assert on_disk(empty).strategy.objective.replace("!", "") == text[:MOST]
    assert "!" in on_disk(empty).strategy.objective


@pytest.mark.parametrize("key", ["distribution", "technical", "raci"])
def test_three_hundred_rows(open_page: OpenPage, bridge: Bridge, empty: str, key: str) -> None:
    numbers = range(300)
    bridge.apply(
        empty,
        Batch(
            "Many",
            (
                Put(("people",), tuple(Person(id=f"p{each}", role=f"Role {each}") for each in range(12))),
                Put(
                    ("distribution",),
                    tuple(Distribution(id=f"d{each}", channel=f"C {each}") for each in numbers),
                ),
                Put(
                    ("technical_requirements",),
                    tuple(Line(id=f"l{each}", text=f"L {each}") for each in numbers),
                ),
                Put(("raci",), tuple(Task(id=f"t{each}", task=f"T {each}") for each in numbers)),
            ),
        ),
    )
    page = open_page(empty, key)
    place = page_of_key(key).items[0]
    last = {"distribution": "d299", "technical": "l299", "raci": "t299"}[key]
    page.focus_place((*place, last))
    assert page.at[:2] == (*place, last)


def test_every_script_goes_through_the_file(open_page: OpenPage, empty: str, on_disk: Disk) -> None:
    page = open_page(empty, "why")
    field = text_of(page, OBJECTIVE)
    field.insertPlainText(SCRIPTS)
    page.flush()
    assert on_disk(empty).strategy.objective == SCRIPTS
    page.refresh(())
    assert field.value() == SCRIPTS


def test_keys_that_wait_for_a_long_text_are_letters_when_the_field_is_left(
    open_page: OpenPage, empty: str
) -> None:
    page = open_page(empty, "why")
    page.focus_place(OBJECTIVE)
    field = text_of(page, OBJECTIVE)
    field.show_value("A long sentence. " * (MOST // 20))
    QTest.keyClicks(field, "!")
    assert "!" not in field.value()
    page.focus_place(("strategy", "audience"))
    assert "!" in field.value()
