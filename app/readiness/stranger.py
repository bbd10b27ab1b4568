"""The stranger test (L7): what somebody from outside could not know or could not open, in what a vendor would get.

Precise rather than complete: a name, a place or a "they" is only reported where nothing in the briefing explains it.
"""

import re
from collections.abc import Callable, Iterator

from app import kickoff, language
from app.disclosure.marks import Marks
from app.field import Doc
from app.finding import Finding, Level
from app.place import Place
from app.readiness import handing, leaving
from app.readiness.reading import Answer, Reading, found, listed
from app.saying import shortened

_WHY = "A stranger cannot know it, so they ask or guess."
THIN = 12
"""Words; a background with fewer says nothing of business and audience."""
_NAMES = (
    "aaron adam adrian ahmed aisha alan alex alexander alice alison amanda amy ana andrea andrew andy angela anna anne "
    "anthony antonio barbara ben benjamin beth brian bruno camille carlos carol caroline catherine charles charlie chloe "
    "chris christian christina christine christopher claire claudia colin cynthia daniel danielle dave david deborah "
    "diana diego dmitri donna dorothy edward elena elizabeth ella ellen emily emma eric erik eva fatima felix fiona "
    "frances francesca gareth gary george giulia greg hannah hans harriet harry heather heidi helen henry ian igor "
    "ingrid isabel ivan jake james jamie jan jane janet jason javier jean jeff jennifer jenny jeremy jess jessica jim "
    "joanna joe johan john jonas jonathan jorge jose joseph josh joshua juan julia julian julie karen karl kate "
    "katherine kathy katie keith kelly ken kevin kim klaus kyle lara laura lauren laurent lena leo linda lisa liz louis "
    "louise lucas lucia lucy luis lukas maria marie mario mark marta martin mary matt matthew mehmet melissa michael "
    "michelle miguel mike mohammed monica nadia natalie natasha nathan nicholas nick nicole nina nora oliver olivia omar "
    "pablo paolo patricia patrick paul paula pedro peter petra phil philip pierre priya rachel raj ralph raul rebecca "
    "richard robert roberto robin roger ron ruth ryan sally sam samantha samuel sandra sara sarah scott sean sergio "
    "sharon simon sofia sophie stefan stephanie stephen steve steven susan svetlana tanya teresa thomas tim timothy tina "
    "tobias todd tom tony tracy vanessa vera vincent walter wei wendy yasmin yuki zoe"
)
_FIRST_NAMES = frozenset(_NAMES.split())
_ACTS = (
    "has|will|is|was|knows?|sends?|sent|approves?|approved|decides?|decided|wants?|wanted|needs?|prefers?|said|says|"
    "likes?|owns?|handles?|checks?|reviews?|can|asked|made|wrote|signs?|signed"
)
_PERSON = re.compile(
    rf"\b(?:ask|tell|ping|contact|call|email|from|with|by|to|through|via|see)\s+(?P<to>[A-Z][a-z]+)\b(?!['’]s\b|\s+[A-Z])"
    rf"|(?:^|[.;:!?]\s+|,\s+)(?P<acts>[A-Z][a-z]+)\s+(?:{_ACTS})\b"
)
_OURS = re.compile(
    r"\bour (?:usual |standard |normal |internal |old |shared |last )?(?:deck|slides?|slide deck|spreadsheet|sheet|tracker|"
    r"playbook|wiki|intranet|board|drive|folder|channel|thread|tool|process|workflow|checklist|template|boilerplate)\b",
    re.IGNORECASE,
)
_UNREACHABLE = re.compile(
    r"\\\\[\w.-]+\\\S+|\b[A-Z]:\\\S*|\bfile://\S+|\bsmb://\S+|/(?:Volumes|Users|home|mnt)/\S+"
    r"|https?://(?:localhost|intranet|wiki|\d{1,3}(?:\.\d{1,3}){3}|[\w.-]+\.(?:local|internal|intranet|corp|lan))(?::\d+)?"
    r"(?:/\S*)?|https?://[\w.-]*\b(?:slack|atlassian|notion|sharepoint)\.(?:com|net|so)/\S*",
)
_DRIVE = re.compile(
    r"\b(?:client|agency|team|company|internal|shared|our|my|the) (?:drive|server|nas|folder)\b"
    r"|\b[^\W\d_]{2,30} (?:drive|server|nas)(?= ?/)",
    re.IGNORECASE,
)
_THEY = re.compile(
    r"(?:They|He|She)\s+(?:said|say|want|wants|wanted|asked|mentioned|told|decided|prefer|prefers|like|likes|know|knows|"
    r"need|needs|have|has|are|is|will|also)\b|(?:As|Like) (?:they|he|she) (?:said|asked|wanted)\b"
)
_UNREAD = frozenset({"title", "people", "project_type", "source", "standards"})
"""Names, and what no vendor gets."""
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_STAND_IN = re.compile(
    r"\b(?:away|absen\w+|backup|back-up|stand[- ]?in|otherwise|cc|if\b.*\bnot)\b", re.IGNORECASE
)

