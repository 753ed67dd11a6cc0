"""The reminders and timers of one run: said in neutral words, set on the platform, and what is kept of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from skill.effects import CancelAlert, ChangeAlert, Outside, SetReminder, SetTimer
from skill.outside import Errands
from skill.platform import Outcome
from skill.practice import Practice
from skill.registry import Registry
from skill.reply import Line
from skill.scene import Scene
from skill.speech import Manner, Speech, plain
from skill.store import StoredAlert
from skill.turn import Alert


class Alerts:
    """``put`` holds what is to be stored of each alert (None: gone), ``new`` the ids of those this turn set."""

    def __init__(self, registry: Registry, speech: Speech, errands: Errands, scene: Scene) -> None:
        self.put: dict[str, StoredAlert | None] = {}
        self.new: list[str] = []
        self._registry = registry
        self._speech = speech
        self._errands = errands
        self._scene = scene
        self._number = 0

    def carry_out(self, practice: Practice[Any], effect: Outside) -> Outcome:
        """Have the platform do it, and note what came of it."""
        held = None
        if isinstance(effect, (ChangeAlert, CancelAlert)):
            held = self._scene.held_alert(effect.alert)
            if held is None:
                return Outcome("missing", None, effect.alert)
            if isinstance(effect, CancelAlert):
                effect = replace(effect, timer=held.kind == "timer")
        text = self._text(practice, effect)
        token = held.token if held else ""
        done = self._errands.run(self._number, effect, text, token, self._scene.now, self._scene.tokens())
        self._number += 1
        if not done.outcome:
            if done.outcome.status == "missing" and held is not None:
                self._gone(held.id)
            return replace(done.outcome, alert=held.id if held else None)
        if isinstance(effect, CancelAlert):
            self._gone(effect.alert)
            return done.outcome
        alert = self._alert(practice, effect, held, done.outcome)
        self._scene.alerts[alert.id] = alert
        self.put[alert.id] = StoredAlert.of(alert, "on", done.token, text)
        return replace(done.outcome, alert=alert.id, at=alert.at, days=alert.days)

    def _gone(self, alert: str) -> None:
        self.put[alert] = None
        self._scene.alerts.pop(alert, None)

    def _alert(self, practice: Practice[Any], effect: Outside, held: StoredAlert | None, outcome: Outcome) -> Alert:
        now = self._scene.now
        if held is None:
            named = effect.practice if isinstance(effect, SetReminder) and effect.practice else practice.name
            id_ = self._scene.new_id()
            owner = self._scene.owner_of(self._registry.practices[named]) or ""
            self.new.append(id_)
        else:
            named, id_, owner = held.practice, held.id, held.owner
        if isinstance(effect, SetTimer):
            return Alert(id_, named, "timer", effect.timer.label, outcome.at or now, owner=owner)
        assert isinstance(effect, (SetReminder, ChangeAlert))
        reminder = effect.reminder
        return Alert(id_, named, "reminder", reminder.label, outcome.at or reminder.at or now, reminder.days, owner)

    def _text(self, practice: Practice[Any], effect: Outside) -> str:
        match effect:
            case SetReminder(reminder=reminder, practice=named):
                line = Line(reminder.label, {}, named or practice.name)
            case ChangeAlert(reminder=reminder, alert=alert):
                line = Line(reminder.label, {}, self._scene.alerts[alert].practice)
            case SetTimer(timer=timer):
                line = Line(timer.label, {}, practice.name)
            case _:
                return ""
        heard = self._scene.heard
        manner = Manner(heard.locale, self._scene.now, heard.request)
        return plain(self._speech.say(line, manner, self._scene.memory)[0])
