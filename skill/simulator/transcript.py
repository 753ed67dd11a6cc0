"""Typed words as speech recognition would have given them."""

from __future__ import annotations

import re

_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'"})
_WORD = re.compile(
    r"\d+(?:[:.,]\d+)+[ap]m\b|\d+(?:[:.,]\d+)+"  # 8:30pm, 6.5
    r"|(?<!\w)(?:[^\W\d_]\.){2,}"  # p.m.
    r"|[^\W_]+(?:'[^\W_]+)*'?"  # words, also don't, 20th and the boys'
)

# Only forms that are no words of their own: "well", "were" and "its" stay as they were typed.
_SHORT = {
    "".join(each.split("'")): each
    for each in (
        *("i'm", "i've", "he's", "she's", "you're", "you've", "we've", "they're", "they've", "that's", "there's"),
        *("what's", "who's", "let's", "can't", "don't", "won't", "isn't", "aren't", "wasn't", "weren't", "didn't"),
        *("doesn't", "haven't", "hasn't", "hadn't", "wouldn't", "couldn't", "shouldn't", "mustn't", "ain't", "y'all"),
    )
}


def transcript(typed: str) -> tuple[str, ...]:
    """Give the words of a sentence: its punctuation gone, apostrophes straight, hyphens apart, capitals as typed.

    An apostrophe that was left out is put back, since speech recognition writes "don't" however it was typed.
    """
    return tuple(_SHORT.get(word.lower(), word) for word in _WORD.findall(typed.translate(_STRAIGHT)))
