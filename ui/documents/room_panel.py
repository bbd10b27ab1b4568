"""The one-page guarantee in the open (L3): how full the page is, and which parts are too long by how many words."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.documents.naming import lines, too_long
from ui.documents.panel import Panel, flush
from ui.paper import Room, TooLong
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.label import Label


class RoomPanel(Panel):
    """Hidden for documents of any length. `wanted` is the place of a part that is too long."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "check", parent)
        self._room: Room | None = None
        self.bar = FillBar()
        self._words = Label("", "caption", wraps=True)
        self._links: list[Button] = []
        self._parts = QVBoxLayout()
        self._parts.setSpacing(2)
        self._longest = Button(self.tr("Show the longest parts"), "link", small=True)
        self._longest.clicked.connect(lambda: self.show_longest(not self._links))
        self.body.addWidget(self.bar)
        self.body.addWidget(self._words)
        self.body.addLayout(flush(self._longest))
        self.body.addLayout(self._parts)

    def show_room(self, room: Room | None) -> None:
        """None for a document that may have any number of pages."""
        self.setVisible(room is not None)
        if room is None:
            return
        opened = bool(self._links)
        self._room = room
        if room.over:
            words = too_long(room.over)
            self.show_heading(words, "circle-alert", "bad")
            self._words.setText(
                self.tr("Even at {size} pt, the smallest type Baton sets.").format(size=f"{room.size:g}")
            )
        else:
            self.show_heading(self.tr("Fits on one page"), "check", "ok")
            spare = self.tr("{lines} to spare at {size} pt")
            self._words.setText(spare.format(lines=lines(room.free), size=f"{room.size:g}"))
        self.bar.show_fill(room.fill, over=bool(room.over), words=self.heading.text())
        self._longest.setVisible(bool(room.longest))
        self.show_longest(opened and bool(room.longest))

    @property
    def words(self) -> str:
        return self._words.text()

    @property
    def longest(self) -> list[str]:
        """The parts on the screen."""
        return [each.accessibleName() for each in self._links]

    def show_longest(self, on: bool) -> None:
        for each in self._links:
            each.hide()
            each.deleteLater()
        self._links = []
        words = self.tr("Hide the longest parts") if on else self.tr("Show the longest parts")
        self._longest.setText(words)
        self._longest.setAccessibleName(words)
        for part in self._room.longest if on and self._room else ():
            link = self._link(part)
            self._parts.addLayout(flush(link))
            self._links.append(link)

    def _link(self, part: TooLong) -> Button:
        said = self.tr("{title}: about {n} words over").format(title=part.title, n=part.words)
        link = Button(said, "link", small=True)
        link.clicked.connect(lambda: self.wanted.emit(part.place))
        return link


class FillBar(QWidget):
    """How full the page is, from 0; over 1 the bar is full and red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill, self._over = 0.0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_fill(self, fill: float, *, over: bool, words: str) -> None:
        self._fill, self._over = min(max(fill, 0.0), 1.0), over
        self.setAccessibleName(words)
        self.update()

    @property
    def tone(self) -> str:
        return "bad" if self._over else "ok"

    def sizeHint(self) -> QSize:
        return QSize(80, current().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        round_ = box.height() / 2
        painter.setBrush(look.colour("line"))
        painter.drawRoundedRect(box, round_, round_)
        wide = max(box.width() * self._fill, box.height())
        left = box.right() - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0.0
        painter.setBrush(look.colour(self.tone))
        painter.drawRoundedRect(QRectF(left, 0, wide, box.height()), round_, round_)
