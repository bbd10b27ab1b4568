"""Search finds the words wherever they stand, and no query is an error."""

import json
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.campaign import Campaign, Client
from app.change import Put, Remove
from app.place import answers, get
from app.session import Session
from storage.search import WRITTEN, quoted
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import any_text, full_campaign
from tests.shared import corpora


def test_every_written_answer_is_found_at_its_place(session: Session, store: Store) -> None:
    """Each answer in turn says a word that stands nowhere else."""
    campaign_id = session.add_campaign(replace(full_campaign(), id=""))
    for place, field, _ in answers(session.campaign(campaign_id)):
        if field.kind in WRITTEN:
            session.apply(Put(place, "halcyon days"), campaign_id)
            assert [(hit.campaign_id, hit.place) for hit in store.find("halcyon")] == [(campaign_id, place)]
            session.undo(campaign_id)
    assert store.find("halcyon") == []


def test_edits_move_the_index(session: Session, store: Store) -> None:
    campaign_id = session.add_campaign(Campaign(title="Winter service"))
    assert store.find("winter serv")[0].place == ("title",)
    session.apply(Put(("title",), "Spring menu"), campaign_id)
    assert store.find("winter") == []
    assert store.find("spring")[0].snippet == "Spring menu"
    session.settle(campaign_id)
    session.apply(Put(("title",), "  "), campaign_id)
    assert store.find("spring") == []
    session.undo(campaign_id)
    assert store.find("spring")


def test_rows_that_go_are_not_found(session: Session, store: Store) -> None:
    campaign_id = session.add_campaign(replace(full_campaign(), id=""))
    place = ("deliverables", "deliverables-1")
    session.apply(Remove(place), campaign_id)
    assert not [hit for hit in store.find("deliverables", 500) if hit.place[:2] == place]
    session.remove_campaign(campaign_id)
    assert [hit.place[0] for hit in store.find("deliverables", 500)] == []
    session.undo()
    assert store.find("deliverables")


def test_the_words_of_a_client_lead_to_the_campaign_edited_last(session: Session, store: Store) -> None:
    first = session.add_campaign(Campaign(client=Client(name="Harbour Lane Coffee")))
    second = session.add_campaign(Campaign(client=Client(name="Harbour Lane Coffee")))
    assert [hit.campaign_id for hit in store.find("harbour")] == [second]
    session.apply(Put(("title",), "x"), first)
    assert [(hit.campaign_id, hit.place) for hit in store.find("harbour")] == [(first, ("client", "name"))]


def test_words_not_syntax(session: Session, store: Store) -> None:
    session.add_campaign(Campaign(title='Say "yes" OR leave (NOT now) text:this a-b*'))
    for query in ('"yes"', "OR", "(NOT", "text:this", "a-b", "yes leave", 'sa"'):
        assert store.find(query), query
    assert store.find("yes never") == []
    assert store.find("ye now") == []


def test_accents_and_case_do_not_matter(session: Session, store: Store) -> None:
    session.add_campaign(Campaign(title="Café ÉTÉ"))
    assert store.find("cafe ete")


@pytest.mark.parametrize("query", ["", " ", "\0", "\t\n", '"', '""', "*", "^", "\ud800", "a\0b"])
def test_odd_queries(session: Session, store: Store, query: str) -> None:
    session.add_campaign(Campaign(title="Something"))
    assert store.find(query) == []


def test_no_naughty_string_is_a_syntax_error(session: Session, store: Store) -> None:
    session.add_campaign(replace(full_campaign(), id=""))
    for query in json.loads((corpora() / "blns.json").read_text(encoding="utf-8")):
        store.find(query)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(any_text(), max_size=3).map(" ".join))
def test_no_query_is_an_error(store: Store, query: str) -> None:
    assert isinstance(store.find(query), list)
    assert quoted(query).count('"') % 2 == 0


def test_a_hit_leads_to_an_answer(session: Session, store: Store) -> None:
    campaign_id = session.add_campaign(replace(full_campaign(), id=""))
    hits = store.find("paragraph", 500)
    assert len(hits) > 20
    for hit in hits:
        assert "paragraph" in get(session.campaign(campaign_id), hit.place)


def test_a_damaged_index_is_made_anew(session: Session, store: Store) -> None:
    """The index is only made from the campaigns: it can never stand in the way of them."""
    campaign_id = session.add_campaign(Campaign(title="Winter"))
    store.rebuild_search()
    assert store.find("winter")[0].campaign_id == campaign_id


def test_a_damaged_index_does_not_stop_an_edit(session: Session, store: Store, workspace: Workspace) -> None:
    campaign_id = session.add_campaign(Campaign(title="Winter"))
    workspace.connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, False)
    workspace.connection.execute("UPDATE search_data SET block = x'ff00ff00ff'")
    workspace.connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    session.apply(Put(("title",), "Spring"), campaign_id)
    assert store.find("spring")
    assert store.load(campaign_id).title == "Spring"
