"""The platform's services without the platform: reminders, timers and time zones over HTTP on this machine.

Runs beside ``safe-harbor chat`` and answers as Alexa's own services do, for any number of users, at whatever time the
simulated clock shows. It honours permissions and what a device can do, and can be told to be slow, full or broken.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from threading import Event, RLock, Thread
from typing import NamedTuple, Self

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from skill.simulator.alert_book import AlertBook, Row
from skill.simulator.alert_service import AlertService, Asked
from skill.simulator.devices import BOTH, Device, Devices, Refused, Service, token_of


class Call(NamedTuple):
    """A call that was made."""

    method: str
    path: str


class SimulatedPlatform:
    """The services, on a port of their own while started; also a context manager.

    ``clock`` gives the simulated instant (aware). ``calls`` are the calls made so far; ``delay`` makes every answer
    wait that many seconds; ``room`` is how many reminders, and how many timers, one device holds. Safe to share
    between threads.
    """

    def __init__(self, clock: Callable[[], datetime] | None = None) -> None:
        self.clock = clock or _utc_now
        self.calls: list[Call] = []
        self.delay = 0.0
        self._devices = Devices()
        self._book = AlertBook()
        self._alerts = AlertService(self._devices, self._book, lambda: self.clock())
        self._failures: deque[Refused] = deque()
        self._lock = RLock()
        self._stopped = Event()
        self._server: BaseWSGIServer | None = None
        self._thread: Thread | None = None

    @property
    def url(self) -> str:
        """Give the address that stands in for Amazon's API endpoint.

        Raises:
            RuntimeError: it has not been started.

        """
        if self._server is None:
            raise RuntimeError("the simulated platform has not been started")
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def room(self) -> int:
        """Say how many reminders, and how many timers, one device holds."""
        return self._alerts.room

    @room.setter
    def room(self, room: int) -> None:
        self._alerts.room = room

    def start(self) -> Self:
        """Serve on a free port of the loopback address."""
        self._stopped.clear()
        self._server = make_server("127.0.0.1", 0, _application(self), threaded=True, request_handler=_QuietHandler)
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True, name="simulated-platform")
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop serving; what was set is kept."""
        self._stopped.set()
        if self._server and self._thread:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
        self._server = self._thread = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def device(
        self,
        user: str,
        name: str = "speaker",
        *,
        time_zone: str | None = "UTC",
        permissions: Collection[Service] | None = None,
        supports: Collection[Service] = BOTH,
    ) -> str:
        """Put a device in a user's home, or change it, and give the token that its requests carry.

        ``permissions`` belong to the account, so they hold for all the user's devices; None leaves them as they are.
        """
        with self._lock:
            self._devices.put(Device(user, name, time_zone, frozenset(supports)))
            if permissions is not None:
                self._devices.permit(user, permissions)
        return token_of(user, name)

    def permit(self, user: str, service: Service) -> None:
        """Let a user's account permit one more service."""
        with self._lock:
            self._devices.permit(user, {*self._devices.permitted(user), service})

    def permitted(self, user: str) -> frozenset[Service]:
        """Say what a user's account permits."""
        with self._lock:
            return self._devices.permitted(user)

    def fail(self, status: int, code: str = "", times: int = 1) -> None:
        """Answer the next calls with an error."""
        with self._lock:
            self._failures.extend(Refused(status, code) for _ in range(times))

    def alerts_of(self, user: str) -> list[Row]:
        """List what is set for a user and has yet to sound: dicts with kind, at, text and days."""
        with self._lock:
            now = self.clock()
            return [alert.row(now) for alert in self._book.of(user) if alert.next_at(now)]

    def changes(self) -> list[Row]:
        """List what was set, changed or cancelled since last asked: dicts with user, action, kind, at, text, days."""
        with self._lock:
            return self._book.take_changes()

    def note(self, call: Call) -> None:
        """Note a call, wait as told, and refuse it if told to.

        Raises:
            Refused: as :meth:`fail` asked for.

        """
        with self._lock:
            self.calls.append(call)
            failure = self._failures.popleft() if self._failures else None
        if self.delay:
            self._stopped.wait(self.delay)
        if failure:
            raise failure

    def alerts(self, service: str, token: str | None = None) -> Response:
        """Answer the call at hand about all alerts of a service, or about one of them."""
        with self._lock:
            caller = self._devices.caller(request.headers.get("Authorization", ""))
            payload = request.get_json(silent=True)
            status, document = self._alerts.answer(Asked(request.method, caller, service, token, payload))
        return _response(status, document)

    def zone(self, name: str) -> Response:
        """Answer the call at hand about a device's time zone."""
        with self._lock:
            device = self._devices.caller(request.headers.get("Authorization", "")).device
        if device.name != name:
            raise Refused(403, "FORBIDDEN")
        return _response(200 if device.time_zone else 204, device.time_zone)


class _QuietHandler(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: the conversation has the terminal."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _response(status: int, document: object) -> Response:
    answer = Response() if document is None else jsonify(document)
    answer.status_code = status
    return answer


def _application(platform: SimulatedPlatform) -> Flask:
    app = Flask("simulated-platform")
    app.before_request(lambda: platform.note(Call(request.method, request.path)))
    alerts = "/v1/alerts/<any(reminders,timers):service>"
    app.add_url_rule(alerts, "alerts", platform.alerts, methods=["GET", "POST"])
    app.add_url_rule(f"{alerts}/<token>", "alert", platform.alerts, methods=["GET", "PUT", "DELETE"])
    app.add_url_rule("/v2/devices/<path:name>/settings/System.timeZone", "zone", platform.zone)

    @app.errorhandler(Refused)
    def refused(refusal: Refused) -> Response:
        return _response(refusal.status, {"code": refusal.code, "message": "refused"})

    @app.errorhandler(HTTPException)
    def unknown(fault: HTTPException) -> Response:
        return _response(fault.code or 500, {"code": "NO_SUCH_CALL", "message": "no such call"})

    return app
