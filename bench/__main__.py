"""`python -m bench [ROW ...]`: measures the rows of the table, prints them beside their targets, writes results.json."""

import json
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from bench import documents, process, store, window
from bench.measure import Row

ROWS: dict[str, Callable[[], Iterator[Row]]] = {
    "start": process.start,
    "stall": process.stall,
    "memory": process.memory,
    "docx": documents.docx,
    "pdf": documents.pdf,
    "six": documents.six,
    "table": documents.table,
    "list": store.listed,
    "load": store.load,
    "edit": store.edit,
    "search": store.search,
    "typing": window.typing,
    "preview": window.preview,
    "home": window.home,
}
RESULTS = Path(__file__).with_name("results.json")


def main(wanted: list[str]) -> int:
    """Exit code: 0 when every target is met, 1 when one is missed, 2 for a row that there is not."""
    unknown = sorted(set(wanted) - set(ROWS))
    if unknown:
        print(f"There is no row {', '.join(unknown)}. Rows: {', '.join(ROWS)}.", file=sys.stderr)
        return 2
    found: list[Row] = []
    print(_HEAD)
    for name in wanted or ROWS:
        for row in ROWS[name]():
            found.append(row)
            print(_line(row), flush=True)
    RESULTS.write_text(json.dumps(_report(found), indent=1), encoding="utf-8")
    return int(any(row.verdict == "missed" for row in found))


_HEAD = f"{'':62} {'floor':>9} {'Baton':>9} {'is':>8} {'target':>8}  verdict"


def _line(row: Row) -> str:
    unit = "x" if row.unit == "x" else ""
    sides = (f"{row.floor:.1f}", f"{row.candidate:.1f}") if row.measure else ("", "")
    values = f"{row.value:.2f}{unit:1}", f"{row.target:.2f}{unit:1}"
    return f"{row.what:62} {sides[0]:>9} {sides[1]:>9} {values[0]:>8} {values[1]:>8}  {row.verdict}"


def _report(rows: list[Row]) -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "machine": platform.platform(),
        "rows": [{**asdict(row), "verdict": row.verdict} for row in rows],
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
