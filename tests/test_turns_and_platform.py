from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from zoneinfo import ZoneInfo

import pytest

from skill import Practice, Reminder, Timer, Words, ask, say
from skill.errors import PlatformError, VersionConflict
from skill.platform import Receipt
from skill.speech import plain

LONDON = ZoneInfo("Europe/London")
TEN = timedelta(minutes=10)
TEXTS = """
time-up = Time to water.
    .or-1 = Watering time.
reminder = A look at the roses.
came = That was { $status }, { $at }.
came-to = That was { $status }.
asked = What did you see?
    .reprompt = What was there?
    .narrower = A flower?
seen = Seen { $times } so far.
"""


@dataclass(frozen=True)
class Garden:
    times: int = 0


def a_garden() -> Practice[Garden]:
    garden = Practice("garden", state=Garden)

    @garden.step
    def came(turn, outcome):
        if outcome.at is None:
            return say("came-to", status=outcome.status).done()
        return say("came", status=outcome.status, at=outcome.at).done()

    @garden.on("TimerIntent")
    def time(turn):
        counted = replace(turn.state, times=turn.state.times + 1)
        return say("seen", times=counted.times).keep(counted).time(Timer("time-up", TEN), then=came)

    @garden.on("ReminderIntent")
    def remind(turn):
        return say("seen", times=1).remind(Reminder("reminder", at=turn.after(TEN)), then=came, agreed=True)

    @garden.on("TomorrowIntent")
    def tomorrow(turn):
        at = (turn.now + timedelta(days=1)).replace(hour=8, minute=0, second=0)
        return say("seen", times=1).remind(Reminder("reminder", at=at), then=came, agreed=True)

    @garden.on("ChangeIntent")
    def change(turn):
        return say("seen", times=1).change(turn.alerts[0].id, Reminder("reminder", at=turn.after(2 * TEN)), then=came)

    @garden.on("CancelOneIntent")
    def cancel(turn):
        return say("seen", times=1).cancel(turn.alerts[0].id, then=came)

    @garden.on("OnceIntent")
    def once(turn):
        if turn.state.times:
            return say("seen", times=turn.state.times).done()
        return say("seen", times=0).time(Timer("time-up", TEN), then=came)

    @garden.on("CountIntent")
    def count(turn):
        return say("seen", times=turn.state.times).keep(replace(turn.state, times=turn.state.times + 1)).done()

    @garden.on("LookIntent")
    def look(turn):
        return ask("asked", Words(), then=seen).time(Timer("time-up", TEN), then=waited)

    @garden.step
    def waited(turn, outcome):
        return ask("asked", Words(), then=seen)

    @garden.step
    def seen(turn, thing: str):
        return say("seen", times=1).done()

    return garden


@pytest.fixture
def home(homes, bring, platform):
    home = homes(bring(a_garden(), texts=TEXTS))
    home.launch()
    home.end()
    platform.calls.clear()
    return home


def running(home, intent, **what):
    """Let a turn run in a thread of its own, held where it calls the platform; give what lets it go on."""
    held, go = Event(), Event()

    def hold(call):
        if not held.is_set():
            held.set()
            assert go.wait(10)

    home.platform.before = hold
    said = []
    thread = Thread(target=lambda: said.append(home.ask(intent, **what)))
    thread.start()
    assert held.wait(10)

    def finish():
        go.set()
        thread.join(10)
        return said[0]

    return finish


# What came of it


def test_a_timer_is_set_and_its_step_hears_when_it_sounds(home, platform):
    assert plain(home.ask("TimerIntent").speech) == "Seen 1 so far. That was set, at twenty past eight."
    assert platform.calls == ["list_timers", "create_timer"]


def test_a_reminder_that_was_agreed_is_set_at_once(home, platform):
    assert plain(home.ask("ReminderIntent").speech) == "Seen 1 so far. That was set, at twenty past eight."
    assert [each.text for each in platform.alerts.values()] == ["A look at the roses."]


def test_what_was_set_is_listed_later(home):
    home.ask("ReminderIntent")
    assert home.ask("ChangeIntent").outcome == "said"
    assert [each["kind"] for each in home.kept()["alerts"]] == ["reminder"]


def test_a_reminder_is_given_another_time(home, platform):
    home.ask("ReminderIntent")
    assert plain(home.ask("ChangeIntent").speech) == "Seen 1 so far. That was changed, at half past eight."
    assert len(platform.alerts) == len(home.kept()["alerts"]) == 1


@pytest.mark.parametrize("intent", ["ReminderIntent", "TimerIntent"])
def test_an_alert_is_taken_away(home, platform, intent):
    home.ask(intent)
    assert plain(home.ask("CancelOneIntent").speech) == "Seen 1 so far. That was cancelled."
    assert platform.alerts == {}
    assert home.kept()["alerts"] == []


