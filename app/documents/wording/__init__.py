"""The languages of the documents: fixed words and dates in one file each, the field table in another.

English fields are those of the table itself. What a campaign says is never translated.
"""

from collections.abc import Mapping

from app.documents.wording import de, de_fields, en, es, es_fields, fr, fr_fields
from app.documents.wording.table import Said, SpokenTable, spoken
from app.documents.wording.words import Words, day_of
from app.field import Template

__all__ = ["ENGLISH", "FIELDS", "LANGUAGES", "Words", "day_of", "fields_for", "words_for"]

ENGLISH = en.WORDS
LANGUAGES: dict[str, Words] = {each.code: each for each in (ENGLISH, de.WORDS, fr.WORDS, es.WORDS)}
FIELDS: dict[str, Mapping[str, Said]] = {
    "en": {},
    "de": de_fields.FIELDS,
    "fr": fr_fields.FIELDS,
    "es": es_fields.FIELDS,
}
"""By path of keys; English is told in the field table."""


def words_for(language: str) -> Words:
    """The words of a BCP 47 tag's language; English where there are none."""
    return LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)


def fields_for(language: str, template: Template) -> SpokenTable:
    """The field table in the language of `words_for`."""
    return spoken(template, FIELDS[words_for(language).code])
