"""The web application: everything the skill is made of, put together, behind four routes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from flask import Flask, Response
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as WerkzeugResponse

from skill import logs
from skill.admission import Admitted, admit
from skill.alexa.gathering import Fragments, alike
from skill.alexa.guests import AlexaGuests
from skill.alexa.handler import Handler
from skill.alexa.services import Services
from skill.alexa.verification import Verifier
from skill.alexa.vocabulary import Vocabulary
from skill.conversation import Clocks, Conversation
from skill.endpoint import Endpoint
from skill.errors import ConfigurationError, KeyMissing, PluginError, StoreError
from skill.house.safety import Safety
from skill.metering import CONTENT_TYPE, Meter
from skill.registry import Registry
from skill.settings import Settings
from skill.speech import Speech
from skill.store import Database, Households, Vault

NEEDED = frozenset({"answers", "floor", "people", "reminders", "safety", "welcome"})
"""The house's own plugins without which no turn can be answered, or none safely."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class SafeHarbor:
    """What an application is made of, as ``app.extensions["safe_harbor"]``."""

    settings: Settings
    registry: Registry
    fragments: Fragments
    database: Database
    households: Households
    services: Services

    def after_fork(self) -> None:
        """Start with connections of one's own: a forked worker calls this before its first turn."""
        self.database.dispose_after_fork()

    def close(self) -> None:
        """Close every connection."""
        self.services.close()
        self.database.close()


def prepare(settings: Settings) -> None:
    """Set up the data directory and the keys, and bring an embedded database to today's tables.

    Raises ConfigurationError for what cannot be made. A PostgreSQL database is left to ``safe-harbor db upgrade``.
    """
    for folder in (settings.data_dir, settings.certificate_cache):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise ConfigurationError(f"the folder {str(folder)!r} cannot be made: {type(error).__name__}") from None
    Vault.load_or_create(settings.data_dir, settings.secret_keys)
    if settings.database_url.startswith("sqlite"):
        database = Database(settings.database_url)
        database.upgrade()
        database.close()


def create_app(
    settings: Settings | None = None,
    *,
    clock: Callable[[], datetime] = _utc_now,
    platform_base: str | None = None,
) -> Flask:
    """Make the application, with every text and every model read.

    ``clock`` gives the instant (aware) that requests and certificates are held against; ``platform_base`` is an
    address, beside Amazon's own, to which tokens may be sent. Raises a SafeHarborError where it could not serve.
    """
    settings = Settings.of() if settings is None else settings
    if not structlog.is_configured():
        logs.configure()
    admitted = _admitted(settings)
    meter = Meter()
    admitted.registry.manager.register(meter, "meter")
    harbor = _harbor(settings, admitted, platform_base)
    app = Flask("skill", static_folder=None)
    app.extensions["safe_harbor"] = harbor
    _route(app, meter)
    app.wsgi_app = Endpoint(_handler(harbor, admitted.speech, clock), meter, app.wsgi_app)  # type: ignore[method-assign]
    return app


def _admitted(settings: Settings) -> Admitted:
    admitted = admit(settings)
    registry = admitted.registry
    for plugin in sorted(NEEDED - registry.plugins.keys()):
        raise PluginError(plugin, registry.refused.get(plugin, "it was disabled, and the house cannot do without it"))
    _tell(settings, registry)
    return admitted


def _tell(settings: Settings, registry: Registry) -> None:
    log = structlog.get_logger(__name__)
    for plugin, reason in registry.refused.items():
        log.error("plugin_refused", plugin=plugin, reason=reason)
    if not settings.skill_ids:
        log.warning("skill_id_empty", meaning="any skill may call: set SAFE_HARBOR_SKILL_ID to your own")
    log.info("plugins", plugins=sorted(registry.plugins))


def _harbor(settings: Settings, admitted: Admitted, platform_base: str | None) -> SafeHarbor:
    database = Database(settings.database_url)
    households = Households(database, Vault.load_or_create(settings.data_dir, settings.secret_keys))
    try:
        households.check()
    except KeyMissing:
        raise
    except StoreError:
        structlog.get_logger(__name__).warning("database_not_ready", state=database.state())
    finally:
        database.close()
    services = Services((platform_base,) if platform_base else ())
    return SafeHarbor(settings, admitted.registry, admitted.fragments, database, households, services)


def _handler(harbor: SafeHarbor, speech: Speech, clock: Callable[[], datetime]) -> Handler:
    settings, registry = harbor.settings, harbor.registry
    vocabularies: dict[str, Vocabulary] = {}
    for locales in alike(harbor.fragments):
        vocabularies |= dict.fromkeys(locales, Vocabulary(harbor.fragments[locales[0]]))
    guests = AlexaGuests(registry, harbor.fragments, harbor.services)
    conversation = Conversation(
        registry,
        speech,
        harbor.households,
        Safety(speech),
        Clocks(now=clock),
        guests if guests.plugins else None,
        feelings=settings.keep_feelings,
    )
    verifier = Verifier(settings.certificate_cache, settings.trusted_roots, clock=clock)
    events = bool(guests.plugins)
    return Handler(verifier, conversation, harbor.services, vocabularies, settings.skill_ids, clock, events=events)


def _route(app: Flask, meter: Meter) -> None:
    harbor: SafeHarbor = app.extensions["safe_harbor"]

    @app.get("/healthz")
    def healthz() -> Response:
        return Response("ok\n", content_type="text/plain")

    @app.get("/readyz")
    def readyz() -> Response:
        state = harbor.database.state()
        return Response(f"database: {state}\n", status=200 if state == "ready" else 503, content_type="text/plain")

    @app.get("/metrics")
    def metrics() -> Response:
        return Response(meter.text(), content_type=CONTENT_TYPE)

    @app.errorhandler(HTTPException)
    def other(error: HTTPException) -> WerkzeugResponse:
        answer = error.get_response()
        answer.set_data(b"")
        return answer
