"""docs/reliability.md is true: every promise has its row, every row its tests, and every test it names is there."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.shared import ROOT

PROMISED = {
    *(f"D{number}" for number in range(1, 15)),
    *(f"E{number}" for number in range(1, 9)),
    *(f"I{number}" for number in (1, 2, 5, 6, 7)),
}
"""What the file, the exports and whatever comes from outside are promised."""
_ROW = re.compile(
    r"^\| (?P<row>[DEIN]\d+) \| (?P<promise>[^|]+) \| (?P<tests>[^|]+) \| (?P<figure>[^|]+) \|$"
)
_TEST = re.compile(r"`(?P<file>tests/[\w/]+\.py)(?:::(?P<name>\w+))?`")


def rows() -> list[re.Match[str]]:
    text = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    return [found for found in map(_ROW.match, text.splitlines()) if found is not None]


def test_every_promise_has_a_row() -> None:
    assert {row["row"] for row in rows()} >= PROMISED


def test_every_row_names_tests_that_are_there_and_a_figure() -> None:
    missing = []
    for row in rows():
        named = list(_TEST.finditer(row["tests"]))
        if not named or not row["figure"].strip():
            missing.append(row["row"])
        missing += [
            f"{row['row']}: {each.group()}"
            for each in named
            if not (ROOT / each["file"]).is_file()
            or (each["name"] and each["name"] not in _tests(ROOT / each["file"]))
        ]
    assert not missing


@cache
def _tests(path: Path) -> frozenset[str]:
    """Functions, methods and state machines of a test file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = (ast.FunctionDef, ast.ClassDef)
    assigned = (
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    )
    return frozenset([*(node.name for node in ast.walk(tree) if isinstance(node, named)), *assigned])
