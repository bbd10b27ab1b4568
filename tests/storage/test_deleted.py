"""*Deleted*: out of everybody's sight, back as it was for thirty days, and what a wrong clock does to them: nothing."""

from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.campaign import Campaign, Client
from app.change import Put
from app.errors import Broken, UserError
from app.session import Session
from app.standing import Standing
from storage import deleted
from storage.board import Board
from storage.listing import campaign_of, list_campaigns
from storage.purging import Gone, expire
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.conftest import counting
from tests.storage.files import Raw

TODAY = Day(2026, 12, 1)
STANDING = Standing(1, 0.5, 50, 3, None, "Writer")


def start(path: Path, today: Day) -> Gone:
    """The app opens the file on a day, and closes it."""
    with Workspace.open(path) as workspace:
        return expire(workspace, today, before=lambda: None)


def there(path: Path) -> list[str]:
    with Workspace.open(path, readonly=True) as workspace:
        return [row.id for row in Store(workspace).deleted()]


@pytest.fixture
def with_deleted(path: Path) -> Path:
    """A closed workspace with the campaign "full" in *Deleted*."""
    with Workspace.create(path) as workspace:
        store = Store(workspace)
        store.add(full_campaign())
        Session(store, counting()).remove_campaign("full", TODAY)
    return path


def test_nobody_sees_it(workspace: Workspace, session: Session, store: Store) -> None:
    harbour, tide = Client(name="Harbour"), Client(name="Tide")
    gone = session.add_campaign(replace(full_campaign(), id="", title="Halcyon", client=harbour))
    old = session.add_campaign(Campaign(title="Old", client=harbour, archived=True))
    left = session.add_campaign(Campaign(title="Left", client=tide))
    board = Board(workspace)
    board.keep([(each, edited, STANDING) for each, edited in board.old(TODAY, 9)], TODAY)
    for campaign_id in (gone, old):
        session.remove_campaign(campaign_id, TODAY)
    board.keep([(gone, 1, STANDING)], TODAY)
    assert [row.id for row in list_campaigns(workspace.connection, archived=None)] == [left]
    assert list_campaigns(workspace.connection, archived=None, matching="halcyon") == []
    assert [row[0] for archived in (False, True) for row in board.rows(archived=archived)] == [left]
    assert [row[0] for row in board.rows(archived=False, order="title")] == [left]
    assert board.counts() == {False: 1, True: 0}
    assert board.counts("Harbour") == {False: 0, True: 0}
    assert board.clients(archived=False) + board.clients(archived=True) == ["Tide"]
    assert board.old(TODAY + timedelta(400), 9) == []
    assert [row[0] for row in board.soon(Day.max, 9)] == [left]
    assert not board.empty()
    assert store.find("halcyon") == store.find("deliverables") == store.find("harbour") == []
    assert campaign_of(workspace.connection, session.clients()[0].id) == ""
    for campaign_id in (gone, old):
        with pytest.raises(KeyError):
            store.load(campaign_id)
        with pytest.raises(KeyError):
            session.campaign(campaign_id)
    store.rebuild_search()
    assert store.find("halcyon") == []


def test_it_is_listed_by_its_name_and_day(session: Session, store: Store) -> None:
    first, second = (session.add_campaign(Campaign(title=title, client=Client(name=title))) for title in "12")
    session.remove_campaign(first, TODAY)
    session.remove_campaign(second, TODAY + timedelta(1))
    rows = store.deleted()
    assert [(row.title, row.client, row.day) for row in rows] == [
        ("2", "2", TODAY + timedelta(1)),
        ("1", "1", TODAY),
    ]
    assert [row.days_left(TODAY + timedelta(1)) for row in rows] == [30, 29]
    assert [row.title for row in store.deleted(session.clients()[0].id)] == ["1"]


def test_it_comes_back_as_it_was_after_a_restart(with_deleted: Path) -> None:
    with Workspace.open(with_deleted) as workspace:
        store = Store(workspace)
        session = Session(store, counting())
        session.restore_campaign("full")
        assert session.campaign("full") == store.load("full") == full_campaign()
        assert store.find("deliverables")
        assert store.deleted() == []
        assert session.undo() == ("campaigns", "full")
        (row,) = store.deleted()
        assert row.day == TODAY
        session.redo()
        assert store.load("full") == full_campaign()


def test_its_history_comes_back_with_it(session: Session) -> None:
    campaign_id = session.add_campaign(Campaign(title="1"))
    session.apply(Put(("title",), "2"), campaign_id)
    session.remove_campaign(campaign_id, TODAY)
    session.restore_campaign(campaign_id)
    session.undo(campaign_id)
    assert session.campaign(campaign_id).title == "1"


def test_what_is_not_there_neither_goes_nor_comes(session: Session, store: Store) -> None:
    campaign_id = session.add_campaign(Campaign(title="1"))
    with pytest.raises(KeyError):
        session.restore_campaign(campaign_id)
    session.remove_campaign(campaign_id, TODAY)
    with pytest.raises(KeyError):
        session.remove_campaign(campaign_id, TODAY)
    with pytest.raises(KeyError):
        store.delete_all({"nobody": TODAY})


