"""A place in the dialogue -> what is said there: its lines, the country's numbers, the pointer left behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError

from skill.exchange import SAFETY, Heard, Said
from skill.home import Home
from skill.house.safety.dialogue import Place
from skill.house.safety.numbers import Numbers
from skill.reply import Line
from skill.speech import Manner, Memory, Speech
from skill.wording import slowly

POINTER = "s"
"""The session attribute that says where safety is: a few numbers, and nothing else of it is kept anywhere."""
UNDECIDED = frozenset({"grey", "steady", "back"})
"""Questions after something grey: the run that was open may still go on."""
FALLBACK = "en-US"
"""The locale to speak in where the one heard has no texts; whose numbers are named is another matter."""


@dataclass(frozen=True)
class Setting:
    """Where and to whom it is said: the household's own settings, its zone, and the person's id ("" = unknown)."""

    home: Home
    zone: str = ""
    person: str = ""


@dataclass(frozen=True)
class _Saying:
    """How it is said this time: the manner, and the numbers as arguments."""

    manner: Manner
    numbers: Mapping[str, Any]


class Wording:
    """Finds the words for a place. Made once; reads no file afterwards but Speech's own, the first time."""

    def __init__(self, speech: Speech, folder: Path) -> None:
        """Take everyone's speech, and the folder in which safety's own data lies."""
        self._speech = speech
        self._numbers = Numbers(folder / "numbers.json")
        self._languages = frozenset(path.stem.partition("-")[0] for path in folder.glob("speech/*.ftl"))

    def country(self, texts: Iterable[str]) -> str:
        """Give the ISO 3166 code of the country that is named; "" for none."""
        return next((found for text in texts if (found := self._numbers.country(text))), "")

    def say(self, place: Place, heard: Heard, setting: Setting) -> Said:
        """Give the whole answer; a question keeps the session open, its pointer beside those that were there."""
        country, certain = self._numbers.country_of(setting.home.country, setting.zone, heard.locale)
        place = place if certain else place.asking_where()
        session = {name: value for name, value in heard.session.items() if name != POINTER}
        place = place if session.get("floor") else place.without_floor()
        if place.asked not in UNDECIDED:
            # What was open is put down: nobody is asked to go on with it after this, today or another day.
            session.pop("floor", None)
        manner = Manner(self._locale(heard.locale), heard.at.astimezone(UTC), heard.conversation)
        local = heard.at.astimezone(ZoneInfo(setting.zone) if setting.zone else UTC)
        saying = _Saying(manner, self._numbers.arguments(country, local, certain))
        speech = " ".join(filter(None, (self._line(place.said, saying), self._question(place, saying))))
        return Said(
            speech=self._numbers.aloud(slowly(speech) if place.form == "slow" else speech),
            reprompt=self._attribute(place, "reprompt", saying),
            listening=bool(place.asked),
            session={**session, POINTER: place.to_data()} if place.asked else session,
            practice=SAFETY,
        )

    def _question(self, place: Place, saying: _Saying) -> str:
        asked = self._line(place.asked, saying)
        if place.form == "help":
            return f"{self._attribute(place, 'help', saying)} {asked}"
        return self._attribute(place, place.form, saying) or asked if place.form != "slow" else asked

    def _line(self, message: str, saying: _Saying) -> str:
        if not message:
            return ""
        return self._speech.say(Line(message, saying.numbers, SAFETY), saying.manner, Memory({}))[0]

    def _attribute(self, place: Place, attribute: str, saying: _Saying) -> str:
        if not place.asked or not attribute:
            return ""
        return self._speech.attribute(Line(place.asked, {}, SAFETY), attribute, saying.manner) or ""

    def _locale(self, locale: str) -> str:
        if locale.partition("-")[0] not in self._languages:
            return FALLBACK
        try:
            Locale.parse(locale, sep="-")
        except (ValueError, UnknownLocaleError):
            return FALLBACK
        return locale
