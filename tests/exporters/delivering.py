"""The export that `test_stopped.py` stops in the middle, and that `test_together.py` runs at once; a program of its own.

`delivering.py FOLDER RECORD LETTER TIMES`: three files of that letter, so many times over."""

import sys
from pathlib import Path

from exporters.delivery import Care, deliver, ready
from exporters.written import Written

NAMES = ("brief.pdf", "list.csv", "pack.zip")
SIZE = 400_000


def main(folder: Path, record: Path, letter: str, times: int) -> None:
    care = Care(Written(record))
    for _ in range(times):
        ready(folder)
        for name in NAMES:
            deliver(folder / name, letter.encode() * SIZE, lambda _: None, care)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
