"""The plan back from launch is printed before work starts: windows and days of every piece with agreed times (L1, L6)."""

from dataclasses import replace

import pytest

from app.campaign import Campaign
from app.document import Cell, Para, Table, plain
from app.documents import Edition, build
from app.documents.wording import LANGUAGES
from app.field import Doc
from tests.app.schedule.plans import TODAY, UK, sample


def printed(campaign: Campaign, language: str = "en") -> tuple[list[list[str]], list[str]]:
    """The rows of the table, and the paragraphs around it."""
    edition = Edition(TODAY, language=language, calendar=UK)
    document = build(campaign, Doc.CHECKLIST, edition)
    blocks = [
        block for each in document.sections if each.title == LANGUAGES[language].plan for block in each.blocks
    ]
    tables = [block for block in blocks if isinstance(block, Table)]
    notes = [plain(block.inlines) for block in blocks if isinstance(block, Para)]
    return [[_text(cell) for cell in row] for table in tables for row in table.rows], notes


def _text(cell: Cell) -> str:
    return "".join(plain(block.inlines) for block in cell.blocks if isinstance(block, Para))


def test_the_sample_says_when_each_piece_starts_is_reviewed_and_ready() -> None:
    rows, _ = printed(sample())
    assert len(rows) == 6
    assert rows[0] == [
        "Landing page", "Tue 13 Oct", "Wed 21 Oct to Tue 27 Oct", "Mon 2 Nov", "Thu 5 Nov",
    ]  # fmt: skip
    assert rows[4][1:] == ["Tue 13 Oct", "Thu 22 Oct to Wed 28 Oct", "Tue 3 Nov", "Fri 6 Nov"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language(language: str) -> None:
    rows, notes = printed(sample(), language)
    assert len(rows) == 6
    assert LANGUAGES[language].plan_lead in notes


def test_what_nobody_reviews_has_no_window() -> None:
    rows, _ = printed(replace(sample(), approval=()))
    assert [row[2:4] for row in rows] == [["", ""]] * 6


def test_guesses_are_not_handed_over() -> None:
    pieces = sample().deliverables
    guessed = tuple(replace(each, effort_days=None) for each in pieces)
    assert printed(replace(sample(), deliverables=guessed))[0] == []
    rows, _ = printed(replace(sample(), deliverables=(*pieces[:1], *guessed[1:])))
    assert [row[0] for row in rows] == ["Landing page"]
    assert printed(replace(sample(), launch_date=None))[0] == []


def test_what_does_not_fit_is_named() -> None:
    poster = replace(sample().deliverables[4], lead_days=5)
    short = replace(sample(), deliverables=(poster,))
    assert "Would have to start before the kickoff: Shop-window poster × 4." in printed(short)[1]
