"""What Ctrl+K finds: campaigns, everything written in them, and everything that can be done."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from app.place import label, place_of
from app.words import where
from ui.actions import ACTIONS
from ui.bridge import Bridge
from ui.where import Where, at
from ui.widgets.search import Group, Hit

MOST = 8
_OPEN, _GO, _DO = "open", "go", "do"


def groups(bridge: Bridge, words: str, inside: bool) -> Sequence[Group]:
    """Answers in the order of how likely they are meant; actions that need an open campaign only `inside` one."""
    found = [
        Group(_tr("Campaigns"), tuple(_campaigns(bridge, words))),
        Group(_tr("Written in campaigns"), tuple(_written(bridge, words))),
        Group(_tr("Do"), tuple(_actions(words, inside))),
    ]
    return [group for group in found if group.hits]


def chosen(key: str) -> Where | str:
    """Where a chosen answer leads, or the key of the action it does."""
    kind, _, rest = key.partition(" ")
    if kind == _DO:
        return rest
    campaign_id, _, place = rest.partition(" ")
    return at(campaign_id, place_of(place) if place else ())


def _campaigns(bridge: Bridge, words: str) -> Iterator[Hit]:
    for row in bridge.rows(archived=None, matching=words)[:MOST]:
        yield Hit(f"{_OPEN} {row.id}", row.title, row.client, "flag")


def _written(bridge: Bridge, words: str) -> Iterator[Hit]:
    if len(words.strip()) < 2:
        return
    for hit in bridge.find(words, MOST):
        try:
            campaign = bridge.campaign(hit.campaign_id)
        except KeyError:
            continue
        told = f"{campaign.title} › {where(campaign, hit.place)}"
        yield Hit(f"{_GO} {hit.campaign_id} {label(hit.place)}", hit.snippet.replace("\n", " "), told)


def _actions(words: str, inside: bool) -> Iterator[Hit]:
    wanted = words.casefold().split()
    for action in ACTIONS:
        text = _tr(action.text)
        if (inside or not action.inside) and all(word in text.casefold() for word in wanted):
            yield Hit(f"{_DO} {action.key}", text, "", action.icon or "chevron-right", _keys(action.keys))


def _keys(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Quick", text)
