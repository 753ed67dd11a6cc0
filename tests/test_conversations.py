"""Conversations as data: every row under tests/conversations is held with the simulated speaker, word by word.

A row has a name, a time zone, the first instant, and turns. A turn has ``say`` (or ``silence``, or ``touch``), perhaps
``at`` (+20m, +1d or an instant), ``user``, ``person``, ``session``, ``locale``, ``device``; and what must be so:
``practice``, ``hears`` and ``not`` (patterns, any case), ``reprompt``, ``listening``, ``alerts`` (how many) and
``intent``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from skill.app import create_app, prepare
from skill.settings import Settings
from skill.simulator.house import House
from skill.simulator.input import Input

HERE = Path(__file__).parent / "conversations"
UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
EVENING = "2026-03-02T20:10:00+00:00"
DONE = frozenset({"say", "silence", "touch", "at", "user", "person", "session", "locale", "device"})
SO = frozenset({"practice", "hears", "not", "reprompt", "listening", "alerts", "intent"})
LONGEST = 45
EXERCISE = re.compile(r"<break")


def rows() -> Iterator[Any]:
    for path in sorted(HERE.glob("*/*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")) or ():
            yield pytest.param(row, id=f"{path.parent.name}/{path.stem}: {row['name']}")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    settings = Settings.of({"SAFE_HARBOR_DATA_DIR": str(folder)})
    prepare(settings)
    with House(create_app, settings, salt="rows") as made:
        yield made


@pytest.mark.parametrize("row", [*rows()])
def test_a_conversation_goes_as_it_is_written(house: House, row: Mapping[str, Any], request: Any) -> None:
    now = datetime.fromisoformat(str(row.get("at", EVENING)))
    for number, turn in enumerate(row["turns"]):
        now = moved(now, turn.get("at"))
        answer = house.hear(heard(row, turn, request.node.name, now))
        told = f"turn {number + 1}, {turn.get('say', turn)!r}: {answer['speech']!r} ({answer['heard']})"
        check(turn, answer, told)
        now += timedelta(seconds=15)


def heard(row: Mapping[str, Any], turn: Mapping[str, Any], name: str, now: datetime) -> Input:
    keys = ("say", "touch", "person", "locale", "session")
    data = {key: value for key in keys if (value := turn.get(key, row.get(key))) is not None}
    device = {"timezone": row.get("timezone", "Europe/London"), **row.get("device", {}), **turn.get("device", {})}
    user = f"{name} {turn.get('user', 'home')}"
    return Input.of({**data, "user": user, "at": now.isoformat(), "device": device})


def moved(now: datetime, how: object) -> datetime:
    if not how:
        return now
    text = str(how)
    if text.startswith("+"):
        return now + timedelta(**{UNITS[text[-1]]: float(text[1:-1])})
    return datetime.fromisoformat(text)


def check(turn: Mapping[str, Any], answer: Mapping[str, Any], told: str) -> None:
    assert turn.keys() <= DONE | SO, f"nobody looks at {turn.keys() - DONE - SO}: {told}"
    assert answer["error"] is None, told
    for pattern in listed(turn.get("hears")):
        assert re.search(pattern, answer["speech"].replace("’", "'"), re.IGNORECASE), f"{pattern!r} in {told}"
    for pattern in listed(turn.get("not")):
        assert not re.search(pattern, answer["speech"], re.IGNORECASE), f"no {pattern!r} in {told}"
    for pattern in listed(turn.get("reprompt")):
        assert re.search(pattern, answer["reprompt"], re.IGNORECASE), f"{pattern!r} in {answer['reprompt']!r}"
    if "practice" in turn:
        assert answer["practice"] == turn["practice"], told
    if "listening" in turn:
        assert answer["listening"] is turn["listening"], told
    if "intent" in turn:
        assert (answer["heard"] or {}).get("intent") == turn["intent"], told
    if "alerts" in turn:
        assert len(answer["alerts"]) == turn["alerts"], f"{answer['alerts']} in {told}"
    if answer["practice"] != "safety":
        assert answer["listening"] == answer["speech"].endswith("?") or not answer["speech"], f"question last: {told}"
        assert len(answer["speech"].split()) <= LONGEST or EXERCISE.search(answer["ssml"]), f"length: {told}"


def listed(value: object) -> list[str]:
    return [] if value is None else [str(value)] if not isinstance(value, list) else [str(each) for each in value]
