"""Writing a campaign file: every answer, in the order of the table; what reads it back is the same campaign."""

import base64
import json
import re
from typing import Any

from app.campaign import Campaign
from app.campaign_file.reading import FORMAT, VERSION
from app.campaign_file.references import by_name, has_id
from app.field import Field, Kind, fields_of
from app.place import answers

_SURROGATE = re.compile("[\ud800-\udfff]")


def write_campaign(campaign: Campaign) -> bytes:
    """The campaign file: every answer, in the order of the table, with a line feed at the end."""
    content = {"format": FORMAT, "version": VERSION, **_write_object(by_name(campaign), top=True)}
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return (_SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n").encode()


def _write_object(node: Any, *, top: bool = False) -> dict[str, Any]:
    written: dict[str, Any] = {"id": node.id} if has_id(type(node)) else {}
    for found in fields_of(type(node)):
        value = getattr(node, found.key)
        if not found.local and (_answered(value) or (top and found.key == "title")):
            written[found.key] = _write_value(found, value)
    return written


def _answered(value: Any) -> bool:
    if hasattr(value, "__dataclass_fields__"):
        return any(_answered(inner) for _, found, inner in answers(value) if found.kind is not Kind.PART)
    return value not in (None, "", (), False, b"")


def _write_value(found: Field, value: Any) -> Any:
    match found.kind:
        case Kind.PART:
            return _write_object(value)
        case Kind.ROWS:
            return [_write_object(row) for row in value]
        case Kind.LINES:
            return [row.text for row in value]
        case Kind.SPECS:
            return _write_specs(value)
        case Kind.DATE:
            return value.isoformat()
        case Kind.PICTURE:
            return base64.b64encode(value).decode()
        case Kind.PEOPLE if found.alone and len(value) == 1:
            return value[0]
        case Kind.PEOPLE | Kind.NAMES:
            return list(value)
        case _:
            return value


def _write_specs(specs: Any) -> dict[str, str]:
    """Names to values; a name that stands twice is numbered, since a JSON object cannot hold it twice."""
    written: dict[str, str] = {}
    for spec in specs:
        name, times = spec.name, 1
        while name in written:
            times += 1
            name = f"{spec.name} ({times})"
        written[name] = spec.value
    return written
