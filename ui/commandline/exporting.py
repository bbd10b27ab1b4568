"""`baton export`: campaigns by name or file, any mix of documents and formats, one report."""

import argparse
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from datetime import date as Day
from datetime import time as Clock
from typing import TYPE_CHECKING, Any

from app.campaign import Campaign
from app.documents import Edition
from app.errors import Broken, UserError
from app.field import Doc, Pack
from ui.commandline.desk import Desk, vendor_id
from ui.exports import sweep_left, underway, written

if TYPE_CHECKING:
    from exporters.export import Care, Job, Ordered, Outcome, Report

_SHOWN = 8
"""Characters without a font that are told one by one."""


def export_campaigns(arguments: argparse.Namespace, desk: Desk) -> int:
    """0 when all is written; 2 when one of several could not be, after the others are."""
    # reportlab and python-docx are loaded only when something is to be set: a list or a check must not wait for them.
    from exporters.export import Watch, export_all, targets  # noqa: PLC0415

    (jobs, broken), now = _jobs(arguments, desk), _moment(desk.today)
    watch, care = Watch(step=desk.voice.progress), _care(arguments, desk)
    sweep_left(desk.environ)
    with (
        _said_how(),
        underway(desk.environ).at({path.parent for path in targets(jobs, arguments.to, now)}),
    ):
        done = export_all(jobs, arguments.to, time.sleep, watch, now, care)
    done = replace(done, outcomes=(*done.outcomes, *broken))
    failed = [each for each in done.outcomes if each.error]
    if len(jobs) == 1 and failed and failed[0].error:
        raise failed[0].error
    _answer(done.outcomes, desk)
    for each in failed:
        assert each.error is not None
        desk.voice.fail(UserError(f"{each.title}: {each.error.message}", each.error.hint))
    return 2 if failed else 0


def export_sample(
    sample: Campaign, edition: Edition, arguments: argparse.Namespace, desk: Desk
) -> tuple[dict[str, Any], list[str]]:
    """The documents of the sample, and what there is to say about them."""
    from exporters.export import Order, Watch, export  # noqa: PLC0415

    watch, care = Watch(step=desk.voice.progress), _care(arguments, desk)
    with _said_how(), underway(desk.environ).at([arguments.to]):
        return _told(export(sample, edition, Order(), arguments.to, time.sleep, watch, care=care))


def _care(arguments: argparse.Namespace, desk: Desk) -> "Care":
    from exporters.export import Care, Taken  # noqa: PLC0415

    return Care(written(desk.environ), Taken.REPLACE if arguments.replace else Taken.REFUSE)


@contextmanager
def _said_how() -> Iterator[None]:
    """Files of others are refused with the way to replace them."""
    from exporters.export import Occupied  # noqa: PLC0415

    try:
        yield
    except Occupied as error:
        said = UserError(
            error.message, "Nothing was written: choose another folder, or replace them with --replace."
        )
        said.details, said.more = error.details, error.more
        raise said from None


def _jobs(arguments: argparse.Namespace, desk: Desk) -> tuple[list["Job"], list["Outcome"]]:
    """A job a campaign, also where it is named twice; all are found before one is exported. A broken one stops no other."""
    from exporters.export import Outcome  # noqa: PLC0415 - as above

    found, broken = {}, []
    for named in arguments.campaigns:
        try:
            found[named] = _job(named, arguments, desk)
        except Broken as error:
            if len(arguments.campaigns) == 1:
                raise
            broken.append(Outcome(error.title, None, error))
    return list({job.campaign.id or named: job for named, job in found.items()}.values()), broken


def _job(named: str, arguments: argparse.Namespace, desk: Desk) -> "Job":
    from exporters.export import Job, Order  # noqa: PLC0415

    with desk.campaign(named, arguments.workspace) as (campaign, workspace):
        edition = desk.edition(campaign, workspace, arguments.agency, arguments.language)
        order = Order(
            tuple(_ordered(each) for each in arguments.documents),
            arguments.formats,
            arguments.paper or desk.paper(workspace),
            arguments.allow_overflow,
            embed_fonts=not arguments.no_fonts,
            fields=arguments.fields,
            csv_form=arguments.tasks,
            vendor=vendor_id(campaign, arguments.vendor),
            standards=desk.standards(workspace),
        )
    return Job(campaign, edition, order)


def _ordered(name: str) -> "Ordered":
    from exporters.export import Bundle  # noqa: PLC0415

    kinds: tuple[Ordered, ...] = (*Doc, *Pack, *Bundle)
    return next(kind for kind in kinds if kind.value == name)


def _moment(today: Day) -> datetime:
    """Now; noon on another day when the command is to be as on that day."""
    now = datetime.now(UTC)
    return now if today == Day.today() else datetime.combine(today, Clock(12), UTC)


# --- what to say -------------------------------------------------------------------------------------------------
def _answer(outcomes: Sequence["Outcome"], desk: Desk) -> None:
    told = [(each.title, *_told(each.report)) for each in outcomes if each.report]
    if len(outcomes) == 1:
        desk.voice.answer(told[0][1], *told[0][2])
        return
    failed = [
        {"title": each.title, "error": each.error.message, "hint": each.error.hint}
        for each in outcomes
        if each.error
    ]
    lines = [line for title, _, said in told for line in (f"{title}:", *said)]
    desk.voice.answer(
        {"campaigns": [{"title": title, **data} for title, data, _ in told], "failed": failed}, *lines
    )


def _told(done: "Report") -> tuple[dict[str, Any], list[str]]:
    count = "1 answer is" if done.missing == 1 else f"{done.missing} answers are"
    notes = [f"{count} missing; the documents say which."] if done.missing else []
    notes += [f"The brief is {done.overflow}"] if done.overflow else []
    if done.unprintable:
        notes.append(f"No font here has {_characters(done.unprintable)}; shown as code points.")
    data = {
        "files": [str(path) for path in done.files],
        "missing": done.missing,
        "overflow": done.overflow,
        "unprintable": [f"U+{ord(char):04X}" for char, _ in done.unprintable],
    }
    return data, [*(f"Wrote {path}" for path in done.files), *notes]


def _characters(unprintable: tuple[tuple[str, int], ...]) -> str:
    more = " …" if len(unprintable) > _SHOWN else ""
    return ", ".join(f"U+{ord(char):04X}" for char, _ in unprintable[:_SHOWN]) + more
