"""Background work brings its result home, and only the newest question is answered."""

import threading

from pytestqt.qtbot import QtBot

from app.errors import UserError
from ui.workers import Latest, Task


def test_of_many_questions_the_first_and_the_newest_are_answered(qtbot: QtBot) -> None:
    latest, answers, go = Latest(), list[object](), threading.Event()
    latest.ask(lambda: (go.wait(5), 1)[1], answers.append)
    for number in (2, 3, 4):
        latest.ask(lambda number=number: number, answers.append)  # type: ignore[misc]
    go.set()
    qtbot.waitUntil(lambda: answers == [1, 4])
    assert not latest.busy


def test_the_answer_comes_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    latest, threads = Latest(), list[int]()
    latest.ask(threading.get_ident, lambda there: threads.extend([int(str(there)), threading.get_ident()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.get_ident()


def test_a_long_task_reports_and_can_be_cancelled(qtbot: QtBot) -> None:
    task, steps = Task(), list[tuple[int, int, str]]()
    task.stepped.connect(lambda *step: steps.append(step))

    def work(task: Task) -> object:
        task.step(0, 2, "brief")
        while not task.cancelled():
            threading.Event().wait(0.01)
        raise UserError("Cancelled.")

    with qtbot.waitSignal(task.refused) as refused:
        task.start(work)
        task.cancel()
    assert str(refused.args[0]) == "Cancelled."
    assert steps == [(0, 2, "brief")]


def test_a_bug_in_a_task_is_raised_here(qtbot: QtBot) -> None:
    task = Task()

    def work(_: Task) -> object:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        task.start(work)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError


def test_what_a_job_held_last_ends_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    """A widget that ends elsewhere takes the program with it."""
    ended: list[int] = []

    class Held:
        def __del__(self) -> None:
            ended.append(threading.get_ident())

    latest, answers = Latest(), list[object]()
    for _ in range(50):
        held = Held()
        latest.ask(lambda held=held: bool(held), answers.append)  # type: ignore[misc]
        del held
        qtbot.waitUntil(lambda: not latest.busy)
    qtbot.waitUntil(lambda: len(ended) == 50)
    assert set(ended) == {threading.get_ident()}
