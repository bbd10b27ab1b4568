"""The language of the documents on the command line: named there, else the workspace's, else English."""

import os
from datetime import date as Day
from io import StringIO
from pathlib import Path

import pypdfium2
import pytest

from app.settings import LANGUAGE
from storage.store import Store
from storage.workspace import Workspace
from ui.commandline.cli import run

FILE = '{"format": "baton.campaign", "version": 1, "title": "Frühling", "client": {"name": "Café"}}'


class Run:
    """One brief, written into a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.err = folder, ""
        self.workspace = folder / "w.baton"
        (folder / "spring.json").write_text(FILE, encoding="utf-8")

    def __call__(self, *argv: str) -> int:
        err, environ = StringIO(), {**os.environ, "BATON_WORKSPACE": str(self.workspace)}
        code = run(list(argv), StringIO(), err, Day(2026, 11, 22), environ)
        self.err = err.getvalue()
        return code

    def brief(self, *argv: str) -> str:
        to = self.folder / "out"
        assert self("export", *argv, "--to", str(to), "--documents", "brief", "--formats", "pdf") == 0, (
            self.err
        )
        (file,) = to.iterdir()
        assert file.name.startswith("café-frühling-")
        return str(pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range())


@pytest.fixture
def baton(tmp_path: Path) -> Run:
    return Run(tmp_path)


def test_english_when_nobody_says_anything(baton: Run) -> None:
    assert "Strategic Context Brief" in baton.brief(str(baton.folder / "spring.json"))


def test_the_language_that_is_named(baton: Run) -> None:
    assert "Strategisches Briefing" in baton.brief(str(baton.folder / "spring.json"), "--language", "DE")


def test_the_language_of_the_workspace(baton: Run) -> None:
    assert baton("import", str(baton.folder / "spring.json")) == 0
    with Workspace.open(baton.workspace) as workspace:
        Store(workspace).put_setting(LANGUAGE, "es")
    assert "Briefing estratégico" in baton.brief("Frühling")


def test_a_language_without_words_is_refused(baton: Run) -> None:
    assert (
        baton("export", str(baton.folder / "spring.json"), "--to", str(baton.folder), "--language", "it") == 2
    )
    assert "no language it; there is en (English), de (Deutsch)" in baton.err
    assert baton.err.count("\n") == 1
