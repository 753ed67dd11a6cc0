"""The log: one JSON object a line on standard error. Names and numbers only; nobody ever puts words into it."""

from __future__ import annotations

import logging
import sys
from contextlib import suppress

import orjson
import structlog
from structlog.typing import EventDict, WrappedLogger


def configure(level: int = logging.INFO) -> None:
    """Send events of ``level`` and above to standard error; the process's own choice, made once at its start.

    Whoever keeps a logger keeps it as it was configured when it was used first.
    """
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _without_traceback,
            structlog.processors.JSONRenderer(serializer=orjson.dumps, default=str),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=_standard_error,
        cache_logger_on_first_use=True,
    )


class _Forgiving(structlog.BytesLogger):
    """Writes lines, and goes on where one cannot be written: a full disk costs the log and not the answer."""

    def msg(self, message: bytes) -> None:
        with suppress(OSError):
            super().msg(message)

    log = debug = info = warn = warning = msg
    fatal = failure = err = error = critical = exception = msg


def _standard_error(*_: object) -> structlog.BytesLogger:
    return _Forgiving(sys.stderr.buffer)


def _without_traceback(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Leave an exception out: its message may quote what a person said."""
    event.pop("exc_info", None)
    return event
