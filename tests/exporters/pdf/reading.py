"""What a reader gets out of a PDF: its words, where they stand, its fonts, tags, links and outline."""

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

type Rect = tuple[float, float, float, float]
_UNSEEN = re.compile(
    "[\\s\u00ad\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffe\x02\U000e0000-\U000e01ef-]+"
)

SPACE = 3.5
"""A reader counts the space at a line's end, which may hang over the margin, to its piece of text."""


def squash(text: str) -> str:
    """Without white space, hyphens (a reader drops them at line ends) and what has no look; compatible forms equal."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def shown(text: str, lost: tuple[tuple[str, int], ...]) -> str:
    """A text as it is printed when some characters have no font."""
    for char, _ in lost:
        text = text.replace(char, f"[U+{ord(char):04X}]")
    return text


def words(data: bytes) -> str:
    """All text of a file, squashed."""
    document = pypdfium2.PdfDocument(data)
    try:
        return squash("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def rects(data: bytes) -> Iterator[list[tuple[Rect, str]]]:
    """For each page the pieces of text: (left, bottom, right, top) in points, and the words."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_rect(at) for at in range(text.count_rects())]
        yield [(box, text.get_text_bounded(*box).strip()) for box in boxes]
    document.close()


def inked(data: bytes, rect: Rect) -> tuple[float, float]:
    """Where ink starts and ends from left to right in a rectangle (from the top left) of the first page, in points."""
    document = pypdfium2.PdfDocument(data)
    picture = document[0].render(scale=2).to_pil().convert("L")
    document.close()
    part = picture.crop(tuple(round(value * 2) for value in rect)).point(lambda grey: 255 * (grey < 128))
    left, _, right, _ = part.getbbox()
    return rect[0] + left / 2, rect[0] + right / 2


def overlaps(pieces: list[tuple[Rect, str]]) -> list[tuple[str, str]]:
    """Pairs of pieces that cover each other by more than a hair."""
    found = []
    for at, (one, text) in enumerate(pieces):
        for other, words_ in pieces[at + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            if across > 1.5 and down > 0.55 * min(one[3] - one[1], other[3] - other[1]) and text and words_:
                found.append((text, words_))
    return found


def opened(data: bytes) -> Any:
    return pikepdf.open(BytesIO(data))


def font_files(pdf: Any) -> dict[str, bool]:
    """Each declared font and whether it is embedded."""
    found = {}
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            about = font.get("/FontDescriptor")
            found[str(font.BaseFont)] = about is not None and "/FontFile2" in about
    return found


def elements(pdf: Any) -> Iterator[Any]:
    """The structure tree in reading order."""

    def walk(node: Any) -> Iterator[Any]:
        if isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node
            for kid in node.K:
                yield from walk(kid)

    for root in pdf.Root.StructTreeRoot.K:
        yield from walk(root)


_MARKS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"}


def untagged(pdf: Any) -> list[tuple[int, str]]:
    """Marks outside of every element and artifact, and pages whose brackets do not match."""
    found = []
    for number, page in enumerate(pdf.pages, 1):
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            if operator in _MARKS and depth == 0:
                found.append((number, operator))
            assert depth in (0, 1), "marked content is never nested"
        if depth:
            found.append((number, "unbalanced"))
    return found


def annotations(pdf: Any) -> list[Any]:
    return [note for page in pdf.pages for note in page.get("/Annots", [])]


def links(pdf: Any) -> list[str]:
    return [str(note.A.URI) for note in annotations(pdf) if "/A" in note]


def outline(pdf: Any) -> list[str]:
    """Titles, without their numbers."""
    with pdf.open_outline() as found:
        return [re.sub(r"^\d+  ", "", entry.title) for entry in found.root]
