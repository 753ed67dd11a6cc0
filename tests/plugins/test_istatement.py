"""Say it with "I": every handler is one equality, and the words that become a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.istatement import (
    Draft,
    Plan,
    Sentences,
    asking,
    following,
    hearing,
    keeping,
    rehearsing,
    revising,
    sharing,
    together,
)
from plugins.istatement.addressing import to_you
from plugins.istatement.composing import composed, staged
from plugins.istatement.wishing import wished
from plugins.istatement.wording import beneath, felt, insulting, sentence, sweeping, to_whom, vague, whom
from skill import (
    Entry,
    Feeling,
    Felt,
    Line,
    Moment,
    Offer,
    Outcome,
    Person,
    Reminder,
    Reply,
    Turn,
    Verbatim,
    When,
    Words,
    YesNo,
    ask,
    nothing,
    say,
)

CALM = YesNo() | together._CALM | Words()
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 5, 20, 10, tzinfo=LONDON)
ANA, LEO = Person("a", "Ana"), Person("l", "Leo")
TEXT = "I felt lonely when you were on your phone at dinner yesterday, and I'd like phones off till we've eaten."
WHOLE = Draft(
    moment="when you were on your phone at dinner yesterday",
    brief="at dinner yesterday",
    feeling="lonely",
    request="phones off till we've eaten",
    text=TEXT,
    asked=("moment", "feeling", "request"),
)
TOMORROW = NOW + timedelta(days=1)
PLAN = Plan("e", TEXT, "Leo", NOW - timedelta(hours=3))


@dataclass(frozen=True)
class Kept:
    """A journal that holds these entries, newest first."""

    held: tuple[Entry, ...] = ()

    def entries(self, kind: str | None = None, *, owner: str | None = None, **_: Any) -> Sequence[Entry]:
        return [each for each in self.held if kind in (None, each.kind) and owner in (None, each.owner)]

    def count(self, kind: str | None = None, **span: Any) -> int:
        return len(self.entries(kind, **span))

    def get(self, entry: str) -> Entry | None:
        return next((each for each in self.held if each.id == entry), None)


ENTRY = Entry("e", "istatement", "sentence", TEXT, NOW - timedelta(days=1), "a", "Leo")


def turn(draft: Draft | None = None, **more: Any) -> Turn[Sentences]:
    given = {**(vars(draft) if draft else {}), **more.pop("given", {})}
    return Turn(**{"now": NOW, "state": Sentences(), "speaker": ANA, "people": (ANA, LEO), "given": given, **more})


def read_back(draft: Draft) -> Reply:
    shown = say("draft", words=Verbatim(draft.text)).show(revising.card(draft))
    asked = shown.ask("fits", YesNo() | revising.TWEAKS | Words(), then=revising.fits)
    return asked.given(**vars(draft)).keep(Sentences(draft=draft))


# The words


@pytest.mark.parametrize(
    ("words", "moment", "brief"),
    [
        ("yesterday, he was on his phone at dinner", WHOLE.moment, WHOLE.brief),
        (
            "she left without saying goodbye this morning",
            "when you left without saying goodbye this morning",
            "this morning",
        ),
        ("on friday leo forgot to call", "when you forgot to call on Friday", "on Friday"),
        ("last night my sister read my letters", "when you read my letters last night", "last night"),
        ("the dishes on sunday", "about the dishes on Sunday", "on Sunday"),
        ("at the party", "at the party", "at the party"),
        ("we were late for the film yesterday", "when we were late for the film yesterday", "yesterday"),
        ("yesterday", "yesterday", "yesterday"),
    ],
)
def test_a_moment_is_turned_to_the_one_it_is_said_to(words: str, moment: str, brief: str) -> None:
    assert staged(Draft(), words, ("Leo",)) == Draft(moment=moment, brief=brief)


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("next time ask first", "you to ask first next time"),
        ("every Sunday call your mother", "you to call your mother every Sunday"),
        ("next time a warning", "next time a warning"),
        ("just listen to me", "you to just listen to me"),
        ("phones off till we've eaten", "phones off till we've eaten"),
        ("him to call first", "you to call first"),
        ("I'd like her to ask me", "you to ask me"),
        ("call me when you're late", "you to call me when you're late"),
        ("he could text", "you to text"),
        ("if she asked me first", "it if you asked me first"),
        ("us to eat together", "us to eat together"),
        ("eat together", "us to eat together"),
        ("don't shout", "you not to shout"),
        ("to be asked first", "to be asked first"),
        ("he knocks and waits", "you to knock and wait"),
        ("that she doesn't do it again", "you not to do it again"),
        ("he only promises what he can do", "you to only promise what you can do"),
        ("her telling me things like that", "you to tell me things like that"),
        ("could she do the laundry", "you to do the laundry"),
        ("it would be nice if he tidied up", "it if you tidied up"),
        ("they turn the music down after eleven", "you to turn the music down after eleven"),
        ("he puts the bins out and I do Fridays", "you to put the bins out and me to do Fridays"),
        ("next year we plan it together", "us to plan it together next year"),
        ("that I can say no", "to be able to say no"),
        ("that it's clean by eight", "it to be clean by eight"),
        ("the dog sleeps in his basket", "it if the dog sleeps in his basket"),
    ],
)
def test_a_wish_follows_i_would_like(words: str, wish: str) -> None:
    assert wished(words) == wish


@pytest.mark.parametrize(
    ("said", "turned"),
    [
        ("he looks at his phone", "you look at your phone"),
        ("she watches tv when she goes to bed", "you watch tv when you go to bed"),
        ("he cries", "you cry"),
        ("they pass me by", "you pass me by"),
        ("he doesn't knock and just walks into my room", "you don't knock and just walk into my room"),
        ("she rolls her eyes when I talk and walks off", "you roll your eyes when I talk and walk off"),
        ("he gets home, sits down and watches telly", "you get home, sit down and watch telly"),
        ("he says he'll do it and doesn't", "you say you'll do it and don't"),
        ("she's been short with me", "you've been short with me"),
        ("he left his dishes and was gaming", "you left your dishes and were gaming"),
        ("he goes out with friends and drinks", "you go out with friends and drink"),
        ("he left when I cried and was alone", "you left when I cried and was alone"),
        ("my mum tells my sister what I say to her", "you tell my sister what I say to you"),
        ("he leaves the lights on and turns them up", "you leave the lights on and turn them up"),
        ("him not answering my messages", "you not answering my messages"),
        ("you told your mum before you asked her", "you told your mum before you asked her"),
        ("he never says thank you", "you never say thank you"),
        ("she keeps it to herself", "you keep it to yourself"),
    ],
)
def test_a_verb_agrees_with_the_one_who_is_spoken_to(said, turned):
    assert to_you(said, ()) == turned


def test_what_somebody_does_is_a_moment_whatever_the_verb():
    assert staged(Draft(), "he looks at his phone when I talk", ()).moment == "when you look at your phone when I talk"


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("that she calls me when it gets late", "you to call me when it gets late"),
        ("him to say when he is late", "you to say when you are late"),
        ("that he tells me when he leaves", "you to tell me when you leave"),
    ],
)
def test_a_verb_in_a_wish_agrees_too(said, wish):
    assert wished(said) == wish


def test_who_is_spoken_about_becomes_who_is_spoken_to() -> None:
    assert to_you("he told me his plans and he was loud", ()) == "you told me your plans and you were loud"


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("", TEXT),
        ("shorter", "I felt lonely at dinner yesterday. I'd like phones off till we've eaten."),
        ("plainer", TEXT.replace(", and I'd", ". I'd")),
        ("softer", TEXT.replace("felt lonely", "felt a bit lonely").replace("I'd like", "I'd love")),
    ],
)
def test_a_draft_can_be_shorter_plainer_or_softer(style: str, text: str) -> None:
    assert composed(WHOLE, style) == text


@pytest.mark.parametrize(
    ("moment", "felt_then"),
    [
        ("when you interrupt me", "I feel small when you interrupt me"),
        ("when you've been short with me", "I feel small when you've been short with me"),
        ("when you never put the bins out", "I feel small when you never put the bins out"),
        ("when you put the bins out late", "I felt small when you put the bins out late"),
        ("when you interrupted me", "I felt small when you interrupted me"),
    ],
)
def test_what_happens_again_and_again_is_felt_now(moment: str, felt_then: str) -> None:
    assert composed(Draft(moment=moment, feeling="small")) == f"{felt_then}. I wanted you to know."


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("when we argued he walked out", "when we argued and you walked out"),
        ("at breakfast he read the news", "at breakfast when you read the news"),
        ("she's been short with me since monday", "when you've been short with me since Monday"),
        ("it was two in the morning and he was singing", "at two in the morning when you were singing"),
        ("I don't know, she just keeps adding people", "when you just keep adding people"),
    ],
)
def test_two_clauses_and_a_place_before_them_join_well(said: str, moment: str) -> None:
    assert staged(Draft(), said, ()).moment == moment


@pytest.mark.parametrize(
    ("said", "fresh"),
    [
        ("no I meant sad", replace(WHOLE, feeling="sad")),
        ("I suppose he could ask me first", replace(WHOLE, request="you to ask me first")),
    ],
)
def test_a_part_may_be_put_right_while_the_sentence_is_read(said: str, fresh: Draft) -> None:
    assert revising.fits(turn(WHOLE), said) == read_back(fresh.reading(composed(fresh)))


def test_a_manner_may_be_wished_for_in_any_words() -> None:
    softer = WHOLE.reading(composed(WHOLE, "softer"))
    assert revising.fits(turn(WHOLE), "hmm could it be gentler") == read_back(softer)


def test_where_every_part_was_left_out_there_is_no_sentence() -> None:
    assert revising.offered(turn(), Draft(asked=("moment", "feeling", "request"))) == say("left").done()


def test_what_is_asked_of_a_speaker_is_no_part_of_a_sentence() -> None:
    reply = say("aside").ask("moment", Words(), then=asking.moment).given(**vars(Draft()), strayed=True)
    assert asking.moment(turn(Draft()), "what's the weather tomorrow") == reply


def test_a_story_in_place_of_a_feeling_is_the_moment() -> None:
    reply = asking.feeling(turn(Draft(asked=("moment",))), "she told everyone at work about us")
    assert reply.passed["moment"] == "when you told everyone at work about us"
    assert reply.question
    assert reply.question.line == Line("feeling-then")


def test_one_of_three_may_be_pointed_at() -> None:
    given = {"word": "ignored", "three": ("lonely", "hurt", "sad")}
    reply = asking.under(turn(Draft(asked=("moment", "feeling")), given=given), "more the second one")
    assert reply.passed["feeling"] == "hurt"


@pytest.mark.parametrize(
    ("said", "message"),
    [("it didn't go well, she laughed at me", "badly"), ("he was lovely about it", "good")],
)
def test_how_it_went_is_heard_in_any_words(said: str, message: str) -> None:
    held = turn(state=Sentences(plans=(PLAN,)), given={"text": TEXT})
    assert following.went(held, said).lines == (Line(message, {}),)


def test_not_having_dared_is_not_yet() -> None:
    held = turn(state=Sentences(plans=(PLAN,)), given={"text": TEXT})
    assert following.went(held, "I chickened out") == following.went(held, "not-yet")


def test_without_a_feeling_it_bothered_me() -> None:
    bare = replace(WHOLE, feeling="", request="")
    assert composed(bare) == "It bothered me when you were on your phone at dinner yesterday. I wanted you to know."
    assert composed(Draft(moment="about the dishes")) == "Something bothered me about the dishes. I wanted you to know."


def test_a_need_is_said_while_there_is_room_for_it() -> None:
    assert composed(Draft(feeling="sad", need="more rest", request="a nap")) == (
        "I felt sad, because I need more rest, and I'd like a nap."
    )
    assert "because" not in composed(
        replace(
            WHOLE, need="some of your attention", moment=f"{WHOLE.moment} and once again at breakfast on the terrace"
        )
    )


@pytest.mark.parametrize("words", ["you're always late", "he never listens", "you are so selfish", "every single time"])
def test_what_sweeps_is_known(words: str) -> None:
    assert sweeping(words)


@pytest.mark.parametrize("words", ["yesterday he was on his phone", "she was late on Friday"])
def test_one_moment_does_not_sweep(words: str) -> None:
    assert not sweeping(words)


def test_judgements_have_feelings_beneath_and_feelings_have_none() -> None:
    assert beneath("ignored") == ("lonely", "hurt", "sad")
    assert beneath("I feel you're selfish") == ("hurt", "angry", "sad")
    assert beneath("like he doesn't care") == ("hurt", "angry", "sad")
    assert beneath("lonely") == ()


def test_small_words_are_read() -> None:
    assert (felt("I felt really hurt"), insulting("that lazy pig"), insulting("on the bus")) == ("hurt", True, False)
    assert (vague("more respect"), vague("him to listen to me more"), vague("a text when you're late")) == (
        True,
        True,
        False,
    )
    assert (whom("my boss shouted", ()), whom("leo was late", ("Leo",)), whom("it rained", ())) == (
        "my boss",
        "Leo",
        "",
    )
    assert to_whom("to my mum about the money", ()) == ("my mum", "the money")
    assert to_whom("the dishes", ()) == ("", "the dishes")
    assert sentence("i'm tired of it") == "I'm tired of it."


# Three questions


def test_it_begins_with_one_moment() -> None:
    assert asking.begin(turn()) == ask("moment", Words(), then=asking.moment).given(**vars(Draft()))


def test_a_matter_that_is_named_is_said_back() -> None:
    draft = Draft(person="my mum", moment="about the money")
    asked = ask("moment-about", Words(), then=asking.moment, matter="the money").given(**vars(draft))
    assert asking.begin(turn(slots={"matter": "to my mum about the money"})) == asked


def test_with_two_here_it_must_be_calm_first() -> None:
    assert asking.begin(turn(present=(ANA, LEO))) == nothing().both_here(then=together.here)
    assert together.here(turn(present=(ANA, LEO)), True) == ask("calm", CALM, then=together.calm)


def test_a_moment_leads_to_the_feeling() -> None:
    said = "yesterday he was on his phone at dinner"
    draft = Draft(moment=WHOLE.moment, brief=WHOLE.brief, asked=("moment",))
    reply = asking.moment(turn(Draft()), said)
    assert reply.question
    assert (reply.question.line, reply.passed) == (Line("feeling", {"moment": said}), vars(draft))


@pytest.mark.parametrize(("words", "message"), [("he's always late", "moment-last"), ("he was a pig", "moment-plain")])
def test_what_is_no_moment_is_asked_for_once_more(words: str, message: str) -> None:
    reply = asking.moment(turn(Draft()), words)
    assert reply == ask(message, Words(), then=asking.moment).given(**vars(Draft(asked=("moment",))))


def test_a_skipped_moment_is_fine() -> None:
    reply = asking.moment(turn(Draft()), None)
    assert reply.question
    assert reply.question.line == Line("feeling-then")


def test_a_judgement_is_asked_beneath() -> None:
    reply = asking.feeling(turn(Draft(asked=("moment",))), Felt("ignored", "hurt", "middle"))
    args = {"word": "ignored", "first": "lonely", "second": "hurt", "third": "sad"}
    assert reply.question
    assert reply.question.line == Line("beneath", args)


def test_who_stays_with_their_word_keeps_it() -> None:
    draft = Draft(asked=("moment", "feeling"))
    reply = asking.under(turn(draft, given={"word": "ignored"}), "none of them")
    assert reply == ask("wish", Words(), then=asking.wish).given(**vars(replace(draft, feeling="ignored")))


def test_no_feeling_is_fine() -> None:
    draft = Draft(asked=("moment", "feeling"))
    assert asking.feeling(turn(Draft(asked=("moment",))), None) == ask("wish", Words(), then=asking.wish).given(
        **vars(draft)
    )


def test_a_need_gets_one_small_thing() -> None:
    draft = Draft(asked=("moment", "feeling"), feeling="sad")
    fresh = replace(draft, need="more respect", asked=(*draft.asked, "request"))
    assert asking.wish(turn(draft), "I need more respect") == ask("wish-small", Words(), then=asking.wish).given(
        **vars(fresh)
    )


def test_the_wish_makes_the_sentence_and_it_is_read_back() -> None:
    draft = replace(WHOLE, request="", text="", asked=("moment", "feeling"))
    assert asking.wish(turn(draft), "phones off till we've eaten") == read_back(WHOLE)


def test_what_they_would_blurt_out_is_asked_for_one_moment() -> None:
    asked = ask("moment-last", Words(), then=asking.moment).given(**vars(Draft()))
    assert asking.reword(turn(slots={"jab": "late"}, words="you're always late")) == asked


def test_less_mean_with_a_draft_at_hand_is_softer() -> None:
    softer = WHOLE.reading(composed(WHOLE, "softer"))
    assert asking.reword(turn(state=Sentences(draft=WHOLE))) == read_back(softer)


# Revising


def test_a_tweak_keeps_the_version_before() -> None:
    shorter = replace(WHOLE, text=composed(WHOLE, "shorter"), earlier=(TEXT,))
    assert revising.fits(turn(WHOLE), "shorter") == read_back(shorter)


def test_the_earlier_version_comes_back() -> None:
    shorter = WHOLE.reading(composed(WHOLE, "shorter"))
    assert revising.fits(turn(shorter), "earlier") == read_back(shorter.reading(TEXT))


def test_only_three_versions_stay() -> None:
    assert WHOLE.reading("one").reading("two").reading("three").earlier == ("one", "two")


def test_a_no_is_asked_what_to_change_and_a_second_one_is_theirs_to_say() -> None:
    kinds = revising.TWEAKS | YesNo() | Words()
    asked = ask("change", kinds, then=revising.fits).given(**vars(WHOLE), refused=True)
    assert revising.fits(turn(WHOLE), False) == asked
    own = ask("own", Words(), then=revising.own).given(**vars(WHOLE))
    assert revising.fits(turn(WHOLE, given={"refused": True}), False) == own


def test_a_part_is_asked_for_again() -> None:
    asked = ask("wish", Words(), then=asking.wish).given(**vars(replace(WHOLE, asked=("moment", "feeling"))))
    assert revising.fits(turn(WHOLE), "request") == asked


def test_their_own_sentence_is_read_back() -> None:
    fresh = WHOLE.reading("I'm tired of phones.")
    assert revising.fits(turn(WHOLE), "I'm tired of phones") == read_back(fresh)


def test_an_insult_is_not_read_back() -> None:
    asked = ask("own-plain", Words(), then=revising.own).given(**vars(WHOLE), retried=True)
    assert revising.own(turn(WHOLE), "you lazy pig") == asked
    assert revising.own(turn(WHOLE, given={"retried": True}), "you lazy pig") == say("left").done()


def test_it_is_read_back_to_one_alone() -> None:
    held = Sentences(draft=WHOLE)
    assert revising.read_it_back(turn(state=held)) == read_back(WHOLE)
    assert revising.read_it_back(turn(state=held, present=(ANA, LEO))) == say("alone-only").done()
    assert revising.read_it_back(turn()) == say("none-yet").done()


# Keeping, planning, practising


def test_a_yes_keeps_it_and_asks_when() -> None:
    reply = say("kept").record("sentence", TEXT, about="", moment="at dinner yesterday")
    asked = reply.ask("when", When() | keeping.REHEARSE | YesNo() | Words(), then=keeping.when)
    assert revising.fits(turn(WHOLE), True) == asked.given(**vars(WHOLE)).keep(Sentences(draft=WHOLE))


def test_a_time_is_planned() -> None:
    plan = Plan("e", TEXT, "", TOMORROW)
    reply = keeping.when(turn(WHOLE, kept=(ENTRY,)), Moment(TOMORROW, explicit_date=True))
    assert reply == say("planned", at=TOMORROW).keep(Sentences(plans=(plan,))).done(True)


def test_a_day_alone_is_said_as_a_day() -> None:
    reply = keeping.when(turn(WHOLE), Moment(TOMORROW, explicit_date=True, explicit_time=False))
    assert reply.lines == (Line("planned-day", {"day": TOMORROW.date()}),)


def test_not_yet_is_fine() -> None:
    assert keeping.when(turn(WHOLE), False) == say("no-plan").done(True)


def test_practising_leaves_time_to_say_it() -> None:
    asked = say("rehearse", words=Verbatim(TEXT)).ask("rehearsed", keeping.HOW | YesNo(), then=rehearsing.rehearsed)
    assert keeping.when(turn(WHOLE), "practise") == asked.given(**vars(WHOLE))
    assert rehearsing.rehearsed(turn(WHOLE), "again") == asked.given(**vars(WHOLE))


def test_a_reminder_is_confirmed_or_left() -> None:
    given = turn(WHOLE, given={"at": TOMORROW})
    plan = Plan("", TEXT, "", TOMORROW, "alert")
    done = say("reminded", at=TOMORROW).keep(Sentences(plans=(plan,))).done(True)
    assert keeping.reminded(given, Outcome("set", TOMORROW, "alert")) == done
    assert keeping.reminded(given, Outcome("refused")) == say("planned-only", at=TOMORROW).done(True)


def test_a_reminder_may_be_asked_for_later() -> None:
    held = Sentences(draft=WHOLE, plans=(replace(PLAN, at=TOMORROW),))
    reply = keeping.remind(turn(state=held))
    assert reply.handed
    assert reply.handed.given["reminder"] == Reminder("reminder", TOMORROW)


# Sharing


def test_sharing_needs_a_clear_yes() -> None:
    journal = Kept((ENTRY,))
    asked = ask("share-sure", YesNo(clear=True), then=sharing.share_sure, words=Verbatim(TEXT), person=LEO)
    assert sharing.share(turn(journal=journal, slots={"friend": "leo"})) == asked.given(entry="e", person=LEO)
    given = turn(journal=journal, given={"entry": "e", "person": LEO})
    assert sharing.share_sure(given, False) == say("share-not").done()
    assert sharing.share_sure(given, True) == say("shared", person=LEO).share(ENTRY, LEO).done()


def test_what_was_not_shared_is_not_told_of() -> None:
    assert sharing.from_someone(turn(slots={"friend": "leo"})) == say("tells-nothing").done()
    heard = say("from-someone", person=ANA, words=Verbatim(TEXT)).done()
    assert sharing.from_someone(turn(speaker=LEO, journal=Kept((ENTRY,)), slots={"friend": "ana"})) == heard


# Later


def test_a_planned_talk_is_asked_about_after_its_time() -> None:
    held = turn(state=Sentences(plans=(PLAN,)))
    neutral = ask("how-did-it-go", following._KINDS, then=following.went).given(text=TEXT)
    named = ask("how-did-it-go-with", following._KINDS, then=following.went, person="Leo").given(text=TEXT)
    assert following.opening(held) == Offer(60, neutral)
    assert following.checking_in(held) == Offer(60, named, needs_answer=True)
    assert following.checking_in(turn(state=Sentences(plans=(replace(PLAN, at=TOMORROW),)))) is None
    assert following.checking_in(turn(state=Sentences(plans=(replace(PLAN, at=NOW - timedelta(days=20)),)))) is None


def test_it_went_well_and_is_noted() -> None:
    held = turn(state=Sentences(plans=(PLAN,)), given={"text": TEXT}, journal=Kept((ENTRY,)))
    noted = say("good").amend(ENTRY, said="2026-03-05", outcome="good").keep(Sentences()).done(True)
    assert following.went(held, "good") == noted


def test_it_went_badly_and_other_words_are_offered() -> None:
    held = turn(state=Sentences(plans=(PLAN,)), given={"text": TEXT})
    asked = say("badly").keep(Sentences()).ask("try-again", YesNo(), then=following.try_again)
    assert following.went(held, "badly") == asked


def test_after_it_went_badly_another_practice_may_help() -> None:
    repair = Offer(70, say("mend"), about="repair")
    held = turn(state=Sentences(plans=(PLAN,)), given={"text": TEXT}, gather=lambda _occasion, _given: (repair,))
    assert following.went(held, "badly") == say("badly").keep(Sentences()).call(repair, then=following.done)


def test_not_yet_gets_another_day() -> None:
    held = turn(state=Sentences(plans=(PLAN,)), given={"text": TEXT})
    assert following.went(held, "not-yet") == ask("another-time", When() | YesNo(), then=following.another_time).given(
        text=TEXT
    )
    moved = say("planned", at=TOMORROW).keep(Sentences(plans=(replace(PLAN, at=TOMORROW),))).done(True)
    assert following.another_time(held, Moment(TOMORROW, explicit_date=True)) == moved
    assert following.another_time(held, False) == say("dropped").keep(Sentences()).done(True)


def test_the_week_tells_what_was_said_to_its_owner_alone() -> None:
    said = replace(ENTRY, data={"said": "2026-03-04"})
    assert following.week(turn(journal=Kept((said,)))) == Offer(50, say("week", count=1))
    assert following.week(turn(journal=Kept((said,)), present=(ANA, LEO))) is None
    assert following.week(turn(journal=Kept((ENTRY,)))) is None


def test_another_practice_may_ask_for_words() -> None:
    offer = Offer(60, ask("words-for-it", YesNo(), then=following.words_for_it).given(topic="the dishes"))
    assert following.checking_in(turn(given={"about": "hard", "topic": "the dishes"})) == offer
    asked = ask("moment-about", Words(), then=asking.moment, matter="the dishes")
    asked = asked.given(**vars(Draft(moment="about the dishes")))
    assert following.words_for_it(turn(given={"topic": "the dishes"}), True) == asked


# For two


def test_two_begin_with_the_one_who_speaks() -> None:
    draft = Draft(person="Leo", two=("a", "l"))
    asked = ask("moment-two", Words(), then=asking.moment, to=ANA, name=ANA).given(**vars(draft))
    assert together.calm(turn(present=(LEO, ANA)), True) == asked


def test_heated_people_are_given_a_break_where_there_is_one() -> None:
    pause = Offer(100, say("stop"), about="heat")
    both = turn(present=(ANA, LEO), gather=lambda _occasion, _given: (pause,))
    assert together.calm(both, False) == say("not-now").call(pause, then=together.after_break)
    assert together.calm(turn(present=(ANA, LEO)), "no") == say("calmer-first").done()


def test_what_two_say_to_each_other_is_shared_and_not_kept_as_ones_own() -> None:
    draft = replace(WHOLE, two=("a", "l"), person="Leo")
    reply = say("say-it-now", name=ANA, other=LEO).record(
        "sentence", TEXT, about="Leo", owner=ANA, visibility="shared", shared_with=LEO
    )
    asked = reply.ask("hear-back", Words(), then=hearing.said_back, to=LEO, name=LEO).given(**vars(draft))
    assert revising.fits(turn(draft, present=(ANA, LEO)), True) == asked


def test_the_other_one_has_a_turn_once() -> None:
    draft = replace(WHOLE, two=("a", "l"))
    both = turn(draft, present=(ANA, LEO))
    asked = ask("your-turn", YesNo() | Words(), then=together.swap, to=LEO, name=LEO).given(who=LEO, other=ANA)
    assert hearing.heard(both, True) == asked
    last = turn(replace(draft, asked=("second",)), present=(ANA, LEO))
    assert hearing.heard(last, True) == say("both-said").done(True)


SPOKEN = replace(WHOLE, two=("a", "l"), person="Leo")


def heard_by(draft: Draft = SPOKEN, **given: Any) -> Turn[Sentences]:
    return turn(draft, present=(ANA, LEO), given=given)


def test_what_was_heard_is_neither_kept_nor_read_and_its_owner_says_whether_it_arrived() -> None:
    asked = ask("heard", YesNo() | Words(), then=hearing.heard, to=ANA).given(**vars(SPOKEN), repeated=False)
    assert hearing.said_back(heard_by(), "that you were lonely at dinner") == asked


def test_an_answer_in_place_of_what_was_heard_waits_once() -> None:
    asked = ask("hear-first", Words(), then=hearing.said_back, to=LEO)
    assert hearing.said_back(heard_by(), "but I was only checking the time") == asked.given(
        **vars(SPOKEN), waited=True, repeated=False
    )
    reply = hearing.said_back(heard_by(waited=True), "but I was only checking the time")
    assert reply.question
    assert reply.question.line == Line("heard")


@pytest.mark.parametrize("answer", [False, "not the part about the phone", "he left out what I'd like"])
def test_what_did_not_arrive_is_read_once_more_and_then_let_be(answer: bool | str) -> None:
    reply = say("once-more", words=Verbatim(TEXT)).ask("hear-back", Words(), then=hearing.said_back, to=LEO, name=LEO)
    assert hearing.heard(heard_by(), answer) == reply.given(**vars(SPOKEN), repeated=True)
    last = replace(SPOKEN, asked=("second",))
    assert hearing.heard(heard_by(last, repeated=True), answer) == say("not-heard").done(True)


@pytest.mark.parametrize("answer", [True, "it did now", "mostly, yes"])
def test_what_arrived_in_any_words_goes_on(answer: bool | str) -> None:
    reply = hearing.heard(heard_by(), answer)
    assert reply.question
    assert reply.question.line == Line("your-turn", {"name": LEO})


def test_nothing_to_say_back_is_let_be() -> None:
    reply = hearing.said_back(heard_by(), None)
    assert (reply.lines, reply.question and reply.question.to) == (say("not-heard").lines, LEO.id)


def test_who_begins_to_tell_at_their_turn_is_in_the_middle_of_it() -> None:
    given = turn(speaker=LEO, present=(ANA, LEO), given={"who": LEO, "other": ANA})
    draft = Draft(person="Ana", two=("l", "a"), asked=("second",))
    reply = together.swap(given, "on Sunday you laughed at my cooking")
    said = "on Sunday you laughed at my cooking"
    fresh = staged(replace(draft, asked=("second", "moment")), said, ("Ana",))
    assert reply == ask("feeling", Feeling() | Words(), then=asking.feeling, moment=said).given(**vars(fresh))
    assert together.swap(given, "I'm fine thanks") == say("both-said").done(True)


@pytest.mark.parametrize("words", ["yeah I think it's okay", "we're tired but fine", "go ahead"])
def test_calm_may_be_said_in_any_words(words: str) -> None:
    assert together.calm(turn(present=(ANA, LEO)), words) == together.calm(turn(present=(ANA, LEO)), True)


@pytest.mark.parametrize("words", ["I'm still furious", "not really calm", "we keep arguing about it"])
def test_heat_may_be_said_in_any_words(words: str) -> None:
    assert together.calm(turn(present=(ANA, LEO)), words) == say("calmer-first").done()


def test_what_is_told_too_soon_waits_until_it_is_calm() -> None:
    said = "yesterday he was on his phone at dinner"
    first = ask("calm-first", CALM, then=together.calm).given(said=said)
    assert together.calm(turn(present=(ANA, LEO)), said) == first
    draft = replace(staged(Draft(person="Leo", two=("a", "l")), said, ("Leo",)), asked=("moment",))
    reply = together.calm(turn(present=(ANA, LEO), given={"said": said}), True)
    assert reply == ask("feeling", Feeling() | Words(), then=asking.feeling, moment=said).given(**vars(draft))


def test_they_may_say_who_begins() -> None:
    first = ask("calm-first", CALM, then=together.calm).given(first="Leo")
    assert together.calm(turn(present=(ANA, LEO)), "can we start with Leo please") == first
    reply = together.calm(turn(present=(ANA, LEO), given={"first": "Leo"}), True)
    assert reply.question
    assert reply.question.line == Line("moment-two", {"name": LEO})


def test_two_who_come_back_another_day_are_asked_who_is_here() -> None:
    assert together.calm(turn(), True) == nothing().both_here(then=together.here)
    again = nothing().given(**vars(SPOKEN)).both_here(then=hearing.together_again)
    assert revising.fits(turn(SPOKEN), True) == again
    kept = say("kept").record("sentence", TEXT, about="Leo").done(True)
    assert hearing.together_again(turn(SPOKEN), False) == kept


def test_one_person_makes_a_sentence_for_later() -> None:
    assert together.here(turn(), False) == say("for-later").ask("moment", Words(), then=asking.moment)
    assert together.together(turn()) == nothing().both_here(then=together.here)
