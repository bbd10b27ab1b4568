"""Document 3 of 3, how we will know: the Success Criteria Definition (D3)."""

from app.document import Block, Event, Section, Voice
from app.documents.composer import Composer
from app.documents.ending import signoff, still_open
from app.documents.gaps import row_name, unanswered
from app.documents.lanes import fronted, tick_lane, write_lane
from app.documents.sections import others, row_table
from app.documents.strip import strip
from app.documents.wording import day_of
from app.place import Place, get
from app.text import clean

_DEFINITION: Place = ("context", "success_definition")
_METRICS: Place = ("metrics",)
_INDICATORS: Place = ("indicators",)
_MEASUREMENT: Place = ("measurement",)
_WORDS: Place = ("strategy", "success_metrics")
TOLD: frozenset[Place] = frozenset(
    {("title",), ("client", "name"), _DEFINITION, _WORDS, _METRICS, _INDICATORS, _MEASUREMENT}
)


def sections(composer: Composer) -> tuple[Section, ...]:
    words, field = composer.words, composer.template.field
    return (
        Section("definition", words.definition, _definition(composer), keep=True),
        Section("metrics", field("metrics").label, _metrics(composer)),
        Section("indicators", field("indicators").label, row_table(composer, _INDICATORS)),
        Section("measurement", field("measurement").label, _measurement(composer)),
        *others(composer, TOLD),
        signoff(composer, words.agreed_before),
        *still_open(composer, compact=False),
    )


def _definition(composer: Composer) -> tuple[Block, ...]:
    field, text = composer.template.field(*_DEFINITION), get(composer.campaign, _DEFINITION)
    how = composer.paragraphs(get(composer.campaign, _WORDS), _WORDS)
    if unanswered(field, text):
        return (composer.empty(field, _DEFINITION), *how)
    return (*composer.paragraphs(text, _DEFINITION, Voice.VOICE), *how)


def _metrics(composer: Composer) -> tuple[Block, ...]:
    return row_table(composer, _METRICS, lambda made: [*made, write_lane(composer.words.result, 1.1)])


def _measurement(composer: Composer) -> tuple[Block, ...]:
    events = [
        Event(day, composer.words.short(day), clean(row_name(each)))
        for each in composer.campaign.measurement
        if (day := day_of(each.when))
    ]
    readings = row_table(composer, _MEASUREMENT, lambda made: [tick_lane(composer), *fronted(made, "when")])
    return (*strip(composer, events), *readings)
