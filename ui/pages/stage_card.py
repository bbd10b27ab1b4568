"""One stage of the approval as a card: who looks at what, within what time, and what happens then (S3)."""

from dataclasses import replace

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.campaign import Campaign, Stage
from app.field import Field, fields_of
from app.finding import Finding
from app.place import Place
from ui.pages.answer import Answer
from ui.pages.item import Findings
from ui.pages.pen import Pen
from ui.pages.pointer import Pointer
from ui.pages.remedy import sentence
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.choice import ChoiceField
from ui.widgets.editors import Editor
from ui.widgets.finding import FindingLine
from ui.widgets.label import Label, set_property
from ui.widgets.text import TextField

_MIME = "application/x-baton-stage"


class StageCard(QFrame):
    """`moved(step)`, `dropped(stage id)` before or after this one, `removed`; everything else it writes itself."""

    moved = Signal(int)
    dropped = Signal(str)
    removed = Signal()

    def __init__(self, pen: Pen, place: Place) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self.pen, self.place = pen, place
        self._table = {field.key: field for field in fields_of(Stage)}
        self.name = self._answer("name")
        self.purpose = self._answer("purpose", TextEditor(self._table["purpose"]))
        self.reviewer, self.hours = self._answer("reviewer"), self._answer("max_hours")
        self.then, self.maybe = self._answer("on_timeout"), self._answer("if_applicable")
        self.answers = (self.name, self.purpose, self.reviewer, self.hours, self.then, self.maybe)
        self._handle = _Handle(self)
        self._finding = FindingLine()
        self._pointer = Pointer(self._finding, pen, self._act)
        self._more = Button(self.tr("More"), "quiet", glyph="ellipsis", small=True, bare=True)
        self._more.clicked.connect(self._open_menu)
        self._lay_out()

    def show_campaign(self, campaign: Campaign, number: int) -> None:
        self._handle.setText(str(number))
        for each in self.answers:
            each.show_campaign(campaign)
        name = self.name.value() or self.tr("Stage {number}").format(number=number)
        self.setAccessibleName(self.tr("Stage {number}, {name}").format(number=number, name=name))
        self._more.setAccessibleName(self.tr("More for {name}").format(name=name))

    def show_findings(self, findings: Findings, *, missing: bool) -> None:
        """One sentence a card; the edge shows that there is one."""
        mine = [each for key, each in findings.items() if key[: len(self.place)] == self.place]
        found = next((each for each in mine if missing or each.rule != "required.missing"), None)
        self._pointer.show(found)
        if found is None:
            self._finding.clear()
        else:
            self._finding.say(found.level, sentence(found.message), found.next_step)
        set_property(self, "tone", "warn" if found else "")

    def focus_place(self, place: Place) -> None:
        answer = next((each for each in self.answers if each.place == place), self.name)
        answer.focus()

    def place_of(self, widget: QWidget) -> Place:
        editors = ((each.place, each.editor.widget) for each in self.answers)
        return next((place for place, it in editors if it is widget or it.isAncestorOf(widget)), self.place)

    @property
    def first(self) -> QWidget:
        """Where Tab comes in."""
        return self.name.editor.widget

    @property
    def last(self) -> QWidget:
        """Where Tab goes out."""
        return self.then.editor.widget

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Move earlier") + "\tAlt+↑", lambda: self.moved.emit(-1))
        menu.addAction(self.tr("Move later") + "\tAlt+↓", lambda: self.moved.emit(1))
        menu.addSeparator()
        menu.addAction(self.tr("Delete stage"), self.removed.emit)
        return menu

    # --- events ---
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[event.key()])
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped.emit(bytes(event.mimeData().data(_MIME).data()).decode())
        event.acceptProposedAction()

    def drag(self) -> None:
        """Carry this card to another one's place."""
        data = QMimeData()
        data.setData(_MIME, QByteArray(self.place[-1].encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab().scaledToWidth(140, Qt.TransformationMode.SmoothTransformation))
        drag.exec(Qt.DropAction.MoveAction)

    # --- inside ---
    def _answer(self, key: str, editor: Editor | None = None) -> Answer:
        field: Field = self._table[key]
        answer = Answer(self.pen, (*self.place, key), replace(field, guidance=""), editor)
        answer.setParent(self)
        answer.hide()
        return answer

    def _act(self, found: Finding) -> None:
        if found.fix is not None:
            self.pen.do(found.fix)
        else:
            self.focus_place(found.place)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._handle, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.name.editor.widget, 1)
        head.addWidget(self._more)
        time = QHBoxLayout()
        time.setSpacing(6)
        self.hours.editor.widget.setFixedWidth(current().px(46))
        time.addWidget(self.hours.editor.widget)
        time.addWidget(Label(self.tr("hours, then"), "caption"))
        time.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.purpose.editor.widget)
        column.addWidget(self.reviewer.editor.widget)
        column.addWidget(self._finding)
        column.addStretch()
        column.addWidget(self.maybe.editor.widget)
        column.addLayout(time)
        column.addWidget(self.then.editor.widget)
        then = self.then.editor.widget
        assert isinstance(then, ChoiceField)
        then.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        then.setMinimumContentsLength(6)


class TextEditor(Editor):
    """Two lines that grow, as everywhere; asks what is looked at."""

    def __init__(self, field: Field) -> None:
        text = TextField(field.label, least=2, most=5)
        super().__init__(text, text.value, text.show_value)
        text.edited.connect(self.edited.emit)


class _Handle(Label):
    """The stage's number; dragging it moves the card."""

    def __init__(self, card: StageCard) -> None:
        super().__init__("", "key")
        self._card = card
        self._pressed: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        away = (event.position().toPoint() - self._pressed).manhattanLength()
        if away >= QApplication.startDragDistance():
            self._pressed = None
            self._card.drag()
