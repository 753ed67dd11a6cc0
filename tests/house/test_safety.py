"""Safety: what it hears, what it lets pass, what it says, and that it leaves nothing behind."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pluggy import PluginManager

from skill import reading
from skill.errors import ConfigurationError
from skill.exchange import Heard, Slot
from skill.home import Home
from skill.house import safety as room
from skill.house.safety import Safety
from skill.house.safety.dialogue import Place
from skill.house.safety.families import Families
from skill.house.safety.index import Index
from skill.house.safety.pattern import Notation
from skill.registry import Plugin, Registry
from skill.speech import Speech, plain, words_in

FOLDER = Path(room.__file__).parent
EVENING = datetime(2026, 3, 2, 20, 10, tzinfo=UTC)
AT_HOME = Home(country="US")
BRITISH = Home(country="GB")

BANNED = re.compile(
    r"\b(should have|always|never|wrong|failed|at least|calm down|don't worry|toxic|crazy|just|promise)\b",
    re.I,
)

MUST = {
    "overdose": (
        "I swallowed the whole packet of paracetamol",
        "i've taken an overdose",
        "I took loads of my mum's tablets an hour ago",
        "she drank bleach",
        "took too many pills and I feel sick",
    ),
    "threat, danger now": (
        "he told me he'll kill me if I walk out",
        "she said she would stab me in my sleep",
        "my ex is outside kicking the door down",
        "there's somebody trying to get into the house",
        "he's waving a knife around",
        "I've locked myself in the bathroom because he's raging",
        "I'm terrified he's going to hurt the kids",
        "I fear for my life",
        "my brother threatened me with a hammer",
    ),
    "self-harm, direct": (
        "I want to die",
        "honestly I would rather be dead than wake up here",
        "most nights I think about killing myself",
        "I’m going to end my life",
        "feeling suicidal again",
        "I don't wanna live anymore",
        "I wish I had never been born",
        "I've written goodbye notes to my parents",
        "I've been hoarding my sleeping pills",
        "what's the quickest way to die",
        "I'd be better off dead",
        "I don't want to kill myself but it keeps coming back",
        "I hope I don't wake up",
        "how many paracetamol would kill a person",
        "I'm done with life",
    ),
    "self-harm, indirect": (
        "they'd all be better off without me",
        "I'm nothing but a burden to my family",
        "would anyone even notice if I disappeared",
        "I just want to go to sleep and never wake up",
        "I can't see any way out",
        "there's no reason to keep going",
        "I'm so tired of being alive",
        "I've got nothing left to live for",
        "I keep thinking about driving off the bridge",
        "I feel like jumping in front of a train",
        "I gave away all my belongings on Sunday",
    ),
    "self-injury": (
        "I've started cutting again, cutting myself at night",
        "I burn my arms when I feel numb",
        "I want to hurt myself",
        "I self-harm when we argue",
        "I get the urge to cut my legs",
    ),
    "abuse, physical": (
        "he hit me",
        "my husband slapped me in front of the children",
        "my wife throws things at me, she threw a bottle at my head",
        "my girlfriend punches me when she's had a drink",
        "my partner choked me on Friday",
        "he had both hands around my neck",
        "dad beats me with his belt",
        "my mother-in-law kicked me",
        "he shoved me down the stairs",
        "she dragged me by my hair",
        "I was punched by my boyfriend",
        "I get slapped if I answer back",
        "I cover the bruises with make-up",
        "he broke my wrist",
        "he gets violent after football",
        "I'm in an abusive marriage",
        "Leo hit me again",
        "he has never actually hit me hard",
        "my stepdad hits the kids",
        "I'm scared of my husband",
        "they both hit me, mum and dad",
    ),
    "third party, abuse": (
        "my sister's boyfriend hits her",
        "my dad hits my mum",
        "my best friend is being beaten by her partner",
    ),
    "third party, crisis": (
        "my brother says he's going to kill himself",
        "my flatmate wants to end her life",
        "my friend doesn't want to live",
    ),
    "harm to others": (
        "I want to kill my boss, I've planned it",
        "I grabbed her by the throat last night",
        "I slapped my husband",
        "I feel like stabbing him",
        "I almost strangled my wife",
        "I'm going to hurt somebody",
    ),
    "child at risk": (
        "I'm nine and my uncle touches me",
        "I'm in year six and I'm scared to go home",
        "mum won't wake up and I'm on my own",
        "my stepdad comes in my room at night and says it's our secret",
    ),
    "parent afraid of harming a child": (
        "I'm scared I'll shake the baby",
        "I smacked my toddler too hard and left a mark",
        "I put the baby down and walked out because I nearly threw her",
        "I can't be alone with my newborn",
    ),
    "young": ("I'm thirteen", "I'm in year eight", "my mum and dad keep shouting at each other"),
    "asking for help": (
        "get help",
        "please get me some help",
        "is there a helpline",
        "I'm not safe",
        "I don't feel safe around my dad",
        "I feel unsafe at home",
        "who can I call",
        "call an ambulance",
        "I need help right now",
    ),
}
GREY = {
    "grey, oneself": (
        "I can't go on like this",
        "I hate myself",
        "I feel hopeless about us",
        "I can't take it anymore",
    ),
    "grey, at home": ("I'm scared to tell him", "he gets jealous", "my wife shouts a lot", "I'm walking on eggshells"),
}
MUST_NOT = (
    "I was bored to death in that meeting",
    "my back's murder today",
    "I'd die without my morning coffee",
    "you scared the life out of me",
    "I'll take a stab at it",
    "she bit my head off at breakfast",
    "my feet are killing me",
    "we died laughing, I nearly died laughing",
    "I'm dying to see the new place",
    "I could murder a curry",
    "my mum will kill me if I'm late",
    "I could have killed him for eating my yoghurt",
    "that joke killed me",
    "the suspense is killing us",
    "he stabbed me in the back at work",
    "don't beat yourself up",
    "we smashed them at bowling",
    "I shot hoops with Leo",
    "he beat me at chess again",
    "she kills me at Mario Kart every time",
    "he hit me in paintball",
    "the kids threw snowballs at me",
    "I died three times in that game level",
    "we hit it off straight away",
    "we left early to beat the rush",
    "I finally kicked the habit",
    "he blew off work on Friday",
    "we hit traffic on the way home",
    "I hit the gym before breakfast",
    "hit me up at the weekend",
    "it hit me that I miss my mum",
    "the news hit me hard",
    "a wave hit me and I lost my hat",
    "he pushed me to apply for the job",
    "she pushes me on the swing",
    "the baby kicked me all night",
    "my toddler hit me with a spoon",
    "she kicked me out of the group chat",
    "I cut my finger chopping onions",
    "I cut myself shaving",
    "I burnt myself on the oven",
    "I hurt myself at the gym",
    "I took two paracetamol for my head",
    "I took all my tablets with breakfast as usual",
    "I overdosed on chocolate at Christmas",
    "we had a row about the dishes",
    "I'm so angry with my husband",
    "he hurt my feelings",
    "I'm worn out and overwhelmed",
    "we broke up last week",
    "my grandmother died in March",
    "our dog died and the house is quiet",
    "my uncle died by suicide years ago",
    "we watched a film about a man who kills his wife",
    "Romeo kills himself at the end of the play",
    "I volunteer at a suicide helpline",
    "the podcast about domestic violence was hard to hear",
    "we share our locations and our calendar",
    "we agreed a budget together",
    "he knows my passcode and I know his",
    "I don't feel safe sharing my feelings with him yet",
    "I feel safe at home",
    "I'm scared of losing him",
    "my phone is dead",
    "he has a new knife set",
    "they're trying to get in shape",
    "I locked myself out of the house",
    "he accidentally locked me out",
    "my neighbour hit my car",
    "I gave my old clothes away to charity",
    "I said goodbye to everyone at work",
    "I can't go on holiday this year",
    "I'm hopeless at maths",
    "he's jealous of my new shoes",
    "I don't want to hurt her feelings",
    "should we get help from a counsellor",
    "help me word something",
    "who should I call about the boiler",
    "I want to live in Spain one day",
    "I'm fourteen weeks pregnant",
    "my son is fifteen",
    "when I was twelve we moved to Leeds",
    "I'll be there in fifteen minutes",
    "I'm seven out of ten",
    "I'm seven",
    "I'm twenty",
    "we have been married for sixteen years",
    "Leo made my day",
)


@pytest.fixture(scope="module")
def families():
    return Families(FOLDER / "rules" / "en")


@pytest.fixture(scope="module")
def safety():
    registry = Registry(PluginManager("safe_harbor"))
    registry.add(Plugin("safety", "1.0", "the house", room, FOLDER, tuple(room.register_practices()), ()))
    return Safety(Speech(registry, reading.mirror))


def hearing(words="", **more):
    """Make what was heard."""
    return Heard(**{"kind": "intent", "request": "r", "user": "u", "at": EVENING, "words": words, **more})


def talk(safety, *said, session=None, home=AT_HOME, zone="", person="ana", **more):
    """Say things one after the other in one session; give the last answer."""
    answer, session = None, dict(session or {})
    for words in said:
        heard = words if isinstance(words, dict) else {"words": words}
        concern = safety.check(hearing(**{**more, **heard, "session": session}))
        answer, home = concern.answer(home, zone, person) if concern else (None, home)
        session = answer.session if answer else session
    return answer


def kept(safety, *said, home=AT_HOME, person="ana"):
    """Say things one after the other; give the household's settings as they are then."""
    session = {}
    for words in said:
        answer, home = safety.check(hearing(words, session=session)).answer(home, "", person)
        session = answer.session
    return home


