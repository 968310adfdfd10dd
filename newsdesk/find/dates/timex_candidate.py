"""A time expression of one text with all that its words tell, before any day is known: plain data."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.find.dates.direction import Pointing
from newsdesk.find.dates.phrases import Expression


@dataclass(frozen=True, slots=True)
class Move:
    """From which day something is moved to the day of an expression."""

    left: int
    """Index of the candidate that names the old day."""
    way: int
    """1 where the verb says later, -1 where it says earlier, 0 where it does not tell."""


@dataclass(frozen=True, slots=True)
class GoesOn:
    """The day of a text that a bare weekday may lie behind."""

    behind: int
    """Index of the candidate that names that day."""
    most: int
    """Days by which it may lie behind it."""


@dataclass(frozen=True, slots=True)
class TimexCandidate:
    """An expression of one text with everything its resolution needs, but the day it is read from."""

    start: int
    end: int
    text: str
    expression: Expression
    sentence: int
    """Index of its sentence."""
    pointing: Pointing
    noun_class: str | None
    """Class of the event noun it belongs to ("talks", "truce"), for the votes of the story."""
    barred: bool
    """Negated, or part of a plan that the sentence itself calls past: never upcoming."""
    told_on: int | None = None
    """Index of the earlier candidate that says when the quotation was spoken in which this one stands."""
    day_of: int | None = None
    """For a clock time alone: index of the candidate whose day it belongs to, before it or behind it."""
    dayless: bool = False
    """For a clock time alone: its clause names a day that nothing tells, so that no other day is its own."""
    restates: int | None = None
    """For a clock time alone: index of the hour right before it, whose moment it gives in another zone."""
    over_by: int | None = None
    """For a clock time alone: index of the hour of another day until which lasts what begins at it."""
    strictly_ahead: bool = False
    """After "until" or "by": the day itself is not meant."""
    listed_after: int | None = None
    """Index of the weekday it is listed with: "Tuesday and Wednesday"."""
    in_the_future: bool = False
    """Its sentence tells of what is to come."""
    when_said: bool = False
    """It only says when somebody spoke: "said on Monday"."""
    month_first: bool | None = None
    """How the text orders figures like 03/04/2025; None when it does not tell."""
    move: Move | None = None
    """The move that it is the new day of: "postponed to Friday"."""
    goes_on: GoesOn | None = None
    """For a bare weekday: the later day that its text has told right before it."""
    headed_by: int | None = None
    """For a clock time alone: index of the one day that stands as a heading over its line; its own where that lies ahead."""
