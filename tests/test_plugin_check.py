"""``plugins check``: what there is to mend in a plugin, with file and line, wherever the plugin stands."""

import json
import re
import shutil
import sys
from dataclasses import replace
from importlib.metadata import entry_points

import pytest
import structlog
from click.testing import CliRunner

from skill.cli import main
from skill.errors import PluginError
from skill.plugin_check import check
from skill.scaffold import write_plugin
from skill.settings import Settings

OURS = ",".join(each.name for each in entry_points(group="safe_harbor") if not each.value.startswith("skill."))


@pytest.fixture
def star(tmp_path):
    """Return the package of a plugin called star, in a distribution of its own."""
    write_plugin("star", tmp_path)
    return tmp_path / "safe-harbor-star" / "safe_harbor_star"


@pytest.fixture
def settings(tmp_path):
    return Settings.of({"SAFE_HARBOR_DATA_DIR": str(tmp_path / "data"), "SAFE_HARBOR_DISABLED_PLUGINS": OURS})


@pytest.fixture(autouse=True)
def _forgotten():
    """Forget the plugins that a test imported, and what a command chose for the log."""
    yield
    structlog.reset_defaults()
    for name in [
        each
        for each in sys.modules
        if each.split(".")[0] in ("safe_harbor_star", "safe_harbor_comet", "star", "twin", "constellation")
    ]:
        del sys.modules[name]


def change(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def checked(path, settings):
    return [*map(str, check(str(path), settings))]


def test_a_module_that_fails_is_told_by_the_line_that_failed(star, settings):
    (star / "__init__.py").write_text("import skill\n\nskill.Practise('star')\n", "utf-8")
    (told,) = checked(star, settings)
    assert told.startswith(f"{star / '__init__.py'}:3: cannot be imported: AttributeError")


def test_a_module_that_is_no_python_is_told_by_its_line(star, settings):
    (star / "__init__.py").write_text("import skill\n\ndef begin(:\n", "utf-8")
    (told,) = checked(star, settings)
    assert told.startswith(f"{star / '__init__.py'}:3: is no Python")


def test_a_model_that_cannot_be_read_is_told_by_its_line(star, settings):
    (star / "model" / "en.json").write_text('{\n  "intents": [,]\n}\n', "utf-8")
    (told,) = checked(star, settings)
    assert told.startswith(f"{star / 'model' / 'en.json'}:2: not JSON")


def test_what_the_host_leaves_out_is_told_with_its_reason(star, settings):
    change(star / "__init__.py", "def register_practices", "def register_practises")
    (told,) = checked(star, settings)
    assert "the host leaves it out: there is no hook named 'register_practises'" in told


def test_the_lint_and_the_contract_are_told_with_file_and_line(star, settings):
    change(star / "model" / "en.json", '"start star"', '"open the door to {thing} and {thing}"')
    change(star / "speech" / "en.ftl", "left = Okay, not this time.", "lift = Okay, not this time.")
    told = "\n".join(checked(star, settings))
    assert re.search(r"model/en\.json:\d+: sample .* names the slot 'thing' twice", told)
    assert re.search(r"__init__\.py:\d+: there is no message 'left' in speech/en\.ftl", told)


@pytest.mark.parametrize("inner", ["", "safe_harbor_star"])
def test_a_distribution_or_its_package_can_be_checked(star, settings, inner):
    assert checked(star.parent / inner, settings) == []


def test_a_plugin_that_is_installed_is_checked_by_its_name_and_leaves_nothing_behind(settings):
    paths = [*sys.path]
    assert all("welcome" in told for told in checked("welcome", settings))
    assert sys.path == paths
    assert not settings.data_dir.exists()


def test_another_checkout_of_an_installed_plugin_is_refused_naming_both(star, settings):
    change(star.parent / "pyproject.toml", "star =", "welcome =")
    with pytest.raises(PluginError, match="installed already, by safe-harbor-skill"):
        checked(star.parent, settings)


def test_the_source_of_an_installed_plugin_goes_before_its_installed_copy(star, settings, tmp_path, monkeypatch):
    installed = tmp_path / "site"
    shutil.copytree(star, installed / "safe_harbor_star")
    told = installed / "safe_harbor_star-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: safe-harbor-star\nVersion: 1\n", "utf-8")
    (told / "entry_points.txt").write_text("[safe_harbor]\nstar = safe_harbor_star\n", "utf-8")
    monkeypatch.syspath_prepend(str(installed))
    change(star / "speech" / "en.ftl", "left = Okay, not this time.", "lift = Okay, not this time.")
    assert any(f"{star / '__init__.py'}:" in each and "'left'" in each for each in checked(star.parent, settings))


@pytest.mark.parametrize("by_name", [True, False])
def test_a_plugin_in_the_folder_of_plugins_does_not_clash_with_itself(star, settings, by_name):
    own = replace(settings, plugins_dir=star.parent)
    assert checked("safe_harbor_star" if by_name else star, own) == []


