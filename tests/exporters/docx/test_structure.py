"""What must be true of every DOCX: the acceptance checks of the documents that need no word processor."""

import io
import re
from dataclasses import replace

import docx
import pytest

from app.document import Document, Para, Table, Text, plain, texts, words
from exporters.docx import render
from exporters.style import PAGES
from tests.exporters import documents
from tests.exporters.docx.reading import BODY, STYLES, WP, R, W, parts, style_of, text, tree, value, values
from tests.exporters.docx.schema import misplaced

ALL = {
    "brief": documents.brief(),
    "checklist": documents.checklist(),
    "people": documents.of(documents.raci(27)),
    "metrics": documents.of(documents.metrics()),
}
BOTH = pytest.mark.parametrize("document", ALL.values(), ids=ALL)


@pytest.fixture(scope="module")
def made() -> dict[Document, bytes]:
    return {document: render(document) for document in ALL.values()}


def _said(found: str) -> str:
    return re.sub(r"\s+", " ", found)


@BOTH
def test_everything_said_is_there_in_order(document: Document, made: dict[Document, bytes]) -> None:
    found = _said(text(tree(made[document])))
    at = found.index(document.subtitle)
    for fact in document.facts:
        assert fact.label in found
        assert _said(plain(fact.value)) in found
    front = {document.title, document.subtitle, document.kicker}
    front |= {part for fact in document.facts for part in (fact.label, plain(fact.value))}
    for each in texts(document):
        if each not in front:
            at = found.index(_said(each).strip(), at)


@BOTH
def test_every_section_has_a_first_heading_of_its_own(
    document: Document, made: dict[Document, bytes]
) -> None:
    paragraphs = tree(made[document]).iter(f"{W}p")
    heads = [text(each).strip() for each in paragraphs if style_of(each) == "Heading1"]
    assert heads == [section.title for section in document.sections]


@BOTH
def test_children_stand_in_the_order_of_the_schema(document: Document, made: dict[Document, bytes]) -> None:
    for name, part in parts(made[document]).items():
        if name.startswith("word/") and name.endswith(".xml"):
            assert misplaced(tree(made[document], name)) == [], (name, len(part))


@BOTH
def test_head_rows_repeat_and_rows_stay_whole(document: Document, made: dict[Document, bytes]) -> None:
    for table in tree(made[document]).iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        data = value(table.find(f"{W}tblPr/{W}tblStyle")) in ("BatonGrid", "BatonFacts")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads == [data] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


@BOTH
def test_tables_with_data_are_described(document: Document, made: dict[Document, bytes]) -> None:
    for table in tree(made[document]).iter(f"{W}tbl"):
        about = table.find(f"{W}tblPr")
        if value(about.find(f"{W}tblStyle")) != "TableNormal":
            assert value(about.find(f"{W}tblDescription"))
            assert value(about.find(f"{W}tblCaption"))


@BOTH
def test_tables_have_as_many_cells_as_columns_and_end_in_a_paragraph(
    document: Document, made: dict[Document, bytes]
) -> None:
    root = tree(made[document])
    for table in root.iter(f"{W}tbl"):
        grid = [int(value(column, "w")) for column in table.iter(f"{W}gridCol")]
        assert sum(grid) <= round((PAGES["A4"][0] - 113.385) * 20) + len(grid)
        for row in table.findall(f"{W}tr"):
            widths = [int(value(cell.find(f"{W}tcPr/{W}tcW"), "w")) for cell in row.findall(f"{W}tc")]
            assert widths == grid
        following = table.getnext()
        assert following.tag == f"{W}p", "two tables would melt into one"
    for cell in root.iter(f"{W}tc"):
        assert cell[-1].tag in (f"{W}p", f"{W}sdt")


