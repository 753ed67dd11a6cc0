"""What a plugin's code says: every message id that is named in it, where, and with which arguments."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from skill.testing.finding import Finding

SAYS = frozenset({"say", "ask", "Line", "Reminder", "Timer"})
"""The functions and methods whose first argument is a message id."""
_OWN = frozenset({"then", "to"})
"""What ``ask`` takes for itself; all else that is named reaches the message."""
_LABELS = frozenset({"Reminder", "Timer"})


@dataclass(frozen=True)
class Saying:
    """One place that names a message: a pattern its id matches; ``args`` is None where they are not all written out."""

    pattern: re.Pattern[str]
    id: str
    args: frozenset[str] | None
    path: Path
    line: int

    def found(self, says: str) -> Finding:
        """Make a finding about this place."""
        return Finding(self.path, self.line, says)


def sayings(module: ModuleType) -> list[Saying]:
    """Find every place in a plugin's code that names a message by a literal (or partly literal) id."""
    return [saying for path in sources(module) for saying in _in_file(path)]


def sources(module: ModuleType) -> list[Path]:
    """List a plugin's own Python files: its package's, or the one module it is; no tests that stand among them."""
    init = Path(module.__file__ or "")
    if init.name != "__init__.py":
        return [init]
    return sorted(path for path in init.parent.rglob("*.py") if "tests" not in path.relative_to(init.parent).parts)


def _in_file(path: Path) -> Iterator[Saying]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Call) and _called(node.func) in SAYS and node.args:
            for literal, pattern in _ids(node.args[0]):
                yield Saying(re.compile(pattern), literal, _arguments(node), path, node.lineno)


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _ids(node: ast.expr) -> Iterator[tuple[str, str]]:
    """Give the ids that an expression may be, each with a pattern for it; nothing where the code decides elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, re.escape(node.value)
    elif isinstance(node, ast.IfExp):
        yield from _ids(node.body)
        yield from _ids(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        parts = [each.value if isinstance(each, ast.Constant) else None for each in node.values]
        shown = "".join("…" if part is None else str(part) for part in parts)
        yield shown, "".join(".+" if part is None else re.escape(str(part)) for part in parts)


def _arguments(call: ast.Call) -> frozenset[str] | None:
    names, function = {each.arg for each in call.keywords}, _called(call.func)
    if function in _LABELS:
        return frozenset()
    if None in names or function == "Line":
        return None
    return frozenset(name for name in names if name and not (function == "ask" and name in _OWN))
