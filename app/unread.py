"""Words in a field that asks for something else and cannot be read as that yet: "next Fri" where a day is asked.

They are kept in the workspace beside the answer, as long as nothing that can be read takes their place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from app.change import Batch, Change, Put, Remove, target
from app.place import Place, label, place_of

UNREAD = "unread"
"""The words at a place stand at `(UNREAD, *place)`; "" for none."""


class Kept(Protocol):
    """What is needed of storage."""

    def settings_under(self, prefix: str) -> dict[str, str]: ...
    def put_setting(self, key: str, value: str | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Read:
    """A change, and the words that stand at its places from then on: what was read is not unread any more."""

    change: Change
    words: tuple[tuple[Place, str], ...]


class Unread:
    """The unread words of each campaign, and of the settings; those of one are fetched when they are first asked for."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._known: dict[str, dict[Place, str]] = {}

    def of(self, campaign_id: str) -> Mapping[Place, str]:
        if campaign_id not in self._known:
            start = prefix(campaign_id)
            found = self._kept.settings_under(start)
            self._known[campaign_id] = {place_of(key[len(start) :]): words for key, words in found.items()}
        return self._known[campaign_id]

    def keep(self, campaign_id: str, place: Place, words: str) -> None:
        """On the disk alone, or with "" nothing: `show` follows when it stands there."""
        self._kept.put_setting(prefix(campaign_id) + label(place), words or None)

    def show(self, campaign_id: str, place: Place, words: str) -> None:
        rest = {each: held for each, held in self.of(campaign_id).items() if each != place}
        self._known[campaign_id] = rest | {place: words} if words else rest

    def forget(self, campaign_ids: Iterable[str]) -> None:
        """Campaigns that were deleted for good, or whose words are to be fetched anew."""
        for campaign_id in campaign_ids:
            self._known.pop(campaign_id, None)


def prefix(campaign_id: str) -> str:
    """What the keys begin with under which the workspace keeps the unread words of a campaign."""
    return f"{UNREAD} {campaign_id} "


def is_words(step: object) -> bool:
    """Whether a step keeps unread words, and answers nothing."""
    return isinstance(step, Put) and step.place[:1] == (UNREAD,)


def answered(step: Change) -> Place:
    """Where a step answers, or keeps words beside the answer."""
    return target(step)[1:] if is_words(step) else target(step)


def with_words(step: Change | Read, known: Mapping[Place, str]) -> "Change | Read":
    """The step, and with it what it does to the words that stand where it answers or takes away."""
    if isinstance(step, Read) or is_words(step):
        return step
    gone = tuple((place, "") for place in known if answers(step, place))
    return Read(step, gone) if gone else step


def after(change: Change | Read, known: Mapping[Place, str]) -> Mapping[Place, str]:
    """The words that there are after a change."""
    if isinstance(change, Read):
        kept = dict(after(change.change, known)) | dict(change.words)
        return {place: words for place, words in kept.items() if words}
    if isinstance(change, Put) and is_words(change):
        rest = {place: words for place, words in known.items() if place != change.place[1:]}
        return rest | {change.place[1:]: change.value} if change.value else rest
    return {place: words for place, words in known.items() if not answers(change, place)}


def answers(change: Change, place: Place) -> bool:
    """Whether a change answers at a place, or takes it away."""
    match change:
        case Batch(_, changes):
            return any(answers(each, place) for each in changes)
        case Put(answered, _):
            return answered == place
        case Remove(row):
            return place[: len(row)] == row
        case _:
            return False
