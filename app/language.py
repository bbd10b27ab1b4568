"""Rules that read the words: what is vague, what is a placeholder, what only an insider understands (F1, L2, L7).

Pure functions over one text. They are written for English and keep quiet in other languages, except where a sign such
as "TBD" or "???" means the same everywhere. Words inside quotation marks are copy, never judged. Every pattern is
bounded, so time grows with the length of the text and nothing else.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.common_words import points_at, said_before
from app.phrases import HARD, SOFT
from app.spoken_dates import date_spans, has_date, has_when
from app.vocabulary import REMEMBERED, Vocabulary, alternatives, tokens, words_of

__all__ = [
    "Span",
    "date_spans",
    "fillers",
    "forbids",
    "has_date",
    "has_number",
    "has_when",
    "is_english",
    "placeholders",
    "says_nothing",
    "unquoted",
    "vague_phrases",
]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text; `ask` is the question its writer still has to answer."""

    start: int
    end: int
    text: str
    ask: str = ""


# --- the language ------------------------------------------------------------------------------------------------
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WORDS_IN = re.compile(r"\S+").findall
_ENGLISH = frozenset(
    _WORDS_IN(
        "the a an and of to in for with on by is are be we our you your it that this from at as or not no "
        "who what when which their they will has have more than up every all one into before after only "
        "but so its do can each per without how use add see"
    )
)
_FOREIGN = frozenset(
    _WORDS_IN(
        "der die das und ist nicht ein eine einen wir sie mit für auf von den dem im zu bis als auch wird "
        "werden alle le la les des du et est pour une un dans sur par nous vous qui que pas el los las y "
        "del para con por una se il lo gli di che per non della het een van en voor niet met och att för "
        "som på av og til på af o os as do da em para com"
    )
) - {"do", "as", "per", "on"}


@lru_cache(REMEMBERED)
def is_english(text: str) -> bool:
    """False only for text that is clearly something else: other languages are not judged by English rules."""
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return True
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    if foreign > english or not all(
        "a" <= word[0] <= "z" or word[0] in "àâäæçèéêëîïôöœøùûüåß" for word in words
    ):
        return False
    return english > 0 or (len(words) < 6 and foreign == 0)


# --- quotations --------------------------------------------------------------------------------------------------
_QUOTED = re.compile(
    r"“[^“”]{0,400}”|„[^„“”]{0,400}[“”]|«[^«»]{0,400}»|\"[^\"\n]{0,400}\"|(?<!\w)‘[^‘’\n]{0,200}’(?!\w)"
)
_QUOTES = re.compile('[“„«"‘]')
_ADDRESS = re.compile(r"\bhttps?://\S+|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}", re.IGNORECASE)


def unquoted(text: str) -> str:
    """The text with quotations and addresses blanked out, every other character where it was."""
    if _QUOTES.search(text):
        text = _QUOTED.sub(_blank, text)
    if "@" in text or "://" in text:
        text = _ADDRESS.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


# --- numbers -----------------------------------------------------------------------------------------------------
_DIGITS = re.compile(r"(?<![\w.])[€$£#]?\d[\d.,\u00a0 ]*(?:k\b|m\b|bn\b|%|x\b)?", re.IGNORECASE)
_NUMERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|eighty"
    r"|ninety|hundred|thousand|million|dozen|half|halve[ds]?|double[ds]?(?![- ]digit)|doubling|triple[ds]?"
    r"|twice|zero|none"
    r"|(?:one|a|two) (?:third|quarter)|one (?:in|of) (?:\w+)|first place|sold? out|zwei|drei|zehn"
    r"|zwanzig|hundert)\b",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"(?:(?<=^)|(?<=[\n;:.]))\s*\(?\d{1,2}[.)](?=\s)")
_LABEL = re.compile(
    r"\b(?:v|version|phase|step|tier|wave|round|persona|part|chapter|level|area|generation) ?\d[\d.]*",
    re.IGNORECASE,
)


