"""Who would take steps with whom: asked of each alone, and told only to the one it is about.

Whether someone has not begun, does not want to, or does not feel safe sounds the same to everybody else.
"""

from __future__ import annotations

from dataclasses import replace

from plugins.trust.practice import Trust, mine, trust
from plugins.trust.safety import TOGETHER
from skill import Choice, Option, Person, Reply, Turn, YesNo, ask, nothing, say

WORDS = "a step together"
"""What such an entry says; nothing in it tells of what happened."""


def others(turn: Turn[Trust]) -> tuple[Person, ...]:
    """List the others of the household who have a name."""
    return tuple(person for person in turn.people if person.name and person.id != mine(turn))


@trust.step
def company(turn: Turn[Trust]) -> Reply:
    """Ask whether the next steps are to be with someone, if they want it too."""
    found = others(turn)
    if not found:
        return nothing().done(False)
    if len(found) == 1:
        return ask("with-one", YesNo(clear=True), then=company_said, name=found[0])
    names = Choice(*(Option(person.id, (person.name, f"with {person.name}")) for person in found))
    return ask("with-whom", names | YesNo(clear=True), then=company_said)


@trust.step
def company_said(turn: Turn[Trust], answer: str | bool | None) -> Reply:
    """Keep the wish, and let the one it is about know of it; nobody else."""
    state = replace(turn.state, asked_together=True)
    found = others(turn)
    chosen = next((each for each in found if answer == each.id or (answer is True and len(found) == 1)), None)
    if chosen is None:
        return say("alone-then").keep(state).done(False)
    kept = replace(state, together=(*state.together, chosen.id))
    reply = say("with-kept", name=chosen).keep(kept)
    return reply.record(TOGETHER, WORDS, visibility="shared", shared_with=chosen).done(True)


@trust.on("TrustAloneIntent")
def alone(turn: Turn[Trust]) -> Reply:
    """Go back to steps for one; the other hears nothing of it."""
    reply = say("alone-again").keep(replace(turn.state, together=(), asked_together=True))
    for entry in turn.journal.entries(TOGETHER, owner=mine(turn)):
        reply = reply.drop(entry)
    return reply.done()
