"""Gratitude: every handler is one equality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.gratitude import Gratitude, KindAct, kindness, noticing, offering, recalling, thanking, thankyous
from plugins.gratitude.acts import ACTS, fitting
from plugins.gratitude.drafting import draft
from plugins.gratitude.periods import stretch
from plugins.gratitude.prompts import PROMPTS
from plugins.gratitude.wording import day_in, nothing_good, only_a_day, short, someone, tidy
from skill import (
    Answer,
    Entry,
    Line,
    Moment,
    Offer,
    Person,
    Reply,
    Screen,
    Turn,
    Verbatim,
    When,
    Words,
    YesNo,
    ask,
    say,
)

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 5, 20, 10, tzinfo=LONDON)
ANA, LEO = Person("a", "Ana"), Person("l", "Leo")


@dataclass(frozen=True)
class Kept:
    """A journal that holds these entries, newest first."""

    held: tuple[Entry, ...] = ()

    def entries(self, kind: str | None = None, *, owner: str | None = None, **span: Any) -> Sequence[Entry]:
        since, until = span.get("since"), span.get("until")
        found = [
            entry
            for entry in self.held
            if kind in (None, entry.kind)
            and owner in (None, entry.owner)
            and (since is None or entry.made_at >= since)
            and (until is None or entry.made_at < until)
        ]
        return found[: span.get("limit")]

    def ids(self, kind: str | None = None, **which: Any) -> Sequence[str]:
        return [entry.id for entry in self.entries(kind, **which)]

    def count(self, kind: str | None = None, **span: Any) -> int:
        return len(self.entries(kind, **span))

    def known(self, names: Iterable[str], kind: str | None = None, *, owner: str | None = None) -> tuple[str, ...]:
        about = {each.about.casefold() for each in self.entries(kind, owner=owner)}
        return tuple(name for name in names if name.casefold() in about)

    def get(self, entry: str) -> Entry | None:
        return next((each for each in self.held if each.id == entry), None)


def entry(id_: str, text: str, *, days: int = 0, **more: Any) -> Entry:
    return Entry(id_, "gratitude", more.pop("kind", "good-thing"), text, NOW - timedelta(days=days), "a", **more)


def turn(**more: Any) -> Turn[Gratitude]:
    return Turn(**{"now": NOW, "state": Gratitude(), "speaker": ANA, "people": (ANA, LEO), "seed": "one", **more})


def card(*things: str) -> Screen:
    return Screen(Line("card-title"), tuple(Line("card-thing", {"thing": thing}) for thing in things))


# Noticing


def test_the_screen_shows_a_long_thing_as_it_is_said() -> None:
    long = "the long rain over the park and its smell in the evening"
    kept = noticing.hold(turn(), (long,))
    assert kept.question is not None
    said = kept.question.line.args["thing"]
    assert (kept.display, said) == (card(said), "the long rain over the park")


def test_without_a_thing_one_is_asked_for() -> None:
    assert noticing.notice(turn()) == ask("asked", Words(), then=noticing.keep)


def test_in_the_morning_the_question_looks_back_to_yesterday() -> None:
    assert noticing.notice(turn(now=NOW.replace(hour=7))) == ask("asked-morning", Words(), then=noticing.keep)


def test_a_thing_is_kept_before_the_reason_is_asked() -> None:
    assert noticing.keep(turn(), "leo washed up") == (
        Reply()
        .record("good-thing", "leo washed up", about="Leo")
        .show(card("leo washed up"))
        .ask("why", Words(), then=noticing.because, thing="leo washed up")
        .given(thing="leo washed up", about="Leo", number=0)
    )


def test_several_things_in_one_breath_are_all_kept() -> None:
    things = ("Leo washed up", "the rain stopped", "i slept well")
    assert noticing.keep(turn(items=things), "Leo washed up, the rain stopped and i slept well") == (
        Reply()
        .record("good-thing", "Leo washed up", about="Leo")
        .record("good-thing", "the rain stopped")
        .record("good-thing", "I slept well")
        .show(card("Leo washed up", "the rain stopped", "I slept well"))
        .ask(
            "why-several", Words(), then=noticing.because, things=("Leo washed up", "the rain stopped", "I slept well")
        )
        .given(thing="I slept well", about="", number=2)
    )


def test_more_than_three_things_are_counted_not_listed() -> None:
    reply = noticing.keep(
        turn(items=("the sun", "the soup", "the sea", "the song")), "the sun the soup the sea the song"
    )
    assert reply.question == ask("why-many", Words(), then=noticing.because, count=4).question
    assert len(reply.effects) == 4


def test_a_day_in_the_words_becomes_the_day_of_the_entry() -> None:
    assert noticing.noted(turn(), ("yesterday Leo rang",), ("Leo",)) == Reply().record(
        "good-thing", "yesterday Leo rang", about="Leo", day="2026-03-04"
    )


def test_who_made_my_day_keeps_the_whole_sentence() -> None:
    heard = turn(slots={"maker": "leo"}, words="leo made my day")
    assert noticing.notice(heard).effects == Reply().record("good-thing", "leo made my day", about="Leo").effects


def test_asked_not_to_keep_it_nothing_is_kept() -> None:
    assert noticing.notice(turn(slots={"thing": "please don't"})) == Reply().floor("undo")


def test_a_reason_is_kept_with_its_thing_and_telling_is_offered() -> None:
    kept = entry("e", "Leo washed up", about="Leo")
    given = {"thing": "Leo washed up", "about": "Leo", "number": 0}
    assert noticing.because(turn(kept=(kept,), given=given), "because i could sit down") == (
        say("kept-why", thing="Leo washed up", why="I could sit down")
        .amend(kept, why="I could sit down")
        .ask("tell", YesNo(), then=thanking.tell, person="Leo")
        .given(thing="Leo washed up", why="I could sit down", about="Leo")
    )


def test_without_anyone_in_it_the_reason_ends_the_run() -> None:
    kept = entry("e", "the rain")
    given = {"thing": "the rain", "about": "", "number": 0}
    assert noticing.because(turn(kept=(kept,), given=given), "the smell of it") == (
        say("kept-why", thing="the rain", why="the smell of it").amend(kept, why="the smell of it").done("the rain")
    )


@pytest.mark.parametrize("skipped", [None, "I don't know", "not sure really"])
def test_a_skipped_reason_leaves_the_thing_kept(skipped: str | None) -> None:
    given = {"thing": "the rain", "about": "", "number": 0}
    assert noticing.because(turn(given=given), skipped) == say("kept", thing="the rain").done("the rain")


def test_a_reason_goes_to_the_thing_it_speaks_of() -> None:
    rain, soup = entry("1", "the rain stopped"), entry("2", "the soup")
    given = {"thing": "the soup", "about": "", "number": 1}
    reply = noticing.because(turn(kept=(rain, soup), given=given), "rain always makes the garden smell good")
    assert reply.effects == Reply().amend(rain, why="rain always makes the garden smell good").effects


def test_a_reason_that_names_its_thing_first_is_kept_alone() -> None:
    rain, soup = entry("1", "the rain stopped"), entry("2", "the soup")
    given = {"thing": "the soup", "about": "", "number": 1}
    reply = noticing.because(turn(kept=(rain, soup), given=given), "the rain because i stayed dry")
    assert reply.effects == Reply().amend(rain, why="I stayed dry").effects


def test_after_an_addition_a_reason_still_goes_to_what_was_asked_about() -> None:
    leo, soup = entry("1", "Leo washed up"), entry("2", "the soup")
    given = {"thing": "Leo washed up", "about": "Leo", "number": 0}
    reply = noticing.because(turn(kept=(leo, soup), given=given), "I could sit")
    assert reply.effects == Reply().amend(leo, why="I could sit").effects


def test_and_also_adds_and_asks_nothing_of_its_own() -> None:
    heard = turn(slots={"words": "the soup"}, items=("the soup",), kept=(entry("1", "Leo washed up"),))
    assert noticing.also(heard) == say("added", things=("the soup",)).record("good-thing", "the soup")


def test_a_prompt_is_not_given_again_within_thirty() -> None:
    state, seen = Gratitude(), []
    for number in range(31):
        reply = noticing.prompt(turn(state=state, seed=str(number)))
        seen.append(reply.lines[0].id)
        state = reply.state
    assert len(set(seen)) == 31


def test_every_prompt_asks_for_words_or_another_prompt() -> None:
    reply = noticing.prompt(turn())
    assert reply.question == ask("prompted", noticing.ANOTHER | YesNo() | Words(), then=noticing.prompted).question
    assert reply.state.prompts[0] in PROMPTS


def test_another_prompt_is_nothing_to_keep() -> None:
    state = noticing.prompt(turn()).state
    reply = noticing.prompted(turn(state=state), "another")
    assert (reply.effects, reply.question.line.id) == ((), "prompted")
    assert reply.state.prompts != state.prompts


@pytest.mark.parametrize("answer", [False, None, "nothing really"])
def test_where_a_prompt_brings_nothing_it_is_left(answer: str | bool | None) -> None:
    assert noticing.prompted(turn(), answer) == say("left").done()


def test_what_a_prompt_brings_is_kept() -> None:
    assert noticing.prompted(turn(), "the rain") == noticing.keep(turn(), "the rain")
    assert noticing.prompted(turn(), True) == ask("small-what", Words(), then=noticing.keep)


@pytest.mark.parametrize("filler", ["I guess", "please", "then", "I suppose", "i think please"])
def test_what_only_fills_a_sentence_is_no_good_thing(filler: str) -> None:
    assert noticing.notice(turn(slots={"thing": filler})) == noticing.notice(turn())


# Nothing good


@pytest.mark.parametrize("words", ["nothing", "Nothing really.", "honestly nothing good happened today", "not much"])
def test_nothing_is_not_argued_with(words: str) -> None:
    assert noticing.keep(turn(), words).question is not None
    assert noticing.keep(turn(), words) == noticing.nothing_today(turn())


@pytest.mark.parametrize("wanted", [True, "smaller"])
def test_a_smaller_question_can_be_wanted(wanted: str | bool) -> None:
    assert noticing.smaller_or_leave(turn(), wanted) == ask("small", Words() | YesNo(), then=noticing.small_thing)


@pytest.mark.parametrize("wanted", [False, "leave"])
def test_it_can_be_left(wanted: str | bool) -> None:
    assert noticing.smaller_or_leave(turn(), wanted) == say("left").done()


def test_what_comes_to_mind_after_all_is_kept() -> None:
    assert noticing.smaller_or_leave(turn(), "my tea was hot") == noticing.hold(turn(), ("my tea was hot",))
    assert noticing.smaller_or_leave(turn(), "ugh fine ask me") == noticing.smaller_or_leave(turn(), True)


def test_a_no_to_the_small_question_is_an_answer() -> None:
    assert noticing.small_thing(turn(), False) == say("left").done()


def test_a_yes_to_the_small_question_is_asked_what() -> None:
    assert noticing.small_thing(turn(), True) == ask("small-what", Words(), then=noticing.small_thing)


def test_a_small_thing_is_kept_like_any_other() -> None:
    assert noticing.small_thing(turn(), "the tea") == noticing.hold(turn(), ("the tea",))


# Corrections


def test_another_name_edits_the_entry_and_whom_it_is_about() -> None:
    kept = entry("e", "Leo washed up", about="Leo")
    assert noticing.correct(turn(kept=(kept,), slots={"new": "sam"})) == (
        say("corrected", thing="Sam washed up").amend(kept, text="Sam washed up", about="Sam")
    )


def test_a_name_with_its_little_word_edits_only_the_name() -> None:
    kept = entry("e", "the walk with Tom", about="Tom")
    assert noticing.correct(turn(kept=(kept,), slots={"new": "with tim"})) == (
        say("corrected", thing="the walk with Tim").amend(kept, text="the walk with Tim", about="Tim")
    )


def test_another_name_after_the_reason_offers_to_tell_that_one() -> None:
    kept = entry("e", "Leo washed up", about="Leo", data={"why": "I could sit"})
    assert noticing.correct(turn(kept=(kept,), slots={"new": "sam"})) == (
        say("corrected", thing="Sam washed up")
        .amend(kept, text="Sam washed up", about="Sam")
        .ask("tell", YesNo(), then=thanking.tell, person="Sam")
        .given(thing="Sam washed up", why="I could sit", about="Sam")
    )


def test_one_word_put_for_another_leaves_the_rest() -> None:
    kept = entry("e", "the soup was hot", about="")
    assert noticing.correct(turn(kept=(kept,), slots={"new": "tea", "old": "soup"})) == (
        say("corrected", thing="the tea was hot").amend(kept, text="the tea was hot", about="")
    )


def test_another_day_edits_the_day_only() -> None:
    kept = entry("e", "Leo rang", about="Leo")
    assert noticing.correct(turn(kept=(kept,), slots={"new": "it was on sunday"})) == (
        say("corrected-day", thing="Leo rang", day=date(2026, 3, 1)).amend(kept, day="2026-03-01")
    )


def test_new_words_take_the_place_of_the_old() -> None:
    kept = entry("e", "the swim", about="")
    assert noticing.corrected(turn(kept=(kept,)), "the run with Leo") == (
        say("corrected", thing="the run with Leo").amend(kept, text="the run with Leo", about="Leo")
    )


def test_with_nothing_kept_a_correction_asks_for_a_good_thing() -> None:
    assert noticing.correct(turn(slots={"new": "Sam"})) == ask("asked", Words(), then=noticing.keep)


# Telling


def test_a_yes_to_telling_gives_one_sentence_with_act_and_effect() -> None:
    given = {"thing": "Leo washed up", "why": "I could sit down", "about": "Leo"}
    text = "Leo, you washed up, and I could sit down. Thank you."
    assert thanking.tell(turn(given=given), True) == (
        say("draft", words=Verbatim(text))
        .ask("draft-fits", YesNo(), then=thanking.draft_fits)
        .given(about="Leo", text=text)
    )


def test_without_a_reason_the_effect_is_asked() -> None:
    given = {"thing": "Leo washed up", "why": "", "about": "Leo"}
    assert thanking.tell(turn(given=given), True) == (
        ask("effect", Words(), then=thanking.effect, person="Leo").given(about="Leo", thing="Leo washed up")
    )


def test_a_no_to_telling_ends_it() -> None:
    given = {"thing": "Leo washed up", "why": "", "about": "Leo"}
    assert thanking.tell(turn(given=given), False) == say("told-not").done("Leo washed up")


def test_a_thank_you_begins_with_what_they_did() -> None:
    assert thanking.thank(turn(slots={"friend": "my roommate properly"})) == (
        ask("thank-what", Words(), then=thanking.thank_what, person="my roommate").given(about="my roommate")
    )


def test_an_act_said_with_the_name_is_not_asked_for() -> None:
    assert thanking.thank(turn(slots={"friend": "leo for the lift"})) == (
        ask("effect", Words(), then=thanking.effect, person="Leo").given(about="Leo", thing="the lift")
    )


def test_a_thank_you_to_nobody_asks_whom() -> None:
    assert thanking.thank(turn()) == ask("thank-whom", Words(), then=thanking.thank_whom)


def test_a_skipped_effect_still_makes_a_sentence() -> None:
    given = {"about": "Leo", "thing": "the lift"}
    assert thanking.effect(turn(given=given), None) == thanking.drafted("Leo", "the lift", "")


def test_a_draft_that_fits_is_kept_for_the_speaker_alone() -> None:
    given = {"about": "Leo", "text": "Leo, thank you."}
    kept = say("draft-kept", person="Leo").record("thank-you", "Leo, thank you.", about="Leo").done()
    assert thanking.draft_fits(turn(given=given), True) == kept
    assert (
        kept.effects[0] == Reply().record("thank-you", "Leo, thank you.", about="Leo", visibility="private").effects[0]
    )


def test_a_draft_that_does_not_fit_gives_way_to_own_words() -> None:
    given = {"about": "Leo", "text": "Leo, thank you."}
    assert thanking.draft_fits(turn(given=given), False) == (
        ask("draft-own", Words(), then=thanking.own_words).given(about="Leo")
    )
    assert thanking.own_words(turn(given=given), "cheers mate") == (
        say("draft-kept", person="Leo").record("thank-you", "cheers mate", about="Leo").done()
    )


@pytest.mark.parametrize(
    ("person", "act", "effect", "text"),
    [
        ("Leo", "Leo was kind to me", "I felt seen", "Leo, you were kind to me, and I felt seen. Thank you."),
        ("my roommate", "she drove me home", "", "You drove me home. Thank you."),
        ("Gran", "the soup", "a warm evening", "Gran, thank you for the soup. It meant a warm evening."),
        ("Leo", "for driving me", "it was quick", "Leo, thank you for driving me. It was quick."),
        (
            "Leo",
            "Leo made my day",
            "he brought me coffee and he was so proud of his cake",
            "Leo, you made my day, and you brought me coffee and you were so proud of your cake. Thank you.",
        ),
        ("Leo", "picked me up", "I got home dry", "Leo, you picked me up, and I got home dry. Thank you."),
    ],
)
def test_a_draft_names_the_act_and_its_effect(person: str, act: str, effect: str, text: str) -> None:
    assert draft(person, act, effect) == text


# Sharing


def test_sharing_asks_for_a_clear_yes() -> None:
    kept = entry("e", "Leo washed up", about="Leo")
    assert thanking.share(turn(kept=(kept,), slots={"friend": "leo"})) == (
        ask("share-sure", YesNo(clear=True), then=thanking.share_sure, thing="Leo washed up", person=LEO).given(
            entry="e", person=LEO
        )
    )


def test_later_the_newest_about_that_person_is_meant() -> None:
    journal = Kept((entry("2", "the rain"), entry("1", "Leo washed up", days=2, about="Leo")))
    assert thanking.share(turn(journal=journal, slots={"friend": "Leo"})).passed["entry"] == "1"


def test_a_clear_yes_shares_with_that_person_only() -> None:
    kept = entry("e", "Leo washed up")
    given = {"entry": "e", "person": LEO}
    assert (
        thanking.share_sure(turn(kept=(kept,), given=given), True) == say("shared", person=LEO).share(kept, LEO).done()
    )


@pytest.mark.parametrize("answer", [False, None])
def test_without_a_clear_yes_it_stays_private(answer: bool | None) -> None:
    given = {"entry": "e", "person": LEO}
    assert thanking.share_sure(turn(kept=(entry("e", "x"),), given=given), answer) == say("share-not").done()


def test_nothing_is_shared_with_somebody_unknown() -> None:
    assert thanking.share(turn(slots={"friend": "the boss"})) == say("share-unknown", person="the boss").done()


# Kind acts


def test_an_idea_is_for_the_person_named_and_not_repeated() -> None:
    reply = kindness.kind_act(turn(slots={"friend": "gran"}))
    act = reply.passed["act"]
    assert reply == (
        say("act-for", person="Gran")
        .say(f"act-{act}")
        .keep(Gratitude(acts=(act,)))
        .ask("act-will", YesNo() | When(), then=kindness.will)
        .given(act=act, person="Gran", tries=1)
    )


def test_no_idea_comes_again_within_thirty() -> None:
    state, seen = Gratitude(), []
    for number in range(31):
        reply = kindness.idea(turn(state=state, seed=str(number), now=NOW.replace(hour=23)), "", 1)
        seen.append(reply.passed["act"])
        state = reply.state
    assert len(set(seen)) == 31


def test_an_idea_fits_the_hour_and_the_distance() -> None:
    assert "call" not in {act.name for act in fitting("night", near=False)}
    assert "tea" not in {act.name for act in fitting("day", near=False)}
    assert "tea" in {act.name for act in fitting("day", near=True)}
    assert len({act.name for act in ACTS}) == len(ACTS)


def test_a_yes_is_asked_about_another_time() -> None:
    given = {"act": "note", "person": "Gran", "tries": 1}
    plan = KindAct("note", "Gran", NOW + timedelta(hours=3))
    assert kindness.will(turn(given=given), True) == say("act-planned").keep(Gratitude(planned=plan)).done()


def test_a_time_for_it_is_a_yes() -> None:
    given = {"act": "note", "person": "Gran", "tries": 1}
    tomorrow = NOW + timedelta(days=1)
    plan = KindAct("note", "Gran", tomorrow + timedelta(hours=3))
    heard = turn(given=given, answer=Answer("When", Moment(tomorrow, explicit_date=True), "tomorrow"))
    assert kindness.will(heard, Moment(tomorrow, explicit_date=True)) == (
        say("act-planned").keep(Gratitude(planned=plan)).done()
    )


def test_a_no_may_have_another_idea_three_in_all() -> None:
    given = {"act": "note", "person": "", "tries": 1}
    assert kindness.will(turn(given=given), False) == (
        ask("act-another", YesNo(), then=kindness.another).given(person="", tries=1)
    )
    assert kindness.will(turn(given={**given, "tries": 3}), False) == say("act-left").done()


def test_how_it_went_is_asked_once_after_its_time() -> None:
    plan = KindAct("note", "Gran", NOW - timedelta(hours=1))
    asked = (
        ask("act-how", Words() | YesNo(), then=kindness.went, person="Gran")
        .given(act="note", person="Gran")
        .keep(Gratitude())
    )
    assert offering.opening(turn(state=Gratitude(planned=plan))) == Offer(60, asked, needs_answer=True)
    assert offering.opening(turn(state=asked.state)) is None


@pytest.mark.parametrize("hours", [1, -24 * 15])
def test_how_it_went_is_not_asked_too_soon_or_weeks_later(hours: int) -> None:
    plan = KindAct("note", "Gran", NOW + timedelta(hours=hours))
    assert offering.opening(turn(state=Gratitude(planned=plan))) is None


def test_what_came_of_it_is_kept() -> None:
    given = {"act": "note", "person": "Gran"}
    assert kindness.went(turn(given=given), "she laughed") == (
        say("act-kept", words="she laughed")
        .record("kind-act", "she laughed", about="Gran", act="note")
        .done("she laughed")
        .keep(Gratitude())
    )


@pytest.mark.parametrize("answer", [False, None])
def test_a_kind_act_not_done_costs_nothing(answer: bool | None) -> None:
    assert kindness.went(turn(), answer) == say("act-not-done").keep(Gratitude()).done()


# For two


def asking(who: Person, whom: Person, round_: int, turns: int, rounds: int = 2) -> Reply:
    asked = ask("thanks-turn", Words(), then=thankyous.thanked, to=who, name=who, other=whom)
    return asked.given(who=who, whom=whom, round=round_, turns=turns, rounds=rounds)


def test_thank_yous_need_both() -> None:
    assert thankyous.thank_yous(turn()) == Reply().both_here(then=thankyous.together)
    assert thankyous.together(turn(), False) == ask("thanks-alone", YesNo(), then=thankyous.alone)


def test_the_one_who_speaks_begins() -> None:
    assert thankyous.together(turn(present=(LEO, ANA)), True) == asking(ANA, LEO, 1, 0)


def test_the_other_one_only_says_thank_you_and_is_next() -> None:
    heard = turn(given={"who": ANA, "whom": LEO, "round": 1, "turns": 0, "rounds": 2})
    following = asking(LEO, ANA, 1, 1)
    said = say("thanks-said", other=LEO).record(
        "thank-you", "the soup", about="Leo", owner=ANA, shared_with=LEO, visibility="shared"
    )
    assert thankyous.thanked(heard, "the soup") == replace(said, question=following.question, passed=following.passed)


@pytest.mark.parametrize("words", ["thank you", "aww thanks Ana", "oh thank you so much"])
def test_a_thank_you_back_is_not_taken_for_the_next_ones_words(words: str) -> None:
    heard = turn(given={"who": LEO, "whom": ANA, "round": 1, "turns": 1, "rounds": 2})
    assert thankyous.thanked(heard, words) == asking(LEO, ANA, 1, 1)


def test_after_one_each_another_round_is_offered_and_no_third() -> None:
    first = turn(given={"who": LEO, "whom": ANA, "round": 1, "turns": 1, "rounds": 2})
    assert thankyous.thanked(first, None) == (
        say("thanks-passed")
        .ask("thanks-again", YesNo(), then=thankyous.again)
        .given(who=ANA, whom=LEO, round=1, rounds=2)
    )
    again = turn(given={"who": ANA, "whom": LEO, "round": 1, "rounds": 2})
    assert thankyous.again(again, True) == asking(ANA, LEO, 2, 0)
    last = turn(given={"who": LEO, "whom": ANA, "round": 2, "turns": 1, "rounds": 2})
    assert thankyous.thanked(last, None) == say("thanks-passed").say("thanks-end").done(True)


def test_without_names_nobody_is_called_by_one() -> None:
    one, two = Person("1"), Person("2")
    assert thankyous.turn_of(one, two, round_=1, turns=0, rounds=1) == (
        ask("thanks-turn-first", Words(), then=thankyous.thanked, to=one).given(
            who=one, whom=two, round=1, turns=0, rounds=1
        )
    )


# Recalling


def test_a_period_is_read_three_at_a_time() -> None:
    journal = Kept(tuple(entry(str(number), f"thing {number}", days=number) for number in range(5)))
    reply = recalling.recall(turn(journal=journal, ids={"period": "this-month"}))
    assert (
        reply.lines
        == (
            say("recalled", count=5, period=Verbatim("this-month")).say(
                "recalled-things", things=("thing 0", "thing 1", "thing 2")
            )
        ).lines
    )
    assert reply.passed == {"rest": ("3", "4"), "line": "recalled-things"}
    rest = recalling.more_of_them(turn(journal=journal, given=reply.passed), True)
    assert rest == say("recalled-things", things=("thing 3", "thing 4")).show(card("thing 3", "thing 4")).done()


def test_what_was_deleted_meanwhile_is_not_read() -> None:
    given = {"rest": ("3", "4"), "line": "recalled-things"}
    left = turn(journal=Kept((entry("4", "thing 4"),)), given=given)
    assert recalling.more_of_them(left, True).lines == say("recalled-things", things=("thing 4",)).lines
    assert recalling.more_of_them(turn(journal=Kept(), given=given), True) == say("recalled-enough").done()


def test_of_very_many_it_is_not_said_how_many_exactly() -> None:
    journal = Kept(tuple(entry(str(number), f"thing {number}") for number in range(60)))
    told = recalling.recall(turn(journal=journal)).lines[0]
    assert told == say("recalled-many", count=60, period=Verbatim("all")).lines[0]


def test_of_very_many_only_those_that_are_read_are_looked_at() -> None:
    def opened() -> str:
        looked_at.append(1)
        return "the rain"

    looked_at: list[int] = []
    journal = Kept(tuple(replace(entry(str(number), ""), text=opened) for number in range(60)))
    recalling.recall(turn(journal=journal))
    assert len(looked_at) == recalling.AT_ONCE
    recalling.at_random(turn(journal=journal, state=Gratitude(read=("0", "1", "2"))))
    assert len(looked_at) == recalling.AT_ONCE + 1


def test_a_period_leaves_out_what_lies_before_it() -> None:
    journal = Kept((entry("1", "the rain"), entry("2", "the snow", days=40)))
    reply = recalling.recall(turn(journal=journal, ids={"period": "this-month"}))
    assert reply.lines[-1] == say("recalled-things", things=("the rain",)).lines[0]


def test_a_person_is_found_in_whom_it_is_about_and_in_the_words() -> None:
    journal = Kept((entry("1", "lunch with leo"), entry("2", "he washed up", about="Leo"), entry("3", "the rain")))
    reply = recalling.recall(turn(journal=journal, slots={"friend": "leo"}))
    assert reply.lines == (
        say("recalled-about", person="Leo", count=2)
        .say("recalled-things", things=("lunch with leo", "he washed up"))
        .lines
    )


def test_nothing_kept_is_said_plainly() -> None:
    assert recalling.recall(turn(ids={"period": "yesterday"})) == say("recalled-none").done()
    assert recalling.recall(turn(slots={"friend": "leo"})) == say("recalled-none-about", person="Leo").done()


def test_one_at_random_says_why_and_when_and_is_remembered() -> None:
    journal = Kept((entry("1", "the rain", days=3, data={"why": "the smell"}),))
    assert recalling.at_random(turn(journal=journal)) == (
        say("random-why", thing="the rain", why="the smell", day=date(2026, 3, 2)).keep(Gratitude(read=("1",))).done()
    )


def test_the_day_that_was_named_is_the_day_of_the_entry() -> None:
    assert recalling.day_of(turn(), entry("1", "the rain", data={"day": "2026-02-27"})) == date(2026, 2, 27)


def test_what_someone_else_kept_is_never_said_to_be_ones_own() -> None:
    shared = replace(entry("1", "you made soup"), owner="l", visibility="shared", shared_with="a")
    private = replace(entry("2", "a secret"), owner="l")
    reply = recalling.from_someone(turn(journal=Kept((private, shared)), slots={"friend": "leo"}))
    assert reply.lines == say("from-someone", person=LEO).say("shared-things", things=("you made soup",)).lines


@pytest.mark.parametrize("name", ["leo", "sam"])
def test_with_nothing_shared_the_line_tells_nothing(name: str) -> None:
    private = replace(entry("2", "a secret"), owner="l")
    reply = recalling.from_someone(turn(journal=Kept((private,)), slots={"friend": name}))
    assert reply == say("tells-nothing").done()


def test_a_month_is_small_dots_week_by_week() -> None:
    journal = Kept((entry("1", "the rain"), entry("2", "the sun", days=1)))
    reply = recalling.month(turn(journal=journal))
    weeks = ["            ·", "· · ● ● · · ·"]
    assert reply.lines == say("month", count=2).lines
    assert reply.display is not None
    assert [line.args["dots"] for line in reply.display.lines][:2] == weeks


@pytest.mark.parametrize(
    ("period", "first", "end"),
    [
        ("today", (2026, 3, 5), (2026, 3, 6)),
        ("yesterday", (2026, 3, 4), (2026, 3, 5)),
        ("this-week", (2026, 3, 2), (2026, 3, 9)),
        ("last-week", (2026, 2, 23), (2026, 3, 2)),
        ("this-month", (2026, 3, 1), (2026, 4, 1)),
        ("last-month", (2026, 2, 1), (2026, 3, 1)),
        ("this-year", (2026, 1, 1), (2027, 1, 1)),
    ],
)
def test_periods_begin_and_end_at_local_midnight(period: str, first: tuple[int, ...], end: tuple[int, ...]) -> None:
    assert stretch(period, NOW) == (datetime(*first, tzinfo=LONDON), datetime(*end, tzinfo=LONDON))  # type: ignore[arg-type, misc]


# Offers


def test_the_check_in_asks_for_one_good_thing() -> None:
    assert offering.one_good_thing(turn()) == Offer(30, ask("one-good", Words(), then=offering.handed_back))


def test_what_the_check_in_hears_is_kept_and_handed_back() -> None:
    assert offering.handed_back(turn(items=("the rain", "the soup")), "the rain and the soup") == (
        Reply()
        .record("good-thing", "the rain")
        .record("good-thing", "the soup")
        .say("kept-briefly", things=("the rain", "the soup"))
        .done("the rain, the soup")
    )
    assert offering.handed_back(turn(), None) == say("left-briefly").done()


def test_a_check_in_for_two_has_one_appreciation_each() -> None:
    assert offering.one_each(turn(present=(ANA, LEO))) == Offer(90, asking(ANA, LEO, 1, 0, rounds=1))
    last = turn(given={"who": LEO, "whom": ANA, "round": 1, "turns": 1, "rounds": 1})
    assert thankyous.thanked(last, None) == say("thanks-passed").done(True)


def test_the_week_counts_good_things_and_those_about_one_person() -> None:
    held = (entry("1", "x", about="Leo"), entry("2", "y", about="Leo"), entry("3", "z"), entry("4", "old", days=8))
    assert offering.week(turn(journal=Kept(held))) == Offer(60, say("week-about", count=3, person="Leo", about=2))
    assert offering.week(turn(journal=Kept(held[2:]))) == Offer(60, say("week", count=1))


def test_the_week_says_nothing_for_nothing_or_for_an_unknown_voice() -> None:
    assert offering.week(turn()) is None
    assert offering.week(turn(speaker=None, journal=Kept((entry("1", "x"),)))) is None


# Words


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("leo washed up", "Leo"),
        ("my mum called", "my mum"),
        ("gran rang me", "Gran"),
        ("lunch with Sam", "Sam"),
        ("the rain stopped", ""),
        ("The rain stopped", ""),
        ("dinner was good", ""),
        ("coffee made me happy", ""),
        ("ana's soup", "Ana"),
    ],
)
def test_whom_it_is_about_is_found_in_the_words(words: str, person: str) -> None:
    assert someone(words, ()) == person


def test_someone_known_is_found_whatever_the_case() -> None:
    assert someone("a walk with pip", ("Pip",)) == "Pip"


def test_words_are_tidied_of_what_leads_in() -> None:
    assert tidy("and also because i slept well.") == "I slept well"
    assert tidy("so much sun") == "so much sun"


@pytest.mark.parametrize(
    ("words", "day"),
    [("yesterday", date(2026, 3, 4)), ("last friday", date(2026, 2, 27)), ("on thursday", date(2026, 2, 26))],
)
def test_days_named_are_past_ones(words: str, day: date) -> None:
    assert day_in(words, NOW.date()) == day
    assert only_a_day(words)


def test_a_thing_with_a_day_in_it_is_more_than_a_day() -> None:
    assert not only_a_day("the soup yesterday")
    assert not nothing_good("nothing beats that soup")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("leo washed up", "leo washed up"),
        ("leo washed up because he knew that I was so tired", "leo washed up"),
        ("my daughter's piano teacher gave her a lovely book", "my daughter's piano teacher gave"),
        ("you and I had a talk", Verbatim("you and I had a talk")),
    ],
)
def test_what_is_said_back_is_short(words: str, said: str) -> None:
    assert len(short(words).split()) <= 8
    assert short(words).startswith(said)
    assert isinstance(short(words), Verbatim) == isinstance(said, Verbatim)
