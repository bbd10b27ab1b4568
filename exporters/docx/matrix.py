"""Who does what: the RACI matrix as tables with letter chips that differ in grey too."""

from collections.abc import Iterator

from app.document import Raci, Text
from exporters import fonts
from exporters.docx.job import Job
from exporters.docx.markup import TAB, paragraph, run, styled, tab_stops
from exporters.docx.prose import laid
from exporters.docx.runs import chip, inlines
from exporters.docx.table import CLOSING, FIRST_EDGES, HEAD_EDGES, cell_start, opening, row
from exporters.layout import SIDE_BY_SIDE, Matrix, RaciPlan, cut_heads, legend_rows, raci_plan

_TIGHT = {"top": 2.6, "left": 0.0, "bottom": 2.6, "right": 0.0}
_KEPT_WHOLE = 14
_TURNED_ROOM = 14.0
"""Beyond the length of a turned head, so that Word does not break it."""


def set_raci(job: Job, raci: Raci) -> Iterator[str]:
    """Legend, then one table or several under each other."""
    plan = raci_plan(raci, job.width, job.look, fonts.width)
    yield from _legend(job, raci)
    for index, part in enumerate(plan.parts):
        if index:
            yield paragraph("BatonBetween")
        yield from _matrix(job, raci, plan, part)
    cut = (Text("; ".join(cut_heads(raci, plan))),)
    if cut[0].text:
        yield laid(job, "BatonNote", inlines(job, cut), cut)


def _legend(job: Job, raci: Raci) -> Iterator[str]:
    for line in legend_rows(raci, job.width, fonts.width):
        entries = [chip(letter) + TAB + run(words) for letter, words, _ in line]
        lefts = [left for _, _, left in line]
        stops = sorted([left + 22 for left in lefts] + lefts[1:])
        yield paragraph("BatonLegend", TAB.join(entries), tabs=tab_stops(*stops))


def _matrix(job: Job, raci: Raci, plan: RaciPlan, part: Matrix) -> Iterator[str]:
    yield opening([plan.task, *(part.person for _ in part.columns)], "BatonGrid", raci.name)
    yield _heads(job, raci, plan, part)
    last = len(raci.tasks) - 1
    for index, (task, place, letters) in enumerate(raci.tasks):
        keep = index < last and (last < _KEPT_WHOLE or index in (0, last - 1))
        edges = FIRST_EDGES if index == 0 else ""
        said = (Text(task),)
        shown = job.anchors.field(inlines(job, said), place, raci.task_label)
        cells = cell_start(plan.task, edges=edges, padding=_TIGHT)
        cells += laid(job, "BatonTableStrong", shown, said, keep=keep) + "</w:tc>"
        held = dict(letters)
        start = cell_start(part.person, edges=edges, padding=_TIGHT)
        cells += "".join(f"{start}{_letters(held.get(at, ''), part.person)}</w:tc>" for at in part.columns)
        yield row(cells)
    yield CLOSING


def _letters(letters: str, room: float) -> str:
    groups = [letters] if room >= SIDE_BY_SIDE else list(letters) or [""]
    return "".join(paragraph("BatonTableText", "".join(map(chip, group)), align="center") for group in groups)


def _heads(job: Job, raci: Raci, plan: RaciPlan, part: Matrix) -> str:
    first = cell_start(plan.task, edges=HEAD_EDGES, padding={"right": 0}, align="bottom")
    cells = f"{first}{paragraph('BatonTableHeading', run(raci.task_label))}</w:tc>"
    if part.turned:
        start = cell_start(part.person, edges=HEAD_EDGES, padding=_TIGHT, turned=True, align="center")
        for turned in part.turned:
            cells += start + _head(job, " ".join(turned.lines), turned.note, "") + "</w:tc>"
        return row(cells, head=True, height=part.head_height + _TURNED_ROOM)
    start = cell_start(part.person, edges=HEAD_EDGES, padding=_TIGHT, align="bottom")
    for index in part.columns:
        cells += start + _head(job, raci.heads[index].role, raci.heads[index].note, "center") + "</w:tc>"
    return row(cells, head=True)


def _head(job: Job, role: str, note: str, align: str) -> str:
    shown = paragraph("BatonTableRole", inlines(job, (Text(role),)), align=align)
    return shown + (
        paragraph("BatonTableSmall", styled(note, "BatonMuted"), keep=True, align=align) if note else ""
    )
