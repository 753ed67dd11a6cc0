"""Commands: whole utterances that mean the same wherever the conversation is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from skill.reading.language import language_of
from skill.reading.text import compiled, either, folded, plain


def command(words: str, language: str) -> str | None:
    """Give the command that the whole utterance is, fillers and courtesy apart; None for anything that says more.

    One of ``stop cancel not_now help repeat skip back undo delete more``.
    """
    if words.strip() == "?":
        return None
    known = _known(language)
    said = plain(words, language)
    for text in dict.fromkeys((said, folded(said, language))):
        for form in (text, bare := _bare(text, language), _once(bare)):
            if form in known:
                return known[form]
    return None


def _bare(text: str, language: str) -> str:
    before, after = _around(language)
    return after.sub("", before.sub("", text))


def _once(text: str) -> str:
    """Say a word or two that were repeated ("stop stop stop") once."""
    found = compiled(r"(\w+(?: \w+)?)(?: \1)+").fullmatch(text)
    return found[1] if found else text


@cache
def _around(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = language_of(language).commands
    return re.compile(rf"^(?:{either(data.before)} )+(?=.)"), re.compile(rf"(?<=.)(?: {either(data.after)})+$")


@cache
def _known(language: str) -> Mapping[str, str]:
    whole = language_of(language).commands.whole
    return {phrase: name for name, phrases in whole.items() for phrase in phrases}
