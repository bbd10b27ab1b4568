"""Tables of the model become grids: plain tables, the RACI matrix, the quality checkpoints, the facts."""

from dataclasses import replace

from app.document import Box, Checkpoints, Document, Fact, Point, Raci, Table, Text
from exporters import fonts, layout
from exporters.pdf.flow import Flow, Stack
from exporters.pdf.grid import Grid, Look, Row
from exporters.pdf.pen import BOX, Pen
from exporters.pdf.setter import Setter
from exporters.pdf.tagged import Elem
from exporters.style import (
    CELL_BOTTOM,
    CELL_RIGHT,
    CELL_RIGHT_NUMBERS,
    CELL_TOP,
    INFORMED_EDGE,
    INK,
    MUTED,
    SANS,
    WHITE,
    Face,
    Ramp,
)

CHIP_WIDE, CHIP_HIGH = 16.0, 13.2


def table(setter: Setter, block: Table, parent: Elem) -> Grid:
    """A table of the page."""
    widths = layout.column_widths(block, setter.width, setter.sheet, fonts.width)
    pads = (6.0, 6.0) if block.split else (CELL_TOP, CELL_BOTTOM)
    write = tuple(at for at, column in enumerate(block.columns) if column.write)
    look = Look(tuple(widths), *pads, write=write, wash=setter.ramp.wash)
    tree = parent.table(block.name)
    head = Row(_heads(setter, block, widths, tree.add("TR")), look) if block.headed else None
    rows = []
    for row in block.rows:
        line = tree.add("TR")
        elems = [line.add("TD") if at or head else line.head("Row") for at in range(len(row))]
        cells = [
            setter.cell(cell, column, width, elem)
            for cell, column, width, elem in zip(row, block.columns, widths, elems, strict=True)
        ]
        rows.append(Row(cells, look, [cell.place for cell in row]))
    grid = Grid(look, head, rows)
    grid.before = 4
    return grid


def _heads(setter: Setter, block: Table, widths: list[float], line: Elem) -> list[Flow]:
    face = setter.sheet.head
    if block.split:
        face = replace(face, size=9.5, leading=12.6, color=INK)
    found: list[Flow] = []
    for column, width in zip(block.columns, widths, strict=True):
        measure = width - (CELL_RIGHT_NUMBERS if column.right else CELL_RIGHT)
        found.append(setter.plain(column.title, face, measure, line.head(), 1 if column.right else 0))
    return found


def facts(setter: Setter, document: Document, tree: Elem) -> Grid:
    """The row under the title."""
    sheet = setter.sheet
    widths = layout.fact_widths(document, setter.width, sheet, fonts.width)
    look = Look(tuple(widths), 0, 0, ruled=False)
    labels, values = tree.add("TR"), tree.add("TR")

    def entry(fact: Fact, width: float) -> tuple[Flow, Flow]:
        measure = width - CELL_RIGHT
        label = setter.plain(fact.label, sheet.fact_label, measure, labels.head())
        return label, setter.words(fact.value, sheet.fact_value, measure, values.add("TD"))

    pairs = [entry(fact, width) for fact, width in zip(document.facts, widths, strict=True)]
    rows = [Row([pair[at] for pair in pairs], look) for at in (0, 1)]
    return Grid(look, None, rows)


# --- who does what -----------------------------------------------------------------------------------------------
def chip(pen: Pen, letter: str, left: float, bottom: float, elem: Elem) -> None:
    """A RACI letter on its step of the ramp."""
    fill, ink, edge = _chip_colors(letter, pen.ramp)
    pen.framed(left, bottom, CHIP_WIDE, CHIP_HIGH, fill, edge)
    face = Face(SANS, 9, 12.4, bold=True)
    start = left + (CHIP_WIDE - fonts.width(letter, face)) / 2
    with pen.canvas.tag(elem):
        pen.text(letter, start, bottom + CHIP_HIGH / 2 - 3, face, ink)


def _chip_colors(letter: str, ramp: Ramp) -> tuple[str, str, str]:
    steps = {
        "A": (ramp.solid, WHITE, ramp.solid),
        "R": (ramp.mid, INK, ramp.mid),
        "C": (ramp.tint, INK, ramp.mid),
    }
    return steps.get(letter, (WHITE, INK, INFORMED_EDGE))


class Chips(Flow):
    """The letters of one person for one task, side by side, or stacked in a narrow column."""

    def __init__(self, letters: str, width: float, elem: Elem) -> None:
        self.letters, self.width, self.elem = letters, width, elem
        self.stacked = width < layout.SIDE_BY_SIDE
        self.height = CHIP_HIGH * (len(letters) if self.stacked else 1)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        across = 1 if self.stacked else len(self.letters)
        left += (self.width - across * CHIP_WIDE - (across - 1)) / 2
        for at, letter in enumerate(self.letters):
            right, down = (0, at) if self.stacked else (at, 0)
            chip(pen, letter, left + right * (CHIP_WIDE + 1), top - CHIP_HIGH * (down + 1), self.elem)


class TurnedHead(Flow):
    """A head rotated by 90 degrees: the role bold, the note muted."""

    def __init__(self, head: layout.Turned, width: float, elem: Elem) -> None:
        self.head, self.width, self.elem = head, width, elem
        self.height = head.length + 2

    def draw(self, pen: Pen, left: float, top: float) -> None:
        bold, small = Face(SANS, 8, 9.4, bold=True), Face(SANS, 7.5, 9.4)
        rows = [(line, bold, INK) for line in self.head.lines]
        rows += [(self.head.note, small, MUTED)] if self.head.note else []
        canvas = pen.canvas
        canvas.saveState()
        canvas.translate(left, top - self.height)
        canvas.rotate(90)
        y = -self.width / 2 + 9.4 * len(rows) / 2 - 7.2
        with canvas.tag(self.elem):
            for words, face, ink in rows:
                pen.text(words, 0, y, face, ink)
                y -= 9.4
        canvas.restoreState()


