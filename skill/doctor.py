"""What is well with an installation, and what is not: one finding a question, each with what to do about it."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import make_url

from skill.alexa import interaction_model
from skill.alexa.fragments import Fragment
from skill.alexa.guests import refuse_unfit
from skill.alexa.trust import TrustStore
from skill.alexa.vocabulary import gather
from skill.errors import ModelError, SafeHarborError, StoreError
from skill.registry import Registry, load
from skill.settings import Settings
from skill.store import Database, Households, Vault
from skill.store.keys import FILE as KEY_FILE

State = Literal["ok", "note", "broken"]
OTHERS = 0o077
"""The permission bits of everyone but the owner."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at: ``note`` is worth knowing, ``broken`` keeps the skill, or a part of it, from working."""

    thing: str
    state: State
    says: str


def examine(settings: Settings, models: Path) -> Iterator[Finding]:
    """Look at everything, changing nothing; ``models`` is the folder of the built interaction models."""
    yield Finding("Python", "ok" if sys.version_info >= (3, 11) else "broken", platform.python_version())
    yield _data_dir(settings.data_dir)
    yield _keys(settings)
    yield _database(settings)
    registry = load(disabled=settings.disabled_plugins, folder=settings.plugins_dir)
    refuse_unfit(registry)
    yield Finding("plugins", "ok", ", ".join(sorted(registry.plugins)) or "none")
    for name, reason in registry.refused.items():
        yield Finding(f"plugin {name}", "broken", f"left out: {reason}")
    yield from _models(registry, models)
    yield _skill_id(settings)
    yield _trying("trusted roots", lambda: _roots(settings))
    yield _certificate_cache(settings.certificate_cache)


def _data_dir(folder: Path) -> Finding:
    if not folder.is_dir():
        return Finding("data directory", "broken", f"{folder} is not there yet; safe-harbor serve makes it")
    if not os.access(folder, os.W_OK | os.X_OK):
        return Finding("data directory", "broken", f"{folder} cannot be written by this user")
    if folder.stat().st_mode & OTHERS:
        return Finding("data directory", "note", f"{folder} is open to other users; chmod 700 closes it")
    return Finding("data directory", "ok", str(folder))


def _keys(settings: Settings) -> Finding:
    path = settings.data_dir / KEY_FILE
    if not settings.secret_keys:
        if not path.is_file():
            return Finding("keys", "note", "none yet; they are made on the first start")
        if path.stat().st_mode & OTHERS:
            return Finding("keys", "broken", f"{path} can be read by other users; chmod 600 mends it")
    return _trying("keys", lambda: _read_keys(settings))


def _read_keys(settings: Settings) -> str:
    Vault.load_or_create(settings.data_dir, settings.secret_keys)
    return "SAFE_HARBOR_SECRET_KEYS" if settings.secret_keys else str(settings.data_dir / KEY_FILE)


def _database(settings: Settings) -> Finding:
    return _trying("database", lambda: _opened(settings))


def _opened(settings: Settings) -> str:
    database = Database(settings.database_url)
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        raise StoreError(f"{url.database} is not there yet; safe-harbor db upgrade makes it")
    try:
        state = database.state()
        if state != "ready":
            raise StoreError(f"{state}; safe-harbor db upgrade may help")
        if settings.secret_keys or (settings.data_dir / KEY_FILE).is_file():
            Households(database, Vault.load_or_create(settings.data_dir, settings.secret_keys)).check()
        return f"{url.get_backend_name()}, {state}"
    finally:
        database.close()


def _models(registry: Registry, folder: Path) -> Iterator[Finding]:
    try:
        found = gather(registry)
        stale = interaction_model.build(found, folder, check=True)
    except ModelError as error:
        yield from (Finding("interaction models", "broken", each) for each in error.findings)
        return
    if not folder.is_dir():
        yield Finding("interaction models", "note", f"no {folder} here; safe-harbor models build writes it")
    elif stale:
        yield Finding("interaction models", "broken", f"not up to date: {', '.join(stale)}; safe-harbor models build")
    else:
        yield Finding("interaction models", "ok", "up to date")
    yield from _unheard(found, folder)


def _unheard(fragments: Mapping[str, Sequence[Fragment]], folder: Path) -> Iterator[Finding]:
    """Name the plugins that nobody can reach, since a built model lacks intents of theirs."""
    missing: dict[str, dict[str, list[str]]] = {}
    for locale in sorted(fragments):
        if (held := _intents(folder / f"{locale}.json")) is None:
            continue
        for fragment in fragments[locale]:
            for intent in fragment.intents:
                if intent.name not in held:
                    missing.setdefault(fragment.plugin, {}).setdefault(intent.name, []).append(locale)
    for plugin, intents in sorted(missing.items()):
        named = "; ".join(f"{intent} ({', '.join(locales)})" for intent, locales in sorted(intents.items()))
        says = f"installed, but not in the interaction model: {named}; safe-harbor models build, then deploy it"
        yield Finding(f"plugin {plugin}", "note", says)


def _intents(model: Path) -> frozenset[str] | None:
    """List the intents of a built model; None where there is none, or none that can be read."""
    try:
        intents = json.loads(model.read_text(encoding="utf-8"))["interactionModel"]["languageModel"]["intents"]
        return frozenset(intent["name"] for intent in intents)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _skill_id(settings: Settings) -> Finding:
    if not settings.skill_ids:
        return Finding("skill id", "note", "any skill may call: set SAFE_HARBOR_SKILL_ID to your own")
    return Finding("skill id", "ok", ", ".join(sorted(settings.skill_ids)))


def _roots(settings: Settings) -> str:
    TrustStore(settings.trusted_roots)
    return f"certifi's and {settings.trusted_roots}" if settings.trusted_roots else "certifi's"


def _certificate_cache(folder: Path) -> Finding:
    if not folder.is_dir():
        return Finding("certificate cache", "note", f"{folder} is not there yet; safe-harbor serve makes it")
    if not os.access(folder, os.W_OK | os.X_OK):
        return Finding("certificate cache", "broken", f"{folder} cannot be written by this user")
    return Finding("certificate cache", "ok", str(folder))


def _trying(thing: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(thing, "ok", look())
    except SafeHarborError as error:
        return Finding(thing, "broken", str(error))
