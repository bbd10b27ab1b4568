"""A file is the old one or the new one: whatever goes wrong, nothing in between."""

import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import UserError
from exporters.delivery import PAUSES, Care, Taken, deliver, ready

OLD, NEW = b"old" * 1000, b"new" * 500_000
REPLACE = Care(taken=Taken.REPLACE)


def no_sleep(_: float) -> None:
    return None


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    deliver(tmp_path / "brief.pdf", OLD, no_sleep)
    deliver(tmp_path / "brief.pdf", NEW, no_sleep, REPLACE)
    assert (tmp_path / "brief.pdf").read_bytes() == NEW
    assert left(tmp_path) == ["brief.pdf"]


def failing(error: OSError) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_a_failure_at_any_call_leaves_the_old_file(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "brief.pdf").write_bytes(OLD)
    monkeypatch.setattr(os, call, failing(OSError(28, "No space left on device")))
    with pytest.raises(UserError, match="no room left"):
        deliver(tmp_path / "brief.pdf", NEW, no_sleep, REPLACE)
    assert (tmp_path / "brief.pdf").read_bytes() == OLD
    assert left(tmp_path) == ["brief.pdf"]


def test_a_folder_that_cannot_be_synced_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(22, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    deliver(tmp_path / "brief.pdf", NEW, no_sleep)
    assert (tmp_path / "brief.pdf").read_bytes() == NEW
    assert left(tmp_path) == ["brief.pdf"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(OLD)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(UserError, match="no room left"):
            deliver(tmp_path / "brief.pdf", NEW, no_sleep, REPLACE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert (tmp_path / "brief.pdf").read_bytes() == OLD
    assert left(tmp_path) == ["brief.pdf"]


KILLED = """
import os, sys, signal
from pathlib import Path
from exporters import delivery
name, target = sys.argv[1], Path(sys.argv[2])
setattr(os, name, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
delivery.deliver(target, b"new" * 500_000, lambda _: None, delivery.Care(taken=delivery.Taken.REPLACE))
"""


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_kill_leaves_the_old_file_and_the_next_export_sweeps(call: str, tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(OLD)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, call, str(target)], check=False, cwd=Path(__file__).parents[2]
    )
    assert done.returncode == -signal.SIGKILL
    assert target.read_bytes() == OLD
    assert len(left(tmp_path)) == 2
    ready(tmp_path)
    assert left(tmp_path) == ["brief.pdf"]


def test_a_file_held_by_another_program_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    held = PermissionError(13, "held")
    held.winerror = 32  # type: ignore[attr-defined]
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if len(slept) < 3:
            raise held
        real(source, target)

    (tmp_path / "brief.docx").write_bytes(OLD)
    monkeypatch.setattr(os, "replace", replace)
    deliver(tmp_path / "brief.docx", NEW, slept.append, REPLACE)
    assert (tmp_path / "brief.docx").read_bytes() == NEW
    monkeypatch.setattr(os, "replace", failing(held))
    with pytest.raises(UserError, match="open in another program"):
        deliver(tmp_path / "brief.docx", OLD, slept.append, REPLACE)
    assert (tmp_path / "brief.docx").read_bytes() == NEW
    assert sum(PAUSES) <= 2.5


def test_a_folder_that_cannot_be_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="in the way"):
        ready(tmp_path / "file" / "folder")
