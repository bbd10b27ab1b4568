"""The one door: every edit goes through `Session.apply`: disk first, then memory, then whoever watches.

If the disk refuses, nothing has moved. Each campaign has one history, and the workspace (campaigns that come and go,
settings) has its own; typing in one field is one step until `settle` says that the field was left or the typing paused.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from app.campaign import Campaign, Client
from app.change import Change, Put, target
from app.change import apply as applied
from app.field import Kind, fields_of
from app.place import Place, field_at

WORKSPACE = ""
"""The campaign id of what belongs to no campaign."""

type Listener = Callable[[str, Place], None]
"""Told after each change: the campaign and the place, or WORKSPACE and `("campaigns", id)` or `("settings", key)`."""

_TYPED = (Kind.LINE, Kind.TEXT, Kind.WHEN, Kind.COLOUR)


class Disk(Protocol):
    """What a session needs of storage. Each call is whole and on the disk when it returns, or raises and did nothing."""

    def load(self, campaign_id: str) -> Campaign: ...
    def save(self, campaign: Campaign, change: Change) -> None: ...
    def add(self, campaign: Campaign) -> None: ...
    def remove(self, campaign_id: str, *, with_client: bool = False) -> None: ...
    def clients(self, name: str | None = None) -> tuple[Client, ...]: ...
    def setting(self, key: str) -> str | None: ...
    def put_setting(self, key: str, value: str | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Add:
    """A campaign comes into the workspace; `new_client`: its client came with it, and goes with it."""

    campaign: Campaign
    new_client: bool


@dataclass(frozen=True, slots=True)
class Drop:
    """A campaign leaves the workspace."""

    campaign_id: str
    with_client: bool


@dataclass(frozen=True, slots=True)
class Set:
    """A setting of the workspace is another one, or gone."""

    key: str
    value: str | None


type Step = Change | Add | Drop | Set


@dataclass(slots=True)
class _History:
    """The steps of one campaign: what took each one back, and what was taken back."""

    done: list[tuple[Step, Step]] = field(default_factory=list)
    undone: list[tuple[Step, Step]] = field(default_factory=list)
    open: bool = False
    """Whether typing may still join the last step."""


class Session:
    """All open campaigns of one workspace. `new_id` makes ids that are used nowhere in it."""

    def __init__(self, disk: Disk, new_id: Callable[[], str]) -> None:
        self._disk = disk
        self._new_id = new_id
        self._campaigns: dict[str, Campaign] = {}
        self._histories: dict[str, _History] = {}
        self._listeners: list[Listener] = []

    def campaign(self, campaign_id: str) -> Campaign:
        """The campaign as it is now; KeyError if there is none."""
        if campaign_id not in self._campaigns:
            self._campaigns[campaign_id] = self._disk.load(campaign_id)
        return self._campaigns[campaign_id]

    def apply(self, change: Change, campaign_id: str) -> None:
        """Make a change. KeyError if its place is gone, `UserError` if the disk refuses; then nothing has moved."""
        before = self.campaign(campaign_id)
        inverse = self._make(change, campaign_id)
        if self.campaign(campaign_id) is before:
            return
        self._remember(campaign_id, change, inverse)

    def undo(self, campaign_id: str = WORKSPACE) -> Place | None:
        """Take the last step back; the place it changed, or None when there is none."""
        history = self._history(campaign_id)
        return self._travel(campaign_id, history.done, history.undone)

    def redo(self, campaign_id: str = WORKSPACE) -> Place | None:
        """Make the step again that was taken back last; the place it changed, or None when there is none."""
        history = self._history(campaign_id)
        return self._travel(campaign_id, history.undone, history.done)

    def can_undo(self, campaign_id: str = WORKSPACE) -> bool:
        return bool(self._history(campaign_id).done)

    def can_redo(self, campaign_id: str = WORKSPACE) -> bool:
        return bool(self._history(campaign_id).undone)

    def settle(self, campaign_id: str) -> None:
        """The field was left, or typing paused: what is typed next is a step of its own."""
        self._history(campaign_id).open = False

    def add_campaign(self, campaign: Campaign) -> str:
        """Take in a campaign that is in no workspace; its id. A client that is known already is shared, not doubled."""
        named, known = self._with_client(identified(campaign, self._new_id))
        self._apply_to_workspace(Add(replace(named, id=self._new_id()), new_client=not known))
        return self._last_added()

    def duplicate(self, campaign_id: str, title: str) -> str:
        """A copy of a campaign under another title, for the same client; its id."""
        copied = replace(self.campaign(campaign_id), id=self._new_id(), title=title, archived=False)
        self._apply_to_workspace(Add(copied, new_client=False))
        return copied.id

    def remove_campaign(self, campaign_id: str) -> None:
        """The campaign goes; its client stays. `undo()` brings it back, with its history."""
        self._apply_to_workspace(Drop(campaign_id, with_client=False))

    def setting(self, key: str) -> str | None:
        return self._disk.setting(key)

    def put_setting(self, key: str, value: str | None) -> None:
        """Keep a setting of the workspace; None takes it away."""
        if value != self._disk.setting(key):
            self._apply_to_workspace(Set(key, value))

    def clients(self) -> tuple[Client, ...]:
        return self._disk.clients()

    def watch(self, listener: Listener) -> None:
        """Tell `listener` of every change from now on."""
        self._listeners.append(listener)

    def unwatch(self, listener: Listener) -> None:
        self._listeners.remove(listener)

    def _history(self, campaign_id: str) -> _History:
        return self._histories.setdefault(campaign_id, _History())

    def _remember(self, campaign_id: str, change: Step, inverse: Step) -> None:
        history = self._history(campaign_id)
        history.undone.clear()
        last = history.done[-1] if history.open and history.done else None
        if last is not None and _same_field(last[0], change):
            history.done[-1] = (change, last[1])
            if change == last[1]:
                history.done.pop()
        else:
            history.done.append((change, inverse))
        history.open = isinstance(change, Put) and self._typed(campaign_id, change)

    def _travel(
        self, campaign_id: str, source: list[tuple[Step, Step]], goal: list[tuple[Step, Step]]
    ) -> Place | None:
        if not source:
            return None
        _, back = source[-1]
        inverse = self._make(back, campaign_id)
        source.pop()
        goal.append((back, inverse))
        self.settle(campaign_id)
        return _target(back)

    def _make(self, step: Step, campaign_id: str) -> Step:
        """Disk, memory, listeners; the step that takes it back."""
        if isinstance(step, Add | Drop | Set):
            return self._make_in_workspace(step)
        before = self.campaign(campaign_id)
        after, inverse = applied(before, step)
        if after == before:
            return inverse
        self._disk.save(before, step)
        self._campaigns[campaign_id] = after
        others = self._share(after, before)
        self._tell(campaign_id, target(step))
        for other_id in others:
            self._tell(other_id, ("client",))
        return inverse

    def _make_in_workspace(self, step: Add | Drop | Set) -> Step:
        inverse: Step
        match step:
            case Add(campaign, new_client):
                self._disk.add(campaign)
                inverse = Drop(campaign.id, with_client=new_client)
            case Drop(campaign_id, with_client):
                inverse = Add(self.campaign(campaign_id), new_client=with_client)
                self._disk.remove(campaign_id, with_client=with_client)
                del self._campaigns[campaign_id]
            case Set(key, value):
                inverse = Set(key, self._disk.setting(key))
                self._disk.put_setting(key, value)
        self._tell(WORKSPACE, _target(step))
        return inverse

    def _apply_to_workspace(self, step: Add | Drop | Set) -> None:
        self._remember(WORKSPACE, step, self._make(step, WORKSPACE))

    def _last_added(self) -> str:
        step, _ = self._history(WORKSPACE).done[-1]
        assert isinstance(step, Add)
        return step.campaign.id

    def _with_client(self, campaign: Campaign) -> tuple[Campaign, bool]:
        """The campaign with a client of the workspace: a known one that says the same, or a new one."""
        client = campaign.client
        if client.id:
            return campaign, True
        for known in self._disk.clients(client.name) if client.name.strip() else ():
            if agrees(client, known):
                return replace(campaign, client=known), True
        return replace(campaign, client=replace(client, id=self._new_id())), False

    def _share(self, after: Campaign, before: Campaign) -> list[str]:
        """The other open campaigns of a client have its new answers too; which they are."""
        if after.client is before.client:
            return []
        others = {key: it for key, it in self._campaigns.items() if it.client.id == after.client.id}
        changed = [key for key, it in others.items() if it.client != after.client]
        for key in changed:
            self._campaigns[key] = replace(others[key], client=after.client)
        return changed

    def _tell(self, campaign_id: str, place: Place) -> None:
        for listener in tuple(self._listeners):
            listener(campaign_id, place)

    def _typed(self, campaign_id: str, change: Put) -> bool:
        words = bool(change.place) and isinstance(change.value, str)
        return words and field_at(type(self.campaign(campaign_id)), change.place).kind in _TYPED


def agrees(imported: Client, known: Client) -> bool:
    """Whether a client of a file is one of the workspace: the same name, and no other answer about the brand."""
    return imported.name == known.name and _agrees(imported.brand, known.brand)


def _agrees(imported: Any, known: Any) -> bool:
    pairs = ((getattr(imported, it.key), getattr(known, it.key)) for it in fields_of(type(imported)))
    return all(not mine or mine == theirs for mine, theirs in pairs)


def identified(node: Any, new_id: Callable[[], str]) -> Any:
    """The same campaign, with an id for every row that has none."""
    found: dict[str, Any] = {}
    for each in fields_of(type(node)):
        value = getattr(node, each.key)
        if each.kind is Kind.PART:
            found[each.key] = identified(value, new_id)
        elif each.rows is not None:
            rows = (row if row.id else replace(row, id=new_id()) for row in value)
            found[each.key] = tuple(identified(row, new_id) for row in rows)
    return replace(node, **found) if found else node


def _same_field(last: Step, change: Step) -> bool:
    return isinstance(last, Put) and isinstance(change, Put) and last.place == change.place


def _target(step: Step) -> Place:
    match step:
        case Add(campaign, _):
            return ("campaigns", campaign.id)
        case Drop(campaign_id, _):
            return ("campaigns", campaign_id)
        case Set(key, _):
            return ("settings", key)
        case _:
            return target(step)
