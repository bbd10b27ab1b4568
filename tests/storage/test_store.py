"""Whatever the user does, the file equals the model (D13, D14); a campaign costs few statements."""

import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date as Day
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.campaign import Brand, Campaign, Client, Line, Stage
from app.campaign_file import read_campaign, write_campaign
from app.change import Batch, Change, Insert, Move, Put, Remove, apply
from app.errors import UserError
from app.place import answers, label
from app.session import Session
from app.steps import GONE
from storage.backup import back_up
from storage.damage import find_damaged
from storage.listing import list_campaigns
from storage.purging import purge
from storage.search import WRITTEN, indexed
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import any_text, campaigns, changes, full_campaign
from tests.shared import corpora
from tests.storage.files import Raw

TODAY = Day(2026, 12, 1)


def statements(workspace: Workspace, work: Callable[[], object]) -> list[str]:
    """The SQL that runs meanwhile."""
    seen: list[str] = []
    workspace.connection.set_trace_callback(seen.append)
    work()
    workspace.connection.set_trace_callback(None)
    return [sql for sql in seen if not sql.startswith("--")]


def test_every_field_of_the_table_survives(store: Store) -> None:
    campaign = full_campaign()
    store.add(campaign)
    assert store.load("full") == campaign


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(campaigns(text=any_text()))
def test_any_campaign_survives_code_point_for_code_point(campaign: Campaign) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with Workspace.create(Path(folder) / "w.baton") as workspace:
            Store(workspace).add(campaign)
        with Workspace.open(Path(folder) / "w.baton") as workspace:
            assert Store(workspace).load("c1") == campaign


def test_naughty_strings_survive_in_every_field(store: Store) -> None:
    naughty = json.loads((corpora() / "blns.json").read_text(encoding="utf-8"))
    naughty += ["\ud800", "a\udfffb", "\0", "a\0b", "\x01\x1f\x7f\x85\u2028", "\u202eabc", "👩‍👩‍👧‍👦"]
    campaign = full_campaign()
    places = [place for place, field, _ in answers(campaign) if field.kind in WRITTEN]
    for index in range(0, len(naughty), len(places)):
        for place, text in zip(places, naughty[index : index + len(places)], strict=False):
            campaign, _ = apply(campaign, Put(place, text))
        store.add(replace(campaign, id=f"c{index}", client=replace(campaign.client, id=f"k{index}")))
        assert store.load(f"c{index}").deliverables == campaign.deliverables
        assert replace(store.load(f"c{index}"), id="full", client=campaign.client) == campaign


@pytest.mark.parametrize("text", ["\ud800", "a\0b", "'; DROP TABLE campaign; --", "\U0001f600\udc00?"])
def test_one_naughty_text_through_every_field_by_an_edit(session: Session, store: Store, text: str) -> None:
    campaign_id = session.add_campaign(replace(full_campaign(), id=""))
    for place, field, _ in answers(session.campaign(campaign_id)):
        if field.kind in WRITTEN:
            session.apply(Put(place, text), campaign_id)
    assert store.load(campaign_id) == session.campaign(campaign_id)
    assert store.load(campaign_id).strategy.objective == text


def test_sqlite_utils_reads_survive_lone_surrogates(session: Session, workspace: Workspace) -> None:
    campaign_id = session.add_campaign(Campaign(title="\udcff"))
    assert next(iter(workspace.db.table("campaign").rows))["title"] == "\udcff"
    assert session.campaign(campaign_id).title == "\udcff"


def test_loading_takes_few_statements(store: Store, workspace: Workspace) -> None:
    store.add(full_campaign(rows=5))
    assert len(statements(workspace, lambda: store.load("full"))) == 2


def test_one_edit_takes_few_statements(session: Session, workspace: Workspace) -> None:
    campaign_id = session.add_campaign(replace(full_campaign(), id=""))
    edit = Put(("deliverables", "deliverables-2", "serves"), "Another reason")
    session.campaign(campaign_id)
    session.unread(campaign_id)
    seen = statements(workspace, lambda: session.apply(edit, campaign_id))
    assert seen[0] == "BEGIN"
    assert seen[-1] == "COMMIT"
    assert len([sql for sql in seen if sql.split()[0] in ("UPDATE", "INSERT", "DELETE", "SELECT")]) <= 5


