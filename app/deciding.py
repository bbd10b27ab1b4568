"""Who decides about a deliverable: who answers for it in the RACI table, and who gives the last yes (F2)."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.approvals import final_approver
from app.campaign import Campaign, Deliverable, Task
from app.raci_rows import Rows


@dataclass(frozen=True, slots=True)
class Decision:
    """Person ids: `accountable` answers for the outcome, `last_word` signs it off before launch."""

    accountable: tuple[str, ...] = ()
    last_word: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        return bool(self.accountable or self.last_word)


def who_decides(campaign: Campaign, deliverable: Deliverable, rows: Rows | None = None) -> Decision:
    """`rows` is the table looked up once, where many deliverables are asked about."""
    found = (rows or Rows(campaign)).of(deliverable)
    chain = tuple(stage for stage in campaign.approval if stage.id not in deliverable.without)
    return Decision(_answering(found), final_approver(chain))


def said(campaign: Campaign, decision: Decision) -> str:
    """ "Strategist answers for it, Client sponsor has the last word"; "Nobody decides yet"."""
    roles = {person.id: person.role.strip() or person.name.strip() for person in campaign.people}
    named = [
        (tuple(roles.get(each) or each for each in people), words)
        for people, words in ((decision.accountable, "for it"), (decision.last_word, "the last word"))
    ]
    (accountable, for_it), (last, the_last) = named
    parts = [f"{' and '.join(accountable)} {_verb('answer', accountable)} {for_it}"] if accountable else []
    parts += [f"{' and '.join(last)} {'has' if len(last) == 1 else 'have'} {the_last}"] if last else []
    return ", ".join(parts) or "Nobody decides yet"


def _verb(verb: str, people: tuple[str, ...]) -> str:
    return f"{verb}s" if len(people) == 1 else verb


def _answering(tasks: Iterable[Task]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person for task in tasks for person in task.A))
