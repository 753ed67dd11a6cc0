import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from skill.settings import MEANINGS

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"


def tool(name, comes_with="requirements-dev.txt"):
    """The path of a program beside this Python or in the PATH; without it the test is skipped."""
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if found is None:
        pytest.skip(f"{name} is not installed; it comes with {comes_with}")
    return found


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **options)


def test_the_image_is_written_as_hadolint_likes_it():
    result = run(tool("hadolint"), str(DEPLOY / "Dockerfile"))
    assert (result.returncode, result.stdout) == (0, "")


def test_everything_the_image_copies_is_there_and_reaches_the_builder():
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE)
    sources = {source for line in copied for source in line.split()}
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert sources == allowed
    assert [source for source in sources if not (ROOT / source).exists()] == []


def test_the_image_does_not_run_as_root():
    last_stage = (DEPLOY / "Dockerfile").read_text().rpartition("\nFROM ")[2]
    assert re.findall(r"^USER (\S+)$", last_stage, re.MULTILINE) == ["10001:10001"]


def test_the_compose_file_follows_its_specification():
    result = run(tool("check-jsonschema"), "--builtin-schema", "vendor.compose-spec", str(DEPLOY / "compose.yaml"))
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_example_of_an_environment_has_everything_that_compose_asks_for():
    asked = set(re.findall(r"\$\{(\w+)", (DEPLOY / "compose.yaml").read_text()))
    offered = set(re.findall(r"^(\w+)=", (DEPLOY / ".env.example").read_text(), re.MULTILINE))
    assert asked == offered


def test_the_example_of_an_environment_holds_no_secret():
    lines = (DEPLOY / ".env.example").read_text().splitlines()
    assert {line for line in lines if re.match(r"\w*(KEYS|PASSWORD)\w*=", line)} == {
        "POSTGRES_PASSWORD=",
        "SAFE_HARBOR_SECRET_KEYS=",
    }


def test_only_the_proxy_can_be_reached_from_outside(compose):
    published = {name for name, service in compose["services"].items() if "ports" in service}
    assert published == {"proxy"}


def test_the_database_has_no_way_out(compose):
    assert compose["services"]["database"]["networks"] == ["back"]
    assert compose["networks"]["back"] == {"internal": True}


def test_the_proxy_lets_only_alexas_requests_through():
    text = (DEPLOY / "Caddyfile").read_text()
    matcher, guarded, rest = re.fullmatch(
        r".*@alexa \{(.*?)\}\s+handle @alexa \{(.*)\n\t\}\s+handle \{(.*?)\}\s+\}\s*", text, re.DOTALL
    ).groups()
    assert matcher.split() == ["method", "POST", "path", "/alexa"]
    assert "reverse_proxy app:8080" in guarded
    assert text.count("reverse_proxy") == 1
    assert rest.split() == ["respond", "404"]


def test_the_cluster_would_take_the_manifests():
    result = run(tool("kubernetes-validate"), "--strict", str(DEPLOY / "kubernetes.yaml"))
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_cluster_lets_only_alexas_requests_through():
    manifests = (DEPLOY / "kubernetes.yaml").read_text()
    assert re.findall(r"- path: (\S+).*\n\s+pathType: (\S+)", manifests) == [("/alexa", "Exact")]


def test_systemd_understands_the_unit(tmp_path):
    analyze = tool("systemd-analyze", "systemd")
    unit = tmp_path / "safe-harbor.service"
    text = (DEPLOY / "safe-harbor.service").read_text()
    unit.write_text(text.replace("/opt/safe-harbor/.venv/bin/safe-harbor", shutil.which("true")))
    result = run(analyze, "verify", str(unit))
    assert result.returncode == 0, result.stderr
    assert "safe-harbor.service" not in result.stderr


def test_the_unit_gives_little_away():
    analyze = tool("systemd-analyze", "systemd")
    version = int(re.search(r"systemd (\d+)", run(analyze, "--version").stdout)[1])
    if version < 250:
        pytest.skip(f"systemd {version} cannot judge a unit that is not loaded; 250 can")
    result = run(analyze, "security", "--offline=true", "--threshold=15", str(DEPLOY / "safe-harbor.service"))
    assert result.returncode == 0, result.stdout


def test_an_operators_own_gunicorn_takes_the_configuration(tmp_path):
    result = run(
        sys.executable, "-m", "gunicorn", "--config", str(DEPLOY / "gunicorn.conf.py"), "--print-config",
        cwd=ROOT,
        env=os.environ
        | {"HOST": "127.0.0.1", "PORT": "9191", "WEB_CONCURRENCY": "2", "SAFE_HARBOR_DATA_DIR": str(tmp_path / "var")},
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    settings = dict(re.findall(r"^(\w+) += (.*)$", result.stdout, re.MULTILINE))
    assert {name: settings[name] for name in ("bind", "workers", "worker_class", "preload_app", "wsgi_app")} == {
        "bind": "['127.0.0.1:9191']",
        "workers": "2",
        "worker_class": "gthread",
        "preload_app": "True",
        "wsgi_app": "skill.server:application()",
    }


def test_both_ways_to_serve_have_the_same_settings(monkeypatch):
    from skill.server import configuration

    for name in ("HOST", "PORT", "WEB_CONCURRENCY"):
        monkeypatch.delenv(name, raising=False)
    loaded = runpy.run_path(str(DEPLOY / "gunicorn.conf.py"))
    assert {name: loaded[name] for name in configuration({})} == configuration({})


def test_the_guide_explains_every_setting():
    guide = (DEPLOY / "README.md").read_text()
    explained = set(re.findall(r"`([A-Z_]+)`", guide.partition("## 8. Settings")[2].partition("## 9.")[0]))
    assert explained == {*MEANINGS, "HOST", "PORT", "WEB_CONCURRENCY"}


def test_the_guide_points_only_at_what_is_there():
    guide = (DEPLOY / "README.md").read_text()
    files = guide.partition("| file here |")[2].partition("\n\n")[0]
    named = re.findall(r"`([\w.-]+)`", "\n".join(row.split("|")[1] for row in files.splitlines()[2:]))
    assert len(named) == 8
    assert [name for name in named if not (DEPLOY / name).is_file()] == []
    anchors = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^## (.+)$", guide, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", guide)) <= anchors


@pytest.fixture(scope="module")
def compose():
    """The compose file as JSON, through the parser that the schema check brings."""
    from ruamel.yaml import YAML

    return json.loads(json.dumps(YAML(typ="safe").load(DEPLOY / "compose.yaml")))
