"""One sentence of thanks: the act, and what it changed."""

from __future__ import annotations

import re

from plugins.gratitude.wording import clause, tidy

_AGREES = {"was": "were", "is": "are", "has": "have", "does": "do", "wasn't": "weren't", "isn't": "aren't"}
_PRONOUN = re.compile(r"^(?:he|she|they)\b ?", re.IGNORECASE)
_GERUND = re.compile(r"^(?:for )?((?:always )?\w+ing\b.*)", re.IGNORECASE)
_PAST = re.compile(
    r"^(?:\w{2,}ed|made|let|gave|took|brought|drove|held|sat|told|said|kept|came|left|sent|bought|lent|rang|got|did|"
    r"found|stood|read|put|paid|heard|spoke|went|wrote|was|has|is)\b"
)


def draft(person: str, act: str, effect: str) -> str:
    """Compose a thank-you in one or two sentences, to be said to ``person`` ("" or "my roommate" = not addressed)."""
    name = f"{person}, " if person and not person.startswith("my ") else ""
    change = _effect(effect) if effect else ""
    if done := _done(person, tidy(act)):
        return _capital(f"{name}you {done}{f', and {change}' if change else ''}. Thank you.")
    return _capital(f"{name}thank you for {_for(tidy(act))}.{f' {_capital(change)}.' if change else ''}")


def _done(person: str, act: str) -> str:
    """Give what someone did, as it follows "you"; "" where the words are a thing and no deed."""
    rest = _PRONOUN.sub("", act)
    if rest == act and person:
        rest = re.sub(rf"^{re.escape(person)} ", "", act, flags=re.IGNORECASE)
    if rest == act and not _PAST.match(act):
        return ""
    verb, _, more = rest.partition(" ")
    return " ".join(part for part in (_AGREES.get(verb, verb), _to_you(more)) if part)


def _to_you(words: str) -> str:
    return re.sub(r"\b(?:his|her|their) own\b", "your own", words)


def _for(act: str) -> str:
    found = _GERUND.match(act)
    return (found[1] if found else act.removeprefix("for ")).removeprefix("their ")


def _effect(effect: str) -> str:
    words = tidy(effect)
    return _addressed(words) if clause(words) else f"it meant {words}"


def _addressed(words: str) -> str:
    """Turn what "he" or "she" did to the one it is said to: "he made coffee and he sang" is "you made coffee…"."""
    if not _PRONOUN.match(words):
        return words
    turned = re.sub(
        r"\b(?:he|she|they) (\w+)", lambda found: f"you {_AGREES.get(found[1], found[1])}", words, flags=re.IGNORECASE
    )
    return re.sub(r"\bhim\b", "you", re.sub(r"\b(?:his|their)\b", "your", _to_you(turned)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
