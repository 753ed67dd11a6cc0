"""Everything kept of a household, readable: for the people whose it is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from skill.store import schema
from skill.store.encryption import Vault
from skill.store.identity import in_zone

TABLES: dict[str, type[schema.Housed]] = {
    "people": schema.Person,
    "states": schema.PracticeState,
    "entries": schema.Entry,
    "frames": schema.Frame,
    "alerts": schema.Alert,
    "consents": schema.Consent,
    "turns": schema.TurnSeen,
}
SECRETS = ("token", "tokens", "codes")
HOUSE_ONLY = ("household_id", "key_id", "root")
"""Columns by which rows are found, which say nothing that does not stand elsewhere too."""


def export(connection: Connection, vault: Vault, household: str) -> dict[str, Any] | None:
    """Open every row of a household; None when it is not there.

    Instants are ISO 8601 in their own zone; hashes are left out; of a platform's token, and of spoken codes, only that
    there is a place for one is told.
    """
    house = schema.table(schema.Household)
    found = connection.execute(select(house).where(house.c.household_id == household)).mappings().first()
    if found is None:
        return None
    whole: dict[str, Any] = {"id": household, **_readable(dict(found), vault)}
    for name, model in TABLES.items():
        kept = schema.table(model)
        key = list(kept.primary_key)
        rows = connection.execute(select(kept).where(kept.c.household_id == household).order_by(*key)).mappings()
        whole[name] = [_readable(dict(row), vault) for row in rows]
    return whole


def _readable(row: dict[str, Any], vault: Vault) -> dict[str, Any]:
    zone = row.get("zone") or "UTC"
    readable: dict[str, Any] = {}
    for name, value in row.items():
        if name == "voice_hash":
            readable["voice"] = value is not None
        elif name in HOUSE_ONLY or name.endswith("_hash"):
            continue
        elif isinstance(value, datetime):
            readable[name] = in_zone(value, zone).isoformat()
        elif isinstance(value, bytes):
            readable[name] = name in SECRETS or _without_secrets(vault.open(value))
        else:
            readable[name] = value
    return readable


def _without_secrets(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: name in SECRETS or _without_secrets(inner) for name, inner in value.items()}
    return [_without_secrets(inner) for inner in value] if isinstance(value, list) else value
