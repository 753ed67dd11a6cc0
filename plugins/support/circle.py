"""The people map: three names, private. One to laugh with, one to talk to, one to call at night."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.support.practice import Support, known_alone, mine, support, tidy
from skill import Choice, Entry, Line, Name, Option, Reply, Screen, Turn, Words, YesNo, ask, nothing, say

KIND = "person"
"""The kind of an entry that holds a name; its data say what for."""
ROLES = ("laugh", "talk", "night")
_NOBODY = re.compile(
    r"^(?:(?:there's|there is|i have|i've got|really|sadly|honestly|um|well|right now) )*"
    r"(?:nobody|no one|noone|none|not anyone|no idea|i don't know|don't know|not sure|can't think of anyone)\b",
    re.IGNORECASE,
)
_WHICH = Choice(
    Option("laugh", ("to laugh with", "laugh", "laughing", "the one to laugh with", "who i laugh with")),
    Option("talk", ("to talk to", "talk", "talking", "the one to talk to", "who i talk to")),
    Option("night", ("at night", "night", "to call at night", "the night one", "who i call at night")),
)


def people(turn: Turn[Support]) -> Mapping[str, Entry]:
    """Give the entry for each part of the map that has a name, in the map's order."""
    newest = {str(each.data.get("role")): each for each in reversed(turn.journal.entries(KIND, owner=mine(turn)))}
    return {role: newest[role] for role in ROLES if role in newest}


@support.on("SupportPeopleIntent")
def the_map(turn: Turn[Support]) -> Reply:
    """Tell it to the one whose it is, or begin it."""
    if not known_alone(turn):
        return say("one-only").done()
    found = people(turn)
    if not found:
        return _ask(say("map-begin"), ROLES[0]).given(role=ROLES[0], onward=True)
    return _told(found).ask("map-change", _WHICH | YesNo(), then=change)


def _told(found: Mapping[str, Entry]) -> Reply:
    """Say the names, and show them large, since they were asked for."""
    reply = nothing()
    for role, entry in found.items():
        reply = reply.say(f"is-{role}", name=entry.text)
    lines = tuple(Line(f"shown-{role}", {"name": entry.text}) for role, entry in found.items())
    return reply.show(Screen(Line("shown-title"), lines))


@support.step
def change(turn: Turn[Support], which: str | bool | None) -> Reply:
    """Ask for another name, or leave the map as it is."""
    if which is True:
        return ask("map-which", _WHICH, then=change)
    return _ask(nothing(), which).given(role=which, onward=False) if which else say("map-stays").done()


@support.on("SupportRoleIntent")
def one_of_them(turn: Turn[Support]) -> Reply:
    """Name who it is for one part, or ask."""
    if not known_alone(turn):
        return say("one-only").done()
    role = turn.ids.get("role", "talk")
    entry = people(turn).get(role)
    if entry is not None:
        return say(f"is-{role}", name=entry.text).done()
    return _ask(nothing(), role).given(role=role, onward=False)


def _ask(reply: Reply, role: str) -> Reply:
    return reply.ask(f"who-{role}", Name() | YesNo() | Words(), then=named)


@support.step
def named(turn: Turn[Support], who: str | bool | None) -> Reply:
    """Keep a name, or leave the place open; then the next place, when the map is being made."""
    role, onward = str(turn.given["role"]), bool(turn.given["onward"])
    if who is True:
        return _ask(nothing(), role).given(role=role, onward=onward)
    name = tidy(who) if who else ""
    open_ = not name or bool(_NOBODY.match(name))
    reply = _left_open(turn, role) if open_ else _kept(turn, role, name)
    following = ROLES[ROLES.index(role) + 1 :] if onward else ()
    if following:
        return _ask(reply, following[0]).given(role=following[0], onward=True)
    return reply.say("map-done" if onward and (turn.kept or not open_) else "map-later").done(name or None)


def _kept(turn: Turn[Support], role: str, name: str) -> Reply:
    before = people(turn).get(role)
    reply = say("person-kept", name=name)
    return reply.amend(before, text=name) if before else reply.record(KIND, name, role=role)


def _left_open(turn: Turn[Support], role: str) -> Reply:
    before = people(turn).get(role)
    return say("place-open").drop(before) if before and turn.answer and turn.answer.words else say("place-open")


@support.on("CorrectionIntent")
def correct(turn: Turn[Support]) -> Reply:
    """Put right the name that was kept last; the house asks again what was open."""
    entry = next((each for each in reversed(turn.kept) if each.kind == KIND), None)
    name = tidy(turn.slots.get("new", ""))
    return say("person-kept", name=name).amend(entry, text=name) if entry and name else say("map-stays")
