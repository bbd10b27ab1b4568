"""Looks at a screen as it is laid out: what is cut, what lies over its neighbour, what hides behind a scroll bar."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from ui.preview import LivePreview
from ui.widgets.chip import Chip
from ui.widgets.dates import DateField
from ui.widgets.label import ShortLabel

SLACK = 2
"""Pixels that nobody sees."""
_OWN = (QAbstractScrollArea, QComboBox, QLineEdit, QStackedWidget, QTabBar, QAbstractButton)
"""What places its own parts, one over the other where it means to."""


def faults(screen: QWidget) -> list[str]:
    """Everything that is wrong with it, each in a line that names the widget."""
    found = [*_cut(screen), *_over(screen), *_outside(screen), *_sideways(screen), *_tabs(screen)]
    return sorted(set(found))


def _seen(screen: QWidget) -> Iterator[QWidget]:
    return (each for each in screen.findChildren(QWidget) if each.isVisible() and not each.size().isEmpty())


def _cut(screen: QWidget) -> Iterator[str]:
    for each in _seen(screen):
        asked = each.sizeHint()
        match each:
            case ShortLabel():
                continue
            case QLabel() if each.text() and each.wordWrap():
                short = each.heightForWidth(each.width()) > each.height() + SLACK
            case QLabel() if each.text():
                short = asked.width() > each.width() + SLACK or asked.height() > each.height() + SLACK
            case QPushButton() if each.text():
                short = asked.width() > each.width() + SLACK or asked.height() > each.height() + SLACK
            case Chip():
                short = asked.width() > each.width() + SLACK
            case DateField():
                short = each.minimumSizeHint().width() > each.width()
            case _:
                continue
        if short:
            yield f"cut: {_name(each)} {each.width()}x{each.height()}, asks {asked.width()}x{asked.height()}"


def _over(screen: QWidget) -> Iterator[str]:
    for parent in [screen, *_seen(screen)]:
        if isinstance(parent, _OWN):
            continue
        parts = [
            each for each in parent.children() if isinstance(each, QWidget) and each in set(_seen(screen))
        ]
        for number, one in enumerate(parts):
            for other in parts[number + 1 :]:
                shared = one.geometry() & other.geometry()
                if min(shared.width(), shared.height()) > SLACK and not _means_to(one, other):
                    yield f"over: {_name(one)} and {_name(other)}"


def _means_to(*parts: QWidget) -> bool:
    """What lies over its neighbours on purpose, and can be closed."""
    through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    return any(isinstance(each, LivePreview) or each.testAttribute(through) for each in parts)


def _outside(screen: QWidget) -> Iterator[str]:
    for each in _seen(screen):
        parent = each.parentWidget()
        if (
            parent is None
            or isinstance(parent, _OWN)
            or isinstance(parent.parentWidget(), QAbstractScrollArea)
        ):
            continue
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not room.contains(each.geometry()):
            yield f"outside: {_name(each)} {_words(each.geometry())} of {parent.width()}x{parent.height()}"


def _sideways(screen: QWidget) -> Iterator[str]:
    for each in _seen(screen):
        if isinstance(each, QScrollArea):
            body = each.widget()
            wide = body is not None and body.minimumSizeHint().width() > each.viewport().width() + SLACK
            if each.horizontalScrollBar().maximum() > 0 or wide:
                yield f"sideways: {_name(each)}"


def _tabs(screen: QWidget) -> Iterator[str]:
    for each in _seen(screen):
        if isinstance(each, QTabBar):
            shown = [index for index in range(each.count()) if each.isTabVisible(index)]
            wide = sum(each.tabRect(index).width() for index in shown)
            if wide > each.width() + SLACK:
                yield f"tabs: {_name(each)} {wide} of {each.width()}"
            for index in shown:
                if each.tabRect(index).width() < each.tabSizeHint(index).width():
                    yield f"tabs: {each.tabText(index)} is narrower than its words"


def _name(widget: QWidget) -> str:
    words = getattr(widget, "text", "")
    words = words() if callable(words) else words
    above = widget.parentWidget()
    within = f" in {type(above).__name__}" if above is not None else ""
    return f"{type(widget).__name__} {str(words)[:40]!r}{within}"


def _words(box: QRect) -> str:
    return f"{box.width()}x{box.height()}+{box.x()}+{box.y()}"
