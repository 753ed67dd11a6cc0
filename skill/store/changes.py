"""What one turn changes: filled by the house, sealed, then written in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, update

from skill.store import rows, schema
from skill.store.encryption import Mark, Vault
from skill.store.identity import fold, zone_name
from skill.store.snapshot import Member, StoredAlert, StoredFrame
from skill.turn import Entry

K = TypeVar("K", str, tuple[str, str])
T = TypeVar("T")
OWNED: tuple[type[schema.Base], ...] = (
    schema.PracticeState,
    schema.Entry,
    schema.Frame,
    schema.Alert,
    schema.Consent,
    schema.TurnSeen,
)


@dataclass(repr=False)
class Changes:
    """Everything a turn wants kept.

    Each mapping holds what stands under a key from now on; None takes it away. So what was before can be given back
    by putting it there again. ``request`` is the platform's id, hashed when it is kept ("" keeps no reply);
    ``owner`` whose turn it was. ``zone`` and ``memory`` stay as they are when None. Taking a person away takes all that
    is theirs, and ``forgotten`` takes the household itself: nothing else of the changes is written then. ``voices``
    says whose a platform's voice id is. ``states`` are keyed by practice and owner, ``consents`` by owner and scope.
    """

    request: str = ""
    owner: str = ""
    reply: Mapping[str, Any] | None = None
    zone: str | None = None
    memory: Mapping[str, Any] | None = None
    people: dict[str, Member | None] = field(default_factory=dict)
    voices: dict[str, str | None] = field(default_factory=dict)
    states: dict[tuple[str, str], tuple[int, Mapping[str, Any]] | None] = field(default_factory=dict)
    entries: dict[str, Entry | None] = field(default_factory=dict)
    frames: dict[str, StoredFrame | None] = field(default_factory=dict)
    alerts: dict[str, StoredAlert | None] = field(default_factory=dict)
    consents: dict[tuple[str, str], str | None] = field(default_factory=dict)
    forgotten: bool = False


class Writes:
    """The rows that changes come to, sealed and hashed, so that a transaction has only to write them."""

    def __init__(self, changes: Changes, household: str, vault: Vault, now: datetime) -> None:
        self._house = {"household_id": household}
        self._put: dict[type[schema.Base], list[rows.RowOf]] = defaultdict(list)
        self._taken: dict[type[schema.Base], list[rows.RowOf]] = defaultdict(list)
        self._left = [{**self._house, "owner": id} for id, member in changes.people.items() if member is None]
        self._voices = [
            (id, vault.fingerprint("voice", voice) if voice else None) for id, voice in changes.voices.items()
        ]
        self._sort(schema.Person, ("id",), changes.people, lambda member: _person(member, vault))
        self._sort(schema.PracticeState, ("practice", "owner"), changes.states, lambda state: _state(state, vault))
        self._sort(schema.Entry, ("id",), changes.entries, lambda entry: _entry(entry, vault))
        self._sort(schema.Frame, ("id",), changes.frames, lambda frame: _frame(frame, vault))
        self._sort(schema.Alert, ("id",), changes.alerts, lambda alert: _alert(alert, vault))
        self._sort(schema.Consent, ("owner", "scope"), changes.consents, lambda status: {"status": status, "at": now})

    def carry_out(self, connection: Connection) -> None:
        """Write everything, what is taken away first."""
        for owned in OWNED:
            rows.take(connection, owned, self._left)
        for model, keys in self._taken.items():
            rows.take(connection, model, keys)
        for model, kept in self._put.items():
            rows.put(connection, model, kept)
        for person, voice in self._voices:
            self._give_voice(connection, person, voice)

    def _sort(
        self,
        model: type[schema.Base],
        names: tuple[str, ...],
        things: Mapping[K, T | None],
        row: Callable[[T], rows.RowOf],
    ) -> None:
        for key, thing in things.items():
            place = {**self._house, **dict(zip(names, key if isinstance(key, tuple) else (key,), strict=True))}
            if thing is None:
                self._taken[model].append(place)
            else:
                self._put[model].append({**place, **row(thing)})

    def _give_voice(self, connection: Connection, person: str, voice: Mark | None) -> None:
        """Make a voice this person's and nobody else's."""
        at_home = update(schema.Person).where(schema.Person.household_id == self._house["household_id"])
        if voice is not None:
            connection.execute(at_home.where(schema.Person.voice_hash == voice).values(voice_hash=None))
        connection.execute(at_home.where(schema.Person.id == person).values(voice_hash=voice))


def _person(member: Member, vault: Vault) -> rows.RowOf:
    return {"account": member.account, "name": vault.seal(member.name)}


def _state(state: tuple[int, Mapping[str, Any]], vault: Vault) -> rows.RowOf:
    version, fields = state
    return {"version": version, "body": vault.seal(fields)}


def _entry(entry: Entry, vault: Vault) -> rows.RowOf:
    return {
        "owner": entry.owner,
        "practice": entry.practice,
        "kind": entry.kind,
        "visibility": entry.visibility,
        "shared_with": entry.shared_with,
        "about_hash": vault.fingerprint("about", fold(entry.about)) if entry.about else None,
        "made_at": entry.made_at,
        "zone": zone_name(entry.made_at),
        "body": vault.seal({"text": entry.text, "about": entry.about, "data": entry.data}),
    }


def _frame(frame: StoredFrame, vault: Vault) -> rows.RowOf:
    return {
        "owner": frame.owner,
        "root": frame.begun_by,
        "conversation_hash": frame.conversation,
        "touched": frame.touched,
        "status": frame.status,
        "body": vault.seal(frame.body),
    }


def _alert(alert: StoredAlert, vault: Vault) -> rows.RowOf:
    return {
        "owner": alert.owner,
        "practice": alert.practice,
        "kind": alert.kind,
        "at": alert.at,
        "zone": zone_name(alert.at),
        "status": alert.status,
        "token": vault.seal(alert.secret),
        "body": vault.seal(alert.body),
    }
