"""Who to call: the numbers of a country, as the lines want them, and how a number is said aloud."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from skill.house.safety.countries import Countries
from skill.reply import Verbatim

FILE = Path(__file__).with_name("numbers.json")
SPOKEN = ("A", "B")
"""How certain a number must be to be spoken."""
FRESH = timedelta(days=180)
"""So long a check holds."""
NEEDED = ("source", "checked", "hours", "languages", "who")
"""What must be known of a number that is spoken."""
PURPOSES = (
    *("emergency", "police", "ambulance", "crisis", "message", "home", "home-men", "home-lgbt"),
    *("children", "teens", "sexual", "harm", "men"),
)
"""What lines may ask for; a country's first number for each that is answered now is the one spoken."""

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PAUSE = ' <break time="250ms"/> '


@dataclass(frozen=True)
class Spell:
    """Days of the week (0 is Monday) and the minutes of the day between which a line is answered on them."""

    first: int
    last: int
    opens: int
    closes: int

    @classmethod
    def of(cls, days: str, opens: str, closes: str) -> Spell:
        """Read "mon-fri", "09:00" and "17:00"; ValueError for anything else."""
        first, _, last = days.partition("-")
        return cls(_DAYS.index(first), _DAYS.index(last or first), _minutes(opens), _minutes(closes))

    def covers(self, at: datetime) -> bool:
        """Say whether a local time falls into it."""
        return self.first <= at.weekday() <= self.last and self.opens <= at.hour * 60 + at.minute < self.closes


@dataclass(frozen=True)
class Number:
    """One line to call, or to ``text`` (with a ``word``), or a ``site``; "" stands for a way that it does not have.

    ``silent`` is what to press for who can't speak. It is answered within its ``spells``, at any hour without any.
    """

    name: str
    number: str
    text: str = ""
    word: str = ""
    silent: str = ""
    site: str = ""
    free: bool = False
    spells: tuple[Spell, ...] = ()

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Number:
        """Read one entry of the file."""
        texts = {field: entry.get(field, "") for field in ("name", "number", "text", "word", "silent", "site")}
        spells = tuple(Spell.of(*each) for each in entry["hours"]) if entry["hours"] != "always" else ()
        return cls(**texts, free=entry.get("free", False), spells=spells)

    @property
    def ways(self) -> str:
        """Say how it is reached: "text" where the same number takes calls and texts, "word", "call" or "site"."""
        if not self.number and not self.text:
            return "site"
        return "text" if self.text == self.number else "word" if self.word else "call"

    def answers(self, at: datetime) -> bool:
        """Say whether it is answered at a local time."""
        return not self.spells or any(spell.covers(at) for spell in self.spells)

    def arguments(self) -> dict[str, str]:
        """Give what a line may say of it, by the ending of the argument's name; "none" for what it does not have."""
        hours, free = "some" if self.spells else "all", "yes" if self.free else "no"
        found = {"": self.number, "_by": self.ways, "_name": self.name, "_text": self.text, "_word": self.word}
        found |= {"_silent": self.silent, "_site": self.site, "_hours": hours, "_free": free}
        return {ending: value or "none" for ending, value in found.items()}


NOBODY: Mapping[str, str] = dict.fromkeys(Number("", "").arguments(), "none")
"""What a line may say where there is nobody to call."""


class Numbers:
    """The numbers of every country that is known. Made once; reads no file afterwards."""

    def __init__(self, path: Path = FILE) -> None:
        """Read the file, leaving out what is not certain enough."""
        data = json.loads(path.read_text(encoding="utf-8"))
        self._known: dict[tuple[str, str], tuple[Number, ...]] = {}
        for each in filter(_spoken, data["numbers"]):
            key = each["country"], each["for"]
            self._known[key] = (*self._known.get(key, ()), Number.of(each))
        self._countries = Countries(data["places"], data["said"], data["locales"])
        self._sites: Mapping[str, str] = data["sites"]
        numbers = [known for several in self._known.values() for known in several]
        written = {part for known in numbers for part in (known.number, known.text, known.silent) if part}
        either = "|".join(re.escape(each) for each in sorted(written, key=len, reverse=True))
        self._written = re.compile(rf"(?<!\d)(?:{either})(?!\d)")

    def countries(self) -> tuple[str, ...]:
        """List the countries that have numbers, by their ISO codes."""
        return tuple(dict.fromkeys(country for country, _ in self._known))

    def country(self, words: str) -> str | None:
        """Give the ISO code of the one country that somebody's words name, whether it has numbers or not."""
        return self._countries.named_in(words)

    def country_of(self, kept: str, zone: str, locale: str) -> tuple[str, bool]:
        """Say which country it is and whether that is certain, as :meth:`Countries.of` does."""
        return self._countries.of(kept, zone, locale)

    def place(self, country: str) -> str:
        """Give what a country is called as it stands after "in"; "" for an unknown one."""
        return self._countries.place(country)

    def arguments(self, country: str, at: datetime, certain: bool) -> dict[str, Verbatim]:
        """Give the lines' arguments at a local time: for each purpose the number, its name and ways, or "none".

        ``place`` is what the country is called after "in", for a line to say whose numbers these are where ``sure`` is
        "no". ``_hours`` is "all" or "some", ``_free`` "yes" or "no".
        """
        found = {"place": self.place(country) or "none", "sure": "yes" if certain else "no"}
        for purpose in PURPOSES:
            known = self._answering(country, purpose, at)
            found |= {purpose + ending: value for ending, value in (known.arguments() if known else NOBODY).items()}
        return {name: Verbatim(value) for name, value in found.items()}

    def aloud(self, ssml: str) -> str:
        """Have every number read digit by digit, in its groups with a pause between, and every site by its words."""
        spoken = self._written.sub(lambda found: _grouped(found[0]), ssml)
        for site, words in self._sites.items():
            spoken = spoken.replace(site, f'<sub alias="{words}">{site}</sub>')
        return spoken

    def _answering(self, country: str, purpose: str, at: datetime) -> Number | None:
        """Find who answers now; where nobody who listens does, whoever comes in an emergency."""
        known = self._known.get((country, purpose), ())
        awake = next((each for each in known if each.answers(at)), None)
        if known and awake is None and purpose == "crisis":
            return self._answering(country, "emergency", at)
        return awake


def wanting(today: date, path: Path = FILE) -> list[str]:
    """Name every number that may not be spoken any longer on this day, and why: a sentence each."""
    return [
        f"{each['name']} ({each['country']}, {each['for']}): {reason}"
        for each in filter(_spoken, json.loads(path.read_text(encoding="utf-8"))["numbers"])
        for reason in _reasons(each, today)
    ]


def _reasons(entry: Mapping[str, Any], today: date) -> Iterator[str]:
    if missing := [field for field in NEEDED if not entry.get(field)]:
        yield f"says nothing of {', '.join(missing)}"
    if checked := entry.get("checked"):
        age = today - date.fromisoformat(checked)
        if age > FRESH:
            yield f"last checked on {checked}, {age.days} days ago; ring it or open its official page"


def _spoken(entry: Mapping[str, Any]) -> bool:
    return entry["certainty"] in SPOKEN and "unspoken" not in entry


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _grouped(number: str) -> str:
    groups = re.split(r"[- ]", number)
    return _PAUSE.join(f'<say-as interpret-as="digits">{group}</say-as>' for group in groups)
