from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from skill import EVERY_DAY, Moment, Outcome, Practice, Reminder, Turn, say
from skill.house.reminders import Asked, confirmed, permitted, settled, timed, wanted
from skill.speech import plain

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 2, 20, 10, tzinfo=LONDON)
AT_NINE = datetime(2026, 3, 2, 21, 0, tzinfo=LONDON)
HOUR = timedelta(hours=1)
TEXTS = """
reminder = A look at the roses.
came = That was { $status }, { $at }.
came-to = That was { $status }.
"""


def a_garden() -> Practice:
    garden = Practice("garden")

    @garden.step
    def came(turn, outcome):
        if outcome.at is None:
            return say("came-to", status=outcome.status).done()
        return say("came", status=outcome.status, at=outcome.at).done()

    @garden.on("RemindIntent")
    def remind(turn):
        return say("came-to", status="wanted").remind(Reminder("reminder", at=AT_NINE), then=came)

    @garden.on("SomedayIntent")
    def someday(turn):
        return say("came-to", status="wanted").remind(Reminder("reminder"), then=came)

    @garden.on("DailyIntent")
    def daily(turn):
        wish = Reminder("reminder", at=AT_NINE, days=EVERY_DAY)
        return say("came-to", status="wanted").remind(wish, then=came)

    return garden


@pytest.fixture
def home(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS))
    home.launch()
    home.end()
    return home


def question(said):
    return plain(said.speech).removeprefix("That was wanted. ")


def test_a_reminder_is_asked_about_with_its_exact_time(home, platform):
    said = home.ask("RemindIntent")
    assert said.listening
    assert "at nine" in question(said)
    assert "create_reminder" not in platform.calls


def test_after_a_clear_yes_it_is_set_and_the_practice_says_when(home, platform):
    home.ask("RemindIntent")
    assert plain(home.ask("AMAZON.YesIntent").speech) == "That was set, at nine."
    assert [(each.at, each.text) for each in platform.alerts.values()] == [(AT_NINE, "A look at the roses.")]


@pytest.mark.parametrize("words", ["no", "i guess so", "not really", "i don't know"])
def test_without_a_clear_yes_nothing_is_set(home, platform, words):
    home.ask("RemindIntent")
    assert plain(home.say(words).speech) == "That was refused."
    assert platform.alerts == {}


def test_another_time_is_asked_about_again(home, platform):
    home.ask("RemindIntent")
    assert "half past nine" in plain(home.say("at half past nine").speech)
    assert plain(home.ask("AMAZON.YesIntent").speech) == "That was set, at half past nine."
    assert [each.at for each in platform.alerts.values()] == [AT_NINE + HOUR / 2]


def test_a_reminder_without_a_time_is_asked_for_one(home):
    home.ask("SomedayIntent")
    assert "tomorrow at eight in the morning" in plain(home.say("tomorrow at eight in the morning").speech)
    assert plain(home.say("yes").speech) == "That was set, tomorrow at eight in the morning."


def test_a_reminder_that_recurs_is_asked_about_as_one(home):
    assert "every day at nine in the evening" in question(home.ask("DailyIntent"))


def test_a_time_that_goes_by_while_the_question_is_open_is_asked_for_again(home, platform):
    home.ask("RemindIntent")
    home.wait(hours=1)
    said = home.ask("AMAZON.YesIntent")
    assert said.listening
    assert "set" not in plain(said.speech)
    assert platform.alerts == {}


def test_a_skipped_reminder_is_refused(home):
    home.ask("RemindIntent")
    assert plain(home.ask("SkipIntent").speech) == "That was refused."


# Asking for the permission


@pytest.fixture
def unpermitted(home, platform):
    platform.refusals["create_reminder"] = ["consent"] * 9
    home.ask("RemindIntent")
    return home


def test_without_the_accounts_permission_it_is_asked_for_by_voice(unpermitted):
    said = unpermitted.ask("AMAZON.YesIntent")
    assert (said.outcome, said.consent, said.listening, bool(said.token)) == ("consent", "reminders", False, True)
    assert "Alexa" in plain(said.speech)
    assert "?" not in plain(said.speech)


def test_once_permitted_it_is_set_where_it_was(unpermitted, platform):
    asked = unpermitted.ask("AMAZON.YesIntent")
    platform.refusals.clear()
    said = unpermitted.consent(asked.token, "accepted")
    assert plain(said.speech) == "That was set, at nine."
    assert [each.at for each in platform.alerts.values()] == [AT_NINE]


