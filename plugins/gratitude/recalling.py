"""Recalling on another day: by person, by period, one at random, what someone shared, and a month of dots."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plugins.gratitude.periods import stretch
from plugins.gratitude.practice import KIND, THANKS, Gratitude, gratitude, member, mine, used
from plugins.gratitude.wording import same, short, tidy
from skill import Choice, Entry, Line, Option, Reply, Screen, Turn, Verbatim, YesNo, say

AT_ONCE = 3
MANY = 60
"""No more are looked at: nobody listens to sixty."""


@gratitude.on("RecallGoodThingsIntent")
def recall(turn: Turn[Gratitude]) -> Reply:
    """Read the newest good things of a period, or about a person; three at a time."""
    period = turn.ids.get("period", "")
    whom = _name(turn.slots.get("friend", ""))
    newest, rest = _found(turn, period, whom)
    count = len(newest) + len(rest)
    if not count:
        return (say("recalled-none-about", person=whom) if whom else say("recalled-none")).done()
    if whom:
        begun = say("recalled-about", person=whom, count=count)
    elif count < MANY:
        begun = say("recalled", count=count, period=Verbatim(period or "all"))
    else:
        begun = say("recalled-many", count=MANY, period=Verbatim(period or "all"))
    return _read(begun, newest, rest)


def _found(turn: Turn[Gratitude], period: str, whom: str) -> tuple[Sequence[Entry], Sequence[str]]:
    """Give the newest three, and the ids of the rest."""
    since, until = stretch(period, turn.now)
    if not whom:
        ids = turn.journal.ids(KIND, owner=mine(turn), since=since, until=until, limit=MANY)
        newest = turn.journal.entries(KIND, owner=mine(turn), since=since, until=until, limit=AT_ONCE)
        return newest, ids[AT_ONCE:]
    entries = turn.journal.entries(KIND, owner=mine(turn), since=since, until=until, limit=MANY)
    return _parted([entry for entry in entries if _about(entry, whom)])


def _parted(entries: Sequence[Entry]) -> tuple[Sequence[Entry], Sequence[str]]:
    return entries[:AT_ONCE], [entry.id for entry in entries[AT_ONCE:]]


def _read(reply: Reply, newest: Sequence[Entry], rest: Sequence[str], line: str = "recalled-things") -> Reply:
    """Read the newest with ``line``, and ask whether to go on where there are more."""
    return _read_out(reply, tuple(entry.text for entry in newest), tuple(rest), line)


def _read_out(reply: Reply, told: tuple[str, ...], rest: tuple[str, ...], line: str) -> Reply:
    reply = reply.say(line, things=tuple(map(short, told)))
    shown = reply.show(Screen(Line("card-title"), tuple(Line("card-thing", {"thing": text}) for text in told)))
    if not rest:
        return shown.done()
    more = Choice(Option("more", ("more", "go on", "the rest", "keep going")))
    return shown.ask("recalled-more", YesNo() | more, then=more_of_them, count=len(rest)).given(rest=rest, line=line)


@gratitude.step
def more_of_them(turn: Turn[Gratitude], wanted: bool | str | None) -> Reply:
    """Read the next three."""
    if not wanted:
        return say("recalled-enough").done()
    ids: tuple[str, ...] = turn.given["rest"]
    told = tuple(entry.text for each in ids[:AT_ONCE] if (entry := turn.journal.get(each)))
    if not told:
        return say("recalled-enough").done()
    return _read_out(Reply(), told, ids[AT_ONCE:], str(turn.given["line"]))


@gratitude.on("RandomGoodThingIntent")
def at_random(turn: Turn[Gratitude]) -> Reply:
    """Read one good thing at random, none again within thirty."""
    ids = turn.journal.ids(KIND, owner=mine(turn), limit=MANY)
    entry = turn.journal.get(turn.pick(ids, turn.state.read)) if ids else None
    if entry is None:
        return say("recalled-none").done()
    state = replace(turn.state, read=used(turn.state.read, entry.id))
    why = str(entry.data.get("why", ""))
    day = day_of(turn, entry)
    thing = short(entry.text)
    reply = say("random-why", thing=thing, why=short(why), day=day) if why else say("random", thing=thing, day=day)
    return reply.keep(state).done()


@gratitude.on("FromSomeoneIntent")
def from_someone(turn: Turn[Gratitude]) -> Reply:
    """Read only what someone shared with the speaker; else the one line that tells nothing."""
    person = member(turn, _name(turn.slots.get("friend", "")))
    if person is None or person.id == mine(turn):
        return say("tells-nothing").done()
    entries = [
        entry
        for kind in (KIND, THANKS)
        for entry in turn.journal.entries(kind, owner=person.id, limit=20)
        if entry.visibility != "private"
    ]
    if not entries:
        return say("tells-nothing").done()
    newest = sorted(entries, key=lambda entry: entry.made_at, reverse=True)
    return _read(say("from-someone", person=person), *_parted(newest), "shared-things")


@gratitude.on("GoodMonthIntent")
def month(turn: Turn[Gratitude]) -> Reply:
    """Say on how many days of this month something was kept; on a screen, as a month of small dots."""
    since, until = stretch("this-month", turn.now)
    entries = turn.journal.entries(KIND, owner=mine(turn), since=since, until=until, limit=200)
    today = turn.now.date()
    days = {day for entry in entries if (day := day_of(turn, entry)).month == today.month}
    lines = tuple(Line("month-dots", {"dots": Verbatim(week)}) for week in _dots(days, today))
    return say("month", count=len(days)).show(Screen(Line("month-title"), lines)).done()


def day_of(turn: Turn[Gratitude], entry: Entry) -> date:
    """Give the day a good thing belongs to: the one it names, else the one it was kept on."""
    if named := entry.data.get("day"):
        return date.fromisoformat(str(named))
    return entry.made_at.astimezone(turn.now.tzinfo).date()


def _dots(days: set[date], today: date) -> list[str]:
    """Draw the month week by week: a full dot for a day with something kept, a small one for any other."""
    first = today.replace(day=1)
    cells = [" "] * first.weekday() + [
        "●" if first.replace(day=day) in days else "·" for day in range(1, monthrange(today.year, today.month)[1] + 1)
    ]
    return [" ".join(cells[start : start + 7]) for start in range(0, len(cells), 7)]


def _name(words: str) -> str:
    plain = tidy(words)
    return plain if " " in plain else plain.capitalize()


def _about(entry: Entry, whom: str) -> bool:
    return same(entry.about, whom) or f" {whom.removeprefix('my ').lower()} " in f" {entry.text.lower()} "
