"""Documents for renderer tests, built by hand from the neutral model: a brief, and a checklist with every kind of block."""

from dataclasses import replace
from datetime import date as Day
from typing import Any

from app.document import (
    Block,
    Box,
    Bullets,
    Callout,
    Cell,
    Checkpoints,
    Column,
    Document,
    Event,
    Fact,
    Flag,
    Head,
    Item,
    Link,
    Marker,
    Para,
    Point,
    Raci,
    Section,
    Signoff,
    Strip,
    Table,
    Text,
    Voice,
    words,
)
from app.field import Doc
from app.place import Place

BRIEF = (
    ("key_message", "Key message", "The single most important thing to understand",
     "Book your service now, in the quiet months, and your bike is ready when you need it: three working days, £79."),
    ("objective", "Objective", "The business outcome we drive",
     "Sell 320 pre-paid winter services between 2 November 2026 and 31 January 2027. Last winter the shop sold 118."),
    ("audience", "Audience", "Who we talk to",
     "People aged 28 to 55 who ride to work three or more days a week, live within 5 km and last paid over a year ago."),
    ("business", "Business context", "Why are we doing this now?",
     "November to January brings 11% of the year’s revenue, while rent and wages stay the same. From March there is a "
     "three-week queue, and last spring 94 customers left rather than wait. A second stand has been in use since August."),
    ("strategic", "Strategic context", "How it fits the wider plan",
     "Second of three campaigns in 2026–27. Permission to stay in touch therefore matters as much as the sale."),
    ("insight", "Customer insight", "What we know about their needs",
     "In 14 conversations nobody named price as the reason for putting a service off. “I’d do it tomorrow if I didn’t "
     "need it tomorrow,” said one rider. The second fear is a surprise bill."),
    ("landscape", "Competitive landscape", "What others do, how we differ",
     "The national chain sells a £65 service, takes eight working days and lends no bikes. Nobody promises a date."),
    ("success", "Success definition", "What “good” looks like",
     "By 31 January 2027: 320 paid services and a spring waiting list below seven days."),
)  # fmt: skip


def _base(kind: Doc, title: str, **over: Any) -> Document:
    about: dict[str, Any] = {
        "kind": kind,
        "title": title,
        "subtitle": "Ready by Spring: the winter service campaign",
        "kicker": "Document 1 of 3: why",
        "position": 1,
        "facts": facts("Kestrel Cycle Works", "Lantern Row, Account lead"),
        "sections": (),
        "client": "Kestrel Cycle Works",
        "agency": "Lantern Row",
        "footer": f"{title}, version 1.2, 15 September 2026",
        "page_label": "Page {page} of {pages}",
        "contents_label": "In this document",
        "day": Day(2026, 9, 15),
        "version": "1.2",
        "status": "Approved",
        "missing": 0,
        "subject": "Strategic context of the campaign Ready by Spring",
        "keywords": ("strategy", "brief"),
    }
    return Document(**{**about, **over})


def facts(client: str, contact: str) -> tuple[Fact, ...]:
    """The row under the title."""
    rows = (
        ("Client", client),
        ("Prepared by", contact),
        ("Approved by", "Shop owner"),
        ("Version", "1.2, 15 Sep 2026"),
    )
    return tuple(Fact(label, words(value)) for label, value in rows)


def brief(**said: str) -> Document:
    """The one-page document; keyword arguments replace what a section says."""
    sections = []
    for key, title, ask, text in BRIEF:
        place: Place = ("strategy", key)
        text = said.get(key, text)
        voice = Voice.VOICE if key == "key_message" else Voice.BODY
        blocks = tuple(Para(words(part), voice, place) for part in text.split("\n\n"))
        sections.append(
            Section(key, title, blocks or (Para(words("Not written yet."), Voice.MISSING, place),), ask)
        )
    return _base(Doc.BRIEF, "Strategic Context Brief", sections=tuple(sections), side=True)


# --- pieces of the checklist -------------------------------------------------------------------------------------
def cell(text: str = "", place: Place = (), box: Box | None = None) -> Cell:
    """A cell with one paragraph, or none."""
    return Cell((Para(words(text)),) if text else (), place, box)


def deliverables(rows: int = 9) -> Table:
    """The widest table: boxes, lists in cells, places."""
    columns = (
        Column("done", "Done", 0.062),
        Column("number", "No.", 0.05, strong=True),
        Column("name", "Deliverable", 0.22, strong=True),
        Column("specs", "Exact specification", 0.43),
        Column("owner", "Owner", 0.135),
        Column("due", "Due", 0.113),
    )
    return Table(
        columns,
        tuple(_deliverable(number) for number in range(1, rows + 1)),
        "Deliverables and what they must be",
    )


