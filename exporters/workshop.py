"""One campaign on the bench: every document of it is built, fitted and set once, however often an order needs it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from app.campaign import Campaign, Person
from app.campaign_file import write_campaign
from app.disclosure import for_vendor, plan_for_vendor
from app.document import Document
from app.documents import Edition, build, build_pack
from app.documents.wording import words_for
from app.field import Doc, Pack
from app.happenings import happenings
from app.plan_words import plan_words
from app.schedule import Plan, plan
from app.standards import KEYS, with_standards
from app.tasks import tasks
from app.text import slug
from app.vendors import vendor_of, vendors
from exporters import docx, ics, markdown, pdf, tasks_csv
from exporters.filename import file_name
from exporters.fit import Fit, fit
from exporters.order import Made, Order
from exporters.pdf import Volume

NAMES: dict[Doc | Pack, str] = {
    Doc.BRIEF: "strategic-context-brief",
    Doc.CHECKLIST: "execution-requirements-checklist",
    Doc.CRITERIA: "success-criteria-definition",
    Pack.INTERNAL: "internal-handoff-pack",
    Pack.VENDOR: "vendor-briefing-pack",
}
ENCLOSED: dict[Pack, tuple[Doc, ...]] = {Pack.INTERNAL: tuple(Doc), Pack.VENDOR: (Doc.CHECKLIST,)}
"""What goes with a pack. A vendor has the background in the briefing; brief and criteria tell of the client's business."""
_LONGEST_ROLE = 30


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A document of a campaign for somebody. `bound`: it goes out with others and names them."""

    kind: Doc | Pack
    audience: Pack = Pack.INTERNAL
    bound: bool = False


class Workshop:
    """Makes the files of one campaign. `now`: the moment of the calendar entries, aware of its time zone."""

    def __init__(
        self, campaign: Campaign, edition: Edition, order: Order, now: datetime | None = None
    ) -> None:
        self.saved, self.edition, self.order = campaign, edition, order
        self.now = now or datetime.combine(edition.day, time(9), UTC)
        self._whole = _with_standards(campaign, order)
        self._campaigns: dict[Pack, Campaign] = {}
        self._plan: Plan | None = None
        self._volumes: dict[Sheaf, tuple[Volume, Fit | None]] = {}
        self._made: dict[tuple[Sheaf, str], Made] = {}
        self._words = plan_words(words_for(edition.language).code)

    # --- what there is to say ------------------------------------------------------------------------------------
    def campaign(self, audience: Pack) -> Campaign:
        """The campaign as somebody may read it."""
        if audience not in self._campaigns:
            vendor = audience is Pack.VENDOR
            self._campaigns[audience] = for_vendor(self._whole, self.order.vendor) if vendor else self._whole
        return self._campaigns[audience]

    def plan(self, audience: Pack) -> Plan:
        """The plan of the whole campaign, also for a vendor: as far as the days of it may be told."""
        if self._plan is None:
            self._plan = plan(self._whole, self.edition.calendar)
        if audience is Pack.INTERNAL:
            return self._plan
        return plan_for_vendor(self._plan, self._whole, self.campaign(audience))

    def volume(self, sheaf: Sheaf) -> Volume:
        """A document, fitted to its page where it has to."""
        return self._fitted(sheaf)[0]

    def overflow(self) -> str:
        """The sentence about a brief that is too long, of all that was made so far."""
        found = [each.sentence() for _, each in self._volumes.values() if each and not each.fits]
        return " ".join(dict.fromkeys(found))

    def missing(self) -> int:
        """Answers missing in all documents made so far."""
        counts = {(sheaf.kind, sheaf.audience): each for sheaf, (each, _) in self._volumes.items()}
        return sum(each.document.missing for each in counts.values())

    def _fitted(self, sheaf: Sheaf) -> tuple[Volume, Fit | None]:
        if sheaf not in self._volumes:
            document = self._built(sheaf)
            found = fit(document, self.order.paper) if document.side else None
            if found and not found.fits:
                said = document.overflow_label.format(lines=found.over)
                footer = f"{document.footer}. {said}"
                document = replace(document, footer=footer)
            volume = Volume(document, found.level, found.gap) if found else Volume(document)
            self._volumes[sheaf] = (volume, found)
        return self._volumes[sheaf]

    def _built(self, sheaf: Sheaf) -> Document:
        if isinstance(sheaf.kind, Pack):
            titles = words_for(self.edition.language).titles
            enclosed = tuple(titles[each] for each in self.enclosed(sheaf.kind)) if sheaf.bound else ()
            vendor = self.order.vendor if sheaf.kind is Pack.VENDOR else ""
            return build_pack(self._whole, sheaf.kind, self.edition, vendor, enclosed=enclosed)
        edition = (
            replace(self.edition, plan=self.plan(sheaf.audience))
            if sheaf.audience is Pack.VENDOR
            else self.edition
        )
        return build(self.campaign(sheaf.audience), sheaf.kind, edition)

    # --- files ---------------------------------------------------------------------------------------------------
    def name(self, last: str, ending: str, audience: Pack = Pack.INTERNAL) -> str:
        """`client-campaign-document-vVersion.pdf`; a vendor's says for whom."""
        return file_name(self.called(audience), last + self._for(audience), ending)

    def document_name(self, sheaf: Sheaf, ending: str, more: str = "") -> str:
        last = f"{NAMES[sheaf.kind]}{more}{self._for(sheaf.audience)}-v{self.edition.version}"
        return file_name(self.called(sheaf.audience), last, ending)

    def called(self, audience: Pack | None = None) -> tuple[str, str]:
        """What names begin with, those of the order without an audience; a client or a title that stays in the house is
        not in a vendor's."""
        campaign = self.campaign(audience or self.order.audience(self.saved))
        return campaign.client.name, campaign.title

    def _for(self, audience: Pack) -> str:
        """Two vendors of one role are told apart: their files may lie in one folder."""
        if audience is Pack.INTERNAL:
            return ""
        person = vendor_of(self.campaign(audience), self.order.vendor)
        role = _short(person) if person else "vendor"
        others = [each.id for each in vendors(self._whole) if _short(each) == role]
        number = others.index(self.order.vendor) + 1 if self.order.vendor in others else 1
        return f"-for-{role}" + (f"-{number}" if number > 1 else "")

    def rendered(self, sheaf: Sheaf, ending: str, name: str) -> Made:
        """A document as file, set once."""
        key = (sheaf, ending)
        if key not in self._made:
            self._made[key] = self._rendered(sheaf, ending)
        return replace(self._made[key], name=name)

    def _rendered(self, sheaf: Sheaf, ending: str) -> Made:
        volume, order = self.volume(sheaf), self.order
        document = volume.document
        if ending == "md":
            return Made("", markdown.render(document), document.title)
        if ending == "docx":
            data = docx.render(
                document,
                paper=order.paper,
                level=volume.level,
                gap=volume.gap,
                embed_fonts=order.embed_fonts,
                fields=order.fields,
            )
            return Made("", data, document.title)
        made = pdf.render(document, paper=order.paper, level=volume.level, gap=volume.gap)
        return Made("", made.data, document.title, made.unprintable)

    def bound(self, audience: Pack, name: str) -> Made:
        """A pack and what goes with it as one PDF."""
        volumes = [self.volume(each) for each in self.members(audience)]
        made = pdf.bind(volumes, paper=self.order.paper)
        return Made(name, made.data, volumes[0].document.title, made.unprintable, together=True)

    def members(self, audience: Pack) -> tuple[Sheaf, ...]:
        """The documents of a pack, the pack itself first."""
        enclosed = (Sheaf(each, audience) for each in self.enclosed(audience))
        return (Sheaf(audience, audience, bound=True), *enclosed)

    def enclosed(self, audience: Pack) -> tuple[Doc, ...]:
        """The documents that go with a pack."""
        more = audience is Pack.VENDOR and self.order.with_criteria
        return (*ENCLOSED[audience], Doc.CRITERIA) if more else ENCLOSED[audience]

    def calendar(self, audience: Pack, name: str) -> Made:
        campaign = self.campaign(audience)
        entries = happenings(campaign, self.edition, self.plan(audience))
        return Made(name, ics.render(campaign, entries, self.now), self._words.calendar)

    def tasks(self, audience: Pack, name: str) -> Made:
        campaign = self.campaign(audience)
        found = tasks(campaign, self.edition, self.plan(audience))
        return Made(name, tasks_csv.render(found, campaign.title, self.order.csv_form), self._words.tasks)

    def file(self, name: str) -> Made:
        """The campaign file: the campaign as it is saved, whole."""
        return Made(name, write_campaign(self.saved), self._words.file)


def _short(person: Person) -> str:
    """A vendor in a file name."""
    return slug(person.role or person.name)[:_LONGEST_ROLE].strip("-") or "vendor"


def _with_standards(campaign: Campaign, order: Order) -> Campaign:
    said = {name: getattr(order.standards, key) for key, name in KEYS.items()}
    return with_standards(campaign, lambda name: said.get(name, ""))
