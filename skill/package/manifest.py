"""The skill's manifest, ``skill.json``: how it is published, what it may do and whom Amazon calls."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TypedDict
from urllib.parse import SplitResult, urlsplit

from skill.errors import ConfigurationError

SMALL_ICON = "small-icon.png"
LARGE_ICON = "large-icon.png"
CERTIFICATES = ("Trusted", "Wildcard", "SelfSigned")
PERMISSIONS = (
    "alexa::alerts:reminders:skill:readwrite",
    "alexa::alerts:timers:skill:readwrite",
    "alexa::person_id:read",
)
EVENTS = ("SKILL_ENABLED", "SKILL_DISABLED", "SKILL_PERMISSION_ACCEPTED", "SKILL_PERMISSION_CHANGED")
SUMMARY_LENGTH = 120

Json = dict[str, object]


class Texts(TypedDict):
    """What the store shows in one language; ``{name}`` and ``{invocation}`` stand for the locale's own."""

    countries: list[str]
    names: dict[str, str]
    summary: str
    description: list[str]
    examplePhrases: list[str]
    keywords: list[str]


@dataclass(frozen=True)
class Addresses:
    """Where Amazon and people reach what belongs to the skill.

    Raises :class:`ConfigurationError` naming an address that cannot be used: Alexa calls https on port 443 only. An
    endpoint without a path is completed with ``/alexa``.
    """

    endpoint: str
    certificate: str = "Trusted"
    privacy_url: str | None = None
    terms_url: str | None = None

    def __post_init__(self) -> None:
        if self.certificate not in CERTIFICATES:
            raise ConfigurationError(f"certificate must be one of {', '.join(CERTIFICATES)}, not {self.certificate!r}")
        for name, url in (("privacy address", self.privacy_url), ("terms address", self.terms_url)):
            if url is not None:
                _https(name, url)
        if not _endpoint(self.endpoint).path.strip("/"):
            object.__setattr__(self, "endpoint", self.endpoint.rstrip("/") + "/alexa")

    def for_amazon(self) -> Json:
        """Return the endpoint as the manifest writes it."""
        return {"uri": self.endpoint, "sslCertificateType": self.certificate}

    def for_people(self) -> Json:
        """Return the pages people are shown before they enable the skill."""
        pages = {"privacyPolicyUrl": self.privacy_url, "termsOfUseUrl": self.terms_url}
        return {key: url for key, url in pages.items() if url}


def build_manifest(addresses: Addresses, invocations: Mapping[str, str]) -> Json:
    """Return ``skill.json`` for the locales in ``invocations``, which maps each to its invocation name.

    Raises :class:`ConfigurationError` naming a locale whose texts are not there.
    """
    custom: Json = {"endpoint": addresses.for_amazon(), "interfaces": [{"type": "ALEXA_PRESENTATION_APL"}]}
    subscriptions = [{"eventName": name} for name in EVENTS]
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": _publishing(invocations),
            "privacyAndCompliance": _privacy(addresses, invocations),
            "apis": {"custom": custom},
            "permissions": [{"name": name} for name in PERMISSIONS],
            "events": {"endpoint": addresses.for_amazon(), "subscriptions": subscriptions},
        }
    }


def _publishing(invocations: Mapping[str, str]) -> Json:
    texts = json.loads(files("skill.package").joinpath("texts.json").read_text(encoding="utf-8"))
    languages: dict[str, Texts] = texts["languages"]
    countries = {country for locale in invocations for country in _texts(languages, locale)["countries"]}
    return {
        "locales": {
            locale: _listing(locale, invocation, _texts(languages, locale))
            for locale, invocation in invocations.items()
        },
        # Only where the skill knows whom to send somebody in danger to.
        "isAvailableWorldwide": False,
        "distributionCountries": sorted(countries),
        "distributionMode": "PUBLIC",
        "category": "SELF_IMPROVEMENT",
        "testingInstructions": "\n".join(texts["testingInstructions"]),
    }


def _texts(languages: Mapping[str, Texts], locale: str) -> Texts:
    texts = languages.get(locale.partition("-")[0])
    if texts is None or locale not in texts["names"]:
        raise ConfigurationError(f"the store's texts (skill/package/texts.json) hold none for {locale}")
    return texts


def _listing(locale: str, invocation: str, texts: Texts) -> Json:
    names = {"name": texts["names"][locale], "invocation": invocation}
    return {
        "name": names["name"],
        "summary": texts["summary"].format(**names),
        "description": "\n\n".join(texts["description"]).format(**names),
        "examplePhrases": [phrase.format(**names) for phrase in texts["examplePhrases"]],
        "keywords": texts["keywords"],
        "smallIconUri": f"file://assets/images/{SMALL_ICON}",
        "largeIconUri": f"file://assets/images/{LARGE_ICON}",
    }


def _privacy(addresses: Addresses, invocations: Mapping[str, str]) -> Json:
    answers: Json = {
        "allowsPurchases": False,
        "containsAds": False,
        "isChildDirected": False,
        "isExportCompliant": True,
        "usesHealthInfo": False,
        "usesPersonalInfo": True,
    }
    pages = addresses.for_people()
    return answers | ({"locales": dict.fromkeys(invocations, pages)} if pages else {})


def _endpoint(url: str) -> SplitResult:
    parts = _https("endpoint", url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if port not in (None, 443):
        raise ConfigurationError(f"endpoint {url!r}: Alexa calls port 443 only")
    if parts.query or parts.fragment or parts.username is not None:
        raise ConfigurationError(f"endpoint {url!r} may hold a host and a path only")
    return parts


def _https(name: str, url: str) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme.lower() != "https":
        raise ConfigurationError(f"{name} {url!r} must begin with https://")
    if "." not in (parts.hostname or ""):
        raise ConfigurationError(f"{name} {url!r} names no host that the internet knows")
    return parts
