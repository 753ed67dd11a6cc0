"""Two servers over one database and one file of keys: nothing is lost, nothing doubled, and the key can change."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from skill.speech import plain


@pytest.fixture
def servers(make_served, platform):
    return make_served(platform), make_served(platform)


def grateful(served, thing, platform):
    return served.intent("GratitudeIntent", {"gratitude_thing": thing}, platform=platform)


def spoken(answer):
    assert answer.status_code == 200, answer.text
    return plain(answer.json()["response"]["outputSpeech"]["ssml"])


def test_turns_of_one_household_at_two_servers_are_all_kept_once(servers, platform):
    first, second = servers
    first.post(first.launch(platform=platform))
    bodies = [grateful(first, f"cloud number {n}", platform) for n in range(8)]
    start = Barrier(8)

    def say(number):
        start.wait(10)
        return servers[number % 2].post(bodies[number])

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(say, range(8)))
    assert all("cloud" in spoken(each).lower() for each in answers)
    assert sorted(first.kept()) == [f"cloud number {n}" for n in range(8)]
    again = [servers[(number + 1) % 2].post(body).json() for number, body in enumerate(bodies)]
    assert again == [each.json() for each in answers]
    assert len(second.kept()) == 8


def test_copies_of_one_request_at_two_servers_get_one_reply_and_keep_one_entry(servers, platform):
    first, second = servers
    for number in range(4):
        body = grateful(first, f"echo number {number}", platform)
        with ThreadPoolExecutor(2) as pool:
            one, other = pool.map(lambda server, body=body: server.post(body), servers)
        assert "echo" in spoken(one).lower()
        assert one.json() == other.json()
    assert sorted(second.kept()) == [f"echo number {number}" for number in range(4)]


def test_the_key_changes_while_both_servers_answer(servers, platform):
    first, _ = servers
    for number in range(6):
        assert "stone" in spoken(first.post(grateful(first, f"stone number {number}", platform))).lower()
    said = []
    with ThreadPoolExecutor(1) as pool:
        rotating = pool.submit(first.run, "keys", "rotate")
        while not rotating.done():
            number = len(said)
            said.append(spoken(servers[number % 2].post(grateful(first, f"leaf number {number}", platform))))
        assert "Everything is sealed with key" in rotating.result()
    assert all("leaf" in each.lower() for each in said)
    for served in servers:
        assert "moss" in spoken(served.post(grateful(first, f"moss {served.url}", platform))).lower()
    status = json.loads(first.run("keys", "status", "--json"))
    if sum(each["texts"] != "0" for each in status) > 1:  # what a turn in flight wrote last with the earlier key
        first.run("keys", "rotate")
        status = json.loads(first.run("keys", "status", "--json"))
    assert [each["key"] for each in status if each["texts"] != "0"] == [status[0]["key"]]
    assert status[-1]["does"] == ["opens", "makes the hashes: must stay the last"]
    assert len(first.kept()) == 6 + len(said) + 2
