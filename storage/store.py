"""The workspace as `app.session` needs it: campaigns whole, changes one by one, each on the disk when the call returns."""

from functools import cached_property
from typing import Any

from app.change import Change
from app.errors import UserError
from storage import saving, search
from storage.loading import Loader, loader_of
from storage.workspace import Workspace

_TOUCH = "UPDATE campaign SET updated = (SELECT max(updated) + 1 FROM campaign) WHERE id = ?"


class Store:
    """A `Disk` (see `app/session.py`) over an open workspace. `UserError` when the disk refuses; then nothing moved."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._schema = workspace.schema
        self._connection = workspace.connection
        self._client = self._schema.campaign.shared[0]

    def load(self, campaign_id: str) -> Any:
        """The campaign, whole; KeyError if there is none of that id."""
        with self._workspace.reading():
            return self._loader.load(self._connection, campaign_id)

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
            if db.execute(_TOUCH, [campaign.id]).rowcount != 1:
                raise KeyError(campaign.id)
            saving.save(db, self._schema, campaign, change)

    def add(self, campaign: Any) -> None:
        """A new campaign with its ids; its client is made if there is none of that id, else left as it is."""
        client = getattr(campaign, self._client.name)
        known = self._known(client.id)
        with self._workspace.transaction() as db:
            if not known:
                saving.put_client(db, self._schema, client)
            saving.insert_campaign(db, self._schema, campaign)
            db.execute(_TOUCH, [campaign.id])

    def remove(self, campaign_id: str, *, with_client: bool = False) -> None:
        """The campaign goes, and if asked its client, when no other campaign has it."""
        with self._workspace.transaction() as db:
            search.forget(db, campaign_id)
            found = db.execute("SELECT client_id FROM campaign WHERE id = ?", [campaign_id]).fetchone()
            db.execute("DELETE FROM campaign WHERE id = ?", [campaign_id])
            if with_client and found is not None:
                self._remove_client(db, found[0])

    def clients(self, name: str | None = None) -> tuple[Any, ...]:
        """The clients by name, or all of one name; logos included."""
        table = self._schema.shared(self._client_class)
        where, values = ("", []) if name is None else ("WHERE name = ?", [name])
        with self._workspace.reading():
            return self._loader.shared(
                self._connection, table, f"{where} ORDER BY name, id", values
            )

    def setting(self, key: str) -> str | None:
        with self._workspace.reading():
            rows = self._connection.all("SELECT value FROM setting WHERE key = ?", [key])
        return str(rows[0][0]) if rows else None

    def put_setting(self, key: str, value: str | None) -> None:
        """Keep a setting; None takes it away."""
        with self._workspace.transaction() as db:
            db.execute("DELETE FROM setting WHERE key = ?", [key])
            if value is not None:
                db.execute("INSERT INTO setting (key, value) VALUES (?, ?)", [key, value])

    def find(self, query: str, limit: int = 50) -> list[search.Hit]:
        """Search all campaigns; see `storage.search`."""
        with self._workspace.reading():
            return search.find(self._connection, query, limit)

    def rebuild_search(self) -> None:
        """Make the search index anew from the campaigns; it holds nothing else."""
        ids = [row_id for (row_id,) in self._connection.all("SELECT id FROM campaign")]
        with self._workspace.transaction() as db:
            search.clear(db)
            for client in self.clients():
                search.add_object(db, client.id, (self._client.name,), client)
            for row_id in ids:
                saving.index_campaign(db, self._schema, self.load(row_id))

    @cached_property
    def _loader(self) -> Loader:
        return loader_of(self._schema)

    @property
    def _client_class(self) -> type:
        found = self._client.field.rows
        assert found is not None
        return found

    def _known(self, client_id: str) -> bool:
        with self._workspace.reading():
            return bool(self._connection.all("SELECT 1 FROM client WHERE id = ?", [client_id]))

    def _remove_client(self, db: Any, client_id: str) -> None:
        if not db.execute("SELECT 1 FROM campaign WHERE client_id = ?", [client_id]).fetchone():
            search.forget(db, client_id)
            db.execute("DELETE FROM client WHERE id = ?", [client_id])
