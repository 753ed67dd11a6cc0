from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from plugins.cooldown import correct, finish_the_talk, line, opening, start, start_alone, week
from plugins.cooldown.breaks import Break, Breaks, Past, left, over, running
from plugins.cooldown.calling import agree, countdown, other_length, reminded
from plugins.cooldown.lengths import fitted, latest, wished
from plugins.cooldown.returning import (
    both_back,
    calm,
    calm_too,
    goes_first,
    named,
    once_more,
    pick_up,
    set_tomorrow,
)
from plugins.cooldown.waiting import (
    about,
    breathe,
    cancel,
    end,
    ended,
    how_much_longer,
    more_time,
    other_away,
    other_ready,
    ready,
    remind,
    wanted_alone,
)
from skill import (
    Also,
    Answer,
    Choice,
    Duration,
    Feeling,
    Felt,
    Moment,
    Name,
    Offer,
    Outcome,
    Person,
    Reminder,
    Reply,
    Request,
    Scale,
    Turn,
    When,
    Words,
    YesNo,
    ask,
    nothing,
    say,
)

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 2, 19, 50, tzinfo=LONDON)
MINUTE = timedelta(minutes=1)
TWENTY = 20 * MINUTE
DAY = timedelta(days=1)
ANA = Person("a", "Ana")
BEN = Person("b", "Ben")
STARTED = Break(NOW, NOW + TWENTY)
RUNNING = Break(NOW - 9 * MINUTE, NOW + 11 * MINUTE, alert="r1")
ENDED = Break(NOW - TWENTY, NOW, alert="r1")
LENGTHS = YesNo() | Duration() | When()
LEFT = {"left": 11 * MINUTE, "at": RUNNING.ends}


def turn(found: Break | None = None, **more: object) -> Turn[Breaks]:
    return Turn(now=NOW, state=Breaks(found), **more)  # type: ignore[arg-type]


def answer(value: object, **also: object) -> Answer:
    return Answer("YesNo", value, "", Also(**also))  # type: ignore[arg-type]


def started(question: str, plan: Break, *before: str) -> Reply:
    reply = nothing()
    for each in before:
        reply = reply.say(each)
    reply = reply.ask(question, LENGTHS, then=agree, span=plan.ends - NOW, at=plan.ends)
    return reply.keep(Breaks(plan)).show(countdown(plan))


def settled(plan: Break, reply: Reply | None = None, *, agreed: bool = False) -> Reply:
    reply = (reply or nothing()).keep(Breaks(plan)).show(countdown(plan))
    return reply.remind(Reminder("reminder", at=plan.ends), then=reminded, agreed=agreed)


# Calling one


def test_twenty_minutes_are_proposed_and_hold_before_anyone_answers():
    assert start(turn()) == started("start", STARTED)


def test_a_length_that_is_said_is_taken():
    plan = Break(NOW, NOW + 25 * MINUTE)
    assert start(turn(slots={"break_length": "PT25M"})) == started("start", plan)


def test_a_shorter_wish_is_taken_with_one_line():
    plan = Break(NOW, NOW + 10 * MINUTE)
    assert start(turn(slots={"break_length": "PT10M"})) == started("start", plan, "short-note")


def test_a_break_lasts_until_the_same_time_tomorrow_at_most():
    plan = Break(NOW, NOW + DAY)
    assert start(turn(slots={"break_length": "P2D"})) == started("start", plan, "long-note")


def test_a_break_may_last_until_a_time_that_is_said():
    plan = Break(NOW, datetime(2026, 3, 2, 21, 0, tzinfo=LONDON))
    assert start(turn(slots={"break_end": "09:00"})) == started("start", plan)


def test_no_break_is_shorter_than_a_minute():
    assert start(turn(slots={"break_length": "PT5S"})) == started("start", STARTED)


def test_a_topic_is_three_words():
    plan = replace(STARTED, topic="who does the")
    assert start(turn(slots={"break_topic": "who does the dishes"})) == started("start", plan)


def test_a_new_break_puts_an_old_one_away():
    old = replace(ENDED, started=NOW - DAY, ends=NOW - DAY + TWENTY, alert="")
    state = Breaks(STARTED, past=(Past(old.started, returned=False),))
    assert start(turn(old)) == started("start", STARTED).keep(state)


def test_a_break_that_runs_is_not_started_again():
    expected = ask("already-on", YesNo(), then=breathe, **LEFT).show(countdown(RUNNING))
    assert start(turn(RUNNING)) == expected


