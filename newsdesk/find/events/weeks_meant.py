"""Of which week a bare weekday is by which a move tells the old day or the new one, where another post has the old day. Pure.

News writes "moved from Friday to Saturday" of a Friday that its readers know. Counted from today it would be the next
one; the day that is known goes before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from newsdesk.find.calendar_words import WEEKDAYS
from newsdesk.find.events.sightings import Gathered, Sighting
from newsdesk.late_pattern import late_pattern

_A_WEEK: Final = 7
_WEEKS_AHEAD: Final = 5
"""Further ahead nobody calls a day by its weekday alone."""
_BEFORE: Final = 120
_A_WEEKDAY: Final = late_pattern(
    r"(?P<day>[A-Z][a-z]+day)(?: (?:morning|afternoon|evening|night))?(?: at \S+(?: ?[ap]\.?m\.?)?)?"
)
"""A day of the week without its number, with an hour or not."""
_LATER: Final = late_pattern(
    r"(?i)\b(?:postpon|delay|defer|adjourn|put(?:s|ting)?\b(?: [\w’'-]+){0,3} (?:back|off)\b|push(?:es|ed|ing)?\b(?: [\w’'-]+){0,3} back\b)"
)
"""To a later day."""
_EITHER_WAY: Final = late_pattern(
    r"(?i)\b(?:mov(?:es?|ed|ing)|shift(?:s|ed|ing)?|switch(?:es|ed|ing)?|reschedul\w+|rearrang\w+)(?! forward\b)(?: [\w’'-]+){0,8}? (?:to|for)(?: the)? $"
)
"""To another day, be it later or earlier."""


def week_meant(left: date, words: str, event: Gathered, known: Iterable[Gathered]) -> date:
    """The day that a move leaves: of the one thing by the same noun that is known for that weekday of a later week, else as it was read.

    Args:
        left: as counted from its post.
        words: that tell it.
        event: what has moved.
        known: what it may have been.
    """
    if not is_bare_weekday(words):
        return left
    alike = [
        each.start
        for each in known
        if each is not event
        and each.end is None
        and (each.nouns & event.nouns or each.titles & event.titles)
        and each.start.weekday() == left.weekday()
    ]
    later = [day for day in alike if left < day <= left + timedelta(weeks=_WEEKS_AHEAD)]
    return later[0] if len(later) == 1 and left not in alike else left


def is_bare_weekday(words: str) -> bool:
    """Whether words tell a weekday and no more of which day it is."""
    found = _A_WEEKDAY.fullmatch(words)
    return found is not None and found["day"].lower() in WEEKDAYS


def count_on(event: Gathered, left: date) -> None:
    """Give what moves to a bare weekday that day beside the one it leaves, which another post tells.

    What is put off goes to the first such day behind, what is "moved" to the nearest one.
    """
    if event.end is not None or event.start >= left:
        return
    behind = event.start + timedelta(days=_A_WEEK * ((left - event.start).days // _A_WEEK + 1))
    if all(_moves_to_a_weekday(each, _LATER) for each in event.sightings):
        event.start = behind
    elif all(_moves_to_a_weekday(each, _EITHER_WAY) for each in event.sightings):
        before = behind - timedelta(days=_A_WEEK)
        event.start = behind if behind - left <= left - before else before


def _moves_to_a_weekday(sighting: Sighting, verb: re.Pattern[str]) -> bool:
    mention = sighting.mention
    text = sighting.post.words_at(mention.place)
    begin = max(mention.sentence_start, mention.start - _BEFORE)
    return is_bare_weekday(text[mention.start : mention.end]) and verb.search(text, begin, mention.start) is not None
