"""Which backups stay (D8): the rule as tables, and what must hold at any clock (D11)."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rotation import ALL_OF, DAYS, MONTHS, WEEKS, due, obsolete

NOW = datetime(2027, 3, 31, 12, 0)


def days_ago(*days: float) -> list[datetime]:
    return [NOW - timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("taken", "gone"),
    [
        ([], []),
        (days_ago(0, 0.1, 0.2, 1, 1.9), []),
        (days_ago(0, 3.0, 3.1, 3.2), days_ago(3.1, 3.2)),
        (days_ago(900), []),
        (days_ago(-400, 0, 5), []),
        (days_ago(*range(15)), []),
        (days_ago(*range(17)), days_ago(15, 16)),
    ],
)
def test_table(taken: list[datetime], gone: list[datetime]) -> None:
    assert obsolete(taken, NOW) == set(gone)


@pytest.mark.parametrize(
    ("taken", "is_due"),
    [
        ([], True),
        (days_ago(0), False),
        (days_ago(0.9, 5), False),
        (days_ago(1), True),
        (days_ago(2, 3), True),
        (days_ago(-400), True),
        (days_ago(-400, 0.5), False),
    ],
)
def test_a_backup_a_day(taken: list[datetime], is_due: bool) -> None:
    assert due(taken, NOW) is is_due


def test_years_of_daily_backups_become_a_handful() -> None:
    taken = days_ago(*range(1000))
    kept = set(taken) - obsolete(taken, NOW)
    assert len(kept) == 2 + DAYS + WEEKS + MONTHS
    assert (NOW - min(kept)).days > 300


TIMES = st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), max_size=60)


@given(TIMES, st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))
def test_the_newest_the_recent_and_the_future_stay(taken: list[datetime], now: datetime) -> None:
    gone = obsolete(taken, now)
    assert gone <= set(taken)
    assert not taken or max(taken) not in gone
    assert all(when <= now - ALL_OF for when in gone)
    assert len(set(taken) - gone) >= min(len(set(taken)), 1)


@given(TIMES, st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))
def test_thinning_twice_changes_nothing(taken: list[datetime], now: datetime) -> None:
    kept = set(taken) - obsolete(taken, now)
    assert obsolete(kept, now) == set()
