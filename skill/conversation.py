"""One turn from end to end: the heart.

Safety is asked first, before a database is opened or a hook called. Then a snapshot is read, the handlers run on it
(they change nothing), the platform is called while no lock is held, and everything is written in one short
transaction that compares the household's version; when another turn came first, it is all run again on a fresh
snapshot with the outcomes there already are.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog

from skill.ending import Ending
from skill.errors import Busy, SafeHarborError, StoreError, VersionConflict
from skill.exchange import Heard, Said
from skill.intake import Input, Tools
from skill.moves import Moves
from skill.outside import Deadline, Errands
from skill.platform import Platform
from skill.registry import Registry
from skill.reply import nothing
from skill.routing import FLOOR, Route, route
from skill.run import BEGUN, WELCOME, Run
from skill.scene import Keeping, Scene
from skill.speech import Manner, Memory, Speech
from skill.store import Households, Snapshot
from skill.wording import house, word

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
        self, registry: Registry, speech: Speech, households: Households, safety: Safety, clocks: Clocks | None = None
    ) -> None:
        self._registry = registry
        self._speech = speech
        self._households = households
        self._safety = safety
        self._clocks = clocks or Clocks()
        self._log = structlog.get_logger("conversation")

    def take(self, heard: Heard, platform: Platform) -> Said:
        """Answer one request. Never raises: what goes wrong is said kindly, and nothing is kept then."""
        started = self._clocks.ticks()
        said = self._safe(heard) or self._answer(heard, platform)
        self._log.info("turn", practice=said.practice, outcome=said.outcome, kind=heard.kind, locale=heard.locale)
        self._finished(said, heard, self._clocks.ticks() - started)
        return said

    def _safe(self, heard: Heard) -> Said | None:
        try:
            return self._safety.check(heard)
        except Exception as error:
            self._failed("safety", "check", error)
            return None

    def _answer(self, heard: Heard, platform: Platform) -> Said:
        turn = _Turn(self._registry, self._speech, self._households, self._clocks, heard, platform, self._failed)
        try:
            if heard.kind == "disabled":
                self._households.forget(heard.user)
                return Said(practice="core", outcome="forgotten")
            return turn.answer()
        except Exception as error:
            self._failed(turn.practice, "turn", error)
            return turn.apology(isinstance(error, StoreError))

    def _finished(self, said: Said, heard: Heard, seconds: float) -> None:
        try:
            self._registry.hook.turn_finished(
                practice=said.practice, kind=heard.kind, outcome=said.outcome, seconds=seconds
            )
        except Exception as error:
            self._failed(said.practice, "turn_finished", error)

    def _failed(self, practice: str, where: str, error: Exception) -> None:
        frames = error.__traceback__
        last = None
        while frames is not None:
            last, frames = frames, frames.tb_next
        at = f"{last.tb_frame.f_globals.get('__name__')}:{last.tb_lineno}" if last else ""
        reason = str(error) if isinstance(error, SafeHarborError) else ""
        self._log.error("failed", practice=practice, where=where, error=type(error).__name__, at=at, reason=reason)


class _Turn:
    """One request on its way."""

    def __init__(
        self,
        registry: Registry,
        speech: Speech,
        households: Households,
        clocks: Clocks,
        heard: Heard,
        platform: Platform,
        failed: Callable[[str, str, Exception], None],
    ) -> None:
        self._registry = registry
        self._speech = speech
        self._households = households
        self._clocks = clocks
        self._heard = heard
        self._keeping = Keeping(registry, households, failed)
        self._deadline = Deadline(clocks.ticks, BUDGET)
        self._errands = Errands(platform, self._deadline, self._claim)
        self._claimed = False
        self._stale = False
        self._snapshot: Snapshot | None = None
        self.practice = ""

    def answer(self) -> Said:
        """Answer it, however often it must be run; BudgetSpent when others are always first."""
        while True:
            self._deadline.check()
            snapshot = self._read()
            if (told := self._told(snapshot)) is not None:
                return told
            self._errands.again()
            try:
                said = self._attempt()
            except (VersionConflict, Busy):
                continue
            except Exception:
                self._release()
                raise
            self._errands.tidy()
            return said

    def apology(self, lost: bool) -> Said:
        """Say that it did not work and that nothing was kept; what was open stays open."""
        manner = Manner(self._heard.locale, self._heard.at, self._heard.request)
        pointer = dict(self._heard.session)
        part = house("unreachable" if lost else "sorry")
        again = house("try-again") if pointer.get("floor") else None
        worded = word(self._speech, [part], again, manner, Memory({}))
        return Said(
            speech=worded.speech,
            reprompt=worded.reprompt,
            listening=again is not None,
            words=again is not None and bool(pointer.get("words")),
            session=pointer if again else {},
            practice=self._whose(),
            outcome="failed",
        )

    # Reading

    def _read(self) -> Snapshot:
        heard = self._heard
        self._snapshot = self._households.snapshot(heard.user, heard.person, heard.request, self._clocks.now())
        return self._snapshot

    def _told(self, snapshot: Snapshot) -> Said | None:
        """Give the reply that this very request got before; wait for it while another copy is at work."""
        heard = self._heard
        seen = snapshot.seen
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
        zone = self._zone()
        assert self._snapshot is not None
        scene = Scene(self._keeping, self._heard, self._snapshot, zone)
        run = Run(Tools(self._registry, self._speech, self._errands, self._deadline), scene, scene.frame)
        if self._heard.kind == "ended":
            scene.pause_all()
            run.frame = None
        else:
            try:
                self._go(run, scene)
            finally:
                self.practice = run.first
            Moves(run).carry_out()
        ending = Ending(run)
        said = replace(ending.said(), practice=self._whose())
        changes = ending.changes(said)
        self._deadline.check()
        self._households.commit(self._snapshot, changes, self._clocks.now())
        return said

    def _go(self, run: Run, scene: Scene) -> None:
        heard = self._heard
        if heard.kind == "consent":
            self._consented(run, scene)
        elif heard.kind == "launch":
            run.begin(self._registry.practices[WELCOME], LAUNCH, Input())
        else:
            found = route(self._registry, heard, run.frame, scene.recent(), scene.now)
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

    def _consented(self, run: Run, scene: Scene) -> None:
        frame = scene.frames.get(self._heard.arguments[0] if self._heard.arguments else "")
        if frame is None or frame.question is None:
            run.begin(self._registry.practices[WELCOME], LAUNCH, Input())
            return
        owner = scene.company.person(frame.owner)
        scene.company = replace(scene.company, speaker=owner or scene.company.speaker)
        scene.consents[str(frame.passed.get("scope", ""))] = self._heard.result
        run.frame = replace(frame, status="open", conversation=scene.conversation)
        run.resume(frame.question.then, self._heard.result, Input())

    def _zone(self) -> str:
        assert self._snapshot is not None
        today = self._heard.at.date().isoformat()
        checked = self._snapshot.memory.get("zone checked", "")
        if self._snapshot.zone and (self._heard.kind != "launch" or checked == today):
            return self._snapshot.zone
        if self._heard.kind == "ended":
            return self._snapshot.zone or "UTC"
        named = self._errands.time_zone() or self._snapshot.zone or "UTC"
        try:
            ZoneInfo(named)
        except (KeyError, ValueError, OSError):
            return self._snapshot.zone or "UTC"
        return named

    def _whose(self) -> str:
        if not self.practice or self._registry.shipped_with_host(self.practice):
            return "core"
        return self.practice
