"""An export takes the place of what Baton wrote itself, and of nothing else without a word."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.campaign import Campaign
from exporters import written
from exporters.delivery import Care, Occupied, Taken, deliver, named_beside
from exporters.export import export_all
from exporters.filename import LONGEST, numbered
from exporters.order import Job, Order
from exporters.written import Written
from tests.exporters.test_export import EDITION, QUICK, SMALL

OLD, NEW, THEIRS = b"old", b"newer", b"marked up by the client"


def asleep(_: float) -> None:
    return None


@pytest.fixture
def care(tmp_path: Path) -> Care:
    return Care(Written(tmp_path / "data" / "written"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def put(path: Path, data: bytes, care: Care) -> Path:
    return deliver(path, data, asleep, care)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_its_own_file_is_replaced_without_a_word(folder: Path, care: Care) -> None:
    for data in (OLD, NEW, OLD):
        put(folder / "brief.pdf", data, care)
    assert files(folder) == {"brief.pdf": OLD}


@pytest.mark.parametrize("data", [THEIRS, b"new", b""])
def test_a_file_that_was_changed_since_is_refused(folder: Path, care: Care, data: bytes) -> None:
    """`new` is as long as what Baton wrote."""
    put(folder / "brief.pdf", OLD, care)
    (folder / "brief.pdf").write_bytes(data)
    with pytest.raises(
        Occupied, match=r"^“brief.pdf” was changed since Baton wrote it, or is somebody else's"
    ):
        put(folder / "brief.pdf", NEW, care)
    assert files(folder) == {"brief.pdf": data}


def test_a_file_of_somebody_else_is_refused_replaced_or_left_beside(folder: Path, care: Care) -> None:
    path = folder / "brief.pdf"
    path.write_bytes(THEIRS)
    with pytest.raises(Occupied):
        put(path, NEW, care)
    beside = replace(care, taken=Taken.BESIDE)
    assert put(path, OLD, beside).name == "brief (2).pdf"
    assert put(path, NEW, beside).name == "brief (2).pdf", "its own second is its own"
    (folder / "brief (2).pdf").write_bytes(THEIRS)
    assert put(path, NEW, beside).name == "brief (3).pdf"
    assert files(folder) == {"brief.pdf": THEIRS, "brief (2).pdf": THEIRS, "brief (3).pdf": NEW}
    put(path, NEW, replace(care, taken=Taken.REPLACE))
    assert files(folder)["brief.pdf"] == NEW


def test_a_record_that_is_lost_or_torn_only_asks_once_more(folder: Path, care: Care) -> None:
    put(folder / "brief.pdf", OLD, care)
    record = care.written.path
    assert record is not None
    record.write_bytes(record.read_bytes()[:-20])
    with pytest.raises(Occupied):
        put(folder / "brief.pdf", NEW, care)
    put(folder / "list.csv", OLD, care)
    put(folder / "list.csv", NEW, care)
    record.unlink()
    record.mkdir()
    put(folder / "more.csv", NEW, care)
    with pytest.raises(Occupied):
        put(folder / "more.csv", OLD, care)


def test_the_record_says_nothing_of_what_was_exported_or_where(folder: Path, care: Care) -> None:
    put(folder / "secret-campaign.pdf", b"the words of a campaign", care)
    record = care.written.path
    assert record is not None
    said = record.read_text()
    assert not [word for word in ("secret", "campaign", folder.name, "words") if word in said]
    assert record.stat().st_mode & 0o077 == 0


def test_the_record_does_not_grow_for_ever(folder: Path, care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written, "LONGEST", 2000)
    for number in range(100):
        put(folder / f"{number}.csv", OLD, care)
    assert care.written.path is not None
    assert sum(path.stat().st_size for path in care.written.path.parent.iterdir()) < 6000
    put(folder / "99.csv", NEW, care)
    with pytest.raises(Occupied):
        put(folder / "0.csv", NEW, care)


def test_the_same_bytes_are_nobodys_loss(folder: Path, care: Care) -> None:
    (folder / "brief.pdf").write_bytes(NEW)
    put(folder / "brief.pdf", NEW, care)
    assert files(folder) == {"brief.pdf": NEW}


def test_what_is_no_plain_file_is_somebody_elses(folder: Path, care: Care) -> None:
    put(folder / "mine.pdf", OLD, care)
    (folder / "mine.pdf").rename(folder / "elsewhere.pdf")
    (folder / "mine.pdf").symlink_to(folder / "elsewhere.pdf")
    os.mkfifo(folder / "pipe.pdf")
    (folder / "dangling.pdf").symlink_to(folder / "nowhere")
    (folder / "folder.pdf").mkdir()
    for name in ("mine.pdf", "pipe.pdf", "dangling.pdf", "folder.pdf"):
        with pytest.raises(Occupied):
            put(folder / name, NEW, care)
        assert put(folder / name, NEW, replace(care, taken=Taken.BESIDE)).name == name.replace(".", " (2).")
    assert (folder / "elsewhere.pdf").read_bytes() == OLD


def test_another_spelling_of_the_folder_is_the_same_folder(folder: Path, care: Care) -> None:
    link = folder.with_name("link")
    link.symlink_to(folder)
    put(folder / "brief.pdf", OLD, care)
    put(link / "brief.pdf", NEW, care)
    assert files(folder) == {"brief.pdf": NEW}


def test_all_of_a_set_get_the_same_number(folder: Path, care: Care) -> None:
    for name in ("brief.pdf", "brief.docx", "brief (2).docx"):
        (folder / name).write_bytes(THEIRS)
    wanted = [folder / name for name in ("brief.pdf", "brief.docx", "list.csv")]
    named = named_beside(wanted, replace(care, taken=Taken.BESIDE))
    assert [path.name for path in named] == ["brief (3).pdf", "brief (3).docx", "list.csv"]
    assert named_beside(wanted, care) == wanted


@pytest.mark.parametrize("stem", ["a" * 116, "漢" * 78])
def test_a_number_has_room_in_the_longest_name(stem: str, folder: Path, care: Care) -> None:
    (folder / f"{stem}.pdf").write_bytes(THEIRS)
    made = put(folder / f"{stem}.pdf", NEW, replace(care, taken=Taken.BESIDE))
    assert made == numbered(folder / f"{stem}.pdf", 2)
    assert len(made.name) <= LONGEST


def test_of_several_campaigns_nothing_is_written_while_one_file_is_taken(folder: Path, care: Care) -> None:
    jobs = [Job(replace(SMALL, title=title), EDITION, QUICK) for title in ("One", "Two")]
    first = export_all(jobs, folder, asleep, care=care).files
    first[0].unlink()
    first[-1].write_bytes(THEIRS)
    with pytest.raises(Occupied) as refused:
        export_all(jobs, folder, asleep, care=care)
    assert refused.value.paths == (first[-1],)
    assert not first[0].exists()
    done = export_all(jobs, folder, asleep, care=replace(care, taken=Taken.BESIDE))
    assert not done.failed
    assert first[-1].read_bytes() == THEIRS
    assert done.files[-1].name == first[-1].name.replace(".", " (2).", 1) or " (2)" in done.files[-1].name


def test_many_names_are_counted(folder: Path, care: Care) -> None:
    jobs = [Job(Campaign(title=f"Number {number}"), EDITION, Order(formats=("csv",))) for number in range(30)]
    for path in export_all(jobs, folder, asleep).files:
        path.write_bytes(THEIRS)
    with pytest.raises(Occupied) as refused:
        export_all(jobs, folder, asleep, care=care)
    assert " and 27 more were changed" in refused.value.message
    assert len(refused.value.message) < 400
