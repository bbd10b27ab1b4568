"""Every question is asked on some page, and every place leads to the page where it is written."""

from dataclasses import replace

from app.campaign import TEMPLATE, Campaign, Deliverable, Strategy, Vendor
from app.field import Doc, Kind
from app.pages import (
    PAGES,
    answered,
    asked,
    document_of,
    for_later,
    only_document,
    page,
    page_of,
    pages_for,
    pages_of,
)

OF_THE_CAMPAIGN = {
    "title",
    "project_type",
    "source",
    "client",
    "not_needed",
    "silenced",
    "internal",
    "shared",
    "later",
    "archived",
}
"""Asked when a campaign is made, or never."""


def test_every_field_of_the_table_is_on_a_page() -> None:
    asked = {item for each in PAGES for item in each.items}
    for keys, field in TEMPLATE.walk():
        if keys[0] in OF_THE_CAMPAIGN or field.kind is Kind.PART:
            continue
        assert any(keys[: len(item)] == item for item in asked), keys


def test_every_item_of_a_page_is_in_the_table() -> None:
    for each in PAGES:
        for item in (*each.about, *each.items):
            TEMPLATE.field(*item)


def test_a_place_leads_to_its_page() -> None:
    assert page_of(("strategy", "objective")) is page("why")
    assert page_of(("deliverables", "7", "due")) is page("deliverables")
    assert page_of(("deliverables", "7", "assets", "2", "format")) is page("assets")
    assert page_of(("vendor", "kickoff")) is page("kickoff")
    assert page_of(("title",)) is page("why")
    assert page_of(("silenced",)) is None


def test_just_one_document_asks_only_what_feeds_it() -> None:
    checklist = {each.key for each in pages_for(Doc.CHECKLIST)}
    assert {"deliverables", "assets", "brand", "messaging", "technical", "distribution", "raci"} <= checklist
    assert "context" not in checklist
    assert {each.key for each in pages_for(Doc.CRITERIA)} >= {"success", "why"}


def test_answers_are_counted() -> None:
    campaign = Campaign(
        title="x", strategy=Strategy(objective="Book 240"), deliverables=(Deliverable(id="1"),)
    )
    assert answered(campaign, page("why")) == (1, 5)
    assert answered(campaign, page("deliverables")) == (1, 1)
    assert answered(campaign, page("assets")) == (0, 1)


def test_what_makes_itself_is_not_counted() -> None:
    assert answered(Campaign(title="x"), page("kickoff")) == (0, 3)
    assert [each.step for each in pages_of(3)] == [3, 3, 3, 3]


def test_who_executes_it_decides_what_is_asked() -> None:
    together = page("together")
    assert asked(Campaign(), together) == (("execution",),)
    own = asked(Campaign(execution="internal"), together)
    assert {item[0] for item in own} == {"execution", "standards"}
    partner = asked(Campaign(execution="Studio Kestrel"), together)
    assert {item[0] for item in partner} == {"execution", "vendor"}
    assert answered(Campaign(execution="internal"), together) == (1, len(own))


def test_an_answer_stays_in_sight_whatever_is_chosen() -> None:
    told = Campaign(execution="internal", vendor=Vendor(contact="Mara, mara@example.com"))
    assert ("vendor", "contact") in asked(told, page("together"))


def test_a_campaign_begun_as_one_document_grows_when_another_page_is_opened() -> None:
    begun = Campaign(later=for_later(Doc.CHECKLIST))
    assert only_document(begun) is Doc.CHECKLIST
    assert only_document(replace(begun, later=begun.later[1:])) is None
    assert only_document(Campaign()) is None


def test_a_page_is_written_for_one_document_first() -> None:
    assert document_of(page("why")) is Doc.BRIEF
    assert document_of(page("success")) is Doc.CRITERIA
    assert document_of(page("raci")) is Doc.CHECKLIST
