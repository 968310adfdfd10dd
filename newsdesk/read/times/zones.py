"""The zones that news sources print, by their own words: a table of ours, because general libraries read many as UTC.

Short names and the calendars of summer time stand in `zone_table`. Offsets are minutes east of UTC.

A name that holds all year while its offset does not ("Eastern Time", "UK time") is resolved by the rules for summer time
of its region, as far as the printed date decides: without a year the days on which the change can fall stay open.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.zone_table import AMERICA, EUROPE, MINUTES_EAST, summer


class Zone(NamedTuple):
    """A zone as printed."""

    name: str
    """Short name, for people."""
    offset: int | None
    """Minutes east of UTC, of winter where `summer` is given; None for a name we do not know."""
    summer: str | None = None
    """Short name in summer, an hour ahead; only for names that hold all year."""
    region: str = EUROPE
    """Whose calendar decides between winter and summer."""


def _hours(hours: int) -> int:
    return hours * 60


_SHORT: dict[str, Zone] = {name: Zone(name, minutes) for name, minutes in MINUTES_EAST.items()} | {
    "Z": Zone("UTC", 0),
    "UT": Zone("UTC", 0),
    "ET": Zone("EST", _hours(-5), "EDT", AMERICA),
    "CT": Zone("CST", _hours(-6), "CDT", AMERICA),
    "MT": Zone("MST", _hours(-7), "MDT", AMERICA),
    "PT": Zone("PST", _hours(-8), "PDT", AMERICA),
}

_LOWER_CASE = {"gmt", "utc", "bst", "est", "edt", "cst", "cdt", "pst", "pdt", "cest"}
"""Short names that are read in small letters too; the others would be words ("eat", "art", "met")."""

_LONDON = Zone("GMT", 0, "BST")
_BERLIN = Zone("CET", _hours(1), "CEST")
_KYIV = Zone("EET", _hours(2), "EEST")
_MOSCOW = _SHORT["MSK"]

_LONG: dict[str, Zone] = {
    "coordinated universal time": _SHORT["UTC"],
    "universal time": _SHORT["UTC"],
    "greenwich mean time": _SHORT["GMT"],
    "british summer time": _SHORT["BST"],
    "irish standard time": Zone("IST", _hours(1)),
    "western european time": _SHORT["WET"],
    "western european summer time": _SHORT["WEST"],
    "central european time": _SHORT["CET"],
    "central european standard time": _SHORT["CET"],
    "central european summer time": _SHORT["CEST"],
    "eastern european time": _SHORT["EET"],
    "eastern european standard time": _SHORT["EET"],
    "eastern european summer time": _SHORT["EEST"],
    "moscow standard time": _MOSCOW,
    "turkey time": _SHORT["TRT"],
    "israel standard time": Zone("IST", _hours(2)),
    "israel daylight time": _SHORT["IDT"],
    "arabia standard time": Zone("AST", _hours(3)),
    "arabian standard time": Zone("AST", _hours(3)),
    "east africa time": _SHORT["EAT"],
    "central africa time": _SHORT["CAT"],
    "south africa standard time": _SHORT["SAST"],
    "west africa time": _SHORT["WAT"],
    "iran standard time": _SHORT["IRST"],
    "gulf standard time": _SHORT["GST"],
    "afghanistan time": _SHORT["AFT"],
    "pakistan standard time": _SHORT["PKT"],
    "india standard time": _SHORT["IST"],
    "indian standard time": _SHORT["IST"],
    "nepal time": _SHORT["NPT"],
    "bangladesh standard time": Zone("BDT", _hours(6)),
    "myanmar time": _SHORT["MMT"],
    "indochina time": _SHORT["ICT"],
    "china standard time": Zone("CST", _hours(8)),
    "hong kong time": _SHORT["HKT"],
    "singapore standard time": _SHORT["SGT"],
    "singapore time": _SHORT["SGT"],
    "australian western standard time": _SHORT["AWST"],
    "korea standard time": _SHORT["KST"],
    "japan standard time": _SHORT["JST"],
    "australian central standard time": _SHORT["ACST"],
    "australian central daylight time": _SHORT["ACDT"],
    "australian eastern standard time": _SHORT["AEST"],
    "australian eastern daylight time": _SHORT["AEDT"],
    "new zealand standard time": _SHORT["NZST"],
    "new zealand daylight time": _SHORT["NZDT"],
    "hong kong standard time": _SHORT["HKT"],
    "korean standard time": _SHORT["KST"],
    "philippine standard time": _SHORT["PHT"],
    "philippine time": _SHORT["PHT"],
    "western indonesia time": _SHORT["WIB"],
    "west africa standard time": _SHORT["WAT"],
    "western african standard time": _SHORT["WAT"],
    "georgia standard time": Zone("GET", _hours(4)),
    "armenia standard time": Zone("AMT", _hours(4)),
    "azerbaijan standard time": Zone("AZT", _hours(4)),
    "uzbekistan standard time": Zone("UZT", _hours(5)),
    "east kazakhstan time": Zone("ALMT", _hours(5)),
    "turkey standard time": _SHORT["TRT"],
    "türkiye time": _SHORT["TRT"],
    "kazakhstan time": Zone("KZT", _hours(5)),
    "west kazakhstan time": Zone("KZT", _hours(5)),
    "uzbekistan time": Zone("UZT", _hours(5)),
    "kyrgyzstan time": Zone("KGT", _hours(6)),
    "tajikistan time": Zone("TJT", _hours(5)),
    "bhutan time": Zone("BTT", _hours(6)),
    "bangladesh time": Zone("BDT", _hours(6)),
    "nepal standard time": _SHORT["NPT"],
    "sri lanka time": _SHORT["IST"],
    "maldives time": Zone("MVT", _hours(5)),
    "seychelles time": Zone("SCT", _hours(4)),
    "mauritius standard time": Zone("MUT", _hours(4)),
    "malaysia time": _SHORT["MYT"],
    "brunei darussalam time": Zone("BNT", _hours(8)),
    "taipei standard time": Zone("CST", _hours(8)),
    "taiwan standard time": Zone("CST", _hours(8)),
    "central indonesia time": Zone("WITA", _hours(8)),
    "eastern indonesia time": Zone("WIT", _hours(9)),
    "papua new guinea time": Zone("PGT", _hours(10)),
    "fiji standard time": Zone("FJT", _hours(12)),
    "ecuador time": Zone("ECT", _hours(-5)),
    "bolivia time": Zone("BOT", _hours(-4)),
    "chile standard time": Zone("CLT", _hours(-4)),
    "chile summer time": Zone("CLST", _hours(-3)),
    "uruguay standard time": Zone("UYT", _hours(-3)),
    "cuba standard time": Zone("CST", _hours(-5)),
    "cuba daylight time": Zone("CDT", _hours(-4)),
    "cape verde standard time": Zone("CVT", _hours(-1)),
    "brasilia standard time": _SHORT["BRT"],
    "brasília standard time": _SHORT["BRT"],
    "argentina standard time": _SHORT["ART"],
    "colombia standard time": _SHORT["COT"],
    "peru standard time": _SHORT["PET"],
    "venezuela time": _SHORT["VET"],
    "alaska standard time": _SHORT["AKST"],
    "alaska daylight time": _SHORT["AKDT"],
    "hawaii-aleutian standard time": _SHORT["HST"],
    "newfoundland standard time": _SHORT["NST"],
    "newfoundland daylight time": _SHORT["NDT"],
    "atlantic standard time": _SHORT["AST"],
    "atlantic daylight time": _SHORT["ADT"],
    "eastern standard time": _SHORT["EST"],
    "eastern daylight time": _SHORT["EDT"],
    "eastern time": _SHORT["ET"],
    "central standard time": _SHORT["CST"],
    "central daylight time": _SHORT["CDT"],
    "central time": _SHORT["CT"],
    "mountain standard time": _SHORT["MST"],
    "mountain daylight time": _SHORT["MDT"],
    "mountain time": _SHORT["MT"],
    "pacific standard time": _SHORT["PST"],
    "pacific daylight time": _SHORT["PDT"],
    "pacific time": _SHORT["PT"],
    "us eastern time": _SHORT["ET"],
} | {
    f"{place} time": zone
    for zone, places in (
        (_LONDON, ("uk", "british", "london", "edinburgh", "belfast", "irish", "dublin", "lisbon")),
        (_BERLIN, ("european", "berlin", "paris", "brussels", "vienna", "rome", "madrid", "warsaw", "german", "geneva")),
        (_BERLIN, ("french", "italian", "polish", "swiss", "stockholm", "oslo", "copenhagen", "prague", "budapest")),
        (_KYIV, ("kyiv", "kiev", "ukrainian", "ukraine", "helsinki", "athens", "bucharest", "vilnius", "riga", "tallinn")),
        (_MOSCOW, ("moscow", "russian", "minsk")),
        (Zone("TRT", _hours(3)), ("istanbul", "turkish", "ankara")),
        (Zone("AST", _hours(3)), ("riyadh", "saudi", "doha", "qatari", "baghdad", "kuwait")),
        (_SHORT["IRST"], ("tehran", "iranian", "iran")),
        (_SHORT["GST"], ("dubai", "gulf")),
        (_SHORT["IST"], ("india", "indian", "delhi", "new delhi", "mumbai")),
        (_SHORT["PKT"], ("pakistan", "islamabad")),
        (Zone("CST", _hours(8)), ("beijing", "china", "chinese", "taipei")),
        (_SHORT["HKT"], ("hong kong",)),
        (_SHORT["JST"], ("tokyo", "japan", "japanese")),
        (_SHORT["KST"], ("seoul", "korea", "korean")),
        (_SHORT["ET"], ("us eastern", "new york", "washington")),
    )
    for place in places
}  # fmt: skip

_END_OF_NAME = "(?![a-z]|[A-Z](?![a-z]))"
"""A name ends where its word ends; a word that starts with a capital may be glued to it ("... TimeBreaking")."""


def _either(names: set[str]) -> str:
    return "|".join(
        sorted((re.escape(name).replace(r"\ ", " ") for name in names), key=lambda name: (-len(name), name))
    )


_NAME = late_pattern(
    f"(?:(?P<long>(?i:{_either(set(_LONG))}))|(?P<short>{_either(set(_SHORT) | _LOWER_CASE)})){_END_OF_NAME}"
)
_UNKNOWN = late_pattern(rf"(?:[A-Z][\w’'&-]{{1,20}} ){{1,5}}[Tt]ime{_END_OF_NAME}")
"""A zone by the form of its name alone: its time can be read, though not placed."""
_PLACES = sorted(name.removesuffix(" time") for name in _LONG if name.endswith(" time") and name.count(" ") == 1)
_IN_BRACKETS = late_pattern(rf"(?P<place>(?i:{'|'.join(_PLACES)}))\)")
"""A place alone in brackets behind a clock is whose clock it is: "6:04 pm (Paris)"."""
_NUMBER = late_pattern(
    r"(?P<base>(?:GMT|UTC|UT)[ ]?)?(?P<sign>[+\-−])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?![\d:])",
)


_CHANGES = {
    AMERICA: ((3, 8), (3, 14), (11, 1), (11, 7)),
    EUROPE: ((3, 25), (3, 31), (10, 25), (10, 31)),
}
"""The first and the last day on which summer time can begin, and on which it can end."""


def _is_summer(region: str, year: int | None, month: int, day: int) -> bool | None:
    """Whether summer time holds at noon of a day; None on days where only the year could tell."""
    if year is None:
        begins, begins_by, ends, ends_by = _CHANGES[region]
    else:
        first, after = summer(year, region)
        begins = begins_by = (first.month, first.day)
        ends = ends_by = (after.month, after.day)
    if begins_by <= (month, day) < ends:
        return True
    if (month, day) < begins or (month, day) >= ends_by:
        return False
    return None


def resolve(zone: Zone, year: int | None, month: int | None, day: int | None) -> tuple[str, int | None]:
    """The short name and offset that hold on a printed day; the offset is None where the day does not decide.

    On the day of a change the time of its afternoon holds.
    """
    if zone.summer is None or zone.offset is None:
        return zone.name, zone.offset
    summer = None if month is None or day is None else _is_summer(zone.region, year, month, day)
    if summer is None:
        return f"{zone.name}/{zone.summer}", None
    return (zone.summer, zone.offset + 60) if summer else (zone.name, zone.offset)


_OPEN = {f"{zone.name}/{zone.summer}": zone for zone in (*_SHORT.values(), *_LONG.values()) if zone.summer is not None}
"""Zones by the name that `resolve` gives them where no day decides."""


def resolved_on(name: str | None, year: int | None, month: int, day: int) -> tuple[str, int | None] | None:
    """What `resolve` tells of a zone that it had left open ("EST/EDT"), now that the day is known; None for any other name."""
    zone = _OPEN.get(name or "")
    return resolve(zone, year, month, day) if zone else None


def zone_at(text: str, position: int) -> tuple[Zone, int] | None:
    """The zone whose name or number starts at `position`, and where it ends; None when none does."""
    if found := _NUMBER.match(text, position):
        minutes = int(found["minutes"] or 0)
        offset = int(found["hours"]) * 60 + minutes
        plain = found["base"] or len(found["hours"]) == 2
        if plain and offset <= 14 * 60 and minutes in {0, 30, 45}:
            offset = offset if found["sign"] == "+" else -offset
            sign = "+" if offset >= 0 else "-"
            return Zone(f"{sign}{abs(offset) // 60:02}:{abs(offset) % 60:02}", offset), found.end()
    if found := _NAME.match(text, position):
        zone = _LONG[found["long"].lower()] if found["long"] else _SHORT[found["short"].upper()]
        return zone, found.end()
    if position and text[position - 1] == "(" and (found := _IN_BRACKETS.match(text, position)):
        return _LONG[f"{found['place'].lower()} time"], found.end()
    found = _UNKNOWN.match(text, position)
    return (Zone(found[0], None), found.end()) if found else None
