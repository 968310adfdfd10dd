"""The zone printed with an hour in running text: "6:30pm BST", "9am ET", "noon London time". Pure, without the machine's zones."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Final

from newsdesk.english_calendar import hour_of_day
from newsdesk.find.calendar_words import ZONE_OFFSETS
from newsdesk.late_pattern import late_pattern
from newsdesk.zone_table import AMERICA, AUSTRALIA, EUROPE, NEW_ZEALAND, is_summer

_SEASONAL: Final = {
    name: (winter, offset, summer, region)
    for names, winter, offset, summer, region in (
        (
            "london time|uk time|british time|dublin time|irish time|lisbon time|edinburgh time",
            "GMT",
            0,
            "BST",
            EUROPE,
        ),
        (
            (
                "central european time|paris time|berlin time|brussels time|rome time|madrid time|vienna time|geneva time|warsaw time"
                "|german time|french time|italian time|spanish time|polish time|swiss time|amsterdam time|stockholm time|oslo time"
            ),
            "CET",
            60,
            "CEST",
            EUROPE,
        ),
        ("kyiv time|kiev time|ukrainian time|athens time|helsinki time|bucharest time", "EET", 120, "EEST", EUROPE),
        ("et|eastern time|eastern|us eastern time|new york time|washington time", "EST", -300, "EDT", AMERICA),
        ("ct|central time|central|chicago time", "CST", -360, "CDT", AMERICA),
        ("mt|mountain time|mountain|denver time", "MST", -420, "MDT", AMERICA),
        ("sydney time|melbourne time|canberra time|hobart time", "AEST", 600, "AEDT", AUSTRALIA),
        ("new zealand time|auckland time|wellington time", "NZST", 720, "NZDT", NEW_ZEALAND),
        ("pt|pacific time|pacific|california time|los angeles time", "PST", -480, "PDT", AMERICA),
    )
    for name in names.split("|")
}
"""Names that hold all year: the zone's name and minutes east of UTC in winter, its name in summer, whose calendar decides."""
_PAIRS: Final = frozenset(_SEASONAL.values()) | {("GMT", 0, "IST", EUROPE), ("WET", 0, "WEST", EUROPE)}
# Of two zones with one winter name the last counts: GMT is London's.
_AT_SEASON: Final = {
    (name, offset + 60 * in_summer): pair
    for pair in sorted(_PAIRS, key=lambda pair: pair[2] == "BST")
    for winter, offset, summer, _ in [pair]
    for in_summer, name in enumerate((winter, summer))
}
"""By name and minutes east of UTC: the zone whose clocks show them in winter or in summer."""
_NAME: Final = late_pattern(
    r"(?i)(?<![\w])(?:"
    + "|".join(re.escape(name) for name in sorted({*ZONE_OFFSETS, *_SEASONAL}, key=lambda name: (-len(name), name)))
    + r")(?!\w)"
)


def zone_named(text: str, day: date) -> timezone | None:
    """The zone that a time expression names, as it holds on `day`; None when it names none that is known.

    On the day of a change of clocks the new time counts: hardly anything is announced for the hours before it.
    """
    found = _NAME.search(text)
    if found is None:
        return None
    name = found.group()
    lower = name.lower()
    if lower in _SEASONAL:
        winter, offset, summer, region = _SEASONAL[lower]
        in_summer = is_summer(day, region)
        return timezone(timedelta(minutes=offset + 60 * in_summer), summer if in_summer else winter)
    return timezone(timedelta(minutes=ZONE_OFFSETS[lower]), name)


_IN_BRACKETS: Final = late_pattern(
    r" ?\((?:about |around |at )?(?P<hour>\d{1,2})(?:(?:[:.h]|(?<=\d\d))(?P<minute>\d\d))?(?: ?(?P<half>[ap])\.?m\.?)? (?=[A-Z])[^();]{2,24}\)"
)


def zone_beside(hour: datetime, text: str, end: int) -> timezone | None:
    """The zone of an hour whose moment a bracket gives in a known one: "4 a.m. Saturday (0200 GMT)" is two hours east.

    Args:
        hour: as printed, without a zone.
        text: what the hour stands in.
        end: where its expression ends.
    """
    found = _IN_BRACKETS.match(text, end)
    known = zone_named(found.group(), hour.date()) if found else None
    if found is None or known is None:
        return None
    at, minute = int(found["hour"]), int(found["minute"] or 0)
    at = hour_of_day(at, found["half"]) if found["half"] else at
    if at > 23 or minute > 59:
        return None
    ahead = hour.hour * 60 + hour.minute - at * 60 - minute + int(known.utcoffset(None).total_seconds()) // 60
    east = (ahead + _WEST) % (24 * 60) - _WEST
    return timezone(timedelta(minutes=east)) if east % 15 == 0 else None


_WEST: Final = 10 * 60
"""Minutes; zones lie from ten hours west of Greenwich to fourteen east, but for empty islands."""


def zone_at_season(zone: tzinfo | None, posted: date, day: date) -> tuple[timezone, bool] | None:
    """What a post's zone is on another day, if clocks are changed in between, and whether that is sure.

    A page that prints BST on 24 October means GMT when it writes "10am on Monday" of the 27th. One that prints GMT in winter
    may go on to print it in summer: then its hour in summer is not sure. None: the zone stays, or is not known to change.
    """
    if not isinstance(zone, timezone):
        return None
    found = _AT_SEASON.get((zone.tzname(None), int(zone.utcoffset(None).total_seconds()) // 60))
    if found is None:
        return None
    winter, offset, summer, region = found
    in_summer = is_summer(day, region)
    if is_summer(posted, region) == in_summer:
        return None
    if winter == "GMT" and in_summer:
        return timezone(timedelta(0), winter), False
    return timezone(timedelta(minutes=offset + 60 * in_summer), summer if in_summer else winter), True


def may_change(zone: tzinfo | None, posted: date, day: date) -> bool:
    """Whether clocks may show another time on `day` where a post was written that prints a zone without a name: "10:00Z", "+01:00".

    Whoever stamps posts in UTC does not say where they are read; where clocks are changed in between, an hour of a later day is
    not sure.
    """
    if not isinstance(zone, timezone) or not zone.tzname(None).startswith("UTC"):
        return False
    minutes = int(zone.utcoffset(None).total_seconds()) // 60
    return any(
        first <= minutes <= last and is_summer(posted, region) != is_summer(day, region)
        for region, (first, last) in _ITS_OFFSETS.items()
    )


_ITS_OFFSETS: Final = {EUROPE: (0, 180), AMERICA: (-480, -240), AUSTRALIA: (570, 660), NEW_ZEALAND: (720, 780)}
"""Minutes east of UTC between which clocks go by a calendar."""
