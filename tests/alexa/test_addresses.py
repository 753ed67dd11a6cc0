import pytest

from skill.alexa.addresses import chain_address
from skill.errors import RequestRefused

NORMAL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"


@pytest.mark.parametrize(
    "url",
    [
        NORMAL,
        "HTTPS://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://S3.AmazonAWS.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/./echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api//echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/%65cho-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/echo%2dapi%2Dcert.pem",
    ],
)
def test_every_permitted_spelling_has_one_normal_form(url):
    assert chain_address(url) == NORMAL


@pytest.mark.parametrize(
    "url",
    [
        "",
        "echo-api-cert.pem",
        "http://s3.amazonaws.com/echo.api/cert.pem",
        "ftp://s3.amazonaws.com/echo.api/cert.pem",
        "//s3.amazonaws.com/echo.api/cert.pem",
        "https:s3.amazonaws.com/echo.api/cert.pem",
        "https:///s3.amazonaws.com/echo.api/cert.pem",
        "https://notamazon.com/echo.api/cert.pem",
        "https://s3.amazonaws.com.evil.example/echo.api/cert.pem",
        "https://s3.amazonaws.com./echo.api/cert.pem",
        "https://evil-s3.amazonaws.com/echo.api/cert.pem",
        "https://s3-amazonaws.com/echo.api/cert.pem",
        "https://user@s3.amazonaws.com/echo.api/cert.pem",
        "https://s3.amazonaws.com@evil.example/echo.api/cert.pem",
        "https://s3.amazonaws.com:443@evil.example/echo.api/cert.pem",
        "https://s3.amazonaws.com:563/echo.api/cert.pem",
        "https://s3.amazonaws.com:99999999999/echo.api/cert.pem",
        "https://s3.amazonaws.com:0443/echo.api/cert.pem",
        "https://s3.amazonaws.com:x/echo.api/cert.pem",
        "https://[s3.amazonaws.com]/echo.api/cert.pem",
        "https://[::1/echo.api/cert.pem",
        "https://s3.amazonaws.com/EcHo.aPi/cert.pem",
        "https://s3.amazonaws.com/invalid.path/cert.pem",
        "https://s3.amazonaws.com/echo.api",
        "https://s3.amazonaws.com/echo.api/",
        "https://s3.amazonaws.com/echo.apis/cert.pem",
        "https://s3.amazonaws.com//echo.api/cert.pem",
        "https://s3.amazonaws.com/echo.api/../other/cert.pem",
        "https://s3.amazonaws.com/echo.api/..",
        "https://s3.amazonaws.com/other/../echo.api/cert.pem",
        "https://s3.amazonaws.com/echo.api/%2e%2e/other/cert.pem",
        "https://s3.amazonaws.com/echo.api/%2E./other/cert.pem",
        "https://s3.amazonaws.com/echo.api%2Fcert.pem",
        "https://s3.amazonaws.com/echo.api/..%2fother/cert.pem",
        "https://s3.amazonaws.com/echo%2Eapi/cert.pem",
        "https://s3.amazonaws.com/%65cho.api/cert.pem",
        "https://s3.amazonaws.com/echo.api/%252e%252e/other/cert.pem",
        "https://s3.amazonaws.com/echo.api/%5c..%5cother/cert.pem",
        "https://s3.amazonaws.com/echo.api/%00cert.pem",
        "https://s3.amazonaws.com/echo.api/%c0%ae%c0%ae/cert.pem",
        "https://s3.amazonaws.com/echo.api/%zz/cert.pem",
        "https://s3.amazonaws.com/echo.api/cert.pem%",
        "https://s3.amazonaws.com/echo.api/..\\..\\other\\cert.pem",
        "https:\\\\s3.amazonaws.com\\echo.api\\cert.pem",
        "https://s3.amazonaws.com/echo.api/cert.pem?versionId=1",
        "https://s3.amazonaws.com/echo.api/cert.pem?",
        "https://s3.amazonaws.com/echo.api/cert.pem#x",
        "https://s3.amazonaws.com/echo.api/cert.pem\n",
        " https://s3.amazonaws.com/echo.api/cert.pem",
        "https://s3.amazonaws.com/echo.api/ce\trt.pem",
        "https://s3.amazonaws.com/echo.api/cért.pem",
        "https://s3.amazonaws.com/echo.api/" + "a" * 600 + ".pem",
    ],
)
def test_every_other_url_is_refused(url):
    with pytest.raises(RequestRefused, match=r"^url_refused$"):
        chain_address(url)
