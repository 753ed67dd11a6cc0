"""Safety itself: looks at everything that was heard, and answers for the house while someone may not be safe."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from skill.exchange import Heard, Said
from skill.home import Home
from skill.house.safety.answering import answer_of, texts_of
from skill.house.safety.dialogue import SELF, Place
from skill.house.safety.families import Families, Family
from skill.house.safety.wording import POINTER, Setting, Wording
from skill.speech import Speech

_FOLDER = Path(__file__).parent
_LISTENED_TO = frozenset({"intent", "fallback", "touch", "launch"})


@dataclass(frozen=True)
class Concern:
    """Something that safety answers in place of everyone else, found in the words alone."""

    _safety: Safety
    _place: Place
    _heard: Heard

    def answer(self, home: Home, zone: str, person: str) -> tuple[Said, Home]:
        """Give what is said, and the household's settings as they are to be kept.

        ``home`` and ``zone`` are what is known of the household, ``person`` the id of who speaks ("" = nobody knows).
        """
        return self._safety.answer(self._place, self._heard, Setting(home, zone, person))


class Safety:
    """Stands before everything. Made once, after the plugins were found; keeps nothing between turns."""

    def __init__(self, speech: Speech) -> None:
        """Read the rules and the numbers; ConfigurationError where a pattern cannot be read."""
        self._families = Families(_FOLDER / "rules" / "en")
        self._wording = Wording(speech, _FOLDER)

    def check(self, heard: Heard) -> Concern | None:
        """Say whether someone may not be safe; None where there is nothing to say. Opens no database.

        Looks at every text of the request. While its own question is open it answers every turn of the session;
        where only a grey thing was heard, and turned out to be tiredness, it hands the session back.
        """
        if heard.kind not in _LISTENED_TO:
            return None
        place = None if heard.new or heard.kind == "launch" else Place.from_data(heard.session.get(POINTER))
        # An answer to safety's own question is short and about it, so likeness would find something in all of them.
        found = self._found(heard, alike=place is None)
        if place is not None and not place.let_go:
            return Concern(self, self._next(place, found, heard), heard)
        return Concern(self, _begun(found, place), heard) if found else None

    def answer(self, place: Place, heard: Heard, setting: Setting) -> tuple[Said, Home]:
        """Say what belongs to a place, where the household is; see ``Concern.answer``."""
        home, at, person = setting.home, heard.at, setting.person
        if place.country:
            home = replace(home, country=place.country)
        if person and place.said == "left-out":
            home = home.lightened(person, at)
        if person and place.said in SELF:
            home = home.softened(person, at)
        if not person or home.is_light(at):
            place = place.not_asking_what_to_leave_out()
        return self._wording.say(place, heard, replace(setting, home=home)), home

    def _found(self, heard: Heard, *, alike: bool) -> Family | None:
        found = self._families.find(texts_of(heard), alike=alike)
        return self._families.asked if found is None and heard.intent in self._families.intents else found

    def _next(self, place: Place, found: Family | None, heard: Heard) -> Place:
        """Go on from a place: something else is answered as what it is, the same again by going on."""
        if place.grey:
            return _begun(found, place) if found else place.after(answer_of(heard, place, self._families))
        if found and not found.grey and found.track not in (place.track, self._families.asked.track):
            return Place.first(found.track)
        # Whoever hears numbers of another country may say where they are, asked or not.
        if place.asked in ("where", "slowly") and (country := self._wording.country(texts_of(heard))):
            return place.found_in(country)
        answer = answer_of(heard, place, self._families)
        if found and answer not in ("joking", "number"):
            return place.heard_again()
        return place.after(answer)


def _begun(found: Family, place: Place | None) -> Place:
    """Begin where a family leads; a second grey thing in one session counts as what it hints at."""
    return Place.doubt(found.track) if found.grey and place is None else Place.first(found.track)
