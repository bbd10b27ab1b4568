"""A place in words, for people: "Deliverables, Blog post: Due"."""

from typing import Any

from app.campaign import Campaign
from app.field import Kind, fields_of
from app.place import Place, field_at, get, index_of
from app.text import clean


def where(campaign: Campaign, place: Place) -> str:
    """Labels of the table and names of the rows, from the outside in; what is gone is left out."""
    said: list[str] = []
    node: Any = campaign
    keys = iter(place)
    for key in keys:
        found = next((each for each in fields_of(type(node)) if each.key == key), None)
        if found is None:
            break
        said.append(found.label)
        node = getattr(node, key)
        if found.kind in (Kind.ROWS, Kind.LINES, Kind.SPECS):
            row_id = next(keys, None)
            if row_id is None or row_id not in {row.id for row in node}:
                break
            node = node[index_of(node, row_id)]
            said.append(name_of(node))
    return " › ".join(part for part in said if part)


def lacking(campaign: Campaign, place: Place) -> str:
    """The answer that is not there, stated: "Launch is missing", "“Landing page”: owner is missing". KeyError for a
    row that is gone."""
    row = ""
    for end in range(1, len(place)):
        if isinstance(get(campaign, place[: end - 1]), tuple):
            row = name_of(get(campaign, place[:end])) or row
    label = field_at(Campaign, place).label
    return f"“{row}”: {label[:1].lower()}{label[1:]} is missing" if row else f"{label} is missing"


def described(place: Place, row: str, cls: type = Campaign) -> str:
    """A place by the table alone: the labels, and the name of its outermost row as somebody knows it."""
    said: list[str] = []
    keys = iter(place)
    for key in keys:
        found = next((each for each in fields_of(cls) if each.key == key), None)
        if found is None:
            break
        said.append(found.label)
        if found.kind is Kind.LINES:
            break
        if found.kind in (Kind.ROWS, Kind.SPECS) and next(keys, None) is not None:
            said.append(row)
            row = ""
        cls = found.rows or cls
    return " › ".join(part for part in said if part)


def name_of(row: Any) -> str:
    """What a row is called: its first written words, cut to a line."""
    for each in fields_of(type(row)):
        value = getattr(row, each.key)
        if each.kind in (Kind.LINE, Kind.TEXT, Kind.WHEN) and value:
            words = clean(value).split("\n")[0]
            return words if len(words) <= 60 else f"{words[:59].rstrip()}…"
        if each.kind is Kind.NUMBER and value is not None:
            return f"{value}%" if each.key == "percent" else str(value)
    return ""
