"""The words of the packs by language, as `app/documents/wording` has those of the three documents."""

from app.documents.wording import de_packs, en_packs, es_packs, fr_packs
from app.documents.wording.pack_words import PackWords

PACKS: dict[str, PackWords] = {
    "en": en_packs.WORDS,
    "de": de_packs.WORDS,
    "fr": fr_packs.WORDS,
    "es": es_packs.WORDS,
}


def pack_words(code: str) -> PackWords:
    """The words of a language by its code (`Words.code`); English where there are none."""
    return PACKS.get(code, en_packs.WORDS)
