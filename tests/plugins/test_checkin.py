from dataclasses import replace
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from plugins.checkin import opening, time_to_talk, week_ahead
from plugins.checkin.alone import came_back, note, start, word
from plugins.checkin.going import also, begin, both_again, cooled, correct, drop, finish, for_another_day, heat, quick
from plugins.checkin.habits import always_short, full_again, leave_out, left_out
from plugins.checkin.pair import facts_of
from plugins.checkin.planning import coming, next_talk
from plugins.checkin.recalling import last_week, sum_up, what_was_said, working_on
from plugins.checkin.runs import Checkins, Place, Run, place_of, three_lines
from plugins.checkin.scheduling import (
    arranged,
    next_date,
    reminded,
    schedule,
    schedule_together,
    timed,
    unschedule,
    unset,
    unset_done,
    when_next,
)
from plugins.checkin.together import agree, appreciated, hard, here, shared, thanks, together, week, wish
from plugins.checkin.wording import heated, unsure
from skill import (
    Answer,
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
    nothing,
    say,
)

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 2, 20, 0, tzinfo=LONDON)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
TODAY = "2026-03-02"
ANA = Person("a", "Ana")
BEN = Person("b", "Ben")
ALONE = Run(("word", "due", "light", "close"), NOW, NOW)
TWO = Run(
    ("thanks", "thanks", "week", "week", "shared", "hard", "wish", "wish", "agree", "end"),
    NOW,
    NOW,
    two=True,
    people=("a", "b"),
)
TIRED = Felt("tired", "tired", "low")
WOUND_UP = Felt("wound up", "stressed", "high")


class Kept:
    """A journal that holds these entries, newest first."""

    def __init__(self, *entries: Entry):
        self._entries = entries

    def entries(self, kind=None, *, about=None, owner=None, since=None, until=None, limit=20, anyones=False):
        found = [
            each
            for each in self._entries
            if kind in (None, each.kind)
            and owner in (None, each.owner)
            and (since is None or each.made_at >= since)
            and (anyones or each.practice == "checkin")
        ]
        return tuple(found[:limit])

    def count(self, *_, **__):
        return len(self._entries)

    def get(self, entry):
        return next((each for each in self._entries if each.id == entry), None)


def entry(kind: str, text: str, owner: str = "a", ago: timedelta = MINUTE, **more) -> Entry:
    made = {"practice": "checkin", "visibility": "shared", **more}
    return Entry(id=f"{kind}:{text}", kind=kind, text=text, made_at=NOW - ago, owner=owner, **made)


def turn(run: Run | None = None, **more) -> Turn[Checkins]:
    state = more.pop("state", Checkins())
    entries = more.pop("entries", ())
    offers = more.pop("offers", {})
    given = dict(more.pop("given", {}))
    if run is not None:
        state = replace(state, run=run)
        given["run"] = vars(run)
    return Turn(
        now=more.pop("now", NOW),
        state=state,
        given=given,
        journal=Kept(*entries),
        gather=lambda occasion, asked: tuple(offers.get((occasion, asked.get("about", "")), ())),
        **more,
    )


def together_turn(run: Run, **more) -> Turn[Checkins]:
    return turn(run, **{"speaker": ANA, "present": (ANA, BEN), "people": (ANA, BEN), **more})


def unfinished(frame: str, touched: datetime, practice: str = "checkin") -> SimpleNamespace:
    return SimpleNamespace(frame=frame, practice=practice, touched=touched)


def question(reply: Reply) -> tuple[str, str]:
    assert reply.question is not None
    return reply.question.line.id, reply.question.to


def at(run: Run, step: str, round_: int = 0) -> Run:
    return replace(run, at=run.steps.index(step) + round_)


def due(priority: int, name: str = "p", **more) -> Offer:
    return Offer(priority, ask(f"ask-{name}", YesNo(), then=f"{name}:step"), practice=name, **more)


# For one


def test_it_opens_by_the_time_of_day_and_by_name():
    reply = start(turn(speaker=ANA))
    assert reply.lines == say("hello-evening-named", who=ANA).lines
    assert question(reply) == ("word", "")


def test_the_place_is_kept_before_anyone_answers():
    reply = start(turn())
    assert reply.state == Checkins(run=ALONE)
    assert reply.passed["run"] == vars(ALONE)


def test_late_at_night_there_is_only_the_word():
    night = NOW.replace(hour=23)
    reply = start(turn(now=night))
    assert reply.state.run.steps == ("word", "close")
    assert reply.lines == say("hello-night").lines


