import multiprocessing
import stat
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from skill.errors import ConfigurationError
from skill.store import Vault
from skill.store.keys import read_or_make


def test_the_first_start_makes_one_key_that_only_its_owner_can_read(tmp_path):
    (key,) = read_or_make(tmp_path / "var")
    Fernet(key)
    assert stat.S_IMODE((tmp_path / "var" / "keys").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["keys"]


def test_the_second_start_finds_the_same_key(tmp_path):
    assert read_or_make(tmp_path) == read_or_make(tmp_path)


def test_a_key_added_on_top_is_the_newest(tmp_path):
    (old,) = read_or_make(tmp_path)
    new = Fernet.generate_key().decode()
    path = tmp_path / "keys"
    path.write_text(f"{new}\n{path.read_text()}")
    assert read_or_make(tmp_path) == [new, old]
    assert Vault.load_or_create(tmp_path).key_id == Vault([old]).key_id


def test_processes_that_start_at_once_have_the_same_key(tmp_path):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        found = pool.map(read_or_make, [tmp_path / "var"] * 6, chunksize=1)
    assert len({tuple(keys) for keys in found}) == 1


def test_whoever_comes_second_keeps_the_first_ones_file(tmp_path, monkeypatch):
    (first,) = read_or_make(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "exists", lambda _: False)
        assert read_or_make(tmp_path) == [first]


def test_a_key_file_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "keys").mkdir()
    with pytest.raises(ConfigurationError, match="keys"):
        read_or_make(tmp_path)


def test_a_broken_key_file_is_named_and_not_shown(tmp_path):
    (tmp_path / "keys").write_text("broken\n")
    with pytest.raises(ConfigurationError, match="SAFE_HARBOR_DATA_DIR") as refused:
        Vault.load_or_create(tmp_path)
    assert "broken" not in str(refused.value)
