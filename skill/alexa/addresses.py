"""Where signing-certificate chains may come from: Amazon's bucket and nowhere else."""

import posixpath
import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from skill.errors import RequestRefused

_HOST = "s3.amazonaws.com"
_NETLOCS = frozenset({_HOST, f"{_HOST}:443"})
_FOLDER = "/echo.api/"
_PLAIN = re.compile(r"[A-Za-z0-9:/._~%-]{1,512}")
# Every escape but those of letters, digits, "-", "_" and "~": an escaped dot, slash or percent sign may be read
# one way here and another way by the server.
_ODD_ESCAPE = re.compile(r"%(?!2D|5F|7E|3[0-9]|[46][1-9A-F]|[57][0-9A])", re.IGNORECASE)


@lru_cache(maxsize=64)
def chain_address(url: str) -> str:
    """Return the one normal spelling of a permitted chain URL.

    Scheme and host are compared without case, a port can only be 443, and the path must lie in ``/echo.api/``
    both as written and with its dot segments resolved. User names, queries and fragments are never permitted.

    Raises:
        RequestRefused: ``url_refused``, for every other URL.

    """
    if not _PLAIN.fullmatch(url) or _ODD_ESCAPE.search(url):
        raise RequestRefused("url_refused")
    parts = urlsplit(url)
    path = posixpath.normpath(unquote(parts.path))
    written_there, leads_there = parts.path.startswith(_FOLDER), path.startswith(_FOLDER)
    if parts.scheme != "https" or parts.netloc.lower() not in _NETLOCS or not (written_there and leads_there):
        raise RequestRefused("url_refused")
    return f"https://{_HOST}{path}"
