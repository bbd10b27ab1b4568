"""An empty workspace: three ways in, in the order of how many will want them (UX, 01b)."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current, icon
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.paint import draw_baton
from ui.widgets.paragraph import Paragraph


class FirstRun(QWidget):
    """`wanted(key)` is the key of an action: new, new_checklist, sample, open_workspace, import."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.guide = Button(self.tr("Start the guide"), "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.addStretch(2)
        column.addWidget(Handover(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(32)
        column.addWidget(_centred(Label(self.tr("Hand over your first campaign"), "hero")))
        words = self.tr(
            "Write down the why, the what and the who once. Baton turns it into\n"
            "documents your team or vendor can start from without asking."
        )
        column.addSpacing(4)
        column.addWidget(_centred(Paragraph(words)))
        column.addSpacing(24)
        column.addLayout(self._ways())
        column.addSpacing(20)
        column.addLayout(self._files())
        column.addStretch(3)

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStretch()
        ways = (
            (
                "route",
                self.tr("Guided campaign"),
                self.tr("Five steps with examples as you write. Skip anything and come back later."),
                self.guide,
                "new",
                self.tr("about 25 min"),
            ),
            (
                "list-checks",
                self.tr("Just one document"),
                self.tr("Begin with the Execution Requirements Checklist. It saves the most back-and-forth."),
                Button(self.tr("Start checklist")),
                "new_checklist",
                self.tr("about 8 min"),
            ),
            (
                "eye",
                self.tr("Sample campaign"),
                self.tr(
                    "See a finished handoff for a bicycle workshop. Edit it freely, delete it when done."
                ),
                Button(self.tr("Open the sample")),
                "sample",
                "",
            ),
        )
        for glyph, title, words, button, key, time in ways:
            button.clicked.connect(lambda _=False, key=key: self.wanted.emit(key))
            row.addWidget(_way(glyph, title, words, button, time, "pri" if key == "new" else ""))
        row.addStretch()
        return row

    def _files(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        for words, action, key in (
            (self.tr("Already have a Baton file?"), self.tr("Open a file…"), "open_workspace"),
            (self.tr("Have a campaign file?"), self.tr("Import it…"), "import"),
        ):
            button = Button(action, "link")
            button.clicked.connect(lambda _=False, key=key: self.wanted.emit(key))
            row.addWidget(Label(words, "lead"))
            row.addWidget(button)
            row.addSpacing(16)
        row.addStretch()
        return row


def _way(glyph: str, title: str, words: str, button: Button, time: str, tone: str) -> Card:
    card = Card(tone=tone)
    card.setFixedWidth(current().px(242))
    card.setAccessibleName(title)
    picture = Label()
    side = current().px(18)
    picture.setPixmap(icon(glyph, "pri").pixmap(QSize(side, side)))
    picture.setProperty("role", "tile")
    picture.setFixedSize(current().px(36), current().px(36))
    picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
    foot = QHBoxLayout()
    foot.addWidget(button)
    foot.addStretch()
    foot.addWidget(Label(time, "caption"))
    text = Paragraph(words)
    text.setMinimumHeight(current().px(60))
    text.setAlignment(Qt.AlignmentFlag.AlignTop)
    card.body.addWidget(picture)
    card.body.addSpacing(4)
    card.body.addWidget(Label(title, "section"))
    card.body.addWidget(text)
    card.body.addLayout(foot)
    return card


def _centred(label: Label) -> Label:
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


class Handover(QWidget):
    """The picture: strategy hands the baton to execution, from one lane to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Strategy hands the baton to execution"))

    def sizeHint(self) -> QSize:
        return QSize(current().px(560), current().px(110))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        look, width = current(), self.width()
        lane = self.height() / 2
        painter.setPen(QPen(look.colour("line2"), 2))
        for y in (1.0, lane, self.height() - 1.0):
            painter.drawLine(QPointF(0, y), QPointF(width, y))
        self._legs(painter, lane, width)
        middle = QPointF(width / 2, lane)
        painter.save()
        painter.translate(middle)
        painter.rotate(74)
        side = look.px(112)
        draw_baton(painter, QRectF(-side / 2, -side / 2, side, side), "bg")
        painter.restore()

    def _legs(self, painter: QPainter, lane: float, width: int) -> None:
        look = current()
        solid = QPen(look.colour("pri"), 2)
        dotted = QPen(look.colour("pri"), 2, Qt.PenStyle.DotLine)
        start, end = width * 0.23, width * 0.75
        painter.setPen(solid)
        painter.drawLine(QPointF(start, lane / 2), QPointF(width * 0.37, lane / 2))
        painter.setBrush(look.colour("pri"))
        painter.drawEllipse(QPointF(start, lane / 2), 3, 3)
        painter.setPen(dotted)
        painter.drawLine(QPointF(width * 0.38, lane / 2), QPointF(width * 0.42, lane / 2))
        painter.drawLine(QPointF(width * 0.6, lane * 1.5), QPointF(end, lane * 1.5))
        painter.setPen(solid)
        painter.drawPolyline(
            [QPointF(end - 6, lane * 1.5 - 6), QPointF(end, lane * 1.5), QPointF(end - 6, lane * 1.5 + 6)]
        )
        painter.setPen(look.colour("ink2"))
        painter.setFont(look.font(12, 500))
        if self.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            names = Qt.AlignmentFlag.AlignVCenter
            left = QRectF(0, 0, start - 14, lane)
            painter.drawText(left, names | Qt.AlignmentFlag.AlignRight, self.tr("Strategy"))
            painter.drawText(QRectF(end + 24, lane, width - end, lane), names, self.tr("Execution"))
