"""What safety says, asks and does next: one table, and the place in it that a session points to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

Answer = Literal["yes", "no", "unsure", "fine", "stop", "goodnight", "repeat", "help", "number", "joking", "other"]

MISSES = 3
"""After so many answers in a row that could not be read, it is left there."""

_TRACKS = ("taken", "danger", "self", "hurt", "home", "theirs", "someone", "others", "asked")
_SAID = (
    *("", *_TRACKS, "glad", "now", "who", "quiet", "helped", "alone", "they-safe", "they-now", "apart", "part"),
    *("numbers-crisis", "numbers-taken", "numbers-home", "numbers-harm", "numbers-all"),
    *("sure", "sure-home", "sure-taken", "breathing", "worn", "bye", "leave", "night"),
)
_ASKED = ("", "safe", "free", "together", "they", "away", "slowly", "breaths", "goodnight", "grey", "steady", "back")

CLEAR = frozenset({"safe", "free", "together", "they", "away", "steady"})
"""Questions to which a half-hearted yes, or not knowing, is a no."""
CLOSE_BY = frozenset({"home", "theirs", "danger"})
"""Tracks in which whoever is feared may be listening."""

_FIRST: Mapping[str, str] = {
    "taken": "together",
    "danger": "free",
    "self": "safe",
    "hurt": "safe",
    "home": "free",
    "theirs": "free",
    "someone": "they",
    "others": "away",
    "asked": "safe",
}
_AGAIN: Mapping[str, str] = {
    "taken": "alone",
    "danger": "who",
    "self": "now",
    "hurt": "now",
    "home": "who",
    "theirs": "who",
    "someone": "they-now",
    "others": "part",
    "asked": "now",
}
_NUMBERS: Mapping[str, str] = {
    "taken": "numbers-taken",
    "danger": "numbers-home",
    "self": "numbers-crisis",
    "hurt": "numbers-crisis",
    "home": "numbers-home",
    "theirs": "numbers-home",
    "someone": "numbers-crisis",
    "others": "numbers-harm",
    "asked": "numbers-all",
}
_MOVES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("safe", "yes"): ("glad", "breaths"),
    ("safe", "no"): ("now", "slowly"),
    ("free", "yes"): ("who", "slowly"),
    ("free", "no"): ("quiet", "goodnight"),
    ("together", "yes"): ("helped", "slowly"),
    ("together", "no"): ("alone", "slowly"),
    ("they", "yes"): ("they-safe", "slowly"),
    ("they", "no"): ("they-now", "slowly"),
    ("away", "yes"): ("apart", "slowly"),
    ("away", "no"): ("part", "slowly"),
    ("breaths", "no"): ("bye", ""),
    ("goodnight", "yes"): ("night", ""),
    ("goodnight", "no"): ("", "free"),
}


@dataclass(frozen=True)
class Place:
    """Where in its dialogue safety is: the ``track`` that was taken, what was ``said`` last and ``asked``.

    ``asked`` is "" when the session ends, and "back" when it was handed back after something grey.
    ``misses`` counts answers that could not be read, ``denied`` says that it was taken back once, ``stayed`` that
    something small was done together, ``grey`` that only a grey thing was heard so far. ``form`` is how to say it now
    ("slow", or the question's "help", "narrower" or "two"), and no part of the pointer.
    """

    track: str
    said: str = ""
    asked: str = ""
    misses: int = 0
    denied: bool = False
    stayed: bool = False
    grey: bool = False
    form: str = ""

    @classmethod
    def first(cls, track: str) -> Place:
        """Begin a track: its first line, and its question."""
        return cls(track, track, _FIRST[track])

    @classmethod
    def doubt(cls, track: str) -> Place:
        """Begin with the one question that a grey thing is answered with."""
        return cls(track, "", "grey", grey=True)

    @property
    def let_go(self) -> bool:
        """Say whether the session was handed back to whatever was open in it."""
        return self.asked == "back"

    def without_floor(self) -> Place:
        """Give the place where nothing is open to be handed back to: something small is offered instead."""
        return replace(self, asked="breaths") if self.let_go else self

    def to_data(self) -> list[int]:
        """Give the pointer left with the platform: numbers that tell nobody anything."""
        flags = self.denied | self.stayed << 1 | self.grey << 2
        return [_TRACKS.index(self.track), _SAID.index(self.said), _ASKED.index(self.asked), self.misses, flags]

    @classmethod
    def from_data(cls, data: object) -> Place | None:
        """Make it again; None for anything else than what ``to_data`` gave."""
        try:
            track, said, asked, misses, flags = (int(each) for each in data)  # type: ignore[attr-defined]
            if min(track, said, misses) < 0 or asked < 1:
                return None
            marks = (bool(flags & 1), bool(flags & 2), bool(flags & 4))
            return cls(_TRACKS[track], _SAID[said], _ASKED[asked], misses, *marks)
        except (TypeError, ValueError, IndexError):
            return None

    def after(self, answer: Answer) -> Place:
        """Give the place that an answer leads to."""
        match answer:
            case "stop":
                return self._to("night" if self.asked == "goodnight" else "bye")
            case "goodnight":
                return self._to("night")
            case "repeat":
                return replace(self, form="slow")
            case "help":
                return replace(self, said="", misses=0, form="help")
        if self.asked in ("grey", "steady"):
            return self._after_doubt(answer)
        match answer:
            case "joking":
                return self._taken_back()
            case "number":
                return replace(self._to(_NUMBERS[self.track], "slowly"), form="slow")
            case "other":
                return self._missed()
        return self._moved("yes" if answer in ("yes", "fine") or self._yes_if_unsure(answer) else "no")

    def heard_again(self) -> Place:
        """Give the place that the same thing, said again, leads to."""
        return self._to(_AGAIN[self.track], "slowly")

    def _moved(self, answer: str) -> Place:
        if self.asked == "slowly":
            return self._after_number(answer)
        if self.asked == "breaths" and answer == "yes":
            return replace(self._to("breathing", "" if self.grey else "slowly"), stayed=True)
        return self._to(*_MOVES[self.asked, answer])

    def _after_number(self, answer: str) -> Place:
        if answer == "yes":
            return replace(self._to(_NUMBERS[self.track], "slowly"), form="slow")
        if self.track in CLOSE_BY:
            return self._to("quiet", "goodnight")
        return self._to("bye") if self.stayed or self.track == "taken" else self._to("", "breaths")

    def _after_doubt(self, answer: Answer) -> Place:
        calm = ("fine", "joking", "no") if self.asked == "grey" else ("fine", "joking", "yes")
        if answer in calm:
            return self._to("worn", "back")
        if answer == "other" and self.asked == "grey":
            return self._to("", "steady")
        return Place.first("asked" if answer == "number" else self.track)

    def _taken_back(self) -> Place:
        if self.denied:
            return self._to("quiet", "goodnight") if self.track in CLOSE_BY else self._to("", "breaths")
        sure = "sure-home" if self.track in CLOSE_BY else "sure-taken" if self.track == "taken" else "sure"
        return replace(self._to(sure, _FIRST[self.track]), denied=True)

    def _missed(self) -> Place:
        if self.asked == "goodnight":
            return self._to("night")
        if self.misses + 1 >= MISSES:
            return self._to("leave")
        return replace(self, said="", misses=self.misses + 1, form=("narrower", "two")[self.misses])

    def _yes_if_unsure(self, answer: Answer) -> bool:
        return answer == "unsure" and self.asked not in CLEAR

    def _to(self, said: str, asked: str = "") -> Place:
        return replace(self, said=said, asked=asked, misses=0, form="")
