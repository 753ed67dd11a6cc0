import base64
import contextlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
import structlog
from cryptography.hazmat.primitives import hashes
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from skill.alexa.chains import chain_file
from skill.alexa.verification import Verifier, check_application, check_freshness
from skill.errors import RequestRefused

BODY = b'{"version":"1.0"}'
NOW = datetime(2030, 1, 31, 12, 0, 0, tzinfo=UTC)
SLOW = [
    "AlexaSkillEvent.SkillEnabled",
    "AlexaSkillEvent.SkillDisabled",
    "AlexaSkillEvent.SkillPermissionChanged",
    "AlexaSkillEvent.SkillPermissionAccepted",
    "AlexaSkillEvent.SkillAccountLinked",
]


@pytest.fixture(scope="module")
def verifier(mint, roots, tmp_path_factory):
    """Return a verifier whose network holds the mint's good chain and is silent in the log."""
    log = structlog.wrap_logger(structlog.testing.ReturnLogger(), processors=[])
    folder = tmp_path_factory.mktemp("chains")
    return Verifier(folder, roots, fetch=lambda address: mint.chain(), clock=lambda: mint.now, log=log)


def refusal(call, *arguments):
    with pytest.raises(RequestRefused) as caught:
        call(*arguments)
    assert caught.value.status == 400
    return caught.value.reason


def test_a_request_signed_by_amazon_is_accepted(verifier, mint):
    verifier.verify(mint.headers(BODY), BODY)


def test_the_names_of_headers_have_no_case(verifier, mint):
    headers = mint.headers(BODY)
    for spell in (str.upper, str.lower, str.swapcase):
        verifier.verify({spell(name): value for name, value in headers.items()} | {"Host": "x"}, BODY)


def test_the_signature_covers_bytes_that_are_no_text(verifier, mint):
    body = bytes(range(256)) * 9
    verifier.verify(mint.headers(body), body)


@pytest.mark.parametrize("name", ["SignatureCertChainUrl", "Signature-256"])
@pytest.mark.parametrize("value", [None, "", 5, b"bytes"])
def test_a_request_without_a_signing_header_is_refused(verifier, mint, name, value):
    assert refusal(verifier.verify, {**mint.headers(BODY), name: value}, BODY) == "header_missing"


def test_a_request_without_headers_is_refused(verifier):
    assert refusal(verifier.verify, {}, BODY) == "header_missing"


def test_the_old_signature_alone_is_refused(verifier, mint):
    headers = {**mint.headers(BODY), "Signature": mint.signature(BODY, algorithm=hashes.SHA1())}
    del headers["Signature-256"]
    assert refusal(verifier.verify, headers, BODY) == "header_missing"


def test_a_sha_1_signature_in_the_new_header_is_refused(verifier, mint):
    headers = {**mint.headers(BODY), "Signature-256": mint.signature(BODY, algorithm=hashes.SHA1())}
    assert refusal(verifier.verify, headers, BODY) == "signature_invalid"


def test_a_changed_body_is_refused(verifier, mint):
    for body in (b"", BODY + b" ", BODY.replace(b"1", b"2"), BODY[:-1]):
        assert refusal(verifier.verify, mint.headers(BODY), body) == "signature_invalid"


def test_a_signature_by_another_key_is_refused(verifier, mint):
    assert refusal(verifier.verify, mint.headers(BODY, key="Stranger"), BODY) == "signature_invalid"


@pytest.mark.parametrize(
    "signature", ["!", "====", "AAAA", "é", "\udcff", "A" * 344, "A" * 5_000_000, "AAA", "\x00", "A A A A"]
)
def test_a_signature_that_is_none_is_refused(verifier, mint, signature):
    headers = {**mint.headers(BODY), "Signature-256": signature}
    assert refusal(verifier.verify, headers, BODY) == "signature_invalid"


def test_a_url_elsewhere_is_refused_before_anything_is_fetched(mint, roots, tmp_path):
    def never(address):
        pytest.fail("a fetch went out")

    verifier = Verifier(tmp_path, roots, fetch=never, clock=lambda: mint.now)
    for url in ("https://example.com/echo.api/c.pem", "x" * 5_000_000, "\udcff", "https://[", "\x00"):
        assert refusal(verifier.verify, mint.headers(BODY, url), BODY) == "url_refused"


