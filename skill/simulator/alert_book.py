"""The alerts of everyone who talks to the simulated platform, and what became of them lately."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal
from uuid import uuid4
from zoneinfo import ZoneInfo

from skill.simulator.payloads import Wanted, next_occurrence

Kind = Literal["reminder", "timer"]
Action = Literal["set", "changed", "cancelled"]
Row = dict[str, object]


@dataclass(frozen=True)
class Alert:
    """One reminder or timer, with the payload that made it."""

    token: str
    kind: Kind
    user: str
    device: str
    wanted: Wanted
    body: Row
    created: datetime
    updated: datetime
    version: int = 1

    def next_at(self, now: datetime) -> datetime | None:
        """Give the instant at which it sounds next, in its own zone; None when it has sounded for the last time."""
        at, moments, until = self.wanted.at, self.wanted.moments, self.wanted.until
        if at <= now and moments and isinstance(at.tzinfo, ZoneInfo):
            at = next_occurrence(moments, at.tzinfo, now)
        return at if at > now and (until is None or at <= until) else None

    def row(self, now: datetime) -> Row:
        """Say what it is, for a person: its kind, when it sounds next, what it says and on which days."""
        at = self.next_at(now)
        return {
            "kind": self.kind,
            "at": at.isoformat() if at else None,
            "text": self.wanted.text,
            "days": list(self.wanted.days),
        }

    def document(self, now: datetime) -> Row:
        """Say what it is, as the platform does."""
        times: Row = {"createdTime": _instant(self.created), "updatedTime": _instant(self.updated)}
        if self.kind == "timer":
            status = "ON" if self.next_at(now) else "OFF"
            known: Row = {"id": self.token, "status": status, "triggerTime": _instant(self.wanted.at)}
            return {**known, **times, **_chosen(self.body, "duration", "timerLabel")}
        status = "ON" if self.next_at(now) else "COMPLETED"
        known = {"alertToken": self.token, "status": status, "version": str(self.version)}
        return {**known, **times, **_chosen(self.body, "trigger", "alertInfo", "pushNotification")}


class AlertBook:
    """Keeps alerts by user and notes every change."""

    def __init__(self) -> None:
        self._alerts: dict[str, Alert] = {}
        self._changes: list[Row] = []

    def add(self, kind: Kind, user: str, device: str, wanted: Wanted, body: Row, now: datetime) -> Alert:
        """Set a new alert."""
        alert = Alert(str(uuid4()), kind, user, device, wanted, body, now, now)
        self._alerts[alert.token] = alert
        self._note("set", alert, now)
        return alert

    def change(self, alert: Alert, wanted: Wanted, body: Row, now: datetime) -> Alert:
        """Give an alert another time or text."""
        changed = replace(alert, wanted=wanted, body=body, updated=now, version=alert.version + 1)
        self._alerts[alert.token] = changed
        self._note("changed", changed, now)
        return changed

    def cancel(self, alert: Alert, now: datetime) -> None:
        """Take an alert away."""
        self._note("cancelled", self._alerts.pop(alert.token), now)

    def find(self, kind: Kind, user: str, token: str) -> Alert | None:
        """Find a user's alert by its token."""
        alert = self._alerts.get(token)
        return alert if alert and (alert.kind, alert.user) == (kind, user) else None

    def of(self, user: str, kind: Kind | None = None) -> list[Alert]:
        """List a user's alerts, oldest first."""
        return [alert for alert in self._alerts.values() if alert.user == user and kind in (None, alert.kind)]

    def take_changes(self) -> list[Row]:
        """List what was set, changed and cancelled since this was last asked."""
        changes, self._changes = self._changes, []
        return changes

    def _note(self, action: Action, alert: Alert, now: datetime) -> None:
        self._changes.append({"user": alert.user, "action": action, **alert.row(now)})


def _chosen(body: Row, *names: str) -> Row:
    return {name: body[name] for name in names if name in body}


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
