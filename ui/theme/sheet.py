"""Fills the style sheet: `$name` is a token, `12sp` a length that grows with the text size, `12px` one that does not.

`7sp-1` is one pixel less than `7sp`: where the border grows by one on focus, the padding gives it back.
"""

import re
from functools import cache
from pathlib import Path

from ui.theme.look import Theme

_TEMPLATE = Path(__file__).with_name("baton.qss")
_TOKEN = re.compile(r"\$(\w+)")
_LENGTH = re.compile(r"\b(\d+)sp(-1)?")


def style_sheet(theme: Theme) -> str:
    """The whole style sheet for one look; AttributeError for a token that does not exist."""
    filled = _TOKEN.sub(lambda found: str(getattr(theme.tokens, found.group(1))), _template())
    return _LENGTH.sub(lambda found: f"{theme.px(int(found.group(1))) - bool(found.group(2))}px", filled)


@cache
def _template() -> str:
    return _TEMPLATE.read_text(encoding="utf-8")
