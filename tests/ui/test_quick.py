"""Ctrl+K: what is offered first, what is found, and what that costs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app.campaign import Campaign, Client, Deliverable, Line
from app.pages import pages_of
from tests.ui.paper.desk import bridge_over
from ui.bridge import Bridge
from ui.quick import Deed, chosen, groups, more
from ui.recent import keep_page
from ui.where import Screen, Where

HOME = Where(Screen.HOME)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture
def bridge(tmp_path: Path, look: QApplication) -> Iterator[Bridge]:
    with bridge_over(tmp_path) as opened:
        yield opened


def found(bridge: Bridge, words: str, where: Where = HOME) -> dict[str, list[str]]:
    return {group.name: [hit.text for hit in group.hits] for group in groups(bridge, words, where)}


def test_at_first_the_latest_campaigns_and_what_is_useful(bridge: Bridge) -> None:
    for number in range(7):
        bridge.add(Campaign(title=f"Campaign {number}"))
    offered = found(bridge, "")
    assert offered["Go on with"] == [f"Campaign {number}" for number in (6, 5, 4, 3, 2)]
    assert offered["Do"][0] == "New campaign"
    assert not {"Quit", "Undo", "Redo", "Find"} & set(offered["Do"])
    assert found(bridge, "quit") == {"Do": ["Quit"]}


def test_inside_a_campaign_its_pages_and_documents_come_with_it(bridge: Bridge) -> None:
    ids = [bridge.add(Campaign(title=title)) for title in ("One", "Two")]
    here = Where(Screen.PAGE, ids[0], "deliverables")
    offered = found(bridge, " ", here)
    assert offered["Go on with"] == ["Two"]
    assert offered["In this campaign"] == [page.title for page in pages_of(2)]
    assert offered["Do"][:3] == ["New campaign", "Documents", "Export…"]
    (group,) = (each for each in groups(bridge, "raci", here) if each.name == "In this campaign")
    assert Where(Screen.PAGE, ids[0], "raci") in [chosen(hit.key) for hit in group.hits]


def test_a_hit_says_campaign_field_and_row_without_loading_it(bridge: Bridge) -> None:
    campaign_id = bridge.add(
        Campaign(
            title="Winter",
            client=Client(name="Halden"),
            deliverables=(Deliverable("d", "Poster", type="駅前広場"),),
            technical_requirements=(Line("l", "Plain HTML"),),
        )
    )
    bridge._session._campaigns.clear()
    for words, told in (
        ("駅前", "Winter › Deliverables › Poster › Type"),
        ("html", "Winter › Technical requirements"),
        ("halden", "Winter › Client › Client"),
    ):
        (hit,) = next(
            each.hits for each in groups(bridge, words, HOME) if each.name == "Written in campaigns"
        )
        assert hit.where == told
        target = chosen(hit.key)
        assert isinstance(target, Where)
        assert target.campaign == campaign_id
    assert not bridge._session._campaigns, "no campaign was read for it"


def test_the_words_can_be_added_to_the_campaign_that_is_open_or_was_last(bridge: Bridge) -> None:
    ids = [bridge.add(Campaign(title=title)) for title in ("One", "Two")]
    assert "Do" not in found(bridge, "poster")
    assert found(bridge, "poster", Where(Screen.PAGE, ids[0], "why"))["Do"] == ["Add “poster” to One"]
    keep_page(bridge.workspace.path, Where(Screen.PAGE, ids[1], "why"))
    assert found(bridge, " poster ")["Do"] == ["Add “poster” to Two"]
    (group,) = groups(bridge, "poster", HOME)
    assert chosen(group.hits[0].key) == Deed("add", ids[1], "poster")
    assert group.hits[0].keys == "Ctrl+Enter"
    bridge.remove(ids[1])
    assert "Do" not in found(bridge, "poster")


def test_more_can_be_done_with_what_was_found(bridge: Bridge) -> None:
    campaign_id = bridge.add(Campaign(title="Winter", deliverables=(Deliverable("d", "Winter card"),)))
    hits = {group.name: group.hits[0] for group in groups(bridge, "winter", HOME)}
    offered = {hit.text: chosen(hit.key) for hit in more(bridge, hits["Campaigns"])}
    assert list(offered) == [
        "Open",
        "Open in the guide",
        "Documents",
        "Export…",
        "Duplicate",
        "Archive",
        "Delete",
    ]
    assert offered["Archive"] == Deed("archive", campaign_id)
    ((written,),) = (group.hits for group in groups(bridge, "card", HOME))
    offered = {hit.text: chosen(hit.key) for hit in more(bridge, written)}
    place = ("deliverables", "d", "name")
    assert offered["Open in the guide"] == Where(Screen.PAGE, campaign_id, "deliverables", place, guided=True)
    assert offered["Documents"] == Deed("documents", campaign_id)


def test_statements_do_not_grow_with_the_campaigns(bridge: Bridge) -> None:
    def asked() -> int:
        said: list[str] = []
        bridge.workspace.connection.set_trace_callback(said.append)
        groups(bridge, "winter", HOME)
        bridge.workspace.connection.set_trace_callback(None)
        return sum(not sql.startswith("--") for sql in said)

    bridge.add_all([Campaign(title=f"Winter {number}") for number in range(10)])
    few = asked()
    bridge.add_all([Campaign(title=f"Winter {number}") for number in range(60)])
    assert asked() == few
