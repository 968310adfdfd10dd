"""The days of an event as the user says them: typed, and written into a mark. Pure, without a wall clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from newsdesk.english_calendar import MONTHS, WEEKDAYS
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Event
from newsdesk.story.wording import (
    clock_on,
    in_zone,
    offset_name,
    short_day,
    zone_name,
    zone_names,
)

_EXAMPLES = "15 May, 14–16 May, Thursday 2pm or 15 May 14:00 BST"
_CLOCK = late_pattern(
    r"(?:^|[ ,]+(?:at )?|(?P<iso>(?<=\d)T))(?P<hour>\d{1,2}):(?P<minute>\d\d)(?! ?[AaPp]\.?[Mm]\b)"
    r"(?: ?(?P<zone>[A-Za-z]{1,5}|(?:\+|(?<= )-|(?(iso)-|(?!)))\d\d:?\d\d))?(?=$| [–-] | to )"
)
"""An hour of 24 and its zone. In "10:00-12:00" the minus is none of an offset, but in "T10:00-05:00"."""
_TWO_WAYS = late_pattern(r"(?P<one>0?[1-9]|1[0-2])[/.](?P<other>0?[1-9]|1[0-2])[/.]\d{2}(?:\d\d)?")
"""The day and the month, or the month and the day."""
_WEEKDAY = late_pattern(
    r"(?:on |from )?(?P<name>[a-z]+day),? "
    r"(?=\d{4}-|(?:\d{1,2} ?[-–] ?)?\d{1,2}(?:st|nd|rd|th)? (?!(?:am|pm)\b)[a-z]|(?!week\b|fortnight\b)[a-z]{3,9}\.? \d)",
    re.IGNORECASE,
)
"""A weekday that only goes with a day of the calendar."""
_SHORT_WEEKDAY = late_pattern(r"\b(mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?", re.IGNORECASE)
_SAYS = "It will be on "
"""What the typed words complete: a bare "Thursday" is the next one then."""
_WRITTEN = late_pattern(
    r"(?P<start>\d{4}-\d\d-\d\d)(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?P<offset>[+-]\d\d:\d\d) (?P<zone>[^/]+))?(?:/(?P<end>\d{4}-\d\d-\d\d))?"
)


@dataclass(frozen=True, slots=True)
class Days:
    """When something is, as in `Event`."""

    start: date
    end: date | None = None
    """Last day, inclusive; None for a single day."""
    at: datetime | None = None
    """The hour, aware; the first moment of the day after `start` for the midnight that ends it."""


def days_of(event: Event) -> Days:
    """The days of an event."""
    return Days(event.start, event.end, event.at)


# In a mark.


def written(days: Days) -> str:
    """As a mark keeps it: `2025-05-14/2025-05-16`, `2025-05-15T14:00+01:00 BST`; 24:00 for the midnight that ends a day."""
    words = days.start.isoformat()
    if days.at is not None:
        words += f"T{clock_on(days.start, days.at)}{offset_name(days.at)} {zone_name(days.at)}"
    return words if days.end is None else f"{words}/{days.end.isoformat()}"


def days_from(words: str) -> Days | None:
    """What `written` wrote; None for anything else: a store may come from elsewhere."""
    match = _WRITTEN.fullmatch(words)
    if match is None:
        return None
    try:
        start = date.fromisoformat(match["start"])
        end = date.fromisoformat(match["end"]) if match["end"] else None
        at = None
        if match["hour"]:
            zone = _fixed(match["offset"], match["zone"])
            midnight = match["hour"] == "24" and match["minute"] == "00"
            clock = time() if midnight else time(int(match["hour"]), int(match["minute"]))
            at = datetime.combine(start + timedelta(days=midnight), clock, zone)
    except (ValueError, OverflowError):
        return None
    return Days(start, end if end and end > start else None, at)


def _fixed(offset: str, name: str) -> timezone:
    zone = datetime.strptime(offset, "%z").tzinfo
    shift = (zone or UTC).utcoffset(None) or timedelta()
    return timezone(shift) if name == offset else timezone(shift, name)


# Typed, and shown.


def days_words(days: Days) -> str:
    """`Thu 15 May 2025 14:00 BST`, `Wed 14 May 2025 – Fri 16 May 2025`."""
    words = short_day(days.start, year=True)
    if days.at is not None:
        words += f" {clock_on(days.start, days.at)} {zone_name(days.at)}"
    return words if days.end is None else f"{words} – {short_day(days.end, year=True)}"


def typed_words(days: Days) -> str:
    """What `parse_days` understands as these days, for a field in which they are to be changed."""
    first = _plain_day(days.start)
    if days.at is not None:
        first = f"{first} {clock_on(days.start, days.at)} {offset_name(days.at)}"
    return first if days.end is None else f"{first} – {_plain_day(days.end)}"


def _plain_day(day: date) -> str:
    return short_day(day, year=True).split(" ", 1)[1]


def parse_days(text: str, zone: tzinfo, today: date) -> Days:
    """Days as people write them: "15 May", "14-16 May", "Thursday 2pm", "tomorrow", "2025-05-15", "15 May 14:00 BST".

    An hour without a zone is in `zone`; a day without a year, and a bare weekday, are the ones that lie ahead of `today`
    or nearest to it, as the product's own grammar of news reads them in "It will be on ...".

    Raises:
        ValueError: one sentence for a person.
    """
    said = " ".join(text.split())
    clock = _CLOCK.search(said)
    named = (said[: clock.start()] + said[clock.end() :]).strip(" ,") if clock else said
    first = Days(today) if clock and not named else _named_days(named, said, zone, today)
    if clock is None:
        return first
    if first.end and clock.end() == len(said):
        raise ValueError(f"“{said}” does not say when it begins: write it as 14 May 10:00 – 16 May")
    hour, minute = int(clock["hour"]), int(clock["minute"])
    late = (hour, minute) == (24, 0)
    if (hour > 23 and not late) or minute > 59 or (late and first.start == date.max):
        raise ValueError(f"“{said}” has no hour that a clock shows: write it as {_EXAMPLES}")
    day = first.start + timedelta(days=late)
    at = datetime.combine(day, time(hour % 24, minute), zone)
    if clock["zone"]:
        at = _in_said_zone(at, clock["zone"])
    return Days(first.start, first.end, _settled(at))


def _named_days(named: str, said: str, zone: tzinfo, today: date) -> Days:
    from newsdesk.find.clock_zones import zone_named  # noqa: PLC0415  # finding is not for the first picture
    from newsdesk.find.dates.in_story import dates_in_text  # noqa: PLC0415

    two = _TWO_WAYS.fullmatch(named)
    if two and int(two["one"]) != int(two["other"]):
        one, other = (f"{int(day)} {MONTHS[int(month) - 1]}" for day, month in (two.groups(), two.groups()[::-1]))
        raise ValueError(f"“{said}” may be {one} or {other}: write the month as a word")
    named = _SHORT_WEEKDAY.sub(_long, named)
    weekday = _WEEKDAY.match(named)
    bare = named[weekday.end() :] if weekday else named
    found = dates_in_text(_SAYS + bare, today)
    whole = (
        len(found) == 1
        and found[0].end == len(_SAYS + bare)
        and _lead(bare[: max(0, found[0].start - len(_SAYS))])
        and len(found[0].value) >= 10
    )
    if not whole:
        raise ValueError(f"“{said}” names no day: write it as {_EXAMPLES}")
    timex = found[0]
    first = date.fromisoformat(timex.value[:10])
    if weekday and WEEKDAYS[first.weekday()].lower() != weekday["name"].lower():
        raise ValueError(f"{_plain_day(first)} is a {WEEKDAYS[first.weekday()]}")
    at = None
    if len(timex.value) == 16:
        moment = datetime.fromisoformat(timex.value)
        at = _settled(moment.replace(tzinfo=zone_named(timex.text, first) or zone))
        if timex.value.endswith("T00:00") and "midnight" in timex.text.lower():
            first -= timedelta(days=1)
    last = date.fromisoformat(timex.value_end[:10]) if timex.value_end and len(timex.value_end) == 10 else None
    return Days(first, last if last and last > first else None, at)


def _long(short: re.Match[str]) -> str:
    return next(name for name in WEEKDAYS if name.lower().startswith(short[1].lower()[:3]))


def _lead(words: str) -> bool:
    return not words.strip() or words.strip().lower() in {"on", "from", "at", "by", "in"}


def _settled(moment: datetime) -> datetime:
    """With the offset and the zone's name that hold at that moment: a rule of the zone database cannot be written down.

    Raises:
        ValueError: clocks there are put forward over that hour.
    """
    offset = moment.utcoffset() or timedelta()
    name = zone_name(moment)
    settled = moment.replace(tzinfo=timezone(offset) if name[0] in "+-" else timezone(offset, name), fold=0)
    shown = in_zone(in_zone(settled, UTC), moment.tzinfo or UTC)
    if shown.replace(tzinfo=None, fold=0) != settled.replace(tzinfo=None):
        hour = f"{shown:%H:%M} {zone_name(shown)}"
        raise ValueError(
            f"On {_plain_day(moment.date())} clocks are put forward over {moment:%H:%M}: write it as {hour}"
        )
    return settled


def _in_said_zone(moment: datetime, said: str) -> datetime:
    """The hour in UTC, at an offset, in its own zone where that is called so, or in one that the news call so."""
    from newsdesk.find.clock_zones import zone_named  # noqa: PLC0415

    if said.upper() in {"Z", "UTC", "GMT"}:
        return moment.replace(tzinfo=timezone(timedelta(), "GMT") if said.upper() == "GMT" else UTC)
    unknown = f"“{said}” is no zone that newsdesk knows: write it as +01:00"
    if said[0] in "+-":
        try:
            there = datetime.strptime(said, "%z")
        except ValueError:
            raise ValueError(unknown) from None
        if not -12 <= (there.utcoffset() or timedelta()) / timedelta(hours=1) <= 14:
            raise ValueError(unknown)
        there = moment.replace(tzinfo=there.tzinfo)
        here = in_zone(there, moment.tzinfo or UTC)
        # Where it is the same hour, the name of the desk's own zone tells more.
        return here if here.replace(tzinfo=None) == moment.replace(tzinfo=None) else there
    if said.upper() in zone_names(moment):
        again = moment.replace(fold=1)  # the hour that comes twice when clocks are put back
        return again if zone_name(moment) != said.upper() == zone_name(again) else moment
    if (known := zone_named(said, moment.date())) is not None:
        return moment.replace(tzinfo=known)
    raise ValueError(unknown)
