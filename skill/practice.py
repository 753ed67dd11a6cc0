"""A practice: its name, what it answers to, its steps, what it puts forward, and the type of its state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from inspect import Parameter, signature
from typing import Any, Concatenate, Generic, Literal, ParamSpec, TypeVar, get_args, get_type_hints, overload

from skill.reply import Offer, Reply
from skill.turn import Turn

S = TypeVar("S")
P = ParamSpec("P")
Occasion = Literal["launch", "check-in", "check-in for two", "summary"]
Handler = Callable[[Turn[Any]], Reply]
Upgrade = Callable[[int, Mapping[str, Any]], Mapping[str, Any]]


@dataclass(frozen=True)
class NoState:
    """The state of a practice that keeps none."""


@dataclass(frozen=True)
class Taken(Generic[S, P]):
    """A step: a function with the address under which a stored question finds it again.

    ``for_two`` says that it belongs to something that is done between two people.
    """

    function: Callable[Concatenate[Turn[S], P], Reply]
    address: str
    was: tuple[str, ...] = ()
    for_two: bool = False

    def __call__(self, turn: Turn[S], /, *args: P.args, **kwargs: P.kwargs) -> Reply:
        """Run it."""
        return self.function(turn, *args, **kwargs)

    def run(self, turn: Turn[S], value: object) -> Reply:
        """Run it with what it is given: an answer, an outcome; a step that only begins a dialogue takes neither."""
        run: Callable[..., Reply] = self.function
        return run(turn, value) if self._parameters else run(turn)

    @cached_property
    def skippable(self) -> bool:
        """Say whether it takes None, which is what a skipped question gives."""
        if not self._parameters:
            return False
        named = self._parameters[0].annotation
        try:
            named = get_type_hints(self.function).get(self._parameters[0].name, named)
        except NameError:
            # A name that is only imported for type checking cannot be looked up; its text still tells.
            return "None" in str(named)
        return named is type(None) or type(None) in get_args(named)

    @cached_property
    def _parameters(self) -> tuple[Parameter, ...]:
        return tuple(signature(self.function).parameters.values())[1:]


@dataclass(frozen=True)
class Intent:
    """What answers one intent."""

    name: str
    handler: Handler
    for_two: bool = False


class Practice(Generic[S]):
    """Something people do, as a plugin brings it.

    ``state`` is a frozen dataclass whose fields all have defaults; ``version`` its number, ``upgrade(version, fields)``
    turns an older one's fields into today's. ``owner`` says whose the state is. ``sensitive`` practices are never
    named aloud unasked; ``for_two`` ones are done between two people, together or one towards the other, and the
    house leaves them out where that would not be safe. A run that was broken off is offered for as long as it is
    ``resumable``.
    """

    def __init__(
        self,
        name: str,
        *,
        state: type[S] | None = None,
        version: int = 1,
        upgrade: Upgrade | None = None,
        owner: Literal["person", "household"] = "person",
        sensitive: bool = False,
        for_two: bool = False,
        resumable: timedelta = timedelta(days=14),
    ) -> None:
        self.name = name
        self.state: type[Any] = state or NoState
        self.version = version
        self.upgrade = upgrade
        self.owner = owner
        self.sensitive = sensitive
        self.for_two = for_two
        self.resumable = resumable
        self.entry = ""
        self.intents: dict[str, Intent] = {}
        self.steps: dict[str, Taken[Any, Any]] = {}
        self.offered: dict[str, Callable[[Turn[Any]], Offer | None]] = {}

    def __repr__(self) -> str:
        """Name it."""
        return f"Practice({self.name!r})"

    def between_two(self, intent: str) -> bool:
        """Say whether an intent begins something that is done between two people."""
        return self.for_two or (intent in self.intents and self.intents[intent].for_two)

    def on(
        self, *intents: str, entry: bool = False, for_two: bool = False
    ) -> Callable[[Callable[[Turn[S]], Reply]], Callable[[Turn[S]], Reply]]:
        """Answer these intents with the decorated handler.

        ``entry`` marks the one that begins the practice when it is chosen from what there is to do; else it is the
        first. Raises ValueError where the practice answers one of them already.
        """

        def take(handler: Callable[[Turn[S]], Reply]) -> Callable[[Turn[S]], Reply]:
            if entry or not self.entry:
                self.entry = intents[0]
            for intent in intents:
                if intent in self.intents:
                    raise ValueError(f"practice {self.name!r} answers {intent} twice")
                self.intents[intent] = Intent(intent, handler, for_two)
            return handler

        return take

    @overload
    def step(self, function: Callable[Concatenate[Turn[S], P], Reply], /) -> Taken[S, P]: ...

    @overload
    def step(
        self, /, *, was: tuple[str, ...] = (), for_two: bool = False
    ) -> Callable[[Callable[Concatenate[Turn[S], P], Reply]], Taken[S, P]]: ...

    def step(self, function: Any = None, /, *, was: tuple[str, ...] = (), for_two: bool = False) -> Any:
        """Make a function one that questions can go on with; ``was`` lists names it had before.

        One that is ``for_two`` is left out where what is done between two people would not be safe.
        """

        def take(function: Callable[Concatenate[Turn[S], P], Reply]) -> Taken[S, P]:
            name = function.__name__
            if name in self.steps:
                raise ValueError(f"practice {self.name!r} has two steps named {name!r}")
            step = Taken(function, f"{self.name}:{name}", was, for_two)
            for known in (name, *was):
                self.steps[known] = step
            return step

        return take if function is None else take(function)

    def offers(
        self, *occasions: Occasion
    ) -> Callable[[Callable[[Turn[S]], Offer | None]], Callable[[Turn[S]], Offer | None]]:
        """Put forward what the decorated function gives at these occasions; None offers nothing this time."""

        def take(function: Callable[[Turn[S]], Offer | None]) -> Callable[[Turn[S]], Offer | None]:
            self.offered.update(dict.fromkeys(occasions, function))
            return function

        return take