def test_after_thirty_days_of_use_it_goes_for_good(with_deleted: Path) -> None:
    assert b"strategy objective" in with_deleted.read_bytes()
    for number in range(30):
        assert start(with_deleted, TODAY + timedelta(number)).campaigns == ()
        assert there(with_deleted) == ["full"]
    assert start(with_deleted, TODAY + timedelta(30)).campaigns == ("full",)
    assert there(with_deleted) == []
    assert b"strategy objective" not in with_deleted.read_bytes()


def test_days_are_counted_once_however_often_the_app_starts(with_deleted: Path) -> None:
    for _ in range(40):
        assert start(with_deleted, TODAY + timedelta(1)).campaigns == ()
    assert days_left(with_deleted, TODAY + timedelta(1)) == 29


@pytest.mark.parametrize("year", [1970, 2031, 2126, 9999])
def test_a_clock_that_was_wrong_once_costs_a_day_at_most(with_deleted: Path, year: int) -> None:
    assert start(with_deleted, Day(year, 1, 1)).campaigns == ()
    assert start(with_deleted, TODAY + timedelta(1)).campaigns == ()
    assert days_left(with_deleted, TODAY + timedelta(1)) >= 29


def test_what_was_deleted_under_a_wrong_clock_has_its_thirty_days_too(path: Path) -> None:
    for wrong in (Day(1990, 1, 1), Day(2040, 1, 1)):
        with Workspace.create(path) as workspace:
            store = Store(workspace)
            store.add(full_campaign())
            Session(store, counting()).remove_campaign("full", wrong)
        for number in range(29):
            assert start(path, TODAY + timedelta(number)).campaigns == ()
        path.unlink()


@settings(max_examples=60, deadline=None)
@given(jumps=st.lists(st.integers(-40_000, 40_000), max_size=6), real=st.integers(0, 29))
def test_no_jump_of_the_clock_takes_more_than_its_own_start(jumps: list[int], real: int) -> None:
    """Days counted are never more than those lived, and two weeks for each start under a wrong clock and after it."""
    seen, counted = TODAY, 0
    for number in range(real + 1):
        for jump in jumps if number == real // 2 else ():
            counted, seen = counted + deleted._passed(seen, TODAY + timedelta(jump)), TODAY + timedelta(jump)
        today = TODAY + timedelta(number)
        counted, seen = counted + deleted._passed(seen, today), today
    far = sum(abs(jump) > 200 for jump in jumps)
    if far == len(jumps):
        assert counted <= real + 2 * len(jumps) + deleted.BELIEVED * len(jumps)


def test_a_file_that_is_only_read_counts_nothing(with_deleted: Path) -> None:
    before = with_deleted.read_bytes()
    with Workspace.open(with_deleted, readonly=True) as workspace:
        assert Store(workspace).deleted()[0].days_left(TODAY + timedelta(9)) == 21
    assert with_deleted.read_bytes() == before


def test_a_backup_is_made_before_anything_goes(with_deleted: Path) -> None:
    for number in (10, 20):
        start(with_deleted, TODAY + timedelta(number))
    told: list[list[str]] = []
    with Workspace.open(with_deleted) as workspace:
        gone = expire(workspace, TODAY + timedelta(30), before=lambda: told.append(there(with_deleted)))
    assert told == [["full"]]
    assert gone.campaigns == ("full",)


def test_where_the_backup_fails_nothing_goes(with_deleted: Path) -> None:
    def fail() -> None:
        raise UserError("The disk is full.")

    for number in (10, 20):
        start(with_deleted, TODAY + timedelta(number))
    with Workspace.open(with_deleted) as workspace:
        assert expire(workspace, TODAY + timedelta(30), before=fail).campaigns == ()
    assert there(with_deleted) == ["full"]


def test_a_damaged_day_keeps_nobody_from_the_others(with_deleted: Path) -> None:
    with Workspace.open(with_deleted) as workspace:
        workspace.connection.execute("UPDATE deleted SET day = '2026-1x-01', seen = ''")
    assert start(with_deleted, TODAY).campaigns == ()
    assert there(with_deleted) == ["full"]


def days_left(path: Path, today: Day) -> int:
    with Workspace.open(path, readonly=True) as workspace:
        return Store(workspace).deleted()[0].days_left(today)


def test_what_is_brought_back_during_the_backup_stays(with_deleted: Path) -> None:
    """The backup before takes a while, and the window stands meanwhile."""
    with Workspace.open(with_deleted) as workspace:
        session = Session(Store(workspace), counting())
        for number in (10, 20):
            expire(workspace, TODAY + timedelta(number), before=lambda: None)
        gone = expire(workspace, TODAY + timedelta(30), before=lambda: session.restore_campaign("full"))
        assert gone == Gone((), ())
        assert Store(workspace).load("full") == full_campaign()


def test_one_that_is_broken_comes_back_as_it_is(with_deleted: Path) -> None:
    """Only there somebody can be asked what is to become of it."""
    with Raw(with_deleted) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        raw.execute("UPDATE campaign SET launch_date = '2027-0q-16'")
    with Workspace.open(with_deleted) as workspace:
        session = Session(Store(workspace), counting())
        session.restore_campaign("full")
        assert [row.id for row in list_campaigns(workspace.connection)] == ["full"]
        with pytest.raises(Broken):
            session.campaign("full")
