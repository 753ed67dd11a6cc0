"""What a language must bring, part by part: shapes only; the data lies in ``languages/<code>``.

Strings called *patterns* are regular expressions over plain words: lower case, no punctuation, spelt-out numbers as
digits, one blank between words. Places in braces (``{hour}``) are filled in by the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


def words(text: str) -> frozenset[str]:
    """Give the single words of a text; what a language's long lists are written with."""
    return frozenset(text.split())


@dataclass(frozen=True)
class Manners:
    """What surrounds an answer without meaning anything.

    ``noises`` are single words dropped anywhere unless they stand beside one of ``noise_company`` ("uh huh");
    ``openers`` are dropped at the beginning of what is matched, ``lead_ins`` (patterns) at the beginning of what is
    kept; ``closers`` are dropped at the end of what is matched; ``closing_courtesy`` (pattern) at the end of what is
    kept, unless ``courtesy_meant`` (pattern) says that it was what the person talked about.
    """

    noises: frozenset[str]
    noise_company: frozenset[str]
    openers: tuple[str, ...]
    closers: tuple[str, ...]
    lead_ins: str
    closing_courtesy: str
    courtesy_meant: str


@dataclass(frozen=True)
class Agreeing:
    """Yes and no, all patterns. Those named ``*_whole`` count only at the end of the utterance.

    ``weak`` is a yes that may also just open a sentence ("okay"), ``unsure`` neither yes nor no; ``before`` may stand
    before or between answers, ``courtesy`` after them; ``never_heads`` begin what only looks like an answer ("no one
    …"); ``*_tail`` count at the end of other words.
    """

    yes: tuple[str, ...]
    yes_whole: tuple[str, ...]
    weak: tuple[str, ...]
    soft: tuple[str, ...]
    soft_whole: tuple[str, ...]
    no: tuple[str, ...]
    no_whole: tuple[str, ...]
    unsure: tuple[str, ...]
    before: tuple[str, ...]
    courtesy: tuple[str, ...]
    never_heads: str
    yes_tail: tuple[str, ...]
    no_tail: tuple[str, ...]


@dataclass(frozen=True)
class Counting:
    """Numbers. ``small`` and ``ordinals`` are those that stay words because they mean other things too.

    ``guess`` may stand before a number (pattern, with its blank), ``scale_after`` after one that is all there is
    (pattern with ``{number}`` and ``{high}``), ``scale_next`` may follow a number on a scale; ``out_of`` (with
    ``{high}``) names the scale itself. ``noughts`` are other words for zero, among digits.
    """

    small: Mapping[str, int]
    ordinals: Mapping[str, int]
    guess: str
    scale_after: str
    scale_next: str
    out_of: str
    minus: str
    lowest: tuple[str, ...]
    middle: tuple[str, ...]
    highest: tuple[str, ...]
    noughts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lengths:
    """Lengths of time: ``units`` and ``short_units`` map a pattern to seconds, ``amounts``, ``fractions`` to a count.

    ``forms`` are patterns of ``{amount}``, ``{number}``, ``{fraction}``, ``{unit}``, ``{units}`` (without a group) and
    ``{short}``, where a group ``then`` counts the next smaller unit; ``joint`` (pattern, with its blanks) stands
    between lengths that add up; ``not_before`` follows what is no length ("ago"). Every form has a unit, which follows
    a blank or digits: where there is none, no form is tried.
    """

    units: Mapping[str, int]
    short_units: Mapping[str, int]
    amounts: Mapping[str, float]
    fractions: Mapping[str, float]
    forms: tuple[str, ...]
    joint: str
    not_before: str


@dataclass(frozen=True)
class Clocks:
    r"""Times of day. ``hours`` are hours that stay words; ``named`` map a pattern to minutes after midnight.

    ``forms`` are patterns of ``{lead}``, ``{guess}``, ``{hour}``, ``{minute}``, ``{minutes}`` (two digits, or ``zero``
    and one) and ``{mark}`` (``am`` or ``pm``), with the minutes to add, or the sign of the named ones. In their text a
    day is ``\0``, a part of the day ``\1``; a form with the group ``time`` is a number that nothing marks as a time.
    Every form has an hour: where there is none, no form is tried. ``parts`` map a pattern to a part of the day;
    ``never_before`` follows numbers that are no times.
    """

    hours: Mapping[str, int]
    forms: tuple[tuple[str, int], ...]
    lead: str
    guess: str
    zero: str
    am: str
    pm: str
    same: str
    named_lead: str
    named: Mapping[str, int]
    parts: Mapping[str, str]
    part_lead: str
    never_before: str


