import re
from pathlib import Path

import pytest

from skill.errors import ConfigurationError
from skill.settings import MEANINGS, Settings


@pytest.mark.embedded
def test_without_any_variable_everything_lies_in_var(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    settings = Settings.of({})
    assert settings.data_dir == tmp_path / "var"
    assert settings.database_url == f"sqlite:///{tmp_path}/var/safe-harbor.sqlite3"
    assert settings.certificate_cache == tmp_path / "var" / "certificates"
    assert (settings.skill_ids, settings.secret_keys, settings.trusted_roots) == (frozenset(), None, None)
    assert (settings.plugins_dir, settings.disabled_plugins) == (None, frozenset())


def test_an_empty_variable_counts_as_unset():
    assert Settings.of(dict.fromkeys(MEANINGS, "")) == Settings.of({})


def test_every_variable_is_read(tmp_path):
    roots = tmp_path / "roots.pem"
    roots.touch()
    settings = Settings.of(
        {
            "SAFE_HARBOR_SKILL_ID": "one, two,",
            "SAFE_HARBOR_DATABASE_URL": "postgresql://db",
            "SAFE_HARBOR_DATA_DIR": str(tmp_path),
            "SAFE_HARBOR_SECRET_KEYS": "a,b",
            "SAFE_HARBOR_CERTIFICATE_CACHE": "/cache",
            "SAFE_HARBOR_TRUSTED_ROOTS": str(roots),
            "SAFE_HARBOR_PLUGINS_DIR": str(tmp_path),
            "SAFE_HARBOR_DISABLED_PLUGINS": "gratitude",
            "SAFE_HARBOR_KEEP_FEELINGS": "Off",
        }
    )
    assert settings == Settings(
        skill_ids=frozenset({"one", "two"}),
        database_url="postgresql://db",
        data_dir=tmp_path,
        secret_keys="a,b",
        certificate_cache=Path("/cache"),
        trusted_roots=roots,
        plugins_dir=tmp_path,
        disabled_plugins=frozenset({"gratitude"}),
        keep_feelings=False,
    )


@pytest.mark.parametrize(("value", "kept"), [("", True), ("yes", True), ("1", True), ("no", False), ("0", False)])
def test_feelings_are_kept_unless_that_is_turned_off(value, kept):
    assert Settings.of({"SAFE_HARBOR_KEEP_FEELINGS": value}).keep_feelings is kept


def test_a_switch_that_is_neither_on_nor_off_is_named():
    with pytest.raises(ConfigurationError, match="SAFE_HARBOR_KEEP_FEELINGS is 'perhaps', which is neither yes nor no"):
        Settings.of({"SAFE_HARBOR_KEEP_FEELINGS": "perhaps"})


def test_every_variable_that_is_read_has_its_meaning_told():
    read = re.findall(r'"(SAFE_HARBOR_\w+)"', Path(Settings.of.__func__.__code__.co_filename).read_text("utf-8"))
    assert set(read) == set(MEANINGS)


@pytest.mark.parametrize(("name", "thing"), [("TRUSTED_ROOTS", "file"), ("PLUGINS_DIR", "folder")])
def test_a_path_that_is_not_there_is_named(name, thing):
    with pytest.raises(ConfigurationError, match=f"SAFE_HARBOR_{name} names '/nowhere', which is not a {thing}"):
        Settings.of({f"SAFE_HARBOR_{name}": "/nowhere"})


def test_the_process_environment_is_what_is_read_by_default(monkeypatch):
    monkeypatch.setenv("SAFE_HARBOR_SKILL_ID", "one")
    assert Settings.of().skill_ids == {"one"}
