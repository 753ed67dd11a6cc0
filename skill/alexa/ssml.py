"""SSML within the platform's limits: well-formed, no pause too long, and cut at a sentence where it grows too long."""

from __future__ import annotations

import re
from html import escape
from xml.parsers import expat

import structlog

from skill.speech import plain

LONGEST = 8000
"""Characters that the platform takes, tags included."""
LONGEST_BREAK = 10.0
"""Seconds that one pause may last."""

_ROOM = LONGEST - len("<speak></speak>")
_MARKUP = re.compile("[<>&]")
_BREAK = re.compile(r"(<break\b[^>]*\btime\s*=\s*)([\"'])\s*(\d+(?:\.\d+)?)(ms|s)\s*\2")
_TOKEN = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|[^<]+")
_END = re.compile(r"(?<=[.!?])\s+")
_HALF_ENTITY = re.compile(r"&[^;\s]*$")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def spoken(content: str, practice: str = "", *, asking: bool = False) -> str:
    """Give SSML content as a whole ``<speak>`` element that the platform takes.

    Where the content is broken its plain text is said, and ``practice`` is named in the log. With ``asking`` the last
    sentence, which is the question, outlives those before it.
    """
    sound = _NO_XML.sub("", content)
    if _MARKUP.search(sound):  # most of what is said is words alone, in which nothing can be broken
        sound = _sound(sound, practice)
    if len(sound) > _ROOM:
        structlog.get_logger(__name__).warning("speech_too_long", practice=practice, characters=len(sound))
        sound = _fitted(sound, asking=asking)
    return f"<speak>{sound}</speak>"


def _sound(content: str, practice: str) -> str:
    """Shorten pauses that are too long, and leave the tags out where they are broken."""
    sound = _BREAK.sub(_shortened, content)
    if well_formed(sound):
        return sound
    structlog.get_logger(__name__).error("ssml_broken", practice=practice)
    return escape(plain(sound), quote=False)


def well_formed(content: str) -> bool:
    """Say whether this is the content of an XML element. Prefixes such as ``amazon:`` need no declaration here."""
    try:
        expat.ParserCreate().Parse(f"<speak>{content}</speak>".encode(), True)
    except expat.ExpatError:
        return False
    return True


def _shortened(found: re.Match[str]) -> str:
    seconds = float(found[3]) / (1000 if found[4] == "ms" else 1)
    return f"{found[1]}{found[2]}{LONGEST_BREAK:g}s{found[2]}" if seconds > LONGEST_BREAK else found[0]


def _fitted(content: str, *, asking: bool) -> str:
    kept = _fewer(_sentences(content), asking=asking)
    if len(kept) <= _ROOM:
        return kept
    text = _fewer([escape(each, quote=False) for each in _END.split(plain(content))], asking=asking)
    if len(text) <= _ROOM:
        return text
    cut = _HALF_ENTITY.sub("", text[:_ROOM])
    return cut.rpartition(" ")[0] or cut


def _fewer(sentences: list[str], *, asking: bool) -> str:
    """Join as many sentences as there is room for, at least one."""
    kept = [each for each in sentences if each]
    length = sum(map(len, kept)) + len(kept)
    while len(kept) > 1 and length > _ROOM + 1:
        length -= len(kept.pop(-2 if asking else -1)) + 1
    return " ".join(kept)


def _sentences(content: str) -> list[str]:
    """Part content where a sentence ends outside of every element."""
    parts, depth = [""], 0
    for token in _TOKEN.findall(content):
        if token.startswith("<"):
            depth += 0 if token.endswith("/>") else -1 if token.startswith("</") else 1
            parts[-1] += token
        elif depth:
            parts[-1] += token
        else:
            first, *rest = _END.split(token)
            parts[-1] += first
            parts += rest
    return parts
