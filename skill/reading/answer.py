"""Reading an answer: every expected kind tries the words, and the most specific reading wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any

from skill.answers import (
    Also,
    Answer,
    Choice,
    Duration,
    Feeling,
    Kind,
    Kinds,
    Name,
    Scale,
    Value,
    When,
    Words,
    YesNo,
)
from skill.reading import agreement, choice, duration, feeling, moment, name, number, slot
from skill.reading.language import language_of
from skill.reading.moment import Found
from skill.reading.text import Span, Utterance, clean, compiled, heard, hesitant, masked, plain, tidy, worded

Reading = tuple[int, Value, Also, bool]
"""How specific a reading is, its value, what rode along, whether it is soft."""

WHOLE_CHOICE, TIME, LENGTH, KNOWN_FEELING, WHOLE_YES, NUMBER = 90, 80, 75, 70, 65, 60
BARE_TIME, PART_CHOICE, GIVEN_NAME, YES, NEAR_CHOICE, BARE_NAME, SOFT_YES, NEW_FEELING, WORDS, TWO_NAMES = (
    58,
    55,
    50,
    40,
    35,
    30,
    25,
    20,
    10,
    5,
)


@dataclass(frozen=True)
class Said:
    """What one reading looks at: the words, the part before "and remind me", that part's wish, and what is expected."""

    words: str
    main: Utterance
    also: Also
    expected: Kinds
    now: datetime
    language: str
    values: tuple[str, ...]

    @property
    def text(self) -> str:
        """The plain words of the main part, numbers as digits."""
        return self.main.text

    @cached_property
    def when(self) -> Found | None:
        """The point in time that the main part names, or that a slot gives."""
        return moment.find(self.text, self.now, self.language, self.values)

    def beside(self, spans: tuple[Span, ...] = (), words: str = "") -> Also:
        """Give what rode along outside of some spans: a length, a time, and what followed "and remind me"."""
        also = replace(self.also, words=" ".join(filter(None, (words, self.also.words))))
        rest = masked(self.text, spans)
        if not worded(rest):
            return also
        found = moment.find(rest, self.now, self.language)
        length = duration.find(masked(rest, found.spans if found else ()), self.language)
        if length and also.duration is None:
            also = replace(also, duration=length.duration)
        return replace(also, when=found.moment) if found and not found.bare and also.when is None else also


def read(
    words: str,
    expected: Kind | Kinds,
    *,
    now: datetime,
    language: str,
    slots: Mapping[str, str] = MappingProxyType({}),
) -> Answer | None:
    """Read words as one of the expected kinds; None where they are none of them.

    ``now`` is aware and in the person's zone; ``slots`` are the platform's values by slot name, of use where they are
    in a fixed shape ("20:00", "PT20M"), or where there are no words. Of several readings the most specific is given:
    "no, half an hour" is a length, "yes, and remind me at nine" a yes with a reminder riding along.
    """
    values = tuple(value.strip() for value in slots.values())
    text = clean(words) or clean(slot.words(values))
    kinds = Kinds.of(expected)
    said = _said(text, kinds, now, language, (*values, text) if slot.shaped(text) else values)
    readings = [
        (reading, kind) for kind in kinds for reader in (READERS[type(kind)],) if (reading := reader(said, kind))
    ]
    if not readings:
        return None
    (_, value, also, soft), kind = max(readings, key=lambda each: each[0][0])
    return Answer(kind.name, value, text, also, soft)


def _said(text: str, kinds: Kinds, now: datetime, language: str, values: tuple[str, ...]) -> Said:
    """Part what is to be read from the wish to be reminded."""
    whole = heard(text, language)
    found = compiled(language_of(language).requests.reminder).search(whole.text)
    if not found:
        return Said(text, whole, Also(), kinds, now, language, values)
    before, wish = whole.between((0, found.start())), whole.text[found.start() :]
    when = moment.find(wish, now, language)
    also = Also(whole.quoted(found.span("wish")), reminder=True, when=when.moment if when else None)
    return Said(text, Utterance(whole.source, before), also, kinds, now, language, values)


def _words(said: Said, _: Words) -> Reading | None:
    if hesitant(said.words, said.language):
        return None
    kept = tidy(said.words, said.language)
    return (WORDS, kept, Also(), False) if kept else None


def _yes_no(said: Said, kind: YesNo) -> Reading | None:
    if not said.text:
        wish = heard(said.also.words, said.language).text
        alone = compiled(language_of(said.language).requests.reminder_alone).fullmatch(wish)
        return (YES, True, said.also, False) if alone and not kind.clear else None
    found = agreement.find(said.text, said.language)
    if found is None or (found.yes is None and not kind.clear):
        return None
    rest = tidy(said.main.quoted(found.rest), said.language) if not found.whole else ""
    yes = bool(found.yes) and not (kind.clear and found.soft)
    also = said.beside(((0, found.rest[0]),) if found.rest[0] else (), rest)
    rank = WHOLE_YES if found.whole else SOFT_YES if found.soft else YES
    return (rank, yes, also, found.soft)


def _scale(said: Said, kind: Scale) -> Reading | None:
    value = number.on_scale(said.text, kind, said.language)
    if value is None and (given := slot.number(said.values)) is not None:
        value = given if kind.low <= given <= kind.high else None
    return None if value is None else (NUMBER, value, said.also, False)


def _feeling(said: Said, _: Feeling) -> Reading | None:
    text = plain(said.main.quoted((0, len(said.text))), said.language)
    if felt := feeling.known(text, said.language):
        return (KNOWN_FEELING, felt, said.also, False)
    felt = feeling.unknown(text, said.language)
    return (NEW_FEELING, felt, said.also, False) if felt else None


def _choice(said: Said, kind: Choice) -> Reading | None:
    search = choice.Search(said.main.quoted((0, len(said.text))), kind, said.language)
    for rank, find in ((WHOLE_CHOICE, search.whole), (PART_CHOICE, search.contained), (NEAR_CHOICE, search.nearly)):
        if (option := find()) is not None:
            return (rank, option, said.also, False)
    return None


def _name(said: Said, _: Name) -> Reading | None:
    if both := name.pair(said.main, said.language):
        first, second = both
        return (TWO_NAMES, first, replace(said.also, words=second), False)
    if found := name.given(said.main, said.language):
        return (GIVEN_NAME, found, said.also, False)
    found = name.bare(said.main, said.language)
    return (BARE_NAME, found, said.also, False) if found else None


def _duration(said: Said, _: Duration) -> Reading | None:
    if length := duration.find(said.text, said.language):
        return (LENGTH, length.duration, said.beside((length.span,)), False)
    value = slot.duration(said.values)
    if value is None and not said.expected.find(Scale) and not said.expected.find(When):
        value = duration.bare(said.text, said.language)
    return (LENGTH, value, said.also, False) if value else None


def _when(said: Said, _: When) -> Reading | None:
    found = said.when
    if found is None:
        alone = said.also.when if not said.text else None
        return (TIME, alone, replace(said.also, when=None), False) if alone else None
    return (BARE_TIME if found.bare else TIME, found.moment, said.beside(found.spans), False)


READERS: Mapping[type[Kind], Callable[[Said, Any], Reading | None]] = MappingProxyType(
    {
        Words: _words,
        YesNo: _yes_no,
        Scale: _scale,
        Feeling: _feeling,
        Choice: _choice,
        Name: _name,
        Duration: _duration,
        When: _when,
    }
)
