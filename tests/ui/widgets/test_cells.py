"""Cells in words and back."""

from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calling import Roll
from app.campaign import Deliverable, Milestone, Spec
from app.field import Field, Kind, fields_of
from ui.widgets.cells import (
    WRITABLE,
    Known,
    columns_of,
    emptied,
    is_blank,
    pieces_of,
    read_cell,
    rows_from_text,
    words_of,
)
from ui.widgets.read_line import Unreadable

TODAY = date(2026, 10, 1)
ROLES = (("writer", "Content lead"), ("web", "Web developer"))
TABLE = {field.key: field for field in fields_of(Deliverable)}


def _known(*, closed: bool = False) -> Known:
    numbers = count(1)

    def fresh() -> str:
        return f"n{next(numbers)}"

    return Known(Roll(ROLES, None if closed else fresh), TODAY, fresh)


def _read(field: Field, text: str) -> object:
    return read_cell(field, text, _known())


def test_columns_are_those_of_the_printed_table() -> None:
    assert [field.key for field in columns_of(Deliverable)] == ["name", "specs", "owner", "due"]


def test_words_and_back() -> None:
    assert words_of(TABLE["owner"], "writer", ROLES) == "Content lead"
    assert _read(TABLE["owner"], "content LEAD") == "writer"
    assert words_of(TABLE["due"], date(2026, 11, 9), today=TODAY) == "9 Nov"
    assert words_of(TABLE["due"], date(2027, 1, 9), today=TODAY) == "9 Jan 2027"
    assert _read(TABLE["due"], "9 Nov") == date(2026, 11, 9)
    specs = (Spec("a", "Words", "1,200"), Spec("b", "", "3 examples"))
    assert pieces_of(TABLE["specs"], specs) == ["Words: 1,200", "3 examples"]
    assert words_of(TABLE["specs"], specs) == "Words: 1,200, 3 examples"
    assert _read(TABLE["specs"], "Words: 1,200; 3 examples") == (
        Spec("n1", "Words", "1,200"),
        Spec("n2", "", "3 examples"),
    )
    assert _read(TABLE["name"], " two\nlines ") == "two lines"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("owner", "Nobody we know"),
        ("due", "soon"),
        ("lead_days", "soon"),
        ("rounds", "1 week"),
        ("rounds", "-1"),
    ],
)
def test_what_cannot_be_read_is_refused(key: str, text: str) -> None:
    with pytest.raises(Unreadable):
        read_cell(TABLE[key], text, _known(closed=True))


def test_weeks_are_business_days_where_those_are_asked() -> None:
    assert _read(TABLE["lead_days"], "1 week") == 5
    assert _read(TABLE["lead_days"], "1,200") == 1200


def test_who_is_not_there_yet_is_taken_in() -> None:
    known = _known()
    assert read_cell(TABLE["owner"], "Designer", known) == "n1"
    assert read_cell(TABLE["owner"], " designer ", known) == "n1"
    assert read_cell(TABLE["owner"], "–", known) == ""
    assert known.roll.made == {"n1": "Designer"}


@pytest.mark.parametrize("kind", WRITABLE)
def test_an_emptied_cell_is_blank(kind: Kind) -> None:
    field = Field("x", kind, "X", choices=(("", "Not yet"), ("a", "A")))
    if kind is not Kind.FLAG:
        assert is_blank(emptied(field))
    assert read_cell(field, "  ", _known()) == emptied(field)


def test_a_spreadsheet_becomes_rows() -> None:
    text = "Blog post\tWords: 900\tContent lead\t9 Nov\r\nReel\t\tSomebody\tsoon\r\n"
    pasted = rows_from_text(text, Deliverable, columns_of(Deliverable), _known())
    rows = pasted.rows
    assert [row.name for row in rows] == ["Blog post", "Reel"]
    assert rows[0].due == date(2026, 11, 9)
    assert rows[0].specs[0].value == "900"
    assert pasted.unread == ("“soon” (Due)",)
    assert [words for _, words in pasted.made] == ["Somebody"]
    assert rows[1].owner == pasted.made[0][0]
    assert len({row.id for row in rows}) == 2


@given(st.text(max_size=200))
def test_anything_on_the_clipboard_becomes_rows_or_is_named(text: str) -> None:
    pasted = rows_from_text(text, Milestone, columns_of(Milestone), _known())
    assert all(row != Milestone(id=row.id) for row in pasted.rows)
    if len(text.split()) == 1 and text.split()[0].casefold() not in ("milestone", "name"):
        assert pasted.rows or pasted.unread or "\0" in text
