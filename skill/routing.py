"""Where a turn goes: one function, whose docstring holds the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any, Literal

from skill import reading
from skill.answers import Answer, Choice, Feeling, Felt, Kinds, Words, YesNo
from skill.exchange import Heard
from skill.floor import Frame
from skill.intake import Input, reread
from skill.practice import Practice
from skill.registry import AFTERWARDS, FLOOR_BOUND, Registry
from skill.turn import NOTHING

FLOOR = "floor"
WORDS_INTENT = "WordsIntent"
MORE_INTENT = "MoreIntent"
COMMANDS: Mapping[str, str] = {
    "stop": "AMAZON.StopIntent",
    "cancel": "AMAZON.CancelIntent",
    "help": "AMAZON.HelpIntent",
    "repeat": "AMAZON.RepeatIntent",
    "skip": "SkipIntent",
    "back": "BackIntent",
    "undo": "UndoIntent",
    "delete": "DeleteIntent",
    "not_now": "NotNowIntent",
    "more": MORE_INTENT,
}
"""The intent of each command, for when it comes as free words."""
TAKING_BACK = ("undo", "delete")
"""Commands that say what may have been asked: "yes, delete it"."""
MORE = ("something else", "another one", "more", "what else")
"""What may have been said where the platform only says that more was wanted."""
EITHER = frozenset({"NameIntent", "FeelingIntent", "NotFeelingIntent"})
"""Intents of the house that are an answer where one is open, and open something of their own where none is."""
FEELING = "FeelingIntent"
"""The house's intent for a feeling that was said out of nowhere; some practice takes it."""
UNASKED = frozenset({"FeelingIntent", "NotFeelingIntent"})
"""Intents of which only those out of nowhere open something: while a practice asks, one it cannot read is a miss."""
SAID: Mapping[str, str] = {
    "AMAZON.YesIntent": "yes",
    "AMAZON.NoIntent": "no",
    "SoftYesIntent": "i guess so",
    "SoftNoIntent": "not really",
    "AgainIntent": "again",
    "FasterIntent": "faster",
    "SlowerIntent": "slower",
}
"""What was said where the platform only names the intent."""
AGREEING = frozenset({"AMAZON.YesIntent", "SoftYesIntent"})


@dataclass(frozen=True)
class Route:
    """Where it goes: a command, an answer to the open question, a practice's intent, or nowhere (a miss)."""

    kind: Literal["command", "answer", "intent", "beside", "miss"]
    practice: Practice[Any] | None = None
    intent: str = ""
    input: Input = field(default_factory=Input)


def route(registry: Registry, heard: Heard, frame: Frame | None, recent: Frame | None, now: datetime) -> Route:
    """Decide where a turn goes, in this order.

    ==  =======================================================================================================
    1   safety has been asked already, by the conversation
    2   a command, when it is the whole utterance: stop, cancel, help, repeat, skip, go back, don't keep that; not
        where an option that is given to choose from is called so, or the practice that ran last goes on with it
    3   a correction or an addition to what the floor's practice has kept in this run (it runs beside the question)
    4   an answer of a kind that the floor expects; where words are expected, openings ("I feel …") and the
        word-carrying intents of the floor's own or calling practice are answers too; but a yes to what the house
        has to offer that goes on ("yes, remind me to drink", "yes, I'm tired") is for whom that is for
    5   an intent that some practice owns: it takes the floor, and what was open waits beneath
    6   an intent whose own phrase lies within a longer sentence ("well, I'd like to note something good")
    7   a feeling in a free sentence, out of nowhere, is for the practice that takes feelings
    8   an intent to whose phrases a free sentence comes near, unless a practice's question is open
    9   otherwise a miss, which a guest may be able to handle; if none can, a narrower question, then two choices,
        then the question is let go
    ==  =======================================================================================================

    ``recent`` is the run that ended last in this session or just before it; "I meant Sam" may still reach it.
    """
    language = heard.locale.partition("-")[0]
    words = said(heard)
    owned = registry.intents.get(heard.intent)
    floor = registry.practices[FLOOR]
    if heard.kind == "fallback" and (near := _near(registry, heard, words, frame)):
        return near  # of what has no words for sure, nothing between here and there can be said
    if heard.intent in floor.intents:
        return Route("command", floor, heard.intent, _input(heard, words, now, language))
    free = owned is None or heard.intent in EITHER
    if frame is None and (after := _afterwards(registry, heard, words, recent, now, language)):
        return after
    if free and (command := _command(registry, heard, words, frame, now, language)):
        return command
    if free and (beside := _beside(registry, heard, words, frame or recent, now, language)):
        return beside
    if frame is not None and (bare := _bare(heard, frame)):
        return Route("command", floor, bare)
    if frame is not None and frame.question is not None:
        own = not free and owned is not None and _belongs(owned[0].name, frame) and bool(heard.slots)
        if (free or own) and (answer := _answer(heard, words, frame, now, language, own=own)):
            taken_up = _taken_up(registry, heard, frame, answer, now, language)
            return taken_up or Route("answer", input=_answered(heard, answer, now, language))
    if owned is not None and not (heard.intent in UNASKED and _asked(registry, frame)):
        return Route("intent", owned[0], heard.intent, _input(heard, words, now, language))
    taken = _to(registry, heard.hint, words) or _felt(registry, words, frame, now, language)
    return taken or _near(registry, heard, words, frame) or Route("miss", input=_input(heard, words, now, language))


