"""Private words never enter what two people, a card, a reminder, a screen or the next opening make heard unasked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from skill.app import create_app, prepare
from skill.registry import Registry, load
from skill.settings import Settings
from skill.simulator.house import House
from skill.simulator.input import Input
from skill.store import Database, Households, Vault

NOW = datetime.fromisoformat("2026-03-02T18:10:00+00:00")
WORD = "zanzibarine"
"""Stands in everything that is planted here, and in nothing else."""
PLANTED = (
    ("I'm grateful for the zanzibarine kite", "because of the zanzibarine string"),
    ("I feel restless", "my zanzibarine aunt called"),
    ("I promise Leo to bring the zanzibarine lamp tomorrow", "no"),
    (
        "help me word something to Leo",
        "he broke my zanzibarine cup yesterday",
        "sad",
        "care for it",
        "yes",
        "yes",
        "no",
    ),
    ("remind me to water the zanzibarine fern at seven in the evening", "yes"),
    ("I went for a zanzibarine walk", "yes"),
    ("I want to rebuild trust with Leo", "yes", "the zanzibarine letter", "yes", "stop"),
    ("let's check in", "tired", "the zanzibarine meeting", "no", "no"),
)
"""What Ana says to herself, and how she answers what she is asked then."""
ENOUGH = 6
"""So often the word must stand in what is kept."""
LONG = 5
"""After so many answers a run is let go."""


class Household:
    """Ana and Leo, in one room with a screen."""

    def __init__(self, house: House, settings: Settings) -> None:
        self.house = house
        self.settings = settings
        self.now = NOW
        self.sent: list[dict] = []
        send = house._send

        def noted(envelope: dict) -> tuple[int, dict]:
            status, answer = send(envelope)
            self.sent.append(answer)
            return status, answer

        house._send = noted

    def say(self, words: str | None, person: str | None = None, **later: float) -> dict:
        self.now += timedelta(**later) if later else timedelta(seconds=15)
        device = {"timezone": "Europe/London", "screen": True, "permissions": ["reminders", "timers"]}
        told = {"say": words, "user": "home", "at": self.now.isoformat(), "device": device}
        return self.house.hear(Input.of(told | ({"person": person} if person else {})))

    def kept(self) -> str:
        """Give all that is kept, readable."""
        database = Database(self.settings.database_url)
        households = Households(database, Vault.load_or_create(self.settings.data_dir))
        kept = json.dumps([households.export(each.id) for each in households.list()])
        database.close()
        return kept

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Household]:
    folder = tmp_path_factory.mktemp("private")
    settings = Settings.of({"SAFE_HARBOR_DATA_DIR": str(folder)})
    prepare(settings)
    with House(create_app, settings, salt="private") as house:
        home = Household(house, settings)
        home.say("my name is Ana", "ana")
        home.say("my name is Leo", "leo")
        for said in PLANTED:
            home.later(minutes=10)
            for words in said:
                home.say(words, "ana")
            home.say("stop", "ana")
        yield home


def test_enough_was_planted_for_this_to_mean_anything(home: Household) -> None:
    heard = [home.say("what have you kept about me", "ana", minutes=10)]
    while heard[-1]["listening"]:
        heard.append(home.say("yes", "ana"))
    assert any(private(each) for each in heard), heard
    assert home.kept().count(WORD) >= ENOUGH


def beginnings(registry: Registry) -> list[tuple[str, str]]:
    """Give a plain sample of every intent that is for two, of every practice that ships."""
    found = []
    for name, practice in sorted(registry.practices.items()):
        model = registry.plugin_of(name).folder / "model" / "en.json"
        declared = json.loads(model.read_text(encoding="utf-8"))["intents"] if model.exists() else []
        for intent in declared:
            if intent["name"] in practice.intents and practice.between_two(intent["name"]):
                plain = [each for each in intent["samples"] if "{" not in each]
                found += [(intent["name"], each) for each in plain[:1]]
    return found


def private(answer: dict) -> bool:
    """Say whether a planted word is in anything that came of a turn: speech, reprompt, screen, alerts."""
    return WORD in json.dumps(answer, default=str).lower()


def walked(home: Household, opening: str) -> Iterator[dict]:
    """Begin a run and answer it as two people would, Leo first, until it is over."""
    answer = home.say(opening, minutes=10)
    yield answer
    names = iter(("Leo", "Ana"))
    for number in range(LONG):
        if not answer["listening"]:
            return
        asked = answer["speech"].lower()
        who = re.search(r"name|who's|which of you|speaking|beside you|with you", asked)
        words = next(names, "yes") if who else "yes" if number % 2 or "both" in asked else "okay then"
        answer = home.say(words)
        yield answer
    home.say("stop")


def test_no_run_for_two_makes_a_private_word_heard(home: Household) -> None:
    openings = beginnings(load())
    assert len(openings) > 10
    leaks = [(intent, each["speech"]) for intent, said in openings for each in walked(home, said) if private(each)]
    assert leaks == []


def test_no_opening_makes_a_private_word_heard_by_another_or_by_nobody(home: Household) -> None:
    for person in ("leo", None):
        for days in (0, 1, 2, 7):
            answer = home.say("alexa, open safe harbor", person, days=days, minutes=10)
            assert not private(answer), answer
            home.say("stop", person)


@pytest.mark.parametrize(
    "asked", ["let's check in together", "how was our week", "what are we working on", "how was last week"]
)
def test_no_check_in_or_summary_for_two_makes_a_private_word_heard(home: Household, asked: str) -> None:
    home.say("we're both here", minutes=10)
    for answer in walked(home, asked):
        assert not private(answer), answer


def test_no_reminder_says_a_private_word(home: Household) -> None:
    assert WORD not in json.dumps(home.house.platform.alerts_of("home"), default=str).lower()


def test_nothing_that_was_ever_sent_is_a_card(home: Household) -> None:
    for person in ("leo", None):
        home.say("we're both here", person, minutes=10)
        home.say("stop", person)
    assert [each for each in home.sent if "card" in (each.get("response") or {})] == []
