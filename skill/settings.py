"""Every setting, declared once with its meaning; the command line and the documentation read it here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.errors import ConfigurationError

MEANINGS: Mapping[str, str] = {
    "SAFE_HARBOR_SKILL_ID": "comma-separated application ids that may call; empty accepts any and says so at start",
    "SAFE_HARBOR_DATABASE_URL": "a SQLAlchemy URL: SQLite or PostgreSQL",
    "SAFE_HARBOR_DATA_DIR": "database, keys, certificate cache",
    "SAFE_HARBOR_SECRET_KEYS": "comma-separated keys, newest first, that encrypt what people say",
    "SAFE_HARBOR_CERTIFICATE_CACHE": "folder of signing-certificate chains",
    "SAFE_HARBOR_TRUSTED_ROOTS": "a PEM file of root certificates trusted beside certifi's",
    "SAFE_HARBOR_PLUGINS_DIR": "a folder whose modules and packages are loaded as plugins too",
    "SAFE_HARBOR_DISABLED_PLUGINS": "comma-separated plugin names not to load",
    "SAFE_HARBOR_KEEP_FEELINGS": "no, off or 0 keeps words and numbers for how someone feels out of the database",
}

ON, OFF = frozenset({"1", "yes", "on", "true"}), frozenset({"0", "no", "off", "false"})


@dataclass(frozen=True)
class Settings:
    """What the operator chose; see MEANINGS for each."""

    skill_ids: frozenset[str]
    database_url: str
    data_dir: Path
    secret_keys: str | None
    certificate_cache: Path
    trusted_roots: Path | None
    plugins_dir: Path | None
    disabled_plugins: frozenset[str]
    keep_feelings: bool = True

    @classmethod
    def of(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings from the environment.

        Raises ConfigurationError naming the variable when a file or folder that it points to is not there, or when a
        switch is neither on nor off.
        """
        given = os.environ if environment is None else environment
        data_dir = Path(given.get("SAFE_HARBOR_DATA_DIR") or "var").absolute()
        return cls(
            skill_ids=_listed(given.get("SAFE_HARBOR_SKILL_ID", "")),
            database_url=given.get("SAFE_HARBOR_DATABASE_URL") or embedded(data_dir),
            data_dir=data_dir,
            secret_keys=given.get("SAFE_HARBOR_SECRET_KEYS") or None,
            certificate_cache=Path(given.get("SAFE_HARBOR_CERTIFICATE_CACHE") or data_dir / "certificates"),
            trusted_roots=_existing(given, "SAFE_HARBOR_TRUSTED_ROOTS", folder=False),
            plugins_dir=_existing(given, "SAFE_HARBOR_PLUGINS_DIR", folder=True),
            disabled_plugins=_listed(given.get("SAFE_HARBOR_DISABLED_PLUGINS", "")),
            keep_feelings=_switched(given, "SAFE_HARBOR_KEEP_FEELINGS"),
        )


def embedded(data_dir: Path) -> str:
    """Give the URL of the database that is kept in a data directory where no other is named."""
    return f"sqlite:///{data_dir / 'safe-harbor.sqlite3'}"


def _listed(value: str) -> frozenset[str]:
    return frozenset(part.strip() for part in value.split(",") if part.strip())


def _switched(given: Mapping[str, str], name: str) -> bool:
    """Read a switch that is on unless it is turned off; what is neither must not pass for on."""
    value = given.get(name, "").strip().lower()
    if value in OFF:
        return False
    if value and value not in ON:
        raise ConfigurationError(f"{name} is {value!r}, which is neither yes nor no")
    return True


def _existing(given: Mapping[str, str], name: str, *, folder: bool) -> Path | None:
    value = given.get(name)
    if not value:
        return None
    path = Path(value)
    if not (path.is_dir() if folder else path.is_file()):
        raise ConfigurationError(f"{name} names {value!r}, which is not a {'folder' if folder else 'file'}")
    return path