@pytest.mark.parametrize("status", ["unsupported", "busy", "full", "failed"])
@pytest.mark.parametrize(("intent", "call"), [("ReminderIntent", "create_reminder"), ("TimerIntent", "create_timer")])
def test_every_refusal_of_the_platform_reaches_the_practices_step(home, platform, intent, call, status):
    platform.refusals[call] = [status]
    assert f"That was {status}." in plain(home.ask(intent).speech)
    assert home.kept()["alerts"] == []


@pytest.mark.parametrize("status", ["unsupported", "busy", "failed"])
def test_a_change_that_fails_leaves_the_alert_as_it_was(home, platform, status):
    home.ask("ReminderIntent")
    before = home.kept()["alerts"]
    platform.refusals["change_reminder"] = [status]
    assert f"That was {status}." in plain(home.ask("ChangeIntent").speech)
    assert home.kept()["alerts"] == before


def test_an_alert_that_the_platform_no_longer_has_is_missing_when_it_is_changed(home, platform):
    home.ask("ReminderIntent")
    platform.alerts.clear()
    assert "That was missing." in plain(home.ask("ChangeIntent").speech)
    assert home.kept()["alerts"] == []


def test_an_alert_that_the_platform_no_longer_has_counts_as_cancelled(home, platform):
    home.ask("ReminderIntent")
    platform.alerts.clear()
    assert "That was cancelled." in plain(home.ask("CancelOneIntent").speech)
    assert home.kept()["alerts"] == []


def test_an_alert_that_has_sounded_is_forgotten(home):
    home.ask("TimerIntent")
    home.wait(hours=1)
    home.ask("CountIntent")
    assert home.kept()["alerts"] == []


def test_who_is_asked_after_a_timer_was_set_answers(home):
    assert plain(home.ask("LookIntent").speech) == "What did you see?"
    assert plain(home.say("a rose").speech) == "Seen 1 so far."


# Time


@pytest.mark.parametrize(
    ("now", "at"),
    [
        (datetime(2026, 3, 28, 20, tzinfo=LONDON), datetime(2026, 3, 29, 7, tzinfo=UTC)),
        (datetime(2026, 10, 24, 20, tzinfo=LONDON), datetime(2026, 10, 25, 8, tzinfo=UTC)),
    ],
)
def test_a_reminder_over_a_clock_change_sounds_at_the_wall_time_that_was_meant(home, platform, now, at):
    home.now = now
    said = home.ask("TomorrowIntent")
    assert plain(said.speech) == "Seen 1 so far. That was set, tomorrow at eight in the morning."
    assert [each.at for each in platform.alerts.values()] == [at]


def test_a_timer_over_a_clock_change_lasts_as_long_as_it_says(home):
    home.now = datetime(2026, 3, 29, 0, 55, tzinfo=LONDON)
    assert plain(home.ask("TimerIntent").speech) == "Seen 1 so far. That was set, at five past two."


def test_the_zone_is_asked_for_once_a_day_and_only_at_a_launch(home, platform):
    home.ask("CountIntent")
    home.launch()
    assert platform.calls == []
    home.wait(days=1)
    home.ask("CountIntent")
    assert platform.calls == []
    home.launch()
    assert platform.calls == ["time_zone"]


@pytest.mark.parametrize("zone", [None, "Nowhere/At-all", "../etc", ""])
def test_a_zone_that_the_platform_cannot_say_is_taken_as_utc(homes, bring, platform, zone):
    platform.zone = zone
    home = homes(bring(a_garden(), texts=TEXTS))
    assert home.launch().outcome == "asked"
    assert home.kept()["zone"] in ("", "UTC")


def test_a_platform_that_does_not_answer_leaves_the_zone_as_it_was(home, platform):
    home.wait(days=1)
    platform.refusals["time_zone"] = ["busy"]
    assert home.launch().outcome == "asked"
    assert home.kept()["zone"] == "Europe/London"


# While the platform is slow


def test_a_slow_platform_call_does_not_delay_another_household(home):
    finish = running(home, "TimerIntent")
    assert home.launch(user="zoe").outcome == "asked"
    assert finish().outcome == "said"


def test_a_slow_platform_call_does_not_delay_another_device_of_the_household(home):
    finish = running(home, "TimerIntent")
    assert plain(home.ask("CountIntent", device="bedroom").speech) == "Seen 0 so far."
    assert finish().outcome == "said"


