"""What the platform would make of a sentence, and what it was waiting for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

FALLBACK = "AMAZON.FallbackIntent"


@dataclass(frozen=True)
class Match:
    """A value of a slot type that was recognised: its name and id, and whether it was one of the session's own."""

    name: str
    id: str = ""
    dynamic: bool = False


@dataclass(frozen=True)
class HeardSlot:
    """One slot as the platform sends it: the value, the slot's type, and for a type of our own what it resolved to."""

    value: str
    type: str = ""
    matches: tuple[Match, ...] = ()

    def envelope(self, name: str, skill: str) -> dict[str, Any]:
        """Give the slot as it stands in a request."""
        sent: dict[str, Any] = {"name": name, "value": self.value, "confirmationStatus": "NONE", "source": "USER"}
        if not self.type.startswith("AMAZON."):
            sent["resolutions"] = {"resolutionsPerAuthority": [*self._authorities(skill)]}
        return sent

    def _authorities(self, skill: str) -> Iterable[dict[str, Any]]:
        for dynamic in (False, True):
            found = [{"value": {"name": each.name, "id": each.id}} for each in self.matches if each.dynamic == dynamic]
            authority = f"amzn1.er-authority.echo-sdk.{'dynamic.' if dynamic else ''}{skill}.{self.type}"
            if found:
                yield {"authority": authority, "status": {"code": "ER_SUCCESS_MATCH"}, "values": found}
            elif not dynamic:
                yield {"authority": authority, "status": {"code": "ER_SUCCESS_NO_MATCH"}}


@dataclass(frozen=True)
class Understood:
    """One sentence, understood.

    ``intent`` is "" for a launch. ``declared`` are all slots of the intent, of which ``slots`` were filled, under
    their names in the built model. ``score`` compares readings of one sentence and nothing else. ``named`` says that
    the skill was called by its name, which begins a new session.
    """

    intent: str
    slots: Mapping[str, HeardSlot] = field(default_factory=dict)
    score: float = 0.0
    declared: tuple[str, ...] = ()
    named: bool = False

    @property
    def launch(self) -> bool:
        """Say whether the skill was only opened."""
        return not self.intent

    def envelope(self, skill: str) -> dict[str, Any]:
        """Give the ``intent`` of an IntentRequest; ``skill`` is the application id."""
        slots = {
            name: self.slots[name].envelope(name, skill)
            if name in self.slots
            else {"name": name, "confirmationStatus": "NONE"}
            for name in self.declared
        }
        return {"name": self.intent, "confirmationStatus": "NONE", **({"slots": slots} if slots else {})}


@dataclass(frozen=True)
class Expecting:
    """What a session is waiting for: the slot elicited, and the session's own values by slot type."""

    intent: str = ""
    slot: str = ""
    entities: Mapping[str, tuple[tuple[str, Match], ...]] = field(default_factory=dict)

    def after(self, directives: Sequence[Mapping[str, Any]]) -> Expecting:
        """Give what is waited for after a response with these directives, as its JSON has them."""
        then = replace(self, intent="", slot="")
        for each in directives:
            if each.get("type") == "Dialog.ElicitSlot":
                intent = (each.get("updatedIntent") or {}).get("name") or self.intent
                then = replace(then, intent=intent, slot=str(each.get("slotToElicit") or ""))
            elif each.get("type") == "Dialog.UpdateDynamicEntities":
                kept = each.get("types") or () if each.get("updateBehavior") == "REPLACE" else ()
                then = replace(then, entities={str(kind["name"]): spoken(kind, dynamic=True) for kind in kept})
        return then


def spoken(kind: Mapping[str, Any], *, dynamic: bool = False) -> tuple[tuple[str, Match], ...]:
    """List the ways to say each value of a slot type, with the value, from the JSON of a model or a directive."""
    return tuple(
        (said, Match(str(value["name"]["value"]), str(value.get("id") or ""), dynamic))
        for value in kind.get("values") or ()
        for said in dict.fromkeys((str(value["name"]["value"]), *map(str, value["name"].get("synonyms") or ())))
    )
