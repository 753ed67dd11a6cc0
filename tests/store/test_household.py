import threading
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

from skill.errors import KeyMissing, VersionConflict
from skill.store import Changes, Households, Member, StoredAlert, StoredFrame, Vault, new_id
from skill.store.schema import Base
from skill.turn import Alert, Entry


@pytest.fixture
def whole(houses, now):
    """Give changes that put something into every table."""
    conversation = houses.conversation("session-1")
    alert = Alert("a1", "cooldown", "timer", "break-over", now + timedelta(minutes=20), (), "p1")
    return Changes(
        request="request-1",
        owner="p1",
        reply={"speech": "Kept: the rain."},
        zone="Europe/Berlin",
        memory={"country": "DE"},
        people={"p1": Member("p1", "Ana", account=True), "p2": Member("p2", "Leo")},
        voices={"p1": "amzn1.ask.person.ANA"},
        states={("gratitude", "p1"): (2, {"streak": 3}), ("cooldown", ""): (1, {"ends": None})},
        entries={"e1": Entry("e1", "gratitude", "good-thing", "the rain", now, "p1", "Leo", "private", "", {"n": 1})},
        frames={"f1": StoredFrame("f1", "p1", conversation, now, "active", {"step": "gratitude:share"})},
        alerts={"a1": StoredAlert.of(alert, "on", "alexa-token", "The break is over.")},
        consents={("", "reminders"): "granted", ("p1", "light-mode"): "granted"},
    )


@pytest.fixture
def home(houses, whole, now):
    """Give a household in which something of everything is kept."""
    houses.commit(houses.snapshot("ana", None, "request-1", now), whole, now)
    return houses.snapshot("ana", None, "request-1", now)


def counts(database):
    with database.reading() as connection:
        return {
            name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() for name in Base.metadata.tables
        }


def test_a_stranger_is_an_empty_household_and_nothing_is_created(houses, database, now):
    stranger = houses.snapshot("ana", "voice", "request-1", now)
    assert (stranger.version, stranger.known, stranger.people, stranger.seen) == (0, False, (), None)
    assert len(stranger.id) == 32
    assert set(counts(database).values()) == {0}


def test_two_users_have_two_households(houses, now):
    assert houses.snapshot("ana", None, "", now).id != houses.snapshot("leo", None, "", now).id


def test_everything_comes_back_as_it_was_kept(home, whole, now):
    assert home.known
    assert home.zone == "Europe/Berlin"
    assert home.memory == {"country": "DE"}
    assert home.people == (Member("p1", "Ana", account=True, voice=True), Member("p2", "Leo"))
    assert home.state("gratitude", "p1") == (2, {"streak": 3})
    assert home.state("cooldown", "") == (1, {"ends": None})
    assert home.state("gratitude", "p2") is None
    assert home.frames == tuple(whole.frames.values())
    assert home.alerts == tuple(whole.alerts.values())
    assert home.consents == {"reminders": "granted"}
    assert home.consents_of("p1") == {"light-mode": "granted"}


def test_an_alert_comes_back_in_its_own_zone(home, whole, now):
    (alert,) = home.alerts
    assert alert.alert == Alert("a1", "cooldown", "timer", "break-over", now + timedelta(minutes=20), (), "p1")
    assert alert.at.tzinfo == now.tzinfo
    assert (alert.text, alert.token, alert.status) == ("The break is over.", "alexa-token", "on")


def test_a_snapshot_shows_no_words_when_it_is_printed(home, houses, now):
    shown = repr((home, houses.snapshot("ana", None, "request-1", now).seen))
    assert not any(word in shown for word in ("Ana", "rain", "token", "break is over"))


def test_a_voice_is_recognised_and_a_strangers_is_not(home, houses, now):
    assert houses.snapshot("ana", "amzn1.ask.person.ANA", "", now).voice == "p1"
    assert houses.snapshot("ana", "amzn1.ask.person.LEO", "", now).voice is None
    assert houses.snapshot("ana", None, "", now).voice is None


def test_a_voice_is_one_persons_only(home, houses, now):
    houses.commit(home, Changes(voices={"p2": "amzn1.ask.person.ANA"}), now)
    again = houses.snapshot("ana", "amzn1.ask.person.ANA", "", now)
    assert again.voice == "p2"
    assert [member.voice for member in again.people] == [False, True]


