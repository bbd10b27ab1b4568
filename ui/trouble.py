"""What the world did, said calmly: what happened, what to do, and the rest for whoever wants to know. One for all."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app.errors import UserError
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.label import Label

_EDGE = 40
"""Pixels of the window that stay in sight."""
_MARGIN = 24
_GAP = 8
_FEW = 4
"""Details up to this many stand at once; more are folded."""


class Trouble(QDialog):
    """`answers` are (key, words) of buttons, the most useful first; `closing` are the words of the one that does nothing,
    which is the primary one where the others are `risky`.

    `answer` is the key of the button that was pressed, "" when there was none of them.
    """

    def __init__(
        self,
        error: UserError,
        parent: QWidget | None = None,
        *,
        answers: Sequence[tuple[str, str]] = (),
        closing: str = "",
        risky: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Baton")
        self.answer = ""
        self._details = _listed(error)
        self._message = Label(_sentence(error), "section", wraps=True)
        self._hint = Label(_next_step(error), wraps=True)
        self._words = _Words((self._message, self._hint))
        self._fold = Button("", "link", glyph="chevron-down")
        self._list = QPlainTextEdit("\n".join(self._details))
        self._copy = Button(self.tr("Copy"), glyph="copy")
        self._buttons = Flow(gap=8)
        self._closing = Button(closing or self.tr("Close"), "primary" if risky or not answers else "")
        self._order = [self._closing]
        self._primary = self._closing
        self._risky = risky
        self._lay_out()
        for key, words in answers:
            self.offer(key, words)
        self._closing.clicked.connect(self.reject)
        self._fold.clicked.connect(lambda: self._unfold(self._list.isHidden()))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self._hint.setVisible(bool(self._hint.text()))
        self._unfold(0 < len(self._details) <= _FEW)

    def offer(self, key: str, words: str, *, first: bool = False) -> None:
        """One more button; with `first` it becomes the primary one."""
        primary = not self._risky and (first or self._primary is self._closing)
        button = Button(words, "primary" if primary else "destructive" if self._risky else "")
        button.clicked.connect(lambda: self._take(key))
        self._order.insert(0 if first else len(self._order) - 1, button)
        for each in self._order:
            self._buttons.removeWidget(each)
            self._buttons.addWidget(each)
        for before, after in pairwise(self._order):
            QWidget.setTabOrder(before, after)
        if self.isVisible():
            button.show()  # only what is seen takes the focus
        if primary:
            self._make_primary(button)
        self.fit()

    def show_hint(self, words: str) -> None:
        """Another next step: more is known now."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self.setAccessibleDescription(self.text())
        self.fit()

    def text(self) -> str:
        """All of it, as it is copied."""
        return "\n".join(part for part in (self._message.text(), self._hint.text(), *self._details) if part)

    def fit(self) -> None:
        """As large as what it says, no larger than the window it stands over (or the screen)."""
        for each in self.findChildren(QWidget):
            each.ensurePolished()
        room = self._room()
        wide = min(current().px(520), room.width())
        self._words.fit(wide - 2 * _MARGIN, room.height() // 3)
        self._list.setMinimumHeight(min(current().px(150), room.height() // 4))
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        self._buttons.invalidate()
        layout.activate()
        self.resize(wide, min(layout.totalHeightForWidth(wide), room.height()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
        self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside ---
    def _make_primary(self, button: Button) -> None:
        """The focus follows, unless somebody took it elsewhere."""
        before, self._primary = self._primary, button
        before.show_role("")
        if self.focusWidget() in (before, None):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, key: str) -> None:
        self.answer = key
        self.accept()

    def _unfold(self, shown: bool) -> None:
        self._list.setVisible(shown)
        self._copy.setVisible(shown)
        words = self.tr("Hide details") if shown else self.tr("Show details")
        self._fold.setText(words)
        self._fold.setAccessibleName(words)
        self._fold.setVisible(bool(self._details))
        self.fit()

    def _room(self) -> QSize:
        over = self.parentWidget()
        screen = self.screen() or QGuiApplication.primaryScreen()
        size = over.window().size() if over is not None else screen.availableSize()
        return size.boundedTo(screen.availableSize()) - QSize(_EDGE, _EDGE)

    def _lay_out(self) -> None:
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setAccessibleName(self.tr("Details"))
        self.setAccessibleDescription(self.text())
        self._buttons.addWidget(self._closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._list, 1)
        column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(self._buttons)


class _Words(QScrollArea):
    """As high as its words, up to a height at which they scroll."""

    def __init__(self, labels: Sequence[Label]) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("role", "page")
        self._labels = labels
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for label in labels:
            column.addWidget(label)
        column.addStretch()
        self.setWidget(inner)

    def fit(self, wide: int, most: int) -> None:
        # A label's own wish is that of a narrower column: it would scroll although there is room.
        for each in self._labels:
            each.setFixedHeight(each.heightForWidth(wide))
        high = sum(each.height() + _GAP for each in self._labels if not each.isHidden())
        self.setFixedHeight(min(high, most))
        scrolls = high > most
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)


def tell(error: UserError, window: QWidget | None) -> None:
    """Over the window, which is not held up by it. What stands there already is not said twice."""
    dialog = Trouble(error, window)
    said = window.findChildren(Trouble) if window is not None else []
    if any(each.isVisible() and each.text() == dialog.text() for each in said):
        dialog.deleteLater()
        return
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _listed(error: UserError) -> tuple[str, ...]:
    """A line each; those that were only counted in the last one."""
    if len(error.details) < 2:
        return ()
    more = (_tr("and {n} more").format(n=f"{error.more:,}"),) if error.more else ()
    return (*error.details, *more)


def _sentence(error: UserError) -> str:
    """The message; where it lists many things, how many there are."""
    if len(error.details) < 2:
        return error.message
    count = len(error.details) + error.more
    return _tr("{n} things keep this from being imported.").format(n=f"{count:,}")


def _next_step(error: UserError) -> str:
    if len(error.details) < 2:
        return error.hint
    return _tr("{what} Correct them and import again.").format(what=error.hint)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trouble", text)
