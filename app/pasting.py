"""What a spreadsheet copies: lines of cells with tabs between them, and which field of a row each cell answers."""

from collections.abc import Sequence

from app.calling import squeezed
from app.field import Field

_TELLING, _FEW = 3, 3
"""Letters that tell a heading, and words that a heading has at most."""

type Cells = tuple[tuple[Field | None, str], ...]
"""One pasted line; a cell that no field takes has None."""


def spread(text: str, fields: Sequence[Field]) -> list[Cells]:
    """Every line that says something, each cell with its field.

    Cells go to the fields in their order; where the first line names fields, each column goes to the one it names.
    """
    lines = [_cells(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    lines = [line for line in lines if any(line)]
    order: Sequence[Field | None] = fields
    head = _head(lines, fields)
    if head is not None:
        order, lines = head, lines[1:]
    return [
        tuple((order[at] if at < len(order) else None, cell) for at, cell in enumerate(line))
        for line in lines
    ]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("\t")]


def _head(lines: Sequence[Sequence[str]], fields: Sequence[Field]) -> list[Field | None] | None:
    """The fields that the first line names; None when it is a row like the others.

    One column alone is a heading only where something stands below it.
    """
    first = lines[0] if lines else ()
    named = [_named(cell, fields) for cell in first]
    found = [each for each in named if each is not None]
    said = sum(1 for cell in first if cell)
    whole = len(found) == said and (said > 1 or len(lines) > 1)
    most = len(found) > 1 and 2 * len(found) > said
    unique = len({each.key for each in found}) == len(found)
    return named if found and unique and (whole or most) else None


def _named(cell: str, fields: Sequence[Field]) -> Field | None:
    wanted = squeezed(cell)
    labels = [(each, squeezed(each.label)) for each in fields]
    by_label = next((each for each, label in labels if wanted and wanted == label), None)
    by_key = next((each for each in fields if wanted == squeezed(each.key.replace("_", ""))), None)
    # "Specification" for "Exact specification", "Due date" for "Due"; never a cell of many words.
    near = next(
        (
            each
            for each, label in labels
            if min(len(wanted), len(label)) >= _TELLING
            and (label.endswith(wanted) or wanted.startswith(label))
        ),
        None,
    )
    return by_label or by_key or (near if len(cell.split()) <= _FEW else None)
