import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
LEVELS = (
    {"errors"},
    {"answers", "effects", "platform", "practice", "reply", "turn"},
    {"exchange", "fault", "hookspecs", "notation", "settings"},
    {
        "compatibility", "floor", "home", "reading", "registry", "router", "speech", "spoken", "store",
        "text_lint", "texts",
    },
    {
        "alerting", "apology", "companions", "company", "conversation", "course", "discretion", "ending", "entries",
        "frames", "guest", "handlers", "hosting", "intake", "leaving", "moves", "outside", "privilege", "routing",
        "run", "scene", "shelter", "wording",
    },
    {"alexa", "house", "simulator"},
    {
        "admission", "app", "cli", "contents", "doctor", "endpoint", "keys", "logs", "metering", "package",
        "plugin_check", "plugin_place", "scaffold", "server", "tables", "testing", "tracing",
    },
)  # fmt: skip
"""Who may import whom: a room imports from its own row and those above it. ``skill`` itself only gathers names."""
HOST = {"": 2} | {room: level for level, rooms in enumerate(LEVELS) for room in rooms}
GENERATED = "migrations"
LEARNT = "likeness.json"
"""Words that were learnt from labelled sentences name nothing."""
WRITTEN = {".py", ".json", ".ftl", ".md", ".toml", ".txt", ".mako"}
EVERYDAY = {"feelings", "promise", "support", "trust"}
"""Practices whose names are words that the house needs for other things too; their intents' names are not."""
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "models", "manager", "misc"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def named(node: ast.stmt) -> Iterator[str]:
    """Give the modules that a statement imports, a package's own ones by their whole name."""
    if isinstance(node, ast.Import):
        yield from (each.name for each in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        for each in node.names:
            inner = ROOT.joinpath(*f"{node.module}.{each.name}".split("."))
            is_module = inner.is_dir() or inner.with_suffix(".py").exists()
            yield f"{node.module}.{each.name}" if is_module else str(node.module)


def imports(path: Path) -> set[str]:
    return {name for node in ast.walk(tree(path)) for name in named(node)}


def at_run_time(body: list[ast.stmt]) -> Iterator[str]:
    """Give what is imported when the module itself is: not what only types need, nor what functions import."""
    for node in body:
        yield from named(node)
        if isinstance(node, ast.Try):
            yield from at_run_time(node.body)


def room(module: str) -> str:
    return [*module.split("."), ""][1]


def host(module: str) -> bool:
    return module.split(".")[0] == "skill"


def host_imports(path: Path) -> set[str]:
    return {name for name in imports(path) if host(name)}


def breaking(law, *paths: Path) -> dict[str, object]:
    """Name the modules that break a law, with how."""
    found = {dotted(path): law(path) for path in paths}
    return {name: breach for name, breach in found.items() if breach}


# Who imports whom


def test_every_room_of_the_host_has_its_place():
    assert {room(dotted(path)) for path in modules("skill")} <= set(HOST)


def test_a_room_imports_from_its_own_level_and_those_beneath():
    def above(path):
        return {name for name in host_imports(path) if HOST[room(name)] > HOST[room(dotted(path))]}

    assert breaking(above, *modules("skill")) == {}


def test_the_public_surface_only_gathers_values():
    assert {room(name) for name in host_imports(ROOT / "skill" / "__init__.py")} <= {"hookspecs"} | LEVELS[1]


def test_the_host_never_imports_a_plugin():
    def plugins(path):
        return {name for name in imports(path) if name.split(".")[0] == "plugins"}

    assert breaking(plugins, *modules("skill")) == {}


def test_only_the_front_end_knows_the_ask_sdk():
    def ask_sdk(path):
        return {name for name in imports(path) if name.startswith("ask_sdk") and room(dotted(path)) != "alexa"}

    assert breaking(ask_sdk, *modules("skill", "plugins")) == {}


def intents(folder: Path) -> set[str]:
    """List the intents that the fragments of utterances beneath a folder declare."""
    fragments = (json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("**/model/*.json"))
    return {intent["name"] for fragment in fragments for intent in fragment.get("intents", ())}


def test_no_file_of_the_host_names_a_practice():
    names = {path.name for path in (ROOT / "plugins").iterdir() if (path / "__init__.py").is_file()} - EVERYDAY
    theirs = names | (intents(ROOT / "plugins") - intents(ROOT / "skill"))
    named = re.compile(rf"\b(?:{'|'.join(sorted(theirs))})\b", re.IGNORECASE)
    files = (path for path in sorted((ROOT / "skill").rglob("*")) if path.suffix in WRITTEN and path.name != LEARNT)
    found = {str(path): sorted(set(named.findall(path.read_text(encoding="utf-8")))) for path in files}
    assert {path: said for path, said in found.items() if said} == {}


def test_only_the_application_and_the_tools_import_the_house():
    def house(path):
        return {name for name in host_imports(path) if room(name) == "house" and room(dotted(path)) not in allowed}

    allowed = {"app", "doctor", "package", "testing", "house"}
    assert breaking(house, *modules("skill")) == {}


def test_the_houses_own_plugins_but_safety_import_what_any_plugin_may_and_what_the_house_tells_them():
    def more(path):
        own = ".".join(dotted(path).split(".")[:3])
        found = host_imports(path) - {"skill", "skill.privilege", "skill.house.safety.numbers"}
        return {name for name in found if name != own and not name.startswith(f"{own}.")}

    assert breaking(more, *(path for path in modules("skill/house") if "safety" not in path.parts)) == {}


def test_a_plugin_imports_skill_the_standard_library_and_itself():
    def others(path):
        own = ".".join(dotted(path).split(".")[:2])
        foreign = {name for name in imports(path) if name.split(".")[0] not in sys.stdlib_module_names}
        return {name for name in foreign if name not in ("skill", own) and not name.startswith(f"{own}.")}

    assert breaking(others, *modules("plugins")) == {}


def test_there_are_no_circles():
    ours = {dotted(path): path for path in modules("skill", "plugins")}
    graph = {name: {one for one in at_run_time(tree(path).body) if one in ours} for name, path in ours.items()}
    TopologicalSorter({name: found - {name, "skill"} for name, found in graph.items()}).prepare()


# What a module is like


def test_a_module_has_at_most_300_lines():
    def longer(path):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        return lines if lines > 300 else 0

    assert breaking(longer, *modules("skill", "plugins")) == {}


def test_a_module_says_what_it_is():
    assert breaking(lambda path: not ast.get_docstring(tree(path)), *modules("skill", "plugins")) == {}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def test_a_function_has_at_most_50_lines():
    def longer(path):
        return [node.name for node in functions(path) if (node.end_lineno or 0) - node.lineno >= 50]

    assert breaking(longer, *modules("skill", "plugins")) == {}


def test_everything_is_annotated():
    def unannotated(path):
        return [(node.name, bare) for node in functions(path) if (bare := bare_in(node))]

    def bare_in(node):
        given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]
        bare = [one.arg for one in given if one and one.annotation is None and one.arg not in ("self", "cls")]
        return bare + ([] if node.returns else ["return"])

    assert breaking(unannotated, *modules("skill", "plugins")) == {}


