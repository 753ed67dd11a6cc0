"""The trace: each hook call and what came of it, and never what a person said."""

from datetime import UTC, datetime
from importlib.metadata import entry_points

import pytest
from click.testing import CliRunner

from skill import NoState, Practice, Turn, Words, ask, say
from skill.cli import main
from skill.tracing import trace

SECRET = "my brother's wedding"
garden = Practice("garden")


@garden.on("PlantIntent")
def plant(turn):
    return ask("asked", Words(), then=keep)


@garden.step
def keep(turn, thing: str):
    if not thing:
        raise ValueError(SECRET)
    return say("kept", thing=thing).record("plant", thing).keep(NoState()).done(thing)


@pytest.fixture
def traced(bring, registry_with):
    """Return a registry that is traced, and the lines so far."""
    registry, lines = registry_with(bring(garden, texts="asked = So?\nkept = Kept.\n")), []
    end = trace(registry, lines.append)
    yield registry, lines
    end()


def turn(**what):
    return Turn(now=datetime(2026, 3, 2, tzinfo=UTC), state=NoState(), words=SECRET, **what)


def test_what_each_plugin_brought_comes_first(traced):
    assert "register_practices() by garden -> Practice('garden')" in traced[1]


def test_a_hook_call_is_told_with_who_answered_and_what_came_of_it(traced):
    registry, lines = traced
    registry.hook.handle_turn(turn=turn(intent="PlantIntent", slots={"thing": SECRET}), practice="garden")
    assert lines[-1].startswith("handle_turn(turn=<PlantIntent {thing}>, practice='garden') by ")
    assert "-> ask asked (Words) then garden:keep (" in lines[-1]


def test_what_is_kept_and_recorded_is_told_by_its_kind(traced):
    registry, lines = traced
    registry.hook.handle_turn(turn=turn(step="garden:keep", value=SECRET), practice="garden")
    assert "-> say kept; record plant; keep NoState; done (" in lines[-1]


def test_what_is_raised_is_told_by_its_type(traced):
    registry, lines = traced
    with pytest.raises(ValueError, match="wedding"):
        registry.hook.handle_turn(turn=turn(step="garden:keep", value=""), practice="garden")
    assert "-> raised ValueError (" in lines[-1]


def test_words_that_were_said_are_never_in_it(traced):
    registry, lines = traced
    registry.hook.handle_turn(turn=turn(step="garden:keep", value=SECRET), practice="garden")
    registry.hook.turn_finished(practice="garden", kind="intent", outcome="said", seconds=0.01)
    assert "wedding" not in "\n".join(lines)


def test_it_ends_when_it_is_told_to(bring, registry_with):
    registry, lines = registry_with(bring(garden, texts="asked = So?\nkept = Kept.\n")), []
    trace(registry, lines.append)()
    before = len(lines)
    registry.hook.turn_finished(practice="garden", kind="intent", outcome="said", seconds=0.01)
    assert len(lines) == before


def test_the_chat_prints_it_beside_the_conversation(tmp_path, monkeypatch):
    ours = [each.name for each in entry_points(group="safe_harbor") if not each.value.startswith("skill.")]
    monkeypatch.setenv("SAFE_HARBOR_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("SAFE_HARBOR_DISABLED_PLUGINS", ",".join(ours))
    said = '{"say": "alexa, open safe harbor"}\n'
    done = CliRunner().invoke(main, ["chat", "--jsonl", "--trace"], input=said)
    assert "handle_turn(turn=<LaunchRequest>, practice='welcome') by " in done.stderr
    assert "handle_turn" not in done.stdout
