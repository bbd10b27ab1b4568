"""Deleted for good: not one word of it is in the file, in memory, or unsaid of the backups."""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date as Day
from datetime import datetime
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Any

import pytest

from app.campaign import TEMPLATE, Brand, Campaign, Client
from app.change import Batch, Insert, Put, Remove
from app.errors import UserError
from app.field import Kind, fields_of
from app.place import WORKSPACE, answers
from app.session import Session
from app.steps import GONE
from app.unread import UNREAD
from storage import digests, purging, search
from storage.backup import back_up, verify
from storage.backup_folder import Why
from storage.board import Board
from storage.connection import Connection
from storage.copies import holding
from storage.listing import list_campaigns
from storage.purging import Gone, purge
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign

TODAY = Day(2026, 12, 1)
WORDS = (Kind.LINE, Kind.TEXT, Kind.WHEN)


class Canaries:
    """Words that stand nowhere else, and what is left of them where their beginnings are shared or cut."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self.sung: list[str] = []

    def sing(self) -> str:
        word = "".join(self._random.choices("bcdfghjklmnpqrstvwxz", k=14))
        self.sung.append(word)
        return word.capitalize()

    def fill(self, node: Any) -> Any:
        """The same campaign, each text of it a word or a few."""
        said: dict[str, Any] = {}
        for each in fields_of(type(node)):
            value = getattr(node, each.key)
            if each.kind in WORDS:
                said[each.key] = " ".join(self.sing() for _ in range(self._random.randint(1, 3)))
            elif each.kind is Kind.PICTURE:
                said[each.key] = value + self.sing().lower().encode()
            elif each.kind is Kind.PART:
                said[each.key] = self.fill(value)
            elif each.rows is not None:
                said[each.key] = tuple(self.fill(row) for row in value)
        return replace(node, **said)

    def heard(self, *paths: Path) -> list[str]:
        """Those of which a part is in a file: the index keeps words in small letters, each without what it shares with
        the word before it."""
        data = b"".join(path.read_bytes() for path in paths).lower()
        return [word for word in self.sung if word[4:].encode() in data or word[:10].encode() in data]


def lived(session: Session, canaries: Canaries, seed: int) -> str:
    """A campaign of canaries that has been worked on: rewritten, lists thinned out, taken back and done again."""
    made = canaries.fill(full_campaign(rows=Random(seed).randint(1, 4)))
    campaign_id = session.add_campaign(
        replace(made, id="", client=replace(made.client, id="", name=f"Client {seed}"))
    )
    for place, field, _ in list(answers(session.campaign(campaign_id)))[seed % 5 :: 5]:
        if field.kind in WORDS and place[0] != "client":
            session.apply(Put(place, canaries.sing()), campaign_id)
    row = session.campaign(campaign_id).deliverables[0]
    session.apply(Remove(("deliverables", row.id)), campaign_id)
    session.undo(campaign_id)
    session.apply(Batch("Again", (Insert(("deliverables",), 0, replace(row, id="again")),)), campaign_id)
    session.undo(campaign_id)
    return campaign_id


@pytest.mark.parametrize("seed", range(20))
def test_no_word_is_left_in_the_file(path: Path, seed: int) -> None:
    with Workspace.create(path) as workspace:
        session, gone, stays = (
            Session(Store(workspace), lambda: secrets.token_hex(6)),
            Canaries(seed),
            Canaries(900 + seed),
        )
        others = [lived(session, stays, 100 + seed * 3 + number) for number in range(2)]
        campaign_id = lived(session, gone, seed)
        session.remove_campaign(campaign_id, TODAY)
        session.undo()
        session.remove_campaign(campaign_id, TODAY)
        others.append(lived(session, stays, 200 + seed))
        own = [word for word in gone.sung if word.encode() not in b"".join(_brand(session, campaign_id))]
        assert gone.heard(path)
        session.forget(*purge(workspace, [campaign_id]))
        assert not set(gone.heard(path)) & set(own)
        assert not [word for word in own if word.capitalize() in repr(session._histories)]
        assert [Store(workspace).load(each).id for each in others] == others
        assert all(Store(workspace).find(session.campaign(each).title) for each in others)
    assert verify(path, schema_of(TEMPLATE)).good


def _brand(session: Session, campaign_id: str) -> Iterator[bytes]:
    """What the client keeps when the campaign goes."""
    for client in session.clients():
        for _, _, value in answers(client):
            yield value.lower() if isinstance(value, bytes) else str(value).lower().encode("utf-8", "replace")


@pytest.mark.parametrize("seed", range(5))
def test_a_client_goes_with_its_campaigns_its_brand_and_its_logo(path: Path, seed: int) -> None:
    with Workspace.create(path) as workspace:
        session, gone = Session(Store(workspace), lambda: secrets.token_hex(6)), Canaries(seed)
        first = lived(session, gone, seed)
        client_id = session.campaign(first).client.id
        session.apply(Put(("client", "name"), gone.sing()), first)
        second = session.duplicate(first, gone.sing())
        session.remove_campaign(second, TODAY)
        other = session.add_campaign(Campaign(title="Other"))
        session.apply(Put(("client",), session.campaign(first).client), other)
        session.undo(other)
        session.forget(*purge(workspace, [first, second], [client_id]))
        assert gone.heard(path) == []
        assert not [word for word in gone.sung if word.capitalize() in repr(session._histories)]
        assert [client.name for client in session.clients()] == [""]
        assert Store(workspace).load(other).title == "Other"


def test_a_client_does_not_go_while_another_campaign_is_for_it(
    workspace: Workspace, session: Session
) -> None:
    first = session.add_campaign(Campaign(title="1", client=Client(name="Harbour")))
    second = session.add_campaign(Campaign(title="2", client=Client(name="Harbour")))
    client_id = session.campaign(first).client.id
    with pytest.raises(UserError, match="Another campaign"):
        purge(workspace, [first], [client_id])
    assert sorted(row.id for row in list_campaigns(workspace.connection)) == [first, second]


def test_what_was_kept_beside_a_campaign_goes_with_it(workspace: Workspace, session: Session) -> None:
    """Settings that name it, and where it stands."""
    campaign_id = session.add_campaign(Campaign(title="1"))
    session.put_setting(f"unread {campaign_id} launch_date", "next Friday")
    session.put_setting("agency", "Lantern Street")
    purge(workspace, [campaign_id])
    assert workspace.connection.all("SELECT key FROM setting") == [("agency",)]
    assert digests.settings_agree(workspace.connection)
    assert verify(workspace.path, workspace.schema).good


def test_undo_goes_as_far_as_that_and_no_further_at_once(workspace: Workspace, session: Session) -> None:
    session.put_setting("agency", "Lantern Street")
    campaign_id = session.add_campaign(Campaign(title="1"))
    session.apply(Put(("title",), "2"), campaign_id)
    session.remove_campaign(campaign_id, TODAY)
    session.forget(*purge(workspace, [campaign_id]))
    assert session.undo() == GONE
    assert not session.can_redo()
    assert session.undo() == ("settings", "agency")
    assert not session.can_undo()
    with pytest.raises(KeyError):
        session.restore_campaign(campaign_id)


def test_a_crash_before_the_file_is_swept_is_made_up_for(
    workspace: Workspace, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    canaries = Canaries(1)
    campaign_id = lived(session, canaries, 1)
    client_id = session.campaign(campaign_id).client.id
    with monkeypatch.context() as patch:
        patch.setattr(purging, "_sweep", _die)
        with pytest.raises(KeyboardInterrupt):
            purge(workspace, [campaign_id], [client_id])
    assert list_campaigns(workspace.connection, archived=None) == []
    assert purging.expire(workspace, TODAY, before=_die) == Gone((), ())
    assert canaries.heard(workspace.path) == []
    assert workspace.connection.all("SELECT name FROM state WHERE name = 'unswept'") == []


def _die(*_: object) -> None:
    raise KeyboardInterrupt


def test_the_index_alone_would_keep_words(
    workspace: Workspace, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FTS5 does, in the SQLite at hand: the day it does not, it need not be made anew."""
    monkeypatch.setattr(search, "rebuild", lambda _: None)
    canaries = Canaries(3)
    campaign_id = lived(session, canaries, 3)
    purge(workspace, [campaign_id], [session.campaign(campaign_id).client.id])
    assert canaries.heard(workspace.path)


