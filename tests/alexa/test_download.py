import httpx
import pytest

from skill.alexa.download import LARGEST_CHAIN, client, download
from skill.errors import RequestRefused

ADDRESS = "https://s3.amazonaws.com/echo.api/cert.pem"


def answering(answer):
    """Return a way to connect whose every request is answered by ``answer``."""
    return lambda: httpx.Client(transport=httpx.MockTransport(answer))


def refusal(answer, address=ADDRESS):
    with pytest.raises(RequestRefused) as caught:
        download(address, answering(answer))
    return caught.value.reason


def test_what_the_address_holds_is_returned():
    asked = []

    def answer(request):
        asked.append(str(request.url))
        return httpx.Response(200, content=iter([b"ch", b"ain"]))

    assert download(ADDRESS, answering(answer)) == b"chain"
    assert asked == [ADDRESS]


@pytest.mark.parametrize("status", [204, 301, 302, 307, 403, 404, 500, 503])
def test_every_status_but_200_is_unreachable(status):
    elsewhere = {"Location": "https://s3.amazonaws.com/elsewhere.pem"}
    assert refusal(lambda request: httpx.Response(status, headers=elsewhere)) == "chain_unreachable"


def test_a_chain_of_megabytes_is_not_read_to_its_end():
    sent = []

    def endless():
        for number in range(1000):
            sent.append(number)
            yield b"x" * 16_384

    assert refusal(lambda request: httpx.Response(200, content=endless())) == "chain_unreachable"
    assert len(sent) * 16_384 <= LARGEST_CHAIN + 16_384


@pytest.mark.parametrize("fault", [httpx.ConnectTimeout, httpx.ReadTimeout, httpx.ConnectError, httpx.ReadError])
def test_a_network_that_fails_is_unreachable(fault):
    def failing(request):
        raise fault("broken", request=request)

    assert refusal(failing) == "chain_unreachable"


def test_only_https_is_fetched():
    def never(request):
        pytest.fail("a request went out")

    assert refusal(never, "http://s3.amazonaws.com/echo.api/cert.pem") == "chain_unreachable"


def test_the_client_waits_two_seconds_and_follows_nothing():
    with client() as http:
        assert http.timeout == httpx.Timeout(2.0)
        assert not http.follow_redirects
        assert http.headers["Accept-Encoding"] == "identity"
