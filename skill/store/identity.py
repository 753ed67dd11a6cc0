"""How things are told apart: names as they are compared, and ids that sort by time."""

from __future__ import annotations

import re
import secrets
import unicodedata
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))
ACCENTS = re.compile("[\u0300-\u036f]")
POSSESSIVE = re.compile(r"'s?$")


def fold(name: str) -> str:
    """Bring a name into the form in which names are compared.

    Case, accents, spaces, the shape of an apostrophe and a possessive ending make no difference: "Leo’s" is "leo".
    """
    plain = ACCENTS.sub("", unicodedata.normalize("NFKD", name.translate(APOSTROPHES))).casefold()
    return POSSESSIVE.sub("", " ".join(plain.split()))


def new_id(at: datetime, index: int = 0) -> str:
    """Make an id of 32 hex digits that sorts by ``at`` and, within one millisecond, by ``index`` (0 to 65535)."""
    return f"{int(at.timestamp() * 1000):012x}{index:04x}{secrets.token_hex(8)}"


def zone_name(at: datetime) -> str:
    """Name the IANA zone of an instant; "UTC" where it carries only an offset."""
    return at.tzinfo.key if isinstance(at.tzinfo, ZoneInfo) and at.tzinfo.key else "UTC"


def in_zone(at: datetime, zone: str) -> datetime:
    """Give an instant in a named zone; as it is where this machine does not know the zone."""
    try:
        return at.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return at
