"""A kind word to oneself: what one would say to a friend, then said with one's own name (self-compassion, Neff)."""

from __future__ import annotations

from plugins.selfcare.practice import Selfcare, mine, selfcare
from skill import Reply, Turn, Verbatim, Words, YesNo, ask, say

KIND = "kind-words"
READ_BACK = 14


@selfcare.on("KindWordIntent")
def kind_word(turn: Turn[Selfcare]) -> Reply:
    """Ask what they would say to a friend in their place; where words were kept before, begin with those."""
    before = turn.journal.entries(KIND, owner=mine(turn), limit=1)
    reply = say("kind-before", words=Verbatim(_brief(before[0].text))) if before and _alone(turn) else Reply()
    return reply.ask("kind-friend", Words(), then=to_a_friend)


@selfcare.step
def to_a_friend(_turn: Turn[Selfcare], words: str | None) -> Reply:
    """Turn the words round to the one who said them."""
    if not words:
        return say("kind-left").done()
    return say("kind-own-name").ask("kind-said", Words() | YesNo(), then=with_own_name).given(words=words)


@selfcare.step
def with_own_name(turn: Turn[Selfcare], _said: str | bool | None) -> Reply:
    """Offer to keep the words for another day, however they sounded."""
    return ask("kind-keep", YesNo(clear=True), then=kept).given(words=turn.given["words"])


@selfcare.step
def kept(turn: Turn[Selfcare], wanted: bool | None) -> Reply:
    """Keep the words, or let them be."""
    if not wanted:
        return say("kind-not-kept").done()
    return say("kind-kept").record(KIND, str(turn.given["words"])).done()


def _brief(words: str) -> str:
    return " ".join(words.split()[:READ_BACK])


def _alone(turn: Turn[Selfcare]) -> bool:
    return len(turn.present) < 2