def test_what_lies_in_free_room_is_swept_too(workspace: Workspace, session: Session) -> None:
    """`secure_delete` leaves what was moved from a page to its neighbour, now and then; here what it never saw."""
    canaries = Canaries(4)
    campaign_id = lived(session, canaries, 4)
    with closing(sqlite3.connect(workspace.path)) as raw, raw:
        raw.execute("PRAGMA secure_delete=0")
        raw.execute("INSERT INTO setting VALUES ('left', ?)", [" ".join(canaries.sung)])
        raw.execute("DELETE FROM setting WHERE key = 'left'")
    purge(workspace, [campaign_id], [session.campaign(campaign_id).client.id])
    assert canaries.heard(workspace.path) == []


def test_other_programs_reading_and_writing_meanwhile_lose_nothing(
    workspace: Workspace, session: Session
) -> None:
    """The window goes on over its own connection."""
    campaign_id, other = (session.add_campaign(replace(full_campaign(), id="")) for _ in range(2))
    board = Board(workspace)
    session.remove_campaign(campaign_id, TODAY)
    session.apply(Put(("title",), "Before"), other)
    session.forget(*purge(workspace, [campaign_id]))
    session.apply(Put(("title",), "After"), other)
    assert Store(workspace).load(other).title == "After"
    assert [row[1] for row in board.rows(archived=True)] + [row[1] for row in board.rows(archived=False)] == [
        "After"
    ]


