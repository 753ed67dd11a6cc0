"""Handlers in the manner of ask-sdk's own samples, brought by plugins and run unchanged."""

import itertools
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import structlog
from ask_sdk_core.dispatch_components import (
    AbstractExceptionHandler,
    AbstractRequestHandler,
    AbstractRequestInterceptor,
    AbstractResponseInterceptor,
)
from ask_sdk_core.exceptions import PersistenceException
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_intent_name, is_request_type
from ask_sdk_model import Intent, Response, Slot
from ask_sdk_model.dialog import ElicitSlotDirective
from ask_sdk_model.services import ServiceException
from ask_sdk_model.ui import PlainTextOutputSpeech, SimpleCard

from skill import Practice, Words, ask, say
from skill.alexa.fragments import Fragment, IntentSpec, SlotSpec
from skill.alexa.guests import AlexaGuests, refuse_unfit
from skill.alexa.handler import Handler
from skill.alexa.services import Services
from skill.alexa.vocabulary import Vocabulary
from skill.app import create_app, prepare
from skill.conversation import Clocks, Conversation
from skill.exchange import Said
from skill.settings import Settings
from skill.simulator.platform import SimulatedPlatform
from skill.simulator.signer import Signer

TEXTS = """
name = your garden
menu = look at the garden
asked = What do you see there?
    .reprompt = One thing?
seen = How good.
"""
FRAGMENTS = (
    Fragment("garden", "en-US", (IntentSpec("GardenIntent", (), ("look at the garden",)),)),
    Fragment("hello", "en-US", (IntentSpec("HelloWorldIntent", (), ("say hello world",)),)),
    Fragment(
        "highlow",
        "en-US",
        (
            IntentSpec("HighLowIntent", (), ("play high low",)),
            IntentSpec("NumberGuessIntent", (SlotSpec("number", "AMAZON.NUMBER"),), ("my guess is {number}",)),
        ),
    ),
)


# Hello World, with classes


class HelloWorldIntentHandler(AbstractRequestHandler):
    """Handler for Hello World Intent."""

    def can_handle(self, handler_input):
        return is_intent_name("HelloWorldIntent")(handler_input)

    def handle(self, handler_input):
        speech_text = "Hello Python World from Classes!"
        handler_input.response_builder.speak(speech_text).set_card(
            SimpleCard("Hello World", speech_text)
        ).set_should_end_session(True)
        return handler_input.response_builder.response


class CatchAllExceptionHandler(AbstractExceptionHandler):
    """Catch all exception handler."""

    def can_handle(self, handler_input, exception):
        return True

    def handle(self, handler_input, exception):
        handler_input.response_builder.speak("Sorry, there was some problem.").ask("Please try again!!")
        return handler_input.response_builder.response


# High low, with decorators


def high_low(number=40):
    sb = SkillBuilder()

    def currently_playing(handler_input):
        return handler_input.attributes_manager.session_attributes.get("game_state") == "STARTED"

    @sb.request_handler(can_handle_func=is_intent_name("HighLowIntent"))
    def begin(handler_input):
        attr = handler_input.attributes_manager.persistent_attributes
        if not attr:
            attr["ended_session_count"] = 0
            attr["games_played"] = 0
        handler_input.attributes_manager.session_attributes = {"guess_number": number, "game_state": "STARTED", **attr}
        speech_text = f"Welcome. You have played {attr['games_played']} times. Guess a number!"
        handler_input.response_builder.speak(speech_text).ask("Say a number between 0 and 100.")
        return handler_input.response_builder.response

    @sb.request_handler(can_handle_func=lambda i: currently_playing(i) and is_intent_name("NumberGuessIntent")(i))
    def guess(handler_input):
        session_attr = handler_input.attributes_manager.session_attributes
        guess_num = int(handler_input.request_envelope.request.intent.slots["number"].value)
        if guess_num != session_attr["guess_number"]:
            way = "low" if guess_num < session_attr["guess_number"] else "high"
            return handler_input.response_builder.speak(f"{guess_num} is too {way}.").ask("Try again.").response
        session_attr["games_played"] += 1
        session_attr["game_state"] = "ENDED"
        handler_input.attributes_manager.persistent_attributes = {
            "games_played": session_attr["games_played"],
            "ended_session_count": 0,
        }
        handler_input.attributes_manager.save_persistent_attributes()
        speech_text = f"Congratulations, {guess_num} is the correct guess."
        return handler_input.response_builder.speak(speech_text).set_should_end_session(True).response

    @sb.request_handler(
        can_handle_func=lambda i: is_intent_name("AMAZON.CancelIntent")(i) or is_intent_name("AMAZON.StopIntent")(i)
    )
    def stop(handler_input):
        return handler_input.response_builder.speak("Thanks for playing!!").set_should_end_session(True).response

    @sb.request_handler(can_handle_func=is_request_type("SessionEndedRequest"))
    def session_ended(handler_input):
        attr = handler_input.attributes_manager.persistent_attributes
        attr["ended_session_count"] = attr.get("ended_session_count", 0) + 1
        handler_input.attributes_manager.save_persistent_attributes()
        return handler_input.response_builder.response

    return sb


