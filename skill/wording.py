"""What was gathered to be said -> the words themselves: variants, length, the question last, the reprompt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from skill.reply import Line
from skill.speech import Manner, Memory, Speech, words_in

TURN_WORDS = 45
"""What a listener can take in at once; see the voice rules."""
SUMMARY_WORDS = 60
"""What a summary may take, when several practices speak and nothing is asked."""
HOUSE = "floor"
"""The house practice in whose texts the host's own lines stand."""

PAUSE = "<break"
BREATH = '<break time="700ms"/> '

_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Part:
    """One thing to be said: a line, or an attribute of one (its help, its narrower form), or what was said before."""

    line: Line
    attribute: str = ""
    ready: str = ""


@dataclass(frozen=True)
class Worded:
    """The words of a turn as SSML content, ``asked`` those of its question alone, and which variants were used."""

    speech: str
    asked: str
    reprompt: str
    memory: Memory


def house(message: str, **args: object) -> Part:
    """Make a line of the host's own."""
    return Part(Line(message, args, HOUSE))


def word(speech: Speech, parts: Sequence[Part], question: Part | None, manner: Manner, memory: Memory) -> Worded:
    """Find the words. Earlier lines go when they grow too long together; the question stays and stands last."""
    texts = []
    for part in parts:
        text, memory = _text(speech, part, manner, memory)
        texts.append(text)
    if question is None:
        several = len({part.line.practice for part in parts}) > 1
        return Worded(" ".join(_fitting(texts, "", SUMMARY_WORDS if several else TURN_WORDS)), "", "", memory)
    asked, memory = _text(speech, question, manner, memory)
    # A reprompt says what is kept if nobody answers; where nothing is, the plain choice between two says no such thing.
    plainer = question.attribute == "unkept" and speech.has(question.line, manner.locale, "two")
    reprompt = speech.attribute(question.line, "two" if plainer else "reprompt", manner) or asked
    return Worded(" ".join((*_fitting(texts, asked), asked)).strip(), asked, reprompt, memory)


def slowly(ssml: str) -> str:
    """Say the same again slower, a breath between sentences."""
    if "<prosody" in ssml:
        return ssml
    return f'<prosody rate="slow">{BREATH.join(_END.split(ssml))}</prosody>'


def _text(speech: Speech, part: Part, manner: Manner, memory: Memory) -> tuple[str, Memory]:
    if part.ready:
        return part.ready, memory
    if part.attribute and (text := speech.attribute(part.line, part.attribute, manner)):
        return text, memory
    return speech.say(part.line, manner, memory)


def _fitting(texts: Sequence[str], asked: str, most: int = TURN_WORDS) -> list[str]:
    """Leave out the earliest lines until the rest, with what is ``asked``, can be taken in.

    A guided exercise, with its pauses, always stays.
    """
    kept = [text for text in texts if text]
    while len(kept) > 1 and words_in(asked) + sum(words_in(text) for text in kept if PAUSE not in text) > most:
        spare = next((text for text in kept if PAUSE not in text), None)
        if spare is None:
            break
        kept.remove(spare)
    return kept
