"""Tooltips of what somebody wrote: Qt reads a tip as markup when it looks like it, so words are said to be words."""


def tip(words: str) -> str:
    """The words as a tooltip shows them, whatever they look like; "" for no tooltip."""
    from html import escape  # noqa: PLC0415 - it brings a table of all names of letters; the first tip can wait for it

    return f"<span>{escape(words)}</span>".replace("\n", "<br>") if words else ""
