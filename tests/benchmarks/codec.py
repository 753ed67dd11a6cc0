"""What it costs to read a request and to write a response, beside Amazon's own serializer, in one run.

``make bench`` runs it; pytest does not. Both sides go all the way from bytes to objects and back. They take turns,
so that what else the machine does bears on both alike; each number is the median of the rounds, and garbage is not
collected meanwhile, as is the way of ``timeit``.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from timeit import Timer

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.request_envelope import RequestEnvelope
from ask_sdk_model.response_envelope import ResponseEnvelope
from rich.console import Console
from rich.table import Table

from skill.alexa import envelope
from skill.alexa.response import MOST_ENTITIES, respond
from skill.answers import Option
from skill.exchange import Said

RECORDED = Path(__file__).parents[1] / "alexa" / "recorded"
ROUNDS, CALLS = 31, 50
SLOTS, DAYS = 10, 60
SAID = ["a long meeting", "a short walk in the park", "the soup that Leo made"]
WANTED = 6.0
"""So many times the official serializer's speed is wanted, of each."""
OFFICIAL = DefaultSerializer()

Work = Callable[[], object]


@dataclass(frozen=True)
class Cost:
    """Microseconds of processor time, ours and the official serializer's, and how often ours goes into that."""

    ours: float
    official: float
    ratio: float


def costs(ours: Work, official: Work) -> Cost:
    """Let both do the same in turn."""
    timers = [Timer(work, timer=time.process_time) for work in (ours, official)]
    pairs = [[timer.timeit(CALLS) / CALLS * 1e6 for timer in timers] for _ in range(ROUNDS)]
    mine, theirs = map(statistics.median, zip(*pairs, strict=True))
    return Cost(mine, theirs, statistics.median(other / own for own, other in pairs))


def requests() -> Mapping[str, bytes]:
    """Give requests to read: a launch, an answer, and many slots filled at once in a session that remembers much."""
    launch, intent = (RECORDED.joinpath(f"{name}.json").read_bytes() for name in ("launch_with_screen", "yes"))
    large = json.loads(RECORDED.joinpath("intent_with_resolutions.json").read_bytes())
    slots = large["request"]["intent"]["slots"]
    slots |= {f"feeling_{number}": slots["feeling"] for number in range(SLOTS)}
    large["session"]["attributes"] = {f"day {number}": {"felt": "edgy", "said": SAID} for number in range(DAYS)}
    return {"launch": launch, "intent": intent, "large": json.dumps(large).encode()}


def responses() -> Mapping[str, ResponseEnvelope]:
    """Give responses to write: a goodbye, a question with and without a screen, and as many choices as there may be."""
    session = {"floor": "a081518e45c98309ee1216bc24556e09", "words": True}
    shown = {"title": "A good thing", "lines": ["The rain"], "asking": True}
    choices = tuple(Option(f"choice-{number}", (f"choice {number}",)) for number in range(MOST_ENTITIES))
    asked: dict[str, object] = {"speech": "What made it good?", "reprompt": "Anything?", "session": session}
    said = {
        "goodbye": Said(speech="Goodbye for now."),
        "question": Said(**asked, listening=True, words=True),  # type: ignore[arg-type]
        "question, screen": Said(**asked, listening=True, words=True, screen=shown),  # type: ignore[arg-type]
        "large": Said(**asked, listening=True, choices=choices, screen=shown),  # type: ignore[arg-type]
    }
    return {name: respond(each, "en-US", "answers_words") for name, each in said.items()}


def measures() -> Mapping[tuple[str, int], Cost]:
    """Measure every request and response, by what it is and its bytes."""
    found = {}
    for name, body in requests().items():
        text = body.decode()
        found[f"read {name}", len(body)] = costs(
            lambda body=body: envelope.read(body),  # type: ignore[misc]
            lambda text=text: OFFICIAL.deserialize(text, RequestEnvelope),  # type: ignore[misc]
        )
    for name, response in responses().items():
        found[f"write {name}", len(envelope.write(response))] = costs(
            lambda response=response: envelope.write(response),  # type: ignore[misc]
            lambda response=response: json.dumps(OFFICIAL.serialize(response)).encode(),  # type: ignore[misc]
        )
    return found


def main() -> int:
    """Print both sides, and what is slower than wanted."""
    found = measures()
    table = Table("", "bytes", "ours, µs", "official, µs", "ratio", title="Between bytes and objects")
    for (name, size), cost in found.items():
        table.add_row(name, f"{size:,}", f"{cost.ours:.1f}", f"{cost.official:.1f}", f"{cost.ratio:.1f}")
    console = Console()
    console.print(table)
    slow = [name for (name, _), cost in found.items() if cost.ratio < WANTED]
    wanted = f"at least {WANTED:g} times the official serializer's speed"
    console.print(f"Not as wanted ({wanted}): {', '.join(slow)}." if slow else f"All as wanted: {wanted}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
