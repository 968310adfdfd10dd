"""What the atoms of a time expression say: plain data between the grammar and the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Grain(StrEnum):
    """What kind of expression a phrase is, and so how it is resolved."""

    CALENDAR = "calendar"
    """A day of a month: "12 May 2025", "May 12", "the 12th"."""
    FIGURES = "figures"
    """"03/04/2025": which figure is the day, the text must tell."""
    WEEKDAY = "weekday"
    NEAR = "near"
    """Days counted from the reference day: "tomorrow", "two days ago"."""
    TOLD = "told"
    """Days counted from the day that the text told of last: "the next day", "two days later", "that evening"."""
    NTH = "nth"
    """A weekday of a month by its rank in `shift`, -1 the last: "the second Monday of December"; without a month: of the next one."""
    FEAST = "feast"
    """Days counted from Easter: "Good Friday"."""
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one atom says. What it does not say is None."""

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    shift: int | None = None
    """Days, weeks, months or years from the reference, by grain; for a weekday, weeks from the reference's own week."""
    modifier: str = ""
    """"next", "this", "last", "coming" or "week after"; "after" or "before": counted from the day that the text told of last;
    "weeks": counted from it in weeks; "week of": only the week is meant in which the day lies; "weekend", "this weekend": of a
    week, the one to come or the last one, as the words around it tell."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    hour: int
    minute: int
    zone: str | None = None
    """As printed, in lower case; None when none was printed."""
    midnight: bool = False
    """"midnight": the end of the day that it is named with."""
    either_half: bool = False
    """"nine o'clock", "half past nine": the words around tell which half of the day is meant, or nothing does."""
    beside_a_day: bool = False
    """"at 10.30": an hour only where a day stands beside it."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression: the phrases that name its (first) day, the last day of a range, and a clock time."""

    start: int
    end: int
    phrases: tuple[Phrase, ...] = ()
    last: Phrase | None = None
    clock: Clock | None = None
    clock_last: Clock | None = None
    """The end of a stretch of hours ("from 10pm to 5am")."""
    part: str = ""
    """Part of the day: "morning", "afternoon", "evening" or "night"."""


DAY_GRAINS: Final = frozenset(
    {Grain.CALENDAR, Grain.FIGURES, Grain.WEEKDAY, Grain.NEAR, Grain.TOLD, Grain.NTH, Grain.FEAST}
)
"""The grains that name a day."""
