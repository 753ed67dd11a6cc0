"""What somebody might say: one example for every kind of slot, and a few for every kind of answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from skill.alexa.fragments import Fragment, IntentSpec
from skill.alexa.samples import slots_of
from skill.answers import Choice, Duration, Feeling, Kind, Kinds, Name, Scale, When, Words, YesNo

WORDS = "the rain on the roof"
SOMEONE = "Sam washed up for me"
SLOTS: Mapping[str, str] = {
    "AMAZON.SearchQuery": WORDS,
    "AMAZON.NUMBER": "five",
    "AMAZON.DURATION": "twenty minutes",
    "AMAZON.TIME": "eight in the evening",
    "AMAZON.DATE": "tomorrow",
    "AMAZON.FirstName": "Sam",
    "AMAZON.DayOfWeek": "Sunday",
}
SKIP = "skip"
MOST_OPTIONS = 5
_SLOT = re.compile(r"\{([^{}]*)\}")
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def openings(fragment: Fragment, intent: IntentSpec) -> Iterator[str]:
    """Give one utterance of an intent for each set of slots that its samples fill."""
    seen: set[frozenset[str]] = set()
    for sample in intent.samples:
        slots = frozenset(slots_of(sample))
        if slots not in seen:
            seen.add(slots)
            yield _SLOT.sub(lambda found: _value(fragment, intent.types.get(found[1], "")), sample)


def answers(expects: Kinds) -> list[str]:
    """Give what might be said to a question of these kinds, each way to go on once; to skip it is one."""
    return list(dict.fromkeys([*(said for kind in expects for said in _said(kind)), SKIP]))


def _value(fragment: Fragment, kind: str) -> str:
    own = next((each for each in fragment.types if each.name == kind and each.values), None)
    return own.values[0].value if own else SLOTS.get(kind, "something")


def _said(kind: Kind) -> list[str]:
    match kind:
        case Words():
            return [WORDS, SOMEONE]
        case YesNo():
            return ["yes", "no"]
        case Scale(low=low, high=high):
            return [_NUMBERS[each] if 0 <= each <= 10 else str(each) for each in dict.fromkeys((low, high))]
        case Feeling():
            return ["tired", "happy"]
        case Choice(options=options):
            return [(option.names or (option.id,))[0] for option in options[:MOST_OPTIONS]]
        case Name():
            return ["Ana", "Ben"]
        case Duration():
            return ["twenty minutes"]
        case When():
            return ["tomorrow at eight in the evening"]
    return []
