"""The bytes of a campaign file as plain JSON values, whatever the bytes are."""

import json
import re
from collections import Counter
from itertools import islice
from typing import Any

from app.errors import CampaignFileError, Fault

LARGEST = 50_000_000
"""Bytes; a larger file is refused unread."""


MOST_VALUES = 2_000_000
"""Values in one file; each takes many times its bytes when it is read."""
_BEGINNING = b",[{"
"""What stands before a value."""
_UP_TO_BEGINNING = re.compile(rb'(?:[^",[{]++|"(?:[^"\\]++|\\.)*+"?)*+(?:[,[{]|\Z)', re.DOTALL)


class _Object(dict[str, Any]):
    """A JSON object that was given keys twice, and remembers which."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    return made if len(made) == len(pairs) else _Object(pairs)


def parse(data: bytes) -> Any:
    if len(data) > LARGEST:
        raise refused(f"the file is larger than {LARGEST // 1_000_000} MB; a campaign is not")
    if _too_many_values(data):
        raise refused(f"more than {MOST_VALUES:,} values; a campaign has no more")
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise refused(f"not text in UTF-8 (byte {error.start})") from error
    except json.JSONDecodeError as error:
        raise refused(f"not valid JSON: {error.msg} in line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise refused("brackets are nested too deeply for a campaign") from error
    except ValueError as error:
        raise refused(str(error) if "number" in str(error) else "a number is too long") from error


def _too_many_values(data: bytes) -> bool:
    """Counted before one is made of them; most files have not even in their texts so many commas and brackets."""
    if sum(data.count(each) for each in _BEGINNING) <= MOST_VALUES:
        return False
    return next(islice(_UP_TO_BEGINNING.finditer(data), MOST_VALUES + 1, None), None) is not None


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number that JSON knows")


def refused(message: str) -> CampaignFileError:
    return CampaignFileError((Fault("", message),))
