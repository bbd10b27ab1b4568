"""The plan of one campaign: chart or table, what is odd about it, and what would make it fit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date as Day

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.calendar import Calendar
from app.campaign import Campaign
from app.change import Batch, apply
from app.finding import Level
from app.place import Place
from app.schedule import (
    Mark,
    Plan,
    Reason,
    Remark,
    Remedy,
    Track,
    Verdict,
    move_checkpoint,
    plan,
    remedies,
    remedies_for_all,
    resize,
)
from ui.pages.page_scroll import settle
from ui.theme import Tone
from ui.timeline.axis import days_of
from ui.timeline.chart import Chart
from ui.timeline.head import Head
from ui.timeline.legend import Legend
from ui.timeline.panel import RemedyPanel
from ui.timeline.saying import gap_words, tr
from ui.timeline.table import PlanTable
from ui.widgets.button import Button
from ui.widgets.card import Card, EmptyState
from ui.widgets.chip import Chip
from ui.widgets.finding import FindingLine
from ui.widgets.label import Label
from ui.widgets.tip import tip
from ui.workers import Latest

TABLE = "Ctrl+Shift+T"
_TONES = {Verdict.HEALTHY: Tone.OK, Verdict.SHORTER: Tone.WARN, Verdict.LONGER: Tone.WARN}
_SAID = 3


class PlanView(QWidget):
    """`show_campaign` shows; `changed(change)` asks for one step, `going(place)` for a field."""

    changed = Signal(object)
    going = Signal(tuple)
    days_wanted = Signal()

    def __init__(self, today: Callable[[], Day], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._campaign, self._calendar = Campaign(), Calendar()
        self.plan = Plan()
        self._working = Latest(self)
        self._remedied = Latest(self)
        self.chart, self.table, self.panel = Chart(), PlanTable(), RemedyPanel()
        self._gap = Chip("", Tone.OK)
        self._days = Button("", "quiet", glyph="calendar-check", small=True)
        self._turn = Button(tr("As a table"), "quiet", glyph="table", small=True)
        self._remarks = [FindingLine() for _ in range(_SAID)]
        self._empty = EmptyState("")
        self._lacking: Place = ("launch_date",)
        self._steps: list[Place] = []
        self._card = Card()
        self._legend = Legend()
        self._lay_out()
        self._listen()

    def show_campaign(self, campaign: Campaign, calendar: Calendar, days: str) -> None:
        """The plan follows from another thread: it may be long. `days` names the calendar."""
        self._campaign, self._calendar = campaign, calendar
        self._days.setText(days)
        self._days.setAccessibleName(days)
        today = self._today()
        self._working.ask(lambda: plan(campaign, calendar, today), self._arrived)

    @property
    def busy(self) -> bool:
        return self._working.busy or self._remedied.busy

    def turn(self) -> None:
        """Chart or table: the same plan, with the focus where it was."""
        tabular = self._card.isVisibleTo(self)
        inside = self.isAncestorOf(self.focusWidget() or self)
        self._card.setVisible(not tabular and bool(self.plan.tracks))
        self._legend.setVisible(not tabular and bool(self.plan.tracks))
        self.table.setVisible(tabular)
        self._turn.setText(tr("As a chart") if tabular else tr("As a table"))
        self._turn.setAccessibleName(self._turn.text())
        if inside:
            shown = self.table if tabular else self.chart
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- inside ---
    def _arrived(self, found: object) -> None:
        assert isinstance(found, Plan)
        first = not self.plan.tracks
        self.plan = found
        self._show(found)
        if first:
            self.chart.show_worst()
        self.table.plan.show_plan(found)
        self.table.updateGeometry()
        self._say(found)
        self._offer(self.chart.track)
        settle()

    def _show(self, shown: Plan) -> None:
        self.chart.show_plan(shown, days_of(shown, self._calendar))
        tabular = self.table.isVisibleTo(self)
        self._card.setVisible(bool(shown.tracks) and not tabular)
        self._legend.setVisible(bool(shown.tracks) and not tabular)
        self._turn.setVisible(bool(shown.tracks))

    def _say(self, shown: Plan) -> None:
        gap = shown.gap
        self._gap.setVisible(gap is not None)
        if gap is not None:
            self._gap.show_text(gap_words(gap), _TONES[gap.verdict])
            self._gap.setToolTip(tip(gap_words(gap)))
        lacking = sorted((each for each in shown.remarks if each.unplanned), key=_by_weight)
        unplanned = lacking[0] if lacking else None
        empty = unplanned is not None and not shown.tracks
        self._empty.setVisible(empty)
        if unplanned is not None and empty:
            action, self._lacking = unplanned.next_step
            self._empty.say(unplanned.message, tr(action))
        said = [each for each in shown.remarks if not (empty and each is unplanned)]
        self._steps = [each.next_step[1] for each in said[:_SAID]]
        for line, each in zip(self._remarks, [*said, *[None] * _SAID], strict=False):
            if each is None:
                line.clear()
            else:
                line.say(Level.WARNING, each.message, tr(each.next_step[0]))

    def _offer(self, track: Track | None) -> None:
        """Remedies for the row at hand; for the first that does not fit while it fits."""
        short = track if track is not None and not track.fits else next(iter(self.plan.short), None)
        if short is None:
            self.panel.show_remedies(None, self.plan, ())
            return
        campaign, calendar, today, shown = self._campaign, self._calendar, self._today(), self.plan
        alone = len(shown.short) == 1

        def work() -> tuple[Remedy, ...]:
            found = remedies(campaign, short.deliverable, calendar, today)
            return found if alone else (*found[:2], *remedies_for_all(campaign, calendar, today)[:1])

        def then(found: object) -> None:
            if shown is self.plan:
                assert isinstance(found, tuple)
                self.panel.show_remedies(short, shown, found)

        self._remedied.ask(work, then)

    def _preview(self, remedy: Remedy | None) -> None:
        """The chart as it would be; as it is for None."""
        if remedy is None:
            self._show(self.plan)
            return
        shown = self.plan

        def then(found: object) -> None:
            assert isinstance(found, Plan)
            if shown is self.plan and self.panel.chosen is remedy:
                self._show(found)

        self._working.ask(lambda: remedy.plan, then)

    def _try(self, deliverable: str, segment: int, days: int) -> None:
        """While an edge is dragged only that row is planned anew."""
        if not days:
            self._show(self.plan)
            return
        change = self._resizing(deliverable, segment, days)
        if change is None:
            return
        after = apply(self._campaign, change)[0]
        alone = tuple(each for each in after.deliverables if each.id == deliverable)
        tried = plan(replace(after, deliverables=alone), self._calendar, self._today()).track(deliverable)
        if tried is not None:
            tracks = tuple(tried if each.deliverable == deliverable else each for each in self.plan.tracks)
            self.chart.show_plan(replace(self.plan, tracks=tracks), self.chart.days)

    def _resizing(self, deliverable: str, segment: int, days: int) -> Batch | None:
        track = self.plan.track(deliverable)
        if track is None or segment >= len(track.segments):
            return None
        try:
            return resize(self._campaign, track, track.segments[segment], days)
        except KeyError:  # taken back while the plan was made: the next one is without it
            return None

    def _resize(self, deliverable: str, segment: int, days: int) -> None:
        change = self._resizing(deliverable, segment, days)
        if change is not None and apply(self._campaign, change)[0] != self._campaign:
            self.changed.emit(change)

    def _shift(self, mark: Mark, by: int) -> None:
        self.changed.emit(move_checkpoint(self._campaign, mark, by, self._calendar))

    def _go(self, place: Place) -> None:
        """To the field that is lacking; days off are the workspace's."""
        if place:
            self.going.emit(place)
        else:
            self.days_wanted.emit()

    def _open(self, deliverable: str) -> None:
        self.going.emit(("deliverables", deliverable, "effort_days"))

    def _listen(self) -> None:
        self.chart.chosen.connect(lambda _row: self._offer(self.chart.track))
        self.chart.opened.connect(self._open)
        self.chart.resized.connect(self._resize)
        self.chart.tried.connect(self._try)
        self.chart.shifted.connect(self._shift)
        self.panel.tried.connect(self._preview)
        self.panel.taken.connect(lambda remedy: self.changed.emit(remedy.change))
        self._empty.acted.connect(lambda: self._go(self._lacking))
        for number, line in enumerate(self._remarks):
            line.acted.connect(lambda number=number: self._go(self._steps[number]))
        self._days.clicked.connect(self.days_wanted)
        self._turn.clicked.connect(self.turn)
        QShortcut(QKeySequence(TABLE), self, self.turn, context=Qt.ShortcutContext.WindowShortcut)

    def _lay_out(self) -> None:
        self.chart.setAccessibleName(tr("Timeline"))
        self._turn.setToolTip(tip(TABLE))
        title = Label(tr("Planned back from launch"), "section")
        self._head = Head((title, self._days), self._gap, self._turn)
        self._card.body.setContentsMargins(1, 1, 1, 1)
        self._card.body.addWidget(self.chart)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self._empty)
        column.addWidget(self._card)
        column.addWidget(self.table)
        column.addWidget(self._legend)
        for line in self._remarks:
            column.addWidget(line)
        column.addWidget(self.panel)
        for hidden in (self.table, self._card, self._legend, self._gap, self._empty, self._turn):
            hidden.hide()


def _by_weight(remark: Remark) -> int:
    """A launch is what everything is counted back from: it is asked for first."""
    return 0 if remark.reason is Reason.NO_LAUNCH else 1
