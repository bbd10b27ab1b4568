"""A long paragraph as several blocks of a document: Qt lays out a block whole, and again with every letter in it.

The blocks of one paragraph are marked, so that what is read back is the paragraph. A block ends between two words, where
a line would have ended too, or between two letters as people see them.
"""

from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

LONGEST = 2_000
"""Letters of a block; one that has become twice as long is divided."""
_JOINED = 1
"""The state of a block that goes on with the paragraph before it."""
_BREAKS = "\u2029\u2028\ufdd0\ufdd1"


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in blocks, each with whether it goes on with the one before."""
    for paragraph in text.split("\n"):
        at, goes_on = 0, False
        while True:
            end = _end(paragraph, at)
            yield paragraph[at:end], goes_on
            at, goes_on = end, True
            if at >= len(paragraph):
                break


def is_joined(block: QTextBlock) -> bool:
    """Whether a block goes on with the paragraph before it."""
    return block.userState() == _JOINED


def mark(block: QTextBlock, *, joined: bool) -> None:
    block.setUserState(_JOINED if joined else -1)


def written(raw: str, document: QTextDocument | None, first: int = 0) -> str:
    """The text that somebody wrote, from Qt's own, which begins at a position and has every block apart; of a document
    in which no paragraph is divided, None will do."""
    cuts = _joints(document, first, first + units(raw)) if document is not None else []
    if cuts and raw.isascii():
        raw = "".join(raw[begin:end] for begin, end in _between(cuts, len(raw)))
    elif cuts:
        data = raw.encode("utf-16-le", "surrogatepass")
        kept = b"".join(data[2 * begin : 2 * end] for begin, end in _between(cuts, len(data) // 2))
        raw = kept.decode("utf-16-le", "surrogatepass")
    for each in _BREAKS:
        raw = raw.replace(each, "\n")
    return raw


def divide(document: QTextDocument, block: QTextBlock) -> bool:
    """Divide a block that has become too long; whether it had."""
    if block.length() <= 2 * LONGEST:
        return False
    cursor, at = QTextCursor(document), block.position()
    parts = [text for text, _ in pieces(block.text())]
    cursor.beginEditBlock()
    for text in parts[:-1]:
        at += units(text)
        cursor.setPosition(at)
        cursor.insertBlock()
        mark(cursor.block(), joined=True)
        at += 1
    cursor.endEditBlock()
    return True


def begin_of(text: str, most: int) -> str:
    """As much of the beginning as a field holds, no letter cut in two."""
    if units(text) <= most:
        return text
    near = text[:most] if text[:most].isascii() else _first(text, most)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, near + text[len(near) :][:64])
    finder.setPosition(units(near))
    if finder.isAtBoundary() or finder.toPreviousBoundary() <= 0:
        return near
    return _first(near, finder.position())


def units(text: str) -> int:
    """As Qt counts: what lies beyond the first plane, an emoji for one, counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _end(paragraph: str, at: int) -> int:
    """Where the block that begins there ends."""
    if len(paragraph) - at <= LONGEST:
        return len(paragraph)
    space = paragraph.rfind(" ", at + LONGEST // 2, at + LONGEST)
    return space + 1 if space >= 0 else at + len(begin_of(paragraph[at : at + LONGEST + 64], LONGEST))


def _first(text: str, most: int) -> str:
    """Up to so many units; a pair that does not fit whole stays out."""
    cut = text[:most].encode("utf-16-le", "surrogatepass")[: 2 * most]
    return cut.decode("utf-16-le", "ignore") if _halved(cut) else cut.decode("utf-16-le", "surrogatepass")


def _halved(cut: bytes) -> bool:
    return len(cut) > 1 and 0xD8 <= cut[-1] <= 0xDB


def _joints(document: QTextDocument, first: int, last: int) -> list[int]:
    """Where between two positions a paragraph goes on in another block, counted from the first one."""
    found, block = [], document.findBlock(first).next()
    while block.isValid() and block.position() <= last:
        if is_joined(block):
            found.append(block.position() - 1 - first)
        block = block.next()
    return found


def _between(cuts: list[int], end: int) -> Iterator[tuple[int, int]]:
    """From each cut, without its one unit, to the next."""
    begin = 0
    for cut in cuts:
        yield begin, cut
        begin = cut + 1
    yield begin, end
