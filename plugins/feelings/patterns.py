"""What comes again over weeks: which days and times, which triggers, which words. Counted, never judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple, TypeVar

from plugins.feelings.practice import BACK_FILL, KIND, PLEASANT, UNPLEASANT, Feelings, day_of, mine
from plugins.feelings.triggers import OTHER, core, once
from skill import Entry, Turn

T = TypeVar("T")
ENOUGH = 5
LOW, HIGH = 4, 7
"""Numbers up to the one count as unpleasant, from the other on as pleasant."""
MOST = 200
DAYS, TIMES = 3, 2
"""On fewer days a time is no pattern, and what came fewer times is none."""
MOST_CAUSES = 2


class Note(NamedTuple):
    """One word as patterns see it: for which day and part of it, of which family, and what set it off."""

    day: date
    part: str
    word: str
    family: str
    group: str = ""
    trigger: str = ""
    number: int = 0

    @property
    def unpleasant(self) -> bool:
        """Say whether it is of the unpleasant half of the map."""
        return self.family in UNPLEASANT or 0 < self.number <= LOW

    @property
    def pleasant(self) -> bool:
        """Say whether it is of the pleasant half."""
        return self.family in PLEASANT or self.number >= HIGH


@dataclass(frozen=True)
class Cause:
    """What set off several: their group, and their own words where most of them name the same."""

    group: str
    words: str = ""


@dataclass(frozen=True)
class Pattern:
    """What comes most: a weekday (0 = Monday), a part of the day, and up to two causes."""

    weekday: int | None = None
    part: str = ""
    causes: tuple[Cause, ...] = ()


def notes(turn: Turn[Feelings], since: datetime, until: datetime | None = None, most: int = MOST) -> tuple[Note, ...]:
    """List the speaker's words for the days from ``since`` to before ``until``, newest first, those of check-ins too.

    A word that another practice kept has no family; it gets the one it had when it was noted here.
    """
    latest = until and until + BACK_FILL
    entries = turn.journal.entries(KIND, owner=mine(turn), since=since, until=latest, limit=most, anyones=True)
    noted = [_note(turn, each) for each in entries]
    families = {each.word: each.family for each in reversed(noted) if each.family}
    found = (each if each.family else each._replace(family=families.get(each.word, "unknown")) for each in noted)
    first, end = since.date(), until.date() if until else date.max
    return tuple(each for each in found if first <= each.day < end)


def _note(turn: Turn[Feelings], entry: Entry) -> Note:
    data, day = entry.data, day_of(turn, entry)
    return Note(
        day,
        str(data.get("part") or _part_of(day, entry.made_at.astimezone(turn.now.tzinfo))),
        entry.text,
        str(data.get("family", "")),
        str(data.get("group", "")),
        str(data.get("trigger", "")),
        int(data.get("number") or 0),
    )


def _part_of(day: date, noted: datetime) -> str:
    """Name the part of the day in which a word was noted; none where it was for another day."""
    return _part(noted) if noted.date() == day else ""


def _part(at: datetime) -> str:
    return next(
        (name for end, name in ((5, "night"), (11, "morning"), (17, "day"), (22, "evening")) if at.hour < end), "night"
    )


def pattern(found: Sequence[Note], among: Sequence[Note] = ()) -> Pattern:
    """Find what comes most among notes; a part of the day is none in which all notes lie, ``among`` which these are."""
    weekday, part = _time(found, {each.part for each in among})
    return Pattern(weekday, part, _causes([each for each in found if each.trigger]))


def _time(found: Sequence[Note], parts: Collection[str]) -> tuple[int | None, str]:
    """Find the weekday with its part, the weekday, or the part of the day that comes most; each day counts once."""
    days = len({each.day for each in found})
    at = sorted({(each.day, each.part) for each in found if each.part})
    if both := _often([(day.weekday(), part) for day, part in at], days, 1 / 3):
        return both
    weekday = _often([day.weekday() for day in sorted({each.day for each in found})], days, 1 / 3)
    if weekday is not None or len(parts) == 1:
        return weekday, ""
    return None, _often([part for _, part in at], len(at), 1 / 2) or ""


def _causes(caused: Sequence[Note]) -> tuple[Cause, ...]:
    """Find the one or two causes that came more often than any other, each in a quarter of the notes or more."""
    named = [(each, core(each.trigger)) for each in caused]
    keys = [(each.group, thing if each.group == OTHER else "") for each, thing in named]
    ranked = Counter(keys).most_common()
    runner_up = ranked[MOST_CAUSES][1] if len(ranked) > MOST_CAUSES else 0
    enough = max(TIMES, runner_up + 1, len(caused) / 4)
    most = [key for key, times in ranked[:MOST_CAUSES] if times >= enough]
    return tuple(_cause(key[0], [each for each, of in zip(named, keys, strict=True) if of == key]) for key in most)


def _cause(group: str, named: Sequence[tuple[Note, str]]) -> Cause:
    """Make a cause of notes of one group, each with what its trigger is about."""
    most, times = Counter(thing for _, thing in named).most_common(1)[0]
    if times < max(TIMES, len(named) / 2):
        return Cause(group)
    return Cause(group, next(once(each.trigger) for each, thing in named if thing == most))


def things(found: Iterable[Note]) -> tuple[str, ...]:
    """List what set them off, each thing once, the newest first."""
    return tuple({core(each.trigger): once(each.trigger) for each in found if each.trigger}.values())


def words(found: Iterable[Note]) -> tuple[str, ...]:
    """List words by how often they came, the most frequent first."""
    return tuple(word for word, _ in Counter(each.word.lower() for each in found).most_common())


def weight(found: Sequence[Note]) -> float:
    """Give the share of notes that are unpleasant, 0 to 1; only ever compared with oneself, and never said."""
    return sum(each.unpleasant for each in found) / len(found) if found else 0.0


def dots(found: Sequence[Note], today: date) -> str:
    """Draw the last seven days: a full dot for a day with a pleasant word, half for others, a small one for none."""
    days = [today - timedelta(days=back) for back in range(6, -1, -1)]
    pleasant = {each.day for each in found if each.pleasant}
    any_ = {each.day for each in found}
    return " ".join("●" if day in pleasant else "◐" if day in any_ else "·" for day in days)


def _often(values: Sequence[T], total: int, share: float) -> T | None:
    """Give the value that comes most, if it comes on several days and makes up that share of the total."""
    if not values:
        return None
    value, times = Counter(values).most_common(1)[0]
    return value if times >= max(DAYS, total * share) else None