CASES: list[tuple[str, Change]] = [
    ("a whole part", Put(("strategy",), replace(full_campaign().strategy, objective="Other", audience=""))),
    ("a part with lists", Put(("guardrails",), type(full_campaign().guardrails)())),
    ("a whole list", Put(("deliverables",), full_campaign(rows=3).deliverables[1:])),
    ("everybody", Put(("people",), tuple(reversed(full_campaign(rows=3).people)))),
    ("a whole row", Put(("raci", "raci-1"), replace(full_campaign().raci[0], task="Other", R=()))),
    ("an accountable person", Put(("raci", "raci-1", "A"), ("people-2", "people-1", "people-2"))),
    ("a client", Put(("client",), Client(id="someone-else", name="Someone else"))),
    ("an answer of the client", Put(("client", "brand", "guidelines"), "Brand book v9")),
    ("the logo", Put(("client", "brand", "logo"), b"\x89PNG\x00\xff")),
    ("a line to the front", Move(("guardrails", "dos", "dos-2"), 0)),
    ("a nested row", Remove(("deliverables", "deliverables-1", "assets", "assets-1"))),
    ("far behind the end", Insert(("milestones",), 99, replace(full_campaign().milestones[0], id="new"))),
    ("nowhere", Put(("launch_date",), None)),
    ("everything", Put((), replace(full_campaign(rows=3), title="All new"))),
    ("several", Batch("Two", (Remove(("raci", "raci-1")), Move(("raci", "raci-2"), 0)))),
]


@pytest.mark.parametrize(("name", "change"), CASES, ids=[name for name, _ in CASES])
def test_each_kind_of_change_and_its_undo(store: Store, name: str, change: Change) -> None:
    store.add(full_campaign())
    session = Session(store, lambda: "unused")
    before = session.campaign("full")
    session.apply(change, "full")
    assert store.load("full") == session.campaign("full") != before
    session.undo("full")
    assert store.load("full") == session.campaign("full") == before


def test_a_role_that_is_still_named_somewhere_cannot_go_alone(store: Store) -> None:
    store.add(full_campaign())
    with pytest.raises(Exception, match="FOREIGN KEY"):
        Session(store, lambda: "").apply(Remove(("people", "people-1")), "full")
    assert store.load("full") == full_campaign()


def test_a_number_too_large_for_the_file_is_refused_calmly(store: Store) -> None:
    store.add(full_campaign())
    with pytest.raises(UserError, match="too large"):
        store.save(store.load("full"), Put(("approval", "approval-1", "max_hours"), 2**70))
    assert store.load("full") == full_campaign()


def test_clients_are_shared_and_go_only_with_what_brought_them(session: Session, store: Store) -> None:
    harbour = Client(name="Harbour", brand=Brand(guidelines="Book v3"))
    first = session.add_campaign(Campaign(title="1", client=harbour))
    second = session.add_campaign(Campaign(title="2", client=Client(name="Harbour")))
    third = session.add_campaign(
        Campaign(title="3", client=Client(name="Harbour", brand=Brand(fonts="Inter")))
    )
    assert session.campaign(first).client == session.campaign(second).client != session.campaign(third).client
    session.apply(Put(("client", "brand", "fonts"), "Lora"), first)
    for campaign_id in (first, second):
        assert store.load(campaign_id) == session.campaign(campaign_id)
        assert store.load(campaign_id).client.brand == Brand(guidelines="Book v3", fonts="Lora")
    assert len(session.clients()) == 2
    session.undo()
    assert [client.brand.fonts for client in session.clients()] == ["Lora"]
    session.remove_campaign(first, TODAY)
    session.remove_campaign(second, TODAY)
    assert len(session.clients()) == 1
    session.undo()
    session.undo()
    assert store.load(first) == session.campaign(first)