def text(said):
    """Give the plain words, no blank before a stop."""
    return re.sub(r" ([.,?!])", r"\1", plain(said.speech))


# What is heard


@pytest.mark.parametrize(("family", "words"), [(name, each) for name, all_ in MUST.items() for each in all_])
def test_what_must_be_heard_is_heard_and_answered_at_once(families, family, words):
    found = families.find([words])
    assert (found.name, found.grey) == (family, False)


@pytest.mark.parametrize(("family", "words"), [(name, each) for name, all_ in GREY.items() for each in all_])
def test_what_is_grey_is_heard_as_grey(families, family, words):
    found = families.find([words])
    assert (found.name, found.grey) == (family, True)


@pytest.mark.parametrize("words", MUST_NOT)
def test_what_only_sounds_like_it_is_let_pass(families, words):
    assert families.find([words]) is None


@pytest.mark.parametrize(
    "words",
    [
        "HE HIT ME",
        "He’s hit me before",
        "he ‘s hit me",
        "um, he, uh, just hit me",
        "he hit hit me",
        "he hit me!",
        "ｈｅ hit me",
    ],
)
def test_case_apostrophes_fillers_and_stammers_do_not_matter(families, words):
    assert families.find([words]).name == "abuse, physical"


@pytest.mark.parametrize("words", ["im not safe", "I'm not safe", "i’m  NOT safe"])
def test_a_missing_or_curly_apostrophe_does_not_matter(families, words):
    assert families.find([words]).name == "asking for help"


