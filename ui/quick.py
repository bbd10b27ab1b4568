"""What Ctrl+K finds: campaigns, everything written in them, and everything that can be done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.folding import folded
from app.pages import PAGES, STEPS
from app.place import label, place_of
from app.words import described
from ui.actions import ACTIONS, on_campaign
from ui.bridge import Bridge
from ui.keys import native
from ui.recent import kept_page
from ui.where import Screen, Where, at
from ui.widgets.search import Group, Hit

MOST = 8
RECENT = 5
_OPEN, _GO, _DO, _PAGE, _ADD = "open", "go", "do", "page", "add"
_GUIDED = "guided "
"""Before a key of a place or a page: in the guide."""
_FIRST = ("new", "documents", "export", "guide", "home", "clients", "settings", "import", "sample")
"""What is offered before anything is typed, in this order; the other actions are found by their names."""


def groups(bridge: Bridge, words: str, where: Where) -> Sequence[Group]:
    """Answers in the order of how likely they are meant; actions that need an open campaign only inside one."""
    inside = bool(where.campaign)
    if not words.strip():
        return _some(
            Group(_tr("Go on with"), tuple(_campaigns(bridge, "", without=where.campaign))),
            Group(_tr("In this campaign"), tuple(_pages(where)) if inside else ()),
            Group(_tr("Do"), tuple(_actions("", where))),
        )
    return _some(
        Group(_tr("Campaigns"), tuple(_campaigns(bridge, words))),
        Group(_tr("In this campaign"), tuple(_pages(where, words)) if inside else ()),
        Group(_tr("Written in campaigns"), tuple(_written(bridge, words))),
        Group(_tr("Do"), (*_adding(bridge, words, where), *_actions(words, where))),
    )


def more(bridge: Bridge, hit: Hit) -> Sequence[Hit]:
    """What else can be done with an answer; nothing with what is an action itself."""
    kind, _, rest = hit.key.partition(" ")
    campaign_id = rest.partition(" ")[0]
    first = Hit(hit.key, _tr("Open"), "", hit.icon)
    match kind:
        case "open":
            archived = bridge.campaign(campaign_id).archived
            return first, *_deeds(campaign_id, *on_campaign(archived=archived))
        case "go" | "page":
            guided = Hit(_GUIDED + hit.key, _tr("Open in the guide"), "", "route")
            return first, guided, *_deeds(campaign_id, ("documents", "Documents"))
        case _:
            return ()


def _some(*found: Group) -> list[Group]:
    return [group for group in found if group.hits]


@dataclass(frozen=True, slots=True)
class Deed:
    """An action of the table, on a campaign or on the open one; with `words`, a deliverable to add to it."""

    key: str
    campaign: str = ""
    words: str = ""


def chosen(key: str) -> Where | Deed:
    """Where a chosen answer leads, or what it does."""
    guided = key.startswith(_GUIDED)
    kind, _, rest = key.removeprefix(_GUIDED).partition(" ")
    first, _, last = rest.partition(" ")
    match kind:
        case "do":
            return Deed(first, last)
        case "add":
            return Deed(kind, first, last)
        case "page":
            return Where(Screen.PAGE, first, last, guided=guided)
        case _:
            return at(first, place_of(last) if last else (), guided=guided)


def _campaigns(bridge: Bridge, words: str, without: str = "") -> Iterator[Hit]:
    most = MOST if words else RECENT
    rows = bridge.rows(archived=None if words else False, matching=words, limit=most + 1)
    for row in [row for row in rows if row.id != without][:most]:
        yield Hit(f"{_OPEN} {row.id}", row.title, row.client, "flag", more=True)


def _written(bridge: Bridge, words: str) -> Iterator[Hit]:
    """What an answer says and where; no campaign is loaded for it. One letter is in everything, unless it is a word."""
    if len(words.strip()) < 2 and words.isascii():
        return
    for hit in bridge.find(words, MOST):
        told = f"{hit.title} › {described(hit.place, bridge.row_name(hit))}"
        yield Hit(
            f"{_GO} {hit.campaign_id} {label(hit.place)}", hit.snippet.replace("\n", " "), told, more=True
        )


def _pages(where: Where, words: str = "") -> Iterator[Hit]:
    """The pages of the open campaign, by their titles and steps; before anything is typed those of the step one is in."""
    wanted = folded(words).split()
    step = next((each.step for each in PAGES if each.key == where.page), 1)
    for page in PAGES:
        name = f"{STEPS[page.step - 1]} {page.title}"
        if page.step == step if not wanted else all(word in folded(name) for word in wanted):
            yield Hit(f"{_PAGE} {where.campaign} {page.key}", page.title, STEPS[page.step - 1], more=True)


def _actions(words: str, where: Where) -> Iterator[Hit]:
    """Those whose names hold the words, or what is useful first."""
    wanted = folded(words).split()
    known = {action.key: action for action in ACTIONS}
    for action in ACTIONS if wanted else [known[key] for key in _FIRST]:
        text = _tr(action.text)
        if action.fits(where) and all(word in folded(text) for word in wanted):
            yield Hit(f"{_DO} {action.key}", text, "", action.icon or "chevron-right", native(action.keys))


def _deeds(campaign_id: str, *deeds: tuple[str, str]) -> Iterator[Hit]:
    icons = {action.key: action.icon for action in ACTIONS}
    for key, words in deeds:
        yield Hit(f"{_DO} {key} {campaign_id}", _tr(words), "", icons[key] or "chevron-right")


def _adding(bridge: Bridge, words: str, where: Where) -> Iterator[Hit]:
    """The words as a deliverable of the campaign that is open, or was last."""
    last = kept_page(bridge.workspace.path)
    campaign_id = where.campaign or (last.campaign if last else "")
    try:
        campaign = bridge.campaign(campaign_id) if campaign_id and not bridge.readonly else None
    except KeyError:
        return
    if campaign is not None and (where.campaign or not campaign.archived):
        name = campaign.title or _tr("Untitled campaign")
        text = _tr("Add “{words}” to {campaign}").format(words=words.strip(), campaign=name)
        keys = native("Ctrl+Enter")
        yield Hit(f"{_ADD} {campaign_id} {words.strip()}", text, "", "plus", keys, aside=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Quick", text)
