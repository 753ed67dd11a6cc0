"""The end of a turn: what was gathered becomes words, and what is to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from skill.answers import Choice, Words
from skill.exchange import Said
from skill.floor import Frame
from skill.privilege import WELCOME
from skill.reply import Line, Screen
from skill.run import Run
from skill.speech import Manner, plain
from skill.store import Changes, Mark, StoredAlert, StoredFrame
from skill.wording import HOUSE, Part, house, word

ANSWERED = frozenset({"launch", "intent", "fallback", "touch"})
"""What is heard from somebody who waits for an answer."""
RETURN_TO = "floor:return_to"
SAFETY = "s"
"""Where safety keeps its own neutral pointer in the session; it is handed through untouched."""


class Ending:
    """Closes a run: goes back to what waits beneath, finds the words, gathers the changes."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._scene = run.scene
        self._manner = Manner(run.scene.heard.locale, run.scene.now, run.scene.heard.request)
        self._reopen()

    def said(self, practice: str) -> Said:
        """Give what is to be said in the name of ``practice``, and keep on the frame what was."""
        run = self._run
        question = self._asked()
        parts = self._honest(run.parts) or self._instead_of_silence(question)
        worded = word(run.tools.speech, parts, question, self._manner, self._scene.memory)
        self._scene.memory = worded.memory
        run.settle(worded if question is not None and not question.ready else None)
        frame, guest = run.frame, run.guest
        held = guest is not None and bool(guest.listening)
        listening = frame is not None and (question is not None or held)
        expects = frame.question.expects if frame and frame.question else None
        choice = expects.find(Choice) if expects and listening else None
        words = bool(listening and expects and expects.find(Words) and frame and not frame.held)
        return Said(
            speech=worded.speech,
            reprompt=(guest.reprompt if guest and held else worded.reprompt) if listening else "",
            listening=listening,
            words=words,
            choices=choice.options if choice else (),
            consent=run.consent,
            token=frame.id if frame and run.consent else "",
            screen=self._screen(worded.asked) if self._scene.heard.screen and guest is None else None,
            session=self._session(frame if listening else None, words),
            guest=guest.beside if guest else None,
            practice=practice,
            outcome=self._outcome(listening),
        )

    def changes(self, said: Said) -> Changes:
        """Gather everything that is to be written."""
        scene = self._scene
        company = scene.company
        changes = Changes(
            request=scene.heard.request,
            owner=company.speaker.id if company.speaker else "",
            reply=said.to_data(),
            zone=scene.zone if scene.zone != scene.snapshot.zone else None,
            memory=self._memory(),
            people={**{member.id: member for member in company.changed}, **dict.fromkeys(company.gone)},
            states={key: kept for key, kept in scene.written_states().items() if key[1] not in company.gone},
            entries={**dict.fromkeys(scene.entries.dropped), **scene.entries.put},
            frames=self._frames(),
            alerts=self._alerts(),
            consents={("", scope): status for scope, status in scene.consents.items()},
            forgotten=bool(company.gone) and not company.members,
        )
        if scene.heard.person is not None and scene.snapshot.voice is None and company.speaker:
            changes.voices[company.speaker.id] = scene.heard.person
        return self._without_feelings(changes)

    # Words

    def _asked(self) -> Part | None:
        run = self._run
        frame = run.frame
        if run.question is None or frame is None or frame.question is None:
            return None
        opening = self._scene.heard.kind in ("launch", "consent") and not run.question.ready
        if opening and all(isinstance(kind, Words) for kind in frame.question.expects):
            run.frame = replace(frame, held=True)
            return house("may-i")
        if frame.held:
            run.frame = replace(frame, held=False)
        return run.question

    def _honest(self, parts: list[Part]) -> list[Part]:
        """Say nothing of keeping where nothing was kept."""
        has = self._run.tools.speech.has
        told, out = False, []
        for part in parts:
            if part.attribute != "unkept" or has(part.line, self._manner.locale, "unkept"):
                out.append(part)
            elif not (told or self._withheld):
                out.append(house("not-kept"))
                told = True
        return [*out, house("keeps-no-feelings")] if self._withheld else out

    def _instead_of_silence(self, question: Part | None) -> list[Part]:
        """Answer whoever spoke, also where a practice had nothing to say; it may have kept something all the same."""
        run = self._run
        answered = question is not None or run.guest is not None or bool(run.consent)
        return [] if answered or self._scene.heard.kind not in ANSWERED else [house("nothing-to-add")]

    @property
    def _withheld(self) -> bool:
        return self._run.discretion is not None and self._run.discretion.withheld

    def _without_feelings(self, changes: Changes) -> Changes:
        """Take out of what is written how someone is, where the operator keeps nothing of that."""
        if self._run.discretion is None:
            return changes
        instead = Line("keeps-no-feelings", {}, HOUSE)
        return self._run.discretion.applied(
            changes, self._run.tools.speech.say(instead, self._manner, self._scene.memory)[0]
        )

    def _reopen(self) -> None:
        """Go back to the run that waits beneath: at once after an aside, with an offer after a longer one."""
        run, scene = self._run, self._scene
        frame = run.frame
        if run.question is not None or run.consent or frame is None or frame.status != "done":
            return
        if run.closing:
            run.settle()
            scene.pause_all()
            run.frame = None
            return
        below = scene.frames.get(frame.below)
        if (
            below is None
            or below.status != "waiting"
            or below.question is None
            or not run.tools.registry.knows(below.question.then)
        ):
            return
        run.settle()
        if frame.asked:
            run.start(
                RETURN_TO,
                {"frame": below.id, "named": run.tools.speech.called(below.root, "name", self._manner.locale)},
            )
        else:
            run.frame = scene.put(replace(below, status="open"))
            run.question = Part(below.question.line, "reprompt")

    def _outcome(self, listening: bool) -> str:
        if self._run.consent:
            return "consent"
        if self._scene.heard.kind == "ended":
            return "paused"
        return "asked" if listening else "said"

    # Pointers

    def _session(self, frame: Frame | None, words: bool) -> dict[str, Any]:
        company = self._scene.company
        heard = self._scene.heard.session
        session: dict[str, Any] = {SAFETY: heard[SAFETY]} if SAFETY in heard else {}
        if words:
            session["words"] = True
        if frame is not None:
            session["floor"] = frame.id
        if company.speaker is not None and not company.speaker.recognised:
            session["who"] = company.speaker.id
        if company.here:
            session["here"] = list(company.here)
        if company.asked:
            session["asked"] = True
        if company.closed:
            session["closed"] = True
        return session

    # Screen

    def _screen(self, asked: str) -> Mapping[str, Any] | None:
        """Give what a screen shows: what the practice wants shown, else the question in the words it is asked in."""
        run = self._run
        if run.screen is None and not asked:
            return None
        owner, shown = run.screen or ("", Screen())
        speech, memory = run.tools.speech, self._scene.memory

        def text(line: Line) -> str:
            return plain(speech.say(line.owned(owner), self._manner, memory)[0])

        frame = run.frame
        to = frame.question.to if frame and frame.question else ""
        person = self._scene.company.person(to) if to else None
        return {
            "title": text(shown.title) if shown.title else plain(asked),
            "lines": [text(line) for line in shown.lines],
            "buttons": [[text(Line(label)), argument] for label, argument in shown.buttons],
            "progress": list(shown.progress) if shown.progress else [],
            "until": shown.until.isoformat() if shown.until else "",
            "turn": person.name if person else "",
            "asking": bool(asked),
        }

    # What is written

    def _memory(self) -> dict[str, Any]:
        scene = self._scene
        checked = scene.snapshot.memory.get("zone checked", "")
        if scene.heard.kind == "launch" or not checked:
            checked = scene.heard.at.date().isoformat()
        return {
            "variants": {key: list(used) for key, used in scene.memory.used.items()},
            "zone checked": checked,
            **scene.home.paired(scene.company.here).to_memory(),
        }

    def _frames(self) -> dict[str, StoredFrame | None]:
        scene = self._scene
        # An opening that was left leads nowhere, and what it offered tells of an answer.
        frames: dict[str, StoredFrame | None] = dict.fromkeys(scene.frames.over(WELCOME))
        for frame in scene.frames.put_now():
            if frame.owner not in scene.company.gone:
                mark = Mark(frame.conversation)
                kept = StoredFrame(
                    frame.id, frame.owner, mark, frame.touched, frame.status, frame.to_data(), frame.root
                )
                frames[frame.id] = kept
        return frames

    def _alerts(self) -> dict[str, StoredAlert | None]:
        at = self._scene.heard.at
        over = {each.id: None for each in self._scene.snapshot.alerts if each.at < at and not each.alert.days}
        return {**over, **self._run.alerts.put}
