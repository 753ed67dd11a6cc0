"""The platform's services for a turn: reminders, timers, the device's time zone, and what the account permits."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Self
from urllib.parse import quote
from zoneinfo import ZoneInfo

import httpx

from skill.alexa.alerts import (
    SCOPES,
    reminder_body,
    reminder_receipt,
    sounds_at,
    timer_body,
    timer_receipt,
)
from skill.alexa.calls import Line, trusted_base
from skill.errors import PlatformError
from skill.platform import Platform, Receipt, Reminder, Scope, Timer

REMINDERS = "/v1/alerts/reminders"
TIMERS = "/v1/alerts/timers"

_LIMITS = httpx.Limits(max_connections=64, max_keepalive_connections=16, keepalive_expiry=20)
_GRANTS: Mapping[str | None, bool] = {"GRANTED": True, "DENIED": False}


class Services:
    """A pool of connections to the platform, shared by all turns of a process. Safe to share between threads.

    A token is sent only to Amazon's own hosts over HTTPS, and to the addresses in ``allowed`` (such as the
    simulator's). ``clock`` counts the seconds by which deadlines are given.
    """

    def __init__(self, allowed: Collection[str] = (), clock: Callable[[], float] = time.monotonic) -> None:
        self._allowed = frozenset(allowed)
        self._clock = clock
        direct = dict.fromkeys(self._allowed)  # no proxy stands between this and an address named here
        self._client = httpx.Client(limits=_LIMITS, mounts=direct, follow_redirects=False)

    def for_request(
        self,
        api_endpoint: str,
        token: str,
        device_id: str,
        locale: str,
        scopes: Mapping[str, str],
        deadline: float | None = None,
    ) -> Platform:
        """Give one request's line to the platform.

        ``scopes`` holds the request's permission scopes and their status (GRANTED, DENIED). Nothing is sent here, and
        nothing is raised: a call on an endpoint that may not have the token ends as ``failed``.
        """
        return AlexaPlatform(self.line(api_endpoint, token, deadline), device_id, locale, scopes)

    def line(self, api_endpoint: str, token: str, deadline: float | None = None) -> Line:
        """Give what one request's calls share; its ``base`` is None where the endpoint may not have the token."""
        return Line(self._client, trusted_base(api_endpoint, self._allowed), token, deadline, self._clock)

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AlexaPlatform:
    """What Alexa can do for one request; every method raises PlatformError with its outcome."""

    def __init__(self, line: Line, device_id: str, locale: str, scopes: Mapping[str, str]) -> None:
        self._line = line
        self._device = device_id
        self._locale = locale
        self._scopes = scopes

    def time_zone(self) -> str | None:
        """Name the device's IANA zone; None where none is set, or one that is not known here."""
        if not self._device:
            return None
        try:
            zone = self._line.ask("GET", f"/v2/devices/{quote(self._device, safe='')}/settings/System.timeZone")
        except PlatformError as error:
            if error.outcome == "missing":
                return None
            raise
        return zone if isinstance(zone, str) and _known(zone) else None

    def permitted(self, scope: Scope) -> bool | None:
        """Say whether the account permits ``scope``, as far as this request tells; None where it does not."""
        return _GRANTS.get(self._scopes.get(SCOPES[scope]))

    def create_reminder(self, reminder: Reminder, text: str, now: datetime) -> Receipt:
        """Set a reminder that says ``text``; ``now`` is the local time of asking."""
        answer = self._line.ask("POST", REMINDERS, reminder_body(reminder, text, self._locale, now))
        return _completed(reminder_receipt(answer), sounds_at(reminder, now), text)

    def change_reminder(self, token: str, reminder: Reminder, text: str, now: datetime) -> Receipt:
        """Give a reminder another time or text."""
        body = reminder_body(reminder, text, self._locale, now)
        receipt = reminder_receipt(self._line.ask("PUT", _path(REMINDERS, token), body))
        return _completed(receipt or Receipt(token, on=True), sounds_at(reminder, now), text)

    def list_reminders(self) -> Sequence[Receipt]:
        """List the skill's own reminders, those already sounded included."""
        return _listed(self._line.ask("GET", REMINDERS), "alerts", reminder_receipt)

    def delete_reminder(self, token: str) -> None:
        """Take a reminder away."""
        self._line.ask("DELETE", _path(REMINDERS, token))

    def create_timer(self, timer: Timer, text: str, now: datetime) -> Receipt:
        """Start a timer that says ``text`` at its end."""
        receipt = timer_receipt(self._line.ask("POST", TIMERS, timer_body(timer, text, self._locale)))
        ends = (now.astimezone(UTC) + timer.span).astimezone(now.tzinfo)
        at = receipt.at.astimezone(now.tzinfo) if receipt and receipt.at else ends
        return _completed(receipt, at, text)

    def list_timers(self) -> Sequence[Receipt]:
        """List the skill's own timers."""
        return _listed(self._line.ask("GET", TIMERS), "timers", timer_receipt)

    def delete_timer(self, token: str) -> None:
        """Stop a timer."""
        self._line.ask("DELETE", _path(TIMERS, token))


def _completed(receipt: Receipt | None, at: datetime, text: str) -> Receipt:
    """Add to a receipt what the platform does not repeat."""
    if receipt is None:
        raise PlatformError("failed", "NO_ALERT_TOKEN")
    return replace(receipt, at=at, text=text)


def _listed(answer: object, name: str, read: Callable[[object], Receipt | None]) -> list[Receipt]:
    items = answer.get(name) if isinstance(answer, dict) else None
    if not isinstance(items, list):
        if answer is None or (isinstance(answer, dict) and items is None):
            return []
        raise PlatformError("failed", "NO_LIST")
    return [receipt for item in items if (receipt := read(item)) is not None]


def _path(collection: str, token: str) -> str:
    if token in ("", ".", ".."):  # these would name the collection itself, or what is above it
        raise PlatformError("missing", "NO_ALERT_TOKEN")
    return f"{collection}/{quote(token, safe='')}"


def _known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ValueError, OSError, KeyError):
        return False
    return True
