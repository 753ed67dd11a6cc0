"""Handlers: a practice's own code is run on a turn, and what it replies is given."""

from __future__ import annotations

from functools import partial
from typing import Any

from skill.errors import TurnError
from skill.floor import Frame
from skill.intake import Input, Tools
from skill.practice import Practice
from skill.privilege import privilege
from skill.reply import Reply
from skill.router import handle
from skill.scene import Scene
from skill.turn import Person


class Handlers:
    """Runs the handlers and steps of one run. ``speaking`` is the person whom the last of them took to be speaking."""

    def __init__(self, tools: Tools, scene: Scene) -> None:
        self._tools = tools
        self._scene = scene
        self.speaking: Person | None = None

    def reply(self, practice: Practice[Any], frame: Frame, heard: Input, **what: Any) -> Reply:
        """Run an intent's handler or a step, which ``what`` names; it may take what is left of the turn's time.

        Raises what it raises, Overran when it takes longer, and TurnError when what it gives is no reply.
        """
        scene, registry = self._scene, self._tools.registry
        company = scene.company
        scene.owner = company.person(frame.owner) or company.speaker
        asked = frame.question if frame.question and frame.question.then == what.get("step") else None
        self.speaking = company.speaking(asked.to if asked else "") or scene.owner
        if registry.shipped_with_host(practice.name):
            what["given"] = {**privilege(self._tools, scene, practice), **what.get("given", {})}
        run = partial(self._run, practice, heard, frame=frame, speaker=self.speaking, **what)
        reply = scene.calls.make(registry.owners[practice.name], what.get("step") or what["intent"], run)
        if not isinstance(reply, Reply):
            raise TurnError(f"{practice.name} returned a {type(reply).__name__} where a Reply was expected")
        return reply

    def _run(self, practice: Practice[Any], heard: Input, **what: Any) -> object:
        turn = self._scene.turn(
            practice,
            words=heard.words,
            slots=heard.slots,
            ids=heard.ids,
            answer=heard.answer,
            **heard.extra,
            **what,
        )
        return handle(self._tools.registry, turn, practice.name, self._scene.failed)
