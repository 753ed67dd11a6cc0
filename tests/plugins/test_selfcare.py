"""Self-care: every handler is one equality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.selfcare import (
    Plan,
    Selfcare,
    compassion,
    muting,
    noting,
    offering,
    planning,
    reminding,
    suggesting,
    together,
)
from plugins.selfcare.ideas import fitting
from plugins.selfcare.limits import not_ours
from plugins.selfcare.practice import bare, find, put
from plugins.selfcare.schedule import clock, following, length, moved, on_days, previous
from skill import (
    EVERY_DAY,
    Alert,
    Answer,
    Duration,
    Entry,
    Felt,
    Moment,
    Offer,
    Outcome,
    Person,
    Reminder,
    Reply,
    Request,
    Turn,
    Verbatim,
    When,
    Words,
    YesNo,
    ask,
    say,
)

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 5, 20, 10, tzinfo=LONDON)  # a Thursday
ANA, LEO = Person("a", "Ana"), Person("l", "Leo")
TOMORROW_AT_SIX = datetime(2026, 3, 6, 18, 0, tzinfo=LONDON)
WALK = Plan("a walk", TOMORROW_AT_SIX, EVERY_DAY, "w")
STRETCH = Plan("stretch", datetime(2026, 3, 6, 8, 0, tzinfo=LONDON), (0, 4), "s")


@dataclass(frozen=True)
class Kept:
    """A journal that holds these entries, newest first."""

    held: tuple[Entry, ...] = ()

    def entries(self, kind: str | None = None, *, owner: str | None = None, **span: Any) -> Sequence[Entry]:
        since, until = span.get("since"), span.get("until")
        return [
            entry
            for entry in self.held
            if kind in (None, entry.kind)
            and owner in (None, entry.owner)
            and (since is None or entry.made_at >= since)
            and (until is None or entry.made_at < until)
        ]

    def count(self, kind: str | None = None, **span: Any) -> int:
        return len(self.entries(kind, **span))

    def get(self, entry: str) -> Entry | None:
        return next((each for each in self.held if each.id == entry), None)


def entry(text: str, *, days: float = 0, kind: str = "done", **data: Any) -> Entry:
    return Entry(text, "selfcare", kind, text, NOW - timedelta(days=days), "a", data=data)


def turn(*plans: Plan, **more: Any) -> Turn[Selfcare]:
    return Turn(
        **{"now": NOW, "state": Selfcare(plans=plans), "speaker": ANA, "people": (ANA, LEO), "seed": "1", **more}
    )


def at(moment: datetime, **more: Any) -> Moment:
    return Moment(moment, **{"explicit_date": False, **more})


# Ideas


def test_an_idea_begins_with_the_time_there_is() -> None:
    assert suggesting.ideas(turn()).question is not None
    assert suggesting.ideas(turn()) == ask(
        "how-long",
        Duration() | suggesting.ideas(turn()).question.expects.kinds[1],
        then=suggesting.how_long,  # type: ignore[union-attr]
    )


@pytest.mark.parametrize(
    "heard", [{"slots": {"span": "PT5M"}}, {"request": Request("five minutes", None, timedelta(minutes=5))}]
)
def test_a_time_that_was_said_is_not_asked_for(heard: dict[str, Any]) -> None:
    reply = suggesting.ideas(turn(**heard))
    assert reply.question is not None
    assert (reply.question.line.id, reply.passed) == ("how-energy", {"minutes": 5})


@pytest.mark.parametrize(
    ("answer", "minutes"), [(timedelta(minutes=20), 20), ("open", 60), ("short", 3), (None, 15), (timedelta(), 2)]
)
def test_the_time_goes_on_to_the_energy(answer: timedelta | str | None, minutes: int) -> None:
    assert suggesting.how_long(turn(), answer).passed == {"minutes": minutes}


def test_an_idea_fits_time_energy_and_hour() -> None:
    reply = suggesting.energy(turn(given={"minutes": 5}), "low")
    assert reply.passed["idea"] in fitting("en-US", 5, "low", "evening")
    assert "a warm bath" not in fitting("en-US", 5, "low", "evening")
    assert "a run or a bike ride" not in fitting("en-US", 60, "low", "day")


def test_a_feeling_tells_the_energy_too() -> None:
    reply = suggesting.energy(turn(given={"minutes": 5}), Felt("knackered", "tired", "low"))
    assert reply.passed["energy"] == "low"


@pytest.mark.parametrize(("said", "level"), [(True, "middle"), (False, "low"), (None, "middle"), ("high", "high")])
def test_okay_is_in_the_middle_and_no_is_low(said: str | bool | None, level: str) -> None:
    assert suggesting.energy(turn(given={"minutes": 5}), said).passed["energy"] == level


def test_their_own_ideas_come_first() -> None:
    state = Selfcare(own=("my guitar",))
    assert suggesting.suggest(turn(state=state), 5, "low").passed["idea"] == "my guitar"
    assert suggesting.suggest(turn(state=replace(state, recent=("my guitar",))), 5, "low").passed["idea"] != "my guitar"


def test_what_helped_before_is_said_with_its_day() -> None:
    state = Selfcare(own=("a warm bath",))
    journal = Kept((entry("a warm bath", days=7, helped=True),))
    reply = suggesting.suggest(turn(state=state, journal=journal), 30, "low")
    assert reply.question is not None
    assert (
        reply.question.line
        == ask("idea-again", Words(), then="x", idea="a warm bath", day=date(2026, 2, 26)).question.line
    )  # type: ignore[union-attr]


def test_a_disliked_idea_is_not_suggested() -> None:
    names = fitting("en-US", 5, "low", "evening")
    state = Selfcare(disliked=tuple(bare(name) for name in names[1:]))
    assert suggesting.suggest(turn(state=state), 5, "low").passed["idea"] == names[0]


GIVEN = {"idea": "a slow stretch", "minutes": 5, "energy": "low", "tries": 1}


@pytest.mark.parametrize("answer", [True, "now"])
def test_now_is_wished_well(answer: str | bool) -> None:
    assert suggesting.idea_answer(turn(given=GIVEN), answer) == say("enjoy", idea="a slow stretch").done(
        "a slow stretch"
    )


@pytest.mark.parametrize("answer", [False, None, "no"])
def test_no_is_left_at_that(answer: str | bool | None) -> None:
    assert suggesting.idea_answer(turn(given=GIVEN), answer) == say("idea-left").done()


def test_later_becomes_a_plan() -> None:
    assert suggesting.idea_answer(turn(given=GIVEN), "later") == (
        ask("remind-when", When() | YesNo(), then=reminding.named_time, what="a slow stretch").given(
            what="a slow stretch", once=True
        )
    )
    when = at(TOMORROW_AT_SIX, explicit_date=True)
    assert suggesting.idea_answer(turn(given=GIVEN), when) == reminding.schedule(turn(), "a slow stretch", when)


def test_an_idea_put_off_comes_once_and_no_habit_is_made_of_it() -> None:
    plan = Plan("a slow stretch", TOMORROW_AT_SIX)
    once = {"what": "a slow stretch", "once": True}
    assert reminding.named_time(turn(given=once), at(TOMORROW_AT_SIX)) == reminding.arrange(turn(), plan)
    assert suggesting.idea_answer(turn(given=GIVEN), at(TOMORROW_AT_SIX)) == reminding.arrange(turn(), plan)


def test_not_that_one_is_remembered_and_another_follows() -> None:
    reply = suggesting.idea_answer(turn(given=GIVEN), "dislike")
    assert reply.state.disliked == ("slow stretch",)
    assert (reply.passed["tries"], reply.passed["idea"] != "a slow stretch") == (2, True)


def test_after_three_ideas_it_is_enough() -> None:
    assert suggesting.idea_answer(turn(given={**GIVEN, "tries": 3}), "other") == (
        say("idea-enough").keep(Selfcare()).done()
    )


def test_an_own_idea_goes_on_the_list_and_off_again() -> None:
    added = suggesting.add_idea(turn(slots={"idea": "my guitar"}))
    assert added == say("added", idea="my guitar").keep(Selfcare(own=("my guitar",))).done()
    assert suggesting.forget_idea(turn(state=added.state, slots={"idea": "guitar"})) == (
        say("idea-gone").keep(Selfcare()).done()
    )
    assert suggesting.forget_idea(turn(slots={"idea": "guitar"})) == say("no-such-idea").done()


def test_later_alone_takes_the_idea_put_forward_last() -> None:
    state = Selfcare(recent=("a puzzle", "a slow stretch"))
    assert suggesting.later(turn(state=state)) == reminding.schedule(turn(), "a slow stretch", None, once=True)


def test_weeks_of_exhaustion_point_to_a_doctor_or_someone_trusted() -> None:
    assert suggesting.exhausted(turn()) == say("exhausted").ask(
        "one-small-thing", YesNo(), then=suggesting.one_small_thing
    )
    assert suggesting.one_small_thing(turn(), False) == say("idea-left").done()
    assert suggesting.one_small_thing(turn(), True) == suggesting.suggest(turn(), 15, "low")


# Setting a reminder


def wanted(plan: Plan, **state: Any) -> Reply:
    asked = Reply().keep(Selfcare(**{"plans": (plan,), **state})).given(what=plan.what, at=plan.at, days=plan.days)
    return asked.remind(Reminder("reminder-label", at=plan.at, days=plan.days), then=reminding.arranged)


def test_a_time_without_a_day_asks_for_the_days() -> None:
    eight = datetime(2026, 3, 6, 8, 0, tzinfo=LONDON)
    heard = turn(slots={"request": "stretch at eight"}, request=Request("stretch", at(eight)))
    reply = reminding.remind(heard)
    assert reply.question is not None
    assert (reply.question.line.id, reply.question.then) == ("remind-often", "selfcare:how_often")
    assert reply.passed == {"what": "stretch", "at": eight}


@pytest.mark.parametrize(
    ("often", "days"),
    [(True, EVERY_DAY), ("daily", EVERY_DAY), (False, ()), (None, ()), ("once", ()), ("weekdays", (0, 1, 2, 3, 4))],
)
def test_the_answer_makes_the_days_and_the_plan_is_kept_first(often: str | bool | None, days: tuple[int, ...]) -> None:
    eight = datetime(2026, 3, 6, 8, 0, tzinfo=LONDON)
    assert reminding.how_often(turn(given={"what": "stretch", "at": eight}), often) == wanted(
        Plan("stretch", eight, days)
    )


def test_weekends_begin_on_saturday() -> None:
    eight = datetime(2026, 3, 6, 8, 0, tzinfo=LONDON)
    reply = reminding.how_often(turn(given={"what": "stretch", "at": eight}), "weekends")
    assert reply == wanted(Plan("stretch", eight + timedelta(days=1), (5, 6)))


def test_named_days_keep_the_time_that_was_said() -> None:
    eight = datetime(2026, 3, 6, 8, 0, tzinfo=LONDON)
    days = Moment(datetime(2026, 3, 9, 9, 0, tzinfo=LONDON), True, (0, 3), recurring=True, explicit_time=False)
    assert reminding.how_often(turn(given={"what": "stretch", "at": eight}), days) == (
        wanted(Plan("stretch", datetime(2026, 3, 9, 8, 0, tzinfo=LONDON), (0, 3)))
    )


def test_a_named_date_or_rhythm_goes_straight_to_the_house() -> None:
    when = at(TOMORROW_AT_SIX, explicit_date=True)
    assert reminding.schedule(turn(), "a walk", when) == wanted(Plan("a walk", TOMORROW_AT_SIX))
    daily = Moment(TOMORROW_AT_SIX, False, EVERY_DAY, recurring=True)
    assert reminding.schedule(turn(), "a walk", daily) == wanted(Plan("a walk", TOMORROW_AT_SIX, EVERY_DAY))


def test_without_a_time_it_is_asked_for() -> None:
    assert reminding.schedule(turn(), "a walk", None) == (
        ask("remind-when", When() | YesNo(), then=reminding.named_time, what="a walk").given(what="a walk")
    )


def test_no_to_the_time_is_no_reminder() -> None:
    assert reminding.named_time(turn(given={"what": "a walk"}), False) == say("no-time").done()
    assert planning.change_when(turn(WALK, given={"what": "a walk"}), False) == say("unchanged").done()


def test_a_day_without_a_time_keeps_the_day() -> None:
    friday = at(datetime(2026, 3, 6, 9, 0, tzinfo=LONDON), explicit_date=True, explicit_time=False)
    asked = reminding.schedule(turn(), "a walk", friday)
    assert asked == ask("remind-time", When() | YesNo(), then=reminding.named_time, what="a walk").given(
        what="a walk", day=friday
    )
    six = at(datetime(2026, 3, 5, 21, 0, tzinfo=LONDON))
    assert reminding.named_time(turn(given=asked.passed), six) == (
        wanted(Plan("a walk", datetime(2026, 3, 6, 21, 0, tzinfo=LONDON)))
    )


def test_every_other_day_is_agreed_on_as_named_days() -> None:
    eight = datetime(2026, 3, 6, 8, 0, tzinfo=LONDON)
    asked = reminding.schedule(turn(), "stretch", at(eight, recurring=True, unsupported=True))
    assert asked.question is not None
    assert (asked.question.line.id, asked.passed) == ("remind-days", {"what": "stretch", "at": eight})
    days = (0, 2, 4)
    assert reminding.named_days(turn(given=asked.passed), True) == wanted(Plan("stretch", eight, days))


def test_two_named_days_are_both_taken() -> None:
    eight = datetime(2026, 3, 6, 8, 0, tzinfo=LONDON)
    tuesday, friday = (
        at(datetime(2026, 3, day, 9, tzinfo=LONDON), explicit_date=True, explicit_time=False) for day in (10, 6)
    )
    answer = Answer("When", tuesday, "tuesday and friday")
    answer = replace(answer, also=replace(answer.also, when=friday))
    heard = turn(given={"what": "stretch", "at": eight}, answer=answer)
    assert reminding.named_days(heard, tuesday) == wanted(Plan("stretch", eight, (1, 4)))


def test_days_without_a_time_are_asked_for_it() -> None:
    reply = reminding.named_days(turn(given={"what": "stretch", "at": None}), "tuesday-thursday-saturday")
    assert reply.question is not None
    assert (reply.question.line.id, reply.passed["day"].days) == ("remind-time", (1, 3, 5))
    six = at(datetime(2026, 3, 6, 18, 0, tzinfo=LONDON))
    assert reminding.named_time(turn(given=reply.passed), six) == (
        wanted(Plan("stretch", datetime(2026, 3, 7, 18, 0, tzinfo=LONDON), (1, 3, 5)))
    )


def test_a_time_gone_by_is_asked_again() -> None:
    past = at(NOW - timedelta(hours=2), explicit_date=True)
    assert reminding.schedule(turn(), "a walk", past) == (
        say("time-past")
        .ask("remind-when", When() | YesNo(), then=reminding.named_time, what="a walk")
        .given(what="a walk")
    )


def test_a_set_reminder_is_confirmed_with_its_exact_time() -> None:
    given = {"what": "a walk", "at": TOMORROW_AT_SIX, "days": EVERY_DAY}
    heard = turn(Plan("a walk", TOMORROW_AT_SIX, EVERY_DAY), given=given)
    assert reminding.arranged(heard, Outcome("set", TOMORROW_AT_SIX, "w", EVERY_DAY)) == (
        say("arranged", what="a walk", when=WALK.reminder).keep(Selfcare(plans=(WALK,))).done("a walk")
    )


def test_days_that_were_agreed_at_the_last_moment_are_the_days_that_are_said_and_kept() -> None:
    heard = turn(given={"what": "a walk", "at": TOMORROW_AT_SIX, "days": ()})
    reply = reminding.arranged(heard, Outcome("set", TOMORROW_AT_SIX, "w", EVERY_DAY))
    assert reply == say("arranged", what="a walk", when=WALK.reminder).keep(Selfcare(plans=(WALK,))).done("a walk")


@pytest.mark.parametrize(
    ("status", "message"),
    [
        ("refused", "plan-only"),
        ("unsupported", "plan-no-device"),
        ("full", "plan-full"),
        ("busy", "plan-not-now"),
        ("failed", "plan-not-now"),
    ],
)
def test_without_a_reminder_the_plan_is_kept(status: Any, message: str) -> None:
    plan = Plan("a walk", TOMORROW_AT_SIX)
    heard = turn(plan, given={"what": "a walk", "at": TOMORROW_AT_SIX, "days": ()})
    assert reminding.arranged(heard, Outcome(status)) == (
        say(message, what="a walk").keep(Selfcare(plans=(plan,))).done("a walk")
    )


def test_a_second_time_for_the_same_thing_changes_its_reminder() -> None:
    plan = Plan("the walk", TOMORROW_AT_SIX, EVERY_DAY)
    given = {"what": "the walk", "at": TOMORROW_AT_SIX, "days": EVERY_DAY}
    assert reminding.arrange(turn(WALK), plan) == (
        Reply().change("w", plan.reminder, then=reminding.arranged).given(**given)
    )


def test_a_single_time_takes_the_place_of_a_habit_with_a_clear_yes_only() -> None:
    plan = Plan("the walk", TOMORROW_AT_SIX)
    asked = reminding.arrange(turn(WALK), plan)
    assert asked.question is not None
    assert (asked.question.line.id, asked.effects) == ("change-sure", ())
    assert reminding.other_days(turn(WALK, given=asked.passed), False) == say("unchanged").done()
    agreed = reminding.other_days(turn(WALK, given=asked.passed), True)
    assert agreed == Reply().change("w", plan.reminder, then=reminding.arranged).given(**asked.passed)


@pytest.mark.parametrize(
    "words",
    ["take my pills at nine", "take two tablets", "weigh myself", "skip dinner", "not eat after six", "start fasting"],
)
def test_medicine_weight_and_eating_less_are_kindly_declined(words: str) -> None:
    assert reminding.remind(turn(slots={"request": words}, request=Request(words))) == say("not-here").done()
    assert suggesting.add_idea(turn(slots={"idea": words})) == say("not-here").done()
    assert noting.log(turn(slots={"did": words})) == say("not-here").done()


@pytest.mark.parametrize(
    "words", ["eat lunch", "drink some water", "walk fast", "have dinner with Leo", "fill in a form"]
)
def test_ordinary_things_are_not_declined(words: str) -> None:
    assert not not_ours(words)


# Listing, changing, cancelling


def test_reminders_are_read_with_the_next_first() -> None:
    reply = planning.reminders(turn(WALK, STRETCH))
    lines = say("plan-line", what="stretch", when=STRETCH.reminder).say("plan-line", what="a walk", when=WALK.reminder)
    assert reply == lines.show(planning.card(STRETCH)).done()


def test_a_plan_without_a_reminder_is_read_as_one() -> None:
    plan = replace(WALK, alert="")
    assert planning.reminders(turn(plan)).lines == say("plan-line-only", what="a walk", when=plan.reminder).lines


def test_others_reminders_are_counted_not_read() -> None:
    other = Alert("x", "promise", "reminder", "label", NOW)
    assert planning.reminders(turn(alerts=(other,))) == say("no-plans-elsewhere").say("plans-more", count=1).done()
    assert planning.reminders(turn()) == say("no-plans").done()


def test_the_card_has_done_and_not_today() -> None:
    assert planning.card(WALK).buttons == (
        ("button-done", "i did my plan"),
        ("button-not-today", "not today for my plan"),
    )


def test_change_the_walk_to_six_moves_it() -> None:
    five = replace(WALK, at=datetime(2026, 3, 6, 17, 0, tzinfo=LONDON))
    heard = turn(five, STRETCH, slots={"plan": "walk", "at": "06:00"}, words="change the walk to six")
    six = datetime(2026, 3, 6, 18, 0, tzinfo=LONDON)
    assert planning.change(heard) == (
        Reply()
        .change("w", Reminder("reminder-label", at=six, days=EVERY_DAY), then=planning.changed)
        .given(what="a walk", at=six, days=EVERY_DAY)
    )


def test_a_change_without_a_time_asks_for_it() -> None:
    assert planning.change(turn(WALK, slots={"request": "walk"}, request=Request("walk"))) == (
        ask("change-when", When() | YesNo(), then=planning.change_when, what="a walk", when=WALK.reminder).given(
            what="a walk"
        )
    )


def test_among_several_plans_it_is_asked_which() -> None:
    reply = planning.change(turn(WALK, STRETCH))
    assert reply.question is not None
    assert (reply.question.line.id, reply.passed) == ("which-plan", {"purpose": "change", "when": None})
    assert planning.which(turn(WALK, STRETCH, given=reply.passed), "the stretch one").passed == {"what": "stretch"}


def test_a_change_is_confirmed_or_the_old_time_said() -> None:
    seven = datetime(2026, 3, 6, 19, 0, tzinfo=LONDON)
    heard = turn(WALK, given={"what": "a walk", "at": seven, "days": EVERY_DAY})
    fresh = replace(WALK, at=seven)
    assert planning.changed(heard, Outcome("changed", seven, "w")) == (
        say("changed", what="a walk", when=fresh.reminder).keep(Selfcare(plans=(fresh,))).done("a walk")
    )
    assert planning.changed(heard, Outcome("busy")) == say("not-changed", what="a walk", when=WALK.reminder).done()


def test_a_reminder_that_is_gone_is_set_anew() -> None:
    seven = datetime(2026, 3, 6, 19, 0, tzinfo=LONDON)
    heard = turn(WALK, given={"what": "a walk", "at": seven, "days": EVERY_DAY})
    assert planning.changed(heard, Outcome("missing", None, "w")) == wanted(Plan("a walk", seven, EVERY_DAY))


def test_cancelling_asks_for_a_clear_yes() -> None:
    asked = planning.cancel(turn(WALK, STRETCH, slots={"request": "walk"}))
    assert asked == ask(
        "cancel-sure", YesNo(clear=True), then=planning.cancelled, what="a walk", when=WALK.reminder
    ).given(what="a walk")
    assert planning.cancelled(turn(WALK, STRETCH, given=asked.passed), True) == (
        say("cancelled", what="a walk").keep(Selfcare(plans=(STRETCH,))).cancel("w").done()
    )
    assert planning.cancelled(turn(WALK, given=asked.passed), False) == say("unchanged").done()


# Missed


def test_a_missed_one_is_kept_moved_or_made_smaller() -> None:
    due = replace(WALK, at=datetime(2026, 3, 4, 18, 0, tzinfo=LONDON))
    asked = planning.missed(turn(STRETCH, due))
    assert asked.question is not None
    assert (asked.question.line, asked.passed) == (
        ask("missed", Words(), then="x", what="a walk").question.line,  # type: ignore[union-attr]
        {"what": "a walk"},
    )


@pytest.mark.parametrize("choice", ["keep", None])
def test_a_missed_one_may_stay(choice: str | None) -> None:
    assert planning.missed_what(turn(WALK, given={"what": "a walk"}), choice) == say("missed-kept").done()


def test_a_missed_one_may_move_or_shrink() -> None:
    heard = turn(WALK, given={"what": "a walk"})
    assert planning.missed_what(heard, "move") == planning.change_to(heard, None, WALK)
    assert planning.missed_what(heard, "smaller") == (
        ask("smaller-how", Words(), then=planning.smaller, what="a walk").given(what="a walk")
    )


def test_the_smaller_one_keeps_the_reminder() -> None:
    small = replace(WALK, what="five minutes outside")
    assert planning.smaller(turn(WALK, given={"what": "a walk"}), "five minutes outside") == (
        say("smaller-kept", what="five minutes outside").keep(Selfcare(plans=(small,))).done("five minutes outside")
    )


def test_with_no_plan_a_small_thing_is_offered_instead() -> None:
    assert planning.missed(turn()) == ask("missed-no-plan", YesNo(), then=suggesting.one_small_thing)


# Muting

MONDAY = datetime(2026, 3, 9, 0, 0, tzinfo=LONDON)


def test_muting_until_a_day_moves_what_recurs_past_it() -> None:
    monday = at(MONDAY.replace(hour=9), explicit_date=True, explicit_time=False)
    reply = muting.mute(turn(WALK, STRETCH, request=Request("", monday)))
    muted = Selfcare(plans=(WALK, STRETCH), muted=True, muted_until=MONDAY)
    later = MONDAY.replace(hour=18)
    assert reply == (
        Reply()
        .keep(muted)
        .given(queue=("a walk", "stretch"), until=MONDAY, purpose="mute", at=later, late=0)
        .change("w", Reminder("reminder-label", at=later, days=EVERY_DAY), then=muting.next_moved)
    )


def test_muting_goes_on_until_all_are_moved_and_says_until_when() -> None:
    state = Selfcare(plans=(replace(STRETCH, alert="s"),), muted=True, muted_until=MONDAY)
    later = MONDAY.replace(hour=8)
    given = {"queue": ("stretch",), "until": MONDAY, "purpose": "mute", "at": later, "late": 0}
    moved_plan = replace(STRETCH, at=later)
    assert muting.next_moved(turn(state=state, given=given), Outcome("changed", later, "s")) == (
        Reply().keep(replace(state, plans=(moved_plan,))).say("muted", until=MONDAY.date()).done()
    )


def test_what_could_not_be_muted_is_said() -> None:
    state = Selfcare(plans=(STRETCH,), muted=True, muted_until=MONDAY)
    given = {"queue": ("stretch",), "until": MONDAY, "purpose": "mute", "at": MONDAY, "late": 0}
    assert muting.next_moved(turn(state=state, given=given), Outcome("busy")) == (
        Reply().keep(state).say("muted-some", until=MONDAY.date()).done()
    )


def test_a_single_one_within_the_mute_is_silenced_and_its_plan_stays() -> None:
    once = Plan("call gran", TOMORROW_AT_SIX, (), "g")
    reply = muting.mute_until(turn(once), timedelta(days=3))
    until = datetime(2026, 3, 8, 0, 0, tzinfo=LONDON)
    assert reply == (
        Reply()
        .cancel("g")
        .keep(Selfcare(plans=(replace(once, alert=""),), muted=True, muted_until=until))
        .say("muted", until=until.date())
        .done()
    )


def test_without_an_end_all_are_taken_away_until_wanted() -> None:
    plans = (replace(WALK, alert=""), replace(STRETCH, alert=""))
    assert muting.mute_until(turn(WALK, STRETCH), "open") == (
        say("muted-open").keep(Selfcare(plans=plans, muted=True)).cancel("w").cancel("s").done()
    )


def test_having_them_back_sets_each_again() -> None:
    plan = replace(WALK, alert="")
    reply = muting.resume(turn(state=Selfcare(plans=(plan,), muted=True)))
    assert reply == (
        Reply()
        .keep(Selfcare(plans=(plan,)))
        .given(queue=("a walk",), until=NOW, purpose="resume", at=TOMORROW_AT_SIX, late=0)
        .remind(plan.reminder, then=muting.next_moved)
    )


def test_what_was_moved_ahead_comes_back_to_now() -> None:
    ahead = replace(WALK, at=WALK.at + timedelta(days=30))
    state = Selfcare(plans=(ahead,), muted=True, muted_until=NOW + timedelta(days=30))
    reply = muting.resume(turn(state=state))
    assert reply.passed["at"] == TOMORROW_AT_SIX
    done = muting.next_moved(turn(state=reply.state, given=reply.passed), Outcome("changed", TOMORROW_AT_SIX, "w"))
    assert done == Reply().keep(Selfcare(plans=(WALK,))).say("resumed").done()


def test_muting_nothing_and_resuming_nothing_are_said_plainly() -> None:
    assert muting.mute(turn()) == say("no-plans").done()
    assert muting.resume(turn(WALK)) == say("not-muted").done()


# What was done


def test_what_was_done_is_kept_for_today_and_asked_about_once() -> None:
    assert noting.log(turn(slots={"did": "a run"})) == (
        ask("noted-helped", YesNo(), then=noting.helped).record("done", "a run").given(did="a run")
    )
    known = turn(state=Selfcare(liked=("run",)), slots={"deed": "run"}, words="i had a run")
    assert noting.log(known) == say("noted").record("done", "a run", helped=True).done("a run")


def test_what_helped_is_learned() -> None:
    kept = entry("a run")
    heard = turn(kept=(kept,), given={"did": "a run"})
    assert noting.helped(heard, True) == (
        say("helped").amend(kept, helped=True).keep(Selfcare(liked=("run",))).done("a run")
    )
    assert noting.helped(heard, False) == say("helped-not").amend(kept, helped=False).keep(Selfcare()).done("a run")
    assert noting.helped(heard, None) == say("helped-unsaid").done("a run")


def test_what_was_done_can_be_corrected_and_added_to() -> None:
    kept = entry("a run")
    assert noting.correct(turn(kept=(kept,), slots={"new": "a swim"})) == (
        say("noted-changed", did="a swim").amend(kept, text="a swim")
    )
    assert noting.also(turn(slots={"words": "a nap"})) == say("noted-also", did=("a nap",)).record("done", "a nap")


def test_done_means_the_plan_that_was_due() -> None:
    due = replace(WALK, at=datetime(2026, 3, 4, 18, 0, tzinfo=LONDON))
    assert noting.plan_done(turn(STRETCH, due)) == noting.noted(turn(), "a walk")
    assert noting.not_today(turn()) == say("not-today").done()


def test_a_bath_helped_last_thursday() -> None:
    journal = Kept((entry("a walk", days=1), entry("a bath", days=7, helped=True)))
    assert noting.what_helped(turn(journal=journal)) == say("helped-then", did="a bath", day=date(2026, 2, 26)).done()
    assert noting.what_helped(turn()) == say("helped-none").done()


def test_what_was_done_is_recalled_each_thing_once() -> None:
    journal = Kept((entry("a run"), entry("a bath", days=1), entry("the run", days=2), entry("a nap", days=9)))
    reply = noting.recall(turn(journal=journal))
    assert sorted(reply.lines[0].args["things"]) == ["a bath", "a run"]
    assert noting.recall(turn(journal=journal, ids={"period": "yesterday"})) == (
        say("recalled", things=("a bath",)).done()
    )
    assert noting.recall(turn()) == say("recalled-none").done()


# A kind word


def test_a_kind_word_goes_from_a_friend_to_oneself() -> None:
    assert compassion.kind_word(turn()) == ask("kind-friend", Words(), then=compassion.to_a_friend)
    words = "you did what you could"
    asked = compassion.to_a_friend(turn(), words)
    said = say("kind-own-name").ask("kind-said", Words() | YesNo(), then=compassion.with_own_name)
    assert asked == said.given(words=words)
    keep = compassion.with_own_name(turn(given=asked.passed), "Ana you did what you could")
    assert keep == ask("kind-keep", YesNo(clear=True), then=compassion.kept).given(words=words)
    assert compassion.kept(turn(given=keep.passed), True) == say("kind-kept").record("kind-words", words).done()
    assert compassion.kept(turn(given=keep.passed), False) == say("kind-not-kept").done()


def test_kept_words_come_back_another_day_to_their_owner_alone() -> None:
    journal = Kept((entry("you did what you could", days=3, kind="kind-words"),))
    begun = say("kind-before", words=Verbatim("you did what you could"))
    assert compassion.kind_word(turn(journal=journal)).lines == begun.lines
    assert compassion.kind_word(turn(journal=journal, present=(ANA, LEO))).lines == ()


# For two


def test_for_two_one_picks_and_the_other_makes_room() -> None:
    assert together.together(turn()) == Reply().both_here(then=together.begin)
    first = together.begin(turn(present=(LEO, ANA)), True)
    given = {"who": ANA, "other": LEO, "number": 1}
    assert first == ask("two-pick", Words(), then=together.picked, to=ANA, name=ANA).given(**given)
    assert together.picked(turn(given=given), "a bath alone") == (
        ask("two-room", Words(), then=together.room, to=LEO, name=LEO, who=ANA, thing="a bath alone")
        .record("picked", "a bath alone", about="Ana", visibility="shared", owner=ANA, shared_with=LEO)
        .given(**given)
    )
    kept = entry("a bath alone", kind="picked")
    reply = together.room(turn(given=given, kept=(kept,)), "I'll take the kids")
    assert reply.effects == Reply().amend(kept, room="I'll take the kids").effects
    assert reply.passed == {"who": LEO, "other": ANA, "number": 2}


def test_for_two_ends_after_one_each() -> None:
    given = {"who": LEO, "other": ANA, "number": 2}
    assert together.picked(turn(given=given), None) == say("two-passed").say("two-end").done(True)


def test_with_one_here_an_idea_for_one_is_offered() -> None:
    assert together.begin(turn(), False) == ask("two-alone", YesNo(), then=together.alone)
    assert together.alone(turn(), True) == suggesting.ideas(turn())


# Offers


def test_a_plan_without_a_reminder_is_shown_at_opening_on_its_day() -> None:
    plan = Plan("a bath", NOW + timedelta(hours=1))
    offer = offering.opening(turn(plan))
    shown = say("plan-today", what="a bath", when=plan.at).show(planning.card(plan)).done()
    assert offer == Offer(50, shown)
    assert offering.opening(turn(replace(plan, alert="b"))) is None
    assert offering.opening(turn(replace(plan, at=NOW + timedelta(days=1)))) is None


def test_reminders_that_are_back_are_said_once() -> None:
    state = Selfcare(plans=(WALK,), muted=True, muted_until=NOW - timedelta(hours=1))
    offer = offering.opening(turn(state=state))
    assert offer == Offer(55, say("back-on").keep(Selfcare(plans=(WALK,))).done())


def test_the_check_in_asks_about_what_was_due_today() -> None:
    due = replace(WALK, at=datetime(2026, 3, 4, 18, 0, tzinfo=LONDON))
    asked = ask("plan-done", YesNo(), then=offering.plan_was_done, what="a walk").given(what="a walk")
    assert offering.checking_in(turn(due)) == Offer(40, asked)
    assert offering.checking_in(turn(due, journal=Kept((entry("the walk", days=0.01),)))) is None
    heard = turn(due, given={"what": "a walk"})
    assert offering.plan_was_done(heard, True) == say("noted").record("done", "a walk").done("a walk")
    assert offering.plan_was_done(heard, False) == say("not-today").done()


@pytest.mark.parametrize("energy", ["low", Felt("tired", "tired", "low")])
def test_the_check_in_gets_an_idea_when_energy_is_low(energy: object) -> None:
    heard = turn(given={"energy": energy})
    assert offering.checking_in(heard) == Offer(35, suggesting.suggest(heard, 10, "low"))
    assert offering.checking_in(turn(given={"energy": "high"})) is None


def test_the_week_says_what_was_done_and_nothing_else() -> None:
    journal = Kept((entry("a run"), entry("a bath", days=1)))
    offer = offering.week(turn(journal=journal))
    assert offer is not None
    assert sorted(offer.reply.lines[0].args["things"]) == ["a bath", "a run"]
    assert offering.week(turn()) is None
    assert offering.week(turn(journal=journal, speaker=None)) is None


# Times and names


def test_days_come_round_at_the_same_wall_time_across_daylight_saving() -> None:
    friday = datetime(2026, 3, 27, 8, 0, tzinfo=LONDON)
    monday = on_days(friday, (0,), friday)
    assert (monday.hour, monday.utcoffset()) == (8, timedelta(hours=1))


def test_a_plan_comes_next_and_came_last() -> None:
    assert following(WALK, NOW) == TOMORROW_AT_SIX
    assert following(Plan("x", NOW - timedelta(hours=1)), NOW) is None
    assert previous(WALK, NOW) is None
    assert previous(WALK, NOW + timedelta(days=2)) == TOMORROW_AT_SIX + timedelta(days=1)


def test_what_a_change_does_not_name_stays() -> None:
    seven = at(datetime(2026, 3, 6, 7, 0, tzinfo=LONDON))
    assert moved(STRETCH, seven, NOW) == (datetime(2026, 3, 6, 7, 0, tzinfo=LONDON), (0, 4))
    tuesdays = Moment(datetime(2026, 3, 10, 9, tzinfo=LONDON), True, (1,), recurring=True, explicit_time=False)
    assert moved(STRETCH, tuesdays, NOW) == (datetime(2026, 3, 10, 8, 0, tzinfo=LONDON), (1,))
    once = Plan("call gran", datetime(2026, 3, 7, 18, 0, tzinfo=LONDON))
    assert moved(once, seven, NOW) == (datetime(2026, 3, 7, 7, 0, tzinfo=LONDON), ())


def test_a_bare_hour_lies_in_the_half_of_the_day_nearer_the_plan() -> None:
    heard = clock("06:00", "change the walk to six", WALK, NOW)
    assert heard is not None
    assert heard.at == TOMORROW_AT_SIX
    early = clock("06:00", "change the walk to six in the morning", WALK, NOW)
    assert early is not None
    assert early.at == datetime(2026, 3, 6, 6, 0, tzinfo=LONDON)
    assert clock("six", "", WALK, NOW) is None


@pytest.mark.parametrize(
    ("slot", "span"), [("PT5M", timedelta(minutes=5)), ("PT1H30M", timedelta(minutes=90)), ("five", None), ("", None)]
)
def test_a_length_is_read_as_iso_writes_it(slot: str, span: timedelta | None) -> None:
    assert length(slot) == span


@pytest.mark.parametrize("words", ["the walk", "my walk", "a walk please", "to go for a walk", "the walk reminder"])
def test_a_plan_is_found_by_what_people_call_it(words: str) -> None:
    assert find((STRETCH, WALK), words) == WALK


def test_a_plan_of_the_same_name_gives_way_and_old_ones_go() -> None:
    old = Plan("call gran", NOW - timedelta(days=3))
    assert put(Selfcare(plans=(old, WALK)), Plan("the walk", TOMORROW_AT_SIX), NOW).plans == (
        Plan("the walk", TOMORROW_AT_SIX),
    )
