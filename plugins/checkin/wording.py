"""What a few words sound like, by language: a talk getting hot, someone who does not know, what is no answer.

They are hints, never verdicts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_HOT = re.compile(
    r"\b(?:"
    r"shut up|shut it|here we go again|that'?s not true|that is not true|you'?re lying|liar|"
    r"you (?:always|never)|you don'?t (?:ever )?(?:listen|care)|i hate (?:you|this|it when you)|"
    r"stop (?:shouting|yelling|interrupting|it right now)|don'?t (?:shout|yell) at me|"
    r"how dare you|you started (?:it|this)|it'?s (?:all )?your fault|i'?m sick of (?:you|this|it)|"
    r"this is (?:pointless|ridiculous)|what is your problem|what'?s your problem|leave me alone"
    r")\b"
)
_UNSURE = re.compile(
    r"(?:i (?:really )?(?:don'?t|do not) know|dunno|no idea|not sure|i'?m not sure|hard to say|"
    r"i can'?t (?:say|think of (?:anything|one|a word)))"
)
_YES = re.compile(
    r"(?:(?:oh|well|um|uh|hm+) )?"
    r"(?:yes|yeah|yep|yup|yea|ya|sure|sure thing|of course|definitely|absolutely|"
    r"certainly|go ahead|go on|i do|i guess so)"
    r"(?: (?:please|yes|yeah|sure|thanks|thank you|of course))?"
)
_NO = re.compile(
    r"(?:(?:oh|well|um|uh|hm+) )?"
    r"(?:no|nah|nope|no way|not really|rather not|i'?d rather not|not now|not today|nothing|none|pass|never mind)"
    r"(?: (?:no|please|thanks|thank you|really|not really))?"
)
_QUESTION = re.compile(
    r"(?:hey )?(?:alexa )?(?:"
    r"(?:what|who|where|when|why|how|which)(?:'?s|'?re|'?d|'?ll| is| are| was| were| do| does| did| can| could| would"
    r"| will| should| time| day| much| many| long)|"
    r"(?:can|could|will|would|do|does|did|is|are|should) (?:you|i|we|it|there|this|that)"
    r")\b.*"
)
_GRUMBLE = re.compile(
    r"(?:(?:well|oh|ugh|god) )?(?:"
    r"(?:(?:this|that|it|you|alexa)(?:'?s|'?re| is| are| was) )(?:(?:all|so|really|pretty|such|too|a|bit|very) )*"
    r"(?:dumb|stupid|silly|pointless|ridiculous|useless|nonsense|rubbish|lame|annoying|boring|a waste of time|"
    r"(?:dumb|stupid|silly) (?:question|thing))|"
    r"(?:what a )?(?:dumb|stupid|silly|ridiculous) (?:question|thing|idea)|"
    r"whatever|who cares|i don'?t care|leave me (?:alone|be)"
    r")"
)
MANY = 4
"""More words than this are a story, and no word for how someone is."""
_HEATED: Mapping[str, re.Pattern[str]] = MappingProxyType({"en": _HOT})
_NOT_KNOWING: Mapping[str, re.Pattern[str]] = MappingProxyType({"en": _UNSURE})

_AGREEING: Mapping[str, re.Pattern[str]] = MappingProxyType({"en": _YES})
_DECLINING: Mapping[str, re.Pattern[str]] = MappingProxyType({"en": _NO})
_ASKING: Mapping[str, re.Pattern[str]] = MappingProxyType({"en": _QUESTION})
_GRUMBLING: Mapping[str, re.Pattern[str]] = MappingProxyType({"en": _GRUMBLE})


def heated(words: str, locale: str) -> bool:
    """Say whether words sound like a quarrel; False in a language that has no list yet."""
    cues = _HEATED.get(locale.partition("-")[0])
    return bool(cues and cues.search(_folded(words)))


def unsure(words: str, locale: str) -> bool:
    """Say whether words are all about not knowing."""
    return _whole(_NOT_KNOWING, words, locale)


def declined(words: str, locale: str) -> bool:
    """Say whether words are no more than a no."""
    return _whole(_DECLINING, words, locale)


def beside(words: str, locale: str) -> bool:
    """Say whether words answer nothing: a bare yes, a question put back, a grumble about being asked."""
    return any(_whole(cues, words, locale) for cues in (_AGREEING, _ASKING, _GRUMBLING))


def no_word(words: str, locale: str) -> bool:
    """Say whether words in which no feeling was found are no word for how someone is."""
    return len(words.split()) > MANY or beside(words, locale)


def _whole(lists: Mapping[str, re.Pattern[str]], words: str, locale: str) -> bool:
    cues = lists.get(locale.partition("-")[0])
    return bool(cues and cues.fullmatch(_folded(words)))


def _folded(words: str) -> str:
    return " ".join(re.sub(r"[,.!?;:]", " ", words.replace("\u2019", "'").lower()).split())
