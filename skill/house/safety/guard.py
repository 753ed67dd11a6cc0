"""Safety itself: looks at everything that was heard, and answers for the house while someone may not be safe."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from pathlib import Path
from typing import Any

from skill.answers import YesNo
from skill.errors import ConfigurationError
from skill.exchange import Heard, Said
from skill.house.safety.dialogue import CLEAR, Answer, Place
from skill.house.safety.families import Families, Family
from skill.house.safety.numbers import Numbers
from skill.reading import command, read
from skill.reply import Line
from skill.speech import Manner, Memory, Speech
from skill.wording import slowly

PRACTICE = "safety"
POINTER = "s"
"""The session attribute that says where safety is: a few numbers, and nothing else of it is kept anywhere."""

_FOLDER = Path(__file__).parent
_LISTENED_TO = frozenset({"intent", "fallback", "touch", "launch"})
_INTENTS: Mapping[str, Answer] = {
    "AMAZON.YesIntent": "yes",
    "AMAZON.NoIntent": "no",
    "AMAZON.StopIntent": "stop",
    "AMAZON.CancelIntent": "stop",
    "AMAZON.NavigateHomeIntent": "stop",
    "AMAZON.RepeatIntent": "repeat",
    "AMAZON.HelpIntent": "help",
    "GetHelpIntent": "number",
    "GoOnIntent": "yes",
    "SoftYesIntent": "unsure",
    "NotSureIntent": "unsure",
    "SoftNoIntent": "no",
    "NotNowIntent": "no",
    "UndoIntent": "joking",
}
_COMMANDS: Mapping[str, Answer] = {
    "stop": "stop",
    "repeat": "repeat",
    "help": "help",
    "not_now": "no",
    "cancel": "joking",
    "undo": "joking",
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
"""What the words of families.json's ``answers`` mean as an answer to each question, tried in this order."""


class Safety:
    """Stands before everything. Made once, after the plugins were found; keeps nothing between turns."""

    def __init__(self, speech: Speech) -> None:
        """Read the families and the numbers; ConfigurationError where a pattern cannot be read."""
        self._speech = speech
        self._families = Families(_FOLDER / "families.json")
        self._numbers = Numbers(_FOLDER / "numbers.json")

    def check(self, heard: Heard) -> Said | None:
        """Answer in place of everyone else where someone may not be safe; None where there is nothing to say.

        Looks at every text of the request. While its own question is open it answers every turn of the session;
        afterwards, and where only a grey thing was heard, it hands the session back.
        """
        if heard.kind not in _LISTENED_TO:
            return None
        place = None if heard.new or heard.kind == "launch" else Place.from_data(heard.session.get(POINTER))
        found = self._found(heard)
        if place is None or place.let_go:
            if found is None:
                return None
            return self._say(_begun(found, place), heard)
        return self._say(self._next(place, found, heard), heard)

    def _found(self, heard: Heard) -> Family | None:
        found = self._families.find(_texts(heard))
        return self._families.asked if found is None and heard.intent in self._families.intents else found

    def _next(self, place: Place, found: Family | None, heard: Heard) -> Place:
        """Go on from a place: something else is answered as what it is, the same again by going on."""
        if place.grey:
            return _begun(found, place) if found else place.after(self._answer(place, heard))
        if found and not found.grey and found.track not in (place.track, "asked"):
            return Place.first(found.track)
        answer = self._answer(place, heard)
        if found and answer not in ("joking", "number"):
            return place.heard_again()
        return place.after(answer)

    def _answer(self, place: Place, heard: Heard) -> Answer:
        """Read what was heard as an answer to what was asked."""
        texts = _texts(heard)
        if self._families.says("goodnight", texts):
            return "goodnight"
        for words in texts:
            if found := _COMMANDS.get(_command(words, heard) or ""):
                return found
        for situation, meant in _SITUATIONS.get(place.asked, {}).items():
            if self._families.says(situation, texts):
                return meant
        for answer in ("joking", "number"):
            if self._families.says(answer, texts):
                return answer
        for words in texts:
            if (agreed := _agreed(words, place, heard)) is not None:
                return "yes" if agreed else "no"
        return _INTENTS.get(heard.intent, "other")

    # Saying it

    def _say(self, place: Place, heard: Heard) -> Said:
        session = {name: value for name, value in heard.session.items() if name != POINTER}
        place = place if session.get("floor") else place.without_floor()
        manner = Manner(heard.locale, heard.at.astimezone(UTC), heard.conversation)
        speech = " ".join(filter(None, (self._line(place.said, manner), self._question(place, manner))))
        if place.form == "slow":
            speech = slowly(speech)
        asked = _line(place.asked, self._numbers.arguments(heard.locale)) if place.asked else None
        reprompt = (self._speech.attribute(asked, "reprompt", manner) or "") if asked else ""
        return Said(
            speech=self._numbers.aloud(speech),
            reprompt=self._numbers.aloud(reprompt),
            listening=asked is not None,
            session={**session, POINTER: place.to_data()} if asked else session,
            practice=PRACTICE,
        )

    def _line(self, message: str, manner: Manner) -> str:
        if not message:
            return ""
        return self._speech.say(_line(message, self._numbers.arguments(manner.locale)), manner, Memory({}))[0]

    def _question(self, place: Place, manner: Manner) -> str:
        if not place.asked:
            return ""
        asked = _line(place.asked, {})
        form = self._speech.attribute(asked, place.form, manner) if place.form not in ("", "slow") else None
        if form is None:
            return self._line(place.asked, manner)
        return f"{form} {self._line(place.asked, manner)}" if place.form == "help" else form


def _begun(found: Family, place: Place | None) -> Place:
    """Begin where a family leads; a second grey thing in one session counts as what it hints at."""
    return Place.doubt(found.track) if found.grey and place is None else Place.first(found.track)


def _line(message: str, args: Mapping[str, Any]) -> Line:
    return Line(message, args, PRACTICE)


def _texts(heard: Heard) -> tuple[str, ...]:
    """List every text of a request once: the sentence in all its readings, the slots' words, a touch's arguments."""
    slots = (slot.words for slot in heard.slots.values())
    return tuple(dict.fromkeys(text for text in (heard.words, *heard.readings, *slots, *heard.arguments) if text))


def _command(words: str, heard: Heard) -> str | None:
    return command(words, _language(heard))


def _agreed(words: str, place: Place, heard: Heard) -> bool | None:
    expected = YesNo(clear=place.asked in CLEAR)
    answer = read(words, expected, now=heard.at, language=_language(heard))
    return bool(answer.value) if answer else None


def _language(heard: Heard) -> str:
    """Name the language in which answers can be read: the locale's, or English where there is no data for it."""
    language = heard.locale.partition("-")[0]
    try:
        command("", language)
    except ConfigurationError:
        return "en"
    return language
