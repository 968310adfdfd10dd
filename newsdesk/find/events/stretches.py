"""Days of one sentence that are the beginning and the end of one thing: "begins on 26 June and ends on 27 June". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from newsdesk.model import Timex

_BEGINS: Final = re.compile(
    r"(?i)\b(?:begins?|starts?|opens?|kicks? off|gets? under way|runs? from)(?: in (?:the )?[\w’'-]+)?,?(?: on)?(?: the)? ?$"
)
_ENDS: Final = re.compile(
    r"(?i)(?: in (?:the )?[\w’'-]+)?,? (?:and )?(?:then )?(?:(?:will|is due to|is set to|is to) )?(?:end|finish|close|conclude|(?:run|last|continue|go on)(?=s? (?:un)?til|s? to\b|s? through))(?:e?s)?"
    r"(?: (?:on|until|till|to|through))*(?: the)? ?"
)
_LONGEST: Final = 400
"""Days between a beginning and an end that belong together."""


def stretches(text: str, timexes: Sequence[Timex]) -> dict[int, tuple[date, date]]:
    """First and last day of what begins on one day and ends on the next one named, by where each of the two expressions begins.

    Args:
        text: what the expressions stand in.
        timexes: its expressions, in their order.
    """
    found: dict[int, tuple[date, date]] = {}
    for first, last in pairwise(timexes):
        if not (_is_day(first) and _is_day(last)):
            continue
        begins = _BEGINS.search(text, max(0, first.start - 40), first.start)
        if begins is None or not _ENDS.fullmatch(text, first.end, last.start):
            continue
        days = date.fromisoformat(first.value[:10]), date.fromisoformat(last.value[:10])
        if 0 < (days[1] - days[0]).days <= _LONGEST:
            found[first.start] = found[last.start] = days
    return found


def _is_day(timex: Timex) -> bool:
    return timex.upcoming and len(timex.value) == 10 and timex.value_end is None


_BEGINNING: Final = re.compile(r" (?:begins?|starts?|opens?|to (?:begin|start|open)|start)$")


def whole(title: str) -> str:
    """The name of what lasts, without the word for its beginning ("Book fair begins"), if more than one word is left."""
    left = _BEGINNING.sub("", title)
    return left if " " in left else title
