"""One backup in the list: when and why it was made, and what is inside as soon as it is known."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from storage.backup_folder import Backup, Why
from storage.contents import Contents
from ui.asking import moment
from ui.theme import current
from ui.widgets.sides import leading

type Index = QModelIndex | QPersistentModelIndex

_WHY, _INSIDE, _TONE = (Qt.ItemDataRole.UserRole + number for number in range(1, 4))
_HIGH, _AIR, _LINE = 54, 12, 20
_INK = {"": "ink2", "bad": "bad"}


@dataclass(slots=True)
class Known:
    """What is known of a backup: nothing yet, what is inside, or why it cannot be used."""

    backup: Backup
    inside: Contents | None = None
    fault: str = ""

    @property
    def whole(self) -> bool:
        return self.inside is not None


class BackupItem(QListWidgetItem):
    """Shows a `Known`, anew whenever more of it is known."""

    def __init__(self, known: Known, now: datetime) -> None:
        super().__init__()
        self.known = known
        self.show_known(now)

    def show_known(self, now: datetime) -> None:
        known = self.known
        told = (when(known.backup, now), why(known.backup), inside(known, now))
        self.setText(told[0])
        self.setData(_WHY, told[1])
        self.setData(_INSIDE, told[2])
        self.setData(_TONE, "bad" if known.fault else "")
        self.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, told)))


def when(backup: Backup, now: datetime) -> str:
    told = moment(backup.taken, now)
    return _tr("Today, {time}").format(time=told) if backup.taken.date() == now.date() else told


def why(backup: Backup) -> str:
    return {
        Why.AUTOMATIC: _tr("Automatic"),
        Why.HAND: _tr("By hand") if backup.ours else backup.path.stem,
        Why.IMPORT: _tr("Before an import"),
        Why.RESTORE: _tr("Before a restore"),
        Why.DELETION: _tr("Before a deletion"),
        Why.UPDATE: _tr("Before a newer Baton changed the file"),
    }[backup.why]


def inside(known: Known, now: datetime) -> str:
    """The second line."""
    if known.fault:
        return known.fault
    size = QLocale().formattedDataSize(known.backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    if known.inside is None:
        return _tr("Looking inside…")
    count = known.inside.campaigns
    campaigns = _tr("1 campaign") if count == 1 else _tr("{n} campaigns").format(n=count)
    title = known.inside.title or _tr("Untitled campaign")
    last = _tr("last edited: {title}, {when}").format(title=title, when=moment(known.inside.edited, now))
    deleted = _tr("{n} in Deleted").format(n=known.inside.deleted) if known.inside.deleted else ""
    return " · ".join(filter(None, (campaigns, deleted, last if count else "", size)))


class BackupDelegate(QStyledItemDelegate):
    """Two lines: when, and why in a quieter colour; then what is inside."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, current().px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = current()
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.colour("pri_t"))
        air, line = look.px(_AIR), look.px(_LINE)
        room = option.rect.adjusted(air, 0, -air, 0)
        top = room.center().y() - line
        first, second = (QRect(room.left(), top + each * line, room.width(), line) for each in (0, 1))
        painter.setFont(look.font(13, 500))
        used = _write(painter, first, str(index.data()), "ink", mirrored=mirrored) + look.px(10)
        rest = first.adjusted(0, 0, -used, 0) if mirrored else first.adjusted(used, 0, 0, 0)
        painter.setFont(look.font(12))
        _write(painter, rest, str(index.data(_WHY)), "ink2", mirrored=mirrored)
        tone = str(index.data(_TONE))
        _write(painter, second, str(index.data(_INSIDE)), _INK[tone], mirrored=mirrored)
        painter.restore()


def _write(painter: QPainter, room: QRect, words: str, ink: str, *, mirrored: bool) -> int:
    """One line, cut where there is no room; how wide it is."""
    painter.setPen(current().colour(ink))
    words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    painter.drawText(room, leading(mirrored) | Qt.AlignmentFlag.AlignVCenter, words)
    return painter.fontMetrics().horizontalAdvance(words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
