"""The skill's manifest, ``skill.json``: how it is published, what it may do and whom Amazon calls."""

import json
from collections.abc import Iterable, Mapping, Sequence
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
EXAMPLES = 3
"""So many example phrases the store takes."""
LISTED = 20
"""So much of what can be done is listed; the description may have 4000 characters."""

Json = dict[str, object]


class Texts(TypedDict):
    """What the store shows in one language.

    ``{name}`` and ``{invocation}`` stand for the locale's own, ``{doing}`` for what one can do with a practice. A
    paragraph with ``{practices}`` lists all that can be done, or is left out where there is nothing.
    """

    countries: list[str]
    names: dict[str, str]
    summary: str
    description: list[str]
    opening: str
    example: str
    keywords: list[str]


@dataclass(frozen=True)
class Shown:
    """What a locale's listing is made of: the skill's invocation name, and what one can do with its practices.

    ``sayable`` are those of them that the interaction model understands as they stand.
    """

    invocation: str
    doing: tuple[str, ...] = ()
    sayable: tuple[str, ...] = ()


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


def build_manifest(addresses: Addresses, locales: Mapping[str, Shown]) -> Json:
    """Return ``skill.json`` for ``locales``.

    Raises :class:`ConfigurationError` naming a locale whose texts are not there.
    """
    custom: Json = {"endpoint": addresses.for_amazon(), "interfaces": [{"type": "ALEXA_PRESENTATION_APL"}]}
    subscriptions = [{"eventName": name} for name in EVENTS]
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": _publishing(locales),
            "privacyAndCompliance": _privacy(addresses, locales),
            "apis": {"custom": custom},
            "permissions": [{"name": name} for name in PERMISSIONS],
            "events": {"endpoint": addresses.for_amazon(), "subscriptions": subscriptions},
        }
    }


def _publishing(locales: Mapping[str, Shown]) -> Json:
    texts = json.loads(files("skill.package").joinpath("texts.json").read_text(encoding="utf-8"))
    languages: dict[str, Texts] = texts["languages"]
    countries = {country for locale in locales for country in _texts(languages, locale)["countries"]}
    return {
        "locales": {locale: _listing(locale, shown, _texts(languages, locale)) for locale, shown in locales.items()},
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


def _listing(locale: str, shown: Shown, texts: Texts) -> Json:
    names = {"name": texts["names"][locale], "invocation": shown.invocation}
    examples = [texts["example"].format(doing=doing, **names) for doing in shown.sayable]
    phrases = [texts["opening"].format(**names), *examples][:EXAMPLES]
    lists = {"practices": _bullets(shown.doing[:LISTED]), "examples": _bullets(phrases)}
    return {
        "name": names["name"],
        "summary": texts["summary"].format(**names),
        "description": "\n\n".join(
            paragraph.format(**names, **lists)
            for paragraph in texts["description"]
            if shown.doing or "{practices}" not in paragraph
        ),
        "examplePhrases": phrases,
        "keywords": texts["keywords"],
        "smallIconUri": f"file://assets/images/{SMALL_ICON}",
        "largeIconUri": f"file://assets/images/{LARGE_ICON}",
    }


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"• {line[:1].upper()}{line[1:]}" for line in lines)


def _privacy(addresses: Addresses, locales: Iterable[str]) -> Json:
    answers: Json = {
        "allowsPurchases": False,
        "containsAds": False,
        "isChildDirected": False,
        "isExportCompliant": True,
        "usesHealthInfo": False,
        "usesPersonalInfo": True,
    }
    pages = addresses.for_people()
    return answers | ({"locales": dict.fromkeys(locales, pages)} if pages else {})


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