def test_a_turn_that_is_run_again_starts_from_what_the_other_left_and_calls_the_platform_once(home, platform):
    finish = running(home, "TimerIntent")
    home.ask("CountIntent", device="bedroom")
    assert plain(finish().speech) == "Seen 2 so far. That was set, at twenty past eight."
    assert platform.calls == ["list_timers", "create_timer"]
    assert home.states() == {"garden": [{"times": 2}]}


def test_what_the_turn_that_is_written_does_not_want_is_taken_back(home, platform):
    finish = running(home, "OnceIntent")
    home.ask("CountIntent", device="bedroom")
    assert plain(finish().speech) == "Seen 1 so far."
    assert platform.alerts == {}
    assert home.kept()["alerts"] == []


def test_two_copies_of_a_request_at_once_make_one_platform_call_and_get_one_reply(home, platform):
    finish = running(home, "TimerIntent")
    copied = []
    copy = Thread(target=lambda: copied.append(home.again()))
    copy.start()
    said = finish()
    copy.join(10)
    assert copied == [said]
    assert platform.calls == ["list_timers", "create_timer"]


def test_two_copies_of_a_request_that_needs_no_platform_are_written_once(home, monkeypatch):
    commit, copies = home.households.commit, []

    def commit_after_the_copy(*what):
        if not copies:
            copies.append(None)
            copies.append(home.again())
        commit(*what)

    monkeypatch.setattr(home.households, "commit", commit_after_the_copy)
    assert home.ask("CountIntent") == copies[1]
    assert home.states() == {"garden": [{"times": 1}]}


def test_a_copy_that_waits_too_long_apologises_and_changes_nothing(home):
    finish = running(home, "TimerIntent")
    home.conversation._clocks = replace(home.conversation._clocks, sleep=lambda _: setattr(home, "ticks", 7))
    assert home.again().outcome == "failed"
    home.ticks = 0
    assert finish().outcome == "said"


# When a turn dies


def test_a_turn_that_finds_a_stale_claim_adopts_the_reminder_that_the_platform_has(home, platform):
    at = home.now + TEN
    platform.alerts["left"] = Receipt("left", True, at, "A look at the roses.", home.now)
    before = home.households.snapshot("ana", None, "lost", home.now)
    long_ago = home.now - timedelta(minutes=1)
    home.households.claim(before, "lost", {}, long_ago)
    assert home.ask("ReminderIntent", request="lost").outcome == "said"
    assert platform.calls == ["list_reminders"]
    assert len(platform.alerts) == len(home.kept()["alerts"]) == 1


def test_a_reminder_of_another_time_is_not_adopted(home, platform):
    platform.alerts["other"] = Receipt("other", True, home.now + 2 * TEN, "A look at the roses.", home.now)
    before = home.households.snapshot("ana", None, "lost", home.now)
    home.households.claim(before, "lost", {}, home.now - timedelta(minutes=1))
    home.ask("ReminderIntent", request="lost")
    assert platform.calls == ["list_reminders", "create_reminder"]


def test_a_turn_whose_platform_call_was_too_slow_keeps_nothing_and_can_be_tried_again(home, platform):
    before = home.rows()
    platform.before = lambda call: setattr(home, "ticks", home.ticks + 7)
    assert home.ask("TimerIntent").outcome == "failed"
    assert home.rows() == before
    platform.before = lambda call: None
    assert home.again().outcome == "said"


def test_a_platform_that_raises_what_nobody_foresaw_fails_the_turn_and_lets_go_of_the_claim(home, platform):
    def broken(call):
        raise ZeroDivisionError

    before = home.rows()
    platform.before = broken
    assert home.ask("TimerIntent").outcome == "failed"
    assert home.rows() == before


def test_a_refused_clean_up_does_not_fail_the_turn(home, platform):
    finish = running(home, "OnceIntent")
    home.ask("CountIntent", device="bedroom")
    platform.refusals["delete_timer"] = ["busy"]
    assert finish().outcome == "said"


def test_the_error_names_its_outcome_and_the_platforms_code():
    error = PlatformError("busy", "429")
    assert (str(error), error.outcome, error.code) == ("busy 429", "busy", "429")


def test_a_timer_that_was_set_too_late_is_taken_back(home, platform):
    platform.before = lambda call: setattr(home, "ticks", home.ticks + 7)
    home.ask("TimerIntent")
    assert platform.alerts == {}


def test_a_turn_that_is_always_second_lets_go_of_its_claim_and_of_what_it_set(home, platform, monkeypatch):
    def never(*_):
        home.ticks += 1
        raise VersionConflict("another turn")

    before = home.rows()
    monkeypatch.setattr(home.households, "commit", never)
    assert home.ask("TimerIntent").outcome == "failed"
    assert home.rows() == before
    assert platform.alerts == {}