def test_choosing_a_client_and_taking_it_back_leaves_both_clients_as_they_are(
    session: Session, store: Store
) -> None:
    ours, theirs = (
        session.add_campaign(Campaign(title=name, client=Client(name=name))) for name in ("Harbour", "Tide")
    )
    beside = session.duplicate(ours, "Beside")
    seen = session.campaign(theirs).client
    session.apply(Put(("client", "brand", "fonts"), "Lora"), theirs)
    session.apply(Put(("client",), seen), ours)
    session.apply(Put(("client", "brand", "fonts"), "Inter"), beside)
    for _ in range(2):
        assert store.load(ours) == session.campaign(ours)
        assert store.load(ours).client.brand.fonts == "Lora"
        session.undo(ours)
        assert store.load(ours) == session.campaign(ours)
        assert store.load(ours).client.brand.fonts == "Inter"
        session.redo(ours)


def test_a_client_without_a_name_goes_with_its_last_campaign(
    session: Session, store: Store, workspace: Workspace
) -> None:
    first, second = (session.add_campaign(Campaign(title=title)) for title in "12")
    named = session.add_campaign(Campaign(client=Client(name="Harbour")))
    session.apply(Put(("client",), session.campaign(named).client), first)
    assert len(session.clients()) == 2
    session.undo(first)
    assert store.load(first) == session.campaign(first)
    assert len(session.clients()) == 3
    session.remove_campaign(first, TODAY)
    session.remove_campaign(second, TODAY)
    session.remove_campaign(named, TODAY)
    assert len(session.clients()) == 3
    for campaign_id in (named, second, first):
        session.undo()
        assert store.load(campaign_id).client.id
    gone = purge(workspace, [first, second, named])
    assert len(gone.clients) == 2
    assert [client.name for client in session.clients()] == ["Harbour"]


def test_an_answer_of_a_client_marks_its_campaigns_as_changed(session: Session, workspace: Workspace) -> None:
    titles = ("1", "2", "3")
    harbour = [session.add_campaign(Campaign(title=each, client=Client(name="Harbour"))) for each in titles]
    other = session.add_campaign(Campaign(title="4", client=Client(name="Tide")))
    before = {row.id: row.updated for row in list_campaigns(workspace.connection)}
    session.apply(Put(("client", "brand", "fonts"), "Lora"), harbour[1])
    rows = list_campaigns(workspace.connection)
    assert [row.title for row in rows] == ["2", "3", "1", "4"]
    assert [row.id for row in rows if row.updated == before[row.id]] == [other]
    session.apply(Put(("title",), "5"), other)
    assert [row.title for row in list_campaigns(workspace.connection)] == ["5", "2", "3", "1"]


def test_several_campaigns_come_all_or_none(session: Session, store: Store) -> None:
    good = Campaign(title="good")
    bad = Campaign(title="bad", approval=(Stage(id="s", max_hours=2**70),))
    with pytest.raises(UserError, match="too large"):
        session.add_campaigns([good, bad])
    assert (session.clients(), session.can_undo()) == ((), False)
    first, second = session.add_campaigns([good, good])
    session.undo()
    assert session.clients() == ()
    session.redo()
    assert [store.load(each).title for each in (first, second)] == ["good", "good"]


def test_many_rows_come_and_go_in_one_step(session: Session, store: Store, workspace: Workspace) -> None:
    """In their order, whatever stands beside them; and the neighbours are numbered once, not once a row."""
    lines = tuple(Line(f"l{number}", f"Line {number}") for number in range(50))
    place = ("technical_requirements",)
    campaign_id = session.add_campaign(Campaign(technical_requirements=lines))
    many = tuple(Insert(place, 3 + number, Line(f"n{number}", f"New {number}")) for number in range(40))
    said: list[str] = []
    workspace.connection.set_trace_callback(said.append)
    session.apply(Batch("Paste", many), campaign_id)
    workspace.connection.set_trace_callback(None)
    assert not [sql for sql in said if "position = position" in sql]
    assert store.load(campaign_id) == session.campaign(campaign_id)
    assert store.find("new 39")
    session.undo(campaign_id)
    assert store.load(campaign_id).technical_requirements == lines
    assert store.find("new 39") == []
    session.redo(campaign_id)
    assert store.load(campaign_id) == session.campaign(campaign_id)


