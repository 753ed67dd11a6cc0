"""How it went: kept, late, partly or missed. Owning up costs nothing; a promise missed twice may become smaller."""

from __future__ import annotations

from datetime import date, timedelta

from plugins.promise.choosing import AT_ONCE, meant, which
from plugins.promise.moving import move, reschedule
from plugins.promise.practice import KEPT, LET_GO, OPEN, Promise, filed, found, mine, promises
from plugins.promise.saying import line
from plugins.promise.wording import nothing_named, thing
from skill import (
    Choice,
    Duration,
    Line,
    Moment,
    NoState,
    Option,
    Person,
    Reply,
    Screen,
    Turn,
    When,
    Words,
    YesNo,
    ask,
    say,
)

HOW = Choice(
    Option("kept", ("kept", "i did it", "did it", "i did", "it's done", "kept it", "done and dusted", "yes i did")),
    Option("late", ("late", "a bit late", "yes but late", "i was late", "later than planned", "did it late")),
    Option("partly", ("partly", "half", "half of it", "some of it", "a bit of it", "almost", "sort of did")),
    Option(
        "missed", ("missed", "missed it", "i didn't", "i forgot", "i didn't manage", "i blew it", "blew it", "not done")
    ),
    Option(
        "yet",
        ("not yet", "not done yet", "i haven't yet", "still to do", "later today", "i'll do it later", "i'm on it"),
    ),
    Option("moved", ("move it", "another day", "moved", "put it off", "postpone it", "still to come")),
)
AFTER = Choice(
    Option("today", ("today", "do it today", "now", "tonight", "still today", "i'll do it today")),
    Option("change", ("change it", "change", "something else", "another time", "move it", "a different one")),
    Option("smaller", ("smaller", "make it smaller", "a smaller one", "less")),
    Option("drop", ("let it go", "let go", "drop it", "forget that one", "give it up", "leave that promise")),
    Option("stay", ("keep it", "keep it as it is", "as it is", "leave it as it is", "try again")),
)


@promises.on("PromiseKeptIntent")
def kept(turn: Turn[NoState]) -> Reply:
    """Take it that one was kept."""
    return _told(turn, "kept")


@promises.on("PromiseLateIntent")
def late(turn: Turn[NoState]) -> Reply:
    """Take it that one was kept late."""
    return _told(turn, "late")


@promises.on("PromisePartlyIntent")
def partly(turn: Turn[NoState]) -> Reply:
    """Take it that one was kept in part."""
    return _told(turn, "partly")


@promises.on("PromiseMissedIntent")
def missed(turn: Turn[NoState]) -> Reply:
    """Take it that one was missed."""
    return _told(turn, "missed")


def _told(turn: Turn[NoState], how: str) -> Reply:
    promise = meant(turn, turn.slots.get("promise", ""))
    if promise:
        return settled(turn, promise, how)
    open_ = mine(turn)
    if not open_:
        return say("none-told" if how in ("kept", "late") else "none").done()
    return which(open_, how)


@promises.step
def chosen(turn: Turn[NoState], answer: str | None) -> Reply:
    """Go on with the one that was chosen."""
    promise = found(turn, answer or "") or (meant(turn, answer) if answer else None)
    if promise is None:
        return say("left").done()
    purpose = str(turn.given["purpose"])
    if purpose == "drop":
        return ask("drop-sure", YesNo(clear=True), then=dropped, promise=line(promise)).given(entry=promise.entry.id)
    if purpose == "move":
        return move(turn, promise, turn.given.get("when") or turn.given.get("after"))
    return settled(turn, promise, purpose)


def question(promise: Promise, asked: str, *, to: Person | None = None, **more: object) -> Reply:
    """Ask how one went."""
    question = ask(asked, HOW | YesNo() | When() | Duration(), then=reported, to=to, what=promise.entry.text, **more)
    return question.given(entry=promise.entry.id)


@promises.step
def reported(turn: Turn[NoState], answer: str | bool | Moment | timedelta | None) -> Reply:
    """Take how it went; another day, or "back a day", moves it."""
    promise = found(turn, str(turn.given["entry"]))
    if promise is None or answer is None:
        return say("stays").done()
    if answer == "yet" or _within_the_day(promise, answer):
        return on_today(turn, promise, turn.now.date())
    if isinstance(answer, Moment | timedelta) or answer == "moved":
        return move(turn, promise, None if isinstance(answer, str) else answer)
    how = {True: "kept", False: "missed"}.get(answer, str(answer)) if isinstance(answer, bool) else answer
    return settled(turn, promise, how)


