"""One field of the table, bound to its place in a campaign: shows, writes, points out, and offers the next move."""

from PySide6.QtWidgets import QWidget

from app.campaign import Campaign
from app.field import Field
from app.finding import MISSING, Finding, Level
from app.place import Place
from ui.pages.bound import Bound
from ui.pages.internal_mark import InternalMark, is_offered
from ui.pages.pen import Pen
from ui.pages.pointer import Pointer
from ui.pages.remedy import only_points, sentence, take
from ui.widgets.editors import Editor, editor_for
from ui.widgets.field_frame import FieldFrame
from ui.widgets.text import LineField


class Answer(FieldFrame):
    """A field frame that needs no further wiring; `show_campaign` and `show_finding` only show."""

    def __init__(
        self,
        pen: Pen,
        place: Place,
        field: Field,
        editor: Editor | None = None,
        parent: QWidget | None = None,
    ) -> None:
        made = editor or editor_for(field, day_off=pen.bridge.day_off)
        super().__init__(field, made, parent)
        self.pen, self.place = pen, place
        self.hint.setVisible(False)
        self.mark: InternalMark | None = None
        self._bound = Bound(pen, place, field, made)
        self._pointer = Pointer(self.finding, pen, lambda found: take(found, pen, self))
        made.edited.connect(lambda _value: self.finding.pass_by(True))
        if isinstance(
            made.widget, LineField
        ):  # a day or a number is told when it is left; that is too late for Tab
            made.widget.textEdited.connect(lambda _words: self.finding.pass_by(True))

    def show_campaign(self, campaign: Campaign) -> None:
        self._show_mark(campaign)
        self._bound.show_campaign(campaign)

    def show_finding(self, finding: Finding | None) -> None:
        """At most one; while something is being typed here, what was said stays."""
        if self.pen.held(self.place) or self.trouble:
            return
        waits = finding is not None and finding.rule == MISSING
        self._pointer.show(finding, linked=not waits)
        self.finding.pass_by(finding is not None and only_points(finding))
        if finding is None:
            self.quiet()
        elif waits:
            self.say(Level.GAP, self.tr("Not answered yet"))
        else:
            self.say(finding.level, sentence(finding.message), finding.next_step)

    def focus(self) -> None:
        """The keyboard goes into the editor, to the end of what is written."""
        self._bound.focus()

    def _show_mark(self, campaign: Campaign) -> None:
        """The lock comes when it is first needed: most campaigns stay in the house."""
        if self.mark is None and is_offered(campaign, self.place):
            self.mark = InternalMark(self.pen, self.place, self.field.label, self)
            self.head.insertWidget(1, self.mark)
        if self.mark is not None:
            self.mark.show_campaign(campaign)
