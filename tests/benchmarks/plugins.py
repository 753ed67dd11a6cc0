"""What more plugins cost: start-up, and one signed turn, of a skill with 20 plugins and of one with 400.

``make bench`` runs it, with ``python -P`` since its folder would hide the package ``plugins``; pytest does not. The
turns of the two are taken alternately, so that whatever else the machine does slows both alike.
"""

from __future__ import annotations

import itertools
import json
import logging
import statistics
import string
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import structlog
from flask import Flask

from skill.app import SafeHarbor, create_app, prepare
from skill.settings import Settings
from skill.simulator.signer import Signer

FEW, MANY = 20, 400
WARM_UP, ROUNDS = 5, 60
"""Rounds of turns that are not counted, and that are."""
SLOWEST_START = 5.0
"""Seconds that a start with many plugins may take."""
LARGEST_RATIO = 1.5
"""What the median turn with many plugins may cost, where one with few costs 1; machines are noisy."""

MODULE = '''"""One practice of many."""

from skill import Practice, Words, ask, hookimpl, say

practice = Practice("{name}")


@practice.on("{intent}")
def begin(turn):
    return ask("asked", Words(), then=seen)


@practice.step
def seen(turn, thing):
    return say("seen").done()


@hookimpl
def register_practices():
    return [practice]
'''
TEXTS = """name = the {word} garden
menu = look at the {word} garden
asked = What do you see in the {word} garden?
    .reprompt = One thing?
    .or-1 = What is there to see in the {word} garden?
seen = How good.
"""
OPENINGS = (
    "look at the {} garden", "show me the {} garden", "open the {} garden", "visit the {} garden",
    "the {} garden please",
    "let us see the {} garden", "walk in the {} garden", "go into the {} garden", "what grows in the {} garden",
    "how is the {} garden doing",
)  # fmt: skip


def words(count: int) -> Iterator[str]:
    """Give so many words of letters, each another."""
    return map("".join, itertools.islice(itertools.product(string.ascii_lowercase, repeat=3), count))


def write_plugins(folder: Path, prefix: str, count: int) -> None:
    """Write so many plugins: each has one practice, one intent of ten samples and a file of texts."""
    for word in words(count):
        name, intent = f"{prefix}_{word}", f"{prefix}{word}Intent".capitalize().replace("intent", "Intent")
        place = folder / name
        for room in ("speech", "model"):
            (place / room).mkdir(parents=True)
        model = {"intents": [{"name": intent, "samples": [each.format(word) for each in OPENINGS]}]}
        place.joinpath("__init__.py").write_text(MODULE.format(name=name, intent=intent), encoding="utf-8")
        place.joinpath("speech", "en.ftl").write_text(TEXTS.format(word=word), encoding="utf-8")
        place.joinpath("model", "en.json").write_text(json.dumps(model), encoding="utf-8")