def test_a_break_called_just_now_is_planned_anew():
    plan = Break(NOW, NOW + 30 * MINUTE)
    assert start(turn(STARTED, slots={"break_length": "PT30M"})) == started("start", plan)


def test_a_time_named_to_the_reminder_is_the_breaks_end():
    later = NOW + 25 * MINUTE
    reply = reminded(turn(STARTED), Outcome("set", later, "r2"))
    assert reply.state == Breaks(replace(STARTED, ends=later, alert="r2"))


def test_a_break_alone_asks_nobody_else():
    assert start_alone(turn()) == started("start-alone", replace(STARTED, alone=True))


def test_yes_goes_on_to_the_reminder():
    agreed = replace(STARTED, agreed=("a", "b"))
    asked = turn(STARTED, answer=answer(True), present=(ANA, BEN))
    assert agree(asked, True) == settled(agreed)


def test_a_wish_to_be_reminded_that_rides_along_is_not_asked_about_again():
    asked = turn(STARTED, answer=answer(TWENTY, reminder=True))
    assert agree(asked, TWENTY) == settled(STARTED, agreed=True)


def test_another_length_is_taken_at_once():
    plan = replace(STARTED, ends=NOW + 30 * MINUTE)
    reply = agree(turn(STARTED, answer=answer(30 * MINUTE)), 30 * MINUTE)
    assert reply == settled(plan, say("changed", span=30 * MINUTE, at=plan.ends))


def test_a_time_of_day_is_taken_in_place_of_a_length():
    nine = NOW + 70 * MINUTE
    reply = agree(turn(STARTED), Moment(nine, explicit_date=False))
    assert reply == settled(replace(STARTED, ends=nine), say("changed", span=70 * MINUTE, at=nine))


def test_no_asks_for_another_length_or_no_break():
    question = agree(turn(STARTED), False).question
    assert question is not None
    assert question.line.id == "how-long"


def test_no_break_takes_the_break_away():
    assert other_length(turn(STARTED), "none") == say("no-break").keep(Breaks()).done(False)


def test_skipping_the_question_leaves_the_break_as_it_is():
    assert agree(turn(STARTED), None) == say("unset", at=STARTED.ends).say("apart").done(True)


@pytest.mark.parametrize(
    ("status", "line_id"),
    [
        ("set", "set"),
        ("refused", "unset"),
        ("unsupported", "no-device"),
        ("full", "no-room"),
        ("busy", "no-reminder"),
        ("failed", "no-reminder"),
    ],
)
def test_every_end_of_a_reminder_says_what_holds(status: str, line_id: str):
    expected = (
        say(line_id, at=STARTED.ends)
        .say("apart")
        .keep(Breaks(STARTED))
        .show(countdown(STARTED))
        .done(True, closes=True)
    )
    assert reminded(turn(STARTED), Outcome(status)) == expected  # type: ignore[arg-type]


def test_the_reminder_that_was_set_is_remembered():
    kept = replace(STARTED, alert="r2")
    reply = reminded(turn(STARTED), Outcome("set", STARTED.ends, "r2"))
    assert reply.state == Breaks(kept)


def test_a_reminder_that_is_gone_is_set_anew():
    gone = replace(STARTED, alert="r1")
    assert reminded(turn(gone), Outcome("missing")) == settled(STARTED, agreed=True)


def test_a_correction_changes_the_length():
    plan = replace(STARTED, ends=NOW + 30 * MINUTE)
    reply = correct(turn(STARTED, request=Request("", after=30 * MINUTE)))
    assert reply == settled(plan, say("changed", span=30 * MINUTE, at=plan.ends))


# While it runs


def test_an_opening_during_a_break_says_what_is_left_and_offers_something_calm():
    expected = ask("still-on", YesNo(), then=breathe, **LEFT).show(countdown(RUNNING))
    assert opening(turn(RUNNING)) == Offer(95, expected)


def test_a_break_till_tomorrow_does_not_stand_before_everything_else():
    offer = opening(turn(replace(RUNNING, ends=NOW + 5 * 60 * MINUTE)))
    assert offer is not None
    assert offer.priority == 20


def test_breathing_is_one_response():
    assert breathe(turn(RUNNING), True) == say("breathing", at=RUNNING.ends).show(countdown(RUNNING)).done(True)


def test_what_is_left_is_said_to_anyone():
    assert how_much_longer(turn(RUNNING)) == say("left", **LEFT).show(countdown(RUNNING)).done(True)


def test_what_is_left_after_the_end_is_the_way_back():
    assert how_much_longer(turn(ENDED)) == ask("back", Scale() | YesNo(), then=calm)