def has_number(text: str) -> bool:
    """Whether it says how much. Dates, list marks ("1)") and labels ("phase 2", "v1.27") are no amounts."""
    kept = list(text)
    spans = [
        *date_spans(text),
        *(match.span() for mark in (_LIST_MARK, _LABEL) for match in mark.finditer(text)),
    ]
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    bare = "".join(kept)
    return _DIGITS.search(bare) is not None or _NUMERAL.search(bare) is not None


# --- placeholders ------------------------------------------------------------------------------------------------
_PLACEHOLDER = re.compile(
    r"\b(?:t\.?b\.?[dca]|to be (?:determined|decided|confirmed|defined|announced|discussed|agreed"
    r"|clarified))\b\.?"
    r"|\?{2,}|\(\?\)|\blorem ipsum\b|\b(?:xx+|XX+)\b(?!-?large)|\b(?:todo|fixme)\b|\bfill (?:me |this )?in\b"
    r"|[\[<{](?:insert|your|enter|add|client|name|date|number|text|tbd|xx?|link|product|placeholder"
    r"|\.\.\.|…)[^\]>}\n]{0,60}[\]>}]"
    r"|\bplaceholder text\b|\b(?:dd[/.]mm|mm[/.]dd)[/.]yyyy\b|_{4,}|\bn\.?n\.(?!\w)"
    r"|\bnoch (?:offen|unklar|zu klären)\b|\bwird noch (?:geklärt|festgelegt)\b|\bà (?:définir|préciser|confirmer)\b"
    r"|\bpor (?:definir|confirmar|determinar)\b",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    alternatives(
        """
        all | all of them | all of it | all of the above
        any | anything | various | several | many | some | a few
        everything | everybody | everyone | anybody | anyone | somebody | someone | whoever
        unknown | uncertain | not sure
        no idea | not known | not known yet | don't know | don’t know | pending | undecided
        misc | miscellaneous | etc
        different | multiple | diverse | as needed | soon | later | asap | whenever | sometime
        somewhere | the usual | usual
        as usual | lots | to follow | follows | will follow | coming soon | see above | see below
        standard | normal | average
        default | whatever | whatever fits | whatever works | under review | under discussion | in discussion
        under consideration | in progress | to come | open | still open | flexible | depends | it depends
        """
    )
)
_ENDED = " .!?…–—-"
_ENDS_OPEN = re.compile(r"[^.!?\n]{1,40}\?\s*$")
_ASKS = re.compile(
    r"^(?:is|are|do|does|did|will|can|could|should|would|who|what|when|where|why|which|how|have|has)\b",
    re.IGNORECASE,
)


_PLACEHOLDER_WORDS = frozenset(
    [
        "tbd",
        "tbc",
        "tba",
        "t",
        "b",
        "determined",
        "decided",
        "confirmed",
        "defined",
        "announced",
        "discussed",
        "agreed",
        "clarified",
        "lorem",
        "todo",
        "fixme",
        "fill",
        "placeholder",
        "dd",
        "mm",
        "n",
        "nn",
        "offen",
        "unklar",
        "klären",
        "geklärt",
        "festgelegt",
        "définir",
        "préciser",
        "confirmer",
        "definir",
        "confirmar",
        "determinar",
    ]
)
_MARKS = re.compile(r"[?\[<{_]|[xX]{2}")


def placeholders(text: str) -> tuple[Span, ...]:
    """Signs that an answer is still to come: "TBD", "???", "lorem ipsum", "[insert]", "xx". In every language."""
    if not _MARKS.search(text) and _PLACEHOLDER_WORDS.isdisjoint(words_of(text)):
        return ()
    bare = unquoted(text)
    return tuple(Span(*match.span(), text[slice(*match.span())]) for match in _PLACEHOLDER.finditer(bare))


