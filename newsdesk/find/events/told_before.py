"""The time at which something was called off, where its sentence tells that: "three rounds were cancelled in March". Pure.

What was called off before it was first told to be held is on again, or another one.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from newsdesk.find.event_nouns import class_of
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Timex

_OF_THE_THING: Final = r"(?:planned|scheduled|set|due|announced|agreed|expected|called|arranged|billed|which|that|who|since|from|until|till|for|of|by|after|before|to)"
_WHEN: Final = late_pattern(
    rf"(?: off)?(?: (?!{_OF_THE_THING}\b)[\w’'-]+){{0,7}}?(?: (?:in|on|late in|early in|back in|during))?(?: the)? $"
)
"""From a change to the time at which it was made; not to that of what is changed, "the talks planned for May"."""
_FIRST: Final = late_pattern(r"\W*(?:(?:In|On|During|Back in|Late in|Early in|Earlier)(?: the)? )?$")
_HELD_IN: Final = late_pattern(
    r"\b(?P<noun>[\w-]+)(?: (?:in|of|at) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)? (?:(?:late |early )?in|of|from) (?:late |early )?$"
)
"""Before the month of what was changed."""
_HAS: Final = late_pattern(r"(?i)\b(?:has|have|will|is|are)(?: (?:now|since|just|already))?(?: be| been)? $")
"""Right before what is a change of now."""
_REACH: Final = 90
"""Characters between a change and its time."""
_SLACK: Final = timedelta(days=7)
"""A source may tell of a plan some days after that was given up."""


def changed_by(
    text: str,
    sentence: tuple[int, int],
    span: tuple[int, int],
    timexes: Sequence[Timex],
    starts: Sequence[int],
    noun_class: str | None,
) -> date | None:
    """The last day of the time at which a change was made; None where the sentence does not tell it.

    Args:
        text: what the change stands in.
        sentence: its sentence.
        span: the change.
        timexes: of the text, in their order.
        starts: where they begin.
        noun_class: of what is changed.
    """
    start, end = span
    owners = timexes[max(0, (n := bisect_left(starts, start)) - 1) : n]
    for each in owners:
        if each.start < sentence[0] or len(each.value) >= 10:
            continue
        held = _HELD_IN.search(text, max(sentence[0], each.start - _REACH), each.start)
        if text.startswith(("'s ", "’s "), each.end) or (held and class_of(held["noun"].lower()) == noun_class):
            # "Last month's talks were called off", "a launch in January was scrubbed".
            return _last_day(each)
    if _HAS.search(text, max(sentence[0], start - 24), start):
        return None
    behind = timexes[(n := bisect_left(starts, end)) : n + 1]
    first = timexes[(n := bisect_left(starts, sentence[0])) : n + 1]
    for each in behind:
        if each.start < min(sentence[1], end + _REACH) and _WHEN.fullmatch(text, end, each.start):
            return _last_day(each)
    for each in first:
        opens = _FIRST.fullmatch(text, sentence[0], each.start)
        if each.end <= start and opens and text.startswith(",", each.end):
            return _last_day(each)
    return None


_AT_THE_LAST: Final = late_pattern(
    r"(?i)\bwith (?:(?:just|only|barely|less than|fewer than|about) )?(?:(?:an?|half an|[a-z]+|\d{1,2}) )?(?:hours?|minutes) (?:to (?:go|spare)|left)\b"
    r"|\b(?:hours|minutes|moments) before (?:it|they|the)\b|\bat the (?:last|eleventh) (?:minute|moment|hour)\b|\bon the (?:very )?(?:eve|morning) of\b"
)
"""Beside a change: how shortly before the thing it was made."""
_OF_BEFORE: Final = late_pattern(
    r"(?i)\b(?:last (?:week|month|night|year|\w+day)|yesterday|this morning)[’']s (?:[\w’'-]+ ){0,3}?(?P<noun>[a-z-]+)\b"
)
"""What was to be before today."""


def is_of_an_earlier_one(
    text: str, sentence: tuple[int, int], span: tuple[int, int], start: date, told_on: date
) -> bool:
    """Whether a change is one of something earlier than what begins at `start`: made hours before, or of "last week's strike".

    Args:
        text: what the change stands in.
        sentence: its sentence.
        span: the change.
        start: the first day of what it might be of.
        told_on: the day on which it is told.
    """
    near = max(sentence[0], span[0] - _REACH), min(sentence[1], span[1] + _REACH)
    if _AT_THE_LAST.search(text, span[1], near[1]) and start > told_on + timedelta(days=1):
        return True
    return start > told_on and any(class_of(each["noun"].lower()) for each in _OF_BEFORE.finditer(text, *near))


def _last_day(timex: Timex) -> date | None:
    """The last day of the time that an expression names, and some more where that is a day or a week."""
    value = timex.value_end or timex.value
    try:
        if "-W" in value:
            return date.fromisocalendar(int(value[:4]), int(value[6:8]), 7) + _SLACK
        if len(value) >= 10:
            return date.fromisoformat(value[:10]) + _SLACK
        if len(value) == 7:
            year, month = int(value[:4]), int(value[5:7])
            return date(year, month, monthrange(year, month)[1])
        earlier = timex.text.lower().startswith("earlier")
        return date(int(value), 1, 1) if earlier else date(int(value), 12, 31)
    except (ValueError, OverflowError):
        return None
