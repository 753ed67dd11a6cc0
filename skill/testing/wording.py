"""The contract for words: every message is there in every language, renders, is short, and asks one thing, last."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from skill.errors import MessageMissing
from skill.testing.finding import Finding
from skill.testing.message import Message, Text, sentences
from skill.testing.subject import Subject
from skill.text_lint import REQUIRED
from skill.texts import Texts, sources
from skill.wording import TURN_WORDS

QUESTION_WORDS = 18
REPROMPT_WORDS = 20
SHORT = 12
"""A reprompt of a dozen words is short by itself, however short its question is."""
ASKED = ("reprompt", "help")
"""What every question brings beside itself."""
ASKING = frozenset({"", "reprompt", "narrower", "two"})
_EXERCISE = "<break"


def messages_exist(subject: Subject) -> Iterator[Finding]:
    """Every message that the code names is there, and what the code gives it is all that it needs."""
    known = subject.messages.get(subject.main, {})
    for saying in subject.sayings:
        met = [message for id_, message in known.items() if saying.pattern.fullmatch(id_)]
        if not met:
            file = f"speech/{subject.main}.ftl"
            yield saying.found(f"there is no message {saying.id!r} in {file}: write it there, or mend the id here")
        for message in met if saying.args is not None and saying.id in known else ():
            if lacking := sorted(message.variables - (saying.args or frozenset())):
                needs = ", ".join(f"${name}" for name in lacking)
                yield saying.found(f"message {message.id!r} needs {needs}, which is not given here")


def languages_match(subject: Subject) -> Iterator[Finding]:
    """Every language that is claimed has the same messages with the same attributes; a locale only overrides."""
    main = subject.messages.get(subject.main, {})
    for language in subject.languages:
        file, own = subject.speech_file(language), subject.messages.get(language)
        if own is None:
            yield Finding(file, 0, f"the plugin has utterances in {language!r}, but no texts: write this file")
            continue
        for id_ in (*(each for each in REQUIRED if each not in own), *sorted(main.keys() - own.keys())):
            yield Finding(file, 0, f"message {id_!r} is missing")
        for id_ in sorted(main.keys() & own.keys()):
            yield from _attributes(main[id_], own[id_])
    for name, messages in subject.messages.items():
        language = name.partition("-")[0]
        if name != language and language in subject.messages:
            for id_ in sorted(messages.keys() - subject.messages[language].keys()):
                yield messages[id_].value.found(f"stands in {name} only: write it in {language}.ftl too")


def _attributes(main: Message, own: Message) -> Iterator[Finding]:
    for name in main.attributes.keys() - own.attributes.keys():
        if not name.startswith("or-"):
            yield own.value.found(f"has no .{name} here")
    if extra := sorted(own.variables - main.variables):
        yield own.value.found(f"asks for ${', $'.join(extra)}, which no other language does")


def messages_render(subject: Subject) -> Iterator[Finding]:
    """Every message and attribute can be said, whichever way its arguments choose."""
    for name, (messages, broken) in subject.files.items():
        yield from broken
        texts = Texts(subject.plugin.name, name, sources(subject.sources, name))
        for message in messages.values():
            for text in (message.value, *message.attributes.values()):
                yield from _rendered(texts, text)


def _rendered(texts: Texts, text: Text) -> Iterator[Finding]:
    for args in _samples(text):
        try:
            said = texts.format(text.message, text.attribute, args)
        except MessageMissing as error:
            yield text.found(f"cannot be said: {error.reason}")
            return
        if not said.strip():
            yield text.found("says nothing")


def _samples(text: Text) -> Iterator[Mapping[str, str | int]]:
    """Give arguments to try: each way to choose once, words for all others."""
    names = sorted(text.variables)
    ways = [text.choices.get(name, ("the rain",)) for name in names]
    for values in itertools.islice(itertools.product(*ways), 32):
        yield dict(zip(names, values, strict=True))


def lengths(subject: Subject) -> Iterator[Finding]:
    """No turn, question or reprompt is longer than a listener takes in; exercises with pauses are exempt."""
    for message, text in _texts(subject):
        for said in text.texts:
            words = len(said.split())
            most = REPROMPT_WORDS if text.attribute == "reprompt" else TURN_WORDS
            if words > most and _EXERCISE not in said:
                yield text.found(f"has {words} words; {most} are what a listener takes in")
            last = sentences(said)[-1:] if message.asks else []
            if last and len(last[0].split()) > QUESTION_WORDS:
                yield text.found(
                    f"asks with {len(last[0].split())} words; a question has no more than {QUESTION_WORDS}"
                )


def questions(subject: Subject) -> Iterator[Finding]:
    """Find questions that do not stand alone and last, or have no reprompt and help beside them."""
    for message, text in _texts(subject):
        if text.attribute in (*ASKING, "help") or text.attribute.startswith("or-"):
            yield from _one_question(message, text)
    for messages in subject.messages.values():
        for message in messages.values():
            for need in ASKED if message.asks else ():
                if need not in message.attributes:
                    yield message.value.found(f"is a question without .{need}")


def _one_question(message: Message, text: Text) -> Iterator[Finding]:
    asked = "reprompt" in message.attributes and (text.attribute in ASKING or text.attribute.startswith("or-"))
    for said in text.texts:
        if said.count("?") > 1:
            yield text.found("asks more than one thing: one question a turn")
        elif "?" in said and not said.endswith("?"):
            yield text.found("goes on after its question: a question stands last")
        elif asked and not said.endswith("?"):
            yield text.found("is asked, but does not end with its question")
        elif text.attribute == "help" and "?" in said:
            yield text.found("asks: help says where one is and what one can say; the question follows by itself")


def reprompts(subject: Subject) -> Iterator[Finding]:
    """Find reprompts that are longer than their question, or say it in the same words."""
    for messages in subject.messages.values():
        for message in messages.values():
            reprompt = message.attributes.get("reprompt")
            if reprompt is None or _EXERCISE in "".join(message.value.texts):
                continue
            longest = max(len(said.split()) for way in message.ways for said in way.texts)
            words = max((len(said.split()) for said in reprompt.texts), default=0)
            if words > max(longest, SHORT):
                yield reprompt.found(f"has {words} words, its question {longest}: a reprompt is the shorter one")
            if set(reprompt.texts) & {said for way in message.ways for said in way.texts}:
                yield reprompt.found("says the question again: use other, easier words")


def _texts(subject: Subject) -> Iterator[tuple[Message, Text]]:
    for messages in subject.messages.values():
        for message in messages.values():
            for text in (message.value, *message.attributes.values()):
                yield message, text
