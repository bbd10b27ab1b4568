"""The arithmetic of the bench: medians of pairs, slopes, verdicts, and when it measures again."""

from collections.abc import Callable
from itertools import count

import pytest

from bench.measure import PAIRS, REPEATS, Row, compared, counted, percentile, slope


def _steady(value: float) -> Callable[[], float]:
    return lambda: value


def test_a_ratio_is_of_medians_and_one_outlier_moves_nothing() -> None:
    numbers = count()
    row = compared("", _steady(10), lambda: 1000 if next(numbers) == 3 else 25, 3.0, "ms")
    assert (row.value, row.floor, row.candidate, row.noise, row.verdict) == (2.5, 10, 25, 1, "met")


def test_floor_and_candidate_take_turns_to_go_first() -> None:
    order: list[str] = []

    def told(name: str) -> Callable[[], float]:
        def measured() -> float:
            order.append(name)
            return 1.0

        return measured

    compared("", told("floor"), told("candidate"), 1.0, "ms", pairs=4)
    assert order.count("floor") == 2 * order.count("candidate") == 8
    assert order[:6] == ["floor", "candidate", "floor"] * 2


def test_a_miss_on_a_noisy_machine_is_measured_again_and_not_called_a_failure() -> None:
    floors, runs = count(), count()

    def restless() -> float:
        return 10.0 if next(floors) % 2 else 30.0

    def slow() -> float:
        next(runs)
        return 1000.0

    row = compared("", restless, slow, 1.0, "ms", pairs=1)
    assert not row.quiet
    assert row.verdict == "machine too noisy"
    assert next(runs) == REPEATS


def test_a_miss_on_a_quiet_machine_is_said_at_once() -> None:
    runs = count()
    row = compared("", _steady(10), lambda: next(runs) * 0 + 12.0, 1.0, "ms")
    assert (row.verdict, next(runs)) == ("missed", PAIRS)


@pytest.mark.parametrize(("value", "verdict"), [(1.5, "met"), (1.65, "met"), (1.66, "missed")])
def test_a_ratio_may_exceed_its_target_by_a_tenth(value: float, verdict: str) -> None:
    assert Row("", value, 1.5).verdict == verdict


@pytest.mark.parametrize(("value", "verdict"), [(14, "met"), (15, "missed")])
def test_a_counter_may_not(value: int, verdict: str) -> None:
    assert counted("statements", value, 14, "").verdict == verdict


def test_slopes_and_percentiles() -> None:
    assert slope((100, 3.0), (10_000, 300.0)) == pytest.approx(1)
    assert slope((100, 3.0), (10_000, 3.0)) == 0
    assert slope((100, 1.0), (10_000, 10_000.0)) == pytest.approx(2)
    assert percentile(range(1, 101), 0.95) == 96
    assert percentile([7], 0.95) == 7
