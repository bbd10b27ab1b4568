"""The left edge: workspace, find, where one can go, the open campaign with its five steps, and whether all is saved."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.standing import STEPS
from storage.location import NAME
from ui.saving import SaveState
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.glyph import Glyph
from ui.widgets.label import key_cap, set_property
from ui.widgets.nav import NavList
from ui.widgets.nav_entries import Entry, Gap, Heading, Place, Step
from ui.widgets.paint import NodeState, app_icon
from ui.widgets.relay import Logo
from ui.widgets.status import SavedState
from ui.widgets.tip import tip

if TYPE_CHECKING:
    from app.campaign import Campaign
    from app.finding import Finding

WIDE, RAIL = 224, 56
_SIDE, _INDENT = 10, 8
_LOGO = 24
"""Pixels at 100 % text in the rail."""
_NAME = 130
"""Pixels at 100 % text for the name of the workspace."""


class Sidebar(QFrame):
    """`chosen(key)`: "home", "clients", "step_3", "documents"; `finding()` opens the search."""

    chosen = Signal(str)
    find_wanted = Signal()
    settings_wanted = Signal()
    remedy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.logo = Button("", "quiet", bare=True)
        """Stands for the workspace in the rail."""
        self.workspace = Button("", "workspace")
        self.workspaces = QMenu(self.workspace)
        self.workspaces.setToolTipsVisible(True)
        for each in (self.workspace, self.logo):
            each.setMenu(self.workspaces)
        self.finder = Button(self.tr("Find"), "find", glyph="search")
        self.finder.setToolTip(self.tr("Find (Ctrl+K)"))
        self.finder.clicked.connect(self.find_wanted)
        self.nav = NavList(self.tr("Where to go"))
        self.nav.chosen.connect(self.chosen)
        self.settings = Button(self.tr("Settings"), "quiet", glyph="settings", bare=True)
        self.settings.clicked.connect(self.settings_wanted)
        self.saved = SavedState(beside=self.settings)
        self.saved.remedy_wanted.connect(self.remedy_wanted)
        self._keys = key_cap("Ctrl K")
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self.finder)
        inside.setContentsMargins(8, 0, 8, 0)
        inside.addStretch()
        inside.addWidget(self._keys)
        several = QHBoxLayout(self.workspace)
        several.setContentsMargins(8, 0, 8, 0)
        several.addStretch()
        several.addWidget(Glyph("chevrons-up-down", "ink3"))
        self._mark = Logo(20)
        self._lay_out()

    def _lay_out(self) -> None:
        self._head, self._foot = _row(self.logo), _row(self.saved)
        self._head.setSpacing(8)
        self._head.addWidget(self._mark)
        self._head.addWidget(self.workspace, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 10)
        column.setSpacing(10)
        column.addLayout(self._head)
        column.addLayout(_row(self.finder))
        column.addWidget(self.nav, 1)
        column.addLayout(self._foot)
        self._show_folded(False)
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """The rail of 56 px: icons only."""
        self.setFixedWidth(current().px(RAIL if folded else WIDE))
        side = current().px(_LOGO)
        self.logo.setIconSize(QSize(side, side))
        if folded == self.nav.folded:
            return
        self._show_folded(folded)

    def _show_folded(self, folded: bool) -> None:
        self.nav.fold(folded)
        self.saved.fold(folded)
        for widget in (self._mark, self.workspace, self._keys):
            widget.setVisible(not folded)
        self.logo.setVisible(folded)
        self._show_logo()
        self.finder.setText("" if folded else self.tr("Find"))
        set_property(self.finder, "bare", folded)
        for row in (self._head, self._foot):
            row.setContentsMargins(_SIDE if folded else _SIDE + _INDENT, 0, _SIDE, 0)

    def _show_logo(self) -> None:
        if self.nav.folded:
            self.logo.setIcon(app_icon())
            self.logo.setToolTip(tip(self.logo.accessibleName()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "nav"):
            self._show_logo()

    def show_workspace(self, agency: str, path: Path) -> None:
        """By the agency; before one is told, by its file, unless that has the name that Baton gave it."""
        name = agency.strip() or (self.tr("My campaigns") if path.name == NAME else path.stem)
        metrics, room = self.workspace.fontMetrics(), current().px(_NAME)
        self.workspace.setText(metrics.elidedText(name, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
        for each in (self.workspace, self.logo):
            each.setAccessibleName(self.tr("Workspace {name}").format(name=name))
        self._show_logo()

    def show_where(self, here: str, campaign: "Campaign | None", findings: "Sequence[Finding]") -> None:
        """The places of the window, and of the open campaign if there is one."""
        entries: list[Entry] = [
            Place("home", self.tr("Campaigns"), "flag"),
            Place("clients", self.tr("Clients"), "building-2"),
        ]
        if campaign is not None:
            entries += [Gap(), Heading(campaign.title or self.tr("Untitled"), campaign.client.name)]
            entries += self._steps(campaign, findings, here)
            blocking = sum(1 for each in findings if each.blocks)
            one = self.tr("1 gap")
            many = self.tr("{count} gaps").format(count=blocking)
            count = (one if blocking == 1 else many) if blocking else ""
            entries += [Gap(), Place("documents", self.tr("Documents"), "files", count)]
        self.nav.show_entries(entries, here)

    def _steps(self, campaign: "Campaign", findings: "Sequence[Finding]", here: str) -> list[Entry]:
        from app.progress import gaps_by_step, share  # noqa: PLC0415 - the first paint shows no campaign

        gaps = gaps_by_step(tuple(findings))
        steps: list[Entry] = []
        for number, name in enumerate(STEPS, 1):
            done = share(campaign, number)
            key = f"step_{number}"
            state = _state(done, gaps.get(number, 0), here == key)
            note = "" if state in (NodeState.DONE, NodeState.OPEN) else f"{round(done * 100)}%"
            steps.append(Step(key, name, number, state, done, note))
        return steps

    def show_saving(self, state: SaveState) -> None:
        self.saved.show_state(state)


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_SIDE, 0, _SIDE, 0)
    row.addWidget(widget)
    return row


def _state(done: float, gaps: int, here: bool) -> NodeState:
    if done >= 1 and not gaps:
        return NodeState.DONE
    if here:
        return NodeState.WORK
    return NodeState.BEGUN if done > 0 else NodeState.OPEN
