"""Serve the skill with gunicorn: one set of settings, whether gunicorn was started by us or started us.

``safe-harbor serve`` runs :func:`serve`; ``deploy/gunicorn.conf.py`` hands the same :func:`configuration` to a gunicorn
that an operator starts. Either way the application is made once, and the workers share what it takes of the memory:
no garbage is looked for while it is made, and none ever among what it is made of.
"""

import gc
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.config import Config
from gunicorn.workers.base import Worker

from skill.errors import ConfigurationError
from skill.settings import Settings

THREADS = 8
GRACE = 10  # seconds: a turn that has begun may take its six and still be answered


def serve(settings: Settings) -> None:
    """Set up what is missing and serve until SIGINT or SIGTERM, then answer the turns that have begun and leave.

    ``HOST``, ``PORT`` and ``WEB_CONCURRENCY`` are read from the environment. Raises :class:`ConfigurationError` naming
    the variable that cannot be used.
    """
    server = Server(lambda: application(settings), configuration(os.environ))
    gc.disable()
    from skill.app import prepare

    prepare(settings)
    server.run()  # type: ignore[no-untyped-call] # gunicorn ships no types


def application(settings: Settings | None = None) -> Flask:
    """Import everything and make the application, in a process that does nothing else but fork workers from it."""
    gc.disable()  # it has next to no garbage, and looking for it would take a third of the time
    from skill.app import create_app

    return create_app(settings)


class Server(BaseApplication):
    """A gunicorn that serves what ``load_app`` returns, set up by ``options`` and by nothing else."""

    cfg: Config

    def __init__(self, load_app: Callable[[], Flask], options: Mapping[str, object]) -> None:
        self._load_app = load_app
        self._options = options
        super().__init__()  # type: ignore[no-untyped-call] # gunicorn ships no types

    def load_config(self) -> None:
        """Hand our options to gunicorn."""
        for name, value in self._options.items():
            self.cfg.set(name, value)  # type: ignore[no-untyped-call] # gunicorn ships no types

    def load(self) -> Flask:
        """Make the application, once, before the workers are forked."""
        return self._load_app()


def configuration(environ: Mapping[str, str]) -> dict[str, object]:
    """Return gunicorn's settings by name.

    ``environ`` may hold ``HOST``, ``PORT`` and ``WEB_CONCURRENCY``; raises :class:`ConfigurationError` naming the one
    that cannot be used.
    """
    return {
        "wsgi_app": "skill.server:application()",
        "bind": [_address(environ)],
        "workers": _number(environ, "WEB_CONCURRENCY", 1, least=1, most=64),
        "worker_class": "gthread",
        "threads": THREADS,
        "preload_app": True,
        "pre_fork": before_fork,
        "post_fork": after_fork,
        "when_ready": announce,
        "timeout": 30,
        "graceful_timeout": GRACE,
        "keepalive": 65,  # longer than the usual minute of a proxy, so that it is the proxy who hangs up
        "worker_tmp_dir": _memory(),
        "limit_request_line": 1024,
        "limit_request_fields": 64,
        "limit_request_field_size": 8190,
        "accesslog": None,  # turns are counted in /metrics; who spoke when is nobody's business
        "errorlog": "-",
        "control_socket_disable": True,
    }


def before_fork(arbiter: Arbiter, worker: Worker) -> None:
    """Set what there is aside for good, so that no worker's search for garbage writes to the pages that they share."""
    gc.freeze()


def after_fork(arbiter: Arbiter, worker: Worker) -> None:
    """Let a new worker look after its own garbage, and the application drop the connections that it has inherited."""
    gc.enable()
    worker.app.wsgi().extensions["safe_harbor"].after_fork()


def announce(arbiter: Arbiter) -> None:
    """Print where to talk to the skill, as soon as somebody answers there."""
    command = sys.argv[0] if Path(sys.argv[0]).name == "safe-harbor" else "safe-harbor"
    for listener in arbiter.LISTENERS:
        print(f"Safe Harbor answers signed Alexa requests at {_reachable(str(listener))}/alexa", flush=True)
    print(f"To talk with it here, in another terminal: {command} chat", flush=True)


def _address(environ: Mapping[str, str]) -> str:
    host = environ.get("HOST") or "127.0.0.1"
    port = _number(environ, "PORT", 8080, most=65535)
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _number(environ: Mapping[str, str], name: str, default: int, *, least: int = 0, most: int) -> int:
    text = environ.get(name) or str(default)
    if not text.isdecimal() or not least <= int(text) <= most:
        raise ConfigurationError(f"{name} must be a whole number from {least} to {most}, not {text!r}")
    return int(text)


def _reachable(url: str) -> str:
    """Return ``url`` with an address that can be dialled in place of "any address"."""
    return url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:")


def _memory() -> str | None:
    """Return a folder in memory for the workers' heartbeats, where there is one: the disk may be slow or read-only."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
