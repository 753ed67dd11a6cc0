import threading
from datetime import timedelta

import pytest
import structlog

from skill.alexa.allowance import Allowance
from skill.alexa.chains import ChainFolder, chain_file
from skill.alexa.download import LARGEST_CHAIN
from skill.alexa.keys import KeyRing
from skill.alexa.trust import TrustStore
from skill.errors import RequestRefused

URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-99.pem"


class Bucket:
    """Serves one chain for every address, or an exception, and remembers what was asked."""

    def __init__(self, chain):
        self.chain = chain
        self.asked = []

    def __call__(self, address):
        self.asked.append(address)
        if isinstance(self.chain, BaseException):
            raise self.chain
        return self.chain


class House:
    """A key ring over a folder, a bucket and a clock for the pauses."""

    def __init__(self, folder, roots, chain):
        self.folder, self.roots, self.seconds = folder, roots, 0.0
        self.bucket = Bucket(chain)
        self.log = structlog.testing.CapturingLogger()
        self.ring = self.another()

    def another(self, most=64):
        allowance = Allowance(lambda: self.seconds)
        log = structlog.wrap_logger(self.log, processors=[], wrapper_class=structlog.BoundLogger)
        return KeyRing(TrustStore(self.roots), ChainFolder(self.folder), self.bucket, allowance, log, most)

    def refusal(self, now, url=URL):
        with pytest.raises(RequestRefused) as caught:
            self.ring.find(url, url, now)
        return caught.value.reason


@pytest.fixture
def house(tmp_path, roots, mint):
    return House(tmp_path, roots, mint.chain())


def test_a_chain_is_fetched_once_and_kept_on_disk_for_the_other_workers(house, mint):
    first = house.ring.find(URL, URL, mint.now)
    assert house.ring.find(URL, URL, mint.now) is first
    assert chain_file(house.folder, URL).read_bytes() == house.bucket.chain
    assert house.another().find(URL, URL, mint.now).public_numbers() == first.public_numbers()
    assert house.bucket.asked == [URL]


def test_a_prefilled_chain_is_never_fetched(house, mint):
    chain_file(house.folder, URL).write_bytes(mint.chain())
    house.bucket.chain = OSError("no network")
    assert house.ring.find(URL, URL, mint.now)
    assert house.bucket.asked == []


def test_two_spellings_of_one_address_share_one_key(house, mint):
    spelled = URL.replace("s3.amazonaws.com", "S3.AMAZONAWS.COM")
    assert house.ring.find(spelled, URL, mint.now) is house.ring.find(URL, URL, mint.now)
    assert house.bucket.asked == [URL]
    assert chain_file(house.folder, spelled).exists()


@pytest.mark.parametrize("content", [b"", b"\x00garbage", b"x" * (LARGEST_CHAIN + 1)])
def test_a_corrupt_file_is_fetched_anew_and_replaced(house, mint, content):
    chain_file(house.folder, URL).write_bytes(content)
    assert house.ring.find(URL, URL, mint.now)
    assert chain_file(house.folder, URL).read_bytes() == house.bucket.chain


def test_an_expired_chain_on_disk_is_renewed(house, mint):
    chain_file(house.folder, URL).write_bytes(mint.chain(days=(-20, -10)))
    assert house.ring.find(URL, URL, mint.now)
    assert house.bucket.asked == [URL]
    assert chain_file(house.folder, URL).read_bytes() == house.bucket.chain


def test_an_expired_chain_that_cannot_be_renewed_is_refused_as_expired_and_asked_for_once(house, mint):
    chain_file(house.folder, URL).write_bytes(mint.chain(days=(-20, -10)))
    house.bucket.chain = OSError("no network")
    assert [house.refusal(mint.now) for _ in range(5)] == ["certificate_expired"] * 5
    assert house.bucket.asked == [URL]


def test_a_held_key_is_sought_again_when_its_path_expires(house, mint):
    house.bucket.chain = mint.chain(days=(-10, 10))
    old = house.ring.find(URL, URL, mint.now)
    house.bucket.chain = mint.chain(days=(5, 90))
    assert house.ring.find(URL, URL, mint.now + timedelta(days=9)) is old
    assert house.ring.find(URL, URL, mint.now + timedelta(days=11)) is not old
    assert house.bucket.asked == [URL, URL]


