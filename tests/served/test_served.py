"""The webhook as it is served: over HTTP, by gunicorn, through crashes, repetitions and crowds."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

import httpx
import pytest

from skill.simulator.signer import Signer
from skill.speech import plain

LARGEST = 128 * 1024
CANARY = "marmalade zeppelin"


@contextmanager
def slow(platform, seconds):
    platform.delay = seconds
    try:
        yield
    finally:
        platform.delay = 0.0


def spoken(answer):
    assert answer.status_code == 200, answer.text
    return plain(answer.json()["response"]["outputSpeech"]["ssml"])


def together(count, function):
    """Call a function so many times at the same moment, and give what came of each call."""
    start = Barrier(count)

    def one(number):
        start.wait(10)
        return function(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def grateful(served, thing, **who):
    return served.intent("GratitudeIntent", {"gratitude_thing": thing}, **who)


def test_a_signed_launch_is_answered_with_a_question(served, platform):
    answer = served.post(served.launch(user="launching", platform=platform))
    assert answer.headers["Content-Type"].startswith("application/json")
    assert spoken(answer).endswith("?")
    assert answer.json()["response"]["shouldEndSession"] is False


def test_a_signed_good_thing_is_answered_with_its_words(served, platform):
    assert "rain" in spoken(served.post(grateful(served, "the rain", user="thankful", platform=platform))).lower()


def test_a_platform_that_cannot_be_asked_spoils_no_turn(served):
    assert "rain" in spoken(served.post(grateful(served, "the rain", user="offline"))).lower()


@pytest.mark.parametrize(
    "missing", [("SignatureCertChainUrl", "Signature_256"), ("SignatureCertChainUrl",), ("Signature_256",)]
)
def test_a_request_that_is_not_signed_is_refused_without_a_word(served, missing):
    answer = served.post(served.launch(), **dict.fromkeys(missing))
    assert (answer.status_code, answer.content) == (400, b"")


def test_a_strangers_signature_is_refused_without_a_word(served):
    body = served.launch()
    foreign = Signer().headers(body)["Signature-256"]
    answer = served.post(body, Signature_256=foreign)
    assert (answer.status_code, answer.content) == (400, b"")


def test_a_request_of_yesterday_is_refused_without_a_word(served):
    old = served.envelope({"type": "LaunchRequest", "timestamp": "2020-01-01T00:00:00Z"})
    answer = served.post(json.dumps(old).encode())
    assert (answer.status_code, answer.content) == (400, b"")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"request": {}}', b"\xff\xfe"])
def test_what_is_signed_but_no_request_is_refused_without_a_word(served, body):
    answer = served.post(body)
    assert (answer.status_code, answer.content) == (400, b"")


@pytest.mark.parametrize("size", [LARGEST + 1, 16 * LARGEST])
def test_what_is_too_large_is_refused_without_a_word(served, size):
    answer = served.post(b" " * size)
    assert (answer.status_code, answer.content) == (413, b"")


def test_what_is_too_large_and_does_not_say_so_is_refused_without_a_word(served):
    headers = served.signer.headers(b"")
    answer = served.client.post(f"{served.url}/alexa", content=iter([b" " * LARGEST, b" "]), headers=headers)
    assert (answer.status_code, answer.content) == (413, b"")


def test_what_is_as_large_as_may_be_is_answered(served):
    body = served.launch(user="verbose")
    assert spoken(served.post(body + b" " * (LARGEST - len(body))))


def test_what_is_not_json_by_its_own_account_is_refused_without_a_word(served):
    answer = served.post(served.launch(), Content_Type="text/plain")
    assert (answer.status_code, answer.content) == (415, b"")


def test_the_server_says_that_it_lives_and_that_its_database_is_ready(served):
    assert served.get("/healthz").status_code == 200
    assert served.get("/readyz").status_code == 200


def test_turns_and_refusals_are_counted(served):
    def count(line):
        lines = [each for each in served.get("/metrics").text.splitlines() if each.startswith(line)]
        return sum(float(each.split()[-1]) for each in lines)

    answered, refused = 'safe_harbor_turns_total{outcome="asked",practice="gratitude"}', "safe_harbor_refused"
    before = count(answered), count(refused + '_requests_total{reason="header_missing"}')
    served.post(grateful(served, "the rain", user="counted"))
    served.post(served.launch(), Signature_256=None)
    after = count(answered), count(refused + '_requests_total{reason="header_missing"}')
    assert after == (before[0] + 1, before[1] + 1)
    assert count("safe_harbor_turn_seconds_count")


def test_two_copies_of_one_request_get_the_same_reply_and_keep_one_entry(served, platform):
    body = grateful(served, "the echo", user="twice", platform=platform)
    calls = len(platform.calls)
    with slow(platform, 0.3):
        first, second = together(2, lambda _: served.post(body))
    assert "echo" in spoken(first)
    assert first.json() == second.json()
    assert len(platform.calls) == calls + 1
    assert served.post(body).json() == first.json()
    assert served.kept("twice") == ["the echo"]


def test_many_households_at_once_are_all_answered_with_their_own(served, platform):
    bodies = [grateful(served, f"bird number {n}", user=f"crowd-{n}", platform=platform) for n in range(64)]
    answers = together(64, lambda number: served.post(bodies[number]))
    assert {each.status_code for each in answers} == {200}
    for number, answer in enumerate(answers):
        assert f"bird number {number}" in spoken(answer).lower().replace(",", " ").replace(".", " ")


def test_many_turns_of_one_household_at_once_are_all_kept(served, platform):
    served.post(served.launch(user="busy", platform=platform))
    bodies = [grateful(served, f"cloud number {n}", user="busy", platform=platform) for n in range(8)]
    answers = together(8, lambda number: served.post(bodies[number]))
    assert all("cloud" in spoken(each).lower() for each in answers)
    assert sorted(served.kept("busy")) == [f"cloud number {n}" for n in range(8)]


def test_nothing_that_was_said_and_nobody_who_spoke_is_in_the_log_or_readable_on_disk(served, platform):
    who = {"user": f"{CANARY} account", "platform": platform}
    said = served.post(grateful(served, CANARY, **who))
    assert "armalade zeppelin" in spoken(said)
    served.post(grateful(served, CANARY, **who), Signature_256=None)
    served.post(f"{{{CANARY}".encode())
    served.post(served.intent("NoSuchIntent", {"thing": CANARY}, **who))
    served.post(json.dumps(served.envelope({"type": f"{CANARY} request"}, **who)).encode())
    assert CANARY not in served.log
    assert "Traceback" not in served.log
    for file in (path for path in (served.folder / "data").rglob("*") if path.is_file()):
        assert CANARY.encode() not in file.read_bytes(), file


def test_what_was_kept_outlives_a_kill(make_served):
    served = make_served()
    assert "rain" in spoken(served.post(grateful(served, "the rain on the roof"))).lower()
    served.kill()
    served.start()
    (household,) = json.loads(served.run("household", "list", "--json"))
    exported = json.loads(served.run("household", "export", household["id"]))
    assert [each["body"]["text"] for each in exported["entries"]] == ["the rain on the roof"]
    recalled = served.post(served.intent("RecallGoodThingsIntent"))
    assert "rain on the roof" in spoken(recalled)


def test_a_turn_that_has_begun_is_answered_before_the_server_stops(make_served, platform):
    served = make_served(platform)
    calls = len(platform.calls)
    with slow(platform, 1.0), ThreadPoolExecutor(1) as pool:
        turn = pool.submit(served.post, served.launch(user="leaving", platform=platform))
        while len(platform.calls) == calls:
            assert not turn.done()
            time.sleep(0.01)
        assert served.stop() == 0
        assert spoken(turn.result()).endswith("?")
    with pytest.raises(httpx.ConnectError):
        served.get("/healthz")
