"""A walk through a practice: every way in, every question once, every kind of answer to it, as people would speak.

At each question of the practice's own the walk also asks to hear it again, asks for help, says something that is no
answer, stops, comes back another time, and takes the question up again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from skill.answers import Words
from skill.floor import Frame
from skill.reply import Question
from skill.testing.conversation import OPEN, Conversation
from skill.testing.examples import answers, openings
from skill.testing.finding import Finding, at_function
from skill.testing.home import Home
from skill.testing.message import sentences
from skill.testing.response import Response
from skill.testing.subject import Subject
from skill.wording import TURN_WORDS

MOST_PATHS = 100
"""A practice with more ways through it than this is not walked to its end."""
LONG_ENOUGH = 4
"""Shorter sentences ("All right.") may be heard again."""
AGAIN, HELP, STOP, GO_ON = "repeat that", "help", "stop", "ask safe harbor to carry on"
NO_ANSWER = "colourless green ideas"
PROBES = frozenset({AGAIN, HELP, STOP, GO_ON, NO_ANSWER})
DAY = "(a day later)"
KNOWN = "(a voice that is known)"
_EXERCISE = "<break"
Path = tuple[str, ...]


@dataclass
class Walk:
    """What was seen on a walk: the questions with the shortest way to each, and findings by what they are about."""

    subject: Subject
    home: Home
    reached: dict[tuple[str, str], Path] = field(default_factory=dict)
    turns: list[Finding] = field(default_factory=list)
    repeats: list[Finding] = field(default_factory=list)
    stops: list[Finding] = field(default_factory=list)
    resumes: list[Finding] = field(default_factory=list)
    twice: list[Finding] = field(default_factory=list)
    unheard: list[Finding] = field(default_factory=list)
    _ended: set[str] = field(default_factory=set)
    _meant: dict[str, str] = field(default_factory=dict)

    def go(self) -> Walk:
        """Walk it all."""
        ways: deque[Path] = deque(self._openings())
        for _ in range(MOST_PATHS):
            if not ways:
                break
            ways.extend(self._walk(ways.popleft()))
        return self

    def _openings(self) -> Iterator[Path]:
        """Give every way in: each intent by each set of slots; what takes two begins with a voice that is known."""
        fragment = next(iter(self.subject.fragments.values()), None)
        for name, intent in self.subject.practice.intents.items():
            spec = self.subject.intents.get(name)
            for words in openings(fragment, spec) if fragment and spec else ():
                self._meant[words] = name
                yield (KNOWN, words) if intent.for_two else (words,)

    def _walk(self, path: Path) -> list[Path]:
        """Go one way to its end; give the ways that branch off from questions which are new."""
        conversation, response = self._played(path)
        branches: list[Path] = []
        while response is not None:
            self._hear(path, conversation, response)
            frame = None if response.failures else conversation.frame
            asked = frame.question if frame else None
            if frame is None or asked is None:
                return branches + self._later(path, response)
            if (asked.then, asked.line.id) in self.reached or not self._ours(frame):
                return branches
            self.reached[(asked.then, asked.line.id)] = path
            first, *others = answers(asked.expects)
            branches += [(*path, answer) for answer in others]
            if self._mine(asked.then) and not self._try_out(path, response, asked, conversation):
                return [*branches, (*path, first)]
            path, response = (*path, first), conversation.say(first)
        return branches

    def _later(self, path: Path, response: Response) -> list[Path]:
        """Come back after a day, once for each way to end, where the practice has something to bring up then."""
        ran = response.handled[-1].ran if response.handled else ""
        if "launch" not in self.subject.practice.offered or ran in self._ended or response.listening:
            return []
        self._ended.add(ran)
        return [(*path, DAY, OPEN)]

    def _played(self, path: Path) -> tuple[Conversation, Response | None]:
        conversation = Conversation(self.home, user=f"{self.subject.practice.name}: {_shown(path)}")
        conversation.forgiving = True
        response = None
        for words in path:
            if words == DAY:
                conversation.wait(days=1)
            elif words == KNOWN:
                conversation.speaker("ana")
            else:
                response = conversation.say(words)
        return conversation, response

    def _ours(self, frame: Frame) -> bool:
        """Say whether a question is the practice's own, or one that the house asks for it."""
        name = self.subject.practice.name
        asked = frame.question.then.partition(":")[0] if frame.question else ""
        return name in (asked, frame.root) and (asked == name or self.subject.registry.shipped_with_host(asked))

    # Each turn

    def _hear(self, path: Path, conversation: Conversation, response: Response) -> None:
        meant = self._meant.get(path[-1], response.intent)
        if response.intent != meant and path[:-1] in ((), (KNOWN,)):
            file, line = self.subject.model_line(meant)
            told = f"{path[-1]!r} was meant for {meant}, but {response.intent or 'nothing'} hears it"
            self.unheard.append(Finding(file, line, told))
        self.turns += self._failed(path, response) or self._spoken(path, response)
        self.twice += self._said_twice(path, conversation)

    def _failed(self, path: Path, response: Response) -> list[Finding]:
        if not response.failures:
            return []
        ran = next((each.ran for each in reversed(response.handled)), "")
        error = response.error
        told = f"{type(error).__name__}: {error}" if error else response.failures[0]
        return [self._at(ran, f"{_shown(path)} ends in an apology: {told}")]

    def _spoken(self, path: Path, response: Response) -> list[Finding]:
        own = [each for each in response.handled if self._mine(each.practice)]
        return [self._at(own[-1].ran, f"after {_shown(path)} {told}") for told in _faults(response)] if own else []

    def _said_twice(self, path: Path, conversation: Conversation) -> Iterator[Finding]:
        """Hold the last turn against those before it; what was asked for again, counted or mirrored may come again."""
        *earlier, last = (each for each in conversation.responses if each.said not in PROBES)
        own = [each for each in last.handled if self._mine(each.practice)]
        spoken = [sentence for each in (*earlier, last) for sentence in sentences(each.speech)]
        mirrored = [words.lower() for words in path if len(words.split()) >= LONG_ENOUGH]
        for sentence in dict.fromkeys(sentences(last.speech)) if own and _EXERCISE not in last.ssml else ():
            again = spoken.count(sentence) > 1 and len(sentence.split()) >= LONG_ENOUGH
            if again and not any(words in sentence.lower() for words in mirrored):
                yield self._at(own[-1].ran, f"on the way {_shown(path)} {sentence!r} is said twice: give it variants")

    # Each question

    def _try_out(self, path: Path, response: Response, asked: Question, conversation: Conversation) -> bool:
        """Try what one may always say at a question; say whether it is still open after all that."""
        again = conversation.say(AGAIN)
        if again.speech != response.speech or not again.listening:
            told = f"after {_shown(path)} {AGAIN!r} gives {again.speech!r}, not {response.speech!r}"
            self.repeats.append(self._at(asked.then, told))
        for words in (HELP,) if asked.expects.find(Words) else (HELP, NO_ANSWER):
            heard = conversation.say(words)
            self.turns += self._failed((*path, words), heard)
            if not heard.failures and not _open(conversation, asked):
                self.turns.append(self._at(asked.then, f"after {_shown((*path, words))} the question is lost"))
                return False
        return self._stop_and_resume(path, asked, conversation)

    def _stop_and_resume(self, path: Path, asked: Question, conversation: Conversation) -> bool:
        stopped = conversation.say(STOP)
        if stopped.listening or stopped.failures:
            told = f"after {_shown(path)} {STOP!r} does not stop: {stopped.speech!r}"
            self.stops.append(self._at(asked.then, told))
            return False
        resumed = conversation.wait(minutes=20).say(GO_ON)
        self.resumes += self._failed((*path, STOP, GO_ON), resumed)
        if not resumed.failures and not _open(conversation, asked) and not self._anothers(conversation):
            told = f"after {_shown((*path, STOP, GO_ON))} there is no way on: {resumed.speech!r}"
            self.resumes.append(self._at(asked.then, told))
        return _open(conversation, asked)

    def _anothers(self, conversation: Conversation) -> bool:
        """Say whether what was stopped is one person's, and the voice that comes back nobody knows whose."""
        person = self.subject.practice.owner == "person"
        return person and conversation.voice is None and len(conversation.people) > 1

    # Where it stands

    def _mine(self, practice: str) -> bool:
        """Say whether a practice, or the practice of a step's address, is the one that is walked through."""
        return practice.partition(":")[0] == self.subject.practice.name

    def _at(self, ran: str, says: str) -> Finding:
        """Make a finding about a step or an intent's handler of the practice."""
        practice = self.subject.practice
        name = ran.partition(":")[2]
        if self._mine(ran) and name in practice.steps:
            return at_function(practice.steps[name].function, says)
        if ran in practice.intents:
            return at_function(practice.intents[ran].handler, says)
        return Finding(None, 0, f"{practice.name}: {says}")


def _faults(response: Response) -> Iterator[str]:
    """Say what is amiss with a turn's words."""
    said = response.speech
    words = len(said.split())
    if not said and not response.alerts:
        yield "nothing is said"
    if said and response.listening != said.endswith("?"):
        yield f"the skill {'listens without a question' if response.listening else 'asks without listening'}: {said!r}"
    if said.count("?") > 1:
        yield f"more than one thing is asked: {said!r}"
    if words > TURN_WORDS and _EXERCISE not in response.ssml:
        yield f"{words} words are said, {TURN_WORDS} at most: {said!r}"


def _open(conversation: Conversation, asked: Question) -> bool:
    now = conversation.asked
    return now is not None and (now.then, now.line.id) == (asked.then, asked.line.id)


def _shown(path: Path) -> str:
    return " · ".join(f"{words[:40]}…" if len(words) > 40 else words for words in path)
