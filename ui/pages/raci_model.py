"""The RACI table as Qt sees it: a task a row, a role a column, and the rule in words at the end (T4)."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.campaign import Campaign, Person, Task
from app.place import Place
from app.raci import LETTERS, Broken, broken
from ui.pages.roles import role_words
from ui.widgets.tip import tip

type Index = QModelIndex | QPersistentModelIndex

LETTERS_ROLE = Qt.ItemDataRole.UserRole
BROKEN_ROLE = Qt.ItemDataRole.UserRole + 1


class RaciModel(QAbstractTableModel):
    """Only shows; `task` and `person` say what stands where."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks: tuple[Task, ...] = ()
        self.people: tuple[Person, ...] = ()

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
            return _breaks(rules, letters_of(task, person.id)) if person else bool(rules)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(task, person, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) and index.column() == 0:
            return task.task
        if (
            role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            and index.column() == self.rule_column
        ):
            return rules[0].message if rules else ""
        return None

    def _said(self, task: Task, person: Person | None, column: int) -> str:
        if column == 0:
            return task.task or self.tr("Task without a name")
        if person is None:
            rules = broken(task)
            return ". ".join(rule.message for rule in rules) if rules else self.tr("no rule broken")
        words = self._words()
        held = ", ".join(words[letter] for letter in letters_of(task, person.id)) or self.tr("nothing")
        return self.tr("{task}, {role}: {letters}").format(
            task=task.task, role=role_words(person), letters=held
        )

    def _words(self) -> dict[str, str]:
        return {
            "R": self.tr("responsible"),
            "A": self.tr("accountable"),
            "C": self.tr("consulted"),
            "I": self.tr("informed"),
        }


def letters_of(task: Task, person_id: str) -> tuple[str, ...]:
    """The letters a person has in a task; accountable stands first."""
    held = [letter for letter in LETTERS if person_id in getattr(task, letter)]
    return tuple(sorted(held, key="ARCI".index))


def _breaks(rules: tuple[Broken, ...], held: tuple[str, ...]) -> bool:
    """Whether one of these letters is what breaks a rule: of a missing one no cell is to blame."""
    too_many = {"two-accountable", "many-consulted", "consulted-and-informed"}
    return any(rule.rule in too_many and rule.letter in held for rule in rules)
