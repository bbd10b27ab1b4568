"""What each command does; the exit code is what it returns."""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import resources
from app.campaign import TEMPLATE, Campaign
from app.campaign_file import read_campaign
from app.errors import UserError
from app.finding import Finding, Level
from app.place import label
from app.readiness import check
from app.settings import AGENCY, COUNTRY
from app.stranger import questions_of_a_stranger
from app.words import where
from storage.backup_folder import Why, backups_in
from storage.contents import contents
from storage.deleted import listed
from storage.listing import list_campaigns
from storage.location import backups_of
from storage.restoring import restore
from storage.schema import schema_of
from storage.verifying import verify
from storage.workspace import Workspace
from ui.campaign_files import read_file, refuse_too_many
from ui.commandline.desk import Desk, named_one, vendor_id
from ui.commandline.exporting import export_campaigns, export_sample
from ui.commandline.planning import show_plan
from ui.exports import underway

SAMPLE = "winter-service-weeks.json"
SAMPLE_AGENCY = "Lantern Street"


def import_files(arguments: argparse.Namespace, desk: Desk) -> int:
    """All files are read before one is taken in, and all are taken in together or none."""
    campaigns = []
    refuse_too_many(len(arguments.files))
    for number, path in enumerate(arguments.files):
        desk.voice.progress(number, len(arguments.files), path.name)
        campaigns.append(read_file(path))
    with desk.workspace(arguments.workspace, readonly=False, create=True) as workspace:
        folder = backups_of(workspace.path)
        if list_campaigns(workspace.connection, archived=None, limit=1):
            workspace.backup(folder, datetime.now(), Why.IMPORT)
        ids = desk.session(workspace).add_campaigns(campaigns)
        _back_up_after(workspace, folder, desk)
    taken = [{"id": row_id, "title": each.title} for row_id, each in zip(ids, campaigns, strict=True)]
    desk.voice.answer(taken, *(f"Imported {each['title']} ({each['id']})" for each in taken))
    return 0


def _back_up_after(workspace: Workspace, folder: Path, desk: Desk) -> None:
    """What was taken in is in the workspace, whether there is room for a backup or not."""
    try:
        workspace.automatic_backup(folder, datetime.now(), lambda _: None)
    except UserError as error:
        desk.voice.fail(error)


def list_all(arguments: argparse.Namespace, desk: Desk) -> int:
    if arguments.deleted:
        return _list_deleted(arguments, desk)
    with desk.workspace(arguments.workspace) as workspace:
        rows = list_campaigns(workspace.connection, archived=None)
    lines = [
        "  ".join((row.id, row.title, row.client or "no client", str(row.launch_date or "no launch date")))
        for row in rows
    ]
    desk.voice.answer(
        [row._asdict() for row in rows], *(lines or ["No campaigns yet. Try: baton import FILE"])
    )
    return 0


