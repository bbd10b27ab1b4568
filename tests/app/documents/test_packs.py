"""The two packs: their sections, what is missing in them, their languages, and every answer they are made of."""

import dataclasses
import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Day
from typing import Any

import pytest
from hypothesis import given, settings

from app import schedule
from app.calendar import Calendar
from app.campaign import (
    Campaign,
    Deliverable,
    Distribution,
    Kickoff,
    Milestone,
    Person,
    Stage,
    Standards,
    Vendor,
)
from app.change import apply
from app.disclosure import for_vendor, mark
from app.document import Callout, Cell, Document, Para, Table, Voice, plain, texts
from app.documents import Edition, build, build_pack
from app.documents.wording import LANGUAGES
from app.documents.wording.pack_words import PackWords
from app.documents.wording.packs import PACKS
from app.field import Doc, Pack
from app.kickoff import TeachBack, Topic
from app.schedule import SegmentKind
from tests.app.documents.printed import paras, worded_campaign
from tests.app.documents.test_languages import SAME
from tests.campaigns import any_text, campaigns, full_campaign

EDITION = Edition(Day(2026, 10, 7), agency="Lantern Street")


def _titles(document: Document) -> list[str]:
    return [section.title for section in document.sections]


def _text(document: Document) -> str:
    return "\n".join(texts(document))


# --- what is in them ---------------------------------------------------------------------------------------------
def test_the_sections_of_the_team_s_pack_in_their_order() -> None:
    assert _titles(build_pack(full_campaign(), Pack.INTERNAL, EDITION)) == [
        "Weekly sync",
        "Project dashboard",
        "Channel protocol",
        "Where everything lives",
        "Timeline",
        "Plan back from launch",
        "Review and approval",
        "Who does what",
        "Kickoff agenda",
        "Say it back",
        "In this pack",
    ]


def test_the_sections_of_a_partner_s_pack_in_their_order() -> None:
    assert _titles(build_pack(full_campaign(), Pack.VENDOR, EDITION, enclosed=("Calendar",))) == [
        "Background",
        "What we ask you to make",
        "Technical requirements",
        "Brand guidelines",
        "Your contact",
        "Timeline",
        "Plan back from launch",
        "Review and revision",
        "Communication",
        "Who does what",
        "Kickoff agenda",
        "Say it back",
        "In this pack",
    ]


def test_required_sections_never_vanish() -> None:
    empty = build_pack(Campaign(), Pack.VENDOR, EDITION)
    wanted = ["Background", "What we ask you to make", "Brand guidelines", "Your contact", "Timeline"]
    assert [title for title in _titles(empty) if title in wanted] == wanted
    assert all(section.blocks for section in empty.sections)


@pytest.mark.parametrize("kind", Pack)
def test_one_bar_and_one_word(kind: Pack) -> None:
    document = build_pack(full_campaign(), kind, EDITION)
    assert document.position == 0
    assert document.kicker == {Pack.INTERNAL: "Team", Pack.VENDOR: "Partner"}[kind]


@pytest.mark.parametrize("kind", Pack)
def test_at_most_one_callout(kind: Pack) -> None:
    document = build_pack(full_campaign(), kind, EDITION)
    assert sum(isinstance(block, Callout) for section in document.sections for block in section.blocks) == 1


def test_a_pack_says_every_answer_it_is_made_of() -> None:
    campaign = worded_campaign()
    said = _text(build_pack(campaign, Pack.VENDOR, EDITION))
    for text in (
        campaign.vendor.background,
        campaign.vendor.contact,
        campaign.vendor.communication,
        campaign.vendor.response_time,
        campaign.vendor.revisions,
        campaign.strategy.audience,
        campaign.strategy.key_message,
        campaign.deliverables[0].specs[0].value,
        campaign.deliverables[0].serves,
        campaign.brand_assets[0].location,
        campaign.guardrails.donts[0].text,
        campaign.milestones[0].name,
        campaign.approval[0].name,
        campaign.kickoff.place,
    ):
        assert text in said
    team = _text(build_pack(campaign, Pack.INTERNAL, EDITION))
    standards = campaign.standards
    for text in (standards.weekly_sync, standards.dashboard, standards.channels, standards.documentation):
        assert text in team


def test_the_agenda_s_minutes_stand_beside_its_items() -> None:
    campaign = replace(full_campaign(), kickoff=Kickoff(minutes=45))
    said = _text(build_pack(campaign, Pack.INTERNAL, EDITION))
    assert "45 minutes" in said
    assert "0 to 6" in said


