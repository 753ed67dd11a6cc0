"""One thing to mend in a plugin: where it stands, and what to do about it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from skill.fault import Fault


@dataclass(frozen=True)
class Finding:
    """A file (of the plugin's, or none), the line in it (0 = the file as a whole), and a sentence to act on."""

    path: Path | None
    line: int
    says: str

    def __str__(self) -> str:
        """Give it as compilers do: file, line, sentence; the file from where the reader stands, if it lies beneath."""
        if self.path is None:
            return self.says
        here = Path.cwd()
        shown = self.path.relative_to(here) if self.path.is_relative_to(here) else self.path
        return f"{shown}:{self.line}: {self.says}" if self.line else f"{shown}: {self.says}"


def at_fault(folder: Path, fault: Fault) -> Finding:
    """Make a finding of a fault in a plugin's ``folder``."""
    return Finding(folder / fault.location.file, fault.location.line, fault.says)


def at_function(function: Callable[..., object], says: str) -> Finding:
    """Make a finding about a function of the plugin's."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return Finding(Path(code.co_filename), code.co_firstlineno, says) if code else Finding(None, 0, says)


def listed(findings: Iterable[Finding]) -> str:
    """Give findings one a line, each once, in the order of their files."""
    return "\n".join(sorted(dict.fromkeys(map(str, findings))))
