"""Which finding comes next from where one stands: as pages are read, and on a page from the top, rows in their order."""

from collections.abc import Iterable

from app.campaign import Campaign
from app.finding import Finding
from app.pages import PAGES, page_of
from app.place import Place, answers

type Position = tuple[int, int, int]
"""Page, question on the page, answer in the order of the table."""


def next_finding(
    campaign: Campaign, findings: Iterable[Finding], here: Place, page: str, step: int
) -> Finding | None:
    """The first finding behind a place on a page (() is before all its questions), or with -1 the last before it; round
    the ends. Of several at one place it is the first."""
    reader = _Reader(campaign)
    found: dict[Position, Finding] = {}
    for each in findings:
        found.setdefault(reader.position(each.place), each)
    at = reader.position(here, page)
    order = sorted(found)
    if step > 0:
        following = next((each for each in order if each > at), None) or next(iter(order), None)
    else:
        back = order[::-1]
        following = next((each for each in back if each < at), None) or next(iter(back), None)
    return found[following] if following is not None else None


class _Reader:
    def __init__(self, campaign: Campaign) -> None:
        self._order: dict[Place, int] = {}
        for number, (place, _, _) in enumerate(answers(campaign)):
            for end in range(1, len(place) + 1):
                self._order.setdefault(place[:end], number)

    def position(self, place: Place, page: str = "") -> Position:
        """Where a place stands on its page, or on the page of that key."""
        found = page_of(place) if place else None
        number = next((at for at, each in enumerate(PAGES) if each.key == page), -1)
        if number < 0:
            number = PAGES.index(found) if found else 0
        shown = (*PAGES[number].about, *PAGES[number].items)
        fits = [(len(item), at) for at, item in enumerate(shown) if _asks(item, place)]
        return number, max(fits)[1] if fits else -1, self._rank(place)

    def _rank(self, place: Place) -> int:
        known = (place[:end] for end in range(len(place), 0, -1))
        return next((self._order[each] for each in known if each in self._order), -1)


def _asks(item: Place, place: Place) -> bool:
    """Whether a question of a page is about the place; "assets" of all deliverables is one question."""
    keys = (place[0], *place[2:3]) if item == ("deliverables", "assets") else place
    return bool(place) and keys[: len(item)] == item
