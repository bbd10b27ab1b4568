"""Letters as people look for them: without case, without accents, and without knowing another alphabet's special ones."""

import re
import unicodedata

_PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "ŀ": "l",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ĸ": "k",
        "ŋ": "n",
    }
)
"""Letters that no accent makes, by what is typed where a keyboard lacks them; ß is folded with the case."""
_ACCENTS = re.compile("[\u0300-\u036f]")
_UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Myanmar, Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
UNSPACED = re.compile(f"[{_UNSPACED}]+")
"""Runs of letters of scripts that put no spaces between words."""


def folded(text: str) -> str:
    """`İstanbul` as istanbul, `Straße` as strasse, `Ćma` as cma, `Łódź` as lodz; full and half width are one."""
    if text.isascii():
        return text.lower()
    loose = unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", loose))
