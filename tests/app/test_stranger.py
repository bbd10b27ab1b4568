"""What a stranger would have to ask: the parts of a briefing, and words only an insider understands."""

from dataclasses import replace
from datetime import date as Day

import pytest

from app.campaign import (
    BrandAsset,
    Campaign,
    Client,
    Context,
    Deliverable,
    Kickoff,
    Line,
    Person,
    Spec,
    Strategy,
    Vendor,
)
from app.campaign_file import read_campaign
from app.change import apply
from app.disclosure import mark
from app.finding import Level
from app.readiness import check
from app.stranger import Part, briefing, part_of, questions_of_a_stranger
from tests.shared import ROOT, campaign_files

TODAY = Day(2026, 10, 7)
SAMPLE = ROOT / "resources" / "winter-service-weeks.json"


def _rules(campaign: Campaign) -> set[str]:
    return {each.rule for each in questions_of_a_stranger(campaign) if each.rule.startswith("stranger.")}


# --- parts -------------------------------------------------------------------------------------------------------
def test_the_sample_briefs_its_vendor_but_for_the_way_into_the_drive() -> None:
    parts = briefing(read_campaign(SAMPLE.read_bytes()))
    assert {each.rule for found in parts.values() for each in found} == {"stranger.drive"}
    assert parts[Part.CONTACT] == parts[Part.REVIEW] == ()


def test_an_empty_campaign_is_asked_about_every_part() -> None:
    assert all(briefing(Campaign())[part] for part in Part)


def test_each_of_the_six_parts_is_asked_for_where_it_is_missing() -> None:
    places = {each.place for each in questions_of_a_stranger(Campaign())}
    assert places >= {
        ("vendor", "background"),
        ("client", "brand", "guidelines"),
        ("vendor", "contact"),
        ("milestones",),
        ("vendor", "revisions"),
        ("vendor", "communication"),
        ("vendor", "response_time"),
    }


@pytest.mark.parametrize("key", ["specs", "serves", "owner", "due"])
def test_a_deliverable_says_what_why_who_and_when(key: str) -> None:
    campaign = Campaign(deliverables=(Deliverable(id="d1", name="Poster"),))
    assert ("deliverables", "d1", key) in {each.place for each in questions_of_a_stranger(campaign)}
    assert part_of(("deliverables", "d1", key)) is (Part.TIMELINE if key == "due" else Part.WORK)


def test_what_is_internal_is_not_asked_about() -> None:
    campaign = Campaign(technical_requirements=(Line("l1", "Ask Sarah about the tags."),))
    assert "handoff.insider" in {each.rule for each in questions_of_a_stranger(campaign)}
    hidden, _ = apply(campaign, mark(campaign, ("technical_requirements", "l1"), True))
    assert "handoff.insider" not in {each.rule for each in questions_of_a_stranger(hidden)}


def test_what_was_silenced_stays_quiet() -> None:
    first = questions_of_a_stranger(Campaign())[0]
    assert first.key not in {each.key for each in questions_of_a_stranger(Campaign(silenced=(first.key,)))}


def test_a_call_with_a_day_is_asked_for_what_is_open_and_not_for_the_day() -> None:
    planned = Campaign(planned_kickoff=TODAY, kickoff=Kickoff(place="Room 2"))
    found = {each.rule: each for each in questions_of_a_stranger(planned)}
    assert found["stranger.kickoff-open"].place == ("kickoff", "time")
    assert "where" not in found["stranger.kickoff-open"].message
    assert ("vendor", "kickoff") not in {each.place for each in found.values()}
    whole = replace(planned, kickoff=Kickoff(time="10:00", place="Room 2"))
    assert "stranger.kickoff-open" not in _rules(whole)


def test_whoever_shall_call_has_a_number() -> None:
    rules = "Questions: by email\nStops the press: call\nFiles: upload"
    unnumbered = Vendor(contact="Meera Doss, meera@doss.example", communication=rules)
    assert "stranger.no-number" in _rules(Campaign(vendor=unnumbered))
    for contact, ways in (
        ("Meera Doss, meera@doss.example, +44 1632 960 217", rules),
        (unnumbered.contact, "Stops the press: call 01632 960217"),
        (unnumbered.contact, "Email only, no calls"),
        (unnumbered.contact, "Weekly call by video, link in the invitation"),
        ("", rules),
    ):
        vendor = Vendor(contact=contact, communication=ways)
        assert "stranger.no-number" not in _rules(Campaign(vendor=vendor)), (contact, ways)


def test_finished_work_goes_somewhere() -> None:
    ways = Vendor(communication="Questions by email")
    assert "stranger.handover" in _rules(Campaign(vendor=ways))
    assert "stranger.handover" not in _rules(Campaign(vendor=Vendor(communication="Dateien per E-Mail")))
    shipped = (Line("l1", "Ship the parcels to the front desk"),)
    assert "stranger.handover" not in _rules(Campaign(vendor=ways, technical_requirements=shipped))


