"""The plan on its page: seen, walked through by keys, dragged, mended (L6; UX, section 8)."""

from datetime import date as Day

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.change import Batch, Put, Remove
from app.schedule import SegmentKind
from tests.ui.timeline.conftest import POSTER, Timeline
from ui.bridge import Bridge
from ui.theme import Mode, apply_theme
from ui.timeline.figures import Shape
from ui.timeline.furniture import HEAD, flags
from ui.timeline.view import PlanView
from ui.widgets.chip import Chip
from ui.widgets.finding import FindingLine


def settled(qtbot: QtBot, view: PlanView) -> None:
    qtbot.waitUntil(lambda: not view.busy)


def row_of(view: PlanView, name: str) -> int:
    return [track.name for track in view.chart.plan.tracks].index(name)


def test_what_does_not_fit_is_hatched_and_says_by_how_much(timeline: Timeline, late: str) -> None:
    view = timeline(late)
    row = row_of(view, POSTER)
    assert view.chart.row == row
    assert view.plan.tracks[row].short_by == 2
    shapes = [bar.shape for bar in view.chart.bars(row)]
    assert shapes[:2] == [Shape.SHORT, Shape.DRAFT]
    assert Shape.SHORT not in [bar.shape for bar in view.chart.bars(0)]
    assert view.panel.isVisible()
    assert "does not fit by 2 business days" in view.panel.accessibleName()


def test_a_remedy_is_shown_before_it_is_taken_and_is_one_step(
    qtbot: QtBot, timeline: Timeline, bridge: Bridge, late: str
) -> None:
    view, before = timeline(late), bridge.campaign(late)
    view.panel.focus_first()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)
    settled(qtbot, view)
    assert view.chart.plan.short_by == 0
    assert bridge.campaign(late) is before
    view.panel._apply.click()
    settled(qtbot, view)
    assert view.plan.short_by == 0
    assert not view.panel.isVisible()
    bridge.undo(late)
    settled(qtbot, view)
    assert bridge.campaign(late) == before
    assert view.panel.isVisible()


def test_rows_and_segments_are_walked_through_by_keys(
    qtbot: QtBot, timeline: Timeline, bridge: Bridge, sample: str
) -> None:
    view = timeline(sample)
    chart = view.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.row == 1
    assert "Content lead" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription().startswith("Draft, Blog post")
    track = chart.track
    assert track is not None
    before = track.segments[0].days
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    settled(qtbot, view)
    made = next(each for each in bridge.campaign(sample).deliverables if each.id == track.deliverable)
    assert made.effort_days == before + 1
    assert f"{before + 1} business days" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.row == len(chart.plan.tracks) - 1


def test_enter_opens_the_deliverable(qtbot: QtBot, timeline: Timeline, sample: str) -> None:
    view = timeline(sample)
    with qtbot.waitSignal(view.going) as asked:
        QTest.keyClick(view.chart, Qt.Key.Key_Return)
    assert asked.args == [("deliverables", view.plan.tracks[0].deliverable, "effort_days")]


def test_the_beginning_of_a_bar_is_dragged_and_the_launch_stays(
    qtbot: QtBot, timeline: Timeline, bridge: Bridge, sample: str
) -> None:
    view = timeline(sample)
    chart, launch = view.chart, bridge.campaign(sample).launch_date
    row = row_of(view, "Email sequence × 3")
    bar = next(each for each in chart.bars(row) if each.shape is Shape.DRAFT)
    start = QPointF(bar.rect.left() + 1, bar.rect.center().y()).toPoint()
    days = chart.plan.tracks[row].segments[0].days
    there = start - QPoint(round(2 * chart.axis.day_width), 0)
    QTest.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(chart.viewport(), there)
    assert chart.plan.tracks[row].segments[0].days > days
    assert view.plan.tracks[row].segments[0].days == days
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=there)
    settled(qtbot, view)
    assert view.plan.tracks[row].segments[0].days in (days + 1, days + 2)
    assert bridge.campaign(sample).launch_date == launch


def test_a_checkpoint_is_dragged_by_a_day(
    qtbot: QtBot, timeline: Timeline, bridge: Bridge, sample: str
) -> None:
    view = timeline(sample)
    chart = view.chart
    point = bridge.campaign(sample).checkpoints[0]
    assert point.date is not None
    x = chart.axis.middle(point.date) + chart._origin().x()
    start = QPointF(x, HEAD - 10).toPoint()
    there = start + QPoint(round(chart.axis.day_width), 0)
    QTest.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=there)
    after = bridge.campaign(sample).checkpoints[0].date
    assert after is not None
    assert (after - point.date).days == 1
    settled(qtbot, view)


