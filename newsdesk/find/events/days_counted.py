"""For how many days something goes on that begins on a day: "will strike for two days from 8 December". Pure, linear.

A sentence tells it after "for", after "last" or as hours. What a court or anybody only expects to last so long has no last
day, and a truce is named by its beginning.
"""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.calendar_words import SEVERAL, count
from newsdesk.find.event_nouns import class_of
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_DAYS: Final = rf"(?:(?P<many>{SEVERAL}|[2-9]|1[0-4]) (?P<unit>days|nights|weeks)|(?P<one>a week|a fortnight|one week))"
_FROM: Final = r"(?:,? (?:from|beginning|starting|commencing)(?: on| from)?)"
_FOR_DAYS_FROM: Final = late_pattern(rf"(?i)\bfor (?:up to )?(?:the )?{_DAYS}{_FROM}(?: the)? $")
_LASTS_FROM: Final = late_pattern(rf"(?i)\b(?:will |to )?(?:lasts?|runs?) (?:for )?{_DAYS}{_FROM}(?: the)? $")
_LISTED: Final = late_pattern(
    rf"(?i),? (?:which (?:is|are) )?(?:listed|scheduled|set|booked|timetabled|planned) (?:for|to (?:last|run)(?: for)?) {_DAYS},? (?:(?:will|is due to|is set to) )?(?:opens?|begins?|starts?|gets? under way)(?: (?:in|at) [^.;:,“”]{{2,40}}?)?(?: on)?(?: the)? $"
)
_HOURS: Final = late_pattern(
    r"(?i)\b(?P<hours>48|72|96)-hour (?P<what>[^.;:,“”]{2,50}?)(?:,? (?:from|beginning|starting)| (?:(?:will|is|are|due|set|to) ){0,3}(?:begins?|starts?))?(?: (?:at|from))?(?: on)?(?: the)? ?$"
)
_FOR_DAYS_OF: Final = late_pattern(rf"(?i)(?: in (?:the )?[A-Z][\w’'-]+)? for {_DAYS} of (?:[a-z-]+ )?(?P<what>[a-z]+)")
"""Behind the day on which somebody comes: "arrives on Monday for two days of talks"."""
_FOR_A_STAY: Final = late_pattern(
    rf"(?i)(?: in (?:the )?[A-Z][\w’'-]+)? (?:for|on) (?:an?|his|her|their) (?:[a-z-]+ )?(?P<many>{SEVERAL}|[2-9]|1[0-4])-(?P<unit>day) (?:[a-z-]+ )?(?P<what>[a-z]+)"
)
_COMES: Final = late_pattern(
    r"\b(?:arrives?|flies|travels|heads|goes|comes|visits?|(?:will|to|due to) (?:arrive|fly|travel|head|go|come|visit))\b[^.;:,“”]{0,50}? (?:on|from) (?:the )?$"
)
_GOES_ON: Final = late_pattern(
    r"(?i)\b(?:strikes?|walk(?:s|ing)? out|walkout|stoppage|stop(?:s|ping)? work|down(?:s|ing)? tools|clos(?:e|es|ed|ure)|shut(?:s|down)?|runs?|lasts?|held|take(?:s)? place|forecast|expected|ground(?:s|ed)?|open|visit|tour|talks|meets?|sit|sits|staged?|festival|fair|conference|exhibition)\b[^.;:“”]*$"
)
_ENDURED: Final = late_pattern(
    r"(?i)\b(?:truce|ceasefire|cease-fire|pause|suspend\w*|bann?\w*|jail\w*|remand\w*|detain\w*|held in custody|adjourn\w*|postpon\w*|delay\w*|extend\w*|expected to last|could|may|might|up to)\b"
)
_ON_DAYS_IN_A_ROW: Final = word_set("visit strike talks opening exercise rally vote worship court")
_REACH: Final = 160
_A_DAY: Final = 24


def days_beside(text: str, sentence: tuple[int, int], start: int, end: int, *, weekday: int) -> int | None:
    """How many days later than the day at `start`..`end` what begins on it ends, by the days counted around it; None where they are not.

    Args:
        text: what the offsets count in.
        sentence: its span.
        start: where the day begins.
        end: where it ends.
        weekday: of that day; Monday is 0.
    """
    left = max(sentence[0], start - _REACH)
    before = text[left:start]
    if _ENDURED.search(before):
        return None
    found = _FOR_DAYS_FROM.search(before)
    if found is not None and _GOES_ON.search(before, 0, found.start()):
        return _later(found)
    if (found := _LASTS_FROM.search(before)) is not None:
        return _later(found)
    if (found := _LISTED.search(before)) is not None:
        days = _later(found)
        # A court rests at weekends.
        rests = _IN_COURT.search(before) is not None
        return days if days is not None and (not rests or weekday + days < _SATURDAY) else None
    if (found := _HOURS.search(before)) is not None and any(
        class_of(each) == "strike" for each in found["what"].lower().split()
    ):
        by_hour = _AN_HOUR.search(text, left + found.end("what"), end)
        return int(found["hours"]) // _A_DAY - (0 if by_hour else 1)
    if _COMES.search(before):
        found = _FOR_DAYS_OF.match(text, end, sentence[1]) or _FOR_A_STAY.match(text, end, sentence[1])
        if found is not None and class_of(found["what"].lower()) in _ON_DAYS_IN_A_ROW:
            return _later(found)
    return None


_IN_COURT: Final = late_pattern(r"(?i)\b(?:trial|retrial|inquest|inquiry|hearing|tribunal|appeal|case)\b")
_SATURDAY: Final = 5
_AN_HOUR: Final = late_pattern(r"(?i)\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|\b\d{1,2}[.:]\d\d\b|\b(?:noon|midday)\b")


def _later(found: re.Match[str]) -> int | None:
    told = found.groupdict()
    if told.get("one"):
        return 13 if "fortnight" in told["one"].lower() else 6
    many = count(found["many"].lower())
    if many is None:
        return None
    return many * 7 - 1 if found["unit"].lower() == "weeks" else many - 1
