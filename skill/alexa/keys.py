"""The public keys that sign requests: verified once, held until they expire, sought once at a time."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from structlog.typing import FilteringBoundLogger

from skill.alexa.allowance import Allowance
from skill.alexa.chains import ChainFolder, chain_file
from skill.alexa.download import LARGEST_CHAIN
from skill.alexa.trust import SigningKey, TrustStore
from skill.errors import RequestRefused

_PATIENCE = 5.0
"""Seconds that a request waits for a chain which another one is already seeking."""


class KeyRing:
    """Keys by the normal address of their chain: from memory, else from disk, else from the network.

    At most ``most`` keys are held. Requests of several threads for one URL share one search. Safe to share
    between threads.
    """

    def __init__(
        self,
        trust: TrustStore,
        chains: ChainFolder,
        fetch: Callable[[str], bytes],
        allowance: Allowance,
        log: FilteringBoundLogger,
        most: int = 64,
    ) -> None:
        self._trust = trust
        self._chains = chains
        self._fetch = fetch
        self._allowance = allowance
        self._log = log
        self._most = most
        self._held: OrderedDict[str, SigningKey] = OrderedDict()
        self._searches: dict[str, Future[SigningKey | str]] = {}
        self._lock = threading.Lock()

    def find(self, url: str, address: str, now: datetime) -> RSAPublicKey:
        """Return the key of the chain at ``url``, whose normal spelling is ``address``.

        Raises:
            RequestRefused: the chain is unreachable, or not to be trusted at ``now``.

        """
        with self._lock:
            if held := self._valid(address, now):
                return held.key
            search = self._searches.get(url)
            leading = search is None
            if search is None:
                search = self._searches[url] = Future()
        if leading:
            self._search(search, url, address, now)
        return _key_from(search)

    def _valid(self, address: str, now: datetime) -> SigningKey | None:
        held = self._held.get(address)
        if held is None or not held.valid_at(now):
            return None
        self._held.move_to_end(address)
        return held

    def _search(self, search: "Future[SigningKey | str]", url: str, address: str, now: datetime) -> None:
        outcome: SigningKey | str = "chain_unreachable"
        try:
            outcome = self._from_disk_or_network(url, address, now)
        except RequestRefused as refused:
            outcome = refused.reason
        finally:
            with self._lock:
                if isinstance(outcome, SigningKey):
                    self._hold(address, outcome)
                del self._searches[url]
            search.set_result(outcome)

    def _hold(self, address: str, key: SigningKey) -> None:
        self._held[address] = key
        self._held.move_to_end(address)
        while len(self._held) > self._most:
            self._held.popitem(last=False)

    def _from_disk_or_network(self, url: str, address: str, now: datetime) -> SigningKey:
        """Take the chain on disk if it is good; if not, a fresh one may have taken its place."""
        kept = self._chains.read(url)
        fault = "chain_unreachable"
        if kept is not None:
            try:
                return self._trust.signing_key(kept, now)
            except RequestRefused as refused:
                fault = refused.reason
        if not self._allowance.take(address, known=kept is not None):
            raise RequestRefused(fault)
        try:
            return self._fetched(url, address, now)
        except RequestRefused as refused:
            raise RequestRefused(fault if refused.reason == "chain_unreachable" else refused.reason) from None

    def _fetched(self, url: str, address: str, now: datetime) -> SigningKey:
        file = chain_file(self._chains.folder, url).name
        try:
            pem = self._download(address)
            key = self._trust.signing_key(pem, now)
        except RequestRefused as refused:
            self._allowance.failed(address)
            self._log.warning("signing_chain_refused", file=file, reason=refused.reason)
            raise
        self._allowance.succeeded(address)
        self._log.info("signing_chain_fetched", file=file, kept=self._chains.keep(url, pem, now))
        return key

    def _download(self, address: str) -> bytes:
        try:
            pem = self._fetch(address)
        except Exception:
            # Whatever a network, a proxy or a resolver raises, it means one thing here.
            raise RequestRefused("chain_unreachable") from None
        if len(pem) > LARGEST_CHAIN:
            raise RequestRefused("chain_unreachable")
        return pem


def _key_from(search: "Future[SigningKey | str]") -> RSAPublicKey:
    try:
        outcome = search.result(timeout=_PATIENCE)
    except TimeoutError:
        raise RequestRefused("chain_unreachable") from None
    if isinstance(outcome, str):
        raise RequestRefused(outcome)
    return outcome.key
