"""The log: one JSON object a line on standard error. Names and numbers only; nobody ever puts words into it."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from threading import Lock

import orjson
import structlog
from structlog.typing import EventDict, WrappedLogger


def configure(level: int = logging.INFO) -> None:
    """Send events of ``level`` and above to standard error; the process's own choice, made once at its start.

    Whoever keeps a logger keeps it as it was configured when it was used first.
    """
    structlog.configure(
        processors=[structlog.processors.add_log_level, _line],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=_StandardError,
        cache_logger_on_first_use=True,
    )


class _StandardError:
    """Writes lines to what is standard error by then, and goes on where one cannot be written.

    A full disk costs the log and not the answer.
    """

    def __init__(self, *_: object) -> None:
        self._lock = Lock()

    def msg(self, message: str) -> None:
        with self._lock:
            try:
                sys.stderr.write(f"{message}\n")
                sys.stderr.flush()
            except OSError:
                return

    log = debug = info = warn = warning = msg
    fatal = failure = err = error = critical = exception = msg


def _line(_: WrappedLogger, __: str, event: EventDict) -> str:
    """Write an event as JSON with its time, leaving an exception out: its message may quote what a person said."""
    event.pop("exc_info", None)
    event["timestamp"] = datetime.now(UTC)
    return orjson.dumps(event, default=str, option=orjson.OPT_UTC_Z).decode()
