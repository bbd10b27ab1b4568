"""Reading a campaign file: strictly, whole or not at all, all faults collected so that it is mended in one go."""

import base64
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date as Day
from functools import cache
from typing import Any

from app.campaign import TEMPLATE, Campaign
from app.campaign_file.parsing import parse, refused
from app.campaign_file.references import by_id, has_id, nearest
from app.errors import CampaignFileError, Fault, Faults
from app.field import Field, Kind, Template, fields_of
from app.picture import NoPictureError, measured

FORMAT = "baton.campaign"
VERSION = 1
NUMBERS = range(100_001)
MOST_ROWS = 250_000
"""Rows and lines of one campaign, in all its lists."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_KEY = 60
"""Letters of a key that are said: none of ours is longer."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def read_campaign(data: bytes, template: Template = TEMPLATE) -> Campaign:
    """The campaign in a file's bytes. CampaignFileError names every fault with its path."""
    reader = _Reader(template)
    raw = parse(data)
    campaign: Campaign = reader.campaign(raw)
    if reader.faults:
        raise CampaignFileError(tuple(reader.faults.listed), reader.faults.more)
    return campaign


_NAMES: tuple[tuple[Any, str], ...] = (
    (dict, "an object"),
    (list, "a list"),
    (str, "text"),
    (bool, "true or false"),
    ((int, float), "a number"),
)


