"""What comes in is read as the official SDK reads it, and what is new costs only itself."""

import copy
import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope, ResponseEnvelope
from ask_sdk_model.dialog import ElicitSlotDirective
from ask_sdk_model.intent import Intent
from ask_sdk_model.request import Request
from ask_sdk_model.slot import Slot
from ask_sdk_model.slu.entityresolution import StatusCode
from ask_sdk_model.ui import SimpleCard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from skill.alexa import envelope
from skill.alexa.plans import members
from skill.alexa.writers import Settled, plain
from skill.errors import RequestRefused

RECORDED = {path.stem: path for path in sorted((Path(__file__).parent / "recorded").glob("*.json"))}
NEWER_THAN_THE_MODEL = {
    "screen_error_of_a_new_type",
    "session_resumed_for_a_new_cause",
    "unknown_members",
    "unknown_request",
    "unknown_resolution",
    "unknown_slot_value",
    "unknown_viewport",
}
ROOT = "ask_sdk_model.request_envelope.RequestEnvelope"
ANSWER = "ask_sdk_model.response_envelope.ResponseEnvelope"
REQUEST = "ask_sdk_model.request.Request"
quick = settings(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def recorded(name):
    return json.loads(RECORDED[name].read_text())


def read(document):
    return envelope.read(json.dumps(document).encode())


def reference(document, kind=RequestEnvelope):
    return DefaultSerializer().deserialize(json.dumps(document), kind)


def reads(document):
    try:
        return reference(document)
    except SerializationException:
        return None


def the_class(name):
    module, _, attribute = name.rpartition(".")
    return getattr(import_module(module), attribute)


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=6
)
instants = st.datetimes(min_value=datetime(1990, 1, 1)).flatmap(
    lambda at: st.sampled_from(
        [
            f"{at:%Y-%m-%dT%H:%M:%S}Z",
            f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}Z",
            at.isoformat(),
            at.isoformat() + "+02:00",
        ]
    )
)
NATIVE = {
    "str": words,
    "bool": st.booleans(),
    "int": st.integers(),
    "float": st.floats(allow_nan=False, allow_infinity=False),
    "datetime": instants,
    "object": anything,
}


@st.composite
def fitting(draw, kind, depth=0, named=""):
    """JSON of a type of the model, in the model's own notation; ``named`` chooses the class where it is a family."""
    if kind in NATIVE:
        return draw(NATIVE[kind])
    if found := re.fullmatch(r"list\[(.*)\]", kind):
        return draw(st.lists(fitting(found[1], depth + 1), max_size=2 if depth < 6 else 0))
    if found := re.fullmatch(r"dict\([^,]*, (.*)\)", kind):
        return draw(st.dictionaries(words, fitting(found[1], depth + 1), max_size=2 if depth < 6 else 0))
    model = the_class(kind)
    if issubclass(model, Enum):
        return draw(st.sampled_from([member.value for member in model]))
    document = {}
    if hasattr(model, "get_real_child_model"):
        names = [named] if named else sorted(model.discriminator_value_class_map)
        document[model.json_discriminator_key] = name = draw(st.sampled_from(names))
        model = the_class(model.discriminator_value_class_map[name])
    for attribute, name in model.attribute_map.items():
        if name not in document and (depth == 0 or (depth < 8 and draw(st.integers(0, 2)) == 0)):
            document[name] = draw(fitting(model.deserialized_types[attribute], depth + 1))
    return document


def places(tree, path=()):
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from places(item, (*path, key))


@st.composite
def tampered(draw):
    """An envelope, recorded or made up, in which something is missing, is of another type, or is new."""
    document = copy.deepcopy(draw(st.sampled_from(sorted(RECORDED)).map(recorded) | fitting(ROOT)))
    for _ in range(draw(st.integers(1, 3))):
        spots = list(places(document))
        *way, last = draw(st.sampled_from(spots)) if spots else ("new",)
        holder = document
        for key in way:
            holder = holder[key]
        change = draw(st.sampled_from(["take", "change", "add"]))
        if change == "take":
            del holder[last]
        elif change == "change" or isinstance(holder, list):
            holder[last] = draw(
                st.sampled_from([None, "", "x", 0, 7, 1.5, True, [], {}, ["a"], {"a": None}, [None], {"type": "APLT"}])
            )
        else:
            holder[draw(st.sampled_from(["brandNew", "object_type", "request_id", "type"]))] = draw(anything)
    return document


