"""What the disk refuses waits in its order, loses nothing, and is never said to be saved."""

from collections.abc import Iterator
from datetime import date as Day
from datetime import datetime
from pathlib import Path
from threading import get_ident

import pytest
from pytestqt.qtbot import QtBot

from app import readiness
from app.campaign import Campaign, Client, Line, Person, Stage
from app.change import Insert, Put, Remove
from app.errors import Unfit, UserError
from app.finding import Finding
from app.readiness import check, score
from app.readiness.reading import Reading
from app.steps import GONE
from storage.purging import purge
from storage.store import Store
from storage.workspace import Workspace
from tests.storage.files import Raw
from tests.ui.rounds import refusing
from ui.bridge import Bridge
from ui.saving import SaveState, Saving

TITLE = ("title",)
OBJECTIVE = ("strategy", "objective")


@pytest.fixture
def bridge(qtbot: QtBot, tmp_path: Path) -> Iterator[Bridge]:
    made = Bridge(Workspace.create(tmp_path / "work.baton"), lambda: datetime(2026, 10, 19, 10, 42))
    yield made
    made.close()


def said(bridge: Bridge) -> list[Saving]:
    """What the foot of the sidebar says from now on."""
    states: list[Saving] = []
    bridge.save_state.connect(lambda state: states.append(state.state))
    return states


def on_disk(bridge: Bridge, campaign_id: str) -> Campaign:
    with Workspace.open(bridge.workspace.path, readonly=True) as workspace:
        found = Store(workspace).load(campaign_id)
    assert isinstance(found, Campaign)
    return found


def test_what_is_refused_is_kept_and_written_later(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign(title="Spring"))
    with refusing(bridge):
        assert not bridge.apply(campaign_id, Put(OBJECTIVE, "240 services"))
        assert (bridge.unsaved, bridge.state.state) == (True, Saving.REFUSED)
        assert bridge.campaign(campaign_id).strategy.objective == "240 services"
        assert not bridge.flush()
    assert on_disk(bridge, campaign_id).strategy.objective == ""
    assert bridge.flush()
    assert (bridge.unsaved, bridge.state.state) == (False, Saving.SAVED)
    assert on_disk(bridge, campaign_id).strategy.objective == "240 services"


def test_it_is_tried_again_by_itself(bridge: Bridge, qtbot: QtBot) -> None:
    campaign_id = bridge.add(Campaign())
    bridge._retry.setInterval(20)
    with refusing(bridge):
        bridge.apply(campaign_id, Put(TITLE, "Spring"))
    qtbot.waitUntil(lambda: not bridge.unsaved)
    assert on_disk(bridge, campaign_id).title == "Spring"


def test_later_changes_stand_behind_and_saved_is_not_said(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign())
    states = said(bridge)
    with refusing(bridge):
        bridge.apply(campaign_id, Put(OBJECTIVE, "Hello"))
    assert not bridge.apply(campaign_id, Put(TITLE, "Later"))
    assert not bridge.apply(campaign_id, Put(OBJECTIVE, "Hello world"))
    bridge.typing()
    assert set(states) == {Saving.REFUSED}
    assert on_disk(bridge, campaign_id).title == ""
    changed: list[object] = []
    bridge.changed.connect(lambda _, place: changed.append(place))
    assert bridge.flush()
    assert changed == [OBJECTIVE, TITLE]
    assert on_disk(bridge, campaign_id).strategy.objective == "Hello world"
    assert states[-1] is Saving.SAVED


def test_only_what_has_nowhere_to_go_is_skipped(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign(people=(Person(id="p1", role="A"),)))
    with refusing(bridge):
        bridge.apply(campaign_id, Remove(("people", "p1")))
        bridge.apply(campaign_id, Put(("people", "p1", "role"), "B"))
        bridge.apply(campaign_id, Put(OBJECTIVE, "important"))
    assert bridge.flush()
    assert on_disk(bridge, campaign_id).people == ()
    assert on_disk(bridge, campaign_id).strategy.objective == "important"


def test_a_row_that_was_refused_is_written_once(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign())
    with refusing(bridge):
        for text in ("a", "ab"):
            bridge.apply(campaign_id, Insert(("guardrails", "dos"), 0, Line(id="l", text=text)))
    assert bridge.flush()
    assert on_disk(bridge, campaign_id).guardrails.dos == (Line(id="l", text="ab"),)


def test_another_program_that_holds_the_file(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign())
    bridge.workspace.connection.execute("PRAGMA busy_timeout=10")
    with Raw(bridge.workspace.path) as other:
        other.execute("BEGIN IMMEDIATE")
        for number in range(3):
            assert not bridge.apply(campaign_id, Put(TITLE, str(number)))
            bridge.flush()
        other.execute("ROLLBACK")
    assert bridge.flush()
    assert on_disk(bridge, campaign_id).title == "2"


