"""Search finds the words wherever they stand, and no query is an error."""

import json
import sqlite3
from dataclasses import replace
from datetime import date as Day

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.campaign import Campaign, Client, Deliverable, Line, Spec
from app.change import Batch, Insert, Put, Remove
from app.place import answers, get
from app.session import Session
from storage.search import WRITTEN, quoted, respell
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
    session.remove_campaign(campaign_id, Day(2026, 12, 1))
    assert [hit.place[0] for hit in store.find("deliverables", 500)] == []
    session.undo()
    assert store.find("deliverables")


def test_rows_that_go_and_come_together_are_found_where_they_stand(session: Session, store: Store) -> None:
    """Ids that begin alike are rows of their own, and a row may come back with other words in the same step."""
    campaign_id = session.add_campaign(replace(full_campaign(), id=""))
    here = ("technical_requirements",)
    lines = tuple(Line(name, f"halcyon {name}") for name in ("a", "a.b", "a b", "ab"))
    session.apply(Put(here, lines), campaign_id)
    gone = tuple(Remove((*here, name)) for name in ("ab", "a"))
    back = (Insert(here, 0, Line("a", "serene again")), Remove((*here, "a b")))
    session.apply(Batch("Several", (*gone, *back)), campaign_id)
    assert [hit.place for hit in store.find("halcyon")] == [(*here, "a.b", "text")]
    assert [hit.place for hit in store.find("serene")] == [(*here, "a", "text")]
    assert store.load(campaign_id) == session.campaign(campaign_id)
    session.undo(campaign_id)
    assert {hit.place[1] for hit in store.find("halcyon")} == {"a", "a.b", "a b", "ab"}
    assert store.find("serene") == []


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


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("冬の自転車修理キャンペーン", "修理"),
        ("冬の自転車修理キャンペーン", "キャンペ"),
        ("iPhone修理は当日", "iphone 修理"),
        ("แคมเปญบริการฤดูหนาว", "บริการ"),
        ("冬季自行车保养", "保养"),
        ("İstanbul açılışı", "istanbul"),
        ("ISTANBUL", "İstanbul"),
        ("Straße am Wasser", "strasse"),
        ("Strasse am Wasser", "straße"),
        ("STRASSE", "Straße"),
        ("Ćma nocą", "cma noca"),
        ("Łódź w maju", "lodz"),
        ("Smørrebrød", "smorre"),
        ("Tiếng Việt", "tieng viet"),
        ("Café ÉTÉ", "cafe été"),
    ],
)
def test_inside_words_without_spaces_and_without_special_letters(
    session: Session, store: Store, written: str, asked: str
) -> None:
    session.add_campaign(Campaign(title="Something else"))
    campaign_id = session.add_campaign(Campaign(title=written))
    (hit,) = store.find(asked)
    assert (hit.campaign_id, hit.snippet, hit.title) == (campaign_id, written, written)
    session.apply(Put(("title",), "gone"), campaign_id)
    assert store.find(asked) == []


def test_letters_of_such_scripts_are_found_in_their_order(session: Session, store: Store) -> None:
    session.add_campaign(Campaign(title="冬の自転車修理"))
    assert store.find("理修") == []
    assert store.find("冬修") == []
    assert store.find("冬 修理")


def test_a_hit_says_what_its_row_is_called(session: Session, store: Store) -> None:
    session.add_campaign(
        Campaign(title="Autumn", deliverables=(Deliverable("d", "Straße", specs=(Spec("s", "Size", "A0"),)),))
    )
    (hit,) = store.find("a0")
    assert store.row_name(hit) == "Straße"
    (title,) = store.find("autumn")
    assert store.row_name(title) == ""


def test_what_an_older_baton_indexed_is_spelt_anew(
    session: Session, store: Store, workspace: Workspace
) -> None:
    session.add_campaign(Campaign(title="冬の自転車修理"))
    session.add_campaign(Campaign(title="Spring menu"))
    with workspace.transaction() as db:
        db.execute("UPDATE search SET text = ? WHERE text LIKE '%冬%'", ["冬の自転車修理"])
    assert store.find("修理") == []
    with workspace.transaction() as db:
        respell(db)
    assert [hit.snippet for hit in store.find("修理")] == ["冬の自転車修理"]
    assert store.find("spring")


def test_few_answers_are_weighed(session: Session, store: Store, workspace: Workspace) -> None:
    """Steps of SQLite's machine grow with what is weighed, not with all that was ever written."""
    many = tuple(Line(f"l{number}", f"winter {number}") for number in range(3000))
    session.add_campaign(Campaign(technical_requirements=many))
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    workspace.connection.set_progress_handler(count, 100)
    try:
        assert len(store.find("w", 8)) == 8
    finally:
        workspace.connection.set_progress_handler(None, 0)
    assert steps < 200
