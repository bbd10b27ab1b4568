"""Tooltips of what somebody wrote: Qt reads a tip as markup when it looks like it, so words are said to be words."""

from html import escape


def tip(words: str) -> str:
    """The words as a tooltip shows them, whatever they look like; "" for no tooltip."""
    return f"<span>{escape(words)}</span>".replace("\n", "<br>") if words else ""
