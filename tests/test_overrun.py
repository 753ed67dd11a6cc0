"""Plugins' code that takes too long, or fails again and again: whoever speaks is answered, and the others go on."""

import gc
import threading
import time
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

import skill.conversation
from skill import Offer, Practice, Reminder, Words, YesNo, ask, hookimpl, nothing, say
from skill.companions import MOST_LEFT, Companions
from skill.conversation import Clocks, Conversation
from skill.errors import BudgetSpent, Overran, StoreError
from skill.guest import GuestReply
from skill.metering import Meter
from skill.speech import plain

TEXTS = """
asked = What did the garden do?
    .reprompt = One thing from the garden?
kept = Kept: { $thing }.
"""
FINE = "fine = All is well.\nmore = Shall I go on?\n"
SHORT = 0.25
"""Seconds of budget for turns that are expected to overrun."""
CONTEXT = ContextVar("CONTEXT", default="")


@pytest.fixture(autouse=True)
def budget(monkeypatch):
    monkeypatch.setattr(skill.conversation, "BUDGET", SHORT)


@dataclass
class Gate:
    """What slow code waits at: ``closed`` from the start, and opened at the end of every test."""

    closed: bool = True
    waiting: int = 0
    came_back: int = 0
    _opened: threading.Event = field(default_factory=threading.Event)

    def wait(self, then=lambda: None):
        """Wait, then do what slow code does late: nothing is left open by it when the test is over."""
        closed = self.closed
        self.waiting += closed
        if closed:
            self._opened.wait(20)
        then()
        self.came_back += closed

    def open(self):
        self.closed = False
        self._opened.set()

    def settle(self):
        """Open it, and wait until all that waited there has come to its end."""
        self.open()
        ends = time.monotonic() + 10
        while self.came_back < self.waiting and time.monotonic() < ends:
            time.sleep(0.005)


@pytest.fixture
def gate():
    gate = Gate()
    yield gate
    gate.settle()


def a_garden(gate) -> Practice:
    """Make a practice that begins at once, and whose step waits at the gate."""
    garden = Practice("garden")
    garden.on("GardenIntent")(lambda turn: ask("asked", Words(), then=keep))

    @garden.on("SlowIntent")
    def slow(turn):
        gate.wait()
        return say("kept", thing="nothing").record("sight", "nothing").done()

    @garden.step
    def keep(turn, thing: str):
        gate.wait(then=turn.journal.entries)
        return say("kept", thing=thing).record("sight", thing).done()

    return garden


def a_shed() -> Practice:
    shed = Practice("shed")
    shed.on("ShedIntent")(lambda turn: say("fine").done())
    return shed


@pytest.fixture
def home(homes, bring, gate):
    home = homes(bring(a_garden(gate), texts=TEXTS), bring(a_shed(), texts=FINE))
    home.launch()
    home.end()
    return home


def logged(logs, event):
    return [each for each in logs if each["event"] == event]


# What the person hears


def test_who_speaks_is_answered_in_time_when_a_handler_does_not_return(home):
    began = time.monotonic()
    said = home.ask("SlowIntent")
    assert SHORT <= time.monotonic() - began < SHORT + 2
    assert (said.outcome, said.practice, said.listening) == ("overran", "garden", False)
    assert "kept" in plain(said.speech)


def test_nothing_is_kept_of_a_turn_that_overran_not_even_when_its_handler_comes_back(home, gate):
    before = home.rows()
    home.ask("SlowIntent")
    assert home.rows() == before
    gate.settle()
    assert home.rows() == before


def test_a_question_stays_open_when_its_step_does_not_return_and_can_be_answered_then(home, gate):
    home.ask("GardenIntent")
    said = home.say("the roses opened")
    assert (said.outcome, said.listening, said.words) == ("overran", True, True)
    assert home.frames()["garden"] == "open"
    gate.settle()
    assert plain(home.say("the roses opened").speech) == "Kept: the roses opened."
    assert home.entries() == ["the roses opened"]


def test_a_handler_that_loops_is_left_behind_as_one_that_waits_is(homes, bring, gate, monkeypatch):
    garden = Practice("garden")

    @garden.on("SlowIntent")
    def loops(turn):
        while gate.closed:
            pass

    home = homes(bring(garden), bring(a_shed(), texts=FINE))
    home.launch()
    assert home.ask("SlowIntent").outcome == "overran"
    monkeypatch.setattr(skill.conversation, "BUDGET", 6.0)
    assert plain(home.ask("ShedIntent").speech) == "All is well."


