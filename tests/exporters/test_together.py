"""Two exports into one folder at once: each file is complete, from one or the other; none sweeps the other's."""

import subprocess
import sys
from pathlib import Path

from exporters.part import Part, sweep
from tests.exporters.delivering import NAMES, SIZE
from tests.shared import ROOT


def test_two_programs_at_the_same_names(tmp_path: Path) -> None:
    folder, record = tmp_path / "out", tmp_path / "written"
    program = [sys.executable, "-m", "tests.exporters.delivering", str(folder), str(record)]
    running = [
        subprocess.Popen([*program, letter, "60"], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for letter in "abc"
    ]
    seen = set()
    while any(each.poll() is None for each in running):
        for name in NAMES:
            if (folder / name).exists():
                data = (folder / name).read_bytes()
                seen.add(data[:1])
                assert data == data[:1] * SIZE
    assert [each.communicate()[1] for each in running] == ["", "", ""]
    assert [each.returncode for each in running] == [0, 0, 0]
    assert len(seen) > 1, "they were not at it together"
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)


def test_what_is_being_written_is_not_swept(tmp_path: Path) -> None:
    (tmp_path / ".left.baton-part").write_bytes(b"of a killed export")
    (tmp_path / ".older.pdf.baton-part").write_bytes(b"of an older Baton")
    (tmp_path / ".folder.baton-part").mkdir()
    (tmp_path / ".link.baton-part").symlink_to(tmp_path / "somewhere")
    with Part(tmp_path, b"live") as live:
        sweep(tmp_path)
        live.claim(tmp_path / "file")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".folder.baton-part",
        ".link.baton-part",
        "file",
    ]
