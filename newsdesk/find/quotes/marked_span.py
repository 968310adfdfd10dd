"""The words between one pair of quotation marks, and which characters may stand around such marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

BEFORE_OPENING = " \t\u00a0([{-\u2013\u2014/\u2026"
_SINGLE = "\u2018\u2019`'"
AFTER_CLOSING = " \t\u00a0)]}.,;:!?-\u2013\u2014/\u2026"


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """The words between one pair of marks: `text[start:end]`, never empty."""

    start: int
    end: int
    paragraph: int
    """Counts the text's non-blank lines from 0."""
    outer_start: int
    """Of the opening mark, or `start` where a quotation runs on without one."""
    outer_end: int
    """After the closing mark, or `end` where there is none."""
    closed: bool
    single: bool = False


class Pair(NamedTuple):
    """The marks of one quotation."""

    opening: int
    """One before the paragraph's start where a quotation runs on from the paragraph before."""
    ending: int
    """The closing mark, or where the words end without one: at the next opening mark, or at the paragraph's end."""
    closed: bool


def width_of(text: str, at: int) -> int:
    """Characters of the mark at an offset: two single marks in a row (‘‘, ’’, ``, '') are one double mark."""
    return 2 if at >= 0 and text[at : at + 1] in _SINGLE and text[at + 1 : at + 2] == text[at] else 1


def span_of(text: str, pair: Pair, number: int, *, left: int) -> MarkedSpan | None:
    """The words of a pair without white space at their edges, or None when there are none; `left`: the paragraph's start."""
    start = pair.opening + width_of(text, pair.opening)
    inner = text[start : pair.ending]
    bare = inner.strip()
    if not any(character.isalnum() for character in bare):
        return None
    start += len(inner) - len(inner.lstrip())
    end = start + len(bare)
    return MarkedSpan(
        start=start,
        end=end,
        paragraph=number,
        outer_start=max(pair.opening, left),
        outer_end=pair.ending + width_of(text, pair.ending) if pair.closed else end,
        closed=pair.closed,
    )
