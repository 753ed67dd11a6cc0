from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from skill.alexa.trust import TrustStore
from skill.errors import ConfigurationError, RequestRefused


@pytest.fixture(scope="module")
def trust(roots):
    return TrustStore(roots)


def refusal(trust, chain, now):
    with pytest.raises(RequestRefused) as caught:
        trust.signing_key(chain, now)
    assert caught.value.status == 400
    return caught.value.reason


def test_a_good_chain_yields_the_leafs_key_and_the_span_its_path_shares(trust, mint):
    chain = mint.pem(mint.leaf(days=(-50, 60)), mint.middle(days=(-40, 90)))
    found = trust.signing_key(chain, mint.now)
    assert found.key.public_numbers() == mint.rsa_key("Leaf").public_key().public_numbers()
    assert (found.not_before, found.not_after) == (mint.now - timedelta(days=40), mint.now + timedelta(days=60))


def test_a_chain_that_goes_on_beyond_a_trusted_root_is_trusted(trust, mint):
    cross = mint.certificate("Root", "Older")
    older = mint.certificate("Older", "Oldest")
    assert trust.signing_key(mint.pem(mint.leaf(), mint.middle(), cross, older), mint.now)


def test_a_chain_that_ends_in_its_own_root_is_trusted(trust, mint):
    assert trust.signing_key(mint.pem(mint.leaf(), mint.middle(), mint.root()), mint.now)


def test_an_expired_certificate_beyond_the_trusted_root_does_no_harm(trust, mint):
    cross = mint.certificate("Root", "Older", days=(-100, -1))
    assert trust.signing_key(mint.pem(mint.leaf(), mint.middle(), cross), mint.now)


def test_a_leaf_out_of_its_time_is_refused_as_expired(trust, mint):
    assert refusal(trust, mint.chain(days=(-10, -1)), mint.now) == "certificate_expired"
    assert refusal(trust, mint.chain(days=(1, 10)), mint.now) == "certificate_expired"


def test_an_intermediate_out_of_its_time_is_refused_as_expired(trust, mint):
    chain = mint.pem(mint.leaf(), mint.middle(days=(-10, -1)))
    assert refusal(trust, chain, mint.now) == "certificate_expired"


def test_an_expired_chain_is_trusted_at_a_clock_within_its_time(trust, mint):
    assert trust.signing_key(mint.chain(days=(-10, -1)), mint.now - timedelta(days=5))


@pytest.mark.parametrize("dns", [[], ["example.com"], ["*.amazon.com"], ["echo-api.amazon.com.example.com"]])
def test_a_leaf_without_amazons_exact_name_is_refused(trust, mint, dns):
    assert refusal(trust, mint.chain(dns=dns), mint.now) == "name_mismatch"


def test_a_leaf_with_further_names_is_trusted(trust, mint):
    assert trust.signing_key(mint.chain(dns=["example.com", "echo-api.amazon.com"]), mint.now)


def test_a_chain_under_a_strange_root_is_refused(trust, mint):
    chain = mint.pem(mint.leaf(issuer="Stranger"), mint.root("Stranger"))
    assert refusal(trust, chain, mint.now) == "chain_untrusted"


def test_a_chain_that_borrows_the_roots_name_is_refused(trust, mint):
    impostor = mint.rsa_key("Impostor")
    chain = mint.pem(mint.leaf(), mint.middle(issuer_key=impostor), mint.root(key=impostor, issuer_key=impostor))
    assert refusal(trust, chain, mint.now) == "chain_untrusted"


def test_a_truncated_chain_is_refused(trust, mint):
    assert refusal(trust, mint.pem(mint.leaf()), mint.now) == "chain_untrusted"


def test_a_chain_out_of_order_is_refused(trust, mint):
    low = mint.middle("Low", "High")
    high = mint.middle("High")
    assert trust.signing_key(mint.pem(mint.leaf(issuer="Low"), low, high), mint.now)
    assert refusal(trust, mint.pem(mint.leaf(issuer="Low"), high, low), mint.now) == "chain_untrusted"
    assert refusal(trust, mint.pem(mint.middle(), mint.leaf()), mint.now) == "name_mismatch"


def test_a_leaf_under_another_leaf_is_refused(trust, mint):
    between = mint.certificate("Between", "Middle", authority=False)
    chain = mint.pem(mint.leaf(issuer="Between"), between, mint.middle())
    assert refusal(trust, chain, mint.now) == "chain_untrusted"


def test_a_key_that_is_not_rsa_is_refused(trust, mint):
    chain = mint.pem(mint.leaf(key=ec.generate_private_key(ec.SECP256R1())), mint.middle())
    assert refusal(trust, chain, mint.now) == "chain_untrusted"


def test_a_short_rsa_key_is_refused(trust, mint):
    assert refusal(trust, mint.chain(key=mint.rsa_key("Short", 1024)), mint.now) == "chain_untrusted"


def test_garbage_is_refused_as_untrusted(trust, mint):
    good = mint.chain()
    torn = [b"", b"\xff" * 999, b"-----BEGIN CERTIFICATE-----\n", good[:700], good[:-90], good.replace(b"M", b"N")]
    for chain in [*torn, b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", good[:1] * 500_000]:
        assert refusal(trust, chain, mint.now) == "chain_untrusted"


def test_the_public_roots_do_not_vouch_for_the_mint(mint):
    assert refusal(TrustStore(), mint.chain(), mint.now) == "chain_untrusted"


def test_extra_roots_that_cannot_be_read_name_the_setting(tmp_path):
    (tmp_path / "empty.pem").write_bytes(b"nothing here")
    for path in (tmp_path / "missing.pem", tmp_path / "empty.pem", tmp_path):
        with pytest.raises(ConfigurationError, match="SAFE_HARBOR_TRUSTED_ROOTS"):
            TrustStore(path)