def test_a_plugin_that_would_keep_another_out_is_told_whose_intent_it_has(settings, tmp_path):
    for name in ("comet", "star"):
        write_plugin(name, tmp_path)
    folder = tmp_path / "safe-harbor-comet" / "safe_harbor_comet"
    there = tmp_path / "there"
    shutil.copytree(tmp_path / "safe-harbor-star" / "safe_harbor_star", there / "star")
    for file in (folder / "__init__.py", folder / "model" / "en.json"):
        change(file, "CometIntent", "StarIntent")
    told = checked(folder.parent, replace(settings, plugins_dir=there))
    assert any("the intent StarIntent is brought by plugin 'star' too" in each for each in told)


def beside(settings, tmp_path, name, sample):
    """Put another plugin, which is loaded later, into the folder of plugins."""
    (tmp_path / "there" / name / "model").mkdir(parents=True)
    (tmp_path / "there" / name / "__init__.py").write_text("import skill\n", "utf-8")
    intent = {"name": f"{name.title()}Intent", "samples": [sample]}
    (tmp_path / "there" / name / "model" / "en.json").write_text(json.dumps({"intents": [intent]}, indent=1), "utf-8")
    return replace(settings, plugins_dir=tmp_path / "there")


def test_a_sample_shared_with_another_is_told_once_by_its_own_line_and_then_the_other_party(star, settings, tmp_path):
    line = (star / "model" / "en.json").read_text("utf-8").splitlines().index('        "start star",') + 1
    told = checked(star, beside(settings, tmp_path, "twin", "start star"))
    assert told == [
        f"{star / 'model' / 'en.json'}:{line}: sample 'start star' of StarIntent is also a sample of TwinIntent "
        f"at plugin 'twin', model/en.json:6"
    ]


def test_a_sample_shared_with_the_house_is_told_once_though_the_host_leaves_it_out(star, settings):
    change(star / "model" / "en.json", '"start star"', '"stop"')
    told = checked(star, settings)
    (shared,) = [each for each in told if "'stop'" in each and "built-in" in each]
    assert re.match(re.escape(str(star / "model" / "en.json")) + r":\d+: sample 'stop' of StarIntent would be", shared)
    assert "AMAZON.StopIntent at plugin 'answers', model/en.json:" in shared
    assert not [each for each in told if "leaves it out" in each]


def test_a_plugin_without_practices_is_held_against_the_rules_for_utterances_too(settings, tmp_path):
    twin = beside(settings, tmp_path, "twin", "start twin 2").plugins_dir / "twin"
    (told,) = checked(twin, settings)
    assert told.startswith(f"{twin / 'model' / 'en.json'}:6: sample 'start twin 2' of TwinIntent holds 2")


def test_texts_that_are_no_text_are_told_by_their_file(star, settings):
    (star / "speech" / "en-GB.ftl").write_bytes(b"name = \xff\n")
    assert f"{star / 'speech' / 'en-GB.ftl'}: is no UTF-8 text" in checked(star, settings)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('star = "safe_harbor_star"', "", "names 0 plugins: add one line"),
        ('star = "safe_harbor_star"', 'a = "a"\nb = "b"', "check the folder of each"),
        ('"safe_harbor_star"', '"elsewhere"', "stands neither beside it nor in src/"),
    ],
)
def test_a_distribution_that_names_no_plugin_of_its_own_is_refused(star, settings, old, new, told):
    change(star.parent / "pyproject.toml", old, new)
    with pytest.raises(PluginError, match=re.escape(told)):
        checked(star.parent, settings)


def test_a_name_that_nobody_has_is_refused_with_those_there_are(settings):
    with pytest.raises(PluginError, match=r"no such plugin among .*welcome"):
        checked("nobody", settings)


def test_a_folder_that_is_no_plugin_is_refused(tmp_path, settings):
    with pytest.raises(PluginError, match="neither a distribution"):
        checked(tmp_path, settings)


def test_the_command_hears_what_fails_in_a_conversation(star, monkeypatch):
    monkeypatch.setenv("SAFE_HARBOR_DISABLED_PLUGINS", OURS)
    change(star / "__init__.py", "    if not thing:\n", "    if thing:\n        raise LookupError\n")
    done = CliRunner().invoke(main, ["plugins", "check", str(star)])
    assert done.exit_code == 1
    assert re.search(r"__init__\.py:\d+: .* ends in an apology: LookupError", done.output)
    assert "{" not in done.output.replace("{ $thing }", "")


def test_the_command_prints_findings_and_fails(star):
    (star / "__init__.py").write_text("1 / 0\n", "utf-8")
    done = CliRunner().invoke(main, ["plugins", "check", str(star)])
    assert done.exit_code == 1
    assert f"{star / '__init__.py'}:1: cannot be imported: ZeroDivisionError" in done.output
    assert "1 to mend" in done.output
