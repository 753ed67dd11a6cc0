"""Leave the plugin's own tests to the environment that it is installed in."""

from importlib.metadata import entry_points

collect_ignore = [] if entry_points(group="safe_harbor", name="lantern") else ["tests"]
