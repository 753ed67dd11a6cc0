"""Leaving: somebody's everything goes, on the platform too, and with the last one the household itself."""

from __future__ import annotations

from skill.effects import CancelAlert
from skill.reply import Line
from skill.run import Run
from skill.wording import HOUSE, Part

PRIVACY = "privacy"


def leave(run: Run, person: str) -> None:
    """Take away all that is a person's, by id, and say so; what was open in the session is theirs no longer.

    Alerts that the platform does not give up are named as still set: it alone holds them then.
    """
    scene = run.scene
    company = scene.company.without(person)
    floor = run.tools.registry.practices[HOUSE]
    owned = [alert.id for alert in scene.alerts.values() if alert.owner == person or not company.members]
    ends = [run.alerts.carry_out(floor, CancelAlert(alert)) for alert in owned]
    scene.company = company
    scene.home = scene.home.without(person)
    run.frame = None
    run.parts.append(Part(Line("forgotten" if company.members else "forgotten-all", {}, PRIVACY)))
    if not all(end or end.status == "missing" for end in ends):
        run.parts.append(Part(Line("still-set", {}, PRIVACY)))
