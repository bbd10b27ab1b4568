"""The acceptance checks of a PDF, on a brief and on a checklist that has every kind of block, on both papers."""

from typing import Any

import pikepdf
import pypdfium2
import pytest

from app.document import Document, texts
from exporters.fit import fit
from exporters.pdf import Rendered, render
from exporters.style import BOTTOM, FOOTER, HEADER, LEFT, PAGES, RIGHT
from tests.exporters import documents
from tests.exporters.pdf import reading

Exported = tuple[Document, Rendered, str]


@pytest.fixture(
    scope="module",
    params=[("brief", "A4"), ("brief", "Letter"), ("checklist", "A4"), ("checklist", "Letter")],
)
def exported(request: Any) -> Exported:
    name, paper = request.param
    document = getattr(documents, name)()
    found = fit(document, paper) if document.side else None
    if found is None:
        return document, render(document, paper=paper), paper
    return document, render(document, paper=paper, level=found.level, gap=found.gap), paper


def test_every_text_is_there(exported: Exported) -> None:
    document, made, _ = exported
    printed = reading.words(made.data)
    for text in texts(document):
        assert reading.squash(text) in printed or all(
            reading.squash(word) in printed for word in text.split()
        ), text


def test_pages(exported: Exported) -> None:
    document, made, paper = exported
    pdf = reading.opened(made.data)
    assert len(pdf.pages) == made.pages
    assert made.pages == 1 if document.side else made.pages > 2
    assert [float(value) for value in pdf.pages[0].MediaBox[2:]] == pytest.approx(PAGES[paper], abs=0.01)
    assert f"Page{made.pages}of{made.pages}" in reading.words(made.data)


def test_fonts_are_embedded(exported: Exported) -> None:
    fonts = reading.font_files(reading.opened(exported[1].data))
    assert len(fonts) >= 3
    assert all(fonts.values()), fonts


def test_nothing_stands_outside_the_margins(exported: Exported) -> None:
    _, made, paper = exported
    width, height = PAGES[paper]
    for pieces in reading.rects(made.data):
        for (left, bottom, right, top), text in pieces:
            if text:
                assert left > LEFT - 1, text
                assert right < width - RIGHT + reading.SPACE, text
                assert bottom > FOOTER - 4, text
                assert top < height - HEADER + 1, text
                assert top < FOOTER + 14 or bottom > BOTTOM - 4, text


def test_no_text_covers_other_text(exported: Exported) -> None:
    for pieces in reading.rects(exported[1].data):
        assert reading.overlaps(pieces) == []


def test_the_outline_is_the_sections(exported: Exported) -> None:
    document, made, _ = exported
    assert reading.outline(reading.opened(made.data)) == [section.title for section in document.sections]


def test_links_are_those_of_the_model(exported: Exported) -> None:
    document, made, _ = exported
    expected = (
        set()
        if document.side
        else {"mailto:handoff@lanternrow.example", "https://files.kestrel.example/logos"}
    )
    found = set(reading.links(reading.opened(made.data)))
    assert expected <= found
    assert all(address.startswith(("https://", "mailto:")) for address in found)


def test_it_says_what_it_is(exported: Exported) -> None:
    document, made, _ = exported
    pdf = reading.opened(made.data)
    assert str(pdf.Root.Lang) == document.language
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    title = f"{document.title}: {document.subtitle}"
    assert str(pdf.docinfo["/Title"]) == title
    assert str(pdf.docinfo["/Author"]) == document.agency
    assert str(pdf.docinfo["/Subject"]) == document.subject
    assert str(pdf.docinfo["/Creator"]) == "Baton"
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260915")
    about = pdf.open_metadata()
    assert about["dc:title"] == title
    assert about["dc:creator"] == [document.agency]


def test_everything_is_tagged(exported: Exported) -> None:
    document, made, _ = exported
    pdf = reading.opened(made.data)
    assert pdf.Root.MarkInfo.Marked is True
    assert reading.untagged(pdf) == []
    elements = list(reading.elements(pdf))
    kinds = [str(element.S) for element in elements]
    assert kinds.count("/H1") == len(document.sections)
    assert all("/Alt" in element for element in elements if element.S == "/Figure")
    assert all("/A" in element for element in elements if element.S == "/TH")
    tables = [element for element in elements if element.S == "/Table"]
    if not document.side:
        assert "Deliverables and what they must be" in [
            str(each.A.Summary) for each in tables if "/A" in each
        ]
        assert {"/Figure", "/TH", "/TD", "/LI", "/Lbl", "/Form", "/Link", "/TOCI"} <= set(kinds)


def test_every_mark_leads_back_to_its_element(exported: Exported) -> None:
    pdf = reading.opened(exported[1].data)
    numbers = {
        int(key): value
        for key, value in zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True)
    }
    for page in pdf.pages:
        parents = numbers[int(page.StructParents)]
        marks = [
            (str(one.operands[0]), int(one.operands[1].MCID))
            for one in pikepdf.parse_content_stream(page)
            if str(one.operator) == "BDC" and "/MCID" in one.operands[1]
        ]
        assert [mark for _, mark in marks] == list(range(len(parents)))
        assert [kind for kind, _ in marks] == [str(parent.S) for parent in parents]
    for note in reading.annotations(pdf):
        assert numbers[int(note.StructParent)].K[0].Obj.Rect == note.Rect


def test_a_second_export_is_the_same_file(exported: Exported) -> None:
    document, made, paper = exported
    again = [render(document, paper=paper) for _ in range(2)]
    assert again[0].data == again[1].data
    assert made.data[:8] == b"%PDF-1.7"


def test_fields_land_where_their_words_are(exported: Exported) -> None:
    _, made, paper = exported
    landed = {landed.place: landed for landed in reversed(made.places)}
    place = ("strategy", "key_message")
    assert place in landed
    left, top, right, bottom = landed[place].rect
    assert 0 < left < right < PAGES[paper][0]
    assert 0 < top < bottom < PAGES[paper][1]
    opened = pypdfium2.PdfDocument(made.data)
    text = opened[landed[place].page - 1].get_textpage()
    height = PAGES[paper][1]
    inside = text.get_text_bounded(left, height - bottom, right, height - top)
    opened.close()
    assert inside.startswith("Book your service now")


def test_boxes_are_form_fields_with_labels() -> None:
    pdf = reading.opened(render(documents.checklist()).data)
    fields = list(pdf.Root.AcroForm.Fields)
    names = [str(field.T) for field in fields]
    assert len(names) == len(set(names)) == 9 + 4 + 18
    done = next(field for field in fields if str(field.TU) == "D1 done")
    assert (str(done.V), str(done.AS)) == ("/Yes", "/Yes")
    assert sum(str(field.V) == "/Yes" for field in fields) == 1
    assert not any("Helvetica" in name or "Zapf" in name for name in reading.font_files(pdf))


def test_pages_for_a_screen_are_those_of_the_file() -> None:
    document = documents.checklist()
    file, screen = render(document), render(document, screen=True)
    assert (screen.pages, screen.places, screen.unprintable) == (file.pages, file.places, file.unprintable)
    assert reading.words(screen.data) == reading.words(file.data)
    assert list(reading.rects(screen.data)) == list(reading.rects(file.data))
    pdf = reading.opened(screen.data)
    assert not {"/StructTreeRoot", "/AcroForm", "/Metadata"} & set(pdf.Root.keys())
    assert not any(len(page.get("/Annots", ())) for page in pdf.pages)
