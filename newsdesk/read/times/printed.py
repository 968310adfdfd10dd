"""Times as sources print them: "16:03 British Summer Time 11 May", "May 11, 2025 11:49 PM", RFC 822 and ISO 8601 dates.

What was printed is kept and nothing is added: a missing year, date or zone stays missing. A text is a time only when every
word of it belongs to one, so that no prose is taken for a date; there is no fuzzy search.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from newsdesk.english_calendar import MONTHS, hour_of_day
from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.times.months_elsewhere import in_english
from newsdesk.read.times.zones import Zone, resolve, zone_at

_MONTHS = [month.lower() for month in MONTHS]
_MONTHS_SHORT = [month[:3] for month in MONTHS]
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST = 120
"""Characters that a printed time may have; what is longer is prose."""

_END_OF_WORD = r"(?:(?![A-Za-z])|(?=[A-Z][a-z]))"
"""A word that starts with a capital may be glued to a time: "11 MayBreaking"."""
_MONTH = "|".join([*_MONTHS, "sept", *(month[:3] for month in _MONTHS)])
_WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_TOKEN = late_pattern(
    rf"""
    (?P<filler>[\s,;|·•()\[\]]+ | (?<=[(])\d{{4}}[ ](?:GMT|UTC|BST)(?=[)]) | [-–—/](?=\s) | (?i:at|on|of|the|local[ ]time)(?![A-Za-z]) )
  | (?P<iso>(?P<iso_year>(?:19|20)\d\d)(?P<iso_mark>[-/.])(?P<iso_month>\d\d)(?P=iso_mark)(?P<iso_day>\d\d)(?!\d)T?)
  | (?P<basic>(?P<basic_year>(?:19|20)\d\d)(?P<basic_month>\d\d)(?P<basic_day>\d\d)
        T(?P<basic_hour>\d\d)(?P<basic_minute>\d\d)(?:\d\d)?(?!\d))
  | (?P<numeric>(?P<first>\d\d?)(?P<mark>[/.-])(?P<second>\d\d?)(?P=mark)(?P<numeric_year>(?:19|20)\d\d)(?!\d))
  | (?P<clock>(?P<hour>\d\d?)[:.h](?P<minute>\d\d)(?:[:.]\d\d(?:[.,]\d{{1,9}})?)?(?!\d)
        (?:[ ]?(?P<half>[AaPp])\.?[Mm](?:\.|{_END_OF_WORD})|[ ][Uu]hr(?![A-Za-z]))?)
  | (?P<hour_clock>(?P<bare_hour>\d\d?)[ ]?(?P<bare_half>[AaPp])\.?[Mm](?:\.|{_END_OF_WORD}))
  | (?P<year>(?:19|20)\d\d(?:(?!\d)|(?=\d\d?:\d\d[ ]?[AaPp]\.?[Mm])))
  | (?P<day>\d\d?(?:st|nd|rd|th)?(?![\d:]))
  | (?P<month>(?i:{_MONTH}){_END_OF_WORD}\.?)
  | (?P<weekday>(?=[A-Z])(?i:{_WEEKDAY}){_END_OF_WORD}\.?)
    """,
    re.VERBOSE,
)

_USUAL = late_pattern(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),[ ])?(?P<day>\d\d?)[ ](?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[ ](?P<year>(?:19|20)\d\d)"
    r"[ ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?[ ](?P<zone>[A-Z]{1,4}|[+-]\d{4})"
    r"|(?P<iso_year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<iso_day>\d\d)T(?P<iso_hour>\d\d):(?P<iso_minute>\d\d)"
    r"(?::\d\d(?:\.\d{1,9})?)?(?P<iso_zone>Z|[+-]\d\d:\d\d)",
    re.ASCII,
)
"""Dates as RFC 822 and ISO 8601 have them, which nearly all feeds print: read at one look, ten times as fast."""

_INTRODUCTION = late_pattern(
    r"""\s*(?i:(?:first[ ]|last[ ]|originally[ ])?(?:published|updated|posted|modified|released|issued|created|submitted)
        (?:[ ](?:on|at))?|(?:publication[ ])?(?:date|time)(?=\s*:)|dated)\s*[:|–—-]?\s*""",
    re.VERBOSE,
)

_OF_ALL_TIMES = late_pattern(
    r"[(\[*]{0,2}(?:(?:all|the) )?times?(?: (?:are|shown|given|stated|listed|here)){0,3}(?: (?:in|as))?(?: the)?:? ",
    re.IGNORECASE,
)
_BEHIND_A_DAY = late_pattern(r"\s?[(\[|·,;–—-]{1,2}\s?(?=(?:all|the) times? )", re.IGNORECASE)
_BEFORE_A_DAY = late_pattern(r"\Aday \d{1,3}\s?[,:|·–—-]\s?(?=\S)", re.IGNORECASE)
"""As a trial's or a games' pages count their days."""
_IN_BRITAIN = ", UK"
"""Behind a clock, whose zone it is."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was read so far; a part is never read twice."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int] | None = None
    zone: Zone | None = None

    @property
    def stands_alone(self) -> bool:
        """A day needs its month and a year its day; a clock is enough."""
        whole_date = self.month is not None and self.day is not None
        no_date = self.year is None and self.month is None and self.day is None
        return whole_date or (no_date and self.clock is not None)


