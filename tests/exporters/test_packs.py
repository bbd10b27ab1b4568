"""The packs as files: every word of them in both formats, and no word of the house in anything a vendor gets."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from datetime import date as Day
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from app.campaign import Campaign
from app.campaign_file import read_campaign
from app.disclosure import for_vendor, is_internal
from app.document import Document, texts
from app.documents import Edition, build, build_pack
from app.errors import UserError
from app.field import Doc, Pack
from app.happenings import happenings
from app.place import Place, answers, label, put
from app.schedule import plan
from app.tasks import tasks
from exporters import docx, ics, markdown, pdf, tasks_csv
from exporters.export import export, export_all
from exporters.filename import file_name
from exporters.order import Bundle, Job, Order
from exporters.workshop import Sheaf, Workshop
from tests.campaigns import WRITTEN, full_campaign
from tests.exporters.docx.reading import text, tree
from tests.exporters.docx.schema import misplaced
from tests.exporters.pdf import reading
from tests.shared import ROOT

EDITION = Edition(Day(2026, 10, 7), agency="Lantern Street")
NOW = datetime(2026, 10, 7, 9, tzinfo=UTC)


def _sample() -> Campaign:
    return read_campaign((ROOT / "resources" / "winter-service-weeks.json").read_bytes())


@pytest.fixture(scope="module", params=[(kind, paper) for kind in Pack for paper in ("A4", "Letter")])
def pack(request: Any) -> tuple[Document, str]:
    kind, paper = request.param
    return build_pack(_sample(), kind, EDITION, enclosed=("Calendar",)), paper


def test_every_word_is_in_the_pdf_and_nothing_covers_anything(pack: tuple[Document, str]) -> None:
    document, paper = pack
    made = pdf.render(document, paper=paper)
    printed = reading.words(made.data)
    for said in texts(document):
        assert reading.squash(said) in printed or all(
            reading.squash(word) in printed for word in said.split()
        ), said
    assert made.unprintable == ()
    assert all(reading.overlaps(pieces) == [] for pieces in reading.rects(made.data))
    assert reading.outline(reading.opened(made.data)) == [section.title for section in document.sections]


def test_every_word_is_in_the_docx(pack: tuple[Document, str]) -> None:
    document, paper = pack
    printed = reading.squash(text(tree(docx.render(document, paper=paper))))
    for said in texts(document):
        assert reading.squash(said) in printed, said


def test_the_docx_is_in_the_order_word_wants(pack: tuple[Document, str]) -> None:
    document, paper = pack
    assert not list(misplaced(tree(docx.render(document, paper=paper))))


def test_the_files_know_their_titles(pack: tuple[Document, str]) -> None:
    document, paper = pack
    assert str(reading.opened(pdf.render(document, paper=paper).data).docinfo.Title).startswith(
        document.title
    )


# --- nothing of the house ----------------------------------------------------------------------------------------
SECRET: tuple[Place, ...] = (
    ("title",),
    ("client", "name"),
    ("context", "competitive_landscape"),
    ("metrics",),
    ("vendor", "background"),
    ("deliverables", "deliverables-1"),
    ("approval", "approval-1", "purpose"),
    ("milestones", "milestones-2", "name"),
    ("people", "people-2", "role"),
    ("kickoff", "agenda", "agenda-1"),
    ("technical_requirements", "technical_requirements-2"),
)


def _canaries() -> tuple[Campaign, set[str], set[str]]:
    """A whole campaign whose every text is a word of its own; the words that stay in the house, and all others."""
    campaign = replace(full_campaign(), internal=tuple(map(label, SECRET)), shared=(), silenced=())
    campaign = put(campaign, ("client", "brand", "logo"), b"")
    inside: set[str] = set()
    outside: set[str] = set()
    places = [place for place, field, _ in answers(campaign) if field.kind in WRITTEN]
    for number, place in enumerate(places):
        word = f"canary{number:05}x"
        campaign = put(campaign, place, word)
        (inside if is_internal(campaign, place) else outside).add(word)
    return campaign, inside, outside


def _files(campaign: Campaign) -> dict[str, str]:
    """Everything that can be made for a vendor, as text: contents, metadata and names."""
    copy, whole = for_vendor(campaign), plan(campaign, EDITION.calendar, EDITION.day)
    made = {kind: build(copy, kind, EDITION) for kind in Doc}
    documents = [*made.values(), build_pack(campaign, Pack.VENDOR, EDITION)]
    files: dict[str, str] = {}
    for document in documents:
        files[f"{document.kind}.pdf"] = _of_pdf(pdf.render(document, paper="A4").data)
        files[f"{document.kind}.docx"] = _of_docx(docx.render(document, paper="A4", embed_fonts=False))
        files[f"{document.kind}.md"] = markdown.render(document).decode()
    files["plan.ics"] = ics.render(copy, happenings(copy, EDITION, whole), NOW).decode().replace("\r\n ", "")
    for form in ("plain", "asana", "trello", "clickup", "jira"):
        files[f"{form}.csv"] = tasks_csv.render(tasks(copy, EDITION, whole), copy.title, form).decode()
    files["names"] = file_name((copy.client.name, copy.title), "pack", "pdf")
    return files


def _of_pdf(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as opened:
        told = " ".join(str(value) for value in opened.docinfo.values())
        told += bytes(opened.Root.Metadata.read_bytes()).decode()
        told += " ".join(reading.outline(opened))
    return told + reading.words(data)


def _of_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return " ".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_no_word_of_the_house_is_in_any_file_for_a_vendor() -> None:
    campaign, inside, outside = _canaries()
    assert len(inside) > 20
    for name, content in _files(campaign).items():
        assert not [word for word in inside if word in content], name
        if name.startswith("vendor"):
            assert sum(word in content for word in outside) > 20, name


def test_no_word_of_the_house_is_in_an_exported_pack_or_its_names(tmp_path: Path) -> None:
    campaign, inside, _ = _canaries()
    order = Order(
        documents=(Pack.VENDOR,), formats=("pdf", "docx", "md", "ics", "csv", "zip"), embed_fonts=False
    )
    done = export(replace(campaign, execution="external"), EDITION, order, tmp_path, lambda _: None)
    assert len(done.files) >= 6
    for path in done.files:
        told = [path.name, _content(path.name, path.read_bytes())]
        assert not [word for word in inside if any(word in each for each in told)], path.name


def test_no_folder_of_a_vendor_says_what_stays_in_the_house(tmp_path: Path) -> None:
    campaign = replace(_sample(), execution="external", internal=("title", "client.name"))
    order = Order(documents=(Bundle.PACK,), formats=("csv",))
    done = export_all([Job(campaign, EDITION, order)] * 2, tmp_path, lambda _: None)
    assert [path.parent.name for path in done.files] == ["campaign", "campaign-2"]
    inside = export_all([Job(campaign, EDITION, Order(formats=("csv",)))] * 2, tmp_path, lambda _: None)
    assert inside.files[0].parent.name == "wrenfield-cycles-winter-service-weeks"


def test_who_names_a_vendor_gets_nothing_that_is_not_for_one(tmp_path: Path) -> None:
    printer = next(each.id for each in _sample().people if each.side == "vendor")
    with pytest.raises(UserError, match="None of these documents is for a vendor"):
        export(_sample(), EDITION, Order(vendor=printer), tmp_path, lambda _: None)
    assert not list(tmp_path.iterdir())


def test_two_vendors_of_one_role_get_files_of_their_own(tmp_path: Path) -> None:
    campaign = _sample()
    printer = next(each for each in campaign.people if each.side == "vendor")
    both = replace(campaign, people=(*campaign.people, replace(printer, id="second", name="Other Press")))
    for each in (printer.id, "second"):
        order = Order(documents=(Pack.VENDOR,), formats=("md", "csv"), vendor=each)
        export(both, EDITION, order, tmp_path, lambda _: None)
    assert len(list(tmp_path.iterdir())) == 4


def test_a_day_that_stays_in_the_house_is_not_told_by_the_plan() -> None:
    """The plan is counted back from it, and would say it."""
    campaign = _sample()
    printer = next(each.id for each in campaign.people if each.side == "vendor")
    (poster,) = for_vendor(campaign, printer).deliverables
    due = Day(2026, 10, 28)
    campaign = put(campaign, ("deliverables", poster.id, "due"), due)
    order = Order(documents=(Pack.VENDOR,), vendor=printer)
    for internal, told in (((), True), ((label(("deliverables", poster.id, "due")),), False)):
        shop = Workshop(replace(campaign, internal=internal), EDITION, order)
        assert bool(shop.plan(Pack.VENDOR).track(poster.id)) is told
        made = shop.tasks(Pack.VENDOR, "tasks.csv").data.decode("utf-8-sig")
        entries = shop.calendar(Pack.VENDOR, "calendar.ics").data.decode()
        pages = [
            " ".join(texts(shop.volume(Sheaf(kind, Pack.VENDOR)).document))
            for kind in (Pack.VENDOR, Doc.CHECKLIST)
        ]
        assert (due.isoformat() in made) is told
        assert (f"{due:%Y%m%d}" in entries) is told
        assert ["28 Oct" in page for page in pages] == [told, told]


def _content(name: str, data: bytes) -> str:
    if name.endswith(".pdf"):
        return _of_pdf(data)
    if name.endswith(".docx"):
        return _of_docx(data)
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return " ".join(f"{each} {_content(each, archive.read(each))}" for each in archive.namelist())
    return data.decode().replace("\r\n ", "")


def test_a_vendors_plan_counts_reviews_that_stay_in_the_house() -> None:
    """What is internal is not printed, but it takes its time: all files say the same days."""
    campaign = _sample()
    accuracy = next(stage for stage in campaign.approval if stage.name == "Accuracy")
    hidden = replace(campaign, internal=(label(("approval", accuracy.id)),))
    printer = next(each.id for each in campaign.people if each.side == "vendor")
    day = Day(2026, 10, 7)
    workshop = Workshop(hidden, Edition(day), Order(documents=(Pack.VENDOR,), vendor=printer))
    whole = plan(hidden, Edition(day).calendar).tracks
    for kind in (Pack.VENDOR, Doc.CHECKLIST):
        document = workshop.volume(Sheaf(kind, Pack.VENDOR)).document
        section = next(each for each in document.sections if each.id == "plan")
        said = " ".join(texts(replace(document, sections=(section,), facts=())))
        poster = next(track for track in whole if track.name.startswith("Shop-window poster"))
        assert f"{poster.starts:%a} {poster.starts.day} {poster.starts:%b}" in said
        assert "Accuracy" not in " ".join(texts(document))
