"""What the disk refused keeps its order; a later answer takes the place of an earlier one only where that is the same."""

from app.campaign import Campaign, Client, Line
from app.change import Change, Insert, Put, Remove
from app.place import CLIENTS, SETTINGS, WORKSPACE
from app.unread import Read
from app.waiting import Waiting

TITLE = ("title",)
NAME = ("client", "name")
DOS = ("guardrails", "dos")


def waiting(*changes: Change, campaign_id: str = "c") -> Waiting:
    made = Waiting()
    for change in changes:
        made.join(campaign_id, change)
    return made


def order(queue: Waiting) -> list[Change | Read]:
    return [waiter.change for waiter in queue]


def test_a_later_answer_takes_the_place_of_the_earlier_one() -> None:
    source = Put(("source",), "s")
    assert order(waiting(Put(TITLE, "a"), source, Put(TITLE, "ab"))) == [Put(TITLE, "ab"), source]


def test_not_where_something_between_touches_it() -> None:
    for between in (Put(("client",), Client(id="k")), Remove((*DOS, "l"))):
        changes = [Put(NAME, "a"), between, Put(NAME, "b")]
        assert order(waiting(*changes)) == changes


def test_not_in_another_campaign() -> None:
    queue = waiting(Put(TITLE, "a"))
    queue.join("other", Put(TITLE, "b"))
    assert len(queue) == 2


def test_a_row_is_not_new_twice() -> None:
    first, second = (Insert(DOS, 0, Line(id="l", text=text)) for text in ("a", "ab"))
    assert order(waiting(first, second)) == [second]


def test_who_was_overtaken_has_left() -> None:
    queue = Waiting()
    first = queue.join("c", Put(TITLE, "a"))
    queue.join("c", Put(TITLE, "b"))
    queue.leave(first)
    assert order(queue) == [Put(TITLE, "b")]


def test_laid_over_the_campaign() -> None:
    queue = waiting(Put(TITLE, "a"), Put((*DOS, "gone", "text"), "x"), Put(("source",), "s"))
    queue.join("other", Put(TITLE, "b"))
    assert queue.laid_over(Campaign(id="c")) == Campaign(id="c", title="a", source="s")


def test_a_setting_waits_like_an_answer() -> None:
    queue = Waiting()
    for value in ("L", "Lantern Street"):
        queue.join(WORKSPACE, Put((SETTINGS, "agency"), value))
    queue.join(WORKSPACE, Put((SETTINGS, "paper"), None))
    assert len(queue) == 2
    assert queue.setting("agency", "before") == "Lantern Street"
    assert queue.setting("paper", "Letter") is None
    assert queue.setting("country", "GB") == "GB"


CLIENT = Client(id="client-1", name="Old")


def campaign(campaign_id: str, client: Client = CLIENT) -> Campaign:
    return Campaign(id=campaign_id, client=client)


def test_a_clients_answer_that_waits_is_seen_in_all_its_campaigns() -> None:
    queue = Waiting()
    queue.join("a", Put(NAME, "New"), "client-1")
    for seen in (queue.laid_over(campaign("a")).client, queue.laid_over(campaign("b")).client):
        assert seen.name == "New"
    assert queue.client(CLIENT).name == "New"
    other = Client(id="client-2", name="Other")
    assert queue.laid_over(campaign("c", other)).client == other == queue.client(other)


def test_a_client_that_is_changed_by_itself_is_changed_in_its_campaigns() -> None:
    queue = Waiting()
    queue.join(WORKSPACE, Put((CLIENTS, "client-1", "name"), "New"))
    assert queue.laid_over(campaign("a")).client.name == "New"


def test_of_a_clients_answers_the_last_one_stays() -> None:
    queue = Waiting()
    by_itself = Put((CLIENTS, "client-1", "name"), "Second")
    queue.join("a", Put(NAME, "First"), "client-1")
    queue.join(WORKSPACE, by_itself)
    queue.join("a", Put(NAME, "Third"), "client-1")
    assert queue.client(CLIENT).name == "Third"
    assert order(queue) == [Put(NAME, "First"), by_itself, Put(NAME, "Third")]