def said(heard: Heard) -> str:
    """Give the sentence as far as it is known."""
    if heard.kind == "touch":
        return " ".join(heard.arguments)
    return heard.words or SAID.get(heard.intent, "") or " ".join(slot.words for slot in heard.slots.values())


def _command(
    registry: Registry, heard: Heard, words: str, frame: Frame | None, now: datetime, language: str
) -> Route | None:
    """Find the command that a whole utterance is, unless it chooses what is offered or agrees to what was asked."""
    command = _commanded(heard, words, language)
    if not command or _chosen(words, frame, now, language) or _agreed(command, words, frame, now, language):
        return None
    floor, intent = registry.practices[FLOOR], COMMANDS[command]
    return Route("command", floor, intent, _input(heard, words, now, language)) if intent in floor.intents else None


def _commanded(heard: Heard, words: str, language: str) -> str | None:
    # Only where the whole sentence was taken for free words can a slot hold a command: "yes, delete it" is none.
    captured = heard.slots.values() if heard.intent == WORDS_INTENT else ()
    texts = dict.fromkeys((words, *(slot.words for slot in captured)))
    return next((found for text in texts if text and (found := reading.command(text, language))), None)


def _felt(registry: Registry, words: str, frame: Frame | None, now: datetime, language: str) -> Route | None:
    """Find a feeling in a free sentence to which no practice's question is open."""
    owned = registry.intents.get(FEELING)
    if owned is None or not words or _asked(registry, frame):
        return None
    answer = reading.read(words, Feeling(), now=now, language=language)
    if answer is None or not isinstance(answer.value, Felt) or answer.value.family == "unknown":
        return None
    slots, ids = {"feeling": answer.value.word}, {"feeling": answer.value.family}
    return Route("intent", owned[0], FEELING, Input(words, MappingProxyType(slots), MappingProxyType(ids)))


def _near(registry: Registry, heard: Heard, words: str, frame: Frame | None) -> Route | None:
    """Find what a free sentence holds or comes near to.

    Nobody is taken from the question of a practice, or of a guest, on such grounds.
    """
    if frame is not None and not (frame.root in registry.practices and registry.shipped_with_host(frame.root)):
        return None
    return _to(registry, heard.hint, words) or _to(registry, heard.nearest, words)


def _to(registry: Registry, intent: str, words: str) -> Route | None:
    """Go to an intent that a sentence named among other words; None where nobody owns it."""
    owned = registry.intents.get(intent)
    return Route("intent", owned[0], intent, Input(words)) if owned else None


def _asked(registry: Registry, frame: Frame | None) -> bool:
    """Say whether a question of some practice is open, rather than one of the house's own."""
    return frame is not None and frame.root in registry.practices and not registry.shipped_with_host(frame.root)


def _bare(heard: Heard, frame: Frame) -> str:
    """Name the command that a bare yes or no comes to where only words will do: yes waits for them, no skips."""
    only_words = frame.question and not frame.held and all(isinstance(kind, Words) for kind in frame.question.expects)
    if not only_words or heard.intent not in SAID:
        return ""
    return "HangOnIntent" if heard.intent in AGREEING else "SkipIntent"


