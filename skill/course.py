"""The course that a turn takes: what was heard is put to whoever answers it, a guest or one of the practices."""

from __future__ import annotations

from dataclasses import replace

from skill.hosting import Hosting
from skill.intake import Input
from skill.privilege import WELCOME
from skill.registry import BEGUN
from skill.reply import nothing
from skill.routing import FLOOR, Route, route
from skill.run import LIGHTER, Run
from skill.wording import house

LAUNCH = "LaunchRequest"


class Course:
    """Takes one run from what was heard to the handler that answers."""

    def __init__(self, run: Run, hosting: Hosting) -> None:
        self._run = run
        self._scene = run.scene
        self._hosting = hosting
        self._registry = run.tools.registry

    def take(self) -> None:
        """Run what was heard, by its kind."""
        run, scene, hosting, heard = self._run, self._scene, self._hosting, self._scene.heard
        if heard.kind == "event":
            hosting.event()
        elif heard.kind == "consent":
            self._consented()
        elif heard.kind == "launch":
            run.begin(self._registry.practices[WELCOME], LAUNCH, Input())
        else:
            if scene.drop_lost():
                run.parts.append(house("gone"))
            found = route(self._registry, heard, hosting.floor, scene.recent(), scene.now)
            if not hosting.takes(found):
                self._follow(found)

    def _follow(self, found: Route) -> None:
        run = self._run
        if found.kind == "command" and found.practice:
            run.command(found.practice, found.intent, found.input)
        elif found.kind == "answer":
            self._take_answer(found)
        elif found.kind == "beside" and found.practice:
            run.beside(found.practice, found.intent, found.input)
        elif found.kind == "intent" and found.practice:
            self._open(found)
        else:
            run.command(self._registry.practices[FLOOR], "AMAZON.FallbackIntent", found.input)

    def _take_answer(self, found: Route) -> None:
        run, answer = self._run, found.input.answer
        frame = run.frame
        if frame is None or frame.question is None or answer is None:
            return
        if frame.held and answer.kind == "YesNo":
            run.unhold(bool(answer.value))
            return
        run.resume(frame.question.then, answer.value, found.input)

    def _open(self, found: Route) -> None:
        run, scene, practice = self._run, self._scene, found.practice
        assert practice is not None
        if scene.light and practice.between_two(found.intent):
            run.start(LIGHTER, {})
            return
        below = scene.set_aside(run.frame, practice)
        # What is for two finds out by itself who the two are.
        alone = practice.owner == "person" and not practice.intents[found.intent].for_two
        if alone and scene.company.unknown and not self._registry.shipped_with_host(practice.name):
            given = found.input
            asking = nothing().given(words=given.words, slots=dict(given.slots), ids=dict(given.ids))
            run.hand_over(practice, asking.call("people:who", then=f"{BEGUN}{found.intent}"), below)
        else:
            run.begin(practice, found.intent, found.input, below)

    def _consented(self) -> None:
        run, scene, heard = self._run, self._scene, self._scene.heard
        frame = scene.frames.get(heard.arguments[0] if heard.arguments else "")
        if frame is None or frame.question is None:
            if not self._hosting.event():
                run.begin(self._registry.practices[WELCOME], LAUNCH, Input())
            return
        owner = scene.company.person(frame.owner)
        scene.company = replace(scene.company, speaker=owner or scene.company.speaker)
        scene.consents[str(frame.passed.get("scope", ""))] = heard.result
        run.frame = replace(frame, status="open", conversation=scene.conversation)
        run.resume(frame.question.then, heard.result, Input())
