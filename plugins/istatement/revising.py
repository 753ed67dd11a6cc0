"""Reading the draft back word for word, and changing it until it sounds like the person who will say it."""

from __future__ import annotations

import re
from dataclasses import replace

from plugins.istatement.composing import STYLES, composed
from plugins.istatement.keeping import kept
from plugins.istatement.meaning import manner, meant, wishing
from plugins.istatement.practice import Draft, Sentences, alone, carrying, draft_of, istatement, latest, remembering
from plugins.istatement.wishing import wished
from plugins.istatement.wording import LONGEST, insulting, sentence
from skill import Choice, Feeling, Line, Option, Reply, Screen, Turn, Verbatim, Words, YesNo, ask, say

PARTS = ("moment", "feeling", "request")
TWEAKS = Choice(
    Option("softer", ("softer", "make it softer", "gentler", "kinder", "nicer", "less harsh", "less mean")),
    Option("plainer", ("plainer", "make it plainer", "simpler", "more direct", "clearer", "less fancy")),
    Option("shorter", ("shorter", "make it shorter", "too long", "that's too long", "it's too long", "briefer")),
    Option("own", ("my own words", "own words", "i'll say it myself", "let me say it", "my way", "in my words")),
    Option("earlier", ("the first one", "the one before that", "the earlier one", "the old one", "the last version")),
    Option("again", ("say it back", "read it again", "hear it again", "the sentence again")),
    Option("feeling", ("the feeling", "change the feeling", "another feeling", "that's not the feeling")),
    Option("moment", ("the moment", "change the moment", "the day", "what happened")),
    Option("request", ("the request", "change the request", "the wish", "the ask", "what i want", "the end")),
    Option(
        "no",
        (
            "that misses it",
            "it misses it",
            "not quite me",
            "that's not me",
            "that isn't me",
            "doesn't fit",
            "still not right",
        ),
    ),
    Option(
        "keep",
        (
            "keep it",
            "keep that",
            "keep this one",
            "that's the one",
            "that's it",
            "yeah that's it",
            "yes that's it",
            "that's me",
            "sounds like me",
            "perfect",
        ),
    ),
)
_ALL = {option.id for option in TWEAKS.options}
_SENTENCE = 4
"""So many words or more are somebody's own version."""


def offered(turn: Turn[Sentences], draft: Draft) -> Reply:
    """Compose the sentence and read it back; where every part was left out, there is none."""
    if not (draft.moment or draft.feeling or draft.request):
        return say("left").done()
    return read_back(turn, draft.reading(composed(draft)))


def read_back(turn: Turn[Sentences], draft: Draft) -> Reply:
    """Read a draft back as it is, and ask whether it fits."""
    shown = say("draft", words=Verbatim(draft.text)).show(card(draft))
    asked = shown.ask("fits", YesNo() | TWEAKS | Words(), then=fits)
    return remembering(turn, carrying(asked, draft), draft)


def card(draft: Draft) -> Screen:
    """Show the sentence, its parts beneath, and buttons that do what their words do."""
    parts = (
        (f"card-{part}", words) for part, words in (("feeling", draft.feeling), ("request", draft.request)) if words
    )
    lines = (
        Line("card-sentence", {"words": Verbatim(draft.text)}),
        *(Line(id_, {"words": Verbatim(w)}) for id_, w in parts),
    )
    buttons = (("button-softer", "softer"), ("button-shorter", "shorter"), ("button-keep", "keep it"))
    return Screen(Line("card-title"), lines, buttons)


@istatement.step
def fits(turn: Turn[Sentences], answer: bool | str | None) -> Reply:
    """Keep it, change it, or take their own words after two refusals."""
    draft = draft_of(turn)
    if answer is None:
        return say("left").done()
    said = turn.answer.words if turn.answer else str(answer)
    if fresh := _amended(draft, said):
        return offered(turn, fresh)
    if how := manner(said):
        return changed(turn, draft, how)
    if answer is True or answer == "keep":
        return kept(turn, draft)
    if answer is False or answer == "no":
        return _own(draft) if turn.given.get("refused") else _change(draft)
    if answer in _ALL:
        return changed(turn, draft, str(answer))
    words = str(answer)
    return taken(turn, draft, words) if len(words.split()) >= _SENTENCE else _change(draft)


def _amended(draft: Draft, said: str) -> Draft | None:
    """Put a part right that is said while the sentence is read: what would be liked, or another feeling."""
    if word := meant(said):
        return replace(draft, feeling=word)
    if wishing(said) and not re.search(r"\bI (?:felt|feel|was)\b", said):
        return replace(draft, request=wished(said, draft.person))
    return None


def changed(turn: Turn[Sentences], draft: Draft, how: str) -> Reply:
    """Change a draft: its manner, one of its parts, back to an earlier one, or into their own words."""
    if how in STYLES:
        fresh = draft.reading(composed(draft, how)) if draft.feeling or draft.moment else draft
        return _own(draft) if fresh is draft else read_back(turn, fresh)
    if how == "earlier":
        return read_back(turn, draft.reading(draft.earlier[-1]) if draft.earlier else draft)
    if how == "again":
        return read_back(turn, draft)
    return _part(draft, how) if how in PARTS else _own(draft)


def _part(draft: Draft, part: str) -> Reply:
    """Ask for one part again; the others stay."""
    asked = replace(draft, asked=tuple(each for each in draft.asked if each != part))
    if part == "feeling":
        return carrying(ask("feeling-then", Feeling() | Words(), then="istatement:feeling"), asked)
    steps = {"moment": ("moment", "istatement:moment"), "request": ("wish", "istatement:wish")}
    return carrying(ask(steps[part][0], Words(), then=steps[part][1]), asked)


def _change(draft: Draft) -> Reply:
    return carrying(ask("change", TWEAKS | YesNo() | Words(), then=fits), draft).given(refused=True)


def _own(draft: Draft) -> Reply:
    return carrying(ask("own", Words(), then=own), draft)


@istatement.step
def own(turn: Turn[Sentences], words: str | None) -> Reply:
    """Keep a sentence that they say themselves; one that calls names is not read back, and asked for once more."""
    return taken(turn, draft_of(turn), words, settled=True) if words else say("left").done()


def taken(turn: Turn[Sentences], draft: Draft, words: str, *, settled: bool = False) -> Reply:
    """Take their own version: kept at once where it was asked for, else read back."""
    if insulting(words) or len(words.split()) > LONGEST:
        if turn.given.get("retried"):
            return say("left").done()
        asked = ask("own-plain" if insulting(words) else "own-shorter", Words(), then=own)
        return carrying(asked, draft).given(retried=True)
    fresh = draft.reading(sentence(words))
    if settled:
        return kept(turn, fresh, aloud=True)
    return read_back(turn, fresh)


@istatement.on("ReadSentenceIntent")
def read_it_back(turn: Turn[Sentences]) -> Reply:
    """Read the last draft back; with somebody else here it stays with the one whose it is."""
    if not alone(turn):
        return say("alone-only").done()
    if turn.state.draft.text:
        return read_back(turn, turn.state.draft)
    entry = latest(turn)
    return read_back(turn, Draft(person=entry.about, text=entry.text)) if entry else say("none-yet").done()
