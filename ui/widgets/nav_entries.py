"""What can stand in the sidebar."""

from dataclasses import dataclass

from ui.widgets.paint import NodeState


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go; `count` ("3") stands at the end, `about` is said by a screen reader ("3 due today")."""

    key: str
    text: str
    icon: str
    count: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the open campaign; `note` ("85%", "1 to fix") stands at the end."""

    key: str
    text: str
    number: int
    state: NodeState
    fraction: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The open campaign and its client."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A hairline between groups."""


type Entry = Place | Step | Heading | Gap
