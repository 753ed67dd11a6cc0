import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from skill.errors import ConfigurationError
from skill.server import configuration

ROOT = Path(__file__).parents[1]

# A server of its own process, with an application that tells which process it was made in and which answers.
SERVED = """
import gc
import os
from flask import Flask
from skill.server import Server, configuration

class Extension:
    forks = []
    def after_fork(self):
        self.forks.append(os.getpid())

def load():
    gc.disable()
    app = Flask("served")
    app.extensions["safe_harbor"] = extension = Extension()
    made_in = os.getpid()
    @app.get("/")
    def tell():
        return {"made_in": made_in, "answered_by": os.getpid(), "forks": extension.forks,
                "collecting": gc.isenabled(), "set_aside": gc.get_freeze_count()}
    return app

Server(load, configuration(os.environ)).run()
"""


@pytest.fixture
def served():
    environ = os.environ | {"HOST": "127.0.0.1", "PORT": "0", "PYTHONWARNINGS": "default"}
    environ.pop("WEB_CONCURRENCY", None)
    with subprocess.Popen(
        [sys.executable, "-c", SERVED],
        env=environ,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def announced(process):
    line = process.stdout.readline()
    return re.fullmatch(r"Safe Harbor answers signed Alexa requests at (http://127\.0\.0\.1:\d+)/alexa\n", line)[1]


def test_the_server_says_where_it_answers_and_how_to_chat(served):
    assert announced(served)
    assert served.stdout.readline() == "To talk with it here, in another terminal: safe-harbor chat\n"


def test_the_application_is_made_once_and_told_when_a_worker_is_forked(served):
    with urllib.request.urlopen(announced(served), timeout=10) as response:
        told = json.load(response)
    assert told["made_in"] == served.pid
    assert told["answered_by"] != served.pid
    assert told["forks"] == [told["answered_by"]]


def test_a_worker_looks_for_garbage_of_its_own_and_not_in_what_it_shares(served):
    with urllib.request.urlopen(announced(served), timeout=10) as response:
        told = json.load(response)
    assert told["collecting"]
    assert told["set_aside"] > 10_000


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_server_stops_cleanly_when_asked(served, number):
    announced(served)
    served.send_signal(number)
    assert served.wait(timeout=15) == 0


def test_by_default_the_server_is_reachable_from_this_machine_only():
    assert configuration({})["bind"] == ["127.0.0.1:8080"]
    assert configuration({})["workers"] == 1


def test_host_port_and_number_of_workers_come_from_the_environment():
    options = configuration({"HOST": "0.0.0.0", "PORT": "9000", "WEB_CONCURRENCY": "3"})
    assert options["bind"] == ["0.0.0.0:9000"]
    assert options["workers"] == 3


def test_an_ipv6_address_is_put_in_brackets():
    assert configuration({"HOST": "::1"})["bind"] == ["[::1]:8080"]


def test_an_empty_variable_counts_as_unset():
    assert configuration({"HOST": "", "PORT": "", "WEB_CONCURRENCY": ""}) == configuration({})


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "http"), ("PORT", "65536"), ("PORT", "-1"), ("WEB_CONCURRENCY", "0"), ("WEB_CONCURRENCY", "two")],
)
def test_a_variable_that_cannot_be_used_is_named(name, value):
    with pytest.raises(ConfigurationError, match=f"{name} must be a whole number .*{value}"):
        configuration({name: value})


def test_nobody_is_written_down_for_having_spoken():
    assert configuration({})["accesslog"] is None
