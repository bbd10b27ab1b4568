"""Remedies keep their word: what says it fits fits, each is the smallest of its kind, and each can be undone (L6)."""

from dataclasses import replace
from datetime import date as Day

from hypothesis import given, settings

from app.calendar import Calendar
from app.campaign import Campaign
from app.change import Put, apply
from app.place import get
from app.schedule import Remedy, RemedyKind, detail, headline, plan, remedies, remedies_for_all
from app.schedule.remedies import first_remedy
from tests.app.schedule.plans import TODAY, UK, calendars, campaigns, sample

MANY = settings(max_examples=60, deadline=None)
POSTER = "5"


def poster(**answers: object) -> Campaign:
    campaign = sample()
    for key, value in answers.items():
        campaign, _ = apply(campaign, Put(("deliverables", POSTER, key), value))
    return campaign


def offered(campaign: Campaign) -> dict[tuple[RemedyKind, ...], Remedy]:
    return {each.kinds: each for each in remedies(campaign, POSTER, UK, TODAY)}


# --- properties --------------------------------------------------------------------------------------------------
@MANY
@given(campaigns(), calendars())
def test_what_says_it_fits_fits_and_what_does_not_says_how_much_is_missing(
    campaign: Campaign, calendar: Calendar
) -> None:
    for track in plan(campaign, calendar, TODAY).tracks:
        found = remedies(campaign, track.deliverable, calendar, TODAY)
        assert not (found and track.fits)
        for remedy in found:
            after = remedy.plan.track(track.deliverable)
            assert after is not None
            assert after.spare - after.short_by == remedy.spare
            assert after.fits == remedy.fits
            assert remedy.saves == remedy.spare + track.short_by > 0


@MANY
@given(campaigns(), calendars())
def test_for_all_of_them_together(campaign: Campaign, calendar: Calendar) -> None:
    before = plan(campaign, calendar, TODAY)
    for remedy in remedies_for_all(campaign, calendar, TODAY):
        if remedy.fits:
            assert remedy.plan.short == ()
        else:
            assert remedy.plan.short_by == before.short_by - remedy.saves


@MANY
@given(campaigns(), calendars())
def test_applied_and_undone_is_the_campaign_as_it_was(campaign: Campaign, calendar: Calendar) -> None:
    for track in plan(campaign, calendar, TODAY).short:
        for remedy in remedies(campaign, track.deliverable, calendar, TODAY):
            after, inverse = apply(campaign, remedy.change)
            assert after != campaign
            assert apply(after, inverse)[0] == campaign
            assert remedy.change.label == remedy.title


@MANY
@given(campaigns(1), calendars())
def test_what_fits_comes_first_and_the_first_is_the_mildest(campaign: Campaign, calendar: Calendar) -> None:
    found = remedies(campaign, "d0", calendar, TODAY)
    assert [each.fits for each in found] == sorted((each.fits for each in found), reverse=True)
    fitting = [each for each in found if each.fits]
    assert [each.harm for each in fitting] == sorted(each.harm for each in fitting)
    singles = [each for each in fitting if len(each.kinds) == 1]
    assert first_remedy(campaign, "d0", calendar, TODAY) == (singles[0] if singles else None)


@MANY
@given(campaigns(1), calendars())
def test_no_smaller_lead_round_or_delay_would_do(campaign: Campaign, calendar: Calendar) -> None:
    """Each amount is walked through one by one, from the least."""
    for remedy in remedies(campaign, "d0", calendar, TODAY):
        (first, *_) = remedy.change.changes
        if not remedy.fits or remedy.kinds not in ((RemedyKind.LEAD,), (RemedyKind.ROUNDS,)):
            continue
        assert isinstance(first, Put)
        more = replace(first, value=first.value + 1)
        after = plan(apply(campaign, more)[0], calendar, TODAY).track("d0")
        assert after is not None
        assert not after.fits


