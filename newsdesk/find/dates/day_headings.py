"""The days that stand as headings over what they bring: a diary, a week ahead, a chronicle. Pure, linear.

What stands below such a heading is of its day and not of the day of publication, up to the next heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsdesk.find.dates.direction import Direction
from newsdesk.find.dates.phrases import DAY_GRAINS, Grain
from newsdesk.find.dates.timex_candidate import TimexCandidate
from newsdesk.late_pattern import late_pattern

_FEWEST: Final = 2
"""Days on lines of their own that are headings; one alone may be the date of the text."""
_OTHER_HEADING: Final = late_pattern(r"^(?![•*·–—-])[^\W\d_][^\n:.!?;…]{1,40}$", re.MULTILINE)
_MOST_WORDS: Final = 5
_BEGINS: Final = late_pattern(r"(?:^|\n)[ \t]*#{0,6}[ \t]*\*{0,2}$")
_ENDS: Final = late_pattern(r"\*{0,2}[ \t]*:?\*{0,2}[ \t]*(?=\n|$)")
_BEFORE: Final = 12
"""Characters of marks that may stand before a heading."""
_OPENS_A_LINE: Final = late_pattern(r"(?:^|\n)[ \t]*(?:[•*·–—-][ \t]*)?\*{0,2}$")
_TELLS: Final = late_pattern(r"\*{0,2}(?::| [–—-]) ?")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one heading of a text that has days as headings."""

    begin: int
    """Offset at which it begins."""
    day: int
    """Index of the candidate that heads it, or the last such one before it."""
    known: bool
    """Whether its own heading names that day; else nothing tells the day of what stands in it."""


def _could_be_heading(candidate: TimexCandidate) -> bool:
    expression = candidate.expression
    return (
        bool(expression.phrases)
        and expression.phrases[-1].grain in DAY_GRAINS - {Grain.NEAR}
        and expression.last is None
        and expression.clock is None
        and not expression.part
    )


def _is_heading(text: str, candidate: TimexCandidate) -> bool:
    return (
        _could_be_heading(candidate)
        and _ENDS.match(text, candidate.end) is not None
        and _BEGINS.search(text[max(0, candidate.start - _BEFORE) : candidate.start]) is not None
    )


def sections(text: str, candidates: Sequence[TimexCandidate]) -> list[Section]:
    """The sections of a text below its day headings, in order; none where it has no such headings."""
    days = [index for index, each in enumerate(candidates) if _is_heading(text, each)]
    if len(days) < _FEWEST:
        return []
    starts = {candidates[index].start: index for index in days}
    hours = [each.start for each in candidates if each.expression.clock]
    places = {
        **starts,
        **{
            each.start(): None
            for each in _OTHER_HEADING.finditer(text)
            if _is_short(each[0]) and not _holds(hours, *each.span())
        },
    }
    found: list[Section] = []
    for start in sorted(places | starts):
        if (index := starts.get(start)) is not None:
            found.append(Section(start, index, known=True))
        elif found:
            found.append(Section(start, found[-1].day, known=False))
    return found


def _holds(starts: Sequence[int], begin: int, end: int) -> bool:
    """Whether one of these offsets, in order, lies in a line: "Kelm v Orme, 2pm" is no heading."""
    first = bisect_left(starts, begin)
    return first < len(starts) and starts[first] < end


def only_heading(text: str, candidates: Sequence[TimexCandidate]) -> int | None:
    """The index of the one day of a text that stands as a heading: "Sunday 29 November", "Programme for Saturday 28 November"."""
    found = [
        index
        for index, each in enumerate(candidates)
        if _could_be_heading(each)
        and _ENDS.match(text, each.end)
        and _TITLED.fullmatch(text, max(text.rfind("\n", 0, each.start) + 1, each.start - _TITLE), each.start)
    ]
    return found[0] if len(found) == 1 else None


def stands_in_a_list(text: str, hour: TimexCandidate) -> bool:
    """Whether an hour opens its line, or its line is no sentence: "10am: Gates open", "Kelm v Orme, 2pm"."""
    begin = text.rfind("\n", max(0, hour.start - _LINE), hour.start) + 1
    if not begin:
        return False
    if MARKS.fullmatch(text, begin, hour.start):
        return True
    return _ENDS_WITHOUT_STOP.match(text, hour.end) is not None


_TITLE: Final = 60
"""Characters of a heading before its day."""
_TITLED: Final = late_pattern(
    r"[ \t]*#{0,6}[ \t]*\*{0,2}(?:[A-Z][^\n.:;,!?\d“”]{1,40} (?:for|on)(?: the)? |[A-Z][^\n.:;,!?\d“”]{1,40}(?::|,| [–—-]) )?"
)
"""What may stand before the day of such a heading."""
_LINE: Final = 120
MARKS: Final = late_pattern(r"[ \t]*(?:[•*·–—-][ \t]*)?\*{0,2}")
"""What may stand before the first word of a line in a list."""
_ENDS_WITHOUT_STOP: Final = late_pattern(r"[^\n.!?]{0,80}(?=\n|$)")


def _is_short(line: str) -> bool:
    return len(line.split()) <= _MOST_WORDS


def opens_an_entry(text: str, candidate: TimexCandidate) -> bool:
    """Whether a day opens a line that tells of it: "Saturday: Two bridges open"."""
    before = text[max(0, candidate.start - _BEFORE) : candidate.start]
    return _OPENS_A_LINE.search(before) is not None and _TELLS.match(text, candidate.end) is not None


def follows_its_heading(text: str, candidate: TimexCandidate) -> bool:
    """Whether a weekday below a heading is the next one after that day: what is to come, and the entries of a list."""
    phrases = candidate.expression.phrases
    if len(phrases) != 1 or phrases[0].grain is not Grain.WEEKDAY or phrases[0].modifier or phrases[0].shift:
        return False
    return candidate.pointing.direction is Direction.AHEAD or opens_an_entry(text, candidate)