def taken_apart(value):
    """Give every value with its type; of an instant only its offset, since there are several classes for UTC."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: taken_apart(item) for name, item in value.items()}
    if isinstance(value, list):
        return [taken_apart(item) for item in value]
    return type(value), taken_apart(vars(value)) if hasattr(value, "deserialized_types") else value


def as_json(value):
    return json.loads(json.dumps(value))


def has_a_request(document):
    kind = document.get("request", {}).get("type") if isinstance(document.get("request"), dict) else None
    return isinstance(kind, str) and kind != ""


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_every_recorded_request_is_read(name):
    document = recorded(name)
    got = read(document)
    assert got.request.object_type == document["request"]["type"]
    assert got.request.request_id == document["request"]["requestId"]
    assert got.request.timestamp == datetime.fromisoformat(document["request"]["timestamp"])
    assert got.context.system.user.user_id == document["context"]["System"]["user"]["userId"]


@pytest.mark.parametrize("name", sorted(RECORDED.keys() - NEWER_THAN_THE_MODEL))
def test_a_recorded_request_is_read_and_written_as_by_the_official_serializer(name):
    document = recorded(name)
    got, expected = read(document), reference(document)
    assert got == expected
    assert got.to_dict() == expected.to_dict()
    assert taken_apart(got) == taken_apart(expected)
    assert as_json(plain(got)) == as_json(DefaultSerializer().serialize(expected))


@pytest.mark.parametrize("name", sorted(NEWER_THAN_THE_MODEL))
def test_the_official_serializer_gives_up_what_is_newer_than_its_model(name):
    assert reads(recorded(name)) is None


@pytest.mark.parametrize("name", sorted(Request.discriminator_value_class_map))
@settings(quick, max_examples=4)
@given(data=st.data())
def test_a_request_of_every_type_is_read_and_written_as_by_the_official_serializer(name, data):
    document = {"version": "1.0", "request": data.draw(fitting(REQUEST, named=name))}
    got, expected = read(document), reference(document)
    assert type(got.request) is the_class(Request.discriminator_value_class_map[name])
    assert taken_apart(got) == taken_apart(expected)
    assert as_json(plain(got)) == as_json(DefaultSerializer().serialize(expected))


@quick
@given(fitting(ROOT))
def test_whatever_fits_the_model_is_read_and_written_equally(document):
    got, expected = read(document), reference(document)
    assert got == expected
    assert taken_apart(got) == taken_apart(expected)
    assert as_json(plain(got)) == as_json(DefaultSerializer().serialize(expected))


@settings(quick, max_examples=200)
@given(tampered())
def test_whatever_the_official_serializer_reads_is_read_equally_and_the_rest_is_read_too(document):
    if not has_a_request(document):
        with pytest.raises(RequestRefused, match="malformed"):
            read(document)
        return
    got, expected = read(document), reads(document)
    assert isinstance(got, RequestEnvelope)
    assert isinstance(got.request, Request)
    if expected is not None:
        assert taken_apart(got) == taken_apart(expected)
        assert as_json(plain(got)) == as_json(DefaultSerializer().serialize(expected))


@quick
@given(fitting(ANSWER))
def test_a_response_is_written_and_read_back_as_by_the_official_serializer(document):
    response = reference(document, ResponseEnvelope)
    written = envelope.write(response)
    assert json.loads(written) == as_json(DefaultSerializer().serialize(response))
    assert reference(json.loads(written), ResponseEnvelope) == response


def test_what_is_json_already_is_written_as_it_is():
    shown = Settled(title="What?", until=0)
    response = ResponseEnvelope(session_attributes={"shown": shown, "half": "\ud800"})
    assert json.loads(envelope.write(response)) == {"sessionAttributes": {"shown": shown, "half": "\ud800"}}
    assert plain(shown) is shown


def test_a_response_of_the_sdk_s_own_making_is_written():
    factory = ResponseFactory()
    intent = Intent(name="WordsIntent", slots={"words": Slot(name="words")})
    factory.speak("Yes & no").ask("Still there?").set_card(SimpleCard("Kept", "One thing"))
    factory.add_directive(ElicitSlotDirective(updated_intent=intent, slot_to_elicit="words"))
    response = ResponseEnvelope("1.0", {"frame": "f-1", "none": None}, "agent", factory.response)
    assert json.loads(envelope.write(response)) == DefaultSerializer().serialize(response)


def test_session_attributes_of_every_writable_kind_are_written_as_the_official_serializer_writes_them():
    attributes = {
        "tuple": (1, "two"),
        "huge": 2**70,
        "whole": Decimal("3"),
        "part": Decimal("1.5"),
        "code": StatusCode.ER_SUCCESS_MATCH,
        "at": datetime(2026, 11, 21, 22, tzinfo=UTC),
        "slot": Slot(name="words", value="x"),
        "half": "\ud800",
    }
    response = ResponseEnvelope(session_attributes=attributes)
    written = json.loads(envelope.write(response))
    assert written == json.loads(json.dumps(DefaultSerializer().serialize(response)))


def test_what_has_no_place_in_json_is_not_written():
    with pytest.raises(TypeError, match="object has no place in JSON"):
        envelope.write(ResponseEnvelope(session_attributes={"thing": object()}))


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("session", "new"), "yes", True),
        (("session", "new"), 0, False),
        (("session", "sessionId"), 7, "7"),
        (("context", "Viewport", "dpi"), "213", 213.0),
        (("context", "Viewport", "dpi"), [], []),
        (("context", "Viewports"), {}, []),
        (("context", "Viewports"), 7, None),
        (("context", "Viewports"), [7, None], [None]),
        (("context", "Viewport"), "wide", None),
        (("context", "Viewport", "dpi"), "many", None),
    ],
)
def test_a_member_of_another_type_is_converted_as_the_official_serializer_does_or_left_out(path, value, expected):
    document = recorded("launch_with_screen")
    holder = document
    for name in path[:-1]:
        holder = holder[name]
    holder[path[-1]] = value
    got = read(document)
    for name in path:
        got = getattr(
            got, {"sessionId": "session_id", "Viewport": "viewport", "Viewports": "viewports"}.get(name, name)
        )
    assert (got, type(got)) == (expected, type(expected))


def test_an_unknown_request_keeps_its_type_and_its_members():
    request = read(recorded("unknown_request")).request
    assert type(request) is Request
    assert (request.object_type, request.locale) == ("Alexa.Presence.PersonEntered", "en-US")
    assert request.presence == {"zone": "kitchen"}


def test_an_unknown_viewport_costs_only_itself():
    context = read(recorded("unknown_viewport")).context
    assert [viewport.id for viewport in context.viewports] == ["main"]
    assert context.viewport.shape is None
    assert context.viewport.pixel_width == 1280.0
    assert len(context.viewport.touch) == 1


def test_an_unknown_slot_value_leaves_the_words_that_were_heard():
    slot = read(recorded("unknown_slot_value")).request.intent.slots["words"]
    assert (slot.value, slot.slot_value) == ("tired and hopeful", None)


def test_an_unknown_resolution_leaves_its_values():
    request = read(recorded("unknown_resolution")).request
    (resolution,) = request.intent.slots["feeling"].resolutions.resolutions_per_authority
    assert (resolution.status.code, resolution.values[0].value.id) == (None, "tense")
    assert request.dialog_state is None


def test_what_is_null_is_none():
    got = read(recorded("unknown_members"))
    assert (got.context.system.person, got.session.attributes) == (None, None)


def test_the_body_of_a_skill_event_is_at_hand():
    assert read(recorded("skill_disabled")).request.body == {"userInformationPersistenceStatus": "NOT_PERSISTED"}
    assert read(recorded("skill_disabled")).session is None


def test_a_whole_number_past_64_bits_stays_whole():
    document = recorded("launch")
    document["session"]["attributes"] = {"count": 18446744073709551617, "least": -(10**30)}
    assert read(document).session.attributes == document["session"]["attributes"]


def test_a_timestamp_is_an_aware_instant():
    at = read(recorded("launch")).request.timestamp
    assert at.utcoffset().total_seconds() == 0


def test_a_timestamp_that_is_none_is_left_out():
    document = recorded("launch")
    for wrong in (1763762400000, "soon", "9" * 200, ""):
        document["request"]["timestamp"] = wrong
        assert read(document).request.timestamp is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"LaunchRequest"',
        b"{}",
        b'{"request": null}',
        b'{"request": []}',
        b'{"request": {}}',
        b'{"request": {"type": null}}',
        b'{"request": {"type": ["LaunchRequest"]}}',
        b'{"request": {"type": ""}}',
        b'{"request": {"type": "LaunchRequest"}} trailing',
        b'{"request": {"type": "LaunchRequest", "locale": NaN}}',
        b'\xff{"request": {"type": "LaunchRequest"}}',
        b'{"request": {"type": "LaunchRequest", "locale": "\\ud800"}}',
        b'{"request": {"type": "LaunchRequest"}, "n": ' + b"9" * 5000 + b"}",
    ],
)
def test_what_is_no_envelope_is_refused_as_malformed(body):
    with pytest.raises(RequestRefused) as refusal:
        envelope.read(body)
    assert (refusal.value.reason, refusal.value.status) == ("malformed", 400)


@pytest.mark.parametrize("depth", [62, 500, 5000, 50000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_an_absurd_nesting_is_refused(depth, opening, closing):
    inner = opening * depth + "1" + closing * depth
    body = f'{{"request": {{"type": "LaunchRequest", "deep": {{"er": {inner}}}}}}}'
    with pytest.raises(RequestRefused, match="malformed"):
        envelope.read(body.encode())


def test_a_nesting_of_64_is_read_and_so_is_a_wide_document():
    inner = "[" * 61 + "]" * 61
    assert envelope.read(f'{{"request": {{"type": "LaunchRequest", "deep": {{"er": {inner}}}}}}}'.encode())
    wide = json.dumps([{} for _ in range(1000)])
    assert (
        len(envelope.read(f'{{"request": {{"type": "LaunchRequest", "wide": {wide}}}}}'.encode()).request.wide) == 1000
    )


@pytest.mark.parametrize(
    "path",
    [
        ("request", "requestId"),
        ("request", "type"),
        ("session", "sessionId"),
        ("session", "user", "userId"),
        ("context", "System", "user", "userId"),
        ("context", "System", "person", "personId"),
        ("context", "System", "device", "deviceId"),
        ("context", "System", "application", "applicationId"),
    ],
)
def test_an_id_of_absurd_length_is_refused(path):
    document = recorded("recognised_person")
    holder = document
    for name in path[:-1]:
        holder = holder[name]
    holder[path[-1]] = "x" * 1024
    read(document)
    holder[path[-1]] += "x"
    with pytest.raises(RequestRefused, match="malformed"):
        read(document)


def test_what_is_new_is_logged_by_name_once():
    document = recorded("unknown_request")
    document["request"]["type"] = name = f"Test.New{uuid4().hex}"
    with capture_logs() as logs:
        read(document)
        read(document)
    told = [entry for entry in logs if entry["name"] == name]
    assert [(entry["event"], entry["where"]) for entry in told] == [("envelope_novelty", "RequestEnvelope.request")]


def test_what_is_left_out_is_logged_without_its_words():
    document = recorded("unknown_slot_value")
    document["request"]["intent"]["slots"]["words"]["resolutions"] = "he shouted at me"
    document["request"]["intent"]["slots"]["words"]["slotValue"] = {"type": "he shouted at me"}
    document["request"]["dialogState"] = "he shouted at me"
    document["request"][f"he shouted at me {uuid4()}"] = "he shouted at me"
    with capture_logs() as logs:
        read(document)
    assert logs
    assert "shouted" not in repr(logs)


def test_every_class_that_a_request_can_hold_can_be_read_member_by_member():
    pending, seen = [RequestEnvelope], set()
    while pending:
        model = pending.pop()
        if model in seen or not hasattr(model, "deserialized_types"):
            continue
        seen.add(model)
        assert len(set(model.attribute_map.values())) == len(model.attribute_map), model
        assert not [name for name in model.attribute_map if isinstance(getattr(model, name, None), property)], model
        assert members(model).keys() == set(model.attribute_map.values()), model
        kinds = [*model.deserialized_types.values(), *getattr(model, "discriminator_value_class_map", {}).values()]
        pending += [the_class(name) for kind in kinds for name in re.findall(r"ask_sdk_model[\w.]+", kind)]
    assert len(seen) > 150
