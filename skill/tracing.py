"""The trace: every hook call with what came of it, one line each, for whoever writes a plugin. It never shows words."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pluggy

from skill.registry import Registry
from skill.reply import Reply
from skill.turn import Turn


def trace(registry: Registry, write: Callable[[str], object]) -> Callable[[], None]:
    """Write a line for every hook call from now on, and first what each plugin brought; give what ends it.

    Message ids, steps, kinds and counts are shown, and never what a person said: arguments, entries and states are not.
    """
    for plugin in registry.plugins.values():
        for hook in plugin.hooks:
            if hook.startswith("register_"):
                brought = plugin.practices if hook == "register_practices" else plugin.handlers
                write(f"{hook}() by {plugin.name} -> {', '.join(map(repr, brought)) or 'nothing'}")
    began: list[float] = []

    def before(_hook: str, _impls: Sequence[pluggy.HookImpl], _args: Mapping[str, Any]) -> None:
        began.append(time.perf_counter())

    def after(
        outcome: pluggy.Result[Any], hook: str, impls: Sequence[pluggy.HookImpl], args: Mapping[str, Any]
    ) -> None:
        spent = (time.perf_counter() - began.pop()) * 1000
        whose = ", ".join(impl.plugin_name for impl in reversed(impls))
        shown = ", ".join(f"{name}={_argument(value)}" for name, value in args.items())
        write(f"{hook}({shown}) by {whose or 'nobody'} -> {_outcome(outcome)} ({spent:.1f} ms)")

    return registry.manager.add_hookcall_monitoring(before, after)


def _argument(value: object) -> str:
    if isinstance(value, Turn):
        slots = "".join(f" {{{name}}}" for name in value.slots)
        return f"<{value.step or value.intent}{slots}>"
    if isinstance(value, float):
        return f"{value:.3f}"
    return repr(value) if isinstance(value, (str, int)) else f"<{type(value).__name__}>"


def _outcome(outcome: pluggy.Result[Any]) -> str:
    if outcome.exception is not None:
        return f"raised {type(outcome.exception).__name__}"
    result = outcome.get_result()
    return _reply(result) if isinstance(result, Reply) else f"<{type(result).__name__}>"


def _reply(reply: Reply) -> str:
    """Describe a reply by what it does: message ids, kinds of answer, steps and kinds of effect."""
    parts = [f"say {line.id}" for line in reply.lines]
    parts += [f"{type(effect).__name__.lower()}{_kind(effect)}" for effect in reply.effects]
    if reply.state is not None:
        parts.append(f"keep {type(reply.state).__name__}")
    if reply.question is not None:
        kinds = "|".join(kind.name for kind in reply.question.expects)
        parts.append(f"ask {reply.question.line.id} ({kinds}) then {reply.question.then}")
    if reply.handed is not None:
        parts.append(f"call {reply.handed.to or 'an offer'} then {reply.handed.then}")
    if reply.display is not None:
        parts.append("show a screen")
    if reply.result is not None:
        parts.append("done")
    return "; ".join(parts) or "nothing"


def _kind(effect: object) -> str:
    named = getattr(effect, "kind", "") or getattr(effect, "move", "") or getattr(effect, "then", "")
    return f" {named}" if named else ""