def test_what_goes_with_a_pack_is_named() -> None:
    said = _text(build_pack(Campaign(), Pack.VENDOR, EDITION, enclosed=("Execution Requirements Checklist",)))
    assert "Execution Requirements Checklist" in said
    assert "Strategic Context Brief, version 1.0" in _text(build_pack(Campaign(), Pack.INTERNAL, EDITION))


def test_rules_written_line_by_line_become_a_table() -> None:
    campaign = Campaign(standards=Standards(channels="Questions: the channel\nLaunch at risk: phone"))
    (section,) = [s for s in build_pack(campaign, Pack.INTERNAL, EDITION).sections if s.id == "channels"]
    assert texts(replace(_only(), sections=(section,)))[-4:] == [
        "Questions",
        "the channel",
        "Launch at risk",
        "phone",
    ]


def _only() -> Document:
    return build_pack(Campaign(), Pack.INTERNAL, EDITION)


def test_what_stays_in_the_house_is_not_in_a_partner_s_pack() -> None:
    campaign = worded_campaign()
    secret = campaign.vendor.background
    assert secret in _text(build_pack(campaign, Pack.VENDOR, EDITION))
    marked, _ = apply(campaign, mark(campaign, ("vendor", "background"), True))
    assert secret not in _text(build_pack(marked, Pack.VENDOR, EDITION))


def test_what_is_kept_on_purpose_is_not_called_missing() -> None:
    campaign = full_campaign()
    for place in (("strategy", "key_message"), ("strategy", "objective"), ("strategy", "audience")):
        campaign, _ = apply(campaign, mark(campaign, place, True))
    said = _text(build_pack(campaign, Pack.VENDOR, EDITION))
    assert "Missing: key message" not in said
    assert "Objective" not in said
    assert "Missing: competitive" not in _text(build(for_vendor(campaign), Doc.BRIEF, EDITION))


# --- what is missing ---------------------------------------------------------------------------------------------
def test_missing_parts_are_said_with_whom_to_ask() -> None:
    document = build_pack(Campaign(), Pack.VENDOR, EDITION)
    said = [plain(para.inlines) for para in paras(document) if para.voice is Voice.MISSING]
    for label in ("background", "your contact", "revisions", "communication", "response time"):
        assert any(text.startswith(f"Missing: {label}.") for text in said), label
    assert document.missing >= 6
    assert document.sections[-1].id == "open"


def test_a_partner_asks_the_contact() -> None:
    campaign = full_campaign()
    campaign = replace(campaign, vendor=Vendor(contact=f"{campaign.people[0].role}: call 01632 960 217"))
    people = (replace(campaign.people[0], side="internal"), *campaign.people[1:])
    said = _text(build_pack(replace(campaign, people=people), Pack.VENDOR, EDITION))
    assert f"Ask the {campaign.people[0].role}" in said


def test_what_of_the_call_is_not_fixed_is_said() -> None:
    said = _text(build_pack(Campaign(planned_kickoff=Day(2026, 10, 13)), Pack.INTERNAL, EDITION))
    assert "Not fixed yet: time, place, attendees." in said
    assert "Kickoff call: time" in said


@settings(max_examples=25, deadline=None)
@given(campaigns(text=any_text(), max_rows=1))
def test_any_campaign_has_both_packs(campaign: Any) -> None:
    for kind in Pack:
        document = build_pack(campaign, kind, EDITION)
        assert len({section.id for section in document.sections}) == len(document.sections)


