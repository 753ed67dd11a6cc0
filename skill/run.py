"""One run of a turn's handlers: replies are taken in, calls followed, effects carried out, until something is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from skill.alerting import Alerts
from skill.discretion import Discretion
from skill.effects import (
    Amend,
    AskConsent,
    CancelAlert,
    ChangeAlert,
    Drop,
    Effect,
    Floor,
    Introduce,
    Record,
    SetReminder,
    SetTimer,
)
from skill.errors import TurnError
from skill.floor import GUEST, UNBEGUN, Before, Frame, Return
from skill.guest import GuestReply
from skill.handlers import Handlers
from skill.intake import Input, Tools, reread
from skill.notation import to_data
from skill.platform import Outcome
from skill.practice import Practice
from skill.registry import BEGUN
from skill.reply import Done, Line, Question, Reply, Screen
from skill.scene import Scene, stamped
from skill.wording import Part, Worded, house

HOPS = 24
"""So many handlers may follow each other in one turn."""
LIGHTER = "welcome:lighter"
"""What is done in place of something for two where that would not be safe."""


class Run:
    """Carries one turn's replies through. What it gathers is read by whoever words and writes the turn."""

    def __init__(self, tools: Tools, scene: Scene, frame: Frame | None) -> None:
        self.tools = tools
        self.scene = scene
        self.frame = frame
        self.parts: list[Part] = []
        self.question: Part | None = None
        self.consent = ""
        self.screen: tuple[str, Screen] | None = None
        self.first = ""
        self.answering = False
        self.unkept = False
        self.closing = False
        self.guest: GuestReply | None = None
        self.discretion = None if tools.feelings else Discretion(scene.heard, scene.language)
        self.alerts = Alerts(tools.registry, tools.speech, tools.errands, scene)
        self.moves: list[Floor] = []
        self._before: Before | None = None
        self._handlers = Handlers(tools, scene)
        self._input = Input()

    # Beginning

    def begin(self, practice: Practice[Any], intent: str, given: Input, below: str = "") -> None:
        """Run an intent's handler in a frame of its own."""
        self.frame = self.scene.fresh_frame(practice, below)
        # What the house keeps for itself (that someone was welcomed) is nothing that a person would take back.
        self._before = None if self.tools.registry.shipped_with_host(practice.name) else UNBEGUN
        self._carry(practice, self._handle(practice, given, intent=intent))

    def resume(self, address: str, value: object, given: Input) -> None:
        """Run the step that an open question named, with its answer."""
        self.answering = True
        frame = self._open()
        self._before = frame.as_it_was()
        self._input = given
        if self.discretion and frame.question and given.answer:
            value = self.discretion.answered(frame.question.expects, given.answer)
        self._carry(*self._step(address, value, frame.passed, given))

    def command(self, practice: Practice[Any], intent: str, given: Input) -> None:
        """Run a command's handler beside the open frame; what it moves is carried out on that frame."""
        frame, self.frame = self.frame, self.frame or self.scene.fresh_frame(practice)
        reply = stamped(self._handle(practice, given, intent=intent), practice.name)
        self._take(practice, replace(reply, question=None, result=None))
        self.frame = frame

    def start(self, address: str, given: Mapping[str, Any], below: str = "") -> None:
        """Begin a run of the house's own with one of its steps; nothing leads back from it."""
        self._before = None
        practice, _ = self.tools.registry.step(address)
        self.frame = self.scene.fresh_frame(practice, below)
        self._carry(*self._step(address, None, given))

    def hand_over(self, practice: Practice[Any], reply: Reply, below: str) -> None:
        """Begin a run with a reply that was made for it."""
        self.frame = self.scene.fresh_frame(practice, below)
        self._carry(practice, reply)

    def beside(self, practice: Practice[Any], intent: str, given: Input) -> None:
        """Run a handler that belongs to the open run (a correction, an addition), then ask the open question again."""
        if self.frame is None and (recent := self.scene.recent()):
            self.frame = replace(recent, conversation=self.scene.conversation)
        frame = self._open()
        self._before = frame.as_it_was()
        reply = self._handle(practice, given, intent=intent, given=frame.passed)
        if frame.question is None or reply.question is not None or reply.handed is not None:
            self._carry(practice, reply)
            return
        self._absorb(practice, stamped(reply, practice.name))
        self.question = Part(frame.question.line, "reprompt")

    def unhold(self, wanted: bool) -> None:
        """Ask the question that waited behind a yes-or-no, or leave it."""
        question = self._open().question
        if wanted and question:
            self.question = Part(question.line)
        else:
            self.parts.append(house("another-time"))
            self.moves.append(Floor("pause"))

    def leave(self) -> None:
        """Give the floor back with nothing, as when a question is skipped that must be answered to go on."""
        if onward := self._finish(None):
            self._carry(*onward)

    # Going on

    def _carry(self, practice: Practice[Any], reply: Reply) -> None:
        for _ in range(HOPS):
            onward = self._take(practice, reply)
            if onward is None:
                return
            practice, reply = onward
        raise TurnError(f"{practice.name} goes round in circles")

    def _take(self, practice: Practice[Any], reply: Reply) -> tuple[Practice[Any], Reply] | None:
        reply = stamped(reply, practice.name)
        after = self._absorb(practice, reply)
        if self.moves and reply.question is None and reply.handed is None:
            self.frame = replace(self._open(), status="done", question=None)
            return None
        if after is not None:
            return self._step(after[0], after[1], reply.passed)
        return self._onward(practice, reply)

    def _absorb(self, practice: Practice[Any], reply: Reply) -> tuple[str, Outcome] | None:
        """Take in what a reply says, keeps and sets; give the step that an outcome goes to."""
        if reply.state is not None:
            self.scene.keep(practice, reply.state)
        after: tuple[str, Outcome] | None = None
        kept = True
        for effect in reply.effects:
            if isinstance(effect, (SetReminder, SetTimer, ChangeAlert, CancelAlert)):
                outcome = self.alerts.carry_out(practice, effect)
                after = (effect.then, outcome) if effect.then else after
            else:
                kept = self._inside(practice, effect) and kept
        self.parts += [Part(line, self._of_keeping(line, kept)) for line in reply.lines]
        self.unkept = self.unkept or not kept
        if not kept:
            self.frame = replace(self._open(), unkept=True)
        if reply.display is not None:
            self.screen = (practice.name, reply.display)
        return after

    def _of_keeping(self, line: Line, kept: bool) -> str:
        """Say nothing of keeping where nothing was kept, in this turn or earlier in the run."""
        earlier = self._open().unkept and self.tools.speech.has(line, self.scene.heard.locale, "unkept")
        return "unkept" if earlier or not kept else ""

    def _onward(self, practice: Practice[Any], reply: Reply) -> tuple[Practice[Any], Reply] | None:
        if reply.handed is not None:
            call = reply.handed
            frame = self._open()
            self.frame = replace(frame, returns=(*frame.returns, Return(call.then, reply.passed)))
            given = MappingProxyType({**call.given, "caller": practice.name})
            if call.offered is not None:
                owner = self._owner(call.offered, practice)
                if self.tools.registry.shipped_with_host(frame.root):
                    whose = "" if owner.owner == "household" else frame.owner
                    self.frame = replace(self.frame, root=owner.name, owner=whose)
                return owner, call.offered
            return self._step(call.to, None, given)
        if reply.question is not None:
            self._ask(reply.question, reply.passed)
            return None
        return self._finish(reply.result)

    def _owner(self, offered: Reply, caller: Practice[Any]) -> Practice[Any]:
        lines = (*offered.lines, *([offered.question.line] if offered.question else []))
        name = next((line.practice for line in lines if line.practice), caller.name)
        return self.tools.registry.practices[name]

    def _ask(self, question: Question, passed: Mapping[str, Any]) -> None:
        if not self.consent:
            self.question = Part(question.line, "unkept" if self.unkept or self._open().unkept else "")
        self.frame = self._open().asking(question, passed, self.scene.heard.at)

    def _finish(self, result: Done | None) -> tuple[Practice[Any], Reply] | None:
        frame = self._open()
        self.closing = self.closing or bool(result and result.closes)
        while frame.returns:
            *rest, back = frame.returns
            frame = self.frame = replace(frame, returns=tuple(rest))
            if not self.tools.registry.knows(back.then):
                continue
            return self._step(back.then, result.value if result else None, back.passed, self._input)
        self.frame = replace(frame, status="done", question=None)
        return None

    # Handlers

    def _step(
        self, address: str, value: object, passed: Mapping[str, Any], given: Input | None = None
    ) -> tuple[Practice[Any], Reply]:
        if address.startswith(BEGUN):
            practice, intent = self.tools.registry.intents[address.removeprefix(BEGUN)]
            slots: Mapping[str, str] = passed.get("slots", {})
            extra = reread(next(iter(slots.values()), ""), self.scene.now, self.scene.language)
            held = Input(passed.get("words", ""), slots, passed.get("ids", {}), extra=extra)
            return practice, self._handle(practice, held, intent=intent.name)
        practice, step = self.tools.registry.step(address)
        if step.for_two and self.scene.light:
            return self._step(LIGHTER, None, {})
        return practice, self._handle(practice, given or Input(), step=address, value=value, given=passed)

    def _handle(self, practice: Practice[Any], input_: Input, **what: Any) -> Reply:
        self.first = self.first or practice.name
        return self._handlers.reply(practice, self._open(), input_, **what)

    # Effects

    def _inside(self, practice: Practice[Any], effect: Effect) -> bool:
        match effect:
            case Record():
                if self.discretion and self.discretion.withholds(effect):
                    return False
                entry = self.scene.entries.record(practice, effect, self._handlers.speaking)
                if entry is None:
                    return False
                self.frame = self._open().keeping(entry.id)
            case Amend():
                self.scene.entries.amend(effect)
            case Drop():
                self.scene.entries.drop(effect.entry)
            case AskConsent(scope=scope):
                self.consent = scope
            case Introduce(name=name, part=part):
                self.scene.company = self.scene.company.introduced(name, part, self.scene.new_id())
                speaker = self.scene.company.speaker
                if speaker is not None and self.frame is not None and self.frame.owner == GUEST:
                    self.frame = replace(self.frame, owner=speaker.id)
            case Floor():
                self.moves.append(effect)
        return True

    # Ending

    def settle(self, worded: Worded | None = None) -> None:
        """Put the frame back among the scene's, with how its question was ``worded`` and what this turn changed."""
        frame = self.frame
        if frame is None:
            return
        before = self._changed(self._before) if self._before else None
        self._before = None
        said, reprompt = (worded.speech, worded.reprompt) if worded else (frame.said, frame.reprompt)
        self.frame = self.scene.put(frame.remembering(before, said, reprompt))

    def _changed(self, before: Before) -> Before | None:
        """Add to what was before what this turn changed; None where there is nothing to go back to."""
        scene = self.scene
        before = replace(
            before,
            states=tuple([[*key, *_raw(scene.snapshot.state(*key))] for key in scene.states]),
            added=scene.entries.added,
            entries=tuple(map(to_data, scene.entries.before)),
            alerts=tuple(self.alerts.new),
            at=scene.heard.at.isoformat(),
        )
        return before if before.changed or before.question is not None else None

    def _open(self) -> Frame:
        if self.frame is None:
            raise TurnError("there is no frame to go on in")
        return self.frame


def _raw(found: tuple[int, Mapping[str, Any]] | None) -> tuple[int, Any]:
    return (0, None) if found is None else (found[0], dict(found[1]))
