"""The contract for intents: each is handled, each handler has one, none is the house's, and any slots are survived."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from skill import reading
from skill.alexa import model_lint, model_warnings
from skill.alexa.amazon import PREFIX
from skill.alexa.gathering import alike, gather
from skill.alexa.samples import slots_of
from skill.registry import FLOOR_BOUND, Plugin, Registry
from skill.reply import Line, Offer, Reply
from skill.testing.finding import Finding, at_fault, at_function
from skill.testing.subject import Subject
from skill.turn import Person, Turn

EVENING = datetime(2026, 3, 2, 20, 10, tzinfo=ZoneInfo("Europe/London"))
OPENINGS = 4
"""So many ways there are to say what everyone hears who begins; see the voice rules."""
ABSURD = ("", " ", "a", "'", "<break time='10s'/> & {thing}", "0", "\U0001f327", "again and " * 60, "no", "stop")


def handled(subject: Subject) -> Iterator[Finding]:
    """Every intent has a handler, and every handler an intent that somebody can say."""
    brought = {intent for practice in subject.plugin.practices for intent in practice.intents}
    for intent in subject.intents:
        if intent not in brought:
            path, line = subject.model_line(intent)
            yield Finding(
                path, line, f"intent {intent} is declared, but nothing answers it: add @practice.on({intent!r})"
            )
    everything = gather(subject.registry).fragments
    declared = {intent.name for each in everything.values() for fragment in each for intent in fragment.intents}
    for name, intent_ in subject.practice.intents.items():
        if name not in declared and name not in FLOOR_BOUND:
            yield at_function(intent_.handler, f"{name} is answered, but no file in model/ declares it")
    if not subject.practice.intents and not subject.practice.offered:
        file = Path(subject.plugin.module.__file__ or "")
        yield Finding(file, 0, f"practice {subject.practice.name!r} answers nothing and offers nothing")


def utterances(subject: Subject) -> Iterator[Finding]:
    """No utterance is shared with the house or another plugin, and none breaks a rule of the platform."""
    yield from faulty(subject.registry, subject.plugin)
    for intent in subject.intents.values():
        for sample in intent.samples:
            language = subject.main
            if not slots_of(sample) and (command := reading.command(sample, language)) and _own(intent.name):
                path, line = subject.model_line(intent.name, sample)
                yield Finding(path, line, f"sample {sample!r} of {intent.name} is the house's command {command!r}")


def faulty(registry: Registry, plugin: Plugin) -> Iterator[Finding]:
    """Find what keeps a plugin's utterances, or those of others beside it, from being taken, or is doubtful in them."""
    gathered = gather(registry)
    faults = [*gathered.faults]
    for locales in alike(gathered.fragments):
        fragments = gathered.fragments[locales[0]]
        faults += (*model_lint.refusals(fragments), *model_warnings.warnings(fragments))
    for fault in dict.fromkeys(faults):
        if mine := fault.seen_from(plugin.name):
            yield at_fault(plugin.folder, mine)


def _own(intent: str) -> bool:
    return not intent.startswith(PREFIX) and intent not in FLOOR_BOUND


def any_slots(subject: Subject) -> Iterator[Finding]:
    """Whatever stands in its slots, a handler gives a reply whose messages are there."""
    for name, intent in subject.practice.intents.items():
        if name in FLOOR_BOUND:
            continue
        spec = subject.intents.get(name)
        slots = [slot.name for slot in spec.slots] if spec else []
        for words in ABSURD if slots else ("",):
            turn = _turn(subject, intent=name, words=words, slots=dict.fromkeys(slots, words) if words else {})
            heard = f"its slots holding {words[:20]!r}" if words else "empty slots"
            yield from _survived(subject, intent.handler, turn, f"{name} with {heard}")


def offers(subject: Subject) -> Iterator[Finding]:
    """Find offers to people it does not know that are neither an offer nor nothing."""
    for occasion, function in subject.practice.offered.items():
        yield from _survived(subject, function, _turn(subject), f"the offer for {occasion!r}")


def variants(subject: Subject) -> Iterator[Finding]:
    """Find what everyone hears who begins, and what has too few ways to be said."""
    handler = subject.practice.intents.get(subject.practice.entry)
    reply = _tried(handler.handler, _turn(subject, intent=subject.practice.entry)) if handler else None
    for line in _lines(reply) if isinstance(reply, Reply) else ():
        for messages in subject.messages.values():
            message = messages.get(line.id)
            if message and len(message.ways) < OPENINGS:
                yield message.value.found(
                    f"is heard whenever someone begins, in {len(message.ways)} way(s): add .or-1, .or-2 … to make it "
                    f"{OPENINGS}"
                )


def _turn(subject: Subject, words: str = "", **what: Any) -> Turn[Any]:
    request: Mapping[str, Any] = {}
    if words:
        split = reading.split_request(words, EVENING, "en")
        request = {"request": split, "items": tuple(reading.items(words, "en"))}
    ana = Person("ana", "Ana")
    state = subject.practice.state()
    return Turn(now=EVENING, state=state, words=words, speaker=ana, present=(ana,), people=(ana,), **request, **what)


def _survived(
    subject: Subject, function: Callable[[Turn[Any]], object], turn: Turn[Any], what: str
) -> Iterator[Finding]:
    try:
        given = function(turn)
    except Exception as error:
        yield at_function(function, f"{what} raises {type(error).__name__}: {error}")
        return
    if not isinstance(given, (Reply, Offer, type(None))) or (given is None and turn.intent):
        yield at_function(function, f"{what} gives a {type(given).__name__}, not a Reply")
    known = subject.messages.get(subject.main, {})
    for line in _lines(given):
        if line.id not in known and line.practice in ("", subject.practice.name):
            yield at_function(function, f"{what} says {line.id!r}, which is no message in speech/{subject.main}.ftl")


def _tried(function: Callable[[Turn[Any]], Reply], turn: Turn[Any]) -> Reply | None:
    try:
        return function(turn)
    except Exception:
        return None  # any_slots tells of it


def _lines(given: object) -> tuple[Line, ...]:
    reply = given.reply if isinstance(given, Offer) else given
    if not isinstance(reply, Reply):
        return ()
    return (*reply.lines, *((reply.question.line,) if reply.question else ()))
