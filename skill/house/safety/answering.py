"""What was heard -> an answer to the question that safety asked."""

from __future__ import annotations

from collections.abc import Mapping

from skill.answers import YesNo
from skill.errors import ConfigurationError
from skill.exchange import Heard
from skill.house.safety.dialogue import CLEAR, Answer, Place
from skill.house.safety.families import Families
from skill.reading import command, read

_INTENTS: Mapping[str, Answer] = {
    "AMAZON.YesIntent": "yes",
    "AMAZON.NoIntent": "no",
    "AMAZON.StopIntent": "stop",
    "AMAZON.CancelIntent": "stop",
    "AMAZON.NavigateHomeIntent": "stop",
    "AMAZON.RepeatIntent": "repeat",
    "AgainIntent": "repeat",
    "SlowerIntent": "repeat",
    "AMAZON.HelpIntent": "help",
    "GetHelpIntent": "number",
    "GoOnIntent": "yes",
    "SoftYesIntent": "unsure",
    "NotSureIntent": "unsure",
    "SoftNoIntent": "no",
    "NotNowIntent": "no",
    "UndoIntent": "joking",
    "DeleteIntent": "joking",
}
_COMMANDS: Mapping[str, Answer] = {
    "stop": "stop",
    "repeat": "repeat",
    "help": "help",
    "not_now": "no",
    "cancel": "joking",
    "undo": "joking",
    "delete": "joking",
}
_SITUATIONS: Mapping[str, Mapping[str, Answer]] = {
    "safe": {"fine": "fine"},
    "they": {"fine": "fine"},
    "steady": {"unsafe": "no", "fine": "fine"},
    "free": {"company": "no", "alone": "yes"},
    "together": {"company": "yes", "alone": "no"},
    "away": {"alone": "yes", "company": "no"},
    "grey": {"unsafe": "unsure", "worn": "fine"},
}
"""What the words of answers.json mean as an answer to each question, tried in this order."""


def texts_of(heard: Heard) -> tuple[str, ...]:
    """List every text of a request once: the sentence in all its readings, the slots' words, a touch's arguments."""
    slots = (slot.words for slot in heard.slots.values())
    return tuple(dict.fromkeys(text for text in (heard.words, *heard.readings, *slots, *heard.arguments) if text))


def answer_of(heard: Heard, place: Place, families: Families) -> Answer:
    """Read what was heard as an answer to what was asked; "other" where it cannot be read as one."""
    texts = texts_of(heard)
    if families.says("goodnight", texts):
        return "goodnight"
    language = _language(heard)
    for words in texts:
        if found := _COMMANDS.get(command(words, language) or ""):
            return found
    for situation, meant in _SITUATIONS.get(place.asked, {}).items():
        if families.says(situation, texts):
            return meant
    if families.says("joking", texts):
        return "joking"
    if families.says("number", texts):
        return "number"
    return _agreed(heard, place, language) or _INTENTS.get(heard.intent, "other")


def _agreed(heard: Heard, place: Place, language: str) -> Answer | None:
    expected = YesNo(clear=place.asked in CLEAR)
    for words in texts_of(heard):
        if answer := read(words, expected, now=heard.at, language=language):
            return "yes" if answer.value else "no"
    return None


def _language(heard: Heard) -> str:
    """Name the language in which answers can be read: the locale's, or English where there is no data for it."""
    language = heard.locale.partition("-")[0]
    try:
        command("", language)
    except ConfigurationError:
        return "en"
    return language
