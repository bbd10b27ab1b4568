"""What stands in a layout, without its items.

`QLayout.itemAt` and `takeAt` hand Python an item that Qt ends without a word as soon as its widget goes. PySide keeps that
wrapper under the address; the next object made there is then taken for it and freed twice: this ended the program. So no
item of Qt's layouts ever comes to Python; widgets and layouts do, whose end PySide hears of. A test holds that.
"""

from PySide6.QtWidgets import QLayout, QWidget


def laid(layout: QLayout) -> list[QWidget | QLayout]:
    """Widgets and layouts directly in it, in their order; spacers are none."""
    host = layout.parentWidget()
    parts: list[QWidget | QLayout] = [] if host is None else [*_widgets(host)]
    parts += [each for each in layout.children() if isinstance(each, QLayout)]
    placed = ((layout.indexOf(each), each) for each in parts)
    return [each for at, each in sorted(placed, key=lambda pair: pair[0]) if at >= 0]


def empty(layout: QLayout) -> None:
    """Let go of everything in a layout, layouts in it too."""
    for each in laid(layout):
        if isinstance(each, QLayout):
            empty(each)
            layout.removeItem(each)
            each.deleteLater()
        else:
            layout.removeWidget(each)
            each.hide()
            each.setParent(None)
            each.deleteLater()


def _widgets(host: QWidget) -> list[QWidget]:
    return [each for each in host.children() if isinstance(each, QWidget)]
