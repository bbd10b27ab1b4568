"""The one door: every edit goes through `Session.apply`: disk first, then memory, then whoever watches.

If the disk refuses, nothing has moved; where it cannot say whether it took a step, that is asked before the next one. A
step is in the history before anybody hears of it. Each campaign has one history,
and the workspace (campaigns that come and go, settings) has its own; typing in one field is one step until `settle` says
that the field was left or the typing paused. A client is shared: choosing another one never writes over it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date as Day
from functools import partial
from itertools import count
from typing import Any, Protocol

from app.campaign import Campaign, Client
from app.change import Batch, Change, Insert, Move, Put, Remove, target, touched
from app.change import apply as applied
from app.errors import Broken, OnlyToRead, Unsure
from app.field import Kind, fields_of
from app.history import History, Taken
from app.merging import grown, joins, letter_of, same_letter, way_back
from app.place import CLIENTS, SETTINGS, Place, field_at, get, put
from app.place import WORKSPACE as WORKSPACE
from app.steps import (
    GONE,
    Add,
    Delete,
    Drop,
    Final,
    Mend,
    Possible,
    Regroup,
    Restore,
    Step,
    edits_client,
    joined,
    names_client,
    targets,
)
from app.unread import Read, Unread, is_words, with_words

type Listener = Callable[[str, Place], None]
"""Told after each change: the campaign and the place, or WORKSPACE and `("campaigns", id)`, `("clients", id, ...)` or
`("settings", key)`."""

_TYPED = (Kind.LINE, Kind.TEXT, Kind.WHEN, Kind.COLOUR)


class Disk(Protocol):
    """What a session needs of storage. Each call is whole and on the disk when it returns, or raises and did nothing;
    only after `Unsure` that has to be asked. What is written `together` is one such call."""

    def load(self, campaign_id: str) -> Campaign: ...
    def readable(self, campaign_id: str) -> tuple[Campaign, tuple[str, ...]]: ...
    def replace(self, campaign: Campaign) -> None: ...
    def save(self, campaign: Campaign, change: Change) -> None: ...
    def add_all(self, campaigns: Iterable[Campaign], hidden: frozenset[str] | None = None) -> None: ...
    def show_arrived(self, campaign_ids: Iterable[str]) -> None: ...
    def remove_all(self, campaign_ids: Iterable[str], with_clients: Iterable[str] = ()) -> None: ...
    def delete_all(self, days: Mapping[str, Day]) -> None: ...
    def restore_all(self, campaign_ids: Iterable[str]) -> None: ...
    def deleted_on(self, campaign_ids: Iterable[str]) -> dict[str, Day]: ...
    def regroup(self, step: Regroup) -> None: ...
    def before(self, step: Regroup) -> Regroup: ...
    def clients(self, name: str | None = None) -> tuple[Client, ...]: ...
    def setting(self, key: str) -> str | None: ...
    def settings_under(self, prefix: str) -> dict[str, str]: ...
    def put_setting(self, key: str, value: str | None) -> None: ...
    def together(self) -> AbstractContextManager[object]: ...


type _Told = Sequence[tuple[str, Place]]
type _Then = Callable[[Possible, _Told], None]
"""What follows when a step stands: it gets the step that takes it back, and what listeners are to be told."""
type _Beside = Callable[[], None]


class Session:
    """All open campaigns of one workspace. `new_id` makes ids that are used nowhere in it."""

    def __init__(self, disk: Disk, new_id: Callable[[], str]) -> None:
        self._disk = disk
        self._new_id = new_id
        self._campaigns: dict[str, Campaign] = {}
        self._histories: dict[str, History] = {}
        self._gone: set[str] = set()
        self._only_read: set[str] = set()
        """Broken campaigns, of which memory has what could be read."""
        self._doubt: tuple[Unsure, Callable[[], None]] | None = None
        """The step of which the disk did not say whether it stands, and what follows if it does."""
        self._unread = Unread(disk)
        self._listeners: list[Listener] = []
        self._count = count(1)

    def campaign(self, campaign_id: str) -> Campaign:
        """The campaign as it is now; KeyError if there is none, `Broken` if part of it cannot be read."""
        if campaign_id not in self._campaigns:
            self._campaigns[campaign_id] = self._disk.load(campaign_id)
        return self._campaigns[campaign_id]

    def known(self) -> tuple[Campaign, ...]:
        """The campaigns that were asked for; no disk is needed for them."""
        return tuple(self._campaigns.values())

    def apply(self, change: Change | Read, campaign_id: str) -> None:
        """Make a change. KeyError if its place is gone, `UserError` if the disk refuses; then nothing has moved.

        In the WORKSPACE a change is a `Put` at `(SETTINGS, key)`; None takes the setting away. A `Put` at
        `(UNREAD, *place)` keeps words there that cannot be read yet, a `Read` changes both.
        """
        self.decide()
        self._take(with_words(change, self.unread(campaign_id)), campaign_id)

    def unread(self, campaign_id: str) -> Mapping[Place, str]:
        """The words of a campaign, or of the settings, that cannot be read yet, by their place."""
        return self._unread.of(campaign_id)

    @property
    def in_doubt(self) -> bool:
        """Whether the disk has not said yet if it took the last step."""
        return self._doubt is not None

    def decide(self) -> None:
        """Ask the disk whether the step in doubt stands, and go on from there; UserError while it does not say."""
        if self._doubt is None:
            return
        error, follows = self._doubt
        stands = error.stands()
        self._doubt = None
        if stands:
            follows()

    def open_readable(self, campaign_id: str) -> tuple[str, ...]:
        """A broken campaign is there from now on as far as it can be read, and cannot be edited; what is missing."""
        self._campaigns[campaign_id], faults = self._disk.readable(campaign_id)
        self._only_read.add(campaign_id)
        return faults

    def is_only_read(self, campaign_id: str) -> bool:
        return campaign_id in self._only_read

    def mend(self, campaign: Campaign) -> None:
        """A broken campaign becomes this one, of the same id, in one step; taken back, it is what could be read of it."""
        self._take(Mend(replace(campaign, client=self._current(campaign.client))), WORKSPACE)

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

    def last_changed(self) -> str | None:
        """Whose step was taken last, of all that `undo` can take back: a campaign, WORKSPACE, or None."""
        return self._newest({key: history.done for key, history in self._histories.items()})

    def last_undone(self) -> str | None:
        """Whose step was taken back last, of all that `redo` can make again: a campaign, WORKSPACE, or None."""
        return self._newest({key: history.undone for key, history in self._histories.items()})

    def settle(self, campaign_id: str) -> None:
        """The field was left, or typing paused: what is typed next is a step of its own."""
        self._history(campaign_id).open = False

    def add_campaign(self, campaign: Campaign) -> str:
        """Take in a campaign that is in no workspace; its id. A client that is known already is shared, not doubled."""
        (campaign_id,) = self.add_campaigns([campaign])
        return campaign_id

    def add_campaigns(
        self, campaigns: Sequence[Campaign], to: Sequence[str] = (), *, hidden: bool = False
    ) -> list[str]:
        """As `add_campaign`, all of them in one step or, if the disk refuses, none; their ids. `to`: the ids of those
        that were added just before, for all to be one step. `hidden`: until `show_arrived`."""
        self.decide()
        made: list[Campaign] = []
        new: set[str] = set()
        for campaign in campaigns:
            named, known = self._with_client(identified(campaign, self._new_id), made)
            made.append(replace(named, id=self._new_id()))
            if not known:
                new.add(made[-1].id)
        if made:
            joins = bool(to) and self._came_last(to)
            self._take(Add(tuple(made), frozenset(new), hidden), WORKSPACE, joins=joins)
        return [campaign.id for campaign in made]

    def show_arrived(self, campaign_ids: Sequence[str]) -> None:
        """The last of an import is there: from now on all are."""
        self.decide()
        told = [(WORKSPACE, ("campaigns", campaign_id)) for campaign_id in campaign_ids]
        self._write(partial(self._disk.show_arrived, campaign_ids), partial(self._tell, told))

    def withdraw(self, campaign_ids: Sequence[str]) -> None:
        """Campaigns that were just added go as if they had never come; where other steps followed, in a step."""
        self.decide()
        if not self._came_last(campaign_ids):
            self._take(Drop(tuple(campaign_ids)), WORKSPACE)
            return
        done = self._history(WORKSPACE).done
        back = done[-1].back
        assert isinstance(back, Drop)

        def gone(_: Possible, told: _Told) -> None:
            done.pop()
            self._tell(told)

        self._make(back, WORKSPACE, gone)

    def duplicate(self, campaign_id: str, title: str) -> str:
        """A copy of a campaign under another title, for the same client; its id."""
        copied = replace(self.campaign(campaign_id), id=self._new_id(), title=title, archived=False)
        self._take(Add((copied,)), WORKSPACE)
        return copied.id

    def remove_campaign(self, campaign_id: str, today: Day) -> None:
        """The campaign goes to *Deleted*. `undo()` brings it back, with its history. KeyError if there is none."""
        self._take(Delete(((campaign_id, today),)), WORKSPACE)

    def restore_campaign(self, campaign_id: str) -> None:
        """The campaign comes back from *Deleted*; KeyError if it is not there."""
        self._take(Restore((campaign_id,)), WORKSPACE)

    def forget(
        self, campaign_ids: Iterable[str], client_ids: Iterable[str] = (), *, asked: bool = True
    ) -> None:
        """These were deleted for good: nothing of them is in memory any more. Where somebody `asked` for it, undo says that
        it takes nothing back of that."""
        gone, clients = set(campaign_ids), set(client_ids)
        for campaign_id in gone:
            self._campaigns.pop(campaign_id, None)
            self._histories.pop(campaign_id, None)
        self._only_read -= gone
        self._unread.forget({*gone, WORKSPACE} if clients else gone)
        self._gone |= gone
        for history in self._histories.values():
            history.forget(gone)
            history.cut(lambda step: names_client(step, clients))
        if asked:
            self._remember(WORKSPACE, Final(), Final())
        told = [(WORKSPACE, ("campaigns", each)) for each in sorted(gone)]
        self._tell([*told, *((WORKSPACE, (CLIENTS, each)) for each in sorted(clients))])

    def add_client(self, client: Client) -> str:
        """A client that no campaign has yet; its id."""
        made = replace(client, id=self._new_id())
        self._take(Regroup((made,)), WORKSPACE)
        return made.id

    def merge_clients(self, kept: Client, other_id: str, campaign_ids: Sequence[str]) -> None:
        """Two clients are one, with the answers of `kept`: the campaigns of the other, which are those, are for it."""
        moved = tuple((campaign_id, kept.id) for campaign_id in campaign_ids)
        self._take(Regroup((kept,), moved, (other_id,)), WORKSPACE)

    def setting(self, key: str) -> str | None:
        return self._disk.setting(key)

    def put_setting(self, key: str, value: str | None) -> None:
        """Keep a setting of the workspace in a step of its own; None takes it away."""
        self.apply(Put((SETTINGS, key), value), WORKSPACE)
        self.settle(WORKSPACE)

    def clients(self) -> tuple[Client, ...]:
        return self._disk.clients()

    def watch(self, listener: Listener) -> None:
        """Tell `listener` of every change from now on."""
        self._listeners.append(listener)

    def unwatch(self, listener: Listener) -> None:
        self._listeners.remove(listener)

    def _history(self, campaign_id: str) -> History:
        return self._histories.setdefault(campaign_id, History())

    def _came_last(self, campaign_ids: Sequence[str]) -> bool:
        """Whether the last step of the workspace is that these came."""
        done = self._history(WORKSPACE).done
        back = done[-1].back if done else None
        return isinstance(back, Drop) and back.campaign_ids == tuple(campaign_ids)

    def _newest(self, stacks: dict[str, list[Taken]]) -> str | None:
        known = ((stack[-1].at, key) for key, stack in stacks.items() if stack and key not in self._gone)
        return max(known, default=(0, None))[1]

    def _take(self, step: Possible, campaign_id: str, *, joins: bool = False) -> None:
        """`joins`: it is one with the step before it."""
        self.decide()

        def taken(inverse: Possible, told: _Told) -> None:
            if told:
                self._remember(campaign_id, step, inverse)
            if joins:
                done = self._history(campaign_id).done
                before, last = done[-2:]
                done[-2:] = [Taken(*joined((before.step, before.back), (last.step, last.back)), last.at)]
            self._tell(told)

        self._make(step, campaign_id, taken)

    def _remember(self, campaign_id: str, change: Step, inverse: Step) -> None:
        history = self._history(campaign_id)
        last = history.done[-1] if history.open and history.done else None
        history.open = self._is_typed(campaign_id, change, inverse)
        if last is None or not _goes_on(last, change):
            history.done.append(Taken(change, inverse, next(self._count)))
            history.overtaken, history.undone = history.undone, []
        elif change == last.back:
            history.done.pop()
            history.undone, history.open = history.overtaken, False
        else:
            back = way_back(last.step, last.back, change, inverse)
            history.done[-1] = Taken(grown(last.step, change), back, next(self._count))

    def _travel(self, campaign_id: str, source: list[Taken], goal: list[Taken]) -> Place | None:
        self.decide()
        if not source:
            return None
        back = source[-1].back
        if isinstance(back, Final):
            source.pop()
            return GONE

        def gone(inverse: Possible, told: _Told) -> None:
            source.pop()
            goal.append(Taken(back, inverse, next(self._count)))
            self.settle(campaign_id)
            self._tell(told)

        self._make(back, campaign_id, gone)
        return targets(back)[0]

    def _make(self, step: Possible, campaign_id: str, then: _Then, beside: _Beside | None = None) -> None:
        """Disk, then memory, then what follows; listeners are to be told nothing if nothing moved. `beside` writes the
        words that an answer takes the place of."""
        if isinstance(step, Regroup):
            self._regroup(step, then)
        elif isinstance(step, Add | Drop | Delete | Restore | Mend):
            self._come_or_go(step, then)
        elif isinstance(step, Read):
            self._make_read(step, campaign_id, then)
        elif isinstance(step, Put) and is_words(step):
            self._keep_words(step, campaign_id, then)
        elif campaign_id == WORKSPACE:
            self._make_in_workspace(step, then, beside)
        else:
            self._edit(step, campaign_id, then, beside)

    def _edit(self, step: Change, campaign_id: str, then: _Then, beside: _Beside | None) -> None:
        before = self.campaign(campaign_id)
        self._refuse_only_read(campaign_id)
        step = self._with_current_client(step, before.client.id)
        after, inverse = applied(before, step)

        def stands() -> None:
            self._campaigns[campaign_id] = after
            others = self._share(after, before)
            then(inverse, [(campaign_id, touched(step)), *((other, ("client",)) for other in others)])

        if after == before and beside is None:
            then(inverse, ())
        else:
            self._write(partial(self._disk.save, before, step), stands, beside)

    def _refuse_only_read(self, campaign_id: str) -> None:
        if campaign_id in self._only_read:
            title = self.campaign(campaign_id).title
            raise OnlyToRead(f"“{title}” is damaged and can only be read.", "Mend it first.")

    def _write(
        self, write: Callable[[], None], stands: Callable[[], None], beside: _Beside | None = None
    ) -> None:
        """Both or neither."""
        try:
            if beside is None:
                write()
            else:
                with self._disk.together():
                    write()
                    beside()
        except Unsure as error:
            self._doubt = error, stands
            raise
        stands()

    def _keep_words(self, step: Put, campaign_id: str, then: _Then) -> None:
        self._refuse_only_read(campaign_id)
        place = step.place[1:]
        held = self._unread.of(campaign_id).get(place, "")

        def stands() -> None:
            self._unread.show(campaign_id, place, step.value)
            then(Put(step.place, held), [(campaign_id, place)])

        if step.value == held:
            then(Put(step.place, held), ())
        else:
            self._write(partial(self._unread.keep, campaign_id, place, step.value), stands)

    def _make_read(self, step: Read, campaign_id: str, then: _Then) -> None:
        """The answer and the words, in one."""
        known = self._unread.of(campaign_id)
        before = tuple((place, known.get(place, "")) for place, _ in step.words)
        others = [(place, words) for place, words in step.words if words != known.get(place, "")]

        def answered(inverse: Possible, told: _Told) -> None:
            assert isinstance(inverse, Put | Insert | Remove | Move | Batch)
            for place, words in others:
                self._unread.show(campaign_id, place, words)
            then(Read(inverse, before), told)

        def keep() -> None:
            for place, words in others:
                self._unread.keep(campaign_id, place, words)

        self._make(step.change, campaign_id, answered, keep if others else None)

    def _make_in_workspace(self, change: Change, then: _Then, beside: _Beside | None) -> None:
        if isinstance(change, Put) and change.place[:1] == (CLIENTS,):
            self._edit_client(change, then, beside)
            return
        if not isinstance(change, Put) or change.place[:1] != (SETTINGS,):
            raise KeyError(target(change))
        key = change.place[-1]
        before = self._disk.setting(key)
        if before == change.value and beside is None:
            then(change, ())
            return
        follows = partial(then, Put(change.place, before), [(WORKSPACE, change.place)])
        self._write(partial(self._disk.put_setting, key, change.value), follows, beside)

    def _edit_client(self, change: Put, then: _Then, beside: _Beside | None) -> None:
        client_id, *place = change.place[1:]
        before = next((each for each in self._disk.clients() if each.id == client_id), None)
        if before is None:
            raise KeyError(change.place)
        after = put(before, tuple(place), change.value)

        def stands() -> None:
            told = [(WORKSPACE, change.place), *((key, ("client",)) for key in self._refresh([after]))]
            then(Put(change.place, get(before, tuple(place))), told)

        if after == before and beside is None:
            then(change, ())
        else:
            self._write(partial(self._disk.regroup, Regroup((after,))), stands, beside)

    def _regroup(self, step: Regroup, then: _Then) -> None:
        inverse = self._disk.before(step)

        def stands() -> None:
            for campaign_id, _ in step.campaigns:  # it would write into another client than it came from
                self._history(campaign_id).cut(edits_client)
            moved = dict(step.campaigns)
            known = {client.id: client for client in self._disk.clients()} if moved else {}
            for campaign_id in moved.keys() & self._campaigns.keys():
                campaign = self._campaigns[campaign_id]
                self._campaigns[campaign_id] = replace(campaign, client=known[moved[campaign_id]])
            others = self._refresh(step.clients)
            told = [(WORKSPACE, place) for place in targets(step)]
            told += [(key, ("client",)) for key in (*moved, *others) if key in self._campaigns]
            then(inverse, told)

        self._write(partial(self._disk.regroup, step), stands)

    def _refresh(self, clients: Sequence[Client]) -> list[str]:
        """The open campaigns of these clients have their answers; which they are."""
        now = {client.id: client for client in clients}
        changed = [
            key for key, it in self._campaigns.items() if it.client != now.get(it.client.id, it.client)
        ]
        for key in changed:
            self._campaigns[key] = replace(self._campaigns[key], client=now[self._campaigns[key].client.id])
        return changed

    def _come_or_go(self, step: Add | Drop | Delete | Restore | Mend, then: _Then) -> None:
        told = [(WORKSPACE, place) for place in targets(step)]
        inverse: Possible
        match step:
            case Add(campaigns, new_clients, hidden):
                inverse = Drop(tuple(campaign.id for campaign in campaigns), new_clients)
                write = partial(self._disk.add_all, campaigns, new_clients if hidden else None)
            case Drop(campaign_ids, with_clients):
                inverse = Add(tuple(map(self._what_is_readable, campaign_ids)), with_clients)
                write = partial(self._disk.remove_all, campaign_ids, with_clients)
            case Delete(days):
                inverse = Restore(tuple(dict(days)))
                write = partial(self._disk.delete_all, dict(days))
            case Restore(campaign_ids):
                inverse = Delete(tuple(self._disk.deleted_on(campaign_ids).items()))
                write = partial(self._disk.restore_all, campaign_ids)
            case Mend(campaign):
                inverse = Mend(self._what_is_readable(campaign.id))
                write = partial(self._disk.replace, campaign)

        def stands() -> None:
            self._come_and_gone(step)
            then(inverse, told)

        self._write(write, stands)

    def _come_and_gone(self, step: Add | Drop | Delete | Restore | Mend) -> None:
        """Memory after it."""
        match step:
            case Add(campaigns, _):
                self._gone -= {campaign.id for campaign in campaigns}
            case Drop(campaign_ids, _):
                self._leave(campaign_ids)
            case Delete(days):
                self._leave(dict(days))
            case Restore(campaign_ids):
                self._gone -= set(campaign_ids)
            case Mend(campaign):
                self._campaigns[campaign.id] = campaign
                self._only_read.discard(campaign.id)
                self._histories.pop(campaign.id, None)  # of what it was

    def _leave(self, campaign_ids: Iterable[str]) -> None:
        self._gone |= set(campaign_ids)
        self._only_read -= set(campaign_ids)
        for campaign_id in campaign_ids:
            self._campaigns.pop(campaign_id, None)

    def _what_is_readable(self, campaign_id: str) -> Campaign:
        try:
            return self.campaign(campaign_id)
        except Broken:
            return self._disk.readable(campaign_id)[0]

    def _with_client(self, campaign: Campaign, beside: list[Campaign]) -> tuple[Campaign, bool]:
        """The campaign with a client of the workspace or of those that come with it, if it says the same, or a new one."""
        client = campaign.client
        if client.id:
            return campaign, True
        if client.name.strip():
            new = (each.client for each in beside if each.client.name == client.name)
            for known in (*self._disk.clients(client.name), *new):
                if agrees(client, known):
                    return replace(campaign, client=known), True
        return replace(campaign, client=replace(client, id=self._new_id())), False

    def _with_current_client(self, change: Change, client_id: str) -> Change:
        """A known client that is chosen comes as it is now, not as whoever chose it saw it."""
        match change:
            case Batch(label, changes):
                parts = (self._with_current_client(part, client_id) for part in changes)
                return Batch(label, tuple(parts))
            case Put(("client",), client) if client.id != client_id:
                return Put(("client",), self._current(client))
            case Put((), campaign) if campaign.client.id != client_id:
                return Put((), replace(campaign, client=self._current(campaign.client)))
            case _:
                return change

    def _current(self, client: Client) -> Client:
        return next((known for known in self._disk.clients() if known.id == client.id), client)

    def _share(self, after: Campaign, before: Campaign) -> list[str]:
        """The other open campaigns of a client have its new answers too; which they are."""
        if after.client is before.client:
            return []
        others = {key: it for key, it in self._campaigns.items() if it.client.id == after.client.id}
        changed = [key for key, it in others.items() if it.client != after.client]
        for key in changed:
            self._campaigns[key] = replace(others[key], client=after.client)
        return changed

    def _tell(self, told: _Told) -> None:
        for campaign_id, place in told:
            for listener in tuple(self._listeners):
                listener(campaign_id, place)

    def _is_typed(self, campaign_id: str, step: Step, inverse: Step) -> bool:
        """Whether typing may go on with it: words, a word in a list of rows, a row that was begun."""
        if isinstance(step.change if isinstance(step, Read) else step, Insert) or is_words(step):
            return True
        if isinstance(step, Batch) and step.changes:
            step = step.changes[0]
        if not isinstance(step, Put) or campaign_id == WORKSPACE:
            return isinstance(step, Put)
        if isinstance(step.value, tuple) and isinstance(inverse, Put):
            return letter_of(inverse.value, step.value) is not None
        words = bool(step.place) and isinstance(step.value, str)
        return words and field_at(type(self.campaign(campaign_id)), step.place).kind in _TYPED


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


def _goes_on(last: Taken, step: Step) -> bool:
    return joins(last.step, step) and same_letter(last.step, last.back, step)
