"""The one door: every edit goes through `Session.apply`: disk first, then memory, then whoever watches.

A step is in the history before anybody hears of it. Each campaign has one history, and the workspace (campaigns that come
and go, settings) has its own; typing in one field is one step until `settle` says that the field was left or the typing
paused. A client is shared: choosing another one never writes over it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date as Day
from functools import partial

from app.campaign import Campaign, Client
from app.change import Change, Put
from app.disk import Disk
from app.history import Histories, Taken
from app.identity import agrees as agrees
from app.identity import identified as identified
from app.identity import with_client
from app.memory import Memory, Told
from app.merging import is_typed
from app.place import CLIENTS, SETTINGS, Place
from app.place import WORKSPACE as WORKSPACE
from app.steps import GONE, Add, Delete, Drop, Final, Mend, Possible, Regroup, Restore, Step, targets
from app.unread import Read, with_words

type Listener = Callable[[str, Place], None]
"""Told after each change: the campaign and the place, or WORKSPACE and `("campaigns", id)`, `("clients", id, ...)` or
`("settings", key)`."""


class Session:
    """All open campaigns of one workspace. `new_id` makes ids that are used nowhere in it."""

    def __init__(self, disk: Disk, new_id: Callable[[], str]) -> None:
        self._disk = disk
        self._new_id = new_id
        self._histories = Histories()
        self._memory = Memory(disk, self._histories)
        self._campaigns = self._memory.campaigns
        self._listeners: list[Listener] = []

    def campaign(self, campaign_id: str) -> Campaign:
        """The campaign as it is now; KeyError if there is none, `Broken` if part of it cannot be read."""
        return self._memory.campaign(campaign_id)

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
        return self._memory.unread(campaign_id)

    @property
    def in_doubt(self) -> bool:
        """Whether the disk has not said yet if it took the last step."""
        return self._memory.in_doubt

    def decide(self) -> None:
        """Ask the disk whether the step in doubt stands, and go on from there; UserError while it does not say."""
        self._memory.decide()

    def open_readable(self, campaign_id: str) -> tuple[str, ...]:
        """A broken campaign is there from now on as far as it can be read, and cannot be edited; what is missing."""
        return self._memory.open_readable(campaign_id)

    def is_only_read(self, campaign_id: str) -> bool:
        return campaign_id in self._memory.only_read

    def mend(self, campaign: Campaign) -> None:
        """A broken campaign becomes this one, of the same id, in one step; taken back, it is what could be read of it."""
        self._take(Mend(replace(campaign, client=self._memory.current(campaign.client))), WORKSPACE)

    def undo(self, campaign_id: str = WORKSPACE) -> Place | None:
        """Take the last step back; the place it changed, or None when there is none."""
        history = self._histories.of(campaign_id)
        return self._travel(campaign_id, history.done, history.undone)

    def redo(self, campaign_id: str = WORKSPACE) -> Place | None:
        """Make the step again that was taken back last; the place it changed, or None when there is none."""
        history = self._histories.of(campaign_id)
        return self._travel(campaign_id, history.undone, history.done)

    def can_undo(self, campaign_id: str = WORKSPACE) -> bool:
        return bool(self._histories.of(campaign_id).done)

    def can_redo(self, campaign_id: str = WORKSPACE) -> bool:
        return bool(self._histories.of(campaign_id).undone)

    def last_changed(self) -> str | None:
        """Whose step was taken last, of all that `undo` can take back: a campaign, WORKSPACE, or None."""
        return self._histories.newest(lambda history: history.done)

    def last_undone(self) -> str | None:
        """Whose step was taken back last, of all that `redo` can make again: a campaign, WORKSPACE, or None."""
        return self._histories.newest(lambda history: history.undone)

    def settle(self, campaign_id: str) -> None:
        """The field was left, or typing paused: what is typed next is a step of its own."""
        self._histories.of(campaign_id).open = False

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
            whole = identified(campaign, self._new_id)
            named, known = with_client(whole, self._disk.clients, made, self._new_id)
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
        self._memory.write(partial(self._disk.show_arrived, campaign_ids), partial(self._tell, told))

    def withdraw(self, campaign_ids: Sequence[str]) -> None:
        """Campaigns that were just added go as if they had never come; where other steps followed, in a step."""
        self.decide()
        if not self._came_last(campaign_ids):
            self._take(Drop(tuple(campaign_ids)), WORKSPACE)
            return
        done = self._histories.of(WORKSPACE).done
        back = done[-1].back
        assert isinstance(back, Drop)

        def gone(_: Possible, told: Told) -> None:
            done.pop()
            self._tell(told)

        self._memory.make(back, WORKSPACE, gone)

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
        self._memory.forget(gone, clients=bool(clients))
        self._histories.forget(gone, clients)
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

    def _came_last(self, campaign_ids: Sequence[str]) -> bool:
        """Whether the last step of the workspace is that these came."""
        done = self._histories.of(WORKSPACE).done
        back = done[-1].back if done else None
        return isinstance(back, Drop) and back.campaign_ids == tuple(campaign_ids)

    def _take(self, step: Possible, campaign_id: str, *, joins: bool = False) -> None:
        """`joins`: it is one with the step before it."""
        self.decide()

        def taken(inverse: Possible, told: Told) -> None:
            if told:
                self._remember(campaign_id, step, inverse)
            if joins:
                self._histories.join(campaign_id)
            self._tell(told)

        self._memory.make(step, campaign_id, taken)

    def _remember(self, campaign_id: str, step: Step, inverse: Step) -> None:
        campaign = None if campaign_id == WORKSPACE else type(self.campaign(campaign_id))
        self._histories.remember(campaign_id, step, inverse, typed=is_typed(step, inverse, campaign))

    def _travel(self, campaign_id: str, source: list[Taken], goal: list[Taken]) -> Place | None:
        self.decide()
        if not source:
            return None
        back = source[-1].back
        if isinstance(back, Final):
            source.pop()
            return GONE

        def gone(inverse: Possible, told: Told) -> None:
            source.pop()
            goal.append(self._histories.taken(back, inverse))
            self.settle(campaign_id)
            self._tell(told)

        self._memory.make(back, campaign_id, gone)
        return targets(back)[0]

    def _tell(self, told: Told) -> None:
        for campaign_id, place in told:
            for listener in tuple(self._listeners):
                listener(campaign_id, place)
