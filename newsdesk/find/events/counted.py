"""Whether what a sentence calls off is several of a kind, and so not the one that is known: "two rounds of talks were cancelled". Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsdesk.find.calendar_words import SEVERAL
from newsdesk.find.event_nouns import class_of
from newsdesk.late_pattern import late_pattern

_NUMBER: Final = rf"(?:{SEVERAL}|\d{{1,4}}|several|many|some|dozens of|hundreds of|a (?:dozen|number of|string of|series of|few|couple of|handful of))"
_SEVERAL: Final = late_pattern(
    rf"(?i)(?<!\bthe )(?<!\ball )(?<!\bboth )(?<!\bthese )(?<!\bthose )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )\b{_NUMBER} (?:[a-z-]+ ){{0,2}}?(?:(?:rounds|sets|series|sessions|stages|legs) of )?(?P<noun>[a-z-]+s)\b"
)
_LASTING: Final = late_pattern(r"(?i)\b(?:days|weeks|hours|nights) of\b")
"""What lasts several days is one thing."""
_COUNTED: Final = late_pattern(rf"(?i)\b{_NUMBER}\b")
_NEAR: Final = 80


def are_several(text: str, part: tuple[int, int], span: tuple[int, int], noun_class: str | None) -> bool:
    """Whether the words beside a change count the things of its class: "three launches were scrubbed".

    Args:
        text: what the change stands in.
        part: what of its sentence speaks of the same thing.
        span: the change.
        noun_class: of what it changes.
    """
    near = max(part[0], span[0] - _NEAR), min(part[1], span[1] + _NEAR)
    return noun_class is not None and any(
        class_of(found["noun"].lower()) == noun_class and not _LASTING.search(found.group())
        for found in _SEVERAL.finditer(text, *near)
    )


def count_themselves(titles: Iterable[str]) -> bool:
    """Whether a name tells of several: "Two concerts in Kell"."""
    return any(map(_COUNTED.search, titles))
