"""The house's moves on the floor: repeat, help, skip, back, undo, pause, let go, resume, and a miss."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.answers import Answer, YesNo
from skill.effects import CancelAlert, Floor
from skill.errors import StepUnknown
from skill.floor import Before, Frame
from skill.home import Home
from skill.intake import Input
from skill.leaving import leave
from skill.notation import from_data
from skill.privilege import WELCOME
from skill.reply import Line
from skill.run import Run
from skill.wording import HOUSE, Part, house, slowly

MENU = "welcome:menu"
OPENED = "welcome:opened"
LOST = "welcome:lost"
NEWEST = "privacy:delete_newest"
DELETING = ("privacy:delete_sure", "privacy:leave_sure")
MISSES = ("narrower", "two")
"""What is asked after the first and the second miss; after the third the question is let go."""


class Moves:
    """Carries out moves on a run's frame."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def carry_out(self) -> None:
        """Carry out every move that the run's handlers asked for, those that these bring with them included."""
        while self._run.moves:
            move = self._run.moves.pop(0)
            _HOW[move.move](self, move)

    # Saying again

    def _repeat(self, _: Floor) -> None:
        frame = self._run.frame
        if frame is None or not frame.said:
            self._run.parts.append(house("nothing-to-repeat"))
            return
        self._run.frame = replace(frame, repeats=frame.repeats + 1)
        said = slowly(frame.said) if frame.repeats else frame.said
        line = frame.question.line if frame.question else Line("again", {}, "floor")
        self._run.question = Part(line, ready=said)

    def _help(self, _: Floor) -> None:
        frame = self._run.frame
        if frame is None or frame.question is None:
            self._run.start(MENU, {})
            return
        line = frame.question.line
        if self._run.tools.speech.has(line, self._run.scene.heard.locale, "help"):
            self._run.parts.append(Part(line, "help"))
        else:
            self._run.parts.append(house("help-here"))
        self._ask_again("reprompt")

    def _miss(self, _: Floor) -> None:
        frame = self._run.frame
        if frame is None or frame.question is None:
            self._run.start(LOST, {"heard": "words" in self._run.scene.heard.slots})
            return
        if frame.misses >= len(MISSES):
            self._run.parts.append(house("not-getting-it"))
            self._pause(Floor("pause"))
            return
        if frame.practice == WELCOME and not frame.misses and "words" in self._run.scene.heard.slots:
            # Someone said something that matters to them; being asked to choose again, narrower, is no answer to that.
            self._run.frame = replace(frame, misses=1)
            self._run.parts.append(Part(Line("heard", {}, WELCOME)))
            self._ask_again("")
            return
        attribute = MISSES[frame.misses]
        self._run.frame = replace(frame, misses=frame.misses + 1)
        has = self._run.tools.speech.has(frame.question.line, self._run.scene.heard.locale, attribute)
        if frame.misses and self._delicate(frame):
            # What is missed twice here may be what matters most, and a sentence no intent knows brings no words.
            self._run.parts.append(house("may-be-missing"))
        elif not has:
            self._run.parts.append(house("say-it-another-way"))
        self._run.question = Part(frame.question.line, attribute if has else "reprompt")

    def _delicate(self, frame: Frame) -> bool:
        """Say whether a run belongs to a practice in which somebody may be trying to say that they are not safe."""
        practice = self._run.tools.registry.practices.get(frame.root)
        return practice is not None and (practice.sensitive or practice.for_two)

    def _wait(self, _: Floor) -> None:
        self._run.parts.append(house("waiting"))
        self._ask_again("reprompt")

    # Going elsewhere

    def _begin(self, move: Floor) -> None:
        practice = self._run.tools.registry.practices[move.frame]
        below = self._run.frame.below if self._run.frame else ""
        self._let_go(Floor("let-go"))
        self._run.begin(practice, practice.entry, Input(), below)

    def _start(self, move: Floor) -> None:
        """Go on with a step of the house's own in a run that knows nothing of the one that ends here."""
        self._let_go(Floor("let-go"))
        self._run.start(move.frame, {})

    def _country(self, move: Floor) -> None:
        self._run.scene.home = replace(self._run.scene.home, country=move.frame)

    def _for_speaker(self, change: Callable[[Home, str], Home]) -> None:
        scene = self._run.scene
        if scene.company.speaker is not None:
            scene.home = change(scene.home, scene.company.speaker.id)

    def _go_on(self, _: Floor) -> None:
        frame = self._run.frame
        if frame is not None and frame.question is not None:
            if frame.question.expects.find(YesNo) and not frame.held:
                self._run.resume(frame.question.then, True, Input(answer=Answer("YesNo", True, "go on")))
            elif frame.held:
                self._run.unhold(True)
            else:
                self._ask_again("reprompt")
            return
        broken_off = self._run.scene.unfinished()
        if broken_off:
            self._resume(Floor("resume", broken_off[0].frame))
        else:
            self._run.start(OPENED, {})

    def _skip(self, _: Floor) -> None:
        frame = self._run.frame
        if frame is None or frame.question is None:
            self._run.parts.append(house("nothing-to-skip"))
            return
        try:
            step = self._run.tools.registry.step(frame.question.then)[1]
        except StepUnknown:
            self._drop(frame)
            return
        if step.skippable:
            self._run.resume(frame.question.then, None, Input())
        else:
            self._run.parts.append(house("skipped"))
            self._run.leave()

    def _pause(self, _: Floor) -> None:
        frame = self._run.frame
        self._run.frame = None
        while frame is not None:
            self._run.scene.put(replace(frame, status="paused"))
            frame = self._run.scene.frames.get(frame.below)

    def _let_go(self, move: Floor) -> None:
        frame = self._run.scene.frames.get(move.frame) if move.frame else self._run.frame
        if frame is not None:
            self._run.scene.put(replace(frame, status="done", question=None, returns=()))
        if not move.frame:
            self._run.frame = None

    def _resume(self, move: Floor) -> None:
        frame = self._run.scene.frames.get(move.frame)
        if frame is None or frame.question is None or not self._run.tools.registry.knows(frame.question.then):
            if frame is not None:
                self._drop(frame)
            self._run.parts.append(house("gone"))
            return
        self._let_go(Floor("let-go"))
        self._run.frame = replace(frame, status="open", conversation=self._run.scene.conversation, misses=0)
        self._ask_again("")

    # Taking back

    def _back(self, _: Floor) -> None:
        frame = self._run.frame
        before = frame.back() if frame else None
        if frame is None or before is None or before.question is None:
            self._run.parts.append(house("nothing-before"))
            self._ask_again("reprompt")
            return
        self._restore(before)
        self._reopen(frame, len(frame.trail) - 1)
        self._run.parts.append(house("back"))
        self._ask_again("")

    def _undo(self, _: Floor) -> None:
        if not self._taken_back():
            self._run.parts.append(house("nothing-to-undo"))
            self._ask_again("reprompt")

    def _delete(self, _: Floor) -> None:
        """Take back what is new; where nothing is, the newest thing that was kept on any day.

        Where it is asked whether something is to be deleted, this is a yes.
        """
        asked = self._run.frame.question if self._run.frame else None
        if asked is not None and asked.then in DELETING:
            self._run.resume(asked.then, True, Input(answer=Answer("YesNo", True, "delete")))
            return
        if not self._taken_back():
            run = self._run
            practice = run.tools.registry.step(NEWEST)[0]
            run.start(NEWEST, {}, run.scene.set_aside(run.frame, practice))

    def _taken_back(self) -> bool:
        """Take back what a turn changed last; False where there is nothing of the kind."""
        run = self._run
        found = [
            (frame.trail[number].at, number, frame)
            for frame in (run.frame, run.scene.recent())
            for number in range(len(frame.trail) if frame else 0)
            if frame is not None and frame.trail[number].changed
        ]
        if not found:
            return False
        number, frame = max(found, key=lambda each: each[:2])[1:]
        whole = self._restore(frame.trail[number])
        run.parts.append(house("undone" if whole else "undone-but-alert"))
        if run.frame is None or run.frame.id == frame.id:
            self._reopen(frame, number)
            self._ask_again("")
        else:
            run.scene.put(replace(frame, trail=frame.trail[:number]))
            self._ask_again("reprompt")
        return True

    def _reopen(self, frame: Frame, number: int) -> None:
        earlier = frame.as_before(number)
        if earlier.question is None:
            self._run.scene.put(earlier)
            self._run.frame = None
            return
        self._run.frame = replace(earlier, conversation=self._run.scene.conversation)

    def _restore(self, before: Before) -> bool:
        """Put back what was before; say whether the platform took its alerts back too."""
        scene = self._run.scene
        for practice, owner, version, fields in before.states:
            scene.restored[(practice, owner)] = None if fields is None else (version, fields)
            scene.states.pop((practice, owner), None)
        for each in before.added:
            scene.entries.drop(each)
        for each in before.entries:
            scene.entries.restore(from_data(each))
        floor = self._run.tools.registry.practices[HOUSE]
        ends = [self._run.alerts.carry_out(floor, CancelAlert(alert)) for alert in before.alerts]
        return all(end or end.status == "missing" for end in ends)

    # Asking

    def _ask_again(self, attribute: str) -> None:
        frame = self._run.frame
        if frame is None or frame.question is None:
            return
        has = attribute and self._run.tools.speech.has(frame.question.line, self._run.scene.heard.locale, attribute)
        self._run.question = Part(frame.question.line, attribute if has else "")

    def _drop(self, frame: Frame) -> None:
        self._run.scene.put(replace(frame, status="done", question=None, returns=()))
        if self._run.frame is not None and self._run.frame.id == frame.id:
            self._run.frame = None


_HOW: Mapping[str, Callable[[Moves, Floor], None]] = {
    "repeat": Moves._repeat,
    "help": Moves._help,
    "skip": Moves._skip,
    "back": Moves._back,
    "undo": Moves._undo,
    "delete": Moves._delete,
    "pause": Moves._pause,
    "let-go": Moves._let_go,
    "resume": Moves._resume,
    "miss": Moves._miss,
    "wait": Moves._wait,
    "go-on": Moves._go_on,
    "begin": Moves._begin,
    "start": Moves._start,
    "greeted": lambda moves, _: moves._for_speaker(Home.greeted),
    "asked": lambda moves, _: moves._for_speaker(Home.asked),
    "country": Moves._country,
    "code": lambda moves, move: moves._for_speaker(lambda home, person: home.coded(person, move.frame)),
    "drop": lambda moves, move: moves._run.scene.entries.drop(move.frame),
    "forget": lambda moves, move: leave(moves._run, move.frame),
}
