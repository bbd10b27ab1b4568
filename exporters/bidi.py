"""Right-to-left text: letters joined before lines are broken, each finished line put in the order it is drawn.

The two libraries are loaded with the first Arabic or Hebrew word of a session.
"""

import re
import unicodedata

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")


def has_rtl(text: str) -> bool:
    """Whether any of it runs from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def base_is_rtl(text: str) -> bool:
    """Direction of the first strong character."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((direction != "L" for direction in directions if direction in ("L", "R", "AL")), False)


def joined(text: str) -> str:
    """Arabic letters in the forms they take beside each other."""
    if not _ARABIC.search(text):
        return text
    import arabic_reshaper  # noqa: PLC0415  only for Arabic

    return str(arabic_reshaper.reshape(text))


def visual(text: str, rightward: bool) -> list[tuple[int, str]]:
    """The characters of one line as drawn, each with its position in reading order; brackets mirrored."""
    from bidi import algorithm  # noqa: PLC0415  only for right-to-left text

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = int(rightward), "R" if rightward else "L"
    algorithm.get_embedding_levels(text, storage)
    for at, char in enumerate(storage["chars"]):
        char["at"] = at
    for step in (
        algorithm.explicit_embed_and_overrides,
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
        algorithm.reorder_resolved_levels,
        algorithm.apply_mirroring,
    ):
        step(storage, False)
    return [(char["at"], char["ch"]) for char in storage["chars"]]


def drawn(text: str) -> str:
    """One line of text as it is drawn; left to right text is as it was."""
    if not has_rtl(text):
        return text
    return "".join(char for _, char in visual(joined(text), base_is_rtl(text)))
