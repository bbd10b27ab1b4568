"""Several documents in one PDF: nothing is lost, one tree, one outline, pages counted through."""

import pytest

from app.document import Document, texts
from exporters.pdf import Rendered, Volume, bind, render
from tests.exporters import documents
from tests.exporters.pdf import reading


@pytest.fixture(scope="module")
def volumes() -> tuple[Volume, ...]:
    checklist = documents.checklist()
    return (Volume(documents.brief(), 4), Volume(checklist), Volume(checklist))


@pytest.fixture(scope="module")
def bound(volumes: tuple[Volume, ...]) -> Rendered:
    return bind(volumes)


def _sections(document: Document) -> int:
    return len(document.sections)


def test_pages_are_those_of_all_and_counted_through(bound: Rendered, volumes: tuple[Volume, ...]) -> None:
    alone = [render(each.document, level=each.level).pages for each in volumes]
    assert bound.pages == sum(alone) == len(reading.opened(bound.data).pages)
    printed = reading.words(bound.data)
    assert all(f"Page{page}of{bound.pages}" in printed for page in range(1, bound.pages + 1))


def test_every_text_is_there(bound: Rendered, volumes: tuple[Volume, ...]) -> None:
    printed = reading.words(bound.data)
    for text in texts(volumes[0].document) + texts(volumes[1].document):
        assert all(reading.squash(word) in printed for word in text.split()), text


def test_the_outline_has_an_entry_a_document_with_its_sections(
    bound: Rendered, volumes: tuple[Volume, ...]
) -> None:
    with reading.opened(bound.data).open_outline() as outline:
        tops = list(outline.root)
        assert [top.title for top in tops] == [each.document.title for each in volumes]
        assert [len(top.children) for top in tops] == [_sections(each.document) for each in volumes]


def test_one_tree_holds_every_document_in_its_order(bound: Rendered, volumes: tuple[Volume, ...]) -> None:
    pdf = reading.opened(bound.data)
    top = pdf.Root.StructTreeRoot.K[0]
    assert str(top.S) == "/Document"
    assert [str(each.S) for each in top.K] == ["/Part"] * len(volumes)
    heads = [sum(str(kid.S) == "/Sect" for kid in part.K if hasattr(kid, "S")) for part in top.K]
    assert heads == [_sections(each.document) for each in volumes]


def test_the_contents_of_the_second_lead_into_the_second(
    bound: Rendered, volumes: tuple[Volume, ...]
) -> None:
    """Both volumes have sections of the same name; a link stays in its own."""
    pdf = reading.opened(bound.data)
    one = render(volumes[1].document).pages
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    spans = [(1, 1 + one), (1 + one, 1 + 2 * one)]
    for first, end in spans:
        found = [
            pages[pdf.Root.Dests[note.Dest][0].objgen]
            if str(note.Dest).startswith("/")
            else pages[note.Dest[0].objgen]
            for page in list(pdf.pages)[first:end]
            for note in page.get("/Annots", [])
            if note.Subtype == "/Link" and "/Dest" in note
        ]
        assert found
        assert all(first <= page < end for page in found)


def test_nothing_is_outside_the_tree_and_no_field_has_the_name_of_another(bound: Rendered) -> None:
    pdf = reading.opened(bound.data)
    assert not reading.untagged(pdf)
    names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
    assert len(names) == len(set(names)) > 10


def test_the_same_bytes_each_time(bound: Rendered, volumes: tuple[Volume, ...]) -> None:
    assert bind(volumes).data == bound.data
