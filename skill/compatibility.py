"""Whether a plugin was written for this host: its distribution says so as any does, in its own requirements."""

from __future__ import annotations

from importlib.metadata import Distribution, version

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

HOST = "safe-harbor-skill"


def misfit(distribution: Distribution | None) -> str:
    """Say why a plugin's distribution does not fit this host; "" when it does, or does not say.

    A plugin names the hosts it was written for by ``dependencies = ["safe-harbor-skill>=0.1,<0.3"]``. What installs it
    sees to that once; the host may be upgraded after it.
    """
    here = version(HOST)
    for text in (distribution.requires or ()) if distribution else ():
        try:
            needed = Requirement(text)
        except InvalidRequirement:
            continue
        applies = needed.marker is None or needed.marker.evaluate({"extra": ""})
        if applies and canonicalize_name(needed.name) == HOST and not needed.specifier.contains(here, prereleases=True):
            return f"was written for {HOST} {needed.specifier}, and this is {here}: install a version of it that fits"
    return ""