_NAMES = (
    "Winter service landing page",
    "Blog post",
    "Email sequence, 4 emails",
    "Counter card",
    "Handlebar tag",
)
_SPECS = (
    "1 page, 450 to 550 words, in this order: promise, price, three steps, loan bike, five questions, booking form",
    "One call to action: “Book my winter service”",
    "Title up to 60 characters, description up to 155",
)


def _deliverable(number: int) -> tuple[Cell, ...]:
    row: Place = ("deliverables", f"d{number}")
    specs = _SPECS[: 1 + number % 3]
    items = tuple(Item(words(spec), (*row, "specs", f"s{at}")) for at, spec in enumerate(specs))
    return (
        Cell(box=Box(f"deliverables.d{number}.done", f"D{number} done", on=number == 1)),
        cell(f"D{number}"),
        cell(f"{_NAMES[number % 5]} {number}", (*row, "name")),
        Cell((Bullets(items, Marker.TIGHT),), (*row, "specs")),
        cell("Copywriter" if number % 2 else "Web developer", (*row, "owner")),
        cell(f"Fri {number % 28 + 1} Oct", (*row, "due")),
    )


def raci(people: int = 7, tasks: int = 8) -> Raci:
    """A matrix; with few people heads stand horizontally or turned, with more than 15 there are two."""
    names = (
        "Account lead",
        "Copywriter",
        "Designer",
        "Web developer",
        "Photographer",
        "Shop owner",
        "Workshop manager",
    )
    heads = tuple(
        Head(names[at % 7] + (f" {at // 7 + 1}" if at >= 7 else ""), "Client" if at % 7 > 4 else "Agency")
        for at in range(people)
    )
    rows = []
    for task in range(tasks):
        letters = tuple(
            (at, "AR" if at == 3 and task == 2 else "RACI"[(at + task) % 4])
            for at in range(people)
            if (at + task) % 6
        )
        rows.append((f"Landing page copy {task + 1}", ("raci", f"t{task}"), letters))
    return Raci(heads, tuple(rows), "Who is responsible, accountable, consulted and informed")


def strip() -> Strip:
    """A timeline with every kind of flag."""
    rows = (
        (Day(2026, 9, 15), "15 Sep", "Strategy approved", Flag.MILESTONE),
        (Day(2026, 9, 17), "17 Sep", "Kickoff call", Flag.MILESTONE),
        (Day(2026, 9, 28), "28 Sep", "25% checkpoint", Flag.CHECKPOINT),
        (Day(2026, 10, 8), "8 Oct", "50% checkpoint", Flag.CHECKPOINT),
        (Day(2026, 10, 19), "19 Oct", "75% checkpoint", Flag.CHECKPOINT),
        (Day(2026, 10, 21), "21 Oct", "Print files sent", Flag.MILESTONE),
        (Day(2026, 10, 27), "27 Oct", "Final approval", Flag.MILESTONE),
        (Day(2026, 11, 2), "2 Nov", "Launch", Flag.LAUNCH),
    )
    events = tuple(Event(day, date, label, flag) for day, date, label, flag in rows)
    months = ((Day(2026, 9, 1), "September"), (Day(2026, 10, 1), "October"), (Day(2026, 11, 1), "November"))
    return Strip(events, months, "Timeline: " + "; ".join(f"{event.date} {event.label}" for event in events))


def checkpoints() -> Checkpoints:
    """Three points, three questions."""
    points = tuple(
        Point(percent, date, ready, f"checkpoints.c{at}", ("checkpoints", f"c{at}"))
        for at, (percent, date, ready) in enumerate(
            (
                ("25%", "Mon 28 Sep", "Outlines, wireframe, storyboard"),
                ("50%", "Thu 8 Oct", "First drafts of D1 to D5"),
                ("75%", "Mon 19 Oct", "All nine pieces in review"),
            )
        )
    )
    questions = (
        "Does this align with our objective?",
        "Are we on track to meet our timeline?",
        "Do we adjust our approach?",
    )
    return Checkpoints(points, questions, "Quality checkpoints")


