"""The contract that every practice keeps, as tests to inherit: a class in a test file that names its practice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import pytest

from skill.testing import intents, wording
from skill.testing.finding import Finding, listed
from skill.testing.subject import Subject
from skill.testing.walk import Walk


class PracticeContract:
    """Inherit it in a test class and name a ``practice`` that is installed; its tests are then yours.

    What fails names the file, the line, and what to do. The skill is opened once for all of them, and the practice
    walked through as people would: every way in, every question once, every kind of answer. ::

        class TestKindness(PracticeContract):
            practice = "kindness"
    """

    practice: ClassVar[str]

    def test_every_message_that_the_code_says_is_there(self, practice_subject: Subject) -> None:
        """Every message id in the code has a text, and is given the arguments that the text needs."""
        _none(wording.messages_exist(practice_subject))

    def test_every_claimed_language_has_every_message(self, practice_subject: Subject) -> None:
        """A language that has utterances or texts has all messages and their attributes."""
        _none(wording.languages_match(practice_subject))

    def test_every_message_renders(self, practice_subject: Subject) -> None:
        """Every message and attribute can be said, whichever way its arguments choose."""
        _none(wording.messages_render(practice_subject))

    def test_every_line_is_short_enough_to_be_taken_in(self, practice_subject: Subject) -> None:
        """Turns, questions and reprompts keep to the lengths that a listener takes in."""
        _none(wording.lengths(practice_subject))

    def test_a_question_stands_alone_and_last(self, practice_subject: Subject) -> None:
        """One question a message, at its end, with a reprompt and a help beside it."""
        _none(wording.questions(practice_subject))

    def test_a_reprompt_is_shorter_than_its_question(self, practice_subject: Subject) -> None:
        """A reprompt is the shorter and easier way to ask."""
        _none(wording.reprompts(practice_subject))

    def test_what_recurs_has_variants(self, practice_subject: Subject) -> None:
        """What everyone hears who begins can be said in several ways."""
        _none(intents.variants(practice_subject))

    def test_every_intent_is_handled_and_every_handler_has_its_intent(self, practice_subject: Subject) -> None:
        """The utterance files and the code name the same intents."""
        _none(intents.handled(practice_subject))

    def test_no_utterance_is_shared_with_the_house_or_a_neighbour(self, practice_subject: Subject) -> None:
        """No sample breaks a rule of the platform, and none is somebody else's."""
        _none(intents.utterances(practice_subject))

    def test_empty_and_absurd_slots_are_survived(self, practice_subject: Subject) -> None:
        """Whatever stands in its slots, a handler gives a reply whose messages are there."""
        _none(intents.any_slots(practice_subject))

    def test_offers_to_strangers_are_survived(self, practice_subject: Subject) -> None:
        """What it puts forward for people it does not know is an offer, or nothing."""
        _none(intents.offers(practice_subject))

    def test_every_way_in_is_heard_as_what_it_is(self, practice_walk: Walk) -> None:
        """A sample reaches the intent that it is written for."""
        _none(practice_walk.unheard)

    def test_every_turn_asks_last_or_ends(self, practice_walk: Walk) -> None:
        """On every way through it nothing fails, a turn asks one thing, last, or ends, and is short."""
        _none(practice_walk.turns)

    def test_nothing_is_said_twice(self, practice_walk: Walk) -> None:
        """No sentence is heard twice on one way, unless it was asked for."""
        _none(practice_walk.twice)

    def test_one_may_hear_every_question_again(self, practice_walk: Walk) -> None:
        """At every question "repeat that" says the same again."""
        _none(practice_walk.repeats)

    def test_one_may_stop_at_every_question(self, practice_walk: Walk) -> None:
        """At every question "stop" ends it at once."""
        _none(practice_walk.stops)

    def test_one_may_come_back_to_every_question(self, practice_walk: Walk) -> None:
        """What was stopped at any question can be taken up there another time."""
        _none(practice_walk.resumes)


def _none(findings: Iterable[Finding]) -> None:
    if told := listed(findings):
        pytest.fail(told, pytrace=False)
