"""Clients by themselves: made, edited, merged and taken apart again, each in one step, in the file as in memory."""

from dataclasses import replace
from datetime import date as Day

import pytest

from app.campaign import Brand, Campaign, Client
from app.change import Put
from app.clients import merged
from app.errors import UserError
from app.place import CLIENTS
from app.session import WORKSPACE, Session
from storage.backup import verify
from storage.purging import purge
from storage.store import Store
from storage.workspace import Workspace

HARBOUR = Client(name="Harbour Lane", brand=Brand(guidelines="Book v3"))
LANE = Client(name="Lane Harbour", brand=Brand(fonts="Inter", guidelines="Folder"))


@pytest.fixture
def ids(session: Session) -> dict[str, str]:
    """Two campaigns of Harbour Lane, two of Lane Harbour; the second of each is deleted."""
    made = {
        f"{client.name} {number}": session.add_campaign(
            Campaign(title=f"{client.name} {number}", client=client)
        )
        for client in (HARBOUR, LANE)
        for number in (1, 2)
    }
    for name in (HARBOUR.name, LANE.name):
        session.remove_campaign(made[f"{name} 2"], Day(2026, 12, 1))
    return made


def named(session: Session, name: str) -> Client:
    return next(client for client in session.clients() if client.name == name)


def together(session: Session, store: Store) -> None:
    ours, theirs = named(session, HARBOUR.name), named(session, LANE.name)
    kept = merged(ours, theirs, [("name",)])
    session.merge_clients(kept, theirs.id, store.campaigns_of(theirs.id))


def test_a_client_comes_without_a_campaign_and_is_edited(session: Session, store: Store) -> None:
    client_id = session.add_client(Client(name="Halden"))
    session.settle(WORKSPACE)
    for letters in ("Halden P", "Halden Press"):
        session.apply(Put((CLIENTS, client_id, "name"), letters), WORKSPACE)
    session.settle(WORKSPACE)
    session.apply(Put((CLIENTS, client_id, "brand", "logo"), b"png"), WORKSPACE)
    assert store.clients() == (Client(client_id, "Halden Press", Brand(logo=b"png")),)
    assert session.undo() == (CLIENTS, client_id, "brand", "logo")
    assert session.undo() == (CLIENTS, client_id, "name")
    assert store.clients() == (Client(client_id, "Halden"),)
    assert session.undo() == (CLIENTS, client_id)
    assert store.clients() == ()
    for _ in range(3):
        session.redo()
    assert store.clients() == (Client(client_id, "Halden Press", Brand(logo=b"png")),)
    with pytest.raises(KeyError):
        session.apply(Put((CLIENTS, "nobody", "name"), "x"), WORKSPACE)


def test_what_is_written_by_itself_is_in_its_campaigns_too(session: Session, store: Store) -> None:
    client_id = session.add_client(Client(name="Halden"))
    campaign_id = session.add_campaign(Campaign(title="1", client=named(session, "Halden")))
    assert session.campaign(campaign_id).client.id == client_id
    told: list[object] = []
    session.watch(lambda *heard: told.append(heard))
    session.apply(Put((CLIENTS, client_id, "brand", "fonts"), "Lora"), WORKSPACE)
    assert session.campaign(campaign_id).client.brand.fonts == "Lora"
    assert store.load(campaign_id) == session.campaign(campaign_id)
    assert told == [(WORKSPACE, (CLIENTS, client_id, "brand", "fonts")), (campaign_id, ("client",))]
    assert [hit.campaign_id for hit in store.find("Lora")] == [campaign_id]


def test_two_become_one_in_one_step(session: Session, store: Store, ids: dict[str, str]) -> None:
    first = session.campaign(ids["Harbour Lane 1"])
    together(session, store)
    (client,) = session.clients()
    assert client == Client(first.client.id, "Lane Harbour", Brand(guidelines="Book v3", fonts="Inter"))
    for title in ("Harbour Lane 1", "Lane Harbour 1"):
        assert store.load(ids[title]) == session.campaign(ids[title])
        assert session.campaign(ids[title]).client == client
    session.restore_campaign(ids["Lane Harbour 2"])
    assert session.campaign(ids["Lane Harbour 2"]).client == client
    assert {hit.place for hit in store.find("folder")} == set()


def test_and_two_again_with_all_their_answers(
    session: Session, store: Store, ids: dict[str, str], workspace: Workspace
) -> None:
    before = {client.name: client for client in session.clients()}
    together(session, store)
    session.undo()
    assert {client.name: client for client in session.clients()} == before
    for name in (HARBOUR.name, LANE.name):
        assert session.campaign(ids[f"{name} 1"]).client == before[name]
        assert store.load(ids[f"{name} 1"]).client == before[name]
        assert len(store.campaigns_of(before[name].id)) == 2
    assert store.find("folder")
    session.redo()
    assert [client.name for client in session.clients()] == ["Lane Harbour"]
    assert verify(workspace.path, workspace.schema).good


def test_what_was_typed_into_the_other_before_is_not_undone_in_the_one(
    session: Session, store: Store, ids: dict[str, str]
) -> None:
    campaign_id = ids["Lane Harbour 1"]
    session.apply(Put(("client", "brand", "fonts"), "Inter Tight"), campaign_id)
    session.apply(Put(("title",), "New title"), campaign_id)
    together(session, store)
    session.undo(campaign_id)
    assert session.undo(campaign_id) is None
    assert session.campaign(campaign_id).client.brand.fonts == "Inter Tight"


def test_a_client_that_got_a_campaign_does_not_go_by_undo(session: Session, store: Store) -> None:
    session.add_client(Client(name="Halden"))
    store.add(Campaign(id="other", client=named(session, "Halden")))
    with pytest.raises(UserError, match="A campaign is for this client"):
        session.undo()
    assert named(session, "Halden")


def test_a_client_deleted_for_good_does_not_come_back_by_undo(
    session: Session, store: Store, ids: dict[str, str], workspace: Workspace
) -> None:
    together(session, store)
    (client,) = session.clients()
    session.put_setting("agency", "Lantern Street")
    session.forget(*purge(workspace, list(ids.values()), [client.id]))
    session.undo()
    session.undo()
    while session.undo():
        pass
    assert session.clients() == store.clients() == ()
    assert session.setting("agency") is None


def test_a_disk_that_refuses_moves_nothing(session: Session, store: Store, ids: dict[str, str]) -> None:
    before = session.clients()
    kept = replace(before[0], brand=replace(before[0].brand, logo=b"x" * 100_000_001))
    with pytest.raises(UserError):
        session.merge_clients(kept, before[1].id, store.campaigns_of(before[1].id))
    assert session.clients() == before
    assert session.campaign(ids["Lane Harbour 1"]).client in before
