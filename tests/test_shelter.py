"""What safety's answers leave behind: what was open is put down, and a household's own settings are kept."""

from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from skill import Practice, Words, ask, say
from skill.errors import StoreError
from skill.exchange import Heard, Said
from skill.home import Home
from skill.speech import plain

TEXTS = """
asked = What did the garden do?
    .reprompt = One thing from the garden?
kept = Kept: { $thing }.
"""


@dataclass
class Alarm:
    """Answers whatever names the alarm; keeps the floor, softens or lightens where it was told to."""

    keeps: bool = False
    settles: str = ""
    told: list[tuple[Home, str, str]] = field(default_factory=list)

    def check(self, heard):
        return Ringing(self, heard) if "alarm" in heard.words else None


@dataclass
class Ringing:
    alarm: Alarm
    heard: Heard

    def answer(self, home, zone, person):
        self.alarm.told.append((home, zone, person))
        session = dict(self.heard.session) if self.alarm.keeps else {}
        if self.alarm.settles:
            home = getattr(home, self.alarm.settles)(person, self.heard.at)
        return Said("Call someone.", listening=self.alarm.keeps, practice="safety", session=session), home


def a_garden(**more):
    garden = Practice("garden", **more)
    garden.on("GardenIntent")(lambda turn: ask("asked", Words(), then=took))
    garden.offers("launch")(lambda turn: None)

    @garden.step
    def took(turn, thing):
        return say("kept", thing=thing).done()

    return garden


@contextmanager
def _away():
    raise StoreError("the database is away")
    yield


def test_a_run_is_never_offered_again_after_safety_has_answered_in_it(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS), safety=Alarm())
    home.ask("GardenIntent")
    home.say("alarm")
    assert home.frames()["garden"] == "done"


def test_a_run_goes_on_where_safety_left_the_floor_as_it_was(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS), safety=Alarm(keeps=True))
    home.ask("GardenIntent")
    home.say("alarm")
    assert plain(home.say("a rose").speech) == "Kept: a rose."


def test_a_grey_thing_writes_nothing(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS), safety=Alarm(keeps=True))
    home.ask("GardenIntent")
    before = home.rows()
    home.say("alarm")
    assert home.rows() == before


def test_safety_is_told_the_zone_and_who_speaks(homes, bring):
    alarm = Alarm()
    home = homes(bring(a_garden(), texts=TEXTS), safety=alarm)
    home.launch(person="ana's voice")
    home.say("alarm", person="ana's voice")
    (_, zone, person), (who,) = alarm.told[-1], home.kept()["people"]
    assert (zone, person) == ("Europe/London", who["id"])


def test_someone_new_is_answered_and_what_is_settled_is_theirs(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS), safety=Alarm(settles="softened"))
    home.say("alarm")
    (who,) = home.kept()["people"]
    assert list(home.kept()["body"]["gentle"]) == [who["id"]]


def test_a_database_that_is_away_keeps_nobody_from_being_answered(homes, bring, monkeypatch):
    alarm = Alarm()
    home = homes(bring(a_garden(), texts=TEXTS), safety=alarm)
    home.launch()
    monkeypatch.setattr(home.database, "reading", _away)
    assert home.say("alarm").speech == "Call someone."
    assert alarm.told[-1] == (Home(), "", "")


def test_an_answer_that_cannot_be_written_is_given_all_the_same(homes, bring, monkeypatch):
    home = homes(bring(a_garden(), texts=TEXTS), safety=Alarm(settles="softened"))
    home.launch()
    monkeypatch.setattr(home.database, "writing", _away)
    assert home.say("alarm").speech == "Call someone."


# What follows on other days


def test_the_next_opening_is_gentle_and_the_one_after_is_as_ever(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS), safety=Alarm(settles="softened"))
    home.launch()
    home.say("alarm")
    home.wait(days=1)
    gentle = plain(home.launch().speech)
    assert "today" in gentle or "you doing" in gentle
    assert "garden" not in gentle
    assert gentle.endswith("?")
    home.end()
    home.wait(days=1)
    assert "garden" in plain(home.launch().speech)


def test_the_gentle_opening_is_forgotten_after_a_week(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS), safety=Alarm(settles="softened"))
    home.launch()
    home.say("alarm")
    home.wait(days=8)
    assert "garden" in plain(home.launch().speech)


@pytest.mark.parametrize("skip", [True, False])
def test_a_gentle_opening_takes_any_answer_and_none(homes, bring, skip):
    home = homes(bring(a_garden(), texts=TEXTS), safety=Alarm(settles="softened"))
    home.launch()
    home.say("alarm")
    home.wait(days=1)
    home.launch()
    said = home.ask("SkipIntent") if skip else home.say("it was a long grey day")
    assert said.listening
    assert "garden" in plain(said.speech)


def test_what_is_for_two_is_left_out_without_a_reason(homes, bring):
    home = homes(
        bring(a_garden(for_two=True), texts=TEXTS),
        bring(Practice("pond"), name="pond"),
        safety=Alarm(settles="lightened"),
    )
    home.launch()
    home.say("alarm")
    home.wait(days=30)
    said = home.ask("GardenIntent")
    assert "light" in plain(said.speech) or "easy" in plain(said.speech)
    assert "garden did" not in plain(said.speech)
    home.wait(days=61)
    assert plain(home.ask("GardenIntent").speech) == "What did the garden do?"


def test_what_is_for_two_is_not_among_what_there_is(homes, bring):
    home = homes(bring(a_garden(for_two=True), texts=TEXTS), safety=Alarm(settles="lightened"))
    home.launch()
    home.say("alarm")
    home.wait(days=1)
    assert "garden" not in plain(home.launch().speech)
