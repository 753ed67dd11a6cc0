"""Whatever a signed envelope holds, it is answered or refused: what is odd in it costs only itself."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.endpoint import LARGEST_REQUEST

NEEDED = (
    ("request",),
    ("request", "type"),
    ("request", "requestId"),
    ("request", "timestamp"),
    ("request", "intent", "name"),
    ("session", "sessionId"),
    ("session", "application", "applicationId"),
    ("session", "user", "userId"),
    ("context", "System", "application", "applicationId"),
    ("context", "System", "user", "userId"),
    ("context", "System", "person", "personId"),
    ("context", "System", "device", "deviceId"),
)
"""Where an envelope may be so odd that it has to be refused."""


def nested(depth):
    tree = []
    for _ in range(depth):
        tree = [tree]
    return tree


ODD = (
    None, True, False, 0, -1, 7, 1.5, 1e308, -0.0, 2**63, 10**30, "", " ", "x", [], {}, [[]], [{}], ["a"], [None],
    {"a": None}, {"": ""}, {"type": "x"},
    {"type": "List", "values": [None, 7, "a", {"type": "Simple", "value": None}]}, {"values": "a"},
    {"resolutionsPerAuthority": [None, {"status": {"code": "ER_NEW"}}, {"values": [None]}]}, nested(20),
    nested(200), "2026-03-02T20:10:00Z", "2026-03-02T20:10:00", "2026-03-02T20:10:00.123456789Z",
    "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-02-30T00:00:00Z", "2026-03-02",
    "20260302T201000Z", "infinity", 1772482200000, "en-GB", "en-US", "de-DE", "en-XX", "e" * 300, "../../en",
    "x-klingon", "zh-Hant-TW", "en_US.UTF-8", "amzn1.ask.skill.ours", "x" * 1024, "x" * 1025, "x" * 20_000,
    "CanFulfillIntentRequest", "Alexa.New.Thing", "AMAZON.NewIntent", "AMAZON.StopIntent", "WordsIntent",
    "LaunchRequest", "IntentRequest", "SessionEndedRequest", "Connections.Response", "SessionResumedRequest",
    "Alexa.Presentation.APL.UserEvent", "https://api.amazonalexa.com.evil", "http://127.0.0.1:1",
    "file:///etc/passwd", "http://[", "//", "STARTED", "ER_SUCCESS_MATCH", "GRANTED", "TV", "Europe/Nowhere",
)  # fmt: skip
"""Of every JSON type, and much that one place or another knows."""
NAMES = (
    "type",
    "value",
    "values",
    "id",
    "name",
    "object_type",
    "__class__",
    "__dict__",
    "self",
    "new",
    "slotValue",
    "",
)


def places(tree, path=()):
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from places(item, (*path, key))


def fresh(door, document, user):
    """Let a recorded envelope be for us, of now, and of somebody who was never there."""
    document = copy.deepcopy(document)
    system, session = document["context"]["System"], document.get("session", {})
    for each in (system, session):
        each["application"] = {"applicationId": "amzn1.ask.skill.ours"}
        each["user"] = {**each.get("user", {}), "userId": user}
    if "session" not in document:
        del session
    device = system.setdefault("device", {"deviceId": "kitchen", "supportedInterfaces": {}})
    token = door.platform.device(user, device["deviceId"], time_zone="Europe/London", permissions=["reminders"])
    system |= {"apiEndpoint": door.platform.url, "apiAccessToken": token}
    document["request"]["timestamp"] = "2026-03-02T20:10:00Z"
    return document


def change(document, kind, spot, odd, name, times):
    """Change one place of an envelope, and give it."""
    spots = list(places(document)) or [("request",)]
    place = *way, last = spots[spot % len(spots)]
    holder = document
    for key in way:
        holder = holder[key]
    match kind:
        case "take":
            holder.pop(last, None) if isinstance(holder, dict) else holder.pop(last)
        case "add" if isinstance(holder, dict):
            holder[name] = copy.deepcopy(odd)
            return (*way, name)
        case "double" if isinstance(holder, list):
            holder.extend([holder[last]] * times)
        case _:
            holder[last] = copy.deepcopy(odd)
    return place


def needed(place):
    return any(place == each[: len(place)] or each == place[: len(each)] for each in NEEDED if each != ("request",))


@settings(settings.get_profile("hostile"))
@given(data=st.data())
def test_an_envelope_with_anything_in_it_is_answered_or_refused(door, recorded, data):
    user = door.somebody()
    if data.draw(st.booleans()):
        document = fresh(door, recorded[data.draw(st.sampled_from(sorted(recorded)))], user)
    else:
        intent = data.draw(st.sampled_from(sorted(door.intents)))
        filled = {name: {"name": name, "value": data.draw(door.phrases)} for name in door.intents[intent]}
        request = {"type": "IntentRequest", "intent": {"name": intent, "slots": filled}}
        opened = door.send(door.envelope({"type": "LaunchRequest"}, user)).document["sessionAttributes"]
        document = door.envelope(request, user, attributes=opened, screen=True, number=1)
    kinds = st.sampled_from(["change", "change", "take", "add", "double"])
    odd = st.sampled_from(ODD) | door.phrases
    changes = st.tuples(kinds, st.integers(0, 9999), odd, st.sampled_from(NAMES), st.integers(1, 300))
    changed = [change(document, *each) for each in data.draw(st.lists(changes, max_size=4))]
    answer = door.send(document)
    assert "failed" not in answer.outcomes
    if len(json.dumps(document)) > LARGEST_REQUEST:
        assert answer.status == 413
    elif any(map(needed, changed)) or too_deep(document):
        assert answer.status in (200, 400)
    else:
        assert answer.status == 200


def too_deep(document):
    return any(len(place) > 60 for place in places(document))


def whole(door, kind="LaunchRequest", **request):
    return json.dumps(door.envelope({"type": kind, **request}, door.somebody()))


@settings(settings.get_profile("hostile"))
@given(data=st.data())
def test_bytes_that_were_an_envelope_are_answered_or_refused(door, data):
    body = bytearray(whole(door).encode())
    for _ in range(data.draw(st.integers(1, 5))):
        spot = data.draw(st.integers(0, len(body)))
        body[spot : spot + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20) | st.sampled_from(PIECES))
    assert door.send(bytes(body)).status in (200, 400)


@settings(settings.get_profile("hostile"))
@given(body=st.binary(max_size=300) | st.text(max_size=200).map(lambda each: each.encode("utf-8", "surrogatepass")))
def test_bytes_that_never_were_an_envelope_are_refused(door, body):
    assert door.send(body).status == 400


PIECES = (
    b"{", b"}", b"[", b"]", b'"', b",", b":", b"\\", b"\\u0000", b"\\ud800", b"\\udfff\\ud800", b"NaN",
    b"-Infinity", b"1e999", b"1" * 5000, b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"[" * 2000,
    b"{}" * 500, b'"request":{}', b"null", b"//", b'"request":{"type":"LaunchRequest"},',
    b'"type":"IntentRequest",', "\u202e".encode(), "٣".encode(), b"1e400", b"-", b"\n" * 300,
)  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "cp037"])
def test_json_is_utf_8(door, encoding):
    assert door.send(whole(door).encode(encoding)).status == 400


@pytest.mark.parametrize(("more", "status"), [(-1, 200), (0, 200), (1, 413), (100_000, 413)])
def test_a_signed_envelope_has_128_kib_and_no_more(door, more, status):
    body = whole(door).encode()
    assert door.send(body + b" " * (LARGEST_REQUEST + more - len(body))).status == status


@pytest.mark.parametrize("piece", [b"[", b'{"a":', b"[[[{", b'"', b"\\", b"9", b"{}", b" ", b"\xf0\x9f\x8c\xa7", b"{{"])
def test_128_kib_of_one_thing_are_refused(door, piece):
    assert door.send((piece * LARGEST_REQUEST)[:LARGEST_REQUEST]).status == 400


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"requestId"', '"requestId": "request-7", "requestId"'),
        ('"type": "LaunchRequest"', '"type": "IntentRequest", "type": "LaunchRequest"'),
        ('"version"', '"request": {"type": "LaunchRequest"}, "version"'),
    ],
)
def test_of_a_key_that_stands_twice_the_last_counts(door, before, after):
    assert door.send(whole(door).replace(before, after).encode()).status == 200


@pytest.mark.parametrize(
    "odd",
    ["NaN", "Infinity", "-Infinity", "1e999999", "01", "0x10", "'a'", "undefined", '"\\ud800"', '"\\x41"', '"\t"', ""],
)
def test_what_is_not_quite_json_is_refused(door, odd):
    assert door.send(whole(door).replace('"new": false', f'"new": {odd}').encode()).status == 400


@pytest.mark.parametrize("depth", [10, 55, 70, 1000, 60_000])
def test_depth_is_answered_up_to_a_bound_and_refused_beyond(door, depth):
    deep = "[" * depth + "]" * depth
    body = whole(door).replace('"attributes": {}', f'"attributes": {{"a": {deep}}}').encode()
    assert door.send(body).status == (200 if depth < 60 else 400)


@settings(settings.get_profile("hostile"))
@given(data=st.data())
def test_session_attributes_that_are_not_ours_spoil_no_turn(door, data):
    odd = st.sampled_from(ODD).filter(lambda each: each != nested(200)) | door.phrases
    user = door.somebody()
    first = door.send(door.envelope({"type": "LaunchRequest"}, user, number=0))
    names = st.sampled_from(sorted({*first.document["sessionAttributes"], "floor", "failed", "words", "x"}))
    attributes = first.document["sessionAttributes"] | data.draw(st.dictionaries(names, odd, min_size=1, max_size=3))
    words = {"answers_words": {"name": "answers_words", "value": data.draw(door.phrases)}}
    intent = data.draw(st.sampled_from(["WordsIntent", "AMAZON.YesIntent", "AMAZON.RepeatIntent", "AMAZON.StopIntent"]))
    meant = {"name": intent, "slots": words if intent == "WordsIntent" else {}}
    request = {"type": "IntentRequest", "intent": meant}
    envelope = door.envelope(request, user, attributes=attributes, number=1)
    answer = door.send(envelope)
    assert answer.status == (200 if len(json.dumps(envelope)) <= LARGEST_REQUEST else 413)
    assert "failed" not in answer.outcomes
