"""Speed and memory as ratios against a floor that runs beside them (see docs/bench.md)."""