def test_without_a_break_one_is_offered():
    question = how_much_longer(turn()).question
    assert question is not None
    assert question.line.id == "none-running"


def test_going_back_early_takes_the_other_one():
    expected = say("early", left=11 * MINUTE).keep(Breaks(replace(RUNNING, ready="a")))
    reply = ready(turn(RUNNING, speaker=ANA))
    assert reply == expected.given(asked="a").both_here(then="cooldown:both_early")


def test_going_back_early_is_agreed_when_the_other_one_says_it_too():
    reply = ready(turn(replace(RUNNING, ready="a"), speaker=BEN))
    assert reply == ask("how-calm", Scale() | YesNo(), then=calm)


def test_without_the_other_ones_yes_the_break_holds():
    assert other_ready(turn(RUNNING), False) == say("wait", at=RUNNING.ends).done(True)


def test_ones_own_break_ends_when_one_is_ready():
    reply = ready(turn(replace(RUNNING, alone=True)))
    assert reply == ask("how-calm", Scale() | YesNo(), then=calm)


def test_who_came_back_alone_is_heard_without_the_question_whether_both_are_here():
    assert other_away(turn(ENDED)).question.line.id == "kept-side"
    assert other_away(turn(RUNNING)).question.line.id == "still-on"


def test_without_a_break_the_one_who_waits_is_offered_one_alone():
    assert other_away(turn()) == ask("not-back", YesNo(), then=wanted_alone)
    assert wanted_alone(turn(), True) == started("start-alone", replace(STARTED, alone=True))
    assert wanted_alone(turn(), False) == say("left-be").done(False)


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 20), (29, 20), (-29, 20), (-31, 19), (30, 20), (-1190, 1)])
def test_what_is_left_is_said_in_the_nearest_minutes_and_not_above_the_whole(seconds, minutes):
    plan = Break(NOW - timedelta(minutes=5), NOW + TWENTY + timedelta(seconds=seconds))
    assert left(turn(plan), plan) == minutes * MINUTE


def test_a_break_of_twenty_minutes_never_has_twenty_one_to_go():
    for second in range(60):
        now = NOW.replace(second=second)
        ends, _ = fitted(replace(turn(), now=now), now, now + TWENTY)
        plan = Break(now, ends)
        assert left(replace(turn(), now=now), plan) == TWENTY


def test_a_break_in_the_hour_that_comes_twice_ends_in_the_right_one():
    now = datetime(2026, 10, 25, 1, 30, 20, tzinfo=LONDON, fold=1)
    asked = replace(turn(), now=now)
    ends, _ = fitted(asked, now, asked.after(TWENTY))
    assert ends.astimezone(UTC) == datetime(2026, 10, 25, 1, 50, tzinfo=UTC)


def test_a_time_named_in_the_hour_that_comes_twice_is_the_next_one():
    now = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1)
    ends = wished(replace(turn(slots={"break_end": "01:45"}), now=now))
    assert ends is not None
    assert ends.astimezone(UTC) == datetime(2026, 10, 25, 1, 45, tzinfo=UTC)


def test_a_day_at_most_is_measured_by_the_clock_where_an_hour_comes_twice():
    now = datetime(2026, 10, 24, 20, 0, tzinfo=LONDON)
    asked = replace(turn(), now=now)
    assert fitted(asked, now, asked.after(3 * DAY))[0] == datetime(2026, 10, 25, 20, 0, tzinfo=LONDON)


def test_more_time_comes_on_top_of_what_is_left():
    plan = replace(RUNNING, ends=NOW + 31 * MINUTE, extensions=1)
    assert more_time(turn(RUNNING)) == started("longer", plan)


def test_a_longer_break_moves_its_reminder():
    longer = replace(RUNNING, ends=NOW + 31 * MINUTE, extensions=1)
    expected = nothing().keep(Breaks(longer)).show(countdown(longer))
    moved = expected.change("r1", Reminder("reminder", at=longer.ends), then=reminded)
    assert agree(turn(longer, answer=answer(True)), True) == moved


def test_the_break_of_two_ends_after_a_yes():
    assert cancel(turn(RUNNING)) == ask("end", YesNo(clear=True), then=end, at=RUNNING.ends)
    assert end(turn(RUNNING), True) == nothing().keep(Breaks()).cancel("r1", then=ended)
    assert end(turn(RUNNING), False) == say("stays-on", at=RUNNING.ends).done(True)


def test_a_reminder_that_stays_is_owned_up_to():
    assert ended(turn(), Outcome("cancelled")) == say("ended").done(False)
    assert ended(turn(), Outcome("busy")) == say("ended-may-sound").done(False)


