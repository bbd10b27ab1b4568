"""Where fields are printed on the pages, and which of them belong to a place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.place import Place


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a field is printed: page from 0, rectangle in points from the page's top left."""

    place: Place
    page: int
    rect: QRectF


def belonging(landings: Sequence[Landing], place: Place) -> list[Landing]:
    """The print of a field and of all that is in it; what is not printed by itself stands in the row around it."""
    for end in range(len(place), 0, -1):
        found = [each for each in landings if each.place[:end] == place[:end]]
        if end < len(place):
            found = [each for each in found if each.place == place[:end]]
        if found:
            return found
    return []
