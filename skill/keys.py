"""The commands ``safe-harbor keys``: which key seals what, and changing it while the skill is served."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from skill.settings import Settings
from skill.tables import print_rows

if TYPE_CHECKING:
    from skill.store import Rotation, Vault
    from skill.store.rotation import Sealing

PAUSE = 0.01
"""Seconds between two batches, in which turns of the servers go on."""


@click.group()
def keys() -> None:
    """Look after the keys that seal what people say."""


@keys.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def status(as_json: bool) -> None:
    """Say what each key does and how much it seals; exit 1 where a key is lost."""
    with _opened(Settings.of()) as (rotation, vault):
        print_rows(_rows(vault, rotation.census()), as_json=as_json)
        rotation.check_texts()


@keys.command()
def new() -> None:
    """Print a new key for SAFE_HARBOR_SECRET_KEYS; nothing is changed."""
    from skill.store.keyring import new_key

    click.echo(new_key())


@keys.command()
def rotate() -> None:
    """Put a new key in front and seal everything again with it, while servers run; run it again to go on.

    The last key stays: it makes the hashes by which households are found. With SAFE_HARBOR_SECRET_KEYS you put the new
    key in front yourself, first as open:KEY on every server, then as KEY; this command seals everything again with it.
    """
    settings = Settings.of()
    with _opened(settings) as (rotation, vault):
        rotation.check_texts()
        if not _older(rotation, vault):
            _begin(settings, vault)
        _seal(rotation, vault)
        _tell(rotation, vault)


def _begin(settings: Settings, vault: Vault) -> None:
    from skill.store import keys as key_file

    if settings.secret_keys:
        raise click.ClickException(
            f"nothing is left to do: key {vault.ring.sealing} seals everything. To change it, put a new one in front: "
            "SAFE_HARBOR_SECRET_KEYS=open:NEW,… on every server, then NEW,… on every server, then this command"
        )
    key_file.add(settings.data_dir, vault.keys)
    vault.refresh()
    ring = vault.ring
    click.echo(f"Key {ring.sealing} is the first in {ring.source} from now on. Copy that file to a safe place.")


def _seal(rotation: Rotation, vault: Vault) -> None:
    total = sum(each.texts for each in _older(rotation, vault))
    with click.progressbar(length=total, label=f"Sealing {total} texts again", show_pos=True) as progress:
        for written in rotation.reseal():
            progress.update(written)
            time.sleep(PAUSE)


def _tell(rotation: Rotation, vault: Vault) -> None:
    ring = vault.ring
    rotation.check_texts()
    if left := sum(each.texts for each in _older(rotation, vault)):
        raise click.ClickException(
            f"{left} texts were sealed meanwhile by servers that do not know key {ring.sealing} yet: restart them, "
            "then run this again"
        )
    click.echo(f"Everything is sealed with key {ring.sealing}. Key {ring.last}, the last, must stay.")
    if removable := [each for each in ring.ids if each not in (ring.sealing, ring.last)]:
        click.echo(
            f"Restart the servers; where safe-harbor keys status still shows nothing under {' and '.join(removable)}, "
            "it can be removed."
        )


def _older(rotation: Rotation, vault: Vault) -> list[Sealing]:
    """List what can be sealed again: what is sealed with another key than the newest, and not lost."""
    known = {"", *vault.ring.ids} - {vault.ring.sealing}
    return [each for each in rotation.census() if each.key in known]


def _rows(vault: Vault, census: tuple[Sealing, ...]) -> list[dict[str, str | list[str]]]:
    ring = vault.ring
    found = {each.key: each for each in census}
    rows: list[dict[str, str | list[str]]] = []
    for place, key in enumerate((*ring.ids, *(key for key in found if key not in ring.ids)), 1):
        held = found.get(key)
        rows.append(
            {
                "place": str(place) if key in ring.ids else "-",
                "key": key or "unnamed",
                "does": _does(vault, key, unused=held is None),
                "texts": str(held.texts if held else 0),
                "households": str(held.households if held else 0),
            }
        )
    return rows


def _does(vault: Vault, key: str, *, unused: bool) -> list[str]:
    ring = vault.ring
    if not key:
        return ["sealed before keys were named; safe-harbor keys rotate names it"]
    if key not in ring.ids:
        return ["LOST: put it back"]
    does = ["seals"] if key == ring.sealing else ["opens"]
    if key == ring.last:
        does.append("makes the hashes: must stay the last")
    elif key != ring.sealing and unused and ring.ids.index(key) > ring.ids.index(ring.sealing):
        does = ["seals nothing any more: can be removed"]
    return does


@contextmanager
def _opened(settings: Settings) -> Iterator[tuple[Rotation, Vault]]:
    from skill.store import Database, Rotation, Vault

    vault = Vault.load_or_create(settings.data_dir, settings.secret_keys)
    database = Database(settings.database_url)
    try:
        yield Rotation(database, vault), vault
    finally:
        database.close()