def test_a_signature_that_cannot_be_one_costs_no_fetch(mint, roots, tmp_path):
    def never(address):
        pytest.fail("a fetch went out")

    verifier = Verifier(tmp_path, roots, fetch=never, clock=lambda: mint.now)
    for signature in ("?", "A" * 5_000_000):
        headers = {**mint.headers(BODY), "Signature-256": signature}
        assert refusal(verifier.verify, headers, BODY) == "signature_invalid"


def test_wrong_signatures_do_not_make_a_held_chain_be_fetched_again(mint, roots, tmp_path):
    asked = []

    def fetch(address):
        asked.append(address)
        return mint.chain()

    log = structlog.wrap_logger(structlog.testing.ReturnLogger(), processors=[])
    verifier = Verifier(tmp_path, roots, fetch=fetch, clock=lambda: mint.now, log=log)
    verifier.verify(mint.headers(BODY), BODY)
    for _ in range(20):
        refusal(verifier.verify, mint.headers(BODY, key="Stranger"), BODY)
    verifier.verify(mint.headers(BODY), BODY)
    assert asked == [mint.url]


def test_the_network_is_asked_for_the_normal_address_and_the_file_named_by_the_header(mint, roots, tmp_path):
    asked, spelled = [], "HTTPS://S3.amazonaws.com:443/echo.api/./echo-api-cert-99.pem"

    def fetch(address):
        asked.append(address)
        return mint.chain()

    log = structlog.wrap_logger(structlog.testing.ReturnLogger(), processors=[])
    Verifier(tmp_path, roots, fetch, lambda: mint.now, log).verify(mint.headers(BODY, spelled), BODY)
    assert asked == [mint.url]
    assert list(tmp_path.iterdir()) == [chain_file(tmp_path, spelled)]


def test_a_prefilled_chain_needs_no_network(mint, roots, tmp_path):
    chain_file(tmp_path, mint.url).write_bytes(mint.chain())
    Verifier(tmp_path, roots, clock=lambda: mint.now).verify(mint.headers(BODY), BODY)


def test_a_prefilled_chain_of_a_stranger_is_not_trusted(mint, roots, tmp_path):
    chain = mint.pem(mint.leaf(issuer="Stranger"), mint.root("Stranger"))
    chain_file(tmp_path, mint.url).write_bytes(chain)
    log = structlog.wrap_logger(structlog.testing.ReturnLogger(), processors=[])
    verifier = Verifier(tmp_path, roots, fetch=lambda address: chain, clock=lambda: mint.now, log=log)
    assert refusal(verifier.verify, mint.headers(BODY), BODY) == "chain_untrusted"


def request(kind="IntentRequest", seconds=0.0, **but):
    instant = (NOW - timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"type": kind, "timestamp": instant, **but}


@pytest.mark.parametrize("seconds", [0, 149, 150, -149, -150])
def test_a_request_of_just_now_is_fresh(seconds):
    check_freshness(request(seconds=seconds), NOW)


@pytest.mark.parametrize("seconds", [151, -151, 900, -900, 3000, 86_400 * 365])
def test_a_request_of_another_time_is_refused(seconds):
    assert refusal(check_freshness, request(seconds=seconds), NOW) == "timestamp_stale"


@pytest.mark.parametrize("kind", SLOW)
def test_a_skill_event_may_be_an_hour_late(kind):
    check_freshness(request(kind, 3600), NOW)
    assert refusal(check_freshness, request(kind, 3601), NOW) == "timestamp_stale"


@pytest.mark.parametrize("kind", ["AlexaSkillEvent.ProactiveSubscriptionChanged", "LaunchRequest", None, [], {}])
def test_any_other_request_may_not(kind):
    assert refusal(check_freshness, request(kind, 151), NOW) == "timestamp_stale"


@pytest.mark.parametrize(
    "written", ["2030-01-31T12:00:00.123Z", "2030-01-31T13:00:00+01:00", "2030-01-31T12:00:00-00:00"]
)
def test_fractions_and_offsets_are_read(written):
    check_freshness(request(timestamp=written), NOW)


def test_now_may_stand_in_any_zone():
    check_freshness(request(), NOW.astimezone(timezone(timedelta(hours=9))))


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        0,
        1_896_091_200_000,
        True,
        [],
        {},
        "now",
        "2030-01-31",
        "2030-01-31T12:00:00",
        "20300131T120000Z",
        "2030-W05-4T12:00:00Z",
        "2030-02-31T12:00:00Z",
        "2030-01-31T25:00:00Z",
        "2030-01-31T12:00:00+99:99",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "２０３０-01-31T12:00:00Z",
        "2030-01-31T12:00:00Z" * 1000,
        "2030-01-31T12:00:00Z\n",
    ],
)
def test_a_time_stamp_that_is_none_is_refused(written):
    assert refusal(check_freshness, request(timestamp=written), NOW) == "timestamp_invalid"


