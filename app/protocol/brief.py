"""Step 2, the what and how: everything that is made, with its exact specification (S2, D2)."""

from dataclasses import dataclass
from datetime import date as Day

from app.amounts import BUSINESS_DAYS
from app.field import CHECKLIST, Kind, identity, row


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list of lines: a do, a don't, a technical requirement."""

    id: str = identity()
    text: str = row(Kind.TEXT, "Line", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class Spec:
    """One exact specification of a deliverable: name and value."""

    id: str = identity()
    name: str = row(Kind.LINE, "Specification", documents=CHECKLIST)
    value: str = row(Kind.TEXT, "Exact value", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture, film or file a deliverable needs, to the pixel (S2)."""

    id: str = identity()
    name: str = row(Kind.LINE, "Asset", documents=CHECKLIST, column=1.5)
    dimensions: str = row(
        Kind.LINE,
        "Dimensions",
        documents=CHECKLIST,
        required=True,
        column=1.4,
        strong="1600 x 900 px",
        weak="Large",
        guidance="Width x height with the unit; for print the size and the bleed.",
        why="An image in the wrong size is made twice.",
    )
    format: str = row(
        Kind.LINE,
        "Format",
        documents=CHECKLIST,
        required=True,
        strong="Photo, landscape",
        weak="Nice picture",
        guidance="What kind of picture it is: photo, drawing, animation, banner.",
        why="Photo or drawing is a decision; left open, the designer takes it.",
    )
    file_type: str = row(
        Kind.LINE,
        "File type",
        documents=CHECKLIST,
        required=True,
        strong="JPG and WebP",
        weak="Image",
        guidance="The ending of the file that is delivered: PNG, JPG, MP4, PDF/X-4.",
        why="A file of the wrong type cannot be published or printed.",
    )
    limit: str = row(
        Kind.LINE, "Limit", documents=CHECKLIST, guidance="Largest file, colour space, length: 400 KB, sRGB."
    )


@dataclass(frozen=True, slots=True)
class Deliverable:
    """One thing that is made, with its exact specification (S2, F3)."""

    id: str = identity()
    name: str = row(
        Kind.LINE,
        "Deliverable",
        question="What exactly am I creating?",
        documents=CHECKLIST,
        required=True,
        column=2.0,
        why="A deliverable nobody can name is not delivered.",
    )
    type: str = row(
        Kind.LINE,
        "Type",
        documents=CHECKLIST,
        column=0,
        guidance="Blog post, email, landing page, print, video.",
    )
    serves: str = row(
        Kind.TEXT,
        "Why it matters",
        question="Which objective or message does it serve?",
        documents=CHECKLIST,
        required=True,
        column=0,
        strong="Answers “will I be without a bike?”, the worry that stops bookings.",
        weak="For social.",
        guidance="The line that travels with it to whoever makes it.",
        why="Who knows only what to make, and not why, guesses at everything that is not written down.",
    )
    specs: tuple[Spec, ...] = row(
        Kind.SPECS,
        "Exact specification",
        question="How will I know when it's done correctly?",
        rows=Spec,
        one="specification",
        documents=CHECKLIST,
        required=True,
        column=3.9,
        strong="Words: 1,200. Headers: 5. Examples: 3.",
        weak="A good, long post.",
        guidance="Numbers and names: words, headers, examples, sizes, links, what must be in it.",
        why="Without numbers done is a matter of taste, and taste costs a revision round.",
    )
    owner: str = row(
        Kind.PERSON,
        "Owner",
        question="Who makes it?",
        documents=CHECKLIST,
        required=True,
        column=1.25,
        why="What belongs to nobody is made by nobody.",
    )
    due: Day | None = row(
        Kind.DATE,
        "Due",
        question="When must it be finished?",
        documents=CHECKLIST,
        required=True,
        column=1.05,
        why="Without a date it is late before anybody notices.",
    )
    assets: tuple[Asset, ...] = row(
        Kind.ROWS,
        "Asset requirements",
        rows=Asset,
        one="asset",
        documents=CHECKLIST,
        column=0,
        question="Which pictures and files does it need?",
    )
    effort_days: int | None = row(
        Kind.NUMBER,
        "Production time",
        unit=BUSINESS_DAYS,
        column=0,
        question="How many working days does the first version take?",
        guidance="Working days until the first version can be reviewed. Ask whoever makes it.",
        strong="5",
        weak="ASAP",
        why="A plan that guesses the work guesses the launch.",
        since=2,
    )
    rounds: int | None = row(
        Kind.NUMBER,
        "Revision rounds",
        column=0,
        question="How many rounds of changes do you expect?",
        guidance="One round is the usual; 0 when it goes out as it is made.",
        strong="1",
        why="Rounds nobody planned are taken from the days before launch.",
        since=2,
    )
    lead_days: int | None = row(
        Kind.NUMBER,
        "Lead time",
        unit=BUSINESS_DAYS,
        column=0,
        question="How many working days pass between sign-off and ready?",
        guidance="Printing, building and testing, the deadline of a paper: working days nobody here can shorten.",
        strong="5",
        why="The press does not wait for a late sign-off.",
        since=2,
    )
    lead_for: str = row(
        Kind.LINE,
        "Lead time for",
        column=0,
        guidance="What happens in these days.",
        strong="Print and deliver",
        since=2,
    )
    without: tuple[str, ...] = row(
        Kind.NAMES,
        "Stages it skips",
        column=0,
        question="Which review stages does it not need?",
        guidance="A piece without facts needs nobody to check facts.",
        refers="approval",
        since=2,
    )


@dataclass(frozen=True, slots=True)
class BrandAsset:
    """Something of the brand and the place where it is (D2)."""

    id: str = identity()
    name: str = row(
        Kind.LINE,
        "Brand asset",
        documents=CHECKLIST,
        required=True,
        column=1.3,
        why="An asset without a name cannot be asked for.",
    )
    location: str = row(
        Kind.TEXT,
        "Where to find it",
        documents=CHECKLIST,
        required=True,
        column=2.6,
        strong="Client drive / Brand / logo.svg",
        weak="The usual place",
        guidance="A path or a link that opens for the person who needs it.",
        why="Looking for the logo is the most common first question of every handoff.",
    )
    notes: str = row(Kind.TEXT, "How to use it", documents=CHECKLIST, column=2.0)


@dataclass(frozen=True, slots=True)
class Guardrails:
    """Messaging dos and don'ts (S2, D2)."""

    dos: tuple[Line, ...] = row(
        Kind.LINES,
        "Do",
        rows=Line,
        one="do",
        documents=CHECKLIST,
        required=True,
        question="What must every piece say or show?",
        strong="Say “back the same day” in the first screen.",
        weak="Be authentic.",
        why="What must be said is left out first.",
    )
    donts: tuple[Line, ...] = row(
        Kind.LINES,
        "Don’t",
        rows=Line,
        one="don’t",
        documents=CHECKLIST,
        required=True,
        question="What must no piece say or show?",
        strong="No “sale” or “discount”: the price is the same all year.",
        weak="Nothing off-brand.",
        why="A claim nobody forbade is found by the customer.",
    )


@dataclass(frozen=True, slots=True)
class Distribution:
    """Where and when the work goes out (D2)."""

    id: str = identity()
    channel: str = row(
        Kind.LINE,
        "Channel",
        documents=CHECKLIST,
        required=True,
        column=1.5,
        why="Work without a channel is never seen.",
    )
    when: str = row(
        Kind.WHEN,
        "When",
        documents=CHECKLIST,
        required=True,
        column=1.2,
        strong="Mon 9 November, 07:30",
        weak="Soon",
        why="A channel without a date is forgotten on launch day.",
    )
    owner: str = row(
        Kind.PERSON,
        "Published by",
        documents=CHECKLIST,
        required=True,
        column=1.2,
        why="Somebody has to press the button, and know it.",
    )
    notes: str = row(Kind.TEXT, "What goes out", documents=CHECKLIST, column=2.3)
