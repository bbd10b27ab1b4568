"""Where tests find material that is not in the repository: real campaigns and hostile input."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def corpora() -> Path:
    """The folder of hostile input; the test is skipped where there is none."""
    return _there(Path(os.environ.get("BATON_CORPORA", SHARED / "corpora")), "hostile input")


def campaign_files() -> list[Path]:
    """The real campaigns; the test is skipped where there are none."""
    return sorted(_there(SHARED / "campaigns", "real campaigns").glob("*.json"))


def _there(folder: Path, what: str) -> Path:
    if not folder.is_dir():
        pytest.skip(f"no {what} beside the repository ({folder.name})")
    return folder
