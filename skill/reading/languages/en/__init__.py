"""English."""

from skill.reading.language import Language
from skill.reading.languages.en.agreeing import AGREEING
from skill.reading.languages.en.commands import COMMANDS
from skill.reading.languages.en.feelings import FEELINGS
from skill.reading.languages.en.manners import MANNERS
from skill.reading.languages.en.naming import NAMING
from skill.reading.languages.en.numbers import CHOOSING, COUNTING, LENGTHS
from skill.reading.languages.en.sentences import REQUESTS, SENTENCES
from skill.reading.languages.en.times import CLOCKS, DAYS

LANGUAGE = Language(
    code="en",
    manners=MANNERS,
    agreeing=AGREEING,
    counting=COUNTING,
    lengths=LENGTHS,
    clocks=CLOCKS,
    days=DAYS,
    feelings=FEELINGS,
    naming=NAMING,
    choosing=CHOOSING,
    commands=COMMANDS,
    sentences=SENTENCES,
    requests=REQUESTS,
)
