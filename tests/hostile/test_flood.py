"""A flood of strangers' requests costs a handful of fetches, and keeps no new address of Amazon's away."""

import base64
import itertools
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import structlog

from skill.alexa.allowance import Allowance
from skill.alexa.verification import Verifier
from skill.errors import RequestRefused
from skill.simulator.signer import Signer

ADDRESS = "https://s3.amazonaws.com/echo.api/echo-api-cert-{}.pem"
FORGED = {"Signature-256": base64.b64encode(bytes(256)).decode()}
THREADS = 8


class Network:
    """Brings nothing, slowly; ``calls`` are the addresses it was asked for, ``most`` how many at one moment."""

    def __init__(self):
        self.calls, self.now, self.most = [], 0, 0
        self._lock = threading.Lock()

    def __call__(self, address):
        with self._lock:
            self.calls.append(address)
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(0.01)
        with self._lock:
            self.now -= 1
        raise RequestRefused("chain_unreachable")


def allowed(seconds):
    """Say how often strangers can make the host call out within so many seconds."""
    return 12 + seconds / 5 + 1


@pytest.fixture
def verifier(tmp_path):
    with structlog.testing.capture_logs():
        yield lambda network: Verifier(tmp_path / "certificates", fetch=network)


def flood(verifier, urls):
    """Let eight threads verify forged requests that name these addresses; give how long it took."""

    def strangers(number):
        for url in urls[number::THREADS]:
            with pytest.raises(RequestRefused):
                verifier.verify({"SignatureCertChainUrl": url, **FORGED}, b"{}")

    started = time.monotonic()
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(strangers, range(THREADS)))
    return time.monotonic() - started


@pytest.mark.parametrize("times", [1, 10])
def test_ten_thousand_requests_with_addresses_of_their_own_cost_a_handful_of_fetches(verifier, times):
    network = Network()
    urls = [ADDRESS.format(number) for number in range(10_000 // times)] * times
    assert len(network.calls) <= allowed(flood(verifier(network), urls))
    assert network.calls
    assert network.most <= 2


def test_ten_thousand_requests_with_one_address_cost_hardly_a_fetch(verifier):
    network = Network()
    seconds = flood(verifier(network), [ADDRESS.format("one")] * 10_000)
    assert len(network.calls) <= 1 + seconds / 5


def test_ten_thousand_spellings_of_one_address_cost_hardly_a_fetch(verifier):
    network = Network()
    urls = [ADDRESS.format("one").replace("/echo.api/", f"/echo.api/{number}/../") for number in range(10_000)]
    assert len(network.calls) <= 1 + flood(verifier(network), urls) / 5
    assert len({*network.calls}) == 1


def test_a_signed_request_under_a_known_address_passes_through_the_flood(tmp_path):
    network, signer = Network(), Signer()
    signer.trust(tmp_path / "roots.pem")
    signer.prefill(tmp_path / "certificates")
    verifier = Verifier(tmp_path / "certificates", tmp_path / "roots.pem", fetch=network)
    passed = 0
    with structlog.testing.capture_logs(), ThreadPoolExecutor(1) as pool:
        flooding = pool.submit(flood, verifier, [ADDRESS.format(number) for number in range(5000)])
        while not flooding.done():
            verifier.verify(signer.headers(b"{}"), b"{}")
            passed += 1
    assert passed
    assert signer.chain_url not in network.calls


@pytest.mark.parametrize("rate", [10, 1000])
@pytest.mark.parametrize("every", [2, 10, 30])
def test_a_new_address_that_is_asked_for_again_is_fetched_in_the_midst_of_a_flood(rate, every):
    now = 0.0
    allowance = Allowance(lambda: now)
    strangers, second = map(ADDRESS.format, itertools.count()), 0
    for second in range(120):
        for address in itertools.islice(strangers, rate):
            now += 1 / rate
            if allowance.take(address, known=False):
                allowance.failed(address)
        if second >= 60 and second % every == 0 and allowance.take(ADDRESS.format("new"), known=False):
            break
    assert second == 60 + every
