"""One idea by time and energy, the person's own first; then now, later, or no."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from plugins.selfcare.ideas import LOW, MIDDLE, fitting
from plugins.selfcare.limits import not_ours
from plugins.selfcare.practice import DONE, Selfcare, bare, mine, remembered, selfcare, tidy
from plugins.selfcare.reminding import schedule
from plugins.selfcare.schedule import length
from skill import Choice, Duration, Feeling, Felt, Moment, Option, Reply, Turn, When, Words, YesNo, ask, say

OPEN_END = 60
UNNAMED = 15
MOMENT = 3
IDEAS_AT_ONCE = 3

_NO_HURRY = Option("open", ("as long as i like", "plenty", "no rush", "all evening", "all day", "ages", "no limit"))
_NOT_LONG = Option("short", ("not long", "not much", "a moment", "a minute", "hardly any", "no time"))
_ENERGY = Choice(
    Option("low", ("low", "very low", "none", "not much", "empty", "tired", "worn out", "hardly any", "little")),
    Option("middle", ("middle", "medium", "okay", "ok", "so so", "in between", "all right", "some", "fine")),
    Option("high", ("high", "lots", "plenty", "a lot", "full", "loads", "good")),
)
_ANSWER = Choice(
    Option("now", ("now", "right now", "do it now", "i'll do it now", "let's do it")),
    Option("later", ("later", "do it later", "later today", "another time", "remind me later")),
    Option("other", ("another", "another one", "something else", "a different one", "what else")),
    Option("no", ("not today", "no thanks", "leave it", "neither")),
    Option("dislike", ("not that one", "i don't like that", "i don't like it", "i hate that", "drop that one")),
)


@selfcare.on("SelfcareIdeaIntent", entry=True)
def ideas(turn: Turn[Selfcare]) -> Reply:
    """Ask how long there is, unless that was said; then how much energy."""
    span = length(turn.slots.get("span", "")) or (turn.request.after if turn.request else None)
    if span:
        return _asking_energy(_minutes(span))
    return ask("how-long", Duration() | Choice(_NO_HURRY, _NOT_LONG), then=how_long)


@selfcare.step
def how_long(_turn: Turn[Selfcare], span: timedelta | str | None) -> Reply:
    """Go on with the time there is; a quarter of an hour where none is named."""
    if isinstance(span, timedelta):
        return _asking_energy(_minutes(span))
    return _asking_energy({"open": OPEN_END, "short": MOMENT}.get(span or "", UNNAMED))


def _minutes(span: timedelta) -> int:
    return max(2, int(span.total_seconds() // 60))


def _asking_energy(minutes: int) -> Reply:
    return ask("how-energy", _ENERGY | Feeling() | YesNo(), then=energy).given(minutes=minutes)


@selfcare.step
def energy(turn: Turn[Selfcare], felt: Felt | str | bool | None) -> Reply:
    """Suggest what fits the energy there is; "okay" is in the middle, "no" is low."""
    level = (
        felt.energy if isinstance(felt, Felt) else felt if isinstance(felt, str) else LOW if felt is False else MIDDLE
    )
    return suggest(turn, int(turn.given["minutes"]), level)


def suggest(turn: Turn[Selfcare], minutes: int, level: str, tries: int = 1) -> Reply:
    """Put one idea forward, and say when it helped before."""
    name = _chosen(turn, minutes, level)
    helped = _helped(turn, name)
    given = {"idea": name, "minutes": minutes, "energy": level, "tries": tries}
    kinds = _ANSWER | YesNo() | When()
    if helped:
        reply = ask("idea-again", kinds, then=idea_answer, idea=name, day=helped)
    else:
        reply = ask("idea", kinds, then=idea_answer, idea=name)
    return reply.given(**given).keep(replace(turn.state, recent=remembered(turn.state.recent, name)))


def _chosen(turn: Turn[Selfcare], minutes: int, level: str) -> str:
    """Choose: the person's own first, then what they liked, then any that fits; none lately said or disliked."""
    state = turn.state
    own = [name for name in state.own if name not in state.recent]
    if own:
        return turn.pick(own)
    names = fitting(turn.locale, minutes, level, turn.day_part)
    wanted = [name for name in names if bare(name) not in state.disliked] or list(names)
    liked = [name for name in wanted if bare(name) in state.liked and name not in state.recent]
    return turn.pick(liked or wanted, state.recent)


