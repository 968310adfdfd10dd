"""The calendar's vocabulary in news English: months, weekdays, numbers, parts of the day, zones."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newsdesk import english_calendar
from newsdesk.late_pattern import late_pattern
from newsdesk.zone_table import MINUTES_EAST

MONTH_NAMES: Final = "|".join(english_calendar.MONTHS)
"""Whole, for a pattern of words with capitals."""
MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
"""Monday is 0, as in `date.weekday`."""
_IN_WORDS: Final = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
SEVERAL: Final = "|".join(_IN_WORDS.split()[1:])
"""Those of more than one, for patterns."""
NUMBERS: Final = {word: number for number, word in enumerate(_IN_WORDS.split(), start=1)} | {"a": 1, "an": 1}
_ORDINALS_IN_WORDS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth"
    " twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
ORDINALS: Final = {word: number for number, word in enumerate(_ORDINALS_IN_WORDS.split(), start=1)}
HOLIDAYS: Final = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "saint patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
}
"""Fixed days that mean the same wherever English news is written; days that differ from country to country are left out."""
FEASTS: Final = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit sunday": 49,
    "whit monday": 50,
}
"""Days from Easter Sunday, of the western churches."""

_ZONES: Final = (
    "gmt utc bst wet west cet cest eet eest msk trt eat cat sast wat gst pkt ist sgt hkt jst kst awst aest aedt nzst nzdt brt ast est edt cst cdt"
    " mst mdt pst pdt akst akdt hst"
)
"""Of all short names those that stand with hours in running text."""
ZONE_OFFSETS: Final = {name: MINUTES_EAST[name.upper()] for name in _ZONES.split()} | {
    name: MINUTES_EAST[zone]
    for zone, names in (
        ("MSK", "moscow time|russian time"),
        ("TRT", "istanbul time|turkish time"),
        ("JST", "tokyo time|japan standard time"),
        ("KST", "seoul time|korea standard time"),
        ("HKT", "beijing time|china standard time"),
        ("EAT", "east africa time|east african time|arabia standard time"),
        ("WAT", "west africa time|west african time"),
        ("CAT", "central africa time|central african time"),
        ("SAST", "south african standard time|south africa standard time"),
        ("GST", "gulf standard time"),
        ("PKT", "pakistan standard time"),
        ("IST", "indian standard time|india standard time"),
        ("GMT", "greenwich mean time"),
        ("BST", "british summer time"),
    )
    for name in names.split("|")
}
"""Minutes east of UTC of the zone names that do not change their meaning with the season.

"London time", "Eastern time", "ET" and the like depend on the date: they stay without an offset.
"""
_DIGITS: Final = late_pattern(r"\d{1,4}")


def month_number(word: str) -> int | None:
    """The month that `word` names, from 1."""
    return MONTHS.get(word.lower().rstrip("."))


def weekday_number(word: str) -> int | None:
    """The weekday that `word` names; Monday is 0."""
    return WEEKDAYS.get(word.lower().rstrip("."))


def day_number(word: str) -> int | None:
    """The day of a month in figures ("3", "3rd") or in words ("third")."""
    match = _DIGITS.match(word)
    if match:
        return int(match.group())
    return ORDINALS.get(word.lower())


def count(word: str) -> int | None:
    """A small number in figures or in words."""
    return int(word) if word.isascii() and word.isdigit() else NUMBERS.get(word.lower())


def easter(year: int) -> date | None:
    """Easter Sunday of the western churches (the Gregorian computus), or None outside the calendar."""
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * late + 114, 31)
    return calendar_day(year, month, day + 1)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, days: int) -> date | None:
    """`day` moved by `days`, or None beyond the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def iso_week(day: date) -> str:
    """The ISO week of `day`, as `YYYY-Www`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"
