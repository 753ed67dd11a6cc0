"""Spoken codes: four digits that stand before what is somebody's own, where a name alone was given.

The digits live no longer than the turn in which they are said: a question passes on only whose code it is and how
often it was asked.
"""

from __future__ import annotations

from skill import NoState, Person, Reply, Turn, Verbatim, Words, YesNo, ask, nothing, say
from skill.house.people.practice import people
from skill.privilege import Codes, called_so

TRIES = 3


def codes(turn: Turn[NoState]) -> Codes:
    """Give what the house tells of spoken codes."""
    found: Codes = turn.given.get("codes", Codes())
    return found


def guarded(turn: Turn[NoState], name: str) -> Person | None:
    """Find who is called so and has a code that was not heard yet; None where there is nobody of the kind."""
    person = called_so(turn.people, name)
    itself = turn.speaker is not None and person is not None and turn.speaker.id == person.id
    return person if person is not None and person.id in codes(turn).kept and not itself else None


def as_speaker(turn: Turn[NoState], name: str) -> str:
    """Say as what a name is introduced in company: whoever has a code is there, without being taken to speak."""
    return "present" if guarded(turn, name) else "speaker"


def greeted(turn: Turn[NoState], reply: Reply, name: str, result: bool | None) -> Reply:
    """Take a name for the one who speaks, or ask for the code that stands before it.

    A code is asked for once a session; after that, whoever gives that name goes on as nobody.
    """
    person = guarded(turn, name)
    if person is None:
        return reply.introduce(name).done(result)
    if codes(turn).closed:
        return say("closed").introduce("", "unknown").done(False)
    return asked_for(person, result)


def asked_for(person: Person, result: bool | None) -> Reply:
    """Ask for a person's code."""
    asked = ask("code", Words(), then=code_said, name=Verbatim(person.name), named="yes" if person.name else "no")
    return asked.given(person=person, tries=1, result=result).introduce("", "closed")


@people.step
def code_said(turn: Turn[NoState], words: str | None) -> Reply:
    """Compare the code; after three that are not it, what is that person's stays closed for this session."""
    person, tries = turn.given["person"], int(turn.given["tries"])
    if words is not None and codes(turn).fits(person.id, words):
        return say("opened").introduce(person.id, "proven").done(turn.given["result"])
    if words is None or tries >= TRIES:
        return say("closed").introduce("", "unknown").done(False)
    again = ask("code-again", Words(), then=code_said)
    return again.given(person=person, tries=tries + 1, result=turn.given["result"])


@people.on("SetCodeIntent")
def set_code(turn: Turn[NoState]) -> Reply:
    """Begin to set a code, or another one."""
    if turn.speaker is None:
        return nothing().who(then=known_to_set)
    message = "new-code" if turn.speaker.id in codes(turn).kept else "set-code"
    return ask(message, Words(), then=code_chosen)


@people.step
def known_to_set(turn: Turn[NoState], told: bool | None) -> Reply:
    """Go on with who has said their name."""
    return set_code(turn) if told and turn.speaker else say("code-for-nobody").done()


@people.step
def code_chosen(turn: Turn[NoState], words: str | None) -> Reply:
    """Take four digits, and have them said once more."""
    if words is None:
        return say("no-code").done()
    mark = _marked(turn, words)
    if not mark:
        return ask("four-digits", Words(), then=code_chosen)
    return ask("code-once-more", Words(), then=code_repeated).given(mark=mark)


@people.step
def code_repeated(turn: Turn[NoState], words: str | None) -> Reply:
    """Keep the code where the same was said twice."""
    if words is None or turn.speaker is None:
        return say("no-code").done()
    if _marked(turn, words) != turn.given["mark"]:
        return ask("not-the-same", Words(), then=code_chosen)
    return say("code-set").floor("code", turn.given["mark"])


@people.on("DropCodeIntent")
def drop_code(turn: Turn[NoState]) -> Reply:
    """Ask whether the code is to go."""
    if turn.speaker is None:
        return nothing().who(then=known_to_drop)
    if turn.speaker.id not in codes(turn).kept:
        return say("no-code-here").done()
    return ask("drop-code", YesNo(clear=True), then=drop_code_sure)


@people.step
def known_to_drop(turn: Turn[NoState], told: bool | None) -> Reply:
    """Go on with who has said their name."""
    return drop_code(turn) if told and turn.speaker else say("code-for-nobody").done()


@people.step
def drop_code_sure(turn: Turn[NoState], agreed: bool | None) -> Reply:
    """Take the code away with a clear yes only."""
    return say("code-dropped").floor("code", "") if agreed else say("code-stays").done()


@people.on("ForgotCodeIntent")
def forgot_code(turn: Turn[NoState]) -> Reply:
    """Say who can take a forgotten code away."""
    return say("code-forgotten").done()


def _marked(turn: Turn[NoState], words: str) -> str:
    return codes(turn).marked(turn.speaker.id, words) if turn.speaker else ""
