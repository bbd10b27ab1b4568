"""What holds for every campaign: order, one finding a key, the score, volume, and the flaws of real campaigns."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.campaign import Campaign, Person
from app.campaign_file import read_campaign
from app.finding import Finding, Level
from app.place import answers, put
from app.readiness import Score, check, most_useful, score
from tests.app.readiness.sentences import PLACES, TODAY, sample
from tests.shared import campaign_files


def real(part: str) -> dict[str, list[Finding]]:
    """The findings of a real campaign by rule."""
    (path,) = [path for path in campaign_files() if part in path.name]
    by_rule: dict[str, list[Finding]] = {}
    for finding in check(read_campaign(path.read_bytes()), TODAY):
        by_rule.setdefault(finding.rule, []).append(finding)
    return by_rule


def test_equifax_nobody_knows_who_is_accountable() -> None:
    found = real("equifax")
    messages = [finding.message for finding in found["people.uncertain"] if finding.blocks]
    assert any("Accountable (uncertain)" in message for message in messages)
    assert any("Designer TBD" in message for message in messages)
    assert {finding.place[-1] for finding in found["required.missing"]} >= {"owner", "due", "file_type"}


def test_gitlab_metrics_without_numbers() -> None:
    found = real("gitlab")
    missing = {finding.place for finding in found["required.missing"]}
    assert {("metrics", "1", key) for key in ("baseline", "target", "source", "measure_on")} <= missing
    assert [finding.place[1] for finding in found["making.no-place"]] == ["2", "3"]
    assert found["strategy.objective-open"][0].message == "No number and no date. How much, by when?"


def test_kubernetes_rows_without_an_accountable() -> None:
    found = real("kubernetes")
    assert len(found["raci.no-accountable"]) == 5
    assert "approval.no-final" in found
    assert len(found["dates.all-past"]) == 1


def test_aquarium_all_team_and_due_tbd() -> None:
    found = real("aquarium")
    messages = " ".join(finding.message for finding in found["people.uncertain"])
    assert "“All team” is nobody yet" in messages
    assert "or anyone else" in messages
    assert len([each for each in found["wording.placeholder"] if "“TBD”" in each.message]) == 3


@pytest.mark.parametrize(
    "part", ["equifax", "gitlab", "kubernetes", "aquarium", "djangocon", "hogtok", "sourcegraph"]
)
def test_every_real_campaign_has_gaps(part: str) -> None:
    found = [finding for findings in real(part).values() for finding in findings]
    assert any(finding.blocks for finding in found)
    assert len({finding.key for finding in found}) == len(found)


def test_findings_come_in_the_order_of_the_table() -> None:
    for campaign in (Campaign(), *(read_campaign(path.read_bytes()) for path in campaign_files())):
        order = [place for place, _, _ in answers(campaign)]
        exact = [order.index(found.place) for found in check(campaign, TODAY) if found.place in order]
        assert exact == sorted(exact)


def test_score_counts_what_passed() -> None:
    whole = score(sample(), check(sample(), TODAY))
    assert (whole.passed, whole.percent, whole.gaps) == (whole.applicable, 100, 0)
    campaign = put(put(sample(), ("strategy", "objective"), ""), ("launch_date",), date(2026, 11, 8))
    found = [each for each in check(campaign, TODAY) if each.rule in ("required.missing", "dates.weekend")]
    less = score(campaign, found)
    assert (less.applicable - less.passed, less.gaps, less.percent) == (1, 1, 99)


def test_an_empty_campaign_is_hardly_ready() -> None:
    assert score(Campaign(title="x"), check(Campaign(title="x"), TODAY)).percent < 10
    assert Score(0, 0, 0).percent == 100


def test_the_screen_shows_the_gravest_finding_of_a_place() -> None:
    def at(place: str, level: Level, message: str) -> Finding:
        return Finding("x", level, (place,), message, "", "")

    found = (
        at("a", Level.SUGGESTION, "1"),
        at("a", Level.GAP, "2"),
        at("a", Level.GAP, "3"),
        at("b", Level.WARNING, "4"),
    )
    assert {place[0]: finding.message for place, finding in most_useful(found).items()} == {
        "a": "2",
        "b": "4",
    }


@settings(max_examples=60, deadline=None)
@given(place=some.sampled_from(sorted(PLACES)), text=some.text(max_size=60))
def test_any_text_is_read_without_harm(place: str, text: str) -> None:
    campaign = put(replace(sample(), execution="external"), PLACES[place], text)
    found = check(campaign, TODAY)
    assert len({finding.key for finding in found}) == len(found)
    assert 0 <= score(campaign, found).percent <= 100


@pytest.mark.parametrize("piece", ["a", "1 ", "“", "? ", "(", "x@", "many ", "launch on 1 ", "\n", "3 "])
def test_a_megabyte_in_one_field_is_read(piece: str) -> None:
    campaign = put(
        replace(sample(), execution="external"), ("strategy", "objective"), piece * (1_000_000 // len(piece))
    )
    assert any(finding.place == ("strategy", "objective") for finding in check(campaign, TODAY))


def test_ten_thousand_deliverables_are_read() -> None:
    one = replace(sample().deliverables[0], assets=(), specs=())
    many = tuple(replace(one, id=str(number), name=f"Page {number}") for number in range(10_000))
    found = check(replace(sample(), deliverables=many), TODAY)
    assert len(found) == 10_000


def test_no_year_is_too_far() -> None:
    campaign = replace(sample(), launch_date=date.max, people=(Person("x", "?"),))
    assert check(campaign, date.min)
    assert check(replace(campaign, launch_date=date.min), date.max)
