"""The skill without a speaker: a conversation in the terminal, or line by line as JSON."""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TextIO

import orjson
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from skill.settings import Settings
from skill.simulator.house import House, MakeApp, failed
from skill.simulator.input import Input

VOICES = (("say",), ("espeak-ng",), ("espeak",), ("spd-say", "--wait"))
"""Speech programs that may be installed, the best first."""
UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
HELP = """Type what you would say aloud; an empty line is silence. A hollow mark says that the skill is not listening.
/open            say "Alexa, open Safe Harbor"
/person NAME     be a recognised voice; /person alone is an unknown one
/user NAME       be another household
/locale en-GB    speak another English
/clock +20m      let time pass (m, h, d, w), or set it: /clock 2026-03-02T20:00
/zone NAME       move to a time zone, as Europe/London
/allow reminders permit reminders (or timers) for this household
/screen          switch the screen on or off
/touch WORDS     touch what says these words
/quit            leave"""


def run(make_app: MakeApp, settings: Settings, *, jsonl: bool, speak: bool, locale: str = "en-US") -> None:
    """Hold a conversation until the input ends."""
    with House(make_app, settings) as house:
        gc.freeze()  # what was made to start stays, and is no longer looked through for garbage
        gc.enable()
        if jsonl:
            stream(house, sys.stdin, sys.stdout, locale)
        else:
            Terminal(house, Console(), locale, _voice() if speak else None).talk()


def stream(house: House, lines: TextIO, out: TextIO, locale: str = "en-US") -> None:
    """Play one JSON object a line, and write one a line, flushed after each; a bad line is an error and goes on."""
    for line in lines:
        if not line.strip():
            continue
        try:
            data = orjson.loads(line)
            if not isinstance(data, dict):
                raise ValueError("each line must be a JSON object")
            answer = house.hear(Input.of({"locale": locale, **data}))
        except Exception as error:
            answer = failed(error)
        out.write(orjson.dumps(answer).decode() + "\n")
        out.flush()


@dataclass
class Terminal:
    """A conversation in a terminal."""

    house: House
    console: Console
    locale: str
    voice: Callable[[str], None] | None = None
    listening: bool = False

    def talk(self) -> None:
        """Talk until the person leaves."""
        self.person = Input(user="home", locale=self.locale, timezone=_local_zone(), say="alexa, open safe harbor")
        self.console.print(Text("Safe Harbor. Type as you would speak; /help says more.", style="dim"))
        self._hear(self.person)
        while True:
            try:
                line = self.console.input("[bold cyan]●[/] " if self.listening else "[dim]○[/] ")
            except (EOFError, KeyboardInterrupt):
                self.console.print()
                return
            if line.strip() == "/quit":
                return
            self._line(line.strip())

    def _line(self, line: str) -> None:
        if not line.startswith("/"):
            self._hear(replace(self.person, say=line or None))
            return
        command, _, rest = line[1:].partition(" ")
        try:
            self._command(command, rest.strip())
        except (ValueError, KeyError) as error:
            self.console.print(Text(str(error), style="red"))

    def _command(self, command: str, rest: str) -> None:
        match command:
            case "open":
                self._hear(replace(self.person, say="alexa, open safe harbor"))
            case "person":
                self.person = replace(self.person, person=rest or None)
            case "user":
                self.person = replace(self.person, user=rest or "home")
            case "locale":
                self.person = replace(self.person, locale=rest or "en-US")
            case "zone":
                self.person = replace(self.person, timezone=rest or "UTC")
            case "screen":
                self.person = replace(self.person, screen=not self.person.screen)
            case "allow":
                held = self.person.permissions or ()
                self.person = replace(self.person, permissions=tuple(dict.fromkeys((*held, rest or "reminders"))))
            case "clock":
                self.person = replace(self.person, at=moved(self.house.clock(), rest))
            case "touch":
                self._hear(replace(self.person, touch=tuple(rest.split())))
            case _:
                self.console.print(Text(HELP, style="dim"))

    def _hear(self, heard: Input) -> None:
        answer = self.house.hear(heard)
        self.person = replace(self.person, at=None)
        self.listening = bool(answer["listening"])
        if answer["error"]:
            self.console.print(Text(answer["error"], style="red"))
        if answer["speech"]:
            self.console.print(Panel(Text(answer["speech"]), title=answer["practice"] or None, title_align="left"))
        for alert in answer["alerts"]:
            self.console.print(
                Text(f"  {alert['action']} {alert['kind']}: {alert['at']} {alert['text']}", style="yellow")
            )
        if answer["screen"]:
            self.console.print(Text("  [shown on the screen]", style="dim"))
        if self.voice and answer["speech"]:
            self.voice(answer["speech"])


def moved(now: datetime, how: str) -> datetime:
    """Give the time that ``how`` names: +20m from ``now``, or an instant; ValueError where it is neither."""
    if how.startswith("+") and how[-1:] in UNITS:
        return now + timedelta(**{UNITS[how[-1]]: float(how[1:-1])})
    at = datetime.fromisoformat(how)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _voice() -> Callable[[str], None] | None:
    for program in VOICES:
        if shutil.which(program[0]):
            return lambda text, program=program: _speak((*program, text))  # type: ignore[misc]
    print("no speech program is installed; going on in writing", file=sys.stderr)
    return None


def _speak(command: tuple[str, ...]) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _local_zone() -> str:
    link = Path("/etc/localtime")
    _, found, zone = str(link.resolve()).partition("zoneinfo/")
    return zone if found and zone else "UTC"
