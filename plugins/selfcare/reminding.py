"""Setting a reminder: what, days, time; then the house reads the exact time back, asks for consent, and sets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from plugins.selfcare.limits import not_ours
from plugins.selfcare.practice import Plan, Selfcare, bare, dropped, put, selfcare, tidy
from plugins.selfcare.schedule import on_days, past
from skill import EVERY_DAY, Choice, Moment, Option, Outcome, Reply, Turn, When, Words, YesNo, ask, say

PROPOSED = "monday-wednesday-friday"
WEEKDAYS = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)
DAYS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "once": (),
        "daily": EVERY_DAY,
        "weekdays": WEEKDAYS,
        "weekends": WEEKEND,
        "monday-wednesday-friday": (0, 2, 4),
        "tuesday-thursday-saturday": (1, 3, 5),
    }
)

_OFTEN = Choice(
    Option("once", ("once", "only once", "just once", "one time", "just today", "just this time", "only today")),
    Option("daily", ("daily", "every day", "each day", "all days", "every night", "every morning", "every evening")),
    Option("weekdays", ("weekdays", "on weekdays", "every weekday", "workdays", "work days")),
    Option("weekends", ("weekends", "on weekends", "at the weekend", "the weekend")),
)
_NAMED_DAYS = Choice(
    Option("monday-wednesday-friday", ("the first", "monday wednesday friday", "monday wednesday and friday")),
    Option("tuesday-thursday-saturday", ("the second", "tuesday thursday saturday", "tuesday thursday and saturday")),
    *_OFTEN.options[1:],
)


@selfcare.on("RemindCareIntent")
def remind(turn: Turn[Selfcare]) -> Reply:
    """Take what and when as far as they were said, and ask for the rest."""
    slot = turn.slots.get("request", "")
    what = turn.request.what if turn.request else slot
    if not_ours(slot):
        return say("not-here").done()
    if not what:
        return ask("remind-what", Words(), then=remind_what).given(when=turn.request.when if turn.request else None)
    return schedule(turn, tidy(what), turn.request.when if turn.request else None)


@selfcare.step
def remind_what(turn: Turn[Selfcare], words: str) -> Reply:
    """Go on with what it is."""
    if not_ours(words):
        return say("not-here").done()
    what = turn.request.what if turn.request and turn.request.what else words
    when = turn.request.when if turn.request else None
    return schedule(turn, tidy(what), when or turn.given.get("when"))


def schedule(turn: Turn[Selfcare], what: str, when: Moment | None, *, once: bool = False) -> Reply:
    """Go on as far as the time is known; ask for the one thing that is missing next.

    ``once`` says that nobody spoke of a habit: an idea put off till later comes a single time.
    """
    given: dict[str, object] = {"what": what, "once": True} if once else {"what": what}
    if when is None:
        return ask("remind-when", When() | YesNo(), then=named_time, what=what).given(**given)
    if when.unsupported:
        at = when.at if when.explicit_time else None
        return ask("remind-days", _NAMED_DAYS | YesNo() | When(), then=named_days).given(what=what, at=at)
    if not when.explicit_time:
        return ask("remind-time", When() | YesNo(), then=named_time, what=what).given(what=what, day=when)
    if not when.recurring and past(when.at, turn.now):
        return say("time-past").ask("remind-when", When() | YesNo(), then=named_time, what=what).given(**given)
    if once or when.recurring or when.explicit_date:
        return arrange(turn, Plan(what, when.at, when.days))
    daily = Plan(what, when.at, EVERY_DAY).reminder
    often = ask("remind-often", YesNo() | _OFTEN | When(), then=how_often, when=when.at, daily=daily)
    return often.given(what=what, at=when.at)


@selfcare.step
def named_time(turn: Turn[Selfcare], when: Moment | bool | None) -> Reply:
    """Put a time to what is to be done, on the day or days that were named before; no is no reminder."""
    what, day, once = str(turn.given["what"]), turn.given.get("day"), bool(turn.given.get("once"))
    if not when:
        return say("no-time").done()
    if when is True:
        return schedule(turn, what, day, once=once)
    if isinstance(day, Moment) and when.explicit_time:
        if day.recurring:
            return arrange(turn, Plan(what, on_days(when.at, day.days, turn.now), day.days))
        at = day.at.replace(hour=when.at.hour, minute=when.at.minute)
        return schedule(turn, what, replace(when, at=at, explicit_date=True))
    return schedule(turn, what, when, once=once)


@selfcare.step
def named_days(turn: Turn[Selfcare], answer: str | bool | Moment | None) -> Reply:
    """Agree on named days, since a reminder cannot come every other day; a yes takes the days that were proposed."""
    what, at = str(turn.given["what"]), turn.given["at"]
    if not answer:
        return say("no-time").done()
    days = _days(turn, answer) if isinstance(answer, Moment) else DAYS.get(str(answer), DAYS[PROPOSED])
    if isinstance(answer, Moment) and answer.explicit_time:
        at = answer.at
    if at is None:
        day = Moment(turn.now, explicit_date=False, days=days, recurring=True, explicit_time=False)
        return ask("remind-time", When() | YesNo(), then=named_time, what=what).given(what=what, day=day)
    return arrange(turn, Plan(what, on_days(at, days, turn.now), days))


@selfcare.step
def how_often(turn: Turn[Selfcare], often: bool | str | Moment | None) -> Reply:
    """Take once, every day or some days; once where nothing else is said."""
    what, at = str(turn.given["what"]), turn.given["at"]
    if not isinstance(often, Moment):
        days = EVERY_DAY if often is True else DAYS[often] if often else ()
        return arrange(turn, Plan(what, on_days(at, days, turn.now) if days else at, days))
    if often.unsupported:
        return ask("remind-days", _NAMED_DAYS | YesNo() | When(), then=named_days).given(what=what, at=at)
    wall = often.at if often.explicit_time else often.at.replace(hour=at.hour, minute=at.minute)
    days = _days(turn, often)
    if often.recurring or len(days) > 1:
        return arrange(turn, Plan(what, on_days(wall, days, turn.now), days))
    return arrange(turn, Plan(what, wall))


def _days(turn: Turn[Selfcare], when: Moment) -> tuple[int, ...]:
    """Give the days that an answer names: a rhythm's, or those of one or two dates ("Tuesday and Friday")."""
    second = turn.answer.also.when if turn.answer else None
    named = when.days or tuple(each.at.weekday() for each in (when, second) if each)
    return tuple(sorted(set(named)))


