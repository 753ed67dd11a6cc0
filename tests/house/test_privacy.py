import pytest

from skill import NoState, Practice, Turn, say
from skill.house.privacy import what_did_they_say, who_can_hear
from skill.speech import plain


@pytest.fixture
def home(homes, bring):
    garden = Practice("garden")
    garden.on("ShareIntent")(lambda turn: say("fine").record("thing", "a rose", visibility="household").done())
    garden.on("KeepIntent")(lambda turn: say("fine").record("thing", "a secret", about="Leo").done())
    home = homes(bring(garden, texts="fine = Fine.\n"))
    home.launch(person="voice-ana")
    home.end(person="voice-ana")
    return home


def test_the_refusal_is_one_line_whatever_there_is(home):
    before = home.ask("WhatDidTheySayIntent", person="voice-leo")
    home.ask("KeepIntent", person="voice-ana")
    home.ask("ShareIntent", person="voice-ana")
    after = home.ask("WhatDidTheySayIntent", person="voice-leo")
    unknown = home.ask("WhatDidTheySayIntent")
    assert before.speech == after.speech == unknown.speech
    assert "can share only what someone chose to share" in plain(after.speech)


def test_nobody_is_asked_who_they_are_before_the_refusal(home):
    home.ask("KeepIntent", person="voice-leo")
    assert not home.ask("WhatDidTheySayIntent").listening


def test_who_can_hear_is_told_in_one_breath(home):
    said = plain(home.ask("WhoCanHearIntent").speech)
    assert "stays with you unless you share it" in said
    assert len(said.split()) <= 45


def test_neither_looks_at_what_is_kept():
    class Sealed:
        def __getattr__(self, name):
            raise AssertionError("nothing is to be read")

    turn = Turn(now=None, state=NoState(), journal=Sealed())
    assert what_did_they_say(turn) == say("refusal").done()
    assert who_can_hear(turn) == say("who-can-hear").done()
