"""Feelings: every handler is one equality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.feelings import Asking, Feelings, feelings, helping, keeping, naming, noting, offering, recalling, together
from plugins.feelings.limits import beyond, heavy
from plugins.feelings.naming import ANY
from plugins.feelings.noting import Word
from plugins.feelings.patterns import Cause, Note, Pattern, dots, notes, pattern, weight, words
from plugins.feelings.quarters import trios
from plugins.feelings.triggers import after_yes, cause_in, group_of, put_otherwise, question, tidy, unsure
from skill import (
    Answer,
    Choice,
    Entry,
    Feeling,
    Felt,
    Line,
    Offer,
    Person,
    Reply,
    Screen,
    Turn,
    Verbatim,
    Words,
    YesNo,
    ask,
    nothing,
    say,
)

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 5, 20, 10, tzinfo=LONDON)  # a Thursday
TODAY = NOW.date()
ANA, LEO = Person("a", "Ana"), Person("l", "Leo")
WOUND_UP = Felt("wound up", "stressed", "high")
NOWHERE = {"number": None, "day": "", "part": "evening", "trigger": "", "group": ""}


@dataclass(frozen=True)
class Kept:
    """A journal that holds these entries, newest first."""

    held: tuple[Entry, ...] = ()

    def entries(
        self,
        kind: str | None = None,
        *,
        about: str | None = None,
        owner: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 20,
        anyones: bool = False,
    ) -> Sequence[Entry]:
        found = [
            each
            for each in self.held
            if (kind is None or each.kind == kind)
            and (anyones or each.practice == "feelings")
            and (owner is None or each.owner == owner)
            and (since is None or each.made_at >= since)
            and (until is None or each.made_at < until)
        ]
        return found[:limit]

    def count(self, kind: str | None = None, **_: Any) -> int:
        return len(self.entries(kind))

    def get(self, entry: str) -> Entry | None:
        return next((each for each in self.held if each.id == entry), None)


def entry(id_: str, text: str, *, back: timedelta = timedelta(), practice: str = "feelings", **data: object) -> Entry:
    return Entry(id_, practice, "word", text, NOW - back, "a", data=data)


def turn(**what: Any) -> Turn[Feelings]:
    return Turn(**({"now": NOW, "state": Feelings(), "speaker": ANA, "people": (ANA,)} | what))


def days(count: float) -> timedelta:
    return timedelta(days=count)


# Finding a word


def test_how_are_you_is_asked_for_a_word() -> None:
    assert naming.how_are_you(turn()) == ask("asked", ANY, then=naming.named)


def test_who_likes_numbers_is_asked_for_one_too() -> None:
    assert naming.how_are_you(turn(state=Feelings(numbers=True))) == ask("asked-number", ANY, then=naming.named)


def test_a_word_that_was_said_at_once_is_noted() -> None:
    heard = turn(slots={"felt": "knackered"}, ids={"felt": "tired"})
    assert naming.how_are_you(heard) == noting.note(heard, Word("knackered", "tired", "middle"))


@pytest.mark.parametrize("level", ["0", "11", "many", ""])
def test_a_number_that_is_none_from_one_to_ten_is_asked_for_again(level: str) -> None:
    assert naming.how_are_you(turn(slots={"level": level})) == ask("asked", ANY, then=naming.named)


def test_an_earlier_day_can_be_filled_in() -> None:
    asked = ask("asked-then", ANY, then=naming.named, day=date(2026, 3, 4)).given(day="2026-03-04")
    assert naming.earlier(turn(slots={"felt_day": "2026-03-04"})) == asked
    assert naming.earlier(turn()) == asked


def test_a_day_that_is_not_over_is_today() -> None:
    assert naming.earlier(turn(slots={"felt_day": "2026-03-05"})) == ask("asked", ANY, then=naming.named)


def test_a_weekday_that_was_taken_for_the_next_is_the_last_one() -> None:
    monday = naming.earlier(turn(slots={"felt_day": "2026-03-09"}))
    assert monday == naming.earlier(turn(slots={"felt_day": "2026-03-02"}))


def test_more_than_a_week_back_is_not_filled_in() -> None:
    for day in ("2026-02-20", "2027-01-05"):
        assert naming.earlier(turn(slots={"felt_day": day})) == say("too-long-ago").done()


def test_not_knowing_leads_to_the_map() -> None:
    looked = ask("find-side", naming._PLEASANT | Feeling() | YesNo(), then=naming.side).given(day="")
    assert naming.named(turn(), "i don't know") == looked
    assert naming.find(turn()) == looked


def test_the_side_leads_to_the_energy() -> None:
    asked = ask("find-energy", naming._ENERGY | Feeling() | YesNo(), then=naming.energy)
    assert naming.side(turn(), "unpleasant") == asked.given(side="unpleasant", day="")
    assert naming.side(turn(), True) == asked.given(side="pleasant", day="")


def test_the_energy_leads_to_three_words_of_that_quarter() -> None:
    heard = turn(given={"side": "unpleasant", "day": ""})
    trio = heard.pick(trios("unpleasant-low", "en-US"))
    one, two, three = (each.word for each in trio)
    kinds = Choice(one, two, three) | Feeling() | YesNo() | Words()
    asked = ask("try", kinds, then=naming.tried, one=one, two=two, three=three)
    assert naming.energy(heard, "low") == asked.given(trio=trio, day="")


def test_the_word_that_fits_is_noted_with_its_family() -> None:
    trio = trios("unpleasant-low", "en-GB")[0]
    heard = turn(given={"trio": trio, "day": ""})
    assert naming.tried(heard, "tired") == noting.note(heard, Word("tired", "tired", "low"))


@pytest.mark.parametrize("answer", [False, None, "none of them", Felt("none of them", "unknown", "middle")])
def test_when_none_fits_it_is_dropped(answer: Any) -> None:
    assert naming.tried(turn(given={"trio": trios("between", "en-US")[0]}), answer) == say("no-word").done()


def test_skipping_leaves_it() -> None:
    for step in (naming.named, naming.side, naming.energy):
        assert step(turn(given={"side": "pleasant"}), None) == say("left").done()


# Noting


def test_a_word_is_kept_privately_before_anything_is_asked() -> None:
    heard = turn(answer=Answer("Feeling", WOUND_UP, "wound up"))
    assert naming.named(heard, WOUND_UP) == (
        nothing()
        .record("word", "wound up", family="stressed", energy="high", **NOWHERE)
        .ask("set-off", Words() | YesNo(), then=noting.set_off, word="wound up")
        .given(good=False)
    )


def test_a_cause_named_with_the_word_is_kept_with_it() -> None:
    heard = turn(answer=Answer("Feeling", WOUND_UP, "wound up because of the bills"))
    assert naming.named(heard, WOUND_UP) == (
        nothing()
        .record(
            "word",
            "wound up",
            family="stressed",
            energy="high",
            **(NOWHERE | {"trigger": "the bills", "group": "money"}),
        )
        .ask("next-caused", noting._NEXT | YesNo(), then=noting.what_next, word="wound up", trigger="the bills")
    )


def test_what_brought_a_pleasant_word_is_nothing_to_do_something_about() -> None:
    happy = Felt("happy", "glad", "middle")
    heard = turn(intent="FeelingIntent", words="I'm happy my sister is visiting")
    assert naming.named(heard, happy) == (
        nothing()
        .record(
            "word",
            "happy",
            family="glad",
            energy="middle",
            **(NOWHERE | {"trigger": "my sister is visiting", "group": "family"}),
        )
        .say("noted-caused", word="happy", trigger="my sister is visiting")
        .done("happy")
    )


@pytest.mark.parametrize("felt", [Felt("fine", "calm", "middle"), Felt("meh", "mixed", "low")])
def test_fine_and_meh_are_full_answers(felt: Felt) -> None:
    assert noting.note(turn(), Word(felt.word, felt.family, felt.energy)) == (
        nothing()
        .record("word", felt.word, family=felt.family, energy=felt.energy, **NOWHERE)
        .say("noted", word=felt.word)
        .done(felt.word)
    )


def test_a_pleasant_word_is_asked_what_brought_it() -> None:
    reply = noting.note(turn(), Word("proud", "glad", "high"))
    asked = ask("brought", Words() | YesNo(), then=noting.set_off, word="proud").given(good=True)
    assert (reply.question, reply.passed) == (asked.question, asked.passed)


def test_a_number_makes_numbers_liked() -> None:
    reply = naming.named(turn(), 4)
    assert reply.state == Feelings(numbers=True)
    assert reply.effects == nothing().record("word", "a 4", **_data(number=4)).effects


def _data(**changes: object) -> dict[str, Any]:
    return {"family": "unknown", "energy": "middle", **NOWHERE, **changes}


def test_a_word_for_an_earlier_day_holds_that_day() -> None:
    reply = noting.note(turn(given={"day": "2026-03-04"}), Word("awful", "sad", "middle"))
    held = nothing().record(
        "word", "awful", family="sad", energy="middle", **(NOWHERE | {"day": "2026-03-04", "part": ""})
    )
    assert reply.effects == held.effects
    assert reply.question == ask("set-off-then", Words() | YesNo(), then=noting.set_off, word="awful").question


def test_what_set_it_off_is_kept_with_its_group() -> None:
    held = entry("1", "wound up")
    assert noting.set_off(turn(kept=(held,)), "it's the school emails") == (
        nothing()
        .amend(held, trigger="the school emails", group="phone")
        .ask("next", noting._NEXT | YesNo(), then=noting.what_next, trigger="the school emails")
    )


@pytest.mark.parametrize("answer", [None, False, "i don't know", "no idea really"])
def test_no_cause_is_fine(answer: Any) -> None:
    held = entry("1", "wound up")
    assert noting.set_off(turn(kept=(held,)), answer) == say("noted-alone").done("wound up")


def test_a_bare_yes_is_asked_what_it_was() -> None:
    assert noting.set_off(turn(given={"good": False}), True) == (
        ask("set-off-what", Words(), then=noting.set_off).given(good=False)
    )


def test_leaving_it_noted_ends_it() -> None:
    for answer in ("leave", False, None):
        assert noting.what_next(turn(kept=(entry("1", "sad"),)), answer) == say("stays-noted").done("sad")


def test_what_got_too_much_is_noted_with_its_trigger() -> None:
    assert naming.it_got_to_me(turn(slots={"trigger": "she mentioned work"})) == (
        ask("next-lost", noting._NEXT | YesNo(), then=noting.what_next, trigger="she mentioned work").record(
            "word",
            "too much",
            family="stressed",
            energy="high",
            **(NOWHERE | {"trigger": "she mentioned work", "group": "work"}),
        )
    )


def test_with_storing_off_nothing_is_kept() -> None:
    quiet = turn(state=Feelings(storing=False))
    assert noting.note(quiet, Word("sad", "sad", "middle")) == say("not-kept", word="sad").done()
    assert noting.lost_it(quiet, "the noise") == say("not-kept-trigger").done()


# Heavy, and more than this can hold


@pytest.mark.parametrize("word", [Word("hopeless", "sad", "low"), Word("a 2", number=2)])
def test_a_heavy_word_or_a_very_low_number_is_asked_about(word: Word) -> None:
    reply = noting.note(turn(), word)
    assert reply.question == ask("heavy", noting._WORN_OR_UNSAFE | YesNo() | Words(), then=noting.how_heavy).question


def test_who_does_not_feel_safe_is_told_where_help_is() -> None:
    assert noting.how_heavy(turn(), "unsafe") == say("heavy-unsafe").done()
    assert noting.how_heavy(turn(), "worn") == say("heavy-worn").done()


@pytest.mark.parametrize(
    ("cause", "message"),
    [("what happened when I was little", "beyond-past"), ("my panic attacks", "beyond-health")],
)
def test_old_wounds_and_illness_are_not_kept(cause: str, message: str) -> None:
    assert noting.set_off(turn(kept=(entry("1", "sad"),)), cause) == say(message).done("sad")
    assert noting.lost_it(turn(), cause) == say(message).done()


def test_two_heavy_weeks_point_to_a_doctor_once() -> None:
    held = tuple(entry(str(back), "sad", back=days(back), family="sad") for back in range(8))
    said = nothing().keep(Feelings(pointed=NOW)).record("word", "sad", family="sad", energy="low", **NOWHERE)
    assert noting.note(turn(journal=Kept(held)), Word("sad", "sad", "low")) == said.say("long-and-low").done("sad")
    told = turn(journal=Kept(held), state=Feelings(pointed=NOW - days(3)))
    assert noting.note(told, Word("sad", "sad", "low")).question is not None


def test_one_light_day_among_them_is_no_long_low() -> None:
    held = tuple(entry(str(back), "sad", back=days(back), family="sad") for back in range(8))
    light = (*held, entry("light", "glad", back=days(2), family="glad"))
    assert noting.note(turn(journal=Kept(light)), Word("sad", "sad", "low")).question is not None


@pytest.mark.parametrize("words_", ["the kids", "when I was at work", "my back garden", "the baby was up at three"])
def test_daily_life_is_within_bounds(words_: str) -> None:
    assert (beyond(words_), heavy(words_)) == ("", False)


# Corrections and additions


def test_a_correction_changes_the_word_or_else_the_trigger() -> None:
    word, caused = entry("1", "wound up"), entry("2", "sad", trigger="the bus")
    assert noting.correct(turn(kept=(word,), slots={"new": "worn out"})) == (
        say("corrected", thing="worn out").amend(word, text="worn out", family="unknown", energy="middle")
    )
    assert noting.correct(turn(kept=(caused,), slots={"new": "train", "old": "bus"})) == (
        say("corrected", thing="the train").amend(caused, trigger="the train", group="time")
    )
    assert noting.correct(turn(slots={"new": "x"})) == say("nothing-to-change")


def test_an_addition_joins_the_word() -> None:
    word = entry("1", "wound up")
    assert noting.also(turn(kept=(word,), slots={"words": "a bit sad"})) == (
        say("added", word="a bit sad").amend(word, text="wound up and a bit sad")
    )


# Doing something about it


def test_without_a_past_what_may_help_is_asked() -> None:
    assert noting.what_next(turn(kept=(entry("1", "sad", family="sad"),)), "act") == (
        ask("what-helps", Words() | YesNo(), then=helping.planned)
    )


def test_what_helped_before_with_the_like_of_it_comes_first() -> None:
    before = entry("0", "tense", back=days(2), family="stressed", help="a walk", helped=True)
    now = entry("1", "wound up", family="stressed")
    assert helping.do_something(turn(kept=(now,), journal=Kept((now, before)))) == (
        ask("helped-before", YesNo() | Words(), then=helping.again, idea="a walk", day=date(2026, 3, 3)).given(
            idea="a walk"
        )
    )


def test_what_did_not_help_is_not_named_again() -> None:
    before = entry("0", "tense", back=days(2), family="stressed", help="a walk", helped=False)
    now = entry("1", "wound up", family="stressed")
    assert helping.do_something(turn(kept=(now,), journal=Kept((now, before)))) == (
        ask("what-helps", Words() | YesNo(), then=helping.planned)
    )


def test_what_may_help_is_kept_with_the_word_and_asked_about_if_wished() -> None:
    now = entry("1", "wound up")
    asked = ask("ask-again", YesNo(clear=True), then=helping.ask_again, idea="a walk").amend(now, help="a walk")
    assert helping.planned(turn(kept=(now,)), "maybe a walk") == asked
    assert helping.again(turn(kept=(now,), given={"idea": "a walk"}), True) == asked
    due = NOW + timedelta(hours=12)
    assert helping.ask_again(turn(kept=(now,)), True) == (
        say("will-ask").keep(Feelings(asking=Asking("1", due))).done("wound up")
    )
    assert helping.ask_again(turn(kept=(now,)), False) == say("not-asking").done()


@pytest.mark.parametrize("idea", [None, False, "no idea"])
def test_no_idea_is_fine(idea: Any) -> None:
    assert helping.planned(turn(), idea) == say("no-idea").done()


def test_how_it_went_is_asked_the_next_day_and_only_once() -> None:
    held = entry("1", "wound up", back=days(1), help="a walk")
    state = Feelings(asking=Asking("1", NOW - timedelta(hours=12)))
    offer = offering.asked_about(turn(state=state, journal=Kept((held,))))
    asked = nothing().keep(Feelings()).given(entry="1")
    kinds = YesNo() | Words()
    assert offer == Offer(
        60,
        asked.ask("did-that-help", kinds, then=helping.it_went, day=date(2026, 3, 4), word="wound up", idea="a walk"),
    )
    early = Feelings(asking=Asking("1", NOW + timedelta(hours=1)))
    assert offering.asked_about(turn(state=early, journal=Kept((held,)))) is None
    stale = Feelings(asking=Asking("1", NOW - days(20)))
    assert offering.asked_about(turn(state=stale, journal=Kept((held,)))) is None


def test_a_voice_that_was_only_named_is_asked_in_neutral_words() -> None:
    held = entry("1", "wound up", back=days(1), help="a walk")
    state = Feelings(asking=Asking("1", NOW - timedelta(hours=12)))
    asked = nothing().keep(Feelings()).given(entry="1").ask("did-it-help", YesNo() | Words(), then=helping.it_went)
    assert offering.asked_about(turn(state=state, people=(ANA, LEO), journal=Kept((held,)))) == Offer(60, asked)
    assert offering.asked_about(turn(state=state, present=(ANA, LEO), journal=Kept((held,)))) is None


def test_whether_it_helped_is_remembered() -> None:
    held = entry("1", "wound up", help="a walk")
    heard = turn(given={"entry": "1"}, journal=Kept((held,)))
    assert helping.it_went(heard, True) == say("it-helped").amend(held, helped=True).done(True)
    assert helping.it_went(heard, False) == say("it-did-not").amend(held, helped=False).done(True)
    assert helping.it_went(heard, "so so") == say("went-heard").amend(held, went="so so").done(True)
    assert helping.it_went(heard, None) == say("left").done()


def test_what_helps_is_told_by_feeling_and_by_trigger() -> None:
    held = Kept((entry("1", "wound up", family="stressed", group="money", help="a walk", helped=True),))
    told = say("it-helps", idea="a walk", day=date(2026, 3, 5)).done()
    assert helping.what_helps(turn(slots={"felt": "tense"}, ids={"felt": "stressed"}, journal=held)) == told
    assert helping.what_helps(turn(slots={"trigger": "the bills"}, journal=held)) == told
    assert helping.what_helps(turn(slots={"trigger": "the dishes"}, journal=held)) == say("nothing-helped-yet").done()
    assert helping.what_helps(turn(present=(ANA, LEO), journal=held)) == say("one-only").done()


def said_in(kind: str, value: Any, words_: str, **what: Any) -> Turn[Feelings]:
    return turn(answer=Answer(kind, value, words_), **what)


def test_who_asks_back_is_asked_once_more_and_then_left() -> None:
    once = naming.named(said_in("Words", "why", "why do you ask"), "why do you ask")
    assert once == say("no-need").ask("asked", ANY, then=naming.named).given(asked_back=True)
    again = said_in("Words", "why", "tell me a joke", given=dict(once.passed))
    assert naming.named(again, "tell me a joke") == say("left").done()


def test_a_question_about_health_is_a_doctors() -> None:
    asked = said_in("Feeling", None, "do you think I'm depressed")
    assert naming.named(asked, Felt("depressed", "sad", "low")) == say("beyond-health").done()


def test_a_word_that_is_put_otherwise_takes_the_place_of_the_first() -> None:
    held = entry("1", "sad", family="sad")
    changed = ask("set-off", Words() | YesNo(), then=noting.set_off, word="disappointed")
    assert noting.set_off(turn(kept=(held,)), "no, more like disappointed") == (
        changed.amend(held, text="disappointed", family="unknown", energy="middle")
    )


def test_a_yes_with_the_thing_itself_is_not_asked_for_it_again() -> None:
    held = entry("1", "sad", family="sad")
    caused = said_in("YesNo", True, "yes I do, nobody helps me", kept=(held,))
    assert noting.set_off(caused, True) == noting.set_off(turn(kept=(held,)), "nobody helps me")
    idea = said_in("YesNo", True, "maybe ask Leo to help", kept=(held,))
    assert noting.what_next(idea, True) == helping.planned(turn(kept=(held,)), "ask Leo to help")


def test_two_feelings_said_out_of_nowhere_are_both_noted() -> None:
    both = turn(intent="FeelingIntent", slots={"feeling": "proud", "other_feeling": "tired"}, ids={"feeling": "glad"})
    assert naming.unasked(both) == naming.named(turn(), Felt("proud and tired", "glad", "middle"))


def test_not_great_out_of_nowhere_is_a_word() -> None:
    great = turn(slots={"feeling": "great"}, ids={"feeling": "glad"})
    assert naming.unasked_not(great) == naming.named(turn(), Felt("not great", "sad", "low"))
    cross = turn(slots={"feeling": "angry"}, ids={"feeling": "angry"})
    assert naming.unasked_not(cross) == naming.named(turn(), Felt("not angry", "unknown", "low"))


def test_a_number_in_words_is_a_number() -> None:
    assert naming.named(turn(), "4") == naming.named(turn(), 4)


# Looking back

SUNDAYS = tuple(
    replace(entry(str(week), "wound up", family="stressed", group="money", trigger="bills", part="evening"), made_at=at)
    for week in range(5)
    if (at := datetime(2026, 3, 1, 19, 0, tzinfo=LONDON) - timedelta(weeks=week))
)


def test_the_pattern_is_told_from_five_notes_on() -> None:
    when = Line("when-day-part", {"day": Line("day-6"), "part": Line("part-evening")})
    told = say("pattern-both", when=when, what="bills").done()
    assert recalling.what_gets_to_me(turn(journal=Kept(SUNDAYS))) == told
    assert recalling.what_gets_to_me(turn(journal=Kept(SUNDAYS[:4]))) == say("few-notes").done()


def test_pleasant_words_are_no_part_of_what_gets_to_someone() -> None:
    glad = tuple(replace(each, data={**each.data, "family": "glad"}) for each in SUNDAYS)
    assert recalling.what_gets_to_me(turn(journal=Kept(glad))) == say("pattern-light", words=("wound up",)).done()


def test_what_was_noted_long_ago_is_not_even_opened() -> None:
    def opened() -> str:
        raise AssertionError("an old word was opened")

    newest = tuple(entry(str(back), "low", back=days(back), family="sad") for back in range(recalling.WORDS_SEEN))
    old = Entry("old", "feelings", "word", opened, NOW - days(recalling.WORDS_SEEN), "a", data=opened)
    assert recalling.what_gets_to_me(turn(journal=Kept((*newest, old)))).lines[0].id == "pattern-none"


def gets_to_me(*causes: str) -> Reply:
    """Ask what usually gets to someone who noted a word every five days, with these causes, newest first."""
    held = [
        entry(str(number), "low", back=days(5 * number), family="sad", trigger=cause, group=group_of(cause, "en-GB"))
        for number, cause in enumerate(causes)
    ]
    return recalling.what_gets_to_me(turn(journal=Kept(tuple(held))))


def test_two_groups_of_causes_may_come_most() -> None:
    two = Line("what-two", {"one": Line("group-work"), "two": Line("group-family")})
    told = say("pattern-what", what=two).done()
    assert gets_to_me("the boss", "my sister", "a meeting", "fog", "my mum", "a deadline") == told


def test_the_same_thing_is_named_in_ones_own_words() -> None:
    told = say("pattern-what", what="my boss").done()
    assert gets_to_me("my boss again", "the boss", "fog", "a meeting", "the boss today") == told


def test_where_nothing_comes_most_what_was_noted_is_named() -> None:
    told = say("pattern-things", things=("fog", "the drums", "my mum")).done()
    assert gets_to_me("fog", "the drums", "my mum", "the rent", "my boss") == told
    assert gets_to_me("", "", "", "", "") == say("pattern-none", words=("low",)).done()


def test_two_people_hear_nothing_of_it_and_an_unknown_voice_is_asked_who_it_is() -> None:
    for handler, what in (
        (recalling.what_gets_to_me, "pattern"),
        (recalling.was_it_better, "weeks"),
        (recalling.how_have_i_been, "recall"),
    ):
        assert handler(turn(present=(ANA, LEO), journal=Kept(SUNDAYS))) == say("one-only").done()
        unknown = turn(speaker=None, people=(ANA, LEO), journal=Kept(SUNDAYS))
        assert handler(unknown) == nothing().given(what=what, period="").who(then=recalling.known_now)


def test_once_it_is_known_who_asks_it_goes_on() -> None:
    heard = turn(given={"what": "pattern"}, journal=Kept(SUNDAYS))
    assert recalling.known_now(heard, True) == recalling.what_gets_to_me(heard)
    assert recalling.known_now(heard, False) == say("one-only").done()


def note(day: date = TODAY, part: str = "evening", **what: Any) -> Note:
    return Note(day, part, **({"word": "sad", "family": "sad"} | what))


def test_a_time_counts_as_a_pattern_only_when_it_comes_often() -> None:
    monday = date(2026, 3, 2)
    mondays = [note(monday - days(7 * week)) for week in range(3)]
    assert pattern([*mondays, note(date(2026, 3, 4))]) == Pattern(0, "evening")
    assert pattern([*mondays[:2], note(date(2026, 3, 4))]) == Pattern(None, "evening")
    assert pattern([note(monday)] * 6) == Pattern()
    spread = [note(monday + days(back), part) for back, part in enumerate(("morning", "day", "evening", "night", ""))]
    assert pattern(spread) == Pattern()


def test_days_alone_and_parts_of_the_day_alone_are_patterns_too() -> None:
    monday = date(2026, 3, 2)
    parts = ("morning", "night", "day")
    assert pattern([note(monday - days(7 * week), part) for week, part in enumerate(parts)]) == Pattern(0)
    days_on = [note(monday + days(back), "night") for back in range(5)]
    assert pattern(days_on) == Pattern(None, "night")
    assert pattern(days_on, days_on) == Pattern()
    assert pattern(days_on, [*days_on, note(monday, "morning")]) == Pattern(None, "night")


def test_a_trigger_of_no_group_is_told_in_its_own_words() -> None:
    caused = [note(trigger="The drums again", group="other"), note(trigger="the drums", group="other")]
    assert pattern(caused).causes == (Cause("other", "The drums"),)
    assert pattern(caused[:1]).causes == ()


def test_words_of_check_ins_count_and_take_the_family_they_have_here() -> None:
    held = (entry("1", "tense", practice="checkin"), entry("2", "tense", back=days(1), family="stressed", part="night"))
    assert [each.family for each in notes(turn(journal=Kept(held)), NOW - days(7))] == ["stressed", "stressed"]


def test_weeks_are_laid_side_by_side_in_ones_own_words() -> None:
    last = [entry(f"l{back}", "okay", back=days(back), family="calm") for back in (5, 6)]
    before = [entry(f"b{back}", "wound up", back=days(back), family="stressed") for back in (12, 13)]
    lighter = turn(journal=Kept((*last, *before)))
    assert recalling.was_it_better(lighter) == say("week-lighter", word="okay", earlier="wound up").done()
    swapped = [replace(each, made_at=each.made_at - days(7)) for each in last]
    swapped += [replace(each, made_at=each.made_at + days(7)) for each in before]
    assert recalling.was_it_better(turn(journal=Kept(tuple(swapped)))) == (
        say("week-heavier", word="wound up", earlier="okay").done()
    )
    assert recalling.was_it_better(turn(journal=Kept(tuple(last)))) == say("few-notes").done()


def test_a_period_is_told_in_its_most_common_words_with_dots_on_a_screen() -> None:
    held = (entry("1", "tired", family="tired"), entry("2", "proud", back=days(1), family="glad"))
    lines = (
        Line("screen-words", {"words": Verbatim("tired · proud")}),
        Line("screen-dots", {"dots": Verbatim("· · · · · ● ◐")}),
    )
    assert recalling.how_have_i_been(turn(journal=Kept(held))) == (
        say("recalled", count=2, words=("tired", "proud")).show(Screen(Line("screen-title"), lines)).done()
    )
    yesterday = recalling.how_have_i_been(turn(ids={"felt_period": "yesterday"}, journal=Kept(held)))
    assert yesterday.lines == say("recalled", count=1, words=("proud",)).lines
    assert recalling.how_have_i_been(turn()) == say("nothing-noted").done()


def test_numbers_weigh_as_words_do() -> None:
    assert weight([note(family="unknown", number=3), note(family="unknown", number=8)]) == 0.5
    assert weight([]) == 0.0
    assert words([note(word="Sad"), note(word="sad"), note(word="flat")]) == ("sad", "flat")
    assert dots([note(family="unknown", number=8)], TODAY).endswith("●")


# Settings, two people, the week


def test_storing_is_switched_off_and_on() -> None:
    state = Feelings(asking=Asking("1", NOW))
    assert keeping.keep_nothing(turn(state=state)) == say("keeping-off").keep(Feelings(storing=False)).done()
    assert keeping.keep_again(turn(state=Feelings(storing=False))) == say("keeping-on").keep(Feelings()).done()


def test_numbers_are_asked_for_only_where_they_are_liked() -> None:
    assert keeping.no_numbers(turn(state=Feelings(numbers=True))) == say("numbers-off").keep(Feelings()).done()
    assert keeping.numbers(turn()) == ask("asked-number", ANY, then=naming.named).keep(Feelings(numbers=True))


def test_two_people_say_one_word_each_and_each_is_kept_for_its_owner() -> None:
    pair = turn(present=(ANA, LEO))
    first = ask("two-word", Feeling() | Words(), then=together.one_word, to=ANA, name=ANA)
    assert together.together(pair) == first.given(who=ANA, other=LEO, number=1)
    answered = turn(present=(ANA, LEO), given={"who": ANA, "other": LEO, "number": 1})
    second = ask("two-word", Feeling() | Words(), then=together.one_word, to=LEO, name=LEO)
    kept = say("two-heard").record("word", "wound up", owner=ANA, family="stressed", energy="high", **NOWHERE)
    said = Reply(kept.lines, second.question, kept.effects).given(who=LEO, other=ANA, number=2)
    assert together.one_word(answered, WOUND_UP) == said


def test_the_second_may_pass_and_it_ends() -> None:
    last = turn(present=(ANA, LEO), given={"who": LEO, "other": ANA, "number": 2})
    assert together.one_word(last, None) == say("two-passed").say("two-end").done(True)


def test_one_person_alone_may_note_a_word_instead() -> None:
    assert together.together(turn()) == Reply().both_here(then=together.both)
    assert together.both(turn(), False) == ask("two-alone", YesNo(), then=together.alone)
    assert together.alone(turn(), True) == naming.how_are_you(turn())
    assert together.alone(turn(), None) == say("left").done()


def test_the_week_is_two_words_and_a_trigger_for_its_owner_alone() -> None:
    held = Kept((entry("1", "wound up", group="money", trigger="the bills"), entry("2", "okay")))
    told = say("week-caused", words=("wound up", "okay"), trigger="the bills")
    assert offering.week(turn(journal=held)) == Offer(45, told)
    assert offering.week(turn(journal=held, given={"two": True})) is None
    assert offering.week(turn(journal=held, present=(ANA, LEO))) is None
    assert offering.week(turn(journal=held, speaker=None, people=(ANA, LEO))) is None
    assert offering.week(turn()) is None
    assert offering.week(turn(journal=Kept((entry("2", "okay"),)))) == Offer(45, say("week", words=("okay",)))


def test_the_practice_is_sensitive() -> None:
    assert feelings.sensitive


# Words


@pytest.mark.parametrize(
    ("said", "feeling", "cause"),
    [
        ("wound up because of the bills", "wound up", "the bills"),
        ("sad since the phone call", "sad", "the phone call"),
        ("tired", "tired", ""),
        ("I'm Cross about work", "cross", "work"),
        ("all over the place", "all over the place", ""),
        ("not so good after the call", "low", "the call"),
        ("I'm worn out, the traffic again", "worn out", "the traffic again"),
        ("I feel tired my boss keeps calling", "tired", "my boss keeps calling"),
        ("I'm happy, we finally booked our holiday", "happy", "we finally booked our holiday"),
        ("I'm tired the whole day", "tired", ""),
        ("stressed all the time", "stressed", ""),
        ("sad this morning", "sad", ""),
        ("lonely most of my life", "lonely", ""),
        ("tired to the bone", "tired", ""),
    ],
)
def test_a_cause_is_found_after_the_feeling(said: str, feeling: str, cause: str) -> None:
    assert cause_in(said, feeling) == cause


@pytest.mark.parametrize(
    ("trigger", "group"),
    [
        ("the rent is up", "money"),
        ("my boss", "work"),
        ("the dishes", "chores"),
        ("my mum", "family"),
        ("fog", "other"),
    ],
)
def test_triggers_have_groups(trigger: str, group: str) -> None:
    assert group_of(trigger, "en-GB") == group


def test_in_a_language_without_words_every_trigger_is_another() -> None:
    assert group_of("work", "xx-XX") == "other"


@pytest.mark.parametrize("words_", ["I don't know", "no idea", "not sure really", "hard to say", "none of those"])
def test_not_knowing_is_understood(words_: str) -> None:
    assert unsure(words_)


@pytest.mark.parametrize(
    "asked", ["why do you ask", "what's the time", "tell me a joke", "do you think I'm odd", "how long is this"]
)
def test_what_is_asked_back_is_no_word(asked: str) -> None:
    assert question(asked)


@pytest.mark.parametrize("word", ["could be better", "can't complain", "what a day", "how lovely", "is what it is"])
def test_what_only_sounds_like_a_question_is_a_word(word: str) -> None:
    assert not question(word)


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("yes I know exactly, it's that nobody helps", "nobody helps"),
        ("yes, I do, the shopping for everyone", "the shopping for everyone"),
        ("yes I do", ""),
        ("yeah I think so", ""),
        ("yes the move", ""),
    ],
)
def test_what_follows_a_yes_may_be_the_thing_itself(said: str, rest: str) -> None:
    assert after_yes(said) == rest


def test_a_word_put_otherwise_is_found() -> None:
    assert put_otherwise("no, more like disappointed") == "disappointed"
    assert put_otherwise("my boss, more or less") == ""


def test_a_word_with_not_knowing_in_it_is_a_word() -> None:
    assert not unsure("unsure of myself")
    assert tidy("because it was i who paid.") == "I who paid"