def test_short_is_the_word_and_the_end():
    assert start(turn(), short=True).state.run.steps == ("word", "close")
    assert start(turn(state=Checkins(short=True))).state.run.steps == ("word", "close")


def test_what_someone_never_wants_is_not_asked():
    assert start(turn(state=Checkins(never=("light",)))).state.run.steps == ("word", "due", "close")


def test_check_ins_that_were_broken_off_are_let_go_by_a_new_one():
    broken = (unfinished("f1", NOW - 5 * DAY), unfinished("f2", NOW, "other"))
    asked = turn(unfinished=broken)
    assert start(asked).effects == nothing().floor("let-go", "f1").effects


def test_the_word_is_kept_and_the_most_pressing_thing_comes_next():
    offers = {("check-in", ""): (due(80, "promise"), due(60, "talk"), due(30, "good"))}
    asked = turn(ALONE, speaker=ANA, offers=offers)
    reply = word(asked, WOUND_UP)
    assert reply.lines == say("noted", word="wound up").lines
    assert reply.effects == nothing().record("word", "wound up", owner=ANA, day=TODAY).effects
    assert reply.handed == nothing().call(due(80, "promise"), then=came_back).handed


def test_a_tired_word_asks_for_what_suits_low_energy():
    asked_with = []
    base = turn(ALONE)
    asked = replace(base, gather=lambda occasion, given: asked_with.append((occasion, dict(given))) or ())
    word(asked, TIRED)
    assert ("check-in", {"energy": "low"}) in asked_with


def test_words_that_are_no_feeling_are_a_full_answer():
    reply = word(turn(ALONE), "long day but okay")
    assert reply.lines[0] == say("noted", word="long day but okay").lines[0]


def test_who_does_not_know_gets_three_words_to_try_once():
    assert question(word(turn(ALONE), "I don’t know")) == ("word-three", "")
    assert word(turn(ALONE, given={"helped": True}), "dunno").lines == say("closing-empty").lines


@pytest.mark.parametrize(
    "said",
    [
        "yes",
        "what's the weather",
        "can you play some music",
        "this is so dumb",
        "i ran around all day with the kids",
        Felt("dumb question", "unknown", "middle"),
    ],
)
def test_what_is_no_word_is_not_kept_but_asked_once_more(said):
    first = word(turn(ALONE), said)
    assert (question(first), first.effects) == (("word-again", ""), ())
    again = word(turn(ALONE, given={"helped": True}), said)
    assert (again.lines, again.effects) == (say("closing-empty").lines, ())


@pytest.mark.parametrize("said", ["no", "nah", "Rather not", "no, thanks"])
def test_a_no_passes_the_word_over(said):
    reply = word(turn(ALONE), said)
    assert (reply.lines, reply.effects) == (say("closing-empty").lines, ())


@pytest.mark.parametrize("said", ["busy", "a bit meh", Felt("this and that", "unknown", "middle")])
def test_a_word_that_no_list_knows_is_kept(said):
    assert word(turn(ALONE), said).lines[0].id == "noted"


@pytest.mark.parametrize(("name", "step"), [("thanks", thanks), ("wish", wish)])
def test_a_question_put_back_is_nobodys_thanks_or_wish(name, step):
    reply = step(together_turn(at(TWO, name)), "what's the weather")
    assert (reply.effects, question(reply)) == ((), (name, "a"))
    assert step(together_turn(at(TWO, name)), "no").effects == ()


def test_a_question_put_back_is_no_word_for_the_week():
    reply = week(together_turn(at(TWO, "week")), "what time is it")
    assert (reply.effects, question(reply)) == ((), ("word-again", "a"))


def test_when_and_how_may_begin_a_thank_you():
    assert thanks(together_turn(at(TWO, "thanks")), "how you made the tea").lines[0].id == "thanked"


def test_without_anything_due_or_light_it_ends_with_the_word():
    reply = word(turn(ALONE), WOUND_UP)
    expected = (
        say("noted", word="wound up")
        .record("word", "wound up", day=TODAY)
        .say("closing", things=("wound up",))
        .keep(Checkins(last=NOW))
        .show(three_lines(("wound up",)))
        .done("wound up")
    )
    assert reply == expected


def test_a_light_line_follows_what_was_due():
    offers = {("check-in", ""): (due(80, "promise"), due(30, "good"))}
    reply = came_back(turn(at(ALONE, "due"), offers=offers), "call on Friday moved")
    assert reply.handed == nothing().call(due(30, "good"), then=came_back).handed
    assert reply.passed["run"]["kept"] == ("call on Friday moved",)