def arrange(turn: Turn[Selfcare], plan: Plan) -> Reply:
    """Keep the plan, whatever becomes of the reminder, and have the house set it."""
    given: dict[str, object] = {"what": plan.what, "at": plan.at, "days": plan.days}
    before = next((each for each in turn.state.plans if bare(each.what) == bare(plan.what)), None)
    if before and before.alert and (before.days == plan.days or not before.days):
        return Reply().change(before.alert, plan.reminder, then=arranged).given(**given)
    if before and before.alert:
        whens = {"old": before.reminder, "new": plan.reminder}
        asked = ask("change-sure", YesNo(clear=True), then=other_days, to=None, what=plan.what, **whens)
        return asked.given(**given, alert=before.alert)
    return Reply().keep(put(turn.state, plan, turn.now)).given(**given).remind(plan.reminder, then=arranged)


@selfcare.step
def other_days(turn: Turn[Selfcare], agreed: bool | None) -> Reply:
    """Give up the days that a reminder had for others with a clear yes only."""
    if not agreed:
        return say("unchanged").done()
    plan = Plan(str(turn.given["what"]), turn.given["at"], tuple(turn.given["days"]))
    return Reply().change(str(turn.given["alert"]), plan.reminder, then=arranged).given(**turn.given)


@selfcare.step
def arranged(turn: Turn[Selfcare], outcome: Outcome) -> Reply:
    """Confirm the exact time, or say what holds without a reminder."""
    given = turn.given
    at: datetime = outcome.at or given["at"]
    plan = Plan(str(given["what"]), at, tuple(given["days"]))
    if outcome:
        plan = replace(plan, alert=outcome.alert or "", days=outcome.days)
        state = put(turn.state, plan, turn.now)
        return say("arranged", what=plan.what, when=plan.reminder).keep(state).done(plan.what)
    if outcome.status == "missing":
        forgotten = dropped(turn.state, plan)
        return arrange(replace(turn, state=forgotten), plan)
    return say(_without(outcome), what=plan.what).keep(put(turn.state, plan, turn.now)).done(plan.what)


def _without(outcome: Outcome) -> str:
    if outcome.status == "refused":
        return "plan-only"
    return {"unsupported": "plan-no-device", "full": "plan-full"}.get(outcome.status, "plan-not-now")
