"""What stays in the house: marks, and the copy for a vendor in which no internal word is left."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date as Day
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.campaign import (
    Campaign,
    Deliverable,
    Distribution,
    Line,
    Metric,
    Milestone,
    Person,
    Question,
    Stage,
    Task,
    Vendor,
)
from app.campaign_file import read_campaign, write_campaign
from app.change import apply
from app.disclosure import for_vendor, is_internal, mark
from app.document import texts
from app.documents import Edition, build, build_pack
from app.field import Doc, Kind, Pack
from app.place import Place, answers, get, label, put
from tests.campaigns import WRITTEN, campaigns, full_campaign

EDITION = Edition(Day(2026, 10, 7))
LANDSCAPE: Place = ("context", "competitive_landscape")


def _marked(campaign: Campaign, place: Place, internal: bool) -> Campaign:
    return apply(campaign, mark(campaign, place, internal))[0]


# --- marks -------------------------------------------------------------------------------------------------------
def test_the_table_says_what_is_internal_by_default() -> None:
    campaign = full_campaign()
    assert is_internal(campaign, LANDSCAPE)
    assert is_internal(campaign, ("metrics",))
    assert is_internal(campaign, ("metrics", "metrics-1", "target"))
    assert not is_internal(campaign, ("strategy", "objective"))


def test_a_mark_on_a_row_holds_for_all_that_is_in_it() -> None:
    campaign = _marked(full_campaign(), ("deliverables", "deliverables-1"), True)
    assert is_internal(campaign, ("deliverables", "deliverables-1", "assets", "assets-1", "format"))
    assert not is_internal(campaign, ("deliverables", "deliverables-2"))


def test_sharing_one_answer_of_a_marked_row_leaves_the_others_internal() -> None:
    row: Place = ("deliverables", "deliverables-1")
    campaign = _marked(_marked(full_campaign(), row, True), (*row, "due"), False)
    assert not is_internal(campaign, (*row, "due"))
    assert is_internal(campaign, (*row, "name"))
    assert is_internal(campaign, (*row, "assets", "assets-1"))


def test_sharing_one_row_of_a_list_that_is_internal_shares_no_other() -> None:
    copy = for_vendor(_marked(full_campaign(), ("metrics", "metrics-2"), False))
    assert [row.id for row in copy.metrics] == ["metrics-2"]


def test_marks_are_one_step_and_can_be_taken_back() -> None:
    campaign = full_campaign()
    after, back = apply(campaign, mark(campaign, LANDSCAPE, False))
    assert not is_internal(after, LANDSCAPE)
    assert apply(after, back)[0] == campaign


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mark_says_what_is_internal_says(data: st.DataObject) -> None:
    campaign: Campaign = full_campaign(rows=1)
    places = [place for place, field, _ in answers(campaign) if not field.local]
    places += [place[:-1] for place in places if len(place) > 2]
    for _ in range(3):
        place, internal = data.draw(st.sampled_from(places)), data.draw(st.booleans())
        campaign = _marked(campaign, place, internal)
        assert is_internal(campaign, place) is internal


# --- the copy ----------------------------------------------------------------------------------------------------
def _canary(number: int) -> str:
    return f"canary{number:05}x"


def _with_canaries(campaign: Campaign) -> tuple[Campaign, dict[Place, str]]:
    """Every text is a word of its own."""
    places = [place for place, field, _ in answers(campaign) if field.kind in WRITTEN]
    told = {place: _canary(number) for number, place in enumerate(places)}
    for place, word in told.items():
        campaign = put(campaign, place, word)
    return campaign, told


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple | list):
        for each in node:
            yield from _strings(each)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _strings(getattr(node, field.name))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_internal_word_is_in_the_copy_or_anything_made_from_it(data: st.DataObject) -> None:
    campaign, told = _with_canaries(data.draw(campaigns(text=st.just(""), max_rows=2)))
    places = [place for place, field, _ in answers(campaign) if not field.local]
    rows = sorted({place[:-1] for place in places if len(place) > 2})
    internal = data.draw(st.lists(st.sampled_from([*places, *rows]), max_size=6))
    shared = data.draw(st.lists(st.sampled_from(places), max_size=3))
    campaign = replace(
        campaign, internal=tuple(map(label, internal)), shared=tuple(map(label, shared)), silenced=()
    )
    vendor = data.draw(st.sampled_from(["", *(person.id for person in campaign.people)]))
    secret = {word for place, word in told.items() if is_internal(campaign, place)}
    copy = for_vendor(campaign, vendor)
    assert not secret & _words(_strings(copy))
    made = [build(copy, kind, EDITION) for kind in Doc] + [build_pack(campaign, Pack.VENDOR, EDITION, vendor)]
    for document in made:
        assert not secret & _words(_strings(document)), document.kind
    assert not secret & _words([write_campaign(copy).decode()])


def _words(strings: Any) -> set[str]:
    return {word for text in strings for word in _split(text)}


def _split(text: str) -> Iterator[str]:
    at = text.find("canary")
    while at >= 0:
        yield text[at : at + len(_canary(0))]
        at = text.find("canary", at + 1)


def test_the_canary_test_can_fail() -> None:
    campaign, told = _with_canaries(full_campaign())
    assert set(told.values()) & _words(_strings(for_vendor(campaign)))


def test_a_whole_campaign_gives_its_vendor_all_that_is_not_internal() -> None:
    campaign, told = _with_canaries(full_campaign())
    copy = _words(_strings(for_vendor(campaign)))
    for place in (
        ("vendor", "background"),
        ("strategy", "objective"),
        ("deliverables", "deliverables-2", "name"),
    ):
        assert told[place] in copy


@settings(max_examples=20, deadline=None)
@given(campaigns(max_rows=2))
def test_nothing_in_the_copy_refers_to_somebody_who_is_gone(campaign: Campaign) -> None:
    copy = for_vendor(replace(campaign, title="Winter", not_needed=()))
    people = {person.id for person in copy.people}
    for _, field, value in answers(copy):
        if field.kind is Kind.PERSON:
            assert value in {"", *people}
        elif field.kind is Kind.PEOPLE:
            assert set(value) <= people


def test_the_copy_is_a_campaign_file_like_any_other() -> None:
    copy = for_vendor(_two_pieces())
    assert [each.name for each in read_campaign(write_campaign(copy)).people] == [
        each.name for each in copy.people
    ]


def test_what_was_left_out_on_purpose_is_not_missing() -> None:
    copy = for_vendor(full_campaign())
    assert "metrics" in copy.not_needed
    assert "context.competitive_landscape" in copy.not_needed
    assert not any(
        "metric" in text.lower() and "missing" in text.lower()
        for text in texts(build(copy, Doc.CRITERIA, EDITION))
    )


def test_what_is_about_the_house_never_leaves() -> None:
    copy = for_vendor(full_campaign())
    assert copy.source == ""
    assert not any(copy.standards.__getattribute__(field.name) for field in fields(copy.standards))
    assert copy.internal == copy.shared == copy.silenced == copy.later == ()


# --- whose part --------------------------------------------------------------------------------------------------
PRINTER = Person(id="printer", role="Print vendor", name="Bram", email="bram@print.example", side="vendor")
EDITOR = Person(
    id="anna-smith", role="Editor", name="Anna Smith", email="anna@agency.example", side="internal"
)
CONTACT = Person(id="zoe", role="Account lead", name="Zoe Park", email="zoe@agency.example", side="internal")
CFO = Person(id="cfo", role="Finance", name="Mo", email="mo@client.example", side="client")


def _two_pieces() -> Campaign:
    return Campaign(
        id="c1",
        title="Winter",
        people=(PRINTER, EDITOR, CONTACT, CFO),
        deliverables=(
            Deliverable(id="poster", name="Shop-window poster × 4", owner="printer"),
            Deliverable(id="blog", name="Blog post: winter", owner="anna-smith"),
        ),
        raci=(
            Task(id="t1", task="Shop-window poster", R=("printer",), A=("zoe",)),
            Task(id="t2", task="Blog post", R=("anna-smith",), A=("cfo",)),
        ),
        milestones=(
            Milestone(id="m1", name="Posters printed", date=Day(2026, 11, 6)),
            Milestone(id="m2", name="Blog post published", date=Day(2026, 11, 9)),
            Milestone(id="m3", name="Launch", date=Day(2026, 11, 9)),
        ),
        distribution=(
            Distribution(id="d1", channel="Blog"),
            Distribution(id="d2", channel="Windows: posters"),
        ),
        approval=(
            Stage(id="s1", name="Facts", reviewer=("anna-smith",)),
            Stage(id="s2", name="Final", reviewer=("zoe",)),
        ),
        questions=(
            Question(id="q1", question="Gloss?", about=("poster",)),
            Question(id="q2", question="Which author?", about=("blog",)),
            Question(id="q3", question="Is the budget cut?", asked_by="cfo"),
        ),
        vendor=Vendor(contact="Zoe Park, zoe@agency.example"),
        metrics=(Metric(id="k1", name="Bookings"),),
    )


def test_a_vendor_gets_what_belongs_to_their_deliverables() -> None:
    copy = for_vendor(_two_pieces(), "printer")
    assert [each.id for each in copy.deliverables] == ["poster"]
    assert [each.id for each in copy.raci] == ["t1"]
    assert [each.id for each in copy.milestones] == ["m1", "m3"]
    assert [each.id for each in copy.distribution] == ["d2"]
    assert [each.id for each in copy.questions] == ["q1"]


def test_without_an_id_the_only_vendor_is_meant() -> None:
    assert for_vendor(_two_pieces()) == for_vendor(_two_pieces(), "printer")


def test_responsible_for_a_task_counts_as_making_the_deliverable() -> None:
    campaign = _two_pieces()
    unowned = tuple(replace(each, owner="zoe") for each in campaign.deliverables)
    assert [each.id for each in for_vendor(replace(campaign, deliverables=unowned)).deliverables] == [
        "poster"
    ]


def test_all_of_it_when_it_is_not_clear_what_is_theirs() -> None:
    campaign = replace(_two_pieces(), raci=())
    unowned = tuple(replace(each, owner="") for each in campaign.deliverables)
    copy = for_vendor(replace(campaign, deliverables=unowned))
    assert [each.id for each in copy.deliverables] == ["poster", "blog"]


def test_only_vendor_and_contact_have_a_name_and_an_address() -> None:
    copy = for_vendor(_two_pieces(), "printer")
    by_role = {person.role: person for person in copy.people}
    assert by_role["Print vendor"].email == "bram@print.example"
    assert by_role["Account lead"].email == "zoe@agency.example"
    assert by_role["Editor"].name == by_role["Editor"].email == ""
    assert "Finance" not in by_role
    assert "anna" not in repr(copy).lower()


def test_addresses_of_others_in_the_text_become_their_roles() -> None:
    campaign = replace(_two_pieces(), technical_requirements=(Line("l1", "Proofs to anna@agency.example."),))
    assert for_vendor(campaign).technical_requirements[0].text == "Proofs to Editor."


def test_a_person_marked_internal_is_not_even_a_role() -> None:
    copy = for_vendor(_marked(_two_pieces(), ("people", "anna-smith"), True))
    assert "Editor" not in repr(copy)
    assert copy.approval[0].reviewer == ()


def test_a_stage_that_all_their_pieces_skip_is_not_theirs() -> None:
    campaign = _two_pieces()
    poster, blog = campaign.deliverables
    copy = for_vendor(replace(campaign, deliverables=(replace(poster, without=("s1",)), blog)))
    assert [stage.id for stage in copy.approval] == ["s2"]
    assert get(copy, ("deliverables", "poster", "without")) == ()