@pytest.mark.parametrize("words", ["he has never hit me", "he didn't choke me", "I'd never kill myself, I'm joking"])
def test_denying_it_does_not_clear_it(families, words):
    assert families.find([words]) is not None


def test_an_idiom_does_not_hide_what_stands_beside_it(families):
    assert families.find(["I was bored to death and then he hit me"]).name == "abuse, physical"


@pytest.mark.parametrize(
    ("words", "family", "grey"),
    [
        ("she told me her secret crush so she must trust me", "third party, abuse", True),
        ("how do I find a marriage counsellor near me", "child at risk", True),
        ("armed robbers dey my compound abeg help", "threat, danger now", False),
        ("is there a helpline I could ring", "asking for help", False),
    ],
)
def test_what_only_a_pattern_speaks_for_is_asked_about_first_but_for_danger_and_who_asks_for_help(
    families, words, family, grey
):
    assert families.find([words]) == replace(families.find([words], alike=False), grey=grey)
    assert families.find([words], alike=False).name == family
    assert not families.find([words], alike=False).grey


def test_of_two_things_the_one_that_more_speaks_for_comes_first(families):
    assert families.find(["how do I find a marriage counsellor near me", "he hit me"]).name == "abuse, physical"


def test_the_most_urgent_of_two_things_is_answered(families):
    assert families.find(["he hit me", "I took all my pills"]).name == "overdose"