def test_renaming_someone_leaves_them_their_voice(home, houses, now):
    houses.commit(home, Changes(people={"p1": Member("p1", "Anna", account=True)}), now)
    again = houses.snapshot("ana", "amzn1.ask.person.ANA", "", now)
    assert (again.voice, again.people[0].name) == ("p1", "Anna")


def test_a_voice_can_be_taken_from_someone(home, houses, now):
    houses.commit(home, Changes(voices={"p1": None}), now)
    assert houses.snapshot("ana", "amzn1.ask.person.ANA", "", now).voice is None


def test_someone_is_found_by_their_name_however_it_is_written(home):
    assert home.named("LEO’s") == Member("p2", "Leo")
    assert home.named("Mia") is None
    assert home.named("") is None


def test_what_is_left_out_of_the_changes_stays(home, houses, now):
    houses.commit(home, Changes(), now)
    again = houses.snapshot("ana", None, "", now)
    assert (again.zone, again.memory, again.people) == (home.zone, home.memory, home.people)
    assert again.version == home.version + 1


def test_each_thing_can_be_changed_and_taken_away(home, houses, whole, database, now):
    (frame,) = home.frames
    changed = StoredFrame(frame.id, frame.owner, frame.conversation, now + timedelta(1), "paused", {})
    houses.commit(
        home,
        Changes(
            frames={"f1": changed},
            alerts={"a1": None},
            entries={"e1": None},
            states={("gratitude", "p1"): (3, {}), ("cooldown", ""): None},
            consents={("", "reminders"): "denied", ("p1", "light-mode"): None},
        ),
        now,
    )
    again = houses.snapshot("ana", None, "", now)
    assert again.frames == (changed,)
    assert again.alerts == ()
    assert again.states == {("gratitude", "p1"): (3, {})}
    assert again.permissions == {("", "reminders"): "denied"}
    assert counts(database)["entry"] == 0


def test_what_was_taken_away_can_be_given_back_as_it_was(home, houses, now):
    before = houses.entries(home, ["e1"])
    taken = Changes(entries={"e1": None}, frames={"f1": None}, alerts={"a1": None}, states={("gratitude", "p1"): None})
    houses.commit(home, taken, now)
    back = Changes(
        entries={entry.id: entry for entry in before},
        frames={frame.id: frame for frame in home.frames},
        alerts={alert.id: alert for alert in home.alerts},
        states=dict(home.states),
    )
    houses.commit(houses.snapshot("ana", None, "", now), back, now)
    again = houses.snapshot("ana", None, "", now)
    assert (again.frames, again.alerts, again.states) == (home.frames, home.alerts, home.states)
    assert houses.entries(again, ["e1"]) == before


def test_the_house_finds_entries_by_id_within_the_household_only(home, houses, whole, now):
    assert houses.entries(home, ["e1", "none"]) == (whole.entries["e1"],)
    assert houses.entries(home, []) == ()
    assert houses.entries(houses.snapshot("leo", None, "", now), ["e1"]) == ()


def test_taking_a_person_away_takes_all_that_is_theirs(home, houses, database, now):
    houses.commit(home, Changes(people={"p1": None}), now)
    again = houses.snapshot("ana", None, "", now)
    assert [member.id for member in again.people] == ["p2"]
    assert set(again.states) == {("cooldown", "")}
    assert (again.frames, again.alerts, again.permissions) == ((), (), {("", "reminders"): "granted"})
    assert counts(database) | {"entry": 0, "turn_seen": 0} == counts(database)


def test_the_second_of_two_turns_on_one_snapshot_is_a_conflict_and_writes_nothing(home, houses, now):
    houses.commit(home, Changes(memory={"first": True}), now)
    with pytest.raises(VersionConflict):
        houses.commit(home, Changes(memory={"second": True}, states={("promise", "p1"): (1, {})}), now)
    again = houses.snapshot("ana", None, "", now)
    assert again.memory == {"first": True}
    assert again.state("promise", "p1") is None


