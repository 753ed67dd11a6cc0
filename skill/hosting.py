"""Hosting guests: when code from elsewhere is asked, the place it holds on the floor, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import orjson

from skill.companions import ASIDE
from skill.errors import Overran
from skill.floor import Frame
from skill.guest import MARK, GuestReply, Guests, Visit
from skill.practice import Practice
from skill.reply import Line
from skill.routing import COMMANDS, FLOOR, Route
from skill.run import Run
from skill.wording import Part, house

STOPS = frozenset({"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "NotNowIntent"})
"""The commands that no guest can keep for itself."""
MOST_MISSES = 2
"""After so many turns that neither a guest nor the house could follow, the next lets the guest go."""
VERSION = 1
"""The version under which a guest's attributes are kept: their shape is the guest's own affair."""

Failed = Callable[[str, str, Exception], None]


class Hosting:
    """Puts one run's turn to guests. A frame is held for a guest as long as its session is open."""

    def __init__(self, run: Run, failed: Failed) -> None:
        self._run = run
        self._scene = run.scene
        self._guests = run.tools.guests
        self._failed = failed
        self._holder = ""
        frame = run.frame
        if frame is not None and frame.root.startswith(MARK):
            self._holder = frame.root.removeprefix(MARK)
            if self._guests is None or self._holder not in self._guests.plugins:
                self._let_go()

    @property
    def floor(self) -> Frame | None:
        """Give the open frame as the house's router is to see it: it knows nothing of a guest's."""
        return None if self._holder else self._run.frame

    def takes(self, found: Route) -> bool:
        """Say whether a guest answered what the house's router would do with the turn.

        The one that holds the floor is asked first, then the one that brings the intent; all of them are when the
        router found nothing. None can keep anyone from stopping.
        """
        if self._guests is None:
            return False
        stopping = found.kind == "command" and found.intent in STOPS
        if self._holder:
            return self._goodbye() if stopping else self._held(self._guests, found)
        if not stopping and (owner := self._guests.intents.get(self._scene.heard.intent)) and self._visit(owner):
            return True
        return found.kind == "miss" and self._anyone(self._guests)

    def event(self) -> bool:
        """Say whether a guest took note of something that is no turn of the conversation."""
        if self._guests is None:
            return False
        return self._visit(self._holder) if self._holder else self._anyone(self._guests)

    def ended(self) -> None:
        """Clear the floor, and tell the guest that held it: it may keep something, and say nothing."""
        if self._holder:
            reply = self._guarded()
            if reply is not None:
                self._keep(self._holder, reply)
            self._let_go()
        self._run.frame = None

    def ask_again(self) -> None:
        """Let a guest that still holds the floor, though it was not the one to answer, be heard again."""
        run = self._run
        frame = run.frame
        if frame is None or not frame.root.startswith(MARK) or run.guest is not None or run.question is not None:
            return
        if self._scene.heard.kind == "event":
            return
        said = frame.reprompt or frame.said
        if said:
            run.parts.append(Part(Line("", {}, FLOOR), ready=said))
        run.guest = GuestReply(said, frame.reprompt, listening=True)

    # Asking

    def _held(self, guests: Guests, found: Route) -> bool:
        frame = self._run.frame
        assert frame is not None
        self._run.answering = True
        if self._visit(self._holder):
            return True
        owner = guests.intents.get(self._scene.heard.intent)
        if found.kind in ("intent", "beside") or owner is not None:
            self._let_go()
            return owner is not None and self._visit(owner)
        if found.kind == "command" and found.intent == COMMANDS["repeat"] and frame.said:
            self._run.frame = replace(frame, reprompt=frame.said)
            return True
        if found.kind == "command" and found.intent != COMMANDS["help"]:
            return False
        self._missed(frame, "help-here" if found.kind == "command" else "say-it-another-way")
        return True

    def _missed(self, frame: Frame, message: str) -> None:
        """Say that it was not understood, or what can always be said; after a few times let the guest go."""
        if frame.misses >= MOST_MISSES and message != "help-here":
            self._run.parts.append(house("not-getting-it"))
            self._let_go()
            self._run.frame = None
            return
        self._run.frame = replace(frame, misses=frame.misses + 1)
        self._run.parts.append(house(message))

    def _anyone(self, guests: Guests) -> bool:
        return any(self._visit(plugin) for plugin in guests.plugins if not self._scene.calls.refuses(plugin))

    def _goodbye(self) -> bool:
        """Let the guest that holds the floor say its own goodbye; where it would go on, the house says one."""
        reply = self._guarded()
        if reply is None or reply.listening:
            self._let_go()
            return False
        self._take(self._holder, replace(reply, listening=False))
        self._run.closing = True
        return True

    def _guarded(self) -> GuestReply | None:
        try:
            return self._answer(self._holder, ASIDE)
        except Exception as error:
            self._failed(MARK + self._holder, "goodbye", error)
            return None

    def _visit(self, plugin: str) -> bool:
        first, self._run.first = self._run.first, MARK + plugin
        reply = self._answer(plugin)
        if reply is None:
            self._run.first = first
            return False
        self._take(plugin, reply)
        return True

    def _answer(self, plugin: str, share: float = 1.0) -> GuestReply | None:
        guests = self._guests
        assert guests is not None
        holds = plugin == self._holder
        frame = self._run.frame if holds else None
        kept = self._scene.snapshot.state(MARK + plugin, "")
        errands = self._run.tools.errands
        visit = Visit(
            self._scene.heard,
            errands,
            begins=not holds,
            session=orjson.loads(frame.passed.get("attributes", "{}")) if frame else {},
            kept=kept[1] if kept else {},
        )
        try:
            return self._scene.calls.make(plugin, "its handlers", partial(guests.answer, plugin, visit), share)
        except Overran:
            errands.hang_up()
            raise

    # Taking in

    def _take(self, plugin: str, reply: GuestReply) -> None:
        run = self._run
        self._keep(plugin, reply)
        if reply.listening is None and self._scene.heard.kind == "event" and plugin == self._holder:
            reply = replace(reply, listening=True)
        frame = self._frame(plugin)
        run.first = MARK + plugin
        run.frame = replace(
            frame,
            status="open" if reply.listening else "done",
            passed={"attributes": orjson.dumps(reply.session).decode()} if reply.listening else {},
            said=reply.speech,
            reprompt=reply.reprompt,
            asked=frame.asked or bool(reply.listening),
            misses=0,
        )
        run.guest = reply
        if reply.speech:
            run.parts.append(Part(Line("", {}, FLOOR), ready=reply.speech))

    def _frame(self, plugin: str) -> Frame:
        """Give the guest's own frame, a new one where it has none; what was open waits beneath."""
        if plugin == self._holder and self._run.frame is not None:
            return self._run.frame
        stands_in: Practice[Any] = Practice(MARK + plugin, owner="household")
        return self._scene.fresh_frame(stands_in, self._scene.set_aside(self._run.frame, stands_in))

    def _keep(self, plugin: str, reply: GuestReply) -> None:
        if reply.saved:
            self._scene.kept_by_guests[(MARK + plugin, "")] = None if reply.kept is None else (VERSION, reply.kept)

    def _let_go(self) -> None:
        """Take the guest's frame off the floor, which goes back to what waits beneath."""
        run = self._run
        assert run.frame is not None
        self._scene.put(replace(run.frame, status="done", passed={}))
        below = self._scene.frames.get(run.frame.below)
        run.frame = replace(below, status="open") if below and below.status == "waiting" else None
        self._holder = ""