def test_a_request_without_a_time_stamp_is_refused():
    assert refusal(check_freshness, {"type": "LaunchRequest"}, NOW) == "timestamp_invalid"
    for nothing in (None, [], "request", 5):
        assert refusal(check_freshness, nothing, NOW) == "timestamp_invalid"


def envelope(context=None, session=None):
    whole = {}
    if context is not None:
        whole["context"] = {"System": {"application": {"applicationId": context}}}
    if session is not None:
        whole["session"] = {"application": {"applicationId": session}}
    return whole


@pytest.mark.parametrize(
    "given", [envelope("ours"), envelope(None, "ours"), envelope("ours", "ours"), envelope("too", "ours")]
)
def test_a_request_for_our_skill_is_ours(given):
    check_application(given, frozenset({"ours", "too"}))


@pytest.mark.parametrize(
    "given",
    [
        envelope("theirs"),
        envelope(None, "theirs"),
        envelope("ours", "theirs"),
        envelope("theirs", "ours"),
        envelope([], "ours"),
        envelope("ours", {}),
    ],
)
def test_a_request_that_names_another_skill_anywhere_is_refused(given):
    assert refusal(check_application, given, frozenset({"ours"})) == "application_refused"


@pytest.mark.parametrize(
    "given", [{}, {"context": []}, {"context": {"System": None}, "session": {"application": "ours"}}]
)
def test_a_request_that_names_no_skill_is_refused(given):
    assert refusal(check_application, given, frozenset({"ours"})) == "application_missing"


def test_with_no_skills_named_any_is_accepted():
    for any_envelope in ({}, envelope("theirs"), envelope([], {})):
        check_application(any_envelope, frozenset())


URLS = st.one_of(
    st.text(),
    st.text(max_size=40).map("https://s3.amazonaws.com/echo.api/".__add__),
    st.text("/.%25eE2fF\\@:?#", max_size=30).map("https://s3.amazonaws.com/echo.api/".__add__),
    st.text("htps:/.@[]%0123", max_size=30).map("https://s3.amazonaws.com".__add__),
    st.integers(0, 5).map("https://s3.amazonaws.com/echo.api/{}.pem".format),
)
SIGNATURES = st.one_of(st.text(), st.binary().map(lambda raw: base64.b64encode(raw).decode()))
NAMES = st.sampled_from(
    ["SignatureCertChainUrl", "signaturecertchainurl", "Signature-256", "SIGNATURE-256", "Signature"]
)
HEADERS = st.one_of(
    st.dictionaries(NAMES | st.text(), st.text()),
    st.fixed_dictionaries({"SignatureCertChainUrl": URLS, "Signature-256": SIGNATURES}),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["context", "System", "application", "applicationId", "session", "type", "timestamp"])
            | st.text(),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)
PATIENT = settings(
    max_examples=300, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@PATIENT
@given(headers=HEADERS, body=st.binary(), chain=st.binary() | st.just(b"-----BEGIN CERTIFICATE-----\nMIIC\n"))
@example(
    headers={"SignatureCertChainUrl": "https://s3.amazonaws.com:x/echo.api/a", "Signature-256": "AAAA"},
    body=b"",
    chain=b"",
)
def test_no_headers_and_no_body_raise_anything_but_a_refusal(headers, body, chain, roots, tmp_path, mint):
    log = structlog.wrap_logger(structlog.testing.ReturnLogger(), processors=[])
    verifier = Verifier(tmp_path, roots, fetch=lambda address: chain, clock=lambda: mint.now, log=log)
    assert refusal(verifier.verify, headers, body)


@PATIENT
@given(headers=HEADERS, body=st.binary())
def test_no_headers_and_no_body_pass_for_those_of_a_held_chain(headers, body, verifier, mint):
    assert refusal(verifier.verify, {"SignatureCertChainUrl": mint.url, **headers}, body)


@PATIENT
@given(JSON, st.text(max_size=30))
def test_no_json_raises_anything_but_a_refusal(tree, written):
    for part in (tree, {"timestamp": tree, "type": tree}, {"timestamp": written}, {"context": tree, "session": tree}):
        parsed = json.loads(json.dumps(part))
        with contextlib.suppress(RequestRefused):
            check_freshness(parsed, NOW)
        with contextlib.suppress(RequestRefused):
            check_application(parsed, frozenset({"ours"}))
