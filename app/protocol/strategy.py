"""Step 1, the why: strategy and context, and how success is read (S1, D1, D3)."""

from dataclasses import dataclass
from datetime import date as Day

from app.field import BRIEF, CHECKLIST, CRITERIA, Kind, identity, row


@dataclass(frozen=True, slots=True)
class Strategy:
    """Step 1: why this campaign (S1)."""

    objective: str = row(
        Kind.TEXT,
        "Objective",
        question="What specific business outcome are we driving?",
        documents=BRIEF,
        required=True,
        guidance="What changes for the business, by how much and by when. Leave channels for step 2.",
        strong="Book 240 winter services by 18 December, up from 150 last year.",
        weak="Get more people to think of us in winter.",
        why="Without an outcome everybody aims at something else.",
    )
    audience: str = row(
        Kind.TEXT,
        "Audience",
        question="Who are we talking to, and what do we know about them?",
        documents=BRIEF,
        required=True,
        guidance="One segment you could point at: who, where, what they do today.",
        strong="Commuters who ride all winter, 28 to 55, within 8 km of our two shops.",
        weak="Everybody with a bike.",
        why="Writers and designers picture somebody; it had better be the same person.",
    )
    key_message: str = row(
        Kind.TEXT,
        "Key message",
        question="What is the single most important thing this audience should understand?",
        documents=(*BRIEF, *CHECKLIST),
        required=True,
        guidance="One sentence they could repeat to a friend.",
        strong="Service it before the frost and it starts every morning.",
        weak="Quality, service, price and trust.",
        why="If the team cannot say it in one sentence, the audience never will.",
    )
    strategic_context: str = row(
        Kind.TEXT,
        "Strategic context",
        question="How does this fit into our broader marketing plan?",
        documents=BRIEF,
        required=True,
        guidance="What came before, what runs beside it, what it prepares.",
        strong="Second of three seasonal pushes in 2026; the spring club is sold to those who book now.",
        weak="Part of our ongoing activities.",
        why="Without the wider plan people repeat what another campaign already says.",
    )
    success_metrics: str = row(
        Kind.TEXT,
        "Success metrics",
        question="How will we measure if this worked?",
        documents=CRITERIA,
        guidance="In words; the numbers go into the table of metrics.",
        strong="Bookings in the workshop diary, read every Monday.",
        weak="More engagement.",
    )


@dataclass(frozen=True, slots=True)
class Context:
    """The thinking behind the campaign: the body of the Strategic Context Brief (D1)."""

    business_context: str = row(
        Kind.TEXT,
        "Business context",
        question="Why are we doing this now?",
        documents=BRIEF,
        required=True,
        guidance="What happens in the business that makes this month the right one.",
        strong="The workshop runs at 54% of capacity from November to mid-December and turns people away in April.",
        weak="We want to grow.",
        why="Who knows why it is now can decide alone what matters first.",
    )
    customer_insight: str = row(
        Kind.TEXT,
        "Customer insight",
        question="What do we know about our audience's needs?",
        documents=BRIEF,
        required=True,
        guidance="Something you heard or counted, and where.",
        strong="In 61 booking calls nobody asked for a discount; 38 asked whether the bike would be back the same day.",
        weak="Customers want quality.",
        why="Work made without an insight answers a question nobody asked.",
    )
    competitive_landscape: str = row(
        Kind.TEXT,
        "Competitive landscape",
        question="What are others doing, and how are we different?",
        documents=BRIEF,
        required=True,
        internal=True,
        guidance="Two or three things the reader could choose instead, then the one reason to choose you.",
        strong="The chain discounts; we lend a bike. In by 9, back by 17, never a day without wheels.",
        weak="Our service is better than the competition.",
        why="Without it the work sounds like everybody else's.",
    )
    success_definition: str = row(
        Kind.TEXT,
        "Success definition",
        question="What does good look like?",
        documents=(*BRIEF, *CRITERIA),
        required=True,
        guidance="What customers would say or do if this worked.",
        strong="Customers say “I didn't miss a day”; nobody asks for a discount at the counter.",
        weak="Everybody is happy.",
        why="It ends the debate after launch about whether the campaign worked.",
    )


@dataclass(frozen=True, slots=True)
class Metric:
    """A number that says whether it worked (D3)."""

    id: str = identity()
    name: str = row(
        Kind.LINE,
        "Metric",
        documents=CRITERIA,
        required=True,
        column=2.3,
        why="A number without a name is argued about.",
    )
    baseline: str = row(
        Kind.LINE,
        "Baseline",
        documents=CRITERIA,
        required=True,
        column=1.1,
        strong="150",
        weak="Low",
        why="Without the value of today nobody can say whether it moved.",
    )
    target: str = row(
        Kind.LINE,
        "Target",
        documents=CRITERIA,
        required=True,
        column=1.1,
        strong="240",
        weak="More",
        why="Without a target every result is a success, or none is.",
    )
    unit: str = row(Kind.LINE, "Unit", documents=CRITERIA, column=1.0)
    source: str = row(
        Kind.LINE,
        "Source",
        documents=CRITERIA,
        required=True,
        column=1.5,
        strong="Workshop diary",
        weak="Analytics",
        why="Two people reading two sources report two results.",
    )
    measure_on: Day | None = row(
        Kind.DATE,
        "Read on",
        documents=CRITERIA,
        required=True,
        column=1.1,
        why="A number read on another day is another number.",
    )


@dataclass(frozen=True, slots=True)
class Indicator:
    """A sign of success that is no number (D3)."""

    id: str = identity()
    name: str = row(
        Kind.TEXT,
        "Indicator",
        documents=CRITERIA,
        required=True,
        column=2.2,
        why="What is not written down is not looked for.",
    )
    good: str = row(Kind.TEXT, "Good looks like", documents=CRITERIA, column=1.8)
    observed_by: str = row(
        Kind.TEXT,
        "How we find out",
        documents=CRITERIA,
        required=True,
        column=1.8,
        strong="Counter staff notes, read every Friday",
        why="An impression nobody is asked to collect is made up afterwards.",
    )
    who: str = row(Kind.PERSON, "Who", documents=CRITERIA)
    when: str = row(Kind.WHEN, "When", documents=CRITERIA)


@dataclass(frozen=True, slots=True)
class Measurement:
    """When results are read, and by whom (D3)."""

    id: str = identity()
    when: str = row(
        Kind.WHEN,
        "When",
        documents=CRITERIA,
        required=True,
        column=1.2,
        why="A reading without a date is put off until it is too late to act.",
    )
    what: str = row(
        Kind.TEXT, "Reading", documents=CRITERIA, required=True, column=3.0, why="Who reads has to know what."
    )
    who: str = row(
        Kind.PERSON,
        "Who evaluates",
        documents=CRITERIA,
        required=True,
        column=1.4,
        why="A result nobody evaluates changes nothing.",
    )
