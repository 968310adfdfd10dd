"""The zones that news in English prints by short names, and when clocks are changed: one table for times that sources print and for those in their words.

Names that several countries use are read as the news in English uses them most: BST is British Summer Time (not Bangladesh's),
CST is US Central (not China's or Cuba's), EST and AST are American (not of Australia's east or Arabia), GST is the Gulf's, IST is
India's (not Israel's or Ireland's), PST is US Pacific (not the Philippines').
"""

from __future__ import annotations

from datetime import date, timedelta

_HOURS_EAST = {
    "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3,
    "MSK": 3, "TRT": 3, "IDT": 3, "EAT": 3, "CAT": 2, "SAST": 2, "WAT": 1, "GST": 4, "PKT": 5, "BDT": 6, "WIB": 7,
    "ICT": 7, "SGT": 8, "HKT": 8, "PHT": 8, "MYT": 8, "AWST": 8, "KST": 9, "JST": 9, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13, "AST": -4, "ADT": -3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "BRT": -3, "ART": -3, "VET": -4, "COT": -5, "PET": -5,
}  # fmt: skip
MINUTES_EAST = {name: 60 * hours for name, hours in _HOURS_EAST.items()} | {
    "IST": 330, "NPT": 345, "AFT": 270, "IRST": 210, "MMT": 390, "ACST": 570, "ACDT": 630, "NST": -210, "NDT": -150,
}  # fmt: skip
"""Of UTC, by the name; each holds all year."""

EUROPE, AMERICA, AUSTRALIA, NEW_ZEALAND = "Europe", "America", "Australia", "New Zealand"
"""Whose calendar changes the clocks."""


def summer(year: int, region: str) -> tuple[date, date]:
    """The first day of summer time and the first day after it, which south of the equator comes first.

    So it has been in Europe since 1996, in the United States and New Zealand since 2007, in Australia since 2008.
    """
    if region == AMERICA:
        return _sunday(year, 3, 8), _sunday(year, 11, 1)
    if region == EUROPE:
        return _sunday(year, 3, 25), _sunday(year, 10, 25)
    return (_sunday(year, 10, 1) if region == AUSTRALIA else _sunday(year, 9, 24)), _sunday(year, 4, 1)


def is_summer(day: date, region: str) -> bool:
    """Whether clocks show summer time on a day; on the day of a change the new time counts."""
    begins, ends = summer(day.year, region)
    return begins <= day < ends if begins < ends else not ends <= day < begins


def _sunday(year: int, month: int, earliest: int) -> date:
    """The first Sunday from a day of the month on."""
    first = date(year, month, earliest)
    return first + timedelta(days=6 - first.weekday())
