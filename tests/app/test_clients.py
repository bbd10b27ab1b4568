"""Two clients that are one: what differs is asked, what one alone has said stays."""

from app.campaign import Brand, Client
from app.clients import differences, merged

HARBOUR = Client("a", "Harbour Lane", Brand(primary_color="#0B5D5B", guidelines="Book v3", logo=b"ours"))
LANE = Client(
    "b", "Harbour Lane Ltd", Brand(primary_color="#0B5D5B", guidelines=" ", fonts="Inter", logo=b"theirs")
)


def test_only_what_both_said_differently_is_asked() -> None:
    found = differences(HARBOUR, LANE)
    assert [each.place for each in found] == [("name",), ("brand", "logo")]
    assert [(each.ours, each.theirs) for each in found] == [
        ("Harbour Lane", "Harbour Lane Ltd"),
        (b"ours", b"theirs"),
    ]
    assert differences(HARBOUR, HARBOUR) == ()


def test_what_one_alone_has_said_stays() -> None:
    assert merged(HARBOUR, LANE, ()) == Client(
        "a", "Harbour Lane", Brand("#0B5D5B", "Book v3", "Inter", b"ours")
    )


def test_what_was_chosen_is_the_others() -> None:
    places = [each.place for each in differences(HARBOUR, LANE)]
    assert merged(HARBOUR, LANE, places) == Client(
        "a", "Harbour Lane Ltd", Brand("#0B5D5B", "Book v3", "Inter", b"theirs")
    )
