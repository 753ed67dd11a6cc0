"""Reading: words to the kinds of answer a question can expect, per language.

Words come from speech (lower case, no punctuation), from a keyboard, or as values of a platform's own slot types.
Nothing here keeps, logs or guesses beyond the words; what a language needs lies in ``languages/<code>``.
"""

from skill.reading.answer import read
from skill.reading.choice import whole as option
from skill.reading.command import command
from skill.reading.item import items
from skill.reading.language import languages
from skill.reading.number import digits
from skill.reading.request import split_request
from skill.reading.sentence import Correction, addition, correction, denies, mirror
from skill.reading.text import fold, tidy

__all__ = [
    "Correction",
    "addition",
    "command",
    "correction",
    "denies",
    "digits",
    "fold",
    "items",
    "languages",
    "mirror",
    "option",
    "read",
    "split_request",
    "tidy",
]
