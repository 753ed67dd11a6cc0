"""Safe Harbor's public surface: everything a practice author imports, and nothing else."""

from skill.answers import (
    Also,
    Answer,
    Choice,
    Duration,
    Feeling,
    Felt,
    Kind,
    Kinds,
    Moment,
    Name,
    Option,
    Scale,
    When,
    Words,
    YesNo,
)
from skill.hookspecs import hookimpl
from skill.platform import EVERY_DAY, Outcome, Reminder, Timer
from skill.practice import NoState, Practice
from skill.reply import Line, Offer, Reply, Screen, Verbatim, ask, nothing, say
from skill.turn import Alert, Entry, Journal, Person, Request, Turn, Unfinished

__all__ = [
    "EVERY_DAY",
    "Alert",
    "Also",
    "Answer",
    "Choice",
    "Duration",
    "Entry",
    "Feeling",
    "Felt",
    "Journal",
    "Kind",
    "Kinds",
    "Line",
    "Moment",
    "Name",
    "NoState",
    "Offer",
    "Option",
    "Outcome",
    "Person",
    "Practice",
    "Reminder",
    "Reply",
    "Request",
    "Scale",
    "Screen",
    "Timer",
    "Turn",
    "Unfinished",
    "Verbatim",
    "When",
    "Words",
    "YesNo",
    "ask",
    "hookimpl",
    "nothing",
    "say",
]