# Smaller ones, made for a test


def handler(can, handle):
    """Make a request handler of two functions."""

    class Made(AbstractRequestHandler):
        def can_handle(self, handler_input):
            return can(handler_input)

        def handle(self, handler_input):
            return handle(handler_input)

    return Made()


def on(intent, handle):
    return handler(is_intent_name(intent), handle)


def speaking(text, *, ask=None):
    """Answer with a text, and with a reprompt where the session is to stay open."""

    def handle(handler_input):
        builder = handler_input.response_builder.speak(text)
        return (builder.ask(ask) if ask else builder.set_should_end_session(True)).response

    return handle


def counting(handler_input):
    """Count in the persistent attributes how often this was said."""
    attributes = handler_input.attributes_manager.persistent_attributes
    attributes["count"] = attributes.get("count", 0) + 1
    handler_input.attributes_manager.save_persistent_attributes()
    builder = handler_input.response_builder.speak(f"That makes {attributes['count']}.")
    return builder.set_should_end_session(True).response


def failing(handler_input):
    handler_input.attributes_manager.persistent_attributes = {"secret": "never kept"}
    handler_input.attributes_manager.save_persistent_attributes()
    raise ValueError("a secret")


def always(handler_input):
    return True


class Trusting:
    """A verifier of what nobody else can send."""

    def verify(self, headers, body):
        pass


class Room:
    """A home whose speakers reach its guests: requests go in as JSON and come out as JSON."""

    def __init__(self, home, services, fragments, safety=None):
        self.home = home
        self.guests = AlexaGuests(home.registry, {"en-US": fragments}, services)
        clocks = Clocks(now=lambda: home.now.astimezone(UTC), ticks=lambda: home.ticks)
        safety = safety or home.conversation._safety
        self.conversation = Conversation(home.registry, home.speech, home.households, safety, clocks, self.guests)
        vocabularies = {"en-US": Vocabulary(fragments)}
        clock = lambda: home.now.astimezone(UTC)  # noqa: E731
        self.handler = Handler(Trusting(), self.conversation, services, vocabularies, clock=clock, events=True)
        self.numbers = itertools.count()
        self.sessions = {}
        self.sent = []

    def request(self, request, *, user="ana", device="kitchen", **system):
        """Send one request in the session that is open on the device, else in a new one; give the whole answer."""
        number = next(self.numbers)
        session, attributes = self.sessions.get((user, device)) or (f"session-{number}", {})
        who = {"application": {"applicationId": "ours"}, "user": {"userId": user}}
        base = {
            "requestId": f"request-{number}",
            "timestamp": self.home.now.astimezone(UTC).isoformat(),
            "locale": "en-US",
        }
        envelope = {
            "version": "1.0",
            "session": {"new": not attributes, "sessionId": session, "attributes": attributes, **who},
            "context": {"System": {"device": {"deviceId": device, "supportedInterfaces": {}}, **who, **system}},
            "request": base | request,
        }
        if request["type"].startswith("AudioPlayer"):
            del envelope["session"]
        answer = self.post(envelope)
        kept = answer.get("sessionAttributes") or {}
        open_ = answer["response"].get("shouldEndSession") is False
        self.sessions[(user, device)] = (session, kept) if open_ else None
        return answer

    def post(self, envelope):
        self.sent.append(envelope)
        return json.loads(self.handler.handle({}, json.dumps(envelope).encode()))

    def ask(self, intent, slots=None, **more):
        slots = {name: {"name": name, "value": value} for name, value in (slots or {}).items()}
        return self.request({"type": "IntentRequest", "intent": {"name": intent, "slots": slots}}, **more)["response"]

    def guess(self, number, **more):
        return self.ask("NumberGuessIntent", {"highlow_number": str(number)}, **more)

    def kept(self, plugin, user="ana"):
        """Give what a plugin's guest keeps for a household."""
        states = self.home.kept(user)["states"]
        return next((each["body"] for each in states if each["practice"] == f"guest:{plugin}"), None)


def spoken(response):
    return response["outputSpeech"]["ssml"].removeprefix("<speak>").removesuffix("</speak>")


def garden():
    """Make a practice that asks for words and is done with them."""
    practice = Practice("garden", owner="household")

    @practice.on("GardenIntent")
    def look(turn):
        return ask("asked", Words(), then=seen)

    @practice.step
    def seen(turn, thing: str):
        return say("seen").record("sight", thing).done()

    return practice


@pytest.fixture
def services():
    with Services() as opened:
        yield opened


