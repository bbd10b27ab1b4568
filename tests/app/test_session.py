"""The one door: disk first, then memory, then listeners; one history a campaign; typing is one step."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date as Day
from itertools import count
from typing import Any

import pytest

from app.campaign import Brand, Campaign, Client, Line
from app.change import Batch, Change, Insert, Put, Remove, apply
from app.errors import Unsure, UserError
from app.place import Place
from app.session import WORKSPACE, Session, agrees, identified
from app.steps import Regroup
from tests.campaigns import full_campaign

OBJECTIVE = ("strategy", "objective")
TODAY = Day(2026, 12, 1)


class Memory:
    """A disk that keeps everything in memory, and can be full."""

    def __init__(self, *campaigns: Campaign) -> None:
        self.campaigns = {campaign.id: campaign for campaign in campaigns}
        self.alone: dict[str, Client] = {}
        """Clients that no campaign brought."""
        self.deleted: dict[str, tuple[Campaign, Day]] = {}
        self.settings: dict[str, str] = {}
        self.full = False
        self.saves = 0

    def load(self, campaign_id: str) -> Campaign:
        return self.campaigns[campaign_id]

    def readable(self, campaign_id: str) -> tuple[Campaign, tuple[str, ...]]:
        return self.campaigns[campaign_id], ()

    def replace(self, campaign: Campaign) -> None:
        self._room()
        self.campaigns[campaign.id] = campaign

    def save(self, campaign: Campaign, change: Change) -> None:
        self._room()
        self.campaigns[campaign.id], _ = apply(self.campaigns[campaign.id], change)

    def add_all(self, campaigns: Iterable[Campaign], hidden: frozenset[str] | None = None) -> None:
        self._room()
        self.campaigns |= {campaign.id: campaign for campaign in campaigns}

    def show_arrived(self, campaign_ids: Iterable[str]) -> None:
        """Nothing is hidden here."""

    def remove_all(self, campaign_ids: Iterable[str], with_clients: Iterable[str] = ()) -> None:
        self._room()
        for campaign_id in campaign_ids:
            del self.campaigns[campaign_id]

    def delete_all(self, days: Mapping[str, Day]) -> None:
        self._room()
        self.deleted |= {
            campaign_id: (self.campaigns.pop(campaign_id), day) for campaign_id, day in days.items()
        }

    def restore_all(self, campaign_ids: Iterable[str]) -> None:
        self._room()
        for campaign_id in campaign_ids:
            self.campaigns[campaign_id], _ = self.deleted.pop(campaign_id)

    def deleted_on(self, campaign_ids: Iterable[str]) -> dict[str, Day]:
        return {campaign_id: self.deleted[campaign_id][1] for campaign_id in campaign_ids}

    def regroup(self, step: Regroup) -> None:
        self._room()
        self.alone |= {client.id: client for client in step.clients}
        now = {client.id: client for client in self.clients()} | self.alone
        for campaign_id, campaign in self.campaigns.items():
            client_id = dict(step.campaigns).get(campaign_id, campaign.client.id)
            self.campaigns[campaign_id] = replace(campaign, client=now[client_id])
        for client_id in step.gone:
            self.alone.pop(client_id, None)

    def before(self, step: Regroup) -> Regroup:
        known = {client.id: client for client in self.clients()}
        changed = (*(client.id for client in step.clients), *step.gone)
        moved = tuple(
            (campaign_id, self.campaigns[campaign_id].client.id) for campaign_id, _ in step.campaigns
        )
        new = tuple(client.id for client in step.clients if client.id not in known)
        return Regroup(tuple(known[each] for each in changed if each in known), moved, new)

    def clients(self, name: str | None = None) -> tuple[Client, ...]:
        found = {campaign.client.id: campaign.client for campaign in self.campaigns.values()} | self.alone
        return tuple(client for client in found.values() if name in (None, client.name))

    def setting(self, key: str) -> str | None:
        return self.settings.get(key)

    def settings_under(self, prefix: str) -> dict[str, str]:
        return {key: value for key, value in self.settings.items() if key.startswith(prefix)}

    def put_setting(self, key: str, value: str | None) -> None:
        self._room()
        self.settings.pop(key, None)
        if value is not None:
            self.settings[key] = value

    def together(self) -> AbstractContextManager[object]:
        return nullcontext()

    def _room(self) -> None:
        if self.full:
            raise UserError("The disk is full.")
        self.saves += 1


@pytest.fixture
def disk() -> Memory:
    return Memory(full_campaign())


@pytest.fixture
def session(disk: Memory) -> Session:
    numbers = count(1)
    return Session(disk, lambda: f"id{next(numbers)}")


def heard(session: Session) -> list[tuple[str, Place]]:
    told: list[tuple[str, Place]] = []
    session.watch(lambda campaign_id, place: told.append((campaign_id, place)))
    return told


def test_an_edit_is_on_the_disk_in_memory_and_told(session: Session, disk: Memory) -> None:
    told = heard(session)
    session.apply(Put(OBJECTIVE, "240 services"), "full")
    assert disk.campaigns["full"].strategy.objective == "240 services"
    assert session.campaign("full").strategy.objective == "240 services"
    assert told == [("full", OBJECTIVE)]


def test_listeners_see_the_campaign_as_it_is_after(session: Session) -> None:
    seen: list[str] = []
    session.watch(lambda campaign_id, _: seen.append(session.campaign(campaign_id).title))
    session.apply(Put(("title",), "New"), "full")
    assert seen == ["New"]


def test_unwatch(session: Session) -> None:
    told: list[Any] = []

    def listener(*what: Any) -> None:
        told.append(what)
        session.unwatch(listener)

    session.watch(listener)
    session.apply(Put(("title",), "One"), "full")
    session.apply(Put(("title",), "Two"), "full")
    assert len(told) == 1


def test_if_the_disk_refuses_nothing_has_moved(session: Session, disk: Memory) -> None:
    session.apply(Put(("title",), "First"), "full")
    told = heard(session)
    before = session.campaign("full")
    disk.full = True
    with pytest.raises(UserError):
        session.apply(Put(OBJECTIVE, "x"), "full")
    with pytest.raises(UserError):
        session.undo("full")
    with pytest.raises(UserError):
        session.remove_campaign("full", TODAY)
    with pytest.raises(UserError):
        session.put_setting("theme", "dark")
    assert session.campaign("full") is before
    assert not told
    assert not session.can_undo(WORKSPACE)
    disk.full = False
    assert session.undo("full") == ("title",)
    assert session.campaign("full") == full_campaign()


def test_a_place_that_is_gone_is_a_key_error(session: Session, disk: Memory) -> None:
    with pytest.raises(KeyError):
        session.apply(Put(("deliverables", "gone", "name"), "x"), "full")
    assert not session.can_undo("full")
    assert disk.saves == 0


def test_the_same_answer_again_is_no_step(session: Session, disk: Memory) -> None:
    told = heard(session)
    session.apply(Put(("title",), full_campaign().title), "full")
    assert not session.can_undo("full")
    assert (disk.saves, told) == (0, [])


def test_undo_and_redo_return_the_place(session: Session) -> None:
    session.apply(Remove(("deliverables", "deliverables-1")), "full")
    after = session.campaign("full")
    assert session.undo("full") == ("deliverables", "deliverables-1")
    assert session.campaign("full") == full_campaign()
    assert session.redo("full") == ("deliverables", "deliverables-1")
    assert session.campaign("full") == after
    assert session.redo("full") is None


def test_a_new_edit_ends_redo(session: Session) -> None:
    session.apply(Put(("title",), "One"), "full")
    session.undo("full")
    assert session.can_redo("full")
    session.apply(Put(("source",), "Two"), "full")
    assert not session.can_redo("full")


def test_typing_is_one_step_until_it_settles(session: Session) -> None:
    for text in ("2", "24", "240"):
        session.apply(Put(OBJECTIVE, text), "full")
    session.settle("full")
    session.apply(Put(OBJECTIVE, "240 services"), "full")
    session.undo("full")
    assert session.campaign("full").strategy.objective == "240"
    session.undo("full")
    assert session.campaign("full") == full_campaign()
    assert not session.can_undo("full")
    session.redo("full")
    assert session.campaign("full").strategy.objective == "240"


def test_typing_that_comes_back_to_where_it_began_is_no_step(session: Session) -> None:
    session.apply(Put(("title",), "x"), "full")
    session.apply(Put(("title",), full_campaign().title), "full")
    assert not session.can_undo("full")


def test_typing_that_came_back_joins_no_older_step(session: Session) -> None:
    session.apply(Put(("title",), "A"), "full")
    session.settle("full")
    for text in ("AB", "A", "AC"):
        session.apply(Put(("title",), text), "full")
    session.undo("full")
    assert session.campaign("full").title == "A"


def test_typing_that_came_back_leaves_redo(session: Session) -> None:
    session.apply(Put(("title",), "A"), "full")
    session.undo("full")
    session.apply(Put(("source",), "x"), "full")
    assert not session.can_redo("full")
    session.apply(Put(("source",), full_campaign().source), "full")
    assert session.redo("full") == ("title",)
    assert session.campaign("full").title == "A"


def test_another_field_or_kind_of_answer_is_another_step(session: Session) -> None:
    session.apply(Put(("title",), "a"), "full")
    session.apply(Put(("source",), "b"), "full")
    session.apply(Put(("title",), "c"), "full")
    for flag in (True, False):
        session.apply(Put(("archived",), flag), "full")
    steps = 0
    while session.undo("full"):
        steps += 1
    assert steps == 5


def test_after_undo_typing_starts_a_step(session: Session) -> None:
    session.apply(Put(("title",), "a"), "full")
    session.settle("full")
    session.apply(Put(("title",), "b"), "full")
    session.undo("full")
    session.apply(Put(("title",), "c"), "full")
    session.undo("full")
    assert session.campaign("full").title == "a"


def test_a_batch_is_one_step(session: Session) -> None:
    line = Line(id="new", text="Say it")
    both = Batch("Two", (Put(("title",), "x"), Insert(("guardrails", "dos"), 0, line)))
    session.apply(both, "full")
    assert session.undo("full") == ("guardrails", "dos", "new")
    assert session.campaign("full") == full_campaign()


def test_histories_are_apart(disk: Memory) -> None:
    disk.campaigns["other"] = replace(full_campaign(), id="other")
    session = Session(disk, lambda: "id")
    session.apply(Put(("title",), "a"), "full")
    session.apply(Put(("title",), "b"), "other")
    session.undo("full")
    assert session.campaign("full").title == full_campaign().title
    assert session.campaign("other").title == "b"
    assert not session.can_undo()


def test_an_answer_of_the_client_is_in_every_open_campaign_of_it(disk: Memory) -> None:
    disk.campaigns["other"] = replace(full_campaign(), id="other")
    disk.campaigns["third"] = replace(full_campaign(), id="third", client=Client(id="k2", name="Third"))
    session = Session(disk, lambda: "id")
    before = session.campaign("other"), session.campaign("third")
    told = heard(session)
    session.apply(Put(("client", "brand", "fonts"), "Inter"), "full")
    assert session.campaign("other").client.brand.fonts == "Inter"
    assert session.campaign("third") is before[1]
    assert told == [("full", ("client", "brand", "fonts")), ("other", ("client",))]
    session.undo("full")
    assert session.campaign("other") == before[0]


def test_campaigns_come_and_go_with_undo(session: Session, disk: Memory) -> None:
    told = heard(session)
    campaign_id = session.add_campaign(Campaign(title="New"))
    assert session.campaign(campaign_id).title == "New"
    assert session.campaign(campaign_id).client.id
    session.apply(Put(("title",), "Newer"), campaign_id)
    session.remove_campaign(campaign_id, TODAY)
    with pytest.raises(KeyError):
        session.campaign(campaign_id)
    assert session.undo() == ("campaigns", campaign_id)
    assert session.campaign(campaign_id).title == "Newer"
    assert session.undo(campaign_id) == ("title",)
    session.undo()
    assert campaign_id not in disk.campaigns
    session.redo()
    assert session.campaign(campaign_id).title == "New"
    assert told[0] == (WORKSPACE, ("campaigns", campaign_id))


def test_several_campaigns_are_one_step(session: Session, disk: Memory) -> None:
    harbour = Client(name="Harbour", brand=Brand(fonts="Inter"))
    told = heard(session)
    ids = session.add_campaigns(
        [Campaign(title="1", client=harbour), Campaign(title="2", client=Client(name="Harbour"))]
    )
    assert [disk.campaigns[each].title for each in ids] == ["1", "2"]
    assert disk.campaigns[ids[0]].client == disk.campaigns[ids[1]].client
    assert told == [(WORKSPACE, ("campaigns", each)) for each in ids]
    session.undo()
    assert list(disk.campaigns) == ["full"]
    assert not session.can_undo()
    session.redo()
    assert session.campaign(ids[1]).title == "2"
    assert session.add_campaigns([]) == []


def test_a_listener_that_raises_loses_no_step(session: Session, disk: Memory) -> None:
    def listener(*_: Any) -> None:
        raise ValueError("from a listener")

    session.watch(listener)
    with pytest.raises(ValueError, match="from a listener"):
        session.apply(Put(("title",), "x"), "full")
    with pytest.raises(ValueError, match="from a listener"):
        session.put_setting("theme", "dark")
    assert session.can_undo("full")
    assert session.can_undo()
    with pytest.raises(ValueError, match="from a listener"):
        session.undo("full")
    session.unwatch(listener)
    assert (session.can_undo("full"), session.can_redo("full")) == (False, True)
    assert session.campaign("full") == disk.campaigns["full"] == full_campaign()


def test_the_newest_step_of_all(session: Session, disk: Memory) -> None:
    disk.campaigns["other"] = replace(full_campaign(), id="other")
    assert session.last_changed() is None
    session.apply(Put(("title",), "a"), "full")
    session.put_setting("theme", "dark")
    session.apply(Put(("title",), "b"), "other")
    newest = []
    while (owner := session.last_changed()) is not None:
        newest.append(owner)
        session.undo(owner)
    assert newest == ["other", WORKSPACE, "full"]
    assert session.last_undone() == "full"
    session.redo("full")
    assert (session.last_changed(), session.last_undone()) == ("full", WORKSPACE)


def test_the_steps_of_a_campaign_that_is_gone_are_nobodys(session: Session) -> None:
    campaign_id = session.add_campaign(Campaign(title="New"))
    session.apply(Put(("title",), "Newer"), campaign_id)
    assert session.last_changed() == campaign_id
    session.remove_campaign(campaign_id, TODAY)
    assert session.last_changed() == WORKSPACE
    session.undo()
    assert session.last_changed() == campaign_id


def test_a_client_that_is_chosen_comes_as_it_is_now(disk: Memory) -> None:
    harbour, tide = Client("k1", "Harbour"), Client("k2", "Tide")
    disk.campaigns |= {
        key: Campaign(id=key, client=client) for key, client in (("a", harbour), ("b", harbour), ("c", tide))
    }
    session = Session(disk, lambda: "id")
    session.apply(Put(("client", "brand", "fonts"), "Inter"), "c")
    session.apply(Batch("Choose", (Put(("client",), tide), Put(("title",), "A"))), "a")
    assert session.campaign("a").client == session.campaign("c").client
    session.apply(Put(("client", "brand", "fonts"), "Lora"), "b")
    session.undo("a")
    assert session.campaign("a").client == session.campaign("b").client
    assert session.campaign("b").client.brand.fonts == "Lora"


def test_a_copy_is_for_the_same_client_and_not_archived(session: Session) -> None:
    session.apply(Put(("archived",), True), "full")
    copy_id = session.duplicate("full", "Again")
    copied = session.campaign(copy_id)
    assert replace(copied, id="full", title=full_campaign().title) == full_campaign()
    assert copied.title == "Again"


def test_settings_are_remembered_and_undone(session: Session) -> None:
    session.put_setting("theme", "dark")
    session.put_setting("theme", "light")
    session.put_setting("theme", "light")
    assert session.undo() == ("settings", "theme")
    assert session.setting("theme") == "dark"
    session.undo()
    assert session.setting("theme") is None
    assert not session.can_undo()


def test_a_setting_is_typed_as_an_answer_is(session: Session) -> None:
    agency = ("settings", "agency")
    for text in ("L", "Lantern Street"):
        session.apply(Put(agency, text), WORKSPACE)
    session.settle(WORKSPACE)
    session.apply(Put(agency, "Lantern"), WORKSPACE)
    assert session.undo() == agency
    assert session.setting("agency") == "Lantern Street"
    session.undo()
    assert session.setting("agency") is None
    session.redo()
    assert session.setting("agency") == "Lantern Street"
    with pytest.raises(KeyError):
        session.apply(Put(("title",), "Spring"), WORKSPACE)


KNOWN = Client("k", "Harbour", Brand(primary_color="#0B5D5B", guidelines="Book v3"))


@pytest.mark.parametrize(
    ("imported", "same"),
    [
        (Client(name="Harbour"), True),
        (Client(name="Harbour", brand=Brand(primary_color="#0B5D5B")), True),
        (Client(name="Harbour", brand=Brand(primary_color="#FFFFFF")), False),
        (Client(name="Harbour", brand=Brand(fonts="Inter")), False),
        (Client(name="harbour"), False),
        (Client(), False),
    ],
)
def test_an_imported_client_joins_one_that_says_the_same(imported: Client, same: bool) -> None:
    assert agrees(imported, KNOWN) is same
    session = Session(Memory(Campaign(id="c", client=KNOWN)), iter("abcdef").__next__)
    campaign_id = session.add_campaign(Campaign(client=imported))
    assert (session.campaign(campaign_id).client == KNOWN) is same


def test_clients_without_a_name_are_never_the_same() -> None:
    session = Session(Memory(), iter("abcdef").__next__)
    first, second = session.add_campaign(Campaign()), session.add_campaign(Campaign())
    assert session.campaign(first).client.id != session.campaign(second).client.id


def test_rows_without_an_id_get_one() -> None:
    campaign = replace(
        full_campaign(), technical_requirements=(Line(text="a"), Line(id="kept"), Line(text="b"))
    )
    found = identified(campaign, iter("xyz").__next__)
    assert [line.id for line in found.technical_requirements] == ["x", "kept", "y"]
    assert found.deliverables == campaign.deliverables


def test_what_comes_in_pieces_is_one_step(session: Session) -> None:
    first = session.add_campaigns([Campaign(title="One"), Campaign(title="Two")])
    ids = [*first, *session.add_campaigns([Campaign(title="Three")], first)]
    session.undo()
    for campaign_id in ids:
        with pytest.raises(KeyError):
            session.campaign(campaign_id)
    session.redo()
    assert [session.campaign(each).title for each in ids] == ["One", "Two", "Three"]


def test_what_came_in_pieces_goes_as_if_it_had_never_come(session: Session) -> None:
    kept = session.add_campaign(Campaign(title="Kept"))
    session.undo()
    session.redo()
    ids = session.add_campaigns([Campaign(title="One")])
    session.withdraw(ids)
    assert not session.can_redo()
    session.undo()
    with pytest.raises(KeyError):
        session.campaign(kept)


def test_what_was_followed_by_another_step_goes_in_one_of_its_own(session: Session) -> None:
    ids = session.add_campaigns([Campaign(title="One")])
    session.put_setting("agency", "Lantern Street")
    later = session.add_campaigns([Campaign(title="Two")], ids)
    session.withdraw(ids)
    with pytest.raises(KeyError):
        session.campaign(ids[0])
    session.undo()
    assert session.campaign(ids[0]).title == "One"
    session.undo()
    with pytest.raises(KeyError):
        session.campaign(later[0])
    assert session.campaign(ids[0]).title == "One"


@pytest.mark.parametrize("stands", [True, False])
def test_what_the_disk_did_not_say_is_decided_before_the_next_step(disk: Memory, stands: bool) -> None:
    """The change was taken, or not; either way memory, history and listeners say the same as the disk in the end."""
    session = Session(disk, lambda: "new")
    campaign_id = session.add_campaign(Campaign(title="Spring"))
    told: list[object] = []
    session.watch(lambda _, place: told.append(place))
    answers: list[bool | UserError] = [UserError("It does not answer."), stands]
    save = disk.save

    def answer() -> bool:
        said = answers.pop(0)
        if isinstance(said, UserError):
            raise said
        return said

    def unsure(campaign: Campaign, change: Change) -> None:
        if stands:
            save(campaign, change)
        raise Unsure("The disk failed.", "", answer)

    disk.save = unsure  # type: ignore[method-assign]
    change = Insert(("guardrails", "dos"), 0, Line("l", "A line"))
    with pytest.raises(Unsure):
        session.apply(change, campaign_id)
    disk.save = save  # type: ignore[method-assign]
    assert (session.in_doubt, told) == (True, [])
    with pytest.raises(UserError, match="does not answer"):
        session.undo(campaign_id)
    session.decide()
    assert not session.in_doubt
    assert session.campaign(campaign_id) == disk.campaigns[campaign_id]
    assert session.can_undo(campaign_id) == stands == bool(told)
    if stands:  # what waited is tried again, and has nowhere to go
        with pytest.raises(KeyError):
            session.apply(change, campaign_id)
        session.undo(campaign_id)
    else:
        session.apply(change, campaign_id)
    assert session.campaign(campaign_id) == disk.campaigns[campaign_id]
