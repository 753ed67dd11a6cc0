"""What a flood of strangers' requests costs those who are signed: their rate and latency alone and beside it.

``make bench`` runs it, with ``python -P`` since its folder would hide the package ``plugins``; pytest does not. One
server of its own, as ``safe-harbor serve`` starts it, answers signed launches, a few at a time; quiet rounds and rounds
beside the flood are taken alternately. The strangers fill connections of their own with forged signatures, under
certificate addresses that look right and are each another. Clients and server share the machine's cores, so that the
flood's own work counts against the server here: on a machine of its own it fares better.
"""

from __future__ import annotations

import base64
import itertools
import json
import multiprocessing
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection
from multiprocessing.synchronize import Event
from pathlib import Path
from urllib.parse import urlsplit

from skill.simulator.signer import Signer

COMMAND = Path(sys.executable).with_name("safe-harbor")
READY = re.compile(r"Safe Harbor answers signed Alexa requests at (http://127\.0\.0\.1:\d+)/alexa\n")
SIGNED, STRANGERS = 2, 4
"""Connections on which somebody speaks, and on which strangers knock."""
ROUNDS, SECONDS = 6, 3.0
"""Rounds of each kind, and how long one takes."""
LARGEST_FACTOR = 6.0
"""What the flood may make of the signed requests' rate; ``deploy/README.md`` states it."""
MOST_FETCHES = 12
"""Chains that a first minute's flood may make the host ask for."""


@contextmanager
def server(folder: Path, signer: Signer) -> Iterator[str]:
    """Serve the skill over a folder, and give the address."""
    signer.prefill(folder / "certificates")
    signer.trust(folder / "roots.pem")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SAFE_HARBOR_")} | {
        "PORT": "0",
        "WEB_CONCURRENCY": "1",
        "SAFE_HARBOR_DATA_DIR": str(folder / "data"),
        "SAFE_HARBOR_TRUSTED_ROOTS": str(folder / "roots.pem"),
        "SAFE_HARBOR_CERTIFICATE_CACHE": str(folder / "certificates"),
    }
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([COMMAND, "serve"], env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
    assert process.stdout is not None
    try:
        found = next(filter(None, map(READY.fullmatch, process.stdout)), None)
        if found is None:
            raise SystemExit("the server did not start")
        yield found[1]
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()


def launch(number: int) -> bytes:
    """Make the body of a launch, in a household of its own."""
    who = {"application": {"applicationId": "amzn1.ask.skill.bench"}, "user": {"userId": f"user-{number}"}}
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    envelope = {
        "version": "1.0",
        "session": {"new": True, "sessionId": f"session-{number}", "attributes": {}, **who},
        "context": {"System": {"device": {"deviceId": "kitchen", "supportedInterfaces": {}}, **who}},
        "request": {"type": "LaunchRequest", "requestId": f"request-{number}", "timestamp": now, "locale": "en-US"},
    }
    return json.dumps(envelope).encode()


def strangers(url: str, number: int, begun: Event, over: Event, sent: multiprocessing.Queue[int]) -> None:
    """Knock on one connection for as long as a round beside the flood lasts; tell at the end how often."""
    connection, body = HTTPConnection(urlsplit(url).netloc), launch(number)
    headers = {"Content-Type": "application/json", "Signature-256": base64.b64encode(bytes(256)).decode()}
    count = 0
    while not over.is_set():
        if not begun.wait(0.1):
            continue
        headers["SignatureCertChainUrl"] = f"https://s3.amazonaws.com/echo.api/echo-api-cert-{number}-{count}.pem"
        connection.request("POST", "/alexa", body, headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 400:
            raise SystemExit(f"a stranger got {answer.status}")
        count += 1
    sent.put(count)


@dataclass
class Speaking:
    """Signed launches on a few connections: ``latencies`` in seconds, ``rates`` a second, by the kind of round."""

    url: str
    signer: Signer
    latencies: dict[str, list[float]] = field(default_factory=dict)
    rates: dict[str, list[float]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=itertools.count)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def round(self, kind: str, seconds: float = SECONDS) -> None:
        """Speak for one round."""
        until = time.perf_counter() + seconds
        with ThreadPoolExecutor(SIGNED) as pool:
            taken = [*itertools.chain(*pool.map(self._speak, [until] * SIGNED))]
        self.latencies.setdefault(kind, []).extend(taken)
        self.rates.setdefault(kind, []).append(len(taken) / seconds)

    def _speak(self, until: float) -> list[float]:
        connection, taken = HTTPConnection(urlsplit(self.url).netloc), []
        while time.perf_counter() < until:
            with self.lock:
                body = launch(next(self.numbers))
            headers = self.signer.headers(body)
            before = time.perf_counter()
            connection.request("POST", "/alexa", body, headers)
            answer = connection.getresponse()
            answer.read()
            taken.append(time.perf_counter() - before)
            if answer.status != 200:
                raise SystemExit(f"a signed launch got {answer.status}")
        connection.close()
        return taken


def measure(url: str, signer: Signer) -> tuple[Speaking, int]:
    """Take quiet rounds and rounds beside the flood in turn; give them, and how many forged requests there were."""
    context = multiprocessing.get_context("spawn")
    begun, over, sent = context.Event(), context.Event(), context.Queue()
    knocking = [
        context.Process(target=strangers, args=(url, number, begun, over, sent), daemon=True)
        for number in range(STRANGERS)
    ]
    for each in knocking:
        each.start()
    speaking = Speaking(url, signer)
    speaking.round("warming up")
    for number in range(2 * ROUNDS):
        kind = ("alone", "beside a flood")[(number + number // 2) % 2]
        if kind != "alone":
            begun.set()
        speaking.round(kind)
        begun.clear()
    over.set()
    forged = sum(sent.get(timeout=10) for _ in knocking)
    for each in knocking:
        each.join()
    return speaking, forged


def report(speaking: Speaking, forged: int, fetches: int) -> bool:
    """Print the figures, and say whether they are as they should be."""
    print(f"{'signed launches':20}{'a second':>10}{'median ms':>12}{'p99 ms':>10}")
    rates = {}
    for kind in ("alone", "beside a flood"):
        rates[kind] = statistics.median(speaking.rates[kind])
        cuts = statistics.quantiles(speaking.latencies[kind], n=100)
        print(f"{kind:20}{rates[kind]:10.0f}{cuts[49] * 1000:12.1f}{cuts[98] * 1000:10.1f}")
    factor = rates["alone"] / rates["beside a flood"]
    print(f"The flood, {forged / (ROUNDS * SECONDS):.0f} forged requests a second, slows signed ones by {factor:.2f}.")
    print(f"It made the host ask for {fetches} certificate chains.")
    return factor <= LARGEST_FACTOR and fetches <= MOST_FETCHES + ROUNDS * SECONDS * 2 / 5


def main() -> int:
    """Measure, and give 1 where the flood slows signed requests too much or makes the host call out too often."""
    with tempfile.TemporaryDirectory() as name:
        folder, signer = Path(name), Signer()
        with server(folder, signer) as url:
            speaking, forged = measure(url, signer)
        fetches = (folder / "log").read_text().count('"signing_chain_refused"')
    return 0 if report(speaking, forged, fetches) else 1


if __name__ == "__main__":
    sys.exit(main())
