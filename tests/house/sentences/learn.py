"""Learns the weights of safety's likeness from the seen sentences: ``make likeness`` runs it, nothing else does.

What the shipped interaction models foresee counts as no disclosure.
It needs scikit-learn, which neither the skill nor its tests do.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from math import sqrt
from pathlib import Path

import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from skill.house import safety
from skill.house.safety.likeness import NOTHING, features
from skill.house.safety.plain import Plain, Words

KINDS = Path(__file__).with_name("kinds.json")
"""The words of a kind, each word in one: they let sentences by different people share features."""
SEEN = Path(__file__).with_name("seen.yaml")
ROOT = Path(__file__).parents[3]
RULES = Path(safety.__file__).parent / "rules" / "en"
LABELS = {
    "overdose": "taken",
    "danger-now": "danger",
    "self-harm-direct": "self",
    "self-harm-indirect": "self",
    "self-injury": "hurt",
    "abuse-physical": "home",
    "abuse-control": "home",
    "abuse-sexual": "forced",
    "harm-to-others": "others",
    "child-at-risk": "child",
    "third-party": "someone",
}
"""The track that answers each family of sentences."""
SEEN_OFTEN = 3
"""In so many sentences a feature must stand, so that nothing is learnt by heart."""
HARMLESS = 4.0
"""So many times its share counts what is no disclosure, which is most of what is said."""
TRUST = 10.0
"""How far the weights may go: the inverse of the regression's regularisation."""
SMALLEST = 3
"""Weights of fewer tenths than this in every label are left out."""

_SLOT = re.compile(r"\{\w+\}")


def learn(texts: Sequence[Words], labels: Sequence[str], named: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """Give the weights as they are kept, in tenths."""
    kind = {word: f"{{{name}}}" for name, words in named.items() for word in words}
    found = [features(text, kind) for text in texts]
    often = Counter(feature for every in found for group in every for feature in group)
    places = {
        feature: place for place, feature in enumerate(sorted(each for each in often if often[each] >= SEEN_OFTEN))
    }
    cells = [
        (row, places[feature], 1 / sqrt(max(1, len(group))))
        for row, every in enumerate(found)
        for group in every
        for feature in group
        if feature in places
    ]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(texts), len(places)))
    counted = Counter(labels)
    shares = {label: len(labels) / len(counted) / count for label, count in counted.items()}
    shares[NOTHING] *= HARMLESS
    model = LogisticRegression(C=TRUST, max_iter=5000, class_weight=shares).fit(matrix, labels)
    weights = (10 * model.coef_).round().astype(int)
    return {
        "kinds": named,
        "starts": {label: round(10 * start) for label, start in zip(model.classes_, model.intercept_, strict=True)},
        "weights": {
            feature: weights[:, place].tolist()
            for feature, place in places.items()
            if abs(weights[:, place]).max() >= SMALLEST
        },
    }


def samples() -> list[str]:
    """List what the interaction models foresee that people say, but for what is said to safety: no disclosures."""
    files = (path for folder in ("skill/house", "plugins") for path in sorted(ROOT.glob(f"{folder}/*/model/en.json")))
    models = [json.loads(path.read_text(encoding="utf-8")) for path in files if "safety" not in path.parts]
    intents = (intent for model in models for intent in model["intents"])
    said = (each for intent in intents if not intent["name"].startswith("Opening") for each in intent["samples"])
    return sorted({_SLOT.sub("the rain", each) for each in said})


def main() -> None:
    """Read the seen sentences, learn, and write the weights beside the rules."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--to", type=Path, default=RULES / "likeness.json")
    sentences, foreseen = yaml.safe_load(SEEN.read_text(encoding="utf-8")), samples()
    labels = [LABELS[each["family"]] if each["hears"] == "hit" else NOTHING for each in sentences]
    words = json.loads((RULES / "words.json").read_text(encoding="utf-8"))
    plain = Plain(words["dropped"], words["endings"], words["spelt"]).words
    texts = [plain(each) for each in (*(each["say"] for each in sentences), *foreseen)]
    learnt = learn(texts, [*labels, *[NOTHING] * len(foreseen)], json.loads(KINDS.read_text(encoding="utf-8")))
    seen = {"learnt from": sha256(SEEN.read_bytes()).hexdigest(), **learnt}
    lines = json.dumps(seen, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"')
    options.parse_args().to.write_text(f"{lines}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