def fillers(text: str) -> tuple[Span, ...]:
    """Where a name, number or date belongs: a word that only fills the place ("all", "various", "?", "15 March?")."""
    short = text.strip()
    if len(short) > 60:
        return ()
    said = short.lower().rstrip(_ENDED)
    if (
        said in _FILLERS
        or said.startswith(("whatever ", "open for ", "open to "))
        or not said
        or (short[-1] == "?" and _ENDS_OPEN.fullmatch(short) and not _ASKS.match(short))
    ):
        return (Span(0, len(text), short),)
    return ()


# --- vague phrases -----------------------------------------------------------------------------------------------
_PHRASES = Vocabulary(
    {(hard, ask): block for hard, blocks in ((True, HARD), (False, SOFT)) for ask, block in blocks.items()}
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.](?=\d)[^.!?\n]+)*[.!?\n]*")
_FORBIDS = re.compile(
    r"\s*(?:no|not|never|don['’]t|do not|avoid|without|nothing|must not|nobody|leave out)\b", re.IGNORECASE
)
_STILL_VAGUE = re.compile(
    r"etc|and so|and similar|.*off[- ]brand|boring|inappropriate|controversial|(?:bad|poor|ugly|wrong) "
    r"|last time|as far"
    r"|(?:not )?too\b|overly|overdo|excessive|unnecessar|like |what we did|or similar|or so",
    re.IGNORECASE,
)
"""Vague even where it is forbidden."""
_LISTS = re.compile(r":\s*\S+.{0,200},|\(.{2,200},.{1,200}\)")


@lru_cache(REMEMBERED)
def vague_phrases(text: str) -> tuple[Span, ...]:
    """Words that two readers will read two ways. A figure, a quotation or a list in the same sentence makes most of
    them precise ("several sizes: 728 x 90, 300 x 250"), and in a "don't" they are the thing forbidden."""
    bare = unquoted(text)
    lower = bare.lower()
    found = _PHRASES.search(lower if len(lower) == len(bare) else bare, words_of(bare))
    if not found or not is_english(text):
        return ()
    sentences = [part.span() for part in _SENTENCE.finditer(bare)]
    return tuple(
        Span(start, end, text[start:end], ask)
        for start, end, (hard, ask) in found
        if _stands(text, bare, _around(sentences, start), text[start:end], hard)
    )


def forbids(text: str) -> bool:
    """Whether the line begins with "no", "don't", "avoid"."""
    return _FORBIDS.match(text) is not None


def _around(sentences: list[tuple[int, int]], place: int) -> tuple[int, int]:
    return next((span for span in sentences if span[0] <= place < span[1]), (place, place))


def _stands(text: str, bare: str, sentence: tuple[int, int], phrase: str, hard: bool) -> bool:
    """Whether the phrase is vague in its sentence; a line that begins with "no" forbids to its end."""
    forbids = _FORBIDS.match(bare) or _FORBIDS.match(bare[slice(*sentence)])
    if forbids and not _STILL_VAGUE.match(phrase):
        return False
    return hard or not _precise(text[slice(*sentence)], bare[slice(*sentence)])


def _precise(sentence: str, bare: str) -> bool:
    """Whether the sentence has a figure, a quotation or a list."""
    return (
        any(char.isdigit() for char in bare)
        or bare != sentence
        or _LISTS.search(bare) is not None
        or _NUMERAL.search(bare) is not None
    )


# --- what any campaign could say ----------------------------------------------------------------------------------
_MOST_WORDS = 30


@lru_cache(REMEMBERED)
def says_nothing(text: str, *, told: bool = False) -> bool:
    """Whether every word would fit any campaign ("Quality you can trust"): no figure, no name, no quotation, no thing.
    `told`: an instruction, which may be of common words and still clear ("Show the price first").
    """
    if len(text) > 300 or (not text.isascii() and not text.replace("’", "'").isascii()):
        return False
    words = tokens(text.lower())
    if not 0 < len(words) <= _MOST_WORDS or any(char.isdigit() for char in text) or unquoted(text) != text:
        return False
    if not all(map(said_before, words)):
        return False
    return not told or not any(map(points_at, words))
