"""What a screen shows -> APL: one document of primitives for every viewport, and the data of this turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from ask_sdk_model.interfaces.alexa.presentation.apl.render_document_directive import RenderDocumentDirective
from babel import Locale, UnknownLocaleError
from babel.dates import format_time

from skill.alexa.writers import Settled

TOKEN = "safe-harbor"
ALWAYS = ("skip", "stop")
"""What can be touched while a question is open, as it can be said; the words are the touch arguments."""
MOST_DOTS = 12

_DOCUMENT = Path(__file__).with_name("screen.json")


def directive(shown: Mapping[str, Any], locale: str) -> RenderDocumentDirective:
    """Make the directive that shows a Said's ``screen``; a countdown's end is told in the way of ``locale``."""
    return RenderDocumentDirective(token=TOKEN, document=document(), datasources=datasources(shown, locale))


@cache
def document() -> Settled:
    """Read the APL document: the same for every turn and device, and not to be changed."""
    return Settled(orjson.loads(_DOCUMENT.read_bytes()))


def datasources(shown: Mapping[str, Any], locale: str) -> Settled:
    """Give the data that the document shows.

    ``shown`` has title, lines, buttons ([[label, touch argument]]), progress ([done, of all], or empty), until (ISO
    8601, or ""), turn (a name, or "") and asking.
    """
    until = datetime.fromisoformat(shown["until"]) if shown.get("until") else None
    done, total = shown["progress"] if shown.get("progress") else (0, 0)
    properties = {
        "title": str(shown.get("title") or ""),
        "turn": str(shown.get("turn") or ""),
        "lines": [str(each) for each in shown.get("lines") or ()],
        "buttons": [*_buttons(shown.get("buttons") or (), asking=bool(shown.get("asking")))],
        "dots": [number < done for number in range(total)] if total <= MOST_DOTS else [],
        "progress": f"{done} / {total}" if total else "",
        "until": int(until.timestamp() * 1000) if until else 0,
        "clock": _clock(until, locale) if until else "",
    }
    return Settled(safeHarbor={"type": "object", "properties": properties})


def _buttons(given: Sequence[Sequence[str]], *, asking: bool) -> Iterator[dict[str, object]]:
    """Give the buttons; ``quiet`` ones are the house's own, told apart by their outline and lighter letters."""
    for label, argument in given:
        yield {"label": label, "argument": argument, "quiet": False}
    taken = {argument for _, argument in given}
    for word in ALWAYS if asking else ():
        if word not in taken:
            yield {"label": word.capitalize(), "argument": word, "quiet": True}


def _clock(until: datetime, locale: str) -> str:
    try:
        return format_time(until, "short", tzinfo=until.tzinfo, locale=Locale.parse(locale, sep="-"))
    except (UnknownLocaleError, ValueError):
        return f"{until:%H:%M}"
