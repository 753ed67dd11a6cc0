from datetime import UTC, datetime

import pytest

from skill.alexa.chains import chain_file
from skill.alexa.verification import Verifier
from skill.errors import RequestRefused
from skill.simulator.signer import Signer

BODY = b'{"version":"1.0"}'


@pytest.fixture(scope="module")
def signer():
    return Signer()


def never(address):
    pytest.fail("a fetch went out")


@pytest.mark.parametrize("year", [1950, 1999, 2026, 2049, 2050, 2100, 9998])
def test_what_it_signs_is_verified_at_every_date_a_conversation_may_be_set_in(signer, tmp_path, year):
    signer.prefill(tmp_path / "certificates")
    signer.trust(tmp_path / "root.pem")
    now = datetime(year, 6, 1, tzinfo=UTC)
    verifier = Verifier(tmp_path / "certificates", tmp_path / "root.pem", never, lambda: now)
    verifier.verify(signer.headers(BODY), BODY)
    with pytest.raises(RequestRefused, match=r"^signature_invalid$"):
        verifier.verify(signer.headers(BODY), BODY + b" ")


def test_nobody_trusts_it_unasked(signer, tmp_path):
    signer.prefill(tmp_path)
    verifier = Verifier(tmp_path, fetch=lambda address: signer.chain_pem)
    with pytest.raises(RequestRefused, match=r"^chain_untrusted$"):
        verifier.verify(signer.headers(BODY), BODY)


def test_the_second_start_finds_the_first_ones_certificates(tmp_path):
    first, second = Signer(tmp_path / "development"), Signer(tmp_path / "development")
    assert (first.root_pem, first.chain_pem, first.chain_url) == (second.root_pem, second.chain_pem, second.chain_url)
    assert first.headers(BODY) == second.headers(BODY)


def test_the_key_is_readable_by_its_owner_alone(tmp_path):
    Signer(tmp_path)
    assert [path.stat().st_mode & 0o777 for path in tmp_path.iterdir()] == [0o600]


@pytest.mark.parametrize(
    "content", [b"", b"garbage", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_a_spoilt_file_is_replaced(tmp_path, content, signer):
    (tmp_path / "development-signer.pem").write_bytes(content)
    assert Signer(tmp_path).chain_url == Signer(tmp_path).chain_url


def test_two_signers_do_not_share_a_chains_address(signer, tmp_path):
    assert chain_file(tmp_path, signer.chain_url) != chain_file(tmp_path, Signer().chain_url)


def test_the_headers_are_those_of_a_json_request(signer):
    headers = signer.headers(BODY)
    assert set(headers) == {"SignatureCertChainUrl", "Signature-256", "Content-Type"}
    assert headers["Content-Type"].startswith("application/json")
