"""A plugin to begin with: a small practice that works, written under another name."""

from __future__ import annotations

import keyword
import re
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from skill.errors import PluginError
from skill.hookspecs import NAME

EXAMPLE = "kindling"
"""What the template's own practice is called; it is a working plugin under that name."""
_NAME = re.compile(r"[a-z]+(_[a-z]+)*")


def write_plugin(name: str, into: Path) -> list[Path]:
    """Write the distribution ``safe-harbor-<name>`` into a folder of that name beneath ``into``; give its files.

    ``name`` is lower-case letters, with ``_`` between words. Raises PluginError for a name that cannot be used or is
    taken by a plugin that is installed, and where the folder is there already.
    """
    _refuse(name)
    folder = into / f"safe-harbor-{name.replace('_', '-')}"
    if folder.exists():
        raise PluginError(name, f"{folder} is there already; move it away or choose another name")
    return sorted(_written(files(__package__).joinpath("template"), folder, name), key=lambda each: len(each.parts))


def _refuse(name: str) -> None:
    if not _NAME.fullmatch(name) or keyword.iskeyword(name):
        raise PluginError(name, "a name is lower-case letters, with _ between words, and no word of Python's own")
    if found := entry_points(group=NAME, name=name):
        dist = next(iter(found)).dist
        raise PluginError(name, f"this name is taken by {dist.name if dist else 'a plugin that is installed'}")


def _written(source: Traversable, target: Path, name: str) -> list[Path]:
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_renamed(source.read_text(encoding="utf-8"), name), encoding="utf-8")
        return [target]
    paths: list[Path] = []
    for each in source.iterdir():
        if each.name != "__pycache__":
            paths += _written(each, target / _file(each.name, name), name)
    return paths


def _file(template: str, name: str) -> str:
    return template.removesuffix(".txt").replace(EXAMPLE, name)


def _renamed(text: str, name: str) -> str:
    """Put the name in every form that it takes: an identifier, a class, words that are said, a distribution."""
    camel = "".join(word.capitalize() for word in name.split("_"))
    return (
        text.replace(f"safe-harbor-{EXAMPLE}", f"safe-harbor-{name.replace('_', '-')}")
        .replace(f"~{EXAMPLE}~", name.replace("_", " "))
        .replace(EXAMPLE.capitalize(), camel)
        .replace(EXAMPLE, name)
    )
