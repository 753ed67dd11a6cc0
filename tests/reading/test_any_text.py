"""Whatever is said, reading gives an answer or none, and never fails."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from skill.answers import Choice, Duration, Feeling, Felt, Kinds, Moment, Name, Option, Scale, When, Words, YesNo
from skill.reading import addition, command, correction, fold, items, mirror, read, split_request, tidy
from skill.reading.text import clean, heard

PLACES = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC", "Australia/Lord_Howe"]
SAID = (
    "i'm i am not no yes maybe about at by from in on every the of and or to quarter half past eight nine one two ten "
    "thirty minutes hours an a hour monday sundays friday may march first second tomorrow tonight morning evening "
    "remind "
    "me us please thanks um like so really feel tired sad leo kim my mum is was it's that change meant said actually "
    "8:30 5 12 pm am 2026 2026-11-29 PT5M EV every other day , . ? - more stop okay if when because he she they think "
    "guess calm down walk also plus noon midnight weekend 31st 29th february 99999999 0 24:00 7/10 weeks next last "
    "same time"
)
VOCABULARY = SAID.split()
KINDS = {
    "Words": (Words(), str),
    "YesNo": (YesNo(), bool),
    "Scale": (Scale(), int),
    "Feeling": (Feeling(), Felt),
    "Choice": (Choice("walk", Option("later", ("another time",)), ""), str),
    "Name": (Name(), str),
    "Duration": (Duration(), object),
    "When": (When(), Moment),
}
EVERY_KIND = Kinds(tuple(kind for kind, _ in KINDS.values()))
TEXT = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(VOCABULARY), max_size=14).map(" ".join))
NOW = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1))
QUIET = settings(max_examples=150, deadline=None, database=None)


@QUIET
@given(words=TEXT, wall=NOW, place=st.sampled_from(PLACES), slot=st.one_of(st.none(), TEXT))
def test_reading_any_text_never_fails_and_gives_the_kinds_own_type(words, wall, place, slot):
    now = wall.replace(tzinfo=ZoneInfo(place))
    slots = {} if slot is None else {"slot": slot}
    for kind, type_ in KINDS.values():
        answer = read(words, kind, now=now, language="en", slots=slots)
        if answer is not None:
            assert answer.kind == kind.name
            assert isinstance(answer.value, type_)
    read(words, EVERY_KIND, now=now, language="en", slots=slots)


@QUIET
@given(words=TEXT, wall=NOW, place=st.sampled_from(PLACES))
def test_a_moment_is_aware_in_the_persons_zone_and_recurs_in_the_future(words, wall, place):
    now = wall.replace(tzinfo=ZoneInfo(place))
    answer = read(words, When(), now=now, language="en")
    if answer is not None:
        assert answer.value.at.tzinfo is now.tzinfo
        assert answer.value.unsupported <= answer.value.recurring
        if answer.value.days:
            assert answer.value.at.timestamp() > now.timestamp()
            assert answer.value.recurring


@QUIET
@given(words=TEXT, wall=NOW)
def test_taking_any_sentence_apart_never_fails(words, wall):
    split_request(words, wall.replace(tzinfo=ZoneInfo("Europe/Berlin")), "en")
    assert all(items(words, "en"))
    assert addition(words) != ""
    found = correction(words)
    assert found is None or found.new
    command(words, "en")
    assert fold(fold(words)) is not None


@QUIET
@given(words=TEXT)
def test_what_is_said_back_is_never_longer_than_eight_words(words):
    assert len(heard(mirror(words, "en"), "en", numbers=False).tokens) <= 8


@QUIET
@given(words=TEXT)
def test_tidying_never_adds_a_word(words):
    assert len(tidy(words)) <= len(clean(words))
