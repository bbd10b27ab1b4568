"""A file from outside is a campaign file or one calm sentence: packages, files of other programs, bombs (I1, I5, I6)."""

import base64
import os
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.campaigns import png
from tests.shared import ROOT, corpora
from tests.ui.commandline.test_cli import Baton

LARGE = 49_000_000
HEAD = b'{"format": "baton.campaign", "version": 1, "title": "x", "raci": ['
BOMBS = {
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "no number": HEAD + b"NaN]}",
    "endless": HEAD + b"Infinity]}",
    "a huge number": HEAD + b"9" * 5_000_000 + b"]}",
    "a high exponent": HEAD + b"1e999999999]}",
    "millions of objects": HEAD + b"{}," * (LARGE // 3) + b"{}]}",
    "millions of texts": HEAD + b'"ab",' * (LARGE // 5) + b'"a"]}',
    "one key again and again": b'{"format": "baton.campaign", ' + b'"k":1,' * (LARGE // 7) + b'"k":1}',
    "an open text": b"," * 2_100_000 + b'"' + b'\\"' * 20_000_000,
    "too large": b" " * 50_000_001,
    "nothing": b"",
    "no text": b"\xff\xfe\0\0",
}


def others() -> list[str]:
    folder = Path(os.environ.get("BATON_CORPORA", ROOT.parent / "shared" / "corpora")) / "malicious"
    return sorted(path.name for path in folder.glob("*")) or ["none"]


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Baton]:
    made = Baton(tmp_path)
    assert made("import", made.file()) == 0
    before = made.fingerprint
    there = sorted(tmp_path.rglob("*"))
    yield made
    assert made.fingerprint == before, "the workspace was touched"
    assert [path for path in sorted(tmp_path.rglob("*")) if path.suffix != ".json"] == [
        path for path in there if path.suffix != ".json"
    ], "something was made"


@pytest.mark.parametrize("name", others())
def test_files_made_to_harm_are_refused_in_one_line(filled: Baton, name: str) -> None:
    path = corpora() / "malicious" / name
    start = time.monotonic()
    assert filled("import", filled.file("good.json"), path) == 2
    assert time.monotonic() - start < 5
    assert filled.err.count("\n") == 1
    assert name in filled.err
    assert "Nothing was imported." in filled.err


@pytest.mark.parametrize("data", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_before_it_takes_room(filled: Baton, data: bytes) -> None:
    path = filled.folder / "bomb.json"
    path.write_bytes(data)
    tracemalloc.start()
    try:
        assert filled("import", path) == 2
        assert tracemalloc.get_traced_memory()[1] < 150_000_000
    finally:
        tracemalloc.stop()
    assert filled.err.count("\n") == 1
    assert len(filled.err) < 2_000
    assert "bomb.json" in filled.err


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "this picture is neither a PNG nor a JPEG"),
        (b"GIF89a" + bytes(40), "this picture is neither a PNG nor a JPEG"),
        (
            png(2, 2)[:16] + (30_000).to_bytes(4) * 2 + png(2, 2)[24:],
            "this picture has 30000 by 30000 pixels",
        ),
        (b"\xff\xd8\xff\xe0\0\4ab", "this picture is a damaged JPEG"),
    ],
    ids=["svg", "gif", "huge", "jpeg"],
)
def test_a_logo_in_a_campaign_file_is_a_picture(filled: Baton, data: bytes, words: str) -> None:
    brand = {"logo": base64.b64encode(data).decode()}
    assert filled("import", filled.file("logo.json", client={"name": "A", "brand": brand})) == 2
    assert f"client.brand.logo: {words}" in filled.err
    good = {"logo": base64.b64encode(png(4, 4)).decode()}
    assert filled("check", filled.file("logo.json", client={"name": "A", "brand": good})) in (0, 1)


def test_what_a_killed_backup_left_in_another_folder_is_swept(tmp_path: Path) -> None:
    filled = Baton(tmp_path)
    assert filled("import", filled.file()) == 0
    folder, notes = filled.folder / "elsewhere", filled.folder / "data" / "baton" / "underway"
    folder.mkdir()
    notes.mkdir(parents=True, exist_ok=True)
    left = folder / ".2026-12-01 120000 0001 by hand.baton.0123abcd.new"
    left.write_bytes(b"half")
    (notes / "0123456789abcdef").write_bytes(os.fsencode(folder))
    assert filled("list") == 0
    assert not left.exists()
    assert list(notes.iterdir()) == []
    folder.rmdir()
