"""A DOCX as tests look at it: parts as trees, text in reading order."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BODY, STYLES = "word/document.xml", "word/styles.xml"
_SKIPPED = {f"{W}{name}" for name in ("instrText", "rPr", "pPr", "sdtPr")}

type Node = Any


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: archive.read(name) for name in names}


def tree(data: bytes, part: str = BODY) -> Node:
    return etree.fromstring(parts(data)[part], etree.XMLParser(resolve_entities=False, huge_tree=True))


def text(node: Node) -> str:
    """What is read: line breaks as newlines without the space before them, paragraphs apart."""
    return "".join(_pieces(node)).replace(" \n", "\n")


def _pieces(node: Node) -> Iterator[str]:
    if node.tag in _SKIPPED:
        return
    if node.tag == f"{W}t":
        yield node.text or ""
    elif node.tag == f"{W}br":
        yield "\n"
    for child in node:
        yield from _pieces(child)
    if node.tag == f"{W}p":
        yield "\n"


def value(node: Node, name: str = "val") -> str:
    found: str = node.get(f"{W}{name}")
    return found


def values(root: Node, element: str) -> list[str]:
    return [value(node) for node in root.iter(f"{W}{element}")]


def style_of(paragraph: Node) -> str:
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def bookmarked(root: Node) -> dict[str, str]:
    """Text between the start and the end of each bookmark."""
    names: dict[str, str] = {}
    open_: dict[str, list[str]] = {}
    found: dict[str, str] = {}

    def walk(node: Node) -> None:
        if node.tag in _SKIPPED:
            return
        if node.tag == f"{W}bookmarkStart":
            names[value(node, "id")] = value(node, "name")
            open_[value(node, "id")] = []
        elif node.tag == f"{W}bookmarkEnd":
            found[names[value(node, "id")]] = "".join(open_.pop(value(node, "id")))
        elif node.tag in (f"{W}t", f"{W}br"):
            for pieces in open_.values():
                pieces.append("\n" if node.tag == f"{W}br" else node.text or "")
        for child in node:
            walk(child)
        if node.tag == f"{W}p":
            for pieces in open_.values():
                pieces.append("\n\n")

    walk(root)
    assert not open_
    return found
