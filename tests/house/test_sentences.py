"""How well safety hears: labelled sentences that were looked at while its rules were written, and others never were."""

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from skill.house import safety
from skill.house.safety.families import Families

SENTENCES = Path(__file__).parent / "sentences"
RULES = Path(safety.__file__).parent / "rules" / "en"
EMERGENCIES = {"overdose", "self-harm-direct", "danger-now"}


def labelled(half):
    return yaml.safe_load((SENTENCES / f"{half}.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def families():
    return Families(RULES)


def rates(families, half):
    """Give the share taken up, at once or with a question, and of what is nothing the share answered at once."""
    taken, every = Counter(), Counter()
    for each in labelled(half):
        found = families.find([each["say"]])
        kind = "emergency" if each["hears"] == "hit" and each["family"] in EMERGENCIES else each["hears"]
        every[kind] += 1
        taken[kind] += found is not None and (kind != "nothing" or not found.grey)
    return {kind: taken[kind] / every[kind] for kind in every}


def test_no_sentence_is_in_both_halves():
    seen, unseen = ({each["say"].casefold() for each in labelled(half)} for half in ("seen", "unseen"))
    assert not seen & unseen


@pytest.mark.parametrize("half", ["seen", "unseen"])
def test_half_of_them_must_be_heard_and_as_many_must_not(half):
    counted = Counter(each["hears"] for each in labelled(half))
    assert min(counted["hit"], counted["nothing"]) >= 200
    assert len({each["family"] for each in labelled(half) if each["hears"] == "hit"}) == 11


@pytest.mark.parametrize(
    ("half", "emergencies", "rest", "alarms"), [("seen", 0.98, 0.97, 0.02), ("unseen", 0.96, 0.93, 0.05)]
)
def test_what_was_measured_still_holds(families, half, emergencies, rest, alarms):
    found = rates(families, half)
    assert found["emergency"] >= emergencies
    assert found["hit"] >= rest
    assert found["nothing"] <= alarms


def test_the_weights_were_learnt_from_the_sentences_that_lie_here():
    learnt = (RULES / "likeness.json").read_text(encoding="utf-8")
    assert sha256((SENTENCES / "seen.yaml").read_bytes()).hexdigest() in learnt, "run: make likeness"
