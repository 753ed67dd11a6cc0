"""Commands: whole utterances only."""

import pytest

from skill.reading import command

COMMANDS = {
    "stop": [
        "stop", "Stop!", "that's enough", "bye", "goodbye", "goodnight", "I'm done", "quit", "exit", "enough",
        "shut up", "leave me alone", "that's all thanks", "um, stop please", "okay stop", "stop stop stop",
        "okay thanks bye", "I want to stop",
    ],
    "cancel": ["cancel", "Cancel that, please", "never mind", "forget it"],
    "not_now": ["not now", "not right now", "maybe later"],
    "help": [
        "help", "what can I say", "what can I do", "I don't know what to say", "what now", "can you help me",
        "could you help me please",
    ],
    "repeat": [
        "repeat", "say that again", "pardon", "what did you say", "sorry?", "come again", "what was that",
        "can you repeat that please",
    ],
    "skip": ["skip", "pass", "next", "skip that", "skip this one", "skip please"],
    "back": ["go back", "back", "previous question", "the one before"],
    "undo": [
        "don't keep that", "don’t save that", "scratch that", "undo", "take that back", "forget that",
    ],
    "delete": ["delete that", "delete that please", "erase that", "delete what you just saved", "remove that"],
    "more": ["more", "what else", "more please"],
}  # fmt: skip
ROWS = [(said, name) for name, utterances in COMMANDS.items() for said in utterances]


@pytest.mark.parametrize(("said", "name"), ROWS)
def test_a_command_is_known_with_courtesy_and_fillers_around_it(said, name):
    assert command(said, "en") == name


@pytest.mark.parametrize(
    "said",
    [
        "cancel the break", "help me calm down", "stop the reminder", "stop worrying", "next tuesday", "more time",
        "back pain", "pass the salt", "I'm done with the dishes", "I'm sorry", "yes", "no", "okay", "please", "", "?",
        "forget Leo", "my partner said stop",
    ],
)  # fmt: skip
def test_a_sentence_that_says_more_is_no_command(said):
    assert command(said, "en") is None
