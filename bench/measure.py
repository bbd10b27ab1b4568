"""How a ratio is measured on a noisy machine: CPU time, floor and candidate in turn, medians, the floor against itself."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from statistics import median

PAIRS = 9
REPEATS = 3
TOLERANCE = 1.1
NOISE = (0.95, 1.05)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `target` and `value` are ratios, or what `unit` says: "ms", "MB", "statements", "slope".

    `floor` and `candidate` are what was measured on both sides, in `measure`. `noise` is the floor against itself.
    """

    what: str
    value: float
    target: float
    unit: str = "x"
    floor: float = 0.0
    candidate: float = 0.0
    measure: str = ""
    noise: float = 1.0
    tolerance: float = TOLERANCE

    @property
    def met(self) -> bool:
        return self.value <= self.target * self.tolerance

    @property
    def quiet(self) -> bool:
        """Whether the machine was quiet enough for a verdict."""
        return NOISE[0] <= self.noise <= NOISE[1]

    @property
    def verdict(self) -> str:
        if self.met:
            return "met"
        return "missed" if self.quiet else "machine too noisy"


def ratio(
    what: str,
    floor: Callable[[], object],
    candidate: Callable[[], object],
    target: float,
    pairs: int = PAIRS,
) -> Row:
    """The median CPU time of the candidate over the floor's; both run once unmeasured, then in turn."""
    floor()
    candidate()
    return compared(what, lambda: cpu(floor), lambda: cpu(candidate), target, "ms", pairs)


def compared(
    what: str,
    floor: Callable[[], float],
    candidate: Callable[[], float],
    target: float,
    measure: str,
    pairs: int = PAIRS,
) -> Row:
    """As `ratio`, of two things that measure themselves; again, twice at most, when it is missed on a noisy machine."""
    for _ in range(REPEATS):
        floors, candidates, again = _in_turn(floor, candidate, pairs)
        base = median(floors)
        row = Row(
            what,
            median(candidates) / base,
            target,
            floor=base,
            candidate=median(candidates),
            measure=measure,
            noise=median(again) / base,
        )
        if row.met or row.quiet:
            break
    return row


def counted(what: str, value: float, target: float, unit: str) -> Row:
    """An exact counter (statements, rows, bytes): no noise, no tolerance."""
    return Row(what, value, target, unit, tolerance=1.0)


def slope(small: tuple[float, float], large: tuple[float, float]) -> float:
    """The log-log slope between two points (size, cost): 1 is linear."""
    return log(large[1] / small[1]) / log(large[0] / small[0])


def cpu(work: Callable[[], object]) -> float:
    """Milliseconds of CPU time, without the collection of garbage that others made."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return (time.process_time() - begun) * 1e3
    finally:
        gc.enable()


def typical(work: Callable[[], object], times: int = 5) -> float:
    """The median CPU time of several runs in milliseconds, after one that is not counted."""
    work()
    return median(cpu(work) for _ in range(times))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def _in_turn(
    floor: Callable[[], float], candidate: Callable[[], float], pairs: int
) -> tuple[list[float], list[float], list[float]]:
    floors: list[float] = []
    candidates: list[float] = []
    again: list[float] = []
    for number in range(pairs):
        order = ((floors, floor), (candidates, candidate), (again, floor))
        for values, work in order if number % 2 else reversed(order):
            values.append(work())
    return floors, candidates, again