# --- languages ---------------------------------------------------------------------------------------------------
def _patterns(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _patterns(each)


def _holes(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def test_every_language_of_the_documents_has_packs() -> None:
    assert set(PACKS) == set(LANGUAGES)


@pytest.mark.parametrize("code", PACKS)
def test_every_word_is_there_and_fills_the_same_holes(code: str) -> None:
    words, english = PACKS[code], PACKS["en"]
    for field in dataclasses.fields(PackWords):
        ours, theirs = (list(_patterns(getattr(each, field.name))) for each in (words, english))
        assert all(each.strip() == each and each for each in ours), field.name
        assert list(map(_holes, ours)) == list(map(_holes, theirs)), field.name
    assert set(words.titles) == set(words.kickers) == set(Pack)
    assert set(words.agenda) == set(Topic)
    assert set(words.teach_back_questions) == set(TeachBack)


_ALIKE = {
    "Version",
    "Kickoff",
    "Kickoff agenda",
    "Minutes",
    "Date",
    "Format",
    "Asset",
    "Agenda",
    "Launch",
    "Name",
}


@pytest.mark.parametrize("kind", Pack)
@pytest.mark.parametrize("code", [code for code in PACKS if code != "en"])
def test_a_pack_speaks_one_language(code: str, kind: Pack) -> None:
    def fixed(language: str) -> set[str]:
        document = build_pack(worded_campaign(), kind, replace(EDITION, language=language))
        return {text for text in texts(document) if "word0" not in text and any(map(str.isalpha, text))}

    same = {
        text for text in fixed("en") & fixed(code) if not text.startswith(("D1", "D2", "#")) and len(text) > 3
    }
    assert same <= SAME[code] | _ALIKE


# --- dates as a partner reads them -------------------------------------------------------------------------------
def _partnered() -> Campaign:
    """A poster by a print shop: self-check, review by the office, five days of work, three to print."""
    return Campaign(
        title="Open day",
        execution="external",
        planned_kickoff=Day(2026, 10, 12),
        launch_date=Day(2026, 11, 9),
        people=(
            Person("shop", "Print shop", "Pier Print", "jobs@pier.example", "vendor"),
            Person("film", "Film maker", "Jules", "jules@film.example", "vendor"),
            Person("office", "Office", "Ines", "ines@office.example", "internal"),
        ),
        deliverables=(
            Deliverable(
                "d1", "Poster", owner="shop", due=Day(2026, 11, 6), effort_days=5, rounds=1, lead_days=3
            ),
        ),
        approval=(
            Stage("s1", "Self-check", ("shop", "film"), max_hours=8),
            Stage("s2", "Last look", ("office",), max_hours=24),
        ),
        distribution=(Distribution("c1", "Letterboxes", owner="office"),),
    )


def _dates(document: Document) -> list[list[str]]:
    """The rows of the timeline, cell by cell."""
    section = next(each for each in document.sections if each.id == "dates")
    table = next(block for block in section.blocks if isinstance(block, Table))
    return [[" ".join(_words(cell)) for cell in row] for row in table.rows]


def _words(cell: Cell) -> Iterator[str]:
    return (plain(para.inlines) for para in cell.blocks if isinstance(para, Para))


def test_the_first_version_has_its_day_and_the_review_stands_there() -> None:
    rows = _dates(build_pack(_partnered(), Pack.VENDOR, EDITION))
    first, due = (next(row for row in rows if row[1] == event) for event in ("D1 first version", "D1 due"))
    plan = schedule.plan(_partnered(), Calendar(), EDITION.day)
    draft = next(each for each in plan.tracks[0].segments if each.kind is SegmentKind.DRAFT)
    assert first[0].startswith(f"{draft.last:%a} {draft.last.day} ")
    assert first[2:] == ["Poster", "Last look: reply within 24 hours"]
    assert due[2:] == ["Poster", ""]


def test_without_an_estimate_the_review_stands_at_the_due_day() -> None:
    campaign = _partnered()
    guessed = replace(campaign, deliverables=(replace(campaign.deliverables[0], effort_days=None),))
    late = replace(campaign, deliverables=(replace(campaign.deliverables[0], effort_days=60),))
    for each in (guessed, late):
        rows = _dates(build_pack(each, Pack.VENDOR, EDITION))
        assert [row[1:] for row in rows if row[1].startswith("D1")] == [
            ["D1 due", "Poster", "Last look: reply within 24 hours"]
        ]


def test_a_list_whose_rows_are_others_is_not_said_to_be_empty() -> None:
    copy = for_vendor(_partnered(), "shop")
    assert not copy.distribution
    made = build(copy, Doc.CHECKLIST, EDITION)
    assert "Distribution plan" not in _titles(made)
    assert "channels" not in _text(made)
    off = replace(_partnered(), distribution=(), not_needed=("distribution",))
    assert "No channels are needed." in texts(build(for_vendor(off, "shop"), Doc.CHECKLIST, EDITION))


def test_a_partner_reads_by_when_to_start() -> None:
    section = next(
        each for each in build_pack(_partnered(), Pack.VENDOR, EDITION).sections if each.id == "plan"
    )
    table = next(block for block in section.blocks if isinstance(block, Table))
    assert [column.title for column in table.columns] == [
        "Deliverable",
        "Start by",
        "Reviews",
        "Sign-off by",
        "Ready by",
    ]


def test_what_another_partner_does_is_not_asked_of_this_one() -> None:
    shoot = Milestone("m1", "Shooting day", Day(2026, 10, 21), "film", "All interviews are filmed")
    campaign = replace(_partnered(), milestones=(shoot,))
    rows = _dates(build_pack(campaign, Pack.VENDOR, EDITION, "shop"))
    assert next(row for row in rows if row[1] == "Shooting day")[2:] == [
        "",
        "Film maker: All interviews are filmed",
    ]
    own = replace(campaign, milestones=(replace(shoot, owner="shop"),))
    rows = _dates(build_pack(own, Pack.VENDOR, EDITION, "shop"))
    assert next(row for row in rows if row[1] == "Shooting day")[2:] == ["All interviews are filmed", ""]
