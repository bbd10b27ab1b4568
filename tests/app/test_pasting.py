"""Which field a pasted cell answers, whom words name, and how many days they say."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.amounts import business_days
from app.calling import Roll, called, likely
from app.campaign import Deliverable, Metric
from app.field import fields_of
from app.pasting import spread

FIELDS = fields_of(Metric)
ROLES = (("d", "Director"), ("g", "Designer"), ("c", "Content lead"))


def _keys(text: str) -> list[list[tuple[str, str]]]:
    return [[(field.key if field else "", cell) for field, cell in line] for line in spread(text, FIELDS)]


def test_cells_go_to_the_fields_in_their_order() -> None:
    assert _keys("Tickets\t1\t2\tpieces\tTill\t31 Aug\textra\r\n\r\n") == [
        [
            ("name", "Tickets"), ("baseline", "1"), ("target", "2"), ("unit", "pieces"), ("source", "Till"),
            ("measure_on", "31 Aug"), ("", "extra"),
        ]
    ]  # fmt: skip


def test_a_line_of_headings_says_where_each_column_goes() -> None:
    assert _keys("Source\tREAD ON\tMetric\tWeight\nTill\t31 Aug\tTickets\t3") == [
        [("source", "Till"), ("measure_on", "31 Aug"), ("name", "Tickets"), ("", "3")]
    ]


def test_one_heading_needs_something_below_it() -> None:
    assert _keys("Metric\nTickets") == [[("name", "Tickets")]]
    assert _keys("Metric") == [[("name", "Metric")]]


@given(st.lists(st.lists(st.text(st.characters(exclude_characters="\t\r\n")), min_size=1), min_size=1))
def test_no_cell_is_lost(lines: list[list[str]]) -> None:
    text = "\n".join("\t".join(line) for line in lines)
    told = [cell for line in spread(text, fields_of(Deliverable)) for _, cell in line if cell]
    written = [cell.strip() for line in lines for cell in line if cell.strip()]
    assert told == written or told == [each for each in written if each not in written[: len(lines[0])]]


def test_a_name_is_known_whatever_its_case_and_spaces() -> None:
    assert called(" content  LEAD ", ROLES) == "c"
    assert called("contentlead", ROLES) == "c"
    assert called("Des", ROLES) is None
    assert called("", ROLES) is None


def test_what_is_typed_finds_the_best_first() -> None:
    assert [each for each, _ in likely("d", ROLES)] == ["d", "g", "c"]
    assert [each for each, _ in likely("designer", ROLES)] == ["g"]
    assert [each for each, _ in likely("lead", ROLES)] == ["c"]


@given(st.lists(st.text(max_size=8), max_size=8))
def test_a_roll_takes_each_name_in_once(names: list[str]) -> None:
    numbers = count(1)
    roll = Roll(ROLES, lambda: f"n{next(numbers)}")
    once = [roll.find(name) for name in names]
    assert once == [roll.find(name) for name in names]
    assert all((found is None) is name.strip()[:1].isdigit() for name, found in zip(names, once, strict=True))
    assert len(set(roll.made.values())) == len(roll.made)


@pytest.mark.parametrize("words", ["20 Jan", "1 week", "31 Apr 2027", "2"])
def test_nobody_is_called_a_day_or_a_number(words: str) -> None:
    assert Roll(ROLES, lambda: "new").find(words) is None


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        ("Deliverable\tSpecification\tDue date", ["name", "specs", "due"]),
        ("Deliverable\tExact specification\tDue", ["name", "specs", "due"]),
    ],
)
def test_near_headings_are_headings(head: str, keys: list[str]) -> None:
    fields = [each for each in fields_of(Deliverable) if each.key in ("name", "specs", "due")]
    (row,) = spread(f"{head}\nPoster\tA2\t20 Jan 2027", fields)
    assert [field.key for field, _ in row if field] == keys


def test_a_closed_roll_takes_nobody_in() -> None:
    assert Roll(ROLES).find("Somebody") is None


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("1 week", 5), ("2 weeks", 10), ("a week", 5), ("3 days", 3), ("10 working days", 10), ("2 weeks 1 day", 11),
        ("1 week and 2 business days.", 7), ("3d", 3), ("5", None), ("soon", None), ("", None), ("1 week,", None),
        ("week", None), ("-1 week", None), ("1 month", None),
    ],
)  # fmt: skip
def test_days_and_weeks_are_business_days(words: str, days: int | None) -> None:
    assert business_days(words) == days


@given(st.text(max_size=60))
def test_any_words_say_a_number_of_days_or_none(words: str) -> None:
    assert (business_days(words) or 0) >= 0