@BOTH
def test_styles_used_exist_and_nothing_is_set_by_hand(
    document: Document, made: dict[Document, bytes]
) -> None:
    styles = tree(made[document], STYLES)
    known = {value(style, "styleId") for style in styles.iter(f"{W}style")}
    for part in (BODY, "word/header1.xml", "word/footer1.xml", STYLES, "word/numbering.xml"):
        root = tree(made[document], part)
        for element in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            assert set(values(root, element)) <= known
    root = tree(made[document])
    for fonts in root.iter(f"{W}rFonts"):
        assert value(fonts.getparent().find(f"{W}rStyle")) == "BatonBox"
    assert not list(root.iter(f"{W}sz"))
    assert not list(root.iter(f"{W}color"))


@BOTH
def test_numbers_are_given_once(document: Document, made: dict[Document, bytes]) -> None:
    root = tree(made[document])
    controls = [value(each) for each in root.iter(f"{W}id") if each.getparent().tag == f"{W}sdtPr"]
    starts = [value(each, "id") for each in root.iter(f"{W}bookmarkStart")]
    ends = [value(each, "id") for each in root.iter(f"{W}bookmarkEnd")]
    names = [value(each, "name") for each in root.iter(f"{W}bookmarkStart")]
    drawings = [each.get("id") for each in root.iter(f"{WP}docPr")]
    for given in (controls, starts, names, drawings):
        assert len(given) == len(set(given))
    assert sorted(starts) == sorted(ends)
    assert all(re.fullmatch(r"_\w{1,39}", name) for name in names)


@BOTH
def test_a_second_export_has_the_same_bytes(document: Document, made: dict[Document, bytes]) -> None:
    assert render(document) == made[document]


@BOTH
@pytest.mark.parametrize("paper", list(PAGES))
def test_python_docx_opens_it(document: Document, paper: str) -> None:
    opened = docx.Document(io.BytesIO(render(document, paper=paper, embed_fonts=False)))
    size = opened.sections[0]._sectPr.pgSz
    assert [round(int(value(size, side)) / 20) for side in "wh"] == [round(each) for each in PAGES[paper]]
    assert opened.core_properties.title == f"{document.title}: {document.subtitle}"


def test_pictures_are_described(made: dict[Document, bytes]) -> None:
    found = list(tree(made[ALL["checklist"]]).iter(f"{WP}docPr"))
    assert [each.get("descr") for each in found] == [documents.strip().alt]
    inline = found[0].getparent()
    assert [inline.get(f"dist{side}") for side in "TBLR"] == ["0"] * 4


