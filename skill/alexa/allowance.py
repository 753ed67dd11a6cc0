"""How often a certificate chain may be asked for, so that strangers cannot make this host call out at will."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class _Pause:
    length: float
    until: float


class _Bucket:
    """Holds ``burst`` at most and fills by ``per_second``."""

    def __init__(self, burst: int, per_second: float, now: float) -> None:
        self._burst = self._left = float(burst)
        self._per_second = per_second
        self._filled = now

    def take(self, now: float) -> bool:
        self._left = min(self._burst, self._left + (now - self._filled) * self._per_second)
        self._filled = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Allowance:
    """Buckets of fetches for all addresses together, and a pause that doubles for each that failed.

    ``burst`` fetches may go out at once and ``per_minute`` in the long run, and as many again for addresses that were
    asked for before; ``at_once`` may be under way; a failed address rests ``first_pause`` s, then twice as long each
    time up to ``longest_pause`` s; ``remembered`` addresses that failed, and ``waiting`` that got nothing yet, are kept
    in mind. Safe to share between threads.
    """

    def __init__(
        self,
        seconds: Callable[[], float] = time.monotonic,
        *,
        burst: int = 6,
        per_minute: float = 6.0,
        at_once: int = 2,
        first_pause: float = 5.0,
        longest_pause: float = 600.0,
        remembered: int = 256,
        waiting: int = 65_536,
    ) -> None:
        self._seconds = seconds
        self._first, self._again = (_Bucket(burst, per_minute / 60, seconds()) for _ in range(2))
        self._at_once = at_once
        self._first_pause = first_pause
        self._longest_pause = longest_pause
        self._remembered = remembered
        self._most_waiting = waiting
        self._pauses: OrderedDict[str, _Pause] = OrderedDict()
        self._waiting: OrderedDict[int, None] = OrderedDict()
        self._under_way: set[str] = set()
        self._lock = threading.Lock()

    def take(self, address: str, *, known: bool) -> bool:
        """Tell whether ``address`` may be fetched now, and count that fetch; how it ended is to be told.

        A ``known`` address, whose chain was held before, is not charged to a bucket: a flood of invented addresses
        must not keep an expired chain from being renewed. Nor must it keep a new chain of Amazon's away, which, unlike
        an invented one, is asked for again and again.
        """
        with self._lock:
            now = self._seconds()
            pause = self._pauses.get(address)
            if pause and now < pause.until:
                return False
            return known or self._take_one(address, now)

    def _take_one(self, address: str, now: float) -> bool:
        again = self._asked_before(address)
        if len(self._under_way) >= self._at_once or not (self._first.take(now) or (again and self._again.take(now))):
            return False
        self._waiting.pop(hash(address), None)
        self._under_way.add(address)
        return True

    def _asked_before(self, address: str) -> bool:
        """Keep an address in mind by its hash, which is small and which nobody outside can foresee."""
        asked = hash(address)
        again = asked in self._waiting
        self._waiting[asked] = None
        self._waiting.move_to_end(asked)
        while len(self._waiting) > self._most_waiting:
            self._waiting.popitem(last=False)
        return again

    def failed(self, address: str) -> None:
        """Let ``address`` rest: nothing came from it, or nothing to trust."""
        with self._lock:
            self._under_way.discard(address)
            before = self._pauses.pop(address, None)
            length = min(before.length * 2, self._longest_pause) if before else self._first_pause
            self._pauses[address] = _Pause(length, self._seconds() + length)
            while len(self._pauses) > self._remembered:
                self._pauses.popitem(last=False)

    def succeeded(self, address: str) -> None:
        """Forget that ``address`` ever failed."""
        with self._lock:
            self._under_way.discard(address)
            self._pauses.pop(address, None)
