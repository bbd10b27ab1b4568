"""What Ctrl+K finds: campaigns, everything written in them, and everything that can be done."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from app.folding import folded
from app.pages import PAGES, STEPS
from app.place import label, place_of
from app.words import described
from ui.actions import ACTIONS
from ui.bridge import Bridge
from ui.where import Screen, Where, at
from ui.widgets.search import Group, Hit

MOST = 8
RECENT = 5
_OPEN, _GO, _DO, _PAGE = "open", "go", "do", "page"
_FIRST = ("new", "documents", "export", "guide", "home", "clients", "settings", "import", "sample")
"""What is offered before anything is typed, in this order; the other actions are found by their names."""


def groups(bridge: Bridge, words: str, where: Where) -> Sequence[Group]:
    """Answers in the order of how likely they are meant; actions that need an open campaign only inside one."""
    inside = bool(where.campaign)
    if not words.strip():
        return _some(
            Group(_tr("Go on with"), tuple(_campaigns(bridge, "", without=where.campaign))),
            Group(_tr("In this campaign"), tuple(_pages(where)) if inside else ()),
            Group(_tr("Do"), tuple(_actions("", inside))),
        )
    return _some(
        Group(_tr("Campaigns"), tuple(_campaigns(bridge, words))),
        Group(_tr("In this campaign"), tuple(_pages(where, words)) if inside else ()),
        Group(_tr("Written in campaigns"), tuple(_written(bridge, words))),
        Group(_tr("Do"), tuple(_actions(words, inside))),
    )


def _some(*found: Group) -> list[Group]:
    return [group for group in found if group.hits]


def chosen(key: str) -> Where | str:
    """Where a chosen answer leads, or the key of the action it does."""
    kind, _, rest = key.partition(" ")
    if kind == _DO:
        return rest
    campaign_id, _, place = rest.partition(" ")
    if kind == _PAGE:
        return Where(Screen.PAGE, campaign_id, place)
    return at(campaign_id, place_of(place) if place else ())


def _campaigns(bridge: Bridge, words: str, without: str = "") -> Iterator[Hit]:
    most = MOST if words else RECENT
    rows = bridge.rows(archived=None if words else False, matching=words, limit=most + 1)
    for row in [row for row in rows if row.id != without][:most]:
        yield Hit(f"{_OPEN} {row.id}", row.title, row.client, "flag")


def _written(bridge: Bridge, words: str) -> Iterator[Hit]:
    """What an answer says and where; no campaign is loaded for it. One letter is in everything, unless it is a word."""
    if len(words.strip()) < 2 and words.isascii():
        return
    for hit in bridge.find(words, MOST):
        told = f"{hit.title} › {described(hit.place, bridge.row_name(hit))}"
        yield Hit(f"{_GO} {hit.campaign_id} {label(hit.place)}", hit.snippet.replace("\n", " "), told)


def _pages(where: Where, words: str = "") -> Iterator[Hit]:
    """The pages of the open campaign, by their titles and steps; before anything is typed those of the step one is in."""
    wanted = folded(words).split()
    step = next((each.step for each in PAGES if each.key == where.page), 1)
    for page in PAGES:
        name = f"{STEPS[page.step - 1]} {page.title}"
        if page.step == step if not wanted else all(word in folded(name) for word in wanted):
            yield Hit(f"{_PAGE} {where.campaign} {page.key}", page.title, STEPS[page.step - 1], "file-text")


def _actions(words: str, inside: bool) -> Iterator[Hit]:
    """Those whose names hold the words, or what is useful first."""
    wanted = folded(words).split()
    known = {action.key: action for action in ACTIONS}
    for action in ACTIONS if wanted else [known[key] for key in _FIRST]:
        text = _tr(action.text)
        if (inside or not action.inside) and all(word in folded(text) for word in wanted):
            yield Hit(f"{_DO} {action.key}", text, "", action.icon or "chevron-right", _keys(action.keys))


def _keys(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Quick", text)
