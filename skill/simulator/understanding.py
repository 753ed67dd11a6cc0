"""Words to an intent and its slots, as the platform would with the built interaction model.

Preference: a sample said word for word; a sample whose slots all hold what their types know; a literal sample with a
slip of the tongue; the longest carrier around free words; a literal sample that is nearly the same; otherwise the
fallback, which brings no words. While free words are being elicited, any sentence that is no literal sample is the
answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from rapidfuzz import fuzz, process

from skill.simulator import one_shot
from skill.simulator.sentences import ANY, Grammar, Sentence, Taken
from skill.simulator.slot_hearing import DATE, FREE, SlotHearing
from skill.simulator.transcript import transcript
from skill.simulator.understood import FALLBACK, Expecting, HeardSlot, Match, Understood

_EXACT, _TYPED, _THINNED, _SLIP, _CARRIED, _NEAR = 4.0, 3.0, 2.9, 2.5, 2.0, 1.0
_NEAR_ENOUGH, _SLIPPED = 88.0, 95.0
# What is said alike is told apart by type: "eight" is a number before it is a time.
_PRECEDENCE = ("AMAZON.NUMBER", "AMAZON.DURATION", "AMAZON.TIME", DATE)
_FILLERS = frozenset({
    "um", "umm", "uhm", "uh", "ehm", "erm", "mm",
    "er", "hmm", "well", "so", "oh", "like", "just", "really", "actually", "maybe", "please",
    "then", "okay", "ok", "a", "an", "the", "some", "about",
})  # fmt: skip
_NEGATIONS = frozenset({
    "no", "not", "never", "don't", "doesn't", "didn't", "can't", "won't", "isn't", "aren't", "wasn't", "without",
    "nothing",
})  # fmt: skip
_MOST_FILLERS = 3
_DOUBT = 0.05
# People ask for what they would otherwise name: "could we do a check in" is "check in".
_LEAD = re.compile(
    r"^(?:(?:can|could|may|would|will) (?:you|we|i)|(?:i|we) (?:want|need)(?: to)?"
    r"|(?:i'd|we'd|i would|we would) like(?: to)?"
    r"|i think (?:i|we) (?:want|need)(?: to)?|let's|let us|give (?:me|us)|help me(?: to)?|time (?:to|for))"
    r"(?: (?:do|have|take|start|try|make|get|go for|begin with))? "
)


@dataclass(frozen=True)
class _Reading:
    """One way to understand a sentence."""

    intent: str
    slots: Mapping[str, HeardSlot]
    score: float


_NOTHING = _Reading(FALLBACK, {}, 0.0)


class Understanding:
    """The built interaction model of one locale, ready to be spoken to.

    ``model`` is the model's JSON. Raises KeyError where it is no interaction model.
    """

    def __init__(self, model: Mapping[str, Any], language: str = "en") -> None:
        said: Mapping[str, Any] = model["interactionModel"]["languageModel"]
        self._name = str(said["invocationName"])
        self._declared = {
            str(intent["name"]): tuple(str(slot["name"]) for slot in intent.get("slots") or ())
            for intent in said["intents"]
        }
        samples = [(str(intent["name"]), str(sample)) for intent in said["intents"] for sample in intent["samples"]]
        self._literal = {" ".join(text.lower().split()): intent for intent, text in samples if "{" not in text}
        sentences = [Sentence.of(intent, text) for intent, text in samples if "{" in text]
        self._thin = {
            _without_fillers(text): intent for text, intent in reversed(self._literal.items())
        } | self._literal
        # The platform gives its own intents nothing but exact matches.
        self._near = [text for text, intent in self._literal.items() if not intent.startswith("AMAZON.")]
        words = {word for text in self._literal for word in text.split()}.union(*(each.own for each in sentences))
        self._hearing = SlotHearing(said, words)
        lists = {_list(kind): values for kind, values in self._hearing.values.items()}
        self._grammar = Grammar(self._templates(sentences), lists, language)

    def understand(self, words: str, *, now: datetime, expecting: Expecting | None = None) -> Understood:
        """Understand one sentence; ``now`` is the speaker's local time, ``expecting`` what the session waits for."""
        called = one_shot.call(transcript(words), self._name)
        if called.named and not called.sentences:
            return Understood("", named=True)
        # Calling the skill by its name begins anew: what was waited for is no longer.
        waiting = Expecting() if called.named or expecting is None else expecting
        best = _best(
            replace(reading, score=reading.score - _DOUBT * place)
            for place, sentence in enumerate(called.sentences)
            if sentence and (reading := self._sentence(sentence, now, waiting))
        )
        return Understood(best.intent, best.slots, best.score, self._declared.get(best.intent, ()), called.named)

    def _sentence(self, words: Sequence[str], now: datetime, waiting: Expecting) -> _Reading:
        if exact := self._literal.get(" ".join(words).lower()):
            return _Reading(exact, {}, _EXACT)
        if waiting.slot and (answer := self._answer(words, now, waiting)) is not None:
            return answer
        return _best([*self._readings(words, now, waiting), *self._nearly(words)])

    def _answer(self, words: Sequence[str], now: datetime, waiting: Expecting) -> _Reading | None:
        """Read an answer to what was elicited: around a carrier of that intent, or as the whole of what was said."""
        carried = _best(
            reading
            for taken in self._grammar.taken(words, _more(waiting), waiting.intent)
            if (reading := self._reading(taken, words, range(len(words)), now)) is not None
        )
        if carried is not _NOTHING:
            return carried
        heard = self._hearing.elicited(" ".join(words), now, waiting)
        return _Reading(waiting.intent, {waiting.slot: heard}, _TYPED) if heard else None

    def _readings(self, words: Sequence[str], now: datetime, waiting: Expecting) -> Iterator[_Reading]:
        """Read a sentence by its samples, as it was said and without its fillers."""
        for kept in _thinned(words):
            said = [words[index] for index in kept]
            text = " ".join(said).lower()
            if exact := self._thin.get(text) or self._asked_for(text):
                yield _Reading(exact, {}, _THINNED)
            for taken in self._grammar.taken(said, _more(waiting)):
                if (reading := self._reading(taken, words, kept, now)) is not None:
                    yield replace(reading, score=reading.score - 0.001 * (len(words) - len(said)))

    def _asked_for(self, text: str) -> str:
        """Name the intent that a polite request names; not one of the platform's own, which match exactly or not."""
        intent = self._thin.get(_LEAD.sub("", text, count=1), "")
        return "" if intent.startswith("AMAZON.") else intent

    def _reading(self, taken: Taken, words: Sequence[str], kept: Sequence[int], now: datetime) -> _Reading | None:
        """Make what was matched into slots; None where a slot's words are nothing that its type knows.

        ``kept`` are the indexes of the words that were matched: the fillers left out around free words are put back.
        """
        sentence, slots, sure, at = taken.sentence, dict[str, HeardSlot](), True, now
        for name in sorted(taken.places, key=lambda name: self._hearing.types[name] != DATE):
            place = _widened(taken.places[name], kept, len(words), self._hearing.types[name] == FREE)
            text = sentence.value(name, words[place])
            heard = self._hearing.within(sentence, name, text, taken.values.get(name), at)
            if heard is None:
                return None
            if heard.slot.type == DATE and heard.slot.value != now.date().isoformat():
                at = now.replace(hour=0, minute=0)  # on another day, "eight" is simply eight
            slots[name], sure = heard.slot, sure and heard.sure
        return _Reading(
            sentence.intent, slots, (_TYPED if sure else _CARRIED) + _weight(sentence, slots.values(), sure)
        )

    def _nearly(self, words: Sequence[str]) -> Iterator[_Reading]:
        """Read a sentence as the literal sample that is nearly the same, unless one of the two denies."""
        said = " ".join(words).lower()
        for text, alike, _ in process.extract(said, self._near, scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH, limit=3):
            known = text.split()
            if _NEGATIONS.intersection(said.split()) == _NEGATIONS.intersection(known):
                slip = alike >= _SLIPPED and len(known) == len(words)
                yield _Reading(self._literal[text], {}, (_SLIP if slip else _NEAR) + alike / 1000)

    def _templates(self, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Mapping[str, str]]]:
        for sentence in sentences:
            kinds = {slot: self._hearing.types[slot] for slot in sentence.slots}
            lists = {slot: _list(kind) if kind in self._hearing.values else ANY for slot, kind in kinds.items()}
            yield sentence, lists
            # The platform passes values through that a type of our own does not list, where words stand around them.
            if sentence.own_words and set(lists.values()) != {ANY}:
                yield sentence, dict.fromkeys(lists, ANY)


