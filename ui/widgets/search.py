"""Quick search: one line over the window, answers in groups. What can be found is the provider's affair."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

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
    more: bool = False
    """Whether something else can be done with it."""
    aside: bool = False
    """Done by Ctrl+Enter from wherever one stands; never by Enter before somebody went to it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Answers of one kind, under a heading."""

    name: str
    hits: tuple[Hit, ...]


type Provider = Callable[[str], Sequence[Group]]
type More = Callable[[Hit], Sequence[Hit]]

_PAUSE_MS = 60
_PANES = (Qt.Key.Key_F6,)
"""Keys of the window that would lead out from under the scrim."""


class QuickSearch(QFrame):
    """A scrim over `host` with the search in it. `chosen(key)`; focus goes back to where it was.

    `more` says what else can be done with an answer: Tab shows that instead of the answers, Esc shows them again.
    """

    chosen = Signal(str)

    def __init__(self, host: QWidget, provider: Provider, more: More = lambda _hit: ()) -> None:
        super().__init__(host)
        self.setProperty("role", "scrim")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._host, self._provider, self._more = host, provider, more
        self._opener: QWidget | None = None
        self._about: Hit | None = None
        """The answer whose actions are shown."""
        self._panel = QFrame(self)
        self._panel.setProperty("role", "popover")
        self.line = LineField(self.tr("Find or do something"))
        self.line.setProperty("role", "plain")
        self.line.setAccessibleName(self.tr("Find"))
        self.hits = HitList()
        self._none = Label(self.tr("Nothing found. Other words?"), "caption")
        self._enter, self._tab = _Hint(), _Hint()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.line.edited.connect(lambda _text: self._pause.start())
        self.line.installEventFilter(self)
        self.hits.chosen.connect(self._choose)
        self._lay_out()
        host.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.hide()

    def open(self, words: str = "") -> None:
        """Ctrl+K."""
        if not self.isVisible():
            self._opener = self._host.window().focusWidget()
        self.line.show_value(words)
        self._ask()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Esc, or a click beside it: nothing was chosen."""
        opener, self._opener = self._opener, None
        if opener is not None and isValid(opener):
            opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self._close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._settle()
        elif watched is self.line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in _PANES:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Tab if self._about is None:
                self._show_more()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self._step(1 if event.key() == Qt.Key.Key_Tab else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._ask_now()
                self._take(aside=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            case Qt.Key.Key_Escape:
                self._back()
            case _:
                return False
        return True

    def _step(self, by: int) -> None:
        self.hits.step(by)
        self._tell()

    def _take(self, *, aside: bool) -> None:
        hit = self.hits.aside() if aside else None
        if hit is not None:
            self._choose(hit.key)
        else:
            self.hits.choose()

    def _show_more(self) -> None:
        """Its actions in place of the answers; what was typed stays, and typing on looks for that again."""
        self._ask_now()
        hit = self.hits.current()
        if hit is not None and hit.more:
            self._about = hit
            self.hits.show_groups([Group(hit.text, tuple(self._more(hit)))], "")
            self._tell()

    def _back(self) -> None:
        """From the actions to their answer, from there to where one was."""
        about = self._about
        if about is None:
            self.dismiss()
        else:
            self._ask()
            self.hits.show_current(about.key)
            self._tell()

    def _close(self) -> None:
        self._pause.stop()
        self.hide()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What goes on behind the scrim has to be seen: a shortcut, a menu, another screen."""
        inside = now is None or now.window() is not self.window() or self.isAncestorOf(now)
        if self.isVisible() and not inside:
            self._close()

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
        self._about = None
        self.hits.show_groups(groups, words)
        self._none.setVisible(all(hit.aside for group in groups for hit in group.hits))
        self._tell()

    def _tell(self) -> None:
        """The answer at hand, and what the keys do with it."""
        hit, inside = self.hits.current(), self._about is not None
        self.line.setAccessibleDescription(self.hits.current_sentence())
        self._enter.show_words(self.tr("Enter"), self.tr("do") if inside else self.tr("open"))
        self._tab.show_words(
            self.tr("Esc") if inside else self.tr("Tab"),
            self.tr("back") if inside else self.tr("more actions"),
        )
        self._tab.setVisible(inside or (hit is not None and hit.more))
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
        for hint in (_Hint("↑↓", self.tr("choose")), self._enter, self._tab):
            foot.addWidget(hint)
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


class _Hint(QWidget):
    """A key and what it does."""

    def __init__(self, keys: str = "", words: str = "") -> None:
        super().__init__()
        self._keys, self._words = key_cap(keys), Label(words, "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._keys)
        row.addWidget(self._words)

    def show_words(self, keys: str, words: str) -> None:
        self._keys.setText(keys)
        self._words.setText(words)
