"""The approval: its stages as cards in their order, the longest wait, and the usual four for a start (S3)."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.approvals import longest_wait_sentence
from app.campaign import Campaign, Stage
from app.change import Batch, Insert, Move, Remove
from app.finding import MISSING, Finding
from app.place import Place, index_of
from app.presets import usual_stages
from ui.pages.item import Findings, Item
from ui.pages.pen import Pen
from ui.pages.pointer import Pointer
from ui.pages.remedy import sentence
from ui.pages.stage_card import StageCard
from ui.theme import current
from ui.theme.icons import draw_icon
from ui.where import at
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.finding import FindingLine
from ui.widgets.label import Label

_CARD, _GAP = 226, 28


class StagesItem(Item):
    """Cards keep their widgets while their stage lives: what is typed and where the focus is stays."""

    wide = titled = True

    def __init__(self, pen: Pen, place: Place) -> None:
        super().__init__(pen, place)
        self.cards: list[StageCard] = []
        self._wait = Label("", "caption")
        self._finding = FindingLine()
        self._pointer = Pointer(self._finding, pen, self._act)
        self._empty = EmptyState(
            self.tr("Four stages are usual: self-review, strategic alignment, accuracy, final sign-off."),
            self.tr("Begin with these four"),
        )
        self._empty.acted.connect(self.begin)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(_GAP // 2)
        self._arrows: list[_Arrow] = []
        self._across = 0
        self._add = Button(self.tr("Add stage"), "quiet", glyph="plus", small=True)
        self._add.clicked.connect(lambda: self.add())
        self._lay_out()

    def show_campaign(self, campaign: Campaign) -> None:
        known = {card.place[-1]: card for card in self.cards}
        cards = [
            known.pop(stage.id) if stage.id in known else self._card(stage.id) for stage in campaign.approval
        ]
        for gone in known.values():
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        moved = cards != self.cards
        self.cards = cards
        if moved:
            self._arrange(force=True)
        for number, card in enumerate(cards, start=1):
            card.show_campaign(campaign, number)
        for arrow, stage in zip(self._arrows, campaign.approval[1:], strict=True):
            arrow.show_together(stage.parallel)
        self._wait.setText(longest_wait_sentence(campaign.approval))
        self._empty.setVisible(not cards)
        if cards and self._pointer.found is not None and self._pointer.found.rule == MISSING:
            self._tell(None)

    def show_findings(self, findings: Findings, *, missing: bool) -> None:
        for card in self.cards:
            card.show_findings(findings, missing=missing)
        self._tell(findings.get(self.place) if self.cards or missing else None)

    def _tell(self, found: Finding | None) -> None:
        self._pointer.show(found)
        if found is None:
            self._finding.clear()
        else:
            self._finding.say(found.level, sentence(found.message), found.next_step)

    def focus_place(self, place: Place) -> None:
        card = next((each for each in self.cards if each.place[-1] in place), None)
        card = card or next(iter(self.cards), None)
        if card is not None:
            card.focus_place(place)
        else:
            button = self._empty.findChild(Button)
            assert button is not None
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place_of(self, widget: QWidget) -> Place:
        card = next((each for each in self.cards if each.isAncestorOf(widget)), None)
        return card.place_of(widget) if card is not None else self.place

    def begin(self) -> None:
        """The four usual stages: one step."""
        made = usual_stages(self.pen.bridge.new_id)
        changes = tuple(Insert(self.place, number, stage) for number, stage in enumerate(made))
        self.pen.do(Batch(self.tr("Usual stages"), changes))
        self.cards[0].focus_place((*self.cards[0].place, "reviewer"))

    def add(self) -> None:
        """One more stage at the end; its name takes the focus."""
        stage = Stage(id=self.pen.bridge.new_id(), max_hours=48)
        self.pen.do(Insert(self.place, len(self.cards), stage))
        self.focus_place((stage.id,))

    # --- inside ---
    def _card(self, stage_id: str) -> StageCard:
        card = StageCard(self.pen, (*self.place, stage_id), self)
        card.moved.connect(lambda step: self._move(stage_id, step))
        card.dropped.connect(lambda other: self._drop(other, stage_id))
        card.removed.connect(lambda: self._remove(stage_id))
        return card

    def _move(self, stage_id: str, step: int) -> None:
        to = index_of(self.pen.campaign.approval, stage_id) + step
        if 0 <= to < len(self.cards):
            focused = self.focusWidget()
            self.pen.do(Move((*self.place, stage_id), to))
            if focused is not None:
                focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, stage_id: str, on: str) -> None:
        ids = [stage.id for stage in self.pen.campaign.approval]
        if stage_id != on and stage_id in ids:
            self.pen.do(Move((*self.place, stage_id), ids.index(on)))
            self.focus_place((*self.place, stage_id))

    def _remove(self, stage_id: str) -> None:
        index = index_of(self.pen.campaign.approval, stage_id)
        self.pen.do(Remove((*self.place, stage_id)))
        if self.cards:
            card = self.cards[min(index, len(self.cards) - 1)]
            card.focus_place(card.place)
        else:
            self.focus_place(self.place)
        self.written(self.tr("Stage deleted"), self.tr("Undo"))

    def _act(self, found: Finding) -> None:
        if found.fix is not None:
            self.pen.take(found)
        elif self.cards:
            self.add()
        else:
            self.begin()

    def _arrange(self, *, force: bool = False) -> None:
        """As many cards in a row as fit, none narrower than its words, an arrow from each to the next."""
        across = max(1, (self.width() + _GAP) // (self._least() + _GAP))
        across = min(across, max(len(self.cards), 1))
        if across == self._across and not force:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._across = across
        self._draw_arrows()
        for index, card in enumerate(self.cards):
            row, column = divmod(index, across)
            self._grid.addWidget(card, row, 2 * column)
            if index < len(self._arrows):
                self._grid.addWidget(self._arrows[index], row, 2 * column + 1)
                self._arrows[index].setVisible(across > 1)
        for column in range(across):
            self._grid.setColumnStretch(2 * column, 1)

    def _draw_arrows(self) -> None:
        """One fewer than there are cards."""
        while len(self._arrows) > max(len(self.cards) - 1, 0):
            arrow = self._arrows.pop()
            arrow.hide()
            arrow.deleteLater()
        while len(self._arrows) < len(self.cards) - 1:
            self._arrows.append(_Arrow(self))

    def _least(self) -> int:
        """The width that every card can live with."""
        return max((current().px(_CARD), *(card.minimumSizeHint().width() for card in self.cards)))

    def minimumSizeHint(self) -> QSize:
        """One card: with less width there are fewer in a row."""
        return QSize(self._least(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(self.tr("Approval stages"), "section"))
        head.addWidget(self._wait)
        head.addStretch()
        head.addWidget(self._add)
        self._roles = Button(self.tr("Roles…"), glyph="users", small=True)
        self._roles.clicked.connect(lambda: self.going.emit(at(self.pen.campaign_id, ("people",))))
        head.addWidget(self._roles)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addLayout(self._grid)
        column.addWidget(self._finding)


class _Arrow(QWidget):
    """From one stage to the next; two strokes where both happen at the same time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._together = False
        self.setFixedWidth(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_together(self, together: bool) -> None:
        self._together = together
        self.setToolTip(self.tr("At the same time") if together else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, middle = QPainter(self), QPointF(self.rect().center())
        if self._together:
            painter.setPen(QPen(current().colour("ink3"), 1.75))
            for x in (middle.x() - 2, middle.x() + 3):
                painter.drawLine(QPointF(x, middle.y() - 6), QPointF(x, middle.y() + 6))
        else:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            name = "chevron-left" if rtl else "chevron-right"
            draw_icon(painter, QRectF(middle.x() - 7, middle.y() - 7, 15, 15), name, "ink3")
        painter.end()
