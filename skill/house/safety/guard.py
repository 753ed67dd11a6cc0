"""Safety itself: looks at everything that was heard, and answers for the house while someone may not be safe."""

from __future__ import annotations

from pathlib import Path

from skill.exchange import Heard, Said
from skill.house.safety.answering import answer_of, texts_of
from skill.house.safety.dialogue import Place
from skill.house.safety.families import Families, Family
from skill.house.safety.wording import POINTER, Wording
from skill.speech import Speech

_FOLDER = Path(__file__).parent
_LISTENED_TO = frozenset({"intent", "fallback", "touch", "launch"})


class Safety:
    """Stands before everything. Made once, after the plugins were found; keeps nothing between turns."""

    def __init__(self, speech: Speech) -> None:
        """Read the families and the numbers; ConfigurationError where a pattern cannot be read."""
        self._families = Families(_FOLDER / "families.json")
        self._wording = Wording(speech, _FOLDER)

    def check(self, heard: Heard) -> Said | None:
        """Answer in place of everyone else where someone may not be safe; None where there is nothing to say.

        Looks at every text of the request. While its own question is open it answers every turn of the session;
        where only a grey thing was heard, and turned out to be tiredness, it hands the session back.
        """
        if heard.kind not in _LISTENED_TO:
            return None
        place = None if heard.new or heard.kind == "launch" else Place.from_data(heard.session.get(POINTER))
        found = self._found(heard)
        if place is not None and not place.let_go:
            return self._wording.say(self._next(place, found, heard), heard)
        return self._wording.say(_begun(found, place), heard) if found else None

    def _found(self, heard: Heard) -> Family | None:
        found = self._families.find(texts_of(heard))
        return self._families.asked if found is None and heard.intent in self._families.intents else found

    def _next(self, place: Place, found: Family | None, heard: Heard) -> Place:
        """Go on from a place: something else is answered as what it is, the same again by going on."""
        if place.grey:
            return _begun(found, place) if found else place.after(answer_of(heard, place, self._families))
        if found and not found.grey and found.track not in (place.track, self._families.asked.track):
            return Place.first(found.track)
        answer = answer_of(heard, place, self._families)
        if found and answer not in ("joking", "number"):
            return place.heard_again()
        return place.after(answer)


def _begun(found: Family, place: Place | None) -> Place:
    """Begin where a family leads; a second grey thing in one session counts as what it hints at."""
    return Place.doubt(found.track) if found.grey and place is None else Place.first(found.track)
