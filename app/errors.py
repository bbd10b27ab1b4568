"""The world's errors: calm sentences with a next step. Anything else that is raised is our own bug."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class UserError(Exception):
    """Something outside Baton is not as it should be; `message` says what, `hint` says what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message = message
        self.hint = hint
        self.details: tuple[str, ...] = ()
        """More than a sentence holds: a line each, for whoever asks."""
        self.more = 0
        """How many there are besides the details."""


class OnlyToRead(UserError):
    """A workspace that cannot be written now: it can still be read."""


class InUse(OnlyToRead):
    """Another program has it open.

    `elsewhere`: nobody here has it; only a file says that another computer has, and a crash there may have left it.
    """

    def __init__(self, message: str, hint: str = "", *, elsewhere: bool = False) -> None:
        super().__init__(message, hint)
        self.elsewhere = elsewhere


class Damaged(UserError):
    """A file that should be a workspace and is not, or no longer, a whole one: a good backup may take its place."""

    def __init__(self, message: str, hint: str, path: Path) -> None:
        super().__init__(message, hint)
        self.path = path


class Unread(UserError):
    """The disk did not give what was asked of it just now. That is no damage: it is asked again."""


class Unsure(UserError):
    """The disk failed at the very end of saving. `stands` asks it whether the change was taken; UserError while it
    does not answer."""

    def __init__(self, message: str, hint: str, stands: Callable[[], bool]) -> None:
        super().__init__(message, hint)
        self.stands = stands


class Broken(UserError):
    """One campaign cannot be read as it was written; all others can. `title` is what can still be read of its name."""

    def __init__(self, campaign_id: str, title: str, faults: tuple[str, ...]) -> None:
        super().__init__(
            f"“{title or campaign_id}” cannot be opened: part of it is damaged.",
            "All other campaigns are as they were.",
        )
        self.campaign_id = campaign_id
        self.title = title
        self.details = faults


class Unfit(UserError):
    """An answer that no disk will ever take: trying again does not help, another answer does."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a campaign file: where (`deliverables[3].speks`) and what."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


LISTED, SAID = 200, 20
"""Faults that are kept one by one, and those of them that stand in a sentence; the others are counted."""


class Faults:
    """What is wrong in files, as it is found: a file with a fault in each of its million lines is told like another."""

    def __init__(self) -> None:
        self.listed: list[Fault] = []
        self.more = 0

    def __bool__(self) -> bool:
        return bool(self.listed)

    @property
    def counting(self) -> bool:
        """Whether more faults are only counted: then nobody needs to know what was meant instead."""
        return len(self.listed) >= LISTED

    def add(self, path: str, message: str) -> None:
        if self.counting:
            self.more += 1
        else:
            self.listed.append(Fault(path, message))

    def join(self, faults: tuple[Fault, ...], more: int = 0) -> None:
        """Those of another file."""
        for each in faults:
            self.add(each.path, each.message)
        self.more += more


class CampaignFileError(UserError):
    """A campaign file that is refused whole, with every fault found in it; `more` are only counted."""

    def __init__(self, faults: tuple[Fault, ...], more: int = 0) -> None:
        counted = len(faults) - SAID + more
        listed = "; ".join(str(fault) for fault in faults[:SAID])
        if counted > 0:
            listed += f"; and {counted:,} more"
        super().__init__(f"{listed}.", "Nothing was imported.")
        self.faults = faults
        self.details = tuple(str(fault) for fault in faults)
        self.more = more
