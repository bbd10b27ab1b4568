"""A campaign that comes from elsewhere gets ids, and a client of the workspace where one says the same."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from app.campaign import Campaign, Client
from app.field import Kind, fields_of


def identified(node: Any, new_id: Callable[[], str]) -> Any:
    """The same campaign, with an id for every row that has none."""
    found: dict[str, Any] = {}
    for each in fields_of(type(node)):
        value = getattr(node, each.key)
        if each.kind is Kind.PART:
            found[each.key] = identified(value, new_id)
        elif each.rows is not None:
            rows = (row if row.id else replace(row, id=new_id()) for row in value)
            found[each.key] = tuple(identified(row, new_id) for row in rows)
    return replace(node, **found) if found else node


def with_client(
    campaign: Campaign,
    named: Callable[[str], Iterable[Client]],
    beside: Iterable[Campaign],
    new_id: Callable[[], str],
) -> tuple[Campaign, bool]:
    """The campaign with a client of the workspace (those `named` so) or of those that come with it, if it says the same,
    or a new one; whether it was known."""
    client = campaign.client
    if client.id:
        return campaign, True
    if client.name.strip():
        new = (each.client for each in beside if each.client.name == client.name)
        for known in (*named(client.name), *new):
            if agrees(client, known):
                return replace(campaign, client=known), True
    return replace(campaign, client=replace(client, id=new_id())), False


def agrees(imported: Client, known: Client) -> bool:
    """Whether a client of a file is one of the workspace: the same name, and no other answer about the brand."""
    return imported.name == known.name and _agrees(imported.brand, known.brand)


def _agrees(imported: Any, known: Any) -> bool:
    pairs = ((getattr(imported, it.key), getattr(known, it.key)) for it in fields_of(type(imported)))
    return all(not mine or mine == theirs for mine, theirs in pairs)
