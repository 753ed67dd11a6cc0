"""Amazon's own verifier, asked the same questions: what it refuses, we refuse."""

import base64
import json
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from cryptography.hazmat.primitives import hashes

from skill.alexa.verification import Verifier, check_freshness
from skill.errors import RequestRefused

NODE = Path(__file__).parents[1] / "node"
BODY = json.dumps({"request": {"type": "LaunchRequest"}, "heard": "café ☕"}, ensure_ascii=False)
BUCKET = "https://s3.amazonaws.com"
EVENTS = ["SkillEnabled", "SkillDisabled", "SkillPermissionChanged", "SkillPermissionAccepted", "SkillAccountLinked"]


class Oracle:
    """One node process that answers a line with a line."""

    def __init__(self, process, root):
        self._process, self._root = process, root

    def ask(self, headers=None, body=BODY, chain=b""):
        question = {"headers": headers or {}, "body": body, "chain": chain.decode(), "root": self._root.decode()}
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@pytest.fixture(scope="module")
def oracle(mint):
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if not (NODE / "node_modules" / "ask-sdk-express-adapter").is_dir():
        pytest.skip("tests/node/node_modules is missing: npm ci --prefix tests/node")
    command = ["node", str(NODE / "verify.js")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        yield Oracle(process, mint.pem(mint.root()))
        process.stdin.close()
        assert process.wait(10) == 0


@dataclass(frozen=True)
class Case:
    """A request and the chain that the network would serve for it."""

    headers: dict
    chain: bytes
    body: str = BODY


def ours(case, mint, roots, folder):
    """Return our reason of refusal, or None."""
    log = structlog.wrap_logger(structlog.testing.ReturnLogger(), processors=[])
    verifier = Verifier(folder, roots, fetch=lambda address: case.chain, clock=lambda: mint.now, log=log)
    try:
        verifier.verify(case.headers, case.body.encode())
    except RequestRefused as refused:
        return refused.reason
    return None


def signed(mint, chain=None, url=None, key="Leaf", **but):
    headers = {**mint.headers(BODY.encode(), url or mint.url, key), **but}
    return Case({name: value for name, value in headers.items() if value is not None}, chain or mint.chain())


GOOD = {
    "plain": lambda mint: signed(mint),
    "headers in lower case": lambda mint: Case(
        {name.lower(): value for name, value in signed(mint).headers.items()}, mint.chain()
    ),
    "headers in upper case": lambda mint: Case(
        {name.upper(): value for name, value in signed(mint).headers.items()}, mint.chain()
    ),
    "scheme in upper case": lambda mint: signed(mint, url="HTTPS://s3.amazonaws.com/echo.api/c.pem"),
    "host in mixed case": lambda mint: signed(mint, url="https://S3.AmazonAWS.com/echo.api/c.pem"),
    "port 443": lambda mint: signed(mint, url=f"{BUCKET}:443/echo.api/c.pem"),
    "a deeper folder": lambda mint: signed(mint, url=f"{BUCKET}/echo.api/2026/c.pem"),
    "dots that stay inside": lambda mint: signed(mint, url=f"{BUCKET}/echo.api/../echo.api/c.pem"),
    "one dot": lambda mint: signed(mint, url=f"{BUCKET}/echo.api/./c.pem"),
    "a doubled slash inside": lambda mint: signed(mint, url=f"{BUCKET}/echo.api//c.pem"),
    "an escaped letter": lambda mint: signed(mint, url=f"{BUCKET}/echo.api/%63.pem"),
    "the old signature beside": lambda mint: signed(mint, Signature="AAAA"),
    "further names": lambda mint: signed(mint, mint.chain(dns=["example.com", "echo-api.amazon.com"])),
    "the root in the file": lambda mint: signed(mint, mint.pem(mint.leaf(), mint.middle(), mint.root())),
    "two intermediates": lambda mint: signed(
        mint, mint.pem(mint.leaf(issuer="Low"), mint.middle("Low", "High"), mint.middle("High"))
    ),
    "a leaf about to expire": lambda mint: signed(mint, mint.chain(days=(-99, 1))),
}

BAD = {
    "no headers": lambda mint: Case({}, mint.chain()),
    "no chain URL": lambda mint: signed(mint, SignatureCertChainUrl=None),
    "an empty chain URL": lambda mint: signed(mint, SignatureCertChainUrl=""),
    "no signature": lambda mint: signed(mint, **{"Signature-256": None}),
    "an empty signature": lambda mint: signed(mint, **{"Signature-256": ""}),
    "the old signature only": lambda mint: signed(
        mint, **{"Signature-256": None, "Signature": mint.signature(BODY.encode(), algorithm=hashes.SHA1())}
    ),
    "a SHA-1 signature": lambda mint: signed(
        mint, **{"Signature-256": mint.signature(BODY.encode(), algorithm=hashes.SHA1())}
    ),
    "a SHA-512 signature": lambda mint: signed(
        mint, **{"Signature-256": mint.signature(BODY.encode(), algorithm=hashes.SHA512())}
    ),
    "a tampered body": lambda mint: Case(signed(mint).headers, mint.chain(), BODY.replace("Launch", "Intent")),
    "an empty body": lambda mint: Case(signed(mint).headers, mint.chain(), ""),
    "a body with a blank more": lambda mint: Case(signed(mint).headers, mint.chain(), BODY + " "),
    "a tampered signature": lambda mint: signed(mint, **{"Signature-256": tampered(mint)}),
    "a short signature": lambda mint: signed(mint, **{"Signature-256": "AAAA"}),
    "a signature that is no base64": lambda mint: signed(mint, **{"Signature-256": "%%%"}),
    "another key's signature": lambda mint: signed(mint, key="Stranger"),
    "plain http": lambda mint: signed(mint, url="http://s3.amazonaws.com/echo.api/c.pem"),
    "ftp": lambda mint: signed(mint, url="ftp://s3.amazonaws.com/echo.api/c.pem"),
    "no scheme": lambda mint: signed(mint, url="s3.amazonaws.com/echo.api/c.pem"),
    "another host": lambda mint: signed(mint, url="https://notamazon.com/echo.api/c.pem"),
    "a host that begins like it": lambda mint: signed(mint, url="https://s3.amazonaws.com.example.com/echo.api/c.pem"),
    "a host behind a user name": lambda mint: signed(mint, url="https://s3.amazonaws.com@example.com/echo.api/c.pem"),
    "another port": lambda mint: signed(mint, url=f"{BUCKET}:563/echo.api/c.pem"),
    "another folder": lambda mint: signed(mint, url=f"{BUCKET}/invalid.path/c.pem"),
    "the folder in another case": lambda mint: signed(mint, url=f"{BUCKET}/EcHo.aPi/c.pem"),
    "a folder that begins like it": lambda mint: signed(mint, url=f"{BUCKET}/echo.apis/c.pem"),
    "the folder below another": lambda mint: signed(mint, url=f"{BUCKET}/other/echo.api/c.pem"),
    "a way through another folder": lambda mint: signed(mint, url=f"{BUCKET}/other/../echo.api/c.pem"),
    "an escaped dot in the folder": lambda mint: signed(mint, url=f"{BUCKET}/echo%2Eapi/c.pem"),
    "an escaped slash after the folder": lambda mint: signed(mint, url=f"{BUCKET}/echo.api%2Fc.pem"),
    "a doubled slash before the folder": lambda mint: signed(mint, url=f"{BUCKET}//echo.api/c.pem"),
    "an expired leaf": lambda mint: signed(mint, mint.chain(days=(-10, -1))),
    "a leaf not yet valid": lambda mint: signed(mint, mint.chain(days=(1, 10))),
    "an expired intermediate": lambda mint: signed(mint, mint.pem(mint.leaf(), mint.middle(days=(-10, -1)))),
    "another name": lambda mint: signed(mint, mint.chain(dns=["example.com"])),
    "a wildcard name": lambda mint: signed(mint, mint.chain(dns=["*.amazon.com"])),
    "no name": lambda mint: signed(mint, mint.chain(dns=[])),
    "a strange root": lambda mint: signed(mint, mint.pem(mint.leaf(issuer="Stranger"), mint.root("Stranger"))),
    "a root of the same name": lambda mint: signed(
        mint,
        mint.pem(
            mint.leaf(),
            mint.middle(issuer_key=mint.rsa_key("Impostor")),
            mint.root(key=mint.rsa_key("Impostor"), issuer_key=mint.rsa_key("Impostor")),
        ),
    ),
    "a self-signed leaf": lambda mint: signed(
        mint, mint.pem(mint.leaf(issuer="Leaf", issuer_key=mint.rsa_key("Leaf")))
    ),
    "a chain out of order": lambda mint: signed(mint, mint.pem(mint.middle(), mint.leaf())),
    "intermediates out of order": lambda mint: signed(
        mint, mint.pem(mint.leaf(issuer="Low"), mint.middle("High"), mint.middle("Low", "High"))
    ),
    "a truncated chain": lambda mint: signed(mint, mint.pem(mint.leaf())),
    "an intermediate that is a leaf": lambda mint: signed(
        mint,
        mint.pem(mint.leaf(issuer="Between"), mint.certificate("Between", "Middle", authority=False), mint.middle()),
    ),
    "no chain": lambda mint: signed(mint, b"<Error>AccessDenied</Error>"),
    "a torn chain": lambda mint: signed(mint, mint.chain()[:900]),
}

OURS_IS_STRICTER = {
    "dots that escape": lambda mint: signed(mint, url=f"{BUCKET}/echo.api/../other/c.pem"),
    "escaped dots that escape": lambda mint: signed(mint, url=f"{BUCKET}/echo.api/%2e%2e/other/c.pem"),
    "twice escaped dots": lambda mint: signed(mint, url=f"{BUCKET}/echo.api/%252e%252e/other/c.pem"),
    "a query": lambda mint: signed(mint, url=f"{BUCKET}/echo.api/c.pem?versionId=1"),
    "a fragment": lambda mint: signed(mint, url=f"{BUCKET}/echo.api/c.pem#c"),
    "a user name": lambda mint: signed(mint, url="https://amazon@s3.amazonaws.com/echo.api/c.pem"),
    "a signature with blanks": lambda mint: signed(mint, **{"Signature-256": " ".join(mint.signature(BODY.encode()))}),
}


def tampered(mint):
    raw = bytearray(base64.b64decode(mint.signature(BODY.encode())))
    raw[100] ^= 1
    return base64.b64encode(raw).decode()


@pytest.mark.parametrize("case", GOOD.values(), ids=GOOD.keys())
def test_what_amazons_verifier_accepts_we_accept(case, oracle, mint, roots, tmp_path):
    case = case(mint)
    assert oracle.ask(case.headers, case.body, case.chain)["signature"] is None
    assert ours(case, mint, roots, tmp_path) is None


@pytest.mark.parametrize("case", BAD.values(), ids=BAD.keys())
def test_what_amazons_verifier_refuses_we_refuse(case, oracle, mint, roots, tmp_path):
    case = case(mint)
    assert oracle.ask(case.headers, case.body, case.chain)["signature"]
    assert ours(case, mint, roots, tmp_path)


@pytest.mark.parametrize("case", OURS_IS_STRICTER.values(), ids=OURS_IS_STRICTER.keys())
def test_what_only_a_stranger_would_send_we_refuse_although_amazons_verifier_does_not(
    case, oracle, mint, roots, tmp_path
):
    case = case(mint)
    assert oracle.ask(case.headers, case.body, case.chain)["signature"] is None
    assert ours(case, mint, roots, tmp_path)


def test_a_chain_that_goes_on_beyond_a_trusted_root_is_amazons_real_shape_and_only_ours_accepts_it(
    oracle, mint, roots, tmp_path
):
    beyond = mint.pem(
        mint.leaf(), mint.middle(), mint.certificate("Root", "Older"), mint.certificate("Older", "Oldest")
    )
    case = signed(mint, beyond)
    assert oracle.ask(case.headers, case.body, case.chain)["signature"] == "Certificate is not trusted."
    assert ours(case, mint, roots, tmp_path) is None


def stamped(kind, seconds):
    """Return a request sent so many seconds ago, and the instant it is judged at."""
    now = datetime.now(UTC)
    return {"type": kind, "timestamp": (now - timedelta(seconds=seconds)).isoformat(timespec="milliseconds")}, now


def freshness(request, now):
    try:
        check_freshness(request, now)
    except RequestRefused as refused:
        return refused.reason
    return None


@pytest.mark.parametrize(
    ("kind", "seconds"),
    [("LaunchRequest", 0), ("IntentRequest", 140), ("IntentRequest", -140)]
    + [(f"AlexaSkillEvent.{event}", 3000) for event in EVENTS],
)
def test_a_time_stamp_that_amazons_verifier_accepts_we_accept(kind, seconds, oracle):
    request, now = stamped(kind, seconds)
    assert oracle.ask(body=json.dumps({"request": request}))["timestamp"] is None
    assert freshness(request, now) is None


@pytest.mark.parametrize(
    ("kind", "seconds"),
    [("LaunchRequest", 160), ("IntentRequest", 3000), ("IntentRequest", 86_400)]
    + [(f"AlexaSkillEvent.{event}", 3610) for event in EVENTS]
    + [("AlexaSkillEvent.ProactiveSubscriptionChanged", 3000)],
)
def test_a_time_stamp_that_amazons_verifier_refuses_we_refuse(kind, seconds, oracle):
    request, now = stamped(kind, seconds)
    assert oracle.ask(body=json.dumps({"request": request}))["timestamp"]
    assert freshness(request, now) == "timestamp_stale"


def test_a_missing_time_stamp_is_refused_by_both(oracle):
    for request in ({"type": "LaunchRequest"}, {"type": "LaunchRequest", "timestamp": ""}):
        assert oracle.ask(body=json.dumps({"request": request}))["timestamp"]
        assert freshness(request, datetime.now(UTC)) == "timestamp_invalid"


def test_a_quarter_of_an_hour_ahead_is_refused_by_us_alone(oracle):
    request, now = stamped("LaunchRequest", -900)
    assert oracle.ask(body=json.dumps({"request": request}))["timestamp"] is None
    assert freshness(request, now) == "timestamp_stale"


def test_the_lock_file_of_the_oracles_records_no_registry():
    lock = (NODE / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert "registry" not in lock
