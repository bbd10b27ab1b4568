"""What single sections say: states, dates, letters, anchors and the head of a document."""

import sys
from dataclasses import replace
from datetime import date as Day
from typing import Any

import pytest

from app.calendar import Calendar
from app.campaign import (
    Asset,
    Campaign,
    Checkpoint,
    Client,
    Deliverable,
    Guardrails,
    Line,
    Metric,
    Milestone,
    Person,
    Stage,
    Strategy,
    Task,
)
from app.document import (
    Bullets,
    Callout,
    Checkpoints,
    Document,
    Flag,
    Link,
    Para,
    Raci,
    Section,
    Signoff,
    Strip,
    Table,
    Voice,
    plain,
    texts,
)
from app.documents import Edition, build
from app.documents.wording import ENGLISH, day_of, words_for
from app.field import Doc
from tests.app.documents.printed import anchors
from tests.app.documents.winter import WINTER

EDITION = Edition(Day(2026, 10, 7), version="1.2", agency="Lantern Street")


def checklist(campaign: Campaign = WINTER, **edition: Any) -> Document:
    return build(campaign, Doc.CHECKLIST, replace(EDITION, **edition))


def section(document: Document, name: str) -> Section:
    return next(each for each in document.sections if each.id == name)


def block[Kind](document: Document, name: str, kind: type[Kind]) -> Kind:
    return next(each for each in section(document, name).blocks if isinstance(each, kind))


def column(table: Table, title: str) -> list[str]:
    index = [each.title for each in table.columns].index(title)
    return [
        " / ".join(plain(part.inlines) for part in row[index].blocks if isinstance(part, Para))
        for row in table.rows
    ]


# --- states ------------------------------------------------------------------------------------------------------
def test_a_list_that_is_not_needed_says_so_and_is_no_gap() -> None:
    bare = replace(WINTER, brand_assets=(), not_needed=("brand_assets",))
    document = checklist(bare)
    assert "No brand assets are needed." in texts(document)
    assert (document.missing, document.status) == (0, "Complete")


@pytest.mark.parametrize("key", ["dos", "guardrails.dos"])
def test_a_list_inside_a_part_can_be_not_needed_too(key: str) -> None:
    bare = replace(WINTER, guardrails=Guardrails(donts=(Line(id="1", text="No fear."),)), not_needed=(key,))
    document = checklist(bare)
    assert "No dos are needed." in texts(document)
    assert document.missing == 0


def test_a_missing_section_says_what_and_who_to_ask() -> None:
    document = checklist(replace(WINTER, brand_assets=()))
    (para,) = [each for each in section(document, "brand").blocks if isinstance(each, Para)]
    assert plain(para.inlines) == "No brand assets are listed yet. Ask the Account lead before you start."
    assert para.voice is Voice.MISSING


def test_a_missing_cell_says_so_and_the_end_lists_it() -> None:
    blog, poster = WINTER.deliverables
    document = checklist(replace(WINTER, deliverables=(blog, replace(poster, owner="", due=None))))
    table = block(document, "deliverables", Table)
    assert column(table, "Owner") == ["Content lead", "Missing: owner"]
    assert column(table, "Due") == ["Fri 23 Oct", "Missing: due"]
    listed = block(document, "open", Bullets)
    assert [plain(item.inlines) for item in listed.items] == [
        "Deliverable 2 (Shop-window poster): owner, due"
    ]
    assert listed.items[0].place == ("deliverables", "poster", "owner")
    assert document.status == "Draft, 2 answers missing"
    assert "1.2, 7 Oct 2026\nDraft, 2 answers missing" in [plain(fact.value) for fact in document.facts]


def test_a_row_without_a_name_is_called_by_its_number_or_its_next_words() -> None:
    document = checklist(Campaign(deliverables=(Deliverable(id="1"), Deliverable(id="2", type="Email"))))
    said = [plain(item.inlines) for item in block(document, "open", Bullets).items]
    assert [text.partition(":")[0] for text in said if text.startswith("Deliverable")] == [
        "Deliverable 1",
        "Deliverable 2 (Email)",
    ]
    assert "Messaging: don’ts" in said


