"""What a partner needs to act, and no table asks for (T2, L7): a number to call, a way in, where work goes, when parts
arrive."""

import re
from collections.abc import Iterator

from app import language
from app.finding import Finding, Level
from app.readiness.reading import Answer, Reading, found
from app.saying import shortened

ACCESS = re.compile(
    r"https?:|\binvit|\baccess\b|\blogin\b|\bpassword\b|\bshared with\b|\bguest\b|\battached\b"
    r"|\beinladung|\beingeladen|\bzugang|\bfreigegeben|\baccès\b|\bacceso\b",
    re.IGNORECASE,
)
"""Words that say how somebody from outside gets in."""
_TOOL = re.compile(
    r"\b(?:Slack|(?:MS |Microsoft )?Teams|WhatsApp|Trello|Asana|Notion|Basecamp|ClickUp|Jira|SharePoint|Dropbox"
    r"|Google Drive|OneDrive|Frame\.io|Figma|Miro|Cloud|Laufwerk)\b"
)
_TOOLS_IN = frozenset(
    {
        ("vendor", "communication"),
        ("vendor", "revisions"),
        ("brand_assets", "location"),
        ("client", "brand", "guidelines"),
    }
)
_CALL = re.compile(
    r"\b(?:call|phone)\b|\banruf\w*|\btelefon\w*|\bappel(?:er|ez)\b|\btéléphon\w*|\bllam(?:ar|e|ada)\b|\bteléfono\b",
    re.IGNORECASE,
)
_NO_CALL = re.compile(
    r"\bno (?:phone )?calls?\b|\b(?:don['’]t|do not|never) (?:call|phone)\b|\bvideo|\bzoom\b|\bmeet\b"
    r"|\bteams\b|\bkeine anrufe\b|\bnicht anrufen\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d(?:[ ()/.–-]{0,2}\d){5}")
_FILES = re.compile(
    r"\b(?:files?|folders?|upload\w*|transfer|deliver\w*|send|sent|ship\w*|hand(?:ed)? over|portal|links?|drive"
    r"|dateien?|ordner|hochladen|(?:ge|an)?liefer\w*|schick\w*|senden|fichiers?|dossiers?|livr\w*|envoy\w*"
    r"|archivos?|carpetas?|entreg\w*|env[ií]\w*)\b",
    re.IGNORECASE,
)
_HANDED_OVER_IN = frozenset(
    {"deliverables", "technical_requirements", "milestones", "vendor", "distribution"}
)
_SUPPLIED = re.compile(
    r"\b(?:supplied|provided|delivered|sent|written) by (?:us|(?:the )?client|you)\b"
    r"|\bwe(?:['’]ll| will)? (?:supply|provide|send)\b"
    r"|\b(?:the )?client (?:will )?(?:suppl(?:y|ies)|provides?|sends?)\b|\bto follow\b"
    r"|\b(?:liefern|stellen|schicken) wir\b|\b(?:von uns|vom kunden) (?:geliefert|gestellt)\b|\bwird nachgereicht\b"
    r"|\bfourni(?:e|s|es)? par (?:nous|le client)\b",
    re.IGNORECASE,
)
_PARTS = frozenset({"deliverables", "technical_requirements", "brand_assets"})
_WHY = "The work stops on the day they need it."


def way_in(answer: Answer) -> str:
    """The tool an answer sends a partner to without saying how they get in; "" if it does not."""
    if answer.keys not in _TOOLS_IN or ACCESS.search(answer.text):
        return ""
    tool = _TOOL.search(answer.text)
    return tool.group() if tool else ""


def supplied(answer: Answer) -> Iterator[Finding]:
    """A part that comes from us, and no day."""
    said = _SUPPLIED.search(answer.text) if answer.keys[0] in _PARTS else None
    if said and not language.has_date(answer.text) and not ACCESS.search(answer.text):
        yield found(
            "stranger.supplied",
            Level.WARNING,
            answer.place,
            f"“{shortened(said.group())}”: on which day, and from whom?",
            why=_WHY,
            next_step="Add the day and the role",
        )


def reached(reading: Reading) -> Iterator[Finding]:
    """Whoever shall call has a number; whoever is done knows where it goes."""
    vendor = reading.campaign.vendor
    rules, contact = vendor.communication[:2000], vendor.contact[:2000]
    call = _CALL.search(rules)
    if call and contact.strip() and not _NO_CALL.search(rules) and not _NUMBER.search(f"{contact} {rules}"):
        yield found(
            "stranger.no-number",
            Level.WARNING,
            ("vendor", "communication"),
            f"“{call.group()}”: on which number?",
            why=_WHY,
            next_step="Add the phone number to the contact",
        )
    if rules.strip() and not language.placeholders(rules) and not _says_where(reading):
        yield found(
            "stranger.handover",
            Level.SUGGESTION,
            ("vendor", "communication"),
            "Where does finished work go?",
            why="Done and not handed over is late.",
            next_step="Say where files or parcels go",
        )


def _says_where(reading: Reading) -> bool:
    return any(
        _FILES.search(answer.text)
        for keys, texts in reading.texts.items()
        if keys[0] in _HANDED_OVER_IN
        for answer in texts
    )
