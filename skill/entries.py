"""The entries of one turn: those it keeps, changes and takes away, over what was kept before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from skill.effects import Amend, Record
from skill.practice import Practice
from skill.store import Households, Snapshot
from skill.turn import Entry, Person


class Entries:
    """``put`` holds entries as they are to be written, ``dropped`` the ids of those to be taken away."""

    def __init__(self, households: Households, snapshot: Snapshot, now: datetime, new_id: Callable[[], str]) -> None:
        self.put: dict[str, Entry] = {}
        self.dropped: set[str] = set()
        self._households = households
        self._snapshot = snapshot
        self._now = now
        self._new_id = new_id
        self._stored: dict[str, Entry | None] = {}

    def record(self, practice: Practice[object], record: Record, speaking: Person | None) -> Entry | None:
        """Keep an entry; None when nobody knows whose it would be."""
        owner = record.owner or (speaking.id if speaking else "")
        if not owner:
            return None
        entry = Entry(
            id=self._new_id(),
            practice=practice.name,
            kind=record.kind,
            text=record.text,
            made_at=self._now,
            owner=owner,
            about=record.about,
            visibility=record.visibility,
            shared_with=record.shared_with,
            data=record.data,
        )
        self.put[entry.id] = entry
        self._stored[entry.id] = None  # its id was made just now
        return entry

    def amend(self, amend: Amend) -> None:
        """Change an entry, where it is still there."""
        entry = self.get(amend.entry)
        if entry is not None:
            changes = {name: value for name, value in vars(amend).items() if name != "entry" and value is not None}
            self.put[entry.id] = replace(entry, **{**changes, "data": {**entry.data, **(amend.data or {})}})

    def drop(self, entry: str) -> None:
        """Take an entry away."""
        if self.put.pop(entry, None) is None or self.stored(entry):
            self.dropped.add(entry)

    def restore(self, entry: Entry) -> None:
        """Put an entry back as it was."""
        self.dropped.discard(entry.id)
        self.put[entry.id] = entry

    def get(self, id_: str) -> Entry | None:
        """Find an entry, as this turn has left it."""
        return next(iter(self.all((id_,))), None)

    def all(self, ids: Sequence[str]) -> tuple[Entry, ...]:
        """Give those of these entries that are there, as this turn has left them."""
        self._look_up([each for each in ids if each not in self.put and each not in self.dropped])
        left = (None if each in self.dropped else self.put.get(each) or self._stored[each] for each in ids)
        return tuple(filter(None, left))

    def stored(self, id_: str) -> Entry | None:
        """Find an entry as it was before the turn."""
        self._look_up((id_,))
        return self._stored[id_]

    def _look_up(self, ids: Iterable[str]) -> None:
        """Read entries together, each once in a turn: what the snapshot is of does not change."""
        unread = dict.fromkeys([each for each in ids if each not in self._stored])
        if unread:
            self._stored |= unread
            self._stored |= {entry.id: entry for entry in self._households.entries(self._snapshot, tuple(unread))}

    @property
    def added(self) -> tuple[str, ...]:
        """List the ids of entries that were not there before."""
        self._look_up(self.put)
        return tuple([each for each in self.put if self._stored[each] is None])

    @property
    def before(self) -> tuple[Entry, ...]:
        """List the entries that were changed or taken away, as they were."""
        touched = (*self.put, *self.dropped)
        self._look_up(touched)
        return tuple([old for each in touched if (old := self._stored[each]) is not None])
