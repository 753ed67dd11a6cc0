"""The skill as people reach it: gunicorn in processes of its own, and behind it a platform on loopback."""

import itertools
import json
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain
from pathlib import Path
from threading import Thread

import httpx
import pytest
from sqlalchemy import select

from skill.settings import Settings
from skill.simulator.platform import SimulatedPlatform
from skill.simulator.signer import Signer
from skill.store import Database, Households, Vault
from skill.store.schema import Base

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("safe-harbor")
SERVE = Path(__file__).with_name("serve.py")
READY = re.compile(r"Safe Harbor answers signed Alexa requests at (http://127\.0\.0\.1:\d+)/alexa\n")
SKILL = "amzn1.ask.skill.served"
PLENTY = httpx.Limits(max_connections=64, max_keepalive_connections=0)


@dataclass
class Served:
    """A server over ``folder``, which outlives it. ``command`` begins it; ``url`` is where it answers."""

    folder: Path
    signer: Signer
    command: tuple[str, ...] = (str(COMMAND), "serve")
    settings: dict[str, str] = field(default_factory=dict)
    url: str = ""
    process: subprocess.Popen | None = None
    numbers: Iterator[int] = field(default_factory=itertools.count)
    client: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=20, trust_env=False, limits=PLENTY))

    def __post_init__(self):
        self.signer.prefill(self.folder / "certificates")
        self.signer.trust(self.folder / "roots.pem")

    @property
    def environment(self):
        """Give the environment of the server, and of a command line beside it."""
        foreign = {name for name in os.environ if name.startswith("SAFE_HARBOR_")} | {"WEB_CONCURRENCY"}
        return {name: value for name, value in os.environ.items() if name not in foreign} | {
            "HOST": "127.0.0.1",
            "PORT": "0",
            "SAFE_HARBOR_DATA_DIR": str(self.folder / "data"),
            "SAFE_HARBOR_TRUSTED_ROOTS": str(self.folder / "roots.pem"),
            "SAFE_HARBOR_CERTIFICATE_CACHE": str(self.folder / "certificates"),
            "SAFE_HARBOR_DATABASE_URL": self.database_url,
            **self.settings,
        }

    @property
    def database_url(self):
        """Give the database of its data directory."""
        return Settings.of({"SAFE_HARBOR_DATA_DIR": str(self.folder / "data")}).database_url

    def start(self):
        """Begin it, and wait until it answers."""
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=self.folder,
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        for line in self.process.stdout:
            if found := READY.fullmatch(line):
                self.url = found[1]
                return self
        raise AssertionError(f"the server did not start:\n{self.log[-4000:]}")

    def close(self):
        """Leave nothing running."""
        self.client.close()
        self.kill()

    def kill(self):
        """End it and its workers as a power cut would."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self._reap()

    def stop(self):
        """Ask it to stop, and give the code that it ends with."""
        self.process.terminate()
        return self._reap()

    def _reap(self):
        with self.process:
            code = self.process.wait(20)
        self.process = None
        return code

    @property
    def log(self):
        """Give what it wrote on its standard error."""
        return (self.folder / "log").read_text(encoding="utf-8")

    def run(self, *arguments):
        """Run the command line beside it, and give what it prints."""
        command = [str(COMMAND), *arguments]
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=30, check=True
        )
        return done.stdout

    def remains(self):
        """Give by name every byte that is left of what was done: files, log, measures and rows."""
        files = {str(path): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}
        with closing(Database(self.database_url)) as database, database.reading() as connection:
            tables = {each: connection.execute(select(kept)).all() for each, kept in Base.metadata.tables.items()}
        rows = {name: b"\n".join(map(_bytes, chain.from_iterable(found))) for name, found in tables.items()}
        return {**files, **rows, "metrics": self.get("/metrics").content}

    def kept(self, user="ana"):
        """Give the words of everything that is kept of a user's household, read beside the running server."""
        with closing(Database(self.database_url)) as database:
            households = Households(database, Vault.load_or_create(self.folder / "data", None))
            house = households.export(households.snapshot(user, None, "", datetime.now(UTC)).id)
        return [each["body"]["text"] for each in house["entries"]]

    def envelope(self, request, user="ana", platform=None):
        """Make the envelope of a request: ``request`` holds its type, and its intent where it has one."""
        number = next(self.numbers)
        who = {"application": {"applicationId": SKILL}, "user": {"userId": user}}
        service = {}
        if platform is not None:
            service = {"apiEndpoint": platform.url, "apiAccessToken": platform.device(user, time_zone="Europe/London")}
        return {
            "version": "1.0",
            "session": {"new": True, "sessionId": f"session-{number}", "attributes": {}, **who},
            "context": {"System": {"device": {"deviceId": "speaker", "supportedInterfaces": {}}, **who, **service}},
            "request": {
                "requestId": f"request-{number}",
                "timestamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "locale": "en-US",
                **request,
            },
        }

    def launch(self, **who):
        """Give the body of a launch."""
        return json.dumps(self.envelope({"type": "LaunchRequest"}, **who)).encode()

    def intent(self, intent, slots=None, **who):
        """Give the body of an intent; ``slots`` as the built model names them."""
        filled = {
            name: {"name": name, "value": value, "confirmationStatus": "NONE"} for name, value in (slots or {}).items()
        }
        meant = {"name": intent, "confirmationStatus": "NONE", "slots": filled}
        return json.dumps(self.envelope({"type": "IntentRequest", "intent": meant}, **who)).encode()

    def post(self, body, **headers):
        """Post a body as Amazon would, signed; ``headers`` replace those of the signature, None takes one away."""
        signed = self.signer.headers(body) | {name.replace("_", "-"): value for name, value in headers.items()}
        given = {name: value for name, value in signed.items() if value is not None}
        return self.client.post(f"{self.url}/alexa", content=body, headers=given)

    def get(self, route):
        """Get one of the other routes."""
        return self.client.get(f"{self.url}{route}")


def _bytes(value):
    return value if isinstance(value, bytes) else str(value).encode()


@pytest.fixture(scope="session")
def signer():
    return Signer()


@pytest.fixture(scope="session")
def platform():
    with SimulatedPlatform() as platform:
        yield platform


@pytest.fixture
def make_served(signer, tmp_path):
    """Make servers of the installed command, or of one that speaks to ``platform``; they are gone afterwards."""
    made = []

    def make(platform=None, command=COMMAND, **settings):
        begun = (str(command), "serve") if platform is None else (sys.executable, str(SERVE), platform.url)
        made.append(Served(tmp_path, signer, begun, settings))
        return made[-1].start()

    yield make
    for each in made:
        each.close()


@pytest.fixture(scope="session")
def served(signer, platform, tmp_path_factory):
    """Return a server that many tests share, each with households of its own."""
    made = Served(tmp_path_factory.mktemp("served"), signer, (sys.executable, str(SERVE), platform.url))
    try:
        yield made.start()
    finally:
        made.close()


@pytest.fixture(scope="session")
def forwarder(served):
    """Return the address of something that signs what it is sent and passes it on, as the platform's edge does.

    Each user's requests are numbered, so that a conversation gets the same variants of every line each time.
    """
    sent = Counter()

    class Forward(BaseHTTPRequestHandler):
        def do_POST(self):
            envelope = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            user = envelope["context"]["System"]["user"]["userId"]
            sent[user] += 1
            envelope["request"]["requestId"] = f"request-{sent[user]}"
            answer = served.post(json.dumps(envelope).encode())
            self.send_response(answer.status_code)
            self.send_header("Content-Type", answer.headers.get("Content-Type", "text/plain"))
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Forward) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
