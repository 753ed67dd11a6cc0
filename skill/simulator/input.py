"""One thing that happens to the simulated speaker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import available_timezones


@dataclass(frozen=True)
class Input:
    """One thing that happens, as a line of ``chat --jsonl`` gives it; ``say`` None is silence."""

    say: str | None = None
    touch: tuple[Any, ...] | None = None
    user: str = "someone"
    person: str | None = None
    locale: str = "en-US"
    at: datetime | None = None
    session: str = "speaker"
    screen: bool = False
    timezone: str | None = None
    permissions: tuple[str, ...] | None = None

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Input:
        """Read one from JSON; ValueError names what cannot be read."""
        known = {"say", "touch", "user", "person", "locale", "at", "session", "device"}
        if unknown := set(data) - known:
            raise ValueError(f"unknown key {sorted(unknown)[0]!r}; there are {', '.join(sorted(known))}")
        device = data.get("device") or {}
        if not isinstance(device, dict):
            raise ValueError("device must be an object")
        if not isinstance(data.get("say"), str | None):
            raise ValueError("say must be words, or null for silence")
        if device.get("timezone") and device["timezone"] not in available_timezones():
            raise ValueError(f"there is no time zone {device['timezone']!r}")
        at = datetime.fromisoformat(data["at"]) if data.get("at") else None
        touch = data.get("touch")
        return cls(
            say=data.get("say"),
            touch=None if touch is None else tuple(touch if isinstance(touch, list) else [touch]),
            user=str(data.get("user") or "someone"),
            person=str(data["person"]) if data.get("person") else None,
            locale=str(data.get("locale") or "en-US"),
            at=at.replace(tzinfo=UTC) if at and at.tzinfo is None else at,
            session=str(data.get("session") or "speaker"),
            screen=bool(device.get("screen")),
            timezone=device.get("timezone"),
            permissions=None if "permissions" not in device else tuple(device["permissions"]),
        )
