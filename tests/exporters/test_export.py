"""Orders of any mix: which files come out, for whom, all or nothing, and nothing of anybody else in them (E1, E3, E8)."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from datetime import date as Day
from pathlib import Path
from typing import Any

import pytest

import resources
from app.campaign import Campaign, Context, Deliverable, Distribution, Standards
from app.campaign_file import read_campaign
from app.documents import Edition
from app.errors import UserError
from app.field import Doc, Pack
from exporters.export import FORMATS, Bundle, Cancelled, Job, Order, Watch, export, export_all
from tests.exporters.pdf.reading import opened, squash, words
from tests.exporters.test_ics import read as events

EDITION = Edition(day=Day(2026, 10, 7), agency="Lantern Street")
SAMPLE = read_campaign((resources.ROOT / "winter-service-weeks.json").read_bytes())
SMALL = Campaign(id="c1", title="Spring menu", launch_date=Day(2027, 3, 1))
TOO_LONG = replace(SMALL, title="Much", context=Context(business_context="One more line. " * 500))


def _asleep(_: float) -> None:
    return None


def _export(campaign: Campaign, order: Order, folder: Path, **more: Any) -> dict[str, bytes]:
    made = export(campaign, EDITION, order, folder, _asleep, **more)
    return {path.name: path.read_bytes() for path in made.files}


def _ending(files: dict[str, bytes], ending: str) -> bytes:
    (data,) = [data for name, data in files.items() if name.endswith(ending)]
    return data


def _zip(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        return {info.filename: packed.read(info) for info in packed.infolist()}


def _raw(data: bytes) -> bytes:
    """A file's bytes; of a package those of everything in it, however deep."""
    if not data.startswith(b"PK"):
        return data
    return b"\n".join(name.encode() + _raw(part) for name, part in _zip(data).items())


# --- one campaign ------------------------------------------------------------------------------------------------
def test_every_format_of_every_document(tmp_path: Path) -> None:
    files = _export(SMALL, Order((*Doc, *Pack), FORMATS), tmp_path)
    counts = {ending: sum(name.endswith("." + ending) for name in files) for ending in FORMATS}
    assert counts == {"pdf": 5, "docx": 5, "md": 5, "ics": 1, "csv": 1, "json": 1, "zip": 2}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(files)


def test_the_pack_is_one_pdf_with_the_three_documents(tmp_path: Path) -> None:
    files = _export(SAMPLE, Order((Bundle.PACK,), ("pdf",)), tmp_path)
    ((name, data),) = files.items()
    assert name.endswith("internal-handoff-pack-complete-v1.0.pdf")
    with opened(data).open_outline() as outline:
        assert [top.title for top in outline.root] == [
            "Internal Handoff Pack",
            "Strategic Context Brief",
            "Execution Requirements Checklist",
            "Success Criteria Definition",
        ]


def test_the_pack_fits_who_executes(tmp_path: Path) -> None:
    theirs = replace(SAMPLE, execution="external")
    files = _export(theirs, Order((Bundle.PACK,), ("pdf", "zip")), tmp_path)
    with opened(_ending(files, ".pdf")).open_outline() as outline:
        assert [top.title for top in outline.root] == [
            "Vendor Briefing Pack",
            "Execution Requirements Checklist",
        ]
    assert all("for-print-vendor" in name for name in files)


def test_a_document_ordered_twice_is_made_once(tmp_path: Path) -> None:
    files = _export(SAMPLE, Order((Doc.BRIEF, Doc.BRIEF, Bundle.PACK), ("md",)), tmp_path)
    assert len(files) == 4


def test_a_pack_and_its_briefing_are_no_twins(tmp_path: Path) -> None:
    files = _export(SAMPLE, Order((Pack.INTERNAL, Bundle.PACK), ("docx",)), tmp_path)
    assert len(files) == 4
    assert not any("-2" in name for name in files)


def test_a_zip_lists_what_is_in_it(tmp_path: Path) -> None:
    data = _ending(_export(SMALL, Order((Pack.INTERNAL,), ("zip",), csv_form="jira"), tmp_path), ".zip")
    inside = _zip(data)
    manifest = json.loads(inside.pop("manifest.json"))
    readme = inside.pop("README.txt").decode()
    assert [each["name"] for each in manifest["files"]] == list(inside)
    for each in manifest["files"]:
        found = inside[each["name"]]
        assert (each["bytes"], each["sha256"]) == (len(found), hashlib.sha256(found).hexdigest())
        assert f"{each['sha256']}  {each['name']}" in readme
    endings = sorted(name.rpartition(".")[2] for name in inside)
    assert endings == sorted([*["pdf", "docx"] * 4, "ics", "csv", "json"])
    assert any("tasks-jira" in name for name in inside)


