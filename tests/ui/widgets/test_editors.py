"""What an editor tells, the reader of campaign files takes back."""

import pytest
from pytestqt.qtbot import QtBot

from app.campaign import TEMPLATE, Brand, Campaign, Client
from app.campaign_file import read_campaign, write_campaign
from app.field import Field, Kind
from app.place import put
from ui.widgets.colour import ColourField
from ui.widgets.editors import editor_for
from ui.widgets.number import NumberField
from ui.widgets.text import LineField


def typed(qtbot: QtBot, field: Field, words: str) -> tuple[list[object], list[str]]:
    """What the editor tells, and what it says."""
    editor = editor_for(field)
    qtbot.addWidget(editor.widget)
    told: list[object] = []
    said: list[str] = []
    editor.edited.connect(told.append)
    editor.refused.connect(said.append)
    assert isinstance(editor.widget, LineField)
    qtbot.keyClicks(editor.widget, words)
    editor.widget.editingFinished.emit()
    return told, [each for each in said if each]


def of_kind(kind: Kind) -> Field:
    return next(field for _, field in TEMPLATE.walk() if field.kind is kind)


@pytest.mark.parametrize(
    ("words", "told"),
    [("0b5", ["#00BB55"]), ("#0B5D5B", ["#0B5D5B"]), ("blue", []), ("#12345", []), ("12345g", [])],
)
def test_a_colour_is_told_when_it_is_one(qtbot: QtBot, words: str, told: list[object]) -> None:
    found, said = typed(qtbot, of_kind(Kind.COLOUR), words)
    assert found == told
    assert bool(said) is not bool(told)
    for colour in found:
        campaign = put(
            Campaign(title="x", client=Client(brand=Brand())), ("client", "brand", "primary_color"), colour
        )
        assert read_campaign(write_campaign(campaign)).client.brand.primary_color == colour


@pytest.mark.parametrize(
    ("words", "told"),
    [("240", [240]), ("100000", [100_000]), ("100001", []), ("-1", []), ("9" * 5000, []), ("many", [])],
)
def test_a_number_is_told_when_the_file_takes_it(qtbot: QtBot, words: str, told: list[object]) -> None:
    found, said = typed(qtbot, of_kind(Kind.NUMBER), words)
    assert found == told
    assert bool(said) is not bool(told)


def test_a_colour_that_is_shown_is_not_told(qtbot: QtBot) -> None:
    field = ColourField()
    qtbot.addWidget(field)
    told: list[str] = []
    field.coloured.connect(told.append)
    field.show_colour("#0B5D5B")
    field.editingFinished.emit()
    assert (field.colour(), told) == ("#0B5D5B", [])


def test_up_and_down_stay_within(qtbot: QtBot) -> None:
    field = NumberField(least=1, most=2)
    qtbot.addWidget(field)
    field._count(3)
    assert field.number() == 2
