"""Pairs single quotation marks, which are told from apostrophes by what stands around them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.find.quotes.marked_span import AFTER_CLOSING, BEFORE_OPENING, MarkedSpan, Pair, span_of
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

SINGLE = late_pattern("['\u2018\u2019\u201a\u201b]")
_OPENING = "'\u2018\u201a\u201b"
_SPACES = " \t\u00a0"
_ENDS_WORDS = ",.?!\u2026"
_ELISION = late_pattern(r"(?:em|tis|twas|til|till|cause|cos|bout|round|n|\d\ds?)\b", re.IGNORECASE)
"""Words that begin with an apostrophe: 'em, 'tis, '90s."""


def pair_single(text: str, start: int, end: int, number: int, left: int, right: int) -> Iterator[MarkedSpan]:
    """Pairs of single marks between `start` and `end`, which hold no double quotation, of the paragraph `left`-`right`."""
    opened: int | None = None
    doubtful: int | None = None
    """A mark that may close, or be the apostrophe of a plural ("the workers' rights")."""
    for mark in SINGLE.finditer(text, start, end):
        at = mark.start()
        if opens_single(text, at, left, right):
            if opened is not None and doubtful is not None:
                yield from _single(text, opened, doubtful, number)
            opened, doubtful = at, None
        elif opened is not None and _closes(text, at, left, right):
            if _may_be_plural(text, at):
                if doubtful is None:
                    doubtful = at
                continue
            yield from _single(text, opened, at, number)
            opened = doubtful = None
    if opened is not None and doubtful is not None:
        yield from _single(text, opened, doubtful, number)


def around(text: str, doubles: list[MarkedSpan], number: int, left: int, right: int) -> list[MarkedSpan]:
    """Pairs of single marks that hold double ones: ‘He told me “go”,’ she said.

    Only where nothing is doubtful: the mark that closes follows punctuation or the closing double mark, so that it is no apostrophe.
    """
    found: list[MarkedSpan] = []
    opened: int | None = None
    holds = False
    """Whether a double pair stands after the mark that opened."""
    position = left
    for double in [*doubles, None]:
        for mark in SINGLE.finditer(text, position, right if double is None else double.outer_start):
            at = mark.start()
            if opens_single(text, at, left, right):
                opened, holds = at, False
            elif opened is not None and _closes(text, at, left, right):
                if not holds:
                    opened = None if not _may_be_plural(text, at) else opened
                elif text[at - 1] in _ENDS_WORDS or at == position:
                    span = span_of(text, Pair(opened, at, closed=True), number, left=left)
                    if span is not None:
                        found.append(replace(span, single=True))
                    opened = None
        if double is not None:
            if opened is None and double.outer_start > left:
                opened = _right_before(text, double, left)
            opened, holds = (opened, True) if double.closed else (None, False)
            position = double.outer_end
    return found


def _right_before(text: str, double: MarkedSpan, left: int) -> int | None:
    """A single opening mark right before a double pair, as in ‘“Go,” he told me.’ alone."""
    at = double.outer_start - 1
    before = text[at - 1] if at > left else " "
    return at if text[at] in _OPENING and before in BEFORE_OPENING else None


def opens_single(text: str, at: int, left: int, right: int) -> bool:
    """Whether the single mark at `at` can open a quotation between `left` and `right`: no apostrophe of a word cut short."""
    before = text[at - 1] if at > left else " "
    after = text[at + 1] if at + 1 < right else " "
    return (
        text[at] in _OPENING
        and before in BEFORE_OPENING
        and (after.isalnum() or after in "[$\u00a3\u20ac\u2026.")
        and not _ELISION.match(text, at + 1, right)
    )


def _closes(text: str, at: int, left: int, right: int) -> bool:
    """Whether the single mark at `at` can close a quotation between `left` and `right`."""
    before = text[at - 1] if at > left else " "
    after = text[at + 1] if at + 1 < right else " "
    return before not in _SPACES and after in AFTER_CLOSING


def _may_be_plural(text: str, at: int) -> bool:
    """Whether a mark that can close may be the apostrophe of a plural: "the workers' rights"."""
    return text[at - 1] in "sS" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()


def _single(text: str, opening: int, closing: int, number: int) -> Iterator[MarkedSpan]:
    span = span_of(text, Pair(opening, closing, closed=True), number, left=opening)
    if span is not None:
        yield replace(span, single=True)
