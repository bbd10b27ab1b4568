"""`python -m tests.soak [MINUTES] [SEED]`: the window driven for that long, five minutes a seed, two side by side."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.shared import ROOT

STRETCH = 300
"""Seconds a process is driven."""
HARD = {"MALLOC_PERTURB_": "165", "PYTHONMALLOC": "debug", "QT_QPA_PLATFORM": "offscreen"}
"""What was freed is overwritten, by Qt's side and by Python's: whoever still reads it is found out."""


def driven(seconds: float, seed: int) -> "subprocess.CompletedProcess[str]":
    """One process, driven to its end; its return code is 0 when it lived and nothing went wrong."""
    command = [sys.executable, "-m", "tests.soak.drive", str(seconds), str(seed)]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **HARD},
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds * 3 + 120,
    )


def soak(minutes: float, first: int) -> int:
    """Prints a line a seed; 1 if one died or went wrong."""
    seeds = range(first, first + max(1, round(minutes * 60 / STRETCH)) * 2)
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda seed: driven(min(STRETCH, minutes * 60), seed), seeds)
        failed = 0
        for seed, done in zip(seeds, results, strict=True):
            lived = "lived" if done.returncode == 0 else f"ended with {done.returncode}"
            print(f"seed {seed}: {lived}, {done.stdout.strip().splitlines()[-1:]}", flush=True)
            if done.returncode:
                failed += 1
                print(done.stderr[-4000:], flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    given = [float(each) for each in sys.argv[1:]]
    sys.exit(soak(given[0] if given else 30, int(given[1]) if len(given) > 1 else 1))
