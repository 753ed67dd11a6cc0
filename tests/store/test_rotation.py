import threading

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

from skill.errors import ConfigurationError, KeyMissing
from skill.store import Changes, Households, Rotation, Vault, keys
from skill.store.keyring import key_id
from skill.store.rotation import Sealing
from skill.turn import Entry


@pytest.fixture
def old():
    return Fernet.generate_key().decode()


@pytest.fixture
def new():
    return Fernet.generate_key().decode()


def keep(database, vault, now, users=("ana", "leo"), entries=3):
    """Keep some things of some households."""
    houses = Households(database, vault)
    for user in users:
        kept = {
            f"e{number}": Entry(f"e{number}", "gratitude", "good-thing", f"thing {number}", now, "p1")
            for number in range(entries)
        }
        houses.commit(houses.snapshot(user, None, "", now), Changes(request="r", reply={"a": 1}, entries=kept), now)


def words(database, vault, now, user="ana"):
    houses = Households(database, vault)
    home = houses.snapshot(user, None, "r", now)
    return [each["body"]["text"] for each in houses.export(home.id)["entries"]]


def test_what_is_sealed_names_its_key(database, old, new, now):
    keep(database, Vault([old]), now)
    rotated = Vault([new, old])
    keep(database, rotated, now, users=("mia",))
    assert Rotation(database, rotated).census() == tuple(
        sorted((Sealing(key_id(old), 10, 2), Sealing(key_id(new), 5, 1)), key=lambda each: each.key)
    )


def test_everything_is_sealed_again_with_the_newest_key(database, old, new, now):
    keep(database, Vault([old]), now)
    rotation = Rotation(database, Vault([new, old]))
    assert sum(rotation.reseal()) == 10
    assert rotation.census() == (Sealing(key_id(new), 10, 2),)
    assert words(database, Vault([new, old]), now) == ["thing 0", "thing 1", "thing 2"]


def test_texts_that_name_no_key_are_opened_and_named_by_a_rotation(sealed_before, database, old, now):
    vault = Vault([old])
    keep(database, vault, now)
    with database.writing() as connection:
        connection.execute(text("UPDATE entry SET body = substr(body, 9)"))
    rotation = Rotation(database, vault)
    assert rotation.census()[0] in (Sealing("", 6, 2), Sealing(key_id(old), 4, 2))
    assert words(database, vault, now) == ["thing 0", "thing 1", "thing 2"]
    rotation.check_texts()
    assert sum(rotation.reseal()) == 6
    assert rotation.census() == (Sealing(key_id(old), 10, 2),)


def test_a_rotation_that_was_interrupted_goes_on(database, old, new, now, monkeypatch):
    monkeypatch.setattr("skill.store.rotation.BATCH", 2)
    keep(database, Vault([old]), now)
    rotation = Rotation(database, Vault([new, old]))
    begun = rotation.reseal()
    before = sum(next(begun) for _ in range(3))
    begun.close()
    assert 0 < before < 10
    assert sum(Rotation(database, Vault([new, old])).reseal()) == 10 - before


def test_what_a_turn_writes_while_everything_is_sealed_again_stays(database, old, new, now, monkeypatch):
    monkeypatch.setattr("skill.store.rotation.BATCH", 1)
    vault = Vault([new, old])
    keep(database, Vault([old]), now, users=("ana",))
    rotation, houses = Rotation(database, vault), Households(database, Vault([old]))
    page = rotation._page

    def read_and_then_a_turn(kept, column, after):
        found = page(kept, column, after)
        if kept.name == "entry" and after is None and found:
            changed = Entry("e0", "gratitude", "good-thing", "changed", now, "p1")
            home = Households(database, vault).snapshot("ana", None, "", now)
            if not home.memory:
                Households(database, vault).commit(home, Changes(memory={"turn": True}, entries={"e0": changed}), now)
        return found

    monkeypatch.setattr(rotation, "_page", read_and_then_a_turn)
    assert sum(rotation.reseal()) > 0
    assert [each.key for each in rotation.census()] == [key_id(new)]
    assert words(database, vault, now)[0] == "changed"
    with pytest.raises(KeyMissing):
        houses.snapshot("ana", None, "r", now)


def test_turns_with_the_earlier_key_go_on_while_everything_is_sealed_again(database, tmp_path, now, monkeypatch):
    monkeypatch.setattr("skill.store.rotation.BATCH", 5)
    running = Households(database, Vault.load_or_create(tmp_path))
    keep(database, Vault.load_or_create(tmp_path), now, entries=60)
    failed: list[BaseException] = []
    stop = threading.Event()
    turns: list[int] = []

    def talk() -> None:
        try:
            while not stop.is_set() or len(turns) < 5:
                home = running.snapshot("ana", None, "", now)
                number = len(turns)
                entry = Entry(f"t{number}", "gratitude", "good-thing", f"turn {number}", now, "p1")
                running.commit(home, Changes(memory={"turn": number}, entries={entry.id: entry}), now)
                turns.append(number)
        except BaseException as error:
            failed.append(error)

    talking = threading.Thread(target=talk)
    talking.start()
    vault = Vault.load_or_create(tmp_path)
    keys.add(tmp_path, vault.keys)
    vault.refresh()
    rotation = Rotation(database, vault)
    done = sum(rotation.reseal())
    stop.set()
    talking.join()
    assert failed == []
    assert done >= 124
    sum(rotation.reseal())
    assert [each.key for each in rotation.census()] == [vault.ring.sealing]
    kept = words(database, vault, now)
    assert sorted(each for each in kept if each.startswith("turn")) == sorted(f"turn {number}" for number in turns)


def test_a_lost_key_is_named_with_what_hangs_on_it(database, old, new, now):
    keep(database, Vault([new, old]), now)
    poorer = Rotation(database, Vault([old]))
    ana = Households(database, Vault([old])).snapshot("nobody", None, "", now)
    assert not ana.known
    with pytest.raises(KeyMissing, match=f"2 households cannot be opened without key {key_id(new)}"):
        poorer.check()
    with pytest.raises(KeyMissing, match=f"key {key_id(new)} is not in SAFE_HARBOR_SECRET_KEYS.* household forget ID"):
        poorer.check_texts()
    assert {key for _, key in poorer.lost()} == {key_id(new)}
    assert sum(poorer.reseal()) == 0


def test_a_key_lost_for_entries_alone_is_found_too(database, old, new, now):
    keep(database, Vault([old]), now, users=("leo",))
    richer = Households(database, Vault([new, old]))
    entry = Entry("e9", "gratitude", "good-thing", "new", now, "p1")
    richer.commit(richer.snapshot("leo", None, "", now), Changes(entries={"e9": entry}), now)
    poorer = Rotation(database, Vault([old]))
    poorer.check()
    with pytest.raises(KeyMissing, match="1 household "):
        poorer.check_texts()


def test_the_hashing_key_must_stay_the_last(database, old, new, now):
    keep(database, Vault([old]), now)
    with pytest.raises(
        KeyMissing, match=f"2 households can only be found with key {key_id(old)}, which must be the last"
    ):
        Rotation(database, Vault([old, new])).check_texts()


def test_a_key_that_only_opens_seals_nothing(database, old, new, now):
    waiting = Vault([f"open:{new}", old])
    keep(database, waiting, now)
    assert [each.key for each in Rotation(database, waiting).census()] == [key_id(old)]
    assert waiting.open(Vault([new, old]).seal({"a": 1})) == {"a": 1}


def test_of_keys_that_only_open_nothing_can_be_sealed(old):
    with pytest.raises(ConfigurationError, match="no key"):
        Vault([f"open:{old}"])
