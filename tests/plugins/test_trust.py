"""Rebuilding trust: every handler is one equality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.trust import (
    Trust,
    asides,
    beginning,
    company,
    entering,
    going,
    looking,
    offering,
    pair,
    safety,
    sharing,
    steps,
    tasks,
    trust,
)
from plugins.trust.wording import (
    as_task,
    aside,
    badly,
    briefly,
    not_yet,
    reminder_in,
    says_nothing,
    theirs,
    tidy,
    too_big,
)
from skill import (
    Also,
    Answer,
    Choice,
    Duration,
    Entry,
    Feeling,
    Felt,
    Line,
    Moment,
    Offer,
    Option,
    Outcome,
    Person,
    Reminder,
    Reply,
    Request,
    Screen,
    Turn,
    Verbatim,
    When,
    Words,
    YesNo,
    ask,
    nothing,
    say,
)
from skill.turn import Unfinished

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 5, 20, 10, tzinfo=LONDON)  # a Thursday
DAY = timedelta(days=1)
ANA, LEO, SAM = Person("a", "Ana"), Person("l", "Leo"), Person("s", "Sam")
HEARING = "ten minutes in which they only listen"
OUT = Trust("hurt", "the card", "active", 1, task=HEARING, begun=NOW, set_at=NOW - 2 * DAY, due=NOW + DAY, safe_at=NOW)


@dataclass(frozen=True)
class Kept:
    """A journal that holds these entries, newest first."""

    held: tuple[Entry, ...] = ()

    def entries(self, kind: str | None = None, *, owner: str | None = None, **span: Any) -> Sequence[Entry]:
        since = span.get("since")
        return [
            entry
            for entry in self.held
            if kind in (None, entry.kind) and owner in (None, entry.owner) and (since is None or entry.made_at >= since)
        ]

    def count(self, kind: str | None = None, **span: Any) -> int:
        return len(self.entries(kind, **span))

    def get(self, entry: str) -> Entry | None:
        return next((each for each in self.held if each.id == entry), None)


def entry(
    kind: str, text: str, owner: Person = ANA, *, to: Person | None = None, days: float = 0, **data: Any
) -> Entry:
    made = NOW - timedelta(days=days)
    shared: Any = {"visibility": "shared", "shared_with": to.id} if to else {}
    return Entry(f"{kind} {text}", "trust", kind, text, made, owner.id, data=data, **shared)


def turn(state: Trust | None = None, **more: Any) -> Turn[Trust]:
    return Turn(**{"now": NOW, "state": state or Trust(), "speaker": ANA, "people": (ANA,), "seed": "1", **more})


def asked_part(reply: Reply, state: Trust, name: str, kinds: Any, *, draft: str = "") -> Reply:
    kept = replace(state, part=name, draft=draft)
    asked = reply.keep(kept).ask(
        name, kinds, then=steps.answered, role=Verbatim(state.role), task=tasks.suggested(state)
    )
    return asked.given(part=name).show(Screen(progress=(state.step, 5)))


def out(state: Trust, task: str, due: datetime) -> Reply:
    kept = replace(state, part="", draft="", task=task, tried=False, set_at=NOW, due=due)
    shown = nothing().keep(kept).record("task", task, step=state.step).show(Screen(progress=(state.step, 5)))
    return shown.say("task-kept", task=task, day=due.date()).done(True)


# Beginning


def test_the_practice_is_sensitive_and_private() -> None:
    assert (trust.sensitive, trust.owner, trust.entry) == (True, "person", "TrustIntent")


def test_it_begins_with_the_side() -> None:
    assert entering.enter(turn()) == ask("role", beginning._SIDES, then=beginning.role_said)


def test_who_broke_it_is_not_asked_for_the_side() -> None:
    expected = ask("label", Words(), then=beginning.label_said, role=Verbatim("responsible")).given(role="responsible")
    assert entering.broke_it(turn(intent="TrustBrokeIntent")) == expected


def test_who_said_what_happened_is_asked_only_whether_it_is_safe() -> None:
    heard = turn(intent="TrustDoneToMeIntent", slots={"matter": "his job"})
    expected = say("heard-that").given(role="hurt", label="his job").call(safety.safe, then=beginning.begun)
    assert entering.was_hurt(heard) == expected


def test_an_unknown_voice_begins_nothing() -> None:
    assert entering.enter(turn(speaker=None)) == say("nobody").done()
    assert entering.was_hurt(turn(speaker=None)) == say("nobody").done()


def test_a_side_left_open_is_both() -> None:
    expected = ask("label", Words(), then=beginning.label_said, role=Verbatim("both")).given(role="both")
    assert beginning.role_said(turn(), None) == expected


def test_what_happened_needs_no_name() -> None:
    expected = nothing().given(role="hurt", label="").call(safety.safe, then=beginning.begun)
    assert beginning.label_said(turn(given={"role": "hurt"}), None) == expected


def test_the_safety_question_needs_a_clear_yes() -> None:
    assert safety.safe(turn()) == ask("safe", YesNo(clear=True), then=safety.safe_said)
    assert safety.safe_said(turn(), False) == nothing().done(False)


def test_without_safety_nothing_begins_and_nothing_is_kept() -> None:
    reply = beginning.begun(turn(given={"role": "hurt", "label": "the card"}), False)
    assert reply == say("unsafe").done(closes=True)
    assert (reply.state, reply.effects, reply.question) == (None, (), None)


def test_a_skipped_safety_question_begins_nothing_either() -> None:
    assert beginning.begun(turn(given={"role": "hurt", "label": ""}), None) == say("safe-skipped").done(closes=True)


def test_with_safety_the_first_step_begins() -> None:
    state = Trust("hurt", "the card", "active", 1, begun=NOW, safe_at=NOW)
    expected = asked_part(say("step-1", role=Verbatim("hurt")), state, "felt", Feeling() | Words())
    assert beginning.begun(turn(given={"role": "hurt", "label": "the card"}), True) == expected


def test_losing_safety_on_the_way_puts_everything_down_and_takes_back_the_wish_for_two() -> None:
    wish = entry("together", "a step together", to=LEO)
    now = turn(replace(OUT, together=("l",)), journal=Kept((wish,)))
    put_down = replace(OUT, status="paused", due=None, safe_at=None, together=())
    assert going.still_safe(now, False) == say("unsafe").drop(wish).keep(put_down).done(closes=True)


# The steps


def test_a_feeling_is_heard_before_a_task_is_named() -> None:
    state = replace(OUT, task="", part="felt")
    kept = say("heard").record("note", "sad", step=1)
    expected = asked_part(kept, state, "fits", YesNo() | Words())
    assert steps.answered(turn(state, given={"part": "felt"}), Felt("sad", "sad", "low")) == expected


def test_a_skipped_feeling_is_not_dug_for() -> None:
    state = replace(OUT, task="", part="felt")
    expected = asked_part(nothing(), state, "fits", YesNo() | Words())
    assert steps.answered(turn(state, given={"part": "felt"}), None) == expected
    assert steps.answered(turn(state, given={"part": "felt"}), "i don't know") == expected


@pytest.mark.parametrize(
    ("role", "task"), [("hurt", HEARING), ("responsible", "ten minutes of listening, without explaining")]
)
def test_the_suggested_task_fits_the_side(role: str, task: str) -> None:
    state = replace(OUT, role=role, task="", part="fits")
    assert steps.answered(turn(state, given={"part": "fits"}), True) == out(state, task, NOW + 3 * DAY)


def test_one_s_own_task_is_taken_as_it_is() -> None:
    state = replace(OUT, task="", part="fits")
    assert steps.answered(turn(state, given={"part": "fits"}), "a walk") == out(state, "a walk", NOW + 3 * DAY)


@pytest.mark.parametrize("answer", [False, None, "that's too much"])
def test_a_task_that_does_not_fit_is_asked_for(answer: Any) -> None:
    state = replace(OUT, task="", part="fits")
    expected = asked_part(nothing(), state, "own-task", Words())
    assert steps.answered(turn(state, given={"part": "fits"}), answer) == expected


def test_a_step_without_a_task_is_a_step() -> None:
    state = replace(OUT, task="", part="own-task")
    kept = replace(state, part="", tried=True, set_at=NOW, due=None)
    expected = say("no-task").keep(kept).show(Screen(progress=(1, 5))).done(True)
    assert steps.answered(turn(state, given={"part": "own-task"}), None) == expected


def test_a_task_for_somebody_else_is_turned_round() -> None:
    state = replace(OUT, step=3, part="limit")
    expected = asked_part(say("own-actions"), state, "limit", Words())
    assert steps.answered(turn(state, given={"part": "limit"}), "she has to tell me where she is") == expected


def test_what_is_open_is_asked_how_often() -> None:
    state = replace(OUT, step=2, task="", part="open")
    expected = asked_part(nothing(), state, "often", When() | Duration() | Words(), draft="our money")
    assert steps.answered(turn(state, given={"part": "open"}), "our money") == expected


def test_a_named_day_is_asked_about_after_it() -> None:
    state = replace(OUT, step=2, task="", part="often", draft="our money")
    friday = Moment(datetime(2026, 3, 13, 20, 0, tzinfo=LONDON), explicit_date=True)
    heard = turn(state, given={"part": "often"}, answer=Answer("When", friday, "friday at eight"))
    assert steps.answered(heard, friday) == out(state, "our money, friday at eight", friday.at + timedelta(hours=2))


def test_a_limit_is_kept_and_a_promise_asked_for() -> None:
    state = replace(OUT, step=3, task="", part="limit")
    kept = say("limit-kept", words="no talk after ten").record("limit", "no talk after ten", step=3)
    expected = asked_part(kept, state, "promise", Words())
    assert steps.answered(turn(state, given={"part": "limit"}), "no talk after ten") == expected


def test_a_small_promise_becomes_the_task() -> None:
    state = replace(OUT, step=3, task="", part="promise")
    expected = out(state, "a text when I'm late", NOW + 3 * DAY).record("promise", "a text when I'm late", step=3)
    assert steps.answered(turn(state, given={"part": "promise"}), "a text when i'm late") == expected


def test_a_practice_that_takes_promises_in_may_have_it_too() -> None:
    state = replace(OUT, step=3, task="", part="promise")
    taken, other = Offer(90, say("taken"), about="promise"), Offer(95, say("due"))
    heard = turn(state, given={"part": "promise"}, gather=lambda occasion, given: (other, taken))
    expected = out(state, "tea at six", NOW + 3 * DAY).record("promise", "tea at six", step=3)
    assert steps.answered(heard, "tea at six") == expected.call(taken, then=steps.promise_made)


def test_help_from_outside_is_a_choice() -> None:
    state = replace(OUT, step=4, task="", part="help")
    kept = replace(state, part="", tried=True, set_at=NOW, due=None)
    no = say("no-task").keep(kept).show(Screen(progress=(4, 5))).done(True)
    assert steps.answered(turn(state, given={"part": "help"}), False) == no
    assert steps.answered(turn(state, given={"part": "help"}), True).question == (
        asked_part(nothing(), state, "help-how", steps._HELP | Words()).question
    )
    chosen = turn(replace(state, part="help-how"), given={"part": "help-how"})
    assert steps.answered(chosen, "counsellor") == out(state, "looking for a counsellor", NOW + 3 * DAY)


@pytest.mark.parametrize("answer", [False, None])
def test_forgiving_is_left_where_it_is(answer: Any) -> None:
    state = replace(OUT, step=5, task="", part="forgive")
    expected = asked_part(nothing(), state, "kind", Words())
    assert steps.answered(turn(state, given={"part": "forgive"}), answer) == expected


def test_a_note_about_forgiving_is_kept_when_it_is_wanted() -> None:
    state = replace(OUT, step=5, task="", part="forgive")
    ask_note = asked_part(nothing(), state, "forgive-note", Words())
    assert steps.answered(turn(state, given={"part": "forgive"}), True) == ask_note
    noted = asked_part(nothing().record("note", "not this year", step=5), state, "kind", Words())
    assert steps.answered(turn(state, given={"part": "forgive-note"}), "not this year") == noted


# The task and its reminder


def test_a_reminder_is_set_only_when_it_was_wished_for() -> None:
    state = replace(OUT, task="", part="fits")
    at = NOW + DAY
    also = Also(reminder=True, when=Moment(at, explicit_date=True))
    reply = tasks.set_task(turn(state, answer=Answer("YesNo", True, "yes", also)), HEARING)
    kept = replace(state, part="", task=HEARING, set_at=NOW, due=at)
    expected = nothing().keep(kept).record("task", HEARING, step=1).show(Screen(progress=(1, 5)))
    expected = expected.given(task=HEARING).remind(Reminder("reminder-label", at=at), then=tasks.reminded)
    assert reply == expected


def test_a_reminder_within_free_words_is_no_part_of_the_task() -> None:
    at = NOW + DAY
    heard = Request("tea and remind me", Moment(at, explicit_date=True))
    reply = tasks.set_task(turn(OUT, request=heard), "tea and remind me tomorrow")
    assert (reply.passed, reply.handed is not None) == ({"task": "tea"}, True)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome("set", NOW, "r"), say("task-reminded", task="tea", when=NOW).done(True)),
        (Outcome("refused"), say("task-no-reminder", task="tea").done(True)),
        (Outcome("busy"), say("task-no-reminder", task="tea").done(True)),
    ],
)
def test_a_reminder_is_confirmed_with_its_time_or_not_at_all(outcome: Outcome, expected: Reply) -> None:
    assert tasks.reminded(turn(OUT, given={"task": "tea"}), outcome) == expected


# Going on


def test_going_on_asks_how_the_task_went() -> None:
    assert going.go_on(turn(OUT)) == nothing().keep(OUT).ask(
        "how-went", Words() | YesNo(), then=going.went, task=HEARING
    )


def test_going_on_lets_go_of_what_was_broken_off() -> None:
    left = (Unfinished("f", "trust", NOW), Unfinished("g", "gratitude", NOW))
    asked = nothing().keep(OUT).ask("how-went", Words() | YesNo(), then=going.went, task=HEARING)
    assert going.go_on(turn(OUT, unfinished=left)) == asked.floor("let-go", "f")


def test_an_open_part_is_asked_again_after_weeks() -> None:
    state = replace(OUT, step=2, task="", part="often", draft="our money")
    expected = asked_part(
        say("back-at", step=Line("name-2")), state, "often", When() | Duration() | Words(), draft="our money"
    )
    assert going.go_on(turn(state)) == expected


def test_after_a_month_the_first_question_comes_again() -> None:
    assert going.go_on(turn(replace(OUT, safe_at=NOW - 31 * DAY))) == nothing().call(safety.safe, then=going.still_safe)


def test_what_is_next_stays_with_the_task() -> None:
    asked = say("next-is", step=Line("name-2")).ask("how-went", Words() | YesNo(), then=going.went, task=HEARING)
    assert going.what_is_next(turn(OUT)) == asked


def test_a_task_that_was_tried_opens_the_next_step() -> None:
    done = replace(OUT, tried=True, due=None)
    kept = say("tried").record("tried", HEARING, step=1, how="he listened").keep(done)
    assert going.went(turn(OUT), "he listened") == kept.ask(
        "ready", YesNo() | going._STAY, then=going.ready, step=Line("name-2")
    )


def test_a_task_of_the_same_day_leaves_the_next_step_for_another() -> None:
    state = replace(OUT, set_at=NOW - timedelta(hours=3))
    kept = say("tried").record("tried", HEARING, step=1, how="").keep(replace(state, tried=True, due=None))
    assert going.went(turn(state), True) == kept.say("too-soon", step=Line("name-2")).done(True)


@pytest.mark.parametrize("answer", [False, "we didn't get to it"])
def test_a_task_not_tried_yet_costs_nothing(answer: Any) -> None:
    assert going.went(turn(OUT), answer) == ask("not-tried", going._AFTER_BAD | YesNo(), then=going.again).given(
        yes="same"
    )


def test_a_task_gone_badly_is_made_smaller() -> None:
    asked = ask("went-badly", going._AFTER_BAD | YesNo(), then=going.again).given(yes="smaller")
    assert going.went(turn(OUT), "we ended up shouting") == asked
    smaller = asked_part(nothing(), OUT, "own-task", Words())
    assert going.again(turn(OUT, given={"yes": "smaller"}), True) == smaller


@pytest.mark.parametrize(
    ("wanted", "line", "days"),
    [("same", "same-again", 3), ("time", "more-time", 7), ("calm", "calm", 7), (None, "more-time", 7)],
)
def test_a_task_may_stay_wait_or_make_room_for_calm(wanted: str | None, line: str, days: int) -> None:
    expected = say(line).keep(replace(OUT, due=NOW + days * DAY)).done()
    assert going.again(turn(OUT, given={"yes": "smaller"}), wanted) == expected


def test_the_next_step_waits_for_whoever_wants_more_time() -> None:
    state = replace(OUT, tried=True)
    expected = say("more-time").keep(replace(state, tried=False, due=NOW + 7 * DAY)).done()
    assert going.ready(turn(state), "stay") == expected


def test_the_second_step_begins() -> None:
    state = replace(OUT, tried=True)
    fresh = replace(state, step=2, task="", tried=False, due=None)
    assert going.ready(turn(state), True) == asked_part(say("step-2", role=Verbatim("hurt")), fresh, "open", Words())


def test_more_time_leaves_the_open_question_open() -> None:
    state = replace(OUT, task="", part="felt", due=None)
    assert going.more_time(turn(state)) == say("more-time").keep(state).done()


def test_a_pause_brings_nothing_up() -> None:
    assert going.pause(turn(OUT)) == say("paused").keep(replace(OUT, status="paused", due=None)).done()
    assert going.pause(turn()) == say("no-rush").done()


def test_a_new_breach_begins_anew_only_when_it_is_new() -> None:
    asked = entering.was_hurt(turn(OUT, intent="TrustDoneToMeIntent"))
    assert asked == say("heard-that").ask("new-or-same", entering._NEW, then=entering.new_or_same).given(
        role="hurt", label="", said_what=True
    )
    given = {"role": "hurt", "label": "", "said_what": True}
    anew = nothing().given(role="hurt", label="").call(safety.safe, then=beginning.begun)
    assert entering.new_or_same(turn(OUT, given=given), "new") == anew
    assert entering.new_or_same(turn(OUT, given=given), "same") == going.go_on(turn(OUT))


# After the fifth


def test_five_steps_done_offer_a_look_back() -> None:
    state = replace(OUT, step=5)
    done = replace(state, status="done", step=6, task="", tried=True, due=None)
    reply = going.went(turn(state), True)
    kept = say("tried").record("tried", HEARING, step=5, how="").keep(done).say("five-done")
    assert reply == kept.ask("look-wanted", YesNo(clear=True), then=looking.look_wanted)
    asked_for = say("look-set", day=(NOW + 30 * DAY).date()).keep(replace(done, due=looking_day())).done(True)
    assert looking.look_wanted(turn(done), True) == asked_for


def looking_day() -> datetime:
    return turn().after(timedelta(days=30))


def test_a_look_back_that_is_harder_offers_the_steps_again() -> None:
    done = replace(OUT, status="done", step=6, task="", due=NOW)
    heard = turn(done, answer=Answer("Choice", "harder", "it's harder"))
    kept = ask("look-again", YesNo(), then=looking.steps_again).record("look", "it's harder")
    assert looking.looked(heard, "harder") == kept.keep(replace(done, due=looking_day()))


# Questions on the way


@pytest.mark.parametrize(
    ("handler", "line"),
    [
        (asides.how_long, "how-long"),
        (asides.must_i_forgive, "must-forgive"),
        (asides.can_it_be_mended, "can-mend"),
        (asides.make_them, "pressure"),
    ],
)
def test_a_question_has_one_plain_answer_and_a_way_back(handler: Any, line: str) -> None:
    assert handler(turn(OUT)) == say(line).ask("go-on-now", YesNo(), then=asides.back)
    assert handler(turn()) == say(line).ask("begin-now", YesNo(), then=asides.back)
    assert handler(turn(replace(OUT, status="paused"))) == say(line).done()
    assert handler(turn(speaker=None)) == say(line).done()


def test_honesty_is_a_way_in() -> None:
    expected = ask("label", Words(), then=beginning.label_said, role=Verbatim("responsible")).given(role="responsible")
    assert asides.be_honest(turn()) == replace(expected, lines=say("honest-first").lines)
    assert asides.be_honest(turn(OUT)) == say("honest").ask("go-on-now", YesNo(), then=asides.back)


def test_the_task_is_told_to_whoever_asks_for_it() -> None:
    assert asides.where_am_i(turn(OUT)) == say("where-task", number=1, step=Line("name-1"), task=HEARING).done()
    assert asides.where_am_i(turn(speaker=None)) == say("nobody").done()


def test_a_correction_reaches_the_task() -> None:
    kept = (entry("task", HEARING),)
    reply = asides.correct(turn(OUT, kept=kept, slots={"new": "five minutes"}))
    assert reply == say("corrected", words="five minutes").amend(kept[0], text="five minutes").keep(
        replace(OUT, task="five minutes")
    )
    assert asides.correct(turn(OUT, slots={"new": "five minutes"})) == nothing()


def test_everything_goes_after_one_clear_yes() -> None:
    held = (entry("note", "sad"), entry("task", HEARING))
    assert asides.forget(turn(OUT)) == ask("forget-sure", YesNo(clear=True), then=asides.forgotten)
    gone = say("forgotten").keep(Trust()).drop(held[0]).drop(held[1]).done()
    assert asides.forgotten(turn(OUT, journal=Kept(held)), True) == gone
    assert asides.forgotten(turn(OUT), None) == say("not-forgotten").done()


# For two


def test_before_the_second_step_one_is_asked_whether_it_is_for_two() -> None:
    state = replace(OUT, tried=True)
    at_home = turn(state, people=(ANA, LEO))
    assert going.ready(at_home, True) == nothing().call(company.company, then=going.after_company)
    assert company.company(at_home) == ask("with-one", YesNo(clear=True), then=company.company_said, name=LEO)


def test_of_several_one_is_named() -> None:
    names = Choice(Option("l", ("Leo", "with Leo")), Option("s", ("Sam", "with Sam")))
    asked = ask("with-whom", names | YesNo(clear=True), then=company.company_said)
    assert company.company(turn(OUT, people=(ANA, LEO, SAM))) == asked


def test_the_wish_is_told_only_to_the_one_it_is_about() -> None:
    reply = company.company_said(turn(OUT, people=(ANA, LEO)), True)
    kept = say("with-kept", name=LEO).keep(replace(OUT, together=("l",), asked_together=True))
    assert reply == kept.record("together", "a step together", visibility="shared", shared_with=LEO).done(True)
    alone = say("alone-then").keep(replace(OUT, asked_together=True)).done(False)
    assert company.company_said(turn(OUT, people=(ANA, LEO)), None) == alone


def test_going_back_to_one_takes_the_wish_away() -> None:
    wish = entry("together", "a step together", to=LEO)
    kept = say("alone-again").keep(replace(OUT, asked_together=True)).drop(wish)
    assert company.alone(turn(replace(OUT, together=("l",)), journal=Kept((wish,)))) == kept.done()


def test_steps_for_two_need_two() -> None:
    assert pair.together(turn(OUT)) == nothing().both_here(then=pair.two_here)
    assert pair.two_here(turn(OUT), False) == ask("two-alone", YesNo(), then=pair.alone_then)


BOTH_ASKED = replace(OUT, together=("l",))
LEO_TOO = entry("together", "a step together", LEO, to=ANA)


@pytest.mark.parametrize(
    ("state", "held"),
    [(Trust(), ()), (OUT, (LEO_TOO,)), (BOTH_ASKED, ()), (replace(BOTH_ASKED, safe_at=None), (LEO_TOO,))],
)
def test_whatever_is_missing_sounds_the_same(state: Trust, held: tuple[Entry, ...]) -> None:
    both = turn(state, present=(ANA, LEO), people=(ANA, LEO), journal=Kept(held))
    assert pair.two_here(both, True) == say("two-later").done()


def for_two(*held: Entry, **more: Any) -> Turn[Trust]:
    return turn(BOTH_ASKED, present=(ANA, LEO), people=(ANA, LEO), journal=Kept((*held, LEO_TOO)), **more)


def test_where_both_asked_the_honest_talk_begins() -> None:
    shown = say("two-step-2").show(Screen(progress=(2, 5)))
    asked = shown.ask("two-2", Words(), then=pair.said, to=ANA, name=ANA)
    assert pair.two_here(for_two(), True) == asked.given(step=2, who=ANA, other=LEO, first=True)


def test_what_one_says_is_theirs_and_the_other_is_asked() -> None:
    given = {"step": 2, "who": ANA, "other": LEO, "first": True}
    kept = say("two-thanks", name=ANA).record("note", "the letters", owner=ANA, step=2)
    asked = kept.ask("two-2", Words(), then=pair.said, to=LEO, name=LEO)
    assert pair.said(for_two(given=given), "the letters") == asked.given(step=2, who=LEO, other=ANA, first=False)


def test_both_agree_on_one_task_and_each_is_asked_about_the_check_in() -> None:
    given = {"step": 2, "who": LEO, "other": ANA}
    due = (NOW + 3 * DAY).isoformat()
    kept = nothing().record(
        "for-two", "a step together", owner=LEO, visibility="shared", shared_with=ANA, step=2, task="tea", due=due
    )
    asked = kept.say("two-kept", task="tea").ask("two-check-in", YesNo(clear=True), then=sharing.may, to=ANA, name=ANA)
    assert pair.agreed(for_two(given=given), "tea") == asked.given(second=LEO)
    assert sharing.may(for_two(given={"second": LEO}), False) == say("two-silent").done(True)
    second = ask("two-check-in", YesNo(clear=True), then=sharing.may_too, to=LEO, name=LEO).given(second=LEO)
    assert sharing.may(for_two(given={"second": LEO}), True).question == second.question


def test_two_clear_yeses_open_the_check_in() -> None:
    task = shared_task()
    assert sharing.may_too(for_two(kept=(task,)), True) == say("two-agreed").amend(task, check_in=True).done(True)
    assert sharing.may_too(for_two(kept=(task,)), None) == say("two-silent").done(True)


def shared_task(**data: Any) -> Entry:
    whole = {"step": 2, "task": "tea", "due": (NOW - DAY).isoformat(), **data}
    return entry("for-two", "a step together", LEO, to=ANA, days=4, **whole)


def test_the_task_for_two_is_asked_about_before_the_next_step() -> None:
    task = shared_task()
    asked = ask("two-how-went", Words() | YesNo(), then=pair.two_went, task="tea")
    assert pair.two_here(for_two(task), True) == asked
    tried = say("tried").amend(task, tried=True)
    following = tried.ask("ready", YesNo(), then=pair.two_ready, step=Line("name-3")).given(step=3)
    assert pair.two_went(for_two(task), "it was good") == following


# Put forward unasked


def test_a_due_task_is_asked_about_in_neutral_words() -> None:
    state = replace(OUT, due=NOW)
    question = ask("due", Words() | YesNo(), then=offering.reviewed, day=(NOW - 2 * DAY).date())
    assert offering.review(turn(state, given={"occasion": "check-in"})) == Offer(70, question, needs_answer=True)
    assert offering.review(turn(state, given={"occasion": "launch"})) == Offer(60, question, needs_answer=True)


def test_nothing_is_put_forward_before_its_time_or_before_others() -> None:
    due = replace(OUT, due=NOW)
    launch = {"occasion": "launch"}
    assert offering.review(turn(OUT)) is None
    assert offering.review(turn(replace(due, status="paused"))) is None
    assert offering.review(turn(due, present=(ANA, LEO))) is None
    assert offering.review(turn(due, speaker=None)) is None
    assert offering.review(turn(due, given=launch, people=(ANA, LEO))) is None
    recognised = replace(ANA, recognised=True)
    assert offering.review(turn(due, given=launch, people=(ANA, LEO), speaker=recognised)) is not None


def test_a_review_in_the_check_in_begins_no_step() -> None:
    kept = say("tried").record("tried", HEARING, step=1, how="good").keep(replace(OUT, tried=True, due=None))
    assert offering.reviewed(turn(OUT), "good") == kept.say("due-done").done(True)
    assert offering.reviewed(turn(OUT), None) == say("same-again").keep(replace(OUT, due=NOW + 3 * DAY)).done()
    hard = say("due-hard").keep(replace(OUT, due=NOW + 7 * DAY)).done()
    assert offering.reviewed(turn(OUT), "it went badly") == hard


def test_a_look_back_is_due_in_neutral_words() -> None:
    done = replace(OUT, status="done", step=6, task="", due=NOW)
    question = ask("due-look", looking.HOW | Words(), then=looking.looked)
    assert offering.review(turn(done)) == Offer(70, question, needs_answer=True)


def test_a_check_in_for_two_hears_of_it_only_where_both_chose_so() -> None:
    asked = ask("two-due", Words() | YesNo(), then=offering.two_reviewed, task="tea")
    assert offering.review_for_two(for_two(shared_task(check_in=True))) == Offer(70, asked, needs_answer=True)
    assert offering.review_for_two(for_two(shared_task())) is None
    assert offering.review_for_two(turn(OUT, journal=Kept((shared_task(check_in=True),)))) is None


def test_the_week_is_told_to_its_owner_alone() -> None:
    tried = Kept((entry("tried", HEARING, days=2),))
    assert offering.week(turn(OUT, journal=tried)) == Offer(50, say("week-named", task=HEARING))
    assert offering.week(turn(OUT, journal=tried, people=(ANA, LEO))) == Offer(50, say("week", count=1))
    assert offering.week(turn(OUT, journal=tried, present=(ANA, LEO))) is None
    assert offering.week(turn(OUT, journal=tried, speaker=None)) is None
    assert offering.week(turn(OUT, journal=Kept((entry("tried", HEARING, days=9),)))) is None


# Words


@pytest.mark.parametrize(
    "words", ["she has to call me", "make him show me his phone", "I'll check her messages", "read his letters"]
)
def test_what_is_somebody_else_s_is_heard(words: str) -> None:
    assert theirs(words)


@pytest.mark.parametrize(
    "words", ["a walk with her", "I'll make her a tea", "listen to him", "show her my account", "call him at six"]
)
def test_what_one_does_oneself_is_left_alone(words: str) -> None:
    assert not theirs(words)


@pytest.mark.parametrize("words", ["it went badly", "we fought again", "not so well", "she stormed out"])
def test_what_went_badly_is_heard(words: str) -> None:
    assert badly(words)


@pytest.mark.parametrize("words", ["good, he listened", "okay", "it was hard but good", "we talked for an hour"])
def test_what_went_well_is_not_taken_for_bad(words: str) -> None:
    assert not badly(words)
    assert not not_yet(words)


@pytest.mark.parametrize("words", ["we haven't had the time", "not yet", "I forgot", "we didn't get to it"])
def test_what_was_not_tried_is_heard(words: str) -> None:
    assert not_yet(words)


def test_words_are_kept_tidily() -> None:
    assert tidy("um, i'll call when i'm late.") == "I'll call when I'm late"
    assert reminder_in("tea and remind me at six") == ("tea", True)
    assert reminder_in("remind me at six") == ("remind me at six", False)
    assert (too_big("that's too much"), too_big("a walk")) == (True, False)
    assert (says_nothing("I don't know"), says_nothing("no phones")) == (True, False)


@pytest.mark.parametrize("words", ["I don't think he'd do that", "no way he'd sit still", "what else could I do"])
def test_what_turns_a_task_down_is_no_task(words: str) -> None:
    assert too_big(words)


@pytest.mark.parametrize("words", ["he tells me where he is", "she only calls when she's late"])
def test_what_the_other_one_does_is_theirs(words: str) -> None:
    assert theirs(words)


def test_what_begins_or_ends_a_sentence_is_not_kept() -> None:
    assert (tidy("money I think"), tidy("fine, a letter")) == ("money", "a letter")
    assert (as_task("I'd rather write to her"), as_task("I'll text her")) == ("write to her", "I'll text her")


def test_a_long_task_is_said_back_as_far_as_a_clause_goes() -> None:
    assert briefly("I'll tell her when I'm upset instead of going quiet") == "I'll tell her when I'm upset"
    assert briefly("a walk without phones") == "a walk without phones"


@pytest.mark.parametrize(("words", "is_aside"), [("what time is it", True), ("what hurts is the lie", False)])
def test_what_is_asked_of_a_speaker_is_no_answer(words: str, is_aside: bool) -> None:
    assert aside(words) is is_aside


def test_tears_are_not_a_bad_end_and_a_torn_letter_is() -> None:
    assert (badly("he read it and cried"), badly("she tore it up")) == (False, True)