def test_the_table_says_the_same_and_keeps_the_focus(timeline: Timeline, late: str) -> None:
    view = timeline(late)
    view.chart.setFocus()
    view.turn()
    assert view.table.isVisible()
    assert view.table.hasFocus()
    said = view.table.plan.text()
    for track in view.plan.tracks:
        assert track.name in said
        assert all(part.label in said for part in track.segments)
    assert "Does not fit by 2 business days" in said
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == said
    view.turn()
    assert view.chart.hasFocus()


def test_without_a_launch_it_says_what_is_lacking(qtbot: QtBot, timeline: Timeline, empty: str) -> None:
    view = timeline(empty)
    assert not view.chart.isVisible()
    assert view._empty.isVisible()
    with qtbot.waitSignal(view.going) as asked:
        view._empty.acted.emit()
    assert asked.args == [("launch_date",)]


def test_the_plan_follows_every_change(qtbot: QtBot, timeline: Timeline, bridge: Bridge, sample: str) -> None:
    view = timeline(sample)
    stage = bridge.campaign(sample).approval[1]
    before = view.plan.tracks[0].starts
    bridge.apply(sample, Put(("approval", stage.id, "max_hours"), 96))
    settled(qtbot, view)
    assert view.plan.tracks[0].starts < before
    kinds = [part.kind for part in view.plan.tracks[0].segments]
    assert kinds.index(SegmentKind.SIGN_OFF) > kinds.index(SegmentKind.REVISION)


def test_what_was_taken_back_meanwhile_is_not_dragged(
    qtbot: QtBot, timeline: Timeline, bridge: Bridge, sample: str
) -> None:
    """The plan comes from another thread: for a moment it shows what is gone."""
    view = timeline(sample)
    gone, shown = view.plan.tracks[0].deliverable, view.plan
    bridge.apply(sample, Remove(("deliverables", gone)))
    assert view.plan is shown
    before = bridge.campaign(sample)
    view.chart.tried.emit(gone, 0, 9)
    view.chart.resized.emit(gone, 0, 9)
    assert bridge.campaign(sample) == before
    settled(qtbot, view)


def test_tab_goes_down_the_page(qtbot: QtBot, timeline: Timeline, late: str) -> None:
    view = timeline(late)
    view._days.setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = [view._days]
    for _ in range(3):
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused)
    assert reached[1] is view._turn
    assert view.chart in (reached[2], reached[2].parentWidget())
    assert reached[3] in view.panel._options


def test_what_takes_no_time_and_is_late_all_the_same_is_a_row_like_any(
    qtbot: QtBot, timeline: Timeline, bridge: Bridge, sample: str
) -> None:
    view = timeline(sample)
    campaign = bridge.campaign(sample)
    made, every = campaign.deliverables[0], tuple(stage.id for stage in campaign.approval)
    answers = {"effort_days": 0, "lead_days": 0, "rounds": 0, "without": every, "due": Day(2026, 10, 7)}
    puts = (Put(("deliverables", made.id, key), value) for key, value in answers.items())
    bridge.apply(sample, Batch("Nothing to do", tuple(puts)))
    settled(qtbot, view)
    track = view.plan.tracks[0]
    assert (track.segments, track.fits) == ((), False)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Plus):
        QTest.keyClick(view.chart, key)
    assert (view.chart.row, view.chart.segment) == (0, -1)
    assert not view.chart.grab().isNull()


def test_every_remark_leads_to_what_it_lacks(
    qtbot: QtBot, timeline: Timeline, bridge: Bridge, sample: str
) -> None:
    first = bridge.campaign(sample).deliverables[0]
    bridge.apply(
        sample, Batch("Open", (Put(("launch_date",), None), Put(("deliverables", first.id, "due"), None)))
    )
    view = timeline(sample)
    gone: list[tuple[str, ...]] = []
    view.going.connect(gone.append)
    lines = [each for each in view.findChildren(FindingLine) if each.isVisible()]
    assert "no launch date" in lines[0].message
    for line in lines:
        line.acted.emit()
    assert gone[:2] == [("launch_date",), ("deliverables", first.id, "due")]
    assert len(gone) == len(lines), "none is without a next move"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_where_it_is_narrow_every_flag_and_the_whole_chip_are_seen(
    look: QApplication, qtbot: QtBot, timeline: Timeline, sample: str, scale: float
) -> None:
    apply_theme(look, Mode.LIGHT, scale)
    view = timeline(sample)
    page = view.window()
    for wide in (1000, 620, 1000):
        page.resize(wide, 700)
        qtbot.wait(20)
        chip = next(each for each in view.findChildren(Chip) if each.text.startswith("Approval"))
        assert chip.width() == chip.sizeHint().width()
        placed = [box for _, box, _ in flags(view.plan, view.chart.axis, 0, 0)]
        assert len(placed) == len(view.plan.marks)
        assert not any(one.intersects(other) for at, one in enumerate(placed) for other in placed[at + 1 :])
