"""What a front end can do for a turn: alerts, time zone, consent. Nothing here knows which front end it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, Protocol

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)

Scope = Literal["reminders", "timers"]
Status = Literal[
    "set", "changed", "cancelled", "consent", "refused", "unsupported", "busy", "full", "missing", "failed"
]
"""How a platform call ended.

``consent`` the account has not permitted it yet · ``refused`` the person said no · ``unsupported`` this device
cannot · ``busy`` too many calls or no answer in time · ``full`` no room for more alerts · ``missing`` the alert is
gone · ``failed`` anything else. A practice's step sees all but ``consent``, which the house answers itself.
"""


@dataclass(frozen=True)
class Reminder:
    """A reminder that someone wants.

    ``label`` is a message id of the practice whose text is neutral, since it is read aloud in the room. Either ``at``
    (an aware instant in the person's zone; with ``days``, 0 = Monday, it recurs weekly at that wall time) or
    ``after`` (a span from now).
    """

    label: str
    at: datetime | None = None
    after: timedelta | None = None
    days: tuple[int, ...] = ()

    def moved(self, at: datetime) -> Reminder:
        """Give the same reminder at another instant."""
        return replace(self, at=at, after=None)


@dataclass(frozen=True)
class Timer:
    """A timer of ``span``; ``label`` is a message id of the practice with a neutral text."""

    label: str
    span: timedelta


@dataclass(frozen=True)
class Receipt:
    """What the platform says of one alert: its ``token``, whether it is still on, when it sounds and what it says."""

    token: str
    on: bool
    at: datetime | None = None
    text: str = ""
    created: datetime | None = None


@dataclass(frozen=True)
class Outcome:
    """How an effect ended: its status, the exact local time where there is one, and the alert's own id.

    ``days`` are the weekdays on which it comes again, as they were agreed in the end: who is asked for a yes may
    still say "every day".
    """

    status: Status
    at: datetime | None = None
    alert: str | None = None
    days: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Say whether it was done."""
        return self.status in ("set", "changed", "cancelled")


class Platform(Protocol):
    """One turn's line to the platform. Every call has its own time-out and raises PlatformError with its outcome."""

    def time_zone(self) -> str | None:
        """Name the device's IANA zone, or None where the platform does not say."""

    def permitted(self, scope: Scope) -> bool | None:
        """Say whether the account permits ``scope``, as far as this request tells; None where it does not."""

    def create_reminder(self, reminder: Reminder, text: str, now: datetime) -> Receipt:
        """Set a reminder that says ``text``; ``now`` is the local time of asking."""

    def change_reminder(self, token: str, reminder: Reminder, text: str, now: datetime) -> Receipt:
        """Give a reminder another time or text."""

    def list_reminders(self) -> Sequence[Receipt]:
        """List the skill's own reminders, those already sounded included."""

    def delete_reminder(self, token: str) -> None:
        """Take a reminder away."""

    def create_timer(self, timer: Timer, text: str, now: datetime) -> Receipt:
        """Start a timer that says ``text`` at its end."""

    def list_timers(self) -> Sequence[Receipt]:
        """List the skill's own timers."""

    def delete_timer(self, token: str) -> None:
        """Stop a timer."""