def test_rows_of_the_same_name_are_open_each_for_itself() -> None:
    twins = (Person(id="1", role="Writer"), Person(id="2", role="Writer"))
    tasks = (Task(id="1"), Task(id="2"))
    document = checklist(Campaign(people=twins, raci=tasks))
    said = [plain(item.inlines) for item in block(document, "open", Bullets).items]
    assert [text for text in said if text.startswith("Task")] == ["Task 1: task", "Task 2: task"]


def test_the_brief_lists_what_is_open_in_one_line() -> None:
    document = build(Campaign(title="x", client=Client(name="y")), Doc.BRIEF, EDITION)
    (para,) = section(document, "open").blocks
    assert isinstance(para, Para)
    assert plain(para.inlines).startswith("Objective; Audience; Key message;")


def test_blank_lines_and_blank_names_count_as_missing() -> None:
    blank = replace(WINTER, guardrails=replace(WINTER.guardrails, dos=(Line(id="1", text=" \n"),)))
    assert checklist(blank).missing == 1
    assert build(replace(WINTER, title=" "), Doc.BRIEF, EDITION).subtitle == "Missing: campaign"


def test_optional_columns_come_only_with_an_answer() -> None:
    metric = Metric(id="1", name="Bookings", unit="services")
    with_unit = build(Campaign(metrics=(metric,)), Doc.CRITERIA, EDITION)
    without = build(Campaign(metrics=(replace(metric, unit=""),)), Doc.CRITERIA, EDITION)
    titles = [[each.title for each in block(each, "metrics", Table).columns] for each in (with_unit, without)]
    assert [title for title in titles[0] if title not in titles[1]] == ["Unit"]
    assert titles[1] == ["Metric", "Baseline", "Target", "Source", "Read on", "Result"]


# --- dates -------------------------------------------------------------------------------------------------------
def test_a_table_with_one_date_in_another_year_names_every_year() -> None:
    later = Milestone(id="next", name="Spring", date=Day(2027, 3, 1))
    table = block(checklist(replace(WINTER, milestones=(*WINTER.milestones, later))), "timeline", Strip)
    assert len(table.months) == 6
    dates = section(checklist(replace(WINTER, milestones=(later,))), "timeline").blocks[-1]
    assert isinstance(dates, Table)
    assert column(dates, "Date") == ["Mon 1 Mar 2027"]


def test_dates_name_their_year_where_the_head_names_another() -> None:
    next_year = Day(2027, 3, 1)
    milestone = Milestone(id="m", name="Spring", date=next_year)
    document = checklist(replace(WINTER, launch_date=next_year, milestones=(milestone,)))
    dates = section(document, "timeline").blocks[-1]
    assert isinstance(dates, Table)
    assert column(dates, "Date") == ["Mon 1 Mar 2027"]


def test_words_stay_words_where_a_date_may_stand() -> None:
    assert day_of("2026-11-09") == Day(2026, 11, 9)
    assert [day_of(text) for text in ("soon", "20261109", "2026-02-30", "2026-W01-1")] == [None] * 4
    when = column(block(checklist(), "distribution", Table), "When")
    assert when == ["Mon 9 Nov", "From the first frost"]


def test_every_month_and_weekday_has_its_word() -> None:
    assert ENGLISH.long(Day(2026, 9, 15)) == "15 September 2026"
    assert ENGLISH.date_in(Day(2026, 11, 9), 2026) == "Mon 9 Nov"
    assert ENGLISH.date_in(Day(2026, 11, 9), None) == "Mon 9 Nov 2026"
    for month in range(1, 13):
        day = Day(2026, month, 1)
        assert ENGLISH.long(day) == f"{day.day} {day:%B} {day.year}"
        assert ENGLISH.date_in(day, None) == f"{day:%a} {day.day} {day:%b} {day.year}"


def test_milestones_stand_by_date_and_the_undated_last() -> None:
    undated = Milestone(id="some day", name="Party")
    document = checklist(replace(WINTER, milestones=(undated, *WINTER.milestones)))
    tables = [each for each in section(document, "timeline").blocks if isinstance(each, Table)]
    assert column(tables[-1], "Milestone") == ["First drafts", "Go live", "Party"]
    assert column(tables[-1], "Date")[-1] == "Missing: date"


