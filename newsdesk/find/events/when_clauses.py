"""What a day brings by a clause behind it: "was remanded until 18 December, when a plea hearing will be held". Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.find.dates.direction_words import PLURAL_SCHEDULED, SCHEDULED
from newsdesk.find.events.agenda import Entry
from newsdesk.late_pattern import late_pattern

_COMES: Final = "|".join(sorted(SCHEDULED | PLURAL_SCHEDULED))
_WHEN: Final = late_pattern(
    r",? when (?P<what>(?:(?:the|an?|his|her|its|their|our) |he |she |it |they |[A-Z]|[a-z]+s )"
    rf"(?:(?!\b(?:was|were|had|did)\b)[^.;:,“”\n]){{2,90}}?\b(?:will|(?:is|are) (?:due|set|expected|scheduled|to)|{_COMES}|takes? (?:place|effect)|comes? into)\b[^.;:,“”\n]{{0,80}})(?=[.;:,“”\n]|$)"
)
_A_DAY: Final = late_pattern(r"day\b|\b(?:today|tomorrow|tonight)\b|\d")


def told_when(text: str, stop: int, start: int, end: int) -> Entry | None:
    """The clause behind the day at `start`..`end` with that day at its end; None without one, or where it names a day of its own."""
    found = _WHEN.match(text, end, stop)
    if found is None or _A_DAY.search(found["what"]):
        return None
    what = found["what"].rstrip()
    begin = len(what) + len(" on ")
    day = text[start:end]
    return Entry(f"{what[0].upper()}{what[1:]} on {day}.", begin, begin + len(day))