def _helped(turn: Turn[Selfcare], name: str) -> date | None:
    for entry in turn.journal.entries(DONE, owner=mine(turn), limit=30):
        if entry.data.get("helped") and bare(entry.text) == bare(name):
            return entry.made_at.astimezone(turn.now.tzinfo).date()
    return None


@selfcare.step
def idea_answer(turn: Turn[Selfcare], answer: bool | str | Moment | None) -> Reply:
    """Wish them well with it, plan it, look for another, or leave it."""
    idea = str(turn.given["idea"])
    if isinstance(answer, Moment):
        return schedule(turn, idea, answer, once=True)
    if answer == "later":
        when = turn.answer.also.when if turn.answer else None
        return schedule(turn, idea, when, once=True)
    if answer in (True, "now"):
        return say("enjoy", idea=idea).done(idea)
    if answer in ("other", "dislike"):
        return _another(turn, idea, disliked=answer == "dislike")
    return say("idea-left").done()


def _another(turn: Turn[Selfcare], idea: str, *, disliked: bool) -> Reply:
    state = turn.state
    if disliked:
        state = replace(
            state,
            disliked=remembered(state.disliked, bare(idea)),
            liked=tuple(name for name in state.liked if name != bare(idea)),
            own=tuple(name for name in state.own if name != idea),
        )
    tries = int(turn.given["tries"])
    if tries >= IDEAS_AT_ONCE:
        return say("idea-enough").keep(state).done()
    return suggest(replace(turn, state=state), int(turn.given["minutes"]), str(turn.given["energy"]), tries + 1)


@selfcare.on("LaterCareIntent")
def later(turn: Turn[Selfcare]) -> Reply:
    """Plan the idea that was put forward last."""
    if not turn.state.recent:
        return ideas(turn)
    return schedule(turn, turn.state.recent[-1], turn.request.when if turn.request else None, once=True)


@selfcare.on("AddIdeaIntent")
def add_idea(turn: Turn[Selfcare]) -> Reply:
    """Put an idea on the person's own list, or ask for one."""
    words = turn.slots.get("idea", "")
    return _added(turn, words) if words else ask("add-what", Words(), then=added)


@selfcare.step
def added(turn: Turn[Selfcare], words: str | None) -> Reply:
    """Put what was named on the list."""
    return _added(turn, words) if words else say("idea-left").done()


def _added(turn: Turn[Selfcare], words: str) -> Reply:
    if not_ours(words):
        return say("not-here").done()
    name = tidy(words)
    state = replace(
        turn.state,
        own=remembered(turn.state.own, name),
        disliked=tuple(each for each in turn.state.disliked if each != bare(name)),
    )
    return say("added", idea=name).keep(state).done()


@selfcare.on("ForgetIdeaIntent")
def forget_idea(turn: Turn[Selfcare]) -> Reply:
    """Take an idea off the person's own list."""
    wanted = bare(turn.slots.get("idea", ""))
    kept = tuple(name for name in turn.state.own if bare(name) != wanted)
    if kept == turn.state.own:
        return say("no-such-idea").done()
    return say("idea-gone").keep(replace(turn.state, own=kept)).done()


@selfcare.on("ExhaustedIntent")
def exhausted(_turn: Turn[Selfcare]) -> Reply:
    """Point to a doctor or someone trusted, gently; then one small thing, if they like."""
    return say("exhausted").ask("one-small-thing", YesNo(), then=one_small_thing)


@selfcare.step
def one_small_thing(turn: Turn[Selfcare], wanted: bool | None) -> Reply:
    """Suggest something for very little energy, or leave it."""
    return suggest(turn, UNNAMED, LOW) if wanted else say("idea-left").done()
