"""One sentence that holds both what to do and when: "stretch at eight", "at eight to call mum"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from skill.reading import duration, moment
from skill.reading.grammar import Requests
from skill.reading.language import language_of
from skill.reading.text import Span, Utterance, clean, compiled, heard, masked, tidy
from skill.turn import Request


def split_request(words: str, now: datetime, language: str) -> Request:
    """Part free words into what to do, when, and for how long.

    A time that belongs to the thing itself stays there: "read the nine o'clock news", "think about Saturday". Of a
    length only "for ten minutes" is taken out of the words; "a ten minute walk" keeps its name and gives its length.
    """
    said = heard(words, language)
    data = language_of(language).requests
    found = moment.find(_free(said.text, data), now, language)
    spans = list(found.spans) if found and not found.bare else []
    rest = masked(said.text, spans)
    length = duration.find(rest, language)
    if length and (lead := compiled(rf".*(?P<lead>(?<!\w){data.for_length})$").match(rest[: length.span[0]])):
        spans.append((lead.start("lead"), length.span[1]))
    when = found.moment if found and spans and not found.bare else None
    return Request(_what(said, spans, data, language), when, length.duration if length else None)


def _free(text: str, data: Requests) -> str:
    """Blot out what sounds like a time but is part of a title."""
    titles = [found.span("title") for pattern in data.titles for found in compiled(pattern).finditer(text)]
    return masked(text, titles, "\2")


def _what(said: Utterance, spans: Sequence[Span], data: Requests, language: str) -> str:
    """Give the source's words that lie outside the spans, without what led over to them."""
    pieces, position = [], 0
    for start, end in [*sorted(spans), (len(said.text), len(said.text))]:
        if piece := _piece(said, (position, start), data):
            pieces.append(piece)
        position = max(position, end)
    what = tidy(" ".join(pieces), language)
    what = compiled(rf"(?i)^(?:(?:{data.lead})(?: +|$))+").sub("", what)
    return clean(tidy(what, language))


def _piece(said: Utterance, span: Span, data: Requests) -> str:
    if not said.text[slice(*span)].strip():
        return ""
    piece = said.quoted(span)
    if span[1] < len(said.text):
        piece = compiled(rf"(?i)(?:^|[\s,]+)(?:{data.trail})$").sub("", piece)
    return piece.strip(" ,;")
