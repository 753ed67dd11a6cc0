"""Whatever words a slot holds, they are answered: in well-formed speech, and without a fault of ours."""

from hypothesis import given, settings
from hypothesis import strategies as st


def slots(data, door, intent):
    """Fill an intent's slots: with what is said in bad faith, with a value of their type, with several, or not."""
    filled = {}
    for name, kind in door.intents[intent].items():
        way = data.draw(st.sampled_from(["said", "said", "several", "known", "empty"]))
        if way == "said":
            filled[name] = {"name": name, "value": data.draw(door.phrases), "confirmationStatus": "NONE"}
        elif way == "several":
            each = [{"type": "Simple", "value": data.draw(door.phrases)} for _ in range(data.draw(st.integers(0, 3)))]
            filled[name] = {"name": name, "slotValue": {"type": "List", "values": each}}
        elif way == "known" and kind in door.values:
            words, named = data.draw(st.sampled_from(door.values[kind]))
            match = {"status": {"code": "ER_SUCCESS_MATCH"}, "values": [{"value": {"name": words, "id": named}}]}
            filled[name] = {
                "name": name,
                "value": data.draw(door.phrases),
                "resolutions": {"resolutionsPerAuthority": [{"authority": f"a.{kind}", **match}]},
            }
        else:
            filled[name] = {"name": name}
    return filled


@settings(settings.get_profile("hostile"))
@given(data=st.data())
def test_any_words_in_any_slot_are_answered(door, data):
    user, attributes = door.somebody(), {}
    screen = data.draw(st.booleans())
    for number in range(data.draw(st.integers(1, 4))):
        intent = data.draw(st.sampled_from(sorted(door.intents)) | st.just("WordsIntent"))
        meant = {"name": intent, "slots": slots(data, door, intent)}
        request = {"type": "IntentRequest", "intent": meant}
        answer = door.send(door.envelope(request, user, attributes=attributes, screen=screen, number=number))
        assert answer.status == 200
        assert answer.ssml
        assert "failed" not in answer.outcomes
        attributes = answer.document.get("sessionAttributes", {}) if answer.listening else {}
