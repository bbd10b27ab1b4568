"""The window: sidebar and screens, menus and keys, toasts and undo. It knows where one is; the screens know the rest."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from app.errors import Broken
from app.place import SETTINGS, WORKSPACE
from app.settings import AGENCY
from ui import views
from ui.actions import ACTIONS, MENUS, Action
from ui.bridge import Bridge
from ui.later import deeds, taking_back, toast, working
from ui.panes import Panes
from ui.recent import recent
from ui.saving import SaveState, Saving
from ui.sidebar import Sidebar
from ui.tab_order import beside
from ui.theme import current, wardrobe
from ui.undoing import Undoing
from ui.view import View
from ui.where import Screen, Where
from ui.widgets.tip import tip

if TYPE_CHECKING:
    from ui.backups.timer import BackupTimer
    from ui.deeds import Deeds
    from ui.widgets.toast import Toast
    from ui.working import Working

SMALLEST = (1024, 640)
NARROW = 900
"""Width below which the sidebar becomes the rail."""
MESSAGES = 50
REMEMBERED = 100


class Window(QMainWindow):
    """One workspace in one window."""

    other_wanted = Signal(object)
    """Asks for another workspace: its path, there or to be made."""
    opening_wanted = Signal(object)
    """Asks for an `Opening`: a backup to be restored, or to be read."""
    damaged = Signal(object)
    """Something could not be done because part of the workspace cannot be read; its `Damaged` or `Broken`."""
    moved = Signal(object)
    """Tells the `Where` that is shown now."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.where = Where(Screen.HOME)
        self._past: list[Where] = []
        self.messages: list[str] = []
        self._offered: str | None = None
        """Whose last step the message at the foot takes back."""
        self._guided = False
        """The frame of the page that was shown last."""
        self._bare = False
        """Between two looks, when no screen is made yet."""
        self.backups: BackupTimer | None = None
        """Once the window is painted, where the workspace can be written."""
        self._views: dict[str, View] = {}
        self.middle = QWidget()
        self.middle.setProperty("role", "page")
        self.sidebar = Sidebar(self.middle)
        self._panes = Panes(self, self.panes, {self.sidebar: self.sidebar.nav})
        self._stack = QStackedWidget(self.middle)
        self._lay_out()
        self.actions_by_key: dict[str, QAction] = {}
        self._make_menus()
        self._listen()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        wardrobe(app).changing.connect(self._undress)
        self.setMinimumSize(*SMALLEST)
        self.setWindowTitle("Baton")

    @cached_property
    def toast(self) -> "Toast":
        made = toast(self._stack)
        self._stack.currentChanged.connect(lambda _: made.raise_())  # a stack raises the screen that it shows
        return made

    @cached_property
    def working(self) -> "Working":
        """Under the screen, while something takes long."""
        made = working(self.middle)
        self._column.addWidget(made)
        return made

    @cached_property
    def deeds(self) -> "Deeds":
        return deeds(self)

    # --- going places ---
    def go(self, where: Where) -> None:
        """Show another place; what was typed where one is goes to the disk first. A broken campaign is no place."""
        try:
            if where.campaign:
                self.bridge.campaign(where.campaign)
        except Broken as error:
            self.damaged.emit(error)
            return
        if self.view is not None and where.shown != self.where.shown:
            self._past = [*self._past, self.view.here(self.where)][-REMEMBERED:]
        self._show(where)

    def back(self) -> None:
        """Where one was before, exactly as it was seen; what is gone is passed over."""
        while self._past:
            where = self._past.pop()
            if not (where.campaign and self._is_gone(where.campaign)) and where.shown != self.where.shown:
                self._show(where)
                return
        if self.view is not None:
            self.view.back()
            self._past.clear()  # the next step back is none forth

    def _show(self, where: Where) -> None:
        self._bare = False
        self._leave()
        # Hiding what has the focus would hand it on as if somebody had pressed Tab, ring and all.
        self.middle.setFocus(Qt.FocusReason.OtherFocusReason)
        view = self._view(views.kind_of(where))
        before, self.where = self.where.campaign, where
        self._guided = where.guided if where.screen is Screen.PAGE else self._guided
        if where.campaign != before:
            self._let_go(before)
        self._stack.setCurrentWidget(view)
        self._fold()
        self._show_sidebar()
        self._enable()
        self._panes.begin()
        view.arrive(where)
        campaign = self._title()
        self.setWindowTitle(f"{campaign} – Baton" if campaign else "Baton")
        self.moved.emit(self.where)

    @property
    def view(self) -> View | None:
        found = self._stack.currentWidget()
        return found if isinstance(found, View) else None

    def say(self, message: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """A toast; kept under Help, Recent messages."""
        self.messages = [*self.messages, message][-MESSAGES:]
        self._offered = act.owner if isinstance(act, Undoing) else None
        self.toast.above = self.view.foot() if self.view is not None else 0
        self.toast.say(message, action, act)

    def run(self, key: str, campaign_id: str = "") -> None:
        """Do the action of the table with that key, on the open campaign if no other is named."""
        if self._bare:
            return
        self.deeds.do(key, campaign_id or self.where.campaign)
        self._enable()

    def undo(self, *, again: bool = False) -> None:
        """Takes back (or makes again) the last step: of the open campaign, elsewhere the newest of all; and goes to it.

        What it did is said where no field shows it.
        """
        self._leave()
        owner = self.where.campaign or self.bridge.newest(again=again)
        if owner is None:
            return
        step = taking_back(self.bridge, owner, again=again)
        if step.place is None:
            return
        self.toast.hide()  # the Undo that it offers would take back another step now
        here, words = replace(self.where, guided=self._guided), step.told(self.where)
        self.go(step.seen(here))
        if words:
            self.say(words)

    # --- building ---
    def _lay_out(self) -> None:
        row = QHBoxLayout(self.middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        row.addLayout(self._column, 1)
        self.setCentralWidget(self.middle)

    def _make_menus(self) -> None:
        menus = {name: self.menuBar().addMenu("&" + self.tr(name)) for name in MENUS}
        for action in ACTIONS:
            self.actions_by_key[action.key] = self._make_action(action, menus[action.menu])
        self.sidebar.workspaces.aboutToShow.connect(self._list_workspaces)
        self._recent = QMenu(self.tr("Open recent"), self)
        self._recent.setToolTipsVisible(True)
        menu = menus["Workspace"]
        menu.insertMenu(self.actions_by_key["export_several"], self._recent)
        menu.aboutToShow.connect(self._list_recent)

    def _list_recent(self) -> None:
        """The other workspaces of the last times, in the menu bar."""
        self._recent.clear()
        self._add_recent(self._recent)
        self._recent.setEnabled(not self._recent.isEmpty())

    def _add_recent(self, menu: QMenu) -> None:
        for path in recent():
            if path != self.bridge.workspace.path.resolve():
                name = path.stem.replace("&", "&&")
                menu.addAction(name, partial(self.other_wanted.emit, path)).setToolTip(tip(str(path)))

    def _list_workspaces(self) -> None:
        """The menu at the top of the sidebar: the other workspaces of the last times, and what can be done."""
        menu = self.sidebar.workspaces
        menu.clear()
        self._add_recent(menu)
        menu.addSeparator()
        menu.addActions(
            [self.actions_by_key[key] for key in ("open_workspace", "new_workspace", "save_copy")]
        )

    def _make_action(self, action: Action, menu: QMenu) -> QAction:
        made = QAction(self.tr(action.text), self)
        made.setShortcuts(QKeySequence.listFromString(action.keys))
        made.setMenuRole(QAction.MenuRole.NoRole)
        made.triggered.connect(lambda _=False: self.run(action.key))
        menu.addAction(made)
        return made

    def _listen(self) -> None:
        self.sidebar.chosen.connect(self.run)
        self.sidebar.find_wanted.connect(lambda: self.run("find"))
        self.sidebar.settings_wanted.connect(lambda: self.run("settings"))
        self.sidebar.remedy_wanted.connect(lambda: self.run("save_copy"))
        self.sidebar.show_workspace(self.bridge.setting(AGENCY), self.bridge.workspace.path)
        self.sidebar.show_saving(self.bridge.state)
        self.bridge.save_state.connect(self._saved)
        self.bridge.noticed.connect(self.say)
        self.bridge.changed.connect(self._changed)
        self.bridge.checked.connect(self._checked)

    def prepare(self, kind: str) -> None:
        """Make a screen before it is gone to."""
        self._view(kind)

    def _view(self, kind: str) -> View:
        if kind not in self._views:
            view = views.make(kind, self.bridge, self._stack)
            view.going.connect(self.go)
            view.moved.connect(self._moved)
            view.said.connect(self.say)
            view.asked.connect(self.run)
            view.spread.connect(self._fold)
            self._stack.addWidget(view)
            self._views[kind] = view
        return self._views[kind]

    def _undress(self) -> None:
        """Before another look: only what has to stay pays for it. What was in sight is made anew in it, as it stood.

        While something is open over the window nothing goes: what opened it waits in the middle of its work.
        """
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return
        shown = self.view
        stays = shown if shown is not None and shown.stays else None
        if shown is not None and stays is None:
            where = shown.here(self.where)
            self._leave()
            self._bare = True
            QTimer.singleShot(0, self, lambda: self._show(where))
        for kind, view in list(self._views.items()):
            if view is not stays:
                del self._views[kind]
                self._stack.removeWidget(view)
                delete(view)

    # --- keeping in step ---
    def _moved(self, where: Where) -> None:
        if self.sender() is self.view and where.campaign == self.where.campaign:
            self.where = where
            self.moved.emit(where)

    def _saved(self, state: SaveState) -> None:
        """The history has its step now: undo and redo may have become possible."""
        self.sidebar.show_saving(state)
        self._enable()

    def _changed(self, campaign_id: str, place: object) -> None:
        if campaign_id == self._offered:
            self._offered = None
            self.toast.hide()
        if campaign_id == WORKSPACE and self.where.campaign and self._is_gone(self.where.campaign):
            self.go(Where(Screen.HOME))
        elif campaign_id in (self.where.campaign, WORKSPACE):
            self._show_sidebar()
            self._enable()
        if campaign_id == WORKSPACE and place == (SETTINGS, AGENCY):
            self.sidebar.show_workspace(self.bridge.setting(AGENCY), self.bridge.workspace.path)

    def _checked(self, campaign_id: str) -> None:
        if campaign_id == self.where.campaign:
            self._show_sidebar()

    def _show_sidebar(self) -> None:
        campaign_id = self.where.campaign
        campaign = self.bridge.campaign(campaign_id) if campaign_id else None
        findings = self.bridge.findings(campaign_id) if campaign_id else ()
        here = self.deeds.key_of(self.where) if campaign_id else self.where.screen.value
        self.sidebar.show_where(here, campaign, findings)

    def _enable(self) -> None:
        for action in ACTIONS:
            self.actions_by_key[action.key].setEnabled(action.fits(self.where))
        for key, again in (("undo", False), ("redo", True)):
            self.actions_by_key[key].setEnabled(self._able(again))

    def _able(self, again: bool) -> bool:
        campaign = self.where.campaign
        if not again and self.bridge.state.state is Saving.PENDING:
            return True  # what is being typed is a step as soon as it is left
        if not campaign:
            return self.bridge.newest(again=again) is not None
        return self.bridge.can_redo(campaign) if again else self.bridge.can_undo(campaign)

    def _is_gone(self, campaign_id: str) -> bool:
        try:
            self.bridge.campaign(campaign_id)
        except KeyError:
            return True
        return False

    def _title(self) -> str:
        return self.bridge.campaign(self.where.campaign).title if self.where.campaign else ""

    def _leave(self) -> None:
        if self.view is not None:
            self.view.leave()

    def _let_go(self, campaign_id: str) -> None:
        if "deeds" in vars(self):
            self.deeds.let_go(campaign_id)

    def _fold(self) -> None:
        spreads = self.view is not None and self.view.spreads
        self.sidebar.fold(self.where.guided or spreads or self.width() < current().px(NARROW))

    # --- events ---
    def focusNextPrevChild(self, forth: bool) -> bool:
        """Tab and Shift+Tab, wherever the focus is in here."""
        stop = beside(self.middle, self.focusWidget(), forth=forth)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forth else Qt.FocusReason.BacktabFocusReason)
        return stop is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else wanted."""
        if event.key() == Qt.Key.Key_Escape and self.toast.isVisible():
            self.toast.dismiss()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing that was typed is lost without a word: what the disk refuses is tried once more, then asked about."""
        self._leave()
        if not self.bridge.flush() and self.bridge.lost_by_closing and not self.deeds.may_close():
            event.ignore()
            return
        self._let_go(self.where.campaign)
        if self.backups is not None:
            self.backups.finish(self)
        super().closeEvent(event)

    def focus_next_pane(self, step: int = 1) -> None:
        """F6: to what a message offers, if one came; else through sidebar, page, what stands beside it, and foot."""
        if "toast" in vars(self) and self.toast.is_new:
            self.toast.take_focus()
        else:
            self._panes.go(step)

    def panes(self) -> list[QWidget]:
        """What F6 goes through; the toast, if there ever was one."""
        shown = [self.view, *self.view.asides()] if self.view is not None else []
        return [self.sidebar, *shown, *([self.toast] if "toast" in vars(self) else [])]
