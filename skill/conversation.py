"""One turn from end to end: the heart.

Safety is asked first, before a database is opened or a hook called. Then a snapshot is read, the handlers run on it
(they change nothing), the platform is called while no lock is held, and everything is written in one short
transaction that compares the household's version; when another turn came first, it is all run again on a fresh
snapshot with the outcomes there already are.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

import structlog

from skill.ending import Ending, apology
from skill.errors import Busy, SafeHarborError, StoreError, VersionConflict
from skill.exchange import Heard, Said
from skill.guest import MARK, Guests
from skill.hosting import Hosting
from skill.intake import Input, Tools
from skill.moves import Moves
from skill.outside import Deadline, Errands, zone_of
from skill.platform import Platform
from skill.putting_down import put_down
from skill.registry import BEGUN, Registry
from skill.reply import nothing
from skill.routing import FLOOR, Route, route
from skill.run import WELCOME, Run
from skill.scene import Keeping, Scene
from skill.speech import Speech
from skill.store import Households, Snapshot
from skill.wording import house

BUDGET = 6.0
"""Seconds that a turn may take; the platform waits for eight."""
LAUNCH = "LaunchRequest"


class Safety(Protocol):
    """What stands before everything."""

    def check(self, heard: Heard) -> Said | None:
        """Answer in place of the conversation, or give None to let it go on."""


@dataclass(frozen=True)
class Clocks:
    """The house's clock for what is kept, and one that only grows for what is measured (seconds)."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ticks: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Conversation:
    """Takes what was heard and gives what is to be said. Safe to share between threads: it keeps nothing itself."""

    def __init__(
        self,
        registry: Registry,
        speech: Speech,
        households: Households,
        safety: Safety,
        clocks: Clocks | None = None,
        guests: Guests | None = None,
    ) -> None:
        self._registry = registry
        self._speech = speech
        self._households = households
        self._safety = safety
        self._clocks = clocks or Clocks()
        self._guests = guests
        self._log = structlog.get_logger("conversation")

    def take(self, heard: Heard, platform: Platform) -> Said:
        """Answer one request. Never raises: what goes wrong is said kindly, and nothing is kept then."""
        started = self._clocks.ticks()
        said = self._safe(heard) or self._answer(heard, platform)
        self._log.info("turn", practice=said.practice, outcome=said.outcome, kind=heard.kind, locale=heard.locale)
        self._finished(said, heard, self._clocks.ticks() - started)
        return said

    def _safe(self, heard: Heard) -> Said | None:
        said = None
        try:
            if (said := self._safety.check(heard)) is not None:
                put_down(self._households, heard, said, self._clocks.now())
        except Exception as error:
            self._failed("safety", "check", error)
        return said

    def _answer(self, heard: Heard, platform: Platform) -> Said:
        keeping = Keeping(self._registry, self._households, self._failed)
        turn = _Turn(keeping, self._speech, self._clocks, heard, platform, self._guests)
        try:
            if heard.kind == "disabled":
                self._households.forget(heard.user)
                return Said(practice="core", outcome="forgotten")
            return turn.answer()
        except (Exception, SystemExit) as error:
            self._failed(turn.practice, "turn", error)
            return turn.apology(isinstance(error, StoreError))

    def _finished(self, said: Said, heard: Heard, seconds: float) -> None:
        told = {"practice": said.practice, "kind": heard.kind, "outcome": said.outcome, "seconds": seconds}
        for listener in self._registry.hook.turn_finished.get_hookimpls():
            try:
                listener.function(*(told[name] for name in listener.argnames))
            except Exception as error:
                self._failed(listener.plugin_name, "turn_finished", error)

    def _failed(self, practice: str, where: str, error: BaseException) -> None:
        steps = [f"{frame.f_globals.get('__name__')}:{line}" for frame, line in traceback.walk_tb(error.__traceback__)]
        reason = str(error) if isinstance(error, SafeHarborError) else ""
        self._log.error(
            "failed", practice=practice, where=where, error=type(error).__name__, at=(steps or [""])[-1], reason=reason
        )


