"""The RACI table as Qt sees it: a task a row, a role a column, and the rule in words at the end (T4)."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.campaign import Campaign, Person, Task
from app.finding import Finding
from app.place import Place
from app.raci import LETTERS, Broken, broken
from ui.pages.roles import role_words
from ui.widgets.tip import tip

type Index = QModelIndex | QPersistentModelIndex

LETTERS_ROLE = Qt.ItemDataRole.UserRole
BROKEN_ROLE = Qt.ItemDataRole.UserRole + 1
FIX_ROLE = Qt.ItemDataRole.UserRole + 2
"""Of a rule's cell: what its link says, "" where no remedy can be computed."""


class RaciModel(QAbstractTableModel):
    """Only shows; `task` and `person` say what stands where."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks: tuple[Task, ...] = ()
        self.people: tuple[Person, ...] = ()
        self._found: dict[str, Finding] = {}

    def show_findings(self, found: dict[str, Finding]) -> None:
        """The most useful finding of each row, by the row's id."""
        self._found = found
        if self.tasks:
            last = self.index(len(self.tasks) - 1, self.rule_column)
            self.dataChanged.emit(self.index(0, self.rule_column), last)

    def finding(self, row: int) -> Finding | None:
        """What is found in a row, as long as the row still is as it was read."""
        task = self.tasks[row]
        found, rules = self._found.get(task.id), broken(task)
        if found is not None and rules and not any(found.rule == f"raci.{each.rule}" for each in rules):
            return None
        if found is not None and not rules and found.rule.removeprefix("raci.") in _OF_LETTERS:
            return None
        return found

    def wrong(self, row: int) -> bool:
        """Whether there is something to fix in a row."""
        return bool(broken(self.tasks[row])) or self.finding(row) is not None

    def show_campaign(self, campaign: Campaign) -> None:
        """Keeps rows and columns where they only changed, so that the focus stays."""
        same = [each.id for each in campaign.people] == [each.id for each in self.people]
        same = same and [each.id for each in campaign.raci] == [each.id for each in self.tasks]
        if same:
            self.tasks, self.people = campaign.raci, campaign.people
            if self.tasks:
                last = self.index(len(self.tasks) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            return
        self.beginResetModel()
        self.tasks, self.people = campaign.raci, campaign.people
        self.endResetModel()

    # --- what stands where ---
    @property
    def rule_column(self) -> int:
        return len(self.people) + 1

    def person(self, column: int) -> Person | None:
        return self.people[column - 1] if 0 < column <= len(self.people) else None

    def place(self, index: Index) -> Place:
        """Of a cell: its task's name, or the letter that is there (R where none is)."""
        task, person = self.tasks[index.row()], self.person(index.column())
        if person is None:
            return ("raci", task.id, "task")
        return ("raci", task.id, next(iter(letters_of(task, person.id)), "R"))

    # --- Qt ---
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.tasks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.people) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        person = self.person(section)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if person is not None:
                named = f"{role_words(person)}, {person.name}" if person.name else role_words(person)
                return tip(named) if role == Qt.ItemDataRole.ToolTipRole else role_words(person)
            return self.tr("Task") if section == 0 else self.tr("Rules")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        task, person = self.tasks[index.row()], self.person(index.column())
        rules = broken(task)
        if role == LETTERS_ROLE:
            return letters_of(task, person.id) if person else ()
        if role == BROKEN_ROLE:
            return _breaks(rules, letters_of(task, person.id)) if person else self.wrong(index.row())
        if role == FIX_ROLE:
            found = self.finding(index.row()) if index.column() == self.rule_column else None
            return self.tr("Fix") if found is not None and found.fix is not None else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(index.row(), person, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) and index.column() == 0:
            return task.task
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return tip(task.task)
        if (
            role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            and index.column() == self.rule_column
        ):
            return self._rule(index.row(), whole=role == Qt.ItemDataRole.ToolTipRole)
        return None

    def _rule(self, row: int, *, whole: bool) -> str:
        """The rule that is broken in words; `whole`: all of them, and the next move."""
        rules, found = broken(self.tasks[row]), self.finding(row)
        words = [rule.message for rule in rules] or ([_bare(found)] if found is not None else [])
        if not whole:
            return words[0] if words else ""
        move = [found.next_step] if found is not None and found.fix is not None else []
        said = ". ".join((*words, *move))
        return tip(said) if said else ""

    def _said(self, row: int, person: Person | None, column: int) -> str:
        task = self.tasks[row]
        if column == 0:
            return task.task or self.tr("Task without a name")
        if person is None:
            return self._said_rules(row)
        words = self._words()
        held = self.tr(" and ").join(words[each] for each in letters_of(task, person.id)) or self.tr(
            "no letter"
        )
        return self.tr("{task}, {role}: {letters}").format(
            task=task.task or self.tr("Task without a name"), role=role_words(person), letters=held
        )

    def _said_rules(self, row: int) -> str:
        task, found = self.tasks[row], self.finding(row)
        words = [rule.message for rule in broken(task)] or ([found.message] if found is not None else [])
        if found is not None and found.fix is not None:
            words.append(self.tr("Enter: {move}").format(move=found.next_step))
        name = task.task or self.tr("Task without a name")
        said = ". ".join(words) or self.tr("no rule broken")
        return self.tr("{task}, rules: {said}").format(task=name, said=said)

    def _words(self) -> dict[str, str]:
        return {
            "R": self.tr("Responsible"),
            "A": self.tr("Accountable"),
            "C": self.tr("Consulted"),
            "I": self.tr("Informed"),
        }


_OF_LETTERS = frozenset(
    ("two-accountable", "no-accountable", "no-responsible", "consulted-and-informed", "many-consulted")
)
"""Rules that `broken` knows at once; what was found of them before the row changed is old."""


def _bare(found: Finding) -> str:
    """The message without the name of the row it stands in."""
    _, _, rest = found.message.partition("” ")
    return rest[:1].upper() + rest[1:] if found.message.startswith("“") and rest else found.message


def letters_of(task: Task, person_id: str) -> tuple[str, ...]:
    """The letters a person has in a task; accountable stands first."""
    held = [letter for letter in LETTERS if person_id in getattr(task, letter)]
    return tuple(sorted(held, key="ARCI".index))


def _breaks(rules: tuple[Broken, ...], held: tuple[str, ...]) -> bool:
    """Whether one of these letters is what breaks a rule: of a missing one no cell is to blame."""
    too_many = {"two-accountable", "many-consulted", "consulted-and-informed"}
    return any(rule.rule in too_many and rule.letter in held for rule in rules)
