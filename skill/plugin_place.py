"""Where a plugin stands: installed under its name, or in a folder, from which it is loaded as if it were installed."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from tempfile import TemporaryDirectory

from skill.errors import PluginError
from skill.hookspecs import NAME
from skill.settings import Settings


@dataclass(frozen=True)
class Place:
    """A plugin's name, the module that its entry point names, and the file of that module."""

    name: str
    module: str
    init: Path

    @property
    def folder(self) -> Path:
        """The folder that holds its texts and utterances."""
        return self.init.parent

    def __contains__(self, file: Path) -> bool:
        """Say whether a file is one of the plugin's own."""
        return file == self.init or (self.init.name == "__init__.py" and file.is_relative_to(self.folder))


@contextmanager
def placed(target: str, settings: Settings) -> Iterator[Place]:
    """Give a plugin's place by its name or path; while this lasts the host finds it through an entry point.

    What stands at a path goes before an installed copy of the same module. Raises PluginError where there is none, or
    where another plugin of this name is installed already.
    """
    path = next((each for each in _standings(target, settings.plugins_dir) if each.exists()), None)
    if path is None:
        yield _installed(target)
        return
    place, root = _standing(path.resolve())
    there = next(iter(entry_points(group=NAME, name=place.name)), None)
    if there is not None and there.value != place.module:
        whose = there.dist.name if there.dist else "something else"
        raise PluginError(place.name, f"a plugin of this name is installed already, by {whose}")
    with _on_path(root), TemporaryDirectory(prefix="safe-harbor-place-") as folder:
        if there is None:
            _pretend(Path(folder), place)
        with _on_path(Path(folder)):
            yield place


def _standings(target: str, folder: Path | None) -> Iterator[Path]:
    yield Path(target)
    if folder is not None and target.isidentifier():
        yield from (folder / target, folder / f"{target}.py")


def _installed(name: str) -> Place:
    found: EntryPoint | None = next(iter(entry_points(group=NAME, name=name)), None)
    if found is None:
        known = ", ".join(sorted(entry_points(group=NAME).names))
        raise PluginError(name, f"there is no such path, and no such plugin among {known}")
    init = _file(found.value)
    if init is None:
        raise PluginError(name, f"its entry point names {found.value!r}, which is no module")
    return Place(name, found.value, init)


def _standing(path: Path) -> tuple[Place, Path]:
    """Find a plugin at a path, and the folder that it is imported from."""
    project = path / "pyproject.toml"
    if project.is_file():
        return _distribution(project)
    init = path / "__init__.py" if path.is_dir() else path
    if not init.is_file() or init.suffix != ".py":
        raise PluginError(path.name, "is neither a distribution (with a pyproject.toml), a package, nor a Python file")
    named = [path.stem]
    root = path.parent
    while (root / "__init__.py").is_file():
        named.insert(0, root.name)
        root = root.parent
    module = ".".join(named)
    called = next((name for name, value in _points(root / "pyproject.toml").items() if value == module), path.stem)
    return Place(called, module, init), root


def _distribution(project: Path) -> tuple[Place, Path]:
    points = _points(project)
    if len(points) != 1:
        raise PluginError(
            project.parent.name,
            f"{project} names {len(points)} plugins: add one line under [project.entry-points.{NAME}]"
            if not points
            else f"{project} names {len(points)} plugins ({', '.join(points)}): check the folder of each by itself",
        )
    ((name, module),) = points.items()
    for root in (project.parent, project.parent / "src"):
        whole = root.joinpath(*module.split("."))
        for init in (whole / "__init__.py", whole.with_suffix(".py")):
            if init.is_file():
                return Place(name, module, init), root
    raise PluginError(name, f"{project} names the module {module!r}, which stands neither beside it nor in src/")


def _points(project: Path) -> dict[str, str]:
    """Read the plugins that a pyproject.toml names; none where there is no such file."""
    said = tomllib.loads(project.read_text(encoding="utf-8")) if project.is_file() else {}
    points: dict[str, str] = said.get("project", {}).get("entry-points", {}).get(NAME, {})
    return points


def _file(module: str) -> Path | None:
    try:
        spec = importlib.util.find_spec(module)
    except ImportError:
        return None
    return Path(spec.origin).resolve() if spec and spec.origin else None


def _pretend(folder: Path, place: Place) -> None:
    """Write what an installation would have left behind, so that the entry point is found as any other."""
    told = folder / f"checked_{place.name}-0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: checked-{place.name}\nVersion: 0\n", "utf-8")
    (told / "entry_points.txt").write_text(f"[{NAME}]\n{place.name} = {place.module}\n", "utf-8")


@contextmanager
def _on_path(folder: Path) -> Iterator[None]:
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(folder))