def test_a_vague_specification_is_a_question() -> None:
    poster = Deliverable("d1", "Poster", specs=(Spec("s1", "Look", "eye-catching, fun"),))
    found = {each.rule: each for each in questions_of_a_stranger(Campaign(deliverables=(poster,)))}
    assert found["wording.vague"].place == ("deliverables", "d1", "specs", "s1", "value")


def test_a_tool_without_an_invitation() -> None:
    for ways in ("Slack", "Dateien: in die Cloud", "Notes in Frame.io"):
        assert "stranger.drive" in _rules(Campaign(vendor=Vendor(communication=ways))), ways
    for ways in ("Slack, you get an invitation on day one", "Our finance Team answers files by email"):
        assert "stranger.drive" not in _rules(Campaign(vendor=Vendor(communication=ways))), ways
    practice = (BrandAsset("b1", "Photos", "Practice drive / Marketing / 2026"),)
    assert "stranger.drive" in _rules(Campaign(brand_assets=practice))


# --- what leaves -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Print 500; do not tell the printer what the other shop asks.", "stranger.house-remark"),
        ("Nur zwei Entwürfe zahlen, nicht nach außen.", "stranger.house-remark"),
        ("Remise de 10 %, ne pas diffuser.", "stranger.house-remark"),
        ("Text: 90 words, supplied by us", "stranger.supplied"),
        ("Das Manuskript liefern wir.", "stranger.supplied"),
    ],
)
def test_remarks_of_the_house_and_parts_without_a_day(text: str, rule: str) -> None:
    assert rule in _rules(_said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Keep all patient data confidential.",
        "Never tell customers that a partner prints it.",
        "Text: 90 words, supplied by us on 12 January 2027",
        "Text: supplied by us, https://share.example.com/text",
        "Media budget: 5,000 EUR for posters.",
        "Internal links only where they help.",
    ],
)
def test_instructions_are_no_remarks(text: str) -> None:
    assert not _rules(_said(text)) - {"stranger.no-kickoff"}


def test_a_budget_beside_the_aims_is_noticed() -> None:
    for aim in ("12.000 Besuche. Budget 48.000 Euro.", "400 trials, CAC max 85 USD", "Budget: €5,000"):
        assert "stranger.budget" in _rules(Campaign(strategy=Strategy(objective=aim))), aim
    assert "stranger.budget" not in _rules(Campaign(strategy=Strategy(objective="Stay in budget; 60 visits")))


def test_a_competitor_is_named_only_inside() -> None:
    rivals = Context(
        competitive_landscape="SmileFactory gives away brushes. Tallyhub pays. The chain discounts."
    )
    for text in ("Do not compare us with SmileFactory", "Never use the blue of Tallyhub."):
        campaign = replace(_said(text), context=rivals)
        assert "stranger.competitor" in _rules(campaign), text
        assert "stranger.competitor" not in _rules(
            replace(campaign, shared=("context.competitive_landscape",))
        )
        assert "stranger.competitor" in {
            each.rule for each in check(replace(campaign, execution="external"), TODAY)
        }
    assert "stranger.competitor" not in _rules(replace(_said("Not like the chain."), context=rivals))
    own = replace(_said("A film of SmileFactory"), context=rivals, client=Client("c", "SmileFactory"))
    assert "stranger.competitor" not in _rules(own)


def test_an_answer_that_stays_is_no_leak() -> None:
    campaign = Campaign(strategy=Strategy(objective="60 visits. Budget 48.000 Euro, nicht nach außen."))
    assert "stranger.house-remark" in _rules(campaign)
    hidden, _ = apply(campaign, mark(campaign, ("strategy", "objective"), True))
    assert not _rules(hidden) - {"stranger.no-kickoff"}


def test_a_thin_background_and_two_addresses() -> None:
    campaign = Campaign(vendor=Vendor(background="A bike shop.", contact="a@x.example, b@x.example"))
    assert {"stranger.thin-background", "stranger.two-addresses"} <= _rules(campaign)
    stand_in = Vendor(contact="a@x.example; when away b@x.example")
    assert "stranger.two-addresses" not in _rules(Campaign(vendor=stand_in))


def test_a_kickoff_without_a_day_is_asked_for() -> None:
    assert "stranger.no-kickoff" in _rules(Campaign())
    assert "stranger.no-kickoff" not in _rules(Campaign(planned_kickoff=TODAY))
    assert "stranger.no-kickoff" not in _rules(Campaign(vendor=Vendor(kickoff="Tuesday at ten, by phone")))


