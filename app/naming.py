"""Rules that read whom and what a text points at: audiences, roles, places, and what only an insider "
"understands (F2, L7)."""

import re
from functools import lru_cache

from app.language import Span, is_english, says_nothing, unquoted
from app.vocabulary import REMEMBERED, tokens, words_of

_words = re.compile(r"\S+").findall


# --- audiences ---------------------------------------------------------------------------------------------------
_CROWD = re.compile(
    r"\b(?:every(?:body|one)|anybody|anyone|all (?:people|customers|users|clients|consumers|ages"
    r"|audiences|visitors"
    r"|companies|businesses|(?:of )?(?:our|the) (?:customers|users|clients|readers))|(?:the )?general public"
    r"|the (?:public|masses|(?:whole|entire) (?:market|world|country|population))|people in general"
    r"|consumers|as many people as possible|a (?:broad|wide) audience|of any (?:size|kind|age)"
    r"|any (?:size|industry|sector)"
    r"|(?:people|everyone|customers) (?:who (?:like|love|want|care)s?|interested in)|b2b and b2c"
    r"|(?:of|at|in) (?:all|any|every|relevant|various|different) (?:levels?|kinds?|types?|backgrounds?"
    r"|industr(?:y|ies)|sectors?)"
    r"|alike|(?:existing|current) and (?:potential|new|future|prospective) \w+|and beyond)\b",
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


_AGES_ONLY = re.compile(
    r"(?:all |mostly |mainly )?(?:people|adults|women|men|women and men|men and women|consumers|customers"
    r"|users|everyone"
    r"|everybody|persons|families|parents)\s*(?:\(?(?:aged?|between|from|of|in the age of)?\s*\d\d\s*(?:-"
    r"|–|to|and|until)\s*\d\d\)?"
    r"|(?:over|under|above|below) \d\d|\d\d\+)[.]?",
    re.IGNORECASE,
)
"""An age is not yet a segment."""


def has_segment(text: str) -> bool:
    """Whether one could point at somebody: no crowd, and more said of them than a name of two words."""
    if not is_english(text):
        return True
    return not (crowd(text) or says_nothing(text) or _AGES_ONLY.fullmatch(text.strip())) and (
        len(re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text)) > 3 or any(char.isdigit() for char in text)
    )


# --- people and places -------------------------------------------------------------------------------------------
_UNCERTAIN = re.compile(
    r"\b(?:t\.?b\.?[dca]|unknown|uncertain|undecided|unclear|inferred|assumed|not (?:sure|known|decided"
    r"|named)|to be \w+ed|(?:to|will) follow|n\.?n)\b"
    r"|\?|\b(?:all|whole|entire)[ -](?:the )?team\b|\b(?:or )?any(?:one|body)(?: else)?\b|\bsome(?:one"
    r"|body)\b|\bwhoever\b"
    r"|\bevery(?:one|body)\b|\b(?:the )?usual\b|\bavailable\b|\bhas (?:time|capacity)\b|^(?:me|you"
    r"|someone)\b|^(?:all|various|several|nobody|none|n/?a|us|them|we|xx+|[-–—…]+)$",
    re.IGNORECASE,
)


_GROUP = re.compile(
    r"(?:the |our |their |all |various |several |some |different |internal |external |local )*"
    r"(?:marketing|sales|management|agency|design|product|support|operations|engineering|hr|it|legal"
    r"|finance|editorial"
    r"|comms|communications?|pr|social media|content|press|procurement|leadership|board|client"
    r"|customer service|vendor"
    r"|partner|office|company|crew|staff|people|personnel|colleagues|folks|volunteers|stakeholders|hires?)"
    r"(?: (?:and|&|/) (?:marketing|sales|design|product|support|legal|communications?))?"
    r"|.*\b(?:team|teams|department|staff|committee|agency|board|crew|group|unit|office|leads|\w{2,}(?:ers"
    r"|ors|ists|ants)"
    r"|heads|stakeholders|colleagues|volunteers|staff|interns|people|hires?|creatives|folks|guys)",
    re.IGNORECASE,
)
_JOB = (
    r"(?:leads?|managers?|heads?|owners?|directors?|team|designers?|writers?|editors?|developers?"
    r"|officers?|docs|founders?"
    r"|assistants?|producers?|coordinators?|specialists?)"
)
_EITHER = re.compile(
    rf"\b{_JOB}\b.{{0,12}}(?:\s(?:and|or|&)\s|\s?/\s?).{{0,40}}\b{_JOB}\b|\b(?:and/or|or (?:the |a |my |our )?\w+)$",
    re.IGNORECASE,
)


_ARTICLE = re.compile(r"(?:an?|one of|some|any|other|another)\s|[A-Z]\w+ ?/ ?[A-Z]\w+$")
"""A role that begins like this means one of many."""


