from pathlib import Path

import pytest
from fluent.syntax import FluentParser

from skill.texts import Source

ROOT = Path(__file__).parents[1]
SHIPPED = sorted([*ROOT.glob("plugins/*/speech/*.ftl"), *ROOT.glob("skill/house/*/speech/*.ftl")])
ODD = [
    "",
    "name",
    "name =",
    "name = a } b\n",
    "name = {\n",
    "name = { $ }\n",
    "näme = a\n",
    "name = a\n    .9 = b\n",
    "name = a\n    .or-1 =\n",
    'name = é\t{ $thing }, \\ and { "quoted" } { 3.14 }  \n',
    "name =\n    one\n\n      two { $thing }\n    three\n    .help = { name.help }\nnext = { NUMBER($count, a: 1) }",
    '-term = the { $case ->\n    [one] x\n   *[other] { -other(a: "b") }\n }\n}\n',
    "# a word\nname = a\n\n## a group\n\n### all\n#no\nb = c",
]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_shipped_text_is_read_as_fluent_reads_it(path):
    assert_alike(path)


@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_is_read_or_found_fault_with_as_fluent_does(text, tmp_path):
    (tmp_path / "en.ftl").write_text(text, encoding="utf-8")
    assert_alike(tmp_path / "en.ftl")


def assert_alike(path):
    text = path.read_text(encoding="utf-8")
    assert Source.read(path).resource.to_json() == FluentParser().parse(text).to_json()
