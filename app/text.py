"""User text becomes printable text, once, at the door of the document model (DOCUMENTS: text hygiene)."""

import re
import unicodedata

MOST, MOST_IN_LINE = 100_000, 10_000
"""Characters of an answer that is written in without waiting for each letter (D12); a longer one is read only."""
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e]|[\U0001fffe\U0001ffff]"
)
_NEWLINES = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_LINK = re.compile(r"(https?://[^\s<>\"]+[^\s<>\".,;:!?)\]])|(\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)


def clean(text: str) -> str:
    """Legal in XML 1.0 and in a PDF string: no control characters, no lone surrogates, no bidi overrides; NFC."""
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    text = _DROPPED.sub("", _NEWLINES.sub("\n", text)).replace("\t", "    ")
    text = re.sub("[ \u00a0]+\n", "\n", unicodedata.normalize("NFC", text))
    return text.strip("\n")


def links(text: str) -> list[tuple[str, str]]:
    """The text in pieces (words, address): only http(s) and e-mail addresses are links, "" is none (E5)."""
    if "@" not in text and "://" not in text:
        return [(text, "")]
    pieces: list[tuple[str, str]] = []
    end = 0
    for match in _LINK.finditer(text):
        if match.start() > end:
            pieces.append((text[end : match.start()], ""))
        words = match.group(0)
        pieces.append((words, words if match.group(1) else f"mailto:{words}"))
        end = match.end()
    if end < len(text) or not pieces:
        pieces.append((text[end:], ""))
    return pieces


def blank(text: str) -> bool:
    """Whether there is nothing to read in it."""
    return not clean(text).strip()


def slug(text: str) -> str:
    """Words for a file name: letters, marks and digits of any script in lower case, joined with hyphens."""
    kept = (char if unicodedata.category(char)[0] in "LNM" else "-" for char in clean(text).lower())
    return re.sub("-+", "-", unicodedata.normalize("NFC", "".join(kept))).strip("-")