# --- words -------------------------------------------------------------------------------------------------------
def _said(text: str) -> Campaign:
    return Campaign(technical_requirements=(Line("l1", text),))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Send every proof to Laura before noon.", "stranger.person"),
        ("Anna approves the final colours.", "stranger.person"),
        ("Take the numbers from our deck.", "stranger.ours"),
        ("Follow our usual process for names.", "stranger.ours"),
        (r"The files are in S:\Marketing\2026.", "stranger.unreachable"),
        ("See https://intranet/brand for the rules.", "stranger.unreachable"),
        ("They said the logo must be green.", "stranger.pronoun"),
        ("Logos: client drive / Brand / Logos", "stranger.drive"),
    ],
)
def test_words_a_stranger_cannot_know(text: str, rule: str) -> None:
    assert rule in _rules(_said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Send every proof to the contact before noon.",
        "Will the page load in two seconds? It must.",
        "From May to June the shop is closed.",
        "Call Paris time, not London time.",
        "See https://share.example.com/brand for the rules.",
        "Take the numbers from https://share.example.com/deck, our deck.",
        "The riders said they want it back the same day.",
        "Shared drive, invitation by email on the first day: https://drive.example.com/x",
        "Our customers ride all winter.",
        "By Friday 12:00.",
    ],
)
def test_plain_words_are_left_alone(text: str) -> None:
    assert not _rules(_said(text)) - {"stranger.no-kickoff"}


def test_a_name_that_the_campaign_introduces_is_known() -> None:
    campaign = replace(_said("Send every proof to Laura."), people=(Person("p1", "Editor", "Laura Berg"),))
    assert "stranger.person" not in _rules(campaign)


def test_many_folders_are_one_question() -> None:
    assets = tuple(BrandAsset(f"b{n}", f"Logo {n}", f"Client drive / Brand / {n}.svg") for n in range(5))
    found = [
        each
        for each in questions_of_a_stranger(Campaign(brand_assets=assets))
        if each.rule == "stranger.drive"
    ]
    assert len(found) == 1
    assert "(and 4 more)" in found[0].message


def test_real_campaigns_are_not_accused_of_insider_names() -> None:
    for path in campaign_files():
        found = _rules(read_campaign(path.read_bytes()))
        assert found <= {"stranger.no-kickoff", "stranger.drive"}, path.name


# --- readiness ---------------------------------------------------------------------------------------------------
def test_readiness_asks_only_where_a_partner_executes_it() -> None:
    campaign = _said("Take the numbers from our deck.")
    rules = {each.rule for each in check(campaign, TODAY)}
    assert "stranger.ours" not in rules
    outside = {each.rule: each for each in check(replace(campaign, execution="external"), TODAY)}
    assert outside["stranger.ours"].level is Level.WARNING
    assert outside["stranger.ours"].place == ("technical_requirements", "l1", "text")


def test_a_partner_executes_it_and_is_among_the_people() -> None:
    office, shop = Person("p1", "Office", side="internal"), Person("p2", "Print shop", side="vendor")
    campaign = Campaign(execution="external", people=(office,))
    assert "handoff.no-vendor" in {each.rule for each in check(campaign, TODAY)}
    for other in (
        replace(campaign, people=(office, shop)),
        replace(campaign, execution="internal"),
        Campaign(),
    ):
        assert "handoff.no-vendor" not in {each.rule for each in check(other, TODAY)}


def test_a_whole_briefing_has_nothing_to_ask() -> None:
    sample = read_campaign(SAMPLE.read_bytes())
    invited = replace(
        sample,
        execution="external",
        kickoff=Kickoff(time="10:00", place="Video call"),
        client=Client("c", sample.client.name, replace(sample.client.brand, guidelines="", fonts="Inter")),
        brand_assets=(),
        strategy=Strategy(objective="x"),
    )
    assert not [each for each in check(invited, TODAY) if each.rule.startswith("stranger.")]


def test_readiness_leaves_alone_what_stays_in_the_house() -> None:
    campaign = replace(_said("Take the numbers from our deck."), execution="external")
    hidden, _ = apply(campaign, mark(campaign, ("technical_requirements", "l1"), True))
    assert "stranger.ours" not in {each.rule for each in check(hidden, TODAY)}
    context = replace(
        campaign, technical_requirements=(), context=Context(competitive_landscape="See our deck.")
    )
    assert "stranger.ours" not in {each.rule for each in check(context, TODAY)}
    shared, _ = apply(context, mark(context, ("context", "competitive_landscape"), False))
    assert "stranger.ours" in {each.rule for each in check(shared, TODAY)}


def test_insider_talk_in_an_internal_note_is_nobody_s_question() -> None:
    campaign = replace(_said("Ask Sarah about the tags."), execution="external")
    assert "handoff.insider" in {each.rule for each in check(campaign, TODAY)}
    hidden, _ = apply(campaign, mark(campaign, ("technical_requirements",), True))
    assert "handoff.insider" not in {each.rule for each in check(hidden, TODAY)}