class FileEqualsModel(RuleBasedStateMachine):
    """Edits, undo, redo, campaigns that come and go, files exported and taken in, backups under any clock, a disk that
    refuses, restarts and crashes: the file against campaigns in memory."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "w.baton"
        self.ids = count(1)
        self.workspace = Workspace.create(self.path)
        self.model: dict[str, Campaign] = {}
        self.deleted: dict[str, Campaign] = {}
        self.steps: dict[str, list[Campaign]] = {}
        self.begin()

    def begin(self) -> None:
        self.store = Store(self.workspace)
        self.session = Session(self.store, lambda: f"n{next(self.ids)}")
        self.steps = {campaign_id: [] for campaign_id in self.model | self.deleted}

    @rule(campaign=campaigns(text=any_text(), max_rows=2))
    def add(self, campaign: Campaign) -> None:
        client = replace(campaign.client, id="", name=f"{campaign.client.name} {next(self.ids)}")
        made = replace(campaign, id="", client=client)
        campaign_id = self.session.add_campaign(made)
        self.model[campaign_id] = replace(
            made, id=campaign_id, client=self.session.campaign(campaign_id).client
        )
        self.steps[campaign_id] = []

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        campaign_id = data.draw(st.sampled_from(sorted(self.model)))
        before = self.model[campaign_id]
        change = data.draw(changes(before, any_text(), new_id=f"new{next(self.ids)}"))
        self.session.apply(change, campaign_id)
        self.session.settle(campaign_id)
        self.model[campaign_id], _ = apply(before, change)
        if self.model[campaign_id] != before:
            self.steps[campaign_id].append(before)

    @precondition(lambda self: self.model)
    @rule(data=st.data(), times=st.integers(1, 3), again=st.booleans())
    def undo_and_perhaps_redo(self, data: st.DataObject, times: int, again: bool) -> None:
        campaign_id = data.draw(st.sampled_from(sorted(self.model)))
        now = self.model[campaign_id]
        times = min(times, len(self.steps[campaign_id]))
        for _ in range(times):
            self.session.undo(campaign_id)
            self.model[campaign_id] = self.steps[campaign_id][-1]
            assert self.session.campaign(campaign_id) == self.steps[campaign_id].pop()
        if again:
            for _ in range(times):
                self.steps[campaign_id].append(self.session.campaign(campaign_id))
                self.session.redo(campaign_id)
            self.model[campaign_id] = now

    @precondition(lambda self: self.model)
    @rule(data=st.data(), back=st.booleans())
    def remove(self, data: st.DataObject, back: bool) -> None:
        campaign_id = data.draw(st.sampled_from(sorted(self.model)))
        self.session.remove_campaign(campaign_id, TODAY)
        if back:
            self.session.undo()
        else:
            self.deleted[campaign_id] = self.model.pop(campaign_id)

    @precondition(lambda self: self.deleted)
    @rule(data=st.data(), times=st.integers(1, 3))
    def bring_back(self, data: st.DataObject, times: int) -> None:
        """And perhaps taken back, and done again."""
        campaign_id = data.draw(st.sampled_from(sorted(self.deleted)))
        self.session.restore_campaign(campaign_id)
        for _ in range(times - 1):
            self.session.undo()
            self.session.redo()
        self.model[campaign_id] = self.deleted.pop(campaign_id)

    @precondition(lambda self: self.deleted)
    @rule(data=st.data())
    def delete_for_good(self, data: st.DataObject) -> None:
        campaign_id = data.draw(st.sampled_from(sorted(self.deleted)))
        self.session.forget(*purge(self.workspace, [campaign_id]))
        del self.deleted[campaign_id], self.steps[campaign_id]
        assert self.session.undo() == GONE

    @rule()
    def reopen(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(self.path)
        self.begin()

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def crash(self, data: st.DataObject) -> None:
        """In the middle of a transaction: half of it is in the file, and the journal that takes it back beside it."""
        campaign_id = data.draw(st.sampled_from(sorted(self.model)))
        journal = self.path.with_name(f"{self.path.name}-journal")
        self.workspace.close()
        with Raw(self.path) as raw:
            raw.execute("PRAGMA cache_size=1")
            raw.execute("BEGIN")
            raw.execute("UPDATE campaign SET title = 'half' WHERE id = ?", [campaign_id])
            raw.execute("DELETE FROM written")
            raw.execute("INSERT INTO setting SELECT 'half' || id, hex(zeroblob(9000)) FROM campaign")
            left = [(each, each.read_bytes()) for each in (self.path, journal) if each.exists()]
            raw.execute("ROLLBACK")
        for each, data_left in left:
            each.write_bytes(data_left)
        self.workspace = Workspace.open(self.path)
        self.begin()

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def refuse(self, data: st.DataObject) -> None:
        """A disk that takes nothing: nothing has moved."""
        campaign_id = data.draw(st.sampled_from(sorted(self.model)))
        change = data.draw(changes(self.model[campaign_id], any_text(), new_id=f"new{next(self.ids)}"))
        self.workspace.connection.execute("PRAGMA query_only=ON")
        with suppress(UserError):  # it may change nothing
            self.session.apply(change, campaign_id)
        self.workspace.connection.execute("PRAGMA query_only=OFF")

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def export_and_take_in(self, data: st.DataObject) -> None:
        campaign_id = data.draw(st.sampled_from(sorted(self.model)))
        try:
            campaign = read_campaign(write_campaign(self.model[campaign_id]))
        except UserError:  # an answer that no file may hold
            return
        (taken,) = self.session.add_campaigns([campaign])
        self.model[taken] = self.session.campaign(taken)
        self.steps[taken] = []

    @rule(now=st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1)))
    def back_up(self, now: datetime) -> None:
        """Whatever the clock says, a backup is what there is."""
        backup = back_up(self.workspace.connection, Path(self.folder.name) / "backups", now)
        with Workspace.open(backup, readonly=True) as opened:
            for campaign_id, campaign in self.model.items():
                assert Store(opened).load(campaign_id) == campaign

    @invariant()
    def digests_agree(self) -> None:
        assert find_damaged(self.workspace.connection, self.workspace.schema) == ()

    @invariant()
    def file_equals_model(self) -> None:
        listed = list_campaigns(self.workspace.connection, archived=None)
        assert sorted(row.id for row in listed) == sorted(self.model)
        assert {row.id for row in self.store.deleted()} == self.deleted.keys()
        rows = self.workspace.connection.all("SELECT id FROM campaign ORDER BY id")
        assert [campaign_id for (campaign_id,) in rows] == sorted(self.model | self.deleted)
        for campaign_id, campaign in self.model.items():
            assert self.store.load(campaign_id) == campaign == self.session.campaign(campaign_id)

    @invariant()
    def index_equals_the_words(self) -> None:
        found = self.workspace.connection.all(
            "SELECT written.owner, written.place, search.text FROM written JOIN search ON search.rowid = written.id "
            "WHERE place NOT LIKE 'client.%'"
        )
        assert sorted(found) == sorted(words_in(self.model))

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            faults = self.workspace.connection.all("PRAGMA integrity_check")
            self.workspace.close()
            self.folder.cleanup()
            assert faults == [("ok",)]


def words_in(model: dict[str, Campaign]) -> list[tuple[str, str, str]]:
    return [
        (campaign_id, label(place), indexed(value))
        for campaign_id, campaign in model.items()
        for place, field, value in answers(campaign)
        if field.kind in WRITTEN and value.strip() and place[0] != "client"
    ]


TestFileEqualsModel = FileEqualsModel.TestCase
TestFileEqualsModel.settings = settings(
    max_examples=300 if os.environ.get("BATON_CRASH") else 15,
    stateful_step_count=50 if os.environ.get("BATON_CRASH") else 20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
