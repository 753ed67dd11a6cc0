"""What a turn does to entries, as the household finds them in the end."""

import pytest

from skill import Practice, nothing, say
from skill.speech import plain

TEXTS = """
found = Open: { $open }. Over: { $over }.
done = Done.
"""


@pytest.fixture
def home(homes, bring):
    garden = Practice("garden")

    @garden.on("PlantIntent")
    def plant(_turn):
        return nothing().record("open", "plant the roses", about="Leo", bed="south").say("done").done()

    @garden.on("FinishIntent")
    def finish(turn):
        (entry,) = turn.journal.entries("open")
        return say("done").amend(entry, kind="over", year=2).done()

    @garden.on("LookIntent")
    def look(turn):
        found, over = (turn.journal.entries(kind, about="leo") for kind in ("open", "over"))
        return say("found", open=len(found), over=len(over)).done()

    home = homes(bring(garden, texts=TEXTS))
    home.ask("PlantIntent")
    return home


def looked(home):
    return plain(home.ask("LookIntent").speech)


def filed(home):
    (entry,) = home.kept()["entries"]
    return entry["kind"], entry["body"]


def test_an_entry_can_be_filed_under_another_kind_and_stays_what_it_is(home):
    home.ask("FinishIntent")
    body = {"text": "plant the roses", "about": "Leo", "data": {"bed": "south", "year": 2}}
    assert filed(home) == ("over", body)


def test_an_entry_is_found_where_it_is_filed_now_and_nowhere_else(home):
    assert looked(home) == "Open: 1. Over: 0."
    home.ask("FinishIntent")
    assert looked(home) == "Open: 0. Over: 1."


def test_undo_files_an_entry_where_it_was_before(home):
    home.ask("FinishIntent")
    home.ask("UndoIntent")
    assert filed(home) == ("open", {"text": "plant the roses", "about": "Leo", "data": {"bed": "south"}})
    assert looked(home) == "Open: 1. Over: 0."
