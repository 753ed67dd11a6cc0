"""Companions: threads beside those that answer, in which plugins' code runs, so that it can be left behind."""

from __future__ import annotations

import sys
import time
import weakref
from collections.abc import Callable
from contextvars import copy_context
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

import structlog

from skill.errors import Overran
from skill.outside import Deadline

T = TypeVar("T")

MOST_LEFT = 3
"""After so many calls of one plugin that have not come back, its calls are refused until some do."""
ASIDE = 1 / 3
"""The share of the time left that may be spent on a call without which the turn can go on."""


class Companions:
    """Makes calls for whoever waits, no longer than that. Safe to share between threads.

    No thread is started before the first call, nor for a call that finds a companion idle. One that is left behind
    ends by itself when its call does, since nothing else can end it; it does not keep the process from ending.
    """

    def __init__(self) -> None:
        self._idle: list[_Companion] = []
        self._left = _Left()
        weakref.finalize(self, _dismiss, self._idle)

    def refuses(self, plugin: str) -> bool:
        """Say whether a plugin's calls are refused, since too many have not come back."""
        return self._left.count(plugin) >= MOST_LEFT

    def call(self, plugin: str, where: str, function: Callable[[], T], seconds: float) -> T:
        """Give what ``function`` gives, or raise what it raises.

        Raises Overran when it takes longer than ``seconds``, and when calls of the ``plugin`` are refused. ``where``
        says, for the log, which of its code this is.
        """
        if self.refuses(plugin):
            raise Overran(f"{plugin} was not asked for {where}: {MOST_LEFT} of its calls have not come back")
        try:
            companion = self._idle.pop()
        except IndexError:
            companion = _Companion(self._left)
        call = _Call(plugin, where, function)
        companion.take(call)
        if not call.done.acquire(timeout=max(0.0, seconds)) and self._left.add(call):
            raise Overran(f"{where} of {plugin} took longer than its budget, and was left at {companion.place}")
        self._idle.append(companion)
        return call.outcome()


class Calls:
    """One turn's calls of plugins' code, each within what is left of the turn's time."""

    def __init__(self, companions: Companions, deadline: Deadline) -> None:
        self.deadline = deadline
        self.refuses = companions.refuses
        self._companions = companions

    def make(self, plugin: str, where: str, function: Callable[[], T], share: float = 1.0) -> T:
        """Make a call, which may take the ``share`` of the time that is left.

        Raises what the function raises, Overran when it takes longer, BudgetSpent when no time is left at all.
        """
        self.deadline.check()
        given = self._companions.call(plugin, where, function, self.deadline.left * share)
        if self.deadline.left <= 0:
            raise Overran(f"{where} of {plugin} took longer than its budget")
        return given


class _Call(Generic[T]):
    """One call, made by the thread that waits for ``done`` and run by a companion in the same context."""

    def __init__(self, plugin: str, where: str, function: Callable[[], T]) -> None:
        self.plugin = plugin
        self.where = where
        self.began = time.monotonic()
        self.over = False
        self.done = Lock()
        self.done.acquire()
        self._context = copy_context()
        self._function = function
        self._given: list[T] = []
        self._error: BaseException | None = None

    def run(self) -> None:
        try:
            self._given.append(self._context.run(self._function))
        except BaseException as error:  # whatever it is, it is for the one who waits
            self._error = error

    def outcome(self) -> T:
        if self._error is None:
            return self._given.pop()
        try:
            raise self._error
        finally:
            self._error = None  # its traceback leads back here: nothing is to wait for the garbage collector


class _Left:
    """The calls that were left behind, and have not come back."""

    def __init__(self) -> None:
        self._calls: set[_Call[Any]] = set()
        self._lock = Lock()
        self._log = structlog.get_logger(__name__)

    def count(self, plugin: str) -> int:
        if not self._calls:
            return 0
        with self._lock:
            return sum(call.plugin == plugin for call in self._calls)

    def add(self, call: _Call[Any]) -> bool:
        """Leave a call behind; False when it has come back at this very moment."""
        with self._lock:
            if not call.over:
                self._calls.add(call)
            return not call.over

    def ends(self, call: _Call[Any]) -> bool:
        """Note that a call is over; say whether it was left behind."""
        with self._lock:
            call.over = True
            left = call in self._calls
            self._calls.discard(call)
        if left:
            seconds = round(time.monotonic() - call.began, 1)
            self._log.warning("came_back", plugin=call.plugin, where=call.where, seconds=seconds)
        return left


class _Companion:
    """A thread that makes one call after the other."""

    def __init__(self, left: _Left) -> None:
        self._inbox: SimpleQueue[_Call[Any] | None] = SimpleQueue()
        # The thread knows nothing of who owns it, so that it is dismissed when that is forgotten.
        self._thread = Thread(target=_accompany, args=(self._inbox, left), name="companion", daemon=True)
        self._thread.start()

    @property
    def place(self) -> str:
        """Say which module and line it is at."""
        frame = sys._current_frames().get(self._thread.ident or 0)
        return f"{frame.f_globals.get('__name__')}:{frame.f_lineno}" if frame else "its end"

    def take(self, call: _Call[Any] | None) -> None:
        self._inbox.put(call)


def _accompany(inbox: SimpleQueue[_Call[Any] | None], left: _Left) -> None:
    while (call := inbox.get()) is not None:
        call.run()
        if left.ends(call):
            return
        call.done.release()
        del call  # while it waits for the next it holds nothing of this one


def _dismiss(idle: list[_Companion]) -> None:
    for companion in idle:
        companion.take(None)
