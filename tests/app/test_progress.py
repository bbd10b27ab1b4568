"""The row of the campaign list: step, readiness, next due and who holds the baton."""

from dataclasses import replace
from datetime import date as Day

from app.campaign import Campaign, Checkpoint, Deliverable, Metric, Milestone, Person, Strategy
from app.finding import Finding, Level
from app.pages import page
from app.progress import broken_pages, gaps_by_step, next_due, open_page, share, standing

LEAD = Person(id="lead", role="Content lead")
CAMPAIGN = Campaign(
    title="Spring",
    launch_date=Day(2026, 4, 14),
    people=(LEAD,),
    deliverables=(Deliverable(id="1", name="Post", owner="lead", due=Day(2026, 3, 20)),),
    milestones=(Milestone(id="1", name="Drafts", date=Day(2026, 3, 6)),),
    checkpoints=(Checkpoint(id="1", percent=25, date=Day(2026, 3, 20)),),
)
GAP = Finding("required", Level.GAP, ("deliverables", "1", "serves"), "m", "w", "n")


def test_what_is_due_next_and_who_has_it() -> None:
    due = next_due(CAMPAIGN, Day(2026, 3, 7))
    assert due is not None
    assert (due.words, due.day) == ("25% checkpoint", Day(2026, 3, 20))
    assert standing(replace(CAMPAIGN, checkpoints=()), (), Day(2026, 3, 7)).holder == "Content lead"


def test_after_the_last_date_the_last_one_is_named() -> None:
    due = next_due(CAMPAIGN, Day(2027, 1, 1))
    assert due is not None
    assert due.words == "Launch"
    assert next_due(Campaign(title="x"), Day(2027, 1, 1)) is None


def test_the_baton_is_at_the_first_open_step() -> None:
    empty = standing(Campaign(title="x"), (), Day(2026, 1, 1))
    assert (empty.step, empty.within, empty.holder) == (1, 0.0, "")
    strategy = Strategy("Book 240", "Riders", "Service it", "Second of three", "Bookings")
    begun = replace(CAMPAIGN, strategy=strategy, metrics=(Metric(id="1", name="Bookings"),))
    assert 0.5 <= share(begun, 1) < 1
    assert open_page(begun) is page("context")
    assert open_page(replace(begun, later=("context",))) is page("success")


def test_a_gap_lowers_readiness_and_stands_at_its_step() -> None:
    clean, gapped = (standing(CAMPAIGN, found, Day(2026, 3, 7)) for found in ((), (GAP,)))
    assert clean.ready == 100
    assert gapped.ready < 100
    assert gapped.gaps == 1
    assert gaps_by_step((GAP,)) == {2: 1}


def test_a_suggestion_leaves_a_step_done_and_a_warning_does_not() -> None:
    advice, warning = (replace(GAP, level=level) for level in (Level.SUGGESTION, Level.WARNING))
    assert gaps_by_step((advice,)) == {}
    assert broken_pages((advice,)) == frozenset()
    assert gaps_by_step((advice, warning, GAP)) == {2: 2}
    assert broken_pages((warning,)) == {"deliverables"}