def test_an_offer_that_only_says_something_is_quoted():
    line = Offer(50, say("a-line"), practice="p")
    reply = word(turn(ALONE, offers={("check-in", ""): (line,)}), WOUND_UP)
    assert [each.id for each in reply.lines] == ["noted", "a-line", "closing"]


def test_it_ends_with_everything_that_was_kept():
    run = replace(at(ALONE, "light"), kept=("call on Friday moved",))
    kept = (entry("word", "wound up", visibility="private"),)
    reply = came_back(turn(run, kept=kept), "the soup")
    assert reply.lines == say("closing", things=("wound up", "call on Friday moved", "the soup")).lines


def test_a_word_that_was_changed_is_told_as_it_is_now():
    stale = entry("word", "tired", visibility="private")
    changed = replace(stale, text="worn out")
    reply = came_back(turn(at(ALONE, "light"), entries=(stale,), kept=(changed,)), True)
    assert reply.lines == say("closing", things=("worn out",)).lines


# Skipping


def test_a_skipped_step_is_jumped_and_noted():
    offers = {("check-in", ""): (due(30, "good"),)}
    reply = word(turn(ALONE, offers=offers), None)
    assert reply.handed == nothing().call(due(30, "good"), then=came_back).handed
    assert reply.state.run.skipped == ("word",)


def test_a_step_skipped_last_time_too_may_be_dropped():
    reply = word(turn(ALONE, state=Checkins(skipped=("word",))), None)
    assert reply.question == ask("drop", YesNo(clear=True), then=drop, step=Verbatim("word")).question
    assert reply.passed["step"] == "word"


def test_what_another_practice_asked_counts_as_skipped_only_where_nobody_answered():
    before = Checkins(skipped=("light",))
    assert question(came_back(turn(at(ALONE, "light"), state=before), None)) == ("drop", "")
    answered = turn(at(ALONE, "light"), state=before, answer=Answer("YesNo", False, "no"))
    assert came_back(answered, None).lines == say("closing-empty").lines


def test_a_dropped_step_is_gone_for_good():
    asked = turn(at(ALONE, "due"), given={"step": "light"})
    reply = drop(asked, True)
    assert [each.id for each in reply.lines] == ["dropped", "closing-empty"]
    assert reply.state.never == ("light",)


def test_a_step_that_stays_must_be_skipped_twice_again():
    run = replace(at(ALONE, "due"), skipped=("word",))
    reply = drop(turn(run, state=Checkins(skipped=("word",)), given={"step": "word"}), False)
    assert [each.id for each in reply.lines] == ["stays", "closing-empty"]
    assert reply.state.skipped == ()


def test_the_end_remembers_what_was_skipped():
    run = replace(at(ALONE, "light"), skipped=("word",))
    assert came_back(turn(run), True).state == Checkins(skipped=("word",), last=NOW)


# Broken off


def test_yesterdays_check_in_can_be_finished():
    stopped = replace(at(ALONE, "light"), touched=NOW - DAY)
    broken = (unfinished("f1", NOW - DAY),)
    expected = ask("finish", YesNo(), then=finish, day=date(2026, 3, 1), step=Verbatim("light")).given(frame="f1")
    state = Checkins(run=stopped)
    assert begin(turn(state=state, unfinished=broken)) == expected
    assert opening(turn(state=state, unfinished=broken)) == Offer(70, expected)


def test_finishing_asks_the_open_question_again():
    state = Checkins(run=at(ALONE, "light"))
    assert finish(turn(state=state, given={"frame": "f1"}), True) == nothing().floor("resume", "f1")


def test_letting_it_go_forgets_it():
    state = Checkins(run=at(ALONE, "light"))
    expected = say("left").keep(Checkins()).floor("let-go", "f1")
    assert finish(turn(state=state, given={"frame": "f1"}), False) == expected


def test_without_the_houses_place_it_goes_on_from_its_own():
    state = Checkins(run=at(ALONE, "light"))
    assert finish(turn(state=state, given={"frame": ""}), True).lines == say("closing-empty").lines


def test_a_check_in_of_three_days_ago_is_begun_afresh():
    old = replace(at(ALONE, "light"), touched=NOW - 3 * DAY)
    assert question(begin(turn(state=Checkins(run=old)))) == ("word", "")


