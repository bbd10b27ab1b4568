"""Who does what: the RACI table with its rules, and tasks offered from what is made and reviewed (T4)."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.campaign import Campaign, Task
from app.change import Batch, Change, Insert, Move, Put, Remove
from app.finding import Finding
from app.place import Place
from app.raci import LETTERS, broken
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
from ui.widgets.flow import Flow, empty
from ui.widgets.label import Label

_KEYS = (
    ("R A C I", "set"),
    ("Shift", "with a letter: a second one"),
    ("Del", "clear"),
    ("Enter", "rename"),
    ("F8", "next row to fix"),
)
_OFFERED = 6


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
        self._strip = QWidget()
        self._offers = Flow(self._strip, 8)
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
        wrong = sum(bool(broken(task)) for task in campaign.raci)
        self._to_fix.show_text(self._count(wrong), Tone.WARN)
        self._to_fix.setVisible(bool(wrong))
        self._offer(campaign)

    def show_findings(self, findings: Findings, *, missing: bool) -> None:
        self._findings = {
            key: each for key, each in findings.items() if self.covers(key) and (missing or len(key) > 1)
        }
        self._tell()

    def focus_place(self, place: Place) -> None:
        ids = [task.id for task in self.model.tasks]
        if not ids or not self.model.people:
            button = self.findChild(Button) if self.model.people else self._nobody.findChild(Button)
            if button is not None:
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
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

    def add(self, names: tuple[str, ...]) -> None:
        """Tasks of these names at the end; the first of them takes the focus."""
        start = len(self.pen.campaign.raci)
        tasks = [Task(id=self.pen.bridge.new_id(), task=name) for name in names]
        changes: tuple[Change, ...] = tuple(
            Insert(self.place, start + number, task) for number, task in enumerate(tasks)
        )
        self.pen.do(Batch(self.tr("Add tasks"), changes) if len(changes) > 1 else changes[0])
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.stand(start, 1 if names[0] else 0)
        if not names[0]:
            self.grid.rename(start)

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
        self.pen.put((*self.place, self.model.tasks[row].id, "task"), name)

    def _act(self, found: Finding) -> None:
        if found.fix is not None:
            self.pen.do(found.fix)
        else:
            self.focus_place(found.place)

    # --- what is shown ---
    def _tell(self) -> None:
        """What breaks a rule in the row at hand, else the first of the table."""
        index = self.grid.currentIndex()
        row = (*self.place, self.model.tasks[index.row()].id) if index.isValid() else self.place
        mine = [each for key, each in self._findings.items() if key[:2] == row[:2] and len(row) > 1]
        found = next(iter(mine), None) or next(iter(self._findings.values()), None)
        self._pointer.show(found)
        if found is None:
            self._finding.clear()
        else:
            self._finding.say(found.level, sentence(found.message), found.next_step)

    def _pointed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._tell()
        if self.grid.hasFocus():
            self.pointed.emit(self.place_of(self.grid))

    def _offer(self, campaign: Campaign) -> None:
        known = tuple(task.task.strip().casefold() for task in campaign.raci if task.task.strip())
        made = [each.name.strip() for each in campaign.deliverables]
        made += [each.name.strip() for each in campaign.approval]
        names = [
            name
            for name in dict.fromkeys(made)
            if name and not any(name.casefold().startswith(task) for task in known)
        ]
        empty(self._offers)
        self._button(self.tr("Add task"), "link", lambda: self.add(("",)))
        for name in names[:_OFFERED]:
            self._button(
                name if len(name) < 32 else f"{name[:30]}…", "pill", lambda name=name: self.add((name,))
            )
        if len(names) > 1:
            self._button(self.tr("Add all %n", "", len(names)), "pill", lambda: self.add(tuple(names)))
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
        grid.moved.connect(self._move)
        grid.removed.connect(self._remove)
        grid.copied.connect(self._copy)
        grid.wanted.connect(lambda: self.add(("",)))
        grid.selectionModel().currentChanged.connect(self._pointed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(self.tr("Who does what"), "section"))
        head.addWidget(self._to_fix)
        head.addStretch()
        words = (
            ("R", self.tr("does the work")),
            ("A", self.tr("answers for it")),
            ("C", self.tr("asked before")),
            ("I", self.tr("told after")),
        )
        self._table = QWidget()
        inner = QVBoxLayout(self._table)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(legend([(_Letter(letter), said) for letter, said in words]))
        inner.addWidget(self.grid)
        inner.addWidget(self._finding)
        inner.addWidget(self._strip)
        inner.addWidget(keys_line(_KEYS))
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
