"""Privacy: what is kept of somebody, read to them, shared, taken away; and what others are told, which is nothing."""

from __future__ import annotations

from typing import Any

from skill import NoState, Practice, Reply, Turn, hookimpl, say
from skill.house.privacy import deleting, reading, sharing  # noqa: F401 - their handlers belong to the practice
from skill.house.privacy.practice import privacy


@privacy.on("WhatDidTheySayIntent")
def what_did_they_say(turn: Turn[NoState]) -> Reply:
    """Give the same line whether or not there is anything: the refusal that tells nothing."""
    return say("refusal").done()


@privacy.on("WhoCanHearIntent")
def who_can_hear(turn: Turn[NoState]) -> Reply:
    """Say who may hear what is kept here."""
    return say("who-can-hear").done()


@privacy.on("CopyIntent")
def copy(turn: Turn[NoState]) -> Reply:
    """Say how somebody comes by a copy of what is kept."""
    return say("copy").done()


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the privacy lines."""
    return [privacy]
