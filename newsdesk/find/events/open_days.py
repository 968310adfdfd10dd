"""Days that words without a day leave open or set as a limit: "at the weekend", "by the end of June". Pure.

"Next week" names no days that a reader could write down; a weekend, the week of a day, and the last day of a month are.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from newsdesk.find.calendar_words import calendar_day
from newsdesk.find.events.changes import day_of
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Timex

_WEEKEND: Final = late_pattern(r"(?i)(?!.*\b(?:next|last|past)\b).*\bweekend$")
"""A weekend that one of two cannot be meant by, as it can by "next weekend"."""
_ITS_WEEK: Final = late_pattern(
    r"(?i)\b(?:week(?P<end>end)?(?: of| beginning| commencing| starting)|w/c)(?: on)?(?: the)?(?: mon(?:day)?,?)? $"
)
"""Before the day of which only the week or the weekend is meant."""
_IN_SOME_WEEKS: Final = late_pattern(r"(?i)in [a-z\d]+ (?:weeks?|fortnights?)(?:['’]s?)?(?: time)?$")
_BY_ITS_END: Final = late_pattern(r"(?i)\b(?:by|until|till) (?:the )?end of (?:the )?$")
"""Before a month whose last day is a limit."""
_REACH: Final = 30
_AT_THE_WEEKEND: Final = late_pattern(r"(?i)at the ")


class OpenDays(NamedTuple):
    """The days that a coarse expression means."""

    first: date
    last: date
    somewhen: bool
    """Whether what is told may be on any one of them."""
    may_be_usual: bool = False
    """Whether it may as well be so every week: "opens at the weekend"."""


def open_days(text: str, timex: Timex) -> OpenDays | None:
    """The days of a weekend, of the week of a day, or the last day of a month that is a limit; None of all other coarse expressions.

    Args:
        text: what the expression stands in.
        timex: the expression.
    """
    first = day_of(timex.value)
    if first is None:
        return None
    before = max(0, timex.start - _REACH)
    if "W" in timex.value:
        named = _ITS_WEEK.search(text, before, timex.start)
        if (named and named["end"]) or _WEEKEND.fullmatch(timex.text):
            usual = _AT_THE_WEEKEND.match(timex.text) is not None
            return OpenDays(first + timedelta(days=5), first + timedelta(days=6), somewhen=True, may_be_usual=usual)
        if named or _IN_SOME_WEEKS.match(timex.text):
            return OpenDays(first, first + timedelta(days=6), somewhen=True)
        return None
    if len(timex.value) == len("2025-05") and _BY_ITS_END.search(text, before, timex.start):
        following = calendar_day(first.year + first.month // 12, first.month % 12 + 1, 1)
        last = following - timedelta(days=1) if following else None
        return OpenDays(last, last, somewhen=False) if last else None
    return None
