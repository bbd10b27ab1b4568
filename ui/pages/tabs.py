"""The pages of a step as tabs, each with how much of it there is."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from app.campaign import Campaign
from app.field import Kind
from app.finding import Finding
from app.pages import Page, answered
from app.place import field_at, get
from app.progress import broken_pages
from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.label import hairline
from ui.widgets.sides import write_each

_GAP, _TIGHT = 26, 10
_SIDE = 15


class Tabs(QWidget):
    """`chosen` brings a page's key; arrows move along the tabs."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._bar = _Bar()
        self._bar.setAccessibleName(self.tr("Pages of this step"))
        self._bar.tabBarClicked.connect(self._choose)
        self._bar.currentChanged.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(hairline())

    def show_pages(
        self, campaign: Campaign, findings: tuple[Finding, ...], pages: tuple[Page, ...], shown: Page
    ) -> None:
        """Only shows. No tick where a rule is broken, however much is answered."""
        self._bar.blockSignals(True)
        if pages != self._pages:
            self._pages = pages
            while self._bar.count():
                self._bar.removeTab(0)
            for page in pages:
                self._bar.addTab(page.title)
        broken = broken_pages(findings)
        counts = ((page, *count_of(campaign, page)) for page in pages)
        self._bar.show_counts([(words, done and page.key not in broken) for page, words, done in counts])
        self._bar.setCurrentIndex(pages.index(shown))
        self._bar.blockSignals(False)

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._pages):
            self.chosen.emit(self._pages[index].key)


class _Bar(QTabBar):
    """Title, count, a tick where all is answered; the line under the chosen one."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: list[tuple[str, bool]] = []
        self._gap = current().px(_GAP)
        self._lean = False
        """Too little room: a tick says enough where everything is answered."""
        self._bare = False
        """Still too little: a tick says nothing that the page does not."""
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setProperty("ring", True)

    def show_counts(self, counts: list[tuple[str, bool]]) -> None:
        if counts == self._counts:
            return
        self._counts = counts
        for index, (words, done) in enumerate(counts):
            state = self.tr("complete") if done else self.tr("open")
            self.setAccessibleTabName(index, f"{self.tabText(index)}, {words}, {state}")
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self._gap, self._lean, self._bare
        if (self._between(), self._lean, self._bare) != before:
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_out()

    def _lay_out(self) -> None:
        """Setting a text is what makes a tab bar measure its tabs again."""
        self._gap = self._between()
        if self.count():
            self.setTabText(0, self.tabText(0))
        self.update()

    def _between(self) -> int:
        """Air between the tabs: less of it where all of them just fit."""
        look, count = current(), max(self.count(), 1)
        self._lean = self._bare = False
        room = self._room()
        if room // count < look.px(_TIGHT):
            self._lean = True
            self._bare = self._room() // count < look.px(_TIGHT)
        return min(max(room // count, look.px(_TIGHT)), look.px(_GAP))

    def _room(self) -> int:
        """What the tabs leave free, in pixels."""
        return self.width() - round(sum(sum(self._parts(index)) for index in range(self.count())))

    def tabSizeHint(self, index: int) -> QSize:
        look = current()
        return QSize(round(sum(self._parts(index))) + self._gap, look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        write_each(painter)
        for index in range(self.count()):
            self._paint(painter, index)

    def _paint(self, painter: QPainter, index: int) -> None:
        look = current()
        here = index == self.currentIndex()
        rect = self.tabRect(index)
        title, count, tick = self._parts(index)
        words, done = self._words(index)
        x = 0.0
        for text, wide, font, token in (
            (self.tabText(index), title, look.font(13, 600 if here else 500), "ink" if here else "ink2"),
            (words, count, look.font(12, 500, tabular=True), "ink2" if here else "ink3"),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(token))
            painter.drawText(self._box(rect, x, wide), Qt.AlignmentFlag.AlignCenter, text)
            x += wide
        if done:
            side = look.px(_SIDE)
            box = self._box(rect, x + tick - side, side)
            top = box.center().y() - side / 2
            draw_icon(painter, QRectF(box.left(), top, side, side), "check", "ok", 2.2)
        if here:
            line = self._box(rect, 0, title + count + tick)
            painter.fillRect(QRect(line.left(), rect.bottom() - 2, line.width(), 3), look.colour("pri"))

    def _words(self, index: int) -> tuple[str, bool]:
        words, done = self._counts[index] if index < len(self._counts) else ("", False)
        return ("" if self._lean and (done or self._bare) else words), done and not self._bare

    def _parts(self, index: int) -> tuple[float, float, float]:
        """Widths of title, count and tick, each with the air before it."""
        look = current()
        words, done = self._words(index)
        title = QFontMetrics(look.font(13, 600)).horizontalAdvance(self.tabText(index)) + 1
        count = QFontMetrics(look.font(12, 500, tabular=True)).horizontalAdvance(words) + look.px(12)
        count = count if words else 0
        return title, count, look.px(_SIDE + 5) if done else 0

    def _box(self, rect: QRect, x: float, wide: float) -> QRect:
        left = (
            rect.right() - x - wide
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            else rect.left() + x
        )
        return QRect(round(left), rect.top(), round(wide), rect.height() - 3)


def count_of(campaign: Campaign, page: Page) -> tuple[str, bool]:
    """ "6" rows of a page that is one list, else "4 of 5"; and whether everything is answered."""
    done, total = answered(campaign, page)
    if page.items == (("deliverables", "assets"),):
        count = sum(len(each.assets) for each in campaign.deliverables)
        return str(count), bool(count)
    if len(page.items) == 1:
        field, value = field_at(Campaign, page.items[0]), get(campaign, page.items[0])
        if field.kind in (Kind.ROWS, Kind.LINES):
            return str(len(value)), bool(value)
    return f"{done} of {total}", done == total
