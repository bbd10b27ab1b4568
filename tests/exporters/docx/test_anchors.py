"""Fields come back: by the tag of a control, or by a hidden bookmark where an editor dropped the tag."""

import re

import pytest

from app.document import (
    Block,
    Box,
    Bullets,
    Cell,
    Checkpoints,
    Document,
    Item,
    Marker,
    Para,
    Point,
    Raci,
    Table,
    Text,
    Voice,
    plain,
    words,
)
from app.place import Place, label
from exporters.docx import render
from exporters.docx.anchors import mark, tag
from tests.exporters import documents
from tests.exporters.docx.reading import W14, Node, W, bookmarked, text, tree, value, values

PAIR = (documents.brief(objective="First paragraph.\n\nSecond one\nwith a break."), documents.checklist())


def _controls(root: Node) -> dict[str, Node]:
    found = {value(each.find(f"{W}sdtPr/{W}tag")): each for each in root.iter(f"{W}sdt")}
    assert len(found) == len(list(root.iter(f"{W}sdt")))
    return found


def _squashed(said: str) -> str:
    return re.sub(r"\s+", " ", said).strip()


def _answers(block: Block) -> list[tuple[Place, str]]:
    match block:
        case Para(inlines=inlines, place=place):
            return [(place, plain(inlines))]
        case Bullets(items=items):
            return [(item.place, plain(item.inlines)) for item in items]
        case Table(rows=rows):
            return [pair for row in rows for cell in row for pair in _cell(cell)]
        case Raci(tasks=tasks):
            return [(place, task) for task, place, _ in tasks]
        case Checkpoints(points=points):
            return [(point.place, point.ready) for point in points]
        case _:
            return []


def _cell(cell: Cell) -> list[tuple[Place, str]]:
    inside = [pair for block in cell.blocks for pair in _answers(block)]
    whole = " ".join(said for _, said in inside)
    return [(cell.place, whole), *(pair for pair in inside if pair[0])]


def _expected(document: Document) -> dict[str, str]:
    """What each place says, paragraphs of one place joined."""
    found: dict[str, str] = {}
    for section in document.sections:
        for block in section.blocks:
            for place, said in _answers(block):
                if place:
                    found[label(place)] = f"{found.get(label(place), '')} {said}"
    return {place: _squashed(said) for place, said in found.items()}


@pytest.mark.parametrize("document", PAIR, ids=lambda document: document.kind)
def test_every_place_is_bookmarked_with_exactly_what_it_says(document: Document) -> None:
    for controls in (True, False):
        found = bookmarked(tree(render(document, embed_fonts=False, controls=controls)))
        for place, said in _expected(document).items():
            assert _squashed(found[mark(place)]) == said


@pytest.mark.parametrize("document", PAIR, ids=lambda document: document.kind)
def test_controls_say_the_same_as_bookmarks(document: Document) -> None:
    controls = _controls(tree(render(document, embed_fonts=False, fields=True)))
    told = {place: said for place, said in _expected(document).items() if place in controls}
    assert len(told) > len(_expected(document)) * 0.8
    for place, said in told.items():
        assert _squashed(text(controls[place])) == said


def test_several_paragraphs_of_one_field_are_one_control() -> None:
    control = _controls(tree(render(PAIR[0], embed_fonts=False, fields=True)))["strategy.objective"]
    assert [text(each) for each in control.iter(f"{W}p")] == [
        "First paragraph.\n",
        "Second one\nwith a break.\n",
    ]
    assert control.find(f"{W}sdtPr/{W}text") is None


def test_controls_are_not_nested() -> None:
    for control in tree(render(PAIR[1], embed_fonts=False, fields=True)).iter(f"{W}sdt"):
        assert not list(control.iterancestors(f"{W}sdt"))


def test_a_control_says_to_people_which_field_it_is() -> None:
    control = _controls(tree(render(PAIR[1], embed_fonts=False, fields=True)))["deliverables.d2.owner"]
    assert values(control, "alias") == ["Owner"]
    assert control.find(f"{W}sdtPr/{W}text") is not None