class Leading(NamedTuple):
    """A time at the beginning of a text."""

    time: PrintedTime
    rest: str
    """What follows, without white space around it."""


def _is_day(year: int | None, month: int, day: int) -> bool:
    if not (1 <= month <= 12 and 1 <= day <= _DAYS_IN_MONTH[month - 1]):
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)


def _clock(hour: str, minute: str, half: str | None) -> tuple[int, int] | None:
    """Hour (0-23) and minute, or None when no clock shows that."""
    hours, minutes = int(hour), int(minute)
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hour_of_day(hours, half)
    return (hours, minutes) if hours <= 23 and minutes <= 59 else None


def _number_date(first: int, second: int, mark: str) -> tuple[int, int] | None:
    """Day and month of "13/05/2025" or "05/13/2025"; None when both orders are possible, as a guess may be a wrong day.

    With dots the day always stands first.
    """
    if first > 12 >= second or (mark == "." and second <= 12):
        return first, second
    if second > 12 >= first:
        return second, first
    return (first, second) if first == second else None


def _add(parts: _Parts, token: re.Match[str]) -> _Parts | None:
    """The parts with one more, or None when it is there already or cannot be."""
    kind = token.lastgroup
    no_date = parts.year is None and parts.month is None and parts.day is None
    if kind in {"iso", "basic", "numeric"} and not no_date:
        return None
    if kind == "iso":
        year, month, day = (int(token[f"iso_{name}"]) for name in ("year", "month", "day"))
        return replace(parts, year=year, month=month, day=day)
    if kind == "basic":
        year, month, day = (int(token[f"basic_{name}"]) for name in ("year", "month", "day"))
        clock = _clock(token["basic_hour"], token["basic_minute"], None)
        return None if clock is None or parts.clock else replace(parts, year=year, month=month, day=day, clock=clock)
    if kind == "numeric":
        order = _number_date(int(token["first"]), int(token["second"]), token["mark"])
        return order and replace(parts, year=int(token["numeric_year"]), day=order[0], month=order[1])
    if kind in {"clock", "hour_clock"}:
        bare = kind == "hour_clock"
        clock = (
            _clock(token["bare_hour"], "0", token["bare_half"])
            if bare
            else _clock(*token.group("hour", "minute", "half"))
        )
        return None if clock is None or parts.clock else replace(parts, clock=clock)
    if kind == "month":
        month = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(token["month"][:3].lower()))
        return None if parts.month else replace(parts, month=month)
    if kind == "year":
        return None if parts.year else replace(parts, year=int(token["year"]))
    if kind == "day":
        number = int(re.match(r"\d+", token["day"])[0])  # type: ignore[index]  # the pattern begins with digits
        if parts.day is None:
            return replace(parts, day=number)
        if parts.month and parts.year is None and token["day"].isdecimal() and len(token["day"]) == 2:
            return replace(parts, year=number + (2000 if number < 70 else 1900))  # RFC 822 still allows "11 May 25"
        return None
    return parts  # fillers and weekdays say nothing that the date does not


def _printed(text: str, parts: _Parts) -> PrintedTime | None:
    if parts.month is not None and parts.day is not None and not _is_day(parts.year, parts.month, parts.day):
        return None
    name, offset = resolve(parts.zone, parts.year, parts.month, parts.day) if parts.zone else (None, None)
    hour, minute = parts.clock or (None, None)
    return PrintedTime(text, parts.year, parts.month, parts.day, hour, minute, name, offset)


