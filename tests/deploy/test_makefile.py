import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def make(tmp_path):
    """Run make on a copy of the Makefile, with a PATH of its own."""
    program = shutil.which("make")
    if program is None:
        pytest.skip("make is not installed")
    shutil.copy(ROOT / "Makefile", tmp_path)
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("sh", "sed", "expand", "touch"):
        (programs / name).symlink_to(shutil.which(name))

    def run(*arguments):
        environ = {"PATH": str(programs), "HOME": str(tmp_path)}
        command = [program, *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=30, check=False
        )

    return run


def python_of(version, folder):
    """Put a program into ``folder`` that answers as a Python of that version would."""
    program = folder / "programs/python3"
    modern = "true" if version >= (3, 11) else "false"
    program.write_text(f'#!/bin/sh\nif [ "$1" = -c ]; then {modern}; else echo made with "$@"; false; fi\n')
    os.chmod(program, 0o755)


def test_make_alone_lists_what_it_can_do(make):
    result = make()
    assert result.returncode == 0, result.stderr
    listed = re.findall(r"^  make (\w+) +\S", result.stdout, re.MULTILINE)
    assert listed == [
        "help",
        "run",
        "chat",
        "test",
        "fuzz",
        "faults",
        "bench",
        "lint",
        "models",
        "likeness",
        "pins",
        "clean",
    ]


def test_a_machine_without_python_is_told_what_it_needs(make):
    result = make("run")
    assert result.returncode != 0
    assert "Python 3.11 or newer is needed" in result.stderr


def test_an_old_python_is_not_taken(make, tmp_path):
    python_of((3, 10), tmp_path)
    assert "Python 3.11 or newer is needed" in make("run").stderr


def test_a_python_that_cannot_make_environments_is_explained(make, tmp_path):
    python_of((3, 11), tmp_path)
    result = make("run")
    assert "made with -m venv .venv" in result.stdout
    assert "python3-venv" in result.stderr
    assert not (tmp_path / ".venv/.made").exists()


def test_ci_runs_what_a_developer_runs():
    script = (ROOT / ".ci/run").read_text()
    assert re.search(r"^exec make test\b", script, re.MULTILINE)
    assert os.access(ROOT / ".ci/run", os.X_OK)
