"""The second half of a clause, which leaves out what the first one has said: "votes on Monday and the council on Tuesday". Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.find.calendar_words import MONTH_NAMES, NUMBERS
from newsdesk.find.dates.direction_words import MODALS, PAST_VERBS, PLURAL_SCHEDULED, SCHEDULED
from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.words import DATE_WORDS, FUNCTION_WORDS
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_MONTH: Final = f"(?:{MONTH_NAMES})"
_DAY: Final = rf"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|\d{{1,2}}(?:(?: to |-|–)\d{{1,2}})? {_MONTH}|{_MONTH} \d{{1,2}})"
_VERBS: Final = "|".join(sorted(SCHEDULED | PLURAL_SCHEDULED | word_set("takes take goes")))
_HALVES: Final = late_pattern(
    rf"^(?P<who>[^,;:“”]{{2,60}}?) (?P<does>(?:(?:will|would|is|are|must)\b[^;:,“”]*?|(?:{_VERBS})\b[^;:,“”]*?)) (?:on |at |from )?(?:the )?"
    rf"{_DAY}(?:[^;:“”]|(?<=\d):(?=\d)){{0,40}}?(?P<joint>,? and|,? with|,? while|,(?! and\b)) (?P<other>[^,;:“”]{{3,40}}?)(?P<link>(?: on| from)?(?: the)?) $"
)
_DOING: Final = late_pattern(
    rf"^(?P<who>[^,;:“”]{{2,50}}?) (?:(?:will|would|is|are)\b|(?:{_VERBS}|break|breaks|rise|rises)\b)[^;:“”]* (?:(?:on|at) )?(?:the )?(?:{_DAY}|\d{{1,2}}(?:st|nd|rd|th)),"
    r" (?:before |and )?(?P<does>return|reopen|resum|reconven|end|clos|finish|open|start)ing on (?:the )?$"
)
_COLON: Final = late_pattern(r"[:;] ")
_TAKES_PLACE: Final = late_pattern(r"(?:will )?takes? place$")
_AWAITED: Final = late_pattern(r" (?:due|expected|scheduled|planned|set)(?: for)?$")
"""Behind what comes with something else: ", with the result due on ..."."""
_BASE: Final = {"resum": "resume", "reconven": "reconvene", "clos": "close"}
_AUXILIARY: Final = MODALS | word_set("is are be been now also then next again have has")
_DETERMINERS: Final = word_set("the a an his her its their another")
_PLACES: Final = word_set("in at to over out off up")


def whole_half(before: str) -> str | None:
    """The words before a day with what they left out: "the council votes on "; None where they leave out nothing.

    Whose object could stand there as well ("visits the port on Monday and the mine on ...") is told of nobody.
    """
    before = _COLON.split(before)[-1]
    doing = _DOING.match(before)
    if doing is not None:
        return f"{doing['who']} will {_BASE.get(doing['does'], doing['does'])} on "
    found = _HALVES.match(before)
    if found is None or not _is_somebody(found["other"]):
        return None
    # "The vote takes place": no "vote" that is a verb.
    takes_place = _TAKES_PLACE.search(found["does"])
    does = takes_place.group() if takes_place else found["does"]
    told = [word for word in does.split() if word.lower() not in _AUXILIARY]
    if len(told) > 1 and told[1] not in _PLACES and not takes_place:
        return None
    other = found["other"]
    awaited = _AWAITED.search(other) if found["joint"].endswith("with") else None
    if awaited or (found["joint"].endswith("with") and _happens(other.split()[-1].lower())):
        other = other[: awaited.start()] if awaited else other
        # "Workers will strike on Monday, with a rally on Tuesday": the noun tells what it is.
        return f"{other[0].upper()}{other[1:]} is{found['link'] or ' on'} "
    return f"{other[0].upper()}{other[1:]} {does}{found['link'] or ' on'} "


def _happens(noun: str) -> bool:
    return class_of(noun) is not None or noun in _HAPPENS


_HAPPENS: Final = word_set(
    "prix qualifying sprint rehearsal reception party dinner service show fair gala final leg draw count result"
)
"""What is on a day beside the nouns of events."""


def _is_somebody(words: str) -> bool:
    """Whether the words are a thing or a person with an article or a noun of its own, and no verb is among them."""
    lower = [word.lower() for word in words.split()]
    verbs = (
        {"is", "are", "was", "were", "will", "to", "not", "again", "follow", "follows"}
        | SCHEDULED
        | PLURAL_SCHEDULED
        | PAST_VERBS
    )
    if verbs & set(lower) or any(word.endswith("ed") for word in lower):
        return False
    determined = lower[0] in _DETERMINERS or (words[0].islower() and lower[-1] in NUMBERS)
    return determined and len(lower) > 1 and not set(lower[1:]) & (FUNCTION_WORDS - {"of"} | DATE_WORDS)
