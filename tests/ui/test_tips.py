"""What somebody wrote is never markup in a tooltip: each tip is Baton's own words or goes through `tip`."""

import ast
from pathlib import Path

import ui
from ui.widgets.tip import tip

OWN = {"tr", "tip", "_tr", "shortcut"}
SAFE_NAMES = {"keys", "text", "colour", "finding.why"}
"""Shortcuts, the words of a button, a checked colour, a reason from the table of fields."""


def test_markup_stays_words() -> None:
    assert tip("<b>AT&T") == "<span>&lt;b&gt;AT&amp;T</span>"
    assert "<img" not in tip("<img src='//host/x.png'>")
    assert tip("") == ""


def test_no_tooltip_is_set_raw() -> None:
    raw = []
    for path in sorted(Path(ui.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            tips = isinstance(node, ast.Call) and ast.unparse(node.func).endswith("setToolTip")
            if tips and isinstance(node, ast.Call) and not harmless(node.args[0]):
                raw.append(f"{path.name}:{node.lineno} {ast.unparse(node.args[0])}")
    assert not raw


def harmless(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Constant) or ast.unparse(argument) in SAFE_NAMES:
        return True
    if isinstance(argument, ast.IfExp):
        return harmless(argument.body) and harmless(argument.orelse)
    called = argument.func if isinstance(argument, ast.Call) else None
    return called is not None and ast.unparse(called).rsplit(".", 1)[-1] in OWN
