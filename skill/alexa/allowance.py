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


class Allowance:
    """A bucket of fetches for all addresses together, and a pause that doubles for each that failed.

    ``burst`` fetches may go out at once and ``per_minute`` in the long run; a failed address rests
    ``first_pause`` s, then twice as long each time up to ``longest_pause`` s; ``remembered`` addresses are kept
    in mind. Safe to share between threads.
    """

    def __init__(
        self,
        seconds: Callable[[], float] = time.monotonic,
        *,
        burst: int = 6,
        per_minute: float = 6.0,
        first_pause: float = 5.0,
        longest_pause: float = 600.0,
        remembered: int = 256,
    ) -> None:
        self._seconds = seconds
        self._burst = float(burst)
        self._per_second = per_minute / 60
        self._first_pause = first_pause
        self._longest_pause = longest_pause
        self._remembered = remembered
        self._left = self._burst
        self._filled = seconds()
        self._pauses: OrderedDict[str, _Pause] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, address: str, *, known: bool) -> bool:
        """Tell whether ``address`` may be fetched now, and count that fetch.

        A ``known`` address, whose chain was held before, is not charged to the bucket: a flood of invented
        addresses must not keep an expired chain from being renewed.
        """
        with self._lock:
            now = self._seconds()
            pause = self._pauses.get(address)
            if pause and now < pause.until:
                return False
            return known or self._take_one(now)

    def _take_one(self, now: float) -> bool:
        self._left = min(self._burst, self._left + (now - self._filled) * self._per_second)
        self._filled = now
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def failed(self, address: str) -> None:
        """Let ``address`` rest: nothing came from it, or nothing to trust."""
        with self._lock:
            before = self._pauses.pop(address, None)
            length = min(before.length * 2, self._longest_pause) if before else self._first_pause
            self._pauses[address] = _Pause(length, self._seconds() + length)
            while len(self._pauses) > self._remembered:
                self._pauses.popitem(last=False)

    def succeeded(self, address: str) -> None:
        """Forget that ``address`` ever failed."""
        with self._lock:
            self._pauses.pop(address, None)