# What the operator reads


def test_the_log_names_the_plugin_the_step_and_the_place_and_no_words(home):
    home.ask("GardenIntent")
    with capture_logs() as logs:
        home.say("the roses opened")
    [failed] = logged(logs, "failed")
    assert (failed["practice"], failed["error"]) == ("garden", "Overran")
    assert "garden:keep of garden took longer than its budget, and was left at " in failed["reason"]
    assert "roses" not in str(logs)


def test_the_log_says_when_what_was_left_behind_comes_back(home, gate):
    with capture_logs() as logs:
        home.ask("SlowIntent")
        gate.settle()
        ends = time.monotonic() + 10
        while not logged(logs, "came_back") and time.monotonic() < ends:
            time.sleep(0.005)
    [back] = logged(logs, "came_back")
    assert (back["plugin"], back["where"]) == ("garden", "SlowIntent")


def test_turns_that_overran_are_counted_by_practice(home):
    meter = Meter()
    home.registry.manager.register(meter, "meter")
    home.ask("SlowIntent")
    assert b'safe_harbor_turns_total{outcome="overran",practice="garden"} 1.0' in meter.text()


# That the others go on


def test_another_plugin_answers_while_some_code_is_left_behind(home):
    home.ask("SlowIntent")
    assert plain(home.ask("ShedIntent").speech) == "All is well."


def test_after_a_few_calls_that_do_not_come_back_a_plugins_calls_are_refused_at_once(home, gate):
    for _ in range(MOST_LEFT):
        home.ask("SlowIntent")
    with capture_logs() as logs:
        said = home.ask("SlowIntent")
    assert gate.waiting == MOST_LEFT
    assert (said.outcome, said.listening) == ("overran", False)
    assert logged(logs, "failed")[0]["reason"].startswith("garden was not asked for SlowIntent")
    assert plain(home.ask("ShedIntent").speech) == "All is well."


def test_a_plugin_is_asked_again_when_its_calls_have_come_back(home, gate):
    for _ in range(MOST_LEFT):
        home.ask("SlowIntent")
    gate.settle()
    ends = time.monotonic() + 10
    while (said := home.ask("SlowIntent")).outcome == "overran" and time.monotonic() < ends:
        time.sleep(0.005)
    assert plain(said.speech) == "Kept: nothing."


def test_an_offer_that_does_not_return_is_left_out_of_the_opening(homes, bring, gate):
    garden = a_garden(gate)

    @garden.offers("launch")
    def slow(turn):
        gate.wait()

    shed = a_shed()

    @shed.offers("launch")
    def quick(turn):
        return Offer(90, ask("more", YesNo(), then=shed.step(lambda turn, yes: say("fine").done(), name="end")))

    home = homes(bring(garden, texts=TEXTS), bring(shed, texts=FINE))
    gate.closed = False
    home.launch()
    home.end()
    gate.closed = True
    with capture_logs() as logs:
        opening = home.launch()
    assert opening.outcome == "asked"
    assert gate.waiting == 1
    assert logged(logs, "failed")[0]["where"] == "offers launch"


def test_a_listener_that_does_not_return_keeps_nobody_waiting(homes, bring, gate, monkeypatch):
    monkeypatch.setattr(skill.conversation, "LISTENING", 0.05)

    @hookimpl
    def turn_finished(practice):
        gate.wait()

    home = homes(bring(a_shed(), texts=FINE, turn_finished=turn_finished))
    with capture_logs() as logs:
        assert home.launch().outcome == "asked"
    assert logged(logs, "failed")[0]["where"] == "turn_finished"


# Guests


class Unconcerned:
    """A safety that lets everything pass."""

    def check(self, heard):
        return None


class SlowGuest:
    """Answers its own intent at once, and waits at the gate with everything else; then it calls out."""

    plugins = ("slow",)
    intents = {"HelloIntent": "slow"}  # noqa: RUF012

    def __init__(self, gate):
        self.gate = gate
        self.called = []
        self.refused = []

    def answer(self, plugin, visit):
        if visit.heard.intent == "HelloIntent":
            return GuestReply("Hello.", "Still there?", listening=True)
        self.gate.wait()
        try:
            visit.calls.once("late", lambda: self.called.append("late"))
        except BudgetSpent as error:
            self.refused.append(error)
            raise
        return GuestReply("Late.", listening=True, saved=True, kept={"late": True})


