"""Who: one role or several, as chips; a menu of the campaign's roles sets them. Other rows are chosen in the same way."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from ui.widgets.button import Button
from ui.widgets.flow import Across
from ui.widgets.laid import empty, laid
from ui.widgets.tip import tip

_MNEMONIC = Qt.TextFlag.TextShowMnemonic.value


class PeopleField(QWidget):
    """`edited` brings a person's id (or "") where one may be named, a tuple of ids where several may."""

    edited = Signal(object)
    role_wanted = Signal()
    """The person chose "New role"."""

    def __init__(
        self,
        *,
        several: bool = False,
        add: str = "",
        known: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`add`: other words for the button that adds one; beside a role it then is a plus alone. `known`: only what is
        there can be chosen, nobody new."""
        super().__init__(parent)
        self._add, self._known = add, known
        self._several = several
        self._roles: tuple[tuple[str, str], ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._flow = Across(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build()

    def value(self) -> str | tuple[str, ...]:
        return self._chosen if self._several else "".join(self._chosen[:1])

    def show_roles(self, roles: Sequence[tuple[str, str]]) -> None:
        """The campaign's roles: (id, words). Those that are not chosen are seen in the menu only."""
        before = self._shown()
        self._roles = tuple(roles)
        if self._shown() != before:
            self._build()

    def show_value(self, value: str | Sequence[str]) -> None:
        chosen = ((value,) if value else ()) if isinstance(value, str) else tuple(value)
        if chosen != self._chosen:
            self._chosen = chosen
            self._build()

    def menu(self) -> QMenu:
        """The roles, ticked where they are chosen, and a way to add one."""
        menu = QMenu(self)
        for person, words in self._roles:
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(person in self._chosen)
            action.triggered.connect(lambda _on=False, person=person: self._toggle(person))
            menu.addAction(action)
        if not self._known:
            menu.addSeparator()
            menu.addAction(self.tr("New role…"), self.role_wanted.emit)
        return menu

    def _toggle(self, person: str) -> None:
        if person in self._chosen:
            chosen = tuple(each for each in self._chosen if each != person)
        else:
            chosen = (*self._chosen, person) if self._several else (person,)
        self.show_value(chosen)
        self.edited.emit(self.value())

    def _build(self) -> None:
        had_focus = any(child.hasFocus() for child in self.findChildren(Button))
        empty(self._flow)
        for words in self._shown():
            self._flow.addWidget(self._button(words, "role"))
        if self._several or not self._chosen:
            bare = bool(self._add and self._chosen)
            self._flow.addWidget(self._button(self._add or self.tr("Add role"), "dashed", "plus", bare=bare))
        self._flow.invalidate()
        self.updateGeometry()
        if had_focus:
            self._last().setFocus()

    def _shown(self) -> list[str]:
        words = dict(self._roles)
        return [words.get(person, person) for person in self._chosen]

    def _button(self, words: str, role: str, glyph: str = "", *, bare: bool = False) -> Button:
        button = _Choice(words, role, glyph=glyph, small=True, bare=bare, parent=self)
        button.clicked.connect(lambda: self._open(button))
        opens = self.tr("Opens the list") if self._known else self.tr("Opens the list of roles")
        button.setAccessibleDescription(opens)
        button.show()
        return button

    def _last(self) -> Button:
        last = laid(self._flow)[-1]
        assert isinstance(last, Button)
        return last

    def _open(self, button: Button) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))


class _Choice(Button):
    """Names longer than their place end in an ellipsis; the whole is in the tooltip."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        if not option.icon.isNull() or not option.text:
            super().paintEvent(_event)
            return
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        whole = option.text
        option.text = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room, _MNEMONIC)
        self.setToolTip(tip(self.accessibleName()) if option.text != whole else "")
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