def test_a_reminder_can_be_asked_for_afterwards():
    plan = replace(RUNNING, alert="")
    expected = nothing().remind(Reminder("reminder", at=plan.ends), then=reminded)
    assert remind(turn(plan)) == expected


def test_a_topic_can_be_kept_for_later():
    reply = about(turn(RUNNING, slots={"break_topic": "money again and again"}))
    kept = Breaks(replace(RUNNING, topic="money again and"))
    assert reply == say("topic-kept", topic="money again and").keep(kept).done(True)


# Coming back


def test_an_opening_after_the_time_asks_how_calm_it_is():
    assert opening(turn(ENDED)) == Offer(100, ask("back", Scale() | YesNo(), then=calm), needs_answer=True)


def test_the_other_one_is_asked_too():
    expected = ask("and-named", Scale() | YesNo(), then=calm_too, to=BEN, who=BEN)
    assert calm(turn(ENDED, speaker=ANA, present=(ANA, BEN)), 8) == expected


def test_it_is_asked_who_is_here_where_nobody_said():
    assert calm(turn(ENDED), 8) == nothing().given(asked="").both_here(then=both_back)


def test_the_one_who_spoke_first_is_not_asked_twice():
    asked = turn(ENDED, speaker=BEN, present=(ANA, BEN), given={"asked": "a"})
    assert both_back(asked, True) == ask("and-named", Scale() | YesNo(), then=calm_too, to=BEN, who=BEN)


def test_two_who_are_calm_start_softly_and_count_as_back():
    expects = Name() | Choice(*_options("start-soft"))
    expected = ask("start-soft", expects, then=goes_first)
    kept = Breaks(past=(Past(ENDED.started, returned=True),))
    assert calm_too(turn(ENDED), 7) == expected.keep(kept)


def _options(message: str) -> tuple[object, ...]:
    question = calm_too(turn(ENDED), 7).question
    assert question is not None
    assert question.line.id == message
    choice = question.expects.find(Choice)
    assert choice is not None
    return choice.options


def test_the_topic_comes_back_with_them():
    reply = calm_too(turn(replace(ENDED, topic="the dishes")), 9)
    assert reply.lines == say("topic-was", topic="the dishes").lines


def test_whoever_begins_they_are_left_to_it():
    assert goes_first(turn(), "Ana") == say("go-named", who="Ana").done(True)
    assert goes_first(turn(), "me") == say("go").done(True)
    assert goes_first(turn(), None) == say("go").done(True)


def test_below_seven_there_are_twenty_minutes_more():
    plan = replace(ENDED, ends=NOW + TWENTY, extensions=1, alert="")
    assert calm(turn(ENDED), 6) == started("more", plan)
    assert calm(turn(ENDED), False) == started("more", plan)


def test_below_seven_an_early_return_leaves_the_break_running():
    assert calm(turn(RUNNING), 3) == say("stays-on", at=RUNNING.ends).done(True)


def test_a_third_stretch_is_a_set_time_tomorrow():
    twice = replace(ENDED, extensions=2)
    ends = ENDED.started + DAY
    expected = ask("tomorrow", YesNo() | When(), then=set_tomorrow, at=ends)
    assert calm(turn(twice), 2) == expected.keep(Breaks(replace(twice, ends=ends, alert="")))


def test_a_time_tomorrow_can_be_refused():
    tomorrow = Break(NOW, NOW + DAY, extensions=2)
    expected = say("no-time").keep(Breaks(replace(tomorrow, ends=NOW))).done(False)
    assert set_tomorrow(turn(tomorrow), False) == expected


def test_a_time_tomorrow_is_no_later_than_a_day():
    tomorrow = Break(NOW, NOW + DAY, extensions=2)
    reply = set_tomorrow(turn(tomorrow), Moment(NOW + 2 * DAY, explicit_date=True))
    assert reply == settled(tomorrow, say("long-note", span=DAY, at=NOW + DAY))


def test_the_one_who_came_back_alone_kept_their_side():
    reply = both_back(turn(ENDED), False)
    assert reply.question is not None
    assert (reply.question.line.id, reply.question.then) == ("kept-side", once_more.address)
    assert reply.state == Breaks(replace(ENDED, tries=1, alert=""))


def test_nobody_is_sent_after_the_other_one_a_second_time():
    tried = replace(ENDED, tries=1)
    expected = say("kept-side-again").keep(Breaks(replace(tried, tries=2, alert=""))).done(False)
    assert both_back(turn(tried), False) == expected


