"""Faults of every kind, done to the skill as it is served; what each came to is told in a table at the end."""

import itertools
import os
import sys
from pathlib import Path

import pytest

from skill.simulator.signer import Signer
from tests.faults.house import Books, House
from tests.faults.switchboard import Switchboard
from tests.faults.table import lines_of, rows_of

SERVE = Path(__file__).with_name("serve.py")


def pytest_terminal_summary(terminalreporter):
    reports = itertools.chain.from_iterable(terminalreporter.stats.get(kind, ()) for kind in ("passed", "failed"))
    if rows := rows_of(each for each in reports if getattr(each, "when", "") == "call"):
        terminalreporter.section("faults")
        for line in lines_of(rows):
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def times():
    """Say how many times a fault is tried: ``times(few)``, many times as often with FAULTS_TIMES."""
    factor = int(os.environ.get("FAULTS_TIMES", "1"))
    return lambda few: few * factor


@pytest.fixture(scope="session")
def signer():
    return Signer()


@pytest.fixture
def platform():
    with Switchboard() as platform:
        yield platform


@pytest.fixture(scope="session")
def shared_switchboard():
    with Switchboard() as platform:
        yield platform


@pytest.fixture
def switchboard(shared_switchboard):
    """Return the platform that the shared house speaks to."""
    yield shared_switchboard
    shared_switchboard.put_right()


def begun(folder, signer, platform, **more):
    return House(folder, signer, (sys.executable, str(SERVE), platform.url, str(folder / "off")), **more)


@pytest.fixture(scope="session")
def shared(signer, shared_switchboard, tmp_path_factory):
    """Return a house that many tests share, each with households of its own."""
    made = begun(tmp_path_factory.mktemp("house"), signer, shared_switchboard)
    try:
        yield made.start()
    finally:
        made.close()


@pytest.fixture
def house(shared):
    """Return the shared house, with its clock right, and begun again where another test could not."""
    if shared.process is None:
        shared.start()
    yield shared
    shared.off = 0.0


@pytest.fixture
def make_house(signer, tmp_path):
    """Make houses over one folder; they are gone afterwards."""
    made = []

    def make(platform, **more):
        made.append(begun(tmp_path, signer, platform, **more))
        return made[-1].start()

    yield make
    for each in made:
        each.close()


@pytest.fixture
def books(request, house, switchboard):
    """Make the books of a household of this test alone: ``books(name)``; its device is on the platform."""

    def make(name="ana", permissions=("reminders", "timers"), at=None):
        user = f"{request.node.name} {name}"
        switchboard.device(user, permissions=permissions)
        return Books(at or house, user, switchboard)

    return make


@pytest.fixture
def tell(record_property):
    """Tell the row of a test's fault, and hold it against what must be."""

    def told(row):
        record_property(*row.of_report())
        assert row.clean, row
        return row

    return told