def test_one_for_two_is_finished_by_both():
    state = Checkins(run=at(TWO, "hard"))
    asked = turn(state=state, given={"frame": "f1"})
    assert finish(asked, True) == nothing().given(frame="f1").both_here(then=both_again)
    assert both_again(asked, False) == say("later-both").done()
    assert both_again(asked, True) == nothing().floor("resume", "f1")


# Quick, another day, additions


def test_make_it_quick_leaves_out_what_is_in_between():
    run = replace(at(ALONE, "due"), begun=NOW - 2 * MINUTE)
    reply = quick(turn(state=Checkins(run=run), entries=(entry("word", "glad", visibility="private"),)))
    assert reply.lines == say("quick").say("closing", things=("glad",)).lines


def test_make_it_quick_begins_a_short_one():
    assert quick(turn()).state.run.steps == ("word", "close")


def test_yesterday_can_be_caught_up():
    reply = for_another_day(turn())
    assert (question(reply), reply.state.run.day) == (("word-then", ""), "2026-03-01")
    assert reply.lines == ()


def test_a_day_of_the_past_week_can_be_caught_up_and_no_other():
    assert for_another_day(turn(slots={"checkin_day": "2026-02-26"})).state.run.day == "2026-02-26"
    assert for_another_day(turn(slots={"checkin_day": "2026-01-26"})) == say("too-long-ago").done()
    assert for_another_day(turn(slots={"checkin_day": TODAY})).state.run.day == ""


def test_answers_for_yesterday_are_kept_for_yesterday():
    run = Run(("word", "note", "close"), NOW, NOW, day="2026-03-01")
    reply = word(turn(run), Felt("flat", "sad", "low"))
    assert reply.effects == nothing().record("word", "flat", day="2026-03-01").effects
    assert question(reply) == ("note-then", "")
    done = note(turn(at(run, "note"), kept=(entry("word", "flat", visibility="private"),)), "the call")
    assert done.lines[-1] == say("closing-then", things=("flat", "the call"), day=date(2026, 3, 1)).lines[0]
    assert done.state.last is None


def test_catching_up_takes_no_for_an_answer_and_a_bare_yes_is_asked_further():
    run = at(Run(("word", "note", "close"), NOW, NOW, day="2026-03-01"), "note")
    assert note(turn(run), False).lines == say("closing-empty").lines
    assert question(note(turn(run), True)) == ("what-else", "")


def test_an_addition_is_kept_beside_the_open_question():
    reply = also(turn(ALONE, speaker=ANA, items=("the soup",)))
    assert reply == say("added", things=("the soup",)).record("note", "the soup", owner=ANA)


def test_a_correction_changes_what_was_kept_last():
    last = entry("word", "tired")
    fixed = correct(turn(ALONE, kept=(last,), slots={"new": "worn out", "old": ""}))
    assert fixed == say("corrected", thing="worn out").amend(last, text="worn out")


def test_a_correction_of_a_part_changes_that_part():
    last = entry("note", "Leo cooked")
    fixed = correct(turn(ALONE, kept=(last,), slots={"new": "Sam", "old": "Leo"}))
    assert fixed == say("corrected", thing="Sam cooked").amend(last, text="Sam cooked")


# For two


def test_it_is_asked_who_is_here():
    assert together(turn()) == nothing().both_here(then=here)


def test_each_is_asked_by_name_the_speaker_first():
    reply = here(turn(speaker=BEN, present=(ANA, BEN), people=(ANA, BEN)), True)
    assert reply.state.run.people == ("b", "a")
    assert reply.question == ask("thanks", Words(), then=thanks, to=BEN, who=BEN, other=ANA).question


def test_two_without_names_are_asked_all_the_same():
    one, other = Person("a"), Person("b")
    base = {"speaker": one, "present": (one, other), "people": (one, other)}
    reply = here(turn(**base), True)
    assert question(reply) == ("thanks-first", "a")
    assert question(thanks(turn(TWO, **base), "the soup")) == ("thanks-second", "b")


def test_a_practice_that_leads_appreciations_leads_them():
    offer = due(90, "thanks")
    reply = here(together_turn(TWO, given={}, offers={("check-in for two", ""): (offer,)}), True)
    assert reply.handed == nothing().call(offer, then=appreciated).handed
    after = appreciated(together_turn(TWO), True)
    assert question(after) == ("week", "a")


def test_an_appreciation_is_shared_with_the_other_only():
    reply = thanks(together_turn(TWO), "the soup")
    kept = nothing().record("thanks", "the soup", about="Ben", owner=ANA, visibility="shared", shared_with=BEN)
    assert reply.effects == kept.effects
    assert question(reply) == ("thanks", "b")


