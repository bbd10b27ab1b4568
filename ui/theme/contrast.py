"""How far two colours stand apart, by WCAG 2: text needs 4.5, edges and marks 3.0. Pure, so that it can be proved."""

from collections.abc import Iterator

from ui.theme.tokens import Tokens

TEXT = 4.5
MARK = 3.0

_EVERYWHERE = ("bg", "sidebar", "surface", "subtle", "hover", "pri_t", "warn_t", "bat_t", "ok_t", "bad_t")
_TEXT_ON: dict[str, tuple[str, ...]] = {
    "ink": (*_EVERYWHERE, "side_on"),
    "ink2": _EVERYWHERE,
    "ink3": ("bg", "sidebar", "surface", "subtle", "hover", "pri_t"),
    "on_pri": ("pri", "pri_h", "pri_p"),
    "pri_ink": ("side_on", "surface", "bg", "sidebar", "pri_t", "pri_t2", "hover"),
    "pri": ("surface", "bg"),
    "bat_ink": ("surface", "bg", "bat_t", "sidebar"),
    "ok": ("surface", "bg", "ok_t", "sidebar"),
    "warn": ("surface", "bg", "warn_t", "sidebar"),
    "bad": ("surface", "bg", "bad_t", "sidebar"),
    "paper_ink": ("paper",),
    "paper_ink2": ("paper",),
}
_MARK_ON: dict[str, tuple[str, ...]] = {
    "control": ("surface", "bg", "subtle"),
    "focus": ("surface", "bg", "sidebar", "subtle", "pri_t"),
    "bat": ("surface", "bg", "sidebar"),
    "pri": ("surface", "bg", "sidebar", "line", "canvas"),
}


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB", 0 (black) to 1 (white)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """1 (the same) to 21 (black on white), whichever is in front."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def pairs() -> Iterator[tuple[str, str, float]]:
    """(front, back, what it needs) of every pair of tokens that may meet."""
    for need, table in ((TEXT, _TEXT_ON), (MARK, _MARK_ON)):
        for front, backs in table.items():
            for back in backs:
                yield front, back, need


def too_close(tokens: Tokens) -> list[str]:
    """The pairs of a palette that cannot be told apart well enough, in words; empty when it is fine."""
    return [
        f"{front} on {back}: {found:.2f} < {need}"
        for front, back, need in pairs()
        if (found := ratio(getattr(tokens, front), getattr(tokens, back))) < need
    ]


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)
