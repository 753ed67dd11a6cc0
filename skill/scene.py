"""What a turn starts from and what it has changed so far, in memory: people, frames, states, entries, alerts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from itertools import count
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from skill.companions import ASIDE, Calls
from skill.company import Company
from skill.entries import Entries
from skill.errors import TurnError
from skill.exchange import Heard
from skill.floor import GUEST, REMEMBERED_FOR, Frame, broken_off
from skill.frames import Frames
from skill.home import Home
from skill.notation import state_from_data, state_to_data
from skill.practice import Practice
from skill.registry import Registry
from skill.reply import Offer, Question, Reply
from skill.speech import Memory
from skill.store import Households, Snapshot, StoredAlert
from skill.turn import NOTHING, Alert, Journal, Person, Turn, Unfinished

Raw = tuple[int, Mapping[str, Any]]


@dataclass(frozen=True)
class Keeping:
    """Where a scene reads from: the plugins, through ``calls`` where their code is run, and the store."""

    registry: Registry
    households: Households
    calls: Calls
    failed: Callable[[str, str, Exception], None]


class Scene:
    """One attempt at one turn. Nothing in it is written until the conversation commits it."""

    def __init__(self, keeping: Keeping, heard: Heard, snapshot: Snapshot, zone: str) -> None:
        self.heard = heard
        self.snapshot = snapshot
        self.zone = zone
        self.language = heard.locale.partition("-")[0]
        self.now: datetime = heard.at.astimezone(ZoneInfo(zone))
        self.keeping = keeping
        self.failed = keeping.failed
        self.calls = keeping.calls
        self.new_id = _ids(heard).__next__
        self.home = Home.of(snapshot.memory)
        self.company = Company.of(snapshot, heard, self.new_id, self.home)
        self.conversation = keeping.households.conversation(heard.conversation)
        self.frames = Frames(snapshot.frames, self.conversation, heard.at)
        self.pointer = str(heard.session.get("floor", ""))
        self.memory = Memory(snapshot.memory.get("variants", {}))
        self.consents: dict[str, str] = {}
        self.states: dict[tuple[str, str], Any] = {}
        self.restored: dict[tuple[str, str], Raw | None] = {}
        self.kept_by_guests: dict[tuple[str, str], Raw | None] = {}
        self.entries = Entries(keeping.households, snapshot, self.now, self.new_id)
        self.alerts: dict[str, Alert] = {each.id: each.alert for each in snapshot.alerts}
        self.owner: Person | None = self.company.speaker

    @property
    def light(self) -> bool:
        """Say whether what is done between two people is left out now."""
        return self.home.is_light(self.heard.at)

    # The floor

    @property
    def frame(self) -> Frame | None:
        """The frame whose question is open in this session, as far as this speaker may answer it."""
        frame = self.frames.get(self.pointer)
        if frame is None or frame.conversation != self.conversation or frame.status != "open" or self._lost(frame):
            return None
        speaker = self.company.speaker
        heard_as = speaker.id if speaker else None
        return frame if frame.may_be_answered_by(heard_as) or heard_as in self.company.here else None

    def drop_lost(self) -> bool:
        """Let the open frame go when no plugin brings its step any more; say whether that was so."""
        frame = self.frames.get(self.pointer)
        if frame is None or frame.status != "open" or not self._lost(frame):
            return False
        self.put(replace(frame, status="done", question=None, returns=()))
        return True

    def _lost(self, frame: Frame) -> bool:
        return frame.question is not None and not self.keeping.registry.knows(frame.question.then)

    def put(self, frame: Frame) -> Frame:
        """Take in a frame as it is now."""
        return self.frames.put(frame)

    def fresh_frame(self, practice: Practice[Any], below: str = "") -> Frame:
        """Begin a run; the runs of the household's own practices are anyone's."""
        speaker, at = self.company.speaker, self.heard.at
        owner = "" if practice.owner == "household" else speaker.id if speaker else GUEST
        name = practice.name
        return Frame(self.new_id(), name, name, owner, self.conversation, "open", at, at, below=below)

    def unfinished(self) -> tuple[Unfinished, ...]:
        """List what this speaker broke off."""
        speaker = self.company.speaker
        known = len(self.company.members) == 1 or (speaker is not None and speaker.recognised)
        registry = self.keeping.registry
        found = self.frames.where(
            lambda head: (
                broken_off(head, speaker.id if speaker else "", self.conversation)
                and head.root in registry.practices
                and not registry.shipped_with_host(head.root)
                and self.heard.at - head.touched < registry.practices[head.root].resumable
            )
        )
        return tuple(
            Unfinished(
                frame.id,
                frame.root,
                frame.touched.astimezone(self.now.tzinfo),
                known or not registry.practices[frame.root].sensitive,
            )
            for frame in sorted(found, key=lambda each: each.touched, reverse=True)
            if frame.question
            and not self._lost(frame)
            and not (self.light and registry.between_two(frame.root, frame.question.then))
        )

    def set_aside(self, frame: Frame | None, practice: Practice[Any]) -> str:
        """Let an open run wait beneath one of ``practice``, and give its id.

        A run of the same practice gives way, and so does a question of the house's own.
        """
        if frame is None or frame.question is None:
            return ""
        registry = self.keeping.registry
        if (
            frame.root == practice.name
            or frame.root not in registry.practices
            or registry.shipped_with_host(frame.root)
        ):
            self.put(replace(frame, status="done", question=None))
            return frame.below
        self.put(replace(frame, status="waiting"))
        return frame.id

    def pause_all(self) -> None:
        """Save every run of this session as broken off."""
        here = self.conversation
        for frame in self.frames.where(lambda head: head.conversation == here and head.status in ("open", "waiting")):
            self.put(replace(frame, status="paused" if frame.question else "done"))

    def recent(self) -> Frame | None:
        """Give the run that ended last, while it is fresh enough to be corrected or taken back."""
        speaker = self.company.speaker
        mine = ("", speaker.id) if speaker else ("",)
        registry = self.keeping.registry
        return self.frames.newest(
            lambda head: (
                head.status in ("done", "paused")
                and head.owner in mine
                and self.heard.at - head.touched < REMEMBERED_FOR
                and head.root in registry.practices
                and not registry.shipped_with_host(head.root)
            )
        )

    # Alerts

    def held_alert(self, alert: str) -> StoredAlert | None:
        """Find an alert that was set before this turn."""
        return next((each for each in self.snapshot.alerts if each.id == alert and alert in self.alerts), None)

    def tokens(self) -> frozenset[str]:
        """List the platform's tokens for all the alerts that we hold."""
        return frozenset(each.token for each in self.snapshot.alerts)

    # State

    def owner_of(self, practice: Practice[Any]) -> str | None:
        """Say under whose name a practice's state is kept now; None when nobody knows who speaks."""
        if practice.owner == "household":
            return ""
        return self.owner.id if self.owner else None

    def state(self, practice: Practice[Any]) -> tuple[Any, bool]:
        """Give a practice's state, and whether there was one.

        Raises TurnError when it was written by a newer version of the practice than the one at hand.
        """
        owner = self.owner_of(practice)
        if owner is None:
            return practice.state(), False
        key = (practice.name, owner)
        if key in self.states:
            return self.states[key], True
        raw = self.restored.get(key, None) if key in self.restored else self.snapshot.state(*key)
        if raw is None:
            return practice.state(), False
        version, fields = raw
        if version > practice.version:
            raise TurnError(f"the state of {practice.name} is of version {version}, newer than {practice.version}")
        if version < practice.version and practice.upgrade:
            fields = practice.upgrade(version, fields)
        return state_from_data(practice.state, fields), True

    def keep(self, practice: Practice[Any], state: object) -> None:
        """Keep a practice's state; for nobody, nothing is kept."""
        if not isinstance(state, practice.state):
            raise TurnError(f"{practice.name} keeps a {type(state).__name__} where {practice.state.__name__} was said")
        owner = self.owner_of(practice)
        if owner is not None:
            self.states[(practice.name, owner)] = state

    def written_states(self) -> dict[tuple[str, str], tuple[int, Mapping[str, Any]] | None]:
        """Give every state that is to be written, restored ones first."""
        practices = self.keeping.registry.practices
        kept = {key: (practices[key[0]].version, state_to_data(state)) for key, state in self.states.items()}
        return {**self.restored, **kept, **self.kept_by_guests}

    # The turn as a practice sees it

    def turn(self, practice: Practice[Any], **what: Any) -> Turn[Any]:
        """Make the turn for one practice; ``what`` is the intent or step with its value, slots, answer and so on."""
        state, kept_before = self.state(practice)
        speaker = what.pop("speaker", self.company.speaker)
        frame = what.pop("frame", None)
        heard = self.heard
        return Turn(
            now=self.now,
            state=state,
            speaker=speaker,
            present=self.company.present,
            people=self.company.people,
            kept=partial(self.entries.all, frame.kept) if frame else (),
            alerts=self._alerts,
            unfinished=self.unfinished,
            locale=heard.locale,
            screen=heard.screen,
            first=not kept_before,
            started=frame.started.astimezone(self.now.tzinfo) if frame else self.now,
            seed=heard.request,
            journal=self._journal(practice),
            gather=lambda occasion, given: self.offers(practice.name, occasion, given),
            **what,
        )

    def offers(self, asking: str, occasion: str, given: Mapping[str, Any] = NOTHING) -> tuple[Offer, ...]:
        """Collect what the other practices put forward; one that raises or is slow is left out, as the log says."""
        found = []
        given = MappingProxyType({**given, "occasion": occasion})
        for practice in self.keeping.registry.offering(occasion):
            if practice.name == asking or (self.light and practice.for_two):
                continue
            try:
                plugin = self.keeping.registry.owners[practice.name]
                make = partial(self._offer, practice, given)
                offer = self.calls.make(plugin, f"the offer for {occasion}", make, ASIDE)
            except Exception as error:
                self.keeping.failed(practice.name, f"offers {occasion}", error)
                continue
            if offer is not None:
                found.append(replace(offer, practice=practice.name, reply=stamped(offer.reply, practice.name)))
        return tuple(sorted(found, key=lambda each: (-each.priority, each.practice)))

    def _offer(self, practice: Practice[Any], given: Mapping[str, Any]) -> Offer | None:
        return practice.offered[given["occasion"]](self.turn(practice, given=given))

    def _alerts(self) -> tuple[Alert, ...]:
        """List the alerts of the household and of whoever speaks."""
        mine = ("", self.company.speaker.id) if self.company.speaker else ("",)
        return tuple(alert for _, alert in sorted(self.alerts.items()) if alert.owner in mine)

    def _journal(self, practice: Practice[Any]) -> Journal:
        present = tuple(person.id for person in self.company.present)
        speaker = self.company.speaker
        return self.keeping.households.journal(self.snapshot, practice.name, speaker.id if speaker else None, present)


def _ids(heard: Heard) -> Iterator[str]:
    """Give ids that are the same again when the turn is run again."""
    for number in count():
        yield sha256(f"{heard.user}|{heard.request}|{number}".encode()).hexdigest()[:32]


def stamped(reply: Reply, practice: str) -> Reply:
    """Write a practice's name on its lines, so that they are found in its texts wherever they are said."""
    question = reply.question
    if question is not None:
        question = Question(question.line.owned(practice), question.expects, question.then, question.to)
    return replace(reply, lines=tuple([line.owned(practice) for line in reply.lines]), question=question)
