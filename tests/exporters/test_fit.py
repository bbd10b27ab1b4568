"""The one-page guarantee: it fits, or it says by how much it does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.document import Document
from exporters.fit import fit, waterfall
from exporters.pdf import render
from exporters.style import FLOOR
from tests.exporters import documents

SENTENCE = "The shop sells three services a day in winter and nine in spring, when nobody can wait. "


def _with(sentences: int) -> Document:
    return documents.brief(business=SENTENCE * sentences)


def test_a_short_brief_is_set_roomy_and_the_white_is_given_back() -> None:
    found = fit(documents.brief())
    assert (found.level, found.fits, found.over) == (0, True, 0)
    assert found.gap is not None
    assert found.gap > 13
    assert found.sentence() == f"One page at 10.5 pt, {found.free} lines free."


def test_each_length_fits_one_page_or_says_so() -> None:
    last = (-1, 0.0)
    for sentences in range(2, 40, 3):
        found = fit(_with(sentences))
        made = render(_with(sentences), level=found.level, gap=found.gap)
        assert (found.level, found.fill) >= last, "more words never get more room"
        last = found.level, found.fill
        assert found.fits == (found.fill <= 1)
        if found.fits:
            assert made.pages == 1
    assert last[0] == FLOOR
    assert last[1] > 1


def test_only_the_brief_is_fitted() -> None:
    with pytest.raises(ValueError, match="side headings"):
        fit(documents.checklist())


def test_letter_paper_has_less_room() -> None:
    assert fit(_with(12), "Letter").fill > fit(_with(12), "A4").fill


def test_too_long_says_what_to_cut_and_cutting_it_helps() -> None:
    found = fit(_with(40))
    assert not found.fits
    assert found.gap is None
    cut = found.cuts[0]
    assert cut.section == "business"
    assert found.sentence().startswith(
        f"{found.over} lines too long for one page, even at 8.5 pt. Business context: "
    )
    assert sum(cut.cut for cut in found.cuts) == found.over
    kept = (SENTENCE * 40).split()[: -cut.words - 15]
    assert fit(documents.brief(business=" ".join(kept))).fits
    assert render(_with(40), level=found.level, gap=found.gap).pages == 2


@given(st.lists(st.integers(0, 40), max_size=9), st.integers(0, 200))
@settings(max_examples=60)
def test_the_waterfall_takes_from_the_longest_and_never_below_two(lines: list[int], over: int) -> None:
    cut = waterfall(lines, over)
    left = [count - gone for count, gone in zip(lines, cut, strict=True)]
    assert sum(cut) <= over
    assert all(after >= min(before, 2) for before, after in zip(lines, left, strict=True))
    if sum(cut) < over:
        assert max(left, default=0) <= 2
    shortened = [after for after, gone in zip(left, cut, strict=True) if gone]
    assert all(after >= max(left) - 1 for after in shortened)