def test_nothing_overtakes_what_waits(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign(title="Spring"))
    bridge.apply(campaign_id, Put(TITLE, "Summer"))
    bridge.settle(campaign_id)
    with refusing(bridge):
        bridge.apply(campaign_id, Put(TITLE, "Autumn"))
        with pytest.raises(UserError, match="moved"):
            bridge.undo(campaign_id)
        with pytest.raises(UserError, match="moved"):
            bridge.remove(campaign_id)
    bridge.undo(campaign_id)
    assert on_disk(bridge, campaign_id).title == "Summer"


def test_closing_tries_once_more(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign())
    with refusing(bridge):
        bridge.apply(campaign_id, Put(TITLE, "Spring"))
    bridge.close()
    assert on_disk(bridge, campaign_id).title == "Spring"


def test_what_no_disk_takes_holds_nothing_up(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign())
    bridge.apply(campaign_id, Insert(("approval",), 0, Stage(id="s", max_hours=24)))
    place = ("approval", "s", "max_hours")
    assert not bridge.apply(campaign_id, Put(place, 2**70))
    assert isinstance(bridge.state.error, Unfit)
    assert bridge.apply(campaign_id, Put(TITLE, "Spring"))
    assert (bridge.unsaved, bridge.state.state) == (True, Saving.REFUSED)
    assert on_disk(bridge, campaign_id).title == "Spring"
    assert bridge.apply(campaign_id, Put(place, 48))
    assert (bridge.unsaved, bridge.state.state) == (False, Saving.SAVED)


def test_for_reading_only_it_is_said_once_and_not_tried_again(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign(title="Spring"))
    reading = Bridge(Workspace.open(bridge.workspace.path, readonly=True), lambda: datetime(2026, 10, 19))
    states = said(reading)
    reading.typing()
    for text in "ab":
        assert not reading.apply(campaign_id, Put(TITLE, text))
    assert states == [Saving.REFUSED]
    assert not reading.unsaved
    assert not reading._retry.isActive()
    assert reading.campaign(campaign_id).title == "Spring"
    reading.close()


def test_what_was_typed_in_a_row_that_is_gone_is_no_longer_pending(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign())
    bridge.typing()
    assert bridge.state.state is Saving.PENDING
    with pytest.raises(KeyError):
        bridge.apply(campaign_id, Put(("people", "gone", "role"), "x"))
    assert bridge.state == SaveState(Saving.SAVED)


def checked(bridge: Bridge, campaign_id: str) -> tuple[Finding, ...]:
    """What the window's own checks should come to."""
    return check(bridge.campaign(campaign_id), bridge.today())


def test_the_first_findings_come_later_and_once(bridge: Bridge, qtbot: QtBot) -> None:
    campaign_id = bridge.add(Campaign(title="One"))
    bridge.checks._quiet.stop()
    with qtbot.waitSignal(bridge.checked) as heard:
        for _ in range(3):
            assert bridge.findings(campaign_id) == ()
            assert bridge.score(campaign_id) is None
    assert heard.args == [campaign_id]
    assert bridge.findings(campaign_id) == checked(bridge, campaign_id)
    assert bridge.score(campaign_id) == score(bridge.campaign(campaign_id), checked(bridge, campaign_id))
    assert not bridge.checks.busy