def test_no_sentence_of_a_shipped_model_is_mistaken(families):
    root = FOLDER.parents[2]
    models = [*root.glob("skill/house/*/model/en.json"), *root.glob("plugins/*/model/en.json")]
    intents = [intent for path in models for intent in json.loads(path.read_text(encoding="utf-8"))["intents"]]
    heard = ("GetHelpIntent", "OpeningSuicidalIntent")
    samples = [each for intent in intents if intent["name"] not in heard for each in intent.get("samples", ())]
    assert samples
    assert [each for each in samples if families.find([re.sub(r"\{\w+\}", "the rain", each)])] == []


def test_a_pattern_that_cannot_be_read_is_refused_and_quoted():
    with pytest.raises(ConfigurationError, match="hit me"):
        Notation({}, frozenset()).needs("(he|she hit me")
    with pytest.raises(ConfigurationError, match="nobody"):
        Notation({}, frozenset()).needs("{nobody} hit me")


@pytest.mark.parametrize(
    "pattern", ["he) hit me", "(he] hit me", "[he) hit me", "he* [hit", "he # hit", "h* hit", "!{nobody} hit"]
)
def test_what_no_pattern_may_hold_is_refused_at_the_start(pattern):
    with pytest.raises(ConfigurationError, match=re.escape(pattern)):
        Index(Notation({}, frozenset()), ["he hit me", pattern])


def test_a_list_is_read_though_it_is_only_named_as_what_a_word_is_not():
    with pytest.raises(ConfigurationError, match="the dog"):
        Notation({"pets": ["(the dog"]}, frozenset()).needs("!{pets} hit me")


@pytest.mark.parametrize(
    ("pattern", "words", "may"),
    [
        ("he hit me", "me hit he", True),
        ("he hit me", "he hit you", False),
        ("(he|she) [really] hit", "she hit", True),
        ("(he|she) [really] hit", "really hit", False),
        ("(he hit|she) me", "she me", True),
        ("(he .. (hit|beat)|she) me", "beat me", True),
        ("(he|) hit", "hit", True),
        ("suicid* ..", "suicidal", True),
        ("suicid* ..", "suici", False),
        ("{pet} hit", "dog hit", True),
        ("{pet} hit", "cat hit", False),
        (". $", "anything", True),
    ],
)
def test_a_pattern_is_tried_where_all_that_it_needs_was_said(pattern, words, may):
    index = Index(Notation({"pet": ["dog", "guinea pig"]}, frozenset({"he"})), ["never said", pattern])
    assert index.possible(words.split()) == [1] * may


def test_no_pattern_that_matches_is_left_untried(families):
    files = [json.loads(path.read_text(encoding="utf-8")) for path in (FOLDER / "rules" / "en").glob("*.json")]
    lists = {name: words for each in files for name, words in each.get("lists", {}).items()}
    common = next(frozenset(each["common"]) for each in files if "common" in each)
    patterns = [pattern for each in files for group in each.get("harmless", ()) for pattern in group["patterns"]]
    patterns += [pattern for each in files for pattern in each.get("patterns", ())]
    notation = Notation(lists, common)
    index = Index(notation, patterns)
    for looked_at in [families.plain(each) for all_ in (*MUST.values(), *GREY.values(), MUST_NOT) for each in all_][
        ::4
    ]:
        untried = set(range(len(patterns))).difference(index.possible(looked_at))
        assert not [patterns[each] for each in untried if index.regex(each).search(notation.marked(looked_at))]


