"""What the simulator costs: understanding a sentence with every plugin's utterances loaded, and the start of a chat.

``make bench`` runs it; pytest does not. The sentences are those that are said in ``tests/conversations/en``, each
understood twice: with nothing waited for, and while free words are elicited. Most of them are samples word for word,
which are only looked up, so the others stand on lines of their own.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import yaml
from rich.console import Console
from rich.table import Table

from skill.simulator.transcript import transcript
from skill.simulator.understanding import Understanding
from skill.simulator.understood import Expecting

ROOT = Path(__file__).parents[2]
EVENING = datetime(2026, 3, 2, 20, 10)
WAITING = {"nothing": None, "free words": Expecting("WordsIntent", "answers_words")}
FIRST_LINE = b'{"say": "alexa, open safe harbor"}\n'
STARTS = 5
UNDERSTOOD, READY = 0.005, 2.0
"""What is wanted, in seconds: of the median sentence, and until a chat has answered its first line."""


class Start(NamedTuple):
    """A start of the chat: seconds until the first line was answered, and of processor time until it had left."""

    wall: float
    cpu: float


def sentences() -> Iterator[str]:
    """Read what is said in the conversations."""
    for path in sorted(Path(ROOT, "tests/conversations/en").glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield from (turn["say"] for turn in row["turns"] if turn.get("say"))


def literal(model: dict[str, dict[str, dict[str, list[dict[str, list[str]]]]]]) -> frozenset[str]:
    """Give the samples without slots."""
    intents = model["interactionModel"]["languageModel"]["intents"]
    return frozenset(sample.lower() for intent in intents for sample in intent["samples"] if "{" not in sample)


def cost(understanding: Understanding, words: str, waiting: Expecting | None) -> float:
    """Measure what understanding takes, in seconds."""
    started = time.perf_counter()
    understanding.understand(words, now=EVENING, expecting=waiting)
    return time.perf_counter() - started


def start(folder: Path) -> Start:
    """Start a chat that keeps what it keeps in ``folder``, and say one line."""
    command = [Path(sys.executable).with_name("safe-harbor"), "chat", "--jsonl"]
    environment = {**os.environ, "SAFE_HARBOR_DATA_DIR": str(folder)}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as chat:
        assert chat.stdin
        assert chat.stdout
        chat.stdin.write(FIRST_LINE)
        chat.stdin.flush()
        answered = json.loads(chat.stdout.readline())
        wall = time.perf_counter() - started
    if answered["error"] or not answered["speech"]:
        raise SystemExit(f"chat answers its first line with {answered}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Start(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def understanding(console: Console) -> float:
    """Print what sentences take; give the slower median of all of them, in seconds."""
    model = json.loads(Path(ROOT, "interaction_models/en-US.json").read_text(encoding="utf-8"))
    ready, said, samples = Understanding(model), [*sentences()], literal(model)
    others = [each for each in said if " ".join(transcript(each)).lower() not in samples]
    table = Table("waited for", "sentences", "median", "95th percentile", "worst", title="Understanding, in ms")
    medians = []
    for waited, waiting in WAITING.items():
        for name, some in {f"{len(said):,}": said, f"{len(others):,} that are no sample": others}.items():
            costs = sorted(cost(ready, each, waiting) for each in some)
            figures = (statistics.median(costs), costs[int(len(costs) * 0.95)], costs[-1])
            table.add_row(waited, name, *(f"{figure * 1000:.2f}" for figure in figures))
            medians.append(figures[0])
    console.print(table)
    return max(medians)


def main() -> int:
    """Print what sentences and starts take, and what of it is not as wanted."""
    console = Console()
    median = understanding(console)
    with tempfile.TemporaryDirectory() as folder:
        first, *starts = (start(Path(folder)) for _ in range(1 + STARTS))
    wall, cpu = statistics.median(each.wall for each in starts), statistics.median(each.cpu for each in starts)
    console.print(f"chat answers its first line after {wall:.2f} s ({cpu:.2f} s of processor time in all),", end=" ")
    console.print(f"the very first time after {first.wall:.2f} s ({first.cpu:.2f} s).")
    missed = [f"a sentence, wanted below {UNDERSTOOD * 1000:g} ms"] if median >= UNDERSTOOD else []
    missed += [f"chat's first answer, wanted within {READY:g} s"] if wall > READY else []
    console.print(f"Not as wanted: {', '.join(missed)}." if missed else "All as wanted.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
