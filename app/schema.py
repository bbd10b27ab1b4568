"""The JSON Schema of the campaign file, made from the field table; `resources/` ships what `schema()` returns."""

import json
from typing import Any

from app.campaign import TEMPLATE
from app.campaign_file import FORMAT, NUMBERS, VERSION
from app.field import Field, Kind, Template, fields_of

_TEXT: dict[str, Any] = {"type": ["string", "null"]}
_DATE: dict[str, Any] = {
    "anyOf": [{"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}, {"type": "null"}, {"const": ""}]
}
_SIMPLE: dict[Kind, dict[str, Any]] = {
    Kind.LINE: _TEXT,
    Kind.TEXT: _TEXT,
    Kind.WHEN: _TEXT,
    Kind.PERSON: _TEXT,
    Kind.DATE: _DATE,
    Kind.NUMBER: {
        "anyOf": [{"type": "integer", "minimum": 0, "maximum": NUMBERS[-1]}, {"type": "null"}, {"const": ""}]
    },
    Kind.FLAG: {"type": ["boolean", "null"]},
    Kind.COLOUR: {
        "anyOf": [{"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}, {"type": "null"}, {"const": ""}]
    },
    Kind.PICTURE: {"type": ["string", "null"], "contentEncoding": "base64"},
    Kind.NAMES: {"type": ["array", "null"], "items": _TEXT},
    Kind.LINES: {"type": ["array", "null"], "items": _TEXT},
    Kind.SPECS: {"type": ["object", "null"], "additionalProperties": _TEXT},
}


def schema(template: Template = TEMPLATE) -> dict[str, Any]:
    """Draft 2020-12. What it cannot say (references to people, ids that repeat) the reader checks."""
    campaign = _object(template.campaign)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Baton campaign file",
        **campaign,
        "type": "object",
        "properties": {"format": {"const": FORMAT}, "version": {"const": VERSION}, **campaign["properties"]},
        "required": ["format", "version", "title"],
    }


def _object(cls: type, also: tuple[str, ...] = ()) -> dict[str, Any]:
    rows = [found for found in fields_of(cls) if not found.local]
    properties = {**dict.fromkeys(also, _TEXT), **{found.key: _described(found) for found in rows}}
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}


def _described(found: Field) -> dict[str, Any]:
    description = found.question or found.guidance or found.label
    return {"description": description, **_value(found)}


def _value(found: Field) -> dict[str, Any]:
    match found.kind:
        case Kind.PART:
            assert found.rows is not None
            return _object(found.rows)
        case Kind.ROWS:
            assert found.rows is not None
            ids = ("id",) if found.key == "people" else ()
            return {"type": ["array", "null"], "items": _object(found.rows, ids)}
        case Kind.CHOICE if not found.open:
            return {"enum": [*(value for value, _ in found.choices), "", None]}
        case Kind.CHOICE:
            return {**_TEXT, "examples": [value for value, _ in found.choices]}
        case Kind.PEOPLE:
            many = {"type": ["array", "null"], "items": _TEXT}
            return {"anyOf": [many, {"type": "string"}]} if found.alone else many
        case _:
            return dict(_SIMPLE[found.kind])


if __name__ == "__main__":
    print(json.dumps(schema(), indent=2, ensure_ascii=False))
