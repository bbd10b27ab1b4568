"""Milestones, and above them the plan that shows whether they can be held (S2, L6)."""

from app.campaign import Campaign
from app.place import Place
from app.settings import COUNTRY
from ui.pages.pen import Pen
from ui.pages.rows_item import RowsItem
from ui.settings.working_time import country_name
from ui.timeline.view import PlanView
from ui.where import Screen, Where, at


class TimelineItem(RowsItem):
    """The plan reads most of the campaign, so it shows every change of it."""

    reads = ((),)

    def __init__(self, pen: Pen, place: Place) -> None:
        super().__init__(pen, place)
        self.plan = PlanView(pen.bridge.today)
        self.plan.changed.connect(pen.do)
        self.plan.going.connect(lambda to: self.going.emit(at(pen.campaign_id, to)))
        self.plan.days_wanted.connect(lambda: self.going.emit(Where(Screen.SETTINGS)))
        self.column.insertWidget(0, self.plan)
        self.column.insertSpacing(1, 12)

    def show_campaign(self, campaign: Campaign) -> None:
        super().show_campaign(campaign)
        bridge = self.pen.bridge
        country, _, region = bridge.setting(COUNTRY).partition("-")
        where = ", ".join(part for part in (country and country_name(country), region) if part)
        days = self.tr("Business days, {where}").format(where=where) if where else self.tr("Business days")
        self.plan.show_campaign(campaign, bridge.calendar(campaign), days)
