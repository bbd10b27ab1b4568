"""Folding: what is typed on a plain keyboard finds what was written on another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.folding import UNSPACED, folded


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("İstanbul", "istanbul"),
        ("ISPARTA ısparta", "isparta isparta"),
        ("Straße STRASSE", "strasse strasse"),
        ("Ćma Łódź", "cma lodz"),
        ("Ærø Þór Œuvre", "aero thor oeuvre"),
        ("Việt", "viet"),
        ("ＡＢＣ ｶﾞ", "abc ガ"),
        ("한국 हिन्दी ไทย", "한국 हिन्दी ไทย"),
    ],
)
def test_folded(written: str, plain: str) -> None:
    assert folded(written) == plain


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = folded(text)
    assert folded(once) == once or not once.isascii()
    assert folded(text.upper().lower()) == folded(text.upper())


def test_scripts_without_spaces() -> None:
    assert UNSPACED.findall("Die 修理 bei ไทย, カフェ und 한국") == ["修理", "ไทย", "カフェ"]