def leading_time(text: str) -> Leading | None:
    """The time that `text` (one cleaned line) begins with, and what follows it; None when it begins with no time.

    As much is taken as still makes one time: "16:03 BST 11 MayBreaking" leaves "Breaking".
    """
    head = text[:_LONGEST]
    start = len(head) - len(head.lstrip())
    parts = _Parts()
    position = start
    best: tuple[_Parts, int] | None = None
    while position < len(head):
        zoned = zone_at(head, position) if parts.clock is not None else None
        if zoned is not None and (parts.zone is None or parts.zone.offset == zoned[0].offset):
            parts, position = replace(parts, zone=zoned[0]), zoned[1]  # "+0100 (BST)": the name says more
            if parts.stands_alone:
                best = parts, position
            continue
        token = _TOKEN.match(head, position)
        grown = _add(parts, token) if token else None
        if token is None or grown is None:
            break
        parts, position = grown, token.end()
        if token.lastgroup != "filler" and parts.stands_alone:
            best = parts, position
    if best is None:
        return None
    parts, end = best
    time = _printed(head[start:end], parts)
    return Leading(time, text[end:].strip()) if time else None


def _usual_time(text: str) -> PrintedTime | None:
    """A whole date of a feed; None for all that is written otherwise, or is no date."""
    found = _USUAL.fullmatch(text)
    if found is None:
        return None
    iso = "iso_" if found["month"] else ""
    month = int(found["month"]) if iso else _MONTHS_SHORT.index(found["name"]) + 1
    clock = _clock(found[f"{iso}hour"], found[f"{iso}minute"], None)
    zoned = zone_at(text, found.start(f"{iso}zone"))
    if clock is None or zoned is None or zoned[1] != len(text):
        return None
    parts = _Parts(int(found[f"{iso}year"]), month, int(found[f"{iso}day"]), clock, zoned[0])
    return _printed(text, parts)


def read_time(text: str) -> PrintedTime | None:
    """The time that `text` is, from its first word to its last; None when it is none, or says anything else."""
    if usual := _usual_time(text):
        return usual
    found = leading_time(text)
    return found.time if found and not found.rest.strip(" .,;|)]") else None


def introduced_time(line: str) -> Leading | None:
    """The time of a line such as "Published: May 11, 2025 11:49 PM", with what follows; None for any other line."""
    opening = _INTRODUCTION.match(line)
    return leading_time(line[opening.end() :]) if opening else None


def line_time(line: str) -> PrintedTime | None:
    """The time that a whole line is, introduced ("Updated 16:03 BST") or bare ("11 May 2025 16:03, UK"); else None.

    A date may be written as in another language ("13 juin 2019").
    """
    if english := in_english(line.strip()) if len(line) <= _LONGEST else None:
        elsewhere = read_time(english)
        return elsewhere and replace(elsewhere, text=line.strip())
    british = line.endswith(_IN_BRITAIN)
    words = f"{line.removesuffix(_IN_BRITAIN)} UK time" if british else line
    introduced = introduced_time(words)
    time = introduced.time if introduced and not introduced.rest else read_time(words)
    if time is None or not british:
        return time
    return replace(time, text=f"{time.text.removesuffix(' UK time')}{_IN_BRITAIN}")  # as it was printed


def day_line(line: str) -> PrintedTime | None:
    """The day, without an hour, that a line of its own prints; else None.

    Beside it may stand what pages print there: "Day 14, Friday 27 November 2026", "Tuesday 24 November (all times EST)",
    "Thursday 26 November 2026, UK". It may be written as in another language ("Donnerstag, 26. November 2026").
    """
    if len(line) > _LONGEST:
        return None
    words = _BEFORE_A_DAY.sub("", line)
    behind = _BEHIND_A_DAY.search(words)
    alone = (words[: behind.start()] if behind else words).removesuffix(_IN_BRITAIN)
    time = read_time(in_english(alone.strip()) or alone)
    if time is None or time.hour is not None or time.month is None or time.day is None:
        return None
    return replace(time, text=line.strip())


def zone_of_all(line: str) -> Zone | None:
    """The zone in which a line says that all times of its page are ("All times CEST", "All times are in UK time"); None for any other.

    It may stand behind the day.
    """
    if len(line) > _LONGEST:
        return None
    behind = _BEHIND_A_DAY.search(line)
    opening = _OF_ALL_TIMES.match(line, behind.end() if behind and day_line(line) else 0)
    if opening is None:
        return None
    words = line.rstrip(" .)]*")
    for named in (words, f"{words} time"):
        zoned = zone_at(named, opening.end())
        if zoned is not None and zoned[0].offset is not None and zoned[1] == len(named):
            return zoned[0]
    return None


def in_zone(time: PrintedTime, zone: Zone) -> PrintedTime:
    """A clock in the zone that its page says of all, where it prints none itself."""
    if time.hour is None or time.zone is not None or time.utc_offset is not None:
        return time
    name, offset = resolve(zone, time.year, time.month, time.day)
    return replace(time, zone=name, utc_offset=offset)
