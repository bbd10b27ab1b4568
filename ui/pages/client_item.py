"""Whose campaign it is: one of the clients of the workspace, or a new one, by name."""

from app.campaign import Brand, Campaign, Client
from app.change import Change, Put
from app.place import Place
from ui.pages.field_item import FieldItem
from ui.pages.pen import Pen
from ui.widgets.editors import Editor
from ui.widgets.named import NamedField


class ClientItem(FieldItem):
    """A known name chooses that client; another name is a new client, or gives one to a client that had none yet."""

    reads = (("client",),)

    def __init__(self, pen: Pen, place: Place) -> None:
        self.name = NamedField()
        editor = Editor(self.name, self.name.value, self.name.show_value)
        self.name.named.connect(self.choose)
        self.name.worded.connect(lambda words: pen.word(place, words))
        super().__init__(pen, place, editor)
        self.name.line.setPlaceholderText(self.answer.field.question)
        self.name.line.setAccessibleName(self.answer.field.label)

    def show_campaign(self, campaign: Campaign) -> None:
        self.name.show_names([each.name for each in self.pen.bridge.clients() if each.name.strip()])
        self.name.show_value(campaign.client.name)
        if not self.pen.held(self.place) and not self.pen.bridge.readonly and not self.name.line.hasFocus():
            self.name.show_words(self.pen.words(self.place))

    def is_open(self, campaign: Campaign) -> bool:
        return not campaign.client.name.strip()

    def flush(self) -> None:
        self.name.take()

    def choose(self, words: str) -> None:
        """The campaign is for the client of that name."""
        change = self._change(words)
        if change is not None:
            self.pen.do(change)

    def _change(self, words: str) -> Change | None:
        now = self.pen.campaign.client
        if words == now.name:
            return None
        known = next((each for each in self.pen.bridge.clients() if _same(each.name, words)), None)
        if words and known is not None and known.id != now.id:
            return Put(("client",), known)
        if not now.name.strip() or _same(now.name, words) or self._only_a_name(now):
            return Put(("client", "name"), words)
        return Put(("client",), Client(id=self.pen.bridge.new_id(), name=words))

    def _only_a_name(self, client: Client) -> bool:
        """Nothing else is known of it and no other campaign is for it: another name corrects it."""
        theirs = [row for row in self.pen.bridge.rows(archived=None) if row.client == client.name]
        return client.brand == Brand() and len(theirs) == 1


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
