"""What was done: noted in a word, recalled another day. Nothing is ever counted that was not done."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from plugins.selfcare.limits import not_ours
from plugins.selfcare.planning import coming
from plugins.selfcare.practice import DONE, Plan, Selfcare, bare, find, mine, remembered, selfcare, tidy
from plugins.selfcare.schedule import previous
from skill import Entry, Reply, Turn, Words, YesNo, ask, say

AT_ONCE = 3


@selfcare.on("LogCareIntent")
def log(turn: Turn[Selfcare]) -> Reply:
    """Note what was done."""
    did = _with_article(turn.slots.get("deed", ""), turn.words) or turn.slots.get("did", "")
    return noted(turn, did) if did else ask("log-what", Words(), then=logged)


def _with_article(deed: str, words: str) -> str:
    """Give what was done with the little word that stood before it ("a bath"), which a slot does not hold."""
    found = re.search(rf"\b((?:an?|my|some|the) {re.escape(deed)})\b", words, re.IGNORECASE) if deed else None
    return found[1] if found else deed


@selfcare.step
def logged(turn: Turn[Selfcare], did: str | None) -> Reply:
    """Note what was named."""
    return noted(turn, did) if did else say("idea-left").done()


def noted(turn: Turn[Selfcare], did: str) -> Reply:
    """Keep it for today; what is not known to help is asked about, once."""
    if not_ours(did):
        return say("not-here").done()
    text = tidy(did)
    if bare(text) in turn.state.liked:
        return say("noted").record(DONE, text, helped=True).done(text)
    return ask("noted-helped", YesNo(), then=helped).record(DONE, text).given(did=text)


@selfcare.step
def helped(turn: Turn[Selfcare], good: bool | None) -> Reply:
    """Learn whether it does them good."""
    name = bare(str(turn.given["did"]))
    entry = next((each for each in reversed(turn.kept) if each.kind == DONE), None)
    if good is None:
        return say("helped-unsaid").done(turn.given["did"])
    reply = say("helped" if good else "helped-not")
    if entry:
        reply = reply.amend(entry, helped=good)
    liked = remembered(turn.state.liked, name) if good else tuple(each for each in turn.state.liked if each != name)
    return reply.keep(replace(turn.state, liked=liked)).done(turn.given["did"])


@selfcare.on("PlanDoneIntent")
def plan_done(turn: Turn[Selfcare]) -> Reply:
    """Note the plan that is meant, or else the one that was due last, as done."""
    plan = find(turn.state.plans, turn.slots.get("request", "")) or _nearest(turn)
    return noted(turn, plan.what) if plan else ask("log-what", Words(), then=logged)


@selfcare.on("NotTodayIntent")
def not_today(_turn: Turn[Selfcare]) -> Reply:
    """Leave it for today; nothing is kept of that."""
    return say("not-today").done()


@selfcare.on("CorrectionIntent")
def correct(turn: Turn[Selfcare]) -> Reply:
    """Put other words for what was noted last."""
    entry = next((each for each in reversed(turn.kept) if each.kind == DONE), None)
    new = tidy(turn.slots.get("new", ""))
    if entry is None or not new:
        return ask("log-what", Words(), then=logged)
    return say("noted-changed", did=new).amend(entry, text=new)


@selfcare.on("AlsoIntent")
def also(turn: Turn[Selfcare]) -> Reply:
    """Note something more besides."""
    did = tuple(tidy(each) for each in (turn.items or (turn.slots.get("words", ""),)) if each)
    reply = say("noted-also", did=did[:AT_ONCE])
    for each in did:
        reply = reply.record(DONE, each)
    return reply


def due_today(turn: Turn[Selfcare]) -> Plan | None:
    """Give the plan whose time came today and that was not noted since."""
    start = datetime.combine(turn.now.date(), time(), turn.now.tzinfo)
    done = [bare(entry.text) for entry in turn.journal.entries(DONE, owner=mine(turn), since=start)]
    due = [
        (at, number)
        for number, plan in enumerate(turn.state.plans)
        if (at := previous(plan, turn.now)) and at >= start and bare(plan.what) not in done
    ]
    return turn.state.plans[max(due)[1]] if due and not turn.state.muted else None


def _nearest(turn: Turn[Selfcare]) -> Plan | None:
    return due_today(turn) or next(iter(coming(turn)), None)


@selfcare.on("WhatHelpedIntent")
def what_helped(turn: Turn[Selfcare]) -> Reply:
    """Say what helped last, and when."""
    for entry in turn.journal.entries(DONE, owner=mine(turn), limit=50):
        if entry.data.get("helped"):
            return say("helped-then", did=entry.text, day=_day(turn, entry)).done()
    return say("helped-none").done()


@selfcare.on("RecallCareIntent")
def recall(turn: Turn[Selfcare]) -> Reply:
    """Say what was done for oneself in a stretch of time, a week where none is named."""
    since, until = _stretch(turn.ids.get("period", ""), turn.now)
    done = texts(list(turn.journal.entries(DONE, owner=mine(turn), since=since, until=until, limit=50)))
    if not done:
        return say("recalled-none").done()
    reply = say("recalled", things=done[:AT_ONCE])
    return (reply.say("recalled-more", count=len(done) - AT_ONCE) if len(done) > AT_ONCE else reply).done()


def texts(entries: list[Entry]) -> tuple[str, ...]:
    """Give what was done, each thing once, the newest first."""
    return tuple({bare(entry.text): entry.text for entry in reversed(entries)}.values())[::-1]


def _day(turn: Turn[Selfcare], entry: Entry) -> date:
    return entry.made_at.astimezone(turn.now.tzinfo).date()


def _stretch(period: str, now: datetime) -> tuple[datetime, datetime]:
    today = datetime.combine(now.date(), time(), now.tzinfo)
    if period == "today":
        return today, today + timedelta(days=1)
    if period == "yesterday":
        return today - timedelta(days=1), today
    days = {"this-week": now.weekday(), "last-week": now.weekday() + 7, "this-month": now.day - 1}.get(period, 7)
    until = today - timedelta(days=now.weekday()) if period == "last-week" else now + timedelta(minutes=1)
    return today - timedelta(days=days), until
