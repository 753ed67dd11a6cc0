"""A fault: what keeps a plugin's texts or utterances from being taken, and where in its files that stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TOLD = 3
"""So many faults are told of a plugin that is left out; a check of it tells them all."""


@dataclass(frozen=True)
class Location:
    """A file within a plugin's folder, and the line in it; 0 is the file as a whole.

    A location of no plugin is the whole that all of them make together.
    """

    plugin: str = ""
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        """Name plugin, file and line."""
        return f"plugin {self.plugin!r}, {self.place}" if self.plugin else self.place

    @property
    def place(self) -> str:
        """Name file and line."""
        file = self.file or "inline"
        return f"{file}:{self.line}" if self.line else file


@dataclass(frozen=True)
class Fault:
    """Where something is wrong, and a sentence to act on.

    Of a clash the party that came later has the fault; ``turned`` is the same as the other party would be told it.
    """

    location: Location
    says: str
    turned: Fault | None = None

    def __str__(self) -> str:
        """Tell it with its plugin, file and line."""
        return f"{self.location}: {self.says}" if self.location.plugin else self.says

    @property
    def plugin(self) -> str:
        """Name the plugin that has to give way; "" where it is nobody's fault alone."""
        return self.location.plugin

    @property
    def other(self) -> str:
        """Name the other plugin of a clash, which may be the same one; "" where there is none."""
        return self.turned.plugin if self.turned else ""

    def seen_from(self, plugin: str) -> Fault | None:
        """Tell it to one of its parties, whose file and line then come first; None to a plugin that is neither."""
        return next((each for each in (self, self.turned) if each is not None and each.plugin == plugin), None)


def clash(location: Location, says: str, other: Location, answers: str) -> Fault:
    """Make the fault of two parties; each is told its own sentence, which the other's location completes."""
    return Fault(location, f"{says} {other}", Fault(other, f"{answers} {location}"))


def culprits(faults: Iterable[Fault]) -> tuple[str, ...]:
    """Name the plugins that have to give way, each once, in the order of their faults."""
    return tuple(dict.fromkeys(each.plugin for each in faults if each.plugin))


def summed(plugin: str, faults: Sequence[Fault]) -> str:
    """Give the reason for which a plugin is left out, in one line."""
    told = [f"{each.location.place}: {each.says}" for each in faults[:TOLD]]
    more = len(faults) - TOLD
    return "; ".join([*told, f"and {more} more: safe-harbor plugins check {plugin}"] if more > 0 else told)
