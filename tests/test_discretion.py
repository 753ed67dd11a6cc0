"""Where the operator keeps no feelings, none that was said reaches the database, and people are told so."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest

from skill.answers import Answer, Kinds, Scale
from skill.discretion import Discretion, Rating
from skill.effects import Record
from skill.exchange import Heard
from skill.settings import Settings
from skill.store import Changes, Database, Households, Vault
from skill.testing.conversation import Conversation
from skill.testing.home import Home
from skill.turn import Entry

NOW = datetime(2026, 3, 2, 20, 10, tzinfo=UTC)

TALKS = (
    ("note how I feel", "frazzled", "the school emails", "leave it noted"),
    ("note how I feel", "like wading through custard", "no idea"),
    ("I want to log my mood", "really grumpy because of the bills", "leave it"),
    ("rate how I feel", "seven", "no idea"),
    ("check in", "frazzled and gutted", "skip", "the soup", "yes", "no"),
    ("check in", "pretty miserable", "no", "no", "no"),
    ("I'm panicky, help me breathe", "yes", "no"),
    ("a quiet minute", "grumpy", "one minute", "a bit"),
    ("he lied to me", "gutted about the money", "yes", "I was heartbroken when I found out", "no", "no"),
    ("help me rebuild trust", "I was hurt", "the money thing", "yes", "I'm furious with him", "write it down", "no"),
    ("help me say it with I", "he came home late", "gutted", "a call before six", "yes", "no"),
    ("I want to take a break from an argument", "half an hour", "I'm ready to talk", "seven", "I'm furious"),
)
SAID = re.compile(
    r"frazzled|custard|wading|grumpy|gutted|miserable|panicky|heartbroken|furious|\bseven\b|\b7\b", re.IGNORECASE
)
VOCABULARY = re.compile(r'\{"~": "kinds".*?\}\]\}', re.DOTALL)
"""What an author listed as ways to answer; nobody said it."""
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:[+-][\d:]+)?")


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("discreet")
    return Settings.of({"SAFE_HARBOR_DATA_DIR": str(folder), "SAFE_HARBOR_KEEP_FEELINGS": "no"})


@pytest.fixture(scope="module")
def discreet(settings):
    with Home(settings) as home:
        yield home


def written(settings, turns=True):
    """Give all that is kept of every household, opened."""
    database = Database(settings.database_url)
    try:
        households = Households(database, Vault.load_or_create(settings.data_dir, settings.secret_keys))
        kept = [households.export(each.id) for each in households.list()]
    finally:
        database.close()
    for each in kept:
        if not turns:
            del each["turns"]
        for turn in each.get("turns", ()):
            if turn["reply"]:
                del turn["reply"]["choices"]  # an author's own words, as the kinds of a question are
    return INSTANT.sub("", VOCABULARY.sub("", json.dumps(kept, ensure_ascii=False)))


@pytest.mark.parametrize("talk", TALKS, ids=" / ".join)
def test_no_feeling_that_was_said_is_written(discreet, settings, talk):
    conversation = Conversation(discreet, user=" ".join(talk))
    conversation.launch()
    for words in talk:
        conversation.say(words)
        assert SAID.findall(written(settings)) == []


def test_a_word_that_was_chosen_is_not_written_either(discreet, settings):
    conversation = Conversation(discreet, user="chosen")
    for words in ("what am I feeling", "more unpleasant", "a lot"):
        asked = conversation.say(words)
    first = re.search(r"(?:: |, |of these close: )([\w ]+?),", asked.speech)
    assert first
    conversation.answer("the first one")
    assert first[1] not in written(settings, turns=False)  # what was offered earlier, nobody had said


def test_the_word_is_answered_and_it_is_said_that_it_is_not_kept(discreet):
    conversation = Conversation(discreet, user="told")
    conversation.say("note how I feel")
    told = conversation.answer("frazzled")
    assert "frazzled" in told.speech.lower()
    assert re.search(r"(keep|kept|keep no).*feeling|feeling.*kept", told.speech)
    assert "oted" not in conversation.answer("the school emails").speech
    assert not conversation.entries("feelings")


def test_with_the_switch_on_the_word_is_kept(conversation):
    conversation.say("note how I feel")
    conversation.answer("frazzled")
    assert [each.text for each in conversation.entries("feelings")] == ["frazzled"]


def test_a_promise_is_kept_without_the_feeling_in_it(discreet):
    conversation = Conversation(discreet, user="promise")
    for words in ("I promise to text Leo when I'm grumpy", "tomorrow", "yes"):
        conversation.say(words)
    kept = [each.text for each in conversation.entries("promise")]
    assert kept
    assert "grumpy" not in kept[0]
    assert "Leo" in kept[0]


def heard(words):
    return Heard("intent", "request", "user", NOW, words=words)


def test_a_number_for_how_someone_is_is_reckoned_with_and_not_written():
    discretion = Discretion(heard("seven"), "en")
    seven = discretion.answered(Kinds.of(Scale()), Answer("Scale", 7, "seven"))
    assert seven == 7
    changes = Changes(
        reply={"speech": "Seven. That's 7 of 10.", "reprompt": "", "session": {"floor": "f"}},
        states={("p", "a"): (1, {"level": seven, "count": 7, "note": "a seven"})},
        entries={"e": Entry("e", "p", "k", "the walk", NOW, data={"level": seven, "count": 7})},
    )
    left = discretion.applied(changes, "not kept")
    assert left.reply["speech"] == "something. That's something of 10."
    assert left.states == {("p", "a"): (1, {"count": 7, "note": "a something"})}
    assert left.entries["e"].data == {"level": None, "count": 7}


def test_a_word_of_many_meanings_stays_where_it_is_a_practices_own():
    discretion = Discretion(heard("I was hurt"), "en")
    changes = Changes(states={("p", "a"): (1, {"side": "hurt", "label": "why I was hurt that day"})})
    state = discretion.applied(changes, "").states[("p", "a")]
    assert state == (1, {"side": "hurt", "label": "why I was something that day"})


def test_what_was_said_of_other_things_stays():
    changes = Changes(reply={"speech": "Kept: the soup."}, states={("p", "a"): None}, frames={"f": None})
    assert Discretion(heard("the soup"), "en").applied(changes, "not kept") == changes


@pytest.mark.parametrize(
    ("text", "data", "withheld"),
    [
        ("gutted", {}, True),
        ("so gutted", {}, True),
        ("like custard", {"family": "stressed"}, True),
        ("ring Ana when I'm gutted", {"family": "", "day": "2026-03-02"}, False),
        ("the soup", {"level": Rating(3)}, True),
        ("the soup", {"count": 3}, False),
    ],
)
def test_an_entry_is_withheld_when_it_is_nothing_but_a_feeling(text, data, withheld):
    discretion = Discretion(heard(text), "en")
    assert (discretion.withholds(Record("k", text, data=data)), discretion.withheld) == (withheld, withheld)