@pytest.fixture
def room(homes, bring, services):
    """Make a room: ``room(highlow=[…], hello=[…], safety=…, services=…)`` with the handlers of each plugin."""

    def make(*, safety=None, reached=None, **brought):
        guests = [replace(bring(name=name), handlers=tuple(each)) for name, each in brought.items()]
        home = homes(bring(garden(), texts=TEXTS, name="garden"), *guests)
        return Room(home, reached or services, FRAGMENTS, safety)

    return make


# Answering


def test_a_sample_of_one_sentence_runs_unchanged(room):
    response = room(hello=[HelloWorldIntentHandler]).ask("HelloWorldIntent")
    assert spoken(response) == "Hello Python World from Classes!"
    assert response["card"] == {"type": "Simple", "title": "Hello World", "content": "Hello Python World from Classes!"}
    assert response["shouldEndSession"] is True


def test_handlers_may_be_classes_or_instances_or_all_that_a_builder_holds(room):
    found = room(hello=[HelloWorldIntentHandler()], highlow=[high_low()])
    assert "Hello" in spoken(found.ask("HelloWorldIntent"))
    assert "Guess a number" in spoken(found.ask("HighLowIntent"))


def test_a_game_goes_on_in_its_session_and_remembers_in_another(room):
    found = room(highlow=[high_low()])
    opened = found.ask("HighLowIntent")
    assert opened["shouldEndSession"] is False
    assert opened["reprompt"]["outputSpeech"]["ssml"] == "<speak>Say a number between 0 and 100.</speak>"
    assert spoken(found.guess(10)) == "10 is too low."
    assert spoken(found.guess(90)) == "90 is too high."
    won = found.guess(40)
    assert (spoken(won), won["shouldEndSession"]) == ("Congratulations, 40 is the correct guess.", True)
    assert "played 1 times" in spoken(found.ask("HighLowIntent"))


def test_a_guest_sees_its_own_slot_names_and_its_own_session(room):
    seen = []

    def look(handler_input):
        envelope = handler_input.request_envelope
        number = envelope.request.intent.slots["number"]
        seen.append((envelope.session.new, dict(envelope.session.attributes), number.name, number.value))
        handler_input.attributes_manager.session_attributes["turns"] = len(seen)
        return handler_input.response_builder.speak("And?").ask("And?").response

    found = room(highlow=[handler(always, look)])
    found.guess(7)
    found.guess(8)
    assert seen == [(True, {}, "number", "7"), (False, {"turns": 1}, "number", "8")]


def test_session_attributes_stay_here_and_only_a_pointer_goes_to_the_platform(room):
    found = room(highlow=[high_low(number=77)])
    found.ask("HighLowIntent")
    assert found.sessions[("ana", "kitchen")][1].keys() <= {"floor", "who"}
    assert spoken(found.guess(77)).startswith("Congratulations")


def test_a_plain_text_is_spoken_as_text(room):
    def plain(handler_input):
        return Response(output_speech=PlainTextOutputSpeech(text="Fish & chips"), should_end_session=True)

    assert spoken(room(hello=[on("HelloWorldIntent", plain)]).ask("HelloWorldIntent")) == "Fish &amp; chips"


def test_a_handler_that_says_nothing_of_the_session_says_nothing_of_it(room):
    def quiet(handler_input):
        return handler_input.response_builder.speak("Hello.").response

    assert "shouldEndSession" not in room(hello=[on("HelloWorldIntent", quiet)]).ask("HelloWorldIntent")


def test_a_slot_is_elicited_under_the_name_that_the_platform_knows(room):
    def elicit(handler_input):
        intent = Intent(name="NumberGuessIntent", slots={"number": Slot(name="number")})
        directive = ElicitSlotDirective(updated_intent=intent, slot_to_elicit="number")
        return handler_input.response_builder.speak("Which?").ask("Which?").add_directive(directive).response

    [directive] = room(highlow=[on("HighLowIntent", elicit)]).ask("HighLowIntent")["directives"]
    assert directive["slotToElicit"] == "highlow_number"
    assert directive["updatedIntent"]["slots"] == {"highlow_number": {"name": "highlow_number"}}


def test_a_repeated_request_gets_the_same_answer_and_runs_nothing(room):
    found = room(hello=[HelloWorldIntentHandler, handler(always, counting)])
    found.ask("HelloWorldIntent")
    first = found.post(found.sent[-1])
    assert first["response"]["card"]["title"] == "Hello World"
    found.ask("SomethingIntent")
    assert found.post(found.sent[-1]) == found.post(found.sent[-1])
    assert found.kept("hello") == {"count": 1}


def test_the_measures_name_the_guest(room):
    with structlog.testing.capture_logs() as logs:
        room(hello=[HelloWorldIntentHandler]).ask("HelloWorldIntent")
    assert [each["practice"] for each in logs if each["event"] == "turn"] == ["guest:hello"]


# Who is asked, and when


def test_a_practices_own_intent_never_reaches_a_guest(room):
    found = room(hello=[handler(always, speaking("Mine!"))])
    assert spoken(found.ask("GardenIntent")) == "What do you see there?"