def _chosen(words: str, frame: Frame | None, now: datetime, language: str) -> bool:
    """Say whether what sounds like a command ("later") is one of the things that the floor gives to choose from."""
    choice = frame.question.expects.find(Choice) if frame and frame.question else None
    if choice is None or not words:
        return False
    return reading.option(words, choice, language) is not None


def _agreed(command: str, words: str, frame: Frame | None, now: datetime, language: str) -> bool:
    """Say whether "yes, delete it" answers the question whether to."""
    asked = frame.question.expects.find(YesNo) if frame and frame.question else None
    if command not in TAKING_BACK or asked is None or not asked.clear:
        return False
    answer = reading.read(words, asked, now=now, language=language)
    return answer is not None and answer.value is True


def _beside(
    registry: Registry, heard: Heard, words: str, frame: Frame | None, now: datetime, language: str
) -> Route | None:
    practice = registry.practices.get(frame.practice) if frame else None
    if practice is None or frame is None:
        return None
    correction = reading.correction(words, language) if frame.kept and "CorrectionIntent" in practice.intents else None
    if correction is not None:
        slots = {"new": correction.new, "old": correction.old or ""}
        extra = reread(correction.new, now, language)
        return Route("beside", practice, "CorrectionIntent", Input(words, MappingProxyType(slots), extra=extra))
    addition = reading.addition(words, language) if frame.kept and "AlsoIntent" in practice.intents else None
    if addition:
        extra = MappingProxyType({"items": partial(reading.items, addition, language)})
        return Route("beside", practice, "AlsoIntent", Input(words, MappingProxyType({"words": addition}), extra=extra))
    if heard.intent in FLOOR_BOUND - AFTERWARDS and heard.intent in practice.intents:
        return Route("beside", practice, heard.intent, _input(heard, words, now, language))
    return None


def _afterwards(
    registry: Registry, heard: Heard, words: str, recent: Frame | None, now: datetime, language: str
) -> Route | None:
    practice = registry.practices.get(recent.root) if recent else None
    if practice is None or heard.intent not in AFTERWARDS or heard.intent not in practice.intents:
        return None
    slots = _slots(heard)
    return Route("intent", practice, heard.intent, Input(words, slots, extra=reread(words, now, language, typed=slots)))


def _answer(heard: Heard, words: str, frame: Frame, now: datetime, language: str, *, own: bool) -> Answer | None:
    assert frame.question is not None
    expects = frame.question.expects
    if frame.held:
        expects = Kinds.of(expects) | YesNo()
    if own:
        if expects.find(Words) is None:
            return None
        words = next(iter(heard.slots.values())).words
        return Answer("Words", words, words)
    ways = MORE if heard.intent == MORE_INTENT else (words,)
    read = (reading.read(way, expects, now=now, language=language, slots=_slots(heard)) for way in ways if way)
    return next((answer for answer in read if answer is not None), None)


def _taken_up(
    registry: Registry, heard: Heard, frame: Frame, answer: Answer, now: datetime, language: str
) -> Route | None:
    """Find where a yes to what the house offers leads that goes on to say what is wanted, or how one is."""
    offered = frame.question is not None and frame.question.expects.find(Choice) and not _asked(registry, frame)
    if not offered or answer.kind != "YesNo" or not answer.value or not answer.also.words:
        return None
    return _to(registry, heard.hint, said(heard)) or _felt(registry, answer.also.words, frame, now, language)


def _belongs(practice: str, frame: Frame) -> bool:
    callers = {each.then.partition(":")[0] for each in frame.returns}
    return practice in (frame.practice, frame.root) or practice in callers


def _slots(heard: Heard) -> Mapping[str, str]:
    return MappingProxyType({name: slot.words for name, slot in heard.slots.items()})


def _input(heard: Heard, words: str, now: datetime, language: str) -> Input:
    ids = MappingProxyType({name: slot.id for name, slot in heard.slots.items() if slot.id})
    free = [slot.words for slot in heard.slots.values() if slot.words]
    return Input(words, _slots(heard), ids, extra=reread(free[0] if free else "", now, language, whole=words))


def _answered(heard: Heard, answer: Answer, now: datetime, language: str) -> Input:
    extra = reread(answer.value, now, language) if isinstance(answer.value, str) and answer.kind == "Words" else NOTHING
    return Input(answer.words, _slots(heard), answer=answer, extra=extra)
