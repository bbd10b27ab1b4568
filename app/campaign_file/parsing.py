"""The bytes of a campaign file as plain JSON values, whatever the bytes are."""

import json
from collections import Counter
from typing import Any

from app.errors import CampaignFileError, Fault

LARGEST = 50_000_000
"""Bytes; a larger file is refused unread."""


class _Object(dict[str, Any]):
    """A JSON object that remembers keys it was given twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]


def parse(data: bytes) -> Any:
    if len(data) > LARGEST:
        raise refused(f"the file is larger than {LARGEST // 1_000_000} MB; a campaign is not")
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_Object, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise refused(f"not text in UTF-8 (byte {error.start})") from error
    except json.JSONDecodeError as error:
        raise refused(f"not valid JSON: {error.msg} in line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise refused("brackets are nested too deeply for a campaign") from error
    except ValueError as error:
        raise refused(str(error) if "number" in str(error) else "a number is too long") from error


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number that JSON knows")


def refused(message: str) -> CampaignFileError:
    return CampaignFileError((Fault("", message),))