@dataclass(slots=True)
class _Reader:
    template: Template
    faults: Faults = field(default_factory=Faults)
    rows: int = 0
    references: list[tuple[str, str]] = field(default_factory=list)
    """(path, person id) of every role that is named somewhere."""

    def fault(self, path: str, message: str) -> None:
        self.faults.add(path, message)

    def near(self, word: str, known: Iterable[str]) -> str:
        """What was meant, "" where nothing is like it or nobody reads it any more."""
        return "" if self.faults.counting else nearest(word, known)

    def campaign(self, raw: Any) -> Any:
        if not isinstance(raw, dict):
            raise refused(f"a campaign file is an object, this is {_name(raw)}")
        if raw.get("format") != FORMAT:
            raise CampaignFileError((Fault("format", f'expected "{FORMAT}": this is no campaign file'),))
        self._version(raw.get("version"))
        if "title" not in raw:
            self.fault("title", "missing: a campaign needs a title")
        campaign = self.object(self.template.campaign, raw, "", also=("format", "version"))
        self._check_references(campaign)
        return by_id(campaign, self.faults)

    def _version(self, version: Any) -> None:
        if isinstance(version, bool) or not isinstance(version, int):
            self.fault("version", f"expected {VERSION}")
        elif version > VERSION:
            raise CampaignFileError((Fault("version", f"made with a newer Baton (version {version})"),))
        elif version != VERSION:
            self.fault("version", f"expected {VERSION}, found {version}")

    def object(self, cls: type, raw: Any, path: str, also: tuple[str, ...] = ()) -> Any:
        """A part, a row or the campaign itself."""
        if raw is None:
            return cls()
        if not isinstance(raw, dict):
            self._wrong(path, "an object", raw)
            return cls()
        known, allowed = _known(cls)
        self._unknown(raw, path, (*also, *allowed))
        values = {
            key: self.value(found, raw[key], _below(path, key)) for key, found in known.items() if key in raw
        }
        return cls(**values)

    def _unknown(self, raw: dict[str, Any], path: str, allowed: tuple[str, ...]) -> None:
        for key in getattr(raw, "twice", ()):
            self.fault(_below(path, key), "stands here twice")
        known = set(allowed)
        unknown = [key for key in raw if key not in known]
        for number, key in enumerate(unknown):
            if self.faults.counting:
                self.faults.more += len(unknown) - number
                return
            near = self.near(key, allowed)
            self.fault(_below(path, key), "unknown key" + (f", did you mean {near}?" if near else ""))

    def value(self, row: Field, raw: Any, path: str) -> Any:
        """One answer; null is an empty one."""
        read = getattr(self, f"_{row.kind}")
        return read(row, raw, path)

    # --- one kind each ---
    def _line(self, _: Field, raw: Any, path: str) -> str:
        if raw is None:
            return ""
        if not isinstance(raw, str):
            hint = (
                f": write {_shown(raw)}" if isinstance(raw, int | float) and not isinstance(raw, bool) else ""
            )
            self.fault(path, f"expected text, found {_name(raw)}{hint}")
            return ""
        return raw

    _text = _when = _line

    def _date(self, _: Field, raw: Any, path: str) -> Day | None:
        if raw in (None, ""):
            return None
        try:
            if not isinstance(raw, str) or not _ISO.fullmatch(raw):
                raise ValueError
            return Day.fromisoformat(raw)
        except ValueError:
            self.fault(path, f"expected a date like 2026-04-14, found {_shown(raw)}")
            return None

    def _number(self, _: Field, raw: Any, path: str) -> int | None:
        if raw in (None, "") and raw is not False:
            return None
        if isinstance(raw, bool) or not isinstance(raw, int) or raw not in NUMBERS:
            self.fault(path, f"expected a whole number from 0 to 100000, found {_shown(raw)}")
            return None
        return raw

    def _flag(self, _: Field, raw: Any, path: str) -> bool:
        if raw is None:
            return False
        if not isinstance(raw, bool):
            self._wrong(path, "true or false", raw)
            return False
        return raw

    def _choice(self, row: Field, raw: Any, path: str) -> str:
        default = row.choices[0][0] if row.required else ""
        text = self._line(row, raw, path)
        allowed = [value for value, _ in row.choices]
        if text and not row.open and text not in allowed:
            near = self.near(text, allowed)
            hint = f"did you mean {near}?" if near else f"expected {', '.join(allowed)}"
            self.fault(path, f"unknown value {_shown(text)}, {hint}")
        return text or default

    def _colour(self, row: Field, raw: Any, path: str) -> str:
        text = self._line(row, raw, path)
        if text and not _COLOUR.fullmatch(text):
            self.fault(path, f"expected a colour like #0B5D5B, found {_shown(text)}")
            return ""
        return text

    def _picture(self, row: Field, raw: Any, path: str) -> bytes:
        try:
            data = base64.b64decode(self._line(row, raw, path), validate=True)
        except ValueError:
            self.fault(path, "expected a picture as base64 text")
            return b""
        try:
            return data if not data or measured(data) else b""
        except NoPictureError as error:
            self.fault(path, f"this picture {error}")
            return b""

    def _person(self, row: Field, raw: Any, path: str) -> str:
        person = self._line(row, raw, path)
        if person:
            self.references.append((path, person))
        return person

    def _people(self, row: Field, raw: Any, path: str) -> tuple[str, ...]:
        if row.alone and isinstance(raw, str):
            return (self._person(row, raw, path),) if raw else ()
        return tuple(
            person for person in self._each(raw, path, lambda item, at: self._person(row, item, at)) if person
        )

    def _names(self, row: Field, raw: Any, path: str) -> tuple[str, ...]:
        return tuple(self._each(raw, path, lambda item, at: self._line(row, item, at)))

    def _lines(self, row: Field, raw: Any, path: str) -> tuple[Any, ...]:
        assert row.rows is not None
        make: Any = row.rows
        lines = filter(None, self._each(raw, path, lambda item, at: self._line(row, item, at)))
        return tuple(make(id=str(number), text=line) for number, line in enumerate(lines, 1))

    def _specs(self, row: Field, raw: Any, path: str) -> tuple[Any, ...]:
        assert row.rows is not None
        make: Any = row.rows
        if raw is None:
            return ()
        if not isinstance(raw, dict):
            self._wrong(path, 'an object like {"Words": "1,200"}', raw)
            return ()
        self._unknown(raw, path, tuple(raw))
        pairs = ((name, self._line(row, value, _below(path, name))) for name, value in raw.items())
        return tuple(
            make(id=str(number), name=name, value=value) for number, (name, value) in enumerate(pairs, 1)
        )

    def _part(self, row: Field, raw: Any, path: str) -> Any:
        assert row.rows is not None
        return self.object(row.rows, raw, path)

    def _rows(self, row: Field, raw: Any, path: str) -> tuple[Any, ...]:
        assert row.rows is not None
        cls: Any = row.rows
        taken: dict[str, str] = {}
        return tuple(self._each(raw, path, lambda item, at: self._row(cls, item, at, taken)))

    def _row(self, cls: Any, raw: Any, path: str, taken: dict[str, str]) -> Any:
        found = self.object(cls, {} if raw is None else raw, path)
        given = raw.get("id") if isinstance(raw, dict) and has_id(cls) else None
        row_id = self._line(_ID, given, f"{path}.id") or _free(taken)
        if row_id in taken:
            self.fault(f"{path}.id", f"{_shown(row_id)} is already the id of {taken[row_id]}")
        taken[row_id] = path
        return _with_id(found, row_id)

    def _each(self, raw: Any, path: str, read: Callable[[Any, str], Any]) -> list[Any]:
        if raw is None:
            return []
        if not isinstance(raw, list):
            self._wrong(path, "a list", raw)
            return []
        self.rows += len(raw)
        if self.rows > MOST_ROWS:
            raise refused(f"more than {MOST_ROWS:,} rows; a campaign has no more")
        return [read(item, f"{path}[{index}]") for index, item in enumerate(raw)]

    def _wrong(self, path: str, expected: str, raw: Any) -> None:
        self.fault(path, f"expected {expected}, found {_name(raw)}")

    def _check_references(self, campaign: Any) -> None:
        people = {person.id for person in campaign.people}
        for path, person in self.references:
            if person not in people:
                near = self.near(person, people)
                hint = f", did you mean {near}?" if near else ""
                self.fault(path, f"{_shown(person)} is not in people{hint}")


_ID = Field("id", Kind.LINE, "Id")


@cache
def _known(cls: type) -> tuple[dict[str, Field], tuple[str, ...]]:
    """The fields of a part or row by their keys, and every key that may stand in it."""
    known = {each.key: each for each in fields_of(cls) if not each.local}
    return known, (*known, *(("id",) if has_id(cls) else ()))


def _free(taken: dict[str, str]) -> str:
    number = len(taken) + 1
    while str(number) in taken:
        number += 1
    return str(number)


def _with_id(found: Any, row_id: str) -> Any:
    return type(found)(
        **{"id": row_id, **{each.key: getattr(found, each.key) for each in fields_of(type(found))}}
    )


def _below(path: str, key: str) -> str:
    key = key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…"
    return f"{path}.{key}" if path else key


def _name(raw: Any) -> str:
    return next((name for kind, name in _NAMES if isinstance(raw, kind)), "nothing")


def _shown(raw: Any) -> str:
    text = str(raw)
    return f'"{text[:40]}…"' if len(text) > 41 else f'"{text}"'
