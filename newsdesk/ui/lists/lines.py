"""What a row of a list is drawn from: lines of pieces of words, each piece in one style."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import clamp
from textual.strip import Strip

from newsdesk.clean import harmless
from newsdesk.ui.wrap import steady

_LINE_ENDS_AND_TABS = re.compile("[\t\n\r]+")

GUTTER = 1
"""Cells at the left edge of a list, for the bar that marks the current row."""


class Piece(NamedTuple):
    """Some words of a line in one style."""

    text: str
    style: str = ""
    """A component class, or several separated by blanks; empty for plain text."""


class Line(NamedTuple):
    """One line of a row."""

    left: Sequence[Piece] = ()
    right: Sequence[Piece] = ()
    """At the right edge; the left pieces give way to it."""
    apart: bool = False
    """Stands above or below the row itself (a rule, a blank line) and is not highlighted with it."""


def safe(text: str) -> str:
    """The text without what must never reach a terminal. Reading a source removed it; drawing looks once more."""
    if not text.isprintable():
        text = _LINE_ENDS_AND_TABS.sub("", harmless(text))
    return text if text.isascii() else steady(text)


def with_offsets(strip: Strip, y: int) -> Strip:
    """The strip as line `y` of something whose text can be selected: Textual asks the cell under the mouse where that is.

    The gutter is no text: a click on it means the beginning of the line.
    """
    segments: list[Segment] = []
    at = -GUTTER
    for text, style, control in strip:
        if text:
            place = Style.from_meta({"offset": (max(0, at), y)})
            segments.append(Segment(text, style + place if style else place, control))
            at += len(text)
    return Strip(segments, strip.cell_length)


def with_selection(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """The strip with the characters from `start` to before `end` in another style; an `end` of -1 is the end."""
    segments: list[Segment] = []
    at = 0
    for text, own, control in strip:
        low = clamp(start - at, 0, len(text))
        high = len(text) if end == -1 else clamp(end - at, low, len(text))
        parts = ((text[:low], own), (text[low:high], (own or Style.null()) + style), (text[high:], own))
        segments += [Segment(part, look, control) for part, look in parts if part]
        at += len(text)
    return Strip(segments, strip.cell_length)
