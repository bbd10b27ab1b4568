"""The pages on which a campaign is written: which fields stand where, in which step (UX: information architecture).

The guide and free editing show the same pages; what a page asks is named here by place, and everything about each
field comes from the table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.campaign import TEMPLATE, Campaign
from app.field import Doc, Field, Kind, Template, fields_of
from app.place import Place, get
from app.standing import STEPS as STEPS


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `title` is its tab, `question` its heading; `items` are what it asks, in order."""

    key: str
    step: int
    title: str
    question: str
    items: tuple[Place, ...]
    about: tuple[Place, ...] = ()
    """What stands above the questions and is not counted as one: whose campaign it is."""


PAGES: tuple[Page, ...] = (
    Page(
        "why",
        1,
        "Why",
        "Why this campaign?",
        (
            ("strategy", "objective"),
            ("strategy", "audience"),
            ("strategy", "key_message"),
            ("metrics",),
            ("strategy", "strategic_context"),
        ),
        about=(("title",), ("client", "name"), ("project_type",)),
    ),
    Page(
        "context",
        1,
        "Context",
        "What should everyone know before they start?",
        (
            ("context", "business_context"),
            ("context", "customer_insight"),
            ("context", "competitive_landscape"),
            ("context", "success_definition"),
        ),
    ),
    Page(
        "success",
        1,
        "Success criteria",
        "How will we know that it worked?",
        (("strategy", "success_metrics"), ("indicators",), ("measurement",)),
    ),
    Page("deliverables", 2, "Deliverables", "What exactly gets made?", (("deliverables",),)),
    Page(
        "assets",
        2,
        "Asset requirements",
        "Which pictures and files does it need?",
        (("deliverables", "assets"),),
    ),
    Page(
        "brand",
        2,
        "Brand assets",
        "Where is everything of the brand?",
        (("client", "brand", "guidelines"), ("client", "brand", "fonts"), ("brand_assets",)),
    ),
    Page(
        "messaging",
        2,
        "Messaging",
        "What must be said, and what never?",
        (("guardrails", "dos"), ("guardrails", "donts")),
    ),
    Page("technical", 2, "Technical", "What must work on the day?", (("technical_requirements",),)),
    Page("distribution", 2, "Distribution", "Where and when does it go out?", (("distribution",),)),
    Page("people", 3, "People", "Who is in it?", (("people",),)),
    Page("stages", 3, "Stages", "Who reviews, and for how long?", (("approval",),)),
    Page("raci", 3, "RACI", "Who does what?", (("raci",),)),
    Page(
        "together",
        3,
        "Working together",
        "How do we work together?",
        (
            ("execution",),
            *((("standards", key)) for key in ("weekly_sync", "dashboard", "channels", "documentation")),
            *(
                (("vendor", key))
                for key in ("name", "background", "contact", "communication", "response_time", "revisions")
            ),
        ),
    ),
    Page(
        "timeline",
        4,
        "Timeline",
        "When does what have to be ready?",
        (("approved_on",), ("start_date",), ("planned_kickoff",), ("launch_date",), ("milestones",)),
    ),
    Page(
        "checkpoints",
        4,
        "Checkpoints",
        "When do we look whether we are still on course?",
        (("checkpoints",),),
    ),
    Page(
        "kickoff",
        4,
        "Kickoff",
        "How does it start?",
        (
            ("planned_kickoff",),
            *(("kickoff", key) for key in ("time", "minutes", "place", "attendees", "agenda", "teach_back")),
            ("vendor", "kickoff"),
            ("kickoff", "held_on"),
            ("questions",),
        ),
    ),
    Page("feedback", 5, "Feedback plan", "When do we look back, and who does?", (("measurement",),)),
)
"""Every page in the order of the guide."""

_BY_KEY = {page.key: page for page in PAGES}


def page(key: str) -> Page:
    """The page of that key; KeyError if there is none."""
    return _BY_KEY[key]


def pages_of(step: int) -> tuple[Page, ...]:
    return tuple(each for each in PAGES if each.step == step)


def page_of(place: Place) -> Page | None:
    """The page where a place is written; None for what no page asks (the brand's colour, what is silenced)."""
    return _page_of(_keys(place))


@cache
def _page_of(keys: Place) -> Page | None:
    best: tuple[int, Page] | None = None
    for each in PAGES:
        for item in (*each.about, *each.items):
            if keys[: len(item)] == item and (best is None or len(item) > best[0]):
                best = len(item), each
    return best[1] if best else None


@cache
def pages_for(document: Doc, template: Template = TEMPLATE) -> tuple[Page, ...]:
    """The pages that feed one document: the guide for "just one document" (X1)."""
    return tuple(each for each in PAGES if any(document in _documents(item, template) for item in each.items))


@cache
def document_of(shown: Page, template: Template = TEMPLATE) -> Doc:
    """The document that a page is written for; of several the first."""
    return next(each for each in Doc if shown in pages_for(each, template))


@cache
def for_later(document: Doc) -> tuple[str, ...]:
    """The pages a campaign leaves for later when it begins as just this document (X1)."""
    feeding = pages_for(document)
    return tuple(each.key for each in PAGES if each not in feeding)


def only_document(campaign: Campaign) -> Doc | None:
    """The one document a campaign is for, as long as everything that does not feed it is left for later."""
    later = set(campaign.later)
    return next((each for each in Doc if set(for_later(each)) <= later), None)


def asked(campaign: Campaign, shown: Page) -> tuple[Place, ...]:
    """What a page asks in this campaign: who executes it decides how one works together.

    What is answered already stays in sight whatever is chosen.
    """
    return tuple(item for item in shown.items if _fits(campaign, item) or get(campaign, item))


def _fits(campaign: Campaign, item: Place) -> bool:
    """Own team: the standards; anybody else: the briefing; nothing chosen yet: only the choice."""
    if item[0] == "standards":
        return campaign.execution == "internal"
    if item[0] == "vendor":
        return campaign.execution not in ("", "internal")
    return True


UNCOUNTED: frozenset[Place] = frozenset(
    (
        *(("kickoff", key) for key in ("minutes", "attendees", "agenda", "teach_back", "held_on")),
        ("vendor", "kickoff"),
        ("questions",),
    )
)
"""What makes itself from the brief, or is known only when the call was held: open, it is no gap."""


def answered(campaign: Campaign, shown: Page) -> tuple[int, int]:
    """How many of a page's questions have an answer, of how many."""
    items = [item for item in asked(campaign, shown) if item not in UNCOUNTED]
    return sum(1 for item in items if _has_answer(campaign, item)), len(items)


def _has_answer(campaign: Campaign, item: Place) -> bool:
    if item == ("deliverables", "assets"):
        return any(each.assets for each in campaign.deliverables)
    value = get(campaign, item)
    return bool(value) or item[-1] in campaign.not_needed


def _documents(item: Place, template: Template) -> set[Doc]:
    found = template.field(*item)
    inner = _inner(found)
    return {document for each in (found, *inner) for document in each.documents}


def _inner(found: Field) -> Iterator[Field]:
    for each in fields_of(found.rows) if found.rows else ():
        yield each
        yield from _inner(each)


def _keys(place: Place) -> Place:
    """A place without its row ids: the path of keys in the table."""
    keys: list[str] = []
    cls: Any = TEMPLATE.campaign
    parts = iter(place)
    for part in parts:
        found = next((each for each in fields_of(cls) if each.key == part), None)
        if found is None:
            break
        keys.append(part)
        if found.rows is not None:
            cls = found.rows
            if found.kind is not Kind.PART:
                next(parts, None)
    return tuple(keys)
