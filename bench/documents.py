"""The documents: warm, from a campaign to the bytes of its files."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from app.document import Cell, Column, Document, Para, Section, Table, Text
from app.documents import Edition, build
from app.field import Doc
from bench.floors import drawn, lines_of, parts_of, zipped
from bench.measure import Row, ratio, slope, typical
from bench.workspaces import TODAY, sample
from exporters import docx as word
from exporters import pdf as paper
from exporters.export import Order, export
from exporters.fit import fit

EDITION = Edition(day=TODAY, agency="Lantern Street")
_LONG, _WIDE = 200, 8


def docx() -> Iterator[Row]:
    """Three documents built and rendered, against a zip of the same parts."""
    parts = [parts_of(word.render(document)) for document in _three()]

    def made() -> None:
        for kind in Doc:
            word.render(build(sample(), kind, EDITION))

    yield ratio("three DOCX, warm", lambda: [zipped(each) for each in parts], made, 4.0)


def pdf() -> Iterator[Row]:
    """Three documents built, fitted and rendered, against the same words drawn on a plain canvas."""
    lines = [lines_of(document) for document in _three()]
    yield ratio("three PDF, warm, tagged", lambda: [drawn(each) for each in lines], _pdfs, 5.0)


def six() -> Iterator[Row]:
    """An export of everything into a folder, against both floors and writing the same bytes."""
    parts = [parts_of(word.render(document)) for document in _three()]
    lines = [lines_of(document) for document in _three()]
    with TemporaryDirectory() as folder:

        def floor() -> None:
            for number, each in enumerate([*map(zipped, parts), *map(drawn, lines)]):
                (Path(folder) / f"{number}").write_bytes(each)

        def exported() -> None:
            with TemporaryDirectory(dir=folder) as there:
                export(sample(), EDITION, Order(allow_overflow=True), Path(there), lambda _: None)

        yield ratio("all six files", floor, exported, 4.0)


def table() -> Iterator[Row]:
    """A table of 200 x 8 to DOCX, against the same cells as one string in a zip; and how it grows."""
    made = partial(word.render, tabled(_LONG), embed_fonts=False)
    yield ratio("a 200 x 8 table to DOCX", lambda: _one_string(_LONG), made, 30.0)
    costs = [typical(partial(word.render, tabled(rows), embed_fonts=False)) for rows in (_LONG, _LONG * 16)]
    yield Row("how that table grows, 200 to 3,200 rows", slope((1, costs[0]), (16, costs[1])), 1.15, "slope")


def tabled(rows: int) -> Document:
    """A document with one table of so many rows, eight columns wide."""
    cells = tuple(tuple(_cell(row, column) for column in range(_WIDE)) for row in range(rows))
    columns = tuple(Column(f"c{number}", f"Column {number}") for number in range(_WIDE))
    section = Section("table", "Table", (Table(columns, cells, "Table"),))
    return replace(_three()[1], sections=(section,), contents=False)


def _cell(row: int, column: int) -> Cell:
    return Cell((Para((Text(_words(row, column)),)),))


@cache
def _three() -> tuple[Document, ...]:
    return tuple(build(sample(), kind, EDITION) for kind in Doc)


def _pdfs() -> None:
    for kind in Doc:
        document = build(sample(), kind, EDITION)
        if document.side:
            found = fit(document)
            paper.render(document, level=found.level, gap=found.gap)
        else:
            paper.render(document)


def _one_string(rows: int) -> bytes:
    cells = (
        f"<w:tc><w:p><w:r><w:t>{escape(_words(row, column))}</w:t></w:r></w:p></w:tc>"
        for row in range(rows)
        for column in range(_WIDE)
    )
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "".join(cells))
    return memory.getvalue()


def _words(row: int, column: int) -> str:
    return f"Row {row}, column {column}: poster & flyer"
