from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from cryptography.fernet import Fernet

from skill.errors import ConfigurationError, KeyMissing, StoreError
from skill.store import Vault
from skill.store.encryption import Sealed

OLD, NEW = (urlsafe_b64encode(bytes([n]) * 32).decode() for n in (1, 2))


def test_what_is_sealed_can_be_opened_and_shows_nothing():
    blob = Vault([OLD]).seal({"text": "the rain", "days": (1, 2)})
    assert b"rain" not in blob
    assert Vault([OLD]).open(blob) == {"text": "the rain", "days": [1, 2]}


def test_nobody_can_tell_from_what_is_sealed_that_it_is_the_same_or_how_long_it_is():
    vault = Vault([OLD])
    assert vault.seal("the rain") != vault.seal("the rain")
    assert len(vault.seal("the rain")) == len(vault.seal("rain"))
    assert [len(vault.seal("a" * length)) % 16 for length in range(40)] == [len(vault.seal("")) % 16] * 40


def test_what_earlier_releases_sealed_is_opened_and_sealed_again_by_a_new_key():
    before = Vault([OLD]).key_id.encode() + Fernet(OLD).encrypt(b'{"text":"the rain"}')
    assert Vault([OLD]).open(before) == {"text": "the rain"}
    rotated = Vault([NEW, OLD])
    renewed = rotated.renewed(before)
    assert renewed.startswith(Vault([NEW]).key_id.encode())
    assert rotated.open(renewed) == {"text": "the rain"}


@pytest.mark.parametrize("place", [8, 9, 15, 21, 30, -1])
def test_what_was_changed_since_it_was_sealed_is_not_opened(place):
    vault = Vault([OLD])
    for blob in (vault.seal("the rain"), vault.key_id.encode() + Fernet(OLD).encrypt(b'"the rain"')):
        changed = bytearray(blob)
        changed[place] ^= 1
        with pytest.raises(KeyMissing, match=f"key {vault.key_id} does not open what it sealed"):
            vault.open(bytes(changed))


def test_what_was_cut_off_is_not_opened():
    vault = Vault([OLD])
    blob = vault.seal("the rain")
    for length in (8, 9, 12, 20, 21, 30, len(blob) - 1):
        with pytest.raises(KeyMissing, match=vault.key_id):
            vault.open(blob[:length])


def test_a_new_key_in_front_still_opens_old_values_and_seals_new_ones():
    blob = Vault([OLD]).seal({"text": "the rain"})
    rotated = Vault([NEW, OLD])
    assert rotated.open(blob) == {"text": "the rain"}
    with pytest.raises(KeyMissing):
        Vault([OLD]).open(rotated.seal({}))


def test_a_new_key_in_front_changes_no_hash():
    assert Vault([NEW, OLD]).fingerprint("household", "ana") == Vault([OLD]).fingerprint("household", "ana")
    assert Vault([NEW, OLD]).key_id == Vault([OLD]).key_id != Vault([NEW]).key_id


def test_hashes_are_those_of_every_release_before_since_homes_are_found_by_them():
    vault = Vault(["MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="])
    assert vault.key_id == "81049cb9"
    assert vault.fingerprint("household", "ana") == "3e26b3cbe87a7d9bbe42abb9b3d0e5fb"


def test_a_lost_key_is_named():
    with pytest.raises(KeyMissing, match="SAFE_HARBOR_SECRET_KEYS"):
        Vault([NEW]).open(Vault([OLD]).seal("the rain"))


def test_equal_texts_of_different_kinds_have_different_hashes():
    vault = Vault([OLD])
    assert vault.fingerprint("voice", "ana") != vault.fingerprint("about", "ana")
    assert "ana" not in vault.fingerprint("about", "ana")


@pytest.mark.parametrize("keys", ["short", "über", NEW[4:], f"{NEW},oops"])
def test_a_malformed_key_is_refused_by_the_settings_name_and_never_shown(keys, tmp_path):
    with pytest.raises(ConfigurationError, match="SAFE_HARBOR_SECRET_KEYS") as refused:
        Vault.load_or_create(tmp_path, keys)
    assert not any(part in str(refused.value) for part in keys.split(","))
    assert refused.value.__cause__ is None


def test_no_key_at_all_is_refused(tmp_path):
    with pytest.raises(ConfigurationError, match="holds no key"):
        Vault.load_or_create(tmp_path, " , ")


def test_the_settings_keys_are_taken_newest_first_and_leave_no_file(tmp_path):
    vault = Vault.load_or_create(tmp_path, f"{NEW}, {OLD}")
    assert Vault([NEW]).open(vault.seal("new")) == "new"
    assert vault.key_id == Vault([OLD]).key_id
    assert list(tmp_path.iterdir()) == []


def test_a_sealed_mapping_is_opened_when_it_is_looked_into():
    sealed = Sealed(Vault([NEW]), Vault([OLD]).seal({"text": "the rain"}))
    assert repr(sealed) == "Sealed()"
    with pytest.raises(KeyMissing):
        sealed["text"]


def test_a_sealed_mapping_equals_its_content_and_is_kept_as_it_is():
    vault = Vault([OLD])
    blob = vault.seal({"text": "the rain"})
    sealed = Sealed(vault, blob)
    assert sealed == {"text": "the rain"}
    assert len(sealed) == 1
    assert vault.seal(sealed) is blob
    assert vault.open(vault.seal({"before": sealed})) == {"before": {"text": "the rain"}}


def test_a_read_only_mapping_can_be_kept():
    vault = Vault([OLD])
    assert vault.open(vault.seal(MappingProxyType({"a": 1}))) == {"a": 1}


@pytest.mark.parametrize("thing", [datetime(2026, 1, 1, tzinfo=UTC), {"words"}, b"words", {1: "words"}])
def test_what_would_not_come_back_as_it_went_in_is_refused_without_being_shown(thing):
    with pytest.raises(StoreError, match="cannot be kept") as refused:
        Vault([OLD]).seal({"secret": thing})
    assert "words" not in str(refused.value)
