"""A pack as one zip: its documents, calendar, tasks, and a list of the files with their sizes and checksums (X4).

The same order gives the same bytes: entries are dated by the edition and stand in their order.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from datetime import date as Day

from exporters.order import Made, lost_in

MANIFEST, INDEX = "manifest.json", "README.txt"
_OLDEST, _NEWEST = Day(1980, 1, 1), Day(2107, 12, 31)
"""The days a zip can name."""
_RIGHTS = 0o644 << 16


def archive(name: str, title: str, day: Day, files: Sequence[Made]) -> Made:
    """The files with a manifest for machines and a list for people; `title` says of which campaign, on one line."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry, data in (
            (INDEX, _index(title, day, files)),
            (MANIFEST, _manifest(title, day, files)),
            *((each.name, each.data) for each in files),
        ):
            packed.writestr(_info(entry, day), data)
    return Made(name, out.getvalue(), title, lost_in(files), together=True)


def _info(name: str, day: Day) -> zipfile.ZipInfo:
    dated = min(max(day, _OLDEST), _NEWEST)
    info = zipfile.ZipInfo(name, (dated.year, dated.month, dated.day, 9, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = _RIGHTS
    return info


def _manifest(title: str, day: Day, files: Sequence[Made]) -> bytes:
    data = {
        "format": "baton.pack",
        "version": 1,
        "title": title,
        "made_on": day.isoformat(),
        "files": [
            {"name": each.name, "title": each.title, "bytes": len(each.data), "sha256": _sum(each)}
            for each in files
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _index(title: str, day: Day, files: Sequence[Made]) -> bytes:
    """For people: what each file is, in the order to read them; under it what `sha256sum` prints."""
    parts = [f"{title}\n{day.isoformat()}"]
    parts += [
        f"{number}. {each.title}\n   {each.name}\n   {_size(len(each.data))}"
        for number, each in enumerate(files, start=1)
    ]
    parts.append("\n".join(("sha256", *(f"{_sum(each)}  {each.name}" for each in files))))
    return ("\n\n".join(parts) + "\n").encode()


def _sum(each: Made) -> str:
    return hashlib.sha256(each.data).hexdigest()


def _size(count: int) -> str:
    return f"{count:,} B" if count < 1000 else f"{-(-count // 1000):,} kB"
