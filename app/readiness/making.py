"""What is made and with what: exact specifications, pictures to the pixel, brand assets that can be found (S2, F3)."""

import re
from collections.abc import Iterator

from app import language, naming
from app.campaign import Asset, Deliverable
from app.finding import Finding, Level
from app.readiness.reading import Reading, found, name_of
from app.saying import shortened

REASON = 4
"""Words; fewer give no reason."""
_PICTURE = re.compile(
    r"\b(?:images?|pictures?|photos?|banners?|posters?|illustrations?|infographics?|thumbnails?"
    r"|display ads?|billboards?"
    r"|flyers?|leaflets?|stickers?|reels?|videos?|gifs?|animations?|graphics?|tiles?|carousels?|vlogs?)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"\d\s*[x×*]\s*\d|\b\d[\d.,]*\s*(?:px|pixels?|mm|cm|m|in|inch(?:es)?|pt|dpi)\b|\bA[0-8]\b|\bDL\b"
    r"|\bB[0-5]\b"
    r"|\bletter\b|\btabloid\b|\blegal\b|\b(?:720|1080|1440|2160)p\b|\b4k\b|\d\s?[\"″]",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\b\d{1,2}(?:\.\d\d?)?\s?:\s?\d{1,2}\b")
_ENDING = re.compile(
    r"\b(?:jpe?g|png|svg|gif|webp|avif|tiff?|pdf(?:/x.*)?|psd|ai|eps|indd|idml|mp4|mov|webm|prores"
    r"|h\.?264|mp3|wav|aac|html5?"
    r"|css|csv|docx?|pptx?|xlsx?|md|txt|zip|figma|ttf|otf|woff2?|lottie|json|xml|epub|srt|vtt|heic|raw"
    r"|bmp|ico|key|odt)\b",
    re.IGNORECASE,
)


def pictures(reading: Reading) -> Iterator[Finding]:
    """A picture somewhere needs its size and its file type, in an asset requirement or in the specification."""
    for deliverable in reading.campaign.deliverables:
        if not deliverable.assets and _is_picture(deliverable):
            yield from _picture(deliverable)
        for asset in deliverable.assets:
            yield from _asset(deliverable, asset)


def _is_picture(deliverable: Deliverable) -> bool:
    """By its type where the type says something, else by its name: a "Video player" is no video."""
    said = deliverable.type.strip() or deliverable.name
    return _PICTURE.search(said[:500]) is not None


def _picture(deliverable: Deliverable) -> Iterator[Finding]:
    said = " | ".join(f"{spec.name} {spec.value}"[:500] for spec in deliverable.specs[:50])
    open_ = [name for name, seen in (("size", _SIZE), ("file type", _ENDING)) if not seen.search(said)]
    if open_:
        yield found(
            "making.picture-open",
            Level.GAP,
            ("deliverables", deliverable.id, "assets"),
            f"{name_of(deliverable)} has no {' and no '.join(open_)} yet",
            why="An image in the wrong size or type is made twice.",
            next_step="Add an asset with dimensions, format and file type",
        )


def _asset(deliverable: Deliverable, asset: Asset) -> Iterator[Finding]:
    place, whose = (
        ("deliverables", deliverable.id, "assets", asset.id),
        name_of(asset, "asset", name_of(deliverable, "deliverable")),
    )
    size, kind = asset.dimensions.strip(), asset.file_type.strip()
    why = "An image in the wrong size or type is made twice."
    if size and not language.placeholders(size) and not language.fillers(size) and not _SIZE.search(size):
        ratio = _RATIO.search(size) is not None
        message = f"{whose}: “{shortened(size)}” is {'a ratio, but' if ratio else ''} no size".replace(
            "  ", " "
        )
        if _measurable(asset) or ratio:
            step = "Give width x height with the unit"
            yield found(
                "making.no-size", Level.WARNING, (*place, "dimensions"), message, why=why, next_step=step
            )
    if kind and not language.placeholders(kind) and not language.fillers(kind) and not _ENDING.search(kind):
        message = f"{whose}: “{shortened(kind)}” is no file type. Which ending?"
        step = "Name the ending: JPG, PNG, MP4, PDF/X-4"
        yield found("making.no-type", Level.WARNING, (*place, "file_type"), message, why=why, next_step=step)


def _measurable(asset: Asset) -> bool:
    """Sound and text have a length instead of a size."""
    return not any(char.isdigit() for char in asset.dimensions)


def specifications(reading: Reading) -> Iterator[Finding]:
    """A specification that names nothing to count, and two deliverables under one name."""
    names: dict[str, str] = {}
    for deliverable in reading.campaign.deliverables:
        values = [spec.value for spec in deliverable.specs if spec.value.strip()]
        text = " ".join(f"{spec.name} {spec.value}"[:500] for spec in deliverable.specs)
        if values and language.is_english(text[:2000]) and not _exact(text):
            yield found(
                "making.nothing-counted",
                Level.SUGGESTION,
                ("deliverables", deliverable.id, "specs"),
                f"{name_of(deliverable)}: nothing to count yet. How long, how many, how large?",
                why="Without numbers done is a matter of taste, and taste costs a revision round.",
                next_step="Add a number to the specification",
            )
        name = " ".join(deliverable.name.lower().split())
        if name and name in names:
            yield found(
                "making.same-name",
                Level.WARNING,
                ("deliverables", deliverable.id, "name"),
                f"Two deliverables are called {name_of(deliverable)}",
                why="Dates, reviews and questions land on the wrong one.",
                next_step="Say what makes this one different",
            )
        names.setdefault(name, deliverable.id)


def reasons(reading: Reading) -> Iterator[Finding]:
    """Why a deliverable matters takes more than a word."""
    for deliverable in reading.campaign.deliverables:
        words = len(deliverable.serves[:200].split())
        if 0 < words < REASON and not language.fillers(deliverable.serves[:200]):
            yield found(
                "making.thin-reason",
                Level.SUGGESTION,
                ("deliverables", deliverable.id, "serves"),
                f"{name_of(deliverable)}: “{shortened(deliverable.serves)}” is short. What does it change?",
                why="Who knows only what to make, and not why, guesses at everything that is not written down.",
                next_step="Name the objective or message it serves",
            )


def _exact(text: str) -> bool:
    return any(char.isdigit() for char in text) or language.has_number(text)


def locations(reading: Reading) -> Iterator[Finding]:
    """A brand asset's location leads there."""
    places = [
        (("brand_assets", asset.id, "location"), asset.location, name_of(asset, "brand asset"))
        for asset in reading.campaign.brand_assets
    ]
    places.append((("client", "brand", "guidelines"), reading.campaign.client.brand.guidelines, ""))
    for place, text, whose in places:
        span = (
            naming.no_place(text[:1000]) if text.strip() and not language.placeholders(text[:1000]) else None
        )
        if span is not None and not language.fillers(text[:100]):
            yield found(
                "making.no-place",
                Level.GAP,
                place,
                f"{whose}{': ' if whose else ''}“{shortened(text)}” leads nowhere. In which folder?",
                why="Looking for the logo is the most common first question of every handoff.",
                next_step="Add a path or a link that opens",
            )