def test_a_held_key_is_not_used_before_its_time(house, mint):
    assert house.ring.find(URL, URL, mint.now)
    assert house.refusal(mint.now - timedelta(days=365)) == "certificate_expired"


def test_an_address_that_fails_rests_and_is_then_tried_again(house, mint):
    good, house.bucket.chain = house.bucket.chain, OSError("no network")
    assert [house.refusal(mint.now) for _ in range(5)] == ["chain_unreachable"] * 5
    assert house.bucket.asked == [URL]
    house.bucket.chain, house.seconds = good, 6.0
    assert house.ring.find(URL, URL, mint.now)


@pytest.mark.parametrize("chain", [b"", b"<Error>AccessDenied</Error>", b"x" * 5_000_000])
def test_an_address_with_nonsense_rests_too(house, mint, chain):
    house.bucket.chain = chain
    assert {house.refusal(mint.now) for _ in range(5)} <= {"chain_untrusted", "chain_unreachable"}
    assert house.bucket.asked == [URL]
    assert list(house.folder.iterdir()) == []


def test_a_flood_of_addresses_costs_few_fetches_and_no_file(house, mint):
    house.bucket.chain = OSError("no such key")
    assert {house.refusal(mint.now, f"{URL}{number}") for number in range(300)} == {"chain_unreachable"}
    assert len(house.bucket.asked) == 6
    assert list(house.folder.iterdir()) == []


def test_a_flood_does_not_keep_an_expired_chain_from_being_renewed(house, mint):
    chain_file(house.folder, URL).write_bytes(mint.chain(days=(-20, -10)))
    good, house.bucket.chain = house.bucket.chain, OSError("no such key")
    for number in range(20):
        house.refusal(mint.now, f"{URL}{number}")
    house.bucket.chain = good
    assert house.ring.find(URL, URL, mint.now)


def test_a_good_chain_padded_to_megabytes_is_refused(house, mint):
    house.bucket.chain += b"\n" * 5_000_000
    assert house.refusal(mint.now) == "chain_unreachable"


def test_only_so_many_keys_are_held(house, mint):
    ring = house.another(most=2)
    chain_file(house.folder, "a").write_bytes(mint.chain())
    first = ring.find("a", "a", mint.now)
    for url in ("b", "c"):
        ring.find(url, url, mint.now)
    assert ring.find("c", "c", mint.now) is ring.find("c", "c", mint.now)
    assert ring.find("a", "a", mint.now) is not first


def test_requests_at_the_same_time_share_one_fetch(house, mint):
    asked, go_on, found = threading.Event(), threading.Event(), []
    chain = house.bucket.chain

    def slow(address):
        house.bucket.asked.append(address)
        asked.set()
        assert go_on.wait(5)
        return chain

    house.ring = KeyRing(TrustStore(house.roots), ChainFolder(house.folder), slow, Allowance(), structlog.get_logger())
    threads = [threading.Thread(target=lambda: found.append(house.ring.find(URL, URL, mint.now))) for _ in range(8)]
    with structlog.testing.capture_logs():
        for thread in threads:
            thread.start()
        assert asked.wait(5)
        go_on.set()
        for thread in threads:
            thread.join(5)
    assert house.bucket.asked == [URL]
    assert len(found) == 8
    assert len(set(map(id, found))) == 1


def test_a_search_that_breaks_off_does_not_block_the_next_one(house, mint):
    good, house.bucket.chain = house.bucket.chain, KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        house.ring.find(URL, URL, mint.now)
    house.bucket.chain = good
    assert house.ring.find(URL, URL, mint.now)


def test_a_file_that_can_be_neither_read_nor_replaced_is_no_obstacle(house, mint):
    chain_file(house.folder, URL).mkdir()
    assert house.ring.find(URL, URL, mint.now)
    assert house.bucket.asked == [URL]


def test_the_log_names_the_file_and_the_reason_and_never_the_url(house, mint):
    house.bucket.chain = OSError("no such key")
    house.refusal(mint.now, f"{URL}-of-a-stranger")
    assert [(call.method_name, call.kwargs["reason"]) for call in house.log.calls] == [("warning", "chain_unreachable")]
    assert "stranger" not in str(house.log.calls)
