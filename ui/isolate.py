"""Names that run from right to left, set apart in a sentence of the window.

Without that a sentence that begins with such a name is laid out from right to left as a whole, its own words scrambled.
Only what is shown is treated so: the command line and the documents take their sentences from where they are composed.
"""

import re
from dataclasses import replace

from app.finding import Finding

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_NAMES = re.compile(f"(?<=“)[^”]*[{_RTL}][^”]*(?=”)|[{_RTL}](?:[^”“A-Za-z]*[{_RTL}])?")
FIRST, LAST = "\u2068", "\u2069"
"""First strong isolate, and the end of it."""


def isolated(sentence: str) -> str:
    """The sentence with each such name apart; the same where there is none, or all are apart already."""
    if sentence.isascii() or FIRST in sentence:
        return sentence
    return _NAMES.sub(lambda found: f"{FIRST}{found.group()}{LAST}", sentence)


def said(finding: Finding) -> Finding:
    """A finding as the window says it."""
    message, step = isolated(finding.message), isolated(finding.next_step)
    why = isolated(finding.why)
    if (message, step, why) == (finding.message, finding.next_step, finding.why):
        return finding
    return replace(finding, message=message, next_step=step, why=why)
