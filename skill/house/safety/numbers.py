"""Who to call: the numbers of a country, as the lines want them, and how a number is said aloud."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.reply import Verbatim

SPOKEN = ("A", "B")
"""How certain a number must be to be spoken."""
WEBSITE = "findahelpline.com"
WEBSITE_SPOKEN = '<sub alias="find a helpline dot com">findahelpline.com</sub>'
PURPOSES = ("emergency", "crisis", "home", "harm")
"""What lines may ask for; a country's first number for each is the one spoken."""

_PAUSE = ' <break time="250ms"/> '


@dataclass(frozen=True)
class Number:
    """One line to call, or to ``text`` (with a ``word``); ``silent`` is what to press for who can't speak."""

    name: str
    number: str
    text: str = ""
    word: str = ""
    silent: str = ""

    @property
    def ways(self) -> str:
        """Say how it is reached: "text" where the same number takes calls and texts, "word", or "call"."""
        return "text" if self.text == self.number else "word" if self.text else "call"


class Numbers:
    """The numbers of every country that is known. Made once; reads no file afterwards."""

    def __init__(self, path: Path) -> None:
        """Read the file, leaving out what is not certain enough."""
        data = json.loads(path.read_text(encoding="utf-8"))
        self._locales: Mapping[str, str] = data["locales"]
        self._known: dict[tuple[str, str], Number] = {}
        for each in data["numbers"]:
            if each["certainty"] in SPOKEN:
                fields = (each.get(field, "") for field in ("text", "word", "silent"))
                self._known.setdefault((each["country"], each["for"]), Number(each["name"], each["number"], *fields))
        written = {part for known in self._known.values() for part in (known.number, known.text, known.silent) if part}
        either = "|".join(re.escape(each) for each in sorted(written, key=len, reverse=True))
        self._written = re.compile(rf"(?<!\d)(?:{either})(?!\d)")

    def arguments(self, locale: str) -> dict[str, Verbatim]:
        """Give the lines' arguments: for each purpose the number, its name and ways; "none" where none is known.

        A locale is not a country: only where one is as good as sure does it stand for one.
        """
        country = self._locales.get(locale, "")
        found: dict[str, str] = {}
        for purpose in PURPOSES:
            known = self._known.get((country, purpose))
            found[purpose] = known.number if known else "none"
            found[f"{purpose}_by"] = known.ways if known else "none"
            for field in ("name", "text", "word", "silent"):
                found[f"{purpose}_{field}"] = (getattr(known, field) if known else "") or "none"
        return {name: Verbatim(value) for name, value in found.items()}

    def aloud(self, ssml: str) -> str:
        """Have every number read digit by digit, in its groups with a pause between."""
        return self._written.sub(lambda found: _grouped(found[0]), ssml).replace(WEBSITE, WEBSITE_SPOKEN)


def _grouped(number: str) -> str:
    groups = re.split(r"[- ]", number)
    return _PAUSE.join(f'<say-as interpret-as="digits">{group}</say-as>' for group in groups)
