"""Document 2 of 3, the what and how: the Execution Requirements Checklist, section by section (D2)."""

from dataclasses import replace

from app.document import Block, Para, Section, Voice, words
from app.documents.composer import Composer
from app.documents.ending import signoff, still_open
from app.documents.lanes import fronted
from app.documents.plan import checkpoints, plan, timeline
from app.documents.roles import raci, review
from app.documents.sections import others, pairs_of, pairs_table, row_table, ticked
from app.documents.work import assets, brand, deliverables, messaging
from app.place import Place
from app.text import blank

TOLD_LISTS = frozenset(
    {
        ("deliverables",),
        ("brand_assets",),
        ("technical_requirements",),
        ("distribution",),
        ("milestones",),
        ("approval",),
        ("checkpoints",),
        ("raci",),
        ("people",),
    }
)
TOLD_PARTS = frozenset({("client", "brand"), ("guardrails",), ("standards",), ("vendor",)})
TOLD_ANSWERS = frozenset({("client", "name"), ("strategy", "key_message")})


def sections(composer: Composer) -> tuple[Section, ...]:
    """Every section, in the order in which the work is done; the required ones never vanish."""
    label = {field.key: field.label for field in composer.template.fields(type(composer.campaign))}
    asset_label = composer.template.field("deliverables", "assets").label
    made: tuple[Section, ...] = (
        Section("deliverables", label["deliverables"], deliverables(composer)),
        Section("assets", asset_label, assets(composer)),
        Section("brand", label["brand_assets"], brand(composer)),
        Section("messaging", label["guardrails"], messaging(composer), keep=True),
        Section("technical", label["technical_requirements"], ticked(composer, ("technical_requirements",))),
        Section("distribution", label["distribution"], _distribution(composer)),
        Section("timeline", label["milestones"], timeline(composer)),
        *plan(composer),
        Section("review", label["approval"], review(composer), keep=True),
        Section("checkpoints", label["checkpoints"], checkpoints(composer), keep=True),
        Section("raci", label["raci"], raci(composer)),
        *_together(composer, ("standards",)),
        *_together(composer, ("vendor",)),
        *others(composer, TOLD_LISTS | TOLD_PARTS | TOLD_ANSWERS | _campaign_answers(composer)),
        signoff(composer, composer.words.agreed),
        *still_open(composer, compact=False),
    )
    made = tuple(section for section in made if section.blocks)
    return (*made[:-1], _with_source(composer, made[-1]))


def _distribution(composer: Composer) -> tuple[Block, ...]:
    return row_table(composer, ("distribution",), lambda made: fronted(made, "when"))


def _together(composer: Composer, place: Place) -> tuple[Section, ...]:
    """How the team, or the vendor if there is one, works with the others; only when something is said of it."""
    title = composer.template.field(*place).label
    blocks = pairs_table(composer, pairs_of(composer, place), title)
    return (Section(place[0], title, blocks),) if blocks else ()


def _campaign_answers(composer: Composer) -> frozenset[Place]:
    """Single answers of the campaign itself: they stand at the head of the timeline."""
    return frozenset({place for place, _, _ in pairs_of(composer, ())})


def _with_source(composer: Composer, section: Section) -> Section:
    if blank(composer.campaign.source):
        return section
    label = composer.template.field("source").label
    text = composer.words.pair.format(label=label, text=composer.campaign.source)
    note: tuple[Block, ...] = (Para(words(text, muted=True), Voice.NOTE, ("source",)),)
    return replace(section, blocks=section.blocks + note)