def test_one_person_alone_gets_the_same_steps_and_keeps_them_private():
    reply = here(turn(speaker=ANA, people=(ANA, BEN)), False)
    assert reply.lines == say("one-here").lines
    assert question(reply) == ("thanks-alone", "")
    assert reply.state.run.people == ("a",)
    kept = thanks(turn(reply.state.run, speaker=ANA, people=(ANA, BEN)), "the soup")
    assert kept.effects == nothing().record("thanks", "the soup", owner=ANA).effects


def test_a_word_each_is_for_the_week_between_them():
    reply = week(together_turn(at(TWO, "week")), Felt("busy", "stressed", "high"))
    assert reply.lines == say("noted", word="busy").lines
    assert question(reply) == ("week", "b")


def test_what_is_due_for_both_is_asked_each_practice_once():
    offers = {("check-in for two", ""): (due(90, "thanks"), due(80, "promise"), due(70, "trial"))}
    first = week(together_turn(at(TWO, "week", 1), offers=offers), "close")
    assert first.handed == nothing().call(due(80, "promise"), then=shared).handed
    run = Run(**first.passed["run"])
    second = shared(together_turn(run, offers=offers), True)
    assert second.handed == nothing().call(due(70, "trial"), then=shared).handed
    assert question(shared(together_turn(Run(**second.passed["run"]), offers=offers), True)) == ("hard", "")


def test_one_thing_that_was_not_easy_is_parked():
    reply = hard(together_turn(at(TWO, "hard")), "the dishes")
    kept = nothing().record("hard", "the dishes", owner=ANA, visibility="shared", shared_with=BEN, parked=True)
    assert reply.lines == say("parked", topic="the dishes").lines
    assert reply.effects == kept.effects
    assert question(reply) == ("wish", "a")


def test_a_way_to_talk_about_it_is_taken_from_whoever_offers_one():
    offer = due(50, "turns", about="hard")
    reply = hard(together_turn(at(TWO, "hard"), offers={("check-in for two", "hard"): (offer,)}), "the dishes")
    assert reply.handed is not None
    assert reply.handed.offered == offer.reply


def test_a_topic_parked_last_time_is_asked_about():
    topic = entry("hard", "the dishes", ago=7 * DAY, data={"parked": True})
    reply = shared(together_turn(at(TWO, "shared"), entries=(topic,)), True)
    assert reply.question is not None
    assert (reply.question.line.id, reply.question.line.args["topic"]) == ("hard-parked", "the dishes")
    taken_off = hard(together_turn(at(TWO, "hard"), entries=(topic,)), False)
    assert taken_off.effects == nothing().amend(topic, parked=False).effects


def test_a_yes_that_names_the_topic_names_it():
    named = Answer("YesNo", True, "yes the dishes")
    named = replace(named, also=replace(named.also, words="the dishes"))
    assert hard(together_turn(at(TWO, "hard"), answer=named), True).lines == say("parked", topic="the dishes").lines
    assert question(hard(together_turn(at(TWO, "hard")), True)) == ("hard-what", "")


def test_nothing_hard_is_fine():
    assert question(hard(together_turn(at(TWO, "hard")), False)) == ("wish", "a")


def test_wishes_can_become_promises_of_the_other_one():
    wished = replace(at(TWO, "agree"), wished=True)
    wishes = (entry("wish", "a walk", "a"), entry("wish", "a quiet evening", "b"))
    reply = agree(together_turn(wished, kept=wishes), True)
    expected = (
        nothing()
        .record("promise", "a walk", about="Ana", owner=BEN, visibility="shared", shared_with=ANA)
        .record("promise", "a quiet evening", about="Ben", owner=ANA, visibility="shared", shared_with=BEN)
    )
    assert reply.effects == expected.effects
    assert reply.lines[0] == say("promised").lines[0]


def test_promises_are_kept_by_whoever_keeps_promises():
    offer = due(50, "promise", about="promise")
    wishes = (entry("wish", "a walk", "a"),)
    base = together_turn(at(TWO, "agree"), kept=wishes, offers={("check-in for two", "promise"): (offer,)})
    assert agree(base, True).handed is not None


def test_without_a_wish_there_is_nothing_to_promise():
    assert question(wish(together_turn(at(TWO, "wish", 1)), None)) == ("next", "")
    assert question(wish(together_turn(at(TWO, "wish", 1)), "a walk")) == ("agree", "")


