"""Rules that read the words: what is vague, what is a placeholder, what only an insider understands (F1, L2, L7).

Pure functions over one text. They are written for English and keep quiet in other languages, except where a sign such
as "TBD" or "???" means the same everywhere. Words inside quotation marks are copy, never judged. Every pattern is
bounded, so time grows with the length of the text and nothing else.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.phrases import HARD, SOFT, alternatives
from app.spoken_dates import date_spans, has_date, has_when

__all__ = [
    "Span",
    "acronyms",
    "crowd",
    "date_spans",
    "fillers",
    "has_date",
    "has_number",
    "has_segment",
    "has_when",
    "insider",
    "is_english",
    "no_place",
    "placeholders",
    "uncertain",
    "unquoted",
    "vague_phrases",
]


REMEMBERED = 4096
"""Texts whose reading is kept: while somebody writes, all texts but one are as they were."""


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
    r"|ninety|hundred|thousand|million|dozen|half|halve[ds]?|double[ds]?|doubling|triple[ds]?|twice|zero|none"
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
    r"|\bplaceholder text\b|\b(?:dd[/.]mm|mm[/.]dd)[/.]yyyy\b|_{4,}|\bn\.?n\.(?!\w)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:all|all of (?:them|it|the above)|any|anything|various|several|many|some|a few|everything"
    r"|everybody|everyone"
    r"|anybody|anyone|somebody|someone|whoever|unknown|uncertain|not sure|no idea|not known(?: yet)?"
    r"|don['’]t know|pending"
    r"|undecided|misc|miscellaneous|etc|different|multiple|diverse|as needed|soon|later|asap|whenever"
    r"|sometime"
    r"|somewhere|the usual|usual|as usual|lots"
    r"|to follow|follows|will follow|coming soon|see above|see below|[?!.…–—-]{1,5})[.!?…]*",
    re.IGNORECASE,
)
_ENDS_OPEN = re.compile(r"[^.!?\n]{1,40}\?\s*$")
_ASKS = re.compile(
    r"^(?:is|are|do|does|did|will|can|could|should|would|who|what|when|where|why|which|how|have|has)\b",
    re.IGNORECASE,
)


@lru_cache(REMEMBERED)
def placeholders(text: str) -> tuple[Span, ...]:
    """Signs that an answer is still to come: "TBD", "???", "lorem ipsum", "[insert]", "xx". In every language."""
    bare = unquoted(text)
    return tuple(Span(*match.span(), text[slice(*match.span())]) for match in _PLACEHOLDER.finditer(bare))


@lru_cache(REMEMBERED)
def fillers(text: str) -> tuple[Span, ...]:
    """Where a name, number or date belongs: a word that only fills the place ("all", "various", "?", "15 March?")."""
    short = text.strip()
    if _FILLER.fullmatch(short) or (_ENDS_OPEN.fullmatch(short) and not _ASKS.match(short)):
        return (Span(0, len(text), short),)
    return ()


# --- vague phrases -----------------------------------------------------------------------------------------------
def _phrases(groups: dict[str, str]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    inner = "|".join(f"(?P<g{number}>{alternatives(block)})" for number, block in enumerate(groups.values()))
    return re.compile(rf"(?<![\w-])(?:{inner})(?![\w-])", re.IGNORECASE), tuple(groups)


_HARD_PHRASE, _HARD_ASKS = _phrases(HARD)
_SOFT_PHRASE, _SOFT_ASKS = _phrases(SOFT)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.](?=\d)[^.!?\n]+)*[.!?\n]*")
_FORBIDS = re.compile(
    r"\s*(?:no|not|never|don['’]t|do not|avoid|without|nothing|must not|nobody|leave out)\b", re.IGNORECASE
)
_STILL_VAGUE = re.compile(
    r"etc|and so|.*off[- ]brand|boring|inappropriate|(?:bad|poor|ugly) "
    r"|too ",
    re.IGNORECASE,
)
"""Vague even where it is forbidden."""
_LISTS = re.compile(r":\s*\S+.{0,200},|\(.{2,200},.{1,200}\)")


@lru_cache(REMEMBERED)
def vague_phrases(text: str) -> tuple[Span, ...]:
    """Words that two readers will read two ways. A figure, a quotation or a list in the same sentence makes most of
    them precise ("several sizes: 728 x 90, 300 x 250"), and in a "don't" they are the thing forbidden."""
    bare = unquoted(text)
    hard = _matches(_HARD_PHRASE, _HARD_ASKS, bare, text)
    soft = _matches(_SOFT_PHRASE, _SOFT_ASKS, bare, text)
    if not (hard or soft) or not is_english(text):
        return ()
    if _FORBIDS.match(bare):
        hard = [span for span in hard if _STILL_VAGUE.match(span.text)]
    if soft:
        open_ = [part.span() for part in _SENTENCE.finditer(bare) if not _precise(text, bare, *part.span())]
        soft = [span for span in soft if any(start <= span.start < end for start, end in open_)]
    return tuple(sorted(hard + soft, key=lambda span: span.start))


def _precise(text: str, bare: str, start: int, end: int) -> bool:
    """Whether the sentence at [start:end] has a figure, a quotation or a list, or forbids something."""
    sentence = bare[start:end]
    return (
        any(char.isdigit() for char in sentence)
        or sentence != text[start:end]
        or _FORBIDS.match(sentence) is not None
        or _LISTS.search(sentence) is not None
        or _NUMERAL.search(sentence) is not None
    )


def _matches(pattern: re.Pattern[str], asks: tuple[str, ...], bare: str, text: str) -> list[Span]:
    return [
        Span(*match.span(), text[match.start() : match.end()], asks[int((match.lastgroup or "g0")[1:])])
        for match in pattern.finditer(bare)
    ]


# --- audiences ---------------------------------------------------------------------------------------------------
_CROWD = re.compile(
    r"\b(?:every(?:body|one)|anybody|anyone|all (?:people|customers|users|clients|consumers|ages"
    r"|audiences|visitors"
    r"|companies|businesses|(?:of )?(?:our|the) (?:customers|users|clients|readers))|(?:the )?general public"
    r"|the (?:public|masses|(?:whole|entire) (?:market|world|country|population))|people in general"
    r"|consumers|as many people as possible|a (?:broad|wide) audience|of any (?:size|kind|age)"
    r"|any (?:size|industry|sector)"
    r"|(?:people|everyone|customers) (?:who (?:like|love|want|care)s?|interested in)|b2b and b2c)\b",
    re.IGNORECASE,
)
_LIKES = re.compile(
    r"\bwho (?:is |are )?(?:likes?|loves?|wants?|needs?|cares?|enjoys?"
    r"|interested)\b",
    re.IGNORECASE,
)
"""Clauses that narrow nothing."""
_NARROWS = re.compile(
    r"\bwho(?:se)?\b|\bwithin\b|\baged?\b|\bbetween\b|\bover \d|\bunder \d|\bnear\b|\bliving\b"
    r"|\bless than\b|\bat least\b",
    re.IGNORECASE,
)


def crowd(text: str) -> tuple[Span, ...]:
    """Where everybody is named as the audience and nothing narrows it."""
    if _NARROWS.search(_LIKES.sub("", text)) or any(char.isdigit() for char in text):
        return ()
    return tuple(Span(*match.span(), match.group()) for match in _CROWD.finditer(unquoted(text)))


def has_segment(text: str) -> bool:
    """Whether one could point at somebody: no crowd, and more said of them than a name of two words."""
    if not is_english(text):
        return True
    return not crowd(text) and (len(_WORD.findall(text)) > 3 or any(char.isdigit() for char in text))


# --- people and places -------------------------------------------------------------------------------------------
_UNCERTAIN = re.compile(
    r"\b(?:t\.?b\.?[dca]|unknown|uncertain|undecided|unclear|inferred|assumed|not (?:sure|known|decided"
    r"|named)|to be \w+ed|(?:to|will) follow|n\.?n)\b"
    r"|\?|\b(?:all|whole|entire)[ -](?:the )?team\b|\b(?:or )?any(?:one|body)(?: else)?\b|\bsome(?:one"
    r"|body)\b|\bwhoever\b"
    r"|\bevery(?:one|body)\b|^(?:all|various|several|nobody|none|n/?a|us|them|we|xx+|[-–—…]+)$",
    re.IGNORECASE,
)


def uncertain(role: str) -> Span | None:
    """What in the name of a role says that nobody knows who it is: "TBD", "inferred", "all team", "?"."""
    match = _UNCERTAIN.search(role.strip())
    return Span(match.start(), match.end(), match.group()) if match else None


_NO_PLACE = re.compile(
    r"\b(?:linked|attached|attachment|enclosed|links? in|the usual|as usual|usual (?:place|folder"
    r"|drive)|somewhere|you know"
    r"|everyone knows|ask \w+|on request|upon request|available from|see (?:above|below|email|slack"
    r"|chat)|same (?:as|place)"
    r"|as before|like last|in my|my (?:desktop|laptop|computer|downloads|inbox)|on (?:someone"
    r"|somebody)['’]?s|sent (?:separately|by email|earlier)"
    r"|will (?:send|follow)|to follow|with (?:sarah|the team|marketing)|in the (?:email|chat|thread)"
    r"|internally|various|the cloud|\w+ has (?:it|them)|on the (?:server|drive|intranet))\b"
    r"|^(?:the )?(?:drive|server|cloud|intranet|website|internet|web|online|internal|local|shared"
    r"|google|dropbox|email)[.?!]?$",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"\S\s?[/\\>›→]\s?\S|\.(?:svg|png|jpe?g|pdf|zip|ai|eps|idml|docx?|xlsx?|pptx?|mp4|otf|ttf)\b|https?:",
    re.IGNORECASE,
)


def no_place(text: str) -> Span | None:
    """Words that sound like a place and lead nowhere: "linked spreadsheet", "the usual place", "attached"."""
    match = _NO_PLACE.search(text.strip())
    if match is None or _PATH.search(text):
        return None
    return Span(match.start(), match.end(), match.group())


# --- insiders ----------------------------------------------------------------------------------------------------
_INSIDER = re.compile(
    r"\b(?:as (?:usual|always|discussed|agreed|mentioned|we (?:discussed|agreed|said|talked about))"
    r"|the usual(?: \w+)?"
    r"|like (?:last|every) (?:time|year)|same as (?:last|before|always)\b(?: \w+)?|as (?:last time"
    r"|before)|you know (?:how|what|the|who|which)"
    r"|we all know|per (?:our|the|my) (?:call|chat|meeting|email|conversation)|(?:see|check|look in"
    r"|search|post in|on|in) (?:our |the )?(?:internal )?"
    r"(?:slack|teams channel|wiki|confluence|notion|jira|asana|intranet|sharepoint|trello|basecamp)"
    r"|internal(?:ly)? (?:wiki|tool|drive|dashboard|name|only)"
    r"|(?-i:[Aa]sk (?!for\b|the\b|our\b|your\b)[A-Z][a-z]+)|our (?:jira|slack|wiki|intranet|confluence"
    r"|notion)|the (?:other|previous|last|old) (?:campaign|project)"
    r"|back in the day|obviously|of course you|standard (?:procedure|process)|our normal (?:process|way))\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?<![\w#./@-])([A-Z]{2,5})s?(?![\w./@-])")
_KNOWN = frozenset(
    _WORDS_IN(
        "VAT UK USA US EU UAE BBC PDF JPG JPEG PNG SVG GIF MP MOV TIFF PSD AI EPS CMYK RGB SRGB DPI PPI "
        "UTM WCAG AA AAA CTA SEO SEM PR TV FAQ URL HTML CSS CMS CRM KPI ROI CEO CFO CTO CMO HR IT API "
        "GDPR ID OK AM PM GMT UTC BST CET EST PST GB KB MB PX MM CM KM ISO DIN UV LED DIY AGM NGO NHS "
        "RSVP SMS QR WIFI USB DM PO NDA RACI DOCX XLSX CSV ICS ZIP WEBP HD UHD FPS VIP TBD TBC TBA ASAP "
        "EUR GBP USD CHF LTD PLC GMBH AG LLC INC II III IV VI VII VIII IX XL XXL NOT NO AND OR ALL DO "
        "NEVER ALWAYS ONLY MUST THE OOH POS CPC CPM CTR PPC ABM UX UI NYC LA DC FSC HEX RAL PMS ICC OTF "
        "TTF GA UGC PSO FM PA DJ"
    )
)


@lru_cache(REMEMBERED)
def insider(text: str) -> tuple[Span, ...]:
    """Talk that only somebody of the house understands: "as discussed", "ask Sarah", "see Slack"."""
    bare = unquoted(text)
    return tuple(Span(*match.span(), match.group()) for match in _INSIDER.finditer(bare))


@lru_cache(REMEMBERED)
def acronyms(text: str) -> tuple[Span, ...]:
    """Abbreviations the world does not share; whether they are explained elsewhere is for the reader to see."""
    bare = unquoted(text)
    if bare.isupper():
        return ()
    return tuple(
        Span(*match.span(1), match.group(1))
        for match in _ACRONYM.finditer(bare)
        if match.group(1) not in _KNOWN
    )
