"""Every rule fires on the sample campaign with one thing broken, at the place to mend it, and is silent before."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.campaign import Asset, Campaign, Checkpoint, Deliverable, Line, Metric, Person, Spec, Stage, Task
from app.change import Put, apply
from app.finding import Finding, Level
from app.place import get, place_of, put
from app.readiness import check
from tests.app.readiness.sentences import TODAY, sample

type Puts = dict[str, Any]


def broken(puts: Puts) -> Campaign:
    campaign = sample()
    for place, value in puts.items():
        campaign = put(campaign, place_of(place), value)
    return campaign


def rules(campaign: Campaign, today: date = TODAY) -> dict[str, Finding]:
    return {finding.rule: finding for finding in check(campaign, today)}


def rows(place: str, *more: Any) -> tuple[Any, ...]:
    """The rows of the sample with some added."""
    return (*get(sample(), place_of(place)), *more)


EXTERNAL: Puts = {"execution": "external"}
UNSURE = (*sample().people[1:], replace(sample().people[0], role="Strategist (TBD)"))
CASES: list[tuple[str, str, Puts]] = [
    ("required.missing", "strategy.objective", {"strategy.objective": ""}),
    ("required.missing", "strategy.objective", {"strategy.objective": " \n\u200b "[:2]}),
    ("required.missing", "launch_date", {"launch_date": None}),
    ("required.missing", "deliverables", {"deliverables": ()}),
    ("required.missing", "deliverables.1.owner", {"deliverables.1.owner": ""}),
    ("required.missing", "deliverables.1.specs", {"deliverables.1.specs": ()}),
    ("required.missing", "deliverables.1.specs", {"deliverables.1.specs": (Spec("1", "Words", ""),)}),
    ("required.missing", "deliverables.1.serves", {"deliverables.1.serves": ""}),
    ("required.missing", "deliverables.1.assets.1.file_type", {"deliverables.1.assets.1.file_type": ""}),
    ("required.missing", "deliverables.1.assets.1.dimensions", {"deliverables.1.assets.1.dimensions": ""}),
    ("required.missing", "metrics.1.baseline", {"metrics.1.baseline": ""}),
    ("required.missing", "metrics.1.measure_on", {"metrics.1.measure_on": None}),
    ("required.missing", "brand_assets.1.location", {"brand_assets.1.location": ""}),
    ("required.missing", "approval.2.reviewer", {"approval.2.reviewer": ()}),
    ("required.missing", "guardrails.donts", {"guardrails.donts": (Line("1", ""),)}),
    ("strategy.objective-open", "strategy.objective", {"strategy.objective": "Book 240 winter services."}),
    ("strategy.audience-everybody", "strategy.audience", {"strategy.audience": "Everybody with a bike."}),
    ("strategy.audience-thin", "strategy.audience", {"strategy.audience": "Winter commuters"}),
    (
        "strategy.audience-many",
        "strategy.audience",
        {"strategy.audience": "Press, partners, staff, donors and volunteers"},
    ),
    (
        "strategy.message-list",
        "strategy.key_message",
        {"strategy.key_message": "Quality, service and trust."},
    ),
    ("strategy.message-long", "strategy.key_message", {"strategy.key_message": "the word " * 20}),
    ("strategy.target-words", "metrics.1.target", {"metrics.1.target": "More"}),
    ("strategy.baseline-words", "metrics.1.baseline", {"metrics.1.baseline": "Low"}),
    ("strategy.source-open", "metrics.1.source", {"metrics.1.source": "Analytics"}),
    (
        "strategy.two-targets",
        "metrics.9.target",
        {"metrics": rows("metrics", replace(sample().metrics[0], id="9", target="300"))},
    ),
    ("wording.placeholder", "deliverables.1.specs.1.value", {"deliverables.1.specs.1.value": "TBD"}),
    ("wording.placeholder", "distribution.1.when", {"distribution.1.when": "?"}),
    ("wording.placeholder", "deliverables.1.specs.1.value", {"deliverables.1.specs.1.value": "various"}),
    ("wording.placeholder", "strategy.key_message", {"strategy.key_message": "Lorem ipsum dolor sit amet."}),
    ("wording.vague", "guardrails.dos.1.text", {"guardrails.dos.1.text": "Be authentic."}),
    ("wording.no-date", "distribution.1.when", {"distribution.1.when": "With a good feeling"}),
    (
        "wording.too-long",
        "context.business_context",
        {"context.business_context": "In 2026 we book. " * 2000},
    ),
    (
        "strategy.no-difference",
        "context.competitive_landscape",
        {
            "context.competitive_landscape": "The chain store offers 20% off. The mobile mechanic comes to the door."
        },
    ),
    (
        "wording.too-long",
        "guardrails.dos.1.text",
        {"guardrails.dos.1.text": "Name the part that is replaced. " * 400},
    ),
    ("making.picture-open", "deliverables.4.assets", {"deliverables.4.assets": ()}),
    ("making.no-size", "deliverables.1.assets.1.dimensions", {"deliverables.1.assets.1.dimensions": "16:9"}),
    ("making.no-size", "deliverables.1.assets.1.dimensions", {"deliverables.1.assets.1.dimensions": "Large"}),
    ("making.no-type", "deliverables.1.assets.1.file_type", {"deliverables.1.assets.1.file_type": "Image"}),
    (
        "making.nothing-counted",
        "deliverables.2.specs",
        {"deliverables.2.specs": (Spec("1", "Content", "what we do and how to start"),)},
    ),
    ("making.same-name", "deliverables.2.name", {"deliverables.2.name": "Landing page"}),
    ("making.thin-reason", "deliverables.1.serves", {"deliverables.1.serves": "For social."}),
    ("making.no-place", "brand_assets.1.location", {"brand_assets.1.location": "linked spreadsheet"}),
    ("making.no-place", "client.brand.guidelines", {"client.brand.guidelines": "See the usual guidelines"}),
    ("raci.two-accountable", "raci.3.A", {"raci.3.A": ("strategist", "sponsor")}),
    ("raci.no-accountable", "raci.3.A", {"raci.3.A": ()}),
    ("raci.no-responsible", "raci.3.R", {"raci.3.R": ()}),
    ("raci.consulted-and-informed", "raci.3.I", {"raci.3.I": ("designer",)}),
    (
        "raci.many-consulted",
        "raci.3.C",
        {"raci.3.C": ("content-lead", "designer", "workshop-manager", "sponsor")},
    ),
    (
        "raci.overload",
        "raci",
        {"raci": tuple(replace(task, R=(*task.R, "designer")) for task in sample().raci)},
    ),
    ("raci.idle-owner", "raci", {"deliverables.1.owner": "sponsor"}),
    ("people.uncertain", "people.strategist.role", {"people": UNSURE}),
    (
        "people.several",
        "people.crowd.role",
        {"people": rows("people", Person("crowd", "Marketing team")), "deliverables.1.owner": "crowd"},
    ),
    (
        "approval.many-reviewers",
        "approval.2.reviewer",
        {"approval.2.reviewer": ("strategist", "sponsor", "shop-manager")},
    ),
    ("approval.no-time", "approval.2.max_hours", {"approval.2.max_hours": 0}),
    ("approval.much-time", "approval.2.max_hours", {"approval.2.max_hours": 240}),
    ("approval.no-self-review", "approval", {"approval": sample().approval[1:]}),
    ("approval.no-final", "approval", {"approval": sample().approval[:3]}),
    (
        "approval.only-creator",
        "approval",
        {"approval": (Stage("1", "Final self-review", ("creator",), "", 24),)},
    ),
    (
        "approval.many-stages",
        "approval",
        {"approval": (*(replace(sample().approval[1], id=f"x{n}") for n in range(5)), *sample().approval)},
    ),
    ("approval.final-not-last", "approval.4", {"approval": (sample().approval[3], *sample().approval[:3])}),
    ("approval.two-final", "approval.4.reviewer", {"approval.4.reviewer": ("sponsor", "strategist")}),
    ("approval.final-optional", "approval.4.if_applicable", {"approval.4.if_applicable": True}),
    ("approval.final-passes", "approval.4.on_timeout", {"approval.4.on_timeout": "move_forward"}),
    ("dates.order", "planned_kickoff", {"planned_kickoff": date(2026, 10, 12)}),
    ("dates.order", "launch_date", {"launch_date": date(2026, 10, 13)}),
    ("dates.after-launch", "milestones.5.date", {"milestones.5.date": date(2026, 11, 12)}),
    ("dates.after-launch", "deliverables.1.due", {"deliverables.1.due": date(2026, 11, 12)}),
    ("dates.too-early", "deliverables.1.due", {"deliverables.1.due": date(2026, 10, 9)}),
    ("dates.too-early", "distribution.1.when", {"distribution.1.when": "2026-10-09"}),
    ("dates.checkpoint-outside", "checkpoints.1.date", {"checkpoints.1.date": date(2026, 10, 13)}),
    ("dates.checkpoint-outside", "checkpoints.3.date", {"checkpoints.3.date": date(2026, 11, 9)}),
    ("dates.checkpoint-order", "checkpoints.2.date", {"checkpoints.2.date": date(2026, 10, 16)}),
    ("dates.checkpoint-percent", "checkpoints.1.percent", {"checkpoints.1.percent": 0}),
    (
        "dates.checkpoint-twice",
        "checkpoints.9.percent",
        {"checkpoints": rows("checkpoints", Checkpoint("9", 75))},
    ),
    ("dates.read-early", "metrics.1.measure_on", {"metrics.1.measure_on": date(2026, 11, 1)}),
    ("dates.read-early", "measurement.2.when", {"measurement.2.when": "2026-11-01"}),
    ("dates.weekend", "launch_date", {"launch_date": date(2026, 11, 8)}),
    ("dates.past", "deliverables.1.due", {"deliverables.1.due": date(2026, 10, 1)}),
    (
        "agreement.count",
        "technical_requirements.1.text",
        {"technical_requirements.1.text": "All 5 emails are tagged."},
    ),
    ("agreement.count", "distribution.2.notes", {"distribution.2.notes": "4 emails, one a week"}),
    (
        "agreement.count",
        "strategy.objective",
        {"strategy.objective": "Book 240 services by 18 December with 5 emails."},
    ),
    (
        "agreement.count-in-deliverable",
        "deliverables.3.specs.9.value",
        {"deliverables.3.specs": rows("deliverables.3.specs", Spec("9", "Number of emails", "4"))},
    ),
    (
        "agreement.launch",
        "guardrails.dos.1.text",
        {"guardrails.dos.1.text": "Say that we launch on 12 November."},
    ),
    ("agreement.milestone", "milestones.9.date", {"milestones.9.date": date(2026, 11, 6)}),
    ("agreement.milestone", "milestones.2.date", {"milestones.2.date": date(2026, 10, 14)}),
    (
        "agreement.due",
        "deliverables.1.specs.9.value",
        {"deliverables.1.specs": rows("deliverables.1.specs", Spec("9", "Due", "7 November"))},
    ),
    ("agreement.target", "strategy.objective", {"metrics.1.target": "200"}),
    (
        "agreement.guardrail",
        "guardrails.donts.1",
        {"guardrails.donts.1.text": "say “back the same day” in the first screen or the first sentence"},
    ),
    ("handoff.executed-by", "execution", {"execution": ""}),
    ("handoff.part-missing", "standards.weekly_sync", {"standards.weekly_sync": ""}),
    ("handoff.part-missing", "vendor.contact", {**EXTERNAL, "vendor.contact": ""}),
    ("handoff.two-contacts", "vendor.contact", {**EXTERNAL, "vendor.contact": "Sarah or Tom, by email"}),
    ("handoff.contact-reach", "vendor.contact", {**EXTERNAL, "vendor.contact": "The content lead"}),
    ("handoff.no-figure", "vendor.response_time", {**EXTERNAL, "vendor.response_time": "Fast"}),
    ("handoff.insider", "vendor.background", {**EXTERNAL, "vendor.background": "As discussed. Ask Sarah."}),
    (
        "handoff.acronym",
        "vendor.background",
        {**EXTERNAL, "vendor.background": "They sell by the TLM approach."},
    ),
    ("agreement.kickoff", "vendor.kickoff", {**EXTERNAL, "vendor.kickoff": "Wed 14 October, 10:00"}),
]


def test_the_sample_has_no_finding() -> None:
    assert check(sample(), TODAY) == ()


@pytest.mark.parametrize(
    ("rule", "place", "puts"), CASES, ids=[f"{rule}@{place}" for rule, place, _ in CASES]
)
def test_a_rule_fires_where_it_can_be_mended(rule: str, place: str, puts: Puts) -> None:
    found = [finding for finding in check(broken(puts), TODAY) if finding.rule == rule]
    assert [".".join(finding.place) for finding in found] == [place]
    assert all(finding.message and finding.why and finding.next_step for finding in found)


@pytest.mark.parametrize(
    ("rule", "place", "puts"), CASES, ids=[f"{rule}@{place}" for rule, place, _ in CASES]
)
def test_a_fix_mends_it_and_can_be_undone(rule: str, place: str, puts: Puts) -> None:
    campaign = broken(puts)
    for finding in check(campaign, TODAY):
        if finding.rule == rule and finding.fix is not None:
            mended, back = apply(campaign, finding.fix)
            assert finding.key not in {each.key for each in check(mended, TODAY)}
            assert apply(mended, back)[0] == campaign


@pytest.mark.parametrize(
    ("rule", "place", "puts"), CASES, ids=[f"{rule}@{place}" for rule, place, _ in CASES]
)
def test_a_silenced_finding_stays_silent(rule: str, place: str, puts: Puts) -> None:
    campaign = broken(puts)
    keys = tuple(finding.key for finding in check(campaign, TODAY))
    assert check(replace(campaign, silenced=keys), TODAY) == ()


GOOD: list[Puts] = [
    {"strategy.objective": "Book 240 winter services with 3 emails by 18 December."},
    {"technical_requirements.1.text": "At most 2 emails a week to one address."},
    {"technical_requirements.1.text": "The first 2 emails go to members only."},
    {"distribution.2.notes": "All three emails, one each"},
    {"guardrails.dos.1.text": "Tease from 2 November; we launch on 9 November."},
    {"guardrails.dos.1.text": "Two days before launch, 7 November, the teaser comes down."},
    {"deliverables.1.due": date(2026, 11, 12), "deliverables.1.name": "Follow-up page"},
    {"milestones.5.date": date(2026, 12, 1), "milestones.5.name": "Results read"},
    {"checkpoints.1.date": None},
    {"not_needed": ("brand_assets", "measurement"), "brand_assets": (), "measurement": ()},
    {"distribution": (), "not_needed": ("distribution",)},
    {"strategy.objective": "Bis 18. Dezember buchen mehr Kunden die Inspektion bei uns in der Werkstatt."},
    {"metrics.1.baseline": "none, first year"},
    {"people": rows("people", Person("volunteers", "Volunteer team"))},
]


@pytest.mark.parametrize("puts", GOOD, ids=[str(number) for number in range(len(GOOD))])
def test_good_campaigns_stay_quiet(puts: Puts) -> None:
    assert [finding.message for finding in check(broken(puts), TODAY)] == []


def test_levels_say_what_blocks() -> None:
    level = {rule: rules(broken(puts))[rule].level for rule, _, puts in CASES}
    assert level["raci.two-accountable"] is Level.PROBLEM
    assert level["required.missing"] is Level.GAP
    assert level["approval.many-stages"] is Level.WARNING
    assert level["dates.weekend"] is Level.SUGGESTION


def test_a_campaign_wholly_in_the_past_is_one_finding() -> None:
    found = check(sample(), date(2028, 1, 1))
    assert [(finding.rule, finding.place) for finding in found] == [("dates.all-past", ("launch_date",))]


def test_past_dates_are_ordinary_once_it_has_begun() -> None:
    assert check(sample(), date(2026, 10, 28)) == ()


def test_an_empty_campaign_asks_for_what_is_required() -> None:
    found = check(Campaign(), TODAY)
    assert {finding.rule for finding in found} == {"required.missing", "handoff.executed-by"}
    assert [finding.place for finding in found][:2] == [("title",), ("client", "name")]


def test_one_creator_who_also_reviews_alone() -> None:
    chain = (Stage("1", "Self-review", ("a",), "", 24), Stage("2", "Final sign-off", ("a",), "", 24))
    work = (Deliverable("1", "Page", owner="a"),)
    campaign = replace(Campaign(), approval=chain, deliverables=work, people=(Person("a", "Writer"),))
    assert "approval.only-creator" in rules(campaign)


def test_a_solo_marketer_is_not_told_to_share() -> None:
    tasks = tuple(Task(str(n), f"Task {n}", ("a",), ("a",)) for n in range(8))
    campaign = replace(Campaign(), raci=tasks, people=(Person("a", "Marketer"),))
    assert "raci.overload" not in rules(campaign)


def test_an_unsure_person_is_not_offered_as_the_fix() -> None:
    tasks = (Task("1", "Design", ("x",)),)
    campaign = replace(Campaign(), raci=tasks, people=(Person("x", "Designer TBD"),))
    assert rules(campaign)["raci.no-accountable"].fix is None


def test_the_fix_keeps_one_accountable() -> None:
    finding = rules(broken({"raci.3.A": ("strategist", "sponsor")}))["raci.two-accountable"]
    assert finding.fix is not None
    after = apply(broken({"raci.3.A": ("strategist", "sponsor")}), finding.fix)[0]
    assert get(after, ("raci", "3", "A")) == ("strategist",)


def test_a_weekend_launch_moves_to_monday() -> None:
    finding = rules(broken({"launch_date": date(2026, 11, 7)}))["dates.weekend"]
    assert finding.fix == Put(("launch_date",), date(2026, 11, 9))


def test_two_texts_without_deliverables_may_contradict_too() -> None:
    campaign = replace(
        broken({"deliverables": (), "strategy.objective": "Sell 90 seats by 3 March 2027 with 5 webinars."}),
        technical_requirements=(Line("1", "Register all 3 webinars in the calendar."),),
    )
    assert rules(campaign)["agreement.count"].place == ("technical_requirements", "1", "text")


def test_a_metric_with_a_range_is_left_alone() -> None:
    metric = Metric(
        "1", "Winter services booked", "150", "200 to 240", "services", "Diary", date(2026, 12, 18)
    )
    assert "agreement.target" not in rules(broken({"metrics": (metric,)}))


def test_an_asset_without_a_name_is_spoken_of_by_its_deliverable() -> None:
    campaign = broken({"deliverables.1.assets": (Asset("1", "", "", "Photo", "PNG"),)})
    assert (
        rules(campaign)["required.missing"].message
        == "The asset “Photo” of “Landing page” has no dimensions yet"
    )


def test_an_answer_too_long_to_write_in_can_be_cut() -> None:
    long = "Name the part that is replaced. " * 4000
    found = next(
        each
        for each in check(replace(sample(), strategy=replace(sample().strategy, objective=long)), TODAY)
        if each.rule == "wording.too-long"
    )
    assert found.blocks
    assert found.next_step == "Keep the first 100,000"
    assert found.fix == Put(("strategy", "objective"), long[:100_000])


@pytest.mark.parametrize(
    "text",
    [
        "The chain store offers 20% off. We lend a bike.",
        "The chain store offers 20% off; Wrenfield lends a bike.",
        "Most videos ramble; short ones stand out.",
        "Unlike the chain store nobody waits for a bike.",
        "Two shops.",
    ],
)
def test_a_difference_may_be_told_in_many_words(text: str) -> None:
    campaign = broken({"context.competitive_landscape": text})
    assert "strategy.no-difference" not in {each.rule for each in check(campaign, TODAY)}
