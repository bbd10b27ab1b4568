"""Where the window is: one value that navigation, search, findings and undo all speak."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.place import Place


class Screen(StrEnum):
    """The screens of the window."""

    HOME = "home"
    CLIENTS = "clients"
    SETTINGS = "settings"
    PAGE = "page"
    """A page of the open campaign, in the free frame or in the guide."""
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class Spot:
    """How a page stood before its reader: the top of the field at hand, in pixels from the top of what is in sight.

    `caret` is where the selection of its text begins and ends, None where there is no text.
    """

    top: int
    caret: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """`campaign` and `page` for what is inside a campaign; `place` asks for the focus; `guided` for the guide's frame."""

    screen: Screen
    campaign: str = ""
    page: str = ""
    place: Place = ()
    guided: bool = False
    spot: Spot | None = field(default=None, compare=False)
    """Comes back to exactly what was seen; None shows the place wherever it is."""

    @property
    def shown(self) -> tuple[str, str, str, bool]:
        """The same for two places of one page in one frame."""
        return self.screen, self.campaign, self.page, self.guided


def at(campaign_id: str, place: Place, *, guided: bool = False) -> Where:
    """The page on which a place is written; the first page for what is on none."""
    from app.pages import page_of  # noqa: PLC0415 - the list of campaigns is painted without the table of fields

    found = page_of(place)
    return Where(Screen.PAGE, campaign_id, found.key if found else "why", place, guided)
