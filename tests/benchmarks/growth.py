"""What a turn costs as things grow: plugins, households, one person's entries, turns at a time, workers and databases.

``make bench`` runs it, with ``python -P`` since its folder would hide the package ``plugins``; pytest does not. Of
plugins, households and entries there are several homes in this process, few and many, and each kind of turn is taken in
one after the other, there and back, so that whatever else the machine does slows all alike; what a turn changed is
undone before the next, so that every one finds the same. What comes with being served is measured on real servers.
``--full`` goes to a million households and 100,000 entries, and takes 2 GB in a temporary folder; without it a tenth.
"""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from runpy import run_path
from string import ascii_lowercase

from curves import Curve, Table, publish
from envelopes import USERS
from histories import remember_a_year, settle
from homes import LAUNCH, Home, intent, measure, quietly
from served import crowds, houses

from skill.simulator.signer import Signer

PLUGINS = (20, 60, 140, 400)
HOUSEHOLDS = (100, 1_000, 10_000, 100_000, 1_000_000)
ENTRIES = (10, 100, 1_000, 10_000, 100_000)
WHO_SPEAKS = 100
"""In so many of the households turns are taken, in each size the same number."""
ROUNDS = 60
SERVED_ROUNDS, SECONDS = 3, 1.2
"""How often each burst is taken of a real server, and how long it lasts."""

Kinds = Mapping[str, Mapping[str, object] | None]
ORDINARY: Kinds = {"a good thing": None, "launch": LAUNCH}
LOOKING_BACK: Kinds = {
    **ORDINARY,
    "what good things did I note": intent("RecallGoodThingsIntent"),
    "read one at random": intent("RandomGoodThingIntent"),
    "how have I been lately": intent("RecallFeelingsIntent"),
    "what usually gets to me": intent("FeelingPatternIntent"),
    "sum up my week": intent("CheckinSummaryIntent"),
    "what did I promise": intent("PromisesIntent"),
}
WITH_PLUGINS: Kinds = {
    **ORDINARY,
    "free words": intent("WordsIntent", answers_words="a red rose beneath the wall"),
    "help": intent("AMAZON.HelpIntent"),
    "what else": intent("MoreIntent"),
}

WITH_MORE_PLUGINS = (
    "A turn is taken by the one practice whose intent it is, whatever others there are; and what there is to do, "
    "which an opening goes through, is found once for each locale."
)
WITH_MORE_HOUSEHOLDS = (
    "Every key and every index begins with the household, so a turn goes down the same few trees whatever lies "
    "beside, and ten times the households make a tree deeper by less than one page."
)
WITH_MORE_ENTRIES = (
    "A turn reads the newest entries of a kind through an index, and finds a name through another, so that noting "
    "costs the same at any length; what looks back reads no more than it tells, and ids alone where it counts: the "
    "newest 30 words for a pattern, and promises that are open, those that are closed being filed apart."
)
WITH_MORE_AT_A_TIME = (
    "A process has one interpreter, which one turn is enough to occupy: what a turn costs and how many are taken "
    "in a second stay as they are, and what grows is the time for which each waits for those before it."
)
WITH_MORE_SERVERS = (
    "Workers and servers meet in nothing but the database, so a turn costs each of them the same as one alone, "
    "and what they gain is what the machine has left beside whoever asks; on PostgreSQL every statement goes to "
    "another process and back, which costs on both sides, and on one SQLite file two processes wait for each "
    "other asleep, some long."
)


def grown(what: str, why: str, sizes: Sequence[int], home: Callable[[int], Home], kinds: Kinds, rounds: int) -> Curve:
    """Make homes of these sizes, and take turns in them."""
    homes = [home(size) for size in sizes]
    try:
        taken = measure(homes, kinds, rounds)
    finally:
        for each in homes:
            each.close()
    starts = ("ms of CPU to start", *(f"{each.started * 1000:,.0f}" for each in homes))
    return Curve.of(what, why, sizes, taken, starts)


def with_plugins(folder: Path, signer: Signer) -> Callable[[int], Home]:
    """Make homes with so many plugins beside the shipped ones, each a practice with an intent and texts of its own."""
    write, prefixes = run_path(str(Path(__file__).with_name("plugins.py")))["write_plugins"], iter(ascii_lowercase)

    def make(size: int) -> Home:
        place = folder / f"with-{size}"
        write(place / "plugins", f"garden{next(prefixes)}", size)
        home = Home(size, place, signer, USERS[:WHO_SPEAKS], place / "plugins")
        home.begin()
        return home

    return make


def with_households(folder: Path, signer: Signer) -> Callable[[int], Home]:
    """Make homes of so many households."""

    def make(size: int) -> Home:
        home = Home(size, folder / f"of-{size}", signer, USERS[:WHO_SPEAKS])
        home.begin()
        settle(home, size)
        return home

    return make


def with_entries(folder: Path, signer: Signer) -> Callable[[int], Home]:
    """Make homes of one person with so many entries."""

    def make(size: int) -> Home:
        home = Home(size, folder / f"after-{size}", signer, USERS[:1])
        home.begin()
        remember_a_year(home, USERS[0], size)
        return home

    return make


def measured(folder: Path, signer: Signer, smaller: int, rounds: int) -> list[Curve]:
    """Draw the three curves that are to be flat; of households and entries without the ``smaller`` last sizes."""
    households, entries = (sizes[: len(sizes) - smaller] for sizes in (HOUSEHOLDS, ENTRIES))
    with quietly():
        return [
            grown("plugins", WITH_MORE_PLUGINS, PLUGINS, with_plugins(folder, signer), WITH_PLUGINS, rounds),
            grown("households", WITH_MORE_HOUSEHOLDS, households, with_households(folder, signer), ORDINARY, rounds),
            grown("entries", WITH_MORE_ENTRIES, entries, with_entries(folder, signer), LOOKING_BACK, rounds),
        ]


def main() -> int:
    """Measure, print, and write the results beside this file."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="go to 1,000,000 households and 100,000 entries")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each kind of turn is taken in each home")
    given = parser.parse_args()
    usable, signer = sorted(os.sched_getaffinity(0)), Signer()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        curves = measured(folder, signer, 0 if given.full else 1, given.rounds)
        os.sched_setaffinity(0, {usable[-1]})
        crowd = crowds(folder, signer, usable[0], SERVED_ROUNDS, SECONDS)
        os.sched_setaffinity(0, usable)
        compared = houses(folder, signer, ",".join(map(str, usable)), SERVED_ROUNDS, SECONDS)
    publish(curves, [Table(WITH_MORE_AT_A_TIME, crowd), Table(WITH_MORE_SERVERS, compared)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
