"""Layout decisions that both formats share: they fill the width, and nothing crosses anything."""

from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.document import Cell, Column, Event, Flag, Head, Para, Raci, Strip, Table, Text
from exporters import fonts, layout
from exporters.style import CELL_RIGHT, INDENT, SANS, Face, contrast, ramp, sheet
from tests.exporters import documents

WIDTH = layout.text_width("A4")
SMALL = Face(SANS, 8, 10.8)


def test_facts_fill_the_width_and_start_at_the_text_column() -> None:
    for contact in ("Strategist", "A very long name of a very long department of a client " * 3):
        document = replace(documents.brief(), facts=documents.facts("Kestrel", contact))
        widths = layout.fact_widths(document, WIDTH, sheet(), fonts.width)
        assert widths[0] == INDENT
        assert abs(sum(widths) - WIDTH) < 0.01
        assert min(widths) > 40


def test_columns_fill_the_width_and_none_vanishes() -> None:
    table = documents.deliverables(1)
    columns = (replace(table.columns[0], share=0.0001), *table.columns[1:])
    widths = layout.column_widths(replace(table, columns=columns), WIDTH, sheet(), fonts.width)
    assert abs(sum(widths) - WIDTH) < 0.01
    assert min(widths) > 8


WORDS = st.text("aeiomnW.@", min_size=1, max_size=40)


@given(st.lists(st.tuples(WORDS, WORDS, st.floats(0.1, 5)), min_size=1, max_size=9))
@settings(max_examples=60)
def test_columns_hold_their_longest_word_when_all_can(cells: list[tuple[str, str, float]]) -> None:
    columns = tuple(Column(str(at), title, share) for at, (title, _, share) in enumerate(cells))
    table = Table(columns, (tuple(Cell((Para((Text(word),)),)) for _, word, _ in cells),), "")
    widths = layout.column_widths(table, WIDTH, sheet(), fonts.width)
    assert abs(sum(widths) - WIDTH) < 0.01
    need = [
        max(fonts.width(title, sheet().head), fonts.width(word, sheet().cell)) + CELL_RIGHT
        for title, word, _ in cells
    ]
    if sum(need) + 2 * len(need) <= WIDTH and max(need) < WIDTH * 0.23:
        assert all(width >= least for width, least in zip(widths, need, strict=True))


def test_fifteen_people_make_one_matrix_and_more_make_two_of_equal_size() -> None:
    def sizes(people: int) -> list[int]:
        plan = layout.raci_plan(documents.raci(people), WIDTH, sheet(), fonts.width)
        assert all(part.person >= layout.LEAST_PERSON for part in plan.parts)
        assert all(plan.task + part.person * len(part.columns) <= WIDTH + 0.01 for part in plan.parts)
        return [len(part.columns) for part in plan.parts]

    assert sizes(0) == []
    assert sizes(15) == [15]
    assert sizes(18) == [9, 9]
    assert sizes(27) == [14, 13]


def test_heads_stand_when_their_words_fit_and_turn_when_not() -> None:
    def parts(role: str, people: int) -> layout.Matrix:
        heads = tuple(Head(role, "Client") for _ in range(people))
        raci = Raci(heads, (("Task", (), ((0, "A"),)),), "")
        return layout.raci_plan(raci, WIDTH, sheet(), fonts.width).parts[0]

    assert parts("Shop owner", 5).turned == ()
    assert parts("Shop owner", 14).turned != ()
    assert parts("Kommunikationsverantwortliche", 6).turned[0].lines == ("Kommunikationsverantwortliche",)
    long = parts("Head of International Brand Partnerships", 14).turned[0]
    assert len(long.lines) == 2
    assert long.note == "" or parts("Head of International Brand Partnerships", 14).person >= 27


def test_the_ramp_differs_in_grey() -> None:
    for accent in ("", "#FFD400", "#E4572E", "#101010", "#2340A0"):
        steps = ramp(accent)
        shades = [contrast(each, "#000000") for each in (steps.solid, steps.mid, steps.tint, "#FFFFFF")]
        assert all(light / dark > 1.1 for dark, light in pairwise(shades)), accent
        assert contrast(steps.solid, "#FFFFFF") >= 5.5


@given(st.text(max_size=60), st.floats(20, 200))
@settings(max_examples=80)
def test_shortened_text_fits(text: str, width: float) -> None:
    short = layout.shortened(text, width, SMALL, fonts.width)
    assert fonts.width(short, SMALL) <= width + 0.01
    assert short == " ".join(text.split()) or short.endswith("…")


EVENTS = st.lists(
    st.tuples(
        st.integers(0, 200),
        st.sampled_from(["Kickoff", "75% checkpoint", "A label that is very much too long for it"]),
    ),
    min_size=1,
    max_size=14,
)


@given(EVENTS)
@settings(max_examples=60)
def test_no_pole_crosses_a_label_and_no_label_another(events: list[tuple[int, str]]) -> None:
    start = Day(2026, 1, 1)
    strip = Strip(
        tuple(Event(start + timedelta(days=at), "1 Jan", label, Flag.MILESTONE) for at, label in events),
        (),
        "",
    )
    plan = layout.strip_plan(strip, WIDTH, fonts.width)
    told = [flag for flag in plan.flags if flag.level >= 0]
    boxes = [_box(flag) for flag in told]
    assert all(left >= -0.01 and right <= WIDTH + 0.01 for left, right, _ in boxes)
    for at, (left, right, level) in enumerate(boxes):
        for other, flag in enumerate(told):
            if other != at and flag.level == level:
                assert (
                    flag.x <= left + 0.01 or boxes[other][0] >= right - 0.01 or boxes[other][1] <= left + 0.01
                )
            if other != at and flag.level > level:
                assert not left + 0.5 < flag.x < right - 0.5, (told[at], flag)


def _box(flag: layout.FlagAt) -> tuple[float, float, int]:
    bold = Face(SANS, 8, 10.8, bold=True)
    broad = max(fonts.width(flag.label, SMALL), fonts.width(flag.event.date, bold)) + 4
    return (flag.x - broad, flag.x, flag.level) if flag.left else (flag.x, flag.x + broad, flag.level)


def test_an_empty_strip_has_no_height() -> None:
    assert layout.strip_plan(Strip((), (), ""), WIDTH, fonts.width).height == 0