def test_modules_are_named_by_nouns_that_say_something():
    assert {path.stem for path in modules("skill", "plugins")} & FORBIDDEN == set()


def test_no_module_holds_a_plugin_manager_or_changes_its_globals():
    def global_(path):
        whole = [node for node in tree(path).body if isinstance(node, (ast.Assign, ast.AnnAssign, ast.Expr))]
        managers = [ast.unparse(node) for node in whole if "PluginManager(" in ast.unparse(node)]
        return managers or [node.names for node in ast.walk(tree(path)) if isinstance(node, ast.Global)]

    assert breaking(global_, *modules("skill", "plugins")) == {}


# What importing does

IMPORT_ALL = """
import importlib, pathlib, sys, threading
folders = tuple(str(pathlib.Path.cwd() / each) for each in ("skill", "plugins"))
done = []

def ours(frame):
    module = ""
    while frame is not None and "importlib._bootstrap" not in frame.f_code.co_filename:
        module, frame = frame.f_code.co_filename, frame.f_back
    return module.startswith(folders)

def watch(event, args):
    if event in ("open", "socket.connect", "socket.bind", "subprocess.Popen", "sqlite3.connect"):
        library = "site-packages" in str(args[0]) or "zoneinfo" in str(args[0])
        if ours(sys._getframe(1)) and not library:
            done.append(f"{event} {args[0]}")

sys.addaudithook(watch)
for name in sys.argv[1:]:
    importlib.import_module(name)
if threading.active_count() > 1:
    done.append("a thread was started")
print(*done, sep="\\n", end="")
"""
"""Says what the body of a module of ours does, beyond importing others and looking into a library's own data."""


def test_importing_opens_no_file_and_starts_nothing():
    names = [
        dotted(path) for path in modules("skill", "plugins") if GENERATED not in path.parts and path.stem != "__main__"
    ]
    found = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *names], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (found.stdout, found.returncode) == ("", 0), found.stderr[-2000:]
