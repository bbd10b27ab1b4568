"""Workspaces of many campaigns, made once in a run: small campaigns of a few dozen answers, and one that is whole."""

import itertools
import random
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import resources
from app.campaign import Campaign, Client, Context, Deliverable, Milestone, Person, Strategy
from app.campaign_file import read_campaign
from app.session import identified
from storage import saving
from storage.workspace import Workspace

MANY = 10_000
FEW = 100
CLIENTS = 200
WHOLE = "whole"
"""The id of the campaign that has every list filled."""
TODAY = Day(2026, 10, 12)
_WORDS = [
    "autumn",
    "bakery",
    "bicycle",
    "brake",
    "calendar",
    "campaign",
    "city",
    "coffee",
    "counter",
    "courier",
    "customer",
    "delivery",
    "dinner",
    "discount",
    "evening",
    "family",
    "flour",
    "garden",
    "handover",
    "harvest",
    "invitation",
    "journey",
    "kitchen",
    "ladder",
    "lantern",
    "letter",
    "linen",
    "market",
    "member",
    "morning",
    "museum",
    "newsletter",
    "opening",
    "orchard",
    "paper",
    "parcel",
    "picture",
    "poster",
    "printer",
    "programme",
    "purpose",
    "quarter",
    "reader",
    "recipe",
    "repair",
    "river",
    "season",
    "service",
    "shelf",
    "shop",
    "signal",
    "spring",
    "station",
    "story",
    "summer",
    "ticket",
    "timetable",
    "tour",
    "tram",
    "travel",
    "vendor",
    "village",
    "visitor",
    "volunteer",
    "wheel",
    "window",
    "winter",
    "workshop",
    "yarn",
]


@cache
def _folder() -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="baton-bench-")


@cache
def workspace(count: int) -> Path:
    """A closed workspace of so many campaigns, in a folder that goes when the run ends."""
    path = Path(_folder().name) / f"{count}.baton"
    dice = random.Random(count)
    with Workspace.create(path) as made, made.transaction() as db:
        db.execute("PRAGMA cache_size=-200000")
        clients = [Client(id=f"client{number}", name=_words(dice, 2)) for number in range(CLIENTS)]
        for client in clients:
            saving.put_client(db, made.schema, client)
        for number in range(count - 1):
            saving.insert_campaign(db, made.schema, _small(dice, f"c{number:05}", clients))
        saving.insert_campaign(db, made.schema, replace(sample(), client=clients[0]))
        db.execute("UPDATE campaign SET updated = rowid")
    return path


@cache
def sample() -> Campaign:
    """The sample campaign with ids, as every document shows it."""
    numbers = itertools.count()
    read = read_campaign((resources.ROOT / "winter-service-weeks.json").read_bytes())
    found: Campaign = identified(read, lambda: f"n{next(numbers)}")
    return replace(found, id=WHOLE)


def _small(dice: random.Random, row_id: str, clients: list[Client]) -> Campaign:
    launch = TODAY + timedelta(days=dice.randrange(-60, 200))
    return Campaign(
        id=row_id,
        title=_words(dice, 3).capitalize(),
        client=dice.choice(clients),
        archived=dice.random() < 0.1,
        launch_date=launch,
        strategy=Strategy(objective=_words(dice, 12), key_message=_words(dice, 8), audience=_words(dice, 6)),
        context=Context(business_context=_words(dice, 10)),
        people=(Person(id="p", role="Writer"),),
        deliverables=(
            Deliverable(id="d", name=_words(dice, 2), owner="p", due=launch - timedelta(days=9)),
            Deliverable(id="e", name=_words(dice, 2), due=launch - timedelta(days=5)),
        ),
        milestones=(Milestone(id="m", name=_words(dice, 2), date=launch - timedelta(days=20)),),
    )


def _words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(_WORDS, k=count))
