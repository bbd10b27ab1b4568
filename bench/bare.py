"""The floor of a start: a bare Qt window with as many widgets of the same kinds, and nothing of Baton."""

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

LABELS, BUTTONS, ACTIONS, ROWS = 24, 16, 40, 100


def bare_window() -> tuple[QApplication, QMainWindow]:
    """A window with menus, a side, two choices and a list of a hundred lines."""
    app = QApplication([])
    window = QMainWindow()
    menu = window.menuBar().addMenu("Campaign")
    for number in range(ACTIONS):
        action = QAction(f"Action {number}", window)
        action.setShortcut(QKeySequence(f"Ctrl+Shift+{chr(65 + number)}") if number < 26 else QKeySequence())
        menu.addAction(action)
    stack = QStackedWidget()
    stack.addWidget(_list())
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.addWidget(_side())
    row.addWidget(stack, 1)
    window.setCentralWidget(middle)
    window.resize(1280, 800)
    window.show()
    return app, window


def _side() -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    for number in range(BUTTONS):
        column.addWidget(QPushButton(f"Button {number}"))
    column.addWidget(_view(BUTTONS))
    return side


def _list() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for number in range(LABELS):
        column.addWidget(QLabel(f"Label {number}"))
    for _ in range(2):
        choice = QComboBox()
        choice.addItems(["All", "Some"])
        column.addWidget(choice)
    column.addWidget(_view(ROWS), 1)
    return page


def _view(rows: int) -> QListView:
    view = QListView()
    view.setModel(QStringListModel([f"Campaign {number}" for number in range(rows)], view))
    return view
