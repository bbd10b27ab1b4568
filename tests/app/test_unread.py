"""Words that cannot be read yet: kept beside the answer, taken back with it, one step while they are typed."""

import pytest

from app.campaign import Deliverable, Person, Spec
from app.change import Batch, Insert, Put, Remove
from app.place import Place
from app.session import Session
from app.unread import UNREAD, Read
from tests.app.test_session import Memory
from tests.campaigns import full_campaign


@pytest.fixture
def session() -> Session:
    return Session(Memory(full_campaign()), lambda: "new")


@pytest.fixture
def owner(session: Session) -> str:
    return str(full_campaign().id)


def first(session: Session, owner: str) -> Deliverable:
    return session.campaign(owner).deliverables[0]


def rounds(session: Session, owner: str) -> Place:
    return ("deliverables", first(session, owner).id, "rounds")


def say(session: Session, owner: str, place: Place, words: str) -> None:
    session.apply(Put((UNREAD, *place), words), owner)


def test_words_are_kept_taken_back_and_made_again(session: Session, owner: str) -> None:
    place = rounds(session, owner)
    for words in ("t", "tw", "two"):
        say(session, owner, place, words)
    assert session.unread(owner) == {place: "two"}
    assert session.undo(owner) == place
    assert (session.unread(owner), session.can_undo(owner)) == ({}, False)
    session.redo(owner)
    assert session.unread(owner) == {place: "two"}


def test_they_are_there_when_the_workspace_is_opened_again(owner: str) -> None:
    disk = Memory(full_campaign())
    before = Session(disk, lambda: "new")
    place = rounds(before, owner)
    say(before, owner, place, "two.or (three) é")
    assert Session(disk, lambda: "new").unread(owner) == {place: "two.or (three) é"}


def test_what_can_be_read_takes_their_place_in_the_same_step(session: Session, owner: str) -> None:
    place, held = rounds(session, owner), first(session, owner).rounds
    say(session, owner, place, "7")
    session.apply(Put(place, 77), owner)
    session.settle(owner)
    assert (first(session, owner).rounds, session.unread(owner)) == (77, {})
    session.undo(owner)
    assert (first(session, owner).rounds, session.unread(owner)) == (held, {})
    assert not session.can_undo(owner)
    session.redo(owner)
    assert first(session, owner).rounds == 77


def test_of_a_field_that_was_left_they_come_back_with_undo(session: Session, owner: str) -> None:
    place = rounds(session, owner)
    say(session, owner, place, "some")
    session.settle(owner)
    session.apply(Put(place, 77), owner)
    session.settle(owner)
    session.undo(owner)
    assert session.unread(owner) == {place: "some"}
    session.undo(owner)
    assert session.unread(owner) == {}


def test_they_go_with_their_row_and_come_back_with_it(session: Session, owner: str) -> None:
    place = rounds(session, owner)
    say(session, owner, place, "some")
    session.settle(owner)
    session.apply(Remove(place[:2]), owner)
    assert session.unread(owner) == {}
    session.undo(owner)
    assert session.unread(owner) == {place: "some"}


def test_a_row_and_what_is_typed_into_it_are_one_step(session: Session, owner: str) -> None:
    people = session.campaign(owner).people
    session.apply(Insert(("people",), 0, Person("n", "Con")), owner)
    session.apply(Put(("people", "n", "role"), "Content"), owner)
    session.apply(Put(("people", "n", "role"), "Content lead"), owner)
    assert session.campaign(owner).people[0].role == "Content lead"
    session.undo(owner)
    assert session.campaign(owner).people == people
    session.redo(owner)
    assert session.campaign(owner).people[0] == Person("n", "Content lead")


def test_a_row_begun_with_words_that_name_somebody_new_is_one_step(session: Session, owner: str) -> None:
    before = session.campaign(owner)
    made, place = Deliverable("n"), ("deliverables", "n", "owner")
    session.apply(Read(Insert(("deliverables",), 0, made), ((place, "Pho"),)), owner)
    say(session, owner, place, "Photographer")
    role = Insert(("people",), 0, Person("p", "Photographer"))
    session.apply(Batch("Add role", (role, Put(place, "p"))), owner)
    session.settle(owner)
    assert (session.campaign(owner).deliverables[0].owner, session.unread(owner)) == ("p", {})
    session.undo(owner)
    assert (session.campaign(owner), session.unread(owner)) == (before, {})
    session.redo(owner)
    assert session.campaign(owner).deliverables[0].owner == "p"


def test_letters_in_one_specification_are_one_step_and_of_two_are_two(session: Session, owner: str) -> None:
    place = (*rounds(session, owner)[:2], "specs")
    session.apply(Put(place, (Spec("a", "Words", ""), Spec("b", "Form", ""))), owner)
    session.settle(owner)
    for one, other in (("4", ""), ("45", ""), ("450", ""), ("450", "5"), ("450", "5 fields")):
        session.apply(Put(place, (Spec("a", "Words", one), Spec("b", "Form", other))), owner)
    said = []
    for _ in range(2):
        session.undo(owner)
        said.append(tuple(each.value for each in first(session, owner).specs))
    assert said == [("450", ""), ("", "")]


def test_a_name_and_what_follows_from_it_are_one_step(session: Session, owner: str) -> None:
    task = session.campaign(owner).raci[0]
    name, about = ("raci", task.id, "task"), ("raci", task.id, "about")
    session.apply(Batch("Rename task", (Put(name, "S"), Put(about, ()))), owner)
    session.apply(Put(name, "Som"), owner)
    session.apply(Put(name, "Something"), owner)
    session.undo(owner)
    assert session.campaign(owner).raci[0] == task
    session.redo(owner)
    assert (session.campaign(owner).raci[0].task, session.campaign(owner).raci[0].about) == ("Something", ())
