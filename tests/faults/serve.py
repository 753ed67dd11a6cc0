"""Serve the skill as `safe-harbor serve` does, with a platform and a clock from elsewhere.

The arguments are the platform's address and a file that holds the seconds by which this machine's clock is off.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from skill.app import create_app, prepare
from skill.server import Server, configuration
from skill.settings import Settings


def clock_of(path):
    """Give a clock that is off by what stands in a file."""
    return lambda: datetime.now(UTC) + timedelta(seconds=float(path.read_text()))


if __name__ == "__main__":
    address, off = sys.argv[1], Path(sys.argv[2])
    settings = Settings.of()
    prepare(settings)
    Server(lambda: create_app(settings, clock=clock_of(off), platform_base=address), configuration(os.environ)).run()
