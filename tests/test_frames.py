"""Frames of one turn: few are opened, and what was left is let go."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from skill.floor import Frame
from skill.frames import Frames
from skill.store import Mark, StoredFrame

NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
OLD = NOW - timedelta(hours=1)


class Shut(Mapping):
    """A body that may not be looked into."""

    def __getitem__(self, key):
        raise AssertionError(f"{key} was looked up")

    def __iter__(self):
        raise AssertionError("it was looked into")

    def __len__(self):
        raise AssertionError("it was counted")


def a_frame(id_="f1", root="garden", conversation="before", status="paused", touched=OLD, owner="p1") -> Frame:
    return Frame(id_, root, root, owner, conversation, status, touched, touched)


def stored(frame: Frame, body=None) -> StoredFrame:
    kept = frame.to_data() if body is None else body
    return StoredFrame(frame.id, frame.owner, Mark(frame.conversation), frame.touched, frame.status, kept, frame.root)


def frames(*all_: StoredFrame) -> Frames:
    return Frames(all_, "here", NOW)


def test_only_a_frame_that_is_wanted_is_opened():
    found = frames(stored(a_frame("f1", root="shed"), Shut()), stored(a_frame("f2")))
    assert [each.id for each in found.where(lambda head: head.root == "garden")] == ["f2"]
    with pytest.raises(AssertionError, match="was looked up"):
        found.get("f1")


def test_a_frame_that_was_put_is_found_as_it_is_now():
    found = frames(stored(a_frame()))
    put = found.put(replace(found.get("f1"), status="done"))
    assert (put.touched, found.get("f1"), list(found.put_now())) == (NOW, put, [put])
    assert found.where(lambda head: head.status == "paused") == []


def test_a_run_that_ended_long_ago_is_out_of_reach_but_for_its_own_conversation():
    assert frames(stored(a_frame(status="done"), Shut())).get("f1") is None
    assert frames(stored(a_frame(status="done", conversation="here"))).get("f1") is not None


def test_of_one_practice_the_newest_three_that_someone_broke_off_are_kept():
    left = [a_frame(f"f{hours}", touched=NOW - timedelta(hours=hours)) for hours in range(1, 6)]
    others = [a_frame("f6", root="shed"), a_frame("f7", owner="p2"), a_frame("f8", touched=NOW - timedelta(minutes=5))]
    assert frames(*(stored(each, Shut()) for each in (*left, *others))).over("welcome") == ["f3", "f4", "f5"]


def test_runs_that_ended_take_no_place_of_one_that_was_broken_off():
    ended = [a_frame(f"f{number}", status="done") for number in range(5)]
    left = a_frame("left", touched=NOW - timedelta(days=3))
    assert frames(*(stored(each, Shut()) for each in (*ended, left))).over("welcome") == []


def test_an_opening_that_was_left_goes():
    assert frames(stored(a_frame(root="welcome"), Shut())).over("welcome") == ["f1"]
    assert frames(stored(a_frame(root="welcome", touched=NOW), Shut())).over("welcome") == []


def test_a_run_that_is_taken_up_again_stays():
    found = frames(stored(a_frame()))
    found.put(replace(found.get("f1"), conversation="here", status="open"))
    assert found.over("garden") == []
