import pytest

from skill import Practice, Words, YesNo, ask, nothing, say
from skill.company import Company
from skill.exchange import Heard
from skill.home import Home
from skill.speech import plain
from skill.store import Member, Snapshot

TEXTS = """
asked = What is it?
    .reprompt = What, in a word?
again = And you, { $name }?
    .reprompt = And you?
took = Took { $thing }.
    .unkept = I heard it, and keep nothing of it.
fine = All is well.
heard = I know of { $count }.
last = The last was { $thing }.
alone = On your own, then.
"""


def a_garden(**more) -> Practice:
    garden = Practice("garden", **more)

    @garden.on("GardenIntent")
    def look(turn):
        return ask("asked", Words(), then=took)

    @garden.step
    def took(turn, thing: str):
        return say("took", thing=thing).record("thing", thing).done()

    @garden.on("ShareIntent")
    def share(turn):
        return say("fine").record("thing", "for all", visibility="household").done()

    @garden.on("CountIntent")
    def count(turn):
        return say("heard", count=len(turn.journal.entries("thing"))).done()

    @garden.on("PairIntent")
    def pair(turn):
        return nothing().both_here(then=together)

    @garden.on("BothIntent", for_two=True)
    def for_both(turn):
        return nothing().both_here(then=together)

    @garden.step
    def together(turn, two: bool):
        if not two:
            return say("alone").done()
        return ask("asked", Words(), then=first, to=turn.speaker)

    @garden.step
    def first(turn, thing: str):
        question = ask("again", Words(), then=second, to=turn.other, name=turn.other.name)
        return question.record("thing", thing, owner=turn.speaker).given(first=turn.speaker.name)

    @garden.step
    def second(turn, thing: str):
        names = f"{turn.given['first']} and {turn.speaker.name}"
        return say("took", thing=names).record("thing", thing, owner=turn.speaker).done()

    @garden.on("YesIntent")
    def yes(turn):
        return ask("asked", YesNo(), then=answered)

    @garden.step
    def answered(turn, yes: bool):
        return say("fine").done()

    return garden


@pytest.fixture
def home(homes, bring):
    return homes(bring(a_garden(), texts=TEXTS))


@pytest.fixture
def two(home):
    """A household of two recognised voices."""
    home.launch(person="voice-ana")
    home.ask("NameIntent", slots={"name": "ana"}, words="my name is ana", person="voice-ana")
    home.end(person="voice-ana")
    home.launch(person="voice-leo")
    home.ask("NameIntent", slots={"name": "leo"}, words="my name is leo", person="voice-leo")
    home.end(person="voice-leo")
    return home


def people(home):
    return sorted(each["name"] for each in home.kept()["people"])


# Who speaks


def test_the_first_voice_is_the_accounts(home):
    home.launch()
    assert [(each["name"], each["account"], each["voice"]) for each in home.kept()["people"]] == [("", True, False)]


def test_a_recognised_voice_is_the_same_person_the_next_day(home):
    home.launch(person="voice-ana")
    home.wait(days=1)
    home.launch(person="voice-ana")
    assert len(home.kept()["people"]) == 1


def test_another_recognised_voice_is_another_person(two):
    assert len(two.kept()["people"]) == 2


def test_a_platforms_voice_id_is_not_kept_as_it_is(two):
    assert "voice-ana" not in repr(two.rows())


def test_an_unknown_voice_in_a_household_of_one_is_that_one(home):
    home.launch()
    home.end()
    home.ask("GardenIntent")
    home.say("a rose")
    assert plain(home.ask("CountIntent").speech) == "I know of 1."


# An unknown voice in a household of several


def test_an_unknown_voice_is_asked_once_a_session_who_it_is(two):
    said = two.ask("GardenIntent")
    assert said.listening
    assert "What is it?" not in plain(said.speech)
    assert plain(two.say("ana").speech).endswith("What is it?")
    two.say("a rose")


def test_a_given_name_counts_as_that_person(two):
    two.ask("GardenIntent", person="voice-ana")
    two.say("a rose", person="voice-ana")
    two.ask("CountIntent")
    assert "I know of 1." in plain(two.say("ana").speech)


def test_a_new_name_is_a_new_person(two):
    two.ask("GardenIntent")
    two.say("zoe")
    assert len(two.kept()["people"]) == 3


