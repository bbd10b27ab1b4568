"""What the actions of the table do: one function a key, so that menu, key, sidebar and search all end in the same place."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings, QTimer

import resources
from app.campaign import Campaign
from app.change import Insert, Put
from app.errors import Broken, Damaged, UserError
from app.field import Doc
from app.next_finding import next_finding
from app.pages import PAGES, for_later, page, pages_of
from app.place import Place
from app.presets import named
from app.progress import open_page
from app.session import WORKSPACE
from ui.deleting import Deleting
from ui.file_deeds import FileDeeds
from ui.guide.view import GuideView
from ui.keyboard import keyboard_groups
from ui.later import chosen, quick_search, read_campaign, version
from ui.look import SIZES, dress, text_size
from ui.pages.frame import Frame
from ui.pages.pages_menu import pages_menu
from ui.sheet import Sheet
from ui.trouble import Trouble, tell
from ui.undoing import Undoing
from ui.views import export_several
from ui.where import Screen, Where, at

if TYPE_CHECKING:
    from ui.documents.view import DocumentsView
    from ui.widgets.search import QuickSearch
    from ui.window import Window

SAMPLE = "winter-service-weeks.json"


class Deeds:
    """`do(key)`; KeyError for a key that is in no table."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._bridge = window.bridge
        self._campaign = ""
        self.search: QuickSearch | None = None
        self._found_at: tuple[Where | None, Place] = None, ()
        """Where somebody was after the last finding was shown, and its place."""
        self._blank: Campaign | None = None
        """The campaign that was begun last, as it was then."""
        self._deleting = Deleting(window, self._refused, self._say_undo)
        files = FileDeeds(window, self._refused, self._say_undo, self._leave_blank)
        self._do: dict[str, Callable[[], None]] = {
            "home": lambda: window.go(Where(Screen.HOME)),
            "clients": lambda: window.go(Where(Screen.CLIENTS)),
            "settings": lambda: window.go(Where(Screen.SETTINGS)),
            "documents": lambda: window.go(Where(Screen.DOCUMENTS, self._campaign)),
            "export": self.export,
            "guide": self.guide,
            "new": lambda: self.begin("new"),
            "new_checklist": lambda: self.begin("checklist"),
            "sample": self.sample,
            "import": files.import_campaigns,
            "new_workspace": files.new_workspace,
            "open_workspace": files.open_workspace,
            "save_copy": files.save_copy,
            "backups": files.backups,
            "export_several": self.export_several,
            "quit": lambda: _ignore(window.close()),
            "duplicate": lambda: self.duplicate(self._campaign),
            "archive": lambda: self.archive(self._campaign),
            "delete": lambda: self.delete(self._campaign),
            "restore": lambda: self._deleting.restore(self._campaign),
            "purge": lambda: self._deleting.purge(self._campaign),
            "purge_client": lambda: self._deleting.purge_client(self._campaign),
            "undo": window.undo,
            "redo": lambda: window.undo(again=True),
            "find": self.find,
            "messages": self.messages,
            "keyboard": self.keyboard,
            "about": self.about,
            "print": self.print,
            "next_finding": lambda: self.next_finding(1),
            "previous_finding": lambda: self.next_finding(-1),
            "set_aside": self.set_aside,
            "back": window.back,
            "all_pages": self.all_pages,
            "next_page": self.next_page,
            "preview": lambda: self._frame().turn_preview(),
            "guidance": lambda: self._frame().turn_advice(),
            "next_pane": window.focus_next_pane,
            "previous_pane": lambda: window.focus_next_pane(-1),
            "larger": lambda: self.resize_text(1),
            "smaller": lambda: self.resize_text(-1),
            **{mode: partial(self.wear, mode) for mode in ("light", "dark", "system", "contrast")},
            **{f"step_{number}": partial(self.step, number) for number in range(1, 6)},
        }

    def keys(self) -> set[str]:
        """Everything that can be asked for."""
        return set(self._do)

    def do(self, key: str, campaign_id: str) -> None:
        """The action, on that campaign where it is about one. The world's errors are said, with the next step."""
        self._campaign = campaign_id
        try:
            self._do[key]()
        except UserError as error:
            self._refused(error)

    def _refused(self, error: UserError) -> None:
        if isinstance(error, Damaged | Broken):
            self._window.damaged.emit(error)
        else:
            tell(error, self._window)

    def key_of(self, where: Where) -> str:
        """Which entry of the sidebar a place lights."""
        return f"step_{page(where.page).step}" if where.screen is Screen.PAGE else where.screen.value

    # --- campaigns ---
    def begin(self, kind: str) -> None:
        """A new, empty campaign, opened in the guide; "checklist": only the pages of that document."""
        self._leave_blank()
        later = for_later(Doc.CHECKLIST) if kind == "checklist" else ()
        campaign_id = self._bridge.add(Campaign(title=self._window.tr("Untitled campaign"), later=later))
        self._blank = self._bridge.campaign(campaign_id)
        first = "deliverables" if later else "why"
        self._window.go(Where(Screen.PAGE, campaign_id, first, guided=True))

    def let_go(self, campaign_id: str) -> None:
        """A campaign is left: one that was just begun and in which nothing was written goes as if it had never come."""
        blank = self._blank
        if blank is None or blank.id != campaign_id:
            return
        self._blank = None
        with suppress(KeyError, UserError):  # deleted meanwhile, or the disk refuses what nobody asked for
            if self._bridge.campaign(campaign_id) == blank and not self._bridge.unread(campaign_id):
                self._bridge.withdraw([campaign_id])

    def _leave_blank(self) -> None:
        """Before another campaign comes: what is begun and empty goes first, and leaves no step behind."""
        if self._blank is not None:
            self._window.go(Where(Screen.HOME))

    def sample(self) -> None:
        self._leave_blank()
        campaign_id = self._bridge.add(read_campaign((resources.ROOT / SAMPLE).read_bytes()))
        self._window.go(Where(Screen.PAGE, campaign_id, "why"))

    def guide(self) -> None:
        """On to the first open page."""
        campaign = self._bridge.campaign(self._campaign)
        self._window.go(Where(Screen.PAGE, self._campaign, open_page(campaign).key, guided=True))

    def step(self, number: int) -> None:
        """The first page of a step, in the frame one is in."""
        first = pages_of(number)[0].key
        if isinstance(self._window.view, GuideView):
            self._window.view.show_page(first)
        elif self._campaign:
            self._window.go(Where(Screen.PAGE, self._campaign, first))

    def _frame(self) -> Frame:
        view = self._window.view
        assert isinstance(view, Frame), "the table says that it needs a page"
        return view

    def next_page(self) -> None:
        guide = self._window.view
        assert isinstance(guide, GuideView), "the table says that it needs the guide"
        guide.forth()

    def all_pages(self) -> None:
        """In the guide its own menu; elsewhere the same one at the top of the screen."""
        view, campaign_id = self._window.view, self._campaign
        if isinstance(view, GuideView):
            view.header.open_pages()
        elif view is not None:
            campaign, here = self._bridge.campaign(campaign_id), self._window.where.page
            menu = pages_menu(
                view, campaign, here, PAGES, lambda key: self._window.go(Where(Screen.PAGE, campaign_id, key))
            )
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(view.mapToGlobal(QPoint(28, 20)))

    def duplicate(self, campaign_id: str) -> None:
        self._blank = None
        title = self._window.tr("{title}, copy").format(title=self._bridge.campaign(campaign_id).title)
        self._bridge.duplicate(campaign_id, title)
        self._window.go(Where(Screen.HOME))
        self._say_undo(self._window.tr("Campaign duplicated."), WORKSPACE)

    def archive(self, campaign_id: str) -> None:
        archived = not self._bridge.campaign(campaign_id).archived
        taken = self._bridge.apply(campaign_id, Put(("archived",), archived))
        if not taken and not self._bridge.unsaved and self._bridge.state.error is not None:
            raise self._bridge.state.error
        self._window.go(Where(Screen.HOME))
        if taken:
            words = (
                self._window.tr("Campaign archived.") if archived else self._window.tr("Campaign is back.")
            )
            self._say_undo(words, campaign_id)
        else:
            wait = self._window.tr("It is archived as soon as the disk takes it.")
            back = self._window.tr("It is back as soon as the disk takes it.")
            self._window.say(wait if archived else back)

    def delete(self, campaign_id: str) -> None:
        self._blank = None
        self._window.go(Where(Screen.HOME))
        self._deleting.delete(campaign_id)

    def _say_undo(self, words: str, owner: str) -> None:
        """A toast that takes back this and nothing else: it goes when another step is taken."""
        self._window.say(words, self._window.tr("Undo"), Undoing(self._bridge, owner))

    # --- workspaces ---
    def export_several(self) -> None:
        """A sheet with every campaign to tick; the open one is ticked."""
        if self._window.view is not None:
            self._window.view.leave()
        export_several(self._bridge, self._window, (self._campaign,) if self._campaign else ()).open()

    def may_close(self) -> bool:
        """Asked when the disk still refuses: a copy elsewhere saves what the file has, closing gives up the rest."""
        why = self._bridge.state.error
        error = UserError(
            self._window.tr("Some of what you wrote is not saved yet."), str(why) if why else ""
        )
        anyway = [("close", self._window.tr("Close anyway"))]
        box = Trouble(
            error, self._window, answers=anyway, closing=self._window.tr("Go on working"), risky=True
        )
        box.exec()
        box.deleteLater()
        return box.answer == "close"

    # --- look ---
    def wear(self, mode: str) -> None:
        QSettings().setValue("theme", mode)
        self._dress()

    def resize_text(self, step: int) -> None:
        at = SIZES.index(text_size()) + step
        QSettings().setValue("text size", str(SIZES[min(max(at, 0), len(SIZES) - 1)]))
        self._dress()

    def _dress(self) -> None:
        """In a turn of its own: another look ends screens, and one of them may have asked for it."""
        QTimer.singleShot(0, self._window, dress)

    def export(self) -> None:
        """Ctrl+E: to where formats are chosen, with the focus on the button that does it."""
        self._documents().offer_export()

    def print(self) -> None:
        """Ctrl+P: the shown document; from elsewhere it is shown first."""
        self._documents().print_shown()

    def _documents(self) -> "DocumentsView":
        """The Documents of the campaign at hand, gone to if they are not shown."""
        from ui.documents.view import DocumentsView  # noqa: PLC0415 - heavy, and its own piece of what is loaded ahead

        here = self._window.where
        if (here.screen, here.campaign) != (Screen.DOCUMENTS, self._campaign):
            self._window.go(Where(Screen.DOCUMENTS, self._campaign))
        view = self._window.view
        assert isinstance(view, DocumentsView)
        return view

    # --- finding and help ---
    def find(self) -> None:
        """Ctrl+K: over everything."""
        if self.search is None:
            self.search = quick_search(self._window)
            self.search.chosen.connect(self._found)
        self.search.open()

    def _found(self, key: str) -> None:
        match chosen(key):
            case Where() as where:
                self._window.go(where)
            case deed if deed.words:
                self._add_deliverable(deed.campaign, deed.words)
            case deed:
                self._window.run(deed.key, deed.campaign)

    def _add_deliverable(self, campaign_id: str, words: str) -> None:
        """One step of its own, and to the new row."""
        if self._window.view is not None:
            self._window.view.leave()
        made = named(words, self._bridge.new_id)
        last = len(self._bridge.campaign(campaign_id).deliverables)
        if self._bridge.apply(campaign_id, Insert(("deliverables",), last, made)):
            self._bridge.settle(campaign_id)
            place = ("deliverables", made.id, "name")
            self._window.go(at(campaign_id, place, guided=self._window.where.guided))

    def next_finding(self, step: int) -> None:
        """F8: on to the next finding from the page where one is, and round again; before the first check as soon as it
        is done, if one is still there."""
        asked = self._campaign

        def go() -> None:
            if self._window.where.campaign == asked:
                self._go_to_finding(asked, step)

        self._bridge.checks.when_known(asked, go)

    def _go_to_finding(self, campaign_id: str, step: int) -> None:
        """From the place at hand; from the finding one was brought to, while one is still there."""
        here, campaign = self._window.where, self._bridge.campaign(campaign_id)
        brought, place = self._found_at
        start = place if here == brought else here.place
        page_key = here.page if here != brought else ""
        found = next_finding(campaign, self._bridge.findings(campaign_id), start, page_key, step)
        if found is None:
            self._window.say(self._window.tr("Nothing is open in this campaign."))
            return
        self._window.go(at(campaign_id, found.place, guided=here.guided))
        self._found_at = self._window.where, found.place

    def set_aside(self) -> None:
        """Ctrl+F8: the finding where the keyboard is."""
        if self._window.view is not None:
            self._window.view.set_aside()

    def messages(self) -> None:
        words = self._window.messages or [self._window.tr("Nothing was said yet.")]
        rows = [(each, "") for each in reversed(words)]
        Sheet(self._window.tr("Recent messages"), [("", rows)], self._window).show()

    def keyboard(self) -> None:
        Sheet(self._window.tr("Keyboard"), keyboard_groups(), self._window).show()

    def about(self) -> None:
        words = self._window.tr("Baton {version}. It works offline, on one local file.").format(
            version=version()
        )
        Sheet(self._window.tr("About Baton"), [("", [(words, "")])], self._window).show()


def _ignore(_: object) -> None:
    """For slots whose answer nobody needs."""
