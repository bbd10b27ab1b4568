"""What sqlite-utils makes easy to get wrong is not written anywhere in Baton (RELIABILITY, finding 3)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shared import ROOT

SOURCES = [
    path for room in ("app", "storage", "exporters", "ui", "bench") for path in (ROOT / room).rglob("*.py")
]


def wrong(source: str) -> Iterator[str]:
    """`with connection:` does not roll back there, and commit() by hand ends a transaction of somebody else."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.With | ast.AsyncWith):
            for item in node.items:
                if _is_connection(item.context_expr):
                    yield f"with {ast.unparse(item.context_expr)}:"
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and _is_connection(node.func.value)
        ):
            words = str(node.args[0].value) if node.args and isinstance(node.args[0], ast.Constant) else ""
            by_hand = node.func.attr == "execute" and words.startswith(
                ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT")
            )
            if by_hand or node.func.attr in ("commit", "rollback", "executescript"):
                yield ast.unparse(node)


def _is_connection(node: ast.expr) -> bool:
    return ast.unparse(node).rsplit(".", 1)[-1].lstrip("_") in ("conn", "connection", "db")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_atomic_is_a_transaction(source: Path) -> None:
    assert list(wrong(source.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "with db.conn:\n pass",
        "with connection:\n pass",
        "db.conn.commit()",
        "connection.executescript('x')",
        "db.execute('BEGIN IMMEDIATE')",
    ],
)
def test_the_law_finds_what_it_forbids(source: str) -> None:
    assert list(wrong(source))
