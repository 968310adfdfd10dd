"""Pairs quotation marks. One paragraph (one line) at a time; the text is never changed, and nothing is dropped for an odd count.

Double marks (curly, straight, low, angled, two single ones in a row, and pairs that mix them) make the outer quotations. Single
marks make outer quotations only outside double ones or right around them, and only where they cannot be apostrophes. Marks inside a
quotation are part of its words; `inner_spans` finds what they quote.

Angled marks point outwards in French, Italian or Russian («so»), inwards in German books and in Danish (»so«), and both to the right
in Swedish and Finnish (»so»): each text shows by what stands beside them which way its marks point.
"""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.find.quotes.marked_span import AFTER_CLOSING, BEFORE_OPENING, MarkedSpan, Pair, span_of, width_of
from newsdesk.find.quotes.single_marks import SINGLE, around, opens_single, pair_single
from newsdesk.late_pattern import late_pattern

__all__ = ["MarkedSpan", "inner_spans", "marked_spans", "paragraphs"]

_LINE = late_pattern(r"[^\n]+")
_DOUBLE = late_pattern('["\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]|\u2018\u2018|\u2019\u2019|``|\u0027\u0027')
_ANY = late_pattern(f"{_DOUBLE.pattern}|{SINGLE.pattern}")
_ANGLED = late_pattern("[\u00ab\u00bb]")
_TO_THE_LEFT, _TO_THE_RIGHT = "\u00ab", "\u00bb"
_TWICE_SINGLE = "\u2018\u2019`'"
"""Marks that are double ones where two stand in a row."""
_TWICE_CLOSING = "\u2019'"


class _Marks(NamedTuple):
    """What the double marks of a text do; those that are in neither string close."""

    opening: str
    either: str
    """Open or close, as their neighbours tell."""


_POINTING_OUT = _Marks(opening="\u201c\u201e\u201f\u2018`\u00ab", either='"\uff02')
_POINTING_IN = _Marks(opening="\u201c\u201e\u201f\u2018`\u00bb", either='"\uff02')
_POINTING_RIGHT = _Marks(opening="\u201c\u201e\u201f\u2018`\u00ab", either='"\uff02\u00bb')


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
    kinds = _marks_of(text)
    for number, (start, end) in enumerate(paragraphs(text)):
        doubles, running = _pair_double(text, kinds, start, end, number, running=running)
        spans.extend(_with_singles(text, doubles, number, start, end))
    return spans


def _marks_of(text: str) -> _Marks:
    """Which way the angled marks of a text point: most of those that touch a word on one side alone decide."""
    if _TO_THE_RIGHT not in text:
        return _POINTING_OUT
    opens = {_TO_THE_LEFT: 0, _TO_THE_RIGHT: 0}
    closes = {_TO_THE_LEFT: 0, _TO_THE_RIGHT: 0}
    for found in _ANGLED.finditer(text):
        at = found.start()
        before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        if (before.isspace() or before in BEFORE_OPENING) and after not in AFTER_CLOSING and not after.isspace():
            opens[found[0]] += 1
        elif not before.isspace() and (after.isspace() or after in AFTER_CLOSING):
            closes[found[0]] += 1
    if opens[_TO_THE_RIGHT] + closes[_TO_THE_LEFT] > opens[_TO_THE_LEFT] + closes[_TO_THE_RIGHT]:
        return _POINTING_IN if closes[_TO_THE_LEFT] else _POINTING_OUT
    alone = _TO_THE_LEFT not in text and opens[_TO_THE_RIGHT] and closes[_TO_THE_RIGHT]
    return _POINTING_RIGHT if alone else _POINTING_OUT


def inner_spans(text: str, spans: list[MarkedSpan]) -> dict[int, tuple[MarkedSpan, ...]]:
    """The quotations right inside those of `marked_spans`, in order, by the start of the outer one.

    What they hold in their turn is part of their words. One that is still open where the outer one goes on in the next
    paragraph runs on there when a single mark opens it again.
    """
    found: dict[int, tuple[MarkedSpan, ...]] = {}
    kinds = _marks_of(text)
    for at, outer in enumerate(spans):
        if _ANY.search(text, outer.start, outer.end) is None:
            continue
        inner = _inside(text, kinds, outer)
        following = spans[at + 1] if at + 1 < len(spans) else None
        if (
            following is not None
            and not outer.closed
            and following.paragraph == outer.paragraph + 1
            and opens_single(text, following.start, following.start, following.end)
            and (running := _left_open(text, outer, inner[-1].outer_end if inner else outer.start)) is not None
        ):
            inner.append(running)
        if inner:
            found[outer.start] = tuple(inner)
    return found


def _inside(text: str, kinds: _Marks, outer: MarkedSpan) -> list[MarkedSpan]:
    start, end = outer.start, outer.end
    marks = [mark.start() for mark in _DOUBLE.finditer(text, start, end)]
    pairs = _nest(text, kinds, marks, start, end, running=False)
    doubles: list[MarkedSpan] = []
    if all(pair.closed for pair in pairs):
        doubles = [span for pair in pairs if (span := span_of(text, pair, outer.paragraph, left=start)) is not None]
    return _with_singles(text, doubles, outer.paragraph, start, end)