# --- the strip ---------------------------------------------------------------------------------------------------
def test_the_strip_flags_milestones_checkpoints_and_launch_in_order() -> None:
    strip = block(checklist(), "timeline", Strip)
    assert [event.flag for event in strip.events] == [
        Flag.MILESTONE,
        Flag.CHECKPOINT,
        Flag.MILESTONE,
        Flag.CHECKPOINT,
        Flag.CHECKPOINT,
        Flag.LAUNCH,
    ]
    assert all(event.date in strip.alt and event.label in strip.alt for event in strip.events)
    assert strip.months == ((Day(2026, 10, 1), "October"), (Day(2026, 11, 1), "November"))


@pytest.mark.parametrize(
    "campaign",
    [
        Campaign(),
        Campaign(launch_date=Day(2026, 11, 9)),
        Campaign(milestones=(Milestone(id="1", date=Day(1, 1, 1)), Milestone(id="2", date=Day.max))),
        Campaign(milestones=tuple(Milestone(id=str(day), date=Day(2026, 1, day)) for day in range(1, 32))),
    ],
    ids=["nothing", "one date", "all of time", "a flag a day"],
)
def test_what_cannot_be_drawn_is_not_drawn(campaign: Campaign) -> None:
    assert [each for each in section(checklist(campaign), "timeline").blocks if isinstance(each, Strip)] == []


# --- people ------------------------------------------------------------------------------------------------------
def test_a_person_who_is_both_has_both_letters_in_one_cell() -> None:
    matrix = block(checklist(), "raci", Raci)
    assert [head.role for head in matrix.heads] == [
        "Account lead",
        "Content lead",
        "Designer",
        "Workshop manager",
        "Client sponsor",
    ]
    assert matrix.heads[0].note == "Robin Vale"
    assert dict(matrix.tasks[1][2])[0] == "AR"
    assert matrix.tasks[1][1] == ("raci", "go")


def test_nobody_is_lost_who_is_not_in_the_matrix_or_not_in_the_list() -> None:
    document = checklist(replace(WINTER, raci=(Task(id="1", task="Print", R=("printer", "ghost")),)))
    assert [head.role for head in block(document, "raci", Raci).heads] == ["Print vendor", "ghost"]
    assert "Client sponsor" in column(block(document, "raci", Table), "Role")


def test_a_task_without_letters_or_name_keeps_its_row() -> None:
    document = checklist(replace(WINTER, raci=(Task(id="1"),)))
    assert block(document, "raci", Raci).tasks == (("Missing: task", ("raci", "1"), ()),)


def test_those_who_decide_sign_and_nobody_else_does() -> None:
    assert block(checklist(), "agreed", Signoff).roles == ("Account lead, Robin Vale", "Client sponsor")
    nobody = block(checklist(Campaign()), "agreed", Signoff)
    assert nobody.roles == ("For the team that makes it", "For the client")
    alone = checklist(replace(WINTER, people=WINTER.people[:1], approval=()))
    assert block(alone, "agreed", Signoff).roles == ("Account lead, Robin Vale", "For the client")
    owner = Person(id="o", role="Owner", side="client")
    ours = replace(WINTER, people=(*WINTER.people[:3], owner), approval=WINTER.approval[:2])
    assert block(checklist(ours), "agreed", Signoff).roles == ("Account lead, Robin Vale", "Owner")


def test_the_rule_of_no_reply_is_one_sentence_or_one_for_each_kind() -> None:
    forward = checklist(replace(WINTER, approval=WINTER.approval[:2]))
    assert "The project moves forward" in plain(block(forward, "review", Callout).inlines)
    mixed = plain(block(checklist(), "review", Callout).inlines)
    assert "Reminds daily: Final sign-off." in mixed
    assert "The project moves forward" not in mixed


def test_an_unnamed_stage_is_spoken_of_by_its_number() -> None:
    document = checklist(Campaign(approval=(Stage(id="1", on_timeout="wait"), Stage(id="2", name="Legal"))))
    assert "Waits: step 1." in plain(block(document, "review", Callout).inlines)


# --- checkpoints -------------------------------------------------------------------------------------------------
def test_checkpoints_are_counted_with_the_calendar_of_the_edition() -> None:
    plain_days = block(checklist(replace(WINTER, checkpoints=())), "checkpoints", Checkpoints)
    holiday = Calendar(days_off=frozenset({Day(2026, 10, 19)}))
    other = block(checklist(replace(WINTER, checkpoints=()), calendar=holiday), "checkpoints", Checkpoints)
    assert [point.date for point in plain_days.points] == ["Mon 19 Oct", "Mon 26 Oct", "Fri 30 Oct"]
    assert "Mon 19 Oct" not in [point.date for point in other.points]
    assert len({point.tag for point in plain_days.points}) == 3