def test_it_ends_with_three_facts_and_is_over_before_the_date_is_asked():
    facts = (
        entry("thanks", "the soup", ago=4 * MINUTE),
        entry("hard", "the dishes", ago=3 * MINUTE),
        entry("wish", "a walk", ago=2 * MINUTE),
    )
    reply = agree(together_turn(at(TWO, "agree"), kept=facts), False)
    assert reply.lines == say("closing-two", things=("the soup", "the dishes", "a walk")).lines
    assert question(reply) == ("next", "")
    assert reply.state.run is None


def test_the_facts_are_three_at_most_and_begin_with_a_thank_you():
    kept = (
        entry("thank-you", "the lift", practice="other", ago=5 * MINUTE),
        entry("thanks", "the soup", ago=4 * MINUTE),
        entry("wish", "a walk", ago=2 * MINUTE),
    )
    place = Place(together_turn(TWO, kept=kept), TWO, Checkins())
    assert facts_of(place) == ("the lift", "a walk")


# Heat


@pytest.mark.parametrize(
    ("words", "hot"),
    [
        ("shut up", True),
        ("you never listen", True),
        ("That’s not true", True),
        ("here we go again", True),
        ("he never forgets the tea", False),
        ("she always laughs", False),
        ("I was sick on Tuesday", False),
    ],
)
def test_heat_is_heard_in_words_to_each_other_not_in_thanks(words: str, hot: bool):
    assert heated(words, "en-GB") is hot


def test_not_knowing_is_all_of_an_answer_or_it_is_an_answer():
    assert unsure("I don’t know", "en-US")
    assert not unsure("I don't know why but fine", "en-US")


def test_heat_hands_over_to_whoever_offers_a_break():
    offer = due(100, "break", about="heat")
    offers = {("check-in for two", "heat"): (due(90, "thanks"), offer)}
    reply = thanks(together_turn(TWO, offers=offers), "shut up, you never listen")
    assert reply.handed == nothing().call(offer, then=cooled).handed
    assert reply.effects == ()
    assert heat(together_turn(TWO, offers=offers)).handed == reply.handed


def test_without_anyone_to_offer_a_break_the_place_is_kept():
    reply = thanks(together_turn(TWO), "shut up")
    assert (reply.lines, reply.state.run) == (say("heat").lines, TWO)


def test_a_break_that_was_called_keeps_the_place_and_one_that_was_not_goes_on():
    assert cooled(together_turn(TWO), True).lines == say("place-kept").lines
    assert question(cooled(together_turn(TWO), False)) == ("thanks", "a")
    assert cooled(turn(), True) == nothing().done(True)


# The usual time


SUNDAY = datetime(2026, 3, 8, 20, 0, tzinfo=LONDON)
EVERY_SUNDAY = Moment(SUNDAY, explicit_date=True, days=(6,), recurring=True)
WEEKLY = Reminder("reminder", at=SUNDAY, days=(6,))


def test_every_sunday_at_eight_is_kept_and_then_read_back_by_the_house():
    reply = next_date(turn(speaker=ANA), EVERY_SUNDAY)
    kept = nothing().record("next", "next", visibility="household", at="2026-03-08T20:00:00", days=(6,), alert="")
    assert reply == kept.given(two=True, reminder=WEEKLY).remind(WEEKLY, then=reminded)


def test_ones_own_time_is_ones_own():
    reply = schedule(turn(request=Request("", when=EVERY_SUNDAY)))
    kept = nothing().keep(Checkins(days=(6,), next=SUNDAY))
    assert reply == kept.given(two=False, reminder=WEEKLY).remind(WEEKLY, then=reminded)


def test_the_talk_of_two_is_planned_for_two():
    reply = schedule_together(turn(request=Request("", when=EVERY_SUNDAY)))
    assert reply.passed == {"two": True, "reminder": WEEKLY}


def test_a_time_is_asked_for_where_none_was_said():
    assert schedule(turn()) == ask("which-time", When(), then=arranged).given(two=False)
    odd = Moment(NOW, explicit_date=False, recurring=True, unsupported=True, explicit_time=False)
    assert question(arranged(turn(given={"two": True}), odd)) == ("named-days", "")
    day = Moment(SUNDAY.replace(hour=9), explicit_date=True, days=(6,), recurring=True, explicit_time=False)
    assert question(arranged(turn(given={"two": True}), day)) == ("what-time", "")