@pytest.fixture
def guest(gate):
    return SlowGuest(gate)


@pytest.fixture
def hosting(home, guest):
    """Return a home with a guest that waits."""
    clocks = Clocks(now=lambda: home.now, ticks=lambda: home.ticks)
    home.conversation = Conversation(home.registry, home.speech, home.households, Unconcerned(), clocks, guest)
    return home


def test_a_guest_that_does_not_return_is_apologised_for_and_keeps_the_floor(hosting):
    hosting.ask("HelloIntent")
    with capture_logs() as logs:
        said = hosting.ask("PlayIntent")
    assert (said.outcome, said.practice, said.listening) == ("overran", "guest:slow", True)
    assert "its handlers of slow took longer than its budget" in logged(logs, "failed")[0]["reason"]


def test_a_guest_that_was_left_behind_can_call_and_write_nothing_any_more(hosting, gate, guest):
    hosting.ask("HelloIntent")
    before = hosting.rows()
    hosting.ask("PlayIntent")
    gate.settle()
    ends = time.monotonic() + 10
    while not guest.refused and time.monotonic() < ends:
        time.sleep(0.005)
    assert (guest.called, len(guest.refused)) == ([], 1)
    assert hosting.rows() == before


def test_no_guest_keeps_anyone_from_stopping_by_not_returning(hosting):
    hosting.ask("HelloIntent")
    said = hosting.ask("AMAZON.StopIntent")
    assert (said.outcome, said.listening) == ("said", False)


def test_a_guest_whose_calls_are_refused_is_passed_over_where_nobody_else_knows_the_intent(hosting):
    for _ in range(MOST_LEFT):
        hosting.ask("UnknownIntent")
    assert hosting.ask("UnknownIntent").outcome != "overran"
    assert plain(hosting.ask("ShedIntent").speech) == "All is well."


# A step that fails again and again


@pytest.fixture
def failing(homes, bring):
    """Return a function that makes a home whose garden raises one error after the other, then keeps what is said."""

    def make(*errors):
        left = [*errors]
        garden = Practice("garden")
        garden.on("GardenIntent")(lambda turn: ask("asked", Words(), then=keep))

        @garden.step
        def keep(turn, thing: str):
            if left:
                raise left.pop(0)
            return say("kept", thing=thing).record("sight", thing).done()

        shed = a_shed()

        @shed.on("BrokenIntent")
        def broken(turn):
            raise ValueError

        home = homes(bring(garden, texts=TEXTS), bring(shed, texts=FINE))
        home.launch()
        home.end()
        home.ask("GardenIntent")
        return home

    return make


def test_after_the_third_failure_in_a_row_the_question_is_let_go(failing):
    home = failing(*[ValueError("roses")] * 9)
    assert [home.say("the roses opened").listening for _ in range(3)] == [True, True, False]
    assert home.frames()["garden"] == "done"


def test_what_is_said_of_it_is_short_and_asks_nothing(failing):
    home = failing(*[ValueError()] * 3)
    said = [home.say("the roses opened") for _ in range(3)][-1]
    assert "?" not in said.speech
    assert said.session == {}
    assert len(plain(said.speech).split()) < 25


def test_a_run_that_was_let_go_is_not_offered_on_another_day(failing):
    home = failing(*[ValueError()] * 3)
    for _ in range(3):
        home.say("the roses opened")
    home.wait(days=1)
    assert "your garden" not in plain(home.launch().speech)


def test_the_log_says_which_step_was_let_go_of(failing):
    home = failing(*[ValueError("roses")] * 3)
    with capture_logs() as logs:
        for _ in range(3):
            home.say("the roses opened")
    [gone] = logged(logs, "let_go")
    assert (gone["practice"], gone["step"], gone["failures"]) == ("garden", "garden:keep", 3)
    assert "roses" not in str(logs)


def test_a_third_answer_that_can_be_taken_is_taken(failing):
    home = failing(ValueError(), ValueError())
    said = [home.say("the roses opened") for _ in range(3)][-1]
    assert plain(said.speech) == "Kept: the roses opened."


