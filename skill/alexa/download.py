"""Fetching a certificate chain: briefly, a little, and from nowhere else than asked."""

import time
from collections.abc import Callable

import httpx

from skill.errors import RequestRefused

LARGEST_CHAIN = 64 * 1024
"""Bytes; Amazon's chains are about 7 KiB."""

_OPERATION = 2.0
_WHOLE = 4.0


def client() -> httpx.Client:
    """Return a client that waits 2 s at most for a connection or a piece, and follows no redirect."""
    return httpx.Client(timeout=_OPERATION, follow_redirects=False, headers={"Accept-Encoding": "identity"})


def download(address: str, connect: Callable[[], httpx.Client] = client) -> bytes:
    """Return what an ``https`` address holds: 64 KiB and 4 s at most.

    Raises:
        RequestRefused: ``chain_unreachable``, whatever the cause.

    """
    if not address.startswith("https://"):
        raise RequestRefused("chain_unreachable")
    try:
        with connect() as http, http.stream("GET", address) as response:
            if response.status_code != httpx.codes.OK:
                raise RequestRefused("chain_unreachable")
            return _bounded(response)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError):
        raise RequestRefused("chain_unreachable") from None


def _bounded(response: httpx.Response) -> bytes:
    deadline = time.monotonic() + _WHOLE
    received = bytearray()
    # Raw: a compressed answer could grow beyond any bound while it is unpacked.
    for piece in response.iter_raw():
        received += piece
        if len(received) > LARGEST_CHAIN or time.monotonic() > deadline:
            raise RequestRefused("chain_unreachable")
    return bytes(received)
