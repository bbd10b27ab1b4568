"""`baton plan`: the plan back from launch as a table, and what does not fit."""

import argparse
from typing import Any

from app.campaign import Campaign
from app.saying import business_days_in_words
from app.schedule import Mark, Plan, Segment, Track, plan
from ui.commandline.desk import Desk

_HEADS = ("From", "To", "Days", "Work")


def show_plan(arguments: argparse.Namespace, desk: Desk) -> int:
    """0 when everything fits, 1 when something does not or cannot be planned."""
    with desk.campaign(arguments.campaign, arguments.workspace) as (campaign, workspace):
        found = plan(campaign, desk.calendar(campaign, workspace), desk.today)
    desk.voice.answer(_data(campaign, found), *_lines(found))
    return 1 if found.short or any(remark.unplanned for remark in found.remarks) else 0


# --- for people --------------------------------------------------------------------------------------------------
def _lines(found: Plan) -> list[str]:
    lines = [f"{mark.day}  {mark.label}" for mark in found.marks]
    for track in found.tracks:
        lines += ["", _head(track), *_table(track.segments)]
    remarks = [remark.message for remark in found.remarks]
    return [*lines, *([""] if lines and remarks else []), *remarks, *_end(found)]


def _head(track: Track) -> str:
    fits = f"{business_days_in_words(track.short_by)} short" if not track.fits else f"{track.spare} to spare"
    owner = f", {track.owner}" if track.owner else ""
    return f"{track.name or 'Without a name'}{owner}: {fits}"


def _table(segments: tuple[Segment, ...]) -> list[str]:
    rows = [
        (str(each.first), str(each.last), f"{each.days}{'*' if each.assumed else ''}", each.label)
        for each in segments
    ]
    widths = [max(len(row[at]) for row in (_HEADS, *rows)) for at in range(3)]
    return [
        "  " + "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]))
        for row in (_HEADS, *rows)
    ]


def _end(found: Plan) -> list[str]:
    lines = ["", "* the usual number: the campaign does not say"] if _assumed(found) else []
    if found.short:
        lines += [
            "",
            f"{len(found.short)} of {len(found.tracks)} do not fit, the worst by {business_days_in_words(found.short_by)}.",
        ]
    if found.latest_kickoff:
        lines.append(f"Latest kickoff on which everything fits: {found.latest_kickoff}.")
    return lines


def _assumed(found: Plan) -> bool:
    return any(segment.assumed for track in found.tracks for segment in track.segments)


# --- for machines ------------------------------------------------------------------------------------------------
def _data(campaign: Campaign, found: Plan) -> dict[str, Any]:
    return {
        "campaign": campaign.title,
        "launch": found.launch,
        "begins": found.begins,
        "latest_kickoff": found.latest_kickoff,
        "short_by": found.short_by,
        "days_to_kickoff": found.gap.days if found.gap else None,
        "marks": [_mark(each) for each in found.marks],
        "tracks": [_track(each) for each in found.tracks],
        "remarks": [{"reason": each.reason.value, "message": each.message} for each in found.remarks],
    }


def _mark(mark: Mark) -> dict[str, Any]:
    return {"kind": mark.kind.value, "day": mark.day, "label": mark.label}


def _track(track: Track) -> dict[str, Any]:
    return {
        "deliverable": track.deliverable,
        "name": track.name,
        "owner": track.owner,
        "starts": track.starts,
        "ends": track.ends,
        "spare": track.spare,
        "short_by": track.short_by,
        "segments": [
            {
                "kind": each.kind.value,
                "first": each.first,
                "last": each.last,
                "days": each.days,
                "label": each.label,
                "assumed": each.assumed,
            }
            for each in track.segments
        ],
    }