def test_only_failures_in_a_row_are_counted(failing):
    home = failing(*[ValueError()] * 4)
    for _ in range(2):
        home.say("the roses opened")
    home.ask("AMAZON.RepeatIntent")
    assert [home.say("the roses opened").listening for _ in range(2)] == [True, True]


def test_a_failure_of_something_else_is_no_failure_of_the_open_question(failing):
    home = failing()
    assert [home.ask("BrokenIntent").listening for _ in range(4)] == [True] * 4
    assert home.frames()["garden"] == "open"


def test_a_store_that_is_out_of_reach_is_no_failure_of_the_step(failing):
    home = failing(*[StoreError()] * 4)
    assert [home.say("the roses opened").listening for _ in range(4)] == [True] * 4


def test_a_step_that_does_not_return_is_let_go_after_the_third_time_too(home):
    home.ask("GardenIntent")
    assert [home.say("the roses opened").listening for _ in range(3)] == [True, True, False]
    assert home.frames()["garden"] == "done"


def test_a_guest_that_fails_again_and_again_is_let_go_of_too(hosting):
    hosting.ask("HelloIntent")
    assert [hosting.ask("PlayIntent").listening for _ in range(3)] == [True, True, False]
    assert hosting.frames()["guest:slow"] == "done"


# Companions


def companions_alive():
    return {each for each in threading.enumerate() if each.name == "companion"}


def test_calls_one_after_the_other_share_one_thread_that_the_first_of_them_starts():
    before = companions_alive()
    companions = Companions()
    assert companions_alive() == before
    threads = {companions.call("garden", "keep", threading.current_thread, 5) for _ in range(20)}
    assert len(threads) == 1
    assert threads.isdisjoint({threading.current_thread()} | before)


def test_a_call_within_a_call_is_made():
    companions = Companions()
    assert companions.call("one", "", lambda: companions.call("other", "", lambda: 7, 5), 5) == 7


def test_a_call_sees_the_context_of_the_one_who_waits():
    companions = Companions()
    CONTEXT.set("before")
    companions.call("garden", "", CONTEXT.get, 5)
    CONTEXT.set("now")
    assert companions.call("garden", "", CONTEXT.get, 5) == "now"


@pytest.mark.parametrize("error", [ValueError("x"), SystemExit(3)])
def test_what_a_call_raises_is_raised(error):
    def raises():
        raise error

    companions = Companions()
    with pytest.raises(type(error)) as caught:
        companions.call("garden", "", raises, 5)
    assert caught.value is error
    assert companions.call("garden", "", lambda: 7, 5) == 7


def test_threads_end_with_the_companions_that_nobody_needs_any_more(gate):
    before = companions_alive()
    companions = Companions()
    companions.call("garden", "", lambda: None, 5)
    with pytest.raises(Overran):
        companions.call("garden", "", gate.wait, 0.01)
    del companions
    gc.collect()
    gate.settle()
    ends = time.monotonic() + 10
    while companions_alive() - before and time.monotonic() < ends:
        time.sleep(0.005)
    assert companions_alive() - before == set()


def test_at_most_so_many_calls_of_a_plugin_are_left_behind_and_another_is_not_refused(gate):
    companions = Companions()
    for _ in range(MOST_LEFT):
        with pytest.raises(Overran, match="took longer"):
            companions.call("garden", "keep", gate.wait, 0.01)
    with pytest.raises(Overran, match="was not asked"):
        companions.call("garden", "keep", lambda: 7, 5)
    assert companions.call("shed", "look", lambda: 7, 5) == 7


# What was set outside


def test_a_reminder_is_taken_back_when_the_step_that_hears_of_it_does_not_return(homes, bring, gate, platform):
    garden = Practice("garden")

    @garden.on("GardenIntent")
    def begin(turn):
        return nothing().remind(Reminder("look", turn.after(timedelta(hours=1))), then=told, agreed=True)

    @garden.step
    def told(turn, outcome):
        gate.wait()
        return say("kept", thing="roses").done()

    home = homes(bring(garden, texts=TEXTS + "look = Look at the roses.\n"))
    home.launch()
    assert home.ask("GardenIntent").outcome == "overran"
    assert platform.calls[-2:] == ["create_reminder", "delete_reminder"]
    assert platform.alerts == {}
