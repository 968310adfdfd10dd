"""A grammar for the time expressions of news English: text to phrases, not yet resolved. Pure, linear.

Small atoms (a calendar day, a weekday, "tomorrow", a clock time, a week, a month, a year) are joined where a name
("Monday, 12 May at 6pm") or a range ("from 14 to 16 May", "Monday to Wednesday") holds several of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from newsdesk.find.change_words import MOVED_OBJECT
from newsdesk.find.dates.atoms import TO, atoms, is_of_a_name
from newsdesk.find.dates.makers import MOVED_FROM
from newsdesk.find.dates.phrases import DAY_GRAINS, Clock, Expression, Grain, Phrase
from newsdesk.late_pattern import late_pattern

_JOIN: Final = late_pattern(r"(?:,? (?:on )?(?:the |an? )?|, |\s?\()", re.ASCII)
_MAYBE: Final = late_pattern(r",? (?:possibly|probably|perhaps|likely|maybe) (?:on )?")
_WEEK_AND_DAY: Final = frozenset({Grain.WEEK, Grain.WEEKDAY})
_CLOCK_THEN_DAY: Final = late_pattern(r"(?:,? (?:on |of )?(?:the )?|, )")
_DAY_THEN_CLOCK: Final = late_pattern(
    r"(?:,? (?:at |from |between |by |until |before |after |around |about |shortly after |just (?:after|before) )?| \((?:at )?)"
)
_RANGE: Final = late_pattern(rf"{TO}| (?:and )?into | through (?:to|until) |, (?:until|till) ")
_MOVED_OBJECT: Final = late_pattern(rf"(?i)\b{MOVED_OBJECT}$")
_BETWEEN: Final = late_pattern(r" and ")
_SPAN_WORD: Final = late_pattern(r"(?i)\b(?:from|between) $")
_DAY_GRAINS: Final = DAY_GRAINS - {Grain.FIGURES}
_NEAR_WORD: Final = 60
"""Characters looked at on either side of an expression."""


_BEGINS: Final = late_pattern(
    r"(?i)\b(?:from|begin\w*|start\w*|effect|force|commenc\w+|introduced|live|opens?|stroke of)\b[^.;:]{0,24}$"
)
"""Before the midnight with which the first day of a month or of a year begins."""


_Join = Callable[[str, Expression, Expression], Expression | None]
_JOINT: Final = 16
"""Characters at most between two atoms of one expression."""


def _day_with_clock(text: str, left: Expression, right: Expression) -> Expression | None:
    """One expression where a day and a clock time name one moment, in either order, else None."""
    between = text[left.end : right.start]
    if len(between) > _JOINT or _is_half_told(left, right):
        return None
    if left.clock and not left.phrases and right.phrases and right.phrases[0].grain in _DAY_GRAINS and not right.clock:
        if _CLOCK_THEN_DAY.fullmatch(between):
            clock = _halved(left.clock, right)
            if right.phrases[-1].day == 1 and _BEGINS.search(text, max(0, left.start - _NEAR_WORD), left.start):
                # "The law takes effect at midnight on 1 January".
                clock = replace(clock, midnight=False)
            return replace(right, start=left.start, clock=clock, clock_last=left.clock_last)
        return None
    if right.clock and not right.phrases:
        day = left.phrases and left.phrases[0].grain in _DAY_GRAINS and not left.clock and not left.last
        if not day or not _DAY_THEN_CLOCK.fullmatch(between):
            return None
        end = right.end + ("(" in between and text.startswith(")", right.end))
        return replace(left, end=end, clock=_halved(right.clock, left), clock_last=right.clock_last)
    return None


def _is_half_told(left: Expression, right: Expression) -> bool:
    """Whether one of two is an hour in words of which neither tells the half of the day: "at ten on Thursday"."""
    clock = left.clock or right.clock
    return clock is not None and clock.beside_a_day and clock.either_half and not (left.part or right.part)


def _halved(clock: Clock, day: Expression) -> Clock:
    """The hour in the half of the day that its day tells: "nine o'clock tonight", "half past two on Sunday afternoon"."""
    clock = replace(clock, beside_a_day=False)
    if not clock.either_half or not day.part:
        return clock
    # "Two o'clock on Friday night" is read as printed: people say it of both nights.
    late = day.part in {"afternoon", "evening"} or (day.part == "night" and 6 <= clock.hour < 12)
    hour = clock.hour % 12 + 12 * late if day.part != "night" or late else clock.hour
    return replace(clock, hour=hour, either_half=False)


def _day_with_day(text: str, left: Expression, right: Expression) -> Expression | None:
    """One expression where two atoms name the same day ("Monday, 12 May"), else None."""
    between = text[left.end : right.start]
    if len(between) > _JOINT or not left.phrases or not right.phrases:
        return None
    if left.last:
        # "From 3 to 5 December last year".
        return _day_of_year(left, right) if between in {" ", " of ", ", "} and right.phrases[0].shift else None
    if between == " of ":
        return _day_in_a_month(right, left, left)
    if _MAYBE.fullmatch(between):
        # "Next week, possibly on Thursday".
        return (
            _weekday_of_week(left, right) if {left.phrases[0].grain, right.phrases[0].grain} == _WEEK_AND_DAY else None
        )
    if not _JOIN.fullmatch(between):
        return None
    of_month = _day_in_a_month(left, right, left) or _day_in_a_month(right, left, left)
    if of_month is not None:
        return of_month
    dated = _day_of_year(left, right)
    if dated is not None:
        return dated
    grains = {phrase.grain for phrase in left.phrases}
    grain = right.phrases[0].grain
    if (
        grain in grains
        or grain not in _DAY_GRAINS | {Grain.WEEK, Grain.FIGURES}
        or not grains <= _DAY_GRAINS | {Grain.WEEK}
    ):
        return None
    if Grain.CALENDAR in grains and not any(mark in between for mark in ",("):
        # "since 3 March on Tuesday": two mentions, unless a comma or a bracket joins them.
        return None
    if Grain.WEEK in grains | {grain}:
        return _weekday_of_week(left, right)
    bracket = right.end < len(text) and "(" in between and text[right.end] == ")"
    return replace(
        right,
        start=left.start,
        end=right.end + bracket,
        phrases=left.phrases + right.phrases,
        part=left.part or right.part,
    )


def _day_in_a_month(month: Expression, day: Expression, first: Expression) -> Expression | None:
    """As in "next month, on the 7th", "the 7th of next month": the day carries the shift of its month."""
    shift, number = month.phrases[0], day.phrases[-1]
    if len(month.phrases) > 1 or shift.grain is not Grain.MONTH or shift.shift is None:
        return None
    if number.grain is not Grain.CALENDAR or number.month is not None or number.shift is not None:
        return None
    phrases = (*day.phrases[:-1], replace(number, shift=shift.shift))
    return replace(day, start=first.start, end=max(month.end, day.end), phrases=phrases)


def _day_of_year(left: Expression, right: Expression) -> Expression | None:
    """As in "12 May last year", "two years ago, on 4 September": the day carries the shift of its year."""
    year, day = (left, right) if left.phrases[0].grain is Grain.YEAR else (right, left)
    shift, calendar = year.phrases[0], day.phrases[-1]
    if year is left and calendar.grain is Grain.NEAR and shift.grain is Grain.YEAR and shift.shift is not None:
        # "Ten years ago today".
        return replace(day, start=left.start, phrases=(shift, calendar)) if not right.part else None
    if (
        shift.grain is not Grain.YEAR
        or shift.shift is None
        or calendar.grain is not Grain.CALENDAR
        or calendar.year is not None
    ):
        return None
    phrases = (*day.phrases[:-1], replace(calendar, shift=shift.shift))
    return replace(day, start=left.start, end=right.end, phrases=phrases)


def _weekday_of_week(left: Expression, right: Expression) -> Expression | None:
    """As in "next week on Tuesday": the weekday of that week."""
    week, day = (left, right) if left.phrases[0].grain is Grain.WEEK else (right, left)
    weekday = day.phrases[0]
    if (
        weekday.grain is not Grain.WEEKDAY
        or weekday.modifier
        or weekday.shift is not None
        or week.phrases[0].modifier == "weekend"
    ):
        return None
    return replace(day, start=left.start, end=right.end, phrases=(replace(weekday, shift=week.phrases[0].shift),))


def _ranged(text: str, left: Expression, right: Expression) -> Expression | None:
    """A range of days from two expressions ("Monday to Wednesday"), else None."""
    if left.last or right.last or not left.phrases or not right.phrases or right.start - left.end > 15:
        return None
    if left.phrases[-1].grain not in _DAY_GRAINS or right.phrases[-1].grain not in _DAY_GRAINS:
        return None
    between = text[left.end : right.start]
    before = text[max(0, left.start - _NEAR_WORD) : left.start]
    span = _SPAN_WORD.search(before)
    if not (_RANGE.fullmatch(between) or (span and "between" in span.group().lower() and _BETWEEN.fullmatch(between))):
        return None
    if MOVED_FROM.search(before) or _MOVED_OBJECT.search(before) or (between.startswith(",") and not span):
        return None
    if left.clock and "into" in between:
        # "Midnight on Sunday into Monday".
        return replace(left, end=right.end)
    return replace(left, end=right.end, last=_strongest(right.phrases), clock_last=right.clock if left.clock else None)


def _strongest(phrases: tuple[Phrase, ...]) -> Phrase:
    order = (
        Grain.CALENDAR,
        Grain.FIGURES,
        Grain.FEAST,
        Grain.NTH,
        Grain.NEAR,
        Grain.TOLD,
        Grain.WEEKDAY,
        Grain.WEEK,
        Grain.MONTH,
        Grain.YEAR,
    )
    return min(phrases, key=lambda phrase: order.index(phrase.grain))


def expressions(text: str) -> Iterator[Expression]:
    """The time expressions of `text` in order, without overlaps."""
    found = _until_other_days(text, _without_names(text, atoms(text)))
    # Days before hours: "7am on Monday 15 December" is one moment.
    for join in (_day_with_day, _day_with_clock, _ranged):
        found = _merged(text, found, join)
        if join is _day_with_clock:
            found = _around_brackets(text, found)
    for each in _of_one_week(text, found):
        if not (each.clock and each.clock.beside_a_day) and not _is_habit(text, each):
            yield _of_its_week(text, each)


_UNTIL: Final = late_pattern(r"(?i) (?:until|till|to) ")
_ON: Final = late_pattern(r" (?:on |of )(?:the )?")


def _until_other_days(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, two hours between two days as what lasts from the one to the other: "from Friday at 8am until 10pm on Tuesday"."""
    result = list(found)
    for n in range(len(result) - 2, 0, -1):
        day, hours, other = result[n - 1 : n + 2]
        if not hours.clock_last or hours.phrases or not _UNTIL.search(text, hours.start, hours.end):
            continue
        if any(
            len(each.phrases) != 1 or each.phrases[0].grain not in _DAY_GRAINS or each.clock or each.last
            for each in (day, other)
        ):
            continue
        if _DAY_THEN_CLOCK.fullmatch(text, day.end, hours.start) and _ON.fullmatch(text, hours.end, other.start):
            lasting = replace(day, end=other.end, clock=hours.clock, clock_last=hours.clock_last, last=other.phrases[0])
            result[n - 1 : n + 2] = [lasting]
    return result