class Legend(Flow):
    """What the four letters mean."""

    after = 4.0

    def __init__(self, rows: list[list[tuple[str, str, float]]], elem: Elem) -> None:
        self.rows, self.elem = rows, elem
        self.height = 16.0 * len(rows)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        for row in self.rows:
            for letter, words, at in row:
                chip(pen, letter, left + at, top - 14, self.elem)
                with pen.canvas.tag(self.elem):
                    pen.text(f"{words} ", left + at + 22, top - 10.4, layout.LEGEND_FACE, INK)
            top -= 16


def raci(setter: Setter, block: Raci, parent: Elem) -> list[Flow]:
    """The matrices of a RACI, and the roles in full that a head had to shorten."""
    plan = layout.raci_plan(block, setter.width, setter.sheet, fonts.width)
    flows: list[Flow] = []
    for part in plan.parts:
        grid = _matrix(setter, block, plan.task, part, parent.table(block.name))
        grid.before = 4
        flows.append(grid)
    cut = layout.cut_heads(block, plan)
    if cut:
        note = setter.plain("; ".join(cut), setter.sheet.note, setter.width, parent.add("P"))
        note.before = setter.sheet.note.before
        flows.append(note)
    return flows


def _matrix(setter: Setter, block: Raci, task: float, part: layout.Matrix, tree: Elem) -> Grid:
    sheet = setter.sheet
    look = Look((task, *[part.person] * len(part.columns)), 2.6, 2.6)
    line = tree.add("TR")
    heads: list[Flow] = [setter.plain(block.task_label, sheet.head, task - CELL_RIGHT, line.head())]
    for at, index in enumerate(part.columns):
        elem = line.head()
        if part.turned:
            heads.append(TurnedHead(part.turned[at], part.person, elem))
        else:
            heads.append(_flat_head(setter, block, index, part.person, elem))
    rows = []
    for name, place, letters in block.tasks:
        line, given = tree.add("TR"), dict(letters)
        cells: list[Flow] = [setter.plain(name, sheet.strong, task - CELL_RIGHT, line.head("Row"))]
        for index in part.columns:
            elem = line.add("TD")
            cells.append(Chips(given[index], part.person, elem) if given.get(index) else Stack([]))
        rows.append(Row(cells, look, place=place))
    return Grid(look, Row(heads, look), rows)


def _flat_head(setter: Setter, block: Raci, index: int, width: float, elem: Elem) -> Stack:
    head = block.heads[index]
    role, note = replace(setter.sheet.head, color=INK), replace(setter.sheet.small, size=7.5, leading=10)
    said = [(head.role, role), (head.note, note)] if head.note else [(head.role, role)]
    return Stack([setter.plain(words, face, width - 4, elem, 0.5) for words, face in said], indent=2)


# --- quality checkpoints -----------------------------------------------------------------------------------------
class YesNo(Flow):
    """Two tick boxes with their words."""

    height = 12.4

    def __init__(self, tag: str, label: str, words: tuple[str, str], elem: Elem) -> None:
        self.tag, self.label, self.words, self.elem = tag, label, words, elem

    def draw(self, pen: Pen, left: float, top: float) -> None:
        for key, word in zip(("yes", "no"), self.words, strict=True):
            box = Box(f"{self.tag}.{key}", f"{self.label} {word}")
            pen.box(box, left, top - 6.2 - BOX / 2 - 0.4, self.elem)
            with pen.canvas.tag(self.elem):
                pen.text(f"{word} ", left + 13, top - 9.2, Face(SANS, 9, 12.4), INK)
            left += 42


def checkpoints(setter: Setter, block: Checkpoints, parent: Elem) -> Grid:
    """Checkpoints as columns, questions as rows, and a row to write in."""
    first = setter.width * 0.31
    each = (setter.width - first) / max(len(block.points), 1)
    look = Look((first, *[each] * len(block.points)), whole=True)
    tree = parent.table(block.name)
    line, sheet = tree.add("TR"), setter.sheet
    heads: list[Flow] = [setter.plain(block.question_label, sheet.head, first - CELL_RIGHT, line.head())]
    heads += [_point(setter, point, each - CELL_RIGHT, line.head()) for point in block.points]
    rows = []
    for number, question in enumerate(block.questions, 1):
        line = tree.add("TR")
        cells: list[Flow] = [setter.plain(question, sheet.cell, first - CELL_RIGHT, line.head("Row"))]
        cells += [
            YesNo(f"{point.tag}.q{number}", f"{point.percent}: {question}", block.yes_no, line.add("TD"))
            for point in block.points
        ]
        rows.append(Row(cells, look))
    line = tree.add("TR")
    change: list[Flow] = [setter.plain(block.change_label, sheet.cell, first - CELL_RIGHT, line.head("Row"))]
    rows.append(Row([*change, *(Stack([]) for _ in block.points)], look, least=layout.CHANGE_HEIGHT))
    places = [(), *(point.place for point in block.points)]
    grid = Grid(look, Row(heads, look, places), rows)
    grid.before = 4
    return grid


def _point(setter: Setter, point: Point, measure: float, elem: Elem) -> Stack:
    sheet = setter.sheet
    percent = Face(SANS, 13, 17.3, bold=True, color=setter.ramp.solid)
    return Stack(
        [
            setter.plain(point.percent, percent, measure, elem),
            setter.plain(point.date, replace(sheet.head, color=INK), measure, elem),
            setter.words((Text(point.ready),), sheet.small, measure, elem),
        ]
    )
