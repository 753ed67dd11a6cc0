"""Privacy: what is said to whoever asks what others said, and who can hear what is kept."""

from __future__ import annotations

from typing import Any

from skill import NoState, Practice, Reply, Turn, hookimpl, say

privacy: Practice[NoState] = Practice("privacy")


@privacy.on("WhatDidTheySayIntent")
def what_did_they_say(turn: Turn[NoState]) -> Reply:
    """Give the same line whether or not there is anything: the refusal that tells nothing."""
    return say("refusal").done()


@privacy.on("WhoCanHearIntent")
def who_can_hear(turn: Turn[NoState]) -> Reply:
    """Say who may hear what is kept here."""
    return say("who-can-hear").done()


@hookimpl
def register_practices() -> list[Practice[Any]]:
    """Bring the privacy lines."""
    return [privacy]