# Where it looks


@pytest.mark.parametrize(
    "heard",
    [
        {"words": "he hit me"},
        {"readings": ("good thing he hit me", "he hit me")},
        {"slots": {"thing": Slot("he hit me")}, "intent": "GratitudeIntent"},
        {"kind": "touch", "arguments": ("he hit me",)},
        {"intent": "GetHelpIntent"},
    ],
)
def test_every_text_of_a_request_is_looked_at(safety, heard):
    assert talk(safety, heard).practice == "safety"


def test_what_is_harmless_is_not_answered(safety):
    assert safety.check(hearing("Leo washed up")) is None
    assert safety.check(hearing(kind="fallback")) is None


@pytest.mark.parametrize("kind", ["ended", "disabled", "consent", "event"])
def test_what_nobody_said_is_left_to_the_house(safety, kind):
    asked = talk(safety, "he hit me")
    assert safety.check(hearing(kind=kind, session=asked.session)) is None


@pytest.mark.parametrize("begun", [{"kind": "launch"}, {"new": True}])
def test_a_new_session_begins_anew(safety, begun):
    asked = talk(safety, "he hit me")
    assert safety.check(hearing("yes", **{**begun, "session": asked.session})) is None


# What is left behind


def test_a_pointer_is_left_and_never_a_word(safety):
    said = talk(safety, "Leo hit me with a bottle", session={"floor": "h1", "who": "p1", "here": ["p1", "p2"]})
    pointer = said.session["s"]
    assert {**said.session, "s": None} == {"who": "p1", "here": ["p1", "p2"], "s": None}
    assert all(isinstance(each, int) for each in pointer)
    assert Place.from_data(pointer).to_data() == pointer
    assert "leo" not in (said.speech + said.reprompt).lower()
    assert (said.screen, said.consent, said.token, said.outcome) == (None, "", "", "said")


def test_the_pointer_goes_when_it_is_over(safety):
    said = talk(safety, "he hit me", "stop", session={"floor": "h1"})
    assert (said.session, said.listening) == ({}, False)


def test_what_was_open_is_put_down_after_a_hit_and_stays_after_something_grey(safety):
    assert "floor" not in talk(safety, "he hit me", session={"floor": "h1"}).session
    assert talk(safety, "I can't go on", session={"floor": "h1"}).session["floor"] == "h1"


@pytest.mark.parametrize("pointer", [None, "x", [], [1], [99, 0, 0, 0, 0], [-1, 0, 1, 0, 0], {"a": 1}])
def test_a_pointer_that_is_none_of_ours_is_ignored(safety, pointer):
    assert safety.check(hearing("yes", session={"s": pointer})) is None


# Who to call


@pytest.mark.parametrize(
    ("country", "emergency", "crisis"),
    [("US", "911", "988"), ("GB", "999", "116 123"), ("IE", "112", "116 123"), ("AU", "000", "13 11 14")],
)
def test_the_numbers_are_those_of_the_country_that_was_named(safety, country, emergency, crisis):
    said = text(talk(safety, "I want to die", home=Home(country=country)))
    assert emergency in said
    assert crisis in said


def test_where_nobody_named_a_country_the_device_s_zone_tells(safety):
    assert "116 123" in text(talk(safety, "I want to die", home=Home(), zone="Europe/Dublin"))


def test_a_locale_only_suggests_a_country_so_it_is_named_with_its_numbers(safety):
    said = text(talk(safety, "I want to die", home=Home(), locale="en-US"))
    assert "your local emergency number, 911 in the US" in said
    assert "988 in the US" in said