def test_without_kickoff_the_checkpoints_say_why_they_have_no_date() -> None:
    document = checklist(Campaign(checkpoints=(Checkpoint(id="1", percent=25),)))
    assert block(document, "checkpoints", Checkpoints).points[0].date == "Not set yet"
    assert any("the kickoff is not set yet" in text for text in texts(document))


# --- the head and the rest ---------------------------------------------------------------------------------------
def test_the_head_of_a_document() -> None:
    document = checklist()
    assert document.kicker == "Document 2 of 3: what and how"
    assert document.footer == "Execution Requirements Checklist, version 1.2, 7 October 2026"
    assert (document.client, document.agency) == ("Wrenfield Cycles", "Lantern Street")
    assert document.accent == "#0B5A6B"
    assert [len(build(WINTER, kind, EDITION).facts) for kind in Doc] == [4, 4, 4]
    assert [build(WINTER, kind, EDITION).contents for kind in Doc] == [False, True, False]
    assert [build(WINTER, kind, EDITION).side for kind in Doc] == [True, False, False]


def test_addresses_in_answers_are_links() -> None:
    (link,) = [
        each
        for row in [each for each in section(checklist(), "brand").blocks if isinstance(each, Table)][-1].rows
        for cell in row
        for part in cell.blocks
        if isinstance(part, Para)
        for each in part.inlines
        if isinstance(each, Link)
    ]
    assert link.address == "https://files.wrenfield.example/logo.svg"


def test_every_answer_of_a_deliverable_can_be_found_by_its_place() -> None:
    known = anchors(checklist())
    assert {
        ("deliverables", "blog", key) for key in ("name", "type", "serves", "specs", "owner", "due")
    } <= known
    assert ("deliverables", "blog", "specs", "2") in known
    assert ("deliverables", "blog", "assets", "hero", "dimensions") in known
    assert ("strategy", "key_message") in known


def test_paragraphs_of_one_answer_share_its_place() -> None:
    document = build(Campaign(strategy=Strategy(objective="One.\n\nTwo,\nstill two.")), Doc.BRIEF, EDITION)
    found = [each for each in section(document, "objective").blocks if isinstance(each, Para)]
    assert [plain(each.inlines) for each in found] == ["One.", "Two,\nstill two."]
    assert {each.place for each in found} == {("strategy", "objective")}


def test_boxes_have_a_stable_tag_and_say_what_is_ticked() -> None:
    boxes = [row[0].box for row in block(checklist(), "deliverables", Table).rows]
    assert [each and (each.tag, each.label) for each in boxes] == [
        ("deliverables.blog.done", "D1 Blog post done"),
        ("deliverables.poster.done", "D2 Shop-window poster done"),
    ]


def test_an_unknown_language_gets_english_words() -> None:
    assert words_for("ja-JP") is ENGLISH
    assert words_for("en") is ENGLISH


def test_work_grows_with_the_rows_and_not_with_their_square() -> None:
    """Calls are counted, not seconds."""
    few, many = _calls(50), _calls(500)
    assert many < few * 12


def _calls(rows: int) -> int:
    count = 0

    def tick(frame: object, event: str, value: object) -> None:
        nonlocal count
        count += event == "call"

    each = Deliverable(name="Post")
    campaign = replace(WINTER, deliverables=tuple(replace(each, id=str(number)) for number in range(rows)))
    sys.setprofile(tick)
    try:
        checklist(campaign)
    finally:
        sys.setprofile(None)
    return count


def test_rows_that_miss_the_same_share_a_line() -> None:
    assets = tuple(Asset(id=str(at), name="Photo", dimensions="1 × 1", format="Photo") for at in range(5))
    made = tuple(Deliverable(id=each, name="Page", assets=assets) for each in "abcd")

    def said(count: int) -> list[str]:
        document = checklist(Campaign(deliverables=made[:count]))
        told = [plain(item.inlines) for item in block(document, "open", Bullets).items]
        return [text for text in told if "file type" in text]

    assert said(1) == ["Assets 1 to 5 of deliverable 1 (Page): file type"]
    assert said(4) == ["Assets 1 to 5 of deliverables 1 to 4: file type"]
