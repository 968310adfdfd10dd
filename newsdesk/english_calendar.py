"""What months, weekdays and hours are called in English, the language of the sources and of the desk.

Spelled here and not taken from strftime, which follows the machine's locale.
"""

from __future__ import annotations

MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""In the order of `date.weekday`."""


def hour_of_day(hour: int, half: str) -> int:
    """The hour, from 0 to 23, that a clock of twelve shows as `hour` in a half of the day: "am", "p", "P.M."; 12 am is 0."""
    return hour % 12 + (12 if half[0] in "pP" else 0)
