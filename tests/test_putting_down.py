"""What was open when safety answered is put down, on that day and every later one."""

from skill import Practice, Words, ask, say
from skill.exchange import Said
from skill.speech import plain

TEXTS = """
asked = What did the garden do?
    .reprompt = One thing from the garden?
kept = Kept: { $thing }.
"""


class Alarm:
    """Answers whatever names the alarm; keeps the floor where it was told to."""

    def __init__(self, keeps):
        self.keeps = keeps

    def check(self, heard):
        if "alarm" not in heard.words:
            return None
        return Said(
            "Call someone.", listening=self.keeps, practice="safety", session=dict(heard.session) if self.keeps else {}
        )


def a_garden():
    garden = Practice("garden")
    garden.on("GardenIntent")(lambda turn: ask("asked", Words(), then=took))

    @garden.step
    def took(turn, thing):
        return say("kept", thing=thing).done()

    return garden


def test_a_run_is_never_offered_again_after_safety_has_answered_in_it(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS), safety=Alarm(keeps=False))
    home.ask("GardenIntent")
    home.say("alarm")
    assert home.frames()["garden"] == "done"


def test_a_run_goes_on_where_safety_left_the_floor_as_it_was(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS), safety=Alarm(keeps=True))
    home.ask("GardenIntent")
    home.say("alarm")
    assert plain(home.say("a rose").speech) == "Kept: a rose."
