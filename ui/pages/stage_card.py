"""One stage of the approval as a card: who looks at what, within what time, and what happens then (S3)."""

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.campaign import Campaign, Stage
from app.field import fields_of
from app.finding import MISSING, Finding, Level
from app.place import Place, get
from app.readiness.reading import name_of
from app.stages import signing_stage
from ui.keys import native
from ui.pages.bound import Bound
from ui.pages.item import Findings
from ui.pages.pen import Pen
from ui.pages.pointer import Pointer
from ui.pages.remedy import sentence
from ui.pages.stage_foot import StageFoot
from ui.theme import current
from ui.widgets.cut_line import CutLine
from ui.widgets.editors import Editor
from ui.widgets.finding import GOOD, FindingLine
from ui.widgets.label import Label, set_property
from ui.widgets.people import PeopleField
from ui.widgets.text import TextField

_MIME = "application/x-baton-stage"
_LEAST, _INDENT, _RING = 196, 4, 18
_STEPS = {
    Qt.Key.Key_Up.value: -1,
    Qt.Key.Key_Left.value: -1,
    Qt.Key.Key_Down.value: 1,
    Qt.Key.Key_Right.value: 1,
}


class StageCard(QFrame):
    """`moved(step)`, `dropped(stage id)` on this one, `removed`; everything else it writes itself."""

    moved = Signal(int)
    dropped = Signal(str)
    removed = Signal()

    def __init__(self, pen: Pen, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self.pen, self.place = pen, place
        self._table = {field.key: field for field in fields_of(Stage)}
        # Each part is born in the card: what moves is styled again.
        self._number = _Number(self)
        self.name = self._bound("name", _line(self.tr("Name the stage"), self))
        self.purpose = self._bound("purpose", _text(self.tr("What is looked at?"), self))
        self.reviewer = self._bound("reviewer", _people(self.tr("Add reviewer"), self))
        self.answers = (self.name, self.purpose, self.reviewer)
        self._finding = FindingLine(self)
        self._when = Label("", "caption", wraps=True, parent=self)
        self._pointer = Pointer(self._finding, pen, self._act)
        for each in self.answers:
            each.editor.edited.connect(lambda _value: self._finding.pass_by(True))
        self.foot = StageFoot(self._fill, self)
        self.foot.put.connect(lambda key, value: self.pen.put((*self.place, key), value))
        self.foot.worded.connect(lambda key, words: self.pen.word((*self.place, key), words))
        self._stage, self._decides = Stage(id=place[-1]), False
        self._pressed: QPoint | None = None
        self._lay_out()

    def show_campaign(self, campaign: Campaign, number: int) -> None:
        stage: Stage = get(campaign, self.place)
        self._stage = stage
        self._decides = signing_stage(campaign.approval) is stage and len(set(stage.reviewer)) == 1
        self._number.show_number(number)
        for each in self.answers:
            each.show_campaign(campaign)
        self.foot.unread = self.pen.words((*self.place, "max_hours"))
        self.foot.show_stage(stage, first=number == 1)
        when = (self._table[key].label for key in ("if_applicable", "parallel") if getattr(stage, key))
        self._when.setText(". ".join(when))
        self._when.setVisible(bool(self._when.text()))
        name = self.name.editor.value() or self.tr("Stage {number}").format(number=number)
        self.setAccessibleName(self.tr("Stage {number}, {name}").format(number=number, name=name))
        if self._pointer.found is None:
            self._say(None)

    def show_findings(self, findings: Findings, *, missing: bool) -> None:
        """One sentence a card, first what can be mended at once; the edge shows that there is one."""
        mine = [each for key, each in findings.items() if key[: len(self.place)] == self.place]
        mine = [each for each in mine if missing or each.rule != MISSING]
        ranked = sorted(mine, key=lambda each: (each.fix is None, each.rule == MISSING))
        self._finding.pass_by(False)
        self._say(next(iter(ranked), None))

    def focus_place(self, place: Place) -> None:
        if place[len(self.place) :] and place[-1] in ("max_hours", "on_timeout", "if_applicable", "parallel"):
            self.foot.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        answer = next((each for each in self.answers if each.place == place), self.name)
        answer.focus()

    def place_of(self, widget: QWidget) -> Place:
        if widget is self.foot:
            return (*self.place, "max_hours")
        editors = ((each.place, each.editor.widget) for each in self.answers)
        return next((place for place, it in editors if it is widget or it.isAncestorOf(widget)), self.place)

    def menu(self) -> QMenu:
        """Everything a stage can be, and where it stands."""
        return self.foot.menu_of_stage()

    # --- events ---
    def event(self, event: QEvent) -> bool:
        """In a card Alt with an arrow moves the card; elsewhere it may go back a page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _moves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _moves(event):
            step = _STEPS[event.key()]
            sideways = event.key() in (Qt.Key.Key_Left.value, Qt.Key.Key_Right.value)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.moved.emit(-step if sideways and rtl else step)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        away = (event.position().toPoint() - self._pressed).manhattanLength()
        if away >= QApplication.startDragDistance():
            self._pressed = None
            self.drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()
            set_property(self, "target", _carried(event) != self.place[-1])

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_property(self, "target", False)

    def dropEvent(self, event: QDropEvent) -> None:
        set_property(self, "target", False)
        event.acceptProposedAction()
        self.dropped.emit(_carried(event))

    def drag(self) -> None:
        """Carry this card to another one's place."""
        data = QMimeData()
        data.setData(_MIME, QByteArray(self.place[-1].encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(
            self.grab().scaledToWidth(current().px(140), Qt.TransformationMode.SmoothTransformation)
        )
        drag.exec(Qt.DropAction.MoveAction)

    # --- inside ---
    def _say(self, found: Finding | None) -> None:
        self._pointer.show(found)
        if found is not None:
            self._finding.say(found.level, _short(found, self._stage), found.next_step)
        elif self._decides:
            self._finding.say(GOOD, self.tr("One person decides"))
        else:
            self._finding.clear()
        grave = found is not None and found.level is not Level.SUGGESTION
        set_property(self, "tone", "warn" if grave else "")
        self._describe(f"{sentence(found.message)} {found.next_step}" if found is not None else "")

    def _describe(self, said: str) -> None:
        """What a screen reader hears of the card, and once when it is new."""
        if said and said != self.accessibleDescription():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        for widget in (self, self.name.editor.widget):
            widget.setAccessibleDescription(said)

    def _bound(self, key: str, editor: Editor) -> Bound:
        field = self._table[key]
        editor.widget.setAccessibleName(field.label)
        editor.widget.setAccessibleDescription(field.question)
        return Bound(self.pen, (*self.place, key), field, editor)

    def _fill(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addAction(self.tr("Move earlier") + f"\t{native('Alt+Up')}", lambda: self.moved.emit(-1))
        menu.addAction(self.tr("Move later") + f"\t{native('Alt+Down')}", lambda: self.moved.emit(1))
        menu.addSeparator()
        menu.addAction(self.tr("Delete stage"), self.removed.emit)

    def _act(self, found: Finding) -> None:
        if found.fix is not None:
            self.pen.take(found)
        else:
            self.focus_place(found.place if len(found.place) > 2 else (*self.place, "reviewer"))

    def _lay_out(self) -> None:
        self.setMinimumHeight(current().px(_LEAST))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.name.editor.widget, 1)
        head.insertSpacing(0, _INDENT)
        inner = QVBoxLayout()
        inner.setContentsMargins(_INDENT, 4, _INDENT, 0)
        inner.setSpacing(8)
        inner.addWidget(self.reviewer.editor.widget)
        inner.addWidget(self._finding)
        inner.addStretch()
        inner.addWidget(self._when)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.purpose.editor.widget)
        column.addLayout(inner, 1)
        column.addWidget(self.foot)


class _Number(QWidget):
    """Where the stage stands, in a ring; the card is carried by it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = ""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_number(self, number: int) -> None:
        self._number = str(number)
        self.update()

    def sizeHint(self) -> QSize:
        side = current().px(_RING)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, box = current(), QPainter(self), QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("control"), 1.25))
        painter.drawEllipse(box)
        painter.setFont(look.font(11, 500))
        painter.setPen(look.colour("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()


def _moves(event: QKeyEvent) -> bool:
    return (
        event.modifiers() & Qt.KeyboardModifier.AltModifier != Qt.KeyboardModifier(0)
        and event.key() in _STEPS
    )


def _carried(event: QDropEvent) -> str:
    return bytes(event.mimeData().data(_MIME).data()).decode()


def _short(found: Finding, stage: Stage) -> str:
    """The message without the stage's name: the card says whose it is."""
    message = found.message.removeprefix(name_of(stage)).lstrip(": ")
    return sentence(message[:1].upper() + message[1:])


def _line(hint: str, card: QWidget) -> Editor:
    line = CutLine(hint, card)
    line.setProperty("role", "ghost")
    line.setAcceptDrops(False)
    editor = Editor(line, line.value, line.show_value)
    line.edited.connect(editor.edited.emit)
    return editor


def _text(hint: str, card: QWidget) -> Editor:
    text = TextField(hint, card, least=1, most=4, line=16, room=3)
    text.setProperty("role", "ghost")
    text.viewport().setAcceptDrops(False)
    text.setAcceptDrops(False)
    editor = Editor(text, text.value, text.show_value)
    text.edited.connect(editor.edited.emit)
    return editor


def _people(add: str, card: QWidget) -> Editor:
    people = PeopleField(several=True, add=add, parent=card)
    editor = Editor(people, people.value, people.show_value)
    people.edited.connect(editor.edited.emit)
    return editor