def test_a_file_that_was_moved_away_is_not_touched(workspace: Workspace, session: Session) -> None:
    campaign_id = session.add_campaign(Campaign(title="1"))
    os.replace(shutil.copy(workspace.path, workspace.path.with_name("other.baton")), workspace.path)
    with pytest.raises(UserError, match="was moved"):
        purge(workspace, [campaign_id])
    with Workspace.open(workspace.path, readonly=True) as stranger:
        assert Store(stranger).load(campaign_id)


# --- copies ---
def test_the_backups_that_still_have_it_are_named(
    workspace: Workspace, session: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "Backups"
    back_up(workspace.connection, folder, datetime(2026, 11, 1))
    campaign_id = session.add_campaign(
        Campaign(title="1", client=Client(name="Harbour", brand=Brand(fonts="Inter")))
    )
    client_id = session.campaign(campaign_id).client.id
    kept = back_up(workspace.connection, folder, datetime(2026, 11, 2))
    session.remove_campaign(campaign_id, TODAY)
    deleted = back_up(workspace.connection, folder, datetime(2026, 11, 3))
    broken = folder / "2026-11-04 120000.baton"
    broken.write_bytes(deleted.read_bytes()[:4096].replace(b"SQLite", b"SQLate") + campaign_id.encode())
    gone = purge(workspace, [campaign_id])
    back_up(workspace.connection, folder, datetime(2026, 11, 5))
    beside = workspace.path.with_name("work 1.damaged")
    beside.write_bytes(kept.read_bytes())
    stranger = workspace.path.with_name("other 1.damaged")
    stranger.write_bytes(kept.read_bytes())
    found = holding(workspace.path, folder, gone.campaigns)
    assert {copy.path for copy in found} == {kept, deleted, broken, beside}
    assert len(holding(workspace.path, folder, [client_id])) == 4


def test_a_damaged_index_does_not_keep_it(
    workspace: Workspace, session: Session, broken_index: Callable[[], None]
) -> None:
    canaries = Canaries(5)
    campaign_id = lived(session, canaries, 5)
    client_id = session.campaign(campaign_id).client.id
    broken_index()
    purge(workspace, [campaign_id], [client_id])
    assert canaries.heard(workspace.path) == []


@pytest.fixture
def broken_index(path: Path) -> Callable[[], None]:
    """Damages the search index as a disk does."""

    def damage() -> None:
        with sqlite3.connect(path) as raw:
            raw.execute("UPDATE search_data SET block = zeroblob(40) WHERE id > 10")
        raw.close()

    return damage


def test_words_of_a_client_that_were_never_read_go_with_it(workspace: Workspace, session: Session) -> None:
    client_id = session.add_client(Client(name="Halden Press"))
    place = ("clients", client_id, "brand", "primary_color")
    session.apply(Put((UNREAD, *place), "#12zebra"), WORKSPACE)
    session.forget(*purge(workspace, [], [client_id]))
    assert b"zebra" not in workspace.path.read_bytes()
    assert session.unread(WORKSPACE) == {}
    assert session.undo() == GONE
    assert not session.can_undo()
    assert digests.settings_agree(workspace.connection)


def test_a_disk_that_does_not_sweep_does_not_keep_what_went(
    workspace: Workspace, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Connection) -> None:
        raise UserError("The disk is full.")

    campaign_id = session.add_campaign(replace(full_campaign(), id=""))
    with monkeypatch.context() as patch:
        patch.setattr(purging, "_sweep", full)
        assert purge(workspace, [campaign_id]).campaigns == (campaign_id,)
    assert not purging.swept(workspace)
    purging.expire(workspace, TODAY, before=_die)
    assert purging.swept(workspace)


def test_no_backup_is_made_before_the_file_is_swept(
    workspace: Workspace, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go, backed_up, sweep = Event(), Event(), Event(), purging._sweep

    def slowly(connection: Connection) -> None:
        begun.set()
        go.wait(20)
        sweep(connection)

    def back_up_now() -> None:
        workspace.backup(tmp_path / "Backups", datetime(2026, 12, 1, 10), Why.AUTOMATIC)
        backed_up.set()

    campaign_id = session.add_campaign(replace(full_campaign(), id=""))
    monkeypatch.setattr(purging, "_sweep", slowly)
    deleting = Thread(target=purge, args=(workspace, [campaign_id]))
    deleting.start()
    assert begun.wait(20)
    backing = Thread(target=back_up_now)
    backing.start()
    assert not backed_up.wait(1)
    go.set()
    assert backed_up.wait(20)
    deleting.join()
    backing.join()
