"""After undo and redo: where one sees what changed, and what is said where no field shows it."""

from PySide6.QtCore import QCoreApplication

from app.pages import page_of
from app.place import CLIENTS, SETTINGS, WORKSPACE
from app.steps import GONE
from app.words import described
from ui.bridge import Bridge
from ui.where import Screen, Where, at

_ARCHIVED = ("archived",)


class TakingBack:
    """Takes the newest step of `owner` back (with `again`: makes it again) and knows what that did. UserError as the
    bridge's."""

    def __init__(self, bridge: Bridge, owner: str, *, again: bool) -> None:
        self._bridge, self._owner, self._again = bridge, owner, again
        self._campaigns: list[str] = []
        self._clients: list[str] = []
        bridge.changed.connect(self._heard)
        try:
            self.place = bridge.redo(owner) if again else bridge.undo(owner)
        finally:
            bridge.changed.disconnect(self._heard)

    def seen(self, here: Where) -> Where:
        """Its page and field; the screen of clients, campaigns or settings; here, if nothing shows it."""
        place = self.place or ()
        client = place[:1] == ("client",)
        if place == GONE:
            return here
        if place[:1] == (CLIENTS,):
            return Where(Screen.CLIENTS, place=(place[1], "client", *place[2:]))
        if self._owner == WORKSPACE:
            return Where(Screen.SETTINGS, place=place) if place[:1] == (SETTINGS,) else Where(Screen.HOME)
        if client and not here.campaign and (here.screen is Screen.CLIENTS or not page_of(place)):
            return Where(Screen.CLIENTS, place=(self._bridge.campaign(self._owner).client.id, *place))
        if page_of(place):
            return at(self._owner, place, guided=here.guided)
        return Where(Screen.HOME) if place == _ARCHIVED and not here.campaign else here

    def told(self, here: Where) -> str:
        """What was done, where the eye would miss it; "" for what is seen in its field."""
        place = self.place or ()
        if place == GONE:
            return _tr("That was deleted for good and cannot be undone.")
        if place[:1] == (CLIENTS,):
            return self._told_clients() if len(place) == 2 else ""
        if self._owner == WORKSPACE:
            return self._told_setting(place[-1]) if place[:1] == (SETTINGS,) else self._told_campaigns()
        if page_of(place):
            return ""
        campaign = self._bridge.campaign(self._owner)
        title = campaign.title or _tr("Untitled campaign")
        if place == _ARCHIVED:
            words = _tr("“{title}” is archived.") if campaign.archived else _tr("“{title}” is back.")
            return words.format(title=title)
        what = described(place, "") or _tr("The campaign")
        if here.campaign:
            return (_tr("Done again: {what}") if self._again else _tr("Undone: {what}")).format(what=what)
        words = _tr("Done again in “{title}”: {what}") if self._again else _tr("Undone in “{title}”: {what}")
        return words.format(title=title, what=what)

    # --- inside ---
    def _heard(self, campaign_id: str, place: object) -> None:
        if campaign_id != WORKSPACE or not isinstance(place, tuple):
            return
        if place[0] == "campaigns":
            self._campaigns.append(place[-1])
        elif place[0] == CLIENTS:
            self._clients.append(place[1])

    def _told_setting(self, key: str) -> str:
        """The keys of settings are words."""
        words = _tr("Done again: {what}") if self._again else _tr("Undone: {what}")
        return words.format(what=_tr(key))

    def _told_campaigns(self) -> str:
        there = [title for title in map(self._title, self._campaigns) if title is not None]
        count = len(self._campaigns)
        if there and count == 1:
            return _tr("“{title}” is back.").format(title=there[0] or _tr("Untitled campaign"))
        if there:
            return _tr("{n} campaigns are back.").format(n=count)
        if count == 1:
            deleted = [row.title for row in self._bridge.deleted() if row.id == self._campaigns[0]]
            if deleted:
                return _tr("“{title}” is deleted.").format(title=deleted[0] or _tr("Untitled campaign"))
            return _tr("The campaign is gone again.")
        return _tr("{n} campaigns are gone again.").format(n=count)

    def _told_clients(self) -> str:
        """One that came or went; or two that were one, or are again."""
        known = {client.id: client.name.strip() for client in self._bridge.clients()}
        names = [known[each] or _tr("No name yet") for each in self._clients if each in known]
        if len(self._clients) == 1:
            return (
                _tr("“{name}” is back.").format(name=names[0]) if names else _tr("The client is gone again.")
            )
        if len(names) == 1:
            return _tr("They are merged into “{name}” again.").format(name=names[0])
        return _tr("“{one}” and “{other}” are two clients again.").format(one=names[0], other=names[1])

    def _title(self, campaign_id: str) -> str | None:
        try:
            return self._bridge.campaign(campaign_id).title
        except KeyError:
            return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("TakingBack", text)
