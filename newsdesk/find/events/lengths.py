"""How many days something lasts, told with the day on which it begins: "a three-day visit to Kenya from Monday". Pure."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsdesk.find.calendar_words import count, moved
from newsdesk.find.event_nouns import class_of
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_N_DAY: Final = r"(?P<many>two|three|four|five|six|seven|eight|nine|ten|[2-9]|1[0-4])-day (?P<what>[^.;:,“”]{2,70}?)"
_BEGINS: Final = r"(?:begins?|starts?|opens?|gets? under way|kicks? off|commences?)"
_FROM_A_DAY: Final = late_pattern(
    rf"(?i)\b{_N_DAY}(?:,? (?:from|beginning|starting)(?: on)?| (?:(?:will|is|are|due|set|expected|scheduled|to) ){{0,4}}{_BEGINS}(?: (?:in|at) [^.;:,“”]{{2,40}}?)?(?: on)?)(?: the)? $"
)
_BEGINS_ITS: Final = late_pattern(
    rf"(?i)\b(?:begin|start|embark on|embarks on|open|kick off|kicks off)s? (?:an?|his|her|its|their) (?:[a-z-]+ )?{_N_DAY} on (?:the )?$"
)
_A_WORD: Final = late_pattern(r"[A-Za-z]+(?:-[A-Za-z]+)?")
_ON_DAYS_IN_A_ROW: Final = word_set("visit strike talks opening exercise rally vote worship")
"""Classes of what goes on from day to day; a truce is named by its beginning, and a court sits on working days."""
_REACH: Final = 160


def last_day_told(text: str, begin: int, start: int, first: date) -> date | None:
    """The last day of what begins on `first` and has its days counted before it; None where they are not.

    Args:
        text: what the offsets count in.
        begin: of the sentence.
        start: of the day.
        first: that day.
    """
    from_left = max(begin, start - _REACH)
    found = _FROM_A_DAY.search(text, from_left, start) or _BEGINS_ITS.search(text, from_left, start)
    if found is None:
        return None
    nouns = [each for word in _A_WORD.findall(found["what"]) if (each := class_of(word.lower()))]
    if not nouns or nouns[0] not in _ON_DAYS_IN_A_ROW:
        return None
    return moved(first, (count(found["many"].lower()) or 1) - 1)
