"""What no honest client sends over HTTP: it is refused, and the server goes on."""

import socket
from contextlib import closing
from urllib.parse import urlsplit

import pytest

REFUSED = {400, 405, 408, 411, 413, 414, 415, 417, 431, 501, 505}


def exchange(served, request):
    """Send bytes to the server, and give the status of what comes back; None where it hangs up without a word."""
    url = urlsplit(served.url)
    with closing(socket.create_connection((url.hostname, url.port), timeout=10)) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    assert b"Traceback" not in answer
    return int(answer.split()[1]) if answer else None


def signed(served, body, *more, without=()):
    """Write a request as Amazon would, with header lines of one's own."""
    headers = {
        "Host": "localhost",
        "Connection": "close",
        "Content-Length": str(len(body)),
        **served.signer.headers(body),
    }
    lines = [f"{name}: {value}".encode() for name, value in headers.items() if name not in without]
    return b"\r\n".join([b"POST /alexa HTTP/1.1", *lines, *more, b"", body])


def chunks(body, size=1000):
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.fixture(autouse=True)
def _still_there(served):
    yield
    assert served.get("/healthz").status_code == 200
    assert "Traceback" not in served.log


@pytest.mark.parametrize("size", [1, 17, 1000, 100_000])
def test_a_signed_body_in_pieces_is_answered(served, size):
    body = served.launch(user=f"pieces of {size}")
    whole = signed(served, body, b"Transfer-Encoding: chunked", without=("Content-Length",))
    assert exchange(served, whole.removesuffix(body) + chunks(body, size)) == 200


@pytest.mark.parametrize(
    "line",
    [
        b"SignatureCertChainUrl: https://s3.amazonaws.com/echo.api/another.pem",
        b"signaturecertchainurl: https://evil.example/echo.api/another.pem",
        b"Signature-256: c2Vjb25k",
        b"Content-Length: 5",
        b"Content-Length: -5",
        b"Transfer-Encoding: chunked",
        b"Transfer-Encoding: gzip, chunked",
        b"Content-Type: text/plain",
        b"X-Long: " + b"x" * 9000,
        b"X Spaced: x",
        b": nameless",
        b"no colon",
        b"X-Null: \x00",
        b" folded: x",
        b"\r\nX: y",
        b"\n".join(b"X-%d: x" % number for number in range(100)),
    ],
)
def test_a_header_that_stands_twice_or_wrongly_carries_no_other_body_through(served, line):
    body = served.launch(user="doubled")
    forged = body.replace(b"LaunchRequest", b"LaunchRequesT")
    assert exchange(served, signed(served, body, line).replace(body, forged)) in {*REFUSED, None}


JSON = b"POST /alexa HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
HARDLY = (
    b"", b"\r\n\r\n", b"\x16\x03\x01\x02\x00", b"GET", b"POST /alexa", b"POST /alexa HTTP/9.9\r\n\r\n",
    b"\xff" * 10_000, b"POST /" + b"a" * 5000 + b" HTTP/1.1\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"POST /alexa HTTP/1.1\r\n", b"POST http://evil/alexa HTTP/1.1\r\nHost: a\r\n\r\n",
    b"CONNECT evil:443 HTTP/1.1\r\n\r\n",
    JSON + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", JSON + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n",
    JSON + b"Content-Length: 9999\r\n\r\n{}", JSON + b"Content-Length: 99999999999999999999\r\n\r\n{}",
)  # fmt: skip


@pytest.mark.parametrize("request_", HARDLY, ids=range(len(HARDLY)))
def test_what_is_hardly_http_is_refused(served, request_):
    assert exchange(served, request_) in {*REFUSED, 404, None}


def test_a_header_in_no_language_is_refused(served):
    body = served.launch()
    request = signed(served, body, without=("SignatureCertChainUrl",)).replace(
        b"Signature-256", b"SignatureCertChainUrl: https://s3.amazonaws.com/echo.api/\xff\xfe\xc3.pem\r\nSignature-256"
    )
    assert exchange(served, request) in REFUSED
