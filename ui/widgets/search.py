"""Quick search: one line over the window, answers in groups. What can be found is the provider's affair."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label, hairline, key_cap
from ui.widgets.search_list import HitList
from ui.widgets.text import LineField


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer. `key` is what `chosen` brings; `where` stands quietly after the text; `keys`: a shortcut."""

    key: str
    text: str
    where: str = ""
    icon: str = "file-text"
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Answers of one kind, under a heading."""

    name: str
    hits: tuple[Hit, ...]


type Provider = Callable[[str], Sequence[Group]]

_PAUSE_MS = 60


class QuickSearch(QFrame):
    """A scrim over `host` with the search in it. `chosen(key)`; focus goes back to where it was."""

    chosen = Signal(str)

    def __init__(self, host: QWidget, provider: Provider) -> None:
        super().__init__(host)
        self.setProperty("role", "scrim")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._host, self._provider = host, provider
        self._opener: QWidget | None = None
        self._panel = QFrame(self)
        self._panel.setProperty("role", "popover")
        self.line = LineField(self.tr("Find or do something"))
        self.line.setProperty("role", "plain")
        self.line.setAccessibleName(self.tr("Find"))
        self.hits = HitList()
        self._none = Label(self.tr("Nothing found. Other words?"), "caption")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.line.edited.connect(lambda _text: self._pause.start())
        self.line.installEventFilter(self)
        self.hits.chosen.connect(self._choose)
        self._lay_out()
        host.installEventFilter(self)
        self.hide()

    def open(self, words: str = "") -> None:
        """Ctrl+K."""
        window = self._host.window()
        self._opener = window.focusWidget()
        self.line.show_value(words)
        self._ask()
        self._settle()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Esc, or a click beside it: nothing was chosen."""
        self._pause.stop()
        self.hide()
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self._opener = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._settle()
        elif watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self.hits.step(1)
            case Qt.Key.Key_Up:
                self.hits.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._ask_now()
                self.hits.choose()
            case Qt.Key.Key_Escape:
                self.dismiss()
            case _:
                return False
        return True

    def _choose(self, key: str) -> None:
        self.dismiss()
        self.chosen.emit(key)

    def _ask_now(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._ask()

    def _ask(self) -> None:
        words = self.line.value().strip()
        groups = self._provider(words)
        self.hits.show_groups(groups, words)
        self._none.setVisible(not any(group.hits for group in groups))
        self.line.setAccessibleDescription(self.hits.current_sentence())
        self._settle()

    def _settle(self) -> None:
        self.setGeometry(self._host.rect())
        look = current()
        wide = min(look.px(620), self.width() - 2 * look.px(28))
        top = min(look.px(92), self.height() // 8)
        self.hits.setFixedHeight(min(self.hits.wanted_height(), self.height() - top - look.px(150)))
        self._panel.setGeometry((self.width() - wide) // 2, top, wide, self._panel.sizeHint().height())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(17, 8, 17, 8)
        head.setSpacing(10)
        head.addWidget(Glyph("search", "ink3", 18))
        head.addWidget(self.line, 1)
        head.addWidget(key_cap(self.tr("Esc")))
        foot = QHBoxLayout()
        foot.setContentsMargins(17, 8, 17, 9)
        foot.setSpacing(6)
        for keys, words in (("↑↓", self.tr("choose")), (self.tr("Enter"), self.tr("open"))):
            foot.addWidget(key_cap(keys))
            foot.addWidget(Label(words, "caption"))
            foot.addSpacing(8)
        foot.addWidget(self._none)
        foot.addStretch()
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(self.hits)
        column.addWidget(hairline())
        column.addLayout(foot)
