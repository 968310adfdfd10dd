"""Words without what number, case and kind of word add to them: "fishing" and "fisheries", "licences" and "licensing". Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from newsdesk.find.event_nouns import class_of
from newsdesk.late_pattern import late_pattern

_ENDINGS: Final = late_pattern(r"(?<=[a-z]{4})(?:erie|ery|ing|er|ed|ation|al)$")
_FAMILIES: Final = {
    form: words.split()[0]
    for words in (
        "decide decided deciding decision",
        "close closed closing closure",
        "marry marrie married wed wedding",
        "release released releasing freed",
        "sentence sentencing sentenced",
    )
    for form in words.split()
}
"""Verbs and the nouns for them that endings do not tell; in the singular as `bare` leaves them."""
_LONGEST: Final = 5
"""First letters in which two words agree that are taken for one."""


def bare(word: str) -> str:
    """A word in lower case without its plural's or its owner's s."""
    word = word.removesuffix("'s").removesuffix("’s").strip("'’")
    return word if word.endswith("ss") else word.removesuffix("s")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What a word in lower case has in common with others of its family; all words for a truce are one."""
    if class_of(word) == "truce":
        return "truce"
    plain = bare(word)
    return _FAMILIES.get(plain) or _ENDINGS.sub("", plain)[:_LONGEST]


def stems(words: Iterable[str]) -> frozenset[str]:
    """Those of several words."""
    return frozenset(map(stem, words))