def test_an_answer_to_a_practices_question_never_reaches_a_guest(room):
    found = room(hello=[handler(always, speaking("Mine!"))])
    found.ask("GardenIntent")
    found.ask("WordsIntent", {"words": "a red rose"})
    assert found.home.entries() == ["a red rose"]


def test_what_nobody_else_knows_goes_to_the_guest_that_can_handle_it(room):
    found = room(hello=[on("OtherIntent", speaking("Not I."))], highlow=[on("StrangeIntent", speaking("I can."))])
    assert spoken(found.ask("StrangeIntent")) == "I can."


def test_what_no_guest_can_handle_falls_back_to_the_house(room):
    found = room(hello=[HelloWorldIntentHandler])
    assert "Hello" not in spoken(found.ask("StrangeIntent"))


def test_a_guests_intent_is_no_answer_to_a_question_for_words(room):
    found = room(hello=[HelloWorldIntentHandler])
    found.ask("GardenIntent")
    assert spoken(found.ask("HelloWorldIntent")) == "Hello Python World from Classes! One thing?"
    found.ask("WordsIntent", {"words": "a red rose"})
    assert found.home.entries() == ["a red rose"]


def test_free_words_that_are_a_guests_own_sample_are_its_intent(homes, bring, services):
    answers = Fragment(
        "answers", "en-US", (IntentSpec("WordsIntent", (SlotSpec("words", "AMAZON.SearchQuery"),), ("{words}",)),)
    )
    home = homes(replace(bring(name="hello"), handlers=(HelloWorldIntentHandler,)))
    found = Room(home, services, (*FRAGMENTS, answers))
    assert "Hello Python" in spoken(found.ask("WordsIntent", {"answers_words": "say hello world"}))


def test_while_its_session_is_open_a_guest_is_asked_first(room):
    asked = [
        on("HelloWorldIntent", speaking("Say look at the garden.", ask="Say it.")),
        on("GardenIntent", speaking("Ha!")),
    ]
    found = room(hello=asked)
    found.ask("HelloWorldIntent")
    assert spoken(found.ask("GardenIntent")) == "Ha!"
    assert spoken(found.ask("GardenIntent")) == "What do you see there?"


def test_a_practice_takes_the_floor_from_a_guest_that_cannot_handle_its_intent(room):
    found = room(highlow=[high_low()])
    found.ask("HighLowIntent")
    assert spoken(found.ask("GardenIntent")) == "What do you see there?"
    assert found.home.standings() == [("garden", "open"), ("guest:highlow", "done")]


def test_one_guest_takes_the_floor_from_another(room):
    found = room(highlow=[high_low()], hello=[HelloWorldIntentHandler])
    found.ask("HighLowIntent")
    assert "Hello Python" in spoken(found.ask("HelloWorldIntent"))


def test_the_floor_goes_back_to_what_waited_beneath_a_guest(room):
    found = room(highlow=[high_low()])
    found.ask("GardenIntent")
    found.ask("HighLowIntent")
    won = found.guess(40)
    assert spoken(won).startswith("Congratulations, 40 is the correct guess. ")
    assert "your garden" in spoken(won)
    assert won["shouldEndSession"] is False
    assert spoken(found.ask("AMAZON.YesIntent")) == "What do you see there?"
    found.ask("WordsIntent", {"words": "a red rose"})
    assert found.home.entries() == ["a red rose"]


def test_another_session_begins_without_the_guest(room):
    found = room(highlow=[high_low()])
    found.ask("HighLowIntent", device="kitchen")
    assert "too" not in spoken(found.guess(10, device="bedroom"))
    assert spoken(found.guess(10, device="kitchen")) == "10 is too low."


# What the house keeps for itself


def test_a_guest_may_say_its_own_goodbye(room):
    found = room(highlow=[high_low()])
    found.ask("HighLowIntent")
    stopped = found.ask("AMAZON.StopIntent")
    assert (spoken(stopped), stopped["shouldEndSession"]) == ("Thanks for playing!!", True)


@pytest.mark.parametrize("intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent"])
@pytest.mark.parametrize("stubborn", [speaking("No, stay!", ask="Stay!"), failing], ids=["goes on", "raises"])
def test_no_guest_can_keep_anyone_from_stopping(room, intent, stubborn):
    opening = on("HelloWorldIntent", speaking("Hello.", ask="Hello?"))
    found = room(hello=[opening, handler(always, stubborn)])
    found.ask("HelloWorldIntent")
    stopped = found.ask(intent)
    assert stopped["shouldEndSession"] is True
    assert "stay" not in spoken(stopped)
    assert found.kept("hello") is None


def test_stopping_a_guest_keeps_the_place_of_what_waited_beneath(room):
    found = room(highlow=[high_low()])
    found.ask("GardenIntent")
    found.ask("HighLowIntent")
    assert found.ask("AMAZON.StopIntent")["shouldEndSession"] is True
    assert found.home.standings() == [("garden", "paused"), ("guest:highlow", "done")]


