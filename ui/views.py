"""Which screen is made by whom. Screens are loaded when they are first gone to: the first paint must not wait for them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.view import View
from ui.where import Screen, Where

if TYPE_CHECKING:
    from app.errors import UserError
    from ui.backups.sheet import BackupsSheet
    from ui.documents.batch_sheet import BatchSheet


def kind_of(where: Where) -> str:
    """Two places with the same kind are shown by the same view."""
    return "guide" if where.screen is Screen.PAGE and where.guided else where.screen.value


def make(kind: str, bridge: Bridge, parent: QWidget) -> View:
    """A new view of that kind; the imports stand here because they are heavy, and nowhere else.

    It is born where it will stand: a style sheet is put on again for everything that moves.
    """
    match kind:
        case "home":
            from ui.home.view import HomeView  # noqa: PLC0415

            return HomeView(bridge, parent)
        case "guide":
            from ui.guide.view import GuideView  # noqa: PLC0415

            return GuideView(bridge, parent)
        case "page":
            from ui.pages.section_view import CampaignView  # noqa: PLC0415

            return CampaignView(bridge, parent)
        case "documents":
            from ui.documents.view import DocumentsView  # noqa: PLC0415

            return DocumentsView(bridge, parent)
        case "clients":
            from ui.clients import ClientsView  # noqa: PLC0415

            return ClientsView(bridge, parent)
        case "settings":
            from ui.settings.view import SettingsView  # noqa: PLC0415

            return SettingsView(bridge, parent)
        case _:
            raise KeyError(kind)


def export_several(bridge: Bridge, parent: QWidget, ticked: tuple[str, ...]) -> "BatchSheet":
    """The sheet over the window that exports several campaigns."""
    from ui.documents.asking import Dialogs  # noqa: PLC0415
    from ui.documents.batch_sheet import BatchSheet  # noqa: PLC0415

    return BatchSheet(bridge, Dialogs(), parent, ticked=ticked)


def backups_sheet(bridge: Bridge, parent: QWidget, trouble: "UserError | None") -> "BackupsSheet":
    """The sheet over the window that lists its backups."""
    from ui.backups.sheet import BackupsSheet  # noqa: PLC0415

    return BackupsSheet(bridge, parent, trouble=trouble)
