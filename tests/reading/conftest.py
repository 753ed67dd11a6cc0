"""What the tests of reading share: a Wednesday evening, and reading one utterance."""

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from skill.answers import Answer, Kind, Kinds
from skill.reading import read

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def now() -> datetime:
    """Give Wednesday 25 November 2026, seven in the evening."""
    return datetime(2026, 11, 25, 19, 0, tzinfo=BERLIN)


@pytest.fixture
def reading(now: datetime) -> Callable[..., Answer | None]:
    """Give a function that reads words as an expected kind."""

    def as_expected(words: str, expected: Kind | Kinds, slots: Mapping[str, str] | None = None) -> Answer | None:
        return read(words, expected, now=now, language="en", slots=slots or {})

    return as_expected
