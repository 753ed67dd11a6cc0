"""Write the skill package: what Amazon needs to know about the skill, as its own tool deploys it.

::

    <out>/ask-resources.json
    <out>/package.json                  for npm: the tool itself
    <out>/skill-package/skill.json
    <out>/skill-package/interactionModels/custom/<locale>.json
    <out>/skill-package/assets/images/{small,large}-icon.png
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from skill.admission import Admitted
from skill.errors import ConfigurationError
from skill.house.safety.numbers import wanting
from skill.package.icon import draw_icon
from skill.package.manifest import LARGE_ICON, SMALL_ICON, Addresses, Shown, build_manifest

__all__ = ["Addresses", "write_package"]

RESOURCES = {
    "askcliResourcesVersion": "2020-03-31",
    "profiles": {"default": {"skillMetadata": {"src": "./skill-package"}}},
}

TOOL = {
    "private": True,
    "description": "npm install brings ask-cli; antlr4ts is held back because 0.5.0-dev keeps it from starting",
    "dependencies": {"ask-cli": "2.30.7"},
    "overrides": {"antlr4ts": "0.5.0-alpha.4"},
}


def write_package(
    out: Path,
    *,
    admitted: Admitted,
    today: date,
    endpoint: str,
    certificate: str = "Trusted",
    locales: Sequence[str] | None = None,
    models_dir: Path,
    privacy_url: str | None = None,
    terms_url: str | None = None,
) -> list[Path]:
    """Write the skill package into the folder ``out``, over an earlier one, and return the files written.

    What can be done with the skill is told by the ``admitted`` plugins. ``today`` is the day by which a number to call
    may have grown too old to ship.
    ``endpoint`` is the https address that Alexa will call and ``certificate`` the kind it shows (``Trusted``,
    ``Wildcard`` or ``SelfSigned``). ``models_dir`` holds the built ``<locale>.json``; ``locales`` names those to take,
    all by default. Files that are not the package's own, such as the tool's memory of the skill's id, are left alone.
    Raises :class:`ConfigurationError` naming what cannot be used, before anything is written.
    """
    if found := wanting(today):
        raise ConfigurationError("These numbers to call may not be shipped as they are:", found)
    models = {locale: _model(models_dir, locale) for locale in locales or _built(models_dir)}
    addresses = Addresses(endpoint, certificate, privacy_url, terms_url)
    shown = {locale: _shown(locale, model, admitted) for locale, model in models.items()}
    package = out / "skill-package"
    contents = {
        out / "ask-resources.json": _json(RESOURCES),
        out / "package.json": _json(TOOL),
        package / "skill.json": _json(build_manifest(addresses, shown)),
        package / "assets/images" / SMALL_ICON: draw_icon(108),
        package / "assets/images" / LARGE_ICON: draw_icon(512),
    }
    contents |= {package / f"interactionModels/custom/{locale}.json": model for locale, model in models.items()}
    for path, content in contents.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return sorted(contents)


def _built(models_dir: Path) -> list[str]:
    locales = sorted(path.stem for path in models_dir.glob("??-??.json"))
    if not locales:
        raise ConfigurationError(f"{models_dir} holds no interaction model; run: safe-harbor models build")
    return locales


def _model(models_dir: Path, locale: str) -> bytes:
    path = models_dir / f"{locale}.json"
    if not path.is_file():
        raise ConfigurationError(f"{path} is missing; run: safe-harbor models build")
    return path.read_bytes()


def _shown(locale: str, model: bytes, admitted: Admitted) -> Shown:
    """Gather what a listing shows from the model that is shipped and the plugins that answer it."""
    try:
        language = json.loads(model)["interactionModel"]["languageModel"]
        invocation = str(language["invocationName"])
        understood = {sample.lower() for intent in language["intents"] for sample in intent.get("samples", [])}
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigurationError(f"the interaction model for {locale} names no invocation name") from error
    doing = tuple(_doing(locale, admitted))
    return Shown(invocation, doing, tuple(each for each in doing if each.lower() in understood))


def _doing(locale: str, admitted: Admitted) -> Iterator[str]:
    for practice in sorted(admitted.registry.practices):
        if not admitted.registry.shipped_with_host(practice):
            yield admitted.speech.called(practice, "menu", locale)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
