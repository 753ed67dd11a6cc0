"""The settings of `safe-harbor serve`, for a gunicorn of your own: `gunicorn --config deploy/gunicorn.conf.py`."""

import os

from skill.server import configuration

globals().update(configuration(os.environ))
