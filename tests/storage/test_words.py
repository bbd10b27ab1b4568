"""Words that cannot be read yet, in the file: one with the answer that takes their place, and nowhere they cannot be."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from app.change import Put
from app.errors import OnlyToRead, Unfit
from app.session import Session
from app.unread import UNREAD, Read
from storage.blank import database
from storage.committing import PURGES, Commits, Doubt
from storage.connection import connect
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.conftest import counting
from tests.storage.files import Raw

TITLE, LAUNCH = ("title",), ("launch_date",)


def test_the_answer_and_the_words_stand_both_or_neither(workspace: Workspace, session: Session) -> None:
    campaign_id = session.add_campaign(replace(full_campaign(), id="", title="Before"))
    session.apply(Put((UNREAD, *LAUNCH), "soon"), campaign_id)
    session.settle(campaign_id)
    workspace.connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 100_000)
    with pytest.raises(Unfit):
        session.apply(Read(Put(TITLE, "After"), ((LAUNCH, "y" * 200_000),)), campaign_id)
    assert session.campaign(campaign_id).title == Store(workspace).load(campaign_id).title == "Before"
    assert session.unread(campaign_id) == {LAUNCH: "soon"}
    session.apply(Read(Put(TITLE, "After"), ((LAUNCH, "later"),)), campaign_id)
    session.undo(campaign_id)
    assert Store(workspace).load(campaign_id).title == "Before"
    assert Session(Store(workspace), counting()).unread(campaign_id) == {LAUNCH: "soon"}


def test_what_can_only_be_read_keeps_no_words(filled: Path) -> None:
    with Raw(filled) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        raw.execute("UPDATE campaign SET launch_date = '2027-0q-16' WHERE id = 'full'")
    with Workspace.open(filled) as workspace:
        session = Session(Store(workspace), counting())
        session.open_readable("full")
        with pytest.raises(OnlyToRead):
            session.apply(Put((UNREAD, *LAUNCH), "soon"), "full")
        assert session.unread("full") == {}


def test_two_connections_do_not_take_each_other_s_commit_for_their_own(workspace: Workspace) -> None:
    """The window's edit failed and is in doubt; what is deleted for good beside it is written meanwhile."""
    commits = Commits(workspace.connection, workspace.path)
    with commits.transaction(workspace.db):
        pass
    ((before,),) = workspace.connection.all("SELECT value FROM state WHERE name = 'commits'")
    doubt = Doubt(workspace.connection, workspace.path, "commits", before + 1)
    beside = connect(workspace.path, "rw")
    with Commits(beside, workspace.path, PURGES).transaction(database(beside)):
        pass
    beside.close()
    assert not doubt.stands()
