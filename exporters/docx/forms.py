"""What is filled in by hand: quality checkpoints and the lines to sign on."""

from collections.abc import Iterator

from app.document import Box, Checkpoints, Point, Signoff, Text
from exporters.docx.job import Job
from exporters.docx.markup import border, paragraph, run
from exporters.docx.prose import laid
from exporters.docx.runs import box, inlines
from exporters.docx.table import CLOSING, FIRST_EDGES, HEAD_EDGES, cell_start, opening, row
from exporters.layout import CHANGE_HEIGHT
from exporters.style import HAIRLINE, INK

_QUESTIONS = 0.31
"""Share of the width for the questions."""
_SIGN_GAP = 18.0
_SIGN_SHARES = (0.66, 0.06, 0.28)
"""Name, white, date."""


def set_checkpoints(job: Job, checkpoints: Checkpoints) -> Iterator[str]:
    """Checkpoints as columns, questions as rows, and a row to write in."""
    first = job.width * _QUESTIONS
    each = (job.width - first) / max(len(checkpoints.points), 1)
    yield opening([first, *(each for _ in checkpoints.points)], "BatonGrid", checkpoints.name)
    yield _points(job, checkpoints, first, each)
    for number, question in enumerate(checkpoints.questions, 1):
        edges = FIRST_EDGES if number == 1 else ""
        cells = f"{cell_start(first, edges=edges)}{_said(job, 'BatonTableText', question, keep=True)}</w:tc>"
        for point in checkpoints.points:
            cells += f"{cell_start(each, edges=edges)}{_answer(job, checkpoints, point, number)}</w:tc>"
        yield row(cells)
    blank = f"{cell_start(each)}{paragraph('BatonTableText')}</w:tc>" * len(checkpoints.points)
    change = f"{cell_start(first)}{paragraph('BatonTableText', run(checkpoints.change_label))}</w:tc>"
    yield row(change + blank, height=CHANGE_HEIGHT) + CLOSING


def _points(job: Job, checkpoints: Checkpoints, first: float, each: float) -> str:
    cells = (
        cell_start(first, edges=HEAD_EDGES, align="bottom")
        + paragraph("BatonTableHeading", run(checkpoints.question_label))
        + "</w:tc>"
    )
    for point in checkpoints.points:
        ready = job.anchors.field(inlines(job, (Text(point.ready),)), point.place, point.percent)
        cells += (
            cell_start(each, edges=HEAD_EDGES, align="bottom")
            + _said(job, "BatonTableFigure", point.percent)
            + _said(job, "BatonTableRole", point.date)
            + laid(job, "BatonTableSmall", ready, (Text(point.ready),), keep=True)
            + "</w:tc>"
        )
    return row(cells, head=True)


def _answer(job: Job, checkpoints: Checkpoints, point: Point, number: int) -> str:
    asked = f"{point.percent} {checkpoints.question_label.lower()} {number}"
    ticks = [
        box(job, Box(f"{point.tag}.q{number}.{key}", f"{asked}: {answer}")) + run(f"\u00a0{answer}")
        for key, answer in zip(("yes", "no"), checkpoints.yes_no, strict=True)
    ]
    return paragraph("BatonTableBox", run("      ").join(ticks), keep=True)


def _said(job: Job, style: str, text: str, *, keep: bool = False) -> str:
    said = (Text(text),)
    return laid(job, style, inlines(job, said), said, keep=keep)


def set_signoff(job: Job, signoff: Signoff) -> Iterator[str]:
    """Two roles beside each other, each with a date."""
    half = (job.width - _SIGN_GAP) / 2
    parts = [half * share for share in _SIGN_SHARES]
    widths = [*parts, _SIGN_GAP, *parts]
    for at in range(0, len(signoff.roles), 2):
        words: list[str] = []
        for role in signoff.roles[at : at + 2]:
            words += [role, "", signoff.date_label, ""]
        padded = (words + [""] * len(widths))[: len(widths)]
        cells = "".join(_line(job, width, text) for width, text in zip(widths, padded, strict=True))
        yield (
            paragraph("BatonSignSpace")
            + opening(widths, "TableNormal", signoff.name, head=False)
            + row(cells)
            + CLOSING
        )


def _line(job: Job, width: float, text: str) -> str:
    edges = border("top", INK, HAIRLINE) if text else ""
    return (
        cell_start(width, edges=edges, padding={"top": 3}) + _said(job, "BatonTableSmall", text) + "</w:tc>"
    )