def test_links_lead_to_the_web_to_mail_or_to_a_section(made: dict[Document, bytes]) -> None:
    data = made[ALL["checklist"]]
    relations = tree(data, "word/_rels/document.xml.rels")
    external = {
        each.get("Id"): each.get("Target") for each in relations if each.get("TargetMode") == "External"
    }
    assert "mailto:handoff@lanternrow.example" in external.values()
    assert "https://files.kestrel.example/logos" in external.values()
    root = tree(data)
    marks = {value(each, "name") for each in root.iter(f"{W}bookmarkStart")}
    for link in root.iter(f"{W}hyperlink"):
        assert link.get(f"{R}id") in external or link.get(f"{W}anchor") in marks
    anchors = [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    assert anchors == [f"_{section.id}" for section in ALL["checklist"].sections]


def test_many_people_make_two_matrices_with_every_role_in_one(made: dict[Document, bytes]) -> None:
    tables = [t for t in tree(made[ALL["people"]]).iter(f"{W}tbl") if "BatonGrid" in values(t, "tblStyle")]
    heads = [[text(cell).strip() for cell in table.find(f"{W}tr")] for table in tables]
    roles = [head.role for block in ALL["people"].sections[0].blocks for head in block.heads]  # type: ignore[union-attr]
    assert len(tables) == 2
    assert [len(head) for head in heads] == [16, 15]
    assert [head.split("\n")[0] for row in heads for head in row[2:]] == roles
    assert values(tables[0], "textDirection") == ["btLr"] * 14


def test_letters_of_a_matrix_are_chips_of_their_own_style(made: dict[Document, bytes]) -> None:
    root = tree(made[ALL["checklist"]])
    for run in root.iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is not None and value(style).startswith("BatonRACI"):
            assert text(run).strip() == value(style)[-1]
    edges = tree(made[ALL["checklist"]], STYLES).findall(f".//{W}rPr/{W}bdr")
    assert len(edges) == 4


def test_a_brief_ends_in_a_paragraph_of_one_point(made: dict[Document, bytes]) -> None:
    body = tree(made[ALL["brief"]])[0]
    assert style_of(body[-2]) == "BatonEnd"
    ends = [s for s in tree(made[ALL["brief"]], STYLES) if value(s, "styleId") == "BatonEnd"]
    assert value(ends[0].find(f"{W}pPr/{W}spacing"), "line") == "20"
    assert not list(body.iter(f"{W}keepNext")), "one would chain all rows of the brief"


def test_the_level_of_the_fit_is_in_the_styles_only() -> None:
    roomy, floor = (render(ALL["brief"], level=level, embed_fonts=False) for level in (0, 5))
    sizes = []
    for data in (roomy, floor):
        body = next(style for style in tree(data, STYLES) if value(style, "styleId") == "BodyText")
        sizes.append(value(body.find(f"{W}rPr/{W}sz")))
    assert sizes == ["21", "17"]
    assert text(tree(roomy)) == text(tree(floor))


def test_a_kept_section_keeps_all_but_its_last_row_with_the_next() -> None:
    document = documents.of(documents.deliverables(9))
    for keep, rows in ((False, [0, 7]), (True, list(range(8)))):
        kept = replace(document, sections=(replace(document.sections[0], keep=keep),))
        listed = list(tree(render(kept, embed_fonts=False)).iter(f"{W}tr"))[3:]
        keeps = [{p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")} for row in listed]
        assert [at for at, found in enumerate(keeps) if found == {True}] == rows
        assert all(len(found) == 1 for found in keeps)


def test_only_a_row_higher_than_two_thirds_of_a_page_may_split() -> None:
    table = documents.deliverables(3)
    long = Para(words("A requirement of many words. " * 250))
    cells = (*table.rows[1][:3], replace(table.rows[1][3], blocks=(long,)), *table.rows[1][4:])
    data = render(documents.of(replace(table, rows=(table.rows[0], cells, table.rows[2]))), embed_fonts=False)
    grid = next(t for t in tree(data).iter(f"{W}tbl") if "BatonGrid" in values(t, "tblStyle"))
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in grid.iter(f"{W}tr")]
    assert whole == [True, True, False, True]


def test_two_tables_in_a_row_have_white_between_them() -> None:
    data = render(documents.of(documents.brand(), documents.brand()), embed_fonts=False)
    tables = list(tree(data).iter(f"{W}tbl"))
    assert style_of(tables[1].getnext()) == "BatonBetween"
    assert style_of(tables[2].getnext()) == "BatonEnd"


def test_emphasis_is_kept() -> None:
    said = Para(
        (Text("plain "), Text("strong", bold=True), Text(" quiet", muted=True), Text(" bent", italic=True))
    )
    runs = [run for run in tree(render(documents.of(said), embed_fonts=False)).iter(f"{W}r") if text(run)]
    look = {
        text(run).strip(): [child.tag.removeprefix(W) for child in run.find(f"{W}rPr")] for run in runs[-3:]
    }
    assert look == {"strong": ["b", "bCs"], "quiet": ["rStyle"], "bent": ["i", "iCs"]}


def test_a_table_without_rows_still_has_its_head() -> None:
    empty = Table(documents.brand().columns, (), "Empty")
    found = text(tree(render(documents.of(empty), embed_fonts=False)))
    assert "Brand asset" in found
