"""What is well with an installation, and what is not: one finding a question, each with what to do about it."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from sqlalchemy import make_url

from skill.admission import admit
from skill.alexa import interaction_model
from skill.alexa.gathering import Fragments
from skill.alexa.trust import TrustStore
from skill.errors import ModelError, SafeHarborError, StoreError
from skill.house.safety.numbers import FRESH, wanting
from skill.registry import Registry
from skill.settings import Settings
from skill.store import Database, Rotation, Vault
from skill.store.keys import FILE as KEY_FILE
from skill.testing.subject import Subject
from skill.testing.wording import messages_exist

State = Literal["ok", "note", "broken"]
OTHERS = 0o077
"""The permission bits of everyone but the owner."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at: ``note`` is worth knowing, ``broken`` keeps the skill, or a part of it, from working."""

    thing: str
    state: State
    says: str


def examine(settings: Settings, models: Path, today: date) -> Iterator[Finding]:
    """Look at everything, changing nothing; ``models`` is the folder of the built interaction models."""
    yield Finding("Python", "ok" if sys.version_info >= (3, 11) else "broken", platform.python_version())
    yield _data_dir(settings.data_dir)
    yield _keys(settings)
    yield _database(settings)
    admitted = admit(settings)
    yield from _plugins(admitted.registry)
    yield from _models(admitted.fragments, models)
    yield from _numbers(today)
    yield _skill_id(settings)
    yield _feelings(settings)
    yield _trying("trusted roots", lambda: _roots(settings))
    yield _certificate_cache(settings.certificate_cache)


def _feelings(settings: Settings) -> Finding:
    if settings.keep_feelings:
        return Finding(
            "feeling words", "ok", "kept, encrypted; SAFE_HARBOR_KEEP_FEELINGS=no keeps them out of the database"
        )
    return Finding("feeling words", "note", "not kept: SAFE_HARBOR_KEEP_FEELINGS is off")


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
            Rotation(database, Vault.load_or_create(settings.data_dir, settings.secret_keys)).check_texts()
        return f"{url.get_backend_name()}, {state}"
    finally:
        database.close()


def _plugins(registry: Registry) -> Iterator[Finding]:
    yield Finding("plugins", "ok", ", ".join(sorted(registry.plugins)) or "none")
    for name, reason in registry.refused.items():
        yield Finding(f"plugin {name}", "broken", f"left out: {reason}")
    for plugin in registry.plugins.values():
        for practice in plugin.practices[:1]:  # the texts and the code are the plugin's, whichever practice is asked
            if not registry.shipped_with_host(practice.name):
                for found in messages_exist(Subject(registry, practice)):
                    yield Finding(f"plugin {plugin.name}", "broken", str(found))


def _models(fragments: Fragments, folder: Path) -> Iterator[Finding]:
    try:
        stale = interaction_model.build(fragments, folder, check=True)
    except ModelError as error:
        yield from (Finding("interaction models", "broken", each) for each in error.findings)
        return
    if not folder.is_dir():
        yield Finding("interaction models", "note", f"no {folder} here; safe-harbor models build writes it")
    elif stale:
        yield Finding("interaction models", "broken", f"not up to date: {', '.join(stale)}; safe-harbor models build")
    else:
        yield Finding("interaction models", "ok", "up to date")
    yield from _unheard(fragments, folder)


def _unheard(fragments: Fragments, folder: Path) -> Iterator[Finding]:
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


def _numbers(today: date) -> Iterator[Finding]:
    found = wanting(today)
    yield from (Finding("numbers to call", "broken", each) for each in found)
    if not found:
        yield Finding("numbers to call", "ok", f"each checked within {FRESH.days} days")


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
