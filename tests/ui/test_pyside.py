"""The trap of DEPENDENCIES: a PySide6 on the wrong Python gives one reference to None away with each call."""

import sys

from PySide6.QtCore import QObject


def test_pyside_does_not_over_release_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(200):
        thing.setObjectName("x")
    assert before - sys.getrefcount(None) < 50, "this PySide6 aborts on this Python; use 3.13"
