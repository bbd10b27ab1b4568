"""Export several: which campaigns, which documents, in which formats; how far it is, and what could not be exported."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import UserError
from app.field import Doc
from app.finding import Level
from exporters.delivery import Occupied, Taken
from exporters.order import BatchReport, Bundle, Ordered, Outcome
from ui.bridge import Bridge
from ui.documents.asking import Asking
from ui.documents.batch import Batch, Wish
from ui.documents.campaign_ticks import CampaignTicks
from ui.documents.formats import Formats
from ui.documents.naming import short_name
from ui.documents.occupied import Elsewhere
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.finding import GOOD, FindingLine
from ui.widgets.label import Label
from ui.widgets.laid import empty
from ui.widgets.status import LongWork
from ui.widgets.tick import CheckBox

_EDGE = 40
"""Pixels of the window that stay in sight."""


class BatchSheet(QDialog):
    """Stays open with its report; closing it while it works cancels."""

    said = Signal(str, str, object)

    def __init__(
        self, bridge: Bridge, asking: Asking, parent: QWidget, *, ticked: Collection[str] = ()
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export several campaigns"))
        self._bridge, self._asking = bridge, asking
        self._batch: Batch | None = None
        self.campaigns = CampaignTicks(bridge.rows(order="title"), ticked)
        self.documents = {kind: CheckBox(words) for kind, words in _documents().items()}
        for kind in Doc:
            self.documents[kind].setChecked(True)
        self.formats = Formats()
        self.go = Button("", "primary", glyph="file-down")
        self.close_button = Button(self.tr("Close"))
        self.progress = LongWork()
        self.progress.hide()
        self.report = QVBoxLayout()
        self._lay_out()
        self._listen()
        self._tell()

    @property
    def busy(self) -> bool:
        return self._batch is not None

    @property
    def told(self) -> list[str]:
        """The lines of the report."""
        return [each.message for each in self.findChildren(FindingLine) if not each.isHidden()]

    def start(self) -> None:
        """Asks for a folder and exports what is ticked there."""
        folder = self._asking.folder(self)
        if folder is None or self.busy:
            return
        documents: tuple[Ordered, ...] = tuple(
            kind for kind, box in self.documents.items() if box.isChecked()
        )
        self._begin(
            Wish(self.campaigns.ticked(), documents, self.formats.value(), self.formats.csv_form, folder)
        )

    # --- inside ---
    def _begin(self, wish: Wish) -> None:
        batch = self._batch = Batch(self._bridge, wish, self)
        batch.stepped.connect(self._step)
        batch.finished.connect(partial(self._finished, wish))
        batch.refused.connect(partial(self._refused, wish))
        self._show_busy(True)
        batch.start()

    def _step(self, done: int, total: int, name: str) -> None:
        words = self.tr("{n} of {total}: {name}").format(n=done + 1, total=total, name=_cut(name))
        self.progress.show_progress(done / max(total, 1), words)

    def _finished(self, wish: Wish, report: object) -> None:
        assert isinstance(report, BatchReport)
        self._end()
        whole = len(report.outcomes) - len(report.failed)
        words = self.tr("Exported 1 campaign.") if whole == 1 else self.tr("Exported {n} campaigns.")
        if report.cancelled:
            words = self.tr("Cancelled. {done}").format(done=words)
        show = self.tr("Show in folder") if report.files else ""
        self._say(GOOD if whole else Level.WARNING, words.format(n=whole), show, wish)
        for each in report.failed:
            self._say_failed(each)

    def _say_failed(self, outcome: Outcome) -> None:
        words = self.tr("“{title}” was not exported: {why}").format(
            title=outcome.title or self.tr("Untitled campaign"), why=outcome.error
        )
        self._say(Level.PROBLEM, words)

    def _refused(self, wish: Wish, error: UserError) -> None:
        self._end()
        if not isinstance(error, Occupied):
            self._say(Level.PROBLEM, str(error))
            return
        answer = self._asking.occupied(self, error)
        if isinstance(answer, Taken):
            self._begin(replace(wish, taken=answer))
        elif answer is Elsewhere.ANOTHER_FOLDER:
            self.start()

    def _say(self, level: Level | str, words: str, action: str = "", wish: Wish | None = None) -> None:
        line = FindingLine(self)
        self.report.addWidget(line)
        line.say(level, words, action)
        if wish is not None:
            line.acted.connect(lambda: self._asking.show_folder(wish.folder))

    def _end(self) -> None:
        batch, self._batch = self._batch, None
        if batch is not None:
            batch.deleteLater()
        self._show_busy(False)

    def _show_busy(self, busy: bool) -> None:
        if busy:
            empty(self.report)
            self.progress.show_progress(0, self.tr("Exporting…"))
        self.progress.setVisible(busy)
        for each in (self.campaigns, self.formats, *self.documents.values()):
            each.setEnabled(not busy)
        self._tell()
        target: QWidget = self.progress.findChildren(Button)[0] if busy else self.go
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        """The button says how many; without any, a document and a format there is nothing to do."""
        count = len(self.campaigns.ticked())
        words = self.tr("Export 1 campaign") if count == 1 else self.tr("Export {n} campaigns")
        self.go.setText(words.format(n=count))
        self.go.setAccessibleName(words.format(n=count))
        chosen = any(box.isChecked() for box in self.documents.values())
        self.go.setEnabled(bool(count and chosen and self.formats.value()) and not self.busy)

    def _listen(self) -> None:
        self.campaigns.changed.connect(self._tell)
        self.formats.changed.connect(self._tell)
        for box in self.documents.values():
            box.toggled.connect(self._tell)
        self.go.clicked.connect(self.start)
        self.close_button.clicked.connect(self.close)
        self.progress.cancelled.connect(self._cancel)

    def _cancel(self) -> None:
        if self._batch is not None:
            self._batch.cancel()

    def _lay_out(self) -> None:
        what = QVBoxLayout()
        what.setSpacing(8)
        what.addWidget(Label(self.tr("Documents"), "label"))
        for box in self.documents.values():
            what.addWidget(box)
        what.addSpacing(10)
        what.addWidget(Label(self.tr("Formats"), "label"))
        what.addWidget(self.formats)
        what.addStretch()
        side = QWidget()
        side.setLayout(what)
        side.setFixedWidth(current().px(250))
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self.campaigns, 1)
        middle.addWidget(_scrolled(side))
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(self.windowTitle(), "campaign"))
        column.addLayout(middle, 1)
        column.addWidget(self.progress)
        column.addLayout(self.report)
        column.addLayout(foot)
        self.resize(self._fitting(QSize(current().px(720), current().px(520))))

    def _fitting(self, wanted: QSize) -> QSize:
        """No larger than the window it stands over."""
        over = self.parentWidget()
        room = over.window().size() - QSize(_EDGE, _EDGE) if over else wanted
        return wanted.boundedTo(room.expandedTo(QSize(2 * _EDGE, 2 * _EDGE)))

    def done(self, result: int) -> None:
        """Closed or left with Escape."""
        self._cancel()
        super().done(result)


def _scrolled(inner: QWidget) -> QScrollArea:
    """Large text has room too."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setFixedWidth(inner.maximumWidth() + 16)
    area.setWidget(inner)
    return area


def _documents() -> dict[Ordered, str]:
    fitting = QCoreApplication.translate("BatchSheet", "Pack for who executes it")
    return {**{kind: short_name(kind) for kind in Doc}, Bundle.PACK: fitting}


def _cut(name: str) -> str:
    return name if len(name) <= 60 else f"…{name[-59:]}"