# --- the poster of the mock-up -----------------------------------------------------------------------------------
def test_the_poster_that_does_not_fit() -> None:
    campaign = poster(lead_days=5, lead_for="Print and deliver")
    found = plan(campaign, UK, TODAY)
    (track,) = found.short
    assert headline(track) == "“Shop-window poster × 4” does not fit by 2 business days"
    assert detail(track, found) == ("It would have to start on Fri 9 Oct, before the kickoff on Tue 13 Oct.")
    said = [(each.title, each.consequence) for each in remedies(campaign, POSTER, UK, TODAY) if each.fits]
    assert said == [
        ("Use express print", "3 days instead of 5. Fits, with nothing to spare."),
        (
            "Run strategic alignment and accuracy at the same time",
            "Both read the same draft, for every deliverable. Fits, with nothing to spare.",
        ),
        (
            "Skip the accuracy stage",
            "Nobody checks prices, times, part names, technical claims. Fits, with nothing to spare.",
        ),
        ("Plan 1 round of changes fewer", "No day is left for changes. Fits, with nothing to spare."),
        ("Make it in 5 days", "5 days instead of 7: ask whoever makes it. Fits, with 1 day to spare."),
        ("Have it ready 2 days later", "Ready on Tue 10 Nov, after launch."),
    ]


def test_a_track_that_fits_says_nothing() -> None:
    found = plan(sample(), UK, TODAY)
    assert (headline(found.tracks[0]), detail(found.tracks[0], found)) == ("", "")
    assert remedies(sample(), POSTER, UK, TODAY) == ()
    assert remedies_for_all(sample(), UK, TODAY) == ()
    assert remedies(sample(), "gone", UK, TODAY) == ()


def test_where_no_single_cut_is_enough_the_smallest_combination_is() -> None:
    found = offered(poster(lead_days=5, effort_days=14))
    together = found[(RemedyKind.LEAD, RemedyKind.DRAFT)]
    assert (together.fits, together.spare) == (True, 0)
    assert together.title == "Shorten “Express print and delivery” and make it in 9 days"
    cuts = [each for kinds, each in found.items() if len(kinds) == 1 and kinds[0] is not RemedyKind.DUE]
    assert not any(each.fits for each in cuts)


def test_an_earlier_kickoff_is_bound_by_approval_start_and_today() -> None:
    late = replace(poster(lead_days=4), start_date=None, planned_kickoff=Day(2026, 10, 13))
    kickoff = offered(late)[(RemedyKind.KICKOFF,)]
    assert kickoff.title == "Start 1 business day earlier"
    assert kickoff.consequence.startswith("Kickoff on Mon 12 Oct, 2 business days after approval.")
    after, _ = apply(late, kickoff.change)
    assert after.planned_kickoff == Day(2026, 10, 12)
    assert get(after, ("milestones", "2", "date")) == Day(2026, 10, 12)
    assert (RemedyKind.KICKOFF,) not in offered(replace(late, approved_on=Day(2026, 10, 13)))
    assert (RemedyKind.KICKOFF,) not in offered(replace(late, start_date=Day(2026, 10, 13)))
    assert all(RemedyKind.KICKOFF not in each.kinds for each in remedies(late, POSTER, UK, Day(2026, 10, 13)))


def test_a_later_launch_takes_the_milestone_of_that_day_along() -> None:
    unbound = poster(due=None, lead_days=5)
    launch = offered(unbound)[(RemedyKind.LAUNCH,)]
    assert (launch.title, launch.fits) == ("Launch 2 business days later", True)
    assert launch.consequence == "On Wed 11 Nov instead of Mon 9 Nov."
    after, _ = apply(unbound, launch.change)
    assert get(after, ("milestones", "9", "date")) == after.launch_date == Day(2026, 11, 11)


def test_several_that_do_not_fit_are_helped_together() -> None:
    short = replace(sample(), planned_kickoff=Day(2026, 10, 15), start_date=Day(2026, 10, 15))
    assert len(plan(short, UK, TODAY).short) == 2
    found = {each.kinds: each for each in remedies_for_all(short, UK, TODAY)}
    assert found[(RemedyKind.SKIP,)].fits
    assert found[(RemedyKind.SKIP,)].plan.short == ()
    assert found[(RemedyKind.LAUNCH,)].consequence.endswith("Their due dates move along.")
