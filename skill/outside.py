"""Carrying out what needs the platform: after a claim, within the budget, once however often a turn is run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import cast
from zoneinfo import ZoneInfo

from skill.effects import CancelAlert, ChangeAlert, Outside, SetReminder, SetTimer
from skill.errors import BudgetSpent, PlatformError
from skill.exchange import Heard
from skill.platform import Outcome, Platform, Receipt, Reminder, Status
from skill.store import Households, Snapshot

ADOPTION = timedelta(minutes=2)
"""An alert that nobody holds and that sounds this close to the wanted time is the one that is wanted."""

REFUSED = ("consent", "unsupported", "full")
"""Outcomes of a call that was certainly not carried out."""


@dataclass(frozen=True)
class Done:
    """What came of an effect: the outcome a step is given, and what the platform holds under which token."""

    outcome: Outcome
    token: str = ""
    text: str = ""


@dataclass(frozen=True)
class _Wanted:
    """An alert that is to be set; ``known`` are the tokens of those that we hold already."""

    at: datetime
    text: str
    known: frozenset[str]

    def among(self, receipts: Sequence[Receipt], held: Collection[str]) -> Receipt | None:
        """Find it where it was set and nobody holds it."""
        for receipt in receipts:
            same_time = receipt.at is not None and abs(receipt.at - self.at) < ADOPTION
            if receipt.on and same_time and receipt.text == self.text and receipt.token not in {*self.known, *held}:
                return receipt
        return None


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
        if self._clock() >= self._end:
            raise BudgetSpent("the turn took longer than its budget")


class Claim:
    """What a turn read of its household, and its claim on the request, which is made before the first errand.

    A turn and its errands share it and do not know each other: what was said is gone as soon as it is answered.
    """

    def __init__(self, households: Households, heard: Heard, now: Callable[[], datetime]) -> None:
        self.snapshot: Snapshot | None = None
        self.made = False
        self._households = households
        self._heard = heard
        self._now = now

    def make(self) -> None:
        """Claim the request, and take the household as it is with the claim."""
        assert self.snapshot is not None
        self.snapshot = self._households.claim(self.snapshot, self._heard.request, {}, self._now())
        self.made = True


class Errands:
    """One request's errands to the platform, remembered so that a turn that is run again does not run them again.

    ``claim`` is called before the first of them and commits a claim on the request.
    """

    def __init__(self, platform: Platform, deadline: Deadline, claim: Callable[[], None]) -> None:
        self._platform = platform
        self._deadline = deadline
        self._claim = claim
        self._claimed = False
        self._done: dict[tuple[int, Outside], Done] = {}
        self._used: set[tuple[int, Outside]] = set()
        self._zone: list[str | None] = []
        self._calls: dict[str, int] = defaultdict(int)
        self._answers: dict[tuple[str, int], object] = {}
        self._guest = Lock()
        self._hung_up = False

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
        if isinstance(effect, (SetReminder, SetTimer)) and key in self._done and self._done[key].token in known:
            del self._done[key]  # another turn at the same moment holds it for its own, and was written first
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
            with self._guest:
                if self._hung_up:
                    raise BudgetSpent("the turn goes on without the one who calls")
                self._begin()
            self._deadline.check()
            self._answers[key] = make()
        return self._answers[key]

    def hang_up(self) -> None:
        """Make no more calls for a guest: it was left behind, and nothing may be written for it any more."""
        with self._guest:
            self._hung_up = True

    @property
    def seconds(self) -> float:
        """Give the seconds that are left for calls."""
        return self._deadline.left

    def again(self) -> None:
        """Begin another attempt at the same turn."""
        self._used.clear()
        self._calls.clear()

    def tidy(self, snapshot: Snapshot | None) -> None:
        """Take back what an attempt that was not written had set and the written one did not want.

        What the household holds by its latest ``snapshot`` stays: another copy of the request set it for both.
        """
        for key in self._done.keys() - self._used:
            done, effect = self._done[key], key[1]
            ours = snapshot is None or all(done.token != each.token for each in snapshot.alerts)
            if done.outcome.status == "set" and ours:
                with suppress(PlatformError):
                    self._cancel(CancelAlert("", timer=isinstance(effect, SetTimer)), done.token)

    def _begin(self) -> None:
        if not self._claimed:
            self._claim()
            self._claimed = True

    def _carry_out(self, effect: Outside, text: str, token: str, now: datetime, known: frozenset[str]) -> Done:
        match effect:
            case SetReminder(reminder=reminder):
                wanted = _Wanted(reminder.at or _later(now, reminder.after or timedelta()), text, known)
                receipt = self._once(
                    wanted,
                    self._platform.list_reminders,
                    lambda: self._platform.create_reminder(reminder, text, now),
                )
                return Done(Outcome("set", _time(receipt, reminder, now)), receipt.token, text)
            case SetTimer(timer=timer):
                wanted = _Wanted(_later(now, timer.span), text, known)
                receipt = self._once(
                    wanted, self._platform.list_timers, lambda: self._platform.create_timer(timer, text, now)
                )
                at = receipt.at.astimezone(now.tzinfo) if receipt.at else wanted.at
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

    def _once(self, wanted: _Wanted, listed: Callable[[], Sequence[Receipt]], create: Callable[[], Receipt]) -> Receipt:
        """Set an alert, unless it is there already.

        A worker may have died since it set it, and nobody knows whether a call without a readable answer was carried
        out.
        """
        held = {done.token for done in self._done.values()}
        if found := wanted.among(listed(), held):
            return found
        try:
            return create()
        except PlatformError as error:
            if error.outcome in REFUSED:
                raise
            with suppress(PlatformError):
                if found := wanted.among(listed(), held):
                    return found
            raise


def zone_of(heard: Heard, snapshot: Snapshot, errands: Errands) -> str:
    """Name the household's zone: the device is asked once a day, at a launch, and where none is known."""
    known = snapshot.zone or "UTC"
    if heard.kind in ("ended", "event") or (snapshot.zone and heard.kind != "launch"):
        return known
    if snapshot.zone and snapshot.memory.get("zone checked", "") == heard.at.date().isoformat():
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