def test_the_time_of_day_goes_to_the_day_that_was_named():
    given = {"two": False, "days": (6,), "day": SUNDAY.replace(hour=9)}
    reply = timed(turn(given=given), Moment(NOW.replace(hour=21), explicit_date=False))
    assert reply.passed["reminder"] == Reminder("reminder", at=SUNDAY.replace(hour=21), days=(6,))


def test_a_reminder_that_was_set_is_confirmed_with_its_time():
    given = {"two": False, "reminder": WEEKLY}
    reply = reminded(turn(given=given), Outcome("set", SUNDAY, "r1", days=(6,)))
    assert reply == say("arranged", when=WEEKLY).keep(Checkins(days=(6,), next=SUNDAY, alert="r1")).done()


def test_the_days_that_were_agreed_to_in_the_end_are_kept():
    given = {"two": False, "reminder": replace(WEEKLY, days=())}
    reply = reminded(turn(given=given), Outcome("set", SUNDAY, "r1", days=(6,)))
    assert reply == say("arranged", when=WEEKLY).keep(Checkins(days=(6,), next=SUNDAY, alert="r1")).done()


@pytest.mark.parametrize(
    ("status", "message"),
    [
        ("refused", "no-reminder"),
        ("unsupported", "no-device"),
        ("full", "no-room"),
        ("busy", "not-set"),
        ("failed", "not-set"),
    ],
)
def test_without_a_reminder_the_time_is_kept(status, message):
    given = {"two": False, "reminder": WEEKLY}
    assert reminded(turn(given=given), Outcome(status)) == say(message, when=WEEKLY).done()


def test_a_time_that_is_set_already_moves():
    state = Checkins(days=(5,), next=SUNDAY - DAY, alert="r1")
    reply = schedule(turn(state=state, request=Request("", when=EVERY_SUNDAY)))
    assert reply.effects == nothing().change("r1", WEEKLY, then=reminded).effects


def test_the_next_one_is_told_whoever_set_it():
    talk = entry("next", "next", data={"at": "2026-03-01T20:00:00", "days": (6,), "alert": "r1"}, ago=DAY)
    assert next_talk(turn(entries=(talk,))) == SUNDAY
    assert when_next(turn(entries=(talk,))) == say("next-is", at=SUNDAY).done()
    assert question(when_next(turn())) == ("no-next", "")


def test_the_usual_time_is_dropped_after_a_yes():
    state = Checkins(days=(6,), next=SUNDAY, alert="r1")
    asked = turn(state=state)
    assert unschedule(asked) == ask("unset-it", YesNo(clear=True), then=unset, when=WEEKLY).given(two=False)
    given = turn(state=state, given={"two": False})
    assert unset(given, True) == nothing().keep(Checkins()).cancel("r1", then=unset_done)
    assert unset(given, False) == say("stays-set").done()
    assert unschedule(turn()) == say("nothing-set").done()


def test_the_talk_of_two_is_dropped_with_its_reminder():
    talk = entry("next", "next", data={"at": "2026-03-08T20:00:00", "days": (6,), "alert": "r1"})
    reply = unset(turn(entries=(talk,), given={"two": True}), True)
    assert reply == nothing().drop(talk).cancel("r1", then=unset_done)
    assert unset_done(turn(), Outcome("busy")) == say("unset-may-sound").done()


def test_a_weekly_time_stays_the_same_on_the_clock_across_the_change():
    spring = datetime(2026, 3, 28, 21, 0, tzinfo=LONDON)
    assert coming((6,), SUNDAY, spring) == datetime(2026, 3, 29, 20, 0, tzinfo=LONDON)


# Looking back


def test_what_was_said_is_three_shared_facts_of_that_day():
    week_ago = {"ago": 7 * DAY}
    entries = (
        entry("wish", "a walk", "b", **week_ago),
        entry("hard", "the dishes", **week_ago),
        entry("thanks", "the soup", **week_ago),
        entry("word", "flat", visibility="private", **week_ago),
    )
    reply = what_was_said(turn(entries=entries, people=(ANA, BEN), speaker=ANA))
    expected = (
        say("on-day", day=date(2026, 2, 23))
        .say("said-thanks-by", who=ANA, thing="the soup")
        .say("said-hard-by", who=ANA, thing="the dishes")
        .say("said-wish-by", who=BEN, thing="a walk")
        .done()
    )
    assert reply == expected


def test_an_unknown_voice_is_asked_who_it_is_before_anything_is_told():
    reply = what_was_said(turn(people=(ANA, BEN)))
    assert reply.handed is not None
    assert reply.handed.to == "people:who"
    assert what_was_said(turn(speaker=ANA, people=(ANA, BEN))) == say("nothing-said").done()