def _best(readings: Iterable[_Reading]) -> _Reading:
    return max(readings, key=lambda reading: reading.score, default=_NOTHING)


def _weight(sentence: Sentence, slots: Iterable[HeardSlot], sure: bool) -> float:
    """Weigh readings of one tier: by how much was literal; then by type, free words before unknown values."""
    heard = list(slots)
    rank = max(_PRECEDENCE.index(each.type) if each.type in _PRECEDENCE else len(_PRECEDENCE) for each in heard)
    dynamic = any(match.dynamic for each in heard for match in each.matches)
    unknown = not sure and all(each.type != FREE and not each.type.startswith("AMAZON.") for each in heard)
    return sentence.literal / 1000 - rank / 10_000 + 0.5 * dynamic - 0.0005 * unknown


def _list(kind: str) -> str:
    return f"type_{kind.replace('.', '_')}"


def _more(waiting: Expecting) -> dict[str, tuple[tuple[str, Match], ...]]:
    return {_list(kind): values for kind, values in waiting.entities.items()}


def _thinned(words: Sequence[str]) -> Iterator[list[int]]:
    """Give the indexes of all words, then of those left when a few fillers are taken out."""
    every = list(range(len(words)))
    yield every
    fillers = [index for index in every if words[index].lower() in _FILLERS][:_MOST_FILLERS]
    if fillers and len(fillers) < len(words):
        yield [index for index in every if index not in fillers]


def _without_fillers(text: str) -> str:
    words = text.split()
    return " ".join(words[index] for index in [*_thinned(words)][-1])


def _widened(place: slice, kept: Sequence[int], length: int, free: bool) -> slice:
    """Give the place among all words of a place among those kept; of free words, fillers at its ends are part too."""
    if not free:
        return slice(kept[place.start], kept[place.stop - 1] + 1)
    start = kept[place.start - 1] + 1 if place.start else 0
    return slice(start, kept[place.stop] if place.stop < len(kept) else length)
