"""Everything that can be asked of the window by menu or key: one table for menus, shortcuts, search and help."""

from dataclasses import dataclass
from enum import Enum

from ui.where import Screen, Where


class Needs(Enum):
    """What has to be open."""

    NOTHING = "nothing"
    CAMPAIGN = "a campaign"
    PAGE = "a page of a campaign"
    GUIDE = "a page in the guide"


@dataclass(frozen=True, slots=True)
class Action:
    """`keys` in Qt's portable form, several with "; " between them; the first is the one that is printed."""

    key: str
    text: str
    keys: str
    menu: str
    needs: Needs = Needs.NOTHING
    icon: str = ""

    def fits(self, where: Where) -> bool:
        """Whether it makes sense there."""
        page = where.screen is Screen.PAGE
        match self.needs:
            case Needs.CAMPAIGN:
                return bool(where.campaign)
            case Needs.PAGE:
                return page
            case Needs.GUIDE:
                return page and where.guided
        return True


def on_campaign(*, archived: bool) -> tuple[tuple[str, str], ...]:
    """What can be done with one campaign of several, besides opening it: keys of the table, and shorter words."""
    return (
        ("guide", "Open in the guide"),
        ("documents", "Documents"),
        ("export", "Export…"),
        ("duplicate", "Duplicate"),
        ("archive", "Bring back" if archived else "Archive"),
        ("delete", "Delete"),
    )


MENUS = ("Workspace", "Campaign", "Edit", "Go", "View", "Help")

ACTIONS: tuple[Action, ...] = (
    Action("new_workspace", "New workspace…", "", "Workspace"),
    Action("open_workspace", "Open workspace…", "Ctrl+O", "Workspace", icon="folder-open"),
    Action("export_several", "Export several…", "", "Workspace", icon="download"),
    Action("save_copy", "Save a copy…", "Ctrl+Shift+S", "Workspace", icon="copy"),
    Action("backups", "Backups", "", "Workspace", icon="rotate-ccw"),
    Action("settings", "Settings", "Ctrl+,", "Workspace", icon="settings"),
    Action("quit", "Quit", "Ctrl+Q", "Workspace"),
    Action("new", "New campaign", "Ctrl+N", "Campaign", icon="plus"),
    Action("new_checklist", "Just one document", "", "Campaign", icon="list-checks"),
    Action("sample", "Sample campaign", "", "Campaign", icon="eye"),
    Action("import", "Import campaign file…", "", "Campaign", icon="upload"),
    Action("export", "Export…", "Ctrl+E", "Campaign", Needs.CAMPAIGN, "download"),
    Action("print", "Print…", "Ctrl+P", "Campaign", Needs.CAMPAIGN, "printer"),
    Action("duplicate", "Duplicate campaign", "", "Campaign", Needs.CAMPAIGN, "copy"),
    Action("archive", "Archive campaign", "", "Campaign", Needs.CAMPAIGN),
    Action("delete", "Delete campaign", "", "Campaign", Needs.CAMPAIGN, "trash-2"),
    Action("undo", "Undo", "Ctrl+Z", "Edit", icon="undo-2"),
    Action("redo", "Redo", "Ctrl+Shift+Z", "Edit"),
    Action("find", "Find", "Ctrl+K", "Edit", icon="search"),
    Action("home", "Campaigns", "Ctrl+Shift+1", "Go", icon="flag"),
    Action("clients", "Clients", "Ctrl+Shift+5", "Go", icon="building-2"),
    *(
        Action(f"step_{number}", text, f"Ctrl+{number}", "Go", Needs.CAMPAIGN)
        for number, text in enumerate(
            ("Strategy", "Execution brief", "Approvals & RACI", "Checkpoints", "Feedback"), 1
        )
    ),
    Action("documents", "Documents", "", "Go", Needs.CAMPAIGN, "files"),
    Action("guide", "Guide", "", "Go", Needs.CAMPAIGN, "route"),
    Action("all_pages", "All pages", "Ctrl+G", "Go", Needs.CAMPAIGN, "list"),
    Action("next_page", "Next page", "Ctrl+Enter; Ctrl+Return", "Go", Needs.GUIDE, "arrow-right"),
    Action("back", "Back", "Alt+Left", "Go", icon="arrow-left"),
    Action("next_pane", "Next pane", "F6", "Go"),
    Action("previous_pane", "Previous pane", "Shift+F6", "Go"),
    Action("next_finding", "Next finding", "F8", "Go", Needs.CAMPAIGN),
    Action("previous_finding", "Previous finding", "Shift+F8", "Go", Needs.CAMPAIGN),
    Action("set_aside", "Finding: not relevant here", "Ctrl+F8", "Go", Needs.CAMPAIGN),
    Action("preview", "Preview", "Ctrl+\\", "View", Needs.PAGE, "panel-right"),
    Action("larger", "Larger text", "Ctrl++", "View"),
    Action("smaller", "Smaller text", "Ctrl+-", "View"),
    Action("light", "Light", "", "View"),
    Action("dark", "Dark", "", "View"),
    Action("system", "As the system", "", "View"),
    Action("contrast", "High contrast", "", "View"),
    Action("guidance", "Guidance", "F1", "Help", Needs.PAGE, "lightbulb"),
    Action("messages", "Recent messages", "", "Help"),
    Action("keyboard", "Keyboard", "", "Help"),
    Action("about", "About Baton", "", "Help"),
)
