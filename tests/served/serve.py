"""Serve the skill as `safe-harbor serve` does, and let it speak to the platform at the address that is given."""

import os
import sys

from skill.app import create_app, prepare
from skill.server import Server, configuration
from skill.settings import Settings

if __name__ == "__main__":
    settings = Settings.of()
    prepare(settings)
    Server(lambda: create_app(settings, platform_base=sys.argv[1]), configuration(os.environ)).run()