def test_no_check_is_made_in_the_window_s_thread(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted where every check passes: asking, changing and other days off start it elsewhere."""
    threads: list[int] = []

    def spy(_: Reading) -> Iterator[Finding]:
        threads.append(get_ident())
        return iter(())

    monkeypatch.setattr(readiness, "RULES", (*readiness.RULES, spy))
    campaign_id = bridge.add(Campaign(title="One"))
    bridge.findings(campaign_id)
    bridge.checks.when_known(campaign_id, lambda: None)
    bridge.checks._quiet.setInterval(1)
    bridge.apply(campaign_id, Put(TITLE, "Two"))
    bridge.put_setting("days off", "2026-12-24")
    qtbot.waitUntil(lambda: not bridge.checks.busy)
    assert threads
    assert get_ident() not in threads


def test_who_waits_for_the_first_check_is_told_once(bridge: Bridge, qtbot: QtBot) -> None:
    campaign_id = bridge.add(Campaign(title="One"))
    told: list[int] = []
    bridge.checks.when_known(campaign_id, lambda: told.append(1))
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    bridge.checks.when_known(campaign_id, lambda: told.append(2))
    assert told == [1, 2]


def test_every_campaign_that_changed_is_checked(bridge: Bridge, qtbot: QtBot) -> None:
    ids = [bridge.add(Campaign(title=title)) for title in ("One", "Two")]
    bridge.checks._quiet.setInterval(1)
    for campaign_id in ids:
        bridge.apply(campaign_id, Put(("launch_date",), Day(2020, 1, 1)))
    qtbot.waitUntil(lambda: not bridge.checks.busy)
    for campaign_id in ids:
        assert bridge.findings(campaign_id) == checked(bridge, campaign_id) != ()


def test_what_changes_during_a_check_is_checked_again(bridge: Bridge, qtbot: QtBot) -> None:
    ids = [bridge.add(Campaign(title=title)) for title in ("One", "Two")]
    for campaign_id in ids:
        bridge.findings(campaign_id)
        bridge.apply(campaign_id, Put(("launch_date",), Day(2020, 1, 1)))
        bridge.checks._check()
    bridge.checks._quiet.setInterval(1)
    bridge.apply(ids[0], Put(OBJECTIVE, "240 services"))
    qtbot.waitUntil(lambda: not bridge.checks.busy)
    for campaign_id in ids:
        assert bridge.findings(campaign_id) == checked(bridge, campaign_id) != ()


def test_what_is_said_of_a_client_is_new_in_all_its_campaigns(bridge: Bridge, qtbot: QtBot) -> None:
    ids = [bridge.add(Campaign(title=title, client=Client(name="Harbour"))) for title in ("One", "Two")]
    bridge.checks._quiet.setInterval(1)
    qtbot.waitUntil(lambda: all(bridge.findings(each) for each in ids))
    bridge.apply(ids[0], Put(("client", "brand", "guidelines"), "https://brand.example/guide"))
    qtbot.waitUntil(lambda: not bridge.checks.busy)
    for campaign_id in ids:
        assert bridge.findings(campaign_id) == checked(bridge, campaign_id)


def test_another_day_off_is_seen_in_what_is_known(bridge: Bridge, qtbot: QtBot) -> None:
    campaign_id = bridge.add(Campaign(title="One", launch_date=Day(2026, 12, 24)))
    bridge.checks._quiet.setInterval(1)
    qtbot.waitUntil(lambda: bool(bridge.findings(campaign_id)))
    bridge.put_setting("days off", "2026-12-24")
    qtbot.waitUntil(lambda: "dates.day-off" in {each.rule for each in bridge.findings(campaign_id)})
    assert bridge.day_off(Day(2026, 12, 24))
    assert not bridge.day_off(Day(2026, 12, 23))


def test_a_country_nobody_knows_stops_no_check(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.put_setting("country", "Atlantis")
    campaign_id = bridge.add(Campaign(title="One"))
    qtbot.waitUntil(lambda: bool(bridge.findings(campaign_id)))
    assert (bridge.day_off(Day(2026, 12, 26)), bridge.day_off(Day(2026, 12, 25))) == ("Weekend", "")


def test_the_newest_step_of_all(bridge: Bridge) -> None:
    _, second = bridge.add_all([Campaign(title="One"), Campaign(title="Two")])
    bridge.apply(second, Put(TITLE, "2"))
    assert (bridge.newest(), bridge.newest(again=True)) == (second, None)
    bridge.undo(second)
    assert (bridge.newest(), bridge.newest(again=True)) == ("", second)
    bridge.undo()
    assert bridge.newest() is None
    assert bridge.rows() == []


def test_a_folder_that_promises_nothing_is_said_once(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign())
    said: list[str] = []
    bridge.noticed.connect(said.append)
    bridge.workspace._commits.unsynced = True
    for title in ("One", "Two"):
        assert bridge.apply(campaign_id, Put(TITLE, title))
    assert len(said) == 1
    assert "power cut" in said[0]


def test_undo_of_what_is_just_being_deleted_for_good_is_refused_calmly(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign(title="Spring"))
    bridge.remove(campaign_id)
    gone = purge(bridge.workspace, [campaign_id])
    with pytest.raises(UserError, match="not there any more"):
        bridge.undo()
    bridge.forget(gone)
    assert bridge.undo() == GONE


def test_what_can_only_be_read_holds_nothing_up(bridge: Bridge) -> None:
    whole, broken = bridge.add(Campaign(title="Whole")), bridge.add(Campaign(title="Broken"))
    bridge.open_readable(broken)
    with refusing(bridge):
        bridge.apply(whole, Put(TITLE, "Spring"))
        assert not bridge.apply(broken, Put(TITLE, "Edited"))
        assert [each.campaign_id for each in bridge.waiting] == [whole]
    assert bridge.flush()
    assert on_disk(bridge, whole).title == "Spring"
    assert on_disk(bridge, broken).title == "Broken"
