"""One turn's calls to the platform's services: where a token may go, how long each may take, how each ended."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

import httpx
import orjson

from skill.errors import PlatformError
from skill.platform import Status

CONNECT_SECONDS = 0.5
READ_SECONDS = 1.8
CALL_SECONDS = 2.5
LEAST_SECONDS = 0.1
LARGEST_ANSWER = 1024 * 1024

_HOST = re.compile(r"(?:[a-z0-9-]+\.)*amazonalexa\.com|api\.fe\.amazon\.com")
_TOKEN = re.compile(r"[\x21-\x7e]+")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")
_ALERTS = "(?:REMINDER|TIMER|ALERT)"
_BY_CODE: tuple[tuple[re.Pattern[str], Status], ...] = (
    (re.compile("DEVICE_(?:IS_)?NOT_SUPPORTED|UNSUPPORTED_DEVICE"), "unsupported"),
    (re.compile("NOT_IN_SESSION"), "failed"),
    (re.compile(f"MAX.*{_ALERTS}|{_ALERTS}.*(?:MAX|LIMIT)|TOO_MANY|QUOTA"), "full"),
    (re.compile("PERMISSION|UNAUTHORIZED|CONSENT|SCOPE"), "consent"),
)
_BY_STATUS: dict[int, Status] = {401: "consent", 403: "unsupported", 404: "missing"}


@lru_cache(maxsize=16)
def trusted_base(endpoint: str, allowed: frozenset[str] = frozenset()) -> str | None:
    """Give the base address for an endpoint to which a token may be sent; None for any other.

    That is one of ``allowed`` to the letter, or HTTPS to a host of Amazon's own.
    """
    if endpoint in allowed:
        return endpoint.rstrip("/")
    try:
        url = urlsplit(endpoint)
        host, port = url.hostname or "", url.port
    except ValueError:
        return None
    plain = not (url.username or url.password or url.query or url.fragment) and url.path in ("", "/")
    if url.scheme == "https" and plain and port in (None, 443) and _HOST.fullmatch(host):
        return f"https://{host}"
    return None


def outcome_of(status: int, code: str) -> Status:
    """Say how a call ended that was answered with an error; ``code`` is the platform's own, or empty."""
    if status >= 500 or status in (408, 429):
        return "busy"
    by_code = (outcome for words, outcome in _BY_CODE if words.search(code.upper()))
    return next(by_code, _BY_STATUS.get(status, "failed"))


@dataclass(frozen=True)
class Line:
    """What the calls of one turn share.

    ``base`` is a :func:`trusted_base` or None, when nothing is sent; ``deadline`` the moment of ``clock`` (seconds) at
    which the turn has no time left.
    """

    client: httpx.Client = field(repr=False)
    base: str | None
    token: str = field(repr=False)
    deadline: float | None
    clock: Callable[[], float] = field(repr=False)

    def ask(self, method: str, path: str, body: object = None) -> object:
        """Make a call and give its parsed answer, None for an empty one. A GET that got no answer is made again, once.

        Raises:
            PlatformError: ``busy`` also when no time is left; its code says what happened.

        """
        for last in (method != "GET", True):
            try:
                status, content = self._exchange(method, path, body)
            except PlatformError as error:
                if last or error.code != "NO_CONNECTION":
                    raise
                continue
            if last or status < 500:
                break
        return _answer(status, content)

    def _exchange(self, method: str, path: str, body: object) -> tuple[int, bytes]:
        if self.base is None or not _TOKEN.fullmatch(self.token):
            raise PlatformError("failed", "ENDPOINT_REFUSED" if self.base is None else "NO_TOKEN")
        content = None if body is None else orjson.dumps(body)
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        status, _, received = self.send(method, self.base + path, headers, content)
        return status, received

    def send(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes | None
    ) -> tuple[int, httpx.Headers, bytes]:
        """Send one request, whose address must be known to be good, and give status, headers and content.

        Raises:
            PlatformError: there was no answer, or no time for one.

        """
        left = self._left()
        until = self.clock() + left
        try:
            call = self.client.build_request(method, url, content=content, headers=headers, timeout=_timeout(left))
            with closing(self.client.send(call, stream=True)) as response:
                return response.status_code, response.headers, self._received(response, until)
        except httpx.TimeoutException:
            raise PlatformError("busy", "TIMEOUT") from None
        except httpx.TransportError:
            raise PlatformError("busy", "NO_CONNECTION") from None
        except httpx.HTTPError:
            raise PlatformError("failed", "NOT_HTTP") from None

    def _left(self) -> float:
        left = CALL_SECONDS if self.deadline is None else min(CALL_SECONDS, self.deadline - self.clock())
        if left < LEAST_SECONDS:
            raise PlatformError("busy", "BUDGET")
        return left

    def _received(self, response: httpx.Response, until: float) -> bytes:
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if self.clock() > until:  # one that trickles never meets the read time-out
                raise PlatformError("busy", "TIMEOUT")
            if len(content) > LARGEST_ANSWER:
                raise PlatformError("failed", "TOO_LARGE")
        return bytes(content)


def _timeout(left: float) -> httpx.Timeout:
    connect = min(CONNECT_SECONDS, left)
    return httpx.Timeout(connect, read=min(READ_SECONDS, left))


def _answer(status: int, content: bytes) -> object:
    if not 200 <= status < 300:
        code = _code(content)
        raise PlatformError(outcome_of(status, code), code or f"HTTP_{status}")
    try:
        answer: object = orjson.loads(content) if content.strip() else None
    except ValueError:
        raise PlatformError("failed", "NOT_JSON") from None
    return answer


def _code(content: bytes) -> str:
    try:
        answer: object = orjson.loads(content)
    except ValueError:
        return ""
    code = answer.get("code") if isinstance(answer, dict) else None
    return code if isinstance(code, str) and _CODE.fullmatch(code) else ""
