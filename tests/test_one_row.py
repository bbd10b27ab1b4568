"""Adding a field is one row: written here once, it is in the reader, schema, checks, file, documents, search and form."""

import io
import json
import zipfile
from dataclasses import dataclass, field, replace
from datetime import date as Day
from pathlib import Path

import pypdfium2
from pytestqt.qtbot import QtBot

from app import campaign as protocol
from app.campaign import TEMPLATE as TEMPLATE_NOW
from app.campaign import Campaign
from app.campaign_file import read_campaign, write_campaign
from app.documents import Edition, build
from app.field import CHECKLIST, Doc, Kind, Template, row
from app.readiness import check
from app.schema import schema
from exporters import docx, pdf
from storage.store import Store
from storage.workspace import Workspace
from ui.widgets.field_frame import FieldFrame


@dataclass(frozen=True, slots=True)
class Deliverable(protocol.Deliverable):
    """A deliverable with one row more."""

    budget: str = row(
        Kind.LINE,
        "Budget",
        documents=CHECKLIST,
        required=True,
        why="Nobody stops at a limit nobody named.",
        since=TEMPLATE_NOW.version + 1,
    )


@dataclass(frozen=True, slots=True)
class PricedCampaign(Campaign):
    """The same campaign, its deliverables with a budget."""

    deliverables: tuple[Deliverable, ...] = field(
        default=(),
        metadata={"baton": replace(Template(Campaign).field("deliverables"), rows=Deliverable)},
    )


TEMPLATE = Template(PricedCampaign)
FILE = {
    "format": "baton.campaign",
    "version": 1,
    "title": "Spring",
    "deliverables": [{"name": "Post", "budget": "640 pounds"}, {"name": "Card"}],
}


def test_the_reader_takes_it_and_the_writer_gives_it_back() -> None:
    campaign = read_campaign(json.dumps(FILE).encode(), TEMPLATE)
    assert campaign.deliverables[0].budget == "640 pounds"  # type: ignore[attr-defined]
    assert json.loads(write_campaign(campaign))["deliverables"][0]["budget"] == "640 pounds"


def test_the_schema_names_it() -> None:
    rows = schema(TEMPLATE)["properties"]["deliverables"]["items"]["properties"]
    assert rows["budget"]["description"] == "Budget"


def test_the_check_misses_it_where_it_is_not_answered() -> None:
    campaign = read_campaign(json.dumps(FILE).encode(), TEMPLATE)
    missing = [
        each.place for each in check(campaign, Day(2026, 1, 1), TEMPLATE) if each.place[-1] == "budget"
    ]
    assert missing == [("deliverables", "2", "budget")]


def test_the_documents_print_it() -> None:
    campaign = read_campaign(json.dumps(FILE).encode(), TEMPLATE)
    document = build(campaign, Doc.CHECKLIST, Edition(Day(2026, 1, 1)), TEMPLATE)
    pages = pypdfium2.PdfDocument(pdf.render(document).data)
    printed = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    with zipfile.ZipFile(io.BytesIO(docx.render(document))) as package:
        words = package.read("word/document.xml").decode()
    for found in (printed, words):
        assert "Budget" in found
        assert "640" in found
        assert "Missing: budget" in found


def test_the_file_keeps_it_even_one_made_before_it_was_there(tmp_path: Path) -> None:
    path = tmp_path / "old.baton"
    Workspace.create(path).close()
    campaign = replace(read_campaign(json.dumps(FILE).encode(), TEMPLATE), id="c1")
    with Workspace.open(path, template=TEMPLATE) as workspace:
        store = Store(workspace)
        store.add(replace(campaign, client=replace(campaign.client, id="k1")))
        assert store.load("c1").deliverables[0].budget == "640 pounds"
        assert [hit.place for hit in store.find("640")] == [("deliverables", "1", "budget")]


def test_the_form_asks_for_it(qtbot: QtBot) -> None:
    frame = FieldFrame(TEMPLATE.field("deliverables", "budget"))
    qtbot.addWidget(frame)
    assert frame.label.text() == "Budget"
    assert frame.editor.widget.accessibleName() == "Budget"
