"""The look of the client: kept with the client, so every campaign of theirs wears it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from app.campaign import TEMPLATE, Brand, Client
from app.change import Put
from app.errors import UserError
from app.finding import Level
from app.place import CLIENTS, WORKSPACE, Place
from ui.bridge import Bridge
from ui.documents.asking import Asking
from ui.documents.brand import accent, described, on_paper, read_logo, thumbnail
from ui.documents.panel import Panel, flush
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.choice import ChoiceField
from ui.widgets.colour import colour_of
from ui.widgets.finding import FindingLine
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label
from ui.widgets.text import LineField
from ui.widgets.tip import tip

BRAND: Place = ("client", "brand")
LONGEST = 64
"""Characters of the guidelines that are shown here."""
PAPERS = (("A4", "A4"), ("Letter", "Letter"))

EXAMPLE = TEMPLATE.field("client", "brand", "primary_color").strong


class LookPanel(Panel):
    """Logo and accent; with `whole` also guidelines and paper. `wanted` is the place of the guidelines."""

    wanted = Signal(object)

    def __init__(
        self, bridge: Bridge, asking: Asking, parent: QWidget | None = None, *, whole: bool = True
    ) -> None:
        super().__init__(parent=parent, inside=not whole)
        self.heading.setText(self.tr("Client look"))
        self._bridge, self._asking = bridge, asking
        self._owner: str | None = None
        """The campaign, or the WORKSPACE, through which the look is changed; None before one is shown."""
        self._root = BRAND
        self._brand = Brand()
        self._thumb = QLabel()
        self._logo = Label("", "caption")
        self.choose = Button("", small=True)
        self.remove = Button(self.tr("Remove the logo"), "quiet", glyph="x", small=True, bare=True)
        self._swatch = Swatch()
        self.accent = LineField(self.tr("such as {colour}").format(colour=EXAMPLE))
        self._readable = Label("", "small", wraps=True)
        self._readable_glyph = Glyph("check", "ok")
        self._guidelines = Label("", wraps=True, parent=self)
        self.paper = ChoiceField(PAPERS, parent=self, select=True)
        self._trouble = FindingLine()
        self._name_fields()
        self._lay_out()
        if whole:
            self._lay_out_rest()
        self._guidelines.setVisible(whole)
        self.paper.setVisible(whole)
        self._listen()

    # --- what is shown ---
    def show_campaign(self, campaign_id: str) -> None:
        self._owner, self._root = campaign_id, BRAND
        self._show(self._bridge.campaign(campaign_id).client.brand)

    def show_client(self, client: Client) -> None:
        """A client by itself, in no campaign."""
        self._owner, self._root = WORKSPACE, (CLIENTS, client.id, "brand")
        self._show(client.brand)

    def _show(self, brand: Brand) -> None:
        self._show_logo(brand.logo)
        self._show_accent(brand.primary_color)
        lines = " ".join(brand.guidelines.split()) or self.tr("Not said yet")
        self._guidelines.setText(lines if len(lines) <= LONGEST else f"{lines[: LONGEST - 1].rstrip()}…")
        self._guidelines.setToolTip(tip(brand.guidelines))
        self.paper.show_value(self._bridge.setting("paper", "A4"))
        self._brand = brand
        for each in (self.choose, self.remove, self._swatch, self.accent, self.paper):
            each.setEnabled(not self._bridge.readonly)

    @property
    def readable(self) -> str:
        """What is said of the accent."""
        return self._readable.text()

    @property
    def trouble(self) -> str:
        return self._trouble.message

    def _show_logo(self, data: bytes) -> None:
        side = current().px(28) * 2
        picture = on_paper(thumbnail(data, side * 3 // 4), side, current().colour("line2"))
        picture.setDevicePixelRatio(2)
        self._thumb.setPixmap(picture)
        self._thumb.setVisible(not picture.isNull())
        self._logo.setText(described(data))
        self._logo.setVisible(bool(data))
        self.remove.setVisible(bool(data))
        words = self.tr("Replace") if data else self.tr("Choose a logo")
        self.choose.setText(words)
        self.choose.setAccessibleName(self.tr("Choose a logo"))

    def _show_accent(self, colour: str) -> None:
        found = accent(colour if colour_of(colour) else "")
        self._swatch.show_colour(found.printed)
        self.accent.show_value(colour)
        self.accent.show_problem(False)
        ratio = f"{int(found.ratio * 10) / 10:g}:1"
        words = (
            self.tr("readable, {ratio}") if found.kept else self.tr("printed darker to be readable, {ratio}")
        )
        if not colour:
            words = self.tr("Baton's own blue, {ratio}")
        self._say_readable(words.format(ratio=ratio), "ok")

    def _say_readable(self, words: str, tone: str) -> None:
        self._readable.setText(words)
        self._readable.show_tone(tone)
        self._readable_glyph.show_glyph("check" if tone == "ok" else "circle-alert", tone)
        self.accent.setAccessibleDescription(words)

    # --- what is done ---
    def choose_logo(self) -> None:
        path = self._asking.logo(self)
        if path is None:
            return
        try:
            data = read_logo(path)
        except UserError as error:
            self._trouble.say(Level.PROBLEM, str(error))
            return
        self._trouble.clear()
        self._put("logo", data)

    def _pick_colour(self) -> None:
        chosen = self._asking.colour(self, accent(self._brand.primary_color).printed)
        if chosen is not None:
            self._put("primary_color", chosen)

    def _typed_colour(self) -> None:
        if not self.accent.isModified():
            return
        found = colour_of(self.accent.text())
        self.accent.show_problem(found is None)
        if found is None:
            self._say_readable(self.tr("A colour looks like {example}").format(example=EXAMPLE), "bad")
            return
        self.accent.setModified(False)
        if found == self._brand.primary_color:
            self._show_accent(found)
        self._put("primary_color", found)

    def _put(self, key: str, value: object) -> None:
        if self._owner is not None:
            self._bridge.apply(self._owner, Put((*self._root, key), value))
            self._bridge.settle(self._owner)

    # --- look ---
    def _name_fields(self) -> None:
        self.accent.setProperty("slim", True)
        self.accent.setAccessibleName(self.tr("Accent of the client"))
        self.paper.setAccessibleName(self.tr("Paper"))
        self._swatch.setAccessibleName(self.tr("Choose the accent"))

    def _listen(self) -> None:
        self.choose.clicked.connect(self.choose_logo)
        self.remove.clicked.connect(lambda: self._put("logo", b""))
        self._swatch.clicked.connect(self._pick_colour)
        self.accent.editingFinished.connect(self._typed_colour)
        self.paper.edited.connect(lambda paper: self._bridge.put_setting("paper", paper))

    def _lay_out(self) -> None:
        self.body.addLayout(_row(self.tr("Logo"), self._thumb, None, self.choose, self.remove))
        self.body.addLayout(_row("", self._logo))
        self.body.addWidget(self._trouble)
        self.body.addLayout(_row(self.tr("Accent"), self._swatch, self.accent))
        self.body.addLayout(_row("", self._readable_glyph, self._readable))

    def _lay_out_rest(self) -> None:
        go = Button(self.tr("Go to Brand assets"), "link", small=True)
        go.clicked.connect(lambda: self.wanted.emit((*BRAND, "guidelines")))
        self.body.addLayout(_row(self.tr("Guidelines"), self._guidelines))
        row = _row("", None)
        row.insertLayout(1, flush(go))
        self.body.addLayout(row)
        self.body.addLayout(_row(self.tr("Paper"), self.paper))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._owner is not None:
            self._show_logo(self._brand.logo)


class Swatch(QAbstractButton):
    """A square of one colour; a click asks for another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_colour(self, colour: str) -> None:
        self._colour = colour
        self.setToolTip(colour)
        self.update()

    def sizeHint(self) -> QSize:
        side = current().px(26)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current().colour("line2"), 1))
        painter.setBrush(type(current().colour("ink"))(self._colour))
        painter.drawRoundedRect(self.rect().adjusted(3, 3, -4, -4), 5, 5)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def _tall(widget: QWidget | None) -> bool:
    return isinstance(widget, Label) and widget.wordWrap()


def _row(name: str, *widgets: QWidget | None) -> QHBoxLayout:
    """A name and what it names; None pushes the rest to the end."""
    row = QHBoxLayout()
    row.setSpacing(8)
    label = Label(name, "lead")
    label.setFixedWidth(current().px(76))
    if name:
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop if widgets[-1:] and _tall(widgets[-1]) else _MIDDLE)
    else:
        row.addSpacing(label.width() + row.spacing())
    for each in widgets:
        if each is None:
            row.addStretch()
        else:
            row.addWidget(
                each, int(not isinstance(each, QAbstractButton | Glyph | QLabel) or isinstance(each, Label))
            )
    return row
