"""Typed words as speech recognition would have given them."""

from __future__ import annotations

import re

_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'"})
_WORD = re.compile(
    r"\d+(?:[:.,]\d+)+[ap]m\b|\d+(?:[:.,]\d+)+"  # 8:30pm, 6.5
    r"|(?<!\w)(?:[^\W\d_]\.){2,}"  # p.m.
    r"|[^\W_]+(?:'[^\W_]+)*'?"  # words, also don't, 20th and the boys'
)


def transcript(typed: str) -> tuple[str, ...]:
    """Give the words of a sentence: its punctuation gone, apostrophes straight, hyphens apart, capitals as typed."""
    return tuple(_WORD.findall(typed.translate(_STRAIGHT)))
