"""Which country it is: from what was kept, from the device's time zone, from a locale, and from people's words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from babel import Locale
from babel.core import get_global

_NOT_WORDS = re.compile(r"[^\w\s]|_")
_SPELT = re.compile(r"\b(\w) (?=\w\b)")
_IN_BRACKETS = re.compile(r" ?\(.*?\)")
_NOWHERE = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes that babel names beside those of countries."""


class Countries:
    """The countries of the world by their ISO 3166 codes, as they are called in English. Made once."""

    def __init__(
        self, places: Mapping[str, str], said: Mapping[str, Sequence[str]], locales: Mapping[str, str]
    ) -> None:
        """Take what some are called after "in", other ways to say them, and what a locale suggests."""
        world = Locale("en").territories.items()
        named = {code: name for code, name in world if code.isalpha() and len(code) == 2 and code not in _NOWHERE}
        self._places: dict[str, str] = {**named, **places}
        self._locales = locales
        self._codes = {_folded(_IN_BRACKETS.sub("", name)): code for code, name in named.items()}
        self._codes |= {_folded(name): code for code, name in places.items()}
        self._codes |= {_folded(way): code for code, ways in said.items() for way in ways}
        self._names = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, self._codes), key=len, reverse=True))})\b")

    def place(self, country: str) -> str:
        """Give what a country is called as it stands after "in"; "" for an unknown one."""
        return self._places.get(country, "")

    def named_in(self, words: str) -> str | None:
        """Give the one country that somebody's words name; None where they name none, or several."""
        text = _folded(words)
        # "Us" alone is a country; within a sentence it is people.
        codes = {self._codes[name] for name in self._names.findall(f"the {text}" if text == "us" else text)}
        return codes.pop() if len(codes) == 1 else None

    def of(self, kept: str, zone: str, locale: str) -> tuple[str, bool]:
        """Say which country it is, "" where unknown, and whether that is certain.

        ``kept`` is what was answered once, ``zone`` the device's own time zone ("" where nobody asked it). A locale is
        not a country: only where it is as good as sure does it suggest one, and never for certain.
        """
        if country := kept or _zoned(zone):
            return country, True
        return self._locales.get(locale, ""), False


def _zoned(zone: str) -> str:
    country = get_global("zone_territories").get(get_global("zone_aliases").get(zone, zone), "")
    return country if country.isalpha() and country not in _NOWHERE else ""


def _folded(words: str) -> str:
    """Give words without case, accents and signs, letters that were spelt out drawn together."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", words) if not unicodedata.combining(each))
    return _SPELT.sub(r"\1", " ".join(_NOT_WORDS.sub(" ", bare.casefold()).split()))
