"""Everything that can go wrong, as one tree.

::

    SafeHarborError
    ├── ConfigurationError            a setting, a key or a file is not usable
    ├── PluginError                   a plugin cannot be taken; names it and says why
    │   ├── PluginClash               two plugins claim one thing; names both
    │   └── MessageMissing            a text that a plugin promised is not there
    ├── ModelError                    an interaction model breaks one of the platform's rules
    ├── RequestRefused                a request that cannot be trusted or read; carries the HTTP status
    ├── StoreError                    the database did not do as asked
    │   ├── VersionConflict           another turn of the household was written first
    │   ├── KeyMissing                no key opens what was stored
    │   └── Busy                      a claim on the same request is still being worked on
    ├── PlatformError                 the platform refused or did not answer; carries its outcome
    └── TurnError                     a turn cannot go on
        ├── BudgetSpent               the turn's time ran out
        │   └── Overran               a plugin's code took it, or was refused since earlier calls do not come back
        └── StepUnknown               a stored step is no longer there
"""

from collections.abc import Sequence


class SafeHarborError(Exception):
    """The root of the tree."""


class ConfigurationError(SafeHarborError):
    """A setting, a key or a file cannot be used; the message names it, ``findings`` what is wrong in it, if several."""

    def __init__(self, message: str, findings: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


class PluginError(SafeHarborError):
    """A plugin cannot be taken.

    ``plugin`` is its name, ``reason`` a sentence that a person can act on.
    """

    def __init__(self, plugin: str, reason: str) -> None:
        super().__init__(f"plugin {plugin!r}: {reason}")
        self.plugin = plugin
        self.reason = reason


class PluginClash(PluginError):
    """Two plugins claim one thing."""

    def __init__(self, plugin: str, other: str, thing: str) -> None:
        super().__init__(plugin, f"{thing} is already brought by plugin {other!r}")
        self.other = other
        self.thing = thing


class MessageMissing(PluginError):
    """A message that is about to be spoken does not exist or cannot be rendered."""


class ModelError(SafeHarborError):
    """An interaction model breaks a rule of the platform.

    ``findings`` lists every breach in a sentence, ``plugins`` those without which there would be none.
    """

    def __init__(self, findings: list[str], plugins: tuple[str, ...] = ()) -> None:
        super().__init__("; ".join(findings))
        self.findings = findings
        self.plugins = plugins


class RequestRefused(SafeHarborError):
    """A request that cannot be trusted or read.

    ``reason`` is a short label for logs and metrics, never the request's own words; ``status`` the HTTP status.
    """

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


class StoreError(SafeHarborError):
    """The database did not do as asked."""


class VersionConflict(StoreError):
    """Another turn of the same household was written first; nothing of this one was."""


class KeyMissing(StoreError):
    """No key at hand opens what was stored."""


class Busy(StoreError):
    """A claim on the same request is still being worked on."""


class PlatformError(SafeHarborError):
    """The platform refused, or did not answer.

    ``outcome`` is one of the outcomes in :mod:`skill.platform`; ``code`` the platform's own, for the log.
    """

    def __init__(self, outcome: str, code: str = "") -> None:
        super().__init__(f"{outcome} {code}".strip())
        self.outcome = outcome
        self.code = code


class TurnError(SafeHarborError):
    """A turn cannot go on."""


class BudgetSpent(TurnError):
    """The turn's time ran out before it was done; nothing was committed."""


class Overran(BudgetSpent):
    """A plugin's code took longer than it may, or was not run since too much of it has not come back."""


class StepUnknown(TurnError):
    """A stored frame names a step that no plugin brings any more."""

    def __init__(self, step: str) -> None:
        super().__init__(f"no plugin brings the step {step!r}")
        self.step = step
