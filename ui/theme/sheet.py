"""Fills the style sheet: `$name` is a token, `12sp` a length that grows with the text size, `12px` one that does not."""

import re
from functools import cache
from pathlib import Path

from ui.theme.look import Theme

_TEMPLATE = Path(__file__).with_name("baton.qss")
_TOKEN = re.compile(r"\$(\w+)")
_LENGTH = re.compile(r"\b(\d+(?:\.\d+)?)sp\b")


def style_sheet(theme: Theme) -> str:
    """The whole style sheet for one look; AttributeError for a token that does not exist."""
    filled = _TOKEN.sub(lambda found: str(getattr(theme.tokens, found.group(1))), _template())
    return _LENGTH.sub(lambda found: f"{theme.px(float(found.group(1)))}px", filled)


@cache
def _template() -> str:
    return _TEMPLATE.read_text(encoding="utf-8")
