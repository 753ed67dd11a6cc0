"""Who may ask the simulated platform for what: devices, the accounts they belong to, and the tokens they carry."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, NamedTuple

Service = Literal["reminders", "timers"]
BOTH: frozenset[Service] = frozenset(("reminders", "timers"))


class Refused(Exception):
    """A call that is answered with an error: an HTTP status and the platform's code."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


@dataclass(frozen=True)
class Device:
    """A device of a user: its zone, None when none is set, and what it can do."""

    user: str
    name: str
    time_zone: str | None
    supports: frozenset[Service]


class Caller(NamedTuple):
    """The device that a token stands for, and whether the token belongs to a session."""

    device: Device
    in_session: bool


class Devices:
    """The devices in every home, and what each account permits."""

    def __init__(self) -> None:
        self._devices: dict[tuple[str, str], Device] = {}
        self._permitted: dict[str, frozenset[Service]] = {}

    def put(self, device: Device) -> None:
        """Put a device in its user's home, in the place of one of the same name."""
        self._devices[device.user, device.name] = device

    def permit(self, user: str, services: Collection[Service]) -> None:
        """Let a user's account permit exactly these services."""
        self._permitted[user] = frozenset(services)

    def permitted(self, user: str) -> frozenset[Service]:
        """Say what a user's account permits."""
        return self._permitted.get(user, frozenset())

    def caller(self, authorization: str) -> Caller:
        """Find whose token an Authorization header holds.

        Raises:
            Refused: it is nobody's.

        """
        scheme, _, token = authorization.partition(" ")
        user, name, in_session = _read_token(token)
        device = self._devices.get((user, name))
        if scheme != "Bearer" or device is None:
            raise Refused(401, "INVALID_BEARER_TOKEN")
        return Caller(device, in_session)


def token_of(user: str, device: str, *, in_session: bool = True) -> str:
    """Give the token that stands for a user's device, within a session or outside of any."""
    return base64.urlsafe_b64encode(json.dumps([user, device, in_session]).encode()).decode()


def _read_token(token: str) -> tuple[str, str, bool]:
    try:
        user, device, in_session = json.loads(base64.urlsafe_b64decode(token))
    except (binascii.Error, ValueError, TypeError):
        raise Refused(401, "INVALID_BEARER_TOKEN") from None
    return str(user), str(device), in_session is True
