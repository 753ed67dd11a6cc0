import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PINS = ("requirements.txt", "requirements-dev.txt", "requirements-likeness.txt", "deploy/requirements.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
NEEDED = PROJECT["project"]["dependencies"]
POSTGRESQL = PROJECT["project"]["optional-dependencies"]["postgresql"]
BUILD = ["editables", *PROJECT["build-system"]["requires"]]
DEVELOPMENT, LIKENESS = (
    [line.partition("#")[0] for line in (ROOT / f"requirements-{name}.in").read_text().splitlines()]
    for name in ("dev", "likeness")
)


def pinned(file):
    """Each package pinned in ``file`` with its version."""
    found = re.findall(r"^([\w.-]+)==([^\s;\\]+)", (ROOT / file).read_text(), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


@pytest.mark.parametrize("file", PINS)
def test_every_pin_carries_a_hash(file):
    entries = re.split(r"\n(?=\S)", (ROOT / file).read_text().strip())
    assert len(entries) > 5
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("file", PINS)
def test_a_pin_file_names_no_address_and_no_path(file):
    assert re.findall(r"://|index|find-links|file:|^/", (ROOT / file).read_text(), re.MULTILINE) == []


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("requirements.txt", NEEDED + BUILD),
        ("deploy/requirements.txt", NEEDED + BUILD + POSTGRESQL),
        ("requirements-dev.txt", NEEDED + BUILD + POSTGRESQL + DEVELOPMENT),
        ("requirements-likeness.txt", LIKENESS),
    ],
)
def test_everything_that_is_asked_for_is_pinned_as_asked(file, wanted):
    pins = pinned(file)
    requirements = [Requirement(line) for line in wanted if line.strip()]
    held = {requirement: pins.get(canonicalize_name(requirement.name)) for requirement in requirements}
    missing = [str(wanted) for wanted, pin in held.items() if pin is None or not wanted.specifier.contains(pin)]
    assert missing == [], "run: make pins"


def test_what_is_tested_is_what_is_installed():
    tested = pinned("requirements-dev.txt")
    for file in ("requirements.txt", "deploy/requirements.txt"):
        assert pinned(file).items() <= tested.items()