@dataclass(frozen=True)
class Days:
    """Days and rhythms. The names of days and months come from CLDR; ``*_extra`` add what people also say.

    ``with_part`` map a pattern to (days from today, part of the day), ``relative`` to days from today.
    ``weekday_forms`` are patterns of ``{weekday}`` with the weeks to add, None for the next calendar week. ``dates``
    are patterns of ``{day}``, ``{ordinal}``, ``{month}``, ``{year}``; ``in_length`` (with ``{length}``) and ``now`` are
    patterns for points near by. ``every_named`` are patterns of ``{weekday}``, ``{weekdays}`` (plural), ``{either}``,
    ``{and}``, ``{first}``, ``{last}``, ``{part}``; ``never_possible`` are rhythms that are neither daily nor weekly.
    Where no weekday is named, no form with one is tried; nor is a date without a digit, an ordinal or a month.
    """

    weekday_extra: Mapping[str, int]
    weekday_plural: str
    month_extra: Mapping[str, int]
    ordinal_ending: str
    with_part: Mapping[str, tuple[int, str]]
    relative: Mapping[str, int]
    weekday_forms: tuple[tuple[str, int | None], ...]
    weekend: str
    next_weekend: str
    dates: tuple[str, ...]
    in_length: tuple[str, ...]
    now: tuple[str, ...]
    list_joint: str
    every_named: tuple[str, ...]
    every_workday: str
    every_weekend: str
    every_day: str
    every_part: str
    every_week: str
    never_possible: tuple[str, ...]


@dataclass(frozen=True)
class Feelings:
    """Feelings. ``families`` map a family to {energy: words}.

    ``weak`` words mean other things too: they count among few words, or after ``cue``. ``strip`` and
    ``strip_after`` may surround a feeling, ``negation`` denies it and ``others`` gives it to somebody else (patterns
    that stand right before); ``blotted`` are phrases in which a word is no feeling; ``denied`` has a place ``{word}``.
    ``unsaid`` stands in place of a feeling that is not kept.
    """

    families: Mapping[str, Mapping[str, tuple[str, ...]]]
    pleasant: frozenset[str]
    weak: frozenset[str]
    cue: str
    strip: str
    negation: str
    others: str
    blotted: tuple[str, ...]
    strip_after: str
    denied: str
    joint: str
    unsaid: str


@dataclass(frozen=True)
class Naming:
    """Names. ``patterns`` announce one; ``states`` too, but more often how someone is ("I'm …").

    ``never`` are words in no name, ``never_states`` what follows "I'm" instead of one, ``never_feelings`` what is no
    feeling; ``particles`` stay in lower case. ``of_two`` is a pattern that opens two names ("we're"), ``predicates``
    are verbs that say something of the name before them ("I'm Kim, Leo isn't here").
    """

    lead: tuple[str, ...]
    patterns: tuple[str, ...]
    states: tuple[str, ...]
    trailing: tuple[str, ...]
    never: frozenset[str]
    never_states: frozenset[str]
    never_feelings: frozenset[str]
    never_endings: tuple[str, ...]
    doing_endings: tuple[str, ...]
    particles: frozenset[str]
    of_two: str
    predicates: frozenset[str]


@dataclass(frozen=True)
class Choosing:
    """What may surround an option (``before``, ``after``), and options by place (pattern with ``{place}``)."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    place: str
    last: tuple[str, ...]


@dataclass(frozen=True)
class Commands:
    """Whole utterances by command, and what may surround them."""

    whole: Mapping[str, tuple[str, ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Sentences:
    """Clauses. ``addition``, ``list_joint``, ``and_joint``, ``attached`` and the like are patterns.

    ``corrections`` have the groups ``new`` and, where it was named, ``old``. ``subjects`` open a clause, ``anaphora``
    do but lean on the one before; ``verbs``, ``verb_endings`` and ``verb_traps`` tell verbs from nouns; ``pairs`` are
    the last and first word of things that belong together. ``swaps`` turn the first person into the second;
    ``clause_break`` and ``phrase_break`` begin what may be left out, ``dangling`` words end nothing; ``denial`` is any
    word that denies something.
    """

    addition: str
    corrections: tuple[str, ...]
    list_joint: str
    and_joint: str
    attached: str
    subjects: frozenset[str]
    anaphora: frozenset[str]
    verbs: frozenset[str]
    verb_endings: tuple[str, ...]
    verb_traps: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    pairs: frozenset[str]
    swaps: tuple[tuple[str, str], ...]
    first_person: str
    addressed: str
    insults: str
    clause_break: str
    phrase_break: str
    dangling: frozenset[str]
    denial: str


@dataclass(frozen=True)
class Requests:
    """What rides along, and things to do at a time; all patterns.

    ``reminder`` is "and remind me …" to the end, with the group ``wish``; ``reminder_alone`` such a wish that names
    nothing else. ``titles`` have the group ``title``, a time that is part of what is done; ``lead`` stands before what
    is done, ``trail`` before a time, ``for_length`` before a length.
    """

    reminder: str
    reminder_alone: str
    titles: tuple[str, ...]
    lead: str
    trail: str
    for_length: str