def _left_open(text: str, outer: MarkedSpan, after: int) -> MarkedSpan | None:
    """A quotation that a single mark begins inside `outer`, at or after the offset `after`, and nothing closes there."""
    for mark in SINGLE.finditer(text, after, outer.end):
        if opens_single(text, mark.start(), outer.start, outer.end):
            return span_of(text, Pair(mark.start(), outer.end, closed=False), outer.paragraph, left=outer.start)
    return None


def _with_singles(text: str, doubles: list[MarkedSpan], number: int, left: int, right: int) -> list[MarkedSpan]:
    """The outermost pairs between `left` and `right`: the double ones, single ones beside them and around them, in order."""
    spans: list[MarkedSpan] = []
    if doubles:
        doubles = _outermost(doubles, around(text, doubles, number, left, right))
    position = left
    for double in doubles:
        spans.extend(pair_single(text, position, double.outer_start, number, left, right))
        spans.append(double)
        position = double.outer_end
    spans.extend(pair_single(text, position, right, number, left, right))
    return spans


def _outermost(doubles: list[MarkedSpan], holding: list[MarkedSpan]) -> list[MarkedSpan]:
    """Both in order, without the double pairs that a single one holds."""
    if not holding:
        return doubles
    kept: list[MarkedSpan] = []
    position = 0
    for span in sorted([*doubles, *holding], key=lambda span: span.outer_start):
        if span.outer_start >= position:
            kept.append(span)
            position = span.outer_end
    return kept


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Whether the mark at `at` looks like an opening one, by its neighbours in the paragraph."""
    before = text[at - 1] if at > start else " "
    ends = at + width_of(text, at)
    after = text[ends] if ends < end else " "
    return (before in BEFORE_OPENING or before in "'\u2018") and after not in " \t\u00a0"


def _pair_double(
    text: str, kinds: _Marks, start: int, end: int, number: int, *, running: bool
) -> tuple[list[MarkedSpan], bool]:
    """Pair the double marks of one paragraph; the second value says that its last quotation never closed.

    `running`: the paragraph before ended inside a quotation, so this one may close it without opening it again.
    """
    marks = [mark.start() for mark in _DOUBLE.finditer(text, start, end)]
    if not marks:
        return [], False
    pairs = _nest(text, kinds, marks, start, end, running=running)
    never_closed = [pair.opening for pair in pairs if not pair.closed]
    if len(never_closed) > 1 or any(text[at] == text[first] and at > first for first in never_closed for at in marks):
        # More openings than closings: nothing is nested here, some marks were forgotten.
        pairs = _chain(text, kinds, marks, start, end)
    spans = [span for pair in pairs if (span := span_of(text, pair, number, left=start)) is not None]
    return spans, bool(pairs) and not pairs[-1].closed


def _nest(text: str, kinds: _Marks, marks: list[int], start: int, end: int, *, running: bool) -> list[Pair]:
    """Outermost pairs, and those left open, in order."""
    stack: list[int] = []
    pairs: list[Pair] = []
    for count, at in enumerate(marks):
        mark = text[at]
        if mark in _TWICE_CLOSING and stack and text[stack[-1]] not in _TWICE_SINGLE:
            continue  # two quotations end here, each with a single mark
        if mark in kinds.either:
            if _is_inch(text, at, start, end) and not stack:
                continue
            opening = _opens(text, at, start, end) or (not stack and not _closes(text, at, start, end))
            ends = at + width_of(text, at)
            if stack and opening and ends < end and text[ends] in AFTER_CLOSING:
                opening = False
        elif stack and text[stack[-1]] == "\u201e" and mark == "\u201c":
            opening = False
        else:
            opening = mark in kinds.opening or (mark == "\u201d" and not stack and _opens(text, at, start, end))
        if opening:
            stack.append(at)
        elif stack:
            opened = stack.pop()
            if not stack:
                pairs.append(Pair(opened, at, closed=True))
        elif count == 0 and running:
            pairs.append(Pair(start - 1, at, closed=True))
    return pairs + [Pair(opened, end, closed=False) for opened in stack]


def _closes(text: str, at: int, start: int, end: int) -> bool:
    """Whether the mark can only be a closing one: a word or its punctuation before it, a space or punctuation after it."""
    before = text[at - 1] if at > start else " "
    ends = at + width_of(text, at)
    after = text[ends] if ends < end else " "
    return before not in BEFORE_OPENING and after in AFTER_CLOSING


def _is_inch(text: str, at: int, start: int, end: int) -> bool:
    """A straight mark after a figure that opens nothing: 12" wide."""
    ends = at + width_of(text, at)
    after = text[ends] if ends < end else " "
    return at > start and text[at - 1].isdigit() and not after.isalnum()


def _chain(text: str, kinds: _Marks, marks: list[int], start: int, end: int) -> list[Pair]:
    """Pairs where each mark ends what is open: an opening one before its time ends the quotation before it."""
    pairs: list[Pair] = []
    opened: int | None = None
    for at in marks:
        opening = text[at] in kinds.opening or (text[at] in kinds.either and _opens(text, at, start, end))
        if opened is not None:
            pairs.append(Pair(opened, at, closed=not opening))
        opened = at if opening or (opened is None and text[at] in kinds.either) else None
    if opened is not None:
        pairs.append(Pair(opened, end, closed=False))
    return pairs