def test_safety_stands_before_every_guest(room):
    class Careful:
        def check(self, heard):
            return self if heard.intent == "NumberGuessIntent" else None

        def answer(self, home, zone, person):
            return Said(speech="Are you safe?", listening=True), home

    ran = []
    game = handler(always, lambda handler_input: ran.append(1) or speaking("Go on.", ask="Go on.")(handler_input))
    found = room(safety=Careful(), highlow=[game])
    found.ask("HighLowIntent")
    assert spoken(found.guess(7)) == "Are you safe?"
    assert len(ran) == 1


def test_what_a_guest_cannot_follow_is_said_so_and_its_question_asked_again(room):
    found = room(highlow=[high_low()])
    found.ask("HighLowIntent")
    missed = found.ask("StrangeIntent")
    assert spoken(missed).endswith("Say a number between 0 and 100.")
    assert missed["shouldEndSession"] is False
    assert spoken(found.guess(10)) == "10 is too low."


def test_a_guest_that_is_missed_three_times_is_let_go(room):
    found = room(highlow=[high_low()])
    found.ask("HighLowIntent")
    assert [found.ask("StrangeIntent")["shouldEndSession"] for _ in range(3)] == [False, False, True]


def test_help_and_repeat_are_the_houses_where_a_guest_has_none(room):
    found = room(highlow=[high_low()])
    found.ask("HighLowIntent")
    assert spoken(found.ask("AMAZON.HelpIntent")).endswith("Say a number between 0 and 100.")
    assert "Guess a number!" in spoken(found.ask("AMAZON.RepeatIntent"))
    assert spoken(found.ask("SkipIntent")).endswith("Guess a number!")
    assert spoken(found.guess(10)) == "10 is too low."


def test_a_guest_hears_that_its_session_ended_and_may_keep_something(room):
    found = room(highlow=[high_low()])
    found.ask("HighLowIntent")
    ended = found.request({"type": "SessionEndedRequest", "reason": "USER_INITIATED"})
    assert ended == {"version": "1.0", "response": {}}
    assert found.kept("highlow") == {"ended_session_count": 1}
    assert found.home.standings() == [("guest:highlow", "done")]


def test_a_session_ends_though_its_guest_fails(room):
    opening = on("HelloWorldIntent", speaking("Hello.", ask="Hello?"))
    found = room(hello=[opening, handler(always, failing)])
    found.ask("GardenIntent")
    found.ask("HelloWorldIntent")
    found.request({"type": "SessionEndedRequest", "reason": "USER_INITIATED"})
    assert found.home.standings() == [("garden", "paused"), ("guest:hello", "done")]
    assert found.kept("hello") is None


def test_a_guest_that_was_uninstalled_while_it_held_the_floor_is_dropped_politely(room):
    found = room(highlow=[high_low()])
    found.ask("GardenIntent")
    found.ask("HighLowIntent")
    found.guests._dispatches.clear()
    found.ask("WordsIntent", {"words": "a red rose"})
    assert found.home.entries() == ["a red rose"]


# Keeping


def test_what_a_guest_keeps_is_its_own_its_households_and_sealed(room):
    found = room(hello=[on("HelloWorldIntent", counting)], highlow=[on("HighLowIntent", counting)])
    for _ in range(2):
        found.ask("HelloWorldIntent")
    found.ask("HighLowIntent")
    found.ask("HelloWorldIntent", user="leo")
    assert (found.kept("hello"), found.kept("highlow"), found.kept("hello", "leo")) == (
        {"count": 2},
        {"count": 1},
        {"count": 1},
    )
    assert "count" not in str(found.home.rows()["practice_state"])


def test_two_devices_at_once_lose_no_update(room):
    others = iter(["bedroom"])
    found = None

    def interrupted(handler_input):
        attributes = handler_input.attributes_manager.persistent_attributes
        attributes["count"] = attributes.get("count", 0) + 1
        if (device := next(others, None)) is not None:
            found.ask("HelloWorldIntent", device=device)
        handler_input.attributes_manager.save_persistent_attributes()
        return handler_input.response_builder.speak(f"That makes {attributes['count']}.").response

    found = room(hello=[on("HelloWorldIntent", interrupted)])
    assert spoken(found.ask("HelloWorldIntent")) == "That makes 2."
    assert found.kept("hello") == {"count": 2}


def test_many_turns_on_two_devices_lose_no_update(room):
    found = room(hello=[on("HelloWorldIntent", counting)])
    with ThreadPoolExecutor(2) as devices:
        list(devices.map(lambda each: found.ask("HelloWorldIntent", device=each), ["kitchen", "bedroom"] * 6))
    assert found.kept("hello") == {"count": 12}


