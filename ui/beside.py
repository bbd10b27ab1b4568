"""A page and the live preview: side by side where the page keeps the width it needs, else the preview over its end."""

from PySide6.QtCore import QEvent, QObject, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.preview import LEAST, STRIP, USUAL, LivePreview
from ui.theme import current

SHARE = 472 / 1224
"""Of the room for both, as the preview takes it."""
LINES, TABLES = 320, 680
"""Pixels at 100 % text that a page of fields keeps, and one with tables or a timeline."""


class Remembered:
    """Whether a person wants the preview: told apart for windows with room for it beside the page, and without."""

    def __init__(self, key: str) -> None:
        self._key = key

    def wanted(self, *, roomy: bool, otherwise: bool) -> bool:
        """`otherwise` while nobody chose: what the width alone shows or folds is no choice."""
        return QSettings().value(self._name(roomy=roomy), "yes" if otherwise else "no") == "yes"

    def choose(self, wanted: bool, *, roomy: bool) -> None:
        QSettings().setValue(self._name(roomy=roomy), "yes" if wanted else "no")

    def _name(self, *, roomy: bool) -> str:
        return self._key if roomy else f"{self._key}, narrow"


class Beside(QWidget):
    """`keep` says how wide the page has to stay; `most` how wide the preview gets at 100 % text."""

    def __init__(self, page: QWidget, preview: LivePreview, *, most: int = 16_384) -> None:
        super().__init__()
        self._page, self._preview, self._most = page, preview, most
        self._least = LINES
        self.covers = False
        """Whether the preview lies over the page."""
        page.setParent(self)
        preview.setParent(self)
        preview.folded.connect(self._arrange)
        preview.installEventFilter(self)

    def keep(self, least: int) -> None:
        self._least = least
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return self._page.minimumSizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._arrange()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._arrange()

    # --- inside ---
    def _arrange(self) -> None:
        room, wide = self.width(), self._wide()
        self._page.setGeometry(self._from_start(0, room if self.covers else room - wide))
        if wide:
            self._preview.setGeometry(self._from_start(room - wide, wide))
            self._preview.raise_()

    def _wide(self) -> int:
        """Of the preview; it also says whether that covers the page."""
        look, room = current(), self.width()
        self.covers = False
        if self._preview.isHidden():
            return 0
        if self._preview.is_folded:
            return look.px(STRIP)
        share = min(round(room * SHARE), look.px(self._most))
        beside = min(share, room - look.px(self._least))
        self.covers = beside < look.px(LEAST)
        if not self.covers:
            return beside
        return min(max(look.px(LEAST), min(look.px(USUAL), room // 2)), room)

    def _from_start(self, left: int, wide: int) -> QRect:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRect(self.width() - left - wide if mirrored else left, 0, wide, self.height())
