from skill.testing import Conversation, PracticeContract


class TestLantern(PracticeContract):
    practice = "lantern"


def test_a_light_is_asked_after_the_next_day(conversation: Conversation):
    conversation.launch()
    conversation.say("light a lantern for the boat trip")
    assert conversation.state("lantern").thing == "the boat trip"
    morning = conversation.wait(hours=12).launch()
    assert "the boat trip" in morning.speech.lower()
    assert conversation.answer("yes").messages == ("glad",)
    assert conversation.state("lantern").thing == ""


def test_a_light_is_not_asked_after_the_same_evening(conversation: Conversation):
    conversation.launch()
    conversation.say("light a lantern for the boat trip")
    assert "boat" not in conversation.wait(hours=1).launch().speech
