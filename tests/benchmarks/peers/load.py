"""Load on one server: requests made before are sent over a few connections, each when the one before is answered."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CLOSING = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)


@dataclass
class Connection:
    """One connection, opened again whenever the server has hung up: whoever closes pays for that in latency."""

    port: int
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    async def ask(self, message: bytes) -> tuple[int, bytes]:
        """Send a request; give the status and the body of what is answered."""
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.port)
        self._writer.write(message)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if length is None:
            raise SystemExit("a server does not say how long its answer is")
        body = await self._reader.readexactly(int(length[1]))
        if _CLOSING.search(head):
            self.close()
        return int(head[9:12]), body

    def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None


def ask(port: int, message: bytes) -> tuple[int, bytes]:
    """Send one request on a connection of its own."""

    async def once() -> tuple[int, bytes]:
        connection = Connection(port)
        try:
            return await connection.ask(message)
        finally:
            connection.close()

    return asyncio.run(once())


def burst(port: int, messages: list[bytes], at_once: int, seconds: float, others: Sequence[int] = ()) -> list[float]:
    """Send requests, so many at a time, until the time is over or none is left; give each one's latency in seconds.

    Where there are ``others``, ports of further servers, the connections are shared out among them all.
    """
    ports = (port, *others)

    async def all_of_them() -> list[float]:
        left, until = iter(messages), time.perf_counter() + seconds
        taken = await asyncio.gather(*(_send(ports[number % len(ports)], left, until) for number in range(at_once)))
        return [each for some in taken for each in some]

    return asyncio.run(all_of_them())


async def _send(port: int, left: Iterator[bytes], until: float) -> list[float]:
    connection, taken = Connection(port), []
    try:
        while (before := time.perf_counter()) < until and (message := next(left, None)) is not None:
            status, body = await connection.ask(message)
            taken.append(time.perf_counter() - before)
            if status != 200 or b"<speak>" not in body:
                raise SystemExit(f"a signed request got {status}: {body[:200]!r}")
    finally:
        connection.close()
    return taken