@pytest.mark.parametrize("locale", ["en-AU", "en-IN", "en-CA", "de-DE"])
def test_a_locale_that_is_no_country_gets_no_number(safety, locale):
    said = talk(safety, "I want to die", locale=locale, home=Home())
    assert "your local emergency number" in text(said)
    assert "findahelpline.com" in text(said)
    assert not re.search(r"\d", text(said))


def test_the_country_is_asked_once_and_kept(safety):
    asked = talk(safety, "he hit me", "yes", home=Home(), locale="en-AU")
    assert "ountry" in text(asked)
    assert "1800 341 900" in text(talk(safety, "Ireland", session=asked.session, home=Home(), locale="en-AU"))
    assert kept(safety, "he hit me", "yes", "we live in Ireland", home=Home()).country == "IE"


def test_who_will_not_name_a_country_is_not_kept_from_the_rest(safety):
    asked = talk(safety, "he hit me", "yes", home=Home(), locale="en-AU")
    assert "lowly" in text(talk(safety, "blue cheese", "I'd rather not", session=asked.session, home=Home()))
    assert "lowly" in text(talk(safety, "no", session=asked.session, home=Home()))


def test_a_country_that_is_known_is_not_asked_for(safety):
    assert "ountry" not in text(talk(safety, "he hit me", "yes"))


# What is said


def reached(safety, **where):
    """Give every answer that can be reached, by the pointers that lead to it."""
    firsts = ["I want to die", "I cut myself again when I'm sad", "I took all my pills", "he has a knife", "he hit me"]
    firsts += ["my dad hits my mum", "my friend wants to kill himself", "I hit my wife", "get help", "I can't go on"]
    replies = [
        "yes",
        "no",
        "I don't know",
        "stop",
        "goodnight",
        "repeat",
        "help",
        "the number",
        "just joking",
        "blue cheese",
        "Italy",
    ]
    todo = [talk(safety, words, session={"floor": "h1"}, **where) for words in firsts]
    todo.append(talk(safety, "I can't go on", **where))
    seen = {}
    while todo:
        said = todo.pop()
        key = (said.speech, str(said.session))
        if key not in seen:
            seen[key] = said
            more = (talk(safety, words, session=said.session, **where) for words in replies if said.listening)
            todo += [each for each in more if each]
    return list(seen.values())


@pytest.mark.parametrize("country", ["GB", "CA", ""])
def test_everything_that_can_be_said_keeps_the_rules_of_the_voice(safety, country):
    everything = reached(safety, home=Home(country=country))
    assert len(everything) > 60
    for said in everything:
        assert words_in(said.speech) <= 70
        assert said.listening == text(said).endswith("?")
        assert said.listening == bool(said.reprompt)
        assert words_in(said.reprompt) <= 20
        assert not BANNED.search(text(said))
        assert (
            said.listening or "breath" in text(said).lower() or "<break" in said.speech or words_in(said.speech) <= 12
        )


@pytest.mark.parametrize("country", ["US", "GB", "CA", "IT", "DE", "PL"])
@pytest.mark.parametrize("family", MUST)
def test_a_first_line_is_short(safety, family, country):
    assert words_in(talk(safety, MUST[family][0], home=Home(country=country)).speech) <= 40


@pytest.mark.parametrize("country", ["JP", "BR", ""])
@pytest.mark.parametrize("family", MUST)
def test_a_first_line_that_has_more_to_name_is_little_longer(safety, family, country):
    """Two numbers for an emergency, or whose numbers they are."""
    assert words_in(talk(safety, MUST[family][0], home=Home(country=country)).speech) <= 45


def test_a_recurring_line_has_four_ways():
    lines = (FOLDER / "speech" / "en.ftl").read_text(encoding="utf-8")
    for message in ("bye", "leave", "night", "quiet", "worn", "grey", "slowly", "breaths", "breathing"):
        assert re.search(rf"^{message} = .*\n(    \.or-\d = .*\n){{3}}", lines, re.MULTILINE), message