def _around_brackets(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, an hour with its day behind a bracket that tells the moment elsewhere: "at 20:00 (01:00 GMT on Saturday) on Friday"."""
    result = list(found)
    for n in range(len(result) - 2, 0, -1):
        hour, elsewhere, day = result[n - 1 : n + 2]
        if not hour.clock or hour.phrases or hour.clock_last or not elsewhere.clock:
            continue
        if len(day.phrases) != 1 or day.phrases[0].grain not in _DAY_GRAINS or day.clock or day.last:
            continue
        around = _OPENS.fullmatch(text, hour.end, elsewhere.start) and _CLOSES.fullmatch(text, elsewhere.end, day.start)
        if around and not _is_half_told(hour, day):
            result[n - 1 : n + 2] = [replace(hour, phrases=day.phrases, clock=_halved(hour.clock, day)), elsewhere]
    return result


_OPENS: Final = late_pattern(r" \((?:or |about |around |at )?")
_CLOSES: Final = late_pattern(r"\),? on (?:the )?")
_BANK_HOLIDAY: Final = late_pattern(r" (?:bank|public) holiday\b")
_TO_ITS_OWN_DAY: Final = late_pattern(r"(?!.*\b(?:and|but|while|with|ahead of|before|after)\b)[^.;:,\n]{1,70}")


def _without_names(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions without the holidays of which only the name is meant: "the May Day parade will be held on Saturday"."""
    dropped = {
        each.start for each in found if is_of_a_name(text, each.start, each.end) and _BANK_HOLIDAY.match(text, each.end)
    }
    for each, other in pairwise([each for each in found if each.phrases]):
        if not (_TO_ITS_OWN_DAY.fullmatch(text, each.end, other.start)):
            continue
        dropped |= {one.start for one in (each, other) if is_of_a_name(text, one.start, one.end)}
    return [each for each in found if each.start not in dropped]


_LISTED_WITH: Final = late_pattern(r"(?:,| and|, and| or)(?: on)? ")


def _of_one_week(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, weekdays of a list in the week that its last one names: "on Tuesday and Thursday next week"."""
    result = list(found)
    for n in range(len(result) - 1, 0, -1):
        first, other = result[n - 1], result[n]
        if not (_is_bare_weekday(first) and len(other.phrases) == 1 and other.phrases[0].grain is Grain.WEEKDAY):
            continue
        shift = other.phrases[0].shift
        later = (other.phrases[0].weekday or 0) > (first.phrases[0].weekday or 0)
        if shift is None or other.phrases[0].modifier or not later:
            continue
        if _LISTED_WITH.fullmatch(text, first.end, other.start):
            result[n - 1] = replace(first, phrases=(replace(first.phrases[0], shift=shift),))
    return result


def _is_bare_weekday(each: Expression) -> bool:
    bare = len(each.phrases) == 1 and each.phrases[0].grain is Grain.WEEKDAY and each.last is None
    return bare and not each.phrases[0].modifier and each.phrases[0].shift is None


_WORKING_DAYS: Final = late_pattern(
    r"(?i)(?:.*(?:\d|m|noon|midnight)\.?,? )?Mon(?:day)?(?: to | ?[-–—] ?| through | until )(?:Thur?s?|Fri|Satur|Sat|Sun)(?:day)?(?:,? \(?(?:from |between )?\d.*)?"
)
_SERVED: Final = late_pattern(r"(?i)\b(?:open|available|staffed|daily|24 hours a day|hours)[^.;:]{0,30}$")
_PLANNED: Final = late_pattern(
    r"(?i)\b(?:will|shall|must|due|planned|scheduled|expected|set|going|next|this|from)\b|['’]ll\b|\bto (?:be |strike|walk|close|shut|stop|run|hold|stage|march|meet|visit|hear)"
)


def _is_habit(text: str, each: Expression) -> bool:
    """Whether days are those of every week: "trains leave at 9am Monday to Friday", of which nothing says that it is planned."""
    if each.last is None or each.phrases[0].grain is not Grain.WEEKDAY:
        return False
    if not _WORKING_DAYS.fullmatch(text, each.start, each.end):
        return False
    before = text[max(0, each.start - _NEAR_WORD) : each.start]
    before = before[before.rfind(". ") + 1 :]
    if not each.clock and not _SERVED.search(before):
        return False
    return not _PLANNED.search(before.removesuffix("from ") if each.clock else before)


_WEEK_OF: Final = late_pattern(
    r"(?i)(?:\b(?<!\ba )(?<!\bone )week(?:end)?(?: of| beginning| commencing| starting| ending)|\bw/[ce])(?: on)?(?: the)? $"
)


def _of_its_week(text: str, each: Expression) -> Expression:
    """An expression whose day only tells which week is meant: "the week of 5 December", "w/c Monday 8 December"."""
    phrases = each.phrases
    if not phrases or each.last or each.clock or phrases[-1].grain is not Grain.CALENDAR:
        return each
    if not _WEEK_OF.search(text, max(0, each.start - 30), each.start):
        return each
    return replace(each, phrases=(*phrases[:-1], replace(phrases[-1], modifier="week of")))


def _merged(text: str, found: Sequence[Expression], join: _Join) -> list[Expression]:
    """The expressions with each one joined to the one before it where `join` says so."""
    result: list[Expression] = []
    for each in found:
        joined = join(text, result[-1], each) if result else None
        if joined is not None:
            result[-1] = joined
        else:
            result.append(each)
    return result
