"""Where a campaign is and whose turn it is: what the campaign list says in one row (UX: readiness, relay, baton with)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date as Day

from app.campaign import Campaign
from app.finding import Finding, Level
from app.pages import PAGES, Page, answered, page_of, pages_of
from app.standing import STEPS, Due, Standing


def standing(campaign: Campaign, findings: tuple[Finding, ...], today: Day) -> Standing:
    """Everything the list shows of a campaign; linear in its size."""
    # The rules are heavy and not needed to say which step is open: the first window is painted without them.
    from app.readiness import score  # noqa: PLC0415

    shares = [share(campaign, step) for step in range(1, len(STEPS) + 1)]
    step = next((number for number, done in enumerate(shares, 1) if done < 1), len(STEPS))
    due = next_due(campaign, today)
    found = score(campaign, findings)
    return Standing(step, shares[step - 1], found.percent, found.gaps, due, _role(campaign, due))


def share(campaign: Campaign, step: int) -> float:
    """How much of a step is answered, 0 to 1; pages left for later count as open."""
    counts = [answered(campaign, each) for each in pages_of(step)]
    return sum(done for done, _ in counts) / sum(total for _, total in counts)


def open_page(campaign: Campaign) -> Page:
    """The first page with an open question that was not left for later: where the guide goes on."""
    unanswered = [each for each in PAGES if answered(campaign, each)[0] < answered(campaign, each)[1]]
    return next(
        (each for each in unanswered if each.key not in campaign.later),
        unanswered[0] if unanswered else PAGES[0],
    )


def gaps_by_step(findings: tuple[Finding, ...]) -> dict[int, int]:
    """How many findings keep each step from being done; steps without any are left out."""
    return dict(Counter(found.step for found in _broken(findings)))


def broken_pages(findings: tuple[Finding, ...]) -> frozenset[str]:
    """Keys of the pages that are not done, however much is answered on them."""
    return frozenset(found.key for found in _broken(findings))


def _broken(findings: tuple[Finding, ...]) -> Iterator[Page]:
    """The page of every finding that is more than a suggestion."""
    for each in findings:
        found = page_of(each.place)
        if each.level is not Level.SUGGESTION and found:
            yield found


def next_due(campaign: Campaign, today: Day) -> Due | None:
    """The first thing due from today on; when all is over, the last that was."""
    dues = sorted(_dues(campaign), key=lambda due: (due.day, due.words))
    return next((due for due in dues if due.day >= today), dues[-1] if dues else None)


def _dues(campaign: Campaign) -> Iterator[Due]:
    for deliverable in campaign.deliverables:
        if deliverable.due:
            yield Due(deliverable.due, deliverable.name, deliverable.owner, ("deliverables", deliverable.id))
    for milestone in campaign.milestones:
        if milestone.date:
            yield Due(milestone.date, milestone.name, milestone.owner, ("milestones", milestone.id))
    for checkpoint in campaign.checkpoints:
        if checkpoint.date:
            words = f"{checkpoint.percent or 0}% checkpoint"
            yield Due(checkpoint.date, words, checkpoint.owner, ("checkpoints", checkpoint.id))
    if campaign.launch_date:
        yield Due(campaign.launch_date, "Launch", "", ("launch_date",))


def _role(campaign: Campaign, due: Due | None) -> str:
    person = next((each for each in campaign.people if due and each.id == due.owner), None)
    return (person.role or person.name) if person else ""