def test_the_same_order_makes_the_same_zip(tmp_path: Path) -> None:
    order = Order((Doc.CRITERIA,), ("zip",))
    assert _export(SMALL, order, tmp_path / "a") == _export(SMALL, order, tmp_path / "b")


def test_a_zip_without_a_pack_holds_the_chosen_documents(tmp_path: Path) -> None:
    files = _export(SMALL, Order((Doc.CRITERIA,), ("zip",)), tmp_path)
    ((name, data),) = files.items()
    assert name.endswith("-documents.zip")
    assert sum(each.endswith((".pdf", ".docx")) for each in _zip(data)) == 2


def test_characters_without_a_font_count_once(tmp_path: Path) -> None:
    campaign = replace(SMALL, title="One \U00013000")
    lone = export(campaign, EDITION, Order((Doc.CRITERIA,), ("pdf",)), tmp_path, _asleep)
    both = export(campaign, EDITION, Order((Doc.CRITERIA,), ("pdf", "zip")), tmp_path / "both", _asleep)
    assert lone.unprintable == both.unprintable
    assert lone.unprintable[0][0] == "\U00013000"


# --- for a vendor ------------------------------------------------------------------------------------------------
def test_a_vendor_gets_its_part_and_nothing_internal(tmp_path: Path) -> None:
    secret = "QQSECRETQQ"
    campaign = replace(
        SAMPLE,
        source=secret,
        context=replace(SAMPLE.context, competitive_landscape=secret),
        standards=Standards(dashboard=secret),
        distribution=(*SAMPLE.distribution, Distribution(id="s", channel=secret, when="2026-11-09")),
        internal=("distribution.s",),
    )
    order = Order((Pack.VENDOR,), ("pdf", "docx", "md", "ics", "csv", "zip"))
    files = _export(campaign, order, tmp_path)
    assert len(files) == 6
    for name, data in files.items():
        assert secret.encode() not in _raw(data), name
        assert not any(each.endswith(".json") and "manifest" not in each for each in _names(data))
    packed = _zip(_ending(files, ".zip"))
    printed = [_ending(files, ".pdf"), *(data for name, data in packed.items() if name.endswith(".pdf"))]
    assert len(printed) == 3
    assert not any(squash(secret) in words(each) for each in printed)
    own = events(_ending(files, ".ics"))
    whole = events(_ending(_export(campaign, Order((Doc.BRIEF,), ("ics",)), tmp_path / "team"), ".ics"))
    assert 0 < len(own) < len(whole)
    assert {event["UID"] for event in own} <= {event["UID"] for event in whole}


def _names(data: bytes) -> list[str]:
    return list(_zip(data)) if data.startswith(b"PK") else []