@dataclass
class Installation:
    """One skill with plugins of its own, and how long it took to start and to answer each turn.

    ``turns`` holds the seconds by what was said.
    """

    prefix: str
    count: int
    folder: Path
    signer: Signer
    app: Flask = field(init=False)
    started: float = field(init=False)
    turns: dict[str, list[float]] = field(default_factory=dict)
    attributes: object = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def start(self) -> None:
        """Write the plugins and start the skill, timing the latter."""
        write_plugins(self.folder / "plugins", self.prefix, self.count)
        self.signer.prefill(self.folder / "var" / "certificates")
        self.signer.trust(self.folder / "roots.pem")
        settings = Settings.of(
            {
                "SAFE_HARBOR_DATA_DIR": str(self.folder / "var"),
                "SAFE_HARBOR_TRUSTED_ROOTS": str(self.folder / "roots.pem"),
                "SAFE_HARBOR_PLUGINS_DIR": str(self.folder / "plugins"),
            }
        )
        prepare(settings)
        before = time.perf_counter()
        self.app = create_app(settings)
        self.started = time.perf_counter() - before
        registry = self.harbor.registry
        if registry.refused:
            raise SystemExit(f"plugins were refused: {registry.refused}")

    @property
    def harbor(self) -> SafeHarbor:
        """Give what the application is made of."""
        harbor: SafeHarbor = self.app.extensions["safe_harbor"]
        return harbor

    def take(self, said: str, request: dict[str, object], session: str) -> None:
        """Send one signed request and time its answer; signing is not timed."""
        body = json.dumps(self._envelope(request, session)).encode()
        headers, client = self.signer.headers(body), self.app.test_client()
        before = time.perf_counter()
        answer = client.post("/alexa", data=body, headers=headers)
        self.turns.setdefault(said, []).append(time.perf_counter() - before)
        if answer.status_code != 200:
            raise SystemExit(f"{said}: status {answer.status_code}")
        self.attributes = json.loads(answer.data).get("sessionAttributes") or {}

    def _envelope(self, request: dict[str, object], session: str) -> dict[str, object]:
        number, now = next(self.numbers), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        who = {"application": {"applicationId": "amzn1.ask.skill.bench"}, "user": {"userId": session}}
        return {
            "version": "1.0",
            "session": {"new": False, "sessionId": session, "attributes": self.attributes, **who},
            "context": {"System": {"device": {"deviceId": "kitchen", "supportedInterfaces": {}}, **who}},
            "request": {"requestId": f"request-{number}", "timestamp": now, "locale": "en-US"} | request,
        }

    def session(self, number: int) -> Iterator[None]:
        """Hold one conversation of a household of its own, a turn at a time."""
        name, self.attributes = f"session-{number}", {}
        word = next(itertools.islice(words(self.count), number % self.count, None))
        opened = f"{self.prefix.capitalize()}{word}Intent"
        launch: dict[str, object] = {"type": "LaunchRequest"}
        for said, request in (
            ("launch", launch),
            ("what else", intent("MoreIntent")),
            ("a plugin's intent", intent(opened)),
            ("words", intent("WordsIntent", answers_words="a red rose beneath the wall")),
            ("help", intent("AMAZON.HelpIntent")),
            ("stop", intent("AMAZON.StopIntent")),
        ):
            self.take(said, request, name)
            yield


def intent(name: str, **slots: str) -> dict[str, object]:
    """Give the request of an intent."""
    filled = {slot: {"name": slot, "value": value} for slot, value in slots.items()}
    return {"type": "IntentRequest", "intent": {"name": name, "slots": filled}}


def converse(few: Installation, many: Installation) -> None:
    """Have both take the same turns, one after the other, and forget those that only warmed them up."""
    for number in range(-WARM_UP, ROUNDS):
        if number == 0:
            few.turns.clear()
            many.turns.clear()
        both = (few, many) if number % 2 else (many, few)
        for _ in zip(*(each.session(number) for each in both), strict=True):
            pass


def micros(seconds: list[float]) -> tuple[float, float]:
    """Give the median and the 95th percentile in microseconds."""
    return statistics.median(seconds) * 1e6, statistics.quantiles(seconds, n=20)[-1] * 1e6


def report(few: Installation, many: Installation) -> bool:
    """Print the figures, and say whether they are as they should be."""
    for each in (few, many):
        print(f"start-up with {each.count:3} plugins: {each.started:6.2f} s")
    print(f"\n{'µs per turn':20}{f'{few.count} plugins':>20}{f'{many.count} plugins':>20}{'ratio':>8}")
    print(f"{'':20}{'median':>10}{'p95':>10}{'median':>10}{'p95':>10}{'medians':>8}")
    ratio = 0.0
    for said in (*few.turns, "all"):
        (low, low95), (high, high95) = (
            micros(each.turns[said] if said != "all" else [*itertools.chain(*each.turns.values())])
            for each in (few, many)
        )
        ratio = high / low
        print(f"{said:20}{low:10.0f}{low95:10.0f}{high:10.0f}{high95:10.0f}{ratio:8.2f}")
    return many.started < SLOWEST_START and ratio < LARGEST_RATIO


def main() -> int:
    """Measure both; 1 where a start is too slow or a turn grows with the number of plugins."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with tempfile.TemporaryDirectory() as folder:
        signer = Signer()
        installations = [
            Installation(name, count, Path(folder, name), signer) for name, count in (("few", FEW), ("many", MANY))
        ]
        for each in installations:
            each.start()
        few, many = installations
        converse(few, many)
        for each in installations:
            each.harbor.close()
        return 0 if report(few, many) else 1


if __name__ == "__main__":
    sys.exit(main())
