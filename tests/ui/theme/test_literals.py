"""Colours have names: outside the theme no module of the window writes one down, and only our icons are read as SVG."""

import ast
import re
from pathlib import Path

import ui
from resources import ROOT
from ui.theme.tokens import LIGHT

_UI = Path(ui.__file__).parent
_HEX = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3}(?:[0-9a-fA-F]{2})?)?\b|\brgba?\(|\bhsla?\(")
_NAMED = re.compile(
    r"\bQt\.(GlobalColor\.)?(white|black|red|green|blue|cyan|magenta|yellow|gray|dark\w+|light\w+)\b"
)


def _modules() -> list[Path]:
    return [path for path in sorted(_UI.rglob("*.py")) if _UI / "theme" not in path.parents]


def _literals(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [
        f"{path.name}:{node.lineno} {node.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _HEX.search(node.value)
    ]
    for node in ast.walk(tree):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QColor"
        if (
            called
            and isinstance(node, ast.Call)
            and any(isinstance(each, ast.Constant) for each in node.args)
        ):
            found.append(f"{path.name}:{node.lineno} QColor")
        if isinstance(node, ast.Attribute) and _NAMED.search(ast.unparse(node)):
            found.append(f"{path.name}:{node.lineno} {ast.unparse(node)}")
    return found


def test_no_colour_stands_outside_the_theme() -> None:
    assert _modules()
    assert [line for path in _modules() for line in _literals(path)] == []


def test_the_check_sees_colours(tmp_path: Path) -> None:
    path = tmp_path / "page.py"
    path.write_text('a = "color: #0B5A6B"\nb = QColor("red")\nc = Qt.GlobalColor.red\nd = "rgb(1,2,3)"\n')
    assert len(_literals(path)) == 4


def test_the_style_sheet_names_only_tokens() -> None:
    text = (_UI / "theme" / "baton.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{6}\b|rgb\(", text)
    names = set(LIGHT._fields)
    assert {found for found in re.findall(r"\$(\w+)", text) if found not in names} == set()


def test_svg_is_read_in_one_place() -> None:
    readers = [path for path in _UI.rglob("*.py") if "QtSvg" in path.read_text(encoding="utf-8")]
    assert [path.relative_to(_UI).as_posix() for path in readers] == ["theme/icons.py"]


def test_icons_are_plain_drawings_with_their_licence() -> None:
    assert "ISC" in (ROOT / "icons" / "LICENSE-lucide.txt").read_text(encoding="utf-8")
    for path in (ROOT / "icons").glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert 'stroke="currentColor"' in text, path.name
        assert not re.search(r"<image|<use|<script|href|url\(", text), path.name
