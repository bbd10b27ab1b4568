"""Any campaign name gives a file name that every platform takes."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from exporters.filename import LONGEST, file_name, folder_name, placed, unused

HARD = [
    "CON",
    "nul.txt",
    "COM1",
    "COM¹",
    "LPT0",
    "CONIN$",
    "end. ",
    '<>:"/\\|?*',
    "x" * 300,
    "🚲" * 90,
    "..",
    ".",
    "",
    "\u202egnp",
    "\ud800",
]


RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)


def check(name: str) -> None:
    assert not RESERVED.fullmatch(name)
    assert name == name.strip(" .")
    assert len(name.encode("utf-16-le")) // 2 <= LONGEST
    assert not set(name) & set('<>:"/\\|?*\0')
    assert name.isprintable()


@pytest.mark.parametrize("title", HARD)
def test_hard_names(title: str) -> None:
    check(file_name((title, title), "brief-v1.0", "pdf"))
    check(file_name((title,), "campaign", "json"))


@given(st.text(), st.text())
def test_any_name(client: str, title: str) -> None:
    name = file_name((client, title), "strategic-context-brief-v1.0", "docx")
    check(name)
    assert name.endswith("strategic-context-brief-v1.0.docx")


def test_a_plain_name_stays_readable() -> None:
    name = file_name(("Wrenfield Cycles", "Winter Service Weeks"), "strategic-context-brief-v1.0", "pdf")
    assert name == "wrenfield-cycles-winter-service-weeks-strategic-context-brief-v1.0.pdf"
    assert (
        file_name(("Café Zürich", "春のキャンペーン"), "v1.0", "pdf")
        == "café-zürich-春のキャンペーン-v1.0.pdf"
    )


@given(st.lists(st.sampled_from(["Straße", "STRASSE", "straße", "x" * 300, "X" * 300]), min_size=2))
def test_names_of_one_export_never_meet(titles: list[str]) -> None:
    taken: set[str] = set()
    names = [unused(file_name((title,), "v1", "pdf"), taken) for title in titles]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        check(name)


def test_a_path_that_is_too_long_is_said_so() -> None:
    with pytest.raises(UserError, match="too long"):
        placed(Path("/" + "folder/" * 40), "brief.pdf")


@pytest.mark.parametrize("title", HARD)
def test_folders_of_hard_names(title: str) -> None:
    check(folder_name((title,)))
    check(folder_name((title, title)))


@given(st.text(), st.text())
def test_any_folder(client: str, title: str) -> None:
    check(folder_name((client, title)))


def test_folders_of_one_name_are_numbered() -> None:
    taken: set[str] = set()
    assert [unused(folder_name(("Spring",)), taken) for _ in range(3)] == ["spring", "spring-2", "spring-3"]
