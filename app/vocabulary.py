"""Finding many phrases in one pass: a text whose words begin none of them is done after one look at each word.

A phrase is a regular expression that begins with plain words ("as (?:many|much) as possible", "optimi[sz]ed?");
the words it can begin with are read off it, and only phrases beginning with a word of the text are tried there.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

REMEMBERED = 4096
"""Texts whose reading is kept: while somebody writes, all texts but one are as they were."""
_TOKEN = re.compile(r"[a-z]+")
tokens = _TOKEN.findall
"""The words of a text in lower case, cut at everything that is no letter from a to z."""


@lru_cache(REMEMBERED)
def words_of(text: str) -> frozenset[str]:
    """The words of a text, each once: one look at them is enough for most rules."""
    return frozenset(tokens(text.lower()))


def alternatives(block: str) -> list[str]:
    """The phrases of a block, one a line or between bars that have spaces around them."""
    return [part for part in re.split(r"\s*\n\s*|\s+\|\s+", block.strip()) if part]


class Vocabulary[S]:
    """Phrases by subject, in lower case. Nothing is compiled before a text needs it."""

    def __init__(self, subjects: Mapping[S, str]) -> None:
        self.subjects = tuple(subjects)
        self._blocks = tuple(subjects.values())
        self._compiled: dict[str, re.Pattern[str]] = {}

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[int, str]]]:
        index: dict[str, list[tuple[int, str]]] = {}
        for number, block in enumerate(self._blocks):
            for phrase in alternatives(block):
                for word in dict.fromkeys(first for first, _ in openings(phrase)):
                    index.setdefault(word, []).append((number, phrase))
        return index

    @cached_property
    def _next_words(self) -> dict[str, frozenset[str]]:
        """What can follow a first word; "" among them: anything."""
        pairs = [
            pair for block in self._blocks for phrase in alternatives(block) for pair in openings(phrase)
        ]
        return {word: frozenset(after for first, after in pairs if first == word) for word in self._by_word}

    def search(self, lower: str, words: frozenset[str]) -> list[tuple[int, int, S]]:
        """Start, end and subject of every phrase in a text of lower case with these words, from left to right."""
        begun = self._by_word.keys() & words
        begun = {
            word
            for word in begun
            if "" in self._next_words[word] or not words.isdisjoint(self._next_words[word])
        }
        return list(self._search(lower, begun)) if begun else []

    def _search(self, lower: str, begun: set[str]) -> Iterator[tuple[int, int, S]]:
        read = 0
        for token in _TOKEN.finditer(lower):
            if token.group() in begun and token.start() >= read:
                match = self._pattern(token.group()).match(lower, token.start())
                if match:
                    read = match.end()
                    yield match.start(), read, self.subjects[int((match.lastgroup or "g0")[1:])]

    def _pattern(self, word: str) -> re.Pattern[str]:
        if word not in self._compiled:
            own: dict[int, list[str]] = {}
            for number, phrase in self._by_word[word]:
                own.setdefault(number, []).append(phrase)
            choices = "|".join(f"(?P<g{number}>{'|'.join(phrases)})" for number, phrases in own.items())
            self._compiled[word] = re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])")
        return self._compiled[word]


def openings(phrase: str) -> frozenset[tuple[str, str]]:
    """Every word the phrase can begin with and the one after it, "" where that may be any or none.
    ValueError when it does not begin with letters."""
    pairs = frozenset((word, after) for word, rest in _grow("", phrase) for after in _after(rest))
    if any(not word for word, _ in pairs):
        raise ValueError(phrase)
    return pairs


def _after(rest: str) -> Iterator[str]:
    for gap in (" ", "[- ]"):
        if rest.startswith(gap):
            yield from (word for word, _ in _grow("", rest.removeprefix(gap)))
            return
    yield ""


def _grow(word: str, rest: str) -> Iterator[tuple[str, str]]:
    """The words `word` can become by reading on in the phrase, each with what is left to read."""
    if rest.startswith("(?<"):
        yield from _grow(word, rest[_closing(rest) + 1 :])
    elif rest.startswith("(?:") or (rest.startswith("[") and rest[1:2].isalpha()):
        end = _closing(rest)
        for choice in _maybe(_choices(rest[3:end]) if rest[0] == "(" else list(rest[1:end]), rest[end + 1 :]):
            yield from _grow(word, choice + rest[end + 1 :].removeprefix("?"))
    elif rest[:1].isalpha():
        for choice in _maybe([rest[0]], rest[1:]):
            yield from _grow(word + choice, rest[1:].removeprefix("?"))
    else:
        if rest[:1] in " -" and rest[1:2] == "?":
            yield from _grow(word, rest[2:])
        yield word, rest


def _maybe(choices: list[str], after: str) -> list[str]:
    return [*choices, ""] if after.startswith("?") else choices


def _closing(text: str) -> int:
    """Where the bracket that opens the text is closed."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if depth == 0:
            return place
    raise ValueError(text)


def _choices(body: str) -> list[str]:
    """The alternatives of a group, groups inside it left whole."""
    parts, depth = [""], 0
    for char in body:
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts
