"""Carrying out what needs the platform: after a claim, within the budget, once however often a turn is run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from skill.effects import CancelAlert, ChangeAlert, Outside, SetReminder, SetTimer
from skill.errors import BudgetSpent, PlatformError
from skill.exchange import Heard
from skill.platform import Outcome, Platform, Receipt, Reminder, Status
from skill.store import Snapshot

ADOPTION = timedelta(minutes=2)
"""An alert that the platform made this long around a stale claim may be the one that the claim was for."""


@dataclass(frozen=True)
class Done:
    """What came of an effect: the outcome a step is given, and what the platform holds under which token."""

    outcome: Outcome
    token: str = ""
    text: str = ""


class Deadline:
    """How long a turn may take. ``clock`` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float], budget: float) -> None:
        self._clock = clock
        self._end = clock() + budget

    @property
    def left(self) -> float:
        """Give the seconds that are left."""
        return self._end - self._clock()

    def check(self) -> None:
        """Raise BudgetSpent when the time is up."""
        if self._clock() > self._end:
            raise BudgetSpent("the turn took longer than its budget")


class Errands:
    """One request's errands to the platform, remembered so that a turn that is run again does not run them again.

    ``claim`` is called before the first of them and commits a claim on the request; it says whether an earlier,
    stale claim may have left something behind.
    """

    def __init__(self, platform: Platform, deadline: Deadline, claim: Callable[[], bool]) -> None:
        self._platform = platform
        self._deadline = deadline
        self._claim = claim
        self._claimed: bool | None = None
        self._done: dict[tuple[int, Outside], Done] = {}
        self._used: set[tuple[int, Outside]] = set()
        self._zone: list[str | None] = []
        self._calls: Counter[str] = Counter()
        self._answers: dict[tuple[str, int], object] = {}

    def time_zone(self) -> str | None:
        """Ask once for the device's zone; None when the platform does not say."""
        if not self._zone:
            self._begin()
            try:
                self._zone.append(self._platform.time_zone())
            except PlatformError:
                self._zone.append(None)
        return self._zone[0]

    def run(self, number: int, effect: Outside, text: str, token: str, now: datetime, known: frozenset[str]) -> Done:
        """Carry out the ``number``-th effect of the turn; a refusal of the platform is an outcome too.

        ``token`` is the alert's that is changed or cancelled; ``known`` the tokens that we hold already.
        """
        key = (number, effect)
        if key not in self._done:
            self._begin()
            self._deadline.check()
            try:
                self._done[key] = self._carry_out(effect, text, token, now, known)
            except PlatformError as error:
                self._done[key] = Done(Outcome(cast(Status, error.outcome)), text=text)
        self._used.add(key)
        return self._done[key]

    def once(self, call: str, make: Callable[[], object]) -> object:
        """Make a guest's own call; in another attempt at the turn the same call gets the answer that it got before.

        ``call`` tells calls apart; one that is made twice in an attempt is made twice. What ``make`` raises is raised.
        """
        self._calls[call] += 1
        key = (call, self._calls[call])
        if key not in self._answers:
            self._begin()
            self._deadline.check()
            self._answers[key] = make()
        return self._answers[key]

    @property
    def seconds(self) -> float:
        """Give the seconds that are left for calls."""
        return self._deadline.left

    def again(self) -> None:
        """Begin another attempt at the same turn."""
        self._used.clear()
        self._calls.clear()

    def tidy(self) -> None:
        """Take back what an attempt that was not written had set and the written one did not want."""
        for key in self._done.keys() - self._used:
            done, effect = self._done[key], key[1]
            if done.outcome.status == "set":
                with suppress(PlatformError):
                    self._cancel(CancelAlert("", timer=isinstance(effect, SetTimer)), done.token)

    def _begin(self) -> None:
        if self._claimed is None:
            self._claimed = self._claim()

    def _carry_out(self, effect: Outside, text: str, token: str, now: datetime, known: frozenset[str]) -> Done:
        match effect:
            case SetReminder(reminder=reminder):
                receipt = self._left_behind(reminder, text, known) or self._platform.create_reminder(
                    reminder, text, now
                )
                return Done(Outcome("set", _time(receipt, reminder, now)), receipt.token, text)
            case SetTimer(timer=timer):
                receipt = self._platform.create_timer(timer, text, now)
                at = receipt.at.astimezone(now.tzinfo) if receipt.at else _later(now, timer.span)
                return Done(Outcome("set", at), receipt.token, text)
            case ChangeAlert(reminder=reminder):
                receipt = self._platform.change_reminder(token, reminder, text, now)
                return Done(
                    Outcome("changed", _time(receipt, reminder, now), effect.alert), receipt.token or token, text
                )
            case CancelAlert():
                self._cancel(effect, token)
                return Done(Outcome("cancelled", None, effect.alert))

    def _cancel(self, effect: CancelAlert, token: str) -> None:
        delete = self._platform.delete_timer if effect.timer else self._platform.delete_reminder
        try:
            delete(token)
        except PlatformError as error:
            if error.outcome != "missing":
                raise

    def _left_behind(self, reminder: Reminder, text: str, known: frozenset[str]) -> Receipt | None:
        """Find the reminder that a worker set before it died, so that it is not set twice."""
        if not self._claimed or reminder.at is None:
            return None
        for receipt in self._platform.list_reminders():
            same_time = receipt.at is not None and abs(receipt.at - reminder.at) < ADOPTION
            if receipt.on and same_time and receipt.text == text and receipt.token not in known:
                return receipt
        return None


def zone_of(heard: Heard, snapshot: Snapshot, errands: Errands) -> str:
    """Name the household's zone: the device is asked once a day, at a launch, and where none is known."""
    known = snapshot.zone or "UTC"
    checked = snapshot.memory.get("zone checked", "") == heard.at.date().isoformat()
    if heard.kind in ("ended", "event") or (snapshot.zone and (heard.kind != "launch" or checked)):
        return known
    named = errands.time_zone() or known
    try:
        ZoneInfo(named)
    except (KeyError, ValueError, OSError):
        return known
    return named


def _time(receipt: Receipt, reminder: Reminder, now: datetime) -> datetime | None:
    at = receipt.at or reminder.at or (_later(now, reminder.after) if reminder.after else None)
    return at.astimezone(now.tzinfo) if at else None


def _later(now: datetime, span: timedelta) -> datetime:
    """Give the local instant ``span`` of real time from now, right across daylight saving."""
    return (now.astimezone(UTC) + span).astimezone(now.tzinfo)
