"""How the simulated platform answers calls about reminders and timers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from skill.simulator.alert_book import Alert, AlertBook, Kind, Row
from skill.simulator.devices import Caller, Device, Devices, Refused
from skill.simulator.payloads import Unacceptable, Wanted, read_reminder, read_timer

Answer = tuple[int, object]
"""An HTTP status and a document."""


class Asked(NamedTuple):
    """A call: its method, whose it is, which service and which alert (None for all of them), and the payload."""

    method: str
    caller: Caller
    service: str
    token: str | None
    payload: object


class AlertService:
    """Answers as the platform does; ``clock`` gives the simulated instant, ``room`` how many alerts a device holds."""

    def __init__(self, devices: Devices, book: AlertBook, clock: Callable[[], datetime]) -> None:
        self.room = 500
        self._devices = devices
        self._book = book
        self._clock = clock

    def answer(self, asked: Asked) -> Answer:
        """Do what is asked.

        Raises:
            Refused: with the status and the code of the platform.

        """
        kind = self._permitted(asked)
        device, now = asked.caller.device, self._clock()
        if asked.method == "POST":
            return self._create(kind, device, asked.payload, now)
        if asked.token is None:
            return self._list(kind, device, now)
        alert = self._book.find(kind, device.user, asked.token)
        if alert is None:
            raise Refused(404, "ALERT_NOT_FOUND")
        return self._one(asked.method, alert, asked.payload, now)

    def _permitted(self, asked: Asked) -> Kind:
        device, in_session = asked.caller
        if asked.service not in self._devices.permitted(device.user):
            raise Refused(401, "UNAUTHORIZED")
        if asked.service not in device.supports:
            raise Refused(403, "DEVICE_NOT_SUPPORTED")
        if asked.method == "POST" and not in_session:
            raise Refused(403, "NOT_IN_SESSION")
        return "reminder" if asked.service == "reminders" else "timer"

    def _create(self, kind: Kind, device: Device, payload: object, now: datetime) -> Answer:
        body, wanted = _accepted(kind, payload, now)
        waiting = [alert for alert in self._book.of(device.user, kind) if alert.device == device.name]
        if sum(alert.next_at(now) is not None for alert in waiting) >= self.room:
            raise Refused(403, "MAX_REMINDERS_EXCEEDED" if kind == "reminder" else "MAX_TIMERS_EXCEEDED")
        return 201, _receipt(self._book.add(kind, device.user, device.name, wanted, body, now), now)

    def _list(self, kind: Kind, device: Device, now: datetime) -> Answer:
        alerts = [alert for alert in self._book.of(device.user, kind) if kind == "reminder" or alert.next_at(now)]
        documents = [alert.document(now) for alert in alerts]
        if kind == "timer":
            return 200, {"totalCount": len(documents), "timers": documents}
        return 200, {"totalCount": str(len(documents)), "alerts": documents, "links": None}

    def _one(self, method: str, alert: Alert, payload: object, now: datetime) -> Answer:
        if method == "GET":
            return 200, alert.document(now)
        if method == "DELETE":
            self._book.cancel(alert, now)
            return 200, None
        if alert.kind == "timer":
            raise Refused(405, "METHOD_NOT_ALLOWED")
        body, wanted = _accepted(alert.kind, payload, now)
        return 200, _receipt(self._book.change(alert, wanted, body, now), now)


def _accepted(kind: Kind, payload: object, now: datetime) -> tuple[Row, Wanted]:
    if not isinstance(payload, dict):
        raise Refused(400, "INVALID_PAYLOAD")
    try:
        return payload, read_reminder(payload, now) if kind == "reminder" else read_timer(payload, now)
    except Unacceptable as fault:
        raise Refused(400, str(fault)) from None


def _receipt(alert: Alert, now: datetime) -> Row:
    document = alert.document(now)
    if alert.kind == "timer":
        return document
    names = ("alertToken", "createdTime", "updatedTime", "status", "version")
    return {**{name: document[name] for name in names}, "href": f"/v1/alerts/reminders/{alert.token}"}
