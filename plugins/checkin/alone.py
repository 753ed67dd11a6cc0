"""The check-in for one: a word, something due, something light, and what was kept (PRACTICES.md 4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from plugins.checkin import offered
from plugins.checkin.runs import Asking, Checkins, Place, Run, ask_here, checkin, go, place_of, three_lines
from plugins.checkin.skipping import passed_over
from plugins.checkin.wording import beside, declined, no_word, unsure
from skill import Feeling, Felt, Offer, Reply, Turn, Words, YesNo, ask, say

FULL = ("word", "due", "light", "close")
SHORT = ("word", "close")
THEN = ("word", "note", "close")


def start(turn: Turn[Checkins], *, short: bool = False, day: date | None = None) -> Reply:
    """Begin one person's check-in; at night, or where it is to be quick, only the word and the end."""
    brief = short or turn.state.short or late(turn)
    planned = THEN if day else SHORT if brief else FULL
    steps = tuple(each for each in planned if each not in turn.state.never)
    run = Run(steps, turn.now, turn.now, day=day.isoformat() if day else "")
    place = Place(turn, run, turn.state)
    return let_go(turn, go(place if day else _hello(place), ASKING))


def let_go(turn: Turn[Checkins], reply: Reply) -> Reply:
    """Let go of check-ins that were broken off before this one."""
    for each in turn.unfinished:
        if each.practice == checkin.name:
            reply = reply.floor("let-go", each.frame)
    return reply


def late(turn: Turn[Checkins]) -> bool:
    """Say whether it is late at night."""
    return turn.now.hour >= 23 or turn.now.hour < 5


def _hello(place: Place) -> Place:
    speaker, part = place.turn.speaker, f"hello-{place.turn.day_part}"
    return place.saying(f"{part}-named", who=speaker) if speaker and speaker.name else place.saying(part)


def _ask_word(place: Place) -> Reply:
    if place.run.day:
        asked = place.reply.ask("word-then", Feeling() | Words(), then=word, day=date.fromisoformat(place.run.day))
    else:
        asked = place.reply.ask("word", Feeling() | Words(), then=word)
    return ask_here(place, asked)


@checkin.step
def word(turn: Turn[Checkins], felt: Felt | str | None) -> Reply:
    """Keep the word for the day; who has none gets three to try, once."""
    place = place_of(turn)
    if felt is None or refused(turn, felt):
        return passed_over(place, ASKING)
    if again := narrower(turn, felt):
        if turn.given.get("helped"):
            return go(place.next(), ASKING)
        return ask_here(place, ask(again, Feeling() | Words(), then=word)).given(helped=True)
    text = felt.word if isinstance(felt, Felt) else felt
    place = place.changing(low=isinstance(felt, Felt) and felt.energy == "low").keeping(text)
    reply = say("noted", word=text).record("word", text, owner=turn.speaker, day=_day(place))
    return go(replace(place, reply=reply).next(), ASKING)


def narrower(turn: Turn[Checkins], felt: Felt | str) -> str:
    """Name the question to ask in place of keeping what is no word for how someone is; "" where it is one."""
    if isinstance(felt, Felt) and felt.family != "unknown":
        return ""
    words = _as_said(turn, felt)
    if unsure(words, turn.locale):
        return "word-three"
    return "word-again" if no_word(words, turn.locale) else ""


def refused(turn: Turn[Checkins], felt: Felt | str) -> bool:
    """Say whether somebody only said no."""
    known = isinstance(felt, Felt) and felt.family != "unknown"
    return not known and declined(_as_said(turn, felt), turn.locale)


def _as_said(turn: Turn[Checkins], felt: Felt | str) -> str:
    found = felt.word if isinstance(felt, Felt) else felt
    return turn.answer.words or found if turn.answer else found


def _ask_due(place: Place) -> Reply | None:
    return _hand_over(place, offered.due(place))


def _ask_light(place: Place) -> Reply | None:
    return _hand_over(place, offered.light(place))


def _hand_over(place: Place, offer: Offer | None) -> Reply | None:
    if offer is None:
        return None
    if not offered.asks(offer):
        return go(replace(place, reply=place.reply.quote(offer)).next(), ASKING)
    return ask_here(place, place.reply.call(offer, then=came_back))


@checkin.step
def came_back(turn: Turn[Checkins], value: object) -> Reply:
    """Go on after another practice's question; words that it gives back were kept.

    Nothing given back and nothing answered means that the question was skipped.
    """
    place = place_of(turn)
    if value is None and turn.answer is None:
        return passed_over(place, ASKING)
    if isinstance(value, str) and value:
        place = place.changing(kept=(*place.run.kept, value))
    return go(place.next(), ASKING)


def _ask_note(place: Place) -> Reply:
    asked = place.reply.ask("note-then", Words() | YesNo(), then=note, day=date.fromisoformat(_day(place)))
    return ask_here(place, asked)


@checkin.step
def note(turn: Turn[Checkins], words: str | bool | None) -> Reply:
    """Keep something else of an earlier day."""
    place = place_of(turn)
    if words is True:
        words = turn.answer.also.words if turn.answer else ""
        if not words:
            return ask_here(place, ask("what-else", Words(), then=note))
    if not words or declined(words, turn.locale) or (beside(words, turn.locale) and turn.given.get("helped")):
        return go(place.next(), ASKING)
    if beside(words, turn.locale):
        return ask_here(place, ask("what-else", Words(), then=note)).given(helped=True)
    reply = say("noted", word=words).record("note", words, owner=turn.speaker, day=_day(place))
    return go(replace(place.keeping(words), reply=reply).next(), ASKING)


def _close(place: Place) -> Reply:
    """End with what was kept, in one sentence."""
    things, day = _things(place), place.run.day
    if not things:
        place = place.saying("closing-empty")
    elif day:
        place = place.saying("closing-then", things=things, day=date.fromisoformat(day))
    else:
        place = place.saying("closing", things=things)
    return place.ended().show(three_lines(things)).done(", ".join(things))


def _things(place: Place) -> tuple[str, ...]:
    """List what was kept: one's own words, then what other practices kept."""
    own = [each.text for each in place.entries if each.practice == checkin.name and each.kind in ("word", "note")]
    return (*own, *place.fresh, *place.run.kept)


def _day(place: Place) -> str:
    return place.run.day or place.turn.now.date().isoformat()


ASKING: Mapping[str, Asking] = {
    "word": _ask_word,
    "due": _ask_due,
    "light": _ask_light,
    "note": _ask_note,
    "close": _close,
}