_OF_THE_CALL: dict[Place, str] = {("kickoff", "time"): "at what time", ("kickoff", "place"): "where"}


type Hidden = Callable[[Place, bool], bool]


def stranger(reading: Reading) -> Iterator[Finding]:
    """Everything this room notices, where a partner executes the campaign; what is internal is no matter of theirs."""
    if reading.by_vendor:
        marks = Marks(reading.campaign)
        yield from asked(reading, reading, marks.hides)


def asked(
    seen: Reading, whole: Reading, hidden: Hidden = lambda _place, _default: False
) -> Iterator[Finding]:
    """What a vendor who gets `seen` of `whole` would ask; nothing about answers that are `hidden`.

    `hidden` is told a place and whether the table keeps it from vendors."""
    for finding in (*_briefing(seen), *_call(seen), *handing.reached(seen)):
        if not hidden(finding.place, False):
            yield finding
    known = _known(whole)
    sent = list(_texts(seen, hidden))
    for answer in sent:
        yield from leaving.remark(answer)
        yield from handing.supplied(answer)
        if language.is_english(answer.text):
            yield from _words(answer, known)
    yield from _landscape(seen, whole, hidden, sent)
    closed = [(answer, place) for answer in sent if (place := _closed(answer))]
    if closed:
        yield _drive(closed)


def _landscape(seen: Reading, whole: Reading, hidden: Hidden, sent: list[Answer]) -> Iterator[Finding]:
    """Competitors named elsewhere, where the landscape itself stays in the house."""
    inside = not seen.campaign.context.competitive_landscape or hidden(leaving.COMPETITORS, True)
    if inside:
        campaign = whole.campaign
        names = (
            campaign.client.name,
            campaign.title,
            campaign.vendor.name,
            *(p.name for p in campaign.people),
        )
        known = frozenset(word for name in names for word in name.split())
        yield from leaving.competitors(campaign.context.competitive_landscape, sent, known)


def _closed(answer: Answer) -> str:
    """A folder or a tool that needs an invitation nobody speaks of; "" when there is none."""
    folder = _DRIVE.search(answer.text) if language.is_english(answer.text) else None
    if folder and not handing.ACCESS.search(answer.text):
        return folder.group()
    return handing.way_in(answer)


def _texts(reading: Reading, hidden: Hidden) -> Iterator[Answer]:
    """Answers that stand in a document the vendor receives; names of things are no prose."""
    for keys, texts in reading.texts.items():
        if keys[0] not in _UNREAD and any(doc in texts[0].field.documents for doc in Doc):
            above = (keys[:end] for end in range(1, len(keys) + 1))
            default = any(reading.template.field(*each).internal for each in above)
            for answer in texts:
                if not hidden(answer.place, default):
                    yield answer


def _known(reading: Reading) -> frozenset[str]:
    """Words of everybody and everything the campaign introduces by name."""
    campaign = reading.campaign
    people = (f"{person.name} {person.role} {person.email}" for person in campaign.people)
    said = " ".join(
        (*people, campaign.client.name, campaign.vendor.name, campaign.vendor.contact, campaign.title)
    )
    return frozenset(word.casefold() for word in re.findall(r"[^\W\d_]+", said))