def test_ones_own_words_are_told_to_oneself_alone():
    entries = (entry("word", "glad", visibility="private"), entry("word", "flat", visibility="private", ago=DAY))
    reply = last_week(turn(entries=entries, speaker=ANA, people=(ANA, BEN)))
    assert reply == say("your-words", words=("flat", "glad"), count=2).done()
    both = turn(entries=entries, speaker=ANA, people=(ANA, BEN), present=(ANA, BEN))
    assert last_week(both) == say("nothing-said").done()


def test_the_latest_promise_or_topic_is_what_they_work_on():
    promise = entry("promise", "a walk", "b", ago=7 * DAY)
    topic = entry("hard", "the dishes", ago=14 * DAY)
    both = turn(entries=(promise, topic), people=(ANA, BEN))
    assert working_on(both) == say("working-promise-of", who=BEN, thing="a walk", day=date(2026, 2, 23)).done()
    alone = turn(entries=(topic,))
    assert working_on(alone) == say("working-parked", topic="the dishes", day=date(2026, 2, 16)).done()
    assert working_on(turn()) == say("working-nothing").done()


def test_a_week_is_summed_up_in_three_facts_the_good_first():
    coming_up = Offer(90, say("b"), about="coming")
    kept = Offer(80, say("c"), about="kept")
    good = Offer(70, say("a"), about="good")
    left_out_ = Offer(10, say("d"))
    reply = sum_up(turn(offers={("summary", ""): (coming_up, kept, good, left_out_)}))
    assert [each.id for each in reply.lines] == ["a", "c", "b"]


def test_a_week_with_nothing_in_it_is_fine():
    assert sum_up(turn()) == say("quiet-week").done()


def test_the_next_talk_is_part_of_the_week():
    talk = entry("next", "next", data={"at": "2026-03-08T20:00:00", "days": (6,), "alert": ""})
    assert week_ahead(turn(entries=(talk,))) == Offer(20, say("week-next", at=SUNDAY), about="coming")
    assert week_ahead(turn()) is None


# What someone is used to, and the opening


def test_short_and_full_are_kept():
    assert always_short(turn()) == say("short-now").keep(Checkins(short=True)).done()
    before = Checkins(short=True, never=("light",), skipped=("due",))
    assert full_again(turn(state=before)) == say("full-now").keep(Checkins()).done()


def test_a_part_can_be_left_out():
    part = turn(ids={"checkin_part": "hard"})
    assert leave_out(part) == say("left-out", part=Verbatim("hard")).keep(Checkins(never=("hard",))).done()
    assert question(leave_out(turn())) == ("which-part", "")
    assert left_out(turn(), "light").state == Checkins(never=("light",))


def test_the_usual_time_opens_with_it():
    state = Checkins(days=(0,), next=NOW - 7 * DAY)
    offer = opening(turn(state=state))
    assert offer is not None
    assert (offer.priority, question(offer.reply)) == (75, ("time-for-you", ""))
    assert opening(turn(state=replace(state, last=NOW - MINUTE))) is None


def test_the_talk_of_two_opens_at_its_time_until_it_was_held():
    talk = entry("next", "next", data={"at": "2026-03-02T20:00:00", "days": (0,), "alert": ""}, ago=7 * DAY)
    offer = opening(turn(entries=(talk,)))
    assert offer is not None
    assert question(offer.reply) == ("time-to-talk", "")
    assert opening(turn(entries=(talk, entry("thanks", "the soup")))) is None


def test_an_evening_is_offered_only_to_who_has_done_it_before_and_not_today():
    offer = opening(turn(state=Checkins(last=NOW - DAY)))
    assert offer is not None
    assert (offer.priority, question(offer.reply)) == (10, ("evening", ""))
    assert opening(turn()) is None
    assert opening(turn(state=Checkins(last=NOW - 60 * MINUTE))) is None
    assert opening(turn(state=Checkins(last=NOW - DAY), now=NOW.replace(hour=12))) is None


def test_what_was_offered_begins_or_is_left():
    assert time_to_talk(turn(given={"two": True}), True) == nothing().both_here(then=here)
    assert question(time_to_talk(turn(given={"two": False}), True)) == ("word", "")
    assert time_to_talk(turn(given={"two": False}), False) == say("left").done()


def test_a_run_that_is_gone_has_only_its_end():
    assert place_of(turn()).run.steps == ("close",)
