"""Paragraphs, lists and the callout."""

from collections.abc import Iterator
from itertools import groupby

from app.document import Bullets, Callout, Inlines, Item, Marker, Para, Voice
from exporters.docx.job import Job
from exporters.docx.markup import TAB, indent, paragraph
from exporters.docx.numbering import HANGING, Lists
from exporters.docx.runs import box, inlines, rich, right_to_left
from exporters.docx.styles import BOX_INDENT
from exporters.style import INDENT

_VOICES = {
    Voice.BODY: "BodyText",
    Voice.LEAD: "BatonLead",
    Voice.VOICE: "BatonVoice",
    Voice.NOTE: "BatonNote",
    Voice.MISSING: "BatonMissing",
}
_MARKERS = {
    Marker.BULLET: "ListBullet",
    Marker.NUMBER: "ListNumber",
    Marker.BOX: "BatonCheckItem",
    Marker.TIGHT: "BatonTableTight",
    Marker.DO: "BatonTableDo",
    Marker.DONT: "BatonTableDont",
}
_SHIFTED = frozenset(("BodyText", "BatonLead", "BatonVoice", "BatonMissing", "Title", "Subtitle"))
_SHIFTED_LISTS = {"ListBullet": HANGING[Lists.BULLET], "ListNumber": 15.0, "BatonCheckItem": BOX_INDENT}


def set_para(job: Job, para: Para, alias: str) -> str:
    """A paragraph in its voice."""
    return in_style(job, para, _VOICES[para.voice], alias)


def in_style(job: Job, para: Para, style: str, alias: str, *, keep: bool = False, align: str = "") -> str:
    """A paragraph in another style than its voice's, for the cells of tables."""
    shown = inlines(job, para.inlines)
    empty = para.voice is Voice.MISSING
    anchored = job.anchors.field(shown, para.place, alias, empty=empty, rich=rich(para.inlines))
    return laid(job, style, anchored, para.inlines, keep=keep, align=align)


def laid(
    job: Job, style: str, inner: str, said: Inlines, *, keep: bool = False, align: str = "", spacing: str = ""
) -> str:
    """A paragraph with the direction of what it says.

    In a paragraph from right to left Word's left indent is the one at the right: the two swap, so that the text
    column stays where it is on paper.
    """
    bidi = right_to_left(said)
    indents = _swapped(job, style) if bidi else ""
    return paragraph(
        style, inner, keep=keep, bidi=bidi, spacing=spacing, indents=indents, align="" if bidi else align
    )


def _swapped(job: Job, style: str) -> str:
    margin = 0.0 if job.document.side else INDENT
    if style in _SHIFTED_LISTS:
        hanging = _SHIFTED_LISTS[style]
        return indent(hanging, margin, hanging)
    if style in ("Title", "Subtitle"):
        return indent(0, INDENT)
    return indent(0, margin) if margin and style in _SHIFTED else ""


def set_paras(job: Job, paras: tuple[Para, ...], alias: str) -> Iterator[str]:
    """Paragraphs in a row; those of one field are anchored together."""
    for place, group in groupby(paras, key=lambda para: para.place):
        same = tuple(group)
        if place and len(same) > 1:
            inner = "".join(
                laid(job, _VOICES[each.voice], inlines(job, each.inlines), each.inlines) for each in same
            )
            yield job.anchors.span(inner, place, alias)
        else:
            yield from (set_para(job, each, alias) for each in same)


def set_list(job: Job, bullets: Bullets, alias: str, *, keep: bool = False) -> str:
    """A list; a single tight item has no dash."""
    single = bullets.marker is Marker.TIGHT and len(bullets.items) == 1
    style = "BatonTableText" if single else _MARKERS[bullets.marker]
    return "".join(_item(job, item, style, alias, keep=keep) for item in bullets.items)


def _item(job: Job, item: Item, style: str, alias: str, *, keep: bool) -> str:
    shown = job.anchors.field(inlines(job, item.inlines), item.place, alias, rich=rich(item.inlines))
    ticked = box(job, item.box) + TAB if item.box is not None else ""
    return laid(job, style, ticked + shown, item.inlines, keep=keep)


def set_callout(job: Job, callout: Callout) -> str:
    return laid(job, "BatonCallout", inlines(job, callout.inlines), callout.inlines)