def test_who_will_not_say_is_a_guest_whose_run_goes_on(two):
    two.ask("GardenIntent")
    said = two.say("skip")
    assert plain(said.speech).endswith("What is it?")


def test_of_a_guest_nothing_private_is_kept_and_nobody_claims_it(two):
    two.ask("GardenIntent")
    two.say("skip")
    said = plain(two.say("a rose").speech)
    assert "Took" not in said
    assert "I heard it, and keep nothing of it." in said
    assert two.entries() == []


def test_a_guest_is_not_asked_again_in_the_same_session(homes, bring):
    home = homes(bring(a_garden(), texts=TEXTS))
    home.launch(person="voice-ana")
    home.end(person="voice-ana")
    home.launch(person="voice-leo")
    home.end(person="voice-leo")
    home.ask("YesIntent")
    home.say("skip")
    assert plain(home.ask("GardenIntent").speech).endswith("What is it?")


def test_a_practice_of_the_household_does_not_ask_who_speaks(homes, bring):
    home = homes(bring(a_garden(owner="household"), texts=TEXTS))
    home.launch(person="voice-ana")
    home.end(person="voice-ana")
    home.launch(person="voice-leo")
    home.end(person="voice-leo")
    assert plain(home.ask("GardenIntent").speech) == "What is it?"


def test_the_question_who_speaks_can_be_stopped(two):
    two.ask("GardenIntent")
    assert not two.ask("AMAZON.StopIntent").listening


# What may be heard


def test_what_one_kept_the_other_does_not_hear(two):
    two.ask("GardenIntent", person="voice-ana")
    two.say("a rose", person="voice-ana")
    assert plain(two.ask("CountIntent", person="voice-leo").speech) == "I know of 0."
    assert plain(two.ask("CountIntent", person="voice-ana").speech) == "I know of 1."


def test_an_unknown_voice_hears_only_what_is_the_households(two):
    two.ask("GardenIntent", person="voice-ana")
    two.say("a rose", person="voice-ana")
    two.ask("ShareIntent", person="voice-ana")
    two.ask("CountIntent")
    assert plain(two.say("skip").speech).endswith("I know of 1.")


# Whose question it is


def test_another_recognised_person_cannot_answer(two):
    two.ask("GardenIntent", person="voice-ana")
    said = two.say("a rose", person="voice-leo")
    assert "Took" not in plain(said.speech)
    assert two.entries() == []


def test_another_recognised_person_does_not_hear_the_open_question(two):
    two.ask("GardenIntent", person="voice-ana")
    said = two.ask("AMAZON.RepeatIntent", person="voice-leo")
    assert "What is it?" not in plain(said.speech)


def test_another_recognised_person_cannot_take_anything_back(two):
    two.ask("GardenIntent", person="voice-ana")
    two.say("a rose", person="voice-ana")
    two.ask("UndoIntent", person="voice-leo")
    assert two.entries() == ["a rose"]


def test_an_unknown_voice_in_the_same_session_may_answer(two):
    two.ask("GardenIntent", person="voice-ana")
    assert plain(two.say("a rose").speech) == "Took a rose."
    assert two.entries() == ["a rose"]


def test_what_an_unknown_voice_answers_is_the_owners(two):
    two.ask("GardenIntent", person="voice-ana")
    two.say("a rose")
    assert plain(two.ask("CountIntent", person="voice-ana").speech) == "I know of 1."


def test_what_one_broke_off_is_not_offered_to_the_other(two):
    two.ask("GardenIntent", person="voice-ana")
    two.end(person="voice-ana")
    assert "your garden" not in plain(two.launch(person="voice-leo").speech)


# Two who are here


def test_two_say_who_they_are_and_each_is_asked(home):
    home.launch()
    home.end()
    home.ask("PairIntent")
    home.say("ana")
    assert plain(home.say("leo").speech).endswith("What is it?")
    assert plain(home.say("a rose").speech) == "And you, Leo?"
    assert plain(home.say("a tulip").speech) == "Took Ana and Leo."
    assert people(home) == ["Ana", "Leo"]