def test_once_more_is_in_an_hour_or_tomorrow():
    waiting = replace(ENDED, tries=1, alert="")
    assert once_more(turn(waiting), "hour") == settled(replace(waiting, ends=NOW + 60 * MINUTE))
    assert once_more(turn(waiting), "tomorrow") == settled(replace(waiting, ends=ENDED.started + DAY))
    assert once_more(turn(waiting), False) == say("left-be").done(False)


def test_one_who_waits_is_not_sent_to_another_room():
    waiting = replace(ENDED, ends=NOW + 60 * MINUTE, tries=1)
    assert reminded(turn(waiting), Outcome("refused")).lines[1].id == "meanwhile"


def test_a_break_alone_ends_with_the_feeling_underneath():
    alone = replace(ENDED, alone=True)
    expected = ask("underneath", Feeling() | Words(), then=named)
    assert calm(turn(alone), 8) == expected.keep(Breaks(past=(Past(alone.started, returned=True, alone=True),)))
    felt = Felt("hurt", "sad", "low")
    assert named(turn(), felt) == say("word-it", feeling=felt).done(True)


# Another day


def test_a_break_nobody_came_back_from_is_brought_up_once():
    old = replace(ENDED, started=NOW - DAY, ends=NOW - DAY + TWENTY)
    asked = replace(old, asked=True)
    expected = ask("pick-up", YesNo(), then=pick_up, day=old.started.date()).keep(Breaks(asked))
    assert opening(turn(old)) == Offer(90, expected, needs_answer=True)
    assert opening(turn(asked)) is None


def test_a_break_two_weeks_old_is_not_brought_up():
    assert opening(turn(replace(ENDED, started=NOW - 20 * DAY, ends=NOW - 20 * DAY))) is None


def test_a_talk_can_be_picked_up_or_put_away():
    assert pick_up(turn(ENDED), True) == ask("how-calm", Scale() | YesNo(), then=calm)
    put_away = Breaks(past=(Past(ENDED.started, returned=False),))
    assert pick_up(turn(ENDED), False) == say("let-be").keep(put_away).done(False)


def test_finishing_a_talk_goes_the_same_way_back():
    assert finish_the_talk(turn(ENDED)) == ask("how-calm", Scale() | YesNo(), then=calm)
    question = finish_the_talk(turn()).question
    assert question is not None
    assert question.line.id == "calm-to-talk"


def test_the_check_in_hears_of_an_unreturned_break_first():
    offer = line(turn(ENDED))
    assert offer is not None
    assert (offer.priority, offer.needs_answer) == (100, True)
    assert line(turn(RUNNING)) is None


def test_heat_is_met_with_a_break():
    assert line(turn(given={"about": "heat"})) == Offer(100, started("start", STARTED), about="heat")
    assert line(turn(RUNNING, given={"about": "heat"})) is None


def test_the_week_counts_breaks_and_takes_no_side():
    two = (Past(NOW - DAY, returned=True), Past(NOW - 2 * DAY, returned=True), Past(NOW - 9 * DAY, returned=False))
    one_open = (Past(NOW - DAY, returned=True), Past(NOW - 2 * DAY, returned=False))
    assert week(Turn(now=NOW, state=Breaks(past=two))) == Offer(45, say("week-back", count=2))
    assert week(Turn(now=NOW, state=Breaks(past=one_open))) == Offer(45, say("week", count=2))
    assert week(turn()) is None


# Times


def test_time_left_is_right_across_a_change_of_the_clock():
    before = datetime(2026, 3, 29, 0, 50, tzinfo=LONDON)
    plan = Break(before, Turn(now=before, state=Breaks()).after(TWENTY))
    asked = Turn(now=before, state=Breaks(plan))
    assert running(asked) == plan
    assert left(asked, plan) == TWENTY
    assert over(replace(asked, now=plan.ends)) == plan


def test_the_same_time_tomorrow_is_the_same_time_on_the_clock():
    before = datetime(2026, 3, 28, 20, 0, tzinfo=LONDON)
    assert latest(Turn(now=before, state=Breaks()), before) == datetime(2026, 3, 29, 20, 0, tzinfo=LONDON)


def test_words_name_a_length_or_a_time_or_neither():
    assert wished(turn(request=Request("", after=30 * MINUTE))) == NOW + 30 * MINUTE
    assert wished(turn(request=Request("", when=Moment(NOW + DAY, explicit_date=True)))) == NOW + DAY
    assert wished(turn(slots={"break_end": "21:00"})) == datetime(2026, 3, 2, 21, 0, tzinfo=LONDON)
    assert wished(turn(slots={"break_length": "?"})) is None
