"""Whatever stands in a request's headers, it is the signed one or it is refused, and hardly anything is fetched."""

import base64
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

URL, SIGNATURE = "SignatureCertChainUrl", "Signature-256"
HOST = "https://s3.amazonaws.com"
FOREIGN = (
    "", " ", "https://", "//s3.amazonaws.com/echo.api/a.pem", "http://s3.amazonaws.com/echo.api/a.pem",
    "https://s3.amazonaws.com.evil.example/echo.api/a.pem", "https://evil.example/echo.api/a.pem",
    "https://s3.amazonaws.com:8443/echo.api/a.pem", "https://s3.amazonaws.com@evil.example/echo.api/a.pem",
    "https://evil.example\\@s3.amazonaws.com/echo.api/a.pem", "https://s3.amazonaws.com/EcHo.aPi/a.pem",
    "https://s3.amazonaws.com/echo.api/../mine/a.pem", "https://s3.amazonaws.com/echo.api/%2e%2e/mine/a.pem",
    "https://s3.amazonaws.com/echo.api%2fa.pem", "https://s3.amazonaws.com/mine/a.pem?/echo.api/",
    "https://s3.amazonaws.com/echo.api/a.pem?x=1", "https://s3.amazonaws.com/echo.api/a.pem#x",
    "file:///etc/passwd", "https://s3.amazonaws.com/echo.api/a\x00.pem",
    "https://s3.amazonaws.com/echo.api/\xe4.pem", "https://[::1]/echo.api/",
    "https://s3.amazonaws.com/echo.api/a.pem\r\nX: y", "https://s3.amazonaws.com\n/echo.api/a.pem",
    "https://169.254.169.254/", "ftp://s3.amazonaws.com/echo.api/a.pem",
    "https://s3.amazonaws.com:443:443/echo.api/a.pem", "javascript:alert(1)",
    "https://s3.amazonaws.com/echo.api/" + "a" * 8000, "HTTPS://S3.AMAZONAWS.COM/", "null",
    "https://s3.amazonaws.com:/echo.api/",
)  # fmt: skip
PLAIN = (
    "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "json", "*/*",
    "x" * 8000, "application/xml", "application/jsonp", "application/json-patch", "text/json", "\xe4",
    "application", ";", "/",
)  # fmt: skip
JSON = (
    "application/json", "application/json;charset=UTF-8", "APPLICATION/JSON", 'application/json; charset="utf-16"',
    "application/json; boundary=x", "application/json;;;", "application/vnd.alexa+json",
)  # fmt: skip
HARMLESS = (
    ("Signature", "c2hhLTE="), ("Accept", "*/*"), ("Accept-Charset", "\xe4"),
    ("X-Forwarded-For", "127.0.0.1" * 500), ("X-HTTP-Method-Override", "DELETE"), ("Cookie", "a=" + "b" * 8000),
    ("Authorization", "Basic \xff"), ("Host", "evil"), ("Expect", "100-continue"), ("Content-Encoding", "gzip"),
    ("User-Agent", "'; DROP TABLE household; --"), ("X-\xe4", "\xe4"), ("Signature-512", "x"),
    ("If-None-Match", "*"), ("Range", "bytes=0-0"), ("Upgrade", "h2c"), ("Connection", "upgrade"),
    ("Content-MD5", "x"), ("Date", "never"), ("Host", "[::1"), ("Host", "a b"), ("Host", ""),
    ("Forwarded", "for=\x00"),
)  # fmt: skip


def launch(door):
    return json.dumps(door.envelope({"type": "LaunchRequest"}, door.somebody())).encode()


def latin(most):
    return st.text(st.characters(codec="latin-1"), max_size=most)


def other(text, place):
    """Put another character in one place."""
    return text[:place] + ("+" if text[place] != "+" else "/") + text[place + 1 :]


@settings(settings.get_profile("hostile"))
@given(data=st.data())
def test_a_header_that_is_not_the_signed_ones_is_refused(door, data):
    body = launch(door)
    signed = door.signer.headers(body)
    name = data.draw(st.sampled_from([URL, SIGNATURE]))
    good = signed[name]
    value = data.draw(
        st.sampled_from(FOREIGN)
        | latin(300)
        | st.binary(max_size=300).map(lambda each: base64.b64encode(each).decode())
        | st.integers(0, len(good) - 3).map(lambda place: other(good, place))
        | st.sampled_from([f"{good},{good}", f"{good}, {good}", good[:-8], good * 2, good[::-1], f"{good}~", None])
    )
    headers = {each: given for each, given in (signed | {name: value}).items() if given is not None}
    assert door.post(body, headers).status == 400
    # Six at once and six a minute, and as many again for what is asked for repeatedly.
    assert len(door.fetched) <= 12 + (time.monotonic() - door.opened) / 5


@settings(settings.get_profile("hostile"))
@given(harmless=st.lists(st.sampled_from(HARMLESS), max_size=4), kind=st.sampled_from(JSON), more=latin(200))
def test_other_headers_change_nothing(door, harmless, kind, more):
    body = launch(door)
    headers = {**dict(harmless), "X-Any": more, **door.signer.headers(body), "Content-Type": kind}
    assert door.post(body, headers).status == 200


@pytest.mark.parametrize("kind", PLAIN)
def test_what_does_not_call_itself_json_is_415(door, kind):
    body = launch(door)
    assert door.post(body, door.signer.headers(body) | {"Content-Type": kind}).status == 415


@pytest.mark.parametrize(
    "length", ["", "0", "-1", "1", "abc", "1e3", "\xb2", "0x10", "99999", "9" * 30, "131072", "+5", " 5", "5, 5", None]
)
def test_a_length_that_is_not_the_bodys_is_refused(door, length):
    body = launch(door)
    assert door.post(body, door.signer.headers(body), CONTENT_LENGTH=length).status in (400, 413)


@pytest.mark.parametrize("length", ["", None])
def test_a_body_in_pieces_needs_no_length(door, length):
    body = launch(door)
    pieces = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": length}
    assert door.post(body, door.signer.headers(body), **pieces).status == 200


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HOST, "HTTPS://S3.AMAZONAWS.COM:443"),
        ("/echo.api/", "/echo.api//"),
        ("/echo.api/", "/echo.api/./x/../"),
        ("development-", "%64evelopment%2D"),
    ],
)
def test_another_spelling_of_the_same_address_is_as_good(door, before, after):
    body = launch(door)
    assert door.post(body, door.signer.headers(body)).status == 200
    headers = door.signer.headers(body)
    assert door.post(body, headers | {URL: headers[URL].replace(before, after)}).status == 200
