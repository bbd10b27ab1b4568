""" "Not relevant here": one finding of one place is quiet from now on; undo brings it back."""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.change import Put
from app.finding import Finding
from ui.pages.pen import Pen
from ui.undoing import Undoing


def silence(finding: Finding, pen: Pen) -> None:
    pen.do(Put(("silenced",), (*pen.campaign.silenced, finding.key)))
    if not pen.taken:
        return
    words = QCoreApplication.translate("Finding", "Finding set aside")
    undo = QCoreApplication.translate("Finding", "Undo")
    pen.said.emit(words, undo, Undoing(pen.bridge, pen.campaign_id))


def not_relevant() -> str:
    """How it is asked for."""
    return QCoreApplication.translate("Finding", "Not relevant here")


def silence_menu(finding: Finding, pen: Pen, below: QWidget) -> None:
    """The menu of a finding, under its sentence."""
    menu = QMenu(below)
    menu.setToolTipsVisible(True)
    menu.addAction(not_relevant(), lambda: silence(finding, pen)).setToolTip(finding.why)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(below.mapToGlobal(QPoint(0, below.height())))
