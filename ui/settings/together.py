"""How teams of this workspace work together, told once; a campaign that differs says so itself (T1)."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.campaign import Standards
from app.field import fields_of
from app.standards import KEYS
from ui.bridge import Bridge
from ui.widgets.card import Card
from ui.widgets.field_frame import FieldFrame
from ui.widgets.text import TextField


class TogetherCard(Card):
    """The four standards as fields; each is kept when it is left."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("TogetherCard", "Working together")
        note = QCoreApplication.translate("TogetherCard", "in every campaign that says nothing else")
        super().__init__(title, note, parent=parent)
        self._bridge = bridge
        self._frames = {field.key: FieldFrame(field) for field in fields_of(Standards)}
        for frame in self._frames.values():
            widget = frame.editor.widget
            assert isinstance(widget, TextField)
            widget.setPlaceholderText(frame.field.strong)
            widget.installEventFilter(self)
            self.body.addWidget(frame)

    def arrive(self) -> None:
        for key, frame in self._frames.items():
            frame.show_value(self._bridge.setting(KEYS[key]))

    def leave(self) -> None:
        for key in self._frames:
            self._keep(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.leave()
        return super().eventFilter(watched, event)

    def _keep(self, key: str) -> None:
        said = str(self._frames[key].value())
        if said != self._bridge.setting(KEYS[key]):
            self._bridge.put_setting(KEYS[key], said)
