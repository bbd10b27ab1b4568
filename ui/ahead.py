"""What a first click would wait for is done before it, in the window's thread because it is of Qt: one piece a turn."""

import gc
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.window import Window

PIECES = (
    "ui.widgets.text",
    "ui.widgets.dates",
    "ui.widgets.field_frame",
    "ui.pages.answer",
    "ui.widgets.cells",
    "ui.widgets.pick",
    "ui.widgets.table_delegate",
    "ui.widgets.row_editor",
    "ui.widgets.grid",
    "ui.widgets.table",
    "ui.pages.rows_item",
    "ui.pages.kickoff_items",
    "ui.pages.raci_item",
    "ui.pages.stages_item",
    "ui.timeline.chart",
    "ui.timeline.view",
    "ui.pages.deliverables_item",
    "ui.settings.working_time",
    "ui.pages.build",
    "PySide6.QtPdf",
    "ui.paper.sheets",
    "ui.preview",
    "ui.guide.inline",
    "ui.pages.section_view",
    "ui.guide.view",
    "ui.importing",
    "ui.file_deeds",
    "ui.deleting",
    "ui.deeds",
    "PySide6.QtPrintSupport",
    "ui.documents.asking",
    "ui.documents.export_panel",
    "ui.documents.contents_panel",
    "ui.documents.look_panel",
    "ui.documents.column",
    "ui.documents.making",
    "ui.documents.view",
    "ui.settings.view",
    "ui.clients",
    "ui.widgets.search",
    "ui.quick",
    "ui.widgets.toast",
    "ui.taking_back",
)
"""Modules in an order in which none brings many others with it."""
VIEWS = ("page", "guide", "documents", "settings", "clients")
BREATH = 20
"""Milliseconds between two pieces: what a person does comes in between."""


class Ahead(QObject):
    """Begins with `start`, when nothing else is loading; `left` is how many pieces there still are."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        loads: list[Callable[[], object]] = [partial(import_module, name) for name in PIECES]
        views: list[Callable[[], object]] = [partial(window.prepare, kind) for kind in VIEWS]
        self._pieces = [*loads, *views]
        self._breath = QTimer(self, singleShot=True, interval=BREATH)
        self._breath.timeout.connect(self._next)

    @property
    def left(self) -> int:
        return len(self._pieces)

    def start(self) -> None:
        self._breath.start()

    def _next(self) -> None:
        if not self._pieces:
            gc.freeze()  # what is loaded now stays to the end: no look for garbage goes through it again
            return
        self._pieces.pop(0)()
        QTimer.singleShot(0, self._breath, self._breath.start)