def test_each_ones_words_are_their_own(home):
    home.launch()
    home.end()
    home.ask("PairIntent")
    for words in ("ana", "leo", "a rose", "a tulip"):
        home.say(words)
    names = {each["id"]: each["name"] for each in home.kept()["people"]}
    assert {names[each["owner"]]: each["body"]["text"] for each in home.kept()["entries"]} == {
        "Ana": "a rose",
        "Leo": "a tulip",
    }


def test_who_is_asked_may_answer_though_the_other_began(two):
    two.ask("PairIntent", person="voice-ana")
    two.say("leo", person="voice-ana")
    two.say("a rose", person="voice-ana")
    assert plain(two.say("a tulip", person="voice-leo").speech) == "Took Ana and Leo."


def test_with_the_other_present_only_what_both_may_hear_is_recalled(two):
    two.ask("GardenIntent", person="voice-ana")
    two.say("a rose", person="voice-ana")
    two.ask("PairIntent", person="voice-ana")
    two.say("leo", person="voice-ana")
    assert plain(two.ask("CountIntent", person="voice-ana").speech).startswith("I know of 0.")


@pytest.mark.parametrize("words", ["no", "only me", "skip"])
def test_who_is_alone_says_so(home, words):
    home.launch()
    home.end()
    home.ask("PairIntent")
    home.say("ana")
    assert plain(home.say(words).speech).endswith("On your own, then.")


def test_the_same_name_twice_is_asked_again(home):
    home.launch()
    home.end()
    home.ask("PairIntent")
    home.say("ana")
    assert home.say("ana").listening
    assert people(home) == ["Ana"]


# By itself


def snapshot(*members, voice=None):
    return Snapshot("h", 1, True, people=members, voice=voice)


def heard(person=None, **session):
    return Heard("intent", "r", "u", None, person=person, session=session)


ANA, LEO = Member("a", "Ana", account=True, voice=True), Member("b", "Léo")


@pytest.mark.parametrize(
    ("members", "voice", "person", "session", "speaker"),
    [
        ((), None, None, {}, "new"),
        ((), None, "v", {}, "new"),
        ((ANA,), "a", "v", {}, "a"),
        ((ANA,), None, "w", {}, "new"),
        ((LEO,), None, None, {}, "b"),
        ((ANA,), None, None, {}, None),
        ((ANA, LEO), None, None, {}, None),
        ((ANA, LEO), None, None, {"who": "b"}, "b"),
        ((ANA, LEO), None, None, {"who": "gone"}, None),
        ((ANA, LEO), "a", "v", {"who": "b"}, "a"),
    ],
)
def test_who_speaks(members, voice, person, session, speaker):
    found = Company.of(snapshot(*members, voice=voice), heard(person, **session), lambda: "new", Home()).speaker
    assert (found.id if found else None) == speaker


def test_a_name_is_found_however_it_is_written():
    assert Company.of(snapshot(ANA, LEO), heard(), lambda: "new", Home()).named("leo").id == "b"


def test_only_people_of_the_household_are_here():
    company = Company.of(snapshot(ANA, LEO), heard(here=["a", "x"]), lambda: "new", Home())
    assert [each.name for each in company.present] == ["Ana"]


def test_who_would_rather_not_say_is_not_asked_again():
    company = Company.of(snapshot(ANA, LEO), heard(), lambda: "new", Home())
    assert (company.asked, company.introduced("", "unknown", "n").asked) == (False, True)


def test_what_is_for_two_asks_them_both_and_not_first_who_speaks(two):
    assert plain(two.ask("BothIntent").speech).endswith("?")
    assert plain(two.say("yes").speech).endswith("What is it?")


def test_a_name_for_a_nameless_speaker_is_theirs():
    company = Company.of(snapshot(Member("a", "")), heard(), lambda: "new", Home()).introduced("Ana", "speaker", "n")
    assert [(each.id, each.name) for each in company.changed] == [("a", "Ana")]


def test_a_name_for_someone_beside_the_speaker_makes_them_present():
    company = Company.of(snapshot(ANA), heard(who="a"), lambda: "new", Home()).introduced("Leo", "present", "n")
    assert [each.id for each in company.present] == ["a", "n"]


def test_nobody_is_beside_who_is_alone():
    company = Company.of(snapshot(ANA, LEO), heard(here=["a", "b"]), lambda: "new", Home())
    assert company.introduced("", "alone", "n").present == ()