def test_two_first_turns_at_once_found_one_household(houses, now):
    stranger = houses.snapshot("ana", None, "", now)
    houses.commit(stranger, Changes(memory={"first": True}), now)
    with pytest.raises(VersionConflict):
        houses.commit(stranger, Changes(memory={"second": True}), now)
    assert len(houses.list()) == 1


def test_turns_in_two_threads_lose_nothing(houses, now):
    def count(name: str) -> None:
        done = 0
        while done < 15:
            snapshot = houses.snapshot("ana", None, "", now)
            _, fields = snapshot.state("counting", "") or (1, {"sum": 0})
            entry = new_id(now)
            kept = Entry(entry, "counting", name, str(done), now)
            changes = Changes(
                states={("counting", ""): (1, {"sum": fields["sum"] + 1})}, entries={entry: kept}, request=entry
            )
            try:
                houses.commit(snapshot, changes, now)
                done += 1
            except VersionConflict:
                continue

    threads = [threading.Thread(target=count, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    snapshot = houses.snapshot("ana", None, "", now)
    assert snapshot.state("counting", "") == (1, {"sum": 30})


def test_a_turn_that_began_before_the_household_was_forgotten_is_not_kept(home, houses, now):
    assert houses.forget("ana")
    with pytest.raises(VersionConflict):
        houses.commit(home, Changes(), now)
    houses.commit(houses.snapshot("ana", None, "", now), Changes(), now)
    with pytest.raises(VersionConflict):
        houses.commit(home, Changes(), now)


def test_forgetting_leaves_no_row_in_any_table_and_touches_nobody_else(home, houses, whole, database, now):
    assert 0 not in counts(database).values()
    other = Changes(people={"p1": Member("p1", "Mia")})
    houses.commit(houses.snapshot("mia", None, "", now), other, now)
    assert houses.forget("ana")
    assert counts(database) == dict.fromkeys(Base.metadata.tables, 0) | {"household": 1, "person": 1}
    assert not houses.forget("ana")
    assert houses.snapshot("mia", None, "", now).people == (Member("p1", "Mia"),)


def test_the_operator_lists_and_forgets_by_the_households_own_id(home, houses, now):
    (listed,) = houses.list()
    assert (listed.id, listed.zone, listed.created_at) == (home.id, "Europe/Berlin", now)
    assert houses.forget_id(listed.id)
    assert not houses.forget_id(listed.id)
    assert houses.list() == ()


def test_a_new_key_in_front_finds_and_opens_everything(database, now):
    old, new = (Fernet.generate_key().decode() for _ in range(2))
    before = Households(database, Vault([old]))
    before.commit(before.snapshot("ana", None, "", now), Changes(people={"p1": Member("p1", "Ana")}), now)
    after = Households(database, Vault([new, old]))
    after.check()
    assert after.snapshot("ana", None, "", now).people == (Member("p1", "Ana"),)


def test_a_lost_key_is_noticed_at_start_instead_of_making_everyone_a_stranger(home, houses, database):
    houses.check()
    with pytest.raises(KeyMissing, match="1 household can only be found with key"):
        Households(database, Vault([Fernet.generate_key().decode()])).check()


def test_a_sentence_with_half_a_character_is_hashed_all_the_same(houses, now):
    assert houses.snapshot("ana\ud800", None, "", now).id != houses.snapshot("ana", None, "", now).id


# No short words: three letters stand in any sealed text sooner or later.
@pytest.mark.parametrize("secret", ["the rain", "Kept:", "amzn1.ask.person", "alexa-token", "break"])
def test_no_word_and_no_platform_id_is_in_the_database_files(secret, embedded, vault, whole, now, tmp_path):
    houses = Households(embedded, vault)
    claimed = houses.claim(houses.snapshot("user-ANA", None, "request-1", now), "request-1", {"say": "the rain"}, now)
    houses.commit(claimed, whole, now)
    names = ("house.sqlite3", "house.sqlite3-wal")
    stored = b"".join((tmp_path / "var" / name).read_bytes() for name in names)
    assert b"gratitude" in stored
    assert secret.encode() not in stored
    assert b"user-ANA" not in stored
    assert b"session-1" not in stored
    assert b"request-1" not in stored
