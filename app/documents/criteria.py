"""Document 3 of 3, how we will know: the Success Criteria Definition (D3)."""

from app.document import Block, Event, Section, Voice
from app.documents.composer import Composer
from app.documents.gaps import row_name, unanswered
from app.documents.lanes import entries, fronted, lanes, table, tick_lane, write_lane
from app.documents.sections import absent, others, row_table, signoff, still_open
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
        Section("indicators", field("indicators").label, _indicators(composer)),
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
    field, rows = composer.template.field(*_METRICS), composer.campaign.metrics
    if not rows:
        return absent(composer, field, _METRICS)
    assert field.rows is not None
    listed = entries(_METRICS, rows)
    made = [*lanes(composer, field.rows, listed), write_lane(composer.words.result, 1.1)]
    return (table(made, listed, field.label),)


def _indicators(composer: Composer) -> tuple[Block, ...]:
    return row_table(composer, composer.template.field(*_INDICATORS), _INDICATORS)


def _measurement(composer: Composer) -> tuple[Block, ...]:
    field, rows = composer.template.field(*_MEASUREMENT), composer.campaign.measurement
    if not rows:
        return absent(composer, field, _MEASUREMENT)
    assert field.rows is not None
    listed = entries(_MEASUREMENT, rows)
    made = fronted(lanes(composer, field.rows, listed), "when")
    events = [
        Event(day, composer.words.short(day), clean(row_name(each)))
        for each in rows
        if (day := day_of(each.when))
    ]
    return (*strip(composer, events), table([tick_lane(composer), *made], listed, field.label))
