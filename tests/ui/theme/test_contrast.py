"""The contrast table of the design is computed, not believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.theme.contrast import ratio, too_close
from ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens

_COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")

# front, back, light, dark: the table of the design guide
_TABLE = [
    ("ink", "surface", 16.3, 13.5),
    ("ink", "pri_t", 13.8, 11.2),
    ("ink2", "bg", 6.8, 9.4),
    ("ink2", "hover", 6.6, 7.1),
    ("ink3", "surface", 5.5, 6.3),
    ("ink3", "sidebar", 4.8, 6.6),
    ("ink3", "pri_t", 4.6, 5.2),
    ("on_pri", "pri", 7.8, 7.2),
    ("on_pri", "pri_p", 12.0, 5.6),
    ("pri_ink", "side_on", 7.0, 7.0),
    ("pri_ink", "pri_t2", 6.7, 6.1),
    ("bat_ink", "bat_t", 6.4, 8.4),
    ("ok", "surface", 5.3, 8.1),
    ("ok", "ok_t", 4.7, 7.1),
    ("warn", "bg", 5.8, 9.9),
    ("warn", "warn_t", 5.7, 8.0),
    ("bad", "bg", 6.2, 8.2),
    ("bad", "bad_t", 5.8, 7.1),
    ("control", "surface", 3.5, 4.2),
    ("control", "bg", 3.2, 4.7),
    ("focus", "bg", 4.5, 10.0),
    ("focus", "pri_t", 4.1, 7.4),
    ("bat", "surface", 3.8, 6.6),
    ("bat", "sidebar", 3.3, 7.0),
    ("pri", "bg", 7.2, 8.1),
]


@pytest.mark.parametrize(
    "palette", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark", "hcl", "hcd"]
)
def test_every_pair_that_may_meet_can_be_told_apart(palette: Tokens) -> None:
    assert too_close(palette) == []


@pytest.mark.parametrize(("front", "back", "light", "dark"), _TABLE)
def test_the_table_of_the_design_is_right(front: str, back: str, light: float, dark: float) -> None:
    assert ratio(getattr(LIGHT, front), getattr(LIGHT, back)) == pytest.approx(light, abs=0.06)
    assert ratio(getattr(DARK, front), getattr(DARK, back)) == pytest.approx(dark, abs=0.06)


@pytest.mark.parametrize("palette", [CONTRAST_LIGHT, CONTRAST_DARK])
def test_high_contrast_is_higher(palette: Tokens) -> None:
    for token in ("ink", "ink2", "ink3", "control"):
        assert ratio(getattr(palette, token), palette.surface) >= 7


def test_a_palette_that_fails_is_named() -> None:
    assert any("ink3 on bg" in line for line in too_close(LIGHT._replace(ink3=LIGHT.disabled)))


@given(_COLOURS, _COLOURS)
def test_the_ratio_has_no_direction_and_two_ends(one: str, other: str) -> None:
    assert ratio(one, other) == ratio(other, one)
    assert 1 <= ratio(one, other) <= 21.0001
    assert ratio(one, one) == 1