def test_what_a_guest_does_not_save_is_not_kept(room):
    def careless(handler_input):
        handler_input.attributes_manager.persistent_attributes["count"] = 1
        return handler_input.response_builder.speak("Done.").response

    found = room(hello=[on("HelloWorldIntent", careless)])
    found.ask("HelloWorldIntent")
    assert found.kept("hello") is None


def test_what_is_changed_after_saving_is_not_kept(room):
    def late(handler_input):
        response = counting(handler_input)
        handler_input.attributes_manager.persistent_attributes["count"] = 99
        return response

    found = room(hello=[on("HelloWorldIntent", late)])
    found.ask("HelloWorldIntent")
    assert found.kept("hello") == {"count": 1}


def test_what_a_guest_deletes_is_gone(room):
    def forget(handler_input):
        handler_input.attributes_manager.delete_persistent_attributes()
        return speaking("Forgotten.")(handler_input)

    found = room(hello=[on("HelloWorldIntent", counting), on("StrangeIntent", forget)])
    found.ask("HelloWorldIntent")
    found.ask("StrangeIntent")
    assert found.kept("hello") is None


@pytest.mark.parametrize("worthless", [object(), "x" * 500_000, 1 << 70], ids=["object", "huge", "huge number"])
def test_what_cannot_be_kept_is_told_to_the_guest_as_adapters_do(room, worthless):
    def greedy(handler_input):
        handler_input.attributes_manager.persistent_attributes = {"thing": worthless}
        try:
            handler_input.attributes_manager.save_persistent_attributes()
        except PersistenceException:
            return speaking("That is too much.")(handler_input)

    found = room(hello=[on("HelloWorldIntent", greedy)])
    assert spoken(found.ask("HelloWorldIntent")) == "That is too much."
    assert found.kept("hello") is None


# Going wrong


def test_a_handler_that_raises_while_looking_leaves_its_neighbours_alone(room):
    def confused(handler_input):
        raise KeyError("a secret")

    found = room(
        hello=[handler(confused, failing), HelloWorldIntentHandler], highlow=[on("StrangeIntent", speaking("Hi."))]
    )
    with structlog.testing.capture_logs() as logs:
        assert "Hello Python" in spoken(found.ask("HelloWorldIntent"))
        assert spoken(found.ask("StrangeIntent")) == "Hi."
    assert [each["where"] for each in logs if each["event"] == "guest_failed"] == ["can_handle"] * 2
    assert "secret" not in str(logs)


def test_a_handler_that_raises_is_answered_for_by_its_plugins_exception_handler(room):
    class NotThis(AbstractExceptionHandler):
        def can_handle(self, handler_input, exception):
            return isinstance(exception, KeyError)

        def handle(self, handler_input, exception):
            raise AssertionError

    found = room(hello=[on("HelloWorldIntent", failing), NotThis, CatchAllExceptionHandler])
    response = found.ask("HelloWorldIntent")
    assert (spoken(response), response["shouldEndSession"]) == ("Sorry, there was some problem.", False)


def test_another_plugins_exception_handler_is_not_asked(room):
    found = room(hello=[on("HelloWorldIntent", failing)], highlow=[CatchAllExceptionHandler])
    assert "some problem" not in spoken(found.ask("HelloWorldIntent"))


def test_an_apology_is_made_where_nobody_else_answers_and_nothing_is_kept(room):
    found = room(hello=[on("HelloWorldIntent", failing)])
    with structlog.testing.capture_logs() as logs:
        assert spoken(found.ask("HelloWorldIntent"))
    assert [(each["practice"], each["error"]) for each in logs if each["event"] == "failed"] == [
        ("guest:hello", "ValueError")
    ]
    assert "secret" not in str(logs)
    assert found.home.rows()["practice_state"] == []


def test_what_was_open_stays_open_when_a_guest_raises(room):
    found = room(highlow=[high_low()])
    found.ask("HighLowIntent")
    assert found.ask("NumberGuessIntent", {"highlow_number": "?"})["shouldEndSession"] is False
    assert spoken(found.guess(10)) == "10 is too low."


def test_a_guest_that_is_late_keeps_nothing(room):
    found = None

    def slow(handler_input):
        response = counting(handler_input)
        found.home.ticks += 7
        return response

    found = room(hello=[on("HelloWorldIntent", slow)])
    assert "makes" not in spoken(found.ask("HelloWorldIntent"))
    assert found.home.rows()["practice_state"] == []


def test_a_handler_that_returns_no_response_is_a_failure(room):
    found = room(hello=[on("HelloWorldIntent", lambda handler_input: "Hello."), CatchAllExceptionHandler])
    assert spoken(found.ask("HelloWorldIntent")) == "Sorry, there was some problem."


# Interceptors


def order(log, name, raises=None):
    """Make a request and a response interceptor that note when they run, and what of."""

    class Before(AbstractRequestInterceptor):
        def process(self, handler_input):
            log.append(f"{name} before")
            handler_input.attributes_manager.request_attributes[name] = True
            if raises == "before":
                raise ValueError(name)

    class After(AbstractResponseInterceptor):
        def process(self, handler_input, response):
            log.append(f"{name} after {'something' if response else 'nothing'}")
            if raises == "after":
                raise ValueError(name)

    return Before, After


