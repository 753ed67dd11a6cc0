"""What safety says, asks and does next: one table, and the place in it that a session points to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

Answer = Literal["yes", "no", "unsure", "fine", "stop", "goodnight", "repeat", "help", "number", "joking", "other"]

MISSES = 3
"""After so many answers in a row that could not be read, it is left there."""

_TRACKS = (
    *("taken", "danger", "self", "hurt", "home", "theirs", "someone", "others", "asked"),
    *("forced", "child", "carer", "young"),
)
_SAID = (
    *("", *_TRACKS, "glad", "now", "who", "quiet", "helped", "alone", "they-safe", "they-now", "apart", "part"),
    *("numbers-crisis", "numbers-taken", "numbers-home", "numbers-harm", "numbers-all"),
    *("sure", "sure-home", "sure-taken", "breathing", "worn", "bye", "leave", "night"),
    *("who-forced", "numbers-forced", "numbers-child", "left-out", "glad-child"),
)
_ASKED = (
    *("", "safe", "free", "together", "they", "away", "slowly", "breaths", "goodnight", "grey", "steady", "back"),
    *("where", "lighter"),
)

_FLAGS = ("denied", "stayed", "grey", "placed", "lightened")

CLEAR = frozenset({"safe", "free", "together", "they", "away", "steady", "lighter"})
"""Questions to which a half-hearted yes, or not knowing, is a no."""
CLOSE_BY = frozenset({"home", "theirs", "danger", "forced"})
"""Tracks in which whoever is feared may be listening."""
BETWEEN_TWO = frozenset({"home", "danger", "forced"})
"""Tracks after which the speaker is asked whether to leave out what is done between two."""
SELF = frozenset({"self", "hurt", "taken"})
"""Tracks after which the next opening is a gentle one."""

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
    "forced": "free",
    "child": "safe",
    "carer": "they",
    "young": "breaths",
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
    "forced": "who-forced",
    "child": "now",
    "carer": "they-now",
    "young": "numbers-child",
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
    "forced": "numbers-forced",
    "child": "numbers-child",
    "carer": "numbers-child",
    "young": "numbers-child",
}
_OWN: Mapping[tuple[str, str], str] = {("forced", "who"): "who-forced", ("child", "glad"): "glad-child"}
"""Lines that a track has a version of its own of."""
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
    ("lighter", "yes"): ("left-out", "goodnight"),
    ("lighter", "no"): ("quiet", "goodnight"),
}


@dataclass(frozen=True)
class Place:
    """Where in its dialogue safety is: the ``track`` that was taken, what was ``said`` last and ``asked``.

    ``asked`` is "" when the session ends, and "back" when it was handed back after something grey.
    ``misses`` counts answers that could not be read, ``denied`` says that it was taken back once, ``stayed`` that
    something small was done together, ``grey`` that only a grey thing was heard so far, ``placed`` that the country
    was asked for, ``lightened`` that it was asked what to leave out. No part of the pointer are ``form``, how to say
    it now ("slow", or the question's "help", "narrower" or "two"), and ``country``, which was said just now.
    """

    track: str
    said: str = ""
    asked: str = ""
    misses: int = 0
    denied: bool = False
    stayed: bool = False
    grey: bool = False
    placed: bool = False
    lightened: bool = False
    form: str = ""
    country: str = ""

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
        flags = sum(flag << bit for bit, flag in enumerate(getattr(self, each) for each in _FLAGS))
        return [_TRACKS.index(self.track), _SAID.index(self.said), _ASKED.index(self.asked), self.misses, flags]

    @classmethod
    def from_data(cls, data: object) -> Place | None:
        """Make it again; None for anything else than what ``to_data`` gave."""
        try:
            track, said, asked, misses, flags = (int(each) for each in data)  # type: ignore[attr-defined]
            if min(track, said, misses) < 0 or asked < 1:
                return None
            marks: dict[str, Any] = {each: bool(flags >> bit & 1) for bit, each in enumerate(_FLAGS)}
            return cls(_TRACKS[track], _SAID[said], _ASKED[asked], misses, **marks)
        except (TypeError, ValueError, IndexError):
            return None

    def asking_where(self) -> Place:
        """Ask for the country before anything else, once, where numbers would depend on it."""
        if self.asked != "slowly" or self.placed or self.form == "slow":
            return self
        return replace(self, asked="where", placed=True)

    def not_asking_what_to_leave_out(self) -> Place:
        """Give the place where nothing can be kept of what is left out, or it is left out already."""
        return self._to("quiet", "goodnight") if self.asked == "lighter" else self

    def found_in(self, country: str) -> Place:
        """Go on with the numbers of the country that was named; an ISO 3166 code."""
        return replace(self._to(_NUMBERS[self.track], "slowly"), country=country)

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
        if self.asked == "where":
            return self._not_located(answer)
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
            over = self.grey or self.track == "young"
            return replace(self._to("breathing", "" if over else "slowly"), stayed=True)
        said, asked = _MOVES[self.asked, answer]
        return self._to(_OWN.get((self.track, said), said), asked)

    def _not_located(self, answer: Answer) -> Place:
        """Go on without a country: who says no, or what no country is, is not kept from the rest."""
        if answer in ("no", "unsure") or self.misses:
            return self._to("" if answer != "number" else _NUMBERS[self.track], "slowly")
        return replace(self, said="", misses=1, form="narrower")

    def _after_number(self, answer: str) -> Place:
        if answer == "yes":
            return replace(self._to(_NUMBERS[self.track], "slowly"), form="slow")
        if self.track in BETWEEN_TWO and not self.lightened:
            return replace(self._to("", "lighter"), lightened=True)
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
        if self.track == "young":
            return self._to("bye")
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
