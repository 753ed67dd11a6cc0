"""Promises: every handler is one equality, and when each falls due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.promise import Promise, confiding, listing, making, moving, offering, reminding, reporting, together
from plugins.promise.making import FIX, NO_TIME, Wish
from plugins.promise.reporting import AFTER, HOW, card
from plugins.promise.saying import line, when_of
from plugins.promise.wording import Told, as_cue, same, theirs, threat, told, too_big
from skill import (
    Choice,
    Duration,
    Entry,
    Line,
    Moment,
    Name,
    NoState,
    Offer,
    Option,
    Outcome,
    Person,
    Reminder,
    Reply,
    Request,
    Turn,
    When,
    Words,
    YesNo,
    ask,
    nothing,
    say,
)
from skill.testing.conversation import Conversation

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 5, 20, 10, tzinfo=LONDON)  # a Thursday
TODAY = NOW.date()
ANA, LEO = Person("a", "Ana"), Person("l", "Leo")
FRIDAY = datetime(2026, 3, 6, 9, tzinfo=LONDON)
FRIDAYS = Moment(FRIDAY, explicit_date=True, days=(4,), recurring=True, explicit_time=False)
BY_FRIDAY = Moment(FRIDAY, explicit_date=True, explicit_time=False)
RESTED = {"at": (NOW + timedelta(days=7)).isoformat(), "timed": False, "loose": True, "moved": ""}
AT_SIX = Moment(FRIDAY.replace(hour=18), explicit_date=True)


@dataclass(frozen=True)
class Kept:
    """A journal that holds these entries, newest first."""

    held: tuple[Entry, ...] = ()

    def entries(self, kind: str | None = None, *, owner: str | None = None, **_: Any) -> Sequence[Entry]:
        return [each for each in self.held if kind in (None, each.kind) and owner in (None, each.owner)]

    def count(self, kind: str | None = None, **span: Any) -> int:
        return len(self.entries(kind, **span))

    def get(self, entry: str) -> Entry | None:
        return next((each for each in self.held if each.id == entry), None)


def entry(id_: str = "e", text: str = "call Mum", about: str = "Mum", **data: Any) -> Entry:
    at, kind = data.pop("at", NOW - timedelta(days=1)), data.pop("kind", "promise")
    more = {name: data.pop(name) for name in ("visibility", "shared_with") if name in data}
    whole = {"at": at.isoformat(), "days": [], "timed": False, "loose": False, "cue": "", "status": "open", **data}
    return Entry(id_, "promise", kind, text, NOW - timedelta(days=9), data.pop("owner", "a"), about, data=whole, **more)


def promise(id_: str = "e", **data: Any) -> Promise:
    return Promise.of(entry(id_, **data), LONDON)


def turn(*held: Entry, **more: Any) -> Turn[NoState]:
    return Turn(**{"now": NOW, "state": NoState(), "speaker": ANA, "people": (ANA, LEO), "journal": Kept(held), **more})


def given(wish: Wish, *held: Entry, **more: Any) -> Turn[NoState]:
    return turn(*held, given=vars(wish), **more)


# The words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ana i'd fix the tap", Told("Ana", "fix the tap")),
        ("my mother that I would ring her", Told("my mother", "ring her")),
        ("to call mum", Told("Mum", "call mum")),
        ("call my mum after dinner", Told("my mum", "call my mum", "after dinner")),
        ("text when i land", Told("", "text", "when I land")),
        ("leo to book the dentist", Told("Leo", "book the dentist")),
        ("listen to her", Told("", "listen to her")),
        ("be home before six", Told("", "be home before six")),
        ("water the plants", Told("", "water the plants")),
        ("we'd go to the zoo", Told("", "go to the zoo")),
        ("the kids a picnic", Told("the kids", "a picnic")),
        ("our neighbours some cake", Told("our neighbours", "some cake")),
        ("the dishes after lunch", Told("", "the dishes", "after lunch")),
    ],
)
def test_a_promise_is_read_with_whom_it_is_to(words: str, expected: Told) -> None:
    assert told(words, ("Leo",)) == expected


def test_mum_and_my_mother_are_one() -> None:
    assert (same("Mum", "my mother"), same("my wife", "partner"), same("Ana", "Leo"), same("", "")) == (
        True,
        True,
        False,
        False,
    )


@pytest.mark.parametrize(
    "words", ["be a better husband", "never shout again", "try harder", "make her happy", "change"]
)
def test_what_is_too_big_is_known(words: str) -> None:
    assert too_big(words)


def test_small_acts_are_not_too_big() -> None:
    assert not any(map(too_big, ("do the dishes", "change the bulb", "call Mum on Sunday")))


def test_threats_and_what_others_must_do_are_known() -> None:
    assert [threat(words) for words in ("make her pay", "get back at him", "make her a cake")] == [True, True, False]
    assert [theirs(words, ("Leo",)) for words in ("he has to stop smoking", "Leo must call", "call Leo")] == [
        True,
        True,
        False,
    ]


def test_an_answer_becomes_a_cue() -> None:
    assert (as_cue("breakfast"), as_cue("when I get in")) == ("after breakfast", "when I get in")


# When it falls due


@pytest.mark.parametrize(
    ("data", "due"),
    [
        ({"at": NOW + timedelta(days=1)}, None),
        ({"at": NOW}, TODAY),
        ({"at": NOW - timedelta(days=3)}, TODAY - timedelta(days=3)),
        ({"at": NOW - timedelta(days=20), "days": [3]}, TODAY),
        ({"at": NOW - timedelta(days=20), "days": [0]}, date(2026, 3, 2)),
        ({"at": NOW - timedelta(days=20), "days": [3], "log": [["2026-03-05", "kept"]]}, None),
        ({"at": NOW - timedelta(days=20), "days": [0, 3], "log": [["2026-03-02", "missed"]]}, TODAY),
        ({"at": NOW - timedelta(days=20), "days": [3], "moved": "2026-03-07"}, None),
        ({"at": NOW - timedelta(days=20), "days": [3], "moved": "2026-03-05"}, TODAY),
        ({"at": NOW, "status": "kept"}, None),
    ],
)
def test_an_occurrence_is_due_until_it_was_told_of(data: dict[str, Any], due: date | None) -> None:
    assert promise(**data).due(TODAY) == due


def test_a_time_is_said_as_it_was_named() -> None:
    assert when_of(FRIDAY, (4,), timed=False) == Line("on-days", {"days": (Line("day-4"),)})
    assert when_of(FRIDAY, (4,), timed=True) == Reminder("reminder", at=FRIDAY, days=(4,))
    assert (when_of(FRIDAY, (), timed=False), when_of(FRIDAY, (), timed=True)) == (FRIDAY.date(), FRIDAY)
    assert when_of(FRIDAY, (0, 1, 2, 3, 4, 5, 6), timed=False) == Line("daily")


# Making


def test_it_asks_what_was_promised() -> None:
    assert making.begin(turn()) == ask("what", Words(), then=making.named)


def test_what_is_known_is_not_asked_for() -> None:
    request = Request("ana i'd fix the tap", BY_FRIDAY)
    wish = Wish("fix the tap", "Ana", BY_FRIDAY)
    reply = making.begin(turn(slots={"promise": "ana i'd fix the tap by friday"}, request=request))
    assert reply == ask("cue", Words() | YesNo(), then=making.after_what).given(**vars(wish))


@pytest.mark.parametrize(("words", "person"), [("to Leo", "Leo"), ("my mum", "my mum"), ("leo please", "leo")])
def test_a_bare_name_is_to_whom_and_what_is_asked(words: str, person: str) -> None:
    asked = ask("what-to", Words(), then=making.named, person=person.capitalize() if "my" not in person else person)
    assert making.named(turn(), words) == asked.given(**vars(Wish(to=asked.question.line.args["person"])))


def test_a_question_back_or_a_complaint_is_no_promise_and_twice_it_is_left() -> None:
    again = ask("what", Words(), then=making.named).given(**vars(Wish(asked=("what",))))
    assert making.named(turn(step="promise:named"), "why do you ask") == again
    assert making.named(given(Wish(asked=("what",)), step="promise:named"), "this is stupid") == say("left").done()


def test_a_question_back_is_nothing_that_it_comes_after() -> None:
    reply = making.after_what(given(Wish("call mum", "Mum", FRIDAYS)), "what's the weather tomorrow")
    assert reply.passed["cue"] == ""


def test_how_long_it_lasts_is_part_of_the_promise() -> None:
    request = Request("listen", FRIDAYS, timedelta(minutes=10))
    reply = making.begin(turn(slots={"promise": "listen for ten minutes on Fridays"}, request=request))
    assert reply.passed["what"] == "listen for ten minutes"


@pytest.mark.parametrize(
    ("words", "request_", "what", "when"),
    [
        ("it's Friday", Request("it's", BY_FRIDAY), "fix the bike", BY_FRIDAY),
        ("I meant the pram", Request("I meant the pram"), "fix the pram", FRIDAYS),
        ("no wait, call the shop", Request("no wait, call the shop"), "call the shop", FRIDAYS),
    ],
)
def test_what_is_being_made_can_be_put_right(words: str, request_: Request, what: str, when: Moment) -> None:
    making_it = given(Wish("fix the bike", "", FRIDAYS, "after lunch"), slots={"words": words}, request=request_)
    reply = moving.correct(making_it)
    assert (reply.question.line.id, reply.passed["what"], reply.passed["when"]) == ("confirm", what, when)


def test_the_time_is_asked_for() -> None:
    asked = ask("when", When() | NO_TIME | YesNo() | Words(), then=making.timed)
    assert making.named(turn(), "to call mum") == asked.given(**vars(Wish("call mum", "Mum")))


def test_a_rhythm_with_what_it_comes_after_is_read_back() -> None:
    wish = Wish("call mum", "Mum", FRIDAYS, "after dinner", ("when",))
    told_line = Line(
        "line-when-cue",
        {"what": "call mum", "when": Line("on-days", {"days": (Line("day-4"),)}), "cue": "after dinner"},
    )
    asked = ask("confirm", YesNo() | When() | FIX, then=making.confirmed, promise=told_line).given(**vars(wish))
    assert making.timed(given(Wish("call mum", "Mum"), words="on fridays after dinner"), FRIDAYS) == asked


def test_a_clock_time_needs_nothing_to_come_after() -> None:
    wish = Wish("call mum", "Mum", AT_SIX, "", ("when",))
    told_line = Line("line-when", {"what": "call mum", "when": AT_SIX.at})
    asked = ask("confirm", YesNo() | When() | FIX, then=making.confirmed, promise=told_line).given(**vars(wish))
    assert making.timed(given(Wish("call mum", "Mum")), AT_SIX) == asked


def test_every_other_day_is_asked_for_named_days() -> None:
    odd = Moment(FRIDAY, explicit_date=False, recurring=True, unsupported=True)
    wish = Wish("run", asked=("when",))
    assert making.timed(given(Wish("run")), odd) == ask("which-days", When() | YesNo(), then=making.timed).given(
        **vars(wish)
    )


def test_a_day_gone_by_is_asked_for_anew() -> None:
    past = replace(BY_FRIDAY, at=NOW - timedelta(days=2))
    wish = Wish("run", asked=("when",))
    asked = ask("time-past", When() | NO_TIME | YesNo(), then=making.timed)
    assert making.timed(given(Wish("run")), past) == asked.given(**vars(wish))


def test_a_big_one_is_asked_for_something_small_once() -> None:
    wish = Wish("be a better husband", asked=("small",))
    assert making.named(turn(), "be a better husband") == ask("smaller", Words(), then=making.named).given(**vars(wish))


def test_a_threat_is_not_held() -> None:
    assert making.named(turn(), "make her pay") == say("threat").done()


def test_what_somebody_else_must_do_is_handed_to_who_finds_words() -> None:
    words = Offer(60, say("words"), about="hard")
    asking = turn(gather=lambda _occasion, _given: (words,))
    assert making.named(asking, "he has to stop") == say("theirs").call(words, then=making.handed_back)
    assert making.named(turn(), "he has to stop") == say("theirs-only").done()


def test_a_yes_keeps_it_and_offers_a_reminder() -> None:
    data = {"at": FRIDAY.isoformat(), "days": [4], "timed": False, "loose": False, "cue": "after dinner"}
    kept = say("kept").record("promise", "call mum", about="Mum", **data, status="open", moved="")
    asked = kept.ask("reminder-wanted", YesNo(clear=True) | When(), then=reminding.wanted).given(entry="", when=FRIDAYS)
    assert making.confirmed(given(Wish("call mum", "Mum", FRIDAYS, "after dinner")), True) == asked


def test_the_same_promise_again_changes_the_one_there_is() -> None:
    held = entry(text="call mum")
    reply = making.confirmed(given(Wish("call mum", "my mother", FRIDAYS), held), True)
    data = {
        "at": FRIDAY.isoformat(),
        "days": [4],
        "timed": False,
        "loose": False,
        "cue": "",
        "status": "open",
        "moved": "",
    }
    kept = say("kept-changed").amend(held, text="call mum", about="my mother", **data)
    assert reply == reminding.offer_reminder(kept, "e", FRIDAYS)


def test_a_no_asks_what_is_to_be_changed() -> None:
    wish = Wish("call mum", "Mum", FRIDAYS)
    asked = ask("fix", FIX | When() | YesNo(), then=making.fixed).given(**vars(wish))
    assert making.confirmed(given(wish), False) == asked
    assert making.fixed(given(wish), "leave") == say("left").done()
    assert making.fixed(given(wish), "what") == ask("what", Words(), then=making.named).given(**vars(wish))


# Reminders


def test_a_reminder_is_set_on_the_promises_own_day() -> None:
    six = Moment(NOW.replace(hour=18, minute=0) + timedelta(days=1), explicit_date=False)
    weekly = promise(days=[4], at=FRIDAY)
    assert reminding.on_its_day(NOW, weekly, six) == (FRIDAY.replace(hour=18), (4,))
    assert reminding.on_its_day(NOW, promise(at=FRIDAY), six) == (FRIDAY.replace(hour=18), ())
    assert reminding.on_its_day(NOW, promise(at=FRIDAY), FRIDAYS) == (FRIDAY, (4,))


def test_no_reminder_leaves_the_promise() -> None:
    asked = turn(kept=(entry(),), given={"entry": "", "when": None})
    assert reminding.wanted(asked, False) == say("no-reminder").done("call Mum")


def test_a_reminder_without_a_time_asks_for_the_hour() -> None:
    asked = turn(kept=(entry(),), given={"entry": "", "when": None})
    assert reminding.wanted(asked, True) == ask("reminder-time", When() | YesNo(), then=reminding.wanted_at).given(
        entry=""
    )


def test_a_reminder_is_confirmed_with_the_days_it_was_set_for_in_the_end() -> None:
    at, daily = FRIDAY.replace(hour=18), tuple(range(7))
    held = turn(entry(), given={"entry": "e", "at": at, "days": ()})
    said = reminding.reminded(held, Outcome("set", at, "x", days=daily)).lines[0]
    assert said == say("reminded", when=Reminder("reminder", at=at, days=daily)).lines[0]


def test_the_outcome_is_confirmed_with_its_exact_time() -> None:
    at = FRIDAY.replace(hour=18)
    held = turn(entry(), given={"entry": "e", "at": at, "days": (4,)})
    done = say("reminded", when=Reminder("reminder", at=at, days=(4,))).amend(entry(), alert="x").done("call Mum")
    assert reminding.reminded(held, Outcome("set", at, "x", days=(4,))) == done
    assert reminding.reminded(held, Outcome("refused")) == say("no-reminder").done("call Mum")
    assert reminding.reminded(held, Outcome("busy")) == say("reminder-not-set").done("call Mum")


# Telling how it went


def test_a_single_promise_that_was_kept_is_over() -> None:
    held = entry(at=NOW)
    over = say("done", what="call Mum").amend(
        held, kind="promise-done", log=[["2026-03-05", "kept"]], moved="", status="kept"
    )
    done = over.done("call Mum")
    assert reporting.kept(turn(held)) == done


def test_one_that_was_closed_and_was_missed_after_all_is_open_again() -> None:
    held = entry(at=NOW, kind="promise-done", status="kept", log=[["2026-03-04", "kept"]])
    amended = reporting.reported(turn(held, given={"entry": "e"}), False).effects[0]
    assert (amended.kind, amended.data["status"]) == ("promise", "open")


def test_one_that_comes_again_goes_on() -> None:
    held = entry(at=NOW - timedelta(days=20), days=[3])
    logged = say("late", what="call Mum").amend(
        held, kind="promise", log=[["2026-03-05", "late"]], moved="", status="open"
    )
    done = logged.done("call Mum")
    assert reporting.late(turn(held)) == done


def test_a_missed_one_gets_three_ways_on() -> None:
    held = entry(at=NOW)
    logged = nothing().amend(held, kind="promise", log=[["2026-03-05", "missed"]], moved="", status="open")
    asked = logged.ask("missed", AFTER | When() | Duration() | YesNo(), then=reporting.way_on).given(entry="e")
    assert reporting.missed(turn(held)) == asked


def test_missed_twice_suggests_something_smaller() -> None:
    held = entry(at=NOW - timedelta(days=20), days=[3], log=[["2026-02-26", "missed"]])
    reply = reporting.missed(turn(held))
    assert reply.question
    assert reply.question.line == Line("missed-twice")


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        ("drop", say("let-go").amend(entry(at=NOW), kind="promise-done", status="let-go").done(True)),
        ("smaller", ask("smaller-how", Words(), then=reporting.changed).given(entry="e")),
        ("change", ask("change-how", When() | Words(), then=reporting.changed).given(entry="e")),
        (None, say("stays").amend(entry(at=NOW), **RESTED).done(True)),
        (timedelta(hours=1), say("today").amend(entry(at=NOW), at=NOW.isoformat()).done(True)),
        ("today", say("today").amend(entry(at=NOW), at=NOW.isoformat()).done(True)),
    ],
)
def test_there_are_ways_on(answer: str | timedelta | None, reply: Reply) -> None:
    assert reporting.way_on(turn(entry(at=NOW), given={"entry": "e"}), answer) == reply


def test_a_smaller_one_is_not_due_again_at_once() -> None:
    held = entry(at=NOW - timedelta(days=1))
    changed = say("changed-week", what="walk").amend(held, text="walk", **RESTED).done(True)
    assert reporting.changed(turn(held, given={"entry": "e"}), "walk") == changed


def test_a_smaller_one_that_comes_again_keeps_its_days() -> None:
    held = entry(at=NOW, days=[3])
    changed = say("changed", what="walk").amend(held, text="walk").done(True)
    assert reporting.changed(turn(held, given={"entry": "e"}), "walk") == changed


def test_of_several_the_one_that_is_named_is_meant() -> None:
    books = entry("b", "bring the books back", "", at=NOW)
    mum = entry("m", at=NOW - timedelta(days=1))
    reply = reporting.kept(turn(books, mum, slots={"promise": "bring the books back"}))
    assert reply.lines == (Line("done", {"what": "bring the books back"}),)
    assert reporting.kept(turn(books, mum)).lines == (Line("done", {"what": "call Mum"}),)


EITHER = Line("either-2", {"promise_1": "call Mum", "promise_2": "bring the books back"})


def test_of_several_that_are_not_due_it_asks() -> None:
    later = NOW + timedelta(days=3)
    one, two = entry("b", "bring the books back", "", at=later), entry("m", at=later)
    options = Choice(Option("m", ("call Mum",)), Option("b", ("bring the books back",)))
    asked = ask("which", options | Words(), then=reporting.chosen, promises=EITHER)
    assert reporting.missed(turn(one, two)) == asked.given(purpose="missed")
    assert reporting.missed(turn()) == say("none").done()


def test_only_its_owner_reports_on_a_shared_promise() -> None:
    shared = entry(at=NOW, visibility="shared", shared_with="l")
    assert reporting.reported(turn(shared, speaker=LEO, given={"entry": "e"}), True) == say("stays").done()


def test_letting_go_needs_a_clear_yes() -> None:
    held = entry(at=FRIDAY, alert="x")
    sure = ask("drop-sure", YesNo(clear=True), then=reporting.dropped, promise=line(promise(at=FRIDAY, alert="x")))
    assert reporting.drop(turn(held)) == sure.given(entry="e")
    assert reporting.dropped(turn(held, given={"entry": "e"}), False) == say("stays").done()
    gone = say("let-go").amend(held, kind="promise-done", status="let-go").cancel("x").done(True)
    assert reporting.dropped(turn(held, given={"entry": "e"}), True) == gone


# Moving


def test_a_single_one_is_moved_for_good() -> None:
    held = entry(at=NOW)
    data = {
        "at": FRIDAY.replace(hour=20, minute=10).isoformat(),
        "days": [],
        "timed": False,
        "loose": False,
        "moved": "",
    }
    moved = nothing().amend(held, text="call Mum", **data, log=[["2026-03-05", "moved"]])
    reply = moved.say("moved", what="call Mum", when=FRIDAY.date()).done(True)
    assert moving.move_it(turn(held, request=Request("", BY_FRIDAY))) == reply


def test_one_that_comes_again_is_moved_this_once() -> None:
    held = entry(at=NOW - timedelta(days=20), days=[3])
    moved = say("moved", what="call Mum", when=FRIDAY.date())
    reply = moved.amend(held, moved="2026-03-06", log=[["2026-03-05", "moved"]]).done(True)
    assert moving.move_it(turn(held, request=Request("", BY_FRIDAY))) == reply


def test_without_a_day_it_asks_for_one() -> None:
    asked = ask("move-when", When() | Duration() | YesNo(), then=moving.moved_to, what="call Mum").given(entry="e")
    assert moving.move_it(turn(entry(at=NOW))) == asked


def test_a_day_said_while_nothing_is_asked_moves_the_only_one() -> None:
    held = turn(entry(at=NOW), words="move it to friday", request=Request("move it to", BY_FRIDAY))
    assert moving.another_time(held) == moving.move_it(turn(entry(at=NOW), request=Request("", BY_FRIDAY)))


def test_of_several_the_one_that_was_made_a_moment_ago_is_moved() -> None:
    old, new = entry("b", "bring the books back", "", at=FRIDAY), replace(entry("m", at=FRIDAY), made_at=NOW)
    moved = moving.another_time(turn(new, old, request=Request("", BY_FRIDAY)))
    assert moved.lines[0].args["what"] == "call Mum"


def test_of_several_it_asks_which_to_move_and_remembers_where_to() -> None:
    later = NOW + timedelta(days=3)
    one, two = entry("b", "bring the books back", "", at=later), entry("m", at=later)
    options = Choice(Option("m", ("call Mum",)), Option("b", ("bring the books back",)))
    asked = ask("which", options | Words(), then=reporting.chosen, promises=EITHER)
    held = turn(one, two, request=Request("", None, timedelta(days=1)))
    given_ = asked.given(purpose="move", when=None, after=timedelta(days=1))
    assert moving.another_time(held) == given_
    chosen = reporting.chosen(turn(one, two, given=dict(given_.passed)), "m")
    assert chosen.lines[0].args == {"what": "call Mum", "when": (later + timedelta(days=1)).date()}


@pytest.mark.parametrize(
    ("data", "span", "day"),
    [
        ({"at": NOW}, timedelta(days=1), "2026-03-06"),
        ({"at": NOW - timedelta(days=3)}, timedelta(days=1), "2026-03-06"),
        ({"at": NOW + timedelta(days=2)}, timedelta(days=7), "2026-03-14"),
        ({"at": NOW - timedelta(days=20), "days": [6]}, timedelta(days=1), "2026-03-06"),
        ({"at": NOW + timedelta(days=3), "days": [6]}, timedelta(days=1), "2026-03-09"),
    ],
)
def test_back_by_a_day_counts_from_the_day_that_it_is_for(data: dict[str, Any], span: timedelta, day: str) -> None:
    held = entry(**data)
    assert moving.move(turn(held), Promise.of(held, LONDON), span).lines[0].args["when"] == date.fromisoformat(day)


def test_a_clock_time_alone_leaves_the_day_and_the_rhythm() -> None:
    eight = Moment(NOW.replace(hour=8, minute=0), explicit_date=False)
    held = promise(at=FRIDAY, days=[4])
    amended = moving.move(turn(entry(at=FRIDAY, days=[4])), held, eight).effects[0]
    assert (amended.data["at"], amended.data["days"]) == (FRIDAY.replace(hour=8).isoformat(), [4])


def test_a_reminder_that_has_sounded_is_not_missed() -> None:
    past = promise(at=NOW - timedelta(days=1), timed=True, alert="x")
    reply = moving.reschedule(turn(), past, AT_SIX)
    assert [each.id for each in reply.lines] == ["moved"]


def test_its_reminder_moves_along() -> None:
    held = entry(at=AT_SIX.at, timed=True, alert="x")
    saturday = AT_SIX.at + timedelta(days=1)
    reply = moving.reschedule(turn(held), promise(at=AT_SIX.at, timed=True, alert="x"), replace(AT_SIX, at=saturday))
    data = {"at": saturday.isoformat(), "days": [], "timed": True, "loose": False, "moved": ""}
    moved = nothing().amend(held, text="call Mum", **data)
    given = moved.given(entry="e", what="call Mum", at=saturday, days=())
    assert reply == given.change("x", Reminder("reminder", at=saturday, days=()), then=moving.moved_along)


def test_what_was_kept_last_can_be_put_right() -> None:
    held = turn(kept=(entry(at=FRIDAY),), slots={"new": "sam"}, request=Request("sam"))
    changed = say("meant", what="call Mum", person="Sam").amend(entry(at=FRIDAY), about="Sam")
    assert moving.correct(held) == changed
    unread = turn(kept=(entry(at=FRIDAY),), slots={"new": "saturday"})
    assert moving.correct(unread) == ask("change-how", When() | Words(), then=reporting.changed).given(entry="e")


# Hearing and sharing


def test_none_that_is_closed_is_looked_into_to_find_the_open_ones() -> None:
    def opened() -> str:
        raise AssertionError("a closed promise was opened")

    closed = Entry("c", "promise", "promise-done", opened, NOW, "a", data=opened)
    held = turn(entry(at=FRIDAY), closed)
    one = promise(at=FRIDAY)
    assert listing.list_mine(held) == say("yours", count=1).say("read", promise=line(one)).show(card((one,))).done()
    assert offering.opening(held) is None
    assert listing.agreed(held) == say("none-agreed").done()


def test_one_that_was_closed_before_there_was_a_kind_for_it_is_not_read() -> None:
    assert listing.list_mine(turn(entry(status="kept"), entry(status="let-go"))) == say("none").done()


def test_promises_are_read_three_at_a_time() -> None:
    held = tuple(entry(str(number), f"thing {number}", "") for number in range(4))
    open_ = [Promise.of(each, LONDON) for each in reversed(held)]
    reply = say("yours", count=4)
    for each in open_[:3]:
        reply = reply.say("read", promise=line(each))
    asked = reply.show(card(tuple(open_[:3]))).ask("more", YesNo(), then=listing.read_on, count=1).given(rest=("0",))
    assert listing.list_mine(turn(*held)) == asked
    last = say("read", promise=line(open_[3])).show(card((open_[3],))).done()
    assert listing.read_on(turn(*held, given={"rest": ("0",)}), True) == last


def test_those_to_one_person_are_found_by_any_name_for_them() -> None:
    held = entry(at=FRIDAY)
    one = promise(at=FRIDAY)
    reply = say("read", promise=line(one)).show(card((one,))).done()
    assert listing.list_mine(turn(held, slots={"friend": "my mother"})) == reply
    assert listing.list_mine(turn(held, slots={"friend": "leo"})) == say("none-to", person="Leo").done()


def test_only_what_was_shared_is_told_of() -> None:
    shared = entry(at=FRIDAY, visibility="shared", shared_with="l")
    reply = say("read-of", who=ANA, promise=line(promise(at=FRIDAY))).done()
    assert listing.theirs(turn(shared, speaker=LEO, slots={"friend": "ana"})) == reply
    assert listing.theirs(turn(slots={"friend": "leo"})) == say("tells-nothing").done()
    assert listing.agreed(turn(shared, speaker=LEO)) == reply
    assert listing.agreed(turn(entry(at=FRIDAY))) == say("none-agreed").done()


def test_sharing_needs_a_clear_yes() -> None:
    held = entry(at=FRIDAY)
    sure = ask("share-sure", YesNo(clear=True), then=listing.share_sure, what="call Mum", person=LEO)
    assert listing.share(turn(held, slots={"friend": "leo"})) == sure.given(entry="e", person=LEO)
    agreed = turn(held, given={"entry": "e", "person": LEO})
    assert listing.share_sure(agreed, True) == say("shared", person=LEO).share(held, LEO).done()
    assert listing.share_sure(agreed, False) == say("share-not").done()


# Between us


def test_whose_it_is_is_kept_and_nothing_more() -> None:
    kept = (
        say("confided", person="Sam")
        .record("confidence", "Sam", about="Sam", status="open")
        .say("confided-but")
        .done(True)
    )
    assert confiding.between_us(turn(slots={"friend": "sam"})) == kept
    assert confiding.between_us(turn(slots={"friend": "he"})) == ask("whose", Name() | Words(), then=confiding.whose)
    assert confiding.whose(turn(), "sam") == kept


def test_who_is_kept_for_is_told_to_one_alone() -> None:
    held = Entry("c", "promise", "confidence", "Sam", NOW, "a", "Sam", data={"status": "open"})
    assert confiding.keeping(turn(held)) == say("confided-for", people=("Sam",)).done()
    assert confiding.keeping(turn(held, present=(ANA, LEO))) == say("tells-nothing").done()
    assert confiding.keeping(turn()) == say("confided-none").done()


def test_a_slip_is_met_without_blame() -> None:
    held = Entry("c", "promise", "confidence", "Sam", NOW, "a", "Sam", data={"status": "open"})
    asked = nothing().amend(held, status="slipped").ask("slipped", YesNo(), then=confiding.own_up)
    assert confiding.slipped(turn(held)) == asked
    assert confiding.own_up(turn(), True) == say("own-up").done()


# Offers


def test_the_longest_due_comes_first_and_alone() -> None:
    held = (entry("n", "water the plants", "", at=NOW), entry("o", at=NOW - timedelta(days=2)))
    asked = ask("due-before", HOW | YesNo() | When() | Duration(), then=reporting.reported, what="call Mum").given(
        entry="o"
    )
    assert offering.checking_in(turn(*held)) == Offer(80, asked, needs_answer=True)
    assert offering.opening(turn(*held)) == Offer(80, asked)
    assert offering.opening(turn(entry(at=FRIDAY))) is None
    assert offering.opening(turn(*held, speaker=None)) is None


def test_with_two_here_its_owner_is_asked() -> None:
    shared = entry(at=NOW, visibility="shared", shared_with="l")
    kinds = HOW | YesNo() | When() | Duration()
    asked = ask("due-of", kinds, then=reporting.reported, to=ANA, what="call Mum", name=ANA).given(entry="e")
    both = turn(shared, speaker=LEO, present=(LEO, ANA))
    assert offering.for_two(both) == Offer(80, asked, needs_answer=True)
    assert offering.for_two(replace(both, given={"about": "heat"})) is None


def test_the_week_is_counted_without_what_was_missed() -> None:
    log = [["2026-03-04", "kept"], ["2026-03-03", "missed"], ["2026-03-05", "moved"], ["2026-02-01", "kept"]]
    parts = (Line("week-kept", {"count": 1}), Line("week-moved", {"count": 1}))
    assert offering.week(turn(entry(days=[3], log=log))) == Offer(60, say("week", parts=parts))
    assert offering.week(turn(entry(log=[["2026-03-03", "missed"]]))) is None


def test_the_week_counts_those_that_are_closed_too_however_they_are_filed() -> None:
    log = [["2026-03-04", "kept"]]
    before = entry("b", status="kept", log=log)
    closed = entry("c", kind="promise-done", status="kept", log=log)
    parts = (Line("week-kept", {"count": 3}),)
    assert offering.week(turn(entry(days=[3], log=log), before, closed)) == Offer(60, say("week", parts=parts))


# For two


def test_each_promises_the_other_in_turn() -> None:
    both = turn(present=(LEO, ANA))
    first = ask("each", Words(), then=together.promised, to=ANA, name=ANA, other=LEO)
    assert together.here(both, True) == first.given(who=ANA, other=LEO, round=1, small=False)
    assert together.together(turn()) == nothing().both_here(then=together.here)


def test_one_ones_promise_is_kept_for_both_and_the_other_goes_on() -> None:
    data = {"at": (NOW + timedelta(days=7)).isoformat(), "days": [], "timed": False, "loose": True, "cue": ""}
    kept = say("noted", what=Line("line", {"what": "cook"})).record(
        "promise", "cook", about="Leo", owner=ANA, visibility="shared", shared_with=LEO, **data, status="open", moved=""
    )
    second = kept.ask("each", Words(), then=together.promised, to=LEO, name=LEO, other=ANA)
    held = turn(present=(ANA, LEO), given={"who": ANA, "other": LEO, "round": 1, "small": False})
    assert together.promised(held, "i'll cook") == second.given(who=LEO, other=ANA, round=2, small=False)
    last = turn(present=(ANA, LEO), given={"who": LEO, "other": ANA, "round": 2, "small": False})
    assert together.promised(last, None) == say("passed").say("both-kept").done(True)


def test_ones_promise_is_said_back_with_its_days() -> None:
    held = turn(
        present=(ANA, LEO),
        given={"who": ANA, "other": LEO, "round": 1, "small": False},
        request=Request("hug you", FRIDAYS),
    )
    line_ = Line("line-when", {"what": "hug Leo", "when": when_of(FRIDAY, (4,), timed=False)})
    assert together.promised(held, "hug you on Fridays").lines[0].args["what"] == line_


@pytest.mark.parametrize("words", ["Leo", "it's leo", "Ana here", "why do you ask"])
def test_a_bare_name_is_no_promise_for_the_other(words: str) -> None:
    passed = {"who": ANA, "other": LEO, "round": 1, "small": False}
    again = ask("each", Words(), then=together.promised, to=ANA, name=ANA, other=LEO).given(**passed)
    assert together.promised(turn(present=(ANA, LEO), given=passed), words) == again


def test_a_voice_known_for_the_other_ones_may_go_first() -> None:
    held = turn(present=(ANA, LEO), speaker=LEO, given={"who": ANA, "other": LEO, "round": 1, "small": False})
    assert together.promised(held, "cook").effects[0].owner == LEO.id


def test_wishes_become_promises_to_each_other() -> None:
    data = {"at": (NOW + timedelta(days=7)).isoformat(), "days": [], "timed": False, "loose": True, "cue": ""}
    kept = say("wishes-kept").record(
        "promise",
        "a walk",
        about="Ana",
        owner=LEO,
        visibility="shared",
        shared_with=ANA,
        **data,
        status="open",
        moved="",
    )
    asked = turn(present=(ANA, LEO), given={"about": "promise", "wishes": (("a", "a walk"),)})
    assert offering.for_two(asked) == Offer(80, kept.done(True))


# Over days, in the house


def filed(conversation: Conversation) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in conversation.entries("promise")]


@pytest.fixture
def kept(conversation: Conversation) -> Conversation:
    """Give a home where a promise was made and, a day later, kept."""
    for words in ("I promised to water the plants tomorrow", "nothing", "yes", "no"):
        conversation.say(words)
    assert filed(conversation) == [("promise", "water the plants")]
    conversation.wait(days=1).say("I kept my promise")
    return conversation


def test_one_that_was_kept_is_filed_as_closed_and_counts_for_the_week(kept: Conversation) -> None:
    assert filed(kept) == [("promise-done", "water the plants")]
    assert "ater the plants" not in kept.say("what are my promises").speech
    assert "one kept" in kept.say("sum up my week").speech


def test_one_that_was_not_kept_after_all_is_open_again(kept: Conversation) -> None:
    kept.say("undo")
    assert filed(kept) == [("promise", "water the plants")]
    assert "Water the plants" in kept.say("what are my promises").speech


def test_what_was_shared_and_then_kept_is_no_longer_what_two_work_on(conversation: Conversation) -> None:
    ana = conversation.speaker("ana")
    for words in ("my name is Ana", "I promised to book the dentist on Monday", "skip", "yes", "no"):
        ana.say(words)
    conversation.speaker("leo").say("my name is Leo")
    conversation.speaker("ana").say("share my promise with Leo")
    ana.answer("yes")
    assert "ook the dentist" in ana.say("what are we working on").speech
    ana.say("I kept my promise")
    assert "ook the dentist" not in ana.say("what are we working on").speech


def test_one_that_was_let_go_is_filed_as_closed(conversation: Conversation) -> None:
    for words in ("I promised to water the plants tomorrow", "nothing", "yes", "no", "let my promise go", "yes"):
        conversation.say(words)
    assert filed(conversation) == [("promise-done", "water the plants")]
