"""The list of campaigns in SQL: what was worked out is kept, sorted and told to be old when it is."""

from datetime import date as Day
from datetime import timedelta

from app.campaign import Campaign, Client
from app.change import Put
from app.session import Session
from app.standing import Due, Standing
from storage.board import Board, line
from storage.workspace import Workspace

TODAY = Day(2026, 10, 12)


def _stands(due: Day | None, holder: str = "Writer") -> Standing:
    found = Due(due, "Menu card", "p", ("deliverables", "d.1")) if due else None
    return Standing(2, 0.25, 40, 3, found, holder)


def _filled(session: Session, titles: str) -> dict[str, str]:
    return {
        title: session.add_campaign(Campaign(title=title, client=Client(name=f"Client {title}")))
        for title in titles
    }


def _titles(board: Board, **wanted: object) -> str:
    return "".join(row[1] for row in board.rows(archived=False, **wanted))  # type: ignore[arg-type]


def _keep(board: Board, ids: dict[str, str], dues: dict[str, Day | None]) -> None:
    edited = {row[0]: row[3] for row in board.rows(archived=False)}
    board.keep([(ids[title], edited[ids[title]], _stands(due)) for title, due in dues.items()], TODAY)


def test_a_board_without_standings_lists_the_last_changed_first(
    workspace: Workspace, session: Session
) -> None:
    board = Board(workspace)
    assert board.empty()
    assert (board.rows(archived=False), board.old(TODAY, 9)) == ([], [])
    ids = _filled(session, "abc")
    assert not board.empty()
    assert (_titles(board), _titles(board, order="title"), board.soon(TODAY, 5)) == ("cba", "abc", [])
    assert {row_id for row_id, _ in board.old(TODAY, 9)} == set(ids.values())
    assert line(board.rows(archived=False)[0]).standing is None


def test_what_is_due_first_comes_first_and_what_nobody_worked_out_last(
    workspace: Workspace, session: Session
) -> None:
    board = Board(workspace)
    ids = _filled(session, "abcde")
    _keep(board, ids, {"a": TODAY + timedelta(9), "b": None, "c": TODAY - timedelta(1), "d": TODAY})
    assert [_titles(board, limit=most) for most in (-1, 2, 5)] == ["cdabe", "cd", "cdabe"]
    assert (_titles(board, order="recent"), _titles(board, client="Client d")) == ("edcba", "d")
    assert [row[1] for row in board.soon(TODAY + timedelta(3), 5)] == ["c", "d"]
    assert board.clients(archived=False) == [f"Client {title}" for title in "abcde"]


def test_a_standing_comes_back_as_it_was(workspace: Workspace, session: Session) -> None:
    board = Board(workspace)
    ids = _filled(session, "ab")
    _keep(board, ids, {"a": TODAY, "b": None})
    assert [line(row).standing for row in board.rows(archived=False)] == [_stands(TODAY), _stands(None)]


def test_a_change_and_a_day_gone_by_make_it_old(workspace: Workspace, session: Session) -> None:
    board = Board(workspace)
    ids = _filled(session, "abc")
    _keep(board, ids, {"a": TODAY, "b": TODAY + timedelta(9), "c": None})
    assert board.old(TODAY, 9) == []
    assert [row_id for row_id, _ in board.old(TODAY + timedelta(1), 9)] == [ids["a"]]
    session.apply(Put(("project_type",), "Launch"), ids["b"])
    assert [row_id for row_id, _ in board.old(TODAY, 9)] == [ids["b"]]
    changed = {found.title: found for found in map(line, board.rows(archived=False))}
    assert changed["b"].standing is None
    assert changed["a"].standing == _stands(TODAY)


def test_a_campaign_that_went_leaves_nothing(workspace: Workspace, session: Session) -> None:
    board = Board(workspace)
    ids = _filled(session, "ab")
    _keep(board, ids, {"a": TODAY, "b": TODAY})
    session.remove_campaign(ids["a"], TODAY)
    board.keep([(ids["a"], 1, _stands(TODAY))], TODAY)
    assert workspace.connection.execute("SELECT campaign_id FROM standing").fetchall() == [(ids["b"],)]


def test_campaigns_are_counted_in_one_statement(workspace: Workspace, session: Session) -> None:
    board = Board(workspace)
    assert board.counts() == {False: 0, True: 0}
    ids = _filled(session, "abc")
    session.apply(Put(("archived",), True), ids["a"])
    assert board.counts() == {False: 2, True: 1}
    assert board.counts("Client a") == {False: 0, True: 1}
    plan = workspace.connection.all(
        "EXPLAIN QUERY PLAN SELECT archived, count(*) FROM campaign GROUP BY archived", []
    )
    assert "COVERING INDEX campaign_recent" in plan[0][3]


def test_what_is_yours_is_found_by_who_holds_it(workspace: Workspace, session: Session) -> None:
    board, ids = Board(workspace), _filled(session, "abc")
    edited = {row[0]: row[3] for row in board.rows(archived=False)}
    holders = {"a": "Writer", "b": "Designer", "c": "Strategist"}
    board.keep([(ids[key], edited[ids[key]], _stands(TODAY, who)) for key, who in holders.items()], TODAY)
    assert sorted(row[1] for row in board.soon(TODAY, 5)) == ["a", "b", "c"]
    assert sorted(row[1] for row in board.soon(TODAY, 5, ("writer", "Strategist"))) == ["a", "c"]
    assert board.soon(TODAY, 5, ("Nobody",)) == []
