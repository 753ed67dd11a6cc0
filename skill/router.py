"""Who handles a turn: a dictionary finds the handler or the step, and plugins may wrap that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pluggy import HookCaller, HookImpl

from skill import hookspecs
from skill.reply import Reply
from skill.turn import Turn

if TYPE_CHECKING:
    from skill.registry import Registry


class Router:
    """The host's own answer to ``handle_turn``: a dictionary finds the handler or the step."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    @hookspecs.hookimpl(trylast=True)
    def handle_turn(self, turn: Turn[Any], practice: str) -> Reply | None:
        """Run the step or the intent's handler that the turn names."""
        if turn.step:
            return self._registry.step(turn.step)[1].run(turn, turn.value)
        return self._registry.practices[practice].intents[turn.intent].handler(turn)


def handle(registry: Registry, turn: Turn[Any], practice: str, failed: Callable[[str, str, Exception], None]) -> object:
    """Have a turn handled, through whoever wraps the handling.

    Where a wrapper fails, or gives what is no reply, the turn is handled without any, and ``failed`` is told.
    """
    handle_turn = registry.hook.handle_turn
    try:
        reply = handle_turn(turn=turn, practice=practice)
        if isinstance(reply, Reply) or not (wrappers := _wrappers(handle_turn)):
            return reply
        error: Exception = TypeError("what came back is no reply")
    except Exception as raised:
        if not (wrappers := _wrappers(handle_turn)):
            raise
        error = raised
    bare = registry.manager.subset_hook_caller("handle_turn", [each.plugin for each in wrappers])
    reply = bare(turn=turn, practice=practice)
    if isinstance(reply, Reply):
        failed(", ".join(each.plugin_name for each in wrappers), "handle_turn", error)
    return reply


def _wrappers(handle_turn: HookCaller) -> list[HookImpl]:
    return [each for each in handle_turn.get_hookimpls() if each.wrapper or each.hookwrapper]