def test_what_is_missing_is_a_placeholder_not_an_answer() -> None:
    control = _controls(tree(render(PAIR[1], embed_fonts=False, fields=True)))["review"]
    assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    assert text(control) == "Nobody is named."


def test_an_empty_cell_can_be_filled_in() -> None:
    table = Table(documents.brand().columns, ((Cell(place=("a", "b")), documents.cell("x")),), "Empty")
    control = _controls(tree(render(documents.of(table), embed_fonts=False, fields=True)))["a.b"]
    assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def test_a_link_keeps_its_control_from_being_plain_text() -> None:
    said = Para(words("See https://example.com/ for more"), place=("a",))
    control = _controls(tree(render(documents.of(said), embed_fonts=False, fields=True)))["a"]
    assert control.find(f"{W}sdtPr/{W}text") is None
    assert text(control) == "See https://example.com/ for more"


def test_boxes_are_controls_to_click_with_a_name() -> None:
    root = tree(render(PAIR[1], embed_fonts=False, fields=True))
    box = _controls(root)["deliverables.d1.done"]
    state = box.find(f"{W}sdtPr/{W14}checkbox")
    assert state.find(f"{W14}checked").get(f"{W14}val") == "1"
    assert (text(box), values(box, "alias")) == ("☑", ["D1 done"])
    boxes = list(root.iter(f"{W14}checkbox"))
    assert len(boxes) == 9 + 4 + 3 * 3 * 2


def test_without_controls_boxes_and_fields_are_drawn_and_bookmarked() -> None:
    root = tree(render(PAIR[1], embed_fonts=False, controls=False))
    assert not list(root.iter(f"{W}sdt"))
    assert bookmarked(root)[mark("deliverables.d1.done")] == "☑"
    assert bookmarked(root)[mark("deliverables.d2.done")] == "☐"


def test_a_field_is_anchored_where_it_comes_first() -> None:
    twice = (
        Para((Text("first"),), place=("a",)),
        Para((Text("between"),)),
        Para((Text("again"),), place=("a",)),
    )
    root = tree(render(documents.of(*twice), embed_fonts=False, fields=True))
    assert bookmarked(root)[mark("a")] == "first"
    assert text(_controls(root)["a"]) == "first"


def test_a_long_label_is_tagged_by_its_bookmark() -> None:
    place: Place = ("deliverables", "x" * 80, "name")
    root = tree(render(documents.of(Para((Text("said"),), place=place)), embed_fonts=False, fields=True))
    assert text(_controls(root)[mark(label(place))]) == "said"
    assert tag("a.b") == "a.b"


def test_marks_never_change() -> None:
    assert mark("strategy.objective") == "_fTYB3LPCG5M67RUVP"


def test_two_boxes_are_never_one_answer() -> None:
    same = Item((Text("x"),), ("t",), Box("t", "x"))
    controls = _controls(
        tree(render(documents.of(Bullets((same, same), Marker.BOX)), embed_fonts=False, fields=True))
    )
    assert sorted(controls) == ["t", "t.box", "t.box.box"]


def test_ids_of_any_letters_make_anchors() -> None:
    odd: Place = ("deliverables", 'd"<&>.\ud83d é', "name")
    point = Point("25%", "Mon", "ready", 'c"<1>')
    blocks = (
        Para((Text("said"),), place=odd),
        Bullets((Item((Text("x"),), box=Box('b"<&>', 'l"<&>')),)),
        Checkpoints((point,), ("Yes?",), 'n"<&>'),
        Para((Text("gone"),), Voice.MISSING, (*odd, "two")),
    )
    controls = _controls(tree(render(documents.of(*blocks), embed_fonts=False, fields=True)))
    assert {label(odd), 'b"<&>', 'c"<1>.q1.yes', 'c"<1>.q1.no'} <= set(controls)
