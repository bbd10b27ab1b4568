"""Whom or what a few words name: one of a list, whatever the case and the spaces; or somebody new."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

type Named = tuple[tuple[str, str], ...]
"""What may be named: (id, words)."""


def squeezed(words: str) -> str:
    """The same for words that differ in case and spaces only."""
    return "".join(words.casefold().split())


def called(words: str, known: Sequence[tuple[str, str]]) -> str | None:
    """The id of what the words name exactly, by its words or its id; None when there is none."""
    wanted = squeezed(words)
    return next((each for each, said in known if wanted and wanted in (squeezed(said), squeezed(each))), None)


def likely(words: str, known: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Everything that fits what was typed so far, the best first: the whole, its beginning, a word's beginning, within."""
    wanted = " ".join(words.casefold().split())
    ranked = ((_fit(wanted, " ".join(said.casefold().split())), each, said) for each, said in known)
    return [(each, said) for fit, each, said in sorted(ranked, key=lambda one: one[0]) if fit < _NOT]


_NOT = 4


def _fit(wanted: str, said: str) -> int:
    if squeezed(wanted) == squeezed(said):
        return 0
    if said.startswith(wanted):
        return 1
    if f" {wanted}" in said:
        return 2
    return 3 if wanted in said else _NOT


def _counts(words: str) -> bool:
    """A day, a number, "1 week": nobody is called that."""
    return words.strip()[:1].isdigit()


@dataclass(slots=True)
class Roll:
    """Those who may be named. With `new_id` a name that is not there yet is taken in, once, and kept in `made`."""

    known: Named
    new_id: Callable[[], str] | None = None
    made: dict[str, str] = field(default_factory=dict)
    """The words of each new one, by its id."""

    def find(self, words: str) -> str | None:
        """The id behind a name; "" for a dash or another mark that names nobody, None for who may not be taken in."""
        if not any(letter.isalnum() for letter in words):
            return ""
        found = called(words, (*self.known, *self.made.items()))
        if found is None and self.new_id is not None and not _counts(words):
            found = self.new_id()
            self.made[found] = " ".join(words.split())
        return found
