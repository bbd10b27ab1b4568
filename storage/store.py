"""The workspace as `app.session` needs it: campaigns whole, changes one by one, each on the disk when the call returns."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date as Day
from functools import cached_property
from typing import Any

from app.change import Change, apply
from app.errors import UserError
from app.field import Kind, fields_of
from app.place import field_at
from app.steps import Regroup
from storage import arriving, damage, deleted, digests, saving, search
from storage.loading import Loader, loader_of
from storage.mark import LIVE
from storage.workspace import Workspace

_NEXT = "UPDATE campaign SET updated = (SELECT max(updated) + 1 FROM campaign)"
_TOUCH = f"{_NEXT} WHERE id = ?"
_CHANGE = f"{_NEXT}, {digests.MIX} WHERE id = ?"
_COME = f"{_NEXT}, digest = ? WHERE id = ?"
_TOUCH_OTHERS = (
    "UPDATE campaign SET updated = marked.at FROM (SELECT id, (SELECT max(updated) FROM campaign) "
    "+ row_number() OVER (ORDER BY updated) AS at FROM campaign WHERE client_id = ? AND id <> ?) AS marked "
    "WHERE campaign.id = marked.id"
)
"""The other campaigns of a client have changed too; among themselves they keep their order."""
_TOUCH_ALL = _TOUCH_OTHERS.replace(" AND id <> ?", "")


class Store:
    """A `Disk` (see `app/session.py`) over an open workspace. `UserError` when the disk refuses; then nothing moved."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._schema = workspace.schema
        self._connection = workspace.connection
        self._client = self._schema.campaign.shared[0]

    def load(self, campaign_id: str) -> Any:
        """The campaign, whole; KeyError if there is none of that id or it is deleted, `Broken` if part cannot be read."""
        with self._workspace.reading():
            return damage.load(self._connection, self._schema, campaign_id)

    def readable(self, campaign_id: str) -> tuple[Any, tuple[str, ...]]:
        """What can be read of a broken campaign, and in words what cannot; KeyError if there is none of that id."""
        with self._workspace.reading():
            return damage.readable(self._connection, self._schema, campaign_id)

    def deleted(self, client_id: str = "") -> list[deleted.DeletedRow]:
        """See `storage.deleted.listed`."""
        with self._workspace.reading():
            return deleted.listed(self._connection, client_id)

    def save(self, campaign: Any, change: Change) -> None:
        """Write one change of the campaign as it is before it; KeyError if the campaign is gone."""
        try:
            self._save(campaign, change)
        except UserError as error:
            if getattr(error.__cause__, "sqlite_errorname", "") != "SQLITE_CORRUPT_VTAB":
                raise
            self.rebuild_search()
            self._save(campaign, change)

    def _save(self, campaign: Any, change: Change) -> None:
        with self._workspace.transaction() as db:
            mixed = digests.change(self._schema, campaign, apply(campaign, change)[0])
            if db.execute(_CHANGE, [mixed, mixed, campaign.id]).rowcount != 1:
                raise KeyError(campaign.id)
            after = saving.save(db, self._schema, campaign, change)
            self._mind_client(db, campaign.id, self._client_of(campaign), self._client_of(after))

    def add(self, campaign: Any) -> None:
        """A new campaign with its ids; its client is made if there is none of that id, else left as it is."""
        self.add_all([campaign])

    def add_all(self, campaigns: Iterable[Any], hidden: frozenset[str] | None = None) -> None:
        """As `add`, all of them or none. `hidden`: nobody sees them before `show_arrived`, and unless that is said they
        are gone when the file is opened next; the ids of those whose client is new and goes with them."""
        with self._workspace.transaction() as db:
            for campaign in campaigns:
                self._insert(db, campaign)
                if hidden is not None:
                    arriving.hide(db, [campaign.id], hidden)

    def show_arrived(self, campaign_ids: Iterable[str]) -> None:
        """What was added hidden is there now."""
        with self._workspace.transaction() as db:
            arriving.show(db, campaign_ids)

    def sweep_arriving(self) -> None:
        """Away with what a killed import left."""
        left = arriving.left(self._connection)
        self.remove_all(left, [row_id for row_id, new in left.items() if new])

    def replace(self, campaign: Any) -> None:
        """A campaign of the file as a whole, whatever can be read of it; KeyError if there is none of that id."""
        with self._workspace.transaction() as db:
            if not db.execute("SELECT 1 FROM campaign WHERE id = ?", [campaign.id]).fetchone():
                raise KeyError(campaign.id)
            self._remove(db, campaign.id)
            self._insert(db, campaign)

    def _insert(self, db: Any, campaign: Any) -> None:
        saving.put_new_client(db, self._schema, self._client_of(campaign))
        saving.insert_campaign(db, self._schema, campaign)
        db.execute(_COME, [digests.of_campaign(self._schema, campaign), campaign.id])

    def remove(self, campaign_id: str, *, with_client: bool = False) -> None:
        """The campaign goes, and if asked its client, when no other campaign has it."""
        self.remove_all([campaign_id], [campaign_id] if with_client else [])

    def remove_all(self, campaign_ids: Iterable[str], with_clients: Iterable[str] = ()) -> None:
        """These campaigns go, all of them or none, and then of their clients those that no campaign has any more:
        the ones without a name, and the clients of `with_clients`."""
        asked = set(with_clients)
        with self._workspace.transaction() as db:
            left = [(self._remove(db, campaign_id), campaign_id in asked) for campaign_id in campaign_ids]
            for client_id, named_too in left:
                self._remove_unused(db, client_id, named_too=named_too)

    def delete_all(self, days: Mapping[str, Day]) -> None:
        """These campaigns go to *Deleted*, all of them or none; KeyError for one that is not there."""
        with self._workspace.transaction() as db:
            deleted.put_away(db, days)
            for campaign_id in days:
                search.forget(db, campaign_id)

    def restore_all(self, campaign_ids: Iterable[str]) -> None:
        """These campaigns are back as they were, broken ones too, all of them or none; KeyError for one that is not in
        *Deleted*."""
        with self._workspace.transaction() as db:
            for campaign_id in campaign_ids:
                deleted.bring_back(db, campaign_id)
                saving.index_campaign(db, self._schema, self.readable(campaign_id)[0])

    def deleted_on(self, campaign_ids: Iterable[str]) -> dict[str, Day]:
        """The days on which these campaigns were deleted; KeyError for one that is not in *Deleted*."""
        days = {row.id: row.day for row in self.deleted()}
        return {campaign_id: days[campaign_id] for campaign_id in campaign_ids}

    def regroup(self, step: Regroup) -> None:
        """See `app.steps.Regroup`. UserError where a campaign is for a client that is to be gone."""
        with self._workspace.transaction() as db:
            known = {client.id: client for client in self.clients()}
            for client in step.clients:
                saving.put_client(db, self._schema, client)
                if client.id in known:
                    digests.change_client(db, self._schema, known[client.id], client)
                db.execute(_TOUCH_ALL, [client.id])
            for campaign_id, client_id in step.campaigns:
                self._move(db, campaign_id, client_id)
            for client_id in step.gone:
                self._remove_client(db, client_id)

    def before(self, step: Regroup) -> Regroup:
        """The step that will take this one back; KeyError for a campaign that is not there."""
        known = {client.id: client for client in self.clients()}
        with self._workspace.reading():
            whose: dict[str, str] = dict(self._connection.all("SELECT id, client_id FROM campaign"))
        changed = (*(client.id for client in step.clients), *step.gone)
        return Regroup(
            tuple(known[each] for each in changed if each in known),
            tuple((campaign_id, whose[campaign_id]) for campaign_id, _ in step.campaigns),
            tuple(client.id for client in step.clients if client.id not in known),
        )

    def _move(self, db: Any, campaign_id: str, client_id: str) -> None:
        """The campaign is for another client."""
        db.execute("UPDATE campaign SET client_id = ? WHERE id = ?", [client_id, campaign_id])
        db.execute(_TOUCH, [campaign_id])

    def _remove_client(self, db: Any, client_id: str) -> None:
        if self.campaigns_of(client_id):
            raise UserError("A campaign is for this client now.", "Give it another client first.")
        db.execute("DELETE FROM client WHERE id = ?", [client_id])
        search.forget(db, client_id)

    def campaigns_of(self, client_id: str) -> list[str]:
        """The campaigns of a client, deleted ones too."""
        with self._workspace.reading():
            found = self._connection.all(
                "SELECT id FROM campaign WHERE client_id = ? ORDER BY id", [client_id]
            )
        return [campaign_id for (campaign_id,) in found]

    def _remove(self, db: Any, campaign_id: str) -> str:
        """The campaign goes; the id of its client."""
        search.forget(db, campaign_id)
        found = db.execute("SELECT client_id FROM campaign WHERE id = ?", [campaign_id]).fetchone()
        db.execute("DELETE FROM campaign WHERE id = ?", [campaign_id])
        return str(found[0]) if found else ""

    def clients(self, name: str | None = None) -> tuple[Any, ...]:
        """The clients by name, or all of one name; logos included."""
        table = self._schema.shared(self._client_class)
        where, values = ("", []) if name is None else ("WHERE name = ?", [name])
        with self._workspace.reading():
            return self._loader.shared(self._connection, table, f"{where} ORDER BY name, id", values)

    def accept(self, found: damage.Damage) -> None:
        """What was changed by another hand is right as it is: its digest is worked out anew."""
        with self._workspace.transaction() as db:
            match found.kind:
                case "campaign":
                    digests.renew(db, self._schema, found.id)
                case "client":
                    digests.renew_client(db, self._schema, found.id)
                case _:
                    digests.renew_settings(db)

    def setting(self, key: str) -> str | None:
        return self._workspace.setting(key)

    def settings_under(self, prefix: str) -> dict[str, str]:
        """All settings whose key begins so."""
        with self._workspace.reading() as connection:
            query = "SELECT key, value FROM setting WHERE substr(key, 1, ?) = ?"
            return dict(connection.all(query, [len(prefix), prefix]))

    def put_setting(self, key: str, value: str | None) -> None:
        """Keep a setting; None takes it away."""
        with self._workspace.transaction() as db:
            mixed = digests.of_setting(key, self.setting(key)) ^ digests.of_setting(key, value)
            db.execute("DELETE FROM setting WHERE key = ?", [key])
            if value is not None:
                db.execute("INSERT INTO setting (key, value) VALUES (?, ?)", [key, value])
            db.execute(digests.MIX_SETTINGS, [mixed, mixed])

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is written meanwhile, or nothing."""
        with self._workspace.transaction():
            yield

    def find(self, query: str, limit: int = 50) -> list[search.Hit]:
        """Search all campaigns; see `storage.search`."""
        with self._workspace.reading():
            return search.find(self._connection, query, limit)

    def row_name(self, hit: search.Hit) -> str:
        """What the row of a hit is called, without loading its campaign; "" where it is in no row that has a name."""
        field = field_at(self._schema.template.campaign, hit.place[:1])
        if field.kind is not Kind.ROWS or field.rows is None or len(hit.place) < 2:
            return ""
        with self._workspace.reading():
            return search.row_name(self._connection, hit, fields_of(field.rows)[0].key)

    def rebuild_search(self) -> None:
        """Make the search index anew from the campaigns; it holds nothing else."""
        ids = [row_id for (row_id,) in self._connection.all(f"SELECT id FROM campaign WHERE {LIVE}")]
        with self._workspace.transaction() as db:
            search.clear(db)
            for client in self.clients():
                search.add_object(db, client.id, (self._client.name,), client)
            for row_id in ids:
                saving.index_campaign(db, self._schema, self.readable(row_id)[0])

    @cached_property
    def _loader(self) -> Loader:
        return loader_of(self._schema)

    @property
    def _client_class(self) -> type:
        found = self._client.field.rows
        assert found is not None
        return found

    def _client_of(self, campaign: Any) -> Any:
        return getattr(campaign, self._client.name)

    def _mind_client(self, db: Any, campaign_id: str, before: Any, after: Any) -> None:
        """A client that says something else has changed all its campaigns; one that was left may have none any more."""
        if before.id != after.id:
            self._remove_unused(db, before.id, named_too=False)
        elif before != after:
            digests.change_client(db, self._schema, before, after)
            db.execute(_TOUCH_OTHERS, [after.id, campaign_id])
            db.execute(_TOUCH, [campaign_id])

    def _remove_unused(self, db: Any, client_id: str, *, named_too: bool) -> None:
        nameless = "" if named_too else "AND trim(name) = '' "
        gone = db.execute(
            f"DELETE FROM client WHERE id = ? {nameless}"
            "AND NOT EXISTS (SELECT 1 FROM campaign WHERE client_id = client.id)",
            [client_id],
        )
        if gone.rowcount:
            search.forget(db, client_id)