# --- parts of the briefing ---------------------------------------------------------------------------------------
def _briefing(reading: Reading) -> Iterator[Finding]:
    vendor = reading.campaign.vendor
    words = len(vendor.background[:2000].split())
    if 0 < words < THIN and language.is_english(vendor.background[:2000]):
        yield found(
            "stranger.thin-background",
            Level.WARNING,
            ("vendor", "background"),
            f"{words} words of background: what does the business do, for whom, and what is it known for?",
            why="A partner with six clients starts from what the page says.",
            next_step="Write three sentences that need no insider",
        )
    addresses = set(map(str.casefold, _ADDRESS.findall(vendor.contact[:2000])))
    if len(addresses) > 1 and not _STAND_IN.search(vendor.contact[:2000]):
        yield found(
            "stranger.two-addresses",
            Level.WARNING,
            ("vendor", "contact"),
            f"{len(addresses)} addresses. Which one answers?",
            why="Two contacts give two answers.",
            next_step="Keep one, and say who stands in",
        )


def _call(reading: Reading) -> Iterator[Finding]:
    """A document alone is hoped to be read; a call makes sure."""
    missing = kickoff.unplanned(reading.campaign)
    if not missing or reading.campaign.vendor.kickoff.strip():
        return
    if missing[0] != ("planned_kickoff",):
        asked_for = [_OF_THE_CALL[place] for place in missing if place in _OF_THE_CALL]
        if asked_for:
            yield found(
                "stranger.kickoff-open",
                Level.WARNING,
                missing[0],
                f"The kickoff call has a day. {listed(asked_for).capitalize()}?",
                why="Who does not know where to be is not there.",
                next_step="Set time and place of the kickoff",
            )
    else:
        yield found(
            "stranger.no-kickoff",
            Level.WARNING,
            missing[0],
            "When is the kickoff call?",
            why="A briefing that is only sent is not always read.",
            next_step="Set the day of the kickoff",
        )


# --- words -------------------------------------------------------------------------------------------------------
def _words(answer: Answer, known: frozenset[str]) -> Iterator[Finding]:
    text = language.unquoted(answer.text)
    for name in dict.fromkeys(_people(text)):
        if name.casefold() not in known:
            yield _found(
                "stranger.person", answer, f"Who is “{name}”?", f"Add {name} to the people, or write the role"
            )
    thing = _OURS.search(text)
    if thing and not handing.ACCESS.search(answer.text):
        said = shortened(thing.group())
        yield _found(
            "stranger.ours",
            answer,
            f"“{said}”: where is it, and can a partner open it?",
            "Add a link that opens",
        )
    place = _UNREACHABLE.search(answer.text)
    if place:
        said = shortened(place.group())
        yield _found(
            "stranger.unreachable",
            answer,
            f"“{said}” does not open for a partner",
            "Put it where they can open it",
        )
    pronoun = _THEY.match(text.strip())
    if pronoun:
        said = pronoun.group().split()[0]
        who = "they" if said in ("As", "Like") else said.lower()
        yield _found("stranger.pronoun", answer, f"Who is “{who}”?", "Name them")


def _people(text: str) -> Iterator[str]:
    for match in _PERSON.finditer(text):
        name = match["to"] or match["acts"]
        if name.casefold() in _FIRST_NAMES:
            yield name


def _found(rule: str, answer: Answer, message: str, step: str) -> Finding:
    return found(rule, Level.WARNING, answer.place, message, why=_WHY, next_step=step)


def _drive(closed: list[tuple[Answer, str]]) -> Finding:
    """Places that need an invitation: one question for all of them."""
    answer, place = closed[0]
    more = f" (and {len(closed) - 1} more)" if len(closed) > 1 else ""
    return found(
        "stranger.drive",
        Level.SUGGESTION,
        answer.place,
        f"“{place}”{more}: how does a partner get in?",
        why="A path that asks for a password on the first day costs the first day.",
        next_step="Say how access is given, or add a link that opens",
    )
