"""Time expressions of one text that tell again, in another zone, when something is. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Final

from newsdesk.find.clock_zones import zone_named
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Timex

_IN_A_BRACKET: Final = late_pattern(r" ?\((?:or |about |around |at )?")
_IN_A_PLACE: Final = late_pattern(r"(?: on \w+day)? in [A-Z][^()\n]{1,30}\)")
"""After the hour in a bracket: whose clock shows it."""
_BESIDE: Final = late_pattern(r"(?:,? or |, | ?/ ?| ?[–—-] )(?:about |around |at )?")


def restated(text: str, timexes: Sequence[Timex]) -> set[int]:
    """Where the expressions begin that only repeat the one before: "11pm ET on Friday (0400 GMT on Saturday)".

    Args:
        text: what the expressions stand in.
        timexes: its expressions, in their order.
    """
    return {other.start for first, other in pairwise(timexes) if _is_restated(text, first, other)}


def _is_restated(text: str, first: Timex, other: Timex) -> bool:
    if len(first.value) != 16 or len(other.value) != 16:
        return False
    at, again = datetime.fromisoformat(first.value), datetime.fromisoformat(other.value)
    theirs, zone = zone_named(first.text, at.date()), zone_named(other.text, again.date())
    if _IN_A_BRACKET.fullmatch(text, first.end, other.start):
        there = _IN_A_PLACE.match(text, other.end)
        return zone is not None or there is not None or "local" in other.text.lower()
    if zone is None or theirs is None or not _BESIDE.fullmatch(text, first.end, other.start):
        return False
    return at.replace(tzinfo=theirs) == again.replace(tzinfo=zone)
