"""An empty workspace: three ways in, in the order of how many will want them (UX, 01b)."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current, pixmap
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.glyph import Glyph
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
        for glyph, words, action, key in (
            ("folder", self.tr("Already have a Baton file?"), self.tr("Open a file…"), "open_workspace"),
            ("file-down", self.tr("Have a campaign file?"), self.tr("Import it…"), "import"),
        ):
            button = Button(action, "link")
            button.clicked.connect(lambda _=False, key=key: self.wanted.emit(key))
            row.addWidget(Glyph(glyph, "ink3", 16))
            row.addWidget(Label(words, "lead"))
            row.addWidget(button)
            row.addSpacing(16)
        row.addStretch()
        return row


def _way(glyph: str, title: str, words: str, button: Button, time: str, tone: str) -> Card:
    card = Card(tone=tone)
    card.setFixedWidth(current().px(242))
    card.setAccessibleName(title)
    if tone:  # its edge is one pixel wider
        card.body.setContentsMargins(16, 14, 16, 16)
    picture = Label()
    side = current().px(18)
    picture.setPixmap(pixmap(glyph, "pri", side, picture.devicePixelRatioF()))
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


_WIDE, _TOP, _LANES = 560, 19, (20, 74, 128)
"""The picture in pixels at 100 % text, as it was designed."""


class Handover(QWidget):
    """The picture: strategy hands the baton to execution, from one lane to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Strategy hands the baton to execution"))

    def sizeHint(self) -> QSize:
        return QSize(current().px(_WIDE), current().px(_LANES[2] - _LANES[0] + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.scale(self.width() / _WIDE, self.width() / _WIDE)
        painter.translate(0, -_TOP)
        self._lanes(painter)
        self._way(painter)
        painter.save()
        painter.translate(QPointF(_WIDE / 2, _LANES[1]))
        painter.rotate(74)
        draw_baton(painter, QRectF(-56, -56, 112, 112), "bg")
        painter.restore()
        if self.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            self._names(painter)

    def _lanes(self, painter: QPainter) -> None:
        pen = QPen(current().colour("line2"), 1.5)
        painter.setPen(pen)
        for y in _LANES:
            painter.drawLine(QPointF(0, y), QPointF(_WIDE, y))
        pen.setDashPattern([1.3, 4.7])
        painter.setPen(pen)
        for x in (0.3 * _WIDE, 0.7 * _WIDE):
            painter.drawLine(QPointF(x, _LANES[0]), QPointF(x, _LANES[2]))

    def _way(self, painter: QPainter) -> None:
        """Drawn through as far as it was run, dotted where it goes on."""
        colour = current().colour("pri")
        start, handing, taken, end = QPointF(128, 47), QPointF(208, 47), QPointF(352, 101), QPointF(424, 101)
        solid = QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(solid)
        painter.drawLine(start, handing)
        painter.drawPolyline([QPointF(417, 95), end, QPointF(417, 107)])
        dotted = QPen(solid)
        dotted.setDashPattern([0.1, 3.5])
        painter.setPen(dotted)
        path = QPainterPath(handing)
        path.cubicTo(QPointF(262, 47), QPointF(298, 101), taken)
        path.lineTo(end)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(start, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _names(self, painter: QPainter) -> None:
        font = current().font(12, 500)
        font.setPixelSize(12)  # the picture is scaled as a whole
        painter.setFont(font)
        painter.setPen(current().colour("ink3"))
        for middle, lane, words in ((84, 47, self.tr("Strategy")), (476, 101, self.tr("Execution"))):
            painter.drawText(QRectF(middle - 80, lane - 12, 160, 24), Qt.AlignmentFlag.AlignCenter, words)
