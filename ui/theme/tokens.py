"""Names for what colours mean, and their values in light, dark and high contrast. Nothing else in `ui` names a colour."""

from enum import StrEnum
from typing import NamedTuple


class Tone(StrEnum):
    """What a chip or a finding says; the partner of the colour is always an icon, a letter or words."""

    NEUTRAL = "neutral"
    OUTLINE = "outline"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    BAT = "bat"
    PRI = "pri"


class Tokens(NamedTuple):
    """One palette, "#RRGGBB" each. `_t` is a tint to stand behind text, `_l` a line, `_ink` text, `on_` text on it."""

    # surfaces
    bg: str
    sidebar: str
    surface: str
    subtle: str
    hover: str
    canvas: str
    # hairline; button and chip edge; edge of a field (3:1)
    line: str
    line2: str
    control: str
    # text, from loud to quiet; `disabled` for nothing else
    ink: str
    ink2: str
    ink3: str
    disabled: str
    # petrol, for action and selection
    pri: str
    pri_h: str
    pri_p: str
    on_pri: str
    pri_t: str
    pri_t2: str
    pri_ink: str
    side_on: str
    # orange, for where a campaign is and whose turn it is
    bat: str
    bat_t: str
    bat_l: str
    bat_ink: str
    bat_logo: str
    # passed; gap, broken rule; impossible, overdue
    ok: str
    ok_t: str
    ok_l: str
    warn: str
    warn_t: str
    warn_l: str
    bad: str
    bad_t: str
    bad_l: str
    focus: str
    # the live preview only
    paper: str
    paper_ink: str
    paper_ink2: str
    paper_line: str
    # behind an overlay, "#AARRGGBB"
    scrim: str


LIGHT = Tokens(
    bg="#F4F6F6",
    sidebar="#ECF0F0",
    surface="#FFFFFF",
    subtle="#F7F9F9",
    hover="#EEF3F3",
    canvas="#E6EBEB",
    line="#DFE5E5",
    line2="#C9D3D4",
    control="#7C8B91",
    ink="#14222A",
    ink2="#47585F",
    ink3="#5C6C73",
    disabled="#98A5AA",
    pri="#0B5A6B",
    pri_h="#094B59",
    pri_p="#073C48",
    on_pri="#FFFFFF",
    pri_t="#E2EFF1",
    pri_t2="#CBE1E5",
    pri_ink="#0A4F5E",
    side_on="#D3E5E8",
    bat="#DD5822",
    bat_t="#FDEEE6",
    bat_l="#F4B898",
    bat_ink="#97390D",
    bat_logo="#FFB08A",
    ok="#1F7A4A",
    ok_t="#E5F3EB",
    ok_l="#A9D3BB",
    warn="#7D5A00",
    warn_t="#FBF3D6",
    warn_l="#DFC877",
    bad="#B0203A",
    bad_t="#FCE9EC",
    bad_l="#E6A6B1",
    focus="#0B7C94",
    paper="#FFFFFF",
    paper_ink="#1A2126",
    paper_ink2="#4B565C",
    paper_line="#D9DEDF",
    scrim="#2E14222A",
)

DARK = Tokens(
    bg="#13191B",
    sidebar="#171E21",
    surface="#1B2326",
    subtle="#20292D",
    hover="#263135",
    canvas="#0E1315",
    line="#2B363A",
    line2="#3C4A4F",
    control="#74868D",
    ink="#E7EDEE",
    ink2="#B1BFC4",
    ink3="#95A5AB",
    disabled="#5E6D73",
    pri="#5FBCCC",
    pri_h="#78CAD8",
    pri_p="#4AA6B6",
    on_pri="#06262D",
    pri_t="#17343B",
    pri_t2="#1E444D",
    pri_ink="#86D0DC",
    side_on="#1B3A42",
    bat="#FF8450",
    bat_t="#38241B",
    bat_l="#8A4B2E",
    bat_ink="#FFB391",
    bat_logo="#B23A0A",
    ok="#6CCB93",
    ok_t="#183023",
    ok_l="#2F6A48",
    warn="#E2BE5C",
    warn_t="#322A12",
    warn_l="#6E5A1E",
    bad="#FF909C",
    bad_t="#3A1C22",
    bad_l="#7D3540",
    focus="#6FD0E2",
    paper="#1F282B",
    paper_ink="#E3EAEB",
    paper_ink2="#AEBBC0",
    paper_line="#36444A",
    scrim="#73000000",
)

CONTRAST_LIGHT = Tokens(
    bg="#FFFFFF",
    sidebar="#FFFFFF",
    surface="#FFFFFF",
    subtle="#FFFFFF",
    hover="#E4ECEE",
    canvas="#D9DEDF",
    line="#7C8B91",
    line2="#1A2126",
    control="#000000",
    ink="#000000",
    ink2="#000000",
    ink3="#1A2126",
    disabled="#5C6C73",
    pri="#003C4A",
    pri_h="#002A34",
    pri_p="#001A21",
    on_pri="#FFFFFF",
    pri_t="#D3E9ED",
    pri_t2="#B5DAE1",
    pri_ink="#002F3B",
    side_on="#D3E9ED",
    bat="#B23A0A",
    bat_t="#FFFFFF",
    bat_l="#B23A0A",
    bat_ink="#7A2604",
    bat_logo="#FFB08A",
    ok="#00522B",
    ok_t="#FFFFFF",
    ok_l="#00522B",
    warn="#553C00",
    warn_t="#FFFFFF",
    warn_l="#553C00",
    bad="#8A0018",
    bad_t="#FFFFFF",
    bad_l="#8A0018",
    focus="#004B5C",
    paper="#FFFFFF",
    paper_ink="#000000",
    paper_ink2="#1A2126",
    paper_line="#3B474C",
    scrim="#80000000",
)

CONTRAST_DARK = Tokens(
    bg="#000000",
    sidebar="#000000",
    surface="#000000",
    subtle="#000000",
    hover="#1E2A2E",
    canvas="#000000",
    line="#5C6C73",
    line2="#E7EDEE",
    control="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#E7EDEE",
    disabled="#95A5AB",
    pri="#7FE3F5",
    pri_h="#A4ECF9",
    pri_p="#5FD2E6",
    on_pri="#000000",
    pri_t="#003844",
    pri_t2="#00515F",
    pri_ink="#A4ECF9",
    side_on="#003844",
    bat="#FF9A70",
    bat_t="#000000",
    bat_l="#FF9A70",
    bat_ink="#FFC2A8",
    bat_logo="#8A2A04",
    ok="#8EF0B4",
    ok_t="#000000",
    ok_l="#8EF0B4",
    warn="#FFDD7A",
    warn_t="#000000",
    warn_l="#FFDD7A",
    bad="#FFB3BB",
    bad_t="#000000",
    bad_l="#FFB3BB",
    focus="#8FEBFA",
    paper="#FFFFFF",
    paper_ink="#000000",
    paper_ink2="#1A2126",
    paper_line="#3B474C",
    scrim="#B3000000",
)
