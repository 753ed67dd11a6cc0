"""The frames of one turn: those that were there, opened when they are first looked into, and those it puts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import cast

from skill.floor import REMEMBERED_FOR, Frame, Head, Standing, outdated, spent
from skill.store import StoredFrame

MOST_LEFT = 3
"""So many runs of one practice that someone broke off are kept."""


class Frames:
    """A household's frames at the moment ``at``, seen from a ``conversation``; those long over are no longer looked at.

    ``touched`` are the ids of those that this turn has put.
    """

    def __init__(self, stored: Iterable[StoredFrame], conversation: str, at: datetime) -> None:
        self.touched: set[str] = set()
        self._at = at
        self._conversation = conversation
        self._all = tuple(stored)
        self._heads: dict[str, Head] = {
            each.id: each for each in self._all if each.conversation == conversation or not spent(each, at)
        }

    def get(self, id_: str) -> Frame | None:
        """Give a frame by its id."""
        head = self._heads.get(id_)
        if isinstance(head, StoredFrame):
            head = self._heads[id_] = _opened(head)
        return cast("Frame | None", head)

    def put(self, frame: Frame) -> Frame:
        """Take in a frame as it is now."""
        if frame.touched is not self._at:
            frame = replace(frame, touched=self._at)
        self._heads[frame.id] = frame
        self.touched.add(frame.id)
        return frame

    def where(self, wanted: Callable[[Head], bool]) -> list[Frame]:
        """List the frames of which this holds, in the order of their keys; the others are not opened."""
        ids = [id_ for id_, head in self._heads.items() if wanted(head)]
        return [frame for each in ids if (frame := self.get(each))]

    def newest(self, wanted: Callable[[Head], bool]) -> Frame | None:
        """Give the one that was last gone on with of those of which this holds; the others are not opened."""
        found = max(filter(wanted, self._heads.values()), key=lambda head: head.touched, default=None)
        return self.get(found.id) if found else None

    def put_now(self) -> Iterator[Frame]:
        """Go through those that this turn has put."""
        return filter(None, map(self.get, sorted(self.touched)))

    def over(self, opening: str) -> list[str]:
        """List the ids of those that can go: long over, left of the ``opening`` practice, or more than are kept."""
        left: dict[tuple[str, str], int] = defaultdict(int)
        found = []
        for stored in sorted(self._all, key=lambda each: each.touched, reverse=True):
            if stored.id in self.touched:
                continue
            run = (stored.root, stored.owner)
            old = self._at - stored.touched > REMEMBERED_FOR
            if outdated(stored, self._at) or (old and (stored.root == opening or left[run] >= MOST_LEFT)):
                found.append(stored.id)
            left[run] += stored.status != "done"
        return found


def _opened(stored: StoredFrame) -> Frame:
    status = cast(Standing, stored.status)
    return Frame.from_data(stored.id, stored.owner, stored.conversation, status, stored.touched, stored.body)
