"""What is open, in memory, and how a step gets there: the disk first, then memory, then whoever asked for it.

If the disk refuses, nothing has moved; where it cannot say whether it took a step, that is asked before the next one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from app.campaign import Campaign, Client
from app.change import Batch, Change, Insert, Move, Put, Remove, target, touched
from app.change import apply as applied
from app.disk import Disk
from app.errors import Broken, OnlyToRead, Unsure
from app.history import Histories
from app.place import CLIENTS, SETTINGS, WORKSPACE, Place, get, put
from app.steps import Add, Delete, Drop, Mend, Possible, Regroup, Restore, edits_client, targets
from app.unread import Read, Unread, is_words

type Told = Sequence[tuple[str, Place]]
type Then = Callable[[Possible, Told], None]
"""What follows when a step stands: it gets the step that takes it back, and what listeners are to be told."""
type _Beside = Callable[[], None]


class Memory:
    """The campaigns that were asked for, and their words that cannot be read yet."""

    def __init__(self, disk: Disk, histories: Histories) -> None:
        self._disk = disk
        self._histories = histories
        self.campaigns: dict[str, Campaign] = {}
        self.only_read: set[str] = set()
        """Broken campaigns, of which memory has what could be read."""
        self._doubt: tuple[Unsure, Callable[[], None]] | None = None
        """The step of which the disk did not say whether it stands, and what follows if it does."""
        self._unread = Unread(disk)

    def campaign(self, campaign_id: str) -> Campaign:
        """The campaign as it is now; KeyError if there is none, `Broken` if part of it cannot be read."""
        if campaign_id not in self.campaigns:
            self.campaigns[campaign_id] = self._disk.load(campaign_id)
        return self.campaigns[campaign_id]

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
        self.campaigns[campaign_id], faults = self._disk.readable(campaign_id)
        self.only_read.add(campaign_id)
        return faults

    def current(self, client: Client) -> Client:
        """A client of the workspace as it is now."""
        return next((known for known in self._disk.clients() if known.id == client.id), client)

    def forget(self, campaign_ids: Iterable[str], *, clients: bool) -> None:
        """These were deleted for good, with `clients` some of those too."""
        gone = set(campaign_ids)
        for campaign_id in gone:
            self.campaigns.pop(campaign_id, None)
        self.only_read -= gone
        self._unread.forget({*gone, WORKSPACE} if clients else gone)

    def make(self, step: Possible, campaign_id: str, then: Then, beside: _Beside | None = None) -> None:
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

    def write(
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

    def _edit(self, step: Change, campaign_id: str, then: Then, beside: _Beside | None) -> None:
        before = self.campaign(campaign_id)
        self._refuse_only_read(campaign_id)
        step = self._with_current_client(step, before.client.id)
        after, inverse = applied(before, step)

        def stands() -> None:
            self.campaigns[campaign_id] = after
            others = self._share(after, before)
            then(inverse, [(campaign_id, touched(step)), *((other, ("client",)) for other in others)])

        if after == before and beside is None:
            then(inverse, ())
        else:
            self.write(partial(self._disk.save, before, step), stands, beside)

    def _refuse_only_read(self, campaign_id: str) -> None:
        if campaign_id in self.only_read:
            title = self.campaign(campaign_id).title
            raise OnlyToRead(f"“{title}” is damaged and can only be read.", "Mend it first.")

    def _keep_words(self, step: Put, campaign_id: str, then: Then) -> None:
        self._refuse_only_read(campaign_id)
        place = step.place[1:]
        held = self._unread.of(campaign_id).get(place, "")

        def stands() -> None:
            self._unread.show(campaign_id, place, step.value)
            then(Put(step.place, held), [(campaign_id, place)])

        if step.value == held:
            then(Put(step.place, held), ())
        else:
            self.write(partial(self._unread.keep, campaign_id, place, step.value), stands)

    def _make_read(self, step: Read, campaign_id: str, then: Then) -> None:
        """The answer and the words, in one."""
        known = self._unread.of(campaign_id)
        before = tuple((place, known.get(place, "")) for place, _ in step.words)
        others = [(place, words) for place, words in step.words if words != known.get(place, "")]

        def answered(inverse: Possible, told: Told) -> None:
            assert isinstance(inverse, Put | Insert | Remove | Move | Batch)
            for place, words in others:
                self._unread.show(campaign_id, place, words)
            then(Read(inverse, before), told)

        def keep() -> None:
            for place, words in others:
                self._unread.keep(campaign_id, place, words)

        self.make(step.change, campaign_id, answered, keep if others else None)

    def _make_in_workspace(self, change: Change, then: Then, beside: _Beside | None) -> None:
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
        self.write(partial(self._disk.put_setting, key, change.value), follows, beside)

    def _edit_client(self, change: Put, then: Then, beside: _Beside | None) -> None:
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
            self.write(partial(self._disk.regroup, Regroup((after,))), stands, beside)

    def _regroup(self, step: Regroup, then: Then) -> None:
        inverse = self._disk.before(step)

        def stands() -> None:
            for campaign_id, _ in step.campaigns:  # it would write into another client than it came from
                self._histories.of(campaign_id).cut(edits_client)
            moved = dict(step.campaigns)
            known = {client.id: client for client in self._disk.clients()} if moved else {}
            for campaign_id in moved.keys() & self.campaigns.keys():
                campaign = self.campaigns[campaign_id]
                self.campaigns[campaign_id] = replace(campaign, client=known[moved[campaign_id]])
            others = self._refresh(step.clients)
            told = [(WORKSPACE, place) for place in targets(step)]
            told += [(key, ("client",)) for key in (*moved, *others) if key in self.campaigns]
            then(inverse, told)

        self.write(partial(self._disk.regroup, step), stands)

    def _refresh(self, clients: Sequence[Client]) -> list[str]:
        """The open campaigns of these clients have their answers; which they are."""
        now = {client.id: client for client in clients}
        changed = [key for key, it in self.campaigns.items() if it.client != now.get(it.client.id, it.client)]
        for key in changed:
            self.campaigns[key] = replace(self.campaigns[key], client=now[self.campaigns[key].client.id])
        return changed

    def _come_or_go(self, step: Add | Drop | Delete | Restore | Mend, then: Then) -> None:
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

        self.write(write, stands)

    def _come_and_gone(self, step: Add | Drop | Delete | Restore | Mend) -> None:
        """Memory after it."""
        match step:
            case Add(campaigns, _):
                self._histories.gone -= {campaign.id for campaign in campaigns}
            case Drop(campaign_ids, _):
                self._leave(campaign_ids)
            case Delete(days):
                self._leave(dict(days))
            case Restore(campaign_ids):
                self._histories.gone -= set(campaign_ids)
            case Mend(campaign):
                self.campaigns[campaign.id] = campaign
                self.only_read.discard(campaign.id)
                self._histories.drop(campaign.id)  # of what it was

    def _leave(self, campaign_ids: Iterable[str]) -> None:
        self._histories.gone |= set(campaign_ids)
        self.only_read -= set(campaign_ids)
        for campaign_id in campaign_ids:
            self.campaigns.pop(campaign_id, None)

    def _what_is_readable(self, campaign_id: str) -> Campaign:
        try:
            return self.campaign(campaign_id)
        except Broken:
            return self._disk.readable(campaign_id)[0]

    def _with_current_client(self, change: Change, client_id: str) -> Change:
        """A known client that is chosen comes as it is now, not as whoever chose it saw it."""
        match change:
            case Batch(label, changes):
                parts = (self._with_current_client(part, client_id) for part in changes)
                return Batch(label, tuple(parts))
            case Put(("client",), client) if client.id != client_id:
                return Put(("client",), self.current(client))
            case Put((), campaign) if campaign.client.id != client_id:
                return Put((), replace(campaign, client=self.current(campaign.client)))
            case _:
                return change

    def _share(self, after: Campaign, before: Campaign) -> list[str]:
        """The other open campaigns of a client have its new answers too; which they are."""
        if after.client is before.client:
            return []
        others = {key: it for key, it in self.campaigns.items() if it.client.id == after.client.id}
        changed = [key for key, it in others.items() if it.client != after.client]
        for key in changed:
            self.campaigns[key] = replace(others[key], client=after.client)
        return changed
