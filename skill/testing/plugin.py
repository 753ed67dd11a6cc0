"""What pytest is given: a skill that is opened once, and conversations with it; nothing is imported before its use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from skill.registry import Registry
    from skill.settings import Settings
    from skill.testing.conversation import Conversation
    from skill.testing.home import Home
    from skill.testing.subject import Subject
    from skill.testing.walk import Walk

HEEDED = ("SAFE_HARBOR_PLUGINS_DIR", "SAFE_HARBOR_DISABLED_PLUGINS")
"""The settings of the environment that tests heed too; nothing else of it reaches them."""


@pytest.fixture(scope="session")
def safe_harbor_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Give settings with every plugin that is installed and a database of their own."""
    from skill.settings import Settings

    heeded = {name: os.environ[name] for name in HEEDED if name in os.environ}
    return Settings.of({**heeded, "SAFE_HARBOR_DATA_DIR": str(tmp_path_factory.mktemp("safe-harbor"))})


@pytest.fixture(scope="session")
def safe_harbor(safe_harbor_settings: Settings) -> Iterator[Home]:
    """Open the skill once."""
    from skill.testing.home import Home

    with Home(safe_harbor_settings) as home:
        yield home


@pytest.fixture
def conversation(request: pytest.FixtureRequest, safe_harbor: Home) -> Conversation:
    """Begin a conversation in a household that has never spoken with the skill."""
    from skill.testing.conversation import Conversation

    return Conversation(safe_harbor, user=request.node.name)


@pytest.fixture(scope="session")
def safe_harbor_plugins(safe_harbor_settings: Settings) -> Registry:
    """Load the plugins once, without opening the skill."""
    from skill.testing.subject import loaded

    return loaded(safe_harbor_settings)


@pytest.fixture(scope="class")
def practice_subject(request: pytest.FixtureRequest, safe_harbor_plugins: Registry) -> Subject:
    """Find the practice that a class of tests names; fail with the host's reason where it was refused."""
    return _found(safe_harbor_plugins, request)


@pytest.fixture(scope="class")
def practice_walk(request: pytest.FixtureRequest, safe_harbor: Home) -> Walk:
    """Walk through the practice that a class of tests names."""
    from skill.testing.walk import Walk

    return Walk(_found(safe_harbor.registry, request), safe_harbor).go()


def _found(registry: Registry, request: pytest.FixtureRequest) -> Subject:
    from skill.errors import PluginError
    from skill.testing.subject import find

    try:
        return find(registry, request.cls.practice)
    except PluginError as error:
        reason = str(error)
    pytest.fail(reason, pytrace=False)
