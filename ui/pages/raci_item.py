"""Who does what: the RACI table with its rules, and tasks offered from what is made and reviewed (T4)."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.approvals import final_approver
from app.campaign import Campaign, Task
from app.change import Batch, Change, Insert, Move, Put, Remove
from app.deciding import Decision, said
from app.finding import MISSING, Finding
from app.place import Place, get
from app.raci import LETTERS, broken
from app.raci_rows import about, added, offered
from ui.pages.item import Findings, Item
from ui.pages.keys import keys_line, legend
from ui.pages.pen import Pen
from ui.pages.pointer import Pointer
from ui.pages.raci_delegate import draw_letter, letter_width
from ui.pages.raci_grid import RaciGrid
from ui.pages.raci_model import RaciModel
from ui.pages.remedy import sentence
from ui.theme import Tone, current
from ui.where import at
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.chip import Chip
from ui.widgets.finding import FindingLine
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.laid import empty

_KEYS = (
    ("R A C I", "set"),
    ("Shift", "with a letter: a second one"),
    ("Del", "clear"),
    ("↑↓←→", "move"),
    ("Enter", "rename"),
    ("F8", "next row to fix"),
)
_OFFERED = 6
_NAMED = 120
"""Letters of a task's name that are said under the table."""


class RaciItem(Item):
    """Needs roles first: they are its columns."""

    wide = titled = True
    reads = (("people",), ("deliverables",), ("approval",))

    def __init__(self, pen: Pen, place: Place) -> None:
        super().__init__(pen, place)
        self.model = RaciModel(self)
        self.grid = RaciGrid(self.model)
        self.grid.setAccessibleName(self.tr("Who does what"))
        self._to_fix = Chip("", Tone.WARN)
        self._finding = FindingLine()
        self._pointer = Pointer(self._finding, pen, self._act)
        self._findings: dict[Place, Finding] = {}
        self._decides = Label("", "caption", wraps=True)
        self._strip = QWidget()
        self._offers = Flow(self._strip, 8)
        self._offered: tuple[Task, ...] = ()
        self._nobody = EmptyState(
            self.tr(
                "A task needs somebody who does it and one who answers for it. Roles are the columns here."
            ),
            self.tr("Add the roles"),
        )
        self._nobody.acted.connect(lambda: self.going.emit(at(pen.campaign_id, ("people",))))
        self._lay_out()
        self._listen()

    def show_campaign(self, campaign: Campaign) -> None:
        index = self.grid.currentIndex()
        row, column = index.row(), index.column()
        self.model.show_campaign(campaign)
        self.grid.fit()
        if row >= 0 and not self.grid.currentIndex().isValid() and campaign.raci:
            self.grid.stand(min(row, len(campaign.raci) - 1), min(column, len(campaign.people)))
        people = bool(campaign.people)
        self._nobody.setVisible(not people)
        self._table.setVisible(people)
        self._legend.setVisible(people)
        wrong = sum(bool(broken(task)) for task in campaign.raci)
        self._to_fix.show_text(self._count(wrong), Tone.WARN)
        self._to_fix.setVisible(bool(wrong))
        self._offer(campaign)
        self._tell()

    def show_findings(self, findings: Findings, *, missing: bool) -> None:
        self._findings = {
            key: each
            for key, each in findings.items()
            if self.covers(key) and (missing or each.rule != MISSING)
        }
        rows: dict[str, Finding] = {}
        for key, each in self._findings.items():
            if len(key) > 1 and each.rule != MISSING:
                rows.setdefault(key[1], each)
        self.model.show_findings(rows)
        self._tell()

    def focus_place(self, place: Place) -> None:
        ids = [task.id for task in self.model.tasks]
        if not ids or not self.model.people:
            # The last one adds everything that is offered.
            ways = (self._strip if self.model.people else self._nobody).findChildren(Button)
            if ways:
                ways[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        row = next((ids.index(part) for part in place if part in ids), 0)
        self.grid.stand(row, 0 if place[-1:] == ("task",) else max(self.grid.currentIndex().column(), 1))
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place_of(self, _widget: QWidget) -> Place:
        index = self.grid.currentIndex()
        return self.model.place(index) if index.isValid() else self.place

    def flush(self) -> None:
        """A task's name that is being typed."""
        editor = self.grid.indexWidget(self.grid.currentIndex())
        if editor is not None:
            self.grid.commitData(editor)

    def add(self) -> None:
        """A task at the end, to be named."""
        start = len(self.pen.campaign.raci)
        self.pen.do(Insert(self.place, start, Task(id=self.pen.bridge.new_id())))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.stand(start, 0)
        self.grid.rename(start)

    def take(self, tasks: tuple[Task, ...]) -> None:
        """Rows that were offered, with their letters, as one step; the first of them takes the focus."""
        start = len(self.pen.campaign.raci)
        fresh = tuple(replace(task, id=self.pen.bridge.new_id()) for task in tasks)
        self.pen.do(added(self.pen.campaign, fresh))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.stand(start, 1)

    # --- what a person does ---
    def _letter(self, row: int, column: int, letters: tuple[str, ...]) -> None:
        person, task = self.model.person(column), self.model.tasks[row]
        if person is None:
            return
        changes: list[Change] = []
        for letter in LETTERS:
            held = getattr(task, letter)
            without = tuple(each for each in held if each != person.id)
            after = (*without, person.id) if letter in letters and person.id not in held else held
            after = after if letter in letters else without
            if after != held:
                changes.append(Put((*self.place, task.id, letter), after))
        if changes:
            linked = () if task.about else about(self.pen.campaign, task)
            if linked:
                changes.append(Put((*self.place, task.id, "about"), linked))
            self.pen.do(Batch(self.tr("Set letters"), tuple(changes)))

    def _move(self, row: int, to: int) -> None:
        if 0 <= to < len(self.model.tasks):
            column = self.grid.currentIndex().column()
            self.pen.do(Move((*self.place, self.model.tasks[row].id), to))
            self.grid.stand(to, column)

    def _remove(self, row: int) -> None:
        self.pen.do(Remove((*self.place, self.model.tasks[row].id)))
        self.written(self.tr("Task deleted"), self.tr("Undo"))

    def _copy(self, row: int) -> None:
        task = replace(self.model.tasks[row], id=self.pen.bridge.new_id())
        self.pen.do(Insert(self.place, row + 1, task))
        self.grid.rename(row + 1)

    def _rename(self, row: int, name: str) -> None:
        """Typed letter by letter; a row with another name is about what has that name."""
        task_id = self.model.tasks[row].id
        named = (*self.place, task_id, "task")

        def renamed(said: str) -> Change:
            task = get(self.pen.campaign, (*self.place, task_id))
            linked = about(self.pen.campaign, replace(task, task=said))
            changes = (Put(named, said), Put((*self.place, task_id, "about"), linked))
            return changes[0] if linked == task.about else Batch(self.tr("Rename task"), changes)

        self.pen.type(named, name, renamed)

    def _mend(self, row: int) -> None:
        found = self.model.finding(row)
        if found is not None:
            self._act(found)

    def _act(self, found: Finding) -> None:
        if found.fix is not None:
            self.pen.take(found)
        else:
            self.focus_place(found.place)

    # --- what is shown ---
    def _tell(self) -> None:
        """What breaks a rule in the row at hand, else what is found of the whole table, else who decides there."""
        index = self.grid.currentIndex()
        row = index.row() if index.isValid() and index.row() < len(self.model.tasks) else -1
        found = self.model.finding(row) if row >= 0 else None
        found = found or next((each for key, each in self._findings.items() if len(key) == 1), None)
        if found is None and row < 0:
            found = next(iter(self._findings.values()), None)
        self._pointer.show(found)
        if found is None:
            self._finding.clear()
        else:
            self._finding.say(found.level, sentence(found.message), found.next_step)
        self.grid.setAccessibleDescription(found.message if found is not None else "")
        self._decides.setText(self._decision(row))

    def _decision(self, row: int) -> str:
        if row < 0:
            return ""
        task, campaign = self.model.tasks[row], self.pen.campaign
        decision = Decision(tuple(dict.fromkeys(task.A)), final_approver(campaign.approval))
        name = task.task.strip() or self.tr("Task without a name")
        name = name if len(name) <= _NAMED else f"{name[: _NAMED - 1]}…"
        return self.tr("{task}: {decision}.").format(task=name, decision=said(campaign, decision))

    def _pointed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._tell()
        if self.grid.hasFocus():
            self.pointed.emit(self.place_of(self.grid))

    def _offer(self, campaign: Campaign) -> None:
        before, self._offered = [task.task for task in self._offered], offered(campaign)
        names = [task.task for task in self._offered]
        if names == before and self._offers.count():
            return
        empty(self._offers)
        self._button(self.tr("Add task"), "link", self.add)
        for index, name in enumerate(names[:_OFFERED]):
            words = name if len(name) < 32 else f"{name[:30]}…"
            self._button(words, "pill", lambda index=index: self.take(self._offered[index : index + 1]))
        if len(names) > 1:
            self._button(
                self.tr("Add all {n}").format(n=len(names)), "pill", lambda: self.take(self._offered)
            )
        self._strip.updateGeometry()

    def _count(self, wrong: int) -> str:
        return self.tr("1 row to fix") if wrong == 1 else self.tr("{n} rows to fix").format(n=wrong)

    def _button(self, words: str, role: str, act: object) -> None:
        assert callable(act)
        button = Button(words, role, glyph="plus", small=role == "link", parent=self._strip)
        button.clicked.connect(lambda: act())
        button.show()
        self._offers.addWidget(button)

    def _listen(self) -> None:
        grid = self.grid
        grid.lettered.connect(self._letter)
        grid.renamed.connect(self._rename)
        grid.closed.connect(self.pen.lift)
        grid.moved.connect(self._move)
        grid.removed.connect(self._remove)
        grid.copied.connect(self._copy)
        grid.wanted.connect(self.add)
        grid.mended.connect(self._mend)
        grid.selectionModel().currentChanged.connect(self._pointed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(self.tr("Who does what"), "section"))
        head.addWidget(self._to_fix)
        words = (
            ("R", self.tr("does the work")),
            ("A", self.tr("answers for it")),
            ("C", self.tr("asked before")),
            ("I", self.tr("told after")),
        )
        self._table = QWidget()
        inner = QVBoxLayout(self._table)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        signs = [(_Letter(letter), meaning) for letter, meaning in words]
        head.addStretch(1)
        self._legend = legend(signs, snug=True)
        head.addWidget(self._legend)
        inner.addWidget(self.grid)
        inner.addWidget(self._finding)
        inner.addWidget(self._decides)
        inner.addWidget(keys_line(_KEYS))
        inner.addWidget(self._strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._nobody)
        column.addWidget(self._table)


class _Letter(QWidget):
    """One letter of the legend."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(letter_width(self._letter), current().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_letter(QPainter(self), QRectF(self.rect()), self._letter)