def test_a_time_that_passed_while_the_platform_asked_is_asked_for_again(unpermitted, platform):
    asked = unpermitted.ask("AMAZON.YesIntent")
    platform.refusals.clear()
    unpermitted.wait(hours=2)
    said = unpermitted.consent(asked.token, "accepted")
    assert said.listening
    assert "tomorrow at nine" in plain(unpermitted.say("tomorrow at nine in the evening").speech)
    assert plain(unpermitted.say("yes").speech) == "That was set, tomorrow at nine in the evening."


@pytest.mark.parametrize("result", ["denied", "unanswered"])
def test_without_the_permission_the_practices_step_hears_that_it_was_refused(unpermitted, platform, result):
    asked = unpermitted.ask("AMAZON.YesIntent")
    assert "That was refused" in plain(unpermitted.consent(asked.token, result).speech)
    assert platform.alerts == {}


def test_after_a_denial_the_permission_is_not_asked_for_again_for_a_week(unpermitted):
    asked = unpermitted.ask("AMAZON.YesIntent")
    unpermitted.consent(asked.token, "denied")
    unpermitted.wait(days=6)
    unpermitted.ask("DailyIntent")
    said = unpermitted.ask("AMAZON.YesIntent")
    assert (said.consent, "refused" in plain(said.speech)) == ("", True)
    assert "Alexa" in plain(said.speech)  # and it is said why nothing will ring
    unpermitted.wait(days=2)
    unpermitted.ask("DailyIntent")
    assert unpermitted.ask("AMAZON.YesIntent").consent == "reminders"


def test_who_did_not_answer_the_platform_is_asked_another_time(unpermitted):
    asked = unpermitted.ask("AMAZON.YesIntent")
    unpermitted.consent(asked.token, "unanswered")
    unpermitted.ask("RemindIntent")
    assert unpermitted.ask("AMAZON.YesIntent").consent == "reminders"


def test_a_permission_that_was_given_is_kept(unpermitted, platform):
    asked = unpermitted.ask("AMAZON.YesIntent")
    platform.refusals.clear()
    unpermitted.consent(asked.token, "accepted")
    assert [(each["scope"], each["status"]) for each in unpermitted.kept()["consents"]] == [("reminders", "accepted")]


def test_an_answer_for_a_question_nobody_remembers_opens_the_skill(home):
    assert home.consent("unknown", "accepted").listening


def test_an_answer_of_the_platform_that_comes_twice_sets_one_reminder(unpermitted, platform):
    asked = unpermitted.ask("AMAZON.YesIntent")
    platform.refusals.clear()
    said = unpermitted.consent(asked.token, "accepted")
    assert unpermitted.again() == said
    assert len(platform.alerts) == 1


def test_what_waits_for_a_permission_can_be_gone_on_with_another_day(unpermitted, platform):
    unpermitted.ask("AMAZON.YesIntent")
    unpermitted.wait(hours=20)
    platform.refusals.clear()
    said = unpermitted.launch()
    assert "garden" in plain(said.speech)
    assert "reminder" in plain(unpermitted.ask("AMAZON.YesIntent").speech)


# The steps by themselves


def turn(**what) -> Turn[Asked]:
    given = {"reminder": Reminder("reminder", at=AT_NINE), **what.pop("given", {})}
    return Turn(**{"now": NOW, "state": Asked(), "given": given} | what)


def test_a_span_from_now_becomes_its_instant():
    reply = wanted(turn(given={"reminder": Reminder("reminder", after=HOUR)}))
    assert reply.passed["reminder"] == Reminder("reminder", at=NOW + HOUR)


def test_a_time_that_has_gone_by_is_asked_for_again():
    late = turn(now=AT_NINE)
    for reply in (
        wanted(late),
        timed(late, Moment(AT_NINE, False)),
        confirmed(late, True),
        permitted(late, "accepted"),
    ):
        assert reply.question.line.id == "gone-by"


def test_a_time_that_recurs_never_goes_by():
    reply = wanted(turn(now=AT_NINE + HOUR, given={"reminder": Reminder("reminder", at=AT_NINE, days=EVERY_DAY)}))
    assert reply.question.line.id == "shall-i"


def test_a_named_rhythm_is_taken():
    moment = Moment(AT_NINE, False, days=(6,), recurring=True)
    assert timed(turn(), moment).passed["reminder"].days == (6,)


@pytest.mark.parametrize("status", ["set", "unsupported", "busy", "full", "failed"])
def test_every_outcome_is_handed_on(status):
    outcome = Outcome(status, AT_NINE)
    assert settled(turn(), outcome).result.value == outcome


def test_a_yes_on_another_day_counts_as_a_permission_to_try():
    assert permitted(turn(), True) == replace(permitted(turn(), "accepted"))
