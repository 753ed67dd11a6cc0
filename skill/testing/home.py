"""A home to try plugins in: the real application, a database of its own, the platform on loopback, and a watcher."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Mapping
from types import TracebackType
from typing import Any, Self

from flask import Flask
from structlog.testing import capture_logs

from skill.app import SafeHarbor, create_app, prepare
from skill.hookspecs import hookimpl
from skill.registry import Registry
from skill.reply import Reply
from skill.settings import Settings
from skill.simulator.house import House
from skill.simulator.input import Input
from skill.testing.response import Handled, Response
from skill.turn import Turn


class Watcher:
    """Sees every handler that runs, what it returned and what it raised, and changes nothing."""

    def __init__(self) -> None:
        self.handled: list[Handled] = []

    @hookimpl(wrapper=True)
    def handle_turn(self, turn: Turn[Any], practice: str) -> Generator[None, Reply, Reply]:
        """Note one handler."""
        ran = turn.step or turn.intent
        try:
            reply = yield
        except Exception as error:
            self.handled.append(Handled(practice, ran, error=error))
            raise
        self.handled.append(Handled(practice, ran, reply if isinstance(reply, Reply) else None))
        return reply


SALT = "rehearsed"
"""What a test plays goes the same way each time: nothing in it is left to chance."""


class Home:
    """Everyone who speaks in one run of tests; a context manager.

    ``settings`` say where it keeps what it keeps, and which plugins it loads; whoever opens one where another kept
    things gives another ``salt``, so that no request is one that was answered. Raises a SafeHarborError where the
    application could not start.
    """

    def __init__(self, settings: Settings, salt: str = SALT) -> None:
        self._settings = settings
        self._watcher = Watcher()
        self._users: Counter[str] = Counter()
        self._house = House(self._make, settings, salt)
        self.harbor: SafeHarbor

    def __enter__(self) -> Self:
        """Start it."""
        prepare(self._settings)
        self._house.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it, and close what it opened."""
        self._house.__exit__(kind, error, trace)
        self.harbor.close()

    @property
    def registry(self) -> Registry:
        """The plugins that were taken in."""
        return self.harbor.registry

    def user(self, name: str = "household") -> str:
        """Name a household that nobody has spoken in yet; the same one again in the next run."""
        self._users[name] += 1
        return f"{name} {self._users[name]}"

    def hear(self, heard: Input) -> Response:
        """Let one thing happen."""
        self._watcher.handled.clear()
        with capture_logs() as logged:
            answer = self._house.hear(heard)
        failures = [_told(each) for each in logged if each["log_level"] == "error"]
        return _response(heard, answer, tuple(self._watcher.handled), tuple(failures))

    def alerts(self, user: str) -> list[Mapping[str, Any]]:
        """List what is set for a household on the platform and has yet to sound."""
        return [*self._house.platform.alerts_of(user)]

    def _make(self, *arguments: Any, **options: Any) -> Flask:
        app = create_app(*arguments, **options)
        self.harbor = app.extensions["safe_harbor"]
        self.registry.manager.register(self._watcher, "watcher")
        return app


def _told(event: Mapping[str, Any]) -> str:
    parts = [str(event.get(name) or "") for name in ("event", "practice", "where", "error", "at", "reason")]
    return " ".join(part for part in parts if part)


def _response(
    heard: Input, answer: Mapping[str, Any], handled: tuple[Handled, ...], failures: tuple[str, ...]
) -> Response:
    understood = answer["heard"] or {}
    return Response(
        said=heard.say,
        speech=answer["speech"],
        reprompt=answer["reprompt"],
        listening=answer["listening"],
        practice=answer["practice"],
        intent=understood.get("intent", ""),
        slots=understood.get("slots", {}),
        ssml=answer["ssml"],
        screen=answer["screen"],
        alerts=tuple(answer["alerts"]),
        handled=handled,
        failures=(*((answer["error"],) if answer["error"] else ()), *failures),
    )
