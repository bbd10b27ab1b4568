"""A changed letter is seen (D7): every campaign, client and the settings keep a digest that each edit brings along."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from app.campaign import TEMPLATE, Campaign, Client, Line
from app.change import Batch, Change, Insert, Move, Put, Remove, forget_person
from app.errors import UserError
from app.field import Kind
from app.place import answers
from app.session import Session
from storage.backup import verify
from storage.check import faults_in, refuse_unless_ours
from storage.connection import connect
from storage.damage import find_damaged
from storage.mark import NEWEST
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.conftest import counting
from tests.storage.files import Raw
from tests.workspaces.later import LATER

SCHEMA = schema_of(TEMPLATE)
_EMPTY: dict[Kind, Any] = {
    **dict.fromkeys((Kind.DATE, Kind.NUMBER), None),
    **dict.fromkeys((Kind.PEOPLE, Kind.NAMES), ()),
    Kind.FLAG: True,
    Kind.PICTURE: b"",
}
BUDGET = 1000
"""Bits that are flipped."""


def damaged(path: Path) -> list[tuple[str, str]]:
    with closing(connect(path, "ro")) as connection:
        return [(each.kind, each.id) for each in find_damaged(connection, SCHEMA)]


def _changes(campaign: Campaign) -> list[Change]:
    first, second = campaign.deliverables
    puts = [Put(place, value) for place, _, value in answers(campaign)]
    rows: list[Change] = [
        Insert(("deliverables",), 0, replace(first, id="new")),
        Move(("deliverables", first.id), 1),
        Remove(("deliverables", second.id)),
        Put(("deliverables", first.id), replace(first, name="Other", assets=())),
        Insert(("guardrails", "dos"), 0, Line("l1", "A line")),
        Put(("client",), replace(campaign.client, name="Other")),
        Put(("client",), Client(id="new", name="New")),
        forget_person(campaign, campaign.people[0].id),
        Batch("", (Remove(("deliverables", first.id)), Remove(("deliverables", second.id)))),
        Batch("", tuple(Insert(("questions",), 0, replace(campaign.questions[0], id=f"q{n}")) for n in "ab")),
        Put((), replace(campaign, title="All of it", deliverables=())),
    ]
    return [*puts, *rows]


def test_every_change_and_the_way_back_bring_the_digest_along(session: Session, path: Path) -> None:
    campaign_id = session.add_campaign(full_campaign())
    for change in _changes(session.campaign(campaign_id)):
        session.apply(change, campaign_id)
        assert damaged(path) == []
        while session.can_undo(campaign_id):
            session.undo(campaign_id)
            assert damaged(path) == []


def test_other_answers_of_every_kind(session: Session, path: Path) -> None:
    campaign_id = session.add_campaign(full_campaign())
    for place, field, _ in answers(session.campaign(campaign_id)):
        if not field.nested and not field.required:
            session.apply(Put(place, _EMPTY.get(field.kind, "")), campaign_id)
            assert damaged(path) == [], place
    session.apply(Put(("title",), "Zweite \U0001f600 \ud800 \0 'quoted'"), campaign_id)
    session.put_setting("agency", "Lantern Street \ud800")
    session.put_setting("agency", "Other")
    session.undo()
    session.duplicate(campaign_id, "Again")
    session.remove_campaign(campaign_id, date(2026, 10, 7))
    session.undo()
    assert damaged(path) == []


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE campaign SET strategy_objective = 'Other'", ("campaign", "full")),
        ("UPDATE deliverable SET position = 1 - position", ("campaign", "full")),
        ("DELETE FROM asset WHERE id = (SELECT min(id) FROM asset)", ("campaign", "full")),
        ("UPDATE stage_person SET position = position + 7", ("campaign", "full")),
        ("UPDATE client SET name = name || '!'", ("client", "c1")),
        ("INSERT INTO setting VALUES ('agency', 'Theirs')", ("settings", "")),
    ],
)
def test_what_was_changed_by_another_hand_is_found_and_stays_found(
    filled: Path, sql: str, found: tuple[str, str]
) -> None:
    client = full_campaign().client.id
    wanted = (found[0], client if found[0] == "client" else found[1])
    with Raw(filled) as raw:
        raw.execute(sql)
    assert damaged(filled) == [wanted]
    assert not verify(filled, SCHEMA).good
    with Workspace.open(filled) as workspace:  # editing on is no cure, whatever is edited
        session = Session(Store(workspace), counting())
        session.apply(Put(("title",), "Edited on"), "full")
        session.apply(Put(("client", "name"), "Edited too"), "full")
        session.put_setting("country", "GB")
    assert damaged(filled) == [wanted]


def test_an_upgrade_gives_digests_and_hides_no_damage(filled: Path) -> None:
    with Raw(filled) as raw:
        raw.execute("UPDATE campaign SET strategy_objective = 'Other'")
    Workspace.open(filled, template=LATER).close()
    with closing(connect(filled, "ro")) as connection:
        assert [each.id for each in find_damaged(connection, schema_of(LATER))] == ["full"]


def test_a_flipped_bit_is_reported(tmp_path: Path) -> None:
    """The method of `flips.py`: what changes content and is reported by nobody is less than one in a hundred."""
    path = tmp_path / "w.baton"
    with Workspace.create(path) as workspace:
        store = Store(workspace)
        for number in range(6):
            store.add(replace(full_campaign(), id=f"c{number}"))
        store.put_setting("agency", "Lantern Street")
    with Raw(path) as raw:
        raw.execute("VACUUM")
    whole, meant = path.read_bytes(), _content(path)
    assert _reported(path) == ""
    chance, changed, silent = random.Random(7), 0, 0
    for _ in range(BUDGET):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        if _content(path) != meant:
            changed += 1
            silent += not _reported(path)
    assert changed > BUDGET / 10
    assert silent <= changed / 100


def _content(path: Path) -> Any:
    """All that a person wrote, as another program reads it; the search index and the counters are none of it."""
    names = [table.name for table in SCHEMA.tables] + [table.links for table in SCHEMA.tables if table.people]
    try:
        with Raw(path) as raw:
            raw.text_factory = bytes
            found = {}
            for name in [*names, "setting"]:
                cursor = raw.execute(f'SELECT * FROM "{name}"')
                kept = [
                    at for at, each in enumerate(cursor.description) if each[0] not in ("updated", "digest")
                ]
                found[name] = sorted(repr([row[at] for at in kept]) for row in cursor)
            return found
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return str(error)


def _reported(path: Path) -> str:
    try:
        refuse_unless_ours(path, NEWEST)
        with closing(connect(path, "ro")) as connection:
            connection.execute("PRAGMA cell_size_check=ON")
            faults = [*chain(*faults_in(connection, SCHEMA, NEWEST, "integrity_check"))]
            return " ".join(faults) or " ".join(map(str, find_damaged(connection, SCHEMA)))
    except (UserError, sqlite3.Error) as error:
        return str(error)