def settled(turn: Turn[NoState], promise: Promise, how: str) -> Reply:
    """Log an occurrence; a single promise that was kept is over, and one that was missed gets three ways on."""
    today = turn.now.date()
    log = promise.logged(promise.due(today) or today, how)
    over = not promise.days and how in ("kept", "late")
    reply = Reply().amend(promise.entry, log=log, moved="", **filed(KEPT if over else OPEN))
    if how in ("kept", "late"):
        reply = reply.say("done" if how == "kept" else how, what=promise.entry.text)
        reply = reply.cancel(promise.alert) if over and promise.alert and promise.at > turn.now else reply
        return reply.done(promise.entry.text)
    if how == "partly":
        return _ways(reply, promise, "partly")
    return _ways(reply, promise, "missed-twice" if promise.missed_again else "missed")


def _ways(reply: Reply, promise: Promise, asked: str) -> Reply:
    return reply.ask(asked, AFTER | When() | Duration() | YesNo(), then=way_on).given(entry=promise.entry.id)


@promises.step
def way_on(turn: Turn[NoState], answer: str | Moment | timedelta | bool | None) -> Reply:
    """Do it today, change it, make it smaller, let it go, or leave it as it is."""
    promise = found(turn, str(turn.given["entry"]))
    if promise is None or answer in (None, False, "stay"):
        return _left(turn, promise)
    if isinstance(answer, Moment):
        return reschedule(turn, promise, answer)
    if isinstance(answer, timedelta) and not _within_the_day(promise, answer):
        return move(turn, promise, answer)
    if answer == "drop":
        return let_go(promise)
    if answer == "smaller":
        return ask("smaller-how", Words(), then=changed).given(entry=promise.entry.id)
    if answer == "change":
        return ask("change-how", When() | Words(), then=changed).given(entry=promise.entry.id)
    return on_today(turn, promise, turn.now.date())


def _within_the_day(promise: Promise, answer: object) -> bool:
    """Say whether an answer puts it off by hours ("in an hour") that nobody has to keep count of."""
    return isinstance(answer, timedelta) and answer < timedelta(days=1) and not promise.timed


def _left(turn: Turn[NoState], promise: Promise | None) -> Reply:
    """Leave it as it is; one whose day is past is not asked about again at once."""
    rested = promise.rested(turn.now) if promise else {}
    return (say("stays").amend(promise.entry, **rested) if promise and rested else say("stays")).done(True)


def on_today(turn: Turn[NoState], promise: Promise, today: date) -> Reply:
    """Leave it for later today."""
    if promise.days:
        return say("today").amend(promise.entry, moved=today.isoformat()).done(True)
    at = promise.at.replace(year=today.year, month=today.month, day=today.day)
    return say("today").amend(promise.entry, at=at.isoformat()).done(True)


@promises.step
def changed(turn: Turn[NoState], answer: str | Moment | None) -> Reply:
    """Put another time or other words to it."""
    promise = found(turn, str(turn.given["entry"]))
    if promise is None or not answer or (isinstance(answer, str) and nothing_named(answer)):
        return _left(turn, promise)
    if isinstance(answer, Moment):
        return reschedule(turn, promise, answer)
    what = thing(turn.request, answer)
    if turn.request and turn.request.when:
        return reschedule(turn, promise, turn.request.when, what=what)
    rested = promise.rested(turn.now)
    return say("changed-week" if rested else "changed", what=what).amend(promise.entry, text=what, **rested).done(True)


def let_go(promise: Promise) -> Reply:
    """Let a promise go, with its reminder."""
    reply = say("let-go").amend(promise.entry, **filed(LET_GO))
    return (reply.cancel(promise.alert) if promise.alert else reply).done(True)


@promises.on("DropPromiseIntent")
def drop(turn: Turn[NoState]) -> Reply:
    """Ask for a clear yes before one is let go."""
    promise = meant(turn, turn.slots.get("promise", ""))
    if promise is None:
        return which(mine(turn), "drop") if mine(turn) else say("none").done()
    return ask("drop-sure", YesNo(clear=True), then=dropped, promise=line(promise)).given(entry=promise.entry.id)


@promises.step
def dropped(turn: Turn[NoState], agreed: bool | None) -> Reply:
    """Let it go with a clear yes only."""
    promise = found(turn, str(turn.given["entry"]))
    return let_go(promise) if agreed and promise else say("stays").done()


def card(shown: tuple[Promise, ...]) -> Screen:
    """Show promises, with a tick that does what its words do."""
    buttons = (("button-kept", "i kept my promise"), ("button-missed", "i missed my promise"))
    return Screen(Line("card-title"), tuple(line(each) for each in shown[:AT_ONCE]), buttons)