class _Turn:
    """One request on its way."""

    def __init__(
        self,
        keeping: Keeping,
        speech: Speech,
        clocks: Clocks,
        heard: Heard,
        platform: Platform,
        guests: Guests | None,
    ) -> None:
        self._keeping = keeping
        self._registry = keeping.registry
        self._households = keeping.households
        self._speech = speech
        self._clocks = clocks
        self._heard = heard
        self._guests = guests
        self._deadline = Deadline(clocks.ticks, BUDGET)
        self._errands = Errands(platform, self._deadline, self._claim)
        self._claimed = False
        self._stale = False
        self._snapshot: Snapshot | None = None
        self.practice = ""

    def answer(self) -> Said:
        """Answer it, however often it must be run; BudgetSpent when others are always first."""
        try:
            while True:
                self._deadline.check()
                if (told := self._told(self._read())) is not None:
                    return told
                self._errands.again()
                with suppress(VersionConflict, Busy):
                    said = self._attempt()
                    self._errands.tidy()
                    return said
        except (Exception, SystemExit):
            # Nothing was kept, so nothing may stay set either.
            self._errands.again()
            self._errands.tidy()
            self._release()
            raise

    def apology(self, lost: bool) -> Said:
        """Say that it did not work and that nothing was kept; what was open stays open."""
        return replace(apology(self._speech, self._heard, lost=lost), practice=self._whose())

    # Reading

    def _read(self) -> Snapshot:
        heard = self._heard
        self._snapshot = self._households.snapshot(heard.user, heard.person, heard.request, self._clocks.now())
        return self._snapshot

    def _told(self, snapshot: Snapshot) -> Said | None:
        """Give the reply that this very request got before; wait for it while another copy is at work."""
        heard, seen = self._heard, snapshot.seen
        while seen is not None and not self._claimed:
            if seen.done:
                return Said.from_data(seen.reply or {}) if seen.reply else Said(practice="core")
            if seen.stale:
                self._stale = True
                return None
            self._deadline.check()
            self._clocks.sleep(0.05)
            seen = self._households.seen(heard.user, heard.request, self._clocks.now())
        return None

    def _claim(self) -> bool:
        assert self._snapshot is not None
        heard = self._heard
        conversation = self._households.conversation(heard.conversation)
        self._snapshot = self._households.claim(self._snapshot, heard.request, conversation, {}, self._clocks.now())
        self._claimed = True
        return self._stale

    def _release(self) -> None:
        if self._claimed:
            self._households.release(self._heard.user, self._heard.request)

    # Running

    def _attempt(self) -> Said:
        assert self._snapshot is not None
        zone = zone_of(self._heard, self._snapshot, self._errands)
        scene = Scene(self._keeping, self._heard, self._snapshot, zone)
        tools = Tools(self._registry, self._speech, self._errands, self._deadline, self._guests)
        run = Run(tools, scene, scene.frame)
        hosting = Hosting(run, self._keeping.failed)
        if self._heard.kind == "ended":
            hosting.ended()
            scene.pause_all()
        else:
            try:
                self._go(run, scene, hosting)
            finally:
                self.practice = run.first
            if self._heard.kind == "event" and run.guest is None:
                return Said(practice="core", outcome="ignored")
            Moves(run).carry_out()
            hosting.ask_again()
        ending = Ending(run)
        said = replace(ending.said(), practice=self._whose())
        changes = ending.changes(said)
        self._deadline.check()
        self._households.commit(self._snapshot, changes, self._clocks.now())
        return said

    def _go(self, run: Run, scene: Scene, hosting: Hosting) -> None:
        heard = self._heard
        if heard.kind == "event":
            hosting.event()
        elif heard.kind == "consent":
            self._consented(run, scene, hosting)
        elif heard.kind == "launch":
            run.begin(self._registry.practices[WELCOME], LAUNCH, Input())
        else:
            if scene.drop_lost():
                run.parts.append(house("gone"))
            found = route(self._registry, heard, hosting.floor, scene.recent(), scene.now)
            if not hosting.takes(found):
                self._follow(run, scene, found)

    def _follow(self, run: Run, scene: Scene, found: Route) -> None:
        if found.kind == "command" and found.practice:
            run.command(found.practice, found.intent, found.input)
        elif found.kind == "answer":
            self._take_answer(run, found)
        elif found.kind == "beside" and found.practice:
            run.beside(found.practice, found.intent, found.input)
        elif found.kind == "intent" and found.practice:
            self._open(run, scene, found)
        else:
            run.command(self._registry.practices[FLOOR], "AMAZON.FallbackIntent", found.input)

    def _take_answer(self, run: Run, found: Route) -> None:
        frame, answer = run.frame, found.input.answer
        if frame is None or frame.question is None or answer is None:
            return
        if frame.held and answer.kind == "YesNo":
            run.unhold(bool(answer.value))
            return
        run.resume(frame.question.then, answer.value, found.input)

    def _open(self, run: Run, scene: Scene, found: Route) -> None:
        practice = found.practice
        assert practice is not None
        below = scene.set_aside(run.frame, practice)
        host = self._registry.shipped_with_host(practice.name)
        company = scene.company
        if company.speaker is None and not company.asked and practice.owner == "person" and not host:
            given = found.input
            asking = nothing().given(words=given.words, slots=dict(given.slots), ids=dict(given.ids))
            run.hand_over(practice, asking.call("people:who", then=f"{BEGUN}{found.intent}"), below)
        else:
            run.begin(practice, found.intent, found.input, below)

    def _consented(self, run: Run, scene: Scene, hosting: Hosting) -> None:
        frame = scene.frames.get(self._heard.arguments[0] if self._heard.arguments else "")
        if frame is None or frame.question is None:
            if not hosting.event():
                run.begin(self._registry.practices[WELCOME], LAUNCH, Input())
            return
        owner = scene.company.person(frame.owner)
        scene.company = replace(scene.company, speaker=owner or scene.company.speaker)
        scene.consents[str(frame.passed.get("scope", ""))] = self._heard.result
        run.frame = replace(frame, status="open", conversation=scene.conversation)
        run.resume(frame.question.then, self._heard.result, Input())

    def _whose(self) -> str:
        if self.practice.startswith(MARK):
            return self.practice
        return self.practice if self.practice and not self._registry.shipped_with_host(self.practice) else "core"
