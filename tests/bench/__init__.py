"""Tests of how speed is measured; none of them measures time."""
