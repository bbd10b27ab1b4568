"""A field added to the table as one row is in its documents without a line of composing changed."""

from dataclasses import dataclass
from datetime import date as Day

import pytest

from app.campaign import (
    Asset,
    Brand,
    Campaign,
    Checkpoint,
    Client,
    Context,
    Deliverable,
    Guardrails,
    Line,
    Metric,
    Person,
    Stage,
    Standards,
    Strategy,
    Task,
    Vendor,
)
from app.document import Table, Voice, texts
from app.documents import Edition, build
from app.field import BRIEF, CHECKLIST, CRITERIA, Doc, Kind, Template, identity, row
from tests.app.documents.printed import expected, missing, worded_campaign

EDITION = Edition(Day(2026, 9, 15))
EVERYWHERE = (*BRIEF, *CHECKLIST, *CRITERIA)


@dataclass(frozen=True, slots=True)
class NewStrategy(Strategy):
    tone: str = row(Kind.TEXT, "Tone of voice", question="How do we sound?", documents=EVERYWHERE)


@dataclass(frozen=True, slots=True)
class NewContext(Context):
    read_again: Day | None = row(Kind.DATE, "Read again on", documents=EVERYWHERE)


@dataclass(frozen=True, slots=True)
class NewBrand(Brand):
    sound: str = row(Kind.LINE, "Sound logo", documents=EVERYWHERE)


@dataclass(frozen=True, slots=True)
class NewClient(Client):
    sector: str = row(Kind.LINE, "Sector", documents=EVERYWHERE)
    brand: NewBrand = row(Kind.PART, "Brand kit", rows=NewBrand)


