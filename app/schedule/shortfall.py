"""Why a track does not fit, in two sentences (L6)."""

from app.saying import business_days_in_words, day_in_words
from app.schedule.plan import Plan, Track
from app.schedule.saying import name_in_words


def headline(track: Track) -> str:
    """ "“Poster” does not fit by 2 business days"; "" for one that fits."""
    if track.fits:
        return ""
    name = name_in_words(track.name)
    return f"{name} does not fit by {business_days_in_words(track.short_by)}"


def detail(track: Track, plan: Plan) -> str:
    """ "It would have to start on Fri 9 Oct, before the kickoff on Tue 13 Oct."; "" for one that fits."""
    if track.fits or plan.begins is None:
        return ""
    bound = "the kickoff on" if plan.kickoff else "work can begin on"
    return (
        f"It would have to start on {day_in_words(track.starts)}, before {bound} {day_in_words(plan.begins)}."
    )
