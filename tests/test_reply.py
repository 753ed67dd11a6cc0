from datetime import UTC, datetime, timedelta

import pytest

from skill import Entry, Offer, Person, Practice, Reminder, Reply, Screen, Timer, Words, YesNo, ask, nothing, say
from skill.reply import (
    Amend,
    AskConsent,
    Call,
    CancelAlert,
    ChangeAlert,
    Done,
    Drop,
    Floor,
    Introduce,
    Line,
    Question,
    Record,
    SetReminder,
    SetTimer,
    address,
)

NOW = datetime(2026, 3, 2, 20, tzinfo=UTC)
ENTRY = Entry("e1", "garden", "thing", "the rain", NOW, data={"n": 1})
LEO = Person("p2", "Leo")
REMINDER = Reminder("label", at=NOW)

garden = Practice("garden")


@garden.step
def went_on(turn, value: object):
    return nothing()


def test_a_reply_is_a_value():
    assert say("kept", thing="a").record("x", "a") == say("kept", thing="a").record("x", "a")
    assert say("kept", thing="a") != say("kept", thing="b")


def test_every_method_leaves_the_reply_it_was_called_on_as_it_was():
    before = say("kept")
    before.say("more").record("x", "y").given(a=1).keep(object()).done(1)
    assert before == say("kept")


def test_lines_stand_in_the_order_in_which_they_were_added():
    assert [each.id for each in say("one").say("two").lines] == ["one", "two"]


def test_a_question_names_kinds_step_and_person():
    assert ask("x", YesNo(), then=went_on, to=LEO, a=1).question == Question(
        Line("x", {"a": 1}), YesNo() | YesNo(), "garden:went_on", "p2"
    )


def test_what_is_passed_on_adds_up():
    assert dict(nothing().given(a=1).given(b=2, a=3).passed) == {"a": 3, "b": 2}


@pytest.mark.parametrize(
    ("reply", "effect"),
    [
        (nothing().record("x", "y"), Record("x", "y")),
        (
            nothing().record("x", "y", about="Leo", visibility="shared", owner=LEO, shared_with=LEO, n=1),
            Record("x", "y", "Leo", "shared", "p2", "p2", {"n": 1}),
        ),
        (nothing().amend(ENTRY, text="z"), Amend("e1", "z")),
        (nothing().amend(ENTRY, about="Leo", m=2), Amend("e1", None, "Leo", data={"m": 2})),
        (nothing().amend(ENTRY, kind="k2"), Amend("e1", kind="k2")),
        (nothing().share(ENTRY), Amend("e1", visibility="household")),
        (nothing().share(ENTRY, LEO), Amend("e1", visibility="shared", shared_with="p2")),
        (nothing().drop(ENTRY), Drop("e1")),
        (nothing().change("a1", REMINDER, then=went_on), ChangeAlert("a1", REMINDER, "garden:went_on")),
        (nothing().cancel("a1"), CancelAlert("a1")),
        (nothing().cancel("a1", then=went_on), CancelAlert("a1", "garden:went_on")),
        (
            nothing().time(Timer("label", timedelta(minutes=1)), then=went_on),
            SetTimer(Timer("label", timedelta(minutes=1)), "garden:went_on"),
        ),
        (nothing().set(REMINDER, then=went_on, practice="garden"), SetReminder(REMINDER, "garden:went_on", "garden")),
        (nothing().ask_consent("reminders"), AskConsent("reminders")),
        (nothing().introduce("Leo", "present"), Introduce("Leo", "present")),
        (nothing().floor("resume", "f1"), Floor("resume", "f1")),
    ],
)
def test_an_effect_is_data(reply, effect):
    assert reply.effects == (effect,)


@pytest.mark.parametrize(
    ("reply", "call"),
    [
        (nothing().call(went_on, then=went_on, a=1), Call("garden:went_on", "garden:went_on", {"a": 1})),
        (nothing().call(Offer(3, say("x")), then=went_on), Call("", "garden:went_on", {}, say("x"))),
        (nothing().both_here(then=went_on), Call("people:both", "garden:went_on")),
        (nothing().who(then=went_on), Call("people:who", "garden:went_on")),
        (
            nothing().remind(REMINDER, then=went_on, agreed=True),
            Call("reminders:wanted", "garden:went_on", {"reminder": REMINDER, "agreed": True}),
        ),
    ],
)
def test_handing_the_floor_over_is_data(reply, call):
    assert reply.handed == call


def test_the_floor_is_given_back_with_a_value():
    assert [nothing().done().result, nothing().done(3).result] == [Done(), Done(3)]


def test_an_offer_is_quoted_in_its_own_words():
    assert say("one").quote(Offer(3, say("two").ask("three", Words(), then=went_on))).lines == (
        Line("one"),
        Line("two"),
    )


def test_a_state_and_a_screen_are_kept_as_they_are():
    state, screen = object(), Screen(Line("title"))
    assert (nothing().keep(state).state, nothing().show(screen).display) == (state, screen)


def test_a_step_is_named_by_itself_or_by_its_address():
    assert address(went_on) == address("garden:went_on") == "garden:went_on"


def test_a_function_that_is_no_step_is_refused():
    def plain(turn):
        return Reply()

    with pytest.raises(TypeError, match=r"plain.*is not a step: decorate it with @practice\.step"):
        ask("x", Words(), then=plain)
