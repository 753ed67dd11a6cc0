"""The certificate that signs requests rotates: a new address, an old chain that runs out, a new chain in its place."""

import socket
import ssl
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from skill.alexa.trust import SIGNER_NAME
from skill.simulator.signer import Signer
from tests.faults.conftest import begun
from tests.faults.house import Books, speaking, wait_until

HOST = "s3.amazonaws.com"
LONG = timedelta(days=3650)


def named(name):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


class Authority:
    """A root that issues certificates for one name each."""

    def __init__(self):
        self.key = rsa.generate_private_key(65537, 2048)
        draft = self._draft("A root of the tests", self.key, datetime.now(UTC) + LONG)
        draft = draft.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        draft = draft.add_extension(
            x509.KeyUsage(False, False, False, False, False, True, True, False, False), critical=True
        )
        self.pem = draft.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    def issue(self, name, until):
        """Give a key and its certificate in PEM."""
        key = rsa.generate_private_key(65537, 2048)
        draft = self._draft(name, key, until)
        draft = draft.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        draft = draft.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        return key, draft.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    def _draft(self, name, key, until):
        draft = x509.CertificateBuilder(named("A root of the tests"), named(name), key.public_key())
        draft = draft.serial_number(x509.random_serial_number())
        draft = draft.not_valid_before(datetime.now(UTC) - LONG).not_valid_after(until)
        draft = draft.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        return draft.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False
        )


class Amazon(Signer):
    """A signer whose chain stands at an address, until it runs out."""

    def __init__(self, authority, path, until):
        self._key, self.chain_pem = authority.issue(SIGNER_NAME, until)
        self.root_pem = authority.pem
        self.chain_url = f"https://{HOST}{path}"
        self.path = path

    def prefill(self, cache_dir):
        """Put the chain nowhere: it is fetched."""


@dataclass
class Shelf:
    """Where chains are fetched from, by path; ``fetched`` are the paths that were."""

    chains: dict[str, bytes] = field(default_factory=dict)
    fetched: list[str] = field(default_factory=list)
    address: str = ""

    def put(self, signer):
        """Put a signer's chain in its place."""
        self.chains[signer.path] = signer.chain_pem


@contextmanager
def serving(shelf, context):
    """Serve a shelf as a proxy would that stands before Amazon's own host."""

    class Through(BaseHTTPRequestHandler):
        def do_CONNECT(self):
            assert self.path == f"{HOST}:443"
            self.send_response(200)
            self.end_headers()
            self.close_connection = True
            with suppress(OSError), context.wrap_socket(self.connection, server_side=True) as secure:
                path = secure.recv(8192).split()[1].decode()
                shelf.fetched.append(path)
                chain = shelf.chains[path]
                secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(chain) + chain)
                secure.shutdown(socket.SHUT_RDWR)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Through) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        shelf.address = f"http://127.0.0.1:{server.server_port}"
        yield shelf
        server.shutdown()
        thread.join()


@pytest.fixture
def authority():
    return Authority()


@pytest.fixture
def shelf(authority, tmp_path):
    key, certificate = authority.issue(HOST, datetime.now(UTC) + LONG)
    both = tmp_path / "host.pem"
    both.write_bytes(
        certificate
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    with serving(Shelf(), context) as shelf:
        yield shelf


@pytest.fixture
def rotating(authority, shelf, shared_switchboard, tmp_path):
    """Return a house that fetches chains, and the signer whose chain runs out in a minute."""
    (tmp_path / "authority.pem").write_bytes(authority.pem)
    old = Amazon(authority, "/echo.api/echo-api-cert-1.pem", datetime.now(UTC) + timedelta(seconds=60))
    shelf.put(old)
    settings = {"HTTPS_PROXY": shelf.address, "SSL_CERT_FILE": str(tmp_path / "authority.pem")}
    house = begun(tmp_path, old, shared_switchboard, settings=settings)
    try:
        yield house.start(), old
    finally:
        house.close()


def test_turns_go_on_while_the_signing_certificate_rotates(rotating, authority, shelf, switchboard, tell):
    house, old = rotating
    switchboard.device("ana", permissions=())
    book = Books(house, "ana", switchboard)
    new = Amazon(authority, "/echo.api/echo-api-cert-2.pem", datetime.now(UTC) + LONG)
    with speaking(book) as acknowledged:
        wait_until(lambda: acknowledged() > 3, "turns under the old chain")
        shelf.put(new)
        house.signer = new
        known = acknowledged()
        wait_until(lambda: acknowledged() > known + 3, "turns under the new chain")
    house.signer = old
    book.say()
    assert book.acknowledged.keys() == book.said.keys(), "the old chain is good until it runs out"
    renewed = Amazon(authority, old.path, datetime.now(UTC) + LONG)
    shelf.put(renewed)
    house.off = 90.0
    refused = book.body()
    book.send(refused, refused=True)
    assert book.kept()[refused] == (0, 0, 0)
    for signer in (renewed, new):
        house.signer = signer
        book.say()
    book.repeat()
    assert set(shelf.fetched) == {old.path, new.path}
    tell(book.row("the signing certificate rotates", 1))
