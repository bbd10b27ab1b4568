"""Documents in every language, as files: they say which language they are, keep to one page, and hold every word."""

import io
import zipfile
from dataclasses import replace
from datetime import date as Day
from functools import cache
from pathlib import Path

import docx as python_docx
import pikepdf
import pytest

import resources
from app.campaign import Campaign
from app.campaign_file import read_campaign
from app.document import Document, texts
from app.documents import Edition, build
from app.documents.wording import LANGUAGES
from app.field import Doc
from exporters import docx, pdf
from exporters.export import Order, export
from exporters.fit import fit
from tests.exporters.pdf.reading import squash, words

EVERY = pytest.mark.parametrize("code", LANGUAGES)
DAY = Day(2026, 10, 7)


@cache
def sample() -> Campaign:
    return read_campaign((resources.ROOT / "winter-service-weeks.json").read_bytes())


def spoken(code: str, kind: Doc, campaign: Campaign | None = None) -> Document:
    return build(campaign or sample(), kind, Edition(DAY, agency="Lantern Street", language=code))


@EVERY
def test_the_files_say_their_language(code: str) -> None:
    document = spoken(code, Doc.CRITERIA)
    tag = LANGUAGES[code].tag
    with pikepdf.open(io.BytesIO(pdf.render(document).data)) as file:
        assert str(file.Root.Lang) == tag
        assert f"<rdf:li>{tag}</rdf:li>".encode() in file.Root.Metadata.read_bytes()
    data = docx.render(document, embed_fonts=False)
    assert python_docx.Document(io.BytesIO(data)).core_properties.language == tag
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert f'<w:lang w:val="{tag}"' in package.read("word/styles.xml").decode()
        decimal = "." if code == "en" else ","
        assert f'<w:decimalSymbol w:val="{decimal}"/>' in package.read("word/settings.xml").decode()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@EVERY
def test_the_brief_keeps_to_one_page(code: str, paper: str) -> None:
    document = spoken(code, Doc.BRIEF)
    found = fit(document, paper)
    assert found.fits
    assert pdf.render(document, paper=paper, level=found.level, gap=found.gap).pages == 1


@pytest.mark.parametrize("campaign", [None, Campaign(title="x")], ids=["full", "empty"])
@EVERY
def test_every_word_is_in_the_file(code: str, campaign: Campaign | None) -> None:
    """Of the longest document, with all its gaps and with none."""
    document = spoken(code, Doc.CHECKLIST, campaign)
    rendered = pdf.render(document)
    printed = words(rendered.data)
    assert not rendered.unprintable
    assert [text for text in texts(document) if squash(text) not in printed] == []


@EVERY
def test_a_brief_that_is_too_long_says_so_in_its_language(code: str, tmp_path: Path) -> None:
    context = replace(sample().context, business_context="A long story. " * 400)
    order = Order((Doc.BRIEF,), ("pdf",), allow_overflow=True)
    told = export(
        replace(sample(), context=context), Edition(DAY, language=code), order, tmp_path, lambda _: None
    )
    start = (
        LANGUAGES[code].overflow.partition("{lines}")[0] or LANGUAGES[code].overflow.partition("{lines}")[2]
    )
    assert squash(start) in words(told.files[0].read_bytes())