def do_and_dont() -> Table:
    """Two lists side by side."""
    do = (
        "Lead with time: “ready before you need it”. Price comes second.",
        "Mention the loan bike in every piece.",
    )
    dont = (
        "No “cheap”, “sale” or “discount”.",
        "No same-day promise, not even for small repairs.",
        "No fear.",
    )
    cells = tuple(
        Cell(
            (
                Bullets(
                    tuple(
                        Item(words(each), ("messaging", marker.value, f"m{at}"))
                        for at, each in enumerate(said)
                    ),
                    marker,
                ),
            )
        )
        for marker, said in ((Marker.DO, do), (Marker.DONT, dont))
    )
    return Table(
        (Column("do", "Do"), Column("dont", "Don’t")), (cells,), "Messaging dos and don’ts", split=True
    )


def metrics() -> Table:
    """A table with a column to write in, numbers at the right, small print in cells."""
    columns = (
        Column("metric", "Metric", 0.25, strong=True),
        Column("baseline", "Baseline", 0.25),
        Column("target", "Target", 0.2, right=True),
        Column("result", "Result", 0.2, write=True),
    )
    rows = tuple(
        (
            cell(f"Paid services {at}"),
            Cell((Para(words("118")), Para(words("Nov to Jan"), Voice.NOTE))),
            cell(f"{at}20"),
            cell(),
        )
        for at in range(1, 5)
    )
    return Table(columns, rows, "Metrics")


def technical() -> Bullets:
    """A list of tick boxes."""
    said = (
        "Main content within 2.5 seconds on a 4G phone.",
        "WCAG 2.2 AA.",
        "Every link carries utm_source.",
        "SPF passes.",
    )
    return Bullets(
        tuple(
            Item(words(each), ("technical", f"t{at}"), Box(f"technical.t{at}", each))
            for at, each in enumerate(said)
        ),
        Marker.BOX,
    )


def brand() -> Table:
    """A table of links."""
    rows = tuple(
        (
            cell(name),
            Cell(
                (
                    Para(
                        (
                            Link(
                                f"files.kestrel.example/{name.lower()}",
                                f"https://files.kestrel.example/{name.lower()}",
                            ),
                        )
                    ),
                )
            ),
        )
        for name in ("Logos", "Photos", "Voice")
    )
    return Table(
        (Column("what", "Brand asset", strong=True), Column("where", "Where", 2)), rows, "Brand assets"
    )


def checklist(**over: Any) -> Document:
    """The long document: every kind of block, contents, eleven sections."""
    rule = Callout(
        (
            Text("No reply in time? The project moves forward. ", bold=True),
            Text("The clock runs on working days."),
        )
    )
    numbers = Bullets(tuple(Item(words(f"Step {at}")) for at in range(1, 4)), Marker.NUMBER)
    parts: tuple[tuple[str, str, tuple[Block, ...]], ...] = (
        (
            "deliverables",
            "Deliverables",
            (Para(words("Nine pieces. Tick a row when it matches."), Voice.LEAD), deliverables()),
        ),
        ("metrics", "Metrics", (metrics(), Para(words("Not counted: gift vouchers."), Voice.NOTE))),
        ("brand", "Brand assets and where to find them", (brand(),)),
        (
            "messaging",
            "Messaging",
            (Para(words(BRIEF[0][3]), Voice.VOICE, ("strategy", "key_message")), do_and_dont()),
        ),
        ("technical", "Technical requirements", (technical(),)),
        ("process", "Process", (Para(words("Questions to handoff@lanternrow.example.")), numbers)),
        ("timeline", "Timeline and milestones", (strip(), brand())),
        (
            "review",
            "Review and approval",
            (Para(words("Nobody is named."), Voice.MISSING, ("review",)), rule),
        ),
        (
            "checkpoints",
            "Quality checkpoints",
            (Para(words("Fifteen minutes each."), Voice.LEAD), checkpoints()),
        ),
        ("raci", "Who does what", (raci(),)),
        (
            "signoff",
            "Agreed",
            (Signoff(("Account lead, Lantern Row", "Shop owner, Kestrel"), "Date", "Signatures"),),
        ),
    )
    sections = tuple(Section(key, title, blocks, keep=key == "signoff") for key, title, blocks in parts)
    about: dict[str, Any] = {
        "sections": sections,
        "contents": True,
        "position": 2,
        "kicker": "Document 2 of 3: what and how",
        "facts": facts("Kestrel Cycle Works", "Account lead\nhandoff@lanternrow.example"),
    }
    return _base(Doc.CHECKLIST, "Execution Requirements Checklist", **{**about, **over})


def of(*blocks: Block, **over: Any) -> Document:
    """A document of one section with these blocks."""
    return _base(
        Doc.CRITERIA, "Criteria", position=0, kicker="Team", sections=(Section("one", "One", blocks),), **over
    )


def with_logo(document: Document, logo: bytes) -> Document:
    return replace(document, logo=logo)
