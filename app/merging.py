"""When typing is one step: letters of one field join, whatever they are letters of. Pure."""

from dataclasses import fields, replace
from typing import Any

from app.change import Batch, Insert, Put
from app.field import Kind
from app.place import Place, field_at, put
from app.unread import Read, answered, is_words

_TYPED = (Kind.LINE, Kind.TEXT, Kind.WHEN, Kind.COLOUR)


def is_typed(step: object, inverse: object, campaign: type | None) -> bool:
    """Whether typing may go on with it: words, a word in a list of rows, a row that was begun. `campaign`: whose fields
    they are, None for the workspace's own."""
    if isinstance(step.change if isinstance(step, Read) else step, Insert) or is_words(step):
        return True
    if isinstance(step, Batch) and step.changes:
        step = step.changes[0]
    if not isinstance(step, Put) or campaign is None:
        return isinstance(step, Put)
    if isinstance(step.value, tuple) and isinstance(inverse, Put):
        return letter_of(inverse.value, step.value) is not None
    words = bool(step.place) and isinstance(step.value, str)
    return words and field_at(campaign, step.place).kind in _TYPED


def joins(last: object, step: object) -> bool:
    """Whether a step goes on with what the last one wrote: the same field, or a field of the row that came with it."""
    begun = _begun(last)
    if begun is None:
        here = _field(last)
        return here is not None and here == _field(step)
    row = (*begun.place, begun.row.id)
    places = [answered(step)] if isinstance(step, Put) else [place for place, _ in _words(step)]
    return bool(places) and all(len(each) > len(row) and each[: len(row)] == row for each in places)


def grown(last: Any, step: Any) -> Any:
    """Both as one step."""
    begun = _begun(last)
    if begun is None:
        return _puts(last, step) if isinstance(last, Batch) or isinstance(step, Batch) else step
    words = dict(_words(last))
    if is_words(step):
        words[answered(step)] = step.value
        return Read(begun, tuple(words.items()))
    if isinstance(step, Put):
        rest = step.place[len(begun.place) + 1 :]
        begun = replace(begun, row=put(begun.row, rest, step.value))
        return Read(begun, tuple(words.items())) if words else begun
    return Read(_both(step.change, begun, step.change), tuple((words | dict(step.words)).items()))


def way_back(last: Any, back: Any, step: Any, inverse: Any) -> Any:
    """From after both steps to before the last one, which `back` takes back: words that it began were not there yet."""
    if _begun(last) is not None:
        gone = dict.fromkeys((place for place, _ in _words(last)), "")
        gone |= dict.fromkeys((place for place, _ in _words(step)), "")
        if is_words(step):
            gone[answered(step)] = ""
        remove = back.change if isinstance(back, Read) else back
        change = _both(inverse.change, inverse.change, remove) if isinstance(inverse, Read) else remove
        return Read(change, tuple(gone.items())) if gone else change
    if isinstance(inverse, Read) and is_words(back):
        return replace(inverse, words=((answered(back), back.value),))
    if isinstance(back, Batch) or isinstance(inverse, Batch):
        return _puts(inverse, back)
    return back


def letter_of(before: Any, after: Any) -> tuple[str, str] | None:
    """(row id, key) of the one text that differs between two lists of rows; None if more does, or another thing."""
    if not isinstance(before, tuple) or not isinstance(after, tuple) or len(before) != len(after):
        return None
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    if len(pairs) != 1 or getattr(pairs[0][0], "id", None) != getattr(pairs[0][1], "id", ""):
        return None
    one, other = pairs[0]
    keys = [each.name for each in fields(one) if getattr(one, each.name) != getattr(other, each.name)]
    words = len(keys) == 1 and isinstance(getattr(other, keys[0]), str)
    return (other.id, keys[0]) if words else None


def same_letter(last: object, back: object, step: object) -> bool:
    """Of two answers to one field that are lists: whether both write in the same text of it."""
    lists = [
        each.value for each in (back, last, step) if isinstance(each, Put) and isinstance(each.value, tuple)
    ]
    if len(lists) < 3:
        return True
    before, between, after = lists
    first = letter_of(before, between)
    return first is not None and first == letter_of(between, after)


def _begun(step: object) -> Insert | None:
    """The row that a step brings, if that is what it does."""
    change = step.change if isinstance(step, Read) else step
    return change if isinstance(change, Insert) else None


def _words(step: object) -> tuple[tuple[Place, str], ...]:
    return step.words if isinstance(step, Read) else ()


def _both(named: Any, first: Any, then: Any) -> Batch:
    """Two changes under the name that the person gave."""
    return Batch(named.label if isinstance(named, Batch) else "", (first, then))


def _field(step: object) -> Place | None:
    """What a step writes in; what follows from an answer is written with it."""
    if isinstance(step, Read):
        return _field(step.change)
    if isinstance(step, Batch) and all(isinstance(each, Put) for each in step.changes):
        return _field(step.changes[0])
    return answered(step) if isinstance(step, Put) else None


def _puts(earlier: Any, later: Any) -> Batch:
    """The answers of both, each place as the later one has it."""
    steps = [step.changes if isinstance(step, Batch) else (step,) for step in (earlier, later)]
    answers = {each.place: each for each in (*steps[0], *steps[1])}
    return Batch((later if isinstance(later, Batch) else earlier).label, tuple(answers.values()))
