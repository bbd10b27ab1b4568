"""A campaign, whole, typed and immutable; its rows are the table that everything else reads (see `app/field.py`).

Questions are those of the handoff protocol (S1, S2, S3, D1, D2, D3, T1, T2, T4); guidance, examples and reasons are
Baton's. Empty text, None and () all mean "not answered yet". Row ids are unique within their list.
"""

from dataclasses import dataclass
from datetime import date as Day

from app.field import BRIEF, CHECKLIST, CRITERIA, Kind, Template, identity, row
from app.protocol.approval import Stage, Standards, Task, Vendor
from app.protocol.brief import Asset, BrandAsset, Deliverable, Distribution, Guardrails, Line, Spec
from app.protocol.people import Brand, Client, Person
from app.protocol.strategy import Context, Indicator, Measurement, Metric, Strategy
from app.protocol.timeline import Checkpoint, Milestone

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
    "Line",
    "Measurement",
    "Metric",
    "Milestone",
    "Person",
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
        documents=CHECKLIST,
        open=True,
        choices=(("internal", "Our own team"), ("external", "An external partner")),
    )
    start_date: Day | None = row(
        Kind.DATE, "Production starts", question="When may production begin?", documents=CHECKLIST
    )
    planned_kickoff: Day | None = row(
        Kind.DATE, "Kickoff", question="When is the kickoff?", documents=CHECKLIST
    )
    launch_date: Day | None = row(
        Kind.DATE,
        "Launch",
        question="When does it go live?",
        documents=CHECKLIST,
        required=True,
        why="Every other date is counted back from the launch.",
    )
    people: tuple[Person, ...] = row(
        Kind.ROWS, "People and roles", rows=Person, one="role", documents=CHECKLIST, step=3
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
        why="“I thought you were handling that” is said where no table says who is.",
    )
    checkpoints: tuple[Checkpoint, ...] = row(
        Kind.ROWS, "Quality checkpoints", rows=Checkpoint, one="checkpoint", documents=CHECKLIST, step=4
    )
    metrics: tuple[Metric, ...] = row(
        Kind.ROWS,
        "Quantitative metrics",
        rows=Metric,
        one="metric",
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
        why="Without a date nobody looks back.",
    )
    standards: Standards = row(Kind.PART, "Working together", rows=Standards, step=3)
    vendor: Vendor = row(Kind.PART, "Vendor briefing", rows=Vendor, step=3)
    not_needed: tuple[str, ...] = row(
        Kind.NAMES, "Not needed here", guidance="Lists the user said are not needed: brand_assets, raci ..."
    )
    silenced: tuple[str, ...] = row(Kind.NAMES, "Findings not relevant here")
    later: tuple[str, ...] = row(Kind.NAMES, "Pages left for later", local=True)
    archived: bool = row(Kind.FLAG, "Archived", local=True)


TEMPLATE = Template(Campaign)