def several(role: str) -> bool:
    """Whether a role is a department, a group or a choice of two: "Marketing", "the designers", "Anna or Ben"."""
    said = role.strip()
    if _ARTICLE.match(said):
        return True
    return _EITHER.search(said) is not None or (
        _GROUP.fullmatch(said) is not None and re.search(r"\b(?:of|for|to|at|in|with)\b", said) is None
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
    r"|(?:will|ll) (?:send|share|provide|forward|upload|follow|be (?:sent|shared|provided|uploaded))"
    r"|to follow|with (?:sarah|the team|marketing)|in the (?:email|chat|thread)"
    r"|internally|various|the cloud|\w+ has (?:it|them)|on the (?:server|drive|intranet))\b"
    r"|^(?:the )?(?:drive|server|cloud|intranet|website|internet|web|online|internal|local|shared"
    r"|google|dropbox|email)[.?!]?$",
    re.IGNORECASE,
)
_TOOLS = frozenset(
    _words(
        "dropbox drive onedrive sharepoint google gdrive box server servers cloud nas intranet extranet wiki notion "
        "confluence figma canva teams slack trello asana website internet web online email mail inbox "
        "laptop computer desktop "
        "shared common company agency client usual folder folders archive disk stick somewhere internal "
        "local app system "
        "library asset assets dam brand file files"
    )
)
"""A place named by these alone has many rooms."""
_PATH = re.compile(
    r"\S\s?[/\\>›→]\s?\S|\.(?:svg|png|jpe?g|pdf|zip|ai|eps|idml|docx?|xlsx?|pptx?|mp4|otf|ttf)\b|https?:",
    re.IGNORECASE,
)


def no_place(text: str) -> Span | None:
    """Words that sound like a place and lead nowhere: "linked spreadsheet", "the usual place", "attached"."""
    bare = text.strip()
    if _PATH.search(bare):
        return None
    match = _NO_PLACE.search(bare)
    if match is not None:
        return Span(match.start(), match.end(), match.group())
    return Span(0, len(bare), bare) if _only(_TOOLS, bare) else None


def _only(known: frozenset[str], text: str) -> bool:
    """Whether a short text is of these words and small words alone."""
    words = tokens(text.lower())
    return (
        0 < len(words) <= 6
        and not any(char.isdigit() or char in '"“„«‘' for char in text)
        and (not known.isdisjoint(words) and all(word in known or word in _SMALL for word in words))
    )


_SMALL = frozenset(_words("the a an our my your on in at of from to and or via see all with i we it is s"))


_READINGS = frozenset(
    _words(
        "analytics report reports reporting data system systems tool tools tracking statistics stats "
        "software dashboard "
        "dashboards internal external online social media numbers figures metrics insights kpi kpis "
        "monitoring feedback "
        "estimate estimates estimation gut feeling experience observation intuition marketing sales "
        "finance analyst it "
        "controlling management team agency will know knows should have has tbd various different several "
        "usual website web platform platforms google excel spreadsheet database crm backend survey surveys"
    )
)


def no_source(text: str) -> bool:
    """A source that names no report: "our data", "the dashboard", "marketing will know"."""
    return _only(_READINGS, text.strip())


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
_INSIDER_SIGNS = frozenset(
    _words(
        "usual always discussed agreed mentioned said talked time year last before know call chat meeting "
        "email conversation "
        "slack teams wiki confluence notion jira asana intranet sharepoint trello basecamp internal "
        "internally ask other "
        "previous old back obviously course standard normal"
    )
)
"""One of these words is in everything the pattern finds."""
_ACRONYM = re.compile(r"(?<![\w#./@-])([A-Z]{2,5})s?(?![\w./@-])")
_KNOWN = frozenset(
    _words(
        "VAT GP PE UK USA US EU UAE BBC PDF JPG JPEG PNG SVG GIF MP MOV TIFF PSD AI EPS CMYK RGB SRGB DPI PPI "
        "UTM WCAG AA AAA CTA SEO SEM PR TV FAQ URL HTML CSS CMS CRM KPI ROI CEO CFO CTO CMO HR IT API "
        "GDPR ID OK AM PM GMT UTC BST CET EST PST GB KB MB PX MM CM KM ISO DIN UV LED DIY AGM NGO NHS "
        "RSVP SMS QR WIFI USB DM PO NDA RACI DOCX XLSX CSV ICS ZIP WEBP HD UHD FPS VIP TBD TBC TBA ASAP "
        "EUR GBP USD CHF LTD PLC GMBH AG LLC INC II III IV VI VII VIII IX XL XXL NOT NO AND OR ALL DO "
        "NEVER ALWAYS ONLY MUST THE OOH POS CPC CPM CTR PPC ABM UX UI NYC LA DC FSC HEX RAL PMS ICC OTF "
        "SRT VTT ERP XML HTTP HTTPS SSL CDN OS TTF GA UGC PSO FM PA DJ"
    )
)


@lru_cache(REMEMBERED)
def insider(text: str) -> tuple[Span, ...]:
    """Talk that only somebody of the house understands: "as discussed", "ask Sarah", "see Slack"."""
    if _INSIDER_SIGNS.isdisjoint(words_of(text)):
        return ()
    return tuple(Span(*match.span(), match.group()) for match in _INSIDER.finditer(unquoted(text)))


_CAPITALS = re.compile(r"[A-Z]{2}")


@lru_cache(REMEMBERED)
def acronyms(text: str) -> tuple[Span, ...]:
    """Abbreviations the world does not share; whether they are explained elsewhere is for the reader to see."""
    if not _CAPITALS.search(text):
        return ()
    bare = unquoted(text)
    if bare.isupper():
        return ()
    return tuple(
        Span(*match.span(1), match.group(1))
        for match in _ACRONYM.finditer(bare)
        if match.group(1) not in _KNOWN
    )
