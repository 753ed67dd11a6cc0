"""Keeping no feelings, where the operator wants none kept: a turn is written without the ones that were said in it.

Practices ask and answer as ever; what they hand on to a later turn, keep as state or record has another word in the
feeling's place, and an entry that is nothing but a feeling is not kept at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from skill.answers import Answer, Feeling, Felt, Kinds, Scale
from skill.effects import Record
from skill.exchange import Heard
from skill.notation import TAG
from skill.reading import fold
from skill.reading.feeling import ambiguous, mentioned, unsaid
from skill.store import Changes
from skill.turn import Entry

SAID = ("said", "reprompt")
SPOKEN = ("speech", "reprompt", "screen", "guest")
_AS_IT_IS = frozenset({"at", "day", "span", "kinds", "Person", "Option", "Outcome", "Reminder", "Timer"})
"""Tagged values that hold times, people or an author's own words."""
_POINTERS = frozenset({TAG, "id", "practice", "then", "to"})
"""What a line or a question is found by."""


class Rating(int):
    """A number for how someone is; a practice may reckon with it, and it is never written."""

    __slots__ = ()


class Discretion:
    """The feelings of one turn. ``withheld`` says that something was not kept that a practice wanted kept."""

    def __init__(self, heard: Heard, language: str) -> None:
        self.withheld = False
        self._language = language
        self._unsaid = unsaid(language)
        self._sure: set[str] = set()
        self._perhaps: set[str] = set()
        self._answer = ""
        for words in (heard.words, *heard.readings, *(slot.words for slot in heard.slots.values())):
            self._hear(words)

    def answered(self, expects: Kinds, answer: Answer) -> object:
        """Take note of an answer to how someone is; give the value for the step."""
        value = answer.value
        if not expects.find(Feeling) and not expects.find(Scale):
            return value
        if isinstance(value, Felt):
            self._sure |= {fold(value.word), value.family}
            self._answer = fold(answer.words) if value.family == "unknown" else ""
        elif isinstance(value, bool):
            return value
        elif isinstance(value, int):
            self._sure |= {str(value), fold(answer.words)}
            return Rating(value)
        elif answer.kind == "Words":
            self._answer = fold(answer.words)
        return value

    def withholds(self, record: Record) -> bool:
        """Say whether an entry is nothing but a feeling, or was filed as one."""
        self._hear(record.text)
        told = [fold(each) for each in record.data.values() if isinstance(each, str) and each]
        filed = any(each in mentioned(each, self._language) for each in told)
        rated = any(isinstance(each, Rating) for each in record.data.values())
        if filed or rated or self._told_all(record.text) or self._mostly(fold(record.text)):
            self.withheld = True
            return True
        return False

    def applied(self, changes: Changes, instead: str) -> Changes:
        """Give the changes without the feelings; ``instead`` is what a repeated request hears, where all of it was one.

        States and entries that are put back as they were before, and what was said of other things, stay as they are.
        """
        reply = dict(changes.reply or {})
        reply.update({key: self._left(reply[key]) for key in SPOKEN if key in reply})
        if self._answer and reply.get("speech"):
            reply.update(speech=instead, reprompt=instead if reply.get("reprompt") else "", screen=None, guest=None)
        return replace(
            changes,
            reply=reply if changes.reply is not None else None,
            states={key: kept and (kept[0], self._state(kept[1])) for key, kept in changes.states.items()},
            entries={id_: entry and self._entry(entry) for id_, entry in changes.entries.items()},
            frames={
                id_: frame and replace(frame, body=self._frame(frame.body)) for id_, frame in changes.frames.items()
            },
            alerts={id_: alert and replace(alert, body=self._map(alert.body)) for id_, alert in changes.alerts.items()},
        )

    # What was theirs

    def _hear(self, words: str) -> None:
        for each in mentioned(fold(words), self._language):
            (self._perhaps if ambiguous(each, self._language) else self._sure).add(each)

    def _told_all(self, words: str) -> bool:
        """Say whether words are what an answer in free words said, or a part of it."""
        plain = fold(words)
        return bool(self._answer and plain) and (
            f" {plain} " in f" {self._answer} " or f" {self._answer} " in f" {plain} "
        )

    def _mostly(self, plain: str) -> bool:
        count = len(plain.split())
        return bool(count) and 2 * (count - len(self._without(plain, "").split())) >= count

    # What is left

    def _without(self, text: str, word: str) -> str:
        theirs = sorted((each for each in self._sure | self._perhaps if each), key=len, reverse=True)
        if not theirs:
            return text
        return re.sub(rf"(?<![\w'])(?:{'|'.join(map(re.escape, theirs))})(?![\w'])", word, text, flags=re.IGNORECASE)

    def _text(self, text: str) -> str:
        plain = fold(text)
        if self._told_all(text):
            return self._unsaid
        if plain in self._perhaps and plain not in self._sure:
            return text  # a word of many meanings that stands alone is a practice's own: a side, a status
        return self._without(text, self._unsaid)

    def _left(self, value: Any) -> Any:
        if isinstance(value, Rating):
            return None
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, Mapping):
            return self._map(value)
        return [self._left(each) for each in value] if isinstance(value, (list, tuple)) else value

    def _map(self, data: Mapping[str, Any]) -> dict[str, Any]:
        tag = data.get(TAG)
        if tag in _AS_IT_IS:
            return dict(data)
        if tag == Felt.__name__:
            return {TAG: tag, "word": self._unsaid, "family": "unknown", "energy": "middle"}
        kept = _POINTERS if tag in ("Line", "Question") else {TAG}
        return {key: each if key in kept else self._left(each) for key, each in data.items()}

    def _state(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Give a state's fields; a number for how someone is goes back to its default."""
        return {key: self._left(each) for key, each in fields.items() if not isinstance(each, Rating)}

    def _entry(self, entry: Entry) -> Entry:
        return replace(entry, text=self._text(entry.text), data=self._map(entry.data))

    def _frame(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Give a frame's data; where an answer in free words was all feeling, what was said of it goes."""
        said = {key: "" if self._answer else self._text(body[key]) for key in SAID}
        returns = [[then, self._left(passed)] for then, passed in body["returns"]]
        trail = [self._before(each) for each in body["trail"]]
        passed = {"question": self._left(body["question"]), "passed": self._left(body["passed"])}
        return {**body, **said, **passed, "returns": returns, "trail": trail}

    def _before(self, before: Mapping[str, Any]) -> dict[str, Any]:
        returns = [[then, self._left(passed)] for then, passed in before["returns"]]
        passed = {key: self._left(before[key]) for key in ("question", "passed")}
        return {**before, **passed, "returns": returns}