def test_a_campaign_file_is_not_for_a_vendor(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="everything"):
        _export(SAMPLE, Order((Pack.VENDOR,), ("pdf", "json")), tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_team_s_files_stay_the_team_s_beside_a_vendor_s(tmp_path: Path) -> None:
    files = _export(SAMPLE, Order((Doc.BRIEF, Pack.VENDOR), ("json", "ics", "zip")), tmp_path)
    assert sorted(name.rpartition(".")[2] for name in files) == ["ics", "json", "zip"]
    assert not any("json" in name and "manifest" not in name for name in _zip(_ending(files, ".zip")))


# --- standards of the workspace ----------------------------------------------------------------------------------
def test_standards_of_the_workspace_are_printed_and_not_saved(tmp_path: Path) -> None:
    order = Order((Pack.INTERNAL,), ("md", "json"), standards=Standards(dashboard="Board twelve"))
    files = _export(SMALL, order, tmp_path)
    assert b"Board twelve" in _ending(files, ".md")
    assert b"Board twelve" not in _ending(files, ".json")


# --- all or nothing ----------------------------------------------------------------------------------------------
def test_a_brief_that_is_too_long_is_refused_in_a_pack_too(tmp_path: Path) -> None:
    for order in (Order((Bundle.PACK,), ("pdf",)), Order((Doc.BRIEF,), ("zip",))):
        with pytest.raises(UserError, match="too long for one page"):
            _export(TOO_LONG, order, tmp_path)
        assert _export(TOO_LONG, replace(order, allow_overflow=True), tmp_path / "over")
    assert [path.name for path in tmp_path.iterdir()] == ["over"]


def test_calendar_and_tasks_need_no_brief_that_fits(tmp_path: Path) -> None:
    assert len(_export(TOO_LONG, Order(formats=("ics", "csv", "json")), tmp_path)) == 3


def _cancelling(after: int) -> tuple[Watch, list[tuple[int, int, str]]]:
    steps: list[tuple[int, int, str]] = []
    watch = Watch(lambda *step: steps.append(step), lambda: len(steps) >= after)
    return watch, steps


@pytest.mark.parametrize("after", range(7))
def test_cancel_at_any_time_leaves_nothing(after: int, tmp_path: Path) -> None:
    watch, steps = _cancelling(after)
    with pytest.raises(Cancelled):
        _export(SMALL, Order((Doc.CRITERIA,), ("md", "ics", "zip")), tmp_path, watch=watch)
    assert not list(tmp_path.iterdir())
    assert len(steps) == after


def test_progress_counts_to_its_end(tmp_path: Path) -> None:
    watch, steps = _cancelling(1000)
    _export(SMALL, Order((Doc.CRITERIA,), ("md", "ics", "zip")), tmp_path, watch=watch)
    assert [done for done, _, _ in steps] == list(range(len(steps)))
    assert {total for _, total, _ in steps} == {len(steps)}


# --- several campaigns -------------------------------------------------------------------------------------------
QUICK = Order((Doc.CRITERIA,), ("md", "ics"))


def test_each_of_several_has_a_folder_of_its_own(tmp_path: Path) -> None:
    twins = [replace(SMALL, title=title) for title in ("Spring", "spring", "Spring!", "CON", "")]
    done = export_all([Job(each, EDITION, QUICK) for each in twins], tmp_path, _asleep)
    assert len({path.parent for path in done.files}) == len(twins)
    assert len(done.files) == 2 * len(twins)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["campaign", "con-campaign", "spring", "spring-2", "spring-3"]


def test_one_campaign_alone_needs_no_folder(tmp_path: Path) -> None:
    done = export_all([Job(SMALL, EDITION, QUICK)], tmp_path, _asleep)
    assert {path.parent for path in done.files} == {tmp_path}


def test_one_that_fails_stops_no_other_and_is_named(tmp_path: Path) -> None:
    order = Order((Doc.BRIEF,), ("md",))
    done = export_all([Job(each, EDITION, order) for each in (TOO_LONG, SMALL)], tmp_path, _asleep)
    assert [each.title for each in done.failed] == ["Much"]
    assert isinstance(done.failed[0].error, UserError)
    assert [path.parent.name for path in done.files] == ["spring-menu"]
    assert not (tmp_path / "much").exists()


def test_cancel_keeps_what_is_finished(tmp_path: Path) -> None:
    watch, steps = _cancelling(3)
    many = [Job(replace(SMALL, title=f"n{at}"), EDITION, QUICK) for at in range(3)]
    done = export_all(many, tmp_path, _asleep, watch)
    assert done.cancelled
    assert [path.parent.name for path in done.files] == ["n0", "n0"]
    assert {total for _, total, _ in steps} == {6}


def test_the_moment_of_the_calendar_is_given(tmp_path: Path) -> None:
    now = datetime(2026, 11, 1, 8, tzinfo=UTC)
    data = _ending(_export(SMALL, QUICK, tmp_path, now=now), ".ics")
    assert b"DTSTAMP:20261101T080000Z" in data


# --- nothing of anybody else -------------------------------------------------------------------------------------
@pytest.mark.parametrize("form", ["plain", "asana"])
def test_files_hold_no_path_and_no_user(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "usercanary")
    monkeypatch.setenv("LOGNAME", "usercanary")
    folder = tmp_path / "foldercanary"
    files = _export(SMALL, Order((Doc.CRITERIA, Pack.INTERNAL), FORMATS, csv_form=form), folder)
    for name, data in files.items():
        assert b"canary" not in _raw(data), name
    for data in (data for name, data in files.items() if name.endswith(".pdf")):
        file = opened(data)
        assert str(file.docinfo["/Producer"]) == str(file.docinfo["/Creator"]) == "Baton"


def test_what_would_take_minutes_is_said_before_it_is_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporters.export.MOST_ANSWERS", 60)
    many = replace(SMALL, deliverables=tuple(Deliverable(id=f"d{n}", name="Ad") for n in range(50)))
    steps: list[str] = []
    watch = Watch(step=lambda _done, _total, name: steps.append(name))
    with pytest.raises(UserError, match=r"too large for documents: it has .* answers, 60 is the most"):
        _export(many, Order(), tmp_path / "out", watch=watch)
    assert not steps
    assert not (tmp_path / "out").exists()
    assert len(_export(many, Order(formats=("json",)), tmp_path / "out")) == 1, (
        "its file goes out in any case"
    )
    monkeypatch.setattr("exporters.export.MOST_ANSWERS", 1000)
    monkeypatch.setattr("exporters.export.MOST_LETTERS", 1000)
    with pytest.raises(UserError, match="letters, 1,000 is the most"):
        _export(replace(SMALL, title="word " * 300), Order(), tmp_path / "out")
