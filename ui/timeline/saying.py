"""The plan in whole sentences: for screen readers, tooltips and the table."""

from datetime import date as Day

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.schedule import HEALTHY, Gap, Plan, Segment, Track


def tr(text: str) -> str:
    """Words of this room."""
    return QCoreApplication.translate("Timeline", text)


def day_words(day: Day) -> str:
    """ "Mon 9 Nov"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")


def business_days(count: int) -> str:
    return tr("1 business day") if count == 1 else tr("{count} business days").format(count=count)


def shortage(count: int) -> str:
    """What is written beside a bar that does not fit."""
    return tr("1 day short") if count == 1 else tr("{count} days short").format(count=count)


def track_sentence(track: Track, plan: Plan) -> str:
    """One row as one reads it aloud."""
    said = tr("{name}, {owner}: {first} to {last}.").format(
        name=track.name or tr("No name yet"),
        owner=track.owner or tr("nobody yet"),
        first=day_words(track.starts),
        last=day_words(track.ends),
    )
    if track.short_by:
        return f"{said} " + tr("Does not fit by {days}.").format(days=business_days(track.short_by))
    if plan.begins is not None:
        return f"{said} " + tr("{days} to spare.").format(days=business_days(track.spare))
    return said


def segment_sentence(track: Track, segment: Segment) -> str:
    """One bar."""
    said = tr("{label}, {name}: {first} to {last}, {days}").format(
        label=segment.label,
        name=track.name or tr("No name yet"),
        first=day_words(segment.first),
        last=day_words(segment.last),
        days=business_days(segment.days),
    )
    return f"{said}, {tr('the usual, as nobody said')}" if segment.assumed else said


def gap_words(gap: Gap) -> str:
    """From approval to kickoff, against the healthy band (K1)."""
    if gap.days < 0:
        return tr("Kickoff is before the approval")
    return tr("Approval to kickoff: {days} (healthy is {least} to {most})").format(
        days=business_days(gap.days), least=HEALTHY.start, most=HEALTHY.stop - 1
    )
