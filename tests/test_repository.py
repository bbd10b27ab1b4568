"""What may not stand in any file, and the layers, held where everybody sees them fail."""

import re
import subprocess

import pytest

from tests.shared import ROOT

INDEX_HOSTS = re.compile(
    r"(?i)\b(?:pypi"
    + r"\.org|python"
    + "hosted|npmjs"
    + r"\.(?:org|com)|deb\.debian|debian"
    + r"\.org/debian|"
    r"(?:files|registry|index)\.[a-z-]+\.(?:org|com|net|io))\b"
)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:root|home/\w+|work)/")


AT_THE_TOP = {
    ".ci",
    ".gitignore",
    ".python-version",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "app",
    "bench",
    "build.spec",
    "docs",
    "exporters",
    "findings",
    "pyproject.toml",
    "requirements.lock",
    "resources",
    "storage",
    "tests",
    "ui",
}


def tracked() -> list[str]:
    """The files of the repository; in an unpacked archive there is no list, and nothing to check."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.decode().split("\0") if name]


def test_no_file_names_a_package_index_or_a_path_of_a_machine() -> None:
    found = []
    for name in tracked():
        path = ROOT / name
        if path.suffix in {".ttf", ".png", ".baton"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [(name, match.group()) for match in INDEX_HOSTS.finditer(text)]
        found += [(name, match.group()) for match in MACHINE_PATHS.finditer(text)]
    assert not found


def test_no_other_lock_file_stands_beside_the_pins() -> None:
    assert not {"uv.lock", "poetry.lock", "Pipfile.lock"} & set(tracked())


def test_every_pin_has_its_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = [line for line in lock.splitlines() if re.match(r"[\w.-]+==", line)]
    assert len(pins) > 30
    assert all(line.rstrip().endswith("\\") for line in pins)
    assert "http" not in lock


def test_every_module_says_why_it_exists() -> None:
    silent = []
    for name in tracked():
        if name.endswith(".py") and not name.endswith("__init__.py"):
            head = (ROOT / name).read_text(encoding="utf-8").lstrip()
            if not head.startswith('"""'):
                silent.append(name)
    assert not silent


def test_nothing_lies_at_the_top_that_nobody_put_there() -> None:
    assert {name.split("/")[0] for name in tracked()} == AT_THE_TOP