def test_interceptors_run_in_their_order_around_the_handler(room):
    log = []

    def hello(handler_input):
        assert handler_input.attributes_manager.request_attributes == {"one": True, "two": True}
        log.append("handle")
        return speaking("Hello.")(handler_input)

    room(hello=[*order(log, "one"), *order(log, "two"), on("HelloWorldIntent", hello)]).ask("HelloWorldIntent")
    assert log == ["one before", "two before", "handle", "one after something", "two after something"]


def test_a_response_interceptor_may_change_what_is_said(room):
    class Polite(AbstractResponseInterceptor):
        def process(self, handler_input, response):
            response.output_speech.ssml = "<speak>Hello, please.</speak>"

    assert spoken(room(hello=[HelloWorldIntentHandler, Polite]).ask("HelloWorldIntent")) == "Hello, please."


@pytest.mark.parametrize(
    ("excuse", "ran"), [([CatchAllExceptionHandler], "one after something"), ([], "one after nothing")]
)
def test_response_interceptors_run_when_a_handler_raised_too(room, excuse, ran):
    log = []
    room(hello=[*order(log, "one"), on("HelloWorldIntent", failing), *excuse]).ask("HelloWorldIntent")
    assert log == ["one before", ran]


@pytest.mark.parametrize("where", ["before", "after"])
def test_an_interceptor_that_raises_is_answered_for_by_the_exception_handler(room, where):
    log = []
    brought = [*order(log, "one", where), *order(log, "two"), HelloWorldIntentHandler, CatchAllExceptionHandler]
    assert spoken(room(hello=brought).ask("HelloWorldIntent")) == "Sorry, there was some problem."
    assert log[-1] == "two after something"


def test_another_plugins_interceptors_see_nothing_of_a_guests_turn(room):
    log = []
    room(hello=[HelloWorldIntentHandler], highlow=[*order(log, "one"), high_low()]).ask("HelloWorldIntent")
    assert log == []


# The platform's services


@pytest.fixture
def reaching(room):
    """Make a room that reaches a simulated platform; give it, the platform and what its requests carry."""
    with SimulatedPlatform() as platform, Services([platform.url]) as services:
        token = platform.device("ana", "kitchen", time_zone="Europe/London")

        def make(*handlers):
            return room(hello=handlers, reached=services)

        yield make, platform, {"apiEndpoint": platform.url, "apiAccessToken": token}


def zone_of(handler_input):
    """Ask for the device's time zone, as the samples do."""
    device_id = handler_input.request_envelope.context.system.device.device_id
    try:
        zone = handler_input.service_client_factory.get_ups_service().get_system_time_zone(device_id)
    except ServiceException as error:
        zone = f"no zone: {error.status_code}"
    return speaking(str(zone))(handler_input)


def test_a_guest_calls_the_platforms_services_through_ask_sdks_clients(reaching):
    make, platform, system = reaching
    assert spoken(make(on("HelloWorldIntent", zone_of)).ask("HelloWorldIntent", **system)) == "Europe/London"
    assert ("GET", "/v2/devices/kitchen/settings/System.timeZone") in platform.calls


def test_a_guests_call_is_made_once_however_often_its_turn_is_run(reaching):
    make, platform, system = reaching
    others = iter(["bedroom"])
    found = None

    def interrupted(handler_input):
        response = zone_of(handler_input)
        if (device := next(others, None)) is not None:
            found.ask("StrangeIntent", device=device)
        return response

    found = make(on("HelloWorldIntent", interrupted), on("StrangeIntent", counting))
    found.ask("StrangeIntent", **system)
    before = len(platform.calls)
    assert spoken(found.ask("HelloWorldIntent", **system)) == "Europe/London"
    assert next(others, None) is None
    assert len(platform.calls) == before + 1


def test_a_refusal_of_the_platform_is_told_as_ask_sdk_tells_it(reaching):
    make, platform, system = reaching
    found = make(on("HelloWorldIntent", zone_of), on("StrangeIntent", counting))
    found.ask("StrangeIntent", **system)
    platform.fail(403, "INVALID_TOKEN")
    assert spoken(found.ask("HelloWorldIntent", **system)) == "no zone: 403"


def test_no_token_is_sent_to_a_strange_address(reaching, room):
    _, platform, system = reaching
    assert spoken(room(hello=[on("HelloWorldIntent", zone_of)]).ask("HelloWorldIntent", **system)) == "no zone: 500"
    assert platform.calls == []


# Other kinds of request


