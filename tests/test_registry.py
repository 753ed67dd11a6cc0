import sys
from importlib.metadata import EntryPoint
from types import ModuleType

import pluggy
import pytest

import skill.registry
from skill import Practice, Turn, hookimpl, say
from skill.errors import PluginClash, StepUnknown
from skill.registry import Registry, load

ONE = """
from skill import Practice, hookimpl, say
{name} = Practice("{name}")

@{name}.on("{intent}")
def look(turn):
    return say("fine").done()

@hookimpl
def register_practices():
    return [{name}]
"""


@pytest.fixture(autouse=True)
def clean():
    """Leave no module behind."""
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if name.startswith("try_"):
            del sys.modules[name]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of plugins, with nothing installed beside it."""
    monkeypatch.setattr(skill.registry, "entry_points", lambda group: ())

    def put(where, text="", name="", intent="LookIntent"):
        path = tmp_path / (where if where.endswith(".py") else f"{where}/__init__.py")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text or ONE.format(name=name or where.removesuffix(".py"), intent=intent), encoding="utf-8")
        return tmp_path

    return put


def plugin(bring, name, *intents):
    practice = Practice(name)
    for intent in intents:
        practice.on(intent)(lambda turn: say("fine").done())
    return bring(practice)


# What is found


def test_what_the_distribution_brings_is_found_by_its_entry_points():
    registry = load()
    assert {"floor", "welcome", "gratitude", "cooldown", "selfcare", "checkin"} <= set(registry.plugins)
    assert registry.plugins["gratitude"].origin == "safe-harbor-skill"
    assert registry.plugins["gratitude"].languages == ("en",)


def test_each_loading_has_a_manager_of_its_own():
    assert load().manager is not load().manager


def test_what_is_disabled_is_not_loaded():
    registry = load(disabled=frozenset({"gratitude"}))
    assert "gratitude" not in registry.plugins
    assert "gratitude" not in registry.refused


def test_a_file_and_a_folder_are_plugins(folder):
    folder("try_file.py", intent="FileIntent")
    registry = load(folder=folder("try_folder", intent="FolderIntent"))
    assert registry.refused == {}
    assert [(each.name, each.intents) for each in registry.plugins.values()] == [
        ("try_file", ("FileIntent",)),
        ("try_folder", ("FolderIntent",)),
    ]


def test_a_folder_can_be_loaded_twice(folder):
    where = folder("try_folder")
    assert list(load(folder=where).plugins) == list(load(folder=where).plugins) == ["try_folder"]


def test_a_folder_without_a_module_is_no_plugin(folder):
    where = folder("try_file.py")
    (where / "speech").mkdir()
    (where / "notes.txt").touch()
    assert list(load(folder=where).plugins) == ["try_file"]


def test_a_plugin_may_only_listen(folder):
    text = "from skill import hookimpl\n@hookimpl\ndef turn_finished(outcome): ...\n"
    registry = load(folder=folder("try_file.py", text))
    assert (registry.plugins["try_file"].practices, registry.plugins["try_file"].hooks) == ((), ("turn_finished",))


# What is refused, and the rest serves


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("raise ValueError('no')", "cannot be imported: ValueError: no"),
        ("import nowhere_to_be_found", "cannot be imported: ModuleNotFoundError"),
        ("def broken(:", "cannot be imported: SyntaxError"),
        ("raise SystemExit(3)", "cannot be imported: SystemExit: 3"),
        (
            "from skill import hookimpl\n@hookimpl\ndef register_practises(): ...",
            "there is no hook named 'register_practises'; there are handle_turn, register_practices",
        ),
        (
            "from skill import hookimpl\n@hookimpl\ndef turn_finished(words): ...",
            "the hook turn_finished has no argument words",
        ),
        (
            "from skill import hookimpl\n@hookimpl\ndef handle_turn(turn): ...",
            "the hook handle_turn can only be wrapped: @hookimpl(wrapper=True)",
        ),
        (
            "from skill import hookimpl\n@hookimpl\ndef register_practices(): raise KeyError('x')",
            "register_practices raised KeyError",
        ),
        (
            "from skill import hookimpl\n@hookimpl\ndef register_practices(): return ['x']",
            "register_practices gave 'x', which is no Practice",
        ),
        (
            "from skill import hookimpl\n@hookimpl\ndef register_practices(): return None",
            "register_practices raised TypeError",
        ),
    ],
)
def test_a_plugin_that_is_not_whole_is_left_out_with_its_reason(folder, text, reason):
    folder("try_broken.py", text)
    registry = load(folder=folder("try_whole.py"))
    assert list(registry.plugins) == ["try_whole"]
    assert registry.refused["try_broken"].startswith(reason)
    assert registry.manager.get_plugin("try_broken") is None


def test_a_module_that_could_not_be_imported_is_not_left_behind(folder):
    load(folder=folder("try_broken.py", "raise ValueError"))
    assert "try_broken" not in sys.modules


@pytest.mark.parametrize("name", ["json.py", "flask.py", "skill.py", "pytest.py"])
def test_a_plugin_takes_no_other_modules_name(folder, name):
    stem = name.removesuffix(".py")
    before = sys.modules.get(stem)
    registry = load(folder=folder(name, "raise ValueError"))
    assert "another module of that name" in registry.refused[stem]
    assert sys.modules.get(stem) is before


def test_a_name_that_is_no_modules_is_refused(folder):
    assert "no name for a Python module" in load(folder=folder("my-plugin.py", "x = 1")).refused["my-plugin"]


def entry(name, value):
    return EntryPoint(name, value, "safe_harbor")


@pytest.mark.parametrize(
    ("value", "reason"),
    [("skill.hookspecs:hookimpl", "is not a module"), ("skill.nowhere", "cannot be imported: ModuleNotFoundError")],
)
def test_an_entry_point_names_a_module(monkeypatch, value, reason):
    monkeypatch.setattr(skill.registry, "entry_points", lambda group: (entry("odd", value),))
    assert reason in load().refused["odd"]


def test_one_module_is_one_plugin(monkeypatch):
    both = (entry("one", "skill.house.floor"), entry("two", "skill.house.floor"))
    monkeypatch.setattr(skill.registry, "entry_points", lambda group: both)
    registry = load()
    assert list(registry.plugins) == ["one"]
    assert registry.refused == {"two": "its module is already brought by plugin 'one'"}


# Clashes


def test_a_clash_of_names_names_both(folder, monkeypatch):
    folder("try_one.py", name="same", intent="OneIntent")
    registry = load(folder=folder("try_two.py", name="same", intent="TwoIntent"))
    assert list(registry.plugins) == ["try_one"]
    assert registry.refused == {"try_two": "the practice 'same' is already brought by plugin 'try_one'"}


def test_a_clash_of_intents_names_both_and_nothing_of_the_second_is_taken(bring, registry_with):
    registry = registry_with(plugin(bring, "garden", "LookIntent"))
    with pytest.raises(PluginClash, match="plugin 'shed': the intent LookIntent is already brought by plugin 'garden'"):
        registry.add(plugin(bring, "shed", "OwnIntent", "LookIntent"))
    assert "shed" not in registry.practices
    assert "OwnIntent" not in registry.intents


def test_a_clash_with_the_house_is_one_too(bring, registry_with):
    with pytest.raises(PluginClash, match=r"AMAZON\.StopIntent is already brought by plugin 'floor'"):
        registry_with(plugin(bring, "garden", "AMAZON.StopIntent"))


@pytest.mark.parametrize("second", ["garden", "shed"])
def test_a_plugin_may_not_clash_with_itself(bring, registry_with, second):
    one, other = Practice("garden"), Practice(second)
    for each in (one, other):
        each.on("LookIntent")(lambda turn: say("fine"))
    with pytest.raises(PluginClash, match=r"plugin 'both'.*already brought by plugin 'both'"):
        registry_with(bring(one, other, name="both"))


def test_corrections_and_additions_may_be_taken_by_everyone(bring, registry_with):
    registry = registry_with(
        plugin(bring, "garden", "CorrectionIntent", "AlsoIntent"), plugin(bring, "shed", "CorrectionIntent")
    )
    assert "CorrectionIntent" not in registry.intents


def test_what_was_taken_in_can_be_refused_afterwards(bring, registry_with):
    registry = registry_with(plugin(bring, "garden", "LookIntent", "AlsoIntent"))
    registry.refuse("garden", "its texts are missing")
    assert registry.refused == {"garden": "its texts are missing"}
    assert "garden" not in {*registry.plugins, *registry.practices, *registry.owners}
    assert "LookIntent" not in registry.intents
    assert registry.manager.get_plugin("garden") is None


# Who brings what


def test_a_step_is_found_by_its_address(bring, registry_with):
    practice = Practice("garden")
    step = practice.step(lambda turn: say("fine"))
    registry = registry_with(bring(practice))
    assert registry.step(step.address) == (practice, step)
    assert registry.plugin_of("garden").practices == (practice,)


@pytest.mark.parametrize("address", ["garden:nothing", "nobody:x", "garden", ""])
def test_a_step_that_nobody_brings_is_unknown_by_its_address(bring, registry_with, address):
    registry = registry_with(plugin(bring, "garden"))
    with pytest.raises(StepUnknown) as unknown:
        registry.step(address)
    assert unknown.value.step == address


def test_the_hosts_own_practices_are_told_from_others(bring, registry_with):
    registry = registry_with(plugin(bring, "garden"))
    assert [registry.shipped_with_host(each) for each in ("floor", "garden")] == [True, False]


def test_the_router_runs_the_step_or_the_intent_that_a_turn_names(bring, registry_with):
    practice = Practice("garden")
    practice.on("LookIntent")(lambda turn: say("looked"))

    @practice.step
    def keep(turn, thing: str):
        return say("kept", thing=thing)

    hook = registry_with(bring(practice)).hook
    now = None
    assert hook.handle_turn(turn=Turn(now, None, intent="LookIntent"), practice="garden") == say("looked")
    assert hook.handle_turn(turn=Turn(now, None, step="garden:keep", value="x"), practice="garden") == say(
        "kept", thing="x"
    )


def test_a_wrapper_stands_around_the_router_and_sees_its_reply(bring, registry_with):
    seen = []

    @hookimpl(wrapper=True)
    def handle_turn(turn, practice):
        seen.append((yield))
        return seen[-1].say("wrapped")

    practice = Practice("garden")
    practice.on("LookIntent")(lambda turn: say("looked"))
    hook = registry_with(bring(practice, handle_turn=handle_turn)).hook
    reply = hook.handle_turn(turn=Turn(None, None, intent="LookIntent"), practice="garden")
    assert (seen, reply) == ([say("looked")], say("looked").say("wrapped"))


def test_a_registry_begins_empty():
    registry = Registry(pluggy.PluginManager("safe_harbor"))
    assert (registry.plugins, registry.refused, registry.intents) == ({}, {}, {})
    assert isinstance(registry.manager, pluggy.PluginManager)
    assert not isinstance(registry, ModuleType)


def test_a_plugin_from_a_folder_cannot_take_what_ships_with_the_host(tmp_path):
    (tmp_path / "aardvark.py").write_text(
        "from skill import Practice, hookimpl, say\n"
        "aardvark = Practice('aardvark')\n"
        "aardvark.on('GratitudeIntent')(lambda turn: say('x'))\n"
        "@hookimpl\n"
        "def register_practices():\n"
        "    return [aardvark]\n"
    )
    registry = load(folder=tmp_path)
    assert registry.intents["GratitudeIntent"][0].name == "gratitude"
    assert "GratitudeIntent" in registry.refused["aardvark"]
