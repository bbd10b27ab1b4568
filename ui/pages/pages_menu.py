"""Every page of every step, to go to at once: in the guide, in free editing and beside the documents."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.campaign import Campaign
from app.pages import PAGES, STEPS, Page, answered, pages_of


def pages_menu(
    parent: QWidget, campaign: Campaign, here: str, shown: Sequence[Page], chosen: Callable[[str], object]
) -> QMenu:
    """`here` is the key of the page at hand; pages that are not `shown` can be added by going to them."""
    menu = QMenu(parent)
    menu.setProperty("role", "pages")  # what is disabled in it are headings, and headings are read
    menu.setToolTipsVisible(True)
    for page in PAGES:
        if page is pages_of(page.step)[0]:
            menu.addSeparator()
            words = f"{page.step}  {STEPS[page.step - 1]}".replace("&", "&&")
            menu.addAction(words).setEnabled(False)
        action = menu.addAction(_entry(campaign, page, shown).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(page.key == here)
        action.triggered.connect(lambda _on=False, key=page.key: chosen(key))
        if page.key == here:
            menu.setActiveAction(action)
    return menu


def _entry(campaign: Campaign, page: Page, shown: Sequence[Page]) -> str:
    done, total = answered(campaign, page)
    if page not in shown:
        return f"{page.title}\t{_tr('Add later')}"
    if page.key in campaign.later and not done:
        return f"{page.title}\t{_tr('left for later')}"
    return f"{page.title}\t{_tr('{done} of {total}').format(done=done, total=total)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("PagesMenu", text)
