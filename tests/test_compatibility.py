"""Whether a plugin was written for this host, by what its distribution requires."""

from importlib.metadata import Distribution, version

import pytest

from skill.compatibility import misfit

HERE = version("safe-harbor-skill")


class Told(Distribution):
    """A distribution that has nothing but requirements."""

    def __init__(self, *requires):
        self._requires = requires

    def read_text(self, filename):
        lines = ["Metadata-Version: 2.1", "Name: safe-harbor-star", "Version: 1.0"]
        return "\n".join([*lines, *(f"Requires-Dist: {each}" for each in self._requires), ""])

    def locate_file(self, path):
        return path


@pytest.mark.parametrize(
    "requires",
    [
        (),
        ("requests>=2",),
        ("safe-harbor-skill",),
        (f"safe-harbor-skill>={HERE}",),
        (f"Safe_Harbor.Skill=={HERE}",),
        ('safe-harbor-skill>=99; python_version < "3"',),
        ('safe-harbor-skill>=99; extra == "test"',),
        ("not a requirement at all",),
    ],
)
def test_what_was_written_for_this_host_or_does_not_say_fits(requires):
    assert misfit(Told(*requires)) == ""


def test_what_comes_without_a_distribution_fits():
    assert misfit(None) == ""


@pytest.mark.parametrize("needed", [">=99", "<0.0.1", "==42.0", "!=" + HERE])
def test_what_was_written_for_another_host_is_told_with_both_versions(needed):
    told = misfit(Told("requests", f"safe-harbor-skill{needed}"))
    assert needed in told
    assert HERE in told
