"""Where the home is: which country's numbers are given to whoever needs one."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo

from skill import NoState, Reply, Turn, Verbatim, Words, ask, say
from skill.house.people.practice import people
from skill.house.safety.numbers import Numbers


@people.on("CountryIntent")
def country(turn: Turn[NoState]) -> Reply:
    """Keep the country that was named, or ask which it is."""
    named = turn.ids.get("country") or _numbers().country(turn.slots.get("country", ""))
    return _kept(named) if named else ask("which-country", Words(), then=country_said)


@people.step
def country_said(turn: Turn[NoState], words: str | None) -> Reply:
    """Keep the one country that the words name; what is no country is asked once more."""
    if words is None:
        return say("country-stays").done()
    if named := _numbers().country(words):
        return _kept(named)
    if turn.given.get("again"):
        return say("no-country").done()
    return ask("which-country-again", Words(), then=country_said).given(again=True)


@people.on("WhichCountryIntent")
def which_country(turn: Turn[NoState]) -> Reply:
    """Say which country it is taken to be, and how that is known."""
    kept = str(turn.given.get("country", ""))
    zone = turn.now.tzinfo.key if isinstance(turn.now.tzinfo, ZoneInfo) else ""
    found, sure = _numbers().country_of(kept, zone, turn.locale)
    if not found:
        return ask("which-country", Words(), then=country_said)
    message = "country-told" if kept else "country-by-device" if sure else "country-guessed"
    return say(message, place=Verbatim(_numbers().place(found))).done()


def _kept(country: str) -> Reply:
    return say("country-kept", place=Verbatim(_numbers().place(country))).floor("country", country)


@cache
def _numbers() -> Numbers:
    """Read the countries once, when one is first asked about."""
    return Numbers()
