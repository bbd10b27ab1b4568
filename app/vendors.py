"""Who executes from outside, and which part of a campaign is theirs (T2, L7): pieces, tasks, dates, questions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.campaign import Campaign, Deliverable, Person, Task
from app.text import clean

SIDES = frozenset({"vendor", "external"})
"""`Person.side` of those who are not of the house and not of the client."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def vendors(campaign: Campaign) -> tuple[Person, ...]:
    """Everybody who works from outside, in the order of the table."""
    return tuple(person for person in campaign.people if person.side in SIDES)


def vendor_of(campaign: Campaign, vendor_id: str = "") -> Person | None:
    """The vendor with this id; without one the only vendor there is, None if there are none or several."""
    found = vendors(campaign)
    if vendor_id:
        return next((person for person in campaign.people if person.id == vendor_id), None)
    return found[0] if len(found) == 1 else None


def contact_of(campaign: Campaign) -> Person | None:
    """The person `vendor.contact` speaks of: by e-mail address, by name, or by the role it begins with."""
    said = clean(campaign.vendor.contact).casefold()
    if not said.strip():
        return None
    for found in (_by_address, _by_name, _by_role):
        for person in campaign.people:
            if person.side not in SIDES and found(person, said):
                return person
    return None


def _by_address(person: Person, said: str) -> bool:
    address = person.email.strip().casefold()
    return "@" in address and address in said


def _by_name(person: Person, said: str) -> bool:
    name = person.name.strip().casefold()
    return len(name) > 2 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) is not None


def _by_role(person: Person, said: str) -> bool:
    role = person.role.strip().casefold()
    return len(role) > 2 and re.match(rf"\s*{re.escape(role)}(?!\w)", said) is not None


# --- whose part --------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Share:
    """What one vendor needs of the lists of a campaign: ids of rows."""

    vendor: str
    """Id of the vendor, "" when it is not clear which one."""
    deliverables: frozenset[str]
    tasks: frozenset[str]
    milestones: frozenset[str]
    distribution: frozenset[str]
    questions: frozenset[str]
    stages: frozenset[str]


def share_of(campaign: Campaign, vendor_id: str = "") -> Share:
    """The deliverables this vendor owns or is Responsible for, and what belongs to them; everything when none is known.

    A task, a date or a channel belongs to a deliverable whose name it mentions. Dates that mention none are for all.
    """
    vendor = vendor_of(campaign, vendor_id)
    known = vendor.id if vendor else ""
    own = _own(campaign, known) if known else frozenset()
    if not own:
        return _everything(campaign, known)
    sorting = _Sorting(campaign, known, own)
    return Share(
        known,
        own,
        frozenset(sorting.tasks()),
        frozenset(sorting.milestones()),
        frozenset(sorting.distribution()),
        frozenset(each.id for each in campaign.questions if set(each.about) & own or each.asked_by == known),
        frozenset(sorting.stages()),
    )


def _everything(campaign: Campaign, known: str) -> Share:
    lists = (
        campaign.deliverables,
        campaign.raci,
        campaign.milestones,
        campaign.distribution,
        campaign.questions,
        campaign.approval,
    )
    return Share(known, *(frozenset(row.id for row in rows) for rows in lists))


def _own(campaign: Campaign, vendor_id: str) -> frozenset[str]:
    mentions = Mentions(campaign.deliverables)
    doing = {piece for task in campaign.raci if vendor_id in task.R for piece in mentions.in_task(task)}
    return frozenset(doing | {each.id for each in campaign.deliverables if each.owner == vendor_id})


class _Sorting:
    """Rows of a campaign, sorted into those a vendor needs and the rest."""

    def __init__(self, campaign: Campaign, vendor_id: str, own: frozenset[str]) -> None:
        self._campaign, self._vendor, self._own = campaign, vendor_id, own
        self._mentions = Mentions(campaign.deliverables)

    def tasks(self) -> Iterator[str]:
        for task in self._campaign.raci:
            if self._vendor in (*task.R, *task.A, *task.C, *task.I) or self._own & self._mentions.in_task(
                task
            ):
                yield task.id

    def milestones(self) -> Iterator[str]:
        for each in self._campaign.milestones:
            text = f"{each.name} {each.done_when}"
            if each.owner == self._vendor or self._theirs(text) or not self._mentions.in_text(text):
                yield each.id

    def distribution(self) -> Iterator[str]:
        for each in self._campaign.distribution:
            if each.owner == self._vendor or self._theirs(f"{each.channel} {each.notes}"):
                yield each.id

    def stages(self) -> Iterator[str]:
        """Stages that at least one of their deliverables goes through."""
        skipped = [set(each.without) for each in self._campaign.deliverables if each.id in self._own]
        unneeded = set.intersection(*skipped)
        return (stage.id for stage in self._campaign.approval if stage.id not in unneeded)

    def _theirs(self, text: str) -> bool:
        return not self._own.isdisjoint(self._mentions.in_text(text))


class Mentions:
    """Which deliverables a text speaks of: by the noun of the name where it is theirs alone, or by two of its words."""

    def __init__(self, deliverables: Iterable[Deliverable]) -> None:
        self._names = {each.id: _name_words(each.name) for each in deliverables}
        said = [word for words in self._names.values() for word in set(words)]
        self._shared = {word for word, count in Counter(said).items() if count > 1}

    def in_task(self, task: Task) -> frozenset[str]:
        """The deliverables a task names itself, else those its words mention."""
        named = frozenset(task.about) & self._names.keys()
        return named or self.in_text(task.task)

    def in_text(self, text: str) -> frozenset[str]:
        """Ids of the deliverables."""
        said = set(_words(text))
        return frozenset(piece for piece, name in self._names.items() if self._mentions(said, name))

    def _mentions(self, said: set[str], name: list[str]) -> bool:
        if not name:
            return False
        if name[-1] in said and name[-1] not in self._shared:
            return True
        return len(said & set(name)) >= min(2, len(set(name)))


def _name_words(name: str) -> list[str]:
    """The words of a name up to its first mark: "Reel: in by 9" is a reel, "Social image × 6" an image."""
    return _words(re.split(r"[:(,;×–—]| - ", name, maxsplit=1)[0]) or _words(name)


def _words(text: str) -> list[str]:
    """In lower case and without the s of the plural."""
    return [word.removesuffix("s") for word in _WORD.findall(clean(text[:2000]).casefold())]
