import threading
from datetime import timedelta

import pytest

from skill.errors import Busy, VersionConflict
from skill.store import Changes

LATER = timedelta(seconds=11)


@pytest.fixture
def turn(houses, now):
    """Commit a turn of Ana's household."""

    def commit(request, **changes):
        changes = {"reply": {"speech": request}} | changes
        houses.commit(houses.snapshot("ana", None, request, now), Changes(request=request, **changes), now)

    return commit


def test_a_repeated_request_finds_its_reply(turn, houses, now):
    turn("r1")
    seen = houses.snapshot("ana", None, "r1", now).seen
    assert (seen.done, seen.stale, seen.reply) == (True, False, {"speech": "r1"})
    assert houses.seen("ana", "r1", now) == seen
    assert houses.snapshot("ana", None, "r2", now).seen is None
    assert houses.seen("leo", "r1", now) is None


def test_the_second_of_two_copies_without_a_claim_is_a_conflict(turn, houses, now):
    turn("r0")
    copies = [houses.snapshot("ana", None, "r1", now) for _ in range(2)]
    houses.commit(copies[0], Changes(request="r1", reply={"by": 1}), now)
    with pytest.raises(VersionConflict):
        houses.commit(copies[1], Changes(request="r1", reply={"by": 2}), now)
    assert houses.seen("ana", "r1", now).reply == {"by": 1}


def test_a_request_is_answered_once_even_on_a_fresh_snapshot_that_missed_it(turn, houses, now):
    turn("r1")
    blind = houses.snapshot("ana", None, "", now)
    with pytest.raises(VersionConflict):
        houses.commit(blind, Changes(request="r1", reply={"by": 2}, memory={"twice": True}), now)
    again = houses.snapshot("ana", None, "r1", now)
    assert (again.seen.reply, again.memory) == ({"speech": "r1"}, {})


def test_a_claim_founds_the_household_and_the_commit_answers_it(houses, now):
    claimed = houses.claim(houses.snapshot("ana", None, "r1", now), "r1", {"timer": 20}, now)
    seen = houses.seen("ana", "r1", now)
    assert (seen.done, seen.plan, seen.reply) == (False, {"timer": 20}, None)
    houses.commit(claimed, Changes(request="r1", reply={"speech": "set"}, memory={"a": 1}), now)
    again = houses.snapshot("ana", None, "r1", now)
    assert (again.seen.done, again.seen.reply, again.seen.plan, again.memory) == (
        True,
        {"speech": "set"},
        None,
        {"a": 1},
    )


def test_a_claim_leaves_the_households_version_alone(turn, houses, now):
    turn("r0")
    before = houses.snapshot("ana", None, "r1", now)
    claimed = houses.claim(before, "r1", {}, now)
    assert claimed.version == before.version == houses.snapshot("ana", None, "", now).version


def test_another_copy_of_a_claimed_request_is_told_to_wait(turn, houses, now):
    turn("r0")
    copies = [houses.snapshot("ana", None, "r1", now) for _ in range(2)]
    houses.claim(copies[0], "r1", {"by": 1}, now)
    with pytest.raises(Busy):
        houses.claim(copies[1], "r1", {"by": 2}, now)
    assert houses.seen("ana", "r1", now).plan == {"by": 1}


def test_an_answered_request_cannot_be_claimed(turn, houses, now):
    turn("r1")
    with pytest.raises(Busy):
        houses.claim(houses.snapshot("ana", None, "r1", now), "r1", {}, now + LATER)


def test_a_strangers_two_copies_claim_once(houses, now):
    copies = [houses.snapshot("ana", None, "r1", now) for _ in range(2)]
    houses.claim(copies[0], "r1", {}, now)
    with pytest.raises(VersionConflict):
        houses.claim(copies[1], "r1", {}, now)
    with pytest.raises(Busy):
        houses.claim(houses.snapshot("ana", None, "r1", now), "r1", {}, now)


