"""Sections of the checklist about who: review and approval, the RACI matrix, how to reach everybody (S3, T4)."""

from collections.abc import Iterable

from app import approvals
from app.campaign import Stage, Task
from app.document import Block, Callout, Head, Para, Raci, Text, Voice
from app.documents.composer import Composer
from app.documents.lanes import entries, lanes, number_lane, table
from app.documents.sections import absent
from app.field import Kind
from app.place import Place
from app.text import blank, clean

_APPROVAL: Place = ("approval",)
_RACI: Place = ("raci",)
_PEOPLE: Place = ("people",)
_LETTERS = "ARCI"
"""In the order in which they stand in one cell."""


# --- review and approval -----------------------------------------------------------------------------------------
def review(composer: Composer) -> tuple[Block, ...]:
    """The chain in its order, what happens without a reply, and the longest it can take."""
    field, chain = composer.template.field(*_APPROVAL), composer.campaign.approval
    if not chain:
        return absent(composer, field, _APPROVAL)
    assert field.rows is not None
    listed = entries(_APPROVAL, chain, "")
    made = lanes(composer, field.rows, listed, printed={"max_hours": lambda hours: _hours(composer, hours)})
    longest = Para((Text(f"{_longest(composer, chain)}."),), Voice.NOTE)
    return (
        table([number_lane(composer.words.step), *made], listed, field.label),
        _no_reply(composer, chain),
        longest,
    )


def _longest(composer: Composer, chain: tuple[Stage, ...]) -> str:
    """The longest the chain can take, and where it has no bound."""
    words, wait = composer.words, approvals.longest_wait(chain)
    if len(wait.unbounded) == len(chain):
        return words.no_limit
    one, many = words.longest
    days = one if wait.days == 1 else many.format(count=wait.days)
    names = ", ".join(_name(composer, chain.index(stage), stage) for stage in wait.unbounded)
    return words.no_limit_at.format(longest=days, names=names) if names else days


def _name(composer: Composer, index: int, stage: Stage) -> str:
    """What a stage is called; by its number where it has no name."""
    words = composer.words
    return clean(stage.name).strip() or words.row.format(one=words.inside(words.step), number=index + 1)


def _hours(composer: Composer, hours: int) -> str:
    one, many = composer.words.hours
    return one if hours == 1 else many.format(count=hours)


def _no_reply(composer: Composer, chain: tuple[Stage, ...]) -> Callout:
    """The rule of the chain in one sentence; where stages differ, which does what."""
    words = composer.words
    if all(stage.on_timeout == "move_forward" for stage in chain):
        said = words.all_move_forward
    else:
        said = " ".join(_outcomes(composer, chain))
    return Callout((Text(f"{words.no_reply} ", bold=True), Text(f"{said} {words.clock}")))


def _outcomes(composer: Composer, chain: tuple[Stage, ...]) -> Iterable[str]:
    field = composer.template.field("approval", "on_timeout")
    for value, said in field.choices:
        names = [
            _name(composer, index, stage) for index, stage in enumerate(chain) if stage.on_timeout == value
        ]
        if names:
            yield composer.words.pair.format(label=said, text=", ".join(names)) + "."


# --- who does what -----------------------------------------------------------------------------------------------
def raci(composer: Composer) -> tuple[Block, ...]:
    """The matrix, what else the table says of a task, and how to reach everybody."""
    field, tasks = composer.template.field(*_RACI), composer.campaign.raci
    matrix = (
        (_matrix(composer, tasks, field.label), *_more(composer)) if tasks else absent(composer, field, _RACI)
    )
    return (*matrix, *_contacts(composer))


def _matrix(composer: Composer, tasks: tuple[Task, ...], name: str) -> Raci:
    used = {
        each for task in tasks for letter in _LETTERS for each in getattr(task, letter) if not blank(each)
    }
    known = [person.id for person in composer.campaign.people if person.id in used]
    order = [*known, *sorted(used - set(known))]
    column = {each: index for index, each in enumerate(order)}
    label = composer.words.inside(composer.template.field("raci", "task").label)
    unnamed = composer.words.missing.format(label=label)
    rows = tuple(
        (clean(task.task).strip() or unnamed, (*_RACI, task.id), _letters(task, column)) for task in tasks
    )
    heads = tuple(_head(composer, each) for each in order)
    return Raci(heads, rows, name, composer.words.task, composer.words.legend)


def _letters(task: Task, column: dict[str, int]) -> tuple[tuple[int, str], ...]:
    found: dict[int, str] = {}
    for letter in _LETTERS:
        for each in dict.fromkeys(getattr(task, letter)):
            if each in column:
                found[column[each]] = found.get(column[each], "") + letter
    return tuple(sorted(found.items()))


def _head(composer: Composer, person_id: str) -> Head:
    """The role, and under it who has it, or whose side it is on."""
    role, person = composer.role(person_id), composer.people.get(person_id)
    if person is None:
        return Head(role)
    name = clean(person.name).strip()
    side = composer.template.field(*_PEOPLE, "side")
    return Head(role, name if name and name != role else composer.printed(side, person.side))


def _more(composer: Composer) -> tuple[Block, ...]:
    """Answers about tasks that are no letters."""
    listed = entries(_RACI, composer.campaign.raci)
    letters = frozenset(field.key for field in composer.fields(Task) if field.kind is Kind.PEOPLE)
    field = composer.template.field(*_RACI)
    assert field.rows is not None
    made = lanes(composer, field.rows, listed, without=letters)
    return (table(made, listed, field.label),) if len(made) > 1 else ()


def _contacts(composer: Composer) -> tuple[Block, ...]:
    field, people = composer.template.field(*_PEOPLE), composer.campaign.people
    if not people:
        return ()
    assert field.rows is not None
    listed = entries(_PEOPLE, people)
    return (table(lanes(composer, field.rows, listed), listed, composer.words.contacts),)
