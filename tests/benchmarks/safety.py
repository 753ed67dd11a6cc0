"""How well safety hears: recall and false alarms over labelled sentences, and what one sentence costs.

``make bench`` runs it; pytest does not. ``seen`` sentences were looked at while the rules were written, ``unseen`` ones
never were: what counts is the second half. The sentences lie in ``tests/house/sentences``.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from rich.console import Console
from rich.table import Table

from skill.house import safety
from skill.house.safety.families import Families

SENTENCES = Path(__file__).parents[1] / "house" / "sentences"
EMERGENCIES = frozenset({"overdose", "self-harm-direct", "danger-now"})
WANTED = {"emergencies": 1.0, "the rest": 0.95, "false alarms": 0.05, "asked for nothing": 0.05}
"""What is wanted of unseen sentences: of the first two at least so many taken up, of the others at most."""


@dataclass(frozen=True)
class Sentence:
    """A sentence with the family it was written for, and what is to be made of it: hit, grey or nothing."""

    say: str
    family: str
    hears: str


def sentences(half: str) -> tuple[Sentence, ...]:
    """Read one half: "seen" or "unseen"."""
    return tuple(Sentence(**each) for each in yaml.safe_load((SENTENCES / f"{half}.yaml").read_text(encoding="utf-8")))


def heard(families: Families, sentence: Sentence) -> str:
    """Say what is made of a sentence."""
    found = families.find((sentence.say,))
    return "nothing" if found is None else "grey" if found.grey else "hit"


def measures(families: Families, half: Sequence[Sentence]) -> dict[str, tuple[int, int]]:
    """Count for each family, and for what is wanted, how many were taken up, and of how many.

    Taken up is what is answered at once and what is asked about first; of what is nothing, the two are told apart.
    """
    tally: dict[str, Counter[bool]] = defaultdict(Counter)
    for each in half:
        made = heard(families, each)
        tally[each.family][made != "nothing"] += 1
        if each.hears == "hit":
            tally["emergencies" if each.family in EMERGENCIES else "the rest"][made != "nothing"] += 1
        elif each.hears == "nothing":
            tally["false alarms"][made == "hit"] += 1
            tally["asked for nothing"][made == "grey"] += 1
    return {name: (counted[True], counted.total()) for name, counted in tally.items()}


def costs(families: Families, half: Sequence[Sentence]) -> Iterator[float]:
    """Measure what looking at each sentence takes, in microseconds."""
    for each in half:
        started = time.perf_counter()
        families.find((each.say,))
        yield (time.perf_counter() - started) * 1e6


def main() -> int:
    """Print both halves side by side, and where the unseen one is not as wanted."""
    families = Families(Path(safety.__file__).parent / "rules" / "en")
    halves = {name: sentences(name) for name in ("seen", "unseen")}
    found = {name: measures(families, half) for name, half in halves.items()}
    table = Table("family", *halves, "wanted", title="Taken up as a disclosure")
    for family in found["unseen"]:
        taken = (found[half].get(family, (0, 0)) for half in halves)
        cells = (f"{hit} of {total} ({hit / total:.1%})" if total else "–" for hit, total in taken)
        table.add_row(family, *cells, f"{WANTED[family]:.0%}" if family in WANTED else "")
    console = Console()
    console.print(table)
    microseconds = sorted(costs(families, halves["unseen"]))
    console.print(f"A sentence takes {statistics.median(microseconds):.0f} µs, the slowest {microseconds[-1]:.0f} µs.")
    rates = {name: hit / total for name, (hit, total) in found["unseen"].items()}
    missed = [name for name in ("emergencies", "the rest") if rates[name] < WANTED[name]]
    missed += [name for name in ("false alarms", "asked for nothing") if rates[name] > WANTED[name]]
    console.print(f"Not as wanted: {', '.join(missed)}." if missed else "All as wanted.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
