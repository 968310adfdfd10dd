"""Whether what a sentence calls off is another deed than an event, though one person is named with both. Pure, linear.

Who cancels a flight to one town still meets in another one that evening, and who drops a dinner still speaks: a name alone
makes a change none of everything that somebody has planned for the day.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.stems import stem, stems
from newsdesk.find.events.words import WORD
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_ITS_OBJECT: Final = late_pattern(
    r"(?: off)? (?:an?|the|his|her|their|its|\w+day[’']s|tomorrow[’']s|tonight[’']s)(?: (?!(?:to|in|at|with|for|on|of|from|by|that|which|who|and|until|after|because|set|planned|scheduled|due|booked|billed|fixed|called)\b)[\w’'-]+){0,3}? (?P<head>[a-z]+(?:-[a-z]+)?)"
    r"(?=[.,;]|$| (?:to|in|at|with|for|on|of|from|by|that|which|and|until|after|because|planned|scheduled|due|set|booked|billed|fixed|called|today|tonight|tomorrow|next|this)\b)"
)
"""From a verb over what it acts on."""
_STANDS_FOR_ANY: Final = word_set(
    "plan plans event appearance appearances move idea date dates engagement engagements attendance participation show performance arrangements arrangement thing things",
    "occasion proceedings session gathering action one ones step measure measures programme program schedule agenda return departure arrival sailing start beginning table cards",
)
"""By which anything planned may be called."""
_TRAVEL: Final = word_set("flight flights trip visit journey tour travel travels ferry train stopover")
_GOES_TO: Final = late_pattern(r" (?:to|in) (?:the )?(?P<place>[A-Z][\w’'-]+)")
_VISITS: Final = late_pattern(r"\b(?:visit|trip|tour|to (?:fly|travel|go|arrive)|flies|travels|goes|arrives)\b")


def is_other_deed(text: str, end: int, reach: int, titles: Iterable[str], words: frozenset[str] | set[str]) -> bool:
    """Whether the object of a verb that ends at `end` is surely none of what names call so.

    Args:
        text: with the verb.
        end: where the verb ends.
        reach: up to where what it changes is told.
        titles: the names of an event.
        words: of the names of people and places in them, in lower case.
    """
    found = _ITS_OBJECT.match(text, end, reach)
    if found is None:
        return False
    head = found["head"].lower()
    if head in _STANDS_FOR_ANY:
        return False
    names = [*titles]
    place = _GOES_TO.match(text, found.end(), reach)
    if head in _TRAVEL:
        going = any(_VISITS.search(each) for each in names)
        if place is not None:
            return place["place"].lower() not in words and not any(place["place"] in each for each in names)
        return not going and class_of(head) is None
    told = stems(word for each in names for word in WORD.findall(each.lower()))
    return class_of(head) is None and stem(head) not in told
