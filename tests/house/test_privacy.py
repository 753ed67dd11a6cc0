"""Privacy: what is read to whom, deleted, forgotten and shared, and the line that tells nothing."""

from datetime import UTC, datetime

import pytest

from skill import Entry, NoState, Practice, Reminder, Turn, Words, ask, say
from skill.effects import Amend
from skill.errors import StoreError, VersionConflict
from skill.house.privacy import copy, what_did_they_say, who_can_hear
from skill.speech import plain
from skill.store import Changes
from skill.store.schema import Base

TEXTS = """
fine = Fine.
asked = What is it?
    .reprompt = What?
label = A minute for yourself
set = Set.
"""


@pytest.fixture
def home(homes, bring):
    garden = Practice("garden")

    @garden.step
    def reminded(turn, outcome):
        return say("set").done()

    def keep(turn):
        return say("fine").record("thing", turn.slots.get("thing", "a secret"), about="Leo").done()

    def remind(turn):
        return say("fine").remind(Reminder("label", turn.now.replace(hour=23)), then=reminded, agreed=True)

    garden.on("KeepIntent")(keep)
    garden.on("ShareIntent")(lambda turn: say("fine").record("thing", "a rose", visibility="household").done())
    garden.on("RemindIntent")(remind)
    home = homes(bring(garden, texts=TEXTS))
    home.launch(person="voice-ana")
    home.end(person="voice-ana")
    name(home, "ana")
    name(home, "leo")
    return home


def name(home, who):
    home.ask("NameIntent", slots={"name": who}, words=f"i'm {who}", person=f"voice-{who}")


def keep(home, *things, who="ana"):
    for thing in things:
        home.ask("KeepIntent", slots={"thing": thing}, person=f"voice-{who}")


def tell(home, intent, who="ana", **what):
    person = {"person": f"voice-{who}"} if who else {}
    return plain(home.ask(intent, **person, **what).speech)


def answer(home, words, who="ana"):
    person = {"person": f"voice-{who}"} if who else {}
    return plain(home.say(words, **person).speech)


# What is kept


def test_what_is_kept_is_read_newest_first_three_at_a_time(home):
    keep(home, "an apple", "a pear", "a plum", "a fig", "a quince")
    said = tell(home, "WhatIsKeptIntent")
    assert said.index("quince") < said.index("fig") < said.index("plum")
    assert "pear" not in said
    said = answer(home, "yes")
    assert "a pear" in said
    assert "an apple" in said
    assert not said.endswith("?")


def test_more_goes_on_reading(home):
    keep(home, "an apple", "a pear", "a plum", "a fig")
    tell(home, "WhatIsKeptIntent")
    assert "an apple" in tell(home, "MoreIntent", words="more")


def test_each_thing_is_said_with_what_it_belongs_to(home):
    keep(home, "an apple")
    assert "an apple, from your garden" in tell(home, "WhatIsKeptIntent")


def test_what_was_just_kept_is_the_newest_alone(home):
    keep(home, "an apple", "a pear")
    said = tell(home, "WhatWasKeptIntent")
    assert "a pear" in said
    assert "apple" not in said


def test_nobody_hears_what_is_anothers(home):
    keep(home, "an apple")
    home.ask("ShareIntent", person="voice-ana")
    said = tell(home, "WhatIsKeptIntent", who="leo")
    assert "apple" not in said
    assert "rose" not in said


def test_an_unknown_voice_is_asked_once_and_hears_nothing_private(home):
    keep(home, "an apple")
    said = home.ask("WhatIsKeptIntent")
    assert said.listening
    assert "apple" not in said.speech
    assert "apple" not in answer(home, "skip", who=None)


def test_who_gives_the_name_hears_what_is_theirs(home):
    keep(home, "an apple")
    home.ask("WhatIsKeptIntent")
    assert "an apple" in answer(home, "ana", who=None)


def test_the_only_person_of_a_home_is_not_asked(homes, bring):
    garden = Practice("garden")
    garden.on("KeepIntent")(lambda turn: say("fine").record("thing", "an apple").done())
    home = homes(bring(garden, texts=TEXTS))
    home.ask("KeepIntent")
    assert "an apple" in tell(home, "WhatIsKeptIntent", who=None)


def test_in_company_what_is_private_is_read_only_when_that_is_said_again(home):
    keep(home, "an apple")
    here = {"here": [each["id"] for each in home.kept()["people"]]}
    home.sessions[("ana", "kitchen")] = ("session-x", here)
    said = tell(home, "WhatIsKeptIntent")
    assert "apple" not in said
    assert said.endswith("?")
    assert "apple" not in answer(home, "maybe")
    home.sessions[("ana", "kitchen")] = ("session-x", here)
    tell(home, "WhatIsKeptIntent")
    assert "an apple" in answer(home, "yes")


