"""A home to speak in: a conversation with a few plugins, a real database and a platform that does as it is told."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

import pluggy
import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

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


@pytest.fixture(scope="session")
def empty_house(tmp_path_factory):
    """Give the file of an upgraded, empty database, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "house.sqlite3"
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    database.close()
    return path


@pytest.fixture
def homes(tmp_path, platform, empty_house):
    """Make a home with plugins: ``homes(plugin, …, safety=…)``."""
    opened = []

    def make(*plugins: Plugin, safety: object = None) -> Home:
        path = shutil.copy(empty_house, tmp_path / f"house-{len(opened)}.sqlite3")
        database = Database(f"sqlite:///{path}")
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
