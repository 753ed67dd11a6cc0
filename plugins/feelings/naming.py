"""Finding a word: one or two of one's own; else three to try from the right quarter of the map, once.

The map is the one of pleasant and unpleasant, much and little energy (Russell); putting a feeling into words is known
to take some of its edge (Lieberman 2007). A number is asked for only from those who gave one before.
"""

from __future__ import annotations

from datetime import date, timedelta

from plugins.feelings.limits import beyond
from plugins.feelings.noting import Word, lost_it, note
from plugins.feelings.practice import BACK_FILL, PLEASANT, Feelings, feelings
from plugins.feelings.quarters import trios
from plugins.feelings.triggers import cause_in, question, tidy, unsure
from skill import Choice, Feeling, Felt, Option, Reply, Scale, Turn, Words, YesNo, ask, say

ANY = Feeling() | Scale() | Words()
_PLEASANT = Choice(
    Option(
        "pleasant", ("pleasant", "more pleasant", "good", "nice", "more good", "lighter", "light", "the pleasant side")
    ),
    Option(
        "unpleasant", ("unpleasant", "more unpleasant", "bad", "not nice", "heavy", "heavier", "the unpleasant side")
    ),
    Option("between", ("in between", "in the middle", "both", "neither", "a bit of both", "mixed")),
)
_ENERGY = Choice(
    Option("high", ("high", "a lot", "lots", "much", "plenty", "a lot of energy", "wired", "buzzing", "full")),
    Option("low", ("low", "little", "a little", "not much", "none", "hardly any", "tired", "flat", "empty", "heavy")),
)


@feelings.on("FeelingIntent")
def unasked(turn: Turn[Feelings]) -> Reply:
    """Take a feeling that was said out of nowhere."""
    both = " and ".join(filter(None, (turn.slots.get("feeling"), turn.slots.get("other_feeling"))))
    return named(turn, Felt(both, turn.ids.get("feeling", "unknown"), "middle"))


@feelings.on("NotFeelingIntent")
def unasked_not(turn: Turn[Feelings]) -> Reply:
    """Take "not great" that was said out of nowhere; what someone does not feel otherwise says nothing of the rest."""
    pleasant = turn.ids.get("feeling", "") in PLEASANT
    return named(turn, Felt(f"not {turn.slots.get('feeling', '')}", "sad" if pleasant else "unknown", "low"))


@feelings.on("NoteFeelingIntent", entry=True)
def how_are_you(turn: Turn[Feelings]) -> Reply:
    """Note the word or number that was said at once, or ask for one."""
    if felt := turn.slots.get("felt", ""):
        return named(turn, Felt(felt, turn.ids.get("felt", "unknown"), "middle"))
    level = turn.slots.get("level", "")
    if level.isdecimal() and 1 <= int(level) <= 10:
        return named(turn, int(level))
    return ask("asked-number" if turn.state.numbers else "asked", ANY, then=named)


@feelings.on("FeltEarlierIntent")
def earlier(turn: Turn[Feelings]) -> Reply:
    """Note how an earlier day was; a week back, no longer."""
    today = turn.now.date()
    try:
        day = _past(date.fromisoformat(turn.slots.get("felt_day", "")), today)
    except ValueError:
        day = today - timedelta(days=1)
    if day == today:
        return ask("asked", ANY, then=named)
    if today - day > BACK_FILL:
        return say("too-long-ago").done()
    return ask("asked-then", ANY, then=named, day=day).given(day=day.isoformat())


def _past(day: date, today: date) -> date:
    """Turn a day that the platform took for one to come into the one gone by: a week earlier, or a year."""
    if day <= today:
        return day
    return day - (timedelta(days=7) if day - today <= timedelta(days=7) else timedelta(days=365))


@feelings.on("LostItIntent")
def it_got_to_me(turn: Turn[Feelings]) -> Reply:
    """Note that something was too much, and what it was."""
    trigger = tidy(turn.slots.get("trigger", ""))
    return lost_it(turn, trigger) if trigger else ask("asked", ANY, then=named)


@feelings.step
def named(turn: Turn[Feelings], value: Felt | int | str | None) -> Reply:
    """Note the word; who has none is helped to find one."""
    if value is None:
        return say("left").done()
    if isinstance(value, str) and value.isdecimal():
        value = int(value)
    if isinstance(value, int):
        return note(turn, Word(f"a {value}", number=value))
    said = turn.answer.words if turn.answer else ""
    if where := beyond(said):
        return say(f"beyond-{where}").done()
    if question(said):
        return say("left").done() if turn.given.get("asked_back") else _no_need(turn)
    if isinstance(value, Felt):
        return note(turn, Word(value.word, value.family, value.energy), cause_in(said or turn.words, value.word))
    if unsure(value):
        return find(turn)
    return note(turn, Word(tidy(value)))


def _no_need(turn: Turn[Feelings]) -> Reply:
    """Ask once more of who asked something back."""
    return say("no-need").ask("asked", ANY, then=named).given(**{**turn.given, "asked_back": True})


@feelings.on("FindWordIntent")
def find(turn: Turn[Feelings]) -> Reply:
    """Look for a word: first whether it is pleasant."""
    day = turn.given.get("day", "")
    return ask("find-side", _PLEASANT | Feeling() | YesNo(), then=side).given(day=day)


@feelings.step
def side(turn: Turn[Feelings], value: str | Felt | bool | None) -> Reply:
    """Take a word that came after all; else ask for the energy. In between, there is a word for that too."""
    if value is None:
        return say("left").done()
    if isinstance(value, Felt):
        return named(turn, value)
    if value == "between":
        return _try(turn, "between")
    where = "pleasant" if value in ("pleasant", True) else "unpleasant"
    return ask("find-energy", _ENERGY | Feeling() | YesNo(), then=energy).given(
        side=where, day=turn.given.get("day", "")
    )


@feelings.step
def energy(turn: Turn[Feelings], value: str | Felt | bool | None) -> Reply:
    """Give three words to try from that quarter."""
    if value is None:
        return say("left").done()
    level = value.energy if isinstance(value, Felt) else value
    return _try(turn, f"{turn.given['side']}-{'high' if level in ('high', True) else 'low'}")


def _try(turn: Turn[Feelings], quarter: str) -> Reply:
    trio = turn.pick(trios(quarter, turn.locale))
    one, two, three = (each.word for each in trio)
    kinds = Choice(one, two, three) | Feeling() | YesNo() | Words()
    asked = ask("try", kinds, then=tried, one=one, two=two, three=three)
    return asked.given(trio=trio, day=turn.given.get("day", ""))


@feelings.step
def tried(turn: Turn[Feelings], value: str | Felt | bool | None) -> Reply:
    """Note the one that fits; else drop it, since nobody needs a word."""
    trio: tuple[Felt, ...] = tuple(turn.given["trio"])
    if value is True:
        kinds = Choice(*(each.word for each in trio)) | Feeling() | Words()
        return ask("which-word", kinds, then=tried).given(**turn.given)
    if not value or unsure(value.word if isinstance(value, Felt) else value):
        return say("no-word").done()
    return named(turn, next((each for each in trio if each.word == value), value))
