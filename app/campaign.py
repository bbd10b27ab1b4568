"""A campaign, whole, typed and immutable; its rows are the table that everything else reads (see `app/field.py`).

Questions are those of the handoff protocol (S1, S2, S3, D1, D2, D3, T1, T2, T4); guidance, examples and reasons are
Baton's. Empty text, None and () all mean "not answered yet". Row ids are unique within their list.
"""

from dataclasses import dataclass
from datetime import date as Day

from app.field import BRIEF, CHECKLIST, CRITERIA, PLACES, Kind, Template, identity, row
from app.protocol.approval import Stage, Standards, Task, Vendor
from app.protocol.brief import Asset, BrandAsset, Deliverable, Distribution, Guardrails, Line, Spec
from app.protocol.people import Brand, Client, Person
from app.protocol.strategy import Context, Indicator, Measurement, Metric, Strategy
from app.protocol.timeline import Checkpoint, Kickoff, Milestone, Question

__all__ = [
    "TEMPLATE",
    "Asset",
    "Brand",
    "BrandAsset",
    "Campaign",
    "Checkpoint",
    "Client",
    "Context",
    "Deliverable",
    "Distribution",
    "Guardrails",
    "Indicator",
    "Kickoff",
    "Line",
    "Measurement",
    "Metric",
    "Milestone",
    "Person",
    "Question",
    "Spec",
    "Stage",
    "Standards",
    "Strategy",
    "Task",
    "Vendor",
]


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign, whole and immutable. `id` is the workspace's; "" for a file that is in no workspace."""

    id: str = identity()
    title: str = row(
        Kind.LINE,
        "Campaign",
        question="What is the campaign called?",
        guidance="The name everybody says, on every page and file. Two or three words are enough.",
        strong="Spring Pre-order Weeks",
        documents=(*BRIEF, *CHECKLIST, *CRITERIA),
        required=True,
        why="A campaign without a name cannot be talked about.",
    )
    project_type: str = row(Kind.LINE, "Type of project", documents=CHECKLIST, strong="Product launch")
    source: str = row(Kind.LINE, "Source", documents=CHECKLIST, guidance="Where the campaign came from.")
    client: Client = row(Kind.PART, "Client", rows=Client)
    execution: str = row(
        Kind.CHOICE,
        "Executed by",
        question="Who executes it?",
        guidance="Whoever makes most of the pieces. It decides how you work together and which pack leaves the house.",
        strong="An external partner: a print shop and a freelance designer make them.",
        weak="We will see.",
        documents=CHECKLIST,
        open=True,
        choices=(("internal", "Our own team"), ("external", "An external partner")),
    )
    start_date: Day | None = row(
        Kind.DATE,
        "Production starts",
        question="When may production begin?",
        documents=CHECKLIST,
        guidance="The first day somebody may work on it, after the kickoff. Left empty, it is the kickoff.",
    )
    approved_on: Day | None = row(
        Kind.DATE,
        "Brief approved",
        question="When is the brief approved?",
        guidance="The day it was approved, or is to be. Two to three business days later work should start.",
        why="Days between approval and kickoff are lost to everybody who could have begun.",
        since=2,
    )
    planned_kickoff: Day | None = row(
        Kind.DATE,
        "Kickoff",
        question="When is the kickoff?",
        documents=CHECKLIST,
        guidance="Two or three business days after the approval: time to read, not time to forget.",
    )
    launch_date: Day | None = row(
        Kind.DATE,
        "Launch",
        question="When does it go live?",
        guidance="The day the first piece is public.",
        documents=CHECKLIST,
        required=True,
        why="Every other date is counted back from the launch.",
    )
    people: tuple[Person, ...] = row(
        Kind.ROWS,
        "People and roles",
        rows=Person,
        one="role",
        documents=CHECKLIST,
        step=3,
        question="Who makes, decides, advises or has to know?",
        guidance="One row a role, with the person who fills it today. Tables name roles: people change.",
        strong="Content lead, Priya N., priya@lanternstreet.example, internal",
        weak="The marketing team",
    )
    strategy: Strategy = row(Kind.PART, "Why this campaign", rows=Strategy, step=1)
    context: Context = row(Kind.PART, "Context", rows=Context, step=1)
    deliverables: tuple[Deliverable, ...] = row(
        Kind.ROWS,
        "Deliverables",
        rows=Deliverable,
        one="deliverable",
        documents=CHECKLIST,
        required=True,
        step=2,
        why="Without a list of what is made there is nothing to hand off.",
    )
    brand_assets: tuple[BrandAsset, ...] = row(
        Kind.ROWS,
        "Brand assets and where to find them",
        rows=BrandAsset,
        one="brand asset",
        documents=CHECKLIST,
        required=True,
        step=2,
        question="Where is everything of the brand that they need?",
        guidance="Logos, fonts, pictures, templates: one row each, with a place that opens for whoever needs it.",
        strong="Logo pack: client drive / Brand / Logos, SVG on light ground",
        weak="Ask us for the logo",
        why="Looking for the logo is the most common first question of every handoff.",
    )
    guardrails: Guardrails = row(Kind.PART, "Messaging", rows=Guardrails, documents=CHECKLIST, step=2)
    technical_requirements: tuple[Line, ...] = row(
        Kind.LINES,
        "Technical requirements",
        rows=Line,
        one="requirement",
        documents=CHECKLIST,
        required=True,
        step=2,
        question="What must work on the day?",
        strong="utm_campaign=winter-service-2026 on every link.",
        weak="Tracking as usual.",
        why="Tracking, addresses and formats forgotten now cannot be added after launch.",
    )
    distribution: tuple[Distribution, ...] = row(
        Kind.ROWS,
        "Distribution plan",
        rows=Distribution,
        one="channel",
        documents=CHECKLIST,
        required=True,
        step=2,
        question="Where does each piece go out, when, and who presses the button?",
        guidance="One row a channel and date, down to the hour where it matters.",
        strong="Newsletter, Mon 9 November 07:30, content lead, email 1 of 3",
        weak="Social media, ongoing",
        why="Finished work that nobody publishes reaches nobody.",
    )
    milestones: tuple[Milestone, ...] = row(
        Kind.ROWS,
        "Timeline and milestones",
        rows=Milestone,
        one="milestone",
        documents=CHECKLIST,
        required=True,
        step=4,
        question="Which days on the way have to hold?",
        guidance="Four to eight dates, each with one owner and a sign that it is reached.",
        strong="First drafts, Tue 20 October, content lead, every text is in the review folder",
        weak="Content done mid-October",
        why="Without dates on the way only the launch shows that it is too late.",
    )
    approval: tuple[Stage, ...] = row(
        Kind.ROWS,
        "Review and approval",
        rows=Stage,
        one="stage",
        documents=CHECKLIST,
        required=True,
        step=3,
        question="Who reviews, in which order, and within what time?",
        guidance="The creator against the brief, the manager for strategy, an expert for facts, then one last yes.",
        strong="Strategic alignment: account lead, 48 hours, then it moves forward",
        weak="Everybody has a look",
        why="Nobody knowing who decides is the second reason why handoffs fail.",
    )
    raci: tuple[Task, ...] = row(
        Kind.ROWS,
        "Who does what",
        rows=Task,
        one="task",
        documents=CHECKLIST,
        required=True,
        step=3,
        question="Who does each task, who answers for it, who is asked, who is told?",
        guidance="One A a task, at least one R. More than three C is a meeting.",
        strong="Landing page: web developer R, content lead A, designer C, sponsor I",
        weak="Web: all",
        why="“I thought you were handling that” is said where no table says who is.",
    )
    checkpoints: tuple[Checkpoint, ...] = row(
        Kind.ROWS,
        "Quality checkpoints",
        rows=Checkpoint,
        one="checkpoint",
        documents=CHECKLIST,
        step=4,
        question="What should be there at 25, 50 and 75%, and who asks?",
        guidance="A change of direction costs hours at 25% and days at 90%. The dates follow from kickoff and launch.",
        strong="50%: all drafts with their reviewers, asked by the strategist",
        weak="We look at it now and then",
    )
    metrics: tuple[Metric, ...] = row(
        Kind.ROWS,
        "Quantitative metrics",
        rows=Metric,
        one="metric",
        internal=True,
        question="Which numbers say whether it worked?",
        guidance="Three or four. Each with today’s value, the target, where it is read and on which day.",
        strong="Winter services booked: 150 today, 240 by 18 December, from the workshop diary",
        weak="More traffic and better engagement",
        documents=CRITERIA,
        required=True,
        step=1,
        why="What is agreed in numbers before launch is not debated after it.",
    )
    indicators: tuple[Indicator, ...] = row(
        Kind.ROWS,
        "Qualitative indicators",
        rows=Indicator,
        one="indicator",
        documents=CRITERIA,
        required=True,
        step=1,
        question="What would people say or do if it worked?",
        guidance="Something a named person can hear or see, and where it is written down.",
        strong="Customers mention the loan bike unasked; counter staff note it every Friday",
        weak="Better brand perception",
        why="Numbers say how much, not whether people understood.",
    )
    measurement: tuple[Measurement, ...] = row(
        Kind.ROWS,
        "Timeline for measurement",
        rows=Measurement,
        one="reading",
        documents=CRITERIA,
        required=True,
        step=5,
        question="When are the results read, and by whom?",
        guidance="One early reading while something can still be changed, one at the end, one when it has settled.",
        strong="Fri 20 November: bookings in week 2, read by the strategist; below 60, move the budget to email",
        weak="After the campaign",
        why="Without a date nobody looks back.",
    )
    standards: Standards = row(Kind.PART, "Working together", rows=Standards, step=3)
    vendor: Vendor = row(Kind.PART, "Vendor briefing", rows=Vendor, step=3)
    kickoff: Kickoff = row(Kind.PART, "Kickoff call", rows=Kickoff, step=4)
    questions: tuple[Question, ...] = row(
        Kind.ROWS,
        "Questions",
        rows=Question,
        one="question",
        step=4,
        guidance="What was asked at the kickoff and after it. Each one shows where the brief was not clear enough.",
        since=2,
    )
    internal: tuple[str, ...] = row(
        Kind.NAMES, "Internal only", refers=PLACES, guidance="Answers that never leave for a vendor.", since=2
    )
    shared: tuple[str, ...] = row(
        Kind.NAMES,
        "Shared with vendors",
        refers=PLACES,
        guidance="Answers that are internal by default, and shared here.",
        since=2,
    )
    not_needed: tuple[str, ...] = row(
        Kind.NAMES, "Not needed here", guidance="Lists the user said are not needed: brand_assets, raci ..."
    )
    silenced: tuple[str, ...] = row(Kind.NAMES, "Findings not relevant here", refers=PLACES)
    later: tuple[str, ...] = row(Kind.NAMES, "Pages left for later", local=True)
    archived: bool = row(Kind.FLAG, "Archived", local=True)


TEMPLATE = Template(Campaign)