def _list_deleted(arguments: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(arguments.workspace) as workspace:
        rows = listed(workspace.connection)
    data = [
        {
            "id": row.id,
            "title": row.title,
            "client": row.client,
            "deleted": row.day,
            "days_left": row.days_left(desk.today),
        }
        for row in rows
    ]
    lines = [
        f"{row.id}  {row.title}  {row.client or 'no client'}  deleted {row.day}, {_left(row.days_left(desk.today))}"
        for row in rows
    ]
    desk.voice.answer(data, *(lines or ["Nothing is in Deleted."]))
    return 0


def _left(days: int) -> str:
    return "1 day left" if days == 1 else f"{days} days left"


def undelete(arguments: argparse.Namespace, desk: Desk) -> int:
    """As it was, with its client."""
    with desk.workspace(arguments.workspace, readonly=False) as workspace:
        rows = listed(workspace.connection)
        row_id = named_one(arguments.campaign, rows, hint="See baton list --deleted.")
        desk.session(workspace).restore_campaign(row_id)
    title = next(row.title for row in rows if row.id == row_id)
    desk.voice.answer({"id": row_id, "title": title}, f"Brought back {title} ({row_id})")
    return 0


def check_one(arguments: argparse.Namespace, desk: Desk) -> int:
    with desk.campaign(arguments.campaign, arguments.workspace) as (saved, workspace):
        campaign = desk.effective(saved, workspace)
        if arguments.stranger:
            return _ask(
                campaign, questions_of_a_stranger(campaign, vendor_id(campaign, arguments.vendor)), desk
            )
        findings = check(campaign, desk.today, calendar=desk.calendar(campaign, workspace))
    blocking = sum(1 for each in findings if each.blocks)
    end = (
        f"{len(findings)} findings, {blocking} of them before it can be approved."
        if findings
        else "Nothing is open."
    )
    _list(campaign, findings, end, desk)
    return 1 if blocking else 0


def _ask(campaign: Campaign, questions: Sequence[Finding], desk: Desk) -> int:
    """What a stranger would have to ask; 1 when it is more than suggestions."""
    count = len(questions)
    things = "1 thing" if count == 1 else f"{count} things"
    end = f"A stranger would have to ask about {things}." if questions else "A stranger could start at once."
    _list(campaign, questions, end, desk)
    return 1 if any(each.level is not Level.SUGGESTION for each in questions) else 0


def _list(campaign: Campaign, findings: Sequence[Finding], end: str, desk: Desk) -> None:
    lines = [line for each in findings for line in _finding_lines(campaign, each)]
    desk.voice.answer([_finding_data(campaign, each) for each in findings], *lines, end)


def _finding_lines(campaign: Campaign, each: Finding) -> tuple[str, str]:
    return (
        f"{each.level:<10}  {where(campaign, each.place)}: {each.message}",
        f"{'':<12}{each.why} {each.next_step}.",
    )


def _finding_data(campaign: Campaign, each: Finding) -> dict[str, Any]:
    return {
        "rule": each.rule,
        "level": each.level.value,
        "blocks": each.blocks,
        "place": label(each.place),
        "where": where(campaign, each.place),
        "message": each.message,
        "why": each.why,
        "next_step": each.next_step,
    }


def verify_file(arguments: argparse.Namespace, desk: Desk) -> int:
    report = verify(desk.workspace_path(arguments.workspace), schema_of(TEMPLATE))
    checksum = {
        None: "No checksum beside it.",
        True: "The checksum agrees.",
        False: "The checksum does not agree.",
    }
    other = not report.faults and report.checksum is not False
    state = "whole" if report.good else "not as Baton made it" if other else "damaged"
    lines = [f"{report.path}: {state}, schema version {report.version}."]
    lines += [*report.faults, *report.changes, checksum[report.checksum]]
    desk.voice.answer(json.loads(json.dumps(asdict(report), default=str)), *lines)
    return 0 if report.good else 1


def backup_file(arguments: argparse.Namespace, desk: Desk) -> int:
    """What is in it but not as Baton wrote it is said: it is no good backup of that."""
    path = desk.workspace_path(arguments.workspace)
    folder = arguments.to or backups_of(path)
    with desk.workspace(arguments.workspace) as workspace, underway(desk.environ).at([folder]):
        made = workspace.backup(folder, datetime.now(), Why.HAND)
    changed = verify(made, schema_of(TEMPLATE)).faults
    desk.voice.answer({"backup": str(made), "faults": changed}, f"Backed up to {made}", *changed)
    return 0


def list_backups(arguments: argparse.Namespace, desk: Desk) -> int:
    """Those of the workspace, newest first, each with what is inside or what is wrong with it."""
    folder = backups_of(desk.workspace_path(arguments.workspace))
    schema, found, lines = schema_of(TEMPLATE), [], []
    for backup in backups_in(folder):
        told: dict[str, Any] = {"backup": str(backup.path), "made": f"{backup.taken:%Y-%m-%d %H:%M}"}
        told |= {"why": backup.why.value or "automatic", "bytes": backup.size}
        try:
            inside = contents(backup.path, schema)
            told |= {"whole": True, "campaigns": inside.campaigns, "deleted": inside.deleted}
            told["last_edited"] = inside.title
            last = _campaigns(inside.campaigns) + (f", {inside.deleted} in Deleted" if inside.deleted else "")
            last += f", last edited: {inside.title}" if inside.title else ""
        except UserError as error:
            told |= {"whole": False, "fault": error.message}
            last = error.message
        found.append(told)
        lines.append("  ".join((told["made"], told["why"], last, str(backup.path))))
    desk.voice.answer(found, *(lines or [f"No backups yet in {folder}. Try: baton backup"]))
    return 0


def _campaigns(count: int) -> str:
    return "1 campaign" if count == 1 else f"{count} campaigns"


def restore_file(arguments: argparse.Namespace, desk: Desk) -> int:
    """A checked backup takes the place of the workspace; what was there is backed up and stays beside it."""
    target = desk.workspace_path(arguments.workspace)
    kept = restore(arguments.backup, target, schema_of(TEMPLATE), datetime.now())
    altered = verify(target, schema_of(TEMPLATE)).altered
    lines = [
        f"Restored {target} from {arguments.backup}",
        *([f"What was there is now {kept}"] if kept else []),
        *altered,
    ]
    answer = {"workspace": str(target), "kept": str(kept) if kept else None, "faults": list(altered)}
    desk.voice.answer(answer, *lines)
    return 0


def demo(arguments: argparse.Namespace, desk: Desk) -> int:
    """The sample workspace and its documents; a sample that is there already is kept as it is."""
    path = arguments.to / "sample.baton"
    sample = read_campaign((resources.ROOT / SAMPLE).read_bytes())
    with desk.workspace(path, readonly=False, create=True) as workspace:
        if not list_campaigns(workspace.connection, archived=None):
            session = desk.session(workspace)
            session.put_setting(AGENCY, SAMPLE_AGENCY)
            session.put_setting(COUNTRY, "GB")
            session.add_campaign(sample)
        edition = desk.edition(sample, workspace)
    data, lines = export_sample(sample, edition, arguments, desk)
    desk.voice.answer({"workspace": str(path), **data}, f"Workspace {path}", *lines)
    return 0


DO: dict[str, Callable[[argparse.Namespace, Desk], int]] = {
    "import": import_files,
    "list": list_all,
    "undelete": undelete,
    "check": check_one,
    "plan": show_plan,
    "export": export_campaigns,
    "verify": verify_file,
    "backup": backup_file,
    "backups": list_backups,
    "restore": restore_file,
    "demo": demo,
}