def test_abuse_is_believed_and_blames_nobody_who_suffers_it(safety):
    assert "isn't your fault" in text(talk(safety, "he hit me"))
    assert text(talk(safety, "he hit me")).endswith("Can you talk freely?")


def test_who_can_talk_freely_is_told_who_to_call(safety):
    assert "0808 2000 247" in text(talk(safety, "he hit me", "yes", home=BRITISH))
    assert "press 55" in text(talk(safety, "he hit me", "yes", home=BRITISH))
    assert "1 800 799 7233" in text(talk(safety, "he hit me", {"intent": "AMAZON.YesIntent"}, locale="en-US"))


def test_who_cannot_talk_freely_is_offered_a_way_to_close(safety):
    said = talk(safety, "he hit me", "no, he's in the room")
    assert "say get help. Say goodnight and I'll close" in text(said)
    assert text(talk(safety, "goodnight", session=said.session)).lower().count("goodnight") == 1
    assert not talk(safety, "who are you talking to", session=said.session).listening


def test_who_asks_for_the_number_gets_it_at_once_and_slowly(safety):
    said = talk(safety, "he hit me", "who do I call", home=BRITISH)
    assert "0808 2000 247" in text(said)
    assert said.speech.startswith('<prosody rate="slow">')


def test_who_is_in_another_country_can_say_so_when_the_number_was_said(safety):
    said = talk(safety, "he hit me", "who do I call", "I'm in England", home=AT_HOME)
    assert "0808 2000 247" in text(said)
    assert "0808 2000 247" not in text(talk(safety, "he hit me", "who do I call", home=AT_HOME))


def test_a_half_hearted_yes_to_being_safe_is_a_no(safety):
    assert "911" in text(talk(safety, "I want to die", "I guess so"))
    assert "911" in text(talk(safety, "I want to die", {"intent": "NotSureIntent"}))


def test_being_safe_is_followed_by_something_small(safety):
    said = talk(safety, "I want to die", "yes I'm safe")
    assert "988" in text(said)
    assert "breath" in text(said)


def test_just_joking_is_asked_once_more_and_then_met_with_something_small(safety):
    first = talk(safety, "I want to die", "I'm just joking")
    assert "988" in text(first)
    assert text(first).endswith("Are you safe right now?")
    second = talk(safety, "I would never do it", session=first.session)
    assert "breath" in text(second)


def test_saying_it_again_leads_on_instead_of_starting_over(safety):
    assert "Hotline" in text(talk(safety, "he hit me", "he hits me every week"))


def test_something_else_that_is_heard_is_answered_as_what_it_is(safety):
    assert text(talk(safety, "he hit me", "I want to die")).endswith("Are you safe right now?")


def test_repeat_says_the_same_again_slowly(safety):
    once = talk(safety, "I want to die")
    again = talk(safety, {"intent": "AMAZON.RepeatIntent"}, session=once.session)
    assert text(again) == text(once)
    assert again.speech.startswith('<prosody rate="slow">')


def test_help_says_what_can_be_said_and_asks_again(safety):
    said = talk(safety, "I want to die", {"intent": "AMAZON.HelpIntent"})
    assert text(said) == "You can say yes, no, the number, or stop. Are you safe right now?"


def test_stop_ends_it_without_a_plea(safety):
    said = talk(safety, "I want to die", {"intent": "AMAZON.StopIntent"})
    assert (said.listening, words_in(said.speech) <= 12) == (False, True)


def test_three_answers_that_cannot_be_read_end_it_kindly(safety):
    nothing_heard = {"kind": "fallback"}
    assert talk(safety, "I want to die", nothing_heard, nothing_heard).listening
    assert not talk(safety, "I want to die", nothing_heard, nothing_heard, nothing_heard).listening


def test_a_practice_is_not_resumed_while_safety_is_talking(safety):
    said = talk(safety, "I want to die", {"words": "note a good thing", "intent": "GratitudeIntent"})
    assert said.practice == "safety"