def test_a_guest_hears_of_events_that_the_house_does_not_know(room):
    heard = []

    def note(handler_input):
        heard.append(handler_input.request_envelope.request.object_type)
        return handler_input.response_builder.response

    found = room(hello=[handler(is_request_type("AudioPlayer.PlaybackStarted"), note)])
    answer = found.request({"type": "AudioPlayer.PlaybackStarted", "token": "a song"})
    assert heard == ["AudioPlayer.PlaybackStarted"]
    assert answer["response"] == {}


def test_an_event_that_no_guest_knows_keeps_nothing_and_says_nothing(room):
    found = room(hello=[HelloWorldIntentHandler])
    answer = found.request({"type": "AudioPlayer.PlaybackStarted", "token": "a song"})
    assert answer == {"version": "1.0", "response": {}}
    assert found.home.rows()["household"] == []


def test_an_event_that_a_guest_fails_at_is_answered_emptily(room):
    found = room(hello=[handler(is_request_type("AudioPlayer.PlaybackStarted"), failing)])
    answer = found.request({"type": "AudioPlayer.PlaybackStarted", "token": "a song"})
    assert answer == {"version": "1.0", "response": {}}
    assert found.home.rows()["practice_state"] == []


def test_an_event_within_a_guests_session_leaves_it_open(room):
    event = "Alexa.Presentation.APL.RuntimeError"
    noted = handler(is_request_type(event), lambda handler_input: handler_input.response_builder.response)
    found = room(highlow=[high_low(), noted])
    found.ask("HighLowIntent")
    open_ = found.sessions[("ana", "kitchen")]
    found.request({"type": event, "token": "t", "errors": []})
    found.sessions[("ana", "kitchen")] = open_
    assert spoken(found.guess(10)) == "10 is too low."


# Being brought


def test_what_is_no_handler_is_refused_by_name_and_the_rest_serves(registry_with, bring):
    class Unmakeable(AbstractRequestHandler):
        def __init__(self, needed):
            pass

    bad = replace(bring(name="hello"), handlers=(print,))
    worse = replace(bring(name="worse"), handlers=(Unmakeable,))
    registry = registry_with(bad, worse, replace(bring(name="highlow"), handlers=(high_low(),)))
    refuse_unfit(registry)
    assert "no ask-sdk handler" in registry.refused["hello"]
    assert "Unmakeable cannot be made" in registry.refused["worse"]
    assert "highlow" in registry.plugins


GREETING = '''
"""Hello, world."""
from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.utils import is_intent_name
from skill import hookimpl


class HelloWorldIntentHandler(AbstractRequestHandler):
    def can_handle(self, handler_input):
        return is_intent_name("HelloWorldIntent")(handler_input)

    def handle(self, handler_input):
        handler_input.response_builder.speak("Hello, world!").set_should_end_session(True)
        return handler_input.response_builder.response


@hookimpl
def register_request_handlers():
    return [HelloWorldIntentHandler]
'''


@pytest.fixture
def served(tmp_path, monkeypatch):
    """Serve the whole application with a folder of plugins that holds one with a handler."""
    folder = tmp_path / "plugins" / "greeting"
    (folder / "model").mkdir(parents=True)
    (folder / "__init__.py").write_text(GREETING)
    model = {"intents": [{"name": "HelloWorldIntent", "samples": ["say hello to the world"]}]}
    (folder / "model" / "en.json").write_text(json.dumps(model))
    signer = Signer()
    signer.prefill(tmp_path / "var" / "certificates")
    signer.trust(tmp_path / "roots.pem")
    settings = Settings.of(
        {
            "SAFE_HARBOR_DATA_DIR": str(tmp_path / "var"),
            "SAFE_HARBOR_TRUSTED_ROOTS": str(tmp_path / "roots.pem"),
            "SAFE_HARBOR_PLUGINS_DIR": str(folder.parent),
        }
    )
    prepare(settings)
    app = create_app(settings, clock=lambda: datetime(2026, 3, 2, 20, 10, tzinfo=UTC))
    yield app, signer
    app.extensions["safe_harbor"].close()
    structlog.reset_defaults()
    sys.modules.pop("greeting", None)


def test_a_plugin_of_handlers_is_found_and_answers_over_the_webhook(served):
    app, signer = served
    who = {"application": {"applicationId": "ours"}, "user": {"userId": "ana"}}
    request = {"type": "IntentRequest", "requestId": "r", "timestamp": "2026-03-02T20:10:00Z", "locale": "en-GB"}
    envelope = {
        "version": "1.0",
        "session": {"new": True, "sessionId": "s", "attributes": {}, **who},
        "context": {"System": {"device": {"deviceId": "kitchen", "supportedInterfaces": {}}, **who}},
        "request": request | {"intent": {"name": "HelloWorldIntent", "slots": {}}},
    }
    body = json.dumps(envelope).encode()
    answer = app.test_client().post("/alexa", data=body, headers=signer.headers(body))
    assert answer.json["response"]["outputSpeech"]["ssml"] == "<speak>Hello, world!</speak>"
    assert app.extensions["safe_harbor"].registry.plugins["greeting"].hooks == ("register_request_handlers",)
