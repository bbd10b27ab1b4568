"""How the plan speaks of pieces of work, in the words of the timeline."""

from app.saying import shortened

LONGEST = 40
"""Characters of a name in a sentence of the plan."""


def name_in_words(name: str) -> str:
    """The name in quotation marks, on one line and not longer than one."""
    line = shortened(name, LONGEST)
    return f"“{line}”" if line else "A deliverable without a name"