def test_someone_who_hurts_is_not_shamed_and_told_to_step_away(safety):
    first = talk(safety, "I hit my wife", home=BRITISH)
    assert "step away" in text(first)
    apart = {"session": first.session, "home": BRITISH}
    assert "0808 802 4040" in text(talk(safety, "yes", at=EVENING.replace(hour=11), **apart))
    assert "116 123" in text(talk(safety, "yes", at=EVENING, **apart)), "the one line is closed in the evening"


# What is grey


def test_a_grey_thing_gets_one_question_and_no_number(safety):
    said = talk(safety, "I can't go on")
    assert "worn out" in text(said)
    assert text(said).count("?") == 1
    assert not re.search(r"\d", text(said))


def test_being_worn_out_hands_the_session_back(safety):
    said = talk(safety, "I can't go on", "I'm just worn out", session={"floor": "h1"})
    assert "Say repeat to go on" in text(said)
    assert safety.check(hearing("repeat", session=said.session)) is None


def test_where_nothing_was_open_something_small_is_offered(safety):
    assert "breath" in text(talk(safety, "I can't go on", "I'm just tired"))


def test_a_second_grey_thing_in_a_session_counts(safety):
    said = talk(safety, "I can't go on", "worn out", "I hate myself", session={"floor": "h1"})
    assert "988" in text(said)


@pytest.mark.parametrize("answer", ["the second one", "I'm scared", "yes", "he hits me"])
def test_not_feeling_safe_counts(safety, answer):
    assert "911" in text(talk(safety, "he gets jealous", answer))


# Whatever is said


PIECES = ("he", "she", "i", "hit", "me", "kill", "myself", "not", "safe", "no", "yes", "joking", "the", "my")


@settings(max_examples=200, deadline=None)
@given(
    words=st.text(max_size=300) | st.lists(st.sampled_from(PIECES)).map(" ".join),
    pointer=st.none() | st.lists(st.integers(-2, 30), min_size=5, max_size=5),
    locale=st.sampled_from(["en-US", "en-GB", "de-DE", "xx", ""]),
)
def test_nothing_that_is_said_makes_it_fail(safety, words, pointer, locale):
    said = talk(safety, words, session={"s": pointer}, locale=locale)
    assert said is None or said.practice == "safety"


# What it leaves for another day


def test_who_may_not_be_safe_with_themselves_is_opened_to_gently_for_a_week(safety):
    assert kept(safety, "I want to die").is_gentle("ana", EVENING + timedelta(days=6))
    assert not kept(safety, "I want to die").is_gentle("ana", EVENING + timedelta(days=7))


@pytest.mark.parametrize("words", ["he hit me", "my dad hits my mum", "I hit my wife", "I can't go on", "get help"])
def test_of_anything_else_nothing_stays(safety, words):
    assert kept(safety, words) == AT_HOME


def test_what_is_for_two_is_left_out_only_after_a_clear_yes(safety):
    told = ("he hit me", "yes", "no")
    assert "for two" in text(talk(safety, *told)) or "one person" in text(talk(safety, *told))
    assert kept(safety, *told, "yes").is_light(EVENING + timedelta(days=89))
    assert kept(safety, *told, "maybe") == AT_HOME
    assert kept(safety, *told, "no") == AT_HOME


def test_who_cannot_talk_freely_is_not_asked_what_to_leave_out(safety):
    said = talk(safety, "he hit me", "no")
    assert "oodnight" in text(said)
    assert "for two" not in text(said)


def test_whom_nobody_knows_is_not_asked_what_to_leave_out(safety):
    assert "oodnight" in text(talk(safety, "he hit me", "yes", "no", person=""))
    assert kept(safety, "I want to die", person="") == AT_HOME


def test_what_is_left_out_already_is_not_asked_again(safety):
    lighter = AT_HOME.lightened("ben", EVENING)
    assert "oodnight" in text(talk(safety, "he hit me", "yes", "no", home=lighter))
