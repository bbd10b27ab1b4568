"""In which format a deliverable is handed over: told by its specification of that name, else by the files it needs."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.campaign import Deliverable, Spec
from app.text import blank

FORMAT = "Format"
_NAMES = ("format", "file", "file type", "file format")
"""What people call it; the presets say "File"."""


def is_format(spec: Spec) -> bool:
    """Whether this specification says the format."""
    return spec.name.strip().casefold() in _NAMES


def format_of(deliverable: Deliverable) -> str:
    """ "" where neither a specification nor a file says it."""
    said = next((spec.value for spec in deliverable.specs if is_format(spec) and not blank(spec.value)), "")
    types = (asset.file_type.strip() for asset in deliverable.assets)
    return said or ", ".join(dict.fromkeys(each for each in types if each))


def with_format(specs: Sequence[Spec], words: str, new_id: Callable[[], str]) -> tuple[Spec, ...]:
    """The specifications when the format is these words; without words none of them says it."""
    if blank(words):
        return tuple(spec for spec in specs if not is_format(spec))
    there = next((spec for spec in specs if is_format(spec)), None)
    if there is None:
        return (*specs, Spec(id=new_id(), name=FORMAT, value=words))
    return tuple(replace(spec, value=words) if spec is there else spec for spec in specs)
