"""One turn from end to end: the heart.

Safety is asked first, before a database is opened or a hook called. Then a snapshot is read, the handlers run on it
(they change nothing), the platform is called while no lock is held, and everything is written in one short
transaction that compares the household's version; when another turn came first, it is all run again on a fresh
snapshot with the outcomes there already are.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Protocol

import structlog

from skill import shelter
from skill.apology import FAILED, MOST, apology, let_go, parting
from skill.companions import Calls, Companions
from skill.course import Course
from skill.ending import Ending
from skill.errors import Busy, Overran, SafeHarborError, StoreError, VersionConflict
from skill.exchange import Heard, Said, known_as
from skill.guest import MARK, Guests
from skill.hosting import Hosting
from skill.intake import Tools
from skill.moves import Moves
from skill.outside import Claim, Deadline, Errands, zone_of
from skill.platform import Platform
from skill.registry import Registry
from skill.run import Run
from skill.scene import Keeping, Scene
from skill.shelter import Concern
from skill.speech import Speech
from skill.store import Households, Snapshot

BUDGET = 6.0
"""Seconds that a turn may take; the platform waits for eight."""
LISTENING = 0.5
"""Seconds that each listener may take after it, while whoever spoke waits."""


class Safety(Protocol):
    """What stands before everything."""

    def check(self, heard: Heard) -> Concern | None:
        """Give what is to be answered in place of the conversation, or None to let it go on."""


@dataclass(frozen=True)
class Clocks:
    """The house's clock for what is kept, and one that only grows for what is measured (seconds)."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ticks: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Conversation:
    """Takes what was heard and gives what is to be said. Safe to share between threads.

    ``feelings`` says whether words for how someone is may be kept.
    """

    def __init__(
        self,
        registry: Registry,
        speech: Speech,
        households: Households,
        safety: Safety,
        clocks: Clocks | None = None,
        guests: Guests | None = None,
        *,
        feelings: bool = True,
    ) -> None:
        self._registry = registry
        self._speech = speech
        self._households = households
        self._safety = safety
        self._clocks = clocks or Clocks()
        self._guests = guests
        self._feelings = feelings
        self._companions = Companions()
        self._log = structlog.get_logger("conversation")

    def take(self, heard: Heard, platform: Platform) -> Said:
        """Answer one request. Never raises: what goes wrong is said kindly, and nothing is kept then."""
        started = self._clocks.ticks()
        said = self._safe(heard) or self._answer(heard, platform)
        name = known_as(said.practice)
        self._log.info("turn", practice=name, outcome=said.outcome, kind=heard.kind, locale=heard.locale)
        seconds = self._clocks.ticks() - started
        told = {"practice": name, "kind": heard.kind, "outcome": said.outcome, "seconds": seconds}
        self._finished(told, {**told, "practice": said.practice})
        return said

    def _safe(self, heard: Heard) -> Said | None:
        try:
            if (concern := self._safety.check(heard)) is None:
                return None
            failed = partial(self._failed, "safety", "answer")
            return shelter.answer(concern, self._households, heard, self._clocks.now(), failed)
        except Exception as error:
            self._failed("safety", "check", error)
            return None

    def _answer(self, heard: Heard, platform: Platform) -> Said:
        calls = Calls(self._companions, Deadline(self._clocks.ticks, BUDGET))
        keeping = Keeping(self._registry, self._households, calls, self._failed)
        turn = _Turn(keeping, self._speech, self._clocks, heard, platform, self._guests, self._feelings)
        try:
            if heard.kind == "disabled":
                self._households.forget(heard.user)
                return Said(practice="core", outcome="forgotten")
            return turn.answer()
        except (Exception, SystemExit) as error:
            self._failed(turn.practice, "turn", error)
            return turn.apology(error)

    def _finished(self, told: Mapping[str, object], ours: Mapping[str, object]) -> None:
        """Tell every listener: plugins what they are ``told``, the host's own what is ``ours`` to know."""
        for listener in self._registry.hook.turn_finished.get_hookimpls():
            try:
                if listener.plugin_name in self._registry.plugins:
                    call = partial(listener.function, *[told[name] for name in listener.argnames])
                    self._companions.call(listener.plugin_name, "turn_finished", call, LISTENING)
                else:  # what counts turns, and the simulator
                    listener.function(*[ours[name] for name in listener.argnames])
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
        feelings: bool,
    ) -> None:
        self._keeping = keeping
        self._registry = keeping.registry
        self._households = keeping.households
        self._speech = speech
        self._clocks = clocks
        self._heard = heard
        self._guests = guests
        self._feelings = feelings
        self._deadline = keeping.calls.deadline
        self._claim = Claim(keeping.households, heard, clocks.now)
        self._errands = Errands(platform, self._deadline, self._claim.make)
        self._run: Run | None = None

    def answer(self) -> Said:
        """Answer it, however often it must be run; BudgetSpent when others are always first."""
        try:
            while True:
                self._deadline.check()
                self._errands.again()
                if (told := self._told(self._read())) is not None:
                    self._errands.tidy(self._claim.snapshot)
                    return told
                try:
                    said = self._attempt()
                except (VersionConflict, Busy):
                    continue
                self._errands.tidy(self._claim.snapshot)
                return said
        except (Exception, SystemExit):
            # Nothing was kept, so nothing may stay set either.
            self._errands.again()
            self._errands.tidy(self._claim.snapshot)
            self._release()
            raise

    @property
    def practice(self) -> str:
        """Name the practice, or the guest, whose handler ran first."""
        return self._run.first if self._run else ""

    def apology(self, error: BaseException) -> Said:
        """Say that it did not work and that nothing was kept; what was open stays open, though not without end."""
        heard, outcome = self._heard, "overran" if isinstance(error, Overran) else FAILED
        lost = isinstance(error, StoreError)
        answering = self._run is not None and self._run.answering
        before = heard.session.get(FAILED)
        failures = (before if isinstance(before, int) else 0) + (answering and not lost)
        if failures >= MOST and self._lets_go():
            said = parting(self._speech, heard, outcome=outcome)
        else:
            said = apology(self._speech, heard, lost=lost, failures=failures, outcome=outcome)
        return replace(said, practice=self._whose())

    def _lets_go(self) -> bool:
        try:
            let_go(self._households, self._heard, self._clocks.now())
        except StoreError as error:
            self._keeping.failed("core", "let go", error)
            return False
        return True

    # Reading

    def _read(self) -> Snapshot:
        heard = self._heard
        snapshot = self._households.snapshot(heard.user, heard.person, heard.request, self._clocks.now())
        self._claim.snapshot = snapshot
        return snapshot

    def _told(self, snapshot: Snapshot) -> Said | None:
        """Give the reply that this very request got before; wait for it while another copy is at work."""
        heard, seen = self._heard, snapshot.seen
        while seen is not None:
            if seen.done:
                return Said.from_data(seen.reply or {}) if seen.reply else Said(practice="core")
            if seen.stale or self._claim.made:
                return None
            self._deadline.check()
            self._clocks.sleep(0.05)
            seen = self._households.seen(heard.user, heard.request, self._clocks.now())
        return None

    def _release(self) -> None:
        if self._claim.made:
            self._households.release(self._heard.user, self._heard.request)

    # Running

    def _attempt(self) -> Said:
        assert self._claim.snapshot is not None
        zone = zone_of(self._heard, self._claim.snapshot, self._errands)
        scene = Scene(self._keeping, self._heard, self._claim.snapshot, zone)
        tools = Tools(self._registry, self._speech, self._errands, self._guests, self._feelings)
        run = self._run = Run(tools, scene, scene.frame)
        hosting = Hosting(run, self._keeping.failed)
        if self._heard.kind == "ended":
            hosting.ended()
            scene.pause_all()
        else:
            Course(run, hosting).take()
            if self._heard.kind == "event" and run.guest is None:
                return Said(practice="core", outcome="ignored")
            Moves(run).carry_out()
            hosting.ask_again()
        ending = Ending(run)
        said = ending.said(self._whose())
        changes = ending.changes(said)
        self._deadline.check()
        self._households.commit(self._claim.snapshot, changes, self._clocks.now())
        return said

    def _whose(self) -> str:
        first = self.practice
        shipped = not first or (not first.startswith(MARK) and self._registry.shipped_with_host(first))
        return "core" if shipped else first