def test_in_company_it_is_asked_whether_or_not_there_is_anything(home):
    here = {"here": [each["id"] for each in home.kept()["people"]]}
    home.sessions[("ana", "kitchen")] = ("session-x", here)
    assert home.ask("WhatIsKeptIntent", person="voice-ana").listening


# Deleting


def test_delete_takes_back_what_was_just_kept(home):
    keep(home, "an apple", "a pear")
    tell(home, "DeleteIntent")
    assert home.entries() == ["an apple"]


def test_what_is_older_needs_a_clear_yes(home):
    keep(home, "an apple", "a pear")
    home.wait(days=2)
    assert "a pear" in tell(home, "DeleteIntent")
    answer(home, "maybe")
    assert home.entries() == ["an apple", "a pear"]
    tell(home, "DeleteIntent")
    answer(home, "yes delete it")
    assert home.entries() == ["an apple"]


def test_delete_it_is_a_yes_to_whether_to(home):
    keep(home, "an apple")
    home.wait(days=2)
    tell(home, "DeleteIntent")
    tell(home, "DeleteIntent", words="delete it")
    assert home.entries() == []


def test_what_is_kept_by_one_is_not_deleted_by_another(home):
    keep(home, "an apple")
    tell(home, "DeleteIntent", who="leo")
    answer(home, "yes", who="leo")
    assert home.entries() == ["an apple"]


def test_a_question_that_was_open_is_come_back_to(homes, bring):
    garden = Practice("garden")

    @garden.step
    def took(turn, thing: str):
        return say("fine").record("thing", thing).done()

    garden.on("KeepIntent")(lambda turn: say("fine").record("thing", "an apple").done())
    garden.on("AskIntent")(lambda turn: ask("asked", Words(), then=took))
    home = homes(bring(garden, texts=TEXTS))
    home.ask("KeepIntent")
    home.wait(days=1)
    home.ask("AskIntent")
    tell(home, "DeleteIntent", who=None)
    home.say("yes")
    home.say("yes")
    assert plain(home.say("a pear").speech) == "Fine."
    assert home.entries() == ["a pear"]


# Everything


def rows_of(home, person):
    """Count what is kept under a person's id, in every table."""
    with home.database.reading() as connection:
        owned = [table for table in Base.metadata.tables.values() if "owner" in table.c]
        counts = {
            each.name: len(connection.execute(each.select().where(each.c.owner == person)).all()) for each in owned
        }
        table = Base.metadata.tables["person"]
        counts["person"] = len(connection.execute(table.select().where(table.c.id == person)).all())
    return counts


def person(home, called):
    return next(each["id"] for each in home.kept()["people"] if each["name"].lower() == called)


def test_everything_goes_with_a_clear_yes_and_nothing_of_anyone_else(home, platform):
    keep(home, "an apple")
    keep(home, "a pear", who="leo")
    home.ask("RemindIntent", person="voice-ana")
    assert len(platform.alerts) == 1
    ana, leo = person(home, "ana"), person(home, "leo")
    others = rows_of(home, leo)
    tell(home, "DeleteEverythingIntent")
    answer(home, "maybe")
    assert rows_of(home, ana)["entry"] == 1
    assert "Other people's things stay" in tell(home, "DeleteEverythingIntent")
    said = answer(home, "yes")
    assert "gone" in said
    assert set(rows_of(home, ana).values()) == {0}
    assert platform.alerts == {}
    assert home.entries() == ["a pear"]
    assert rows_of(home, leo) == others


def test_who_left_is_a_stranger_the_next_time(home):
    tell(home, "DeleteEverythingIntent")
    answer(home, "yes")
    assert tell(home, "WhoAmIIntent") != "You're Ana, as far as I know."


def test_with_the_only_person_the_household_goes(homes, bring):
    garden = Practice("garden")
    garden.on("KeepIntent")(lambda turn: say("fine").record("thing", "an apple").done())
    home = homes(bring(garden, texts=TEXTS))
    home.ask("KeepIntent")
    tell(home, "DeleteEverythingIntent", who=None)
    home.say("yes")
    assert {name: rows for name, rows in home.rows().items() if rows} == {}