def test_nothing_outside_is_asked_on_an_old_snapshot(turn, houses, now):
    turn("r0")
    old = houses.snapshot("ana", None, "r1", now)
    turn("r2")
    with pytest.raises(VersionConflict):
        houses.claim(old, "r1", {}, now)
    assert houses.seen("ana", "r1", now) is None


def test_of_many_copies_at_once_one_claims(turn, houses, now):
    turn("r0")
    claimed: list[int] = []
    start = threading.Barrier(4)

    def claim(copy: int) -> None:
        snapshot = houses.snapshot("ana", None, "r1", now)
        start.wait()
        try:
            houses.claim(snapshot, "r1", {"by": copy}, now)
            claimed.append(copy)
        except Busy:
            pass

    threads = [threading.Thread(target=claim, args=(copy,)) for copy in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(claimed) == 1
    assert houses.seen("ana", "r1", now).plan == {"by": claimed[0]}


def test_a_stale_claim_shows_its_plan_and_is_taken_over_once(turn, houses, now):
    turn("r0")
    houses.claim(houses.snapshot("ana", None, "r1", now), "r1", {"by": 1}, now)
    copies = [houses.snapshot("ana", None, "r1", now + LATER) for _ in range(2)]
    assert (copies[0].seen.stale, copies[0].seen.plan) == (True, {"by": 1})
    taken = houses.claim(copies[0], "r1", {"by": 2}, now + LATER)
    with pytest.raises(Busy):
        houses.claim(copies[1], "r1", {"by": 3}, now + LATER)
    houses.commit(taken, Changes(request="r1", reply={"by": 2}), now + LATER)
    assert houses.seen("ana", "r1", now + LATER).reply == {"by": 2}


def test_whoever_lost_the_claim_cannot_answer_any_more(turn, houses, now):
    turn("r0")
    lost = houses.claim(houses.snapshot("ana", None, "r1", now), "r1", {"by": 1}, now)
    taken = houses.claim(houses.snapshot("ana", None, "r1", now + LATER), "r1", {"by": 2}, now + LATER)
    houses.commit(taken, Changes(request="r1", reply={"by": 2}), now + LATER)
    with pytest.raises(VersionConflict):
        houses.commit(lost, Changes(request="r1", reply={"by": 1}), now + LATER)


def test_a_released_claim_can_be_claimed_again(turn, houses, now):
    turn("r0")
    houses.claim(houses.snapshot("ana", None, "r1", now), "r1", {}, now)
    houses.release("ana", "r1")
    assert houses.seen("ana", "r1", now) is None
    houses.claim(houses.snapshot("ana", None, "r1", now), "r1", {}, now)


def test_an_answer_is_never_released(turn, houses, now):
    turn("r1")
    houses.release("ana", "r1")
    assert houses.seen("ana", "r1", now).done


def test_requests_are_forgotten_when_no_copy_of_them_can_come_any_more(turn, houses, now):
    turn("r1")
    soon, late = now + timedelta(hours=3), now + timedelta(hours=3, seconds=1)
    houses.commit(houses.snapshot("ana", None, "r2", soon), Changes(request="r2"), soon)
    assert houses.seen("ana", "r1", soon).done
    houses.commit(houses.snapshot("ana", None, "r3", late), Changes(request="r3"), late)
    assert houses.seen("ana", "r1", late) is None
    assert houses.seen("ana", "r2", late).done


def test_what_is_deleted_is_quoted_by_no_reply_but_the_newest(turn, houses, now):
    turn("r1")
    soon, late = now + timedelta(minutes=9), now + timedelta(minutes=11)
    houses.commit(houses.snapshot("ana", None, "r2", soon), Changes(request="r2"), soon)
    houses.commit(houses.snapshot("ana", None, "r3", late), Changes(request="r3", entries={"e1": None}), late)
    assert houses.seen("ana", "r1", late) is None
    assert houses.seen("ana", "r2", late).done
