"""A house to be shaken: a served skill with a clock that can be moved, workers that can be killed, and its books."""

import itertools
import json
import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Event

import httpx

from skill.store import Database, Households, Vault
from tests.faults.table import Row
from tests.served.conftest import Served

CLAIM_LASTS = 11.0
"""Seconds after which a claim is taken over, and one more."""


def wait_until(holds, what, seconds=15.0):
    """Wait for a condition, and give what it gave when it held."""
    ends = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < ends, f"it never came: {what}"
        time.sleep(0.005)
    return found


def together(count, function):
    """Call a function so many times at the same moment, and give what came of each call."""
    start = Barrier(count)

    def one(number):
        start.wait(10)
        return function(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def children(process):
    """Give the processes that a process began."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []


@dataclass
class House(Served):
    """A server of two workers with the ledger in it. ``url_of_database`` is another database than its own folder's."""

    url_of_database: str = ""

    def __post_init__(self):
        super().__post_init__()
        self.settings = {
            "WEB_CONCURRENCY": "2",
            "SAFE_HARBOR_PLUGINS_DIR": str(Path(__file__).with_name("plugins")),
            "FAULTS_FOLDER": str(self.folder),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HTTPS_PROXY": "http://127.0.0.1:9",  # nothing listens there: what is not on this machine refuses
            **self.settings,
        }
        self.off = 0.0

    @property
    def database_url(self):
        """Give the database that it keeps everything in."""
        return self.url_of_database or super().database_url

    @property
    def off(self):
        """Give the seconds by which its clock is off."""
        return float((self.folder / "off").read_text())

    @off.setter
    def off(self, seconds):
        draft = self.folder / "off.draft"
        draft.write_text(str(seconds))
        draft.replace(self.folder / "off")

    @property
    def now(self):
        """Give the instant that its clock shows."""
        return datetime.now(UTC) + timedelta(seconds=self.off)

    @property
    def workers(self):
        """Give the workers' process ids."""
        return children(self.process.pid)

    def envelope(self, request, user="ana", platform=None):
        """Make an envelope, with the time that the clock of the house shows."""
        made = super().envelope(request, user, platform)
        made["request"].setdefault("timestamp", "")
        if "timestamp" not in request:
            made["request"]["timestamp"] = self.now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        return made

    def kill(self):
        """End it and its workers as a power cut would, where it has not ended by itself."""
        with suppress(ProcessLookupError):
            super().kill()

    def restart(self):
        """Stop it in good order and begin it again."""
        assert self.stop() == 0
        self.start()

    def restart_after_signal(self):
        """Begin it again when it has ended by itself."""
        assert self._reap() == 0
        self.start()

    def reload(self):
        """Have every worker replaced by a new one, and wait until they are."""
        before = set(self.workers)
        os.kill(self.process.pid, signal.SIGHUP)
        wait_until(lambda: len(self.workers) == len(before) and not before & set(self.workers), "new workers")

    @contextmanager
    def stopped(self, *processes):
        """Hold processes still."""
        for each in processes:
            os.kill(each, signal.SIGSTOP)
        try:
            yield
        finally:
            for each in processes:
                with suppress(ProcessLookupError):
                    os.kill(each, signal.SIGCONT)

    def export(self, user):
        """Give everything kept of a household, read beside the running server; None when there is none."""
        with closing(Database(self.database_url)) as database:
            households = Households(database, Vault.load_or_create(self.folder / "data", None))
            snapshot = households.snapshot(user, None, "", self.now)
            return households.export(snapshot.id) if snapshot.known else None

    def heal(self):
        """Wait until as many workers are at work as there should be."""
        wait_until(lambda: len(self.workers) == int(self.settings["WEB_CONCURRENCY"]), "a new worker")

    # Points of a turn

    def traced(self, act):
        """Give the names of the points that are passed while something is done."""
        trace = self.folder / "traced"
        trace.touch()
        try:
            act()
            return trace.read_text().splitlines()
        finally:
            trace.unlink()

    @contextmanager
    def armed(self, number):
        """Let the worker that passes so many points die there; say whether one did."""
        armed = self.folder / "armed"
        draft = self.folder / "armed.draft"
        draft.write_text(f"{time.monotonic_ns()} {number}")
        draft.replace(armed)
        try:
            yield lambda: not armed.exists()
        finally:
            armed.unlink(missing_ok=True)


def thing_named(number):
    """Name a thing in words that nothing shortens or rewords, each number another."""
    letters = "bcdfghklmnprstvz"
    digits = [number // 16**place % 16 for place in (3, 2, 1, 0)]
    return "bead " + "".join(letters[digit] + "aeio"[digit % 4] for digit in digits)


THINGS = itertools.count()


@dataclass
class Books:
    """What was said to one household, what of it was acknowledged, and what the database holds of it.

    ``said`` are the bodies by thing, ``acknowledged`` the replies. A reply that names the thing acknowledges it.
    """

    house: House
    user: str
    platform: object = None
    said: dict[str, bytes] = field(default_factory=dict)
    acknowledged: dict[str, dict] = field(default_factory=dict)
    things: Iterator[int] = field(default_factory=lambda: THINGS)

    def body(self, intent="LedgerIntent", device="speaker", endpoint="", **request):
        """Make the body of a turn about a new thing, and give the thing."""
        thing = thing_named(next(self.things))
        slots = {"ledger_thing": {"name": "ledger_thing", "value": thing, "confirmationStatus": "NONE"}}
        meant = {"name": intent, "confirmationStatus": "NONE", "slots": slots}
        envelope = self.house.envelope(
            {"type": "IntentRequest", "intent": meant, **request}, user=self.user, platform=self.platform
        )
        envelope["context"]["System"]["device"]["deviceId"] = device
        if endpoint:
            envelope["context"]["System"]["apiEndpoint"] = endpoint
        self.said[thing] = json.dumps(envelope).encode()
        return thing

    def say(self, intent="LedgerIntent", **more):
        """Say a new thing, and give its name."""
        thing = self.body(intent, **more)
        self.send(thing)
        return thing

    def send(self, thing, refused=False):
        """Send what was prepared, or send it again; give the reply, or None when none came, or it was to be refused."""
        try:
            answer = self.house.post(self.said[thing])
        except httpx.TransportError:
            return None
        if refused:
            assert (answer.status_code, answer.content) == (400, b"")
            return None
        assert answer.status_code == 200, (answer.status_code, answer.text)
        reply = answer.json()
        if names(reply, thing):
            assert self.acknowledged.setdefault(thing, reply) == reply, "a repetition got another reply"
        return reply

    def kept(self):
        """Count by thing what is kept: entries, mentions in the state, stored replies."""
        export = self.house.export(self.user) or {"entries": [], "states": [], "turns": []}
        states = [each["body"]["things"] for each in export["states"] if each["practice"] == "ledger"]
        replies = [json.dumps(each["reply"]).lower() for each in export["turns"] if each["done"]]
        entries = Counter(each["body"]["text"] for each in export["entries"])
        mentions = Counter(itertools.chain.from_iterable(states))
        assert len(states) <= 1
        assert {*entries, *mentions} <= self.said.keys(), "something is kept that nobody said"
        return {
            thing: (entries[thing], mentions[thing], sum(thing in reply for reply in replies)) for thing in self.said
        }

    def row(self, fault="", tried=1):
        """Hold what is kept against what was acknowledged, and the platform's alerts against those said to be set."""
        kept = self.kept()
        whole = [counts for thing, counts in kept.items() if thing in self.acknowledged]
        said, sounding = self.said_to_be_set(), len(self.platform.alerts_of(self.user))
        return Row(
            fault,
            tried,
            len(whole),
            lost=sum(counts == (0, 0, 0) for counts in whole) + max(0, said - sounding),
            doubled=sum(max(counts) > 1 for counts in kept.values()) + max(0, sounding - said),
            half=sum(len(set(counts)) > 1 for counts in kept.values()),
        )

    def said_to_be_set(self):
        """Count the alerts of which it was said that they are set."""
        return sum("a bell for" in json.dumps(reply).lower() for reply in self.acknowledged.values())

    def repeat(self):
        """Send everything once more: what was acknowledged changes nothing, the rest is now kept whole."""
        before, known = self.kept(), dict(self.acknowledged)
        for thing in self.said:
            self.send(thing)
        assert self.acknowledged.keys() == self.said.keys()
        after = self.kept()
        assert {thing: after[thing] for thing in known} == {thing: before[thing] for thing in known}
        assert set(after.values()) <= {(1, 1, 1)}
        for thing in self.said:
            assert self.send(thing) == self.acknowledged[thing]
        assert self.kept() == after


@contextmanager
def speaking(*books, intents=("LedgerIntent",)):
    """Let each household say one thing after the other; gives a function that tells how many were said."""
    over = Event()

    def speak(book):
        for intent in itertools.cycle(intents):
            if over.is_set():
                return
            if book.say(intent) not in book.acknowledged:
                over.wait(0.05)  # nobody who hears an apology says the next thing at once

    with ThreadPoolExecutor(len(books)) as pool:
        speakers = [pool.submit(speak, book) for book in books]
        try:
            yield lambda: sum(len(book.acknowledged) for book in books)
        finally:
            over.set()
    for each in speakers:
        each.result()


def sum_of(fault, tried, *rows):
    """Give one row for those of several households."""
    counted = (sum(getattr(row, name) for row in rows) for name in ("acknowledged", "lost", "doubled", "half"))
    return Row(fault, tried, *counted)


def names(reply, thing):
    """Say whether a reply names a thing."""
    return thing in json.dumps(reply).lower()
