"""Phrases found by the words they begin with: what is read off a phrase, and what is found in a text."""

import pytest

from app.phrases import HARD, SOFT
from app.vocabulary import Vocabulary, alternatives, openings, words_of


@pytest.mark.parametrize(
    ("phrase", "pairs"),
    [
        ("as (?:many|much) as possible", {("as", "many"), ("as", "much")}),
        ("optimi[sz]ed?", {("optimise", ""), ("optimised", ""), ("optimize", ""), ("optimized", "")}),
        ("(?<!as )(?:very )?good[- ]quality", {("very", "good"), ("good", "quality")}),
        ("(?:a|the (?:big )?)stor(?:y|ies)(?=[.])", {("astory", ""), ("astories", ""), ("the", "big"), ("the", "story"),
                                                     ("the", "stories")}),
        (r"more \w+ than", {("more", "")}),
        ("e-?mails?", {("e", ""), ("email", ""), ("emails", "")}),
    ],
)  # fmt: skip
def test_what_a_phrase_begins_with(phrase: str, pairs: set[tuple[str, str]]) -> None:
    assert openings(phrase) == pairs


@pytest.mark.parametrize("phrase", [r"\w+ thing", "", r"(?:\d+ )?posts"])
def test_a_phrase_has_to_begin_with_letters(phrase: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        openings(phrase)


def test_the_leftmost_phrase_is_found_and_not_inside_a_word() -> None:
    known = Vocabulary({"day": "soon | next (?:week|month)", "much": "a lot(?! of)"})
    text = "a lot, soon-ish and soon; next month a lot of spoons"
    assert known.search(text, words_of(text)) == [(0, 5, "much"), (20, 24, "day"), (26, 36, "day")]
    assert known.search("nothing of it", words_of("nothing of it")) == []


def test_every_phrase_of_the_vocabulary_can_be_looked_up() -> None:
    blocks = [*HARD.values(), *SOFT.values()]
    assert all(openings(phrase) for block in blocks for phrase in alternatives(block))
