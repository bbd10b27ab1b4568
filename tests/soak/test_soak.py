"""The window lives, whatever is done to it. Each of these is a process of its own: what dies there is reported here."""

import pytest

from tests.soak.__main__ import driven


@pytest.mark.parametrize("seed", [1, 2])
def test_the_window_lives_through_a_minute_of_everything(seed: int) -> None:
    done = driven(60, seed)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-6000:]}"
