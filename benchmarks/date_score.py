"""How well time expressions and the days they name agree with a text's marked ones. Pure: nothing is read or printed.

What counts is calendar days and finer. Marks of a coarser kind (durations, months, years) are neither wanted nor wrong: what
is found on such words and nowhere else is left out, though a day given out there is counted as `day_on_coarse`.

* spans: marks and finds are paired one to one where they overlap, each mark taking the free find that shares most with it.
  A range may be found as one span for two marks, or as two spans for one mark;
* end to end: pairs with the right day, and for a range with both;
* upcoming: of the marks whose (last) day lies after the text's own, and of the finds that say so, those that agree;
* false expressions: finds that belong to no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from quotation_score import Share

Timed = Mapping[str, Any]
"""A mark or a find: `start`, `end`, `value`, perhaps `value_end`; a mark perhaps `type` and `alternatives`."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=$|[T ])")
_WANTED = frozenset({"", "DATE", "TIME", "RANGE", "TRANGE"})
_NOT_JUDGED = "OTHER"
"""Type of a mark that is neither wanted nor wrong, whatever day it is taken for."""


@dataclass(slots=True)
class Figures:
    """What a comparison gives."""

    spans: Share = field(default_factory=Share)
    end_to_end: Share = field(default_factory=Share)
    upcoming: Share = field(default_factory=Share)
    """`given`: right and wrong ones; a day found twice counts once."""
    day_on_coarse: int = 0

    @property
    def false(self) -> int:
        """Finds that belong to no mark."""
        return self.spans.given - self.spans.hits


def compare(documents: Iterable[Mapping[str, Any]], found: Mapping[str, Sequence[Timed]]) -> Figures:
    """Compare marked documents (`id`, `reference_time`, `timexes`) with what a tool found in them, by the document's id."""
    figures = Figures()
    for document in documents:
        finds = found.get(document["id"], ())
        _add_days(document["timexes"], finds, figures)
        own_day = _parsed(document.get("reference_time"))
        if own_day is not None:
            _add_upcoming(document["timexes"], finds, own_day, figures.upcoming)
    return figures


def _day(value: str | None) -> str | None:
    found = _DAY.match(value or "")
    return found.group() if found else None


def _parsed(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _is_wanted(mark: Timed) -> bool:
    return (mark.get("type") or "") in _WANTED and _day(mark.get("value")) is not None


def _shared(one: Timed, other: Timed) -> int:
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _is_right(mark: Timed, first: str | None, last: str | None) -> bool:
    """Whether a value is that of the mark, its last day included when the mark has one."""
    wanted = mark.get("alternatives") or [(mark.get("value"), mark.get("value_end"))]
    return any(
        _day(one) in (None, _day(first)) and (other is None or _day(other) == _day(last)) for one, other in wanted
    )


def _add_days(marks: Sequence[Timed], finds: Sequence[Timed], figures: Figures) -> None:
    wanted = sorted((mark for mark in marks if _is_wanted(mark)), key=lambda mark: mark["start"])
    coarse = [mark for mark in marks if not _is_wanted(mark)]
    given = sorted(
        (find for find in finds if _day(find.get("value")) or _day(find.get("value_end"))),
        key=lambda find: find["start"],
    )
    values: dict[int, tuple[str | None, str | None]] = {}
    """By number of a mark: the days that were found for it."""
    used: set[int] = set()
    for number, find in enumerate(given):
        # A range that was found may stand for two marks, its first and its last day.
        points = [
            at
            for at, mark in enumerate(wanted)
            if _shared(mark, find) > 0 and not mark.get("value_end") and at not in values
        ]
        if find.get("value_end") and len(points) >= 2:
            values[points[0]], values[points[-1]] = (find["value"], None), (find["value_end"], None)
            used.add(number)
    for at, mark in enumerate(wanted):
        free = [number for number, find in enumerate(given) if number not in used and _shared(mark, find) > 0]
        if at in values or not free:
            continue
        if mark.get("value_end") and len(free) >= 2 and not any(given[number].get("value_end") for number in free):
            values[at] = given[free[0]]["value"], given[free[1]]["value"]
            used |= {free[0], free[1]}
            continue
        best = max(free, key=lambda number: (_shared(mark, given[number]), -given[number]["start"]))
        values[at] = given[best].get("value"), given[best].get("value_end")
        used.add(best)
    stray = [find for number, find in enumerate(given) if number not in used]
    on_marks = [any(_shared(mark, find) > 0 for mark in wanted) for find in stray]
    on_coarse = [
        not there and any(_shared(mark, find) > 0 for mark in coarse)
        for there, find in zip(on_marks, stray, strict=True)
    ]
    right = sum(_is_right(wanted[at], *value) for at, value in values.items())
    figures.day_on_coarse += sum(on_coarse)
    for share, hits in ((figures.spans, len(values)), (figures.end_to_end, right)):
        share.hits += hits
        share.given += len(values) + len(stray) - sum(on_coarse)
        share.wanted += len(wanted)


def _is_ahead(timed: Timed, own_day: date) -> bool:
    last = _parsed(timed.get("value_end")) or _parsed(_day(timed.get("value")))
    return last is not None and last > own_day


def _add_upcoming(marks: Sequence[Timed], finds: Sequence[Timed], own_day: date, upcoming: Share) -> None:
    ahead = [mark for mark in marks if _is_wanted(mark) and _is_ahead(mark, own_day)]
    not_judged = [mark for mark in marks if mark.get("type") == _NOT_JUDGED]
    hits = 0
    for mark in ahead:
        here = [find for find in finds if _shared(mark, find) > 0]
        as_one = any(_is_right(mark, find["value"], find.get("value_end")) for find in here)
        as_two = mark.get("value_end") and len(here) > 1 and _is_right(mark, here[0]["value"], here[-1]["value"])
        hits += bool(as_one or as_two)
    wrong = 0
    for find in finds:
        if not _is_ahead(find, own_day) or any(_shared(mark, find) > 0 for mark in not_judged):
            continue
        wrong += not any(
            _shared(mark, find) > 0
            and (
                _is_right(mark, find["value"], find.get("value_end"))
                or _day(find["value"]) in (mark["value"], mark.get("value_end"))
            )
            for mark in ahead
        )
    upcoming.hits += hits
    upcoming.given += hits + wrong
    upcoming.wanted += len(ahead)
