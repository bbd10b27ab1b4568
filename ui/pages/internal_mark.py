"""The lock beside what one writes: it stays in the house or goes to vendors. One press changes it, undo takes it back."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.campaign import Campaign
from app.disclosure import can_be_marked, is_internal, is_marked, mark
from app.place import Place
from ui.pages.pen import Pen
from ui.widgets.button import Button
from ui.widgets.tip import tip


class InternalMark(Button):
    """Hidden while nobody from outside is in it. `worded` says in words what it shows; else it is an icon."""

    def __init__(
        self, pen: Pen, place: Place, name: str, parent: QWidget | None = None, *, worded: bool = False
    ) -> None:
        self._internal = False
        super().__init__(" ", "quiet", glyph="eye", small=True, bare=not worded, parent=parent)
        self._pen, self._place, self._name, self._worded = pen, place, name, worded
        self.clicked.connect(self._toggle)
        self.hide()

    def show_campaign(self, campaign: Campaign) -> None:
        """Only shows; KeyError-free for a row that was just deleted."""
        self._internal = is_internal(campaign, self._place)
        self._glyph = "lock" if self._internal else "eye"
        self._show_glyph()
        words = state(internal=self._internal)
        if self._worded:
            self.setText(words)
        self.setToolTip(tip(words))
        self.setAccessibleName(f"{self._name}: {words}")
        self.setAccessibleDescription(_tr("Share with vendors") if self._internal else _tr("Keep internal"))
        self.setVisible(is_offered(campaign, self._place) and self.parent() is not None)
        self.setEnabled(not self._pen.bridge.readonly)

    @property
    def internal(self) -> bool:
        return self._internal

    def _show_glyph(self) -> None:
        """What leaves is the rule and stays quiet; what does not is said plainly."""
        self._dress(self._glyph, "ink2" if self._internal else "ink3", 14)

    def _toggle(self) -> None:
        campaign = self._pen.campaign
        self._pen.do(mark(campaign, self._place, not is_internal(campaign, self._place)))


def is_offered(campaign: Campaign, place: Place) -> bool:
    """Where somebody outside will read the campaign, or something is marked already."""
    outside = campaign.execution not in ("", "internal") or is_marked(campaign)
    return outside and can_be_marked(place)


def state(*, internal: bool) -> str:
    if internal:
        return _tr("Internal only: never leaves for a vendor")
    return _tr("Shared with vendors")


def _tr(text: str) -> str:
    return QCoreApplication.translate("InternalMark", text)
