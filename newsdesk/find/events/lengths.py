"""How many days something lasts, told with the day on which it begins: "a three-day visit to Kenya from Monday". Pure."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsdesk.find.calendar_words import SEVERAL, count, moved
from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.days_counted import days_beside
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_SO_LONG: Final = rf"(?:(?P<many>{SEVERAL}|[2-9]|1[0-4])-day|week-?long)"
_N_DAY: Final = rf"{_SO_LONG} (?P<what>[^.;:,“”]{{2,70}}?)"
_BEGINS: Final = r"(?:begins?|starts?|opens?|gets? under way|kicks? off|commences?)"
_FROM_A_DAY: Final = late_pattern(
    rf"(?i)\b{_N_DAY}(?:,? (?:from|beginning|starting)(?: on)?| (?:(?:will|is|are|due|set|expected|scheduled|to) ){{0,4}}{_BEGINS}(?: (?:in|at) [^.;:,“”]{{2,40}}?)?(?: on)?)(?: the)? $"
)
_BEGINS_ITS: Final = late_pattern(
    rf"(?i)\b(?:begin|start|embark on|embarks on|open|kick off|kicks off)s? (?:an?|his|her|its|their) (?:[a-z-]+ )?{_N_DAY} on (?:the )?$"
)
_COMES: Final = late_pattern(
    r"\b(?:arrives?|(?:is|are) (?:due|expected)|visits?)\b[^.;:,“”]{0,50}? (?:on|from) (?:the )?$"
)
_FOR_SO_LONG: Final = late_pattern(
    rf"(?: in (?:the )?[A-Z][\w’'-]+)? (?:for|on|at the start of) (?:an?|his|her|their) (?:[a-z-]+ )?{_SO_LONG} (?P<what>[a-z]+)"
)
"""Around the day on which somebody comes: "arrives on Tuesday for a four-day visit"."""
_A_WORD: Final = late_pattern(r"[A-Za-z]+(?:-[A-Za-z]+)?")
_ON_DAYS_IN_A_ROW: Final = word_set("visit strike talks opening exercise rally vote worship")
"""Classes of what goes on from day to day; a truce is named by its beginning, and a court sits on working days."""
_REACH: Final = 160


def last_day_told(text: str, sentence: tuple[int, int], start: int, end: int, first: date) -> date | None:
    """The last day of what begins on `first` and has its days counted beside it; None where they are not.

    Args:
        text: what the offsets count in.
        sentence: its span.
        start: where the day begins.
        end: where it ends.
        first: that day.
    """
    from_left = max(sentence[0], start - _REACH)
    found = _FROM_A_DAY.search(text, from_left, start) or _BEGINS_ITS.search(text, from_left, start)
    if found is None and _COMES.search(text, from_left, start):
        found = _FOR_SO_LONG.match(text, end, sentence[1])
    if found is None:
        later = days_beside(text, sentence, start, end, weekday=first.weekday())
        return moved(first, later) if later else None
    nouns = [each for word in _A_WORD.findall(found["what"]) if (each := class_of(word.lower()))]
    if not nouns or nouns[0] not in _ON_DAYS_IN_A_ROW:
        return None
    days = count(found["many"].lower()) if found["many"] else 7
    return moved(first, (days or 1) - 1)
