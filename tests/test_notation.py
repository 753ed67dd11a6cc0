from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill import (
    EVERY_DAY,
    Also,
    Answer,
    Choice,
    Entry,
    Felt,
    Moment,
    Option,
    Outcome,
    Person,
    Reminder,
    Request,
    Scale,
    Timer,
    Verbatim,
    Words,
    YesNo,
)
from skill.notation import from_data, instant, state_from_data, state_to_data, to_data, written
from skill.reply import Line, Question

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
SPAN = timedelta(minutes=20, microseconds=5)
ONCE = Moment(AT, True)


def kept(value):
    """Give a value as it is after it was stored and read."""
    return from_data(orjson.loads(orjson.dumps(to_data(value))))


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        7,
        1.5,
        "the rain",
        "",
        AT,
        datetime(2026, 3, 2, tzinfo=UTC),
        date(2026, 3, 2),
        SPAN,
        -SPAN,
        ("a", ("b", 1)),
        {"~": "a key that is ours", "b": {"c": (1, 2)}},
        Verbatim("Exactly so."),
        ONCE,
        Moment(AT, False, EVERY_DAY, recurring=True, unsupported=True, explicit_time=False),
        Felt("worn out", "tired", "low"),
        Answer("Duration", SPAN, "twenty minutes", Also("and remind me", True, SPAN, ONCE), soft=True),
        Person("p1", "Ana", recognised=True),
        Entry("e1", "garden", "thing", "the rain", AT, "p1", "Leo", "shared", "p2", {"n": (1, AT)}),
        Reminder("label", AT, None, (0, 6)),
        Timer("label", SPAN),
        Outcome("set", AT, "a1"),
        Request("stretch", ONCE, SPAN),
        Option("a", ("the red one", "roses")),
        Line("asked", {"thing": Verbatim("x"), "at": AT}, "garden"),
        Question(
            Line("asked"), Words() | YesNo(clear=True) | Scale(1, 5) | Choice("a", Option("b", ("c",))), "g:s", "p"
        ),
    ],
)
def test_a_value_comes_back_as_it_was(value):
    back = kept(value)
    assert back == value
    assert type(back) is type(value)


def test_an_instant_comes_back_in_its_zone_with_its_fold():
    back = kept(AT)
    assert (back.tzinfo.key, back.fold, back.utcoffset()) == ("Europe/Berlin", 1, timedelta(hours=1))


def test_a_list_comes_back_as_a_tuple():
    assert kept([1, [2]]) == (1, (2,))


@pytest.mark.parametrize("value", [object(), {1, 2}, b"bytes", lambda: None])
def test_a_value_that_cannot_be_kept_is_refused_by_its_type(value):
    with pytest.raises(TypeError, match=type(value).__name__):
        to_data(value)


def test_a_refusal_shows_the_type_and_never_the_value():
    with pytest.raises(TypeError) as refused:
        to_data({"the rain stopped"})
    assert "rain" not in str(refused.value)


def test_a_field_that_is_gone_is_left_out():
    assert from_data({**to_data(Person("p1", "Ana")), "shoe_size": 40}) == Person("p1", "Ana")


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text()
    | st.timedeltas(timedelta(-999), timedelta(999)),
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(plain)
def test_whatever_is_made_of_plain_values_comes_back(value):
    assert kept(value) == value


@given(st.datetimes(timezones=st.sampled_from([UTC, BERLIN, ZoneInfo("Asia/Kathmandu")]), allow_imaginary=False))
def test_every_written_instant_is_read_as_the_same(at):
    assert instant(written(at)).astimezone(UTC) == at.astimezone(UTC)


# States


@dataclass(frozen=True)
class Inner:
    at: datetime | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class State:
    count: int = 0
    share: float = 0.5
    on: bool = False
    name: str | None = None
    span: timedelta | None = None
    ends: datetime | None = None
    inner: Inner = Inner()
    more: tuple[Inner, ...] = ()
    table: dict[str, int] = field(default_factory=dict)


def kept_state(state, kind=State):
    return state_from_data(kind, orjson.loads(orjson.dumps(state_to_data(state))))


@pytest.mark.parametrize(
    "state",
    [
        State(),
        State(3, 0.25, True, "Ana", SPAN, AT, Inner(AT, ("a", "b")), (Inner(), Inner(AT)), {"a": 1}),
    ],
)
def test_a_state_comes_back_as_it_was(state):
    assert kept_state(state) == state


def test_an_instant_in_a_state_keeps_its_zone():
    assert kept_state(State(ends=AT)).ends.tzinfo.key == "Europe/Berlin"


@dataclass(frozen=True)
class Later:
    count: int = 0
    new: str = "fresh"


def test_fields_that_are_gone_are_left_out_and_new_ones_take_their_default():
    assert kept_state(State(count=3), Later) == Later(3, "fresh")


def test_what_is_no_dataclass_is_no_state():
    with pytest.raises(TypeError, match="dict"):
        state_to_data({"count": 1})
    with pytest.raises(TypeError, match="type"):
        state_to_data(State)
