"""The look of the documents as numbers, shared by both renderers (points unless noted). DOCUMENTS, sections 2 to 4."""

import colorsys
import re
from dataclasses import dataclass

MM = 72 / 25.4

# --- geometry ----------------------------------------------------------------------------------------------------
PAGES = {"A4": (595.2756, 841.8898), "Letter": (612.0, 792.0)}
LEFT, RIGHT, TOP, BOTTOM = 20 * MM, 20 * MM, 29 * MM, 23 * MM
HEADER, FOOTER = 12 * MM, 11 * MM
SIDE, GUTTER = 38 * MM, 6 * MM
INDENT = SIDE + GUTTER
"""Where the text column starts, from the left margin."""
LOGO_HEIGHT, LOGO_WIDTH = 8.6 * MM, 46 * MM
CELL_TOP, CELL_BOTTOM, CELL_RIGHT, CELL_RIGHT_NUMBERS = 4.2, 4.6, 10.0, 16.0
RULE, HAIRLINE = 1.0, 0.5
BETWEEN_TABLES = 12.0

# --- colour ------------------------------------------------------------------------------------------------------
INK, MUTED, LINE, WHITE, MISSING = "#191E26", "#59626E", "#C9CFD7", "#FFFFFF", "#8A4B00"
INFORMED_EDGE = "#9AA3AE"
ACCENT = "#2340A0"
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
READABLE = 5.5
"""White on an accent reaches at least this contrast."""

# --- families ----------------------------------------------------------------------------------------------------
SANS, SERIF, DISPLAY = "Source Sans 3", "Source Serif 4", "Source Serif 4 Display"

# --- the one-page fit --------------------------------------------------------------------------------------------
NORMAL, FLOOR = 1, 5
"""Levels of the one-page fit: 0 roomy, 1 normal (every other document), 5 the smallest type that may be used."""
_BODY: tuple[tuple[float, float], ...] = (
    (10.5, 15.2),
    (10, 14.4),
    (10, 13.6),
    (9.5, 13.0),
    (9, 12.2),
    (8.5, 11.4),
)
_GAP = (13, 10, 7, 6.5, 5.5, 4.5)
_VOICE: tuple[tuple[float, float], ...] = (
    (16, 22),
    (15, 20.5),
    (14, 19),
    (13.5, 18),
    (12.5, 16.6),
    (11.5, 15.2),
)
_TITLE: tuple[tuple[float, float], ...] = ((26, 30), (25, 29), (25, 29), (24, 28), (23, 27), (22, 26))
_SUBTITLE_AFTER = (16, 14, 10, 9, 8, 7)


@dataclass(frozen=True, slots=True)
class Face:
    """One text style: family, size, leading, space before and after."""

    family: str
    size: float
    leading: float
    before: float = 0
    after: float = 0
    bold: bool = False
    italic: bool = False
    color: str = INK
    exact: bool = False
    """Word: line height exact instead of at least."""
    indent: bool = False
    """Starts at the text column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All text styles of one document at one fit level; `gap` is the white between the sections of the brief."""

    level: int
    gap: float
    title: Face
    subtitle: Face
    step: Face
    h1: Face
    h1_side: Face
    question: Face
    body: Face
    lead: Face
    voice: Face
    item: Face
    cell: Face
    strong: Face
    head: Face
    small: Face
    note: Face
    callout: Face
    missing: Face
    fact_label: Face
    fact_value: Face
    header: Face
    footer: Face
    contents: Face


def sheet(level: int = NORMAL, gap: float | None = None) -> Sheet:
    """The styles of a level of the one-page fit; `gap` overrides the white between sections."""
    size, leading = _BODY[level]
    side = min(size + 0.3, 10.3)
    ask = max(8.0, size - 1.6)
    return Sheet(
        level=level,
        gap=_GAP[level] if gap is None else gap,
        title=Face(DISPLAY, *_TITLE[level], 2, 3, exact=True, indent=True),
        subtitle=Face(SANS, 11.5, 15.5, 0, _SUBTITLE_AFTER[level], color=MUTED, indent=True),
        step=Face(SANS, 8.5, 11.5, 0, 4, color=MUTED),
        h1=Face(SANS, 14, 18.6, 22, 7, bold=True),
        h1_side=Face(SANS, side, max(leading, round(side * 1.33, 1)), bold=True),
        question=Face(SANS, ask, max(round(ask * 1.33, 1), leading - 3.2), color=MUTED),
        body=Face(SANS, size, leading, 0, 5, indent=True),
        lead=Face(SANS, 10.5, 15, 0, 8, indent=True),
        voice=Face(SERIF, *_VOICE[level], 0, 8, exact=True, indent=True),
        item=Face(SANS, 10, 14.2, 0, 3.5, indent=True),
        cell=Face(SANS, 9, 12.4),
        strong=Face(SANS, 9, 12.4, bold=True),
        head=Face(SANS, 8, 10.8, bold=True, color=MUTED),
        small=Face(SANS, 8, 10.8, color=MUTED),
        note=Face(SANS, 8.5, 11.8, 6, 0, color=MUTED),
        callout=Face(SANS, 9.5, 13.4, 18, 8),
        missing=Face(SANS, size, leading, 0, 5, italic=True, color=MISSING, indent=True),
        fact_label=Face(SANS, 8, 10.8, color=MUTED),
        fact_value=Face(SANS, 9, 12.4, bold=True),
        header=Face(SANS, 8.5, 11.5, bold=True),
        footer=Face(SANS, 8, 10.8, color=MUTED),
        contents=Face(SANS, 9.5, 15),
    )


# --- colour arithmetic -------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Ramp:
    """The accent and its three tints; as greys they still differ (RACI in black and white)."""

    solid: str
    mid: str
    tint: str
    wash: str


def ramp(accent: str) -> Ramp:
    """The ramp of a client's colour, darkened until white on it is readable; what is no "#RRGGBB" is Baton's blue."""
    solid = _readable(accent if _COLOUR.fullmatch(accent) else ACCENT)
    return Ramp(solid, mix(WHITE, solid, 0.36), mix(WHITE, solid, 0.13), mix(WHITE, solid, 0.055))


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(ground: str, colour: str, share: float) -> str:
    """`share` of a colour on a ground."""
    return _hexa(tuple(a + (b - a) * share for a, b in zip(_rgb(ground), _rgb(colour), strict=True)))


def _readable(colour: str) -> str:
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    found = colour.upper()
    while contrast(found, WHITE) < READABLE and lightness > 0:
        lightness = max(lightness - 0.01, 0)
        found = _hexa(colorsys.hls_to_rgb(hue, lightness, saturation))
    return found


def _rgb(colour: str) -> tuple[float, float, float]:
    digits = colour.lstrip("#")
    return int(digits[0:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:6], 16) / 255


def _hexa(rgb: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in rgb)


def _luminance(colour: str) -> float:
    linear = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
