import json
from datetime import timedelta

import pytest

from skill.errors import StoreError
from skill.store import Changes, Member, StoredAlert, StoredFrame
from skill.turn import Alert, Entry


@pytest.fixture
def exported(houses, now):
    talk = houses.conversation("session-1")
    alert = Alert("a1", "cooldown", "timer", "over", now + timedelta(minutes=20), (), "p1")
    stored = StoredAlert.of(alert, "on", "alexa-token", "The break is over.")
    trail = [{"alerts": [{"id": "a0", "token": "alexa-token"}]}]
    changes = Changes(
        request="r1",
        owner="p1",
        reply={"speech": "Kept: the rain."},
        zone="Europe/Berlin",
        memory={"country": "DE"},
        people={"p1": Member("p1", "Ana", account=True)},
        voices={"p1": "amzn1.person"},
        states={("gratitude", "p1"): (1, {"streak": 3})},
        entries={"e1": Entry("e1", "gratitude", "good-thing", "the rain", now, "p1", "Leo", data={"why": "spring"})},
        frames={"f1": StoredFrame("f1", "p1", talk, now, "active", {"step": "gratitude:share", "trail": trail})},
        alerts={"a1": stored},
        consents={("", "reminders"): "granted"},
    )
    home = houses.snapshot("user-ana", None, "r1", now)
    houses.commit(home, changes, now)
    return houses.export(home.id)


def test_everything_kept_is_readable_and_json(exported):
    text = json.dumps(exported, ensure_ascii=False)
    for kept in (
        "DE",
        "Ana",
        "streak",
        "the rain",
        "Leo",
        "spring",
        "gratitude:share",
        "The break is over.",
        "granted",
    ):
        assert kept in text
    assert exported["people"] == [{"id": "p1", "account": True, "voice": True, "name": "Ana"}]
    assert exported["entries"][0]["body"] == {"text": "the rain", "about": "Leo", "data": {"why": "spring"}}


def test_instants_are_told_in_their_own_zone(exported):
    assert exported["entries"][0]["made_at"] == "2026-03-01T20:15:00+01:00"
    assert exported["alerts"][0]["at"] == "2026-03-01T20:35:00+01:00"


def test_a_platforms_token_is_only_said_to_be_there(exported):
    assert exported["alerts"][0]["token"] is True
    assert exported["frames"][0]["body"]["trail"] == [{"alerts": [{"id": "a0", "token": True}]}]
    assert "alexa-token" not in json.dumps(exported)


def test_hashes_are_left_out(exported):
    assert "_hash" not in json.dumps(exported)
    assert "key_id" not in exported


def test_an_unknown_household_is_named(houses):
    with pytest.raises(StoreError, match="no household 'nobody'"):
        houses.export("nobody")
