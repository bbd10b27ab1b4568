"""Which row of the RACI table is about which deliverable or stage, and rows offered where there is none yet (T4)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.approvals import final_approver
from app.campaign import Campaign, Deliverable, Stage, Task
from app.change import Batch, Insert, Put
from app.raci import MOST_CONSULTED
from app.stages import is_creator, is_self, most_accountable, somebody

MANY = 15
"""With more people than this a row tells only those who make or review something."""
_LONGEST, _PLURAL = 400, 4


class Rows:
    """The table looked up by what its rows are about: by the row's own word for it, else by its name."""

    def __init__(self, campaign: Campaign) -> None:
        self._about: dict[str, list[Task]] = {}
        self._named: dict[str, list[Task]] = {}
        known = {each.id for each in campaign.deliverables}
        for task in campaign.raci:
            linked = [each for each in task.about if each in known]
            for each in linked:
                self._about.setdefault(each, []).append(task)
            if not linked and (name := _name(task.task)):
                self._named.setdefault(name, []).append(task)

    def of(self, made: Deliverable | Stage) -> tuple[Task, ...]:
        """The rows about a deliverable ("Reel" is about “Reel, 20 seconds” too) or a stage; () for none."""
        if isinstance(made, Deliverable) and made.id in self._about:
            return tuple(self._about[made.id])
        return next(
            (tuple(self._named[name]) for name in _shorter(made.name) if name and name in self._named), ()
        )


@dataclass(frozen=True, slots=True)
class Renamed:
    """A row that still has the name its deliverable had."""

    task: Task
    name: str

    @property
    def fix(self) -> Put:
        return Put(("raci", self.task.id, "task"), self.name)


def renamed(campaign: Campaign) -> Iterator[Renamed]:
    """Rows about one deliverable that is called something else now."""
    names = {each.id: each.name.strip() for each in campaign.deliverables}
    for task in campaign.raci:
        name = names.get(task.about[0], "") if len(task.about) == 1 else ""
        if name and _name(task.task) not in _shorter(name):
            yield Renamed(task, name)


# --- rows offered ------------------------------------------------------------------------------------------------
def offered(campaign: Campaign) -> tuple[Task, ...]:
    """A row for every named deliverable and stage that has none, deliverables first; ids are free in this table.

    The owner is Responsible; Accountable is who answers for most rows already, else the final approver; reviewers are
    Consulted, as far as three go; everybody else is Informed.
    """
    rows, ids, table = Rows(campaign), {task.id for task in campaign.raci}, _Letters(campaign)
    found: list[Task] = []
    for alike in _open(campaign, rows).values():
        row = table.row(alike)
        found.append(replace(row, id=free_id(f"raci-{alike[0].id}", ids)))
        ids.add(found[-1].id)
    return tuple(found)


def _open(campaign: Campaign, rows: Rows) -> dict[str, list[Deliverable | Stage]]:
    """What has a name and no row, under its name: two of one name share a row."""
    every: tuple[Deliverable | Stage, ...] = (*campaign.deliverables, *campaign.approval)
    found: dict[str, list[Deliverable | Stage]] = {}
    for made in every:
        if (name := _name(made.name)) and not rows.of(made):
            found.setdefault(name, []).append(made)
    return found


def added(campaign: Campaign, tasks: tuple[Task, ...]) -> Batch:
    """Those rows at the end of the table, as one step."""
    start = len(campaign.raci)
    return Batch("Add tasks", tuple(Insert(("raci",), start + at, task) for at, task in enumerate(tasks)))


def about(campaign: Campaign, task: Task) -> tuple[str, ...]:
    """The deliverables a row is about by its name: what it should remember, so that a new name of theirs is noticed."""
    rows = Rows(replace(campaign, raci=(replace(task, about=()),)))
    return tuple(each.id for each in campaign.deliverables if rows.of(each))


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """An id no row has yet, the same for the same campaign."""
    known = set(taken)
    number = next(at for at in range(len(known) + 1) if (f"{wanted}-{at}" if at else wanted) not in known)
    return f"{wanted}-{number}" if number else wanted


class _Letters:
    """Sensible letters for a new row, the same questions answered once for all rows."""

    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign
        self._able = [person.id for person in campaign.people if not is_creator(person.role)]
        self._certain = {person.id for person in campaign.people if somebody(person)}
        self._chain = [stage for stage in campaign.approval if not is_self(stage, campaign)]
        acting = {each.owner for each in campaign.deliverables}
        acting |= {person for stage in campaign.approval for person in stage.reviewer}
        many = len(campaign.people) > MANY
        self._told = [person for person in self._able if not many or person in acting]
        self._usual = self._answers()

    def row(self, alike: Sequence[Deliverable | Stage]) -> Task:
        """For deliverables of one name, or a stage."""
        work = [made for made in alike if isinstance(made, Deliverable)]
        if work:
            owners = tuple(dict.fromkeys(made.owner for made in work if made.owner))
            skipped = set.intersection(*(set(made.without) for made in work))
            asked = [each for stage in self._chain if stage.id not in skipped for each in stage.reviewer]
            return self._task(work[0].name, owners, self._usual, asked, tuple(made.id for made in work))
        stage = alike[0]
        assert isinstance(stage, Stage)
        does = tuple(dict.fromkeys(stage.reviewer))
        return self._task(stage.name, does, self._only(does) or self._usual, [], ())

    def _task(
        self, name: str, does: tuple[str, ...], answers: str, asked: Iterable[str], linked: tuple[str, ...]
    ) -> Task:
        busy = {*does, answers}
        consulted = tuple(dict.fromkeys(each for each in asked if each in self._able and each not in busy))
        told = tuple(each for each in self._told if each not in (*busy, *consulted[:MOST_CONSULTED]))
        accountable = (answers,) if answers else ()
        return Task("", name.strip(), does, accountable, consulted[:MOST_CONSULTED], told, about=linked)

    def _answers(self) -> str:
        accountable = [each for task in self._campaign.raci for each in task.A if each in self._certain]
        if accountable:
            return most_accountable(accountable, self._campaign)
        return self._only(final_approver(self._campaign.approval))

    def _only(self, people: tuple[str, ...]) -> str:
        certain = [each for each in dict.fromkeys(people) if each in self._certain]
        return certain[0] if len(certain) == 1 else ""


def _name(words: str) -> str:
    """A name to compare by: "Social  Images" is "social image"."""
    said = " ".join(words[:_LONGEST].casefold().split())
    return said[:-1] if len(said) > _PLURAL and said.endswith("s") else said


def _shorter(words: str) -> Iterator[str]:
    """A name, then what is left of it word by word from the end: "reel, 20 s", "reel, 20", "reel"."""
    parts = words[:_LONGEST].split()
    for end in range(len(parts), 0, -1):
        yield _name(" ".join(parts[:end]))
        yield _name(" ".join(parts[:end]).rstrip(",:;–-( "))
