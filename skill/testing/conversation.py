"""A conversation to hold in a test: say plain words to the skill, and read what it says, keeps and sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from skill.floor import Frame
from skill.notation import state_from_data
from skill.reply import Question
from skill.simulator.input import Input
from skill.store import Snapshot
from skill.testing.home import Home
from skill.testing.response import Response
from skill.turn import Entry

EVENING = datetime(2026, 3, 2, 20, 10)
"""When a conversation begins unless it is told otherwise, by the clock on the wall."""
BETWEEN = timedelta(seconds=15)
"""So long passes between two things that are said."""
OPEN = "alexa, open safe harbor"


class Conversation:
    """One household that speaks with the skill, through the real webhook and its database.

    Every method that says something gives the :class:`Response`, and raises AssertionError (from the handler's own
    exception) where the skill could only apologise; ``forgiving`` True lets that pass, for tests of apologies.
    """

    def __init__(
        self, home: Home, *, user: str = "household", timezone: str = "Europe/London", locale: str = "en-US"
    ) -> None:
        self.user = home.user(user)
        self.now = EVENING.replace(tzinfo=ZoneInfo(timezone))
        self.forgiving = False
        self.responses: list[Response] = []
        self._home = home
        self._timezone = timezone
        self._locale = locale
        self.voice: str | None = None
        self._device = "speaker"
        self._screen = False
        self._permissions: tuple[str, ...] | None = None

    # Saying

    def launch(self) -> Response:
        """Open the skill, as "Alexa, open Safe Harbor" does."""
        return self.say(OPEN)

    def say(self, words: str) -> Response:
        """Say plain words; while no session is open they are a one-shot request to the skill."""
        return self._hear(say=words)

    def answer(self, words: str) -> Response:
        """Answer the open question; AssertionError where none is open."""
        if not self.responses or not self.responses[-1].listening:
            raise AssertionError(f"nobody asked, so {words!r} is no answer; the last thing said was {self.told!r}")
        return self.say(words)

    def silence(self) -> Response:
        """Say nothing: the first time the reprompt is heard, the second time the session ends."""
        return self._hear(say=None)

    def touch(self, *arguments: object) -> Response:
        """Touch what sends these arguments."""
        return self._hear(touch=arguments)

    # Who, where and when

    def speaker(self, person: str | None) -> Conversation:
        """Have a voice speak that the platform recognises (any name for it); None for one that it does not."""
        self.voice = person
        return self

    def device(self, name: str = "speaker", *, screen: bool | None = None) -> Conversation:
        """Speak to another device of the household; ``screen`` gives it one, or takes it away."""
        self._device = name
        self._screen = self._screen if screen is None else screen
        return self

    def permit(self, *services: str) -> Conversation:
        """Have the account permit these services (reminders, timers) and no others."""
        self._permissions = services
        return self

    def wait(self, **span: float) -> Conversation:
        """Let time pass, as ``timedelta`` takes it: ``wait(days=1)``; elapsed time, right across daylight saving."""
        zone = self.now.tzinfo
        self.now = (self.now.astimezone(ZoneInfo("UTC")) + timedelta(**span)).astimezone(zone)
        return self

    def at(self, moment: datetime | str) -> Conversation:
        """Move the clock to an instant; without a zone it is one on the household's wall."""
        found = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        self.now = found if found.tzinfo else found.replace(tzinfo=ZoneInfo(self._timezone))
        return self

    # What there is

    @property
    def told(self) -> str:
        """What was said last."""
        return self.responses[-1].speech if self.responses else ""

    @property
    def frame(self) -> Frame | None:
        """The run whose question is open; None where nothing is asked."""
        if not self.responses or not self.responses[-1].listening:
            return None
        frames = [
            Frame.from_data(each.id, each.owner, each.conversation, "open", each.touched, each.body)
            for each in self._snapshot().frames
            if each.status == "open"
        ]
        return max(frames, key=lambda frame: frame.touched, default=None)

    @property
    def asked(self) -> Question | None:
        """The question that is open: its line, the kinds of answer it expects, and the step that goes on."""
        frame = self.frame
        return frame.question if frame else None

    @property
    def people(self) -> Sequence[str]:
        """Name the people whom the household knows; "" for one whose name nobody said."""
        return tuple(member.name for member in self._snapshot().people)

    def state(self, practice: str, person: str | None = None) -> Any:
        """Give what a practice keeps, for the person of this name or for the one there is; its defaults if nothing."""
        found, snapshot = self._home.registry.practices[practice], self._snapshot()
        member = snapshot.named(person) if person else None
        if person and member is None:
            raise AssertionError(f"nobody here is called {person!r}")
        raw = [
            fields
            for (name, owner), (_, fields) in sorted(snapshot.states.items())
            if name == practice and (member is None or owner == member.id)
        ]
        if len(raw) > 1:
            raise AssertionError(f"several people keep something in {practice}: name one of them")
        return state_from_data(found.state, raw[0]) if raw else found.state()

    def entries(self, practice: str | None = None, kind: str | None = None) -> Sequence[Entry]:
        """List what was recorded, oldest first, whoever may hear it."""
        snapshot = self._snapshot()
        if not snapshot.known:
            return ()
        found = [_entry(row) for row in self._home.harbor.households.export(snapshot.id)["entries"]]
        wanted = [each for each in found if practice in (None, each.practice) and kind in (None, each.kind)]
        return tuple(sorted(wanted, key=lambda entry: (entry.made_at, entry.id)))

    @property
    def alerts(self) -> Sequence[Mapping[str, Any]]:
        """What is set on the platform and has yet to sound: mappings with kind, at, text and days."""
        return self._home.alerts(self.user)

    def _snapshot(self) -> Snapshot:
        return self._home.harbor.households.snapshot(self.user, None, "", self.now)

    def _hear(self, *, say: str | None = None, touch: tuple[object, ...] | None = None) -> Response:
        heard = Input(
            say=say,
            touch=touch,
            user=self.user,
            person=self.voice,
            locale=self._locale,
            at=self.now,
            session=self._device,
            screen=self._screen,
            timezone=self._timezone,
            permissions=self._permissions,
        )
        self._permissions = None  # they stay with the account
        response = self._home.hear(heard)
        self.responses.append(response)
        self.wait(seconds=BETWEEN.total_seconds())
        if response.failures and not self.forgiving:
            raise AssertionError(
                f"after {say!r} the skill could only say {response.speech!r}: {response.failures[0]}"
            ) from (response.error)
        return response


def _entry(row: Mapping[str, Any]) -> Entry:
    body = row["body"]
    plain = {name: row[name] for name in ("id", "practice", "kind", "owner", "visibility", "shared_with")}
    made_at = datetime.fromisoformat(row["made_at"])
    return Entry(**plain, text=body["text"], made_at=made_at, about=body["about"], data=body["data"])