def test_a_reminder_that_the_platform_keeps_is_named(home, platform):
    home.ask("RemindIntent", person="voice-ana")
    platform.refusals["delete_reminder"] = ["failed"]
    tell(home, "DeleteEverythingIntent")
    said = answer(home, "yes")
    assert "Alexa app" in said
    assert "reminder" in said


def test_an_unknown_voice_can_forget_nobody(home):
    keep(home, "an apple")
    home.ask("DeleteEverythingIntent")
    home.say("skip")
    assert home.entries() == ["an apple"]


# Sharing later


def test_the_newest_thing_is_shared_with_a_clear_yes_and_taken_back(home):
    keep(home, "an apple", "a pear")
    said = tell(home, "ShareNewestIntent", slots={"friend": "leo"})
    assert "Leo" in said
    assert "a pear" in said
    answer(home, "maybe")
    assert {each["visibility"] for each in home.kept()["entries"]} == {"private"}
    tell(home, "ShareNewestIntent", slots={"friend": "leo"})
    answer(home, "yes")
    assert [each["visibility"] for each in home.kept()["entries"]].count("shared") == 1
    assert "a pear" in tell(home, "KeepPrivateIntent")
    assert {(each["visibility"], each["shared_with"]) for each in home.kept()["entries"]} == {("private", "")}


def test_nobody_outside_the_home_is_shared_with(home):
    keep(home, "an apple")
    assert "Otto" in tell(home, "ShareNewestIntent", slots={"friend": "otto"})
    assert {each["visibility"] for each in home.kept()["entries"]} == {"private"}


# Lines


def test_who_can_hear_is_told_in_one_breath(home):
    said = tell(home, "WhoCanHearIntent")
    assert "stays with you unless you share it" in said
    assert len(said.split()) <= 45


def test_how_to_get_a_copy_is_told_truthfully(home):
    said = tell(home, "CopyIntent")
    assert "Whoever runs this skill" in said
    assert "nothing by mail" in said


def test_the_lines_look_at_nothing_that_is_kept():
    class Closed:
        def __getattr__(self, name):
            raise AssertionError("nothing is to be read")

    turn = Turn(now=None, state=NoState(), journal=Closed(), given={"own": Closed()})
    assert what_did_they_say(turn) == say("refusal").done()
    assert who_can_hear(turn) == say("who-can-hear").done()
    assert copy(turn) == say("copy").done()


# The refusal that tells nothing


def asked_about(home, sent_to, who, **what):
    before = {table: len(rows) for table, rows in home.rows().items()}
    with sent_to(home.database) as sent:
        said = home.ask("WhatDidTheySayIntent", slots={"who": "ana"}, **({"person": who} if who else {}), **what)
    after = {table: len(rows) for table, rows in home.rows().items()}
    return said, [statement for statement, _ in sent], {table: after[table] - before[table] for table in after}


@pytest.mark.parametrize("who", ["voice-leo", None])
def test_the_refusal_is_the_same_in_every_way_whatever_there_is(home, sent_to, who):
    home.ask("WhatDidTheySayIntent", person="voice-leo")
    without = asked_about(home, sent_to, who, screen=True)
    keep(home, "an apple", "a pear")
    home.ask("RemindIntent", person="voice-ana")
    home.end(person="voice-ana")
    having = asked_about(home, sent_to, who, screen=True)
    assert having[0] == without[0]
    assert having[1] == without[1]
    assert having[2] == without[2]
    assert "can share only what someone chose to share" in plain(having[0].speech)
    assert not having[0].listening
    assert having[0].screen is None


def test_the_refusal_never_varies(home):
    assert len({tell(home, "WhatDidTheySayIntent", who=who) for who in ("leo", "ana", None) for _ in range(4)}) == 1


def test_nobody_is_asked_who_they_are_before_the_refusal(home):
    assert not home.ask("WhatDidTheySayIntent").listening


# In the store


def test_a_household_that_changed_meanwhile_is_not_forgotten(home):
    stale = home.households.snapshot("ana", None, "", home.now)
    keep(home, "an apple")
    with pytest.raises(VersionConflict):
        home.households.commit(stale, Changes(forgotten=True), home.now)
    assert home.entries() == ["an apple"]


def test_only_who_is_kept_of_a_household_can_be_changed_by_the_operator(home):
    with pytest.raises(StoreError, match="no household"):
        home.households.rewrite("nobody", dict)


def test_unsharing_makes_an_entry_its_owners_alone():
    entry = Entry("e", "garden", "thing", "a rose", datetime(2026, 3, 2, tzinfo=UTC))
    assert say("fine").unshare(entry).effects == (Amend("e", visibility="private", shared_with=""),)
