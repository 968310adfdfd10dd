"""Pairs quotation marks. One paragraph (one line) at a time; the text is never changed, and nothing is dropped for an odd count.

Double marks (curly, straight, low, angled, and pairs that mix them) make the outer quotations. Single marks make outer
quotations only outside double ones, and only where they cannot be apostrophes. Marks inside a quotation are part of its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")
_DOUBLE = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]')
_SINGLE = re.compile("['\u2018\u2019\u201a\u201b]")
_STRAIGHT = '"\uff02'
_OPENING = "\u201c\u201e\u201f\u00ab"
_BEFORE_OPENING = " \t\u00a0([{-\u2013\u2014/\u2026"
_AFTER_CLOSING = " \t\u00a0)]}.,;:!?-\u2013\u2014/\u2026"
_ELISION = re.compile(r"(?:em|tis|twas|til|till|cause|cos|bout|round|n|\d\ds?)\b", re.IGNORECASE)
"""Words that begin with an apostrophe: 'em, 'tis, '90s."""


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


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The non-blank lines of a text as (start, end), without surrounding white space."""
    found = []
    for line in _LINE.finditer(text):
        raw = line.group()
        bare = raw.strip()
        if bare:
            start = line.start() + len(raw) - len(raw.lstrip())
            found.append((start, start + len(bare)))
    return found


def marked_spans(text: str) -> list[MarkedSpan]:
    """Every outermost quotation of a text, in order."""
    spans: list[MarkedSpan] = []
    running = False
    for number, (start, end) in enumerate(paragraphs(text)):
        doubles, running = _pair_double(text, start, end, number, running=running)
        position = start
        for double in doubles:
            spans.extend(_pair_single(text, position, double.outer_start, number, start, end))
            spans.append(double)
            position = double.outer_end
        spans.extend(_pair_single(text, position, end, number, start, end))
    return spans


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Whether the mark at `at` looks like an opening one, by its neighbours in the paragraph."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return (before in _BEFORE_OPENING or before in "'\u2018") and after not in " \t\u00a0"


def _pair_double(text: str, start: int, end: int, number: int, *, running: bool) -> tuple[list[MarkedSpan], bool]:
    """Pair the double marks of one paragraph; the second value says that its last quotation never closed.

    `running`: the paragraph before ended inside a quotation, so this one may close it without opening it again.
    """
    marks = [mark.start() for mark in _DOUBLE.finditer(text, start, end)]
    if not marks:
        return [], False
    pairs = _nest(text, marks, start, end, running=running)
    never_closed = [pair.opening for pair in pairs if not pair.closed]
    if len(never_closed) > 1 or any(text[at] == text[first] and at > first for first in never_closed for at in marks):
        # More openings than closings: nothing is nested here, some marks were forgotten.
        pairs = _chain(text, marks, start, end)
    spans = [span for pair in pairs if (span := _span(text, pair, number, left=start)) is not None]
    return spans, bool(pairs) and not pairs[-1].closed


class _Pair(NamedTuple):
    opening: int
    """One before the paragraph's start where a quotation runs on from the paragraph before."""
    ending: int
    """The closing mark, or where the words end without one: at the next opening mark, or at the paragraph's end."""
    closed: bool


def _nest(text: str, marks: list[int], start: int, end: int, *, running: bool) -> list[_Pair]:
    """Outermost pairs, and those left open, in order."""
    stack: list[int] = []
    pairs: list[_Pair] = []
    for count, at in enumerate(marks):
        mark = text[at]
        if mark in _STRAIGHT:
            if _is_inch(text, at, start, end) and not stack:
                continue
            opening = _opens(text, at, start, end) or (not stack and not _closes(text, at, start, end))
            if stack and opening and at + 1 < end and text[at + 1] in _AFTER_CLOSING:
                opening = False
        elif stack and text[stack[-1]] == "\u201e" and mark == "\u201c":
            opening = False
        else:
            opening = mark in _OPENING or (mark == "\u201d" and not stack and _opens(text, at, start, end))
        if opening:
            stack.append(at)
        elif stack:
            opened = stack.pop()
            if not stack:
                pairs.append(_Pair(opened, at, closed=True))
        elif count == 0 and running:
            pairs.append(_Pair(start - 1, at, closed=True))
    return pairs + [_Pair(opened, end, closed=False) for opened in stack]


def _closes(text: str, at: int, start: int, end: int) -> bool:
    """Whether the mark can only be a closing one: a word or its punctuation before it, a space or punctuation after it."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return before not in _BEFORE_OPENING and after in _AFTER_CLOSING


def _is_inch(text: str, at: int, start: int, end: int) -> bool:
    """A straight mark after a figure that opens nothing: 12" wide."""
    after = text[at + 1] if at + 1 < end else " "
    return at > start and text[at - 1].isdigit() and not after.isalnum()


def _chain(text: str, marks: list[int], start: int, end: int) -> list[_Pair]:
    """Pairs where each mark ends what is open: an opening one before its time ends the quotation before it."""
    pairs: list[_Pair] = []
    opened: int | None = None
    for at in marks:
        opening = text[at] in _OPENING or (text[at] in _STRAIGHT and _opens(text, at, start, end))
        if opened is not None:
            pairs.append(_Pair(opened, at, closed=not opening))
        opened = at if opening or (opened is None and text[at] in _STRAIGHT) else None
    if opened is not None:
        pairs.append(_Pair(opened, end, closed=False))
    return pairs


def _span(text: str, pair: _Pair, number: int, *, left: int) -> MarkedSpan | None:
    """The words of a pair without white space at their edges, or None when there are none; `left`: the paragraph's start."""
    start = pair.opening + 1
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
        outer_end=pair.ending + 1 if pair.closed else end,
        closed=pair.closed,
    )


def _pair_single(text: str, start: int, end: int, number: int, left: int, right: int) -> Iterator[MarkedSpan]:
    """Pairs of single marks between `start` and `end`, which hold no double quotation, of the paragraph `left`-`right`."""
    opened: int | None = None
    doubtful: int | None = None
    """A mark that may close, or be the apostrophe of a plural ("the workers' rights")."""
    for mark in _SINGLE.finditer(text, start, end):
        at = mark.start()
        before = text[at - 1] if at > left else " "
        after = text[at + 1] if at + 1 < right else " "
        opens = (
            before in _BEFORE_OPENING and (after.isalnum() or after in "[$\u00a3\u20ac\u2026.") and text[at] != "\u2019"
        )
        closes = before not in " \t\u00a0" and after in _AFTER_CLOSING
        if opens and not _ELISION.match(text, at + 1, right):
            if opened is not None and doubtful is not None:
                yield from _single(text, opened, doubtful, number)
            opened, doubtful = at, None
        elif opened is not None and closes:
            if before in "sS" and after == " " and text[at + 2 : at + 3].islower():
                if doubtful is None:
                    doubtful = at
                continue
            yield from _single(text, opened, at, number)
            opened = doubtful = None
    if opened is not None and doubtful is not None:
        yield from _single(text, opened, doubtful, number)


def _single(text: str, opening: int, closing: int, number: int) -> Iterator[MarkedSpan]:
    span = _span(text, _Pair(opening, closing, closed=True), number, left=opening)
    if span is not None:
        yield replace(span, single=True)