@dataclass(frozen=True, slots=True)
class NewPerson(Person):
    hours: str = row(Kind.LINE, "Reachable", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class NewAsset(Asset):
    colours: str = row(Kind.LINE, "Colour space", documents=CHECKLIST)
    credit: str = row(Kind.LINE, "Credit", documents=CHECKLIST, column=0)


@dataclass(frozen=True, slots=True)
class NewDeliverable(Deliverable):
    budget: str = row(Kind.LINE, "Budget", documents=CHECKLIST)
    draft: Day | None = row(Kind.DATE, "First draft", documents=CHECKLIST, column=0)
    warning: str = row(Kind.TEXT, "Watch out", documents=CHECKLIST, column=0)
    assets: tuple[NewAsset, ...] = row(
        Kind.ROWS, "Asset requirements", rows=NewAsset, one="asset", documents=CHECKLIST, column=0
    )
    links: tuple[Line, ...] = row(Kind.LINES, "Links", rows=Line, one="link", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class NewGuardrails(Guardrails):
    voice: str = row(Kind.TEXT, "Voice guide", documents=CHECKLIST)
    examples: tuple[Line, ...] = row(Kind.LINES, "Examples", rows=Line, one="example", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class NewStage(Stage):
    stand_in: str = row(Kind.PERSON, "Stand-in", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class NewTask(Task):
    note: str = row(Kind.LINE, "Note on the task", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class NewCheckpoint(Checkpoint):
    room: str = row(Kind.LINE, "Room", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class NewMetric(Metric):
    why_it: str = row(Kind.TEXT, "Why this number", documents=CRITERIA, column=0)
    warn_below: int | None = row(Kind.NUMBER, "Warn below", documents=CRITERIA)


@dataclass(frozen=True, slots=True)
class NewStandards(Standards):
    holidays: str = row(Kind.TEXT, "Holidays", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class Fee:
    """A list inside a part, which Baton has not got either."""

    id: str = identity()
    name: str = row(Kind.LINE, "Fee for", documents=CHECKLIST)
    amount: int | None = row(Kind.NUMBER, "Amount", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class NewVendor(Vendor):
    invoice: str = row(Kind.LINE, "Invoice to", documents=CHECKLIST)
    fees: tuple[Fee, ...] = row(Kind.ROWS, "Fees", rows=Fee, one="fee", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class Risk:
    """A list that Baton has not got."""

    id: str = identity()
    name: str = row(Kind.LINE, "Risk", documents=EVERYWHERE, required=True)
    owner: str = row(Kind.PERSON, "Watched by", documents=EVERYWHERE)


@dataclass(frozen=True, slots=True)
class NewCampaign(Campaign):
    client: NewClient = row(Kind.PART, "Client", rows=NewClient)
    people: tuple[NewPerson, ...] = row(
        Kind.ROWS, "People and roles", rows=NewPerson, one="role", documents=CHECKLIST
    )
    strategy: NewStrategy = row(Kind.PART, "Why this campaign", rows=NewStrategy)
    context: NewContext = row(Kind.PART, "Context", rows=NewContext)
    deliverables: tuple[NewDeliverable, ...] = row(
        Kind.ROWS, "Deliverables", rows=NewDeliverable, one="deliverable", documents=CHECKLIST, required=True
    )
    guardrails: NewGuardrails = row(Kind.PART, "Messaging", rows=NewGuardrails, documents=CHECKLIST)
    approval: tuple[NewStage, ...] = row(
        Kind.ROWS, "Review and approval", rows=NewStage, one="stage", documents=CHECKLIST, required=True
    )
    raci: tuple[NewTask, ...] = row(
        Kind.ROWS, "Who does what", rows=NewTask, one="task", documents=CHECKLIST, required=True
    )
    checkpoints: tuple[NewCheckpoint, ...] = row(
        Kind.ROWS, "Quality checkpoints", rows=NewCheckpoint, one="checkpoint", documents=CHECKLIST
    )
    metrics: tuple[NewMetric, ...] = row(
        Kind.ROWS, "Quantitative metrics", rows=NewMetric, one="metric", documents=CRITERIA, required=True
    )
    standards: NewStandards = row(Kind.PART, "Working together", rows=NewStandards)
    vendor: NewVendor = row(Kind.PART, "Vendor briefing", rows=NewVendor)
    priority: str = row(Kind.CHOICE, "Priority", documents=EVERYWHERE, choices=(("a", "Now"), ("b", "Later")))
    codename: str = row(Kind.LINE, "Code name", documents=EVERYWHERE)
    slogans: tuple[Line, ...] = row(Kind.LINES, "Slogans", rows=Line, one="slogan", documents=EVERYWHERE)
    risks: tuple[Risk, ...] = row(
        Kind.ROWS, "What could go wrong", rows=Risk, one="risk", documents=EVERYWHERE, required=True
    )


TEMPLATE = Template(NewCampaign)


@pytest.mark.parametrize("kind", Doc)
def test_every_new_field_is_read_in_its_documents(kind: Doc) -> None:
    campaign = worded_campaign(TEMPLATE)
    everything = "\n".join(texts(build(campaign, kind, EDITION, TEMPLATE)))
    assert [place for place, words in expected(campaign, kind) if words not in everything] == []


@pytest.mark.parametrize("kind", Doc)
def test_labels_of_new_fields_are_read_with_them(kind: Doc) -> None:
    everything = "\n".join(texts(build(worded_campaign(TEMPLATE), kind, EDITION, TEMPLATE)))
    new = set(TEMPLATE.walk()) - set(Template(Campaign).walk())
    labels = {field.label for _, field in new if kind in field.documents and not field.nested}
    assert {label for label in labels - {"Line"} if label not in everything} == set()


def test_a_new_column_stands_in_the_table_of_its_list() -> None:
    document = build(worded_campaign(TEMPLATE), Doc.CHECKLIST, EDITION, TEMPLATE)
    (table,) = [block for block in document.sections[0].blocks if isinstance(block, Table)]
    assert [column.title for column in table.columns][-2:] == ["Budget", "Links"]


def test_a_new_answer_is_a_section_of_the_brief_with_its_question() -> None:
    document = build(worded_campaign(TEMPLATE), Doc.BRIEF, EDITION, TEMPLATE)
    asked = {section.title: section.ask for section in document.sections}
    assert asked["Tone of voice"] == "How do we sound?"


@pytest.mark.parametrize("kind", Doc)
def test_a_new_required_list_that_is_empty_is_missing(kind: Doc) -> None:
    document = build(NewCampaign(), kind, EDITION, TEMPLATE)
    said = [para for para in missing(document) if para.place == ("risks",)]
    assert [para.voice for para in said] == [Voice.MISSING]
    assert "What could go wrong" in "\n".join(texts(document))


def test_a_new_list_that_is_not_needed_is_no_gap() -> None:
    campaign = NewCampaign(not_needed=("risks",))
    for kind in Doc:
        document = build(campaign, kind, EDITION, TEMPLATE)
        assert "No risks are needed." in texts(document)
        assert [para for para in missing(document) if para.place == ("risks",)] == []
