"""What is usually made, with the exact specification it usually has: one click instead of a blank row (S2, F3).

The numbers are where to start, not a rule. Every type asks how anybody can tell that it is done.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.campaign import Asset, Deliverable, Spec, Stage
from app.folding import folded

DONE_WHEN = "Done when"
"""The specification every deliverable should have: what can be seen when it is finished."""


@dataclass(frozen=True, slots=True)
class Preset:
    """One usual deliverable. `specs` are (name, value); `assets` are (name, dimensions, format, file type, limit).

    `effort_days` and `lead_days` are the business days it usually takes: the plan assumes them until somebody who
    makes it has been asked (L6).
    """

    key: str
    name: str
    specs: tuple[tuple[str, str], ...]
    assets: tuple[tuple[str, str, str, str, str], ...] = ()
    effort_days: int = 5
    lead_days: int = 0
    lead_for: str = ""

    def made(self, new_id: Callable[[], str]) -> Deliverable:
        """The deliverable it adds, with an id for every row of it."""
        return Deliverable(
            id=new_id(),
            name=self.name,
            type=self.name,
            specs=tuple(Spec(id=new_id(), name=name, value=value) for name, value in self.specs),
            assets=tuple(
                Asset(id=new_id(), name=name, dimensions=size, format=kind, file_type=ending, limit=limit)
                for name, size, kind, ending, limit in self.assets
            ),
        )


PRESETS: tuple[Preset, ...] = (
    Preset(
        "blog-post",
        "Blog post",
        (("Words", "1,200"), ("Headers", "5"), ("Examples", "3"), ("File", "DOCX"), (DONE_WHEN, "")),
        effort_days=4,
    ),
    Preset(
        "social-image",
        "Social image",
        (("Size", "1080 x 1080 px"), ("File", "PNG"), ("Alt text", "1 sentence"), (DONE_WHEN, "")),
        (("Social image", "1080 x 1080 px", "Graphic, square", "PNG", "1 MB, sRGB"),),
        effort_days=4,
    ),
    Preset(
        "email",
        "Email",
        (
            ("Words", "120 to 160"),
            ("Subject", "at most 45 characters"),
            ("Buttons", "1"),
            ("File", "HTML and plain text"),
            (DONE_WHEN, ""),
        ),
        (("Email header", "1200 x 480 px", "Photo or graphic, wide", "PNG or JPG", "200 KB, sRGB"),),
        effort_days=4,
    ),
    Preset(
        "landing-page",
        "Landing page",
        (
            ("Words", "450 to 600"),
            ("Forms", "1, with 5 fields"),
            ("Loading time", "under 2 s on a phone"),
            (DONE_WHEN, ""),
        ),
        (("Hero picture", "2400 x 1350 px", "Photo, landscape", "JPG and WebP", "400 KB, sRGB"),),
        effort_days=7,
        lead_days=3,
        lead_for="Build and test",
    ),
    Preset(
        "print",
        "Print",
        (("Size", "A2 portrait"), ("Bleed", "3 mm"), ("Colours", "CMYK, 300 dpi"), (DONE_WHEN, "")),
        (("Print artwork", "420 x 594 mm + 3 mm bleed", "Artwork", "PDF/X-4", "CMYK, 300 dpi"),),
        effort_days=6,
        lead_days=5,
        lead_for="Print and deliver",
    ),
    Preset(
        "video",
        "Video",
        (
            ("Length", "20 s"),
            ("Size", "1080 x 1920 px"),
            ("Captions", "burnt in, and as SRT"),
            ("File", "MP4, H.264"),
            (DONE_WHEN, ""),
        ),
        (("Video cover", "1080 x 1920 px", "Still from the film, upright", "PNG", "1 MB, sRGB"),),
        effort_days=6,
    ),
    Preset("other", "", ((DONE_WHEN, ""),)),
)
"""In the order of the add strip; the last is for something else."""

_BY_TYPE = {preset.name.casefold(): preset for preset in PRESETS}


def usual(kind: str) -> Preset:
    """The preset of a deliverable's type, however it is written; something else where none has that name."""
    return _BY_TYPE.get(kind.strip().casefold(), PRESETS[-1])


def named(words: str, new_id: Callable[[], str]) -> Deliverable:
    """A deliverable in somebody's own words, specified as the usual one they name: "winter email" is an email."""
    said = folded(words).split()
    fits = (each for each in PRESETS if _alike(folded(each.name).split(), said))
    name = words.strip()
    return replace(next(fits, PRESETS[-1]).made(new_id), name=name[:1].upper() + name[1:])


def _alike(usual: list[str], said: list[str]) -> bool:
    """Whether all of its name was said, or nothing else."""
    return bool(usual and said) and (set(usual) <= set(said) or set(said) <= set(usual))


_STAGES = (
    ("Self-review", "The draft against the brief, line by line", 24, False, "move_forward"),
    ("Strategic alignment", "Does it serve the objective?", 48, False, "move_forward"),
    ("Accuracy", "Facts, prices, technical claims", 48, True, "move_forward"),
    ("Final sign-off", "The last yes before launch", 48, False, "escalate"),
)


def usual_stages(new_id: Callable[[], str]) -> tuple[Stage, ...]:
    """The four stages of the protocol in their order (S3); who reviews is for the campaign to say."""
    return tuple(
        Stage(id=new_id(), name=name, purpose=purpose, max_hours=hours, if_applicable=maybe, on_timeout=then)
        for name, purpose, hours, maybe, then in _STAGES
    )
