import ast
import inspect
import re
from pathlib import Path

import pytest

from skill import Practice, Turn, hookimpl, hookspecs, say

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "plugins" / "README.md").read_text(encoding="utf-8")
SPECS = {name: one for name, one in vars(hookspecs).items() if hasattr(one, f"{hookspecs.NAME}_spec")}


def written(function):
    """Give a function's signature as it is written."""
    definition = ast.parse(inspect.getsource(function)).body[0]
    definition.body, definition.decorator_list = [ast.Pass()], []
    return ast.unparse(definition).removesuffix(":\n    pass")


@pytest.mark.parametrize("hook", SPECS)
def test_a_hook_stands_in_the_guide_with_its_exact_signature(hook):
    assert f"\n`{written(SPECS[hook])}`\n: " in GUIDE


def test_the_guide_has_no_hook_that_is_not_there():
    assert set(re.findall(r"^`def (\w+)\(", GUIDE, re.MULTILINE)) == set(SPECS)


@pytest.mark.parametrize("hook", SPECS)
def test_a_hook_is_said_in_a_sentence_and_fully_typed(hook):
    signature = inspect.signature(SPECS[hook])
    assert inspect.getdoc(SPECS[hook]).endswith(".")
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(each.annotation is not inspect.Parameter.empty for each in signature.parameters.values())


@pytest.mark.parametrize("hook", SPECS)
def test_a_hook_has_a_test(hook):
    assert [name for name in globals() if name.startswith(f"test_{hook}_")]


@pytest.fixture
def garden():
    practice = Practice("garden")
    practice.on("LookIntent")(lambda turn: say("looked"))
    return practice


def test_register_practices_brings_them(garden, bring, registry_with):
    registry = registry_with(bring(garden))
    assert garden in [each for brought in registry.hook.register_practices() for each in brought]
    assert registry.practices["garden"] is garden


def test_register_request_handlers_is_asked_of_every_plugin_that_has_it(garden, bring, registry_with):
    handler = object()
    registry = registry_with(bring(garden, register_request_handlers=hookimpl(lambda: [handler])))
    assert registry.hook.register_request_handlers() == [[handler]]


def test_handle_turn_wraps_the_router_in_the_order_of_registration(garden, bring, registry_with):
    def wrapping(word):
        @hookimpl(wrapper=True)
        def handle_turn(turn):
            return (yield).say(word)

        return handle_turn

    inner, outer = (bring(Practice(each), handle_turn=wrapping(each)) for each in ("inner", "outer"))
    hook = registry_with(bring(garden), inner, outer).hook
    reply = hook.handle_turn(turn=Turn(now=None, state=None, intent="LookIntent"), practice="garden")
    assert reply == say("looked").say("inner").say("outer")


def test_turn_finished_is_told_to_everyone(garden, bring, registry_with):
    told = []

    def listener(name):
        return hookimpl(lambda outcome: told.append((name, outcome)))

    plugins = (bring(Practice(each), turn_finished=listener(each)) for each in ("one", "two"))
    hook = registry_with(bring(garden), *plugins).hook
    hook.turn_finished(practice="garden", kind="intent", outcome="asked", seconds=0.1)
    assert sorted(told) == [("one", "asked"), ("two", "asked")]
